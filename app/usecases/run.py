"""Running a meeting: what the table sees, what is under way, the vote on paper and who pulls a case off it (M3, M4)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.errors import NotFound
from app.domain.meeting import DecisionDraft
from app.domain.people import Permission
from app.domain.run import (
    PAPER_REASON,
    ItemMove,
    PaperVote,
    TableCase,
    TableView,
    UnderWayDraft,
    UnderWayRow,
    item_at,
    moved_reason,
    mover,
    refuse_move,
)
from app.domain.words import DecisionKind, DisclosureConsidered, Topic, Track
from db.queries import agenda as agendas
from db.queries import meeting as meetings
from db.queries import restricted as kept
from db.queries import run as queries
from db.queries.case_sheets import case_sheets
from db.queries.discussion import discussions
from db.queries.meeting import last_closed_before
from db.queries.police_exchanges import no_replies
from db.work import Work


@use_case(Permission.RECORD_MEETING, looks=True)
def see_table(work: Work, meeting: str) -> TableView:
    """Everything a meeting is run with, read at once, so that what is shown needs no share afterwards (need M4)."""
    row, agenda = agendas.issued(work.session, meeting)
    session = work.session
    silent = no_replies(work, row.meeting, agenda)
    sheets = case_sheets(session, agenda, *last_closed_before(session, row), silent)
    before = queries.decided_before(session, row, {item.case_id for item in agenda.items})
    now = queries.decided_at(session, row)
    said = discussions(session, row.meeting)
    leaving = {line.position: line.names for line in kept.leaving(work, row, agenda)}
    cases = tuple(
        TableCase(
            item,
            sheet,
            # What was decided before tells its day: of whom one may not read, only whether it is decided now.
            None if work.hidden.of(item.prn) else before.get(item.case_id),
            now.get(item.case_id),
            () if work.hidden.of(item.prn) else said.get(item.case_id, ()),
            leaving.get(item.position, ()),
        )
        for item, sheet in zip(agenda.items, sheets, strict=True)
    )
    work.enter(f"meeting {row.meeting}", cases=len(cases))
    return TableView(
        meetings.meeting_row(row),
        agenda.length,
        cases,
        queries.under_way(session, agenda),
        tuple(each.sentence for each in kept.glass_at(session, row)),
    )


@use_case(Permission.RECORD_MEETING, looks=True)
def see_under_way(work: Work, meeting: str) -> UnderWayRow:
    """Where a meeting stands, without what anybody wrote: the case in hand, the time used, who is not reached."""
    row, agenda = agendas.issued(work.session, meeting)
    decided = meetings.decisions(work.session, row.meeting)
    work.enter(f"meeting {row.meeting}", cases=len(agenda.items), decided=len(decided))
    return UnderWayRow(
        meetings.meeting_row(row),
        agenda.items,
        frozenset(item.position for item in agenda.items if item.case_id in decided),
        agenda.length,
        queries.under_way(work.session, agenda),
    )


@use_case(Permission.RECORD_MEETING)
def keep_under_way(work: Work, meeting: str, draft: UnderWayDraft) -> None:
    """Keep what is under way, so that a stopped computer takes it up at the same case with the text there.

    Told at pauses in typing, hence small: it writes over what it kept before, leaves nothing in `history`, tells
    nobody to look again, and its entry in the trail holds counts alone (docs/decisions/0015).
    """
    row, agenda = agendas.issued(work.session, meeting)
    places = {0, *(item.position for item in agenda.items)}
    for position in (draft.position, *(each.position for each in draft.cases)):
        if position not in places:
            raise NotFound(f"{row.meeting} has no case {position} on its agenda; nothing was saved.")
    queries.keep(work, agenda, draft)
    work.enter(
        f"meeting {row.meeting}",
        position=draft.position,
        cases=len(draft.cases),
        characters=draft.characters,
    )


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def move_item(work: Work, meeting: str, prn: str, track: Track, by: str) -> ItemMove:
    """Pull a case of the paper track to the table because a member asks, or move one to paper (need M3).

    The issued agenda stays as it is; the move is kept beside it with the name of who asked.
    """
    row, agenda = agendas.issued(work.session, meeting)
    item = item_at(agenda, prn)
    decided = item.case_id in meetings.decisions(work.session, row.meeting)
    now = queries.under_way(work.session, agenda).track_of(item)
    refuse_move(prn, now, track, decided)
    move = queries.store_move(work, row.meeting, item, track, mover(by, track))
    work.enter(f"{work.person(prn)} at meeting {row.meeting}", pulled=int(track is Track.TABLE))
    return move


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def vote_paper(
    work: Work,
    meeting: str,
    disclosure: DisclosureConsidered = DisclosureConsidered.NOT_CONSIDERED,
) -> PaperVote:
    """Agree every undecided case of the paper track in one vote; those pulled to the table stay for it (need M3)."""
    row, agenda = agendas.issued(work.session, meeting)
    stands = queries.under_way(work.session, agenda)
    decided = set(meetings.decisions(work.session, row.meeting))
    moved = {move.position: move for move in stands.moves}
    agreed, pulled = [], []
    for item in agenda.items:
        if item.case_id in decided:
            continue
        move = moved.get(item.position)
        if stands.track_of(item) is Track.PAPER:
            reason = moved_reason(move) if move else PAPER_REASON
            draft = DecisionDraft(DecisionKind.AGREED, reason, disclosure=disclosure)
            meetings.store_decision(work.session, row.meeting, item.case_id, draft, work.user_id, work.seq)
            decided.add(item.case_id)
            agreed.append(item.prn)
        elif move is not None:
            pulled.append(item.prn)
    undecided = sum(item.case_id not in decided for item in agenda.items)
    work.enter(
        f"meeting {row.meeting}", reason="agreed on paper in one vote", agreed=len(agreed), pulled=len(pulled)
    )
    return PaperVote(row.meeting, tuple(agreed), tuple(pulled), undecided)
