"""A picture of figures, drawn on the screen itself: in the colours of the theme and at the size of the text.

A report has the same rows on paper (reports/charts.py); a sheet shown on a dark screen would be bright, and its words
would stay small whoever asks for larger ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.charts import Bar, Chart
from ui.theme import scaled, tones
from ui.tongue import tr

_ALIGN = Qt.AlignmentFlag
_LEFT = _ALIGN.AlignVCenter | _ALIGN.AlignLeft
_RIGHT = _ALIGN.AlignVCenter | _ALIGN.AlignRight


_NAMED = 0.55
"""Of its width, what the names of the bars may take."""
_ALWAYS = 12
"""Bars for which there is room in the lowest window: those screens scroll then."""


class _Legend(NamedTuple):
    left: int
    top: int
    part: int
    words: str


class ChartView(QWidget):
    """One picture. Beside it stand its finding in words and its table: it is never the only teller.

    With `most`, no more bars than these are drawn. Of bars that have no room the picture says how many there are.
    """

    def __init__(self, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self._most = most
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_chart(self, chart: Chart) -> None:
        """Another picture."""
        self.chart = chart
        self.setToolTip(chart.finding)
        self.setAccessibleName(chart.finding)
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars that are drawn: those there is room for."""
        return self._bars(self.height())

    # How large it is.

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    @property
    def _gap(self) -> int:
        return scaled(8)

    def name_lines(self, bar: Bar, width: int) -> tuple[str, ...]:
        """What a bar of a picture so wide is about, in two lines where one would be cut off."""
        wide = self.fontMetrics().horizontalAdvance
        words = bar.about.split(" ")
        if len(words) == 1 or wide(bar.about) <= width * _NAMED:
            return (bar.about,)
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        return min(halves, key=lambda each: max(wide(line) for line in each))

    def _high(self, bars: Sequence[Bar], width: int, between: int) -> int:
        """How much height bars take, each as many lines as its name."""
        return sum(len(self.name_lines(bar, width)) * self._line + between for bar in bars)

    def _wanted(self) -> tuple[Bar, ...]:
        bars = self.chart.bars if self.chart else ()
        return bars[: self._most] if self._most else bars

    def _legends(self, width: int) -> Iterator[_Legend]:
        """What each look of a bar says, in as many lines as it takes."""
        left = top = 0
        for part, words in enumerate(self.chart.parts if self.chart else ()):
            wide = self._line + self.fontMetrics().horizontalAdvance(words) + self._gap
            if left and left + wide > width:
                left, top = 0, top + self._line + scaled(2)
            yield _Legend(left, top, part, words)
            left += wide + self._gap

    def _top(self, width: int) -> int:
        """Where the bars begin, under the legend."""
        return max((each.top for each in self._legends(width)), default=0) + self._line + self._gap

    def _foot(self) -> int:
        return self._line + scaled(2) if self.chart and self.chart.limit else 0

    def _bars(self, height: int) -> tuple[Bar, ...]:
        wanted = self._wanted()
        room = height - self._top(self.width()) - self._foot()
        fit = len(wanted)
        if self.chart and (fit < len(self.chart.bars) or self._high(wanted, self.width(), scaled(2)) > room):
            room -= self._line + scaled(2)  # for the words that say how many more there are
        while fit and self._high(wanted[:fit], self.width(), scaled(2)) > room:
            fit -= 1
        return wanted[:fit]

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt calls it
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        wanted = self._wanted()
        one = self._line + scaled(6)
        more = one if self.chart is not None and len(wanted) < len(self.chart.bars) else 0
        return self._top(width) + max(one, self._high(wanted, width, scaled(6)) + more) + self._foot()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        wide = scaled(420)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        always, wide = self._wanted()[: _ALWAYS - 1], max(self.width(), scaled(200))
        high = self._high(always, wide, scaled(2)) + self._line + scaled(2)
        return QSize(scaled(200), self._top(wide) + high + self._foot())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    # How it looks.

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        chart = self.chart
        if chart is None:
            return
        painter = QPainter(self)
        if not any(bar.total for bar in chart.bars):
            self._write(painter, QRectF(self.rect()), tr("Nothing to draw yet."), _ALIGN.AlignTop, muted=True)
            return
        for each in self._legends(self.width()):
            box = QRectF(each.left, each.top + self._line * 0.15, self._line * 0.7, self._line * 0.7)
            self._fill(painter, box, each.part)
            left = each.left + self._line
            self._write(
                painter, QRectF(left, each.top, self.width() - left, self._line), each.words, muted=True
            )
        self._paint_bars(painter, chart)

    def _paint_bars(self, painter: QPainter, chart: Chart) -> None:
        bars, top, wide = self.bars, self._top(self.width()), self.fontMetrics().horizontalAdvance
        more = len(chart.bars) - len(bars)
        room = self.height() - top - self._foot()
        spare = room - self._high(bars, self.width(), 0) - (self._line if more else 0)
        between = min(max(0.0, spare / max(1, len(bars) + (more > 0))), float(scaled(16)))
        lines = [line for bar in bars for line in self.name_lines(bar, self.width())]
        named = min(max((wide(line) for line in lines), default=0), self.width() * _NAMED)
        left = named + self._gap
        longest = max(chart.limit, 1, *(sum(chart.long(n) for n in bar.counts) for bar in chart.bars))
        totals = max(wide(f"{bar.total:,}") for bar in chart.bars) + self._gap
        scale = max(1.0, self.width() - left - totals) / longest
        bottom = float(top)
        for bar in bars:
            told = self.name_lines(bar, self.width())
            line = QRectF(0, bottom, self.width(), len(told) * self._line + between)
            bottom = line.bottom()
            for at, words in enumerate(told):
                above = line.center().y() + (at - len(told) / 2) * self._line
                self._write(painter, QRectF(0, above, named, self._line), words, _RIGHT)
            self._paint_bar(painter, chart, bar, line.adjusted(left, 0, 0, 0), scale)
        painter.setPen(QPen(QColor(tones().edge), 1))
        painter.drawLine(QPointF(left, top), QPointF(left, bottom))
        if chart.limit:
            self._paint_limit(painter, chart, left + chart.limit * scale, top, bottom)
        if more:
            under = QRectF(left, bottom, self.width() - left, self._line)
            self._write(painter, under, tr("and {more} more", more=more), muted=True)

    def _paint_bar(self, painter: QPainter, chart: Chart, bar: Bar, line: QRectF, scale: float) -> None:
        thick = min(line.height() - scaled(2), float(self._line + scaled(4)))
        top, left = line.center().y() - thick / 2, line.left()
        for part, count in enumerate(bar.counts):
            if not count:
                continue
            box = QRectF(left, top, chart.long(count) * scale, thick)
            self._fill(painter, box, part)
            self._number(painter, box, chart.shown(count), part)
            left = box.right()
        if len(bar.counts) > 1 and not chart.is_hidden:
            after = QRectF(left + scaled(4), line.top(), line.right() - left, line.height())
            self._write(painter, after, f"{bar.total:,}", muted=True)

    def _number(self, painter: QPainter, box: QRectF, told: str, part: int) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        wide = QFontMetrics(bold).horizontalAdvance(told) + scaled(4)
        if wide > box.width():
            return
        t = tones()
        if part == 2:  # a number over hatching could not be read
            plate = QRectF(box.center().x() - wide / 2, box.top() + 2, wide, box.height() - 4)
            painter.fillRect(plate, QColor(t.base))
        painter.setFont(bold)
        painter.setPen(QColor(t.on_accent if part == 1 else t.text))
        painter.drawText(box, _ALIGN.AlignCenter, told)
        painter.setFont(self.font())

    def _paint_limit(self, painter: QPainter, chart: Chart, at: float, top: float, bottom: float) -> None:
        """A dashed line that no bar should go beyond, with its number."""
        painter.setPen(QPen(QColor(tones().text), scaled(2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at, top), QPointF(at, bottom))
        told = tr("room: {limit} {unit}", limit=f"{chart.limit:,}", unit=chart.unit)
        wide = self.fontMetrics().horizontalAdvance(told) + scaled(4)
        start = min(max(0.0, at - wide / 2), self.width() - wide)
        self._write(painter, QRectF(start, bottom, wide, self._line), told)

    def _fill(self, painter: QPainter, box: QRectF, part: int) -> None:
        """Plain, filled, hatched: told apart without colour, and every part bears its number."""
        t = tones()
        painter.setPen(QPen(QColor(t.edge), 1))
        painter.setBrush(QColor((t.raised, t.accent, t.base)[part]))
        painter.drawRect(box)
        if part == 2:
            painter.setBrush(QBrush(QColor(t.text), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(box)

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        how: Qt.AlignmentFlag = _LEFT,
        *,
        muted: bool = False,
    ) -> None:
        painter.setPen(QColor(tones().muted if muted else tones().text))
        room = int(box.width()) + 1
        painter.drawText(box, how, self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
