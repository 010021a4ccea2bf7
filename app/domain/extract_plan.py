"""What the register holds before an extract is taken in, and the plan of what to store, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from app.domain.criteria import Criterion, Placer
from app.domain.extract import ExtractRecord, Oddity
from app.domain.extract_result import DifferenceRow
from app.domain.timeline import HandAnchor, NamedDate
from app.domain.words import DateName, FlagCode, LeftOutReason


class KnownPerson(NamedTuple):
    """A person of the register. `values` are those of `STORED`; None where no extract has named them yet."""

    person_id: int
    prn: str
    surname: str
    given_names: str
    date_of_birth: date
    gone: bool
    as_at: date | None
    values: tuple[Any, ...] | None


class KnownCase(NamedTuple):
    """One episode. `by_hand` is the anchor a person chose, while it holds."""

    case_id: int
    person_id: int
    forum: str
    episode: int
    open: bool
    anchor: NamedDate | None
    anchor_as_at: date | None
    by_hand: HandAnchor | None


class KnownFlag(NamedTuple):
    """A flag that stands. `by_ioms` tells those an extract raised from those a person did."""

    flag_id: int
    code: FlagCode
    by_ioms: bool
    comment: str | None


class LeftOutNow(NamedTuple):
    """Why a person is not on the list, as a row to keep."""

    forum: str
    reason: LeftOutReason
    starts: date | None


class Rules(NamedTuple):
    """A forum's criteria in force."""

    version: int
    criteria: tuple[Criterion, ...]
    place: Placer


class Current(Struct, frozen=True):
    """What the register holds of everybody the file may touch: by PRN, and the rest by person.

    `corrections` are dates the forum has put right; they stand before those of IOMS (need R9).
    """

    people: Mapping[str, KnownPerson]
    cases: Mapping[int, Sequence[KnownCase]]
    flags: Mapping[int, Sequence[KnownFlag]]
    aliases: Mapping[int, Mapping[tuple[str, str], int]]
    corrections: Mapping[int, Mapping[DateName, date]]
    left_out: Mapping[int, LeftOutNow]
    rules: Mapping[str, Rules]
    next_person: int
    next_case: int


class PersonIn(NamedTuple):
    """A person as the file has them; `values` as `STORED`."""

    person_id: int
    record: ExtractRecord
    values: tuple[Any, ...]


class CaseOpening(NamedTuple):
    """A case that a criterion opens."""

    case_id: int
    person_id: int
    forum: str
    episode: int
    codes: tuple[str, ...]
    reason: str
    version: int
    anchor: NamedDate
    as_at: date


class AnchorChange(NamedTuple):
    """An anchor of an open case that moved; `ends_hand` where that ended a choice made by hand."""

    case_id: int
    old: NamedDate | None
    new: NamedDate | None
    as_at: date
    days_lost: int | None
    reason: str
    ends_hand: HandAnchor | None


class FlagRaised(NamedTuple):
    """A flag to raise; `by_ioms` False where the criteria raise it."""

    person_id: int
    code: FlagCode
    as_at: date
    by_ioms: bool
    comment: str | None


class FlagWithdrawn(NamedTuple):
    """A flag that IOMS no longer has."""

    flag_id: int
    person_id: int
    as_at: date


@dataclass(slots=True)
class ImportPlan:
    """Everything to store, in no order but each list's own."""

    added: list[PersonIn] = field(default_factory=list)
    new_records: list[PersonIn] = field(default_factory=list)
    """Known people whom no extract has named before."""
    changed: list[PersonIn] = field(default_factory=list)
    unchanged: list[PersonIn] = field(default_factory=list)
    renamed: list[PersonIn] = field(default_factory=list)
    differences: list[tuple[int, DifferenceRow]] = field(default_factory=list)
    """With the person each is about."""
    aliases_new: list[tuple[int, date, tuple[str, str]]] = field(default_factory=list)
    aliases_gone: list[int] = field(default_factory=list)
    gone: list[KnownPerson] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    cases: list[CaseOpening] = field(default_factory=list)
    anchors: list[AnchorChange] = field(default_factory=list)
    anchors_confirmed: list[tuple[int, date]] = field(default_factory=list)
    flags_raised: list[FlagRaised] = field(default_factory=list)
    flags_withdrawn: list[FlagWithdrawn] = field(default_factory=list)
    left_out: list[tuple[int, LeftOutNow]] = field(default_factory=list)
    left_out_before: list[int] = field(default_factory=list)
    """Of these, who was left out before for another reason."""
    left_out_no_more: list[int] = field(default_factory=list)
    warnings: list[Oddity] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Whether storing it would only say again what the register says."""
        return not any(
            getattr(self, name) for name in self.__slots__ if name not in ("unchanged", "warnings")
        )

    def people_to_find(self) -> set[int]:
        """Those whose names, place or flags a search should now find otherwise."""
        flagged = {flag.person_id for flag in self.flags_raised} | {
            flag.person_id for flag in self.flags_withdrawn
        }
        return flagged | {person.person_id for people in (self.added, self.changed) for person in people}
