"""Flags as chips: code, word and shape, so that no flag is told by colour alone (need R4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.models import FLAGS_ROLE
from ui.theme import flag_tones, scaled, tones
from ui.tongue import tr
from ui.widgets.notice import announce

WORDS = {
    "HR": tr("High risk"),
    "HP": tr("High profile"),
    "CSO": tr("Child-sex-offender classification"),
    "VNR": tr("Victim Notification Register"),
    "OWR": tr("Offender Warning Register"),
    "PO": tr("Protection order"),
    "DEP": tr("Liable to deportation"),
    "TR": tr("Transfer restraint"),
    "SS": tr("Staff safety"),
}
SHAPES = {
    "HR": "hexagon",
    "HP": "pill",
    "CSO": "octagon",
    "VNR": "arrow",
    "OWR": "box",
    "PO": "notch",
    "DEP": "arrow",
    "TR": "pill",
    "SS": "hexagon",
}


def words_of(codes: Sequence[str]) -> str:
    """Flags as a screen reader says them: `High risk, Victim Notification Register`."""
    return ", ".join(WORDS.get(code, code) for code in codes) or tr("no flags")


def chip_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(9, round(font.pixelSize() * 0.82)))
    small.setBold(True)
    return small


def chip_width(code: str, font: QFont) -> int:
    kept = (code, font.key())
    if kept not in _WIDTHS:
        _WIDTHS[kept] = QFontMetrics(chip_font(font)).horizontalAdvance(code)
    return _WIDTHS[kept] + scaled(16)


_WIDTHS: dict[tuple[str, str], int] = {}
"""Of a flag's letters by the font: a list asks for the same few with every row that it draws."""


def chip_height() -> int:
    return scaled(20)


def paint_chip(painter: QPainter, box: QRectF, code: str, outlined: bool = False) -> None:
    """Draw one chip into a box. On a selected row it keeps its shape and gets an outline in the row's own ink."""
    fill, ink = flag_tones(code)
    edge = tones().on_accent if outlined else tones().text if fill == tones().base else ink
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    shape = SHAPES.get(code, "box")
    plain = not outlined and fill != tones().base and code not in ("TR", "OWR")
    painter.setPen(Qt.PenStyle.NoPen if plain else QPen(QColor(edge), 2 if code == "SS" or outlined else 1))
    box = box.adjusted(1, 1, -1, -1)
    if shape == "pill":
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    else:
        painter.drawPolygon(_outline(shape, box))
    painter.setPen(QColor(ink))
    painter.setFont(chip_font(QApplication.font()))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()


def _outline(shape: str, box: QRectF) -> QPolygonF:
    left, right, top, bottom, middle = box.left(), box.right(), box.top(), box.bottom(), box.center().y()
    cut = box.height() * 0.28
    points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    if shape == "hexagon":
        points = [
            (left + cut, top), (right - cut, top), (right, middle),
            (right - cut, bottom), (left + cut, bottom), (left, middle),
        ]  # fmt: skip
    elif shape == "octagon":
        points = [
            (left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut),
            (right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut),
        ]  # fmt: skip
    elif shape == "arrow":
        points = [(left, top), (right - cut, top), (right, middle), (right - cut, bottom), (left, bottom)]
    elif shape == "notch":
        points = [(left, top), (right, top), (right, bottom), (left + cut, bottom), (left, bottom - cut)]
    return QPolygonF([QPointF(x, y) for x, y in points])


