"""Whose row is this? Proposals for a row whose seal was lost (needs X3, X8).

A proposal is never a match: a person decides, and the decision can be taken back. Evidence is counted as Fellegi
and Sunter did, in fixed log-odds (`linkage_weights`), with the register's own frequencies of names. A row is
weighed against four explanations: the same person, somebody else, a relative (also a twin) at the same address,
and a parent or child of the same name; then the candidates are weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import exp, log
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from app.domain.dates import show_date
from app.domain.linkage_places import compare_addresses, compare_marks
from app.domain.linkage_weights import (
    APART,
    Evidence,
    born_digits,
    compare_births,
    compare_names,
    compare_prns,
    parted,
)
from app.domain.name_habits import tight
from app.domain.names import fold, fold_prn

JOIN = 0.999
"""From here a proposal is *very likely*; how often such a one is wrong is measured (benchmarks/linkage.py)."""

GREY = 0.05
"""Between here and `JOIN` a proposal is *possible*: a person looks closely. Below it helps nobody."""

AWAITED = log(20)
"""A person whose own row never came is so much likelier to be the one whose row has lost its seal."""


class RowFacts(Struct, frozen=True):
    """What a row tells about its person; whatever is not known stays empty.

    `aliases` read `Surname, Given`. A date that is no day of the calendar stays the text it was written as.
    """

    prn: str = ""
    surname: str = ""
    given_names: str = ""
    born: date | str | None = None
    aliases: tuple[str, ...] = ()
    address: str = ""
    marks: str = ""

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Family and given names, the row's own first, then aliases."""
        return _names(self.surname, self.given_names, self.aliases)


class Candidate(Struct, frozen=True):
    """A person of the register. `aliases` read `Surname, Given`; `addresses` are those proposed.

    `awaited`: a row about this person was sent and none came back.
    """

    prn: str
    surname: str
    given_names: str
    born: date | str | None = None
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    marks: str = ""
    awaited: bool = False

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Family and given names, the person's own first, then aliases."""
        return _names(self.surname, self.given_names, self.aliases)


class Population(Struct, frozen=True):
    """Among whom a row is looked for: how many they are, how many bear a name, and how people of such a file live.

    `family` and `given` count bearers by `tight` family and by `one_name` given name. `known` is the share of rows
    that are about somebody here at all; `relatives` and `juniors` are how many of a row's relatives, and of those of
    its very name, are here on average; `stays` is the share of people who still live where a file says.
    """

    people: int = 1000
    family: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, int] = field(default_factory=dict)
    known: float = 0.6
    relatives: float = 0.2
    juniors: float = 0.07
    stays: float = 0.7


class Proposal(Struct, frozen=True):
    """A person this row may be about. `score` is from 0 (no) to 1 (surely); `why` is one sentence.

    `name` is filled in where the proposal is shown: it is the name that the register has by then. One that an
    administrator asks for says who did and on which day, and which address where the row is about one: a chair answers.
    """

    prn: str
    score: float
    why: str
    name: str = ""
    asked_by: str = ""
    asked_on: str = ""
    rank: int | None = None

    @property
    def likely(self) -> str:
        """In which band the score lies; whom somebody asks for is not weighed against the others."""
        if self.asked_by:
            return "asked for"
        if self.score >= JOIN:
            return "very likely"
        return "possible" if self.score >= GREY else "unlikely"


class Said(Struct, frozen=True):
    """What a person said earlier of a row that told the same: that it is about somebody, or is not."""

    prn: str
    is_same: bool
    who: str
    day: date


class Weighed(NamedTuple):
    """One candidate weighed. `odds` is the logarithm of same against everything else; `apart` says what else."""

    odds: float
    evidence: tuple[Evidence, ...]
    apart: str


def propose(
    row: RowFacts, candidates: Iterable[Candidate], known: Population | None = None, most: int = 5
) -> tuple[Proposal, ...]:
    """The likeliest people for a row, best first; ties in order of PRN. A row is about one person at most."""
    known = known or Population()
    return against_each_other(
        ((candidate.prn, weigh(row, candidate, known)) for candidate in candidates), most
    )


def against_each_other(weighed: Iterable[tuple[str, Weighed]], most: int = 5) -> tuple[Proposal, ...]:
    """Proposals out of everybody who was weighed for one row, by PRN."""
    weighed = list(weighed)
    total = 1 + sum(exp(min(one.odds, 500.0)) for _, one in weighed)
    proposals = []
    for prn, one in weighed:
        score = exp(min(one.odds, 500.0)) / total
        if score >= GREY:
            proposals.append(Proposal(prn, round(score, 3), _sentence(one)))
    proposals.sort(key=lambda p: (-p.score, p.prn))
    return tuple(proposals[:most])


