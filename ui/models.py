"""Tables of frozen rows: one model, no proxies, rows fetched a window at a time.

    COLUMNS = (
        Column("Name", lambda row: row.name, width=24),
        Column("Due", lambda row: show_date(row.due), width=11, sort="due"),
    )
    self.model = RowTable(COLUMNS, self)
    self.model.set_rows(rows)                       # a list that is all there
    self.model.show_from(rows, True, self.more)     # or the first of a long one: more(after, take) fetches on

Sorting and filtering belong to whoever fetches the rows (the database), so a click on a column head only
emits `sort_asked`. `table_of(model)` makes a view with the keys and looks that every table here has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from app.domain.extract import guard_cell
from ui.theme import CELL_PADDING, scaled, tones
from ui.widgets.clipboard import lend

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
    """One column. `width` is in letters; the one with `stretch` takes what is left."""

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


_LEAST_ROWS = 3
_SHORT, _SHORT_OF_LONG = 12, 4
"""A list that hugs shows up to twelve rows whole, and at least four of more."""


def _bold() -> QFont:
    font = QApplication.font()
    font.setBold(True)
    return font


@runtime_checkable
class TellsCopying(Protocol):
    """The window around a table: it has the copying entered in the trail, and only then lets it be done."""

    def copy_rows_of(self, rows: int, copy: Callable[[], None]) -> None: ...


def _cell_margins(table: QTableView) -> int:
    """What a cell keeps free at both its sides."""
    frame = table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, table) + 1
    return 2 * (frame + scaled(CELL_PADDING))


class Table(QTableView):
    """A table with our keys: Enter or double click opens, Ctrl+C copies rows, Tab leaves it."""

    opened = Signal(object)
    """The row that was opened."""
    picked = Signal(object)
    """The row that is current, or None."""

    def __init__(
        self,
        model: RowTable[Any],
        name: str,
        parent: QWidget | None = None,
        none: str = "",
        of_people: bool = True,
    ) -> None:
        """`none` is the sentence that stands in the place of the rows where there are none.

        Rows that are not `of_people`, such as the list of keys, are copied without a word to the trail.
        """
        super().__init__(parent)
        self._of_people = of_people
        self._table = model
        self.none = none
        self._hugs = False
        if none:
            self.setAccessibleDescription(none)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.installEventFilter(self)
        head.viewport().installEventFilter(self)
        model.replaced.connect(self._forget_chosen)
        model.dataChanged.connect(self._show_replaced)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.picked.emit(now.data(ROW_ROLE) if now.isValid() else None)
        )
        self.fit()

    def fit(self) -> None:
        """Set heights and widths by the font: again whenever the text size changes."""
        metrics = QFontMetrics(QApplication.font())
        letter = metrics.averageCharWidth()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + scaled(11))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(letter * 5)
        for number in range(len(self._table.columns)):
            head.resizeSection(number, self.wide(number))
        self._spread()
        self._hug()

    def wide(self, number: int) -> int:
        """How wide a column is by itself: its letters, and never less than its head, which is bold."""
        letters = self._table.columns[number].width * QFontMetrics(QApplication.font()).averageCharWidth()
        return max(letters, self.horizontalHeader().sectionSizeFromContents(number).width())

    def _spread(self) -> None:
        """Give the stretched column what is left, and never less than its own width."""
        head = self.horizontalHeader()
        self._let_go()
        for number, column in enumerate(self._table.columns):
            if column.stretch:
                taken = sum(
                    head.sectionSize(i)
                    for i in range(head.count())
                    if i != number and not head.isSectionHidden(i)
                )
                head.resizeSection(number, max(self.wide(number), self.viewport().width() - taken))

    def _let_go(self) -> None:
        """Hide columns that may go until the rest is seen without scrolling sideways."""
        columns = self._table.columns
        may_go = sorted((column.goes, number) for number, column in enumerate(columns) if column.goes)
        if not may_go:
            return
        head = self.horizontalHeader()
        wide = [self.wide(number) for number in range(len(columns))]
        gone: set[int] = set()
        for _, number in may_go:
            if sum(size for n, size in enumerate(wide) if n not in gone) <= self.viewport().width():
                break
            gone.add(number)
        for _, number in may_go:
            if head.isSectionHidden(number) != (number in gone):
                head.setSectionHidden(number, number in gone)
                head.resizeSection(number, wide[number])

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Its head and a few rows: under that a list is a slit with a bar in it, and the page scrolls instead."""
        rows = _LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        high = self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), high)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """It would like no more than it needs: a list that may grow is given the room that is left."""
        liked = super().sizeHint()
        return liked if self._hugs else QSize(liked.width(), self.minimumSizeHint().height())

    def resizeEvent(self, event: Any) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: Any) -> None:  # noqa: N802 - Qt calls it
        super().changeEvent(event)
        if event.type() == event.Type.FontChange and hasattr(self, "_table"):
            self.fit()

    def hug(self) -> None:
        """From now on as tall as its rows, with nothing bare under them; a list of more than a screen scrolls itself.

        A short list in a page that scrolls has no bar of its own: one would have to find out which of the two to move.
        """
        self._hugs = True
        self._table.counted.connect(lambda _count: self._hug())
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self._hug())
        self._hug()

    def _hug(self) -> None:
        if self._hugs:
            rows = self._table.rowCount()
            self.setMinimumHeight(self._height_of(rows if rows <= _SHORT else _SHORT_OF_LONG))
            self.setMaximumHeight(self._height_of(rows))

    def _height_of(self, rows: int) -> int:
        """How tall it is with so many rows seen."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        high = max(1, rows) * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + high + below + 2 * self.frameWidth() + scaled(2)

    # What does not stand there whole is said by the pointer: a cell's text, a column's head.

    def cut_cell(self, index: QModelIndex) -> str:
        """The whole text of a cell that is cut off; empty where it stands there whole."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = self.columnWidth(index.column()) - _cell_margins(self)
        wide = QFontMetrics(index.data(Qt.ItemDataRole.FontRole) or self.font()).horizontalAdvance(text)
        codes = index.data(FLAGS_ROLE)
        if codes:
            wide, text = (
                self.itemDelegateForColumn(index.column()).sizeHint(QStyleOptionViewItem(), index).width()
                - _cell_margins(self),
                self._told(index),
            )
        return text if wide > room else ""

    def cut_head(self, column: int) -> str:
        """The whole title of a column whose head is cut off; empty where it stands there whole."""
        title = self._table.columns[column].title
        head = self.horizontalHeader()
        return title if head.sectionSizeFromContents(column).width() > head.sectionSize(column) else ""

    def _told(self, index: QModelIndex) -> str:
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return said.removeprefix(f"{self._table.columns[index.column()].title}: ")

    def _gone(self, index: QModelIndex) -> str:
        """What stands in the columns of this row that had to go."""
        told = [
            f"{column.title}: {index.siblingAtColumn(number).data()}"
            for number, column in enumerate(self._table.columns)
            if column.goes and self.isColumnHidden(number)
        ]
        return "; ".join(told)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.indexAt(event.pos())
            if at.isValid() and (whole := "\n".join(filter(None, (self.cut_cell(at), self._gone(at))))):
                QToolTip.showText(event.globalPos(), whole, self.viewport(), self.visualRect(at))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """The heads' tool tips, and their room: Qt asks their own viewport, and styles them after the table itself."""
        if watched is self.horizontalHeader() and event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self.fit()
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            column = self.horizontalHeader().logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self.cut_head(column) if column >= 0 else "", self)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        super().paintEvent(event)
        if self.none and not self._table.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tones().muted))
            room = self.viewport().rect().adjusted(scaled(12), scaled(12), -scaled(12), -scaled(12))
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.none)

    def _forget_chosen(self) -> None:
        """What was chosen among the rows that go is chosen no more; a keyboard on one row alone keeps its place."""
        if [at.row() for at in self.selectionModel().selectedRows()] != [self.currentIndex().row()]:
            self.selectionModel().reset()

    def _show_replaced(self) -> None:
        """Where the keyboard kept its place another row is current now: it is seen, and told."""
        if (now := self.currentIndex()).isValid():
            self.scrollTo(now)
            self.picked.emit(now.data(ROW_ROLE))

    def current(self) -> Any:
        """The row the keyboard is on, or None."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    @property
    def room(self) -> int:
        """How many rows are seen at once, and one more, by which a scroll bar shows that there are others."""
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 2

    def chosen(self) -> list[Any]:
        """The rows selected, in their order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [row for number in numbers if (row := self._table.row(number)) is not None]

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 - Qt calls it
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._table.rowCount():
            self.setCurrentIndex(self._table.index(0, 0))

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802 - Qt calls it
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt calls it
        """Letters typed in the list go by its first column, whichever cell was clicked last."""
        now = self.currentIndex()
        if now.isValid() and now.column() != 0:
            self.selectionModel().setCurrentIndex(
                now.siblingAtColumn(0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        super().keyboardSearch(search)

    def copy_rows(self) -> None:
        """The selected rows as a table for a spreadsheet: a line each, and no cell that it would take for a formula."""
        columns = self._table.columns
        lines = ["\t".join(column.title for column in columns)]
        chosen = self.chosen()
        lines += [
            "\t".join(guard_cell(" ".join(column.text(row).split())) for column in columns) for row in chosen
        ]
        copy = partial(lend, "\n".join(lines))
        above = self.parentWidget() if self._of_people and chosen else None
        while above is not None and not isinstance(above, TellsCopying):
            above = above.parentWidget()  # a dialog stands in the window that opened it
        if isinstance(above, TellsCopying):
            above.copy_rows_of(len(chosen), copy)
        else:
            copy()
