"""Words that are still readable and longer by two fifths, with a mark on each letter: for whoever looks for what clips.

Nobody speaks it. What shows without marks and brackets was not sent through `tr`, and what is cut off would be cut off
in te reo Māori, or in any tongue of longer words.
"""

from __future__ import annotations

import re

LONGER = 0.4
_MARKED = str.maketrans(
    "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ",
    "āḅċḋēḟḡḥīĵḳḷṃṅōṗṙṡṫūṽẇẏẓĀḄĊḊĒḞḠḤĪĴḲḶṂṄŌṖṘṠṪŪṼẆẎẒ",
)
_KEPT = re.compile(r"({[^{}]*}|{{|}}|&.|\(\*[^)]*\)|`[^`]*`)")
"""Braces that are filled, a mnemonic and its letter, the ending of a file, a command: they work on as they are."""
_FILLER = "āēīō ūāēīōū ēīōūā "


def longer(text: str) -> str:
    """A text so changed; one without letters of its own, such as `{day} – {hour}`, stays as it is."""
    own = _KEPT.sub("", text)
    if not any(letter.isalpha() for letter in own):
        return text
    inner = text.strip()
    start, end = text[: text.index(inner)], text[text.index(inner) + len(inner) :]
    marked = "".join(
        part if number % 2 else part.translate(_MARKED) for number, part in enumerate(_KEPT.split(inner))
    )
    more = max(1, round(len(own.strip()) * LONGER) - 2)
    filler = (_FILLER * (more // len(_FILLER) + 1))[:more].strip()
    return f"{start}[{marked} {filler}]{end}"
