"""A disclosure that is asked for, decided by a chair, and recorded as made with its letter (need D1)."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.consent import refuse_unless_in_force
from app.domain.disclosure_request import (
    RequestDraft,
    RequestRow,
    decided,
    refuse_making,
    refuse_unless_waiting,
    refuse_unseen,
    refuse_withdrawal,
)
from app.domain.errors import NotPermitted, Refused
from app.domain.letters import letter_of
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.statements import Statement, chosen, statements_of
from app.domain.words import RequestState, Role, Topic
from db.founding import who_is_now
from db.queries import disclosure as ledger
from db.queries import disclosure_requests as queries
from db.queries import known, outside, register
from db.queries.case_record import case_record
from db.queries.cases import episodes, may_open, open_case, people_on_agendas, person
from db.queries.consents import consents
from db.tables.disclosure import Disclosure, DisclosureRequest
from db.tables.register import Case, Person
from db.work import Session, Work

_OFFICE = frozenset({Role.ADMINISTRATOR.value, Role.CHAIR.value})
_CHANGES = (Topic.DISCLOSURES,)


class Letter(Struct, frozen=True):
    """What leaves: the request as it stands now, and its letter. `number` is its line in the ledger."""

    row: RequestRow
    number: int
    pdf: bytes
    sha256: str


@use_case(Permission.ASK_DISCLOSURE, looks=True)
def list_disclosure_requests(work: Work, forum: str = "") -> tuple[RequestRow, ...]:
    """Requests by their clock: all of the forums whose ledger somebody reads, elsewhere what they asked themselves."""
    code = register.forum(work.session, forum).code if forum else ""
    whole = work.forums_with(Permission.SEE_DISCLOSURES)
    rows = queries.requests(work.session, whole, work.user_id, code, _reads(work))
    work.enter("disclosure requests", requests=len(rows))
    return rows


@use_case(Permission.OPEN_CASE, looks=True)
def offer_statements(work: Work, prn: str) -> tuple[Statement, ...]:
    """What a person's record could tell, each by itself with who says so; the documented first."""
    who = person(work.session, prn)
    may_open(work, who.id)
    rows = statements_of(case_record(work.session, who, work.today))
    work.enter(work.person(prn), statements=len(rows))
    return rows


@use_case(Permission.ASK_DISCLOSURE, topics=_CHANGES)
def ask_disclosure(
    work: Work, prn: str, draft: RequestDraft, fields: Sequence[str] = (), own: Sequence[str] = ()
) -> RequestRow:
    """Ask that something about a person is told outside the forum; a chair decides.

    `fields` are headings of the record whose values would be told, `own` statements in the forum's words. Whoever may
    not open the case asks in words alone, and the office proposes the statements.
    """
    asked = draft.checked(work.today)
    who, case = open_case(work.session, prn)
    _refuse_stranger(work, who)
    if asked.consent is not None:
        refuse_unless_in_force(consents(work.session, case.id), asked.consent, work.today)
    told = _told(work, who, fields, own)
    row = queries.add_request(work, case, asked)
    queries.add_statements(work, row, told, 0)
    return _entered(work, row, prn)


@use_case(Permission.ASK_DISCLOSURE, topics=_CHANGES)
def propose_statements(
    work: Work, request: str, fields: Sequence[str] = (), own: Sequence[str] = ()
) -> RequestRow:
    """Propose more statements for a request that waits: the office for anybody's, others for their own."""
    row = queries.mapped_request(work.session, request)
    _refuse_others(work, row)
    before = queries.request(work.session, row.id)
    refuse_unless_waiting(before)
    who = work.session.get_one(Person, work.session.get_one(Case, row.case_id).person_id)
    told = _told(work, who, fields, own)
    if not told:
        raise Refused("Nothing was proposed; name a heading of the record, or write a statement.")
    queries.add_statements(work, row, told, len(before.statements))
    return _entered(work, row, who.prn)


@use_case(Permission.APPROVE_DISCLOSURE, topics=_CHANGES)
def decide_disclosure(
    work: Work,
    request: str,
    approve: bool,
    reason: str,
    strike: Collection[int] = (),
    let: Collection[int] = (),
    undertaking: str = "",
    seen: int | None = None,
) -> RequestRow:
    """Approve or decline a request, with the reason; never one's own, nor what one proposed oneself.

    Statements in `strike` are not told; what is soft is not told unless it stands in `let`. `seen` is how many there
    were when the chair looked: what was proposed since would be told unseen. The ground is asked about again: a consent
    that lapsed meanwhile carries nothing (need D2).
    """
    why = needed(reason, "The reason")
    row = queries.mapped_request(work.session, request)
    before = queries.request(work.session, row.id)
    refuse_unseen(before, seen)
    after = decided(
        before,
        own=who_is_now(work.session, row.asked_by) == work.user_id,
        approve=approve,
        strike=strike,
        let=let,
        proposed=queries.proposed_by(work.session, row, work.user_id),
    )
    if approve:
        queries.refuse_lapsed(work, row, work.today)
    queries.strike(work, row, after)
    queries.settle(work, row, RequestState.APPROVED if approve else RequestState.DECLINED, why, undertaking)
    work.session.flush()
    return _entered(work, row, before.prn)


@use_case(Permission.ASK_DISCLOSURE, topics=_CHANGES)
def withdraw_request(work: Work, request: str, reason: str) -> RequestRow:
    """Withdraw a request that is not made yet: whoever asked, or the office, with the reason."""
    why = needed(reason, "The reason")
    row = queries.mapped_request(work.session, request)
    _refuse_others(work, row)
    before = queries.request(work.session, row.id)
    refuse_withdrawal(before)
    queries.settle(work, row, RequestState.WITHDRAWN, why)
    work.session.flush()
    return _entered(work, row, before.prn)