def told(row: RowFacts) -> str:
    """What a row tells, folded: rows that tell the same are about the same person. Empty where it tells nothing.

    An address counts only where there is little else: people move, and the row is still about them.
    """
    number = fold_prn(row.prn) if row.prn.strip() else ""
    names = [
        f"{tight(family)},{tight(given)}" for family, given in row.names if tight(family) or tight(given)
    ]
    born = born_digits(row.born)
    little = not number and not (born and names) and not (row.surname.strip() and row.given_names.strip())
    place = fold(row.address) if little else ""
    return "|".join((number, ";".join(names), born, place)) if number or names or born or place else ""


def kept_proposal(proposal: Proposal) -> list[str | float | None]:
    """As it is kept with its row: the name never, what was asked only where it was."""
    asked = [proposal.asked_by, proposal.asked_on, proposal.rank] if proposal.asked_by else []
    return [proposal.prn, proposal.score, proposal.why, "", *asked]


def with_asked(
    proposals: Sequence[Proposal], prn: str, by: str, on: date, rank: int | None
) -> tuple[Proposal, ...]:
    """The proposals of a row with the one person whom somebody asks for first, likely or not."""
    before = next((each for each in proposals if each.prn == prn), Proposal(prn, 0.0, ""))
    asked = replace(before, asked_by=by, asked_on=on.isoformat(), rank=rank)
    return (asked, *(each for each in without_asked(proposals) if each.prn != prn))


def without_asked(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals once a chair has answered, or somebody else is asked for: by likeness alone, as they came."""
    left = [each for each in proposals if each.why]
    return tuple(replace(each, asked_by="", asked_on="", rank=None) for each in sorted(left, key=_by_score))


def _by_score(proposal: Proposal) -> tuple[float, str]:
    return -proposal.score, proposal.prn


def told_asked(proposal: Proposal, who: str) -> Proposal:
    """A proposal as it is shown: who asks for it stands before why it is likely."""
    if not proposal.asked_by:
        return proposal
    words = f"{who} asked on {show_date(date.fromisoformat(proposal.asked_on))} that it is this person"
    return replace(proposal, asked_by=who, why=f"{words}. {proposal.why}" if proposal.why else f"{words}.")


def with_sayings(proposals: Sequence[Proposal], said: Sequence[Said]) -> tuple[Proposal, ...]:
    """Proposals as they stand beside what people said: their say goes first, or last, whatever the score."""
    known = {each.prn: each for each in proposals}
    by_hand = {each.prn: each for each in said}
    first = [_said(each, known) for each in by_hand.values() if each.is_same]
    last = [_said(each, known) for each in by_hand.values() if not each.is_same and each.prn in known]
    found = (*first, *(each for each in proposals if each.prn not in by_hand), *last)
    return tuple(sorted(found, key=lambda each: not each.asked_by))


def _said(said: Said, known: Mapping[str, Proposal]) -> Proposal:
    words = (
        f"{said.who} said on {show_date(said.day)} that it {'is' if said.is_same else 'is not'} this person"
    )
    before = known.get(said.prn, Proposal(said.prn, 0.0, ""))
    why = f"{words}. {before.why}" if before.why else f"{words}."
    return replace(before, score=1.0 if said.is_same else 0.0, why=why)


def weigh(row: RowFacts, candidate: Candidate, known: Population) -> Weighed:
    """Every fact that counts, for and against, under each explanation; what one side does not know counts nothing."""
    evidence = [
        compare_prns(row.prn, candidate.prn, known.people),
        compare_names(row.names, candidate.names, known),
        compare_births(row.born, candidate.born),
        compare_addresses(row.address, candidate.addresses, known.stays),
        compare_marks(row.marks, candidate.marks),
    ]
    told = [one for one in evidence if one is not None]
    if not told:
        return Weighed(-50.0, (), "")
    people = max(known.people, 2)
    same = log(known.known / people) + (AWAITED if candidate.awaited else 0.0)
    other, relative, junior = 0.0, log(known.relatives / people), log(known.juniors / people)
    for one in told:
        chances = one.chances
        same, other = same + chances.same, other + chances.other
        relative, junior = relative + chances.relative, junior + chances.junior
    highest = max(other, relative, junior)
    against = highest + log(sum(exp(one - highest) for one in (other, relative, junior)))
    apart = ""
    if highest > other and highest > same - 3:
        apart = APART["junior" if junior == highest else "relative"]
    return Weighed(same - against, tuple(told), apart)


def _names(surname: str, given: str, aliases: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return ((surname, given), *(parted(alias) for alias in aliases))


def _sentence(weighed: Weighed) -> str:
    """What speaks for it first, then what against, then who else it may be."""
    parts = [words for one in sorted(weighed.evidence, key=lambda e: -e.weight) for words in one.words]
    text = "; ".join([*parts, weighed.apart] if weighed.apart else parts)
    return f"{text[:1].upper()}{text[1:]}."
