"""What a list of cases is narrowed to, sorted by and counted as: asked by the window, answered by SQL (need R10)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from app.domain.counting import count
from app.domain.dates import add_months
from app.domain.timeline import NamedDate
from app.domain.words import MILESTONES, DateName, FlagCode

WITHIN = (1, 2, 4, 8)
"""The choices of *release within*, in months."""
PAGE = 200


class CaseView(StrEnum):
    """Which cases a list begins with, before any filter: the work behind it in words."""

    OPEN = "All open cases"
    NEXT_MEETING = "On the next meeting's agenda"
    NO_ADDRESS = "No verified address, 2 months or less"
    POLICE_OUTSTANDING = "Police check outstanding"
    VNR_NOT_HR = "Victim notification but no HR flag"
    CHANGED = "Changed since the last meeting"
    CLOSED = "Closed cases"
    EVERYBODY = "Everybody, also closed and left out"


class PlanState(StrEnum):
    """How far the addresses of a case are: the best that is true of any address that lives.

    One that a check found not suitable is no better for being verified: it is where nobody can be released to.
    """

    NONE = "no address"
    PROPOSED = "address proposed"
    UNSUITABLE = "address not suitable"
    VERIFIED = "address verified"


class CaseOrder(StrEnum):
    """What a list may be sorted by; cases without a date stand last either way."""

    DATE = "date"
    NAME = "name"
    PRN = "prn"
    PLAN = "plan"
    ACTIONS = "actions"
    PRISON = "prison"
    BOARD = "board"
    FOUND = "found"
    """How exactly a text was found; as `DATE` where none was asked for."""


class FilterKey(NamedTuple):
    """One filter in force, by kind and value, such as `("flag", "VNR")`: what a chip takes away."""

    kind: str
    value: str


class CaseQuery(Struct, frozen=True):
    """What is asked of the list. Flags are any-of; everything else must hold as well."""

    view: CaseView = CaseView.OPEN
    text: str = ""
    looser: int = 0
    flags: tuple[FlagCode, ...] = ()
    within: int | None = None
    stage: int | None = None
    plan: PlanState | None = None
    prison: str = ""
    order: CaseOrder = CaseOrder.DATE
    down: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether any filter or text is in force."""
        return bool(self.text.strip() or self.flags or self.within or self.stage or self.plan or self.prison)

    def without(self, key: FilterKey) -> CaseQuery:
        """The same with one filter taken away."""
        if key.kind == "flag":
            return replace(self, flags=tuple(code for code in self.flags if code.value != key.value))
        if key.kind == "text":
            return replace(self, text="", looser=0)
        if key.kind == "prison":
            return replace(self, prison="")
        if key.kind == "within":
            return replace(self, within=None)
        return replace(self, stage=None) if key.kind == "stage" else replace(self, plan=None)

    def cleared(self) -> CaseQuery:
        """The same view and order without any filter."""
        return CaseQuery(self.view, order=self.order, down=self.down)


class CaseLine(NamedTuple):
    """One row of the list, straight from one statement; days stay as stored until somebody looks."""

    prn: str
    surname: str
    given_names: str
    forum: str | None
    anchor_name: str | None
    anchor_stored: str | None
    flags: str
    plan: str
    actions: int
    closed_stored: str | None
    left_out: str | None
    proposed_to: str = ""
    """The forum the case is proposed to while that has not answered (need R11)."""
    prison: str = ""
    hearing_stored: str | None = None
    """The next hearing of the Board: as the forum recorded it, else as IOMS has it."""
    why: str = ""
    """Why a text found this person; empty where nothing was looked for."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The flags that stand, each once, in the order of the field's words."""
        standing = self.flags.split()
        return tuple(code.value for code in FlagCode if code.value in standing)

    @property
    def anchor(self) -> NamedDate | None:
        """The anchor with its name; neither stands without the other."""
        if self.anchor_name is None or self.anchor_stored is None:
            return None
        return NamedDate(DateName(self.anchor_name), date.fromisoformat(self.anchor_stored))


class Hidden(NamedTuple):
    """How many cases of the view one filter leaves out by itself."""

    words: str
    cases: int


class CasePage(Struct, frozen=True):
    """A window of the list. `matching` answer the query, of `total` in the view; `beyond` are people found by the
    text who are not in this list: closed cases and people left out. `next_rung` offers a looser reading in words."""

    lines: tuple[CaseLine, ...]
    first: int
    matching: int
    total: int
    hidden: tuple[Hidden, ...] = ()
    beyond: int = 0
    next_rung: str | None = None
    prisons: tuple[str, ...] = ()
    """Where people of the view are held, by name: what a list may be narrowed to. Told with a first window alone."""
    open_ended: bool = False
    """More may answer than were read, since the question is still being typed."""

    @property
    def more(self) -> bool:
        return self.first + len(self.lines) < self.matching


def stage_of(anchor: date | None, today: date) -> int | None:
    """The milestone a case has reached: the smallest that is not ahead; None before the first, 0 past its date."""
    if anchor is None:
        return None
    if anchor < today:
        return 0
    reached = [months for months in MILESTONES if anchor <= add_months(today, months)]
    return min(reached) if reached else None


def stage_bounds(stage: int, today: date) -> tuple[date, date]:
    """First and last anchor day of a stage: after the next milestone's reach, up to its own."""
    later = [months for months in MILESTONES if months < stage]
    first = add_months(today, max(later)) if later else None
    return (date.fromordinal(first.toordinal() + 1) if first else today), add_months(today, stage)


def stage_words(stage: int | None, dated: bool) -> str:
    """`4 months`: the milestone in words."""
    if not dated:
        return "no date"
    if stage is None:
        return f"over {max(MILESTONES)} months"
    if stage == 0:
        return "date is past"
    return count(stage, "month")


def stage_dots(stage: int | None, dated: bool) -> str:
    """`●●●○○ 4 m`: as many dots as milestones reached, for a column that has no room for more."""
    words = stage_words(stage, dated)
    if not stage:
        return words.replace(" months", " m")
    reached = MILESTONES.index(stage) + 1
    return f"{'●' * reached}{'○' * (len(MILESTONES) - reached)} {stage} m"


def filters_in(query: CaseQuery) -> tuple[tuple[FilterKey, str], ...]:
    """Every filter in force with its words, as the chips show them."""
    found: list[tuple[FilterKey, str]] = []
    if query.text.strip():
        found.append((FilterKey("text", query.text), f"“{query.text.strip()}”"))
    found += [(FilterKey("flag", code.value), f"{code.value} {_plain(code)}") for code in query.flags]
    if query.within:
        found.append(
            (FilterKey("within", str(query.within)), f"release within {count(query.within, 'month')}")
        )
    if query.stage:
        found.append((FilterKey("stage", str(query.stage)), f"at {count(query.stage, 'month')}"))
    if query.plan:
        found.append((FilterKey("plan", query.plan.value), query.plan.value))
    if query.prison:
        found.append((FilterKey("prison", query.prison), f"held at {query.prison}"))
    return tuple(found)


def _plain(code: FlagCode) -> str:
    from app.domain.search import FLAG_WORDS

    words = FLAG_WORDS[code]
    return words[0].upper() + words[1:]
