"""The frame of every page and the drawing of what stands in it (needs K1, K3; libraries.md 5.6).

What is the same on every copy is drawn here once. What differs from copy to copy (copy line, holder,
watermark, page code, QR) is written later by `reports.copies` into the room this frame leaves for it.
"""

from __future__ import annotations

import io
from typing import Protocol

from msgspec import Struct
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from reports.flow import Band, Pages, Placed, Segment
from reports.fonts import printable, use_fonts, width_of
from reports.style import MM, PAGE_HEIGHT, PAGE_WIDTH, RULE, TINT, Face, Layout, Tone

DO_NOT_COPY = "return to the administrator after the meeting – do not copy"


class Sheet(Protocol):
    """What every page says of the document that it belongs to: a pack, or a sheet that is no numbered copy."""

    @property
    def title(self) -> str: ...
    @property
    def forum_name(self) -> str: ...
    @property
    def dated(self) -> str: ...
    @property
    def full_marking(self) -> str: ...


class Frame(Struct, frozen=True):
    """Where the furniture of a page stands."""

    layout: Layout

    @property
    def left(self) -> float:
        return self.layout.side

    @property
    def right(self) -> float:
        return PAGE_WIDTH - self.layout.side

    @property
    def head_rule(self) -> float:
        return self.layout.ceiling + 5 * MM

    @property
    def head_base(self) -> float:
        return self.head_rule + 2.6 * MM

    @property
    def foot_rule(self) -> float:
        return self.layout.floor - 3.5 * MM

    def foot_base(self, row: int) -> float:
        """The baseline of a row (from 0) of the foot."""
        first = self.foot_rule - 2 * MM - self.layout.head_size * 0.8
        return first - row * self.layout.head_size * 1.35

    @property
    def qr_left(self) -> float:
        return self.right - self.layout.qr

    @property
    def qr_foot(self) -> float:
        return self.foot_rule - 2 * MM - self.layout.qr

    def copy_room(self, marking: str) -> tuple[float, float]:
        """From x to x: the room of the copy line, between the marking and the QR."""
        half = width_of(printable(marking, Face.BOLD), Face.BOLD) * (self.layout.head_size + 1) / 2
        return PAGE_WIDTH / 2 + half + 3 * MM, self.qr_left - 3 * MM

    @property
    def cover_box(self) -> tuple[float, float, float, float]:
        """x, y, width, height of the box on the cover that names the copy and its holder."""
        height = (40 if self.layout.large else 34) * MM
        return (
            self.left,
            self.layout.ceiling - (66 if self.layout.large else 56) * MM - height,
            self.layout.width,
            height,
        )


def fit(text: str, face: Face, size: float, room: float, least: float) -> tuple[str, float]:
    """`text` at the greatest size up to `size` at which it fits; shortened with … below `least`."""
    wide = width_of(text, face)
    if wide * size <= room:
        return text, size
    if wide * least <= room:
        return text, room / wide
    while text and width_of(text + "…", face) * least > room:
        text = text[:-1]
    return text.rstrip() + "…", least


