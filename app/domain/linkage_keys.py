"""By which keys a person is kept and a damaged row looks them up: about 14 a person (needs X3, X8).

Each key is a short text, `n:smit wirem`. Whoever shares one with a row is compared with it in full, so a key
has to be rare enough to be cheap and loose enough to survive what befalls a row. Pure, so that keeping and asking
never make a key in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from app.domain.linkage import Candidate, RowFacts
from app.domain.linkage_places import address_parts, mark_words
from app.domain.linkage_weights import born_digits
from app.domain.name_habits import one_name, sound, tight
from app.domain.names import fold, fold_prn

_PARTICLES = frozenset(
    ("te", "ta", "van", "der", "de", "la", "le", "von", "di", "da", "al", "el", "bin", "abdul", "st")
)
_HALF = 4
"""Digits of the beginning and the end of a PRN that are kept apart."""
_WORDS = 6
"""Words of an address that are looked up; a longer one is a description."""


def keys_of(person: Candidate) -> frozenset[str]:
    """Every key by which a person is kept."""
    keys = set(_number_keys(person.prn))
    born = born_digits(person.born)
    if born:
        keys.add(f"b:{born}")
    for family, given in person.names:
        keys.update(_name_keys(family, given, (born,) if born else ()))
        keys.update(_counted(family, given))
    for address in person.addresses:
        keys.update(_address_keys(address, person.names[:1]))
    keys.update(f"m:{word}" for word in mark_words(person.marks))
    return frozenset(keys)


def keys_for(row: RowFacts) -> frozenset[str]:
    """Every key by which a row looks for its person: also days and months swapped, and one slip in a PRN."""
    keys = set(_number_keys(row.prn))
    if keys:
        keys.update(f"p:{number}" for number in _slipped(fold_prn(row.prn)))
    born = born_digits(row.born)
    days = (born, born[:4] + born[6:] + born[4:6]) if born else ()
    keys.update(f"b:{day}" for day in days)
    for family, given in row.names:
        keys.update(_name_keys(family, given, days))
        if not (tight(family) and tight(given)):
            keys.update(_counted(family, given))
            keys.update(_counted(given, family))
    keys.update(_address_keys(row.address, row.names))
    keys.update(f"m:{word}" for word in mark_words(row.marks))
    return frozenset(keys)


def counted_for(row: RowFacts) -> tuple[dict[str, str], dict[str, str]]:
    """The names whose number of bearers a row asks for: tight family and single given name, each by its key.

    Also with family and given names swapped.
    """
    families: dict[str, str] = {}
    givens: dict[str, str] = {}
    for one, two in row.names:
        for family, given in ((one, two), (two, one)):
            if name := tight(family):
                families[f"f:{name}"] = name
            if first := fold(given).partition(" ")[0]:
                givens[f"g:{one_name(first)}"] = one_name(first)
    return families, givens


def name_pieces(name: str) -> tuple[str, ...]:
    """Beginning and end of a name: one slip leaves one of them whole. Empty for names of under three letters."""
    bare = "".join(fold(name).split()[:1])
    if len(bare) < 3:
        return ()
    half = max(3, len(bare) // 2)
    return tuple(dict.fromkeys((bare[:half], bare[-half:])))


def _counted(family: str, given: str) -> Iterator[str]:
    if name := tight(family):
        yield f"f:{name}"
    if first := fold(given).partition(" ")[0]:
        yield f"g:{one_name(first)}"


def _number_keys(prn: str) -> Iterator[str]:
    number = fold_prn(prn) if prn.strip() else ""
    if number:
        yield f"p:{number}"
    if len(number) >= _HALF:
        yield f"a:{number[:_HALF]}"
        yield f"z:{number[-_HALF:]}"


def _slipped(number: str) -> Iterator[str]:
    """Numbers with one digit other, or two neighbours swapped."""
    if len(number) < 5:
        return
    for at in range(len(number)):
        for digit in "0123456789":
            yield f"{number[:at]}{digit}{number[at + 1 :]}"
        yield f"{number[:at]}{number[at + 1 : at + 2]}{number[at]}{number[at + 2 :]}"


def _name_keys(family: str, given: str, days: Sequence[str]) -> Iterator[str]:
    """Family and given name in either order; each of them with the year, and with day and month, of birth."""
    families, givens = _sounds(family), [sound(one_name(word)) for word in fold(given).split()[:2]]
    for one in families:
        for two in givens:
            yield f"n:{' '.join(sorted((one, two)))}"
    for word in {*families, *givens}:
        for day in days:
            yield f"y:{word} {day[:4]}"
            yield f"d:{word} {day[4:]}"


def _sounds(family: str) -> list[str]:
    """A family name as one word, and each longer part of it."""
    words = fold(family).split()
    whole = sound(one_name("".join(words))) if words else ""
    parts = [
        sound(one_name(word)) for word in words if len(words) > 1 and len(word) > 2 and word not in _PARTICLES
    ]
    return list(dict.fromkeys(one for one in (whole, *parts) if one))


def _address_keys(address: str, names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """House number with each word and the postcode, street with town or postcode, names with town or postcode."""
    number, code, words = address_parts(address)
    long = [sound(word) for word in words if len(word) > 3][:_WORDS]
    place = (*long[1:][-1:], *code)
    for digits in number:
        yield from (f"h:{digits} {word}" for word in (*long, *code))
    if long:
        yield from (f"s:{long[0]} {each}" for each in place)
        yield from (f"s:{one} {two}" for one, two in pairwise(long))
    for family, given in names:
        for word in {*_sounds(family)[:1], *(sound(one_name(word)) for word in fold(given).split()[:1])}:
            yield from (f"c:{word} {each}" for each in (*long[:1], *place))
