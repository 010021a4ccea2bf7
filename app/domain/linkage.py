"""Whose row is this? Proposals for a row whose seal was lost (needs X3, X8).

A proposal is never a match: it is a score from 0 to 1 and a sentence saying what agrees and what does not.
A person decides, and the decision can be taken back. Evidence is counted as plain log-odds with fixed
weights: training without labels made relatives at one address look like one person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import exp
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from app.domain.dates import show_date
from app.domain.names import fold, fold_prn


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What a row tells about its person; whatever is not known stays empty."""

    prn: str = ""
    surname: str = ""
    given_names: str = ""
    born: date | None = None
    aliases: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person of the register. `aliases` read `Surname, Given`; `addresses` are those proposed."""

    prn: str
    surname: str
    given_names: str
    born: date | None = None
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person this row may be about. `score` is from 0 (no) to 1 (surely); `why` is one sentence."""

    prn: str
    score: float
    why: str


class Evidence(NamedTuple):
    """One fact for or against, in log-odds; `words` go into the sentence."""

    weight: float
    words: str


PRIOR = -4.0
"""Before any evidence a listed person is one among many, and the row may be about somebody not listed."""

LOWEST = 0.05
"""Below this a proposal helps nobody."""


def propose(row: RowFacts, candidates: Iterable[Candidate], most: int = 5) -> tuple[Proposal, ...]:
    """The likeliest people for a row, best first; ties in order of PRN."""
    proposals = []
    for candidate in candidates:
        evidence = compare(row, candidate)
        score = 1 / (1 + exp(-(PRIOR + sum(e.weight for e in evidence))))
        if score >= LOWEST:
            proposals.append(Proposal(candidate.prn, round(score, 3), _sentence(evidence)))
    proposals.sort(key=lambda p: (-p.score, p.prn))
    return tuple(proposals[:most])


def compare(row: RowFacts, candidate: Candidate) -> tuple[Evidence, ...]:
    """Every fact that counts, for and against; what one side does not know counts for nothing."""
    found = (
        _compare_prn(row.prn, candidate.prn),
        _compare_names(row, candidate),
        _compare_births(row.born, candidate.born),
        _compare_addresses(row.address, candidate.addresses),
    )
    return tuple(e for e in found if e is not None)


def _compare_prn(theirs: str, ours: str) -> Evidence | None:
    if not theirs.strip() or not ours:
        return None
    left, right = fold_prn(theirs), fold_prn(ours)
    if left == right:
        return Evidence(7.0, f"same PRN {ours}")
    distance = DamerauLevenshtein.distance(left, right)
    if distance == 1 and min(len(left), len(right)) >= 5:
        return Evidence(4.0, f"PRN {theirs.strip()} is one slip from {ours}")
    short, long = sorted((left, right), key=len)
    if len(short) >= 4 and short in long:
        return Evidence(3.0, f"PRN {theirs.strip()} is part of {ours}")
    return Evidence(-3.0, f"another PRN ({theirs.strip()})")


def _compare_names(row: RowFacts, candidate: Candidate) -> Evidence | None:
    ways = [((candidate.surname, candidate.given_names), "", 0.0)]
    ways += [(_parted(alias), " (alias)", -0.5) for alias in candidate.aliases]
    tellings = [((row.surname, row.given_names), "", 0.0)]
    tellings += [(_parted(alias), " (alias in the row)", -0.5) for alias in row.aliases]
    best: Evidence | None = None
    for theirs, said, less in tellings:
        for ours, known, lesser in ways:
            one = _compare_pair(theirs, ours, said + known)
            if one is not None:
                weight = one.weight + (less + lesser if one.weight > 0 else 0.0)
                if best is None or weight > best.weight:
                    best = Evidence(weight, one.words)
    return best


def _compare_pair(theirs: tuple[str, str], ours: tuple[str, str], which: str) -> Evidence | None:
    straight = _compare_parts(theirs, ours, which)
    swapped = _compare_parts((theirs[1], theirs[0]), ours, which)
    if swapped is not None and (straight is None or swapped.weight > straight.weight + 1.0):
        return Evidence(swapped.weight - 0.5, f"{swapped.words}, family and given names swapped")
    return straight


