"""Who of all that share a key with a row is worth being fetched and compared (needs X3, X8).

A key says more than that it is shared: which facts agree, and by how many people they are borne. From that alone comes
how likely a person may be *at good luck*, before anything about them is read. Whoever cannot reach the proposals even
then is left unread: of some 150 people who share a key with a row, all but a handful (docs/decisions/0027).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import NamedTuple

from app.domain.linkage import AWAITED, GREY, Population

LEEWAY = 1.0
"""What agrees without any key showing it, such as a middle name. With 2 nobody more was found on the seeds for
choosing, and half as many again had to be read."""

# Log-odds of what agrees where a key is shared, at good luck (`linkage_weights`, `linkage_places`).
_SAME_BIRTH = 9.5
_A_SLIP_IN_BIRTH = 4.0
_SAME_ADDRESS = 9.0
_SAME_STREET = 3.0
_SECOND_GIVEN_NAME = 2.0
_PIECE_OF_PRN = 4.6
_A_MARK, _MOST_MARKS = 1.2, 4.0
_YEARS, _DAYS, _PLACES = log(60), log(365), log(150)
"""How much rarer a name is together with a year, a day of the year, or a place than it is alone."""


class Near(NamedTuple):
    """A person who shares keys with a row, and their log-odds at good luck."""

    person: int
    odds: float


class _Shared:
    """What the keys that one person shares with a row add up to; of one kind of fact the strongest counts."""

    __slots__ = ("born", "house", "marks", "name", "names", "number", "slip", "street", "word")

    def __init__(self) -> None:
        self.name = self.word = self.number = self.marks = self.born = 0.0
        self.names = 0
        self.slip = self.house = self.street = False

    @property
    def odds(self) -> float:
        """As if all else that nobody knows yet agreed fairly."""
        name = max(self.name, self.word) + (_SECOND_GIVEN_NAME if self.names > 1 else 0.0)
        born = self.born or (_A_SLIP_IN_BIRTH if self.slip else 0.0)
        place = (_SAME_ADDRESS if self.house else _SAME_STREET) if self.street else 0.0
        return name + born + place + self.number + min(self.marks, _MOST_MARKS)


def nearest(
    sharing: Mapping[str, Sequence[int]], known: Population, awaited: Collection[int] = ()
) -> list[Near]:
    """Everybody who shares a key with a row, the most promising first. `sharing` is who has each of the row's keys."""
    found: dict[int, _Shared] = {}
    for key, people in sharing.items():
        kind, rarity = key[0], log(1 + known.people / max(len(people), 1))
        for person in people:
            shared = found.get(person)
            if shared is None:
                shared = found[person] = _Shared()
            _add(shared, kind, rarity)
    least = log(known.known / max(known.people, 2))
    near = [
        Near(person, shared.odds + least + (AWAITED if person in awaited else 0.0))
        for person, shared in found.items()
    ]
    near.sort(key=lambda each: (-each.odds, each.person))
    return near


def _add(shared: _Shared, kind: str, rarity: float) -> None:
    if kind == "n":
        shared.name = max(shared.name, rarity)
        shared.names += 1
    elif kind == "c":
        shared.word = max(shared.word, rarity - _PLACES)
    elif kind == "y":
        shared.word = max(shared.word, rarity - _YEARS)
        shared.slip = True
    elif kind == "d":
        shared.word = max(shared.word, rarity - _DAYS)
        shared.slip = True
    elif kind == "b":
        shared.born = _SAME_BIRTH
    elif kind == "h":
        shared.house = True
    elif kind == "s":
        shared.street = True
    elif kind == "p":
        shared.number = max(shared.number, rarity + log(50))
    elif kind in "az":
        shared.number = max(shared.number, min(rarity, _PIECE_OF_PRN))
    elif kind in "fg":
        shared.word = max(shared.word, rarity)
    elif kind == "m":
        shared.marks += _A_MARK


def hopeful(near: Sequence[Near], best: float) -> Sequence[Near]:
    """Those of `near` (best first) who could be proposed beside one whose log-odds are `best`, or by themselves."""
    least = max(best, 0.0) + log(GREY) - LEEWAY
    return near[: next((at for at, each in enumerate(near) if each.odds < least), len(near))]
