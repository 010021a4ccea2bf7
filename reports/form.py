"""A form on paper: labels at the left, values at the right, and small tables inside (the look of K1).

In large print the labels stand above their values, because a column of 16-point labels leaves no room.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from reports.flow import Band, Cell, Line, Para, Run, break_lines
from reports.fonts import width_of
from reports.style import HAIR, MM, Face, Layout, Tone

Words = str | Run | Sequence[Run]
"""One paragraph: plain words, one run, or several."""
TableRow = Sequence[Words | Sequence[Para]]
"""One value a column."""


def strong(text: str) -> Run:
    return Run(text, Face.SEMIBOLD)


def soft(text: str) -> Run:
    return Run(text, Face.REGULAR, Tone.SOFT)


def aside(text: str) -> Run:
    """What is said about the record, not in it: an empty state, a hint."""
    return Run(text, Face.ITALIC, Tone.SOFT)


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """The parts that say something, in one line."""
    return by.join(part for part in parts if part)


class Form:
    """Collects bands from top to bottom; `again` stands at the head of every page a case goes on to."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.bands: list[Band] = []
        self.again: tuple[Band, ...] = ()
        self._broken: dict[tuple[tuple[Para, ...], float], tuple[Line, ...]] = {}
        """Four of five cells of a pack say what another of the same width said: labels, dates, *none*."""
        self.left = layout.side
        self.label_width = layout.label
        self.value_x = layout.side + (layout.label + 4 * MM if layout.label else 0)
        self.value_width = layout.width - (self.value_x - layout.side)

    def para(
        self,
        words: Words,
        size: float | None = None,
        *,
        leading: float | None = None,
        hang: float = 0,
        before: float = 0,
        right: bool = False,
    ) -> Para:
        runs = (
            (Run(words),) if isinstance(words, str) else (words,) if isinstance(words, Run) else tuple(words)
        )
        return Para(runs, size or self.layout.size, leading or self.layout.leading, hang, before, right)

    def lines(self, paras: Iterable[Words | Para], width: float) -> tuple[Line, ...]:
        asked = tuple(p if isinstance(p, Para) else self.para(p) for p in paras), width
        if (known := self._broken.get(asked)) is None:
            known = self._broken[asked] = break_lines(*asked)
        return known

    def add(self, band: Band) -> None:
        self.bands.append(band if band.again or not self.again else replace(band, again=self.again))

    def bare(self, lines: tuple[Line, ...], below: float = 0) -> Band:
        """Lines across the page, with a rule under them."""
        return Band((Cell(self.left, self.layout.width, lines),), below=below, rule=self._edge())

    def space(self, points: float) -> None:
        self.add(Band((), above=points))

    # Headings

    def heading(self, words: Words, size: float, **band: object) -> None:
        """A line across the page, kept to what follows."""
        lines = self.lines([self.para(words, size, leading=1.15)], self.layout.width)
        told = {"keep": True, "whole": True, **band}
        self.add(Band((Cell(self.left, self.layout.width, lines),), **told))  # type: ignore[arg-type]  # Band's own names

    def paragraph(self, words: Words, size: float | None = None, **band: object) -> None:
        lines = self.lines([self.para(words, size)], self.layout.width)
        self.add(Band((Cell(self.left, self.layout.width, lines),), **band))  # type: ignore[arg-type]

    # Labelled values

    def _edge(self) -> tuple[float, float, float, float]:
        return (self.left - 4, self.left + self.layout.width + 4, 0.5, HAIR)

    def _label(self, label: str) -> Cell:
        lines = self.lines([self.para(strong(label))], self.label_width)
        return Cell(self.left, self.label_width, lines, tint=True, label=True)

    def _above(self, label: str) -> None:
        """Large print: the label on a line of its own."""
        if label:
            lines = self.lines([self.para(strong(label))], self.layout.width)
            cell = Cell(self.left, self.layout.width, lines, tint=True)
            self.add(Band((cell,), above=2, below=2, gap=self.layout.pad, keep=True, whole=True))

    def row(self, label: str, paras: Sequence[Words | Para], **band: object) -> None:
        """One labelled value of one or more paragraphs."""
        pad = self.layout.pad
        if not self.label_width and label and len(paras) == 1:
            words = paras[0].runs if isinstance(paras[0], Para) else self.para(paras[0]).runs
            self.paragraph([strong(f"{label}:\u00a0\u00a0"), *words], above=pad, below=pad, rule=self._edge())
            return
        value = Cell(self.value_x, self.value_width, self.lines(paras, self.value_width))
        if not self.label_width:
            self._above(label)
            self.add(replace(Band((value,), above=pad, below=pad), **band))
            return
        made = Band((self._label(label), value), above=pad, below=pad, rule=self._edge())
        self.add(replace(made, **band))

    def pair(self, first: tuple[str, Words], second: tuple[str, Words]) -> None:
        """Two short labelled values side by side; in large print one under the other."""
        if not self.label_width:
            for label, words in (first, second):
                self.paragraph([strong(f"{label}:\u00a0\u00a0"), *self.para(words).runs], above=2, below=2)
            return
        half = (self.value_width - self.label_width * 0.8 - 6 * MM) / 2
        middle = self.value_x + half + 3 * MM
        named = self.lines([self.para(strong(second[0]))], self.label_width * 0.8)
        right = self.value_x + self.value_width
        last = middle + self.label_width * 0.8 + 3 * MM
        cells = (
            self._label(first[0]),
            Cell(self.value_x, half, self.lines([first[1]], half)),
            Cell(middle, self.label_width * 0.8, named, tint=True),
            Cell(last, right - last, self.lines([second[1]], right - last)),
        )
        self.add(Band(cells, above=self.layout.pad, below=self.layout.pad, rule=self._edge(), whole=True))

    def bullets(self, sentences: Iterable[Words]) -> list[Para]:
        """Sentences as a list."""
        dot = "•\u00a0\u00a0"
        hang = width_of(dot, Face.REGULAR) * self.layout.size
        return [self.para([Run(dot), *self.para(words).runs], hang=hang, before=1.0) for words in sentences]

    # Tables

    def table(
        self,
        label: str,
        shares: Sequence[float],
        headings: Sequence[str],
        rows: Sequence[TableRow],
        *,
        empty: str,
        right: frozenset[int] = frozenset(),
        full: bool = False,
    ) -> None:
        """A labelled table; `empty` is said in its place when there is no row. `full`: no label column."""
        if not rows:
            self.row(label, [aside(empty)]) if label or not full else self.paragraph(aside(empty))
            return
        beside = bool(self.label_width) and not full
        if label and not beside:
            self._above(label)
        x0, width = (self.value_x, self.value_width) if beside else (self.left, self.layout.width)
        columns = self._columns(x0, width, shares)
        small = self.layout.small
        heads = [
            Cell(x, wide, self.lines([self.para(soft(text), small, right=at in right)], wide))
            for at, ((x, wide), text) in enumerate(zip(columns, headings, strict=True))
        ]
        blank = Cell(self.left, self.label_width, (), tint=True, label=True)
        head = Band(
            (self._label(label), *heads) if beside else tuple(heads),
            above=self.layout.pad,
            below=1.5,
            keep=True,
            whole=True,
            rule=(x0, x0 + width, 0.5, 0.55),
        )
        self.add(head)
        outer, self.again = self.again, (*self.again, head)
        for at, row in enumerate(rows):
            last = at == len(rows) - 1
            cells = [
                self._table_cell(x, wide, words, right=column in right)
                for column, ((x, wide), words) in enumerate(zip(columns, row, strict=True))
            ]
            edge = self._edge() if last and beside else (x0, x0 + width, 0.4, HAIR)
            made = Band(
                (blank, *cells) if beside else tuple(cells),
                above=2,
                below=self.layout.pad if last else 2.2,
                rule=edge,
            )
            short = made.height < (self.layout.ceiling - self.layout.floor) * 0.4
            self.add(replace(made, whole=short))
        self.again = outer

    def _table_cell(self, x: float, width: float, words: Words | Sequence[Para], *, right: bool) -> Cell:
        if isinstance(words, (str, Run)):
            paras: list[Para] = [self.para(words, right=right)]
        elif words and isinstance(words[0], Para):
            paras = [para for para in words if isinstance(para, Para)]
        else:
            paras = [self.para([run for run in words if isinstance(run, Run)], right=right)]
        return Cell(x, width, self.lines(paras, width))

    @staticmethod
    def _columns(x0: float, width: float, shares: Sequence[float]) -> list[tuple[float, float]]:
        gutter = 2.6 * MM
        room = width - gutter * (len(shares) - 1)
        columns, x = [], x0
        for share in shares:
            wide = room * share / sum(shares)
            columns.append((x, wide))
            x += wide + gutter
        return columns

    def write_on(self, label: str, count: int) -> None:
        """Ruled lines for notes by hand: `count` of them, more or fewer as the page has room."""
        step = self.layout.size * 1.95
        value = Cell(self.value_x, self.value_width, (Line(step, step, ()),) * count)
        if not self.label_width:
            self._above(label)
        cells = (self._label(label), value) if self.label_width else (value,)
        self.add(Band(cells, above=self.layout.pad, below=5, rule=self._edge(), whole=True, ruled=count))
