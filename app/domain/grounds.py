"""The grounds on which something about a person may be told outside the forum: dated legal data (need D1).

The words are those of information privacy principle 11(1), Privacy Act 2020 section 22, in force since 1 December 2020.
A law that changes gets another entry with its own day: what was decided keeps the words of its day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.words import GroundCode

_ACT = date(2020, 12, 1)


class Ground(Struct, frozen=True):
    """One ground. `code` is the paragraph, `words` the law's, `plain` what it needs in plain words (D8)."""

    code: GroundCode
    words: str
    plain: str
    since: date = _ACT
    until: date | None = None

    @property
    def paragraph(self) -> str:
        """`IPP 11(1)(f)`."""
        return f"IPP 11(1)({self.code.value})"

    @property
    def by_consent(self) -> bool:
        """Whether it is the person's own word, so that it rests on a consent that holds (need D2)."""
        return self.code is GroundCode.BY_THE_PERSON

    @property
    def full(self) -> str:
        """The paragraph and its words, as the ledger and the letter say them."""
        return f"{self.paragraph}, Privacy Act 2020: {self.words}"

    def holds(self, on: date) -> bool:
        """Whether it was the law on a day."""
        return self.since <= on and (self.until is None or on <= self.until)


GROUNDS = (
    Ground(
        GroundCode.PURPOSE,
        "the disclosure is one of the purposes in connection with which the information was obtained, or is directly "
        "related to them",
        "Say which purpose of the forum it serves, and how.",
    ),
    Ground(
        GroundCode.TO_THE_PERSON,
        "the disclosure is to the individual concerned",
        "The person asks for what is about themselves; what is about others stays out.",
    ),
    Ground(
        GroundCode.BY_THE_PERSON,
        "the disclosure is authorised by the individual concerned",
        "The person signed a consent that covers this and still holds: name its number.",
    ),
    Ground(
        GroundCode.PUBLISHED,
        "the source of the information is a publicly available publication and it would not be unfair or unreasonable "
        "to disclose it",
        "Name the publication; what the forum knows beside it stays out.",
    ),
    Ground(
        GroundCode.LAW,
        "the disclosure is necessary to avoid prejudice to the maintenance of the law by a public sector agency, for "
        "the enforcement of a law, for the protection of public revenue, or for proceedings before a court or tribunal",
        "Say which offence, law or proceeding, and why this agency needs just this.",
    ),
    Ground(
        GroundCode.THREAT,
        "the disclosure is necessary to prevent or lessen a serious threat to public health or public safety, or to "
        "the life or health of the individual concerned or another individual",
        "Say what the threat is, how likely and how grave, and how telling this lessens it. It need not be imminent.",
    ),
    Ground(
        GroundCode.INTELLIGENCE_AGENCY,
        "the disclosure is necessary to enable an intelligence and security agency to perform any of its functions",
        "Name the agency and the function, as its request does.",
    ),
    Ground(
        GroundCode.NOT_IDENTIFIED,
        "the information is to be used in a form in which the individual is not identified, or for statistics or "
        "research that will not be published in a form that could identify them",
        "Leave out names and numbers, or say how the research keeps them unpublished.",
    ),
    Ground(
        GroundCode.BUSINESS,
        "the disclosure is necessary to facilitate the sale or other disposition of a business as a going concern",
        "It stands here because the principle has it; a forum has no use for it.",
    ),
)


def grounds_on(day: date, known: Sequence[Ground] = GROUNDS) -> tuple[Ground, ...]:
    """The grounds that are the law on a day, in the order of the principle."""
    return tuple(ground for ground in known if ground.holds(day))


def ground_on(code: GroundCode, day: date) -> Ground:
    """The ground that a letter stands for on a day; the words it had then, also long after."""
    return next(ground for ground in grounds_on(day) if ground.code == code)


_TYPED = re.compile(r"(?:ipp)?11(?:\(1\))?\(?([a-z])\)?|\(?([a-z])\)?")


def read_ground(text: str, day: date) -> Ground:
    """A ground as people write it: `f`, `(f)`, `11(1)(f)`, `IPP 11(1)(f)`. Raises Refused, naming what there is."""
    found = _TYPED.fullmatch("".join(text.lower().split()))
    code = (found[1] or found[2]) if found else ""
    for ground in grounds_on(day):
        if ground.code.value == code:
            return ground
    raise Refused(
        f"“{text.strip()}” is no ground for a disclosure; nothing was changed: use a letter from a to i of "
        "information privacy principle 11(1), as `forumdesk disclosure grounds` lists them."
    )
