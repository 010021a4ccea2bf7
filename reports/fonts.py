"""The bundled typeface, its measures, and letters it does not have (Source Sans Pro, OFL 1.1).

reportlab's own fonts lose macrons, so no page may use them; every face here is embedded.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from reports.style import Face

_FILES = {
    Face.REGULAR: "SourceSansPro-Regular.ttf",
    Face.SEMIBOLD: "SourceSansPro-Semibold.ttf",
    Face.BOLD: "SourceSansPro-Bold.ttf",
    Face.ITALIC: "SourceSansPro-It.ttf",
}
_SAME = {"\u2011": "-", "\u2010": "-", "\u2015": "—", "\u25cf": "•", "\u2500": "–", "\u2212": "−", "\t": " "}
"""Letters the typeface lacks that another stands for without loss."""


@cache
def font(face: Face) -> TTFont:
    """The face, registered with reportlab on first use."""
    loaded = TTFont(face.value, str(resources.files("reports") / "fonts" / _FILES[face]))
    pdfmetrics.registerFont(loaded)
    return loaded


def use_fonts() -> None:
    """Register every face; a face reportlab does not know would fall back to one without macrons."""
    for face in Face:
        font(face)


@cache
def _measures(face: Face) -> tuple[TTFontFace, dict[int, float]]:
    loaded = font(face).face
    widths: dict[int, float] = loaded.charWidths
    return loaded, widths


@lru_cache(maxsize=100_000)
def width_of(text: str, face: Face) -> float:
    """The width of `text` at a size of 1 point."""
    loaded, widths = _measures(face)
    missing = float(loaded.defaultWidth or 0)
    return sum(widths.get(ord(letter), missing) for letter in text) / 1000


@lru_cache(maxsize=20_000)
def printable(text: str, face: Face = Face.REGULAR) -> str:
    """`text` as the face can show it; a letter it lacks stands as `[U+738B]`, never as nothing or a box."""
    loaded, _ = _measures(face)
    glyphs = loaded.charToGlyph
    composed = unicodedata.normalize("NFC", text)
    if all(ord(letter) in glyphs or letter == "\n" for letter in composed):
        return composed
    return "".join(_shown(letter, glyphs) for letter in composed)


def _shown(letter: str, glyphs: dict[int, int]) -> str:
    if ord(letter) in glyphs or letter == "\n":
        return letter
    same = _SAME.get(letter)
    if same is not None:
        return same
    if unicodedata.category(letter) in ("Cf", "Cc", "Zs", "Zl", "Zp"):
        return " " if unicodedata.category(letter).startswith("Z") else ""
    return f"[U+{ord(letter):04X}]"


class Measures(Struct, frozen=True):
    """What a font descriptor says of a face, in thousandths of its size."""

    name: str
    box: tuple[float, ...]
    ascent: float
    descent: float
    cap_height: float
    stem: float


class MarkFont(Struct, frozen=True):
    """A face cut down to the letters some marks need, in one-byte codes; ASCII keeps its own codes.

    What differs from copy to copy is written after reportlab is done, so its letters (a holder's name)
    need a font of their own.
    """

    measures: Measures
    codes: dict[str, int]
    """Letter → code. A letter the face lacks, or one for which no code was left, is not in it."""
    program: bytes
    widths: tuple[float, ...]
    to_unicode: bytes

    def encode(self, text: str) -> bytes:
        """A PDF string, in brackets. Every letter of `text` must be one the font was cut for."""
        raw = bytes(self.codes[letter] for letter in text)
        for special in (b"\\", b"(", b")"):
            raw = raw.replace(special, b"\\" + special)
        return b"(" + raw.replace(b"\r", b"\\r") + b")"


_ALWAYS = "".join(map(chr, range(32, 127))) + "–·’āēīōūĀĒĪŌŪ"


def mark_letters(texts: tuple[str, ...], face: Face) -> frozenset[str]:
    """The letters to cut a mark font for; the usual ones are always in, so that most prints share one."""
    return frozenset(_ALWAYS).union(*(printable(text, face) for text in texts))


@lru_cache(maxsize=8)
def mark_font(letters: frozenset[str], face: Face) -> MarkFont:
    """Cut `face` down to `letters`: at most 223 of them, ASCII first, then by code point."""
    loaded, widths = _measures(face)
    ordered = sorted(letters, key=lambda letter: (ord(letter) > 126, ord(letter)))[: 256 - 33]
    slots = [32] * 32 + [ord(letter) for letter in ordered]
    codes = {letter: 32 + at for at, letter in enumerate(ordered)}
    program = loaded.makeSubset(slots)
    return MarkFont(
        measures=_measured(loaded),
        codes=codes,
        program=program,
        widths=tuple(widths.get(code, 0.0) for code in slots),
        to_unicode=_to_unicode(codes),
    )


def _measured(loaded: TTFontFace) -> Measures:
    name = loaded.name.decode("ascii") if isinstance(loaded.name, bytes) else str(loaded.name)
    return Measures(name, tuple(loaded.bbox), loaded.ascent, loaded.descent, loaded.capHeight, loaded.stemV)


def _to_unicode(codes: dict[str, int]) -> bytes:
    lines = [f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in codes.items()]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
