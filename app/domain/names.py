"""Names as people write them and as the search reads them: macrons, case and apostrophes do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´ʹ′ʾʿ", "'"))
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"}
)


def clean(text: str) -> str:
    """NFC, with invisible and direction-changing characters gone and white space folded to one blank.

    A right-to-left or zero-width character in a name could make one person look like another on paper.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The form in which two spellings of one name are equal: `O’Connor` = `O'CONNOR`, `Tāmati` = `tamati`.

    Letters and digits in lower case parted by single blanks; apostrophes vanish, hyphens part.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    lowered = text.casefold().translate(_LETTERS).replace("'", "").replace("`", "")
    if not lowered.isascii():
        return _SPACE.sub(" ", "".join(c if c.isalnum() else " " for c in lowered)).strip()
    return _NOT_WORD.sub(" ", lowered).strip()


def fold_prn(prn: str) -> str:
    """A PRN as the search compares it: without leading zeros, spaces or case."""
    return re.sub(r"[\s-]", "", prn).casefold().lstrip("0") or "0"


def full_name(surname: str, given_names: str) -> str:
    """`Surname, Given names`; a single name stands alone without a comma."""
    return f"{surname}, {given_names}" if surname and given_names else surname or given_names
