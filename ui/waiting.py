"""How many things wait in a section, for the number beside it: told before anybody has opened its screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from app.desk import Asked
from app.domain.people import ProposalRow, UserRow, waiting_for
from app.domain.words import MeetingState, Topic
from app.usecases.copy_ledger import MeetingCopies, count_copies
from app.usecases.meeting import list_meetings
from app.usecases.people import approve_person, list_proposals, list_users, propose_reset
from app.usecases.police import list_exchanges

if TYPE_CHECKING:
    from app.domain.meeting import MeetingRow
    from app.domain.police_exchange import ExchangeLine
    from ui.desk import QtDesk


class Counted(Struct, frozen=True):
    """`looks` are asked for the forum in view, of whoever may do each of them, and again where one of the topics
    changes; `count` takes what they give, by place."""

    topics: frozenset[Topic]
    looks: Callable[[str], tuple[Asked, ...]]
    count: Callable[..., int]

    def wanted(self, desk: QtDesk) -> tuple[Asked, ...]:
        """What to look at; nothing where this person may not do each of them at the forum in view."""
        asked = self.looks(desk.forum)
        return asked if all(desk.may(each.case) for each in asked) else ()


def _meetings(desk: QtDesk, rows: tuple[MeetingRow, ...]) -> int:
    """Meetings whose day is past and that nobody has closed."""
    return sum(each.date < desk.today and each.state is not MeetingState.CLOSED for each in rows)


def _packs(desk: QtDesk, found: tuple[MeetingCopies, ...]) -> int:
    """Copies that should be back, and numbers nobody has settled."""
    return sum(each.ledger.reserved + (each.ledger.out if each.day < desk.today else 0) for each in found)


def _police(desk: QtDesk, rows: tuple[ExchangeLine, ...]) -> int:
    """Returned workbooks that nobody has applied."""
    return sum(each.state == "returned" for each in rows if each.forum == desk.forum)


def _people(desk: QtDesk, users: tuple[UserRow, ...], proposals: tuple[ProposalRow, ...]) -> int:
    """Requests and proposals that wait for this person's own word."""
    return waiting_for(
        desk.name,
        users,
        proposals,
        may_approve=desk.may(approve_person),
        may_propose=desk.may(propose_reset),
    )


def _of_a_forum(case: Any) -> Callable[[str], tuple[Asked, ...]]:
    return lambda forum: (Asked(case, (forum,)),) if forum else ()


COUNTED = {
    "meetings": Counted(frozenset({Topic.MEETINGS, Topic.FORUMS}), _of_a_forum(list_meetings), _meetings),
    "packs": Counted(frozenset({Topic.PACKS, Topic.MEETINGS}), _of_a_forum(count_copies), _packs),
    "police": Counted(
        frozenset({Topic.POLICE, Topic.MEETINGS}),
        lambda forum: (Asked(list_exchanges),) if forum else (),
        _police,
    ),
    "people": Counted(
        frozenset({Topic.PEOPLE}), lambda _forum: (Asked(list_users), Asked(list_proposals)), _people
    ),
}
"""By the key of the section."""