def _compare_parts(theirs: tuple[str, str], ours: tuple[str, str], which: str) -> Evidence | None:
    family = _likeness(theirs[0], ours[0])
    given = _given_likeness(theirs[1], ours[1])
    if family is None and given is None:
        return None
    weight = 0.0
    words = []
    for likeness, left, right, full, label in (
        (family, theirs[0], ours[0], 3.5, "family name"),
        (given, theirs[1], ours[1], 2.5, "given name"),
    ):
        if likeness is None:
            continue
        weight += full * likeness if likeness > 0 else -2.0
        words.append(_name_words(likeness, left.strip(), right.strip(), label))
    return Evidence(weight, " and ".join(words) + which)


def _name_words(likeness: float, left: str, right: str, label: str) -> str:
    if left == right:
        return f"same {label} {right}"
    return f"{label} {left} ~ {right}" if likeness > 0 else f"another {label} ({left}, not {right})"


def _likeness(left: str, right: str) -> float | None:
    """1 equal after folding, between 0 and 1 for a likely slip, 0 for different, None when one is unknown."""
    a, b = _tight(left), _tight(right)
    if not a or not b:
        return None
    if a == b:
        return 1.0
    likeness = JaroWinkler.similarity(a, b)
    return (likeness - 0.84) / 0.16 * 0.9 if likeness > 0.86 else 0.0


def _given_likeness(left: str, right: str) -> float | None:
    """Given names: the first one counts, an initial counts half, a middle name may be missing."""
    whole = _likeness(left, right)
    a, b = fold(left).split(), fold(right).split()
    if whole is None or whole == 1.0:
        return whole
    if a[0] == b[0]:
        return 0.9
    if len(a[0]) == 1 or len(b[0]) == 1:
        return 0.5 if a[0][0] == b[0][0] else 0.0
    best = max(_likeness(x, y) or 0.0 for x in a for y in b)
    return max(whole, best * 0.8)


@lru_cache(maxsize=65536)
def _tight(name: str) -> str:
    """Folded, without blanks, doubled vowels single: `Maaori`, `Māori` and `Maori` are one spelling."""
    bare = fold(name).replace(" ", "")
    for vowel in "aeiou":
        bare = bare.replace(vowel * 2, vowel)
    return bare


def _compare_births(theirs: date | None, ours: date | None) -> Evidence | None:
    if theirs is None or ours is None:
        return None
    shown = show_date(ours)
    if theirs == ours:
        return Evidence(4.5, "same date of birth")
    if theirs.year == ours.year and (theirs.day, theirs.month) == (ours.month, ours.day):
        return Evidence(3.0, f"date of birth with day and month swapped ({show_date(theirs)} ~ {shown})")
    if DamerauLevenshtein.distance(f"{theirs:%d%m%Y}", f"{ours:%d%m%Y}") == 1:
        return Evidence(2.0, f"date of birth one slip apart ({show_date(theirs)} ~ {shown})")
    return Evidence(-3.5, f"another date of birth ({show_date(theirs)}, not {shown})")


def _compare_addresses(theirs: str, ours: Sequence[str]) -> Evidence | None:
    left = set(fold(theirs).split())
    if not left or not ours:
        return None
    for address in ours:
        right = set(fold(address).split())
        numbers = {w for w in left if w[0].isdigit()} == {w for w in right if w[0].isdigit()}
        if right and numbers and len(left & right) / min(len(left), len(right)) >= 0.75:
            # Little weight: brothers give the same address.
            return Evidence(1.0, "same proposed address")
    return None


def _parted(alias: str) -> tuple[str, str]:
    """`Surname, Given` in two; a name without a comma is a family name behind its given names."""
    if "," in alias:
        family, _, given = alias.partition(",")
        return family.strip(), given.strip()
    given, _, family = alias.strip().rpartition(" ")
    return family, given


def _sentence(evidence: Sequence[Evidence]) -> str:
    """What speaks for it first, then what against."""
    parts = [e.words for e in sorted(evidence, key=lambda e: -e.weight)]
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."
