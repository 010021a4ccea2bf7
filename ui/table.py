"""A table as people use it: its keys, the width of its columns, what is said where there is no row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeySequence, QPainter, QPaintEvent
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
from ui.models import FLAGS_ROLE, ROW_ROLE, RowTable
from ui.theme import CELL_PADDING, scaled, tones
from ui.tongue import tr
from ui.widgets.clipboard import lend

_LEAST_ROWS = 3
_SHORT, _SHORT_OF_LONG = 12, 4
"""A list that hugs shows up to twelve rows whole, and at least four of more."""
_LEAST_LETTERS = 17
"""A column gives way to this width and no further: a day and an hour stand whole in it."""


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
        self._hugs = self._squeezed = False
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
        self.spread()
        self._hug()

    def wide(self, number: int) -> int:
        """How wide a column is by itself: its letters, and never less than its head, which is bold."""
        letters = self._table.columns[number].width * QFontMetrics(QApplication.font()).averageCharWidth()
        return max(letters, self.horizontalHeader().sectionSizeFromContents(number).width())

    def spread(self) -> None:
        """Give the last stretched column what is left, and never less than its own width; where all together are too
        wide, the wide ones give way."""
        head = self.horizontalHeader()
        self._let_go()
        shown = [number for number in range(head.count()) if not head.isSectionHidden(number)]
        if self._squeeze(shown):
            return
        for number in [number for number in shown if self._table.columns[number].stretch][-1:]:
            taken = sum(head.sectionSize(i) for i in shown if i != number)
            head.resizeSection(number, max(self.wide(number), self.viewport().width() - taken))

    def _squeeze(self, shown: list[int]) -> bool:
        """Take from the wide columns, each by what it could spare, until all are seen without scrolling sideways.

        What is cut for it stands under the pointer. Where even that is not enough, each has its own width.
        """
        head = self.horizontalHeader()
        wide = {number: self.wide(number) for number in shown}
        over = sum(wide.values()) - self.viewport().width()
        spare = {number: self._spare(number) for number in shown} if over > 0 else {}
        now = 0 < over <= sum(spare.values())
        if now or self._squeezed:
            left = sum(spare.values())
            for number in shown:
                given = -(-over * spare[number] // left) if now and left else 0
                over, left = over - given, left - spare.get(number, 0)
                head.resizeSection(number, wide[number] - given)
        self._squeezed = now
        return now

    def _spare(self, number: int) -> int:
        """What a column could give way by."""
        if self._table.columns[number].whole:
            return 0
        least = _LEAST_LETTERS * QFontMetrics(QApplication.font()).averageCharWidth()
        head = self.horizontalHeader().sectionSizeFromContents(number).width()
        return max(0, self.wide(number) - max(least, head))

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
        self.spread()

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

    def read_whole(self) -> None:
        """Tell at the row under the keyboard what of it is cut off or went, as the pointer's tips do."""
        at = self.currentIndex()
        if not at.isValid():
            return
        cut = [
            f"{column.title}: {whole}"
            for number, column in enumerate(self._table.columns)
            if not self.isColumnHidden(number) and (whole := self.cut_cell(at.siblingAtColumn(number)))
        ]
        told = "\n".join([*cut, *self._gone(at)]) or tr("All of this row is in view.")
        below = self.viewport().mapToGlobal(self.visualRect(at.siblingAtColumn(0)).bottomLeft())
        QToolTip.showText(below, told, self.viewport())

    def _told(self, index: QModelIndex) -> str:
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        return said.removeprefix(f"{self._table.columns[index.column()].title}: ")

    def _gone(self, index: QModelIndex) -> list[str]:
        """What stands in the columns of this row that had to go."""
        return [
            f"{column.title}: {index.siblingAtColumn(number).data()}"
            for number, column in enumerate(self._table.columns)
            if column.goes and self.isColumnHidden(number)
        ]

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.indexAt(event.pos())
            if at.isValid() and (
                whole := "\n".join(filter(None, (self.cut_cell(at), "; ".join(self._gone(at)))))
            ):
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
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif enter and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.read_whole()
        elif enter and self.current() is not None:
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
