"""Tables of frozen rows: one model, no proxies, rows fetched a window at a time.

    COLUMNS = (
        Column("Name", lambda row: row.name, width=24),
        Column("Due", lambda row: show_date(row.due), width=11, sort="due"),
    )
    self.model = RowTable(COLUMNS, self)
    self.model.set_rows(rows)                       # a list that is all there
    self.model.show_from(rows, True, self.more)     # or the first of a long one: more(after, take) fetches on

Sorting and filtering belong to whoever fetches the rows (the database), so a click on a column head only
emits `sort_asked`. `ui.table` shows it, with the keys and looks that every table here has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The frozen row itself."""
FLAGS_ROLE = Qt.ItemDataRole.UserRole + 2
"""The flag codes of a cell drawn by `ui.widgets.chips.ChipDelegate`."""
_SHOWN, _SAID = Qt.ItemDataRole.DisplayRole.value, Qt.ItemDataRole.AccessibleTextRole.value
_SIDE, _FONT = Qt.ItemDataRole.TextAlignmentRole.value, Qt.ItemDataRole.FontRole.value
_ANSWERED = frozenset((_SHOWN, _SAID, _SIDE, _FONT, ROW_ROLE, FLAGS_ROLE))
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(Struct, Generic[Row], frozen=True):
    """One column. `width` is in letters; the last one with `stretch` that is shown takes what is left."""

    title: str
    text: Callable[[Row], str]
    width: int = 14
    sort: str = ""
    """What whoever fetches the rows calls this order; empty where it cannot be sorted by."""
    stretch: bool = False
    right: bool = False
    strong: Callable[[Row], bool] | None = None
    flags: Callable[[Row], Sequence[str]] | None = None
    goes: int = 0
    """Where there is no room for all columns, those with a number go, the smallest first; 0 stays."""
    whole: bool = False
    """It gives no room to others: what it says is of use only whole."""
    told: Callable[[Row], str] | None = None
    """What a screen reader says in place of the text: for chips, and for a first column that sums a row up."""


class RowTable(QAbstractTableModel, Generic[Row]):
    """Frozen rows under columns."""

    sort_asked = Signal(str, bool)
    """The column's `sort` word, and whether it goes down."""
    counted = Signal(int)
    replaced = Signal()
    """Other rows come in the place of those shown: none of them is chosen any more."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[Row] = []
        self._fetch: Callable[[Row | None, Callable[[Sequence[Row], bool], None]], None] | None = None
        self._more = False
        self._loading = False
        self._round = 0

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """As many other columns, for the rows that come next. The view is fitted by whoever asks."""
        if len(columns) != len(self.columns):
            raise ValueError("a table keeps the number of its columns; hide those that are not used")
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """All rows at once, in the order given."""
        self._round += 1
        self.beginResetModel()
        self._rows = list(rows)
        self._fetch, self._more, self._loading = None, False, False
        self.endResetModel()
        self.counted.emit(len(self._rows))

    def show_from(
        self,
        rows: Sequence[Row],
        more: bool,
        fetch: Callable[[Row | None, Callable[[Sequence[Row], bool], None]], None],
    ) -> None:
        """First rows that are there already, and a source of those after them: `fetch(last, take)` asks for the rows
        after `last` (None: the first ones) and later calls `take(rows, more)`. Rows of a source that was replaced
        meanwhile are dropped.

        Where they go on from the rows shown, those stay, with the row that was chosen and how far it was scrolled.
        """
        have = len(self._rows)
        if list(rows[:have]) != self._rows:
            have = min(have, len(rows))
            self._put_in_place(rows[:have])
        self._round += 1
        self._fetch = fetch
        self._take(self._round, rows[have:], more)

    def _put_in_place(self, rows: Sequence[Row]) -> None:
        """Other rows where some stand: a reset would have the heads and every row's height made anew."""
        self.replaced.emit()
        if len(rows) < len(self._rows):
            self.beginRemoveRows(QModelIndex(), len(rows), len(self._rows) - 1)
            del self._rows[len(rows) :]
            self.endRemoveRows()
        self._rows[:] = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def _take(self, of_round: int, rows: Sequence[Row], more: bool) -> None:
        if of_round != self._round:
            return
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()
        self._more = more
        self._loading = False  # only now: a view asks for more while rows are being inserted
        self.counted.emit(len(self._rows))

    def canFetchMore(self, parent: AnyIndex) -> bool:  # noqa: N802 - Qt calls it
        return not parent.isValid() and self._more and not self._loading and self._fetch is not None

    def fetchMore(self, parent: AnyIndex) -> None:  # noqa: N802 - Qt calls it
        if not self.canFetchMore(parent) or self._fetch is None:
            return
        self._loading = True
        of_round = self._round
        self._fetch(
            self._rows[-1] if self._rows else None, lambda rows, more: self._take(of_round, rows, more)
        )

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt calls it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt calls it
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, says and is; a painting asks hundreds of times, mostly for what no cell here has."""
        if role not in _ANSWERED or not index.isValid() or not index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == _SHOWN:
            return column.text(row)
        if role == _SIDE:
            return _RIGHT if column.right else _LEFT
        if role == _FONT:
            return _bold() if column.strong is not None and column.strong(row) else None
        if role == ROW_ROLE:
            return row
        if role == FLAGS_ROLE:
            return tuple(column.flags(row)) if column.flags is not None else None
        return f"{column.title}: {(column.told or column.text)(row)}"

    def headerData(  # noqa: N802 - Qt calls it
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """A click on a column head: whoever fetches the rows is asked, nothing is sorted here."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.sort_asked.emit(self.columns[column].sort, order == Qt.SortOrder.DescendingOrder)


def _bold() -> QFont:
    font = QApplication.font()
    font.setBold(True)
    return font
