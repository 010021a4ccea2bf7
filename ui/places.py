"""Every screen and everything that is done on one, by its words and by those that people use for it: for Ctrl+K.

What a screen does is read from its own `acts`, without building it: it is handed a stand-in for itself, and nothing
that an act names is done. So `acts` may lean on no row and no widget but inside what it would run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from ui.actions import Action
from ui.registry import all_screens, screen_class, section
from ui.tongue import tr

if TYPE_CHECKING:
    from app.desk import UseCase
    from ui.screen import Screen
    from ui.window import Window

ALSO = {
    "home": tr("start dashboard overview this month overdue"),
    "cases": tr("register people list search names"),
    "cases-left-out": tr("left out watch list not listed"),
    "cases-import": tr("import read in extract spreadsheet excel csv ioms"),
    "cases-extracts": tr("extracts history differences refused rejected rows ioms"),
    "cases.new": tr("add a case open high profile"),
    "cases.by-hand": tr("new person add"),
    "meetings": tr("calendar year dates"),
    "meetings.schedule": tr("new meeting add a meeting plan calendar"),
    "meeting-agenda": tr("agenda next meeting items who is on"),
    "meeting-forecast": tr("look ahead forecast coming months workload"),
    "meeting-minutes": tr("record of the meeting decisions"),
    "meeting-briefs": tr("brief unit probation office front line what staff may know safety"),
    "meeting-actions": tr("to do tasks overdue"),
    "meeting-evaluation": tr("score chair feedback"),
    "run": tr("run hold chair the meeting table mode present projector"),
    "packs": tr("copies ledger who holds print"),
    "packs-make": tr("print packs holders numbered copies"),
    "packs-count": tr("count back in return scan barcode"),
    "packs-missing": tr("lost copy incident"),
    "packs-incident": tr("incident breach lost missing copy"),
    "packs-destroy": tr("shred destroy copies witness"),
    "packs-settle": tr("reserved copies printer failed"),
    "packs-preview": tr("preview pages look before printing"),
    "packs-slips": tr("slips of actions by service"),
    "police": tr("exchange workbook questions"),
    "police-export": tr("export send workbook to police"),
    "police-import": tr("import reply returned file from police"),
    "police-review": tr("review answers of police accept reject apply"),
    "people": tr("access users roles let in accounts"),
    "trail": tr("audit log who did what verify"),
    "disclosure": tr("disclosure ledger left forum given out to whom ground released"),
    "disclosure-requests": tr(
        "disclosure request ask tell outside information privacy letter ground chair decides"
    ),
    "figures": tr("statistics counts charts report numbers"),
    "settings-about": tr("version licence licences libraries schema build"),
    "settings-lists": tr("values flags conditions library reasons words codes"),
    "settings-restore": tr("backup restore go back lost damaged register new computer"),
    "settings": tr(
        "quorum marking region template backup back up restore theme dark light text size passphrase password idle lock"
    ),
    "keeping": tr("keep retention disposal holds classes archives destroy records"),
    "keeping-past": tr("known on history as it was then"),
    "case.information": tr("add a note statement what was said"),
    "case.address": tr("new address accommodation"),
    "case.restrict": tr("break glass conflict of interest"),
    "case.exclude": tr("conflict of interest"),
    "case.disclosure": tr("disclosure request tell outside information"),
    "case.transfer": tr("move to another forum"),
}
"""Words that people use for a screen or an act beside its own."""

ABOUT = {
    "case": ("prn", "cases", tr("a case")),
    "police-review": ("exchange", "police", tr("an exchange")),
    "packs-missing": ("code", "packs", tr("a copy")),
    **dict.fromkeys(
        ("meeting-agenda", "run", "packs-count", "packs-destroy", "packs-settle", "packs-preview"),
        ("meeting", "meetings", tr("a meeting")),
    ),
}
"""What a screen is about, which screen lists those, and what it is called."""

_INSIDE = ("run", "packs-preview", "police-review")
"""Screens whose acts are steps within them, of use to nobody who is elsewhere."""
_STEPS = frozenset({"case.undo", "case.redo", "case.save", "case.before", "case.after", "case.tab.next",
                    "case.tab.before"})  # fmt: skip


class _StandIn:
    """Takes a screen's place while its acts are read: has every part, and does nothing."""

    def __getattr__(self, _name: str) -> _StandIn:
        return self

    def __call__(self, *_what: object, **_how: object) -> _StandIn:
        return self


class Place(Struct, frozen=True):
    """A screen, or one of its acts by key."""

    screen: str
    words: str
    more: str
    act: str = ""
    needs: UseCase[Any, Any] | None = None
    asks: bool = False
    """Whether the act asks before it does anything, or only shows: then it may be begun from afar."""


def acts_of(kind: type[Screen]) -> tuple[Action, ...]:
    """What a screen declares, without a screen."""
    return tuple(kind.acts(cast("Screen", _StandIn())))


def _places() -> Iterator[Place]:
    for kind in all_screens():
        where = section(kind.section or kind.name).title
        yield Place(kind.name, kind.title, "" if where == kind.title else where, needs=kind.needs)
    for kind in all_screens():
        for act in acts_of(kind) if kind.name not in _INSIDE else ():
            if act.key not in _STEPS:
                shows = act.needs is None or act.needs.looks
                yield Place(
                    kind.name, act.plain, kind.title, act.key, act.needs, act.text.endswith("…") or shows
                )


def places(window: Window) -> list[Place]:
    """Where this person may go from here, and what they may do there; what is on the present screen is left out."""
    here = {action.key for action in window.table.actions}
    named = {action.plain for action in window.table.actions}
    found = []
    for place in _places():
        whole = screen_class(place.screen)
        known = f"go.{place.screen}" in here or f"go.{place.screen.removeprefix('meeting-')}" in here
        if (place.act in here) if place.act else known:
            continue
        may = all(
            need is None or window.desk.may(need) for need in (whole.needs if whole else None, place.needs)
        )
        if may and place.words not in named:
            named.add(place.words)
            found.append(place)
    return found


def also(key: str) -> str:
    """Other words for an action of the frame or of a screen."""
    name = key.removeprefix("go.")
    return ALSO.get(name) or ALSO.get(f"meeting-{name}", "") if key.startswith("go.") else ALSO.get(key, "")


def go_to(window: Window, place: Place) -> None:
    """Go there and begin what was chosen; where it is about something nobody chose yet, to where that is chosen."""
    where = window.last_about(place.screen)
    if about := ABOUT.get(place.screen):
        key, lists, what = about
        if key == "meeting" and not where.get(key) and window.coming:
            where = {key: window.coming}
        if not where.get(key):
            if window.enter(lists) and (now := window.screen_now) is not None:
                now.when_settled(
                    lambda: window.say(tr("{place}: choose {what} first.", place=place.words, what=what))
                )
            return
    if window.enter(place.screen, **where) and place.act:
        _once_there(window, place)


def _once_there(window: Window, place: Place) -> None:
    screen = window.screen_now
    if screen is None:
        return

    def begin() -> None:
        if window.screen_now is not screen:
            return
        act = next((each for each in window.table.actions if each.key == place.act), None)
        if act is None or not window.table.allowed(act):
            window.say(tr("{place}: not possible here now.", place=place.words))
        elif place.asks:
            window.table.run(act.key)
        else:
            window.say(tr("{place}: choose the row, then {how}.", place=place.words, how=_how(act)))

    screen.when_settled(begin)


def _how(act: Action) -> str:
    return (
        tr("press {all_keys}", all_keys=act.all_keys[0])
        if act.all_keys
        else tr("take it from the menu {menu}", menu=act.menu)
    )