@use_case(Permission.RECORD_DISCLOSURE, discloses=True, topics=_CHANGES)
def record_disclosure(
    work: Work, request: str, how: str, on: date | None = None, undertaking: str = ""
) -> Letter:
    """Record that an approved disclosure is made, enter it in the ledger, and give out its letter.

    The letter holds the statements that the chair let go and nothing else; the number of its line in the ledger and
    who gets it stand on every page (needs D1, K3). Raises MarkedOutside where rows of the case were changed outside.
    """
    by = needed(how, "How it was made")
    row = queries.mapped_request(work.session, request)
    before = queries.request(work.session, row.id)
    day = on or work.today
    refuse_making(before, day, work.today)
    queries.refuse_undecided(work, row)
    queries.refuse_lapsed(work, row, day)
    outside.refuse_printing_of(work, {_person_id(work, row)})
    row.state = RequestState.MADE
    row.made_on, row.made_by, row.how = day, work.user_id, by
    row.undertaking = clean(undertaking) or row.undertaking
    work.session.flush()
    number = ledger.next_number(work.session)
    letter = _letter(work.session, row, number)
    work.disclose(
        "disclosure decided by the chair",
        f"{work.person(before.prn)} {row.forum}",
        [letter.row.who_asks],
        list(dict.fromkeys(each.heading for each in letter.row.told)),
        1,
        ground=letter.row.ground.full,
        standing=False,
        sha256=letter.sha256,
    )
    work.session.flush()
    row.disclosure_id = number
    work.session.flush()
    return replace(letter, row=_entered(work, row, before.prn))


@use_case(Permission.RECORD_DISCLOSURE, looks=True, whole=True)
def print_letter(work: Work, request: str) -> Letter:
    """The letter of a disclosure that is made, once more: where its file was lost or never saved.

    It is the same to the byte, so that the hash in the ledger stays true, and no further disclosure: names are those of
    the day it was made, whoever was called otherwise since. Raises Refused where it would not be the same.
    """
    row = queries.mapped_request(work.session, request)
    if row.disclosure_id is None:
        raise Refused(
            f"Request {row.id} is {row.state.value}, so it has no letter yet: record it as made first."
        )
    person_id = _person_id(work, row)
    outside.refuse_printing_of(work, {person_id})
    line = work.session.get_one(Disclosure, row.disclosure_id)
    with known.person_then(work.session, person_id, known.Past(row.made_on or work.today, line.seq)) as then:
        letter = _letter(then, row, row.disclosure_id)
    if letter.sha256 != line.sha256:
        raise Refused(
            f"The letter of disclosure {line.id} cannot be made again as it left, since this program sets pages "
            f"otherwise than the one that made it; nothing was written. Look for the file with SHA-256 {line.sha256}: "
            f"what it told stands in request {row.id}."
        )
    work.enter(f"request {row.id}, {work.person(letter.row.prn)}")
    return replace(letter, row=queries.request(work.session, row.id))


def _person_id(work: Work, row: DisclosureRequest) -> int:
    return work.session.get_one(Case, row.case_id).person_id


def _letter(session: Session, row: DisclosureRequest, number: int) -> Letter:
    from reports.record import render_record

    made = queries.request(session, row.id)
    forum = register.forum(session, row.forum)
    pdf = render_record(letter_of(made, number, forum.name, training=forum.training), invariant=True)
    return Letter(made, number, pdf, hashlib.sha256(pdf).hexdigest())


def _told(work: Work, who: Person, fields: Sequence[str], own: Sequence[str]) -> tuple[Statement, ...]:
    """The statements that were named. Values come from a record that the person asking may open themselves."""
    if fields and work.role not in _OFFICE and work.role != Role.MEMBER.value:
        raise NotPermitted(
            "You may not open this case, so you cannot name its values; nothing was changed. Write what you ask for, "
            "and the office proposes what is told."
        )
    if not fields:
        return chosen((), (), own)
    may_open(work, who.id)
    here = episodes(work.session, who.id)[0].forum
    if here != work.forum:
        raise NotPermitted(
            f"The case is in {here} now, so its values are that forum's to propose; nothing was changed. Withdraw the "
            "request, and have it asked for there."
        )
    offered = statements_of(case_record(work.session, who, work.today))
    return chosen(offered, fields, own)


def _refuse_stranger(work: Work, who: Person) -> None:
    """A member or the liaison asks about people on the forum's last or coming agenda (design/trust.md)."""
    if work.role in _OFFICE:
        return
    if work.forum is None or who.id not in people_on_agendas(work.session, work.forum):
        raise NotPermitted(
            "You may ask about people on your forum's last agenda and on the one that is issued; this is on neither. "
            "Ask an administrator or a chair."
        )


def _refuse_others(work: Work, row: DisclosureRequest) -> None:
    if work.role not in _OFFICE and row.asked_by != work.user_id:
        raise NotPermitted(
            f"Request {row.id} is not yours; nothing was changed. Ask an administrator or a chair."
        )


def _reads(work: Work) -> queries.Reads:
    """Whether whoever asks reads what would be told: the forum's office, and a member who may open the case."""
    whole, opens = work.forums_with(Permission.SEE_DISCLOSURES), work.forums_with(Permission.OPEN_CASE)

    def reads(forum: str, person_id: int) -> bool:
        if whole is None or forum in whole:
            return True
        return (opens is None or forum in opens) and person_id in people_on_agendas(work.session, forum)

    return reads


def _entered(work: Work, row: DisclosureRequest, prn: str) -> RequestRow:
    work.enter(f"request {row.id}, {work.person(prn)}")
    return queries.request(work.session, row.id, _reads(work))
