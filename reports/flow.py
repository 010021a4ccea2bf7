"""Words into lines, lines into bands, bands into pages.

A *band* is a strip of the page's width: cells side by side, each with its lines already broken. Pages are
filled band by band; a band that does not fit is cut between lines. All of it is arithmetic: nothing is
drawn before every page is known, so that `page x of y` and the list of contents are right the first time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reports.fonts import printable, width_of
from reports.style import Face, Layout, Tone


class Run(NamedTuple):
    """Words in one face and tone. A line break in `text` breaks the line."""

    text: str
    face: Face = Face.REGULAR
    tone: Tone = Tone.INK


class Para(NamedTuple):
    """Runs of one size; `hang` indents every line but the first, `before` is the space above (points)."""

    runs: tuple[Run, ...]
    size: float
    leading: float = 1.27
    hang: float = 0
    before: float = 0
    right: bool = False


class Segment(NamedTuple):
    dx: float
    text: str
    face: Face
    size: float
    tone: Tone


class Line(NamedTuple):
    """`height` includes the space above; the baseline stands `drop` under the line's top."""

    height: float
    drop: float
    segments: tuple[Segment, ...]


class Cell(Struct, frozen=True):
    """`label` cells keep their words when the band is cut, so that a page never starts without them."""

    x: float
    width: float
    lines: tuple[Line, ...]
    tint: bool = False
    label: bool = False


class Band(Struct, frozen=True):
    """`keep` holds it to the next band; `again` are bands repeated where it goes on on another page."""

    cells: tuple[Cell, ...]
    above: float = 0
    below: float = 0
    gap: float = 0
    """Space before it, dropped at a page's head."""
    rule: tuple[float, float, float, float] | None = None
    """A line under it: from x, to x, width, grey."""
    over: tuple[float, float, float, float] | None = None
    """A line above it."""
    keep: bool = False
    fresh: bool = False
    """Starts a new page."""
    whole: bool = False
    """Never cut between lines."""
    key: str = ""
    """The name under which its page is remembered, and its entry in the outline."""
    again: tuple[Band, ...] = ()
    ruled: int = 0
    """Lines to write on: how many; stretched to the page's foot, or two at least before it turns."""

    @property
    def height(self) -> float:
        return self.above + self.below + max((_tall(cell.lines) for cell in self.cells), default=0)


class Placed(NamedTuple):
    band: Band
    top: float


@dataclass(slots=True)
class Pages:
    """The placed bands of each page, and the page (from 1) of every key."""

    pages: list[list[Placed]] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)


def _tall(lines: Sequence[Line]) -> float:
    return sum(line.height for line in lines)


def break_lines(paras: Iterable[Para], width: float) -> tuple[Line, ...]:
    """Break paragraphs into lines no wider than `width`; a word wider than that is cut."""
    lines: list[Line] = []
    for para in paras:
        before = para.before if lines else 0
        for at, words in enumerate(_rows(para, width)):
            height = para.size * para.leading + (before if at == 0 else 0)
            drop = height - para.size * (para.leading - 1) / 2 - para.size * 0.235
            lines.append(Line(height, drop, _segments(words, para, width, at)))
    return tuple(lines)


class _Word(NamedTuple):
    text: str
    face: Face
    tone: Tone
    width: float
    glued: bool
    """No blank before it."""


def _words(para: Para) -> list[list[_Word]]:
    """The words of each hard line."""
    hard: list[list[_Word]] = [[]]
    glued = True
    for run in para.runs:
        for part_at, part in enumerate(printable(run.text, run.face).split("\n")):
            if part_at:
                hard.append([])
                glued = True
            for word_at, word in enumerate(part.split(" ")):
                if word_at:
                    glued = False
                if word:
                    hard[-1].append(
                        _Word(word, run.face, run.tone, width_of(word, run.face) * para.size, glued)
                    )
                    glued = True
    return hard


def _rows(para: Para, width: float) -> list[list[_Word]]:
    rows: list[list[_Word]] = []
    for hard in _words(para):
        row: list[_Word] = []
        used = 0.0
        for word in hard:
            room = width - (para.hang if rows else 0)
            blank = 0.0 if word.glued or not row else width_of(" ", word.face) * para.size
            if row and used + blank + word.width > room + 0.01:
                rows.append(row)
                row, used, blank = [], 0.0, 0.0
                room = width - para.hang
            for piece in _fit(word, room, para.size):
                if row and used + blank + piece.width > room + 0.01:
                    rows.append(row)
                    row, used, blank = [], 0.0, 0.0
                row.append(piece)
                used += blank + piece.width
        rows.append(row)
    return rows


def _fit(word: _Word, room: float, size: float) -> list[_Word]:
    """The word, cut where it is wider than a whole line."""
    if word.width <= room:
        return [word]
    pieces: list[_Word] = []
    piece, used = "", 0.0
    for letter in word.text:
        wide = width_of(letter, word.face) * size
        if piece and used + wide > room:
            pieces.append(_Word(piece, word.face, word.tone, used, bool(pieces) or word.glued))
            piece, used = "", 0.0
        piece += letter
        used += wide
    return [*pieces, _Word(piece, word.face, word.tone, used, bool(pieces) or word.glued)]


