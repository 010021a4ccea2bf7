"""The clock of a case: a ring that empties, the time in its middle, and how it stands in a word beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.pace import Standing, clock_words, standing
from ui.theme import scaled, tones
from ui.tongue import tr
from ui.widgets.notice import announce


class Ring(QWidget):
    """Tells; never acts and makes no sound. The last minute is said aloud once, where a screen reader listens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.given = 1
        self.left = 0
        self.running = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def time(self) -> str:
        """The time as it is drawn: `2:48`, `−0:40`."""
        return clock_words(self.left)

    @property
    def word(self) -> str:
        """How it stands, in words: the clock is never told by its colour alone."""
        return standing(self.left).value if self.running else tr("paused")

    def show_time(self, left: int, given: int, running: bool) -> None:
        """Draw another time; the last minute and the end of the time are announced as they come."""
        before = standing(self.left) if self.given == max(given, 1) and self.running else None
        self.left, self.given, self.running = left, max(given, 1), running
        self.setAccessibleName(tr("Time left for this case"))
        self.setAccessibleDescription(f"{self.time}, {self.word}")
        if running and before is not None and standing(left) is not before:
            announce(self, f"{standing(left).value}: {self.time}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(scaled(118), scaled(118))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, thick = tones(), scaled(10)
        box = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        painter.setPen(QPen(QColor(t.line), thick))
        painter.drawEllipse(box)
        part = max(0.0, min(1.0, self.left / self.given))
        colour = {Standing.IN_TIME: t.accent, Standing.LAST_MINUTE: t.warn, Standing.OVER: t.bad}[
            standing(self.left)
        ]
        if standing(self.left) is Standing.OVER:
            part = 1.0
        pen = QPen(QColor(colour), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(part * 360 * 16))
        painter.setPen(QColor(t.text))
        font = QFont(self.font())
        font.setPixelSize(scaled(24))
        font.setBold(True)
        painter.setFont(font)
        middle = box.adjusted(0, -scaled(8), 0, -scaled(8))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, self.time)
        font.setPixelSize(scaled(13))
        painter.setFont(font)
        beneath = box.adjusted(0, scaled(32), 0, scaled(8))
        painter.drawText(beneath, Qt.AlignmentFlag.AlignCenter, self.word)
