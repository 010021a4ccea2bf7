"""Eight, six, four, two, one: the milestones as a picture, told by shape and word, never by colour alone (R12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.cases import MilestoneRow
from app.domain.dates import show_date
from app.domain.timeline import NamedDate
from ui.theme import scaled, tones
from ui.tongue import tr

DONE, OVERDUE, READY, AHEAD, MISSED = tr("done"), tr("overdue"), tr("ready"), tr("ahead"), tr("missed")


def state_of(milestone: MilestoneRow, today: date) -> str:
    """Done (a closed meeting took it), missed (a smaller one was taken without it), overdue, ready, or ahead."""
    if milestone.taken:
        return DONE
    if milestone.passed:
        return MISSED
    if milestone.on is None or milestone.on > today:
        return AHEAD
    return OVERDUE if milestone.missing else READY


def months_words(months: int) -> str:
    return tr("1 month") if months == 1 else tr("{months} months", months=months)


class _Point(Struct, frozen=True):
    title: str
    day: date | None
    state: str


class Timeline(QWidget):
    """A line with the five milestones, the date counted to, and today. The table under it says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._points: tuple[_Point, ...] = ()
        self._today = date.min

    def set_case(self, rows: Sequence[MilestoneRow], anchor: NamedDate | None, today: date) -> None:
        """Show a case."""
        self._today = today
        end = _Point(anchor.name.value if anchor else tr("no date"), anchor.day if anchor else None, AHEAD)
        self._points = (*(_Point(months_words(r.months), r.on, state_of(r, today)) for r in rows), end)
        told = ", ".join(f"{p.title} {show_date(p.day)} {p.state}" for p in self._points[:-1])
        self.setAccessibleName(
            tr("Timeline: {told}; then {title} {day}", told=told, title=end.title, day=show_date(end.day))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(scaled(500), self.fontMetrics().height() * 4 + scaled(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(scaled(260), self.sizeHint().height())

    def fitting_font(self, room: float) -> QFont:
        """The font of the words under the line: somewhat smaller where a date would not be whole."""
        font, wide = QFont(self.font()), self.fontMetrics().horizontalAdvance("28/08/2028")
        if wide > room:
            font.setPixelSize(int(max(0.75, room / wide) * self.fontInfo().pixelSize()))
        return font

    def _lefts(self) -> list[float]:
        step = self.width() / max(1, len(self._points))
        return [step * (number + 0.5) for number in range(len(self._points))]

    def _today_left(self, lefts: Sequence[float]) -> float | None:
        days = [point.day for point in self._points]
        if any(day is None for day in days):
            return None
        known = [day for day in days if day is not None]
        if self._today <= known[0]:
            return lefts[0] / 2
        for number in range(len(known) - 1):
            first, last = known[number], known[number + 1]
            if first <= self._today <= last:
                part = (self._today - first).days / max(1, (last - first).days)
                return lefts[number] + (lefts[number + 1] - lefts[number]) * part
        return lefts[-1] + (self.width() - lefts[-1]) / 2

    def paintEvent(self, _event: object) -> None:  # noqa: N802 - Qt calls it
        if not self._points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        middle = line + scaled(20)
        lefts = self._lefts()
        painter.setPen(QPen(QColor(tones().edge), scaled(3)))
        painter.drawLine(QPointF(lefts[0], middle), QPointF(lefts[-1], middle))
        if (now := self._today_left(lefts)) is not None:
            self._paint_today(painter, now, middle, line)
        wide = self.width() / len(self._points)
        for point, left in zip(self._points, lefts, strict=True):
            last = point is self._points[-1]
            self._paint_mark(painter, point, QPointF(left, middle), last)
            self._paint_words(painter, point, QRectF(left - wide / 2, middle + scaled(12), wide, line), last)

    def _paint_today(self, painter: QPainter, left: float, middle: float, line: int) -> None:
        painter.setPen(QPen(QColor(tones().text), scaled(2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, line), QPointF(left, middle + scaled(10)))
        wide = QFontMetrics(self.font()).horizontalAdvance(tr("today")) + scaled(8)
        start = min(max(0.0, left - wide / 2), self.width() - wide)
        painter.drawText(QRectF(start, 0, wide, line), Qt.AlignmentFlag.AlignCenter, tr("today"))

    def _paint_mark(self, painter: QPainter, point: _Point, at: QPointF, last: bool) -> None:
        """Done: filled circle with a tick. Overdue: diamond with !. Ready: dot. Missed: cross. Ahead: ring."""
        size = scaled(9)
        box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
        colour = {DONE: tones().good, OVERDUE: tones().bad}.get(point.state, tones().text)
        painter.setPen(QPen(QColor(colour), scaled(2)))
        painter.setBrush(QColor(colour if point.state in (DONE, OVERDUE) else tones().base))
        if last:
            painter.drawRect(box)
        elif point.state == OVERDUE:
            tall = size * 1.25
            points = ((0, -tall), (tall, 0), (0, tall), (-tall, 0))
            painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in points]))
        else:
            painter.drawEllipse(box)
        if point.state in (DONE, OVERDUE, READY, MISSED) and not last:
            painter.setPen(QColor(tones().base if point.state in (DONE, OVERDUE) else tones().text))
            bold = QFont(self.font())
            bold.setBold(True)
            painter.setFont(bold)
            sign = {DONE: "✓", OVERDUE: "!", READY: "•", MISSED: "×"}[point.state]
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)
            painter.setFont(self.font())

    def _paint_words(self, painter: QPainter, point: _Point, box: QRectF, last: bool) -> None:
        font = self.fitting_font(box.width() - scaled(4))
        metrics = QFontMetrics(font)
        painter.setFont(font)
        told = [point.title, show_date(point.day) or "–", "" if last else point.state]
        for number, words in enumerate(told):
            painter.setPen(QColor(tones().bad if point.state == OVERDUE and number == 2 else tones().text))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) - 2)
            painter.drawText(
                box.translated(0, number * metrics.height()), Qt.AlignmentFlag.AlignCenter, shown
            )
