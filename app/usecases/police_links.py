"""Saying whom a returned row is about whose seal is lost, or one that Police added (need X8)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.errors import NotFound, Refused
from app.domain.linkage import with_asked, without_asked
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.police import Sheet
from app.domain.police_exchange import Linked
from app.domain.police_review import undo, unlink
from app.domain.words import RowState, Topic
from db import search
from db.queries import linkage
from db.queries import police as queries
from db.queries import police_returns as returns
from db.queries import police_values as values
from db.tables.police import Exchange, ReturnedRow
from db.work import Work


@use_case(Permission.FORCE_MATCH, topics=(Topic.POLICE,))
def link_row(work: Work, exchange: str, row: str, prn: str, rank: int | None = None) -> Linked:
    """Say whom a row is about whose seal is lost, or one that Police added; it stays a link (need X8)."""
    sent, found, person = _row_and_person(work, exchange, row, prn)
    proposals = returns.proposals_of(found)
    asked = next((each for each in proposals if each.asked_by and each.prn == person.prn), None)
    found.address_id = _address_of(work, found, person, rank or (asked.rank if asked else None))
    found.case_id = person.case_id
    found.linked_by, found.linked_seq = work.user_id, work.seq
    returns.keep_proposals(found, without_asked(proposals))
    forum = queries.forum_of(work.session, sent)
    linkage.keep_saying(work, forum, sent.exchange, found.told or "", person.person_id, is_same=True)
    work.enter(sent.exchange, fields=("returned_rows.case_id",), rows=1)
    return Linked(sent.exchange, found.tag, person.prn, person.name)


@use_case(Permission.ASK_MATCH, topics=(Topic.POLICE,))
def ask_link(work: Work, exchange: str, row: str, prn: str, rank: int | None = None) -> Linked:
    """Ask a chair to say that such a row is about somebody; nothing is joined until a chair says so.

    Whom one asks for takes the place of whom was asked for before; a chair's link, or that it is nobody, answers it.
    """
    sent, found, person = _row_and_person(work, exchange, row, prn)
    if found.case_id is not None:
        raise Refused(
            f"A chair has said whom row {found.tag} is about; nothing was saved. "
            "If that is wrong, a chair takes the link back first."
        )
    _address_of(work, found, person, rank)  # a chair is asked for nothing that could not be done
    proposals = with_asked(returns.proposals_of(found), person.prn, work.user_id, work.today, rank)
    returns.keep_proposals(found, proposals)
    work.enter(sent.exchange, fields=("returned_rows.proposals",), rows=1)
    return Linked(sent.exchange, found.tag, person.prn, person.name)


@use_case(Permission.FORCE_MATCH, topics=(Topic.POLICE,))
def link_to_nobody(work: Work, exchange: str, row: str) -> Linked:
    """Say that a row is about none of the people proposed for it; linking it to one of them later takes that back."""
    sent, returned = returns.open_return(work.session, exchange)
    found = returns.row_tagged(work.session, returned, row)
    if found.case_id is not None or not found.proposals:
        raise Refused(
            f"Nobody is proposed for row {found.tag}, or it is known whom it is about; nothing was changed. "
            "A link is taken back with `forumdesk police unlink`."
        )
    forum = queries.forum_of(work.session, sent)
    for prn, *_ in found.proposals:
        if person := linkage.person_of(work.session, forum, prn):
            linkage.keep_saying(work, forum, sent.exchange, found.told or "", person.person_id, is_same=False)
    returns.keep_proposals(found, without_asked(returns.proposals_of(found)))
    work.enter(sent.exchange, fields=("linkage_decisions",), rows=1)
    return Linked(sent.exchange, found.tag, "", "")


@use_case(Permission.FORCE_MATCH, topics=(Topic.POLICE, Topic.CASES))
def unlink_row(work: Work, exchange: str, row: str) -> Linked:
    """Take a link back. Where the row was confirmed, its values leave and what they replaced stands again."""
    sent = queries.mapped(work.session, exchange)
    returned = returns.latest(work.session, sent.exchange)
    found = returns.row_tagged(work.session, returned, row)
    if found.case_id is None or found.state not in (None, RowState.UNKNOWN_ROW):
        raise Refused(f"Row {found.tag} is linked to nobody by hand; nothing was changed.")
    staged = returns.staged(work.session, returned)
    mine = [cell for cell in staged.cells if cell.id.partition(".")[0] == found.tag]
    person = staged.people[found.case_id]
    moved = 0
    if returned.confirmed_seq is None:
        staged.save([undo(cell) for cell in mine], work)
    else:
        moved = values.take_back(work, returned, found.tag)
        staged.save([unlink(cell) for cell in mine], work)
        search.reindex(work.session, [person.person_id])
    forum = queries.forum_of(work.session, sent)
    linkage.keep_saying(work, forum, sent.exchange, found.told or "", person.person_id, is_same=False)
    found.case_id = found.address_id = None
    found.linked_by, found.linked_seq = None, None
    work.enter(sent.exchange, fields=("returned_rows.case_id",), rows=1, values=moved)
    return Linked(sent.exchange, found.tag, "", person.name, moved)


def _row_and_person(
    work: Work, exchange: str, tag: str, prn: str
) -> tuple[Exchange, ReturnedRow, linkage.Known]:
    """A row of which nobody knows by its seal whom it is about, and somebody of the forum whom it may be about."""
    sent, returned = returns.open_return(work.session, exchange)
    found = returns.row_tagged(work.session, returned, tag)
    if found.state is not None and found.state is not RowState.UNKNOWN_ROW:
        raise Refused(
            f"Row {found.tag} carries its own seal, so it is known whom it is about; nothing was changed. "
            "Reject its cells if they are wrong."
        )
    person = linkage.person_of(work.session, queries.forum_of(work.session, sent), prn)
    if person is None:
        raise NotFound(
            f"PRN '{clean(prn)}' has no case in this forum; nothing was changed: "
            "`forumdesk case find` looks for the person."
        )
    return sent, found, person


def _address_of(work: Work, found: ReturnedRow, person: linkage.Known, rank: int | None) -> int | None:
    """Which address of the person a row is about, on the sheet that is about addresses."""
    if found.sheet != Sheet.ADDRESSES:
        return None
    return returns.address_meant(work.session, person.case_id, found.cells["ours"].get("Address", ""), rank)
