"""What the Parole Board was told, and how far the plan has gone from it since (need B2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.hearings import HearingRow, NoticeRow, ReportRow
from app.domain.names import clean
from app.domain.words import DriftState, NoticeAbout

PARTS = ("address", "programmes", "conditions")
"""The parts of a plan the Board relies on, in the order they are told."""


class BoardTold(Struct, frozen=True):
    """The parts of a plan the Board relies on: the next address, programmes and conditions as written."""

    address: str = ""
    programmes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class PartDrift(NamedTuple):
    """One part of a plan that is no longer what the Board was told."""

    field: str
    told: str
    now: str

    @property
    def words(self) -> str:
        return f"{self.field}: {self.told} → {self.now}"


def drift(told: BoardTold, now: BoardTold) -> tuple[PartDrift, ...]:
    """Each part that is no longer what the Board was told, with old and new; empty if none.

    The order of programmes and conditions does not count, nor does white space.
    """
    found = []
    if clean(told.address) != clean(now.address):
        found.append(PartDrift("address", _show([told.address]), _show([now.address])))
    for name, old, new in (
        ("programmes", told.programmes, now.programmes),
        ("conditions", told.conditions, now.conditions),
    ):
        if _said(old) != _said(new):
            found.append(PartDrift(name, _show(old), _show(new)))
    return tuple(found)


def _said(parts: Sequence[str]) -> list[str]:
    return sorted(kept for part in parts if (kept := clean(part)))


def _show(parts: Sequence[str]) -> str:
    return ", ".join(_said(parts)) or "none"


class KnownDrift(NamedTuple):
    """A drift as the register holds it: `told_id` is the telling it departs from."""

    id: int
    told_id: int | None
    field: str
    now: str
    state: DriftState


class DriftMove(NamedTuple):
    """What is to be done about one part. `known` is the drift it is done to, None where one is raised.

    `state` is what it becomes; `part` says old and new where the difference is still there.
    """

    known: int | None
    state: DriftState
    part: PartDrift | None


def reconcile(
    told_id: int, drifted: Iterable[PartDrift], known: Iterable[KnownDrift]
) -> tuple[DriftMove, ...]:
    """What to do so that each drift of one case is raised once and only once (need B2).

    `told_id` is the telling that stands; `known` are the drifts of the case that are open, or withdrawn since it.
    The same difference again raises nothing; a further one changes the open drift; a plan that is again as told
    settles it; a new telling settles what an older one left open; a withdrawn drift stays withdrawn until the plan
    says something else again.
    """
    differs = {part.field: part for part in drifted}
    moves = []
    for each in known:
        part = differs.get(each.field)
        if each.told_id != told_id:
            if each.state is DriftState.OPEN:
                moves.append(DriftMove(each.id, DriftState.TOLD, None))
        elif part is None:
            moves.append(DriftMove(each.id, DriftState.BACK, None))
        elif each.state is DriftState.OPEN:
            del differs[each.field]
            if part.now != each.now:
                moves.append(DriftMove(each.id, DriftState.OPEN, part))
        elif part.now == each.now:
            del differs[each.field]
        else:
            moves.append(DriftMove(each.id, DriftState.LAPSED, None))
    moves += [DriftMove(None, DriftState.OPEN, part) for part in differs.values()]
    return tuple(moves)


class ToldRow(NamedTuple):
    """What the Board was told on a day, by whom, frozen from the plan as it stood."""

    on: date
    by: str
    hearing: date | None
    address: str
    programmes: tuple[str, ...]
    conditions: tuple[str, ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each part with its words, *none* where nothing was told."""
        parts = ([self.address], self.programmes, self.conditions)
        return tuple((name, _show(part)) for name, part in zip(PARTS, parts, strict=True))


class DriftRow(NamedTuple):
    """A difference between the plan and what the Board was told, and how it stands."""

    number: int
    field: str
    told: str
    now: str
    state: DriftState
    since: date | None
    settled: date | None
    reason: str

    @property
    def words(self) -> str:
        """`Tell the Board: address was 1 Rātā Street, is now none`."""
        return f"{self.field} was {self.told}, is now {self.now}"


class BoardFile(Struct, frozen=True):
    """All that a case shows of the Board: hearings, what is due for them, what it was told and what has drifted."""

    hearings: tuple[HearingRow, ...] = ()
    reports: tuple[ReportRow, ...] = ()
    notices: tuple[NoticeRow, ...] = ()
    told: tuple[ToldRow, ...] = ()
    drifts: tuple[DriftRow, ...] = ()

    @property
    def open_drifts(self) -> tuple[DriftRow, ...]:
        """What the Board is still to be told."""
        return tuple(row for row in self.drifts if row.state is DriftState.OPEN)

    def waiting(self, today: date) -> tuple[tuple[str, str, date | None], ...]:
        """What is outstanding in words, the gravest first: kind, sentence, day due.

        Reports count from the day they are due; notices of a hearing too, those of a result from when it came.
        """
        found: list[tuple[str, str, date | None]] = [
            ("drift", f"Tell the Board: {row.words}", None) for row in self.open_drifts
        ]
        found += [
            ("notice", row.words, row.due)
            for row in self.notices
            if row.sent is None
            and row.due is not None
            and (row.about is NoticeAbout.RESULT or row.due <= today)
        ]
        found += [
            ("report", f"{row.words} for the hearing of {show_date(row.hearing)}", row.due)
            for row in self.reports
            if row.sent is None and row.due <= today <= row.hearing
        ]
        return tuple(found)
