"""What each fact weighs when a row and a person are compared: the chances under four explanations, and words.

The chances ship fixed (docs/decisions/0027): training without labels made relatives at one address look like one
person. They were chosen on made-up people of other seeds than those that the benchmark reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from math import log
from typing import NamedTuple, Protocol

from rapidfuzz.distance import OSA

from app.domain.dates import show_date
from app.domain.name_habits import likeness, one_name, sound, tight
from app.domain.names import fold, fold_prn


class Chances(NamedTuple):
    """Logarithms of how likely a finding is if the two are the same person, somebody else, relatives, namesakes."""

    same: float
    other: float
    relative: float
    junior: float


class Evidence(NamedTuple):
    """One finding. Its `words` go into the sentence; they are put together where one is shown, not for everybody."""

    chances: Chances
    tell: Callable[[], tuple[str, ...]]

    @property
    def words(self) -> tuple[str, ...]:
        """What was found, a part of the sentence each."""
        return self.tell()

    @property
    def weight(self) -> float:
        """The log-odds of the same person against somebody else."""
        return self.chances.same - self.chances.other


class KnownNames(Protocol):
    """How many people there are and how many bear a name."""

    @property
    def people(self) -> int: ...
    @property
    def family(self) -> Mapping[str, int]: ...
    @property
    def given(self) -> Mapping[str, int]: ...


APART = {
    "relative": "perhaps a relative at the same address",
    "junior": "perhaps a parent or child of the same name",
}


def _of(same: float, other: float, relative: float, junior: float) -> Chances:
    return Chances(log(same), log(other), log(relative), log(junior))


# What is found, and how likely that is if they are: the same, somebody else, relatives, parent and child of one name.
_PRN = {
    "equal": _of(0.92, 1.0, 1.0, 1.0),  # somebody else's by chance: one among all people
    "slip": _of(0.035, 2e-5, 2e-5, 2e-5),
    "part": _of(0.02, 2e-4, 2e-4, 2e-4),
    "two slips": _of(0.01, 1e-3, 1e-3, 1e-3),
    "other": _of(0.01, 1.0, 1.0, 1.0),
}
_FAMILY = {
    "equal": _of(0.84, 1.0, 0.74, 0.84),  # somebody else's by chance: as many as bear the name
    "sound": _of(0.05, 1.5e-3, 0.045, 0.05),
    "slip": _of(0.06, 1.5e-3, 0.055, 0.06),
    "part": _of(0.02, 2e-3, 0.03, 0.02),
    "like": _of(0.015, 0.02, 0.03, 0.015),
    "other": _of(0.02, 0.97, 0.10, 0.02),
}
_GIVEN = {
    "equal": _of(0.76, 1.0, 0.4, 0.76),  # somebody else's by chance: as many as bear the name
    "one name": _of(0.10, 1.0, 0.4, 0.10),
    "sound": _of(0.05, 2e-3, 2e-3, 0.05),
    "slip": _of(0.06, 2e-3, 4e-3, 0.06),
    "middle": _of(0.010, 0.012, 0.04, 0.01),
    "initial": _of(0.03, 0.06, 0.06, 0.03),
    "like": _of(0.01, 0.03, 0.04, 0.01),
    "other": _of(0.010, 0.96, 0.96, 0.015),
}
_MIDDLE = {
    "equal": _of(0.85, 0.03, 0.03, 0.5),
    "initial": _of(0.9, 0.08, 0.08, 0.5),
    "other": _of(0.15, 0.97, 0.97, 0.5),
}
_BORN = {
    "equal": _of(0.84, 6e-5, 0.08, 1e-5),
    "swapped": _of(0.03, 4e-5, 3e-3, 1e-5),
    "slip": _of(0.07, 1.2e-3, 8e-3, 1e-3),
    "two parts": _of(0.025, 8e-3, 1.5e-2, 5e-3),
    "near": _of(0.010, 0.45, 0.70, 0.05),
    "generation": _of(0.007, 0.55, 0.2, 0.94),
}

_ANOTHER_NAME = log(0.25)
"""How often a row, or the register, has a person under one of their other names."""
_SWAPPED = log(0.04)
"""How often family and given names change places."""


def compare_prns(theirs: str, ours: str, people: int) -> Evidence | None:
    """Equal, one slip, a piece of it of four digits or more, or another; *not known to me* is no number at all."""
    if not any(letter.isdigit() for letter in theirs) or not ours:
        return None
    left, right, shown = fold_prn(theirs), fold_prn(ours), theirs.strip()
    if left == right:
        chance = log(1 / max(people, 2) / 50)
        equal = _PRN["equal"]
        return Evidence(Chances(equal.same, chance, chance, chance), lambda: (f"same PRN {ours}",))
    slips = OSA.distance(left, right, score_cutoff=2) if min(len(left), len(right)) >= 5 else 9
    if slips == 1:
        return Evidence(_PRN["slip"], lambda: (f"PRN {shown} is one slip from {ours}",))
    short, long = sorted((left, right), key=len)
    if len(short) >= 4 and short in long:
        return Evidence(_PRN["part"], lambda: (f"PRN {shown} is part of {ours}",))
    if slips == 2:
        return Evidence(_PRN["two slips"], lambda: (f"PRN {shown} is two slips from {ours}",))
    return Evidence(_PRN["other"], lambda: (f"another PRN ({shown})",))


def compare_births(theirs: date | str | None, ours: date | str | None) -> Evidence | None:
    """Equal, day and month swapped, one digit, two parts of three, or years apart."""
    left, right = born_digits(theirs), born_digits(ours)
    if not left or not right:
        return None
    kind = _births(left, right)
    return Evidence(_BORN[kind], partial(_birth_words, kind, theirs, ours))


def _births(left: str, right: str) -> str:
    if left == right:
        return "equal"
    if left == right[:4] + right[6:] + right[4:6]:
        return "swapped"
    if OSA.distance(left, right, score_cutoff=1) == 1:
        return "slip"
    if (left[:4] == right[:4]) + (left[4:6] == right[4:6]) + (left[6:] == right[6:]) == 2:
        return "two parts"
    return "generation" if 15 <= abs(int(left[:4]) - int(right[:4])) <= 48 else "near"


def _birth_words(kind: str, theirs: date | str | None, ours: date | str | None) -> tuple[str, ...]:
    shown, said = _shown(ours), _shown(theirs)
    if kind == "equal":
        return ("same date of birth",)
    if kind in ("near", "generation"):
        return (f"another date of birth ({said}, not {shown})",)
    how = {"swapped": "with day and month swapped", "slip": "one slip apart"}
    return (f"date of birth {how.get(kind, 'the same but for one part')} ({said} ~ {shown})",)


def born_digits(born: date | str | None) -> str:
    """A date of birth as eight digits, `19800504`; a text that has no eight digits is not known."""
    if born is None:
        return ""
    if isinstance(born, str):
        return born if len(born) == 8 and born.isdecimal() else ""
    return f"{born.year:04d}{born.month:02d}{born.day:02d}"


def _shown(born: date | str | None) -> str:
    return show_date(born) if isinstance(born, date) else str(born)


class _Way(NamedTuple):
    """One name of the row against one of the person: how likely, how each agrees, in what order."""

    chances: Chances
    family: str | None
    given: str | None
    names: tuple[str, str]
    person: tuple[str, str]
    is_alias: bool
    label: str

    @property
    def weight(self) -> float:
        return self.chances.same - self.chances.other

    def words(self) -> tuple[str, ...]:
        words = []
        pairs = [(left.strip(), right.strip()) for left, right in zip(self.names, self.person, strict=True)]
        if self.family:
            words.append(_family_words(self.family, *pairs[0], self.is_alias))
        if self.given:
            words.append(_given_words(self.given, *pairs[1], self.is_alias))
        return (*words[:-1], f"{words[-1]}{self.label}")


def compare_names(
    theirs: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]], known: KnownNames
) -> Evidence | None:
    """The best of all ways: each name of the row against each of the person, straight and swapped."""
    best: _Way | None = None
    for way in _ways(theirs, ours, known):
        if best is None or way.weight > best.weight:
            best = way
    return Evidence(best.chances, best.words) if best else None


def _ways(
    theirs: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]], known: KnownNames
) -> Iterator[_Way]:
    for told, names in enumerate(theirs):
        turned = (names[1], names[0])
        may_be_swapped = bool(all(names) and fold(names[1]) != fold(names[0]))
        label = " (alias in the row)" if told else ""
        for at, person in enumerate(ours):
            less = (_ANOTHER_NAME if told else 0.0) + (_ANOTHER_NAME if at else 0.0)
            if way := _way(names, person, known, less, at > 0, label):
                yield way
            # Of two different names, one that stands in its place already cannot belong in the other's.
            if may_be_swapped and not (way and "equal" in (way.family, way.given)):
                swapped = f"{label}; family and given names swapped"
                if way := _way(turned, person, known, less + _SWAPPED, at > 0, swapped):
                    yield way


def _way(
    names: tuple[str, str],
    person: tuple[str, str],
    known: KnownNames,
    less: float,
    is_alias: bool,
    label: str,
) -> _Way | None:
    family, given = names
    family_found, given_found = _family_level(family, person[0]), _given_level(given, person[1])
    if not family_found and not given_found:
        return None
    same, other, relative, junior = less, 0.0, less, less
    if family_found:
        found = _FAMILY[family_found]
        if family_found == "equal":
            found = _by_count(found, tight(family), known.family, known)
        same, other = same + found.same, other + found.other
        relative, junior = relative + found.relative, junior + found.junior
    level = None
    if given_found:
        level, middle = given_found
        found = _GIVEN[level]
        if level in ("equal", "one name"):
            found = _by_count(found, one_name(_first(given)), known.given, known)
        for each in (found, _MIDDLE[middle]) if middle else (found,):
            same, other = same + each.same, other + each.other
            relative, junior = relative + each.relative, junior + each.junior
    return _Way(Chances(same, other, relative, junior), family_found, level, names, person, is_alias, label)


def _by_count(level: Chances, name: str, counts: Mapping[str, int], known: KnownNames) -> Chances:
    """Where two names are equal, somebody else has it by chance as often as the register has it."""
    chance = log((counts.get(name, 2) + 0.5) / (max(known.people, 50) + 1))
    return Chances(
        level.same,
        chance,
        min(level.relative, 0.0) + (chance if level is not _FAMILY["equal"] else 0.0),
        level.junior,
    )


def _family_words(level: str, left: str, right: str, is_alias: bool) -> str:
    kind = "family name an alias" if is_alias else "family name"
    if level == "other":
        return f"another family name ({left}, not {right})"
    if left == right:
        return f"{kind} ({right})" if is_alias else f"same family name {right}"
    return f"{kind} ({left} ~ {right})" if is_alias else f"family name {left} ~ {right}"


def _given_words(level: str, left: str, right: str, is_alias: bool) -> str:
    kind = "given name an alias" if is_alias else "given name"
    if level == "other":
        return f"another given name ({left}, not {right})"
    if left == right:
        return f"{kind} ({right})" if is_alias else f"same given name {right}"
    return f"{kind} ({left} ~ {right})" if is_alias else f"given name {left} ~ {right}"


@lru_cache(maxsize=262144)
def _family_level(left: str, right: str) -> str | None:
    a, b = tight(left), tight(right)
    if not a or not b:
        return None
    if a == b:
        return "equal"
    if sound(left) == sound(right):
        return "sound"
    alike = likeness(a, b)
    if alike >= 0.9:
        return "slip"
    if {w for w in fold(left).split() if len(w) > 3} & {w for w in fold(right).split() if len(w) > 3}:
        return "part"
    return "like" if alike >= 0.85 else "other"


@lru_cache(maxsize=262144)
def _given_level(left: str, right: str) -> tuple[str, str] | None:
    """How the first given names agree, and how the others do (empty where one side has none)."""
    a, b = fold(left).split(), fold(right).split()
    if not a or not b:
        return None
    if tight(left) == tight(right):
        return "equal", "equal" if len(a) > 1 else ""
    level = _word_level(a[0], b[0])
    rest = _middle_level(a[1:], b[1:])
    if level in ("other", "like") and len(a) + len(b) > 2:
        ways = [_word_level(x, y) for x in a for y in b]
        if "equal" in ways:
            return "middle", ""
        if (
            tight("".join(a)) == tight(b[0])
            or tight("".join(b)) == tight(a[0])
            or likeness(tight(left), tight(right)) >= 0.9
        ):
            return "slip", ""
    return level, rest


def _middle_level(a: Sequence[str], b: Sequence[str]) -> str:
    if not a or not b:
        return ""
    level = _word_level(a[0], b[0])
    if level == "initial":
        return "initial"
    return "other" if level in ("other", "like") else "equal"


@lru_cache(maxsize=65536)
def _word_level(a: str, b: str) -> str:
    left, right = tight(a), tight(b)
    if left == right:
        return "equal"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[:1] == b[:1] else "other"
    if one_name(a) == one_name(b):
        return "one name"
    if sound(a) == sound(b):
        return "sound"
    alike = likeness(left, right)
    if alike >= 0.9:
        return "slip"
    return "like" if alike >= 0.86 else "other"


def _first(given: str) -> str:
    return fold(given).partition(" ")[0]


def parted(alias: str) -> tuple[str, str]:
    """`Surname, Given` in two; a name without a comma is a family name behind its given names."""
    if "," in alias:
        family, _, given = alias.partition(",")
        return family.strip(), given.strip()
    given, _, family = alias.strip().rpartition(" ")
    return family, given
