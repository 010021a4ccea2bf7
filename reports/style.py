"""Sizes and tones of printed pages: one normal layout and one in large print, and no third (need K1).

Lengths are points. Greys are 0 (black) to 1 (white).
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM

RULE = 0.62
HAIR = 0.80
TINT = (0.941, 0.953, 0.961)
WATERMARK_GREY = 0.935
"""About 6 % black: the contrast of the text above it stays over 15 to 1."""


class Face(Enum):
    """A bundled face, by the name reportlab knows it under."""

    REGULAR = "ForumDesk-Regular"
    SEMIBOLD = "ForumDesk-Semibold"
    BOLD = "ForumDesk-Bold"
    ITALIC = "ForumDesk-Italic"


class Tone(Enum):
    """How dark a word stands; `CHIP` has an outline round it."""

    INK = 0.0
    SOFT = 0.33
    CHIP = 0.01


class Layout(Struct, frozen=True):
    """Every size of one layout. `label` is the width of the form's left column; 0 puts labels above."""

    large: bool
    size: float
    leading: float
    small: float
    head_size: float
    foot_size: float
    side: float
    top: float
    bottom: float
    label: float
    pad: float
    qr: float

    @property
    def width(self) -> float:
        """Of the text."""
        return PAGE_WIDTH - 2 * self.side

    @property
    def ceiling(self) -> float:
        """Where text begins, from the page's foot."""
        return PAGE_HEIGHT - self.top

    @property
    def floor(self) -> float:
        """Where text ends, from the page's foot."""
        return self.bottom


NORMAL = Layout(
    large=False,
    size=9.6,
    leading=1.27,
    small=8.0,
    head_size=9.0,
    foot_size=7.2,
    side=18 * MM,
    top=23 * MM,
    bottom=31 * MM,
    label=31 * MM,
    pad=3.2,
    qr=13 * MM,
)
LARGE = Layout(
    large=True,
    size=16.0,
    leading=1.28,
    small=14.0,
    head_size=12.0,
    foot_size=10.0,
    side=16 * MM,
    top=24 * MM,
    bottom=36 * MM,
    label=0,
    pad=4.5,
    qr=15 * MM,
)
