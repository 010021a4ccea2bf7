"""Front-line briefs after a closed meeting: who gets one, what goes, what is held back and why (need D5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from app.domain.dates import show_date
from app.domain.front_line import BriefPerson, RecipientKind
from app.domain.front_line_briefs import Brief, BriefView
from app.domain.meeting import MeetingRow
from app.domain.statements import Statement
from app.domain.words import MeetingState, RequestState, Topic
from app.usecases.disclosure import list_disclosures
from app.usecases.front_line import (
    decide_front_line,
    give_front_line,
    prepare_front_line,
    preview_front_line,
    print_front_line,
    see_front_line,
    withdraw_front_line,
)
from app.usecases.meeting import list_meetings
from ui import words
from ui.actions import Action
from ui.meeting import brief_acts
from ui.meeting.words import short_day
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk

STATES = {
    RequestState.WAITS: tr("● waits for a chair"),
    RequestState.APPROVED: tr("◐ approved, to be given"),
    RequestState.MADE: tr("✓ given"),
    RequestState.DECLINED: tr("✗ declined"),
    RequestState.WITHDRAWN: tr("– withdrawn"),
}
TO_PREPARE = tr("○ to be prepared")
GOES, IF_LET, STRUCK, HELD = (
    tr("✓ goes"),
    tr("only where a chair lets it"),
    tr("✗ struck"),
    tr("✗ held back"),
)


class Recipient(Struct, frozen=True):
    """One line of the list: a brief that was prepared, or a unit that has none yet."""

    name: str
    people: tuple[BriefPerson, ...]
    brief: Brief | None = None

    @property
    def count(self) -> int:
        return len(self.brief.rows) if self.brief else len(self.people)

    @property
    def state(self) -> str:
        return STATES[self.brief.state] if self.brief else TO_PREPARE

    @property
    def number(self) -> str:
        return str(self.brief.number) if self.brief else ""


class Item(NamedTuple):
    """One thing of one person's record, and whether it goes."""

    person: str
    heading: str
    text: str
    source: str
    fate: str


