"""Front-line briefs as stored: whom a meeting's briefs are about, and those that were prepared (need D5).

A brief is kept as requests for a disclosure, and which requests make one is told by the trail: they stand by the one
entry that prepared it. So a request that somebody asks for in the same words is no part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.counting import count
from app.domain.errors import NotPermitted, Refused
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.front_line import (
    BriefPerson,
    Decided,
    RecipientKind,
    Recorded,
    brief_sheet,
    place_of,
    same_names,
)
from app.domain.front_line_briefs import Brief, BriefView, brief_among
from app.domain.names import fold
from app.domain.police import STANDS_BESIDE
from app.domain.stand_in import Hidden
from app.domain.words import MeetingState
from db.queries import agenda as agendas
from db.queries import disclosure_requests as requests
from db.queries import meeting as meetings
from db.queries.case_record import action_rows, flag_rows, information_rows, order_rows
from db.queries.case_sheets import grouped
from db.queries.cases import anchor_of
from db.tables.disclosure import DisclosureRequest
from db.tables.meeting import Action, Decision, Meeting
from db.tables.plan import Address
from db.tables.police import PoliceValue
from db.tables.register import (
    Case,
    ExternalOrder,
    Flag,
    ForumValue,
    IomsRecord,
    Person,
    ServiceInformation,
)
from db.tables.trail import Trail
from db.work import Work

_PRISON, _UNIT = FIELD_BY_NAME["prison"].heading, FIELD_BY_NAME["unit"].heading
PREPARED = "prepare_front_line"
"""The event of the entry that a brief stands by."""


def closed(session: Session, code: str) -> Meeting:
    """A meeting that briefs are prepared after. Raises Refused before it is closed: it may decide otherwise yet."""
    row = meetings.mapped(session, code)
    if row.state is not MeetingState.CLOSED:
        raise Refused(
            f"{row.meeting} is not closed yet, so what it decided may still change; nothing was changed: a chair "
            "closes it first."
        )
    return row


def view(work: Work, row: Meeting) -> BriefView:
    """All that a meeting's briefs are prepared from, without anybody whom the person asking may not read."""
    people, left_out = _people(work, row, agendas.frozen_of(row))
    return BriefView(row.meeting, row.forum, people, briefs(work.session, row, work.hidden), left_out)


def briefs(session: Session, meeting: Meeting, hidden: Hidden) -> tuple[Brief, ...]:
    """What was prepared after a meeting, the latest first; what went with its case to another forum is that forum's."""
    query = (
        select(DisclosureRequest.id, DisclosureRequest.seq)
        .join(Trail, Trail.seq == DisclosureRequest.seq)
        .where(
            Trail.event == PREPARED,
            Trail.subject == f"meeting {meeting.meeting}",
            DisclosureRequest.forum == meeting.forum,
        )
        .order_by(DisclosureRequest.id)
    )
    entry_of = {row.id: row.seq for row in session.execute(query)}
    of_entry = defaultdict(list)
    for row in requests.requests_of(session, entry_of):
        of_entry[entry_of[row.number]].append(row)
    found = []
    for seq in sorted(of_entry, reverse=True):
        rows = tuple(row for row in of_entry[seq] if hidden.of(row.prn) is None)
        if rows:
            withheld = len(of_entry[seq]) - len(rows)
            found.append(Brief(seq, meeting.meeting, rows[0].who_asks, rows, withheld))
    return tuple(found)


def whole_brief(work: Work, meeting: Meeting, number: str) -> Brief:
    """One brief by its number, for whoever may read everybody on it. Raises NotFound, and NotPermitted for others:
    they would act on what they cannot see."""
    found = brief_among(briefs(work.session, meeting, work.hidden), meeting.meeting, number)
    if found.withheld:
        raise NotPermitted(
            f"Brief {found.number} is about {count(found.withheld, 'person', 'people')} whose case you may not read; "
            "nothing was changed. Ask one of its readers."
        )
    return found


