"""The table of frozen rows under Qt's own tester, whole and by windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.models import Column, RowTable, Table
from ui.widgets.chips import ChipDelegate, words_of


class Line(NamedTuple):
    number: int
    name: str
    flags: tuple[str, ...] = ()


COLUMNS = (
    Column[Line]("No.", lambda row: str(row.number), width=6, right=True, sort="number"),
    Column[Line]("Name", lambda row: row.name, width=20, stretch=True, strong=lambda row: row.number == 1),
    Column[Line](
        "Flags",
        lambda row: " ".join(row.flags),
        flags=lambda row: row.flags,
        told=lambda row: words_of(row.flags),
    ),
)
LINES = [
    Line(number, f"NGĀTA, {number}", ("HR", "VNR", "SS", "CSO", "OWR", "DEP", "TR", "HP"))
    for number in range(250)
]


@pytest.fixture
def model(qapp: QApplication) -> RowTable[Line]:
    made = RowTable(COLUMNS)
    made.tester = QAbstractItemModelTester(  # type: ignore[attr-defined]
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def test_rows_stand_as_given_and_again_after_a_reset(model: RowTable[Line]) -> None:
    model.set_rows(LINES)
    assert model.rowCount() == 250
    model.set_rows(LINES[:3])
    assert [model.index(i, 1).data() for i in range(3)] == ["NGĀTA, 0", "NGĀTA, 1", "NGĀTA, 2"]


def test_a_long_list_comes_by_windows_after_the_last_row_it_has(model: RowTable[Line]) -> None:
    asked: list[int | None] = []

    def fetch(last: Line | None, take: Callable[[Sequence[Line], bool], None]) -> None:
        asked.append(last.number if last else None)
        start = last.number + 1 if last else 0
        take(LINES[start : start + 100], start + 100 < len(LINES))

    model.set_source(fetch)
    assert model.rowCount() == 100
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert asked == [None, 99, 199]
    assert list(model.rows) == LINES


def test_while_rows_are_on_their_way_nothing_more_is_asked(model: RowTable[Line]) -> None:
    waiting: list[Callable[[Sequence[Line], bool], None]] = []
    model.set_source(lambda _last, take: waiting.append(take))
    assert not model.canFetchMore(QModelIndex())
    waiting[0](LINES[:10], True)
    assert model.canFetchMore(QModelIndex())


def test_rows_of_a_list_that_was_replaced_meanwhile_are_dropped(model: RowTable[Line]) -> None:
    waiting: list[Callable[[Sequence[Line], bool], None]] = []
    model.set_source(lambda _last, take: waiting.append(take))
    model.set_rows(LINES[:2])
    waiting[0](LINES[:10], False)
    assert model.rowCount() == 2


def test_a_column_head_only_asks_for_another_order(model: RowTable[Line], qtbot: QtBot) -> None:
    model.set_rows(LINES[:3])
    with qtbot.waitSignal(model.sort_asked) as asked:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["number", True]
    assert model.index(0, 0).data() == "0"


def test_a_cell_says_its_column_and_flags_in_words(model: RowTable[Line]) -> None:
    model.set_rows(LINES[:1])
    said = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Flags: High risk, Victim Notification Register")


def test_enter_opens_and_copy_takes_the_rows_as_a_table(model: RowTable[Line], qtbot: QtBot) -> None:
    model.set_rows(LINES[:3])
    table = Table(model, "Lines")
    qtbot.addWidget(table)
    table.setItemDelegateForColumn(2, ChipDelegate(table))
    table.resize(500, 300)
    table.show()
    table.setFocus()
    table.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [LINES[1]]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines() == [
        "No.\tName\tFlags",
        "1\tNGĀTA, 1\t" + " ".join(LINES[1].flags),
    ]
    QApplication.clipboard().clear()
    assert not table.grab().isNull()