class BriefsScreen(Screen):
    """The recipients, what waits first; under them the chosen one's pages, item by item, with what is held back."""

    name: ClassVar[str] = "meeting-briefs"
    title: ClassVar[str] = tr("Front-line briefs")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "briefs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.DISCLOSURES, Topic.CASES})
    needs = see_front_line
    states: ClassVar[Mapping[str, str]] = {
        "prepare": "show_prepare",
        "decide": "show_decide",
        "none": "show_none",
    }

    def build(self) -> None:
        self.meeting = ""
        self.chosen = ""
        self.view: BriefView | None = None
        self.which = Pick(tr("Meeting"))
        self.prepare_button = button(tr("&Prepare…"), self.prepare, look="first")
        self.others_button = button(tr("To an &office or others…"), self.to_others)
        self.decide_button = button(tr("&Decide…"), partial(self._do, brief_acts.decide), look="first")
        self.give_button = button(tr("&Record as given…"), partial(self._do, brief_acts.give), look="first")
        self.look_button = button(tr("Loo&k at the pages…"), partial(self._do, brief_acts.look_at))
        self.paper_button = button(tr("P&aper…"), partial(self._do, brief_acts.save_paper))
        self.withdraw_button = button(tr("&Withdraw…"), partial(self._do, brief_acts.withdraw))
        self.ledger_button = button(tr("What left"), partial(self.open, "disclosure"))
        self.body.addWidget(
            flow(
                (buddy(tr("Meetin&g of"), self.which), self.which),
                self.prepare_button, self.decide_button, self.give_button, self.look_button, self.paper_button,
                self.others_button, self.withdraw_button, self.ledger_button,
            )
        )  # fmt: skip
        self.model = RowTable(
            (
                Column[Recipient](tr("To"), lambda each: each.name, width=30, stretch=True),
                Column[Recipient](tr("People"), lambda each: f"{each.count:,}", width=8, right=True),
                Column[Recipient](tr("State"), lambda each: each.state, width=24),
                Column[Recipient](tr("Brief"), lambda each: each.number, width=8, right=True, goes=1),
            ),
            self,
        )
        self.table = Table(self.model, tr("Who gets a brief"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.whole = label("")
        self.items = RowTable(
            (
                Column[Item](tr("About"), lambda each: each.person, width=20),
                Column[Item](tr("What"), lambda each: each.heading, width=24),
                Column[Item](
                    tr("Information, or why it is held back"), lambda each: each.text, stretch=True, width=40
                ),
                Column[Item](tr("Who says so"), lambda each: each.source, width=24, goes=1),
                Column[Item](tr("Goes?"), lambda each: each.fate, width=23),
            ),
            self,
        )
        self.pages = Table(self.items, tr("What the chosen recipient may know, and what is held back"))
        self.card = card(self.whole, self.pages)
        self.card.hide()
        self.body.addWidget(self.card, 2)
        self.left_out = label("", "muted")
        self.body.addWidget(self.left_out)

    def connect_up(self) -> None:
        self.which.activated.connect(lambda _at: self._about(str(self.which.value or "")))
        self.table.picked.connect(self.show_whole)

    def go(self, **where: object) -> None:
        """With `meeting`, the briefs of that one."""
        if (meeting := str(where.get("meeting", "") or "")) and meeting != self.meeting:
            self.meeting, self.stale = meeting, True

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        closed = [row for row in list_meetings(desk.door, desk.forum) if row.state is MeetingState.CLOSED]
        return {"meeting": closed[-1].meeting} if closed else {}

    def refresh(self) -> None:
        self.ledger_button.setEnabled(self.desk.may(list_disclosures))
        self.ask(list_meetings, self.desk.forum, then=self._know, saying=tr("Reading the meetings"))

    def _know(self, rows: tuple[MeetingRow, ...]) -> None:
        closed = [row for row in rows if row.state is MeetingState.CLOSED]
        self.which.set_choices([(short_day(row.date), row.meeting) for row in reversed(closed)])
        if not closed:
            self.view = None
            self._show(())
            self.listing.say(
                tr("No meeting is closed yet"),
                tr(
                    "After a meeting is closed, what a prison unit or a probation office may know is prepared here."
                ),
            )
            return
        known = {row.meeting for row in closed}
        self._about(self.meeting if self.meeting in known else closed[-1].meeting)

    def _about(self, meeting: str) -> None:
        self.meeting = meeting
        self.which.set_value(meeting)
        self.ask(see_front_line, meeting, then=self.fill, saying=tr("Reading what was decided"))

    def fill(self, view: BriefView) -> None:
        """The briefs have come; the recipient that was chosen stays chosen."""
        self.view = view
        of = {each.prn: each for each in view.people}
        rows = [
            Recipient(each.recipient, tuple(of[row.prn] for row in each.rows if row.prn in of), each)
            for each in view.briefs
        ]
        rows += [Recipient(each.recipient, each.people) for each in view.proposed]
        rows.sort(key=_place)
        self._show(rows)
        self.left_out.setText(
            tr("On no brief: {left_out}", left_out=" ".join(view.left_out)) if view.left_out else ""
        )
        self.left_out.setVisible(bool(view.left_out))
        if not rows:
            self.listing.say(
                tr("Nobody of this meeting is in a unit that the register knows"),
                tr(
                    "“To an office or others…” prepares a brief to whoever needs one, with the people you name."
                ),
            )

    def _show(self, rows: Sequence[Recipient]) -> None:
        self.model.set_rows(rows)
        told = words.counted(len(rows), tr("recipient"), tr("recipients"))
        self.tell_status(told)
        if not rows:
            self.left_out.hide()
            self.show_whole(None)
            return
        self.listing.show_rows()
        names = [_key(each) for each in rows]
        at = names.index(self.chosen) if self.chosen in names else 0
        self.table.setCurrentIndex(self.model.index(at, 0))
        self.show_whole(rows[at])

    def show_whole(self, row: Recipient | None) -> None:
        """The chosen recipient's pages, and what may be done with them."""
        self.card.setVisible(row is not None)
        self.offer(row)
        if row is None:
            return
        self.chosen = _key(row)
        self.whole.setText("\n".join(_lines(row)))
        self.items.set_rows(_items(row))

    def offer(self, row: Recipient | None) -> None:
        """Show what comes next for the chosen recipient, and to whom it falls; nobody decides on their own."""
        brief = row.brief if row else None
        state = brief.state if brief else None
        own = brief is not None and any(each.asked_by == self.desk.name for each in brief.rows)
        waits, approved = state is RequestState.WAITS, state is RequestState.APPROVED
        may, whole = self.desk.may, brief is not None and not brief.withheld
        has_paper = brief is not None and bool(brief.left) and brief.disclosure is None
        for widget, shown, enabled in (
            (self.prepare_button, may(prepare_front_line) and brief is None, row is not None),
            (self.others_button, may(prepare_front_line), self.view is not None and bool(self.view.people)),
            (self.decide_button, may(decide_front_line), waits and whole and not own),
            (self.give_button, may(give_front_line) and approved, whole),
            (self.look_button, may(preview_front_line), whole and has_paper),
            (
                self.paper_button,
                may(print_front_line),
                whole and brief is not None and brief.disclosure is not None,
            ),
            (self.withdraw_button, may(withdraw_front_line), whole and (waits or approved)),
        ):
            widget.setVisible(shown)
            widget.setEnabled(bool(enabled))
        self.decide_button.setToolTip(tr("Nobody decides on what they prepared") if waits and own else "")

    def did(self, sentence: str) -> None:
        """Say what was done."""
        self.notice.say(sentence, "good")

    def prepare(self) -> None:
        """A brief to the chosen unit, about those whom the register has there."""
        row = self.table.current()
        if isinstance(row, Recipient) and row.brief is None:
            brief_acts.prepare(self, row.name, RecipientKind.UNIT, row.people)

    def to_others(self) -> None:
        """A brief to a recipient that is typed, about people who are ticked."""
        if self.view is not None and self.view.people:
            brief_acts.to_others(self, self.view.people)

    def _do(self, act: Callable[[BriefsScreen, Brief], None]) -> None:
        row = self.table.current()
        if isinstance(row, Recipient) and row.brief is not None:
            act(self, row.brief)

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "briefs.others", "Meeting", tr("Prepare a brief to an office or others…"), self.to_others,
                keys="Ctrl+N", needs=prepare_front_line,
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.which, self.table, self.pages)

    def searched(self) -> QWidget | None:
        return self.table if self.model.rowCount() else None

    # States for pictures.

    def show_prepare(self) -> None:
        self._choose(lambda row: row.brief is None)
        self.prepare()

    def show_decide(self) -> None:
        found = self._choose(lambda row: row.brief is not None and row.brief.state is RequestState.WAITS)
        if found is not None and found.brief is not None:
            brief_acts.decide(self, found.brief)

    def show_none(self) -> None:
        self._know(())

    def _choose(self, wanted: Callable[[Recipient], bool]) -> Recipient | None:
        for number, row in enumerate(self.model.rows):
            if wanted(row):
                self.table.setCurrentIndex(self.model.index(number, 0))
                self.show_whole(row)
                return row
        return None


_DONE = (RequestState.MADE, RequestState.DECLINED, RequestState.WITHDRAWN)


def _place(row: Recipient) -> int:
    """What somebody still has to do stands first: what waits or is approved, then whoever has no brief yet."""
    if row.brief is None:
        return 1
    return 2 if row.brief.state in _DONE else 0


def _key(row: Recipient) -> str:
    return row.number or row.name


def _items(row: Recipient) -> list[Item]:
    kind = row.brief.kind if row.brief else RecipientKind.UNIT
    held = {
        each.prn: [
            Item(each.person, one.heading, one.reason[:1].upper() + one.reason[1:], "", HELD)
            for one in each.sheet(kind).held
        ]
        for each in row.people
    }
    found: list[Item] = []
    if row.brief is None:
        for each in row.people:
            found += [_item(each.person, one, decided=False) for one in each.sheet(kind).goes]
            found += held[each.prn]
        return found
    for asked in row.brief.rows:
        decided = asked.decided_at is not None and asked.state is not RequestState.WITHDRAWN
        found += [_item(asked.person, one, decided=decided) for one in asked.statements]
        found += held.get(asked.prn, [])
    return found


def _item(person: str, each: Statement, *, decided: bool) -> Item:
    fate = STRUCK if each.struck else IF_LET if each.soft and not decided else GOES
    return Item(person, each.heading, each.text, each.source, fate)


def _lines(row: Recipient) -> list[str]:
    brief = row.brief
    if brief is None:
        return [
            tr("{people} in {unit}. “Prepare…” takes off what is not to go; then a chair decides.",
               people=words.counted(len(row.people), tr("person"), tr("people")), unit=row.name),
        ]  # fmt: skip
    first = brief.rows[0]
    lines = [
        tr("Brief {number} to {who}, {kind}: prepared by {by}. {ground}: {why}",
           number=brief.number, who=brief.recipient, kind=brief.kind.value, by=first.asked_by,
           ground=first.ground.paragraph, why=first.necessity),
    ]  # fmt: skip
    if first.decided_by:
        lines.append(
            tr("{state}, {who}: {reason}",
               state=STATES[first.state], who=first.decided_by, reason=first.reason)
        )  # fmt: skip
    if first.undertaking:
        lines.append(tr("Undertaking: {undertaking}", undertaking=first.undertaking))
    if first.made_on:
        lines.append(
            tr("Given on {day}, {how}: disclosure {number} of the ledger",
               day=show_date(first.made_on), how=first.how, number=brief.disclosure)
        )  # fmt: skip
    if brief.withheld:
        lines.append(
            tr("It is about {people} more, whose case you may not read: one of its readers goes on with it.",
               people=words.counted(brief.withheld, tr("person"), tr("people")))
        )  # fmt: skip
    return lines
