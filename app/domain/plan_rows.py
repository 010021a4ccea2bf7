"""The parts of a release plan as they leave the register: frozen rows (needs P1-P5)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.plan import says_something
from app.domain.plan_words import ConditionState, ConsentSaid, NeedStatus
from app.domain.words import CheckKind, NeedDomain, Service


class OccupierConsentRow(NamedTuple):
    """One word on the occupier's consent: what, in which form, who said it, when, and why (need P1)."""

    said: ConsentSaid
    form: str | None
    by: str
    day: date
    reason: str | None
    source: str

    @property
    def words(self) -> str:
        """`given 12/11/2026 by A. Tūtahi, in writing`, or with the reason where it was withdrawn."""
        tail = "".join(f", {part}" for part in (self.form,) if part)
        why = f": {self.reason}" if self.reason else ""
        return f"{self.said.value} {show_date(self.day)} by {self.by}{tail}{why}"


class CheckStanding(NamedTuple):
    """One kind of check of one address: what was answered, whether it is due, and why or why not."""

    kind: CheckKind
    answer: str
    due: bool
    why: str

    @property
    def open(self) -> bool:
        """Due, and nobody has answered."""
        return self.due and not says_something(self.answer)

    @property
    def words(self) -> str:
        """`Police: not asked (due: this forum wants it for every address)`."""
        return f"{self.kind.value}: {self.answer} ({'due' if self.due else 'not due'}: {self.why})"


class NeedRow(NamedTuple):
    """One of the eight needs; all eight always stand there, *not asked* where nobody has said anything (need P4).

    `status` is a `NeedStatus` or, from before there were statuses, what somebody wrote.
    """

    domain: NeedDomain
    status: str
    text: str | None
    service: Service | None
    owner: str | None
    said_by: str | None
    as_at: date | None

    @property
    def open(self) -> bool:
        """Nobody has answered."""
        return not says_something(self.status)

    @property
    def items(self) -> tuple[str, ...]:
        """What is done about it: the programmes, for the domain of that name."""
        return need_items(self.status, self.text)


def need_items(status: str, text: str | None) -> tuple[str, ...]:
    """What is done about a need, as written, parted by `;`. Empty while nobody has answered, and once declined."""
    if not says_something(status) or status in (NeedStatus.DECLINED, NeedStatus.NO_NEED):
        return ()
    told = text or ("" if status in set(NeedStatus) else status)
    return tuple(part for part in (" ".join(each.split()) for each in told.split(";")) if part)


class ConditionText(NamedTuple):
    """One entry of the library: its words as they were valid from one day to another, both included."""

    code: str
    words: str
    valid_from: date
    valid_to: date | None
    source: str

    def valid(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class ConditionStep(NamedTuple):
    """One thing that became of a condition: what, on which day, who said so, and a note."""

    state: ConditionState
    day: date
    by: str
    note: str | None


class ConditionRow(Struct, frozen=True):
    """A condition of a case. `code` is None for the forum's own words; `steps` are oldest first and never empty."""

    number: int
    code: str | None
    words: str
    steps: tuple[ConditionStep, ...]

    @property
    def state(self) -> ConditionState:
        return self.steps[-1].state

    @property
    def day(self) -> date:
        """The day of its present state."""
        return self.steps[-1].day

    @property
    def told(self) -> str:
        """`asked of Board 12/11/2026: Live at an address …`, as paper and minutes have it."""
        return f"{self.state.value} {show_date(self.day)}: {self.words}"
