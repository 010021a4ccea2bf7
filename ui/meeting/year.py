"""A year as twelve small months with its meetings marked: a picture of the list beside it, for the eye and the mouse.

The list says the same in words and is where the keyboard goes; marks differ by shape, not by colour alone.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import scaled, tones
from ui.tongue import tr

MEETING, DUE = "meeting", tr("Police workbook due")
_MONTHS = (
    tr("Jan"),
    tr("Feb"),
    tr("Mar"),
    tr("Apr"),
    tr("May"),
    tr("Jun"),
    tr("Jul"),
    tr("Aug"),
    tr("Sep"),
    tr("Oct"),
    tr("Nov"),
    tr("Dec"),
)
_ACROSS = 3
_WEEKS = 6


class YearPicture(QWidget):
    """Twelve months; `day_picked` tells which day was clicked."""

    day_picked = Signal(date)

    def __init__(self, year: int, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._marks: Mapping[date, str] = {}
        self._places: list[tuple[QRectF, date]] = []
        self._laid_out: tuple[str, tuple[QStaticText, ...]] = ("", ())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_year(year, {})

    def show_year(self, year: int, marks: Mapping[date, str]) -> None:
        """Another year, or other marks. `marks` says by day what is on it."""
        self.year = year
        self._marks = marks
        meetings = sum(mark == MEETING for mark in marks.values())
        self.setAccessibleName(
            tr("Calendar of {year}: {meetings} meetings marked, as in the list", year=year, meetings=meetings)
        )
        self.update()

    def _cell(self) -> tuple[int, int]:
        metrics = QFontMetrics(self._small())
        return metrics.horizontalAdvance("00") + scaled(5), metrics.height() + scaled(1)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(12))
        return font

    def _numbers(self, font: QFont) -> tuple[QStaticText, ...]:
        """The numbers of days, laid out once for a font: a year asks for 365, and laying each out takes longer."""
        if self._laid_out[0] != font.key():
            numbers = tuple(QStaticText(str(number)) for number in range(32))
            for each in numbers:
                each.setTextFormat(Qt.TextFormat.PlainText)
                each.prepare(font=font)
            self._laid_out = font.key(), numbers
        return self._laid_out[1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        wide, high = self._cell()
        rows = 12 // _ACROSS
        return QSize(
            _ACROSS * 7 * wide + (_ACROSS + 1) * scaled(12),
            rows * (_WEEKS + 1) * high + (rows + 1) * scaled(7),
        )

    minimumSizeHint = sizeHint  # noqa: N815 - Qt calls it

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self._cell()
        small = self._small()
        bold = QFont(small)
        bold.setBold(True)
        self._places = []
        t = tones()
        # By pen, since a pen for each of 365 days takes longer than the days.
        written: dict[str, list[tuple[QRectF, int]]] = {t.text: [], t.muted: [], t.on_accent: []}
        painter.setFont(bold)
        painter.setPen(QColor(t.text))
        for month in range(1, 13):
            whole = self.month_place(month)
            left, top = whole.left(), whole.top()
            painter.drawText(
                QRectF(left, top, 7 * wide, high), Qt.AlignmentFlag.AlignVCenter, _MONTHS[month - 1]
            )
            for week, days in enumerate(Calendar().monthdayscalendar(self.year, month), 1):
                for at, number in enumerate(days):
                    if number:
                        day = date(self.year, month, number)
                        place = QRectF(left + at * wide, top + week * high, wide, high)
                        self._places.append((place, day))
                        met = self._marks.get(day) == MEETING
                        written[t.on_accent if met else t.muted if at >= 5 else t.text].append(
                            (place, number)
                        )
        for place, day in self._places:
            if day in self._marks:
                self._mark(painter, place, self._marks[day])
        painter.setFont(small)
        numbers = self._numbers(small)
        for tone, places in written.items():
            painter.setPen(QColor(tone))
            for place, number in places:
                size = numbers[number].size()
                painter.drawStaticText(
                    QPointF(place.x() + (wide - size.width()) / 2, place.y() + (high - size.height()) / 2),
                    numbers[number],
                )
        if self._today.year == self.year:
            self._underline(painter, self.place_of(self._today))

    def _mark(self, painter: QPainter, place: QRectF, mark: str) -> None:
        if mark == MEETING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones().accent))
        else:
            painter.setPen(QPen(QColor(tones().warn), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 3, 3)

    def _underline(self, painter: QPainter, place: QRectF) -> None:
        met = self._marks.get(self._today) == MEETING
        painter.setPen(QPen(QColor(tones().on_accent if met else tones().text), 2))
        inner = place.adjusted(1, 1, -1, -1)
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())

    def month_place(self, month: int) -> QRectF:
        """Where a month (from 1) is drawn, in pixels of this widget."""
        wide, high = self._cell()
        left = scaled(12) + (month - 1) % _ACROSS * (7 * wide + scaled(12))
        top = scaled(7) + (month - 1) // _ACROSS * ((_WEEKS + 1) * high + scaled(7))
        return QRectF(left, top, 7 * wide, (_WEEKS + 1) * high)

    def place_of(self, day: date) -> QRectF:
        """Where a day of the year shown is drawn, in pixels of this widget."""
        return next(place for place, shown in self._places if shown == day)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        for place, day in self._places:
            if place.contains(event.position()):
                self.day_picked.emit(day)
                return
