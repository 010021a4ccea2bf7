"""How many things wait in a section, for the number beside it: told before anybody has opened its screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from app.domain.dates import AUCKLAND
from app.domain.people import waiting_for
from app.domain.words import MeetingState, Topic
from app.usecases import copy_ledger, police
from app.usecases.meeting import list_meetings
from app.usecases.people import approve_person, list_proposals, list_users, propose_reset

if TYPE_CHECKING:
    from app.desk import Desk, UseCase


class Counted(Struct, frozen=True):
    """`count` is called away from the window's thread; again where one of the topics changes, for whoever may."""

    needs: UseCase[Any, Any]
    topics: frozenset[Topic]
    count: Callable[[Desk, str], int]


def _meetings(door: Desk, forum: str) -> int:
    """Meetings whose day is past and that nobody has closed."""
    today = door.now().astimezone(AUCKLAND).date()
    rows = list_meetings(door, forum)
    return sum(each.date < today and each.state is not MeetingState.CLOSED for each in rows)


def _packs(door: Desk, forum: str) -> int:
    """Copies that should be back, and numbers nobody has settled."""
    if not forum:
        return 0
    today = door.now().astimezone(AUCKLAND).date()
    found = copy_ledger.count_copies(door, forum)
    return sum(each.ledger.reserved + (each.ledger.out if each.day < today else 0) for each in found)


def _police(door: Desk, forum: str) -> int:
    """Returned workbooks that nobody has applied."""
    if not forum or not door.may(police.list_exchanges, forum):
        return 0
    return sum(each.state == "returned" for each in police.list_exchanges(door) if each.forum == forum)


def _people(door: Desk, forum: str) -> int:
    """Requests and proposals that wait for this person's own word."""
    return waiting_for(
        door.name,
        list_users(door),
        list_proposals(door),
        may_approve=door.may(approve_person, forum or None),
        may_propose=door.may(propose_reset, forum or None),
    )


COUNTED = {
    "meetings": Counted(list_meetings, frozenset({Topic.MEETINGS, Topic.FORUMS}), _meetings),
    "packs": Counted(copy_ledger.show_ledger, frozenset({Topic.PACKS, Topic.MEETINGS}), _packs),
    "police": Counted(police.list_exchanges, frozenset({Topic.POLICE, Topic.MEETINGS}), _police),
    "people": Counted(list_users, frozenset({Topic.PEOPLE}), _people),
}
"""By the key of the section."""