def _segments(words: list[_Word], para: Para, width: float, at: int) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    x = para.hang if at else 0.0
    for word in words:
        blank = "" if word.glued or word is words[0] else " "
        last = segments[-1] if segments else None
        if last and last.face is word.face and last.tone is word.tone and word.tone is not Tone.CHIP:
            segments[-1] = last._replace(text=last.text + blank + word.text)
            x += width_of(blank, word.face) * para.size
        else:
            x += width_of(blank, word.face) * para.size
            segments.append(Segment(x, word.text, word.face, para.size, word.tone))
        x += word.width
    if para.right and segments:
        return tuple(segment._replace(dx=segment.dx + width - x) for segment in segments)
    return tuple(segments)


def paginate(bands: Sequence[Band], layout: Layout) -> Pages:
    """Fill pages from top to bottom. Every line of every band lands on exactly one page."""
    result = Pages()
    filler = _Filler(result, layout)
    for at, band in enumerate(bands):
        if band.fresh and result.pages and result.pages[-1]:
            filler.turn()
        elif band.keep and filler.used and not filler.fits(_chain(bands, at, filler.whole_page)):
            filler.turn(band.again)
        filler.place(band)
    return result


def _chain(bands: Sequence[Band], at: int, whole_page: float) -> float:
    """The height a kept band needs: itself, what it is kept with, and a first bit of what follows."""
    height = 0.0
    for band in bands[at:]:
        if not band.keep:
            first = _least(band)
            return min(height + band.gap + first, whole_page)
        height += band.gap + band.height
    return min(height, whole_page)


def _least(band: Band) -> float:
    """The least of a band that may stand at a page's foot: three lines of each cell."""
    if band.ruled:
        return band.above + band.below + 2 * band.cells[-1].lines[0].height
    if band.whole:
        return band.height
    return band.above + band.below + max((_tall(cell.lines[:3]) for cell in band.cells), default=0)


class _Filler:
    """Where the next band goes."""

    def __init__(self, result: Pages, layout: Layout) -> None:
        self.result = result
        self.layout = layout
        self.whole_page = layout.ceiling - layout.floor
        self.y = layout.floor
        self.used = False

    def fits(self, height: float) -> bool:
        return height <= self.y - self.layout.floor + 0.01

    def turn(self, again: tuple[Band, ...] = ()) -> None:
        self.result.pages.append([])
        self.y = self.layout.ceiling
        self.used = False
        for band in again:
            self._put(band)
        self.used = False

    def place(self, band: Band) -> None:
        if not self.result.pages:
            self.turn()
        left: Band | None = band
        while left is not None:
            gap = left.gap if self.used else 0
            if left.ruled:
                left = _stretched(left, self.y - self.layout.floor - gap)
            if self.fits(gap + left.height):
                self.y -= gap
                self._put(left)
                return
            first, rest = _cut(left, self.y - self.layout.floor - gap, force=not self.used)
            if first:
                self.y -= gap
                self._put(first)
            self.turn(left.again)
            left = rest

    def _put(self, band: Band) -> None:
        if band.key:
            self.result.found.setdefault(band.key, len(self.result.pages))
        self.result.pages[-1].append(Placed(band, self.y))
        self.y -= band.height
        self.used = True


_LEAST_RULED, _MOST_RULED = 2, 14


def _stretched(band: Band, room: float) -> Band:
    """Lines to write on, as many as the room has, within reason; unchanged where fewer than two fit."""
    cell = band.cells[-1]
    line = cell.lines[0]
    fit = min(int((room - band.above - band.below) / line.height), _MOST_RULED)
    if fit < _LEAST_RULED:
        return band
    return replace(band, ruled=fit, cells=(*band.cells[:-1], replace(cell, lines=(line,) * fit)))


def _cut(band: Band, room: float, *, force: bool) -> tuple[Band | None, Band | None]:
    """The part of a band that fits in `room`, and the rest. `force`: an empty page takes what it can."""
    if band.whole and not force:
        return None, band
    room -= band.above + band.below
    firsts, rests = [], []
    for cell in band.cells:
        taken, used = 0, 0.0
        while taken < len(cell.lines) and used + cell.lines[taken].height <= room:
            used += cell.lines[taken].height
            taken += 1
        left = len(cell.lines) - taken
        if not force and left and (cell.label or taken < 2 or (left == 1 and taken < 3)):
            return None, band
        if force and cell.lines and not taken:
            taken = 1
        elif left == 1 and taken > 2:
            taken -= 1
        firsts.append(replace(cell, lines=cell.lines[:taken]))
        rests.append(cell if cell.label else replace(cell, lines=cell.lines[taken:]))
    first = replace(band, cells=tuple(firsts))
    if all(not cell.lines for cell in rests if not cell.label):
        return first, None
    return first, replace(band, cells=tuple(rests), key="", over=None, gap=0)
