"""What was said and decided about each case at the table (need M6)."""

from __future__ import annotations

from collections.abc import Mapping

from app.desk import use_case
from app.domain.case_drafts import refuse_if_overtaken
from app.domain.discussion import DiscussionDraft, DiscussionRow, ItemRecord
from app.domain.errors import Refused
from app.domain.meeting import DecisionDraft, DecisionRow, decision_words, tidy
from app.domain.people import Permission
from app.domain.words import DisclosureConsidered, Topic
from db.queries import agenda as agendas
from db.queries import discussion as queries
from db.queries import meeting as meetings
from db.queries import transfers
from db.tables.meeting import Decision
from db.work import Work


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def record_discussion(
    work: Work, meeting: str, prn: str, draft: DiscussionDraft, seen: Mapping[str, str] | None = None
) -> DiscussionRow:
    """Keep what one service said of a case under one handling. Said again it replaces; empty takes it back.

    `seen` is how it read when the writer began, by `text`: where it reads otherwise by now, recorded on another
    computer, `Overtaken` keeps both.
    """
    _, agenda = agendas.issued(work.session, meeting)
    case_id = transfers.items_here(work.session, agenda, prn)[-1].case_id
    before = queries.said(work.session, meeting, case_id, draft.service, draft.handling)
    refuse_if_overtaken(seen or {}, {"text": (before, draft.text)})
    queries.store_discussion(work.session, meeting, case_id, draft, work.user_id, work.seq)
    work.enter(f"{work.person(prn)} at meeting {meeting}")
    return DiscussionRow(meeting, prn, draft.service, draft.text, draft.handling, draft.grade)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def decide_item(
    work: Work, meeting: str, prn: str, draft: DecisionDraft, seen: Mapping[str, str] | None = None
) -> DecisionRow:
    """Record what was decided on one item of the issued agenda. Deciding again replaces, and history keeps.

    What was said of disclosure outside the forum stays, unless the draft says something else of it. `seen` is what
    stood decided when the writer began, by `decision` in one text (`decision_words`): where another decision stands
    by now, recorded on another computer, `Overtaken` keeps both.
    """
    _, agenda = agendas.issued(work.session, meeting)
    items = transfers.items_here(work.session, agenda, prn)
    stands = meetings.decisions(work.session, meeting).get(items[-1].case_id)
    now, kept = ("", draft.disclosure) if stands is None else (_words(stands), stands.disclosure)
    considered = kept if draft.disclosure is DisclosureConsidered.NOT_CONSIDERED else draft.disclosure
    wanted = decision_words(draft.decision, draft.reason, draft.dissent, considered, draft.next_review)
    refuse_if_overtaken(seen or {}, {"decision": (now, wanted)})
    for item in items:
        meetings.store_decision(work.session, meeting, item.case_id, draft, work.user_id, work.seq)
    work.session.flush()
    decided = meetings.decisions(work.session, meeting)
    undecided = sum(item.case_id not in decided for item in agenda.items)
    considered = decided[items[-1].case_id].disclosure
    work.enter(f"{work.person(prn)} at meeting {meeting}", undecided=undecided)
    return DecisionRow(meeting, prn, draft.decision, considered, undecided, draft.next_review)


def _words(row: Decision) -> str:
    return decision_words(row.decision, row.reason, row.dissent or "", row.disclosure, row.next_review)


@use_case(Permission.RECORD_MEETING, topics=(Topic.MEETINGS,))
def consider_disclosure(
    work: Work, meeting: str, prn: str, considered: DisclosureConsidered, note: str = ""
) -> ItemRecord:
    """Record what was said of disclosure outside the forum about an item that is decided.

    Raises Refused where nothing is decided yet, and for *not considered*: what was considered stays considered.
    """
    _, agenda = agendas.issued(work.session, meeting)
    if considered is DisclosureConsidered.NOT_CONSIDERED:
        raise Refused("Say yes, no or deferred: an item starts as not considered, and nothing was changed.")
    decided = meetings.decisions(work.session, meeting)
    for item in transfers.items_here(work.session, agenda, prn):
        row = decided.get(item.case_id)
        if row is None:
            raise Refused(
                f"PRN {prn} is not decided yet at {meeting}; nothing was saved: record the decision first, disclosure "
                "can be told with it."
            )
        row.disclosure = considered
        row.disclosure_note = tidy(note) or None
    work.session.flush()
    work.enter(f"{work.person(prn)} at meeting {meeting}")
    return next(row for row in queries.records(work.session, meeting, agenda) if row.prn == prn)


@use_case(Permission.RECORD_MEETING, looks=True)
def see_records(work: Work, meeting: str) -> tuple[ItemRecord, ...]:
    """What stands recorded for each item of the issued agenda, in its order: to take a meeting up again."""
    row = meetings.mapped(work.session, meeting)
    found = queries.records(work.session, row.meeting, agendas.frozen_of(row))
    work.enter(f"meeting {row.meeting}", items=len(found))
    return found
