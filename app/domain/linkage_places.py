"""What an address, and what physical marks, say of whether a row and a person are one (see `linkage_weights`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.domain.linkage_weights import Chances, Evidence
from app.domain.name_habits import tight
from app.domain.names import fold

_STREET = {
    "same": (0.80, 1.5e-4),
    "much": (0.12, 0.02),
    "much of it all": (0.12, 4e-3),
    "some": (0.05, 0.06),
    "other": (0.03, 0.94),
}
_HOUSE = {"equal": (0.93, 0.01), "slip": (0.04, 0.08), "other": (0.03, 0.91)}
_CODE = {"equal": (0.90, 5e-3), "slip": (0.05, 0.05), "other": (0.05, 0.945)}
_STREETS = """
street st road rd avenue ave place pl crescent cres drive dr lane ln terrace tce close court ct way
circuit highway hwy flat unit apartment apt the of and
"""
_STREET_WORDS = frozenset(_STREETS.split())


class _House(NamedTuple):
    """An address in parts: house numbers, a postcode, all words, and in threes the letters of the street by itself."""

    numbers: frozenset[str]
    code: str
    words: tuple[str, ...]
    street: frozenset[_Three]


_Three = tuple[str, ...]


@lru_cache(maxsize=131072)
def _house(address: str) -> _House:
    numbers, code, words = address_parts(address)
    street, comma, _ = address.partition(",")
    by_itself: frozenset[_Three] = _threes(address_parts(street)[2]) if comma else frozenset()
    return _House(frozenset(numbers), code[0] if code else "", words, by_itself)


def _threes(words: Sequence[str]) -> frozenset[_Three]:
    letters = tight("".join(words))
    if len(letters) < 3:
        return frozenset({tuple(letters)} if letters else ())
    return frozenset(zip(letters, letters[1:], letters[2:], strict=False))


def address_parts(address: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """House numbers, the postcode (one or none: four digits at the end), and the words that are no *Street*."""
    words = fold(address).split()
    digits = [word for word in words if word[0].isdigit()]
    code = digits[-1:] if len(digits) > 0 and len(digits[-1]) == 4 and words[-1] == digits[-1] else []
    numbers = digits[: -1 if code else None]
    rest = [word for word in words if not word[0].isdigit() and word not in _STREET_WORDS]
    return tuple(numbers), tuple(code), tuple(rest)


def compare_addresses(theirs: str, ours: Sequence[str], stays: float) -> Evidence | None:
    """The most alike of a person's addresses. People move, so that another address says little against them."""
    if not theirs.strip():
        return None
    best: Evidence | None = None
    for address in ours:
        found = _address_evidence(theirs, address, stays)
        if found is not None and (best is None or found.weight > best.weight):
            best = found
    return best


@lru_cache(maxsize=65536)
def _address_evidence(theirs: str, ours: str, stays: float) -> Evidence | None:
    left, right = _house(theirs), _house(ours)
    if not left.words or not right.words:
        return None
    apart = bool(left.street and right.street)
    a, b = (left.street, right.street) if apart else (_threes(left.words), _threes(right.words))
    share = len(a & b) / min(len(a), len(b))
    street = "same" if share >= 0.75 else "much" if share >= 0.45 else "some" if share >= 0.25 else "other"
    if street == "much" and not apart:
        street = "much of it all"
    found = [_STREET[street]]
    house = ""
    if left.numbers and right.numbers:
        house = "equal" if left.numbers & right.numbers else _slip(min(left.numbers), min(right.numbers))
        found.append(_HOUSE[house])
    if left.code and right.code and (street == "same" or not apart):
        found.append(_CODE["equal" if left.code == right.code else _slip(left.code, right.code)])
    same = other = 1.0
    for one, two in found:
        same, other = same * one, other * two
    ratio = same / other
    still = log(1 - stays + stays * ratio)
    chances = Chances(still, 0.0, still, still)
    if street in ("same", "much", "much of it all"):
        words = "same address" if house in ("equal", "") else "same street"
    else:
        words = "another address"
    return Evidence(chances, lambda: (words,))


def _slip(left: str, right: str) -> str:
    return "slip" if OSA.distance(left, right, score_cutoff=1) <= 1 else "other"


_MARKS = """
tattoo tattoos tattooed scar scars scarred mark marks birthmark left right upper lower above below with and the
his her has one two small large long across over under near side inner outer black blue red
"""
_PLAIN_MARKS = frozenset(_MARKS.split())


def mark_words(marks: str) -> frozenset[str]:
    """The words of a description of physical marks that tell one person from another, folded."""
    return frozenset(word for word in fold(marks).split() if len(word) > 2 and word not in _PLAIN_MARKS)


def compare_marks(theirs: str, ours: str) -> Evidence | None:
    """Words that both descriptions have: a koru on the forearm. What only one side tells counts nothing."""
    common = mark_words(theirs) & mark_words(ours) if theirs and ours else None
    if not common:
        return None
    weight = min(1.2 * len(common), 4.0)
    return Evidence(
        Chances(weight, 0.0, 0.0, 0.0), lambda: (f"physical marks alike ({', '.join(sorted(common))})",)
    )
