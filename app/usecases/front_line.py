"""The front-line brief at the close of a meeting: prepared, decided by a chair, and given with its paper (need D5)."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.disclosure_request import RequestDraft, RequestRow, decided, refuse_making
from app.domain.errors import NotFound, Refused
from app.domain.front_line import RecipientKind
from app.domain.front_line_briefs import (
    Brief,
    BriefView,
    asked_as,
    brief_document,
    by_person,
    chosen_of,
    on_brief,
    refuse_undecided_brief,
    refuse_unless_any,
    refuse_unseen_brief,
    taken_off,
)
from app.domain.grounds import Ground
from app.domain.people import Permission
from app.domain.register import ForumRow
from app.domain.words import RequestState, Topic
from db.founding import who_is_now
from db.queries import disclosure as ledger
from db.queries import disclosure_requests as requests
from db.queries import front_line as queries
from db.queries import known, outside, register
from db.queries.cases import open_case
from db.tables.disclosure import Disclosure, DisclosureRequest
from db.tables.register import Case
from db.work import Work

_CHANGES = (Topic.DISCLOSURES,)


class BriefPaper(Struct, frozen=True):
    """What leaves: the brief as it stands now, and its paper. `number` is its line in the ledger, 0 for a preview."""

    brief: Brief
    number: int
    pdf: bytes
    sha256: str


@use_case(Permission.SEE_FRONT_LINE, looks=True)
def see_front_line(work: Work, meeting: str) -> BriefView:
    """Whom a closed meeting's briefs would be about, what each kind of recipient may know and what is held back with
    its reason, and the briefs that were prepared."""
    row = queries.closed(work.session, meeting)
    view = queries.view(work, row)
    work.enter(f"meeting {row.meeting}", people=len(view.people), briefs=len(view.briefs))
    return view


@use_case(Permission.RECORD_DISCLOSURE, topics=_CHANGES)
def prepare_front_line(
    work: Work,
    meeting: str,
    recipient: str,
    kind: RecipientKind,
    ground: Ground,
    necessity: str = "",
    prns: Sequence[str] = (),
    off: Sequence[str] = (),
) -> Brief:
    """Prepare a brief to a unit or an office: one request a person, all of which a chair decides in one act.

    Without `prns` it is about those whom the register has in that unit. `off` takes an item off a page: `PRN: heading`.
    """
    row = queries.closed(work.session, meeting)
    to, taken = needed(recipient, "The recipient"), by_person(off)
    view = queries.view(work, row)
    people = on_brief(view, to, kind, prns)
    if stray := next((prn for prn in taken if not any(each.prn == prn for each in people)), None):
        raise NotFound(f"PRN '{stray}' is not on this brief; nothing was changed: take nothing off its page.")
    told, numbers = 0, []
    for each in people:
        _, case = open_case(work.session, each.prn)
        draft = RequestDraft(to, asked_as(row.meeting, kind), ground, necessity or kind.necessity).checked(
            work.today
        )
        made = requests.add_request(work, case, draft)
        statements = taken_off(each, kind, taken.get(each.prn, ()))
        requests.add_statements(work, made, statements, 0)
        told += len(statements)
        numbers.append(made.id)
    work.enter(f"meeting {row.meeting}", people=len(people), statements=told)
    return Brief(work.seq, row.meeting, to, requests.requests_of(work.session, numbers))


@use_case(Permission.APPROVE_DISCLOSURE, topics=_CHANGES)
def decide_front_line(
    work: Work,
    meeting: str,
    brief: str,
    approve: bool,
    reason: str,
    strike: Collection[str] = (),
    let: Collection[str] = (),
    undertaking: str = "",
    seen: int | None = None,
) -> Brief:
    """Approve or decline all of a brief that waits, with the reason; never one's own.

    Statements in `strike`, as `5.2` for the second of request 5, are not told; what is soft is not told unless it
    stands in `let`. `seen` is how many there were when the chair looked.
    """
    why = needed(reason, "The reason")
    row = queries.closed(work.session, meeting)
    found = queries.whole_brief(work, row, brief)
    waits = refuse_unless_any(found, RequestState.WAITS, "ask anew where something else is needed")
    refuse_unseen_brief(found, seen)
    struck, lets = chosen_of(found, strike), chosen_of(found, let)
    for before in waits:
        mapped = work.session.get_one(DisclosureRequest, before.number)
        after = decided(
            before,
            own=who_is_now(work.session, mapped.asked_by) == work.user_id,
            approve=approve,
            strike=struck.get(before.number, ()),
            let=lets.get(before.number, ()),
            proposed=requests.proposed_by(work.session, mapped, work.user_id),
        )
        if approve:
            requests.refuse_lapsed(work, mapped, work.today)
        requests.strike(work, mapped, after)
        state = RequestState.APPROVED if approve else RequestState.DECLINED
        requests.settle(work, mapped, state, why, undertaking)
    return _entered(work, row.meeting, found, len(waits))


@use_case(Permission.RECORD_DISCLOSURE, topics=_CHANGES)
def withdraw_front_line(work: Work, meeting: str, brief: str, reason: str) -> Brief:
    """Withdraw all of a brief that is not given yet, with the reason."""
    why = needed(reason, "The reason")
    row = queries.closed(work.session, meeting)
    found = queries.whole_brief(work, row, brief)
    open_ones = [each for each in found.rows if each.is_open]
    if not open_ones:
        raise Refused(f"Brief {found.number} is {found.state.value}; nothing was changed.")
    for each in open_ones:
        mapped = work.session.get_one(DisclosureRequest, each.number)
        requests.settle(work, mapped, RequestState.WITHDRAWN, why)
    return _entered(work, row.meeting, found, len(open_ones))


@use_case(Permission.SEE_FRONT_LINE, looks=True)
def preview_front_line(work: Work, meeting: str, brief: str) -> BriefPaper:
    """The paper of a brief as it would leave, to be looked at: each page says that it has not left."""
    row = queries.closed(work.session, meeting)
    found = queries.whole_brief(work, row, brief)
    if not found.left:
        raise Refused(f"Brief {found.number} is {found.state.value}, so it has no paper.")
    paper = _paper(work, found, found.left, row.forum, None)
    work.enter(f"brief {found.number}, meeting {row.meeting}", people=len(found.left))
    return paper


@use_case(Permission.RECORD_DISCLOSURE, discloses=True, topics=_CHANGES)
def give_front_line(
    work: Work, meeting: str, brief: str, how: str, on: date | None = None, undertaking: str = ""
) -> BriefPaper:
    """Record that an approved brief is given, enter it in the ledger as one disclosure, and give out its paper.

    It holds the statements that the chair let go and nothing else. Raises Refused while a chair has still to answer
    about anybody on it, and MarkedOutside where rows of a case on it were changed outside.
    """
    by = needed(how, "How it was given")
    row = queries.closed(work.session, meeting)
    found = queries.whole_brief(work, row, brief)
    refuse_undecided_brief(found)
    leaving = refuse_unless_any(found, RequestState.APPROVED, "prepare another where one is needed")
    day = on or work.today
    mapped = [work.session.get_one(DisclosureRequest, each.number) for each in leaving]
    for before, each in zip(leaving, mapped, strict=True):
        refuse_making(before, day, work.today)
        requests.refuse_undecided(work, each)
        requests.refuse_lapsed(work, each, day)
    outside.refuse_printing_of(work, {_person_id(work, each) for each in mapped})
    number = ledger.next_number(work.session)
    for each in mapped:
        each.state = RequestState.MADE
        each.made_on, each.made_by, each.how = day, work.user_id, by
        each.undertaking = undertaking.strip() or each.undertaking
    work.session.flush()
    made = requests.requests_of(work.session, [each.id for each in mapped])
    paper = _paper(work, found, made, row.forum, number)
    headings = (line.heading for each in made for line in each.told)
    # One about somebody alone is a line about them: where they are is kept from whoever may not read them (need A4).
    alone = f"{work.person(made[0].prn)}, " if len(made) == 1 else ""
    work.disclose(
        "front-line brief decided by the chair",
        f"{alone}meeting {row.meeting}",
        [found.recipient],
        list(dict.fromkeys(headings)),
        len(made),
        ground=made[0].ground.full,
        standing=False,
        sha256=paper.sha256,
    )
    work.session.flush()
    for each in mapped:
        each.disclosure_id = number
    work.session.flush()
    after = _entered(work, row.meeting, found, len(made))
    return BriefPaper(after, number, paper.pdf, paper.sha256)


@use_case(Permission.RECORD_DISCLOSURE, looks=True, whole=True)
def print_front_line(work: Work, meeting: str, brief: str) -> BriefPaper:
    """The paper of a brief that is given, once more: where its file was lost or never saved.

    The same to the byte, so that the hash in the ledger stays true, and no further disclosure: names are those of the
    day it was given. Raises Refused where it would not be the same.
    """
    row = queries.closed(work.session, meeting)
    found = queries.whole_brief(work, row, brief)
    number = found.disclosure
    if number is None:
        raise Refused(
            f"Brief {found.number} is {found.state.value}, so it has no paper yet: record it as given first."
        )
    given = [each for each in found.rows if each.disclosure == number]
    mapped = [work.session.get_one(DisclosureRequest, each.number) for each in given]
    outside.refuse_printing_of(work, {_person_id(work, each) for each in mapped})
    line = work.session.get_one(Disclosure, number)
    rows, forum = [], register.forum(work.session, row.forum)
    for each in mapped:
        past = known.Past(each.made_on or work.today, line.seq)
        with known.person_then(work.session, _person_id(work, each), past) as then:
            rows.append(requests.request(then, each.id))
            forum = register.forum(then, row.forum)
    pdf = _render(rows, found.meeting, forum, number)
    sha256 = hashlib.sha256(pdf).hexdigest()
    if sha256 != line.sha256:
        raise Refused(
            f"The paper of brief {found.number} cannot be made again as it left, since somebody on it was destroyed "
            "with their record, or this program sets pages otherwise than the one that made it; nothing was written. "
            f"Look for the file with SHA-256 {line.sha256}."
        )
    work.enter(f"brief {found.number}, meeting {row.meeting}", people=len(rows))
    return BriefPaper(found, number, pdf, sha256)


def _person_id(work: Work, row: DisclosureRequest) -> int:
    return work.session.get_one(Case, row.case_id).person_id


def _paper(work: Work, brief: Brief, rows: Sequence[RequestRow], code: str, number: int | None) -> BriefPaper:
    forum = register.forum(work.session, code)
    pdf = _render(rows, brief.meeting, forum, number)
    return BriefPaper(brief, number or 0, pdf, hashlib.sha256(pdf).hexdigest())


def _render(rows: Sequence[RequestRow], meeting: str, forum: ForumRow, number: int | None) -> bytes:
    from reports.record import render_record

    return render_record(brief_document(rows, meeting, forum, number), invariant=True)


def _entered(work: Work, meeting: str, brief: Brief, people: int) -> Brief:
    work.session.flush()
    work.enter(f"brief {brief.number}, meeting {meeting}", people=people)
    rows = requests.requests_of(work.session, [each.number for each in brief.rows])
    return Brief(brief.number, meeting, brief.recipient, rows)
