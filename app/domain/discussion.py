"""What each service said about a case at the table, and what of it reaches the minutes (needs M6, D3, X7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import force_setattr

from app.domain.documents import Said
from app.domain.meeting import ActionRow, tidy
from app.domain.words import DecisionKind, DisclosureConsidered, Grade, Handling, Service

NOT_MINUTED = "Members discussed one more thing about this case; it is not minuted."
"""Stands in the minutes where something was said for members only: that it was, never what or by whom."""

UNATTRIBUTED = ""
"""The source of what may be told without saying who said it."""


class DiscussionDraft(Struct, frozen=True):
    """What one service said of a case under one handling. Said again it replaces; an empty text takes it back."""

    service: Service
    text: str
    handling: Handling = Handling.MINUTED
    grade: Grade = Grade.REPORTED

    def __post_init__(self) -> None:
        force_setattr(self, "text", tidy(self.text))


class DiscussionRow(Struct, frozen=True):
    """One thing said at the table, as it stands in the register."""

    meeting: str
    prn: str
    service: Service
    text: str
    handling: Handling
    grade: Grade


class ItemRecord(Struct, frozen=True):
    """What stands recorded for one item of the agenda, so that a meeting that was left is taken up again.

    `decision` is None while nothing is decided; `actions` are those given at this meeting.
    """

    position: int
    prn: str
    decision: DecisionKind | None
    reason: str
    dissent: str
    dissent_by: str
    disclosure: DisclosureConsidered
    disclosure_note: str
    next_review: date | None
    discussion: tuple[DiscussionRow, ...]
    actions: tuple[ActionRow, ...]


def for_minutes(rows: Iterable[DiscussionRow]) -> tuple[Said, ...]:
    """What the minutes may hold of a discussion: attributed by service, then the rest without a source.

    *Do not attribute* comes last, without service and without grade, since either could tell who said it.
    *Members only* does not come at all, but that there was something is said.
    """
    order = list(Service)
    said = sorted((row for row in rows if row.text), key=lambda row: order.index(row.service))
    told = [
        Said(row.text, f"{row.service.value} ({row.grade.value})")
        for row in said
        if row.handling in (Handling.MINUTED, Handling.FOR_THE_BOARD)
    ]
    # Sorted by their words: their order must not follow the order of the services either.
    unnamed = sorted(row.text for row in said if row.handling is Handling.DO_NOT_ATTRIBUTE)
    told += [Said(text, UNATTRIBUTED) for text in unnamed]
    if any(row.handling is Handling.MEMBERS_ONLY for row in said):
        told.append(Said(NOT_MINUTED, UNATTRIBUTED))
    return tuple(told)