def _people(work: Work, meeting: Meeting, agenda: Agenda) -> tuple[tuple[BriefPerson, ...], tuple[str, ...]]:
    session, readable = work.session, work.hidden.without(agenda)
    decided = meetings.decisions(session, meeting.meeting)
    cases = _cases(session, [item.case_id for item in readable.items])
    twice = same_names((who.surname, who.given_names) for _, who in cases.values())
    on_it, left_out = [], []
    for item in readable.items:
        case, who = cases[item.case_id]
        why = _left_out(case, meeting, decided.get(item.case_id))
        if why:
            left_out.append(f"{who.surname}, {who.given_names} (PRN {who.prn}): {why}.")
        else:
            on_it.append((case, who))
    if kept := len(agenda.items) - len(readable.items):
        left_out.append(f"{count(kept, 'restricted case')}: its named readers alone prepare its page.")
    recorded, places = _recorded(session, on_it), _places(session, [who.id for _, who in on_it])
    found = []
    for case, who in on_it:
        said = _decided(meeting, decided[case.id])
        same = fold(f"{who.surname} {who.given_names}") in twice
        unit, office = (
            brief_sheet(recorded[who.id], kind, said, same_name=same, on=work.today) for kind in RecipientKind
        )
        found.append(BriefPerson(who.prn, who.surname, who.given_names, places[who.id], unit, office))
    return tuple(found), tuple(left_out)


def _cases(session: Session, numbers: Sequence[int]) -> dict[int, tuple[Case, Person]]:
    query = select(Case, Person).join(Person, Person.id == Case.person_id).where(Case.id.in_(numbers))
    return {case.id: (case, who) for case, who in session.execute(query)}


def _left_out(case: Case, meeting: Meeting, decision: Decision | None) -> str:
    if case.closed_seq is not None:
        return "the case has ended"
    if case.forum != meeting.forum:
        return f"the case is in {case.forum} now"
    return "" if decision else "nothing was decided"


def _decided(meeting: Meeting, row: Decision) -> Decided:
    return Decided(row.decision, row.reason, meeting.day, row.next_review)


def _recorded(session: Session, on_it: Sequence[tuple[Case, Person]]) -> dict[int, Recorded]:
    """What briefs are made from, by person, in a fixed number of reads however many they are about.

    What a service said and an action of an earlier episode are the person's too, as where their case is shown.
    """
    people = [who.id for _, who in on_it]
    episodes = {
        row.id: row.person_id
        for row in session.execute(select(Case.id, Case.person_id).where(Case.person_id.in_(people)))
    }
    flags = grouped(session, select(Flag), "person_id", people)
    orders = grouped(session, select(ExternalOrder).order_by(ExternalOrder.id), "person_id", people)
    information = _of_person(grouped(session, select(ServiceInformation), "case_id", [*episodes]), episodes)
    actions = _of_person(grouped(session, select(Action), "case_id", [*episodes]), episodes)
    police = select(PoliceValue).where(
        PoliceValue.superseded_seq.is_(None), PoliceValue.heading.not_in(STANDS_BESIDE)
    )
    answers = grouped(session, police, "case_id", [case.id for case, _ in on_it])
    proposed = select(Address.case_id).where(
        Address.case_id.in_([case.id for case, _ in on_it]), Address.withdrawn_by.is_(None)
    )
    with_address = set(session.scalars(proposed))
    return {
        who.id: Recorded(
            who.date_of_birth,
            anchor_of(case),
            flag_rows(flags.get(who.id, ())),
            order_rows(orders.get(who.id, ())),
            information_rows(information.get(who.id, ())),
            action_rows(actions.get(who.id, ())),
            len(answers.get(case.id, ())),
            case.id in with_address,
        )
        for case, who in on_it
    }


def _of_person(by_case: Mapping[int, Sequence[Any]], episodes: Mapping[int, int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for case_id, rows in by_case.items():
        found[episodes[case_id]] += rows
    return found


def _places(session: Session, people: Sequence[int]) -> dict[int, str]:
    """Where the register has each of them: the forum's own word where there is one, else IOMS' value."""
    said = {number: {_PRISON: "", _UNIT: ""} for number in people}
    for row in session.execute(
        select(IomsRecord.person_id, IomsRecord.prison, IomsRecord.unit).where(
            IomsRecord.person_id.in_(people)
        )
    ):
        said[row.person_id] = {_PRISON: row.prison or "", _UNIT: row.unit or ""}
    own = (
        select(ForumValue.person_id, ForumValue.field, ForumValue.value)
        .where(ForumValue.person_id.in_(people), ForumValue.field.in_((_PRISON, _UNIT)))
        .where(ForumValue.withdrawn_seq.is_(None))
        .order_by(ForumValue.id)
    )
    for number, field, value in session.execute(own):
        said[number][field] = value
    return {number: place_of(at[_PRISON], at[_UNIT]) for number, at in said.items()}
