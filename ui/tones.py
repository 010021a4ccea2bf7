"""The colours of the three themes, and the formula by which a test holds them to WCAG 2.2.

Data only: no Qt, so that every pair can be measured without a window.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Theme(StrEnum):
    """What a person may choose. `SYSTEM` follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tones(NamedTuple):
    """The colours of one theme, as #rrggbb. `edge` is what a control is seen by; `line` only decorates."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    edge: str
    line: str
    accent: str
    on_accent: str
    focus: str
    band: str
    on_band: str
    link: str
    good: str
    warn: str
    warn_back: str
    bad: str
    bad_back: str


TONES = {
    Theme.LIGHT: Tones(
        window="#f3f5f7",
        base="#ffffff",
        raised="#eaeef2",
        text="#16202b",
        muted="#4b5866",
        edge="#65727f",
        line="#d3dae1",
        accent="#00508f",
        on_accent="#ffffff",
        focus="#0064b4",
        band="#16202b",
        on_band="#ffffff",
        link="#00508f",
        good="#1c6b32",
        warn="#6f4b00",
        warn_back="#fff1c9",
        bad="#a3161a",
        bad_back="#fde4e3",
    ),
    Theme.DARK: Tones(
        window="#1b2028",
        base="#12171c",
        raised="#272e37",
        text="#edf1f5",
        muted="#b3bdc7",
        edge="#8c99a5",
        line="#353e48",
        accent="#a3cdff",
        on_accent="#0c1a2a",
        focus="#ffd84d",
        band="#e8edf1",
        on_band="#12171c",
        link="#a3cdff",
        good="#8fdba4",
        warn="#ffd98a",
        warn_back="#3b3010",
        bad="#ffb3ad",
        bad_back="#47191b",
    ),
    Theme.CONTRAST: Tones(
        window="#000000",
        base="#000000",
        raised="#000000",
        text="#ffffff",
        muted="#ffffff",
        edge="#ffffff",
        line="#767676",
        accent="#ffff00",
        on_accent="#000000",
        focus="#00ffff",
        band="#ffffff",
        on_band="#000000",
        link="#80ffff",
        good="#7dff7d",
        warn="#ffff00",
        warn_back="#000000",
        bad="#ffb0b0",
        bad_back="#000000",
    ),
}

FLAG_TONES: dict[Theme, dict[str, tuple[str, str]]] = {
    Theme.LIGHT: {
        "HR": ("#ad1f1f", "#ffffff"),
        "HP": ("#592a86", "#ffffff"),
        "CSO": ("#7a3e00", "#ffffff"),
        "OWR": ("#f0c419", "#16202b"),
        "VNR": ("#00589c", "#ffffff"),
        "PO": ("#0a5a4c", "#ffffff"),
        "DEP": ("#414b56", "#ffffff"),
        "TR": ("#dde2e8", "#16202b"),
        "SS": ("#16202b", "#ffffff"),
    },
    Theme.DARK: {
        "HR": ("#ffaba5", "#240303"),
        "HP": ("#dcb6ff", "#220540"),
        "CSO": ("#ffba80", "#2a1400"),
        "OWR": ("#f0c419", "#16202b"),
        "VNR": ("#9fccff", "#04203c"),
        "PO": ("#84dcc8", "#03251e"),
        "DEP": ("#c3ccd6", "#16202b"),
        "TR": ("#46525e", "#ffffff"),
        "SS": ("#f5f7f9", "#16202b"),
    },
    Theme.CONTRAST: {},
}
"""Fill and letters of each flag's chip. High contrast has none: every chip is letters and outline."""

TEXT_PAIRS = (
    ("text", "window"),
    ("text", "base"),
    ("text", "raised"),
    ("muted", "window"),
    ("muted", "base"),
    ("muted", "raised"),
    ("on_accent", "accent"),
    ("on_band", "band"),
    ("base", "bad"),
    ("link", "window"),
    ("link", "base"),
    ("good", "window"),
    ("good", "base"),
    ("warn", "warn_back"),
    ("warn", "base"),
    ("bad", "window"),
    ("bad", "base"),
    ("bad", "bad_back"),
    ("text", "warn_back"),
    ("text", "bad_back"),
)
"""Pairs in which words stand: at least 4.5 to 1."""

CONTROL_PAIRS = (
    ("edge", "window"),
    ("edge", "base"),
    ("edge", "raised"),
    ("focus", "window"),
    ("focus", "base"),
    ("focus", "raised"),
    ("accent", "window"),
    ("accent", "base"),
)
"""Pairs by which a control or its focus is seen: at least 3 to 1."""


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
