"""The columns of the list of cases and how their cells read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import Qt

from app.domain.case_list import CaseLine, CaseOrder, stage_dots, stage_of, stage_words
from app.domain.dates import show_date
from app.domain.names import full_name
from app.domain.timeline import NamedDate
from app.domain.words import DateName
from ui import words
from ui.models import Column, RowTable
from ui.tongue import tr
from ui.widgets.chips import words_of

SHORT_NAMES = {
    DateName.PAROLE_ELIGIBILITY: tr("PED"),
    DateName.HEARING: tr("Hearing"),
    DateName.STATUTORY_RELEASE: tr("SRD"),
    DateName.SENTENCE_EXPIRY: tr("SED"),
    DateName.FINAL_RELEASE: tr("FRD"),
    DateName.ORDERED_RELEASE: tr("Ordered"),
}
NAME, PRN, FLAGS, DATE, STAGE, PLAN, ACTIONS, PRISON, BOARD, WHY = range(10)
"""Numbers of the columns that a screen hides or draws in its own way."""
DIRECTIONS = {
    CaseOrder.DATE: (tr("soonest first"), tr("latest first")),
    CaseOrder.BOARD: (tr("soonest first"), tr("latest first")),
    CaseOrder.ACTIONS: (tr("fewest first"), tr("most first")),
}
DATE_LETTERS = 27
"""How wide a date is with how far off it is."""
SOON = timedelta(days=14)


def far_off(day: date, today: date) -> str:
    """`in 8 days`, `today`, `3 days ago`."""
    return _days_off((day - today).days)


@lru_cache(maxsize=2_000)
def _days_off(days: int) -> str:
    """Kept, since a list says the same few in every row that it draws anew."""
    if days == 0:
        return tr("today")
    many = words.counted(abs(days), "day")
    return tr("in {many}", many=many) if days > 0 else tr("{many} ago", many=many)


def dated(anchor: NamedDate | None, today: date, brief: bool = False) -> str:
    """`SRD 01/12/2026, in 8 days`: the date never stands without its name; `brief` is without how far off it is."""
    if anchor is None:
        return tr("no date known")
    day = f"{SHORT_NAMES[anchor.name]} {show_date(anchor.day)}"
    return day if brief else f"{day}, {far_off(anchor.day, today)}"


def dated_long(anchor: NamedDate | None, today: date) -> str:
    """The same with the date's name in full, for readers and forms."""
    if anchor is None:
        return tr("no date known")
    return f"{anchor.name.value} {show_date(anchor.day)} ({far_off(anchor.day, today)})"


def found_by(line: CaseLine) -> str:
    """Why a line was found, without the name that stands in its first column: what was found is not cut off for it."""
    own = full_name(line.surname, line.given_names)
    return line.why.replace(f"name {own} ", "name ").removesuffix(f", of {own}")


def columns(
    today: date, changed: Callable[[str], bool] = lambda _prn: False, brief: bool = False
) -> tuple[Column[CaseLine], ...]:
    """The columns, with days counted from `today`; `changed` says of a PRN whether a check found it changed outside.

    `brief` is for a list that has no room for how far off each date is.
    """

    def name(line: CaseLine) -> str:
        ended = tr(", closed") if line.closed_stored else tr(", left out") if line.left_out else ""
        proposed = tr(", proposed to {proposed_to}", proposed_to=line.proposed_to) if line.proposed_to else ""
        outside = tr(", changed outside ForumDesk") if changed(line.prn) else ""
        return full_name(line.surname, line.given_names) + ended + proposed + outside

    def stage(line: CaseLine, say: Callable[[int | None, bool], str]) -> str:
        anchor = line.anchor
        return say(stage_of(anchor.day if anchor else None, today), anchor is not None)

    def hearing(line: CaseLine) -> str:
        return show_date(date.fromisoformat(line.hearing_stored)) if line.hearing_stored else "–"

    def summed_up(line: CaseLine) -> str:
        return f"{name(line)}, {words_of(line.codes)}, {dated_long(line.anchor, today)}"

    return (
        Column(
            tr("Name"), name, width=18, sort=CaseOrder.NAME, told=summed_up, stretch=True,
            strong=lambda line: changed(line.prn),
        ),
        Column(tr("PRN"), lambda line: line.prn, width=9, sort=CaseOrder.PRN),
        Column(
            tr("Flags"), lambda line: " ".join(line.codes), width=20, flags=lambda line: line.codes,
            told=lambda line: words_of(line.codes),
        ),
        Column(
            tr("Date counted to"), lambda line: dated(line.anchor, today, brief), width=19 if brief else DATE_LETTERS,
            sort=CaseOrder.DATE,
            strong=lambda line: line.anchor is not None and line.anchor.day - today <= SOON,
            told=lambda line: dated_long(line.anchor, today),
        ),
        Column(
            tr("Stage"), lambda line: stage(line, stage_dots), width=13, sort=CaseOrder.DATE,
            told=lambda line: stage(line, stage_words),
        ),
        Column(tr("Release plan"), lambda line: line.plan, width=18, sort=CaseOrder.PLAN),
        Column(tr("To do"), lambda line: str(line.actions or "–"), width=6, right=True, sort=CaseOrder.ACTIONS),
        Column(tr("Prison"), lambda line: line.prison or "–", width=20, sort=CaseOrder.PRISON),
        Column(tr("Board"), hearing, width=12, sort=CaseOrder.BOARD,
               told=lambda line: tr("hearing {day}", day=hearing(line)) if line.hearing_stored else tr("no hearing")),
        Column(tr("Found by"), found_by, width=41, sort=CaseOrder.FOUND, told=lambda line: line.why),
    )  # fmt: skip


class CaseTable(RowTable[CaseLine]):
    """The model of the list: says in the head's accessible name which way it is sorted."""

    def __init__(
        self, today: date, parent: Any = None, changed: Callable[[str], bool] = lambda _prn: False
    ) -> None:
        super().__init__(columns(today, changed), parent)
        self._brief = False
        self._columns_when = partial(columns, today, changed)
        self._order, self._down = CaseOrder.DATE, False

    def be_brief(self, brief: bool) -> None:
        """Whether the dates stand alone, without how far off they are."""
        if brief != self._brief:
            self._brief = brief
            self.set_columns(self._columns_when(brief))

    def told_order(self, order: CaseOrder, down: bool) -> None:
        """Which order the rows came in."""
        if (order, down) == (self._order, self._down):
            return
        self._order, self._down = order, down
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def headerData(  # noqa: N802 - Qt calls it
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        told = super().headerData(section, orientation, role)
        if (
            role == Qt.ItemDataRole.AccessibleTextRole
            and orientation is Qt.Orientation.Horizontal
            and 0 <= section < len(self.columns)
            and self.columns[section].sort == self._order
        ):
            return tr("{told}, sorted: {order}", told=told, order=order_words(self._order, self._down))
        return told


def order_words(order: CaseOrder, down: bool) -> str:
    """`soonest first`."""
    if order is CaseOrder.FOUND:
        return tr("best found first")
    return DIRECTIONS.get(order, (tr("A to Z"), tr("Z to A")))[down]


def sortable(of: Sequence[Column[CaseLine]]) -> tuple[tuple[str, CaseOrder], ...]:
    """Titles and orders for the sort menu, each order once."""
    found: dict[CaseOrder, str] = {}
    for column in of:
        if column.sort:
            found.setdefault(CaseOrder(column.sort), column.title)
    return tuple((title, order) for order, title in found.items())
