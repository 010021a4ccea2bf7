"""The table of frozen rows under Qt's own tester, whole and by windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.models import Column, RowTable
from ui.table import Table
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

    model.show_from((), True, fetch)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert asked == [None, 99, 199]
    assert list(model.rows) == LINES


def test_while_rows_are_on_their_way_nothing_more_is_asked(model: RowTable[Line]) -> None:
    waiting: list[Callable[[Sequence[Line], bool], None]] = []
    model.show_from((), True, lambda _last, take: waiting.append(take))
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    waiting[0](LINES[:10], True)
    assert model.canFetchMore(QModelIndex())


def test_rows_of_a_list_that_was_replaced_meanwhile_are_dropped(model: RowTable[Line]) -> None:
    waiting: list[Callable[[Sequence[Line], bool], None]] = []
    model.show_from((), True, lambda _last, take: waiting.append(take))
    model.fetchMore(QModelIndex())
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


def test_a_row_that_is_copied_is_one_line_and_no_formula_wherever_it_is_pasted(
    model: RowTable[Line], qtbot: QtBot
) -> None:
    model.set_rows([Line(1, '=HYPERLINK("http://x")'), Line(2, "Pōtiki\t+1\nHana")])
    table = Table(model, "Lines")
    qtbot.addWidget(table)
    table.selectAll()
    table.copy_rows()
    copied = QApplication.clipboard().text().split("\n")
    QApplication.clipboard().clear()
    assert copied[1:] == ['1\t\'=HYPERLINK("http://x")\t', "2\tPōtiki +1 Hana\t"]


def window_of(model: RowTable[Line], rows: Sequence[Line]) -> None:
    """A first window of rows, with no more behind it."""
    model.show_from(rows, False, lambda _last, _take: None)


@pytest.mark.parametrize("many", [2, 5, 9, 0])
def test_other_rows_take_the_place_of_those_shown_whether_more_or_fewer(
    model: RowTable[Line], many: int
) -> None:
    resets: list[int] = []
    window_of(model, LINES[:5])
    model.modelReset.connect(lambda: resets.append(1))
    window_of(model, LINES[100 : 100 + many])
    assert list(model.rows) == LINES[100 : 100 + many]
    assert model.rowCount() == many
    assert resets == []


def test_the_keyboard_keeps_its_place_among_other_rows_and_tells_which_is_there_now(
    model: RowTable[Line], qtbot: QtBot
) -> None:
    table = Table(model, "Cases")
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    window_of(model, LINES[:40])
    table.selectRow(1)
    told: list[Line] = []
    table.picked.connect(told.append)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    window_of(model, LINES[100:140])
    assert told == [LINES[101]]
    assert table.chosen() == [LINES[101]]
    assert table.viewport().rect().contains(table.visualRect(model.index(1, 0)))


def test_of_several_rows_chosen_none_is_chosen_when_others_take_their_place(
    model: RowTable[Line], qtbot: QtBot
) -> None:
    table = Table(model, "Cases")
    qtbot.addWidget(table)
    window_of(model, LINES[:40])
    table.selectAll()
    window_of(model, LINES[100:140])
    assert table.chosen() == []
    assert table.current() is None


def test_a_table_has_room_for_one_row_more_than_it_shows_whole(model: RowTable[Line], qtbot: QtBot) -> None:
    table = Table(model, "Cases")
    qtbot.addWidget(table)
    table.resize(400, 333)
    table.show()
    window_of(model, LINES[: table.room])
    last = table.visualRect(model.index(table.room - 1, 0))
    assert last.top() >= table.viewport().height() > table.visualRect(model.index(table.room - 3, 0)).bottom()


def test_a_cell_or_head_that_is_cut_off_is_told_whole_by_the_pointer(
    model: RowTable[Line], qtbot: QtBot
) -> None:
    table = Table(model, "People")
    qtbot.addWidget(table)
    long = "Te Rangihīroa-Walker, Maraea Ngāhuia Whakaaro o te Rangatira"
    model.set_rows([Line(1, "Pōtiki"), Line(2, long, LINES[0].flags)])
    table.resize(420, 200)
    table.show()

    def told(row: int, column: int) -> str:
        QToolTip.hideText()
        at = table.visualRect(model.index(row, column)).center()
        QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(0, 0)))
        return QToolTip.text()

    assert (told(0, 1), told(1, 1)) == ("", long), "a tool tip must not stand where all of the text does"
    head = table.horizontalHeader()
    assert table.cut_head(1) == ""
    head.setMinimumSectionSize(10)
    head.resizeSection(1, 20)
    at = QPoint(head.sectionViewportPosition(1) + 5, 5)
    QApplication.sendEvent(head.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint(0, 0)))
    assert QToolTip.text() == "Name"


def test_what_is_cut_off_in_a_row_or_went_for_want_of_room_is_told_by_a_key_too(qtbot: QtBot) -> None:
    columns = (
        Column[Line]("Name", lambda line: line.name, width=20),
        Column[Line]("Number", lambda line: str(line.number), width=20, goes=1),
    )
    model: RowTable[Line] = RowTable(columns)
    table = Table(model, "People")
    qtbot.addWidget(table)
    long = "Te Rangihīroa-Walker, Maraea <Ngāhuia> Whakaaro o te Rangatira"
    model.set_rows([Line(7, long), Line(8, "Pōtiki")])
    opened: list[Line] = []
    table.opened.connect(opened.append)

    def told(row: int, width: int) -> str:
        QToolTip.hideText()
        table.resize(width, 200)
        table.setCurrentIndex(model.index(row, 0))
        qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        return QToolTip.text()

    table.show()
    table.setFocus()
    assert told(0, 180) == f"Name: {long}\nNumber: 7"
    assert told(1, 180) == "Number: 8"
    assert told(1, 800) == "All of this row is in view."
    assert opened == []


def test_a_table_that_hugs_is_as_tall_as_its_rows_and_one_without_rows_says_so(
    model: RowTable[Line], qtbot: QtBot
) -> None:
    table = Table(model, "People", none="Nobody is named yet.")
    qtbot.addWidget(table)
    assert table.accessibleDescription() == "Nobody is named yet."
    table.hug()
    model.set_rows(LINES[:2])
    two = table.maximumHeight()
    model.set_rows(LINES[:5])
    assert table.maximumHeight() - two == 3 * table.verticalHeader().defaultSectionSize()
    assert table.minimumHeight() == table.maximumHeight()
    model.set_rows(LINES)
    assert table.minimumHeight() < 200 < table.maximumHeight()


def test_columns_that_may_go_go_where_there_is_no_room_and_come_back(
    qapp: QApplication, qtbot: QtBot
) -> None:
    model = RowTable(
        (
            Column[Line]("Name", lambda row: row.name, width=30),
            Column[Line]("Service", lambda _row: "prisons", width=20, goes=1),
            Column[Line]("Print", lambda _row: "large", width=10, goes=2),
            Column[Line]("State", lambda _row: "OUT", width=20, stretch=True),
        )
    )
    table = Table(model, "Copies")
    qtbot.addWidget(table)
    model.set_rows(LINES[:2])
    table.show()
    hidden = []
    for letters in (100, 70, 60, 100):
        table.resize(letters * table.fontMetrics().averageCharWidth(), 200)
        qapp.processEvents()
        hidden.append([table.isColumnHidden(number) for number in range(4)])
    assert hidden[1] == [False, True, False, False]
    assert hidden[2] == [False, True, True, False]
    assert hidden[0] == hidden[3] == [False] * 4
