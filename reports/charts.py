"""The pictures of figures as vectors for a report: one page a picture. The window draws the same rows itself."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from reportlab.lib.colors import Color, HexColor, white
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from app.domain.charts import Chart
from reports.fonts import font
from reports.style import Face

Anchor = Literal["start", "middle", "end"]

WIDTH, HEIGHT = 480.0, 260.0
"""Points of a page: half a page of a report."""

_INK, _MUTED, _LINE = HexColor("#1b2733"), HexColor("#51606e"), HexColor("#c3ccd4")
# Light, middle, dark: told apart without colour, and every part bears its number.
_FILLS: tuple[Color, ...] = (HexColor("#9cc3d5"), HexColor("#1f5f7a"), HexColor("#f2e3b3"))
_ON: tuple[Color, ...] = (_INK, white, _INK)
_LABELS, _RIGHT, _TOP, _FOOT = 136.0, 16.0, 62.0, 14.0


def draw_charts(charts: Sequence[Chart], made: datetime, forum: str) -> bytes:
    """One page a chart, fonts embedded, in the order given."""
    for face in (Face.REGULAR, Face.SEMIBOLD):  # none but these is written with here
        font(face)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True, lang="en-NZ")
    canvas.setTitle(f"Figures of {forum}, {made:%d/%m/%Y}")
    for chart in charts:
        _draw(canvas, chart)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(page: Canvas, chart: Chart) -> None:
    """Straight onto the page: reportlab's own layer of drawings would read all it lays paragraphs out with."""
    page.setFillColor(white)
    page.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    _text(page, 14, HEIGHT - 24, _fitting(chart.finding, Face.SEMIBOLD, 13, WIDTH - 28), Face.SEMIBOLD, 13)
    _legend(page, chart)
    if not chart.bars or not any(bar.total for bar in chart.bars):
        _text(page, 14, HEIGHT / 2, "Nothing to draw yet.", Face.REGULAR, 11, _MUTED)
        return
    room = HEIGHT - _TOP - _FOOT
    each = min(room / len(chart.bars), 34.0)
    thick = min(each * 0.68, 20.0)
    size = max(6.0, min(10.0, each * 0.62))
    most = max(chart.limit, *(sum(chart.long(count) for count in bar.counts) for bar in chart.bars))
    scale = (WIDTH - _LABELS - _RIGHT - 26) / most
    for number, bar in enumerate(chart.bars):
        bottom = HEIGHT - _TOP - (number + 1) * each + (each - thick) / 2
        named = _fitting(bar.about, Face.REGULAR, size, _LABELS - 20)
        _text(page, _LABELS - 6, bottom + thick / 2 - size * 0.36, named, Face.REGULAR, size, anchor="end")
        left = _LABELS
        for part, count in enumerate(bar.counts):
            if not count:
                continue
            long = chart.long(count) * scale
            _box(page, left, bottom, long, thick, _FILLS[part])
            told = chart.shown(count)
            if stringWidth(told, Face.SEMIBOLD.value, size) + 4 <= long:
                middle = left + long / 2
                _text(
                    page,
                    middle,
                    bottom + thick / 2 - size * 0.36,
                    told,
                    Face.SEMIBOLD,
                    size,
                    _ON[part],
                    "middle",
                )
            left += long
        if len(bar.counts) > 1 and not chart.is_hidden:
            _text(
                page, left + 4, bottom + thick / 2 - size * 0.36, f"{bar.total:,}", Face.REGULAR, size, _MUTED
            )
    if chart.limit:
        _limit(page, _LABELS + chart.limit * scale, chart)
    _line(page, _LABELS, _LINE, 0.8)


def _limit(page: Canvas, x: float, chart: Chart) -> None:
    """A dashed line that no bar should go beyond, with its number."""
    page.saveState()
    page.setDash(4, 2)
    _line(page, x, _INK, 1.1)
    page.restoreState()
    told = f"room: {chart.limit:,} {chart.unit}"
    _text(
        page, min(x + 3, WIDTH - 8), 4, told, Face.SEMIBOLD, 8.5, anchor="start" if x < WIDTH - 110 else "end"
    )


def _legend(page: Canvas, chart: Chart) -> None:
    left = 14.0
    for part, words in enumerate(chart.parts):
        _box(page, left, HEIGHT - 46, 10, 10, _FILLS[part])
        _text(page, left + 14, HEIGHT - 45, words, Face.REGULAR, 9.5, _MUTED)
        left += 32 + stringWidth(words, Face.REGULAR.value, 9.5)


def _text(
    page: Canvas,
    x: float,
    y: float,
    words: str,
    face: Face,
    size: float,
    colour: Color = _INK,
    anchor: Anchor = "start",
) -> None:
    page.setFillColor(colour)
    page.setFont(face.value, size)
    write = {"start": page.drawString, "middle": page.drawCentredString, "end": page.drawRightString}
    write[anchor](x, y, words)


def _box(page: Canvas, x: float, y: float, wide: float, high: float, fill: Color) -> None:
    page.setFillColor(fill)
    page.setStrokeColor(_INK)
    page.setLineWidth(0.4)
    page.rect(x, y, wide, high, stroke=1, fill=1)


def _line(page: Canvas, x: float, colour: Color, wide: float) -> None:
    """Upright, from the foot to above the bars."""
    page.setStrokeColor(colour)
    page.setLineWidth(wide)
    page.line(x, _FOOT, x, HEIGHT - _TOP + 2)


def _fitting(words: str, face: Face, size: float, room: float) -> str:
    """As much as there is room for, with an ellipsis where it is not all."""
    if stringWidth(words, face.value, size) <= room:
        return words
    while words and stringWidth(words + "…", face.value, size) > room:
        words = words[:-1]
    return words.rstrip() + "…"
