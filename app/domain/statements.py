"""What a disclosure would tell, statement by statement: what of a record may be proposed, and whose word it is.

Need D1. Never that a victim is registered (need P3), what a partner told the forum or the Board alone (X7), what
Police told, which is theirs to tell, or a sealed source (D3).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.case_drafts import needed
from app.domain.cases import CaseRecord, InformationRow, ValueRow
from app.domain.dates import show_date
from app.domain.documents import SOMEBODY
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.words import FlagCode, Grade, Handling, Owner, Service

_SOFT = frozenset({Grade.REPORTED, Grade.INTELLIGENCE})
_INSIDE = frozenset({Handling.MEMBERS_ONLY, Handling.FOR_THE_BOARD})
"""What was told to the forum, or for the Board, alone: it is proposed to nobody else."""
_VICTIMS = "VNR"
OWN_WORDS = "In the forum's words"
"""What a statement that somebody typed is headed with."""


WITHHELD = "(read by those who may open the case)"
"""What stands for the words of a statement that the office took from a record its reader may not open."""


class Statement(Struct, frozen=True):
    """One thing that would be told, word for word, and who says so. `number` is its place in the request, from 1."""

    heading: str
    text: str
    source: str
    soft: bool = False
    struck: bool = False
    number: int = 0
    asked: bool = False
    """Whether it came with the request, from whoever asked."""

    @property
    def withheld(self) -> Statement:
        """The same for whoever asked and may not open the case: that there is one, and what of."""
        return self if self.asked else replace(self, text=WITHHELD, source="")

    @property
    def line(self) -> str:
        """`Release address: 4 Kōwhai Street (forum: Mere Ashcombe, as at 20/11/2026)`."""
        return (
            f"{self.heading}: {self.text} ({self.source})" if self.source else f"{self.heading}: {self.text}"
        )


def statements_of(record: CaseRecord) -> tuple[Statement, ...]:
    """What the record could tell, each by itself with whose word it is, the documented before what was only said.

    Nothing that a partner told the forum or the Board alone, nothing of Police, which is theirs to tell, no sealed
    source, and never that a victim is registered (need P3). Whose word it is names a service and no member of staff:
    the chair finds who it was in the case, and a letter need not tell it.
    """
    found = [
        Statement(row.heading, row.in_force, whose(*_said_by(row)))
        for row in record.values
        if row.in_force and row.heading != _VICTIMS
    ]
    found += [
        Statement(f"Flag {row.code.value}", row.meaning, whose(row.owner, row.as_at))
        for row in record.flags
        if row.to_date is None and row.code is not FlagCode.VNR
    ]
    found += [
        Statement(
            _capital(row.kind.value),
            f"{row.answer.value}{f': {row.detail}' if row.detail else ''}",
            whose(row.owner, row.as_at),
        )
        for row in record.orders
        if row.owner not in (None, Owner.POLICE)
    ]
    found += [
        Statement(f"Rating by {row.tool}", row.score, whose(row.service, row.on)) for row in record.risks
    ]
    found += [
        Statement(f"Proposed address {row.rank}", row.address, whose(Owner.FORUM, row.as_at))
        for row in record.plan.addresses
        if row.withdrawn_by is None
    ]
    found += [_information(row) for row in record.information if row.handling not in _INSIDE]
    return told_apart(sorted(found, key=lambda each: each.soft))


def told_apart(found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each under a heading of its own, by which it can be named: a second one of the same gets its number."""
    seen: Counter[str] = Counter()
    told = []
    for each in found:
        seen[each.heading] += 1
        many = seen[each.heading]
        told.append(replace(each, heading=f"{each.heading} ({many})") if many > 1 else each)
    return tuple(told)


def _information(row: InformationRow) -> Statement:
    """What a service said. One that must not be attributed is told without the service too (need X7)."""
    soft = row.grade in _SOFT
    if row.handling is Handling.DO_NOT_ATTRIBUTE:
        return Statement("Said to the forum", row.text, SOMEBODY, soft=soft)
    return Statement("Said by a service", row.text, whose(row.service, row.as_at), soft=soft)


def _said_by(row: ValueRow) -> tuple[Owner, date | None]:
    """Whose word is in force: the forum's own, else whose the value is."""
    return (Owner.FORUM, row.beside[-1].as_at) if row.beside else (row.owner, row.as_at)


def whose(owner: Owner | Service | None, as_at: date | None) -> str:
    said = owner.value if owner else Owner.FORUM.value
    return f"{_capital(said)}, as at {show_date(as_at)}" if as_at else _capital(said)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def chosen(
    offered: Sequence[Statement], headings: Sequence[str], own: Sequence[str]
) -> tuple[Statement, ...]:
    """The statements that somebody names by heading, then those they wrote. Raises Refused for a heading there is not.

    What is written is soft: no paper stands behind it, so a chair lets it go or not.
    """
    found: list[Statement] = []
    for heading in headings:
        asked = fold(heading)
        named = next((each for each in offered if fold(each.heading) == asked), None)
        if named is None:
            known = ", ".join(dict.fromkeys(each.heading for each in offered)) or "nothing"
            raise Refused(
                f"The case has nothing under “{clean(heading)}”; nothing was changed. It could tell: {known}."
            )
        if named not in found:
            found.append(named)
    found += [Statement(OWN_WORDS, needed(text, "A statement"), "Forum", soft=True) for text in own]
    return tuple(found)
