"""A year as twelve small months with its meetings marked: a picture of the list beside it, for the eye and the mouse.

The list says the same in words and is where the keyboard goes; marks differ by shape, not by colour alone.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
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
        self._places = []
        for month in range(1, 13):
            left, top = self.month_place(month).left(), self.month_place(month).top()
            bold = QFont(small)
            bold.setBold(True)
            painter.setFont(bold)
            painter.setPen(QColor(tones().text))
            painter.drawText(
                QRectF(left, top, 7 * wide, high), Qt.AlignmentFlag.AlignVCenter, _MONTHS[month - 1]
            )
            painter.setFont(small)
            for week, days in enumerate(Calendar().monthdayscalendar(self.year, month), 1):
                for at, number in enumerate(days):
                    if number:
                        place = QRectF(left + at * wide, top + week * high, wide, high)
                        self._places.append((place, date(self.year, month, number)))
                        self._day(painter, place, date(self.year, month, number))

    def _day(self, painter: QPainter, place: QRectF, day: date) -> None:
        mark = self._marks.get(day)
        t = tones()
        inner = place.adjusted(1, 1, -1, -1)
        if mark == MEETING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            painter.drawRoundedRect(inner, 3, 3)
        elif mark == DUE:
            painter.setPen(QPen(QColor(t.warn), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 3, 3)
        weekend = day.weekday() >= 5
        painter.setPen(QColor(t.on_accent if mark == MEETING else t.muted if weekend else t.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day == self._today:
            painter.setPen(QPen(QColor(t.on_accent if mark == MEETING else t.text), 2))
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