def draw_document(
    document: Sheet, pages: Pages, layout: Layout, *, invariant: bool, only: int | None = None
) -> bytes:
    """The pages as a PDF without the marks of any copy, or `only` one of them, from 1, as it is among the others.

    `invariant` repeats bytes (tests only).
    """
    use_fonts()
    rl_config.useA85 = 0  # binary streams: a fifth smaller, and every reader has known them since 1993
    out = io.BytesIO()
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=int(invariant),
        pdfVersion=(1, 7),
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says a number; it is a name
        lang="en-NZ",
    )
    canvas.setTitle(f"{document.title} – {document.forum_name} – {document.dated.removeprefix('Meeting ')}")
    canvas.setAuthor(document.forum_name)
    canvas.setSubject(document.full_marking)
    canvas.setCreator("ForumDesk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, placed in enumerate(pages.pages, 1):
        if only not in (None, number):
            continue
        _draw_page(canvas, document, placed, Frame(layout), f"Page {number} of {len(pages.pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_page(canvas: Canvas, document: Sheet, placed: list[Placed], frame: Frame, numbering: str) -> None:
    for band, top in placed:
        _draw_boxes(canvas, band, top)
    for band, top in placed:
        if band.key.startswith("="):
            key = f"{band.key}{top:.0f}"
            canvas.bookmarkHorizontal(key, 0, top)
            canvas.addOutlineEntry(band.key[1:], key, 0)
    _draw_rules(canvas, frame)
    text = canvas.beginText()
    _Writer(text).furniture(document, frame, numbering)
    writer = _Writer(text)
    for band, top in placed:
        for cell in band.cells:
            y = top - band.above
            for line in cell.lines:
                for segment in line.segments:
                    writer.segment(cell.x, y - line.drop, segment)
                y -= line.height
    canvas.drawText(text)


def _draw_boxes(canvas: Canvas, band: Band, top: float) -> None:
    foot = top - band.height
    for cell in band.cells:
        if cell.tint:
            canvas.setFillColorRGB(*TINT)
            canvas.rect(cell.x - 4, foot, cell.width + 8, band.height, stroke=0, fill=1)
        y = top - band.above
        for line in cell.lines:
            for segment in line.segments:
                if segment.tone is Tone.CHIP:
                    _draw_chip(canvas, cell.x + segment.dx, y - line.drop, segment)
            y -= line.height
    for edge, y in ((band.over, top), (band.rule, foot)):
        if edge:
            left, right, width, grey = edge
            canvas.setStrokeGray(grey)
            canvas.setLineWidth(width)
            canvas.line(left, y, right, y)
    if band.ruled:
        canvas.setStrokeGray(0.6)
        canvas.setLineWidth(0.4)
        cell = band.cells[-1]
        step = (band.height - band.above - band.below) / band.ruled
        for at in range(1, band.ruled + 1):
            y = top - band.above - at * step + 1
            canvas.line(cell.x, y, cell.x + cell.width, y)


def _draw_chip(canvas: Canvas, x: float, baseline: float, segment: Segment) -> None:
    canvas.setStrokeGray(0.25)
    canvas.setLineWidth(0.6)
    wide = width_of(segment.text, segment.face) * segment.size
    canvas.roundRect(
        x - 2.2, baseline - segment.size * 0.22, wide + 4.4, segment.size * 1.05, segment.size * 0.22
    )


def _draw_rules(canvas: Canvas, frame: Frame) -> None:
    canvas.setStrokeGray(RULE - 0.4)
    canvas.setLineWidth(0.7)
    canvas.line(frame.left - 4, frame.head_rule, frame.right + 4, frame.head_rule)
    canvas.line(frame.left - 4, frame.foot_rule, frame.right + 4, frame.foot_rule)


class _Writer:
    """Writes segments into one text object and says each font and tone only when it changes."""

    def __init__(self, text: PDFTextObject) -> None:
        self.text = text
        self.now: tuple[Face, float] | None = None
        self.tone: Tone | None = None

    def segment(self, x: float, baseline: float, segment: Segment) -> None:
        text = self.text
        if self.now != (segment.face, segment.size):
            text.setFont(segment.face.value, segment.size)
            self.now = (segment.face, segment.size)
        if self.tone is not segment.tone:
            text.setFillGray(segment.tone.value)
            self.tone = segment.tone
        text.setTextOrigin(x + segment.dx, baseline)
        text.textOut(segment.text)

    def furniture(self, document: Sheet, frame: Frame, numbering: str) -> None:
        size = frame.layout.head_size
        bold = Face.BOLD
        marking = printable(document.full_marking, bold)
        middle = (PAGE_WIDTH - width_of(marking, bold) * (size + 1)) / 2
        room = middle - frame.left - 4 * MM
        forum, forum_size = fit(printable(document.forum_name), Face.REGULAR, size, room, size * 0.75)
        wide = width_of(document.dated, Face.REGULAR) * size
        at = frame.head_base
        self._put(frame.left, at, forum, Face.REGULAR, forum_size)
        self._put(middle, at, marking, bold, size + 1)
        self._put(frame.right - wide, at, document.dated, Face.REGULAR, size)
        self._put(middle, frame.foot_base(0), marking, bold, size + 1)
        self._put(frame.left, frame.foot_base(0), numbering, Face.REGULAR, size)
        for at_row, words in enumerate(getattr(document, "foot", ()), 1):
            self._put(frame.left, frame.foot_base(at_row), printable(words, bold), bold, size)

    def _put(self, x: float, baseline: float, words: str, face: Face, size: float) -> None:
        self.segment(x, baseline, Segment(0, words, face, size, Tone.INK))