class ChipDelegate(QStyledItemDelegate):
    """Draws a cell's flags (`Column.flags`) as chips; what does not fit is told as `+2`."""

    opened = Signal(int, str)
    """A chip was clicked: of which row, and which flag."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell's background as everywhere, then the chips: of its text, font and side nothing is asked."""
        codes: Sequence[str] = index.data(FLAGS_ROLE) or ()
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter)
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        boxes = _in_cell(codes, rect)
        for code, box in boxes:
            paint_chip(painter, box, code, selected)
        if rest := len(codes) - len(boxes):
            left = boxes[-1][1].right() + scaled(4) if boxes else rect.left() + scaled(6)
            painter.setPen(QColor(tones().on_accent if selected else tones().text))
            painter.drawText(QRectF(left, rect.top(), scaled(34), rect.height()),
                             Qt.AlignmentFlag.AlignVCenter, f"+{rest}")  # fmt: skip

    def editorEvent(  # noqa: N802 - Qt calls it
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on a chip asks what it is about; with Ctrl or Shift rows are chosen as everywhere."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and not event.modifiers()
        ):
            for code, box in _in_cell(index.data(FLAGS_ROLE) or (), QRectF(option.rect)):
                if box.contains(event.position()):
                    self.opened.emit(index.row(), code)
                    return True
        return super().editorEvent(event, model, option, index)

    def sizeHint(  # noqa: N802 - Qt calls it
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        codes: Sequence[str] = index.data(FLAGS_ROLE) or ()
        width = sum(chip_width(code, QApplication.font()) + scaled(4) for code in codes) + scaled(3)
        return QSize(width, chip_height() + scaled(8))


def _in_cell(codes: Sequence[str], cell: QRectF) -> list[tuple[str, QRectF]]:
    """The chips that a cell has room for, each with its box."""
    found: list[tuple[str, QRectF]] = []
    left = cell.left() + scaled(6)
    top = cell.top() + (cell.height() - chip_height()) / 2
    for number, code in enumerate(codes):
        width = chip_width(code, QApplication.font())
        if left + width > cell.right() - (scaled(28) if len(codes) - number > 1 else 0):
            break
        found.append((code, QRectF(left, top, width, chip_height())))
        left += width + scaled(4)
    return found


class Chips(QWidget):
    """Flags in a form: chips in a row, each with its meaning as a tip, all of them in the accessible name.

    Where they `open`, a click, or Enter on the one that Left and Right have gone to, asks what that flag is about.
    """

    opened = Signal(str)

    def __init__(
        self, codes: Sequence[str] = (), parent: QWidget | None = None, *, opens: bool = False
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription(
                tr("Left and Right go from flag to flag; Enter tells where one comes from.")
            )
        self.set_codes(codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        self._codes = tuple(codes)
        self._at = min(self._at, max(0, len(codes) - 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._opens and codes else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Flags: {words}", words=words_of(self._codes)))
        self.setToolTip("\n".join(f"{code}: {WORDS.get(code, code)}" for code in self._codes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        width = sum(chip_width(code, self.font()) + scaled(4) for code in self._codes)
        return QSize(
            width + (scaled(4) if self._opens else 0), chip_height() + (scaled(8) if self._opens else 2)
        )

    minimumSizeHint = sizeHint  # noqa: N815 - Qt calls it

    def _boxes(self) -> list[tuple[str, QRectF]]:
        found: list[tuple[str, QRectF]] = []
        left, top = float(scaled(4) if self._opens else 0), float(scaled(4) if self._opens else 1)
        for code in self._codes:
            width = chip_width(code, self.font())
            found.append((code, QRectF(left, top, width, chip_height())))
            left += width + scaled(4)
        return found

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt calls it
        painter = QPainter(self)
        for number, (code, box) in enumerate(self._boxes()):
            paint_chip(painter, box, code)
            if self.hasFocus() and number == self._at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tones().focus), scaled(2)))
                painter.drawRect(box.adjusted(-2, -2, 2, 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Beside a chip, but within the row's height, is on it: nobody has to aim."""
        for number, (code, box) in enumerate(self._boxes() if self._opens else ()):
            if box.left() <= event.position().x() <= box.right():
                self._at = number
                self.update()
                self.opened.emit(code)
                return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._opens and self._codes and plain and step:
            self._at = (self._at + step) % len(self._codes)
            self.update()
            announce(self, words_of(self._codes[self._at : self._at + 1]))
        elif self._opens and self._codes and plain and event.key() in _PRESSES:
            self.opened.emit(self._codes[self._at])
        else:
            super().keyPressEvent(event)


_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
