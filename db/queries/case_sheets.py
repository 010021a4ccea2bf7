"""All that is known of the listed cases, as case sheets: a fixed number of reads however many cases there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda, AgendaItem
from app.domain.cases import AddressRow, PlanRow
from app.domain.consent import in_force
from app.domain.counting import count
from app.domain.dates import age_at, read_date, show_date
from app.domain.documents import (
    SOMEBODY,
    ActionLine,
    AddressLine,
    CaseSheetDocument,
    ChangeLine,
    DateLine,
    FlagLine,
    InformationLine,
    NeedLine,
    OrderLine,
    RiskLine,
    Said,
    ServiceBlock,
)
from app.domain.milestones import release_warnings, stale, value_days
from app.domain.names import full_name
from app.domain.plan import says_something
from app.domain.plan_policy import PlanPolicy
from app.domain.plan_rows import NeedRow
from app.domain.plan_words import NeedStatus
from app.domain.police import COLUMNS, NIA_NUMBER, STANDS_BESIDE, TELLS, ColumnKind, attributed_to
from app.domain.police_no_reply import NoReply
from app.domain.stand_in import read_code
from app.domain.words import (
    ActionOutcome,
    DateName,
    FlagCode,
    Handling,
    OrderKind,
    Service,
    SixAnswer,
)
from db.queries.plan import plans as plans_of
from db.queries.plan import policy
from db.tables.board import Hearing
from db.tables.extract import Change
from db.tables.meeting import Action
from db.tables.police import PoliceValue
from db.tables.register import (
    Alias,
    AnchorMove,
    Case,
    ExternalOrder,
    Flag,
    Forum,
    ForumValue,
    IomsRecord,
    Person,
    RiskRating,
    ServiceInformation,
)

_DATES = {
    DateName.PAROLE_ELIGIBILITY: ("parole_eligibility", "Parole eligibility date"),
    DateName.HEARING: ("next_hearing", "Next hearing date"),
    DateName.STATUTORY_RELEASE: ("statutory_release", "Statutory release date"),
    DateName.SENTENCE_EXPIRY: ("sentence_expiry", "Sentence expiry date"),
    DateName.FINAL_RELEASE: ("final_release", "Final release date"),
    DateName.ORDERED_RELEASE: ("ordered_release", "Ordered release date"),
}
"""Each named date with its column and the heading a forum's own word is kept under."""

_FLAG_WORDS = {
    FlagCode.HR: "High risk",
    FlagCode.HP: "High profile",
    FlagCode.CSO: "Child-sex-offender classification",
    FlagCode.VNR: "Victim Notification Register",
    FlagCode.OWR: "Offender Warning Register",
    FlagCode.DEPORTATION: "Deportation",
    FlagCode.TRANSFER_RESTRAINT: "Transfer restraint",
    FlagCode.STAFF_SAFETY: "Staff safety",
}
_POLICE_DAYS = frozenset(column.heading for column in COLUMNS if column.kind is ColumnKind.DATE)


Rows = dict[str, dict[int, list[Any]]]
"""Rows of several tables, by what they are and then by the person or the case they are of."""


class Known(Struct, frozen=True):
    """What was read of the listed cases: rows by case or by person."""

    cases: dict[int, tuple[Case, Person, IomsRecord | None]]
    by_person: Rows
    by_case: Rows
    plans: dict[int, PlanRow]
    since: int
    last_day: date | None
    day: date
    policy: PlanPolicy
    region: str
    no_reply: dict[int, str]


def case_sheets(
    session: Session,
    agenda: Agenda,
    since: int | None,
    last_day: date | None,
    silent: Iterable[NoReply] = (),
) -> tuple[CaseSheetDocument, ...]:
    """One sheet for each item in the agenda's order, as of now.

    `since` is the trail number at which the last meeting closed; None while there is none, and then nothing
    is told as changed since. `silent` are those that Police did not answer about.
    """
    known = _read(session, agenda, since, last_day, silent)
    return tuple(_sheet(item, known) for item in agenda.items if not item.is_destroyed)


def _read(
    session: Session,
    agenda: Agenda,
    since: int | None,
    last_day: date | None,
    silent: Iterable[NoReply],
) -> Known:
    case_ids = [item.case_id for item in agenda.items]
    cases: dict[int, tuple[Case, Person, IomsRecord | None]] = {
        row.Case.id: (row.Case, row.Person, row.IomsRecord)
        for row in session.execute(
            select(Case, Person, IomsRecord)
            .join(Person, Person.id == Case.person_id)
            .join(IomsRecord, IomsRecord.person_id == Person.id, isouter=True)
            .where(Case.id.in_(case_ids))
        )
    }
    after = -1 if since is None else since
    forum = session.get(Forum, agenda.meeting.forum)
    return Known(
        cases,
        _of_people(session, [person.id for _, person, _ in cases.values()], after),
        _of_cases(session, case_ids, after),
        plans_of(session, [case for case, _, _ in cases.values()]),
        after,
        last_day,
        agenda.meeting.day,
        policy(session, agenda.meeting.forum),
        forum.region if forum else "",
        {each.case_id: each.words for each in silent},
    )


def _of_people(session: Session, people: Sequence[int], after: int) -> Rows:
    """What belongs to a person whichever case it is, and what changed after the entry `after`.

    Every order is a whole one, here as below: a pack that is read twice has one hash.
    """
    asked = {
        "aliases": select(Alias).where(Alias.withdrawn_seq.is_(None)).order_by(Alias.id),
        "values": select(ForumValue).where(ForumValue.withdrawn_seq.is_(None)).order_by(ForumValue.id),
        "flags": select(Flag).order_by(Flag.id),
        "orders": select(ExternalOrder).order_by(ExternalOrder.id),
        "risks": select(RiskRating).order_by(RiskRating.assessed_on.desc(), RiskRating.id),
        "changes": select(Change).where(Change.seq > after).order_by(Change.id),
    }
    return {name: grouped(session, query, "person_id", people) for name, query in asked.items()}


def _of_cases(session: Session, case_ids: Sequence[int], after: int) -> Rows:
    """What belongs to one approach to one release; moves, and actions not open, after `after`."""
    due = (Action.outcome == ActionOutcome.OPEN) | (Action.seq > after)
    of_the_case = PoliceValue.superseded_seq.is_(None), PoliceValue.address_id.is_(None)
    asked = {
        "moves": select(AnchorMove).where(AnchorMove.seq > after).order_by(AnchorMove.id),
        "information": select(ServiceInformation).order_by(
            ServiceInformation.as_at.desc(), ServiceInformation.id.desc()
        ),
        "police": select(PoliceValue).where(*of_the_case).order_by(PoliceValue.id),
        "actions": select(Action).where(due).order_by(Action.due, Action.id),
        "hearings": select(Hearing).order_by(Hearing.day, Hearing.id),
    }
    return {name: grouped(session, query, "case_id", case_ids) for name, query in asked.items()}


def grouped(session: Session, query: Select[Any], key: str, of: Sequence[int]) -> dict[int, list[Any]]:
    """Rows whose `key` is one of these, by it."""
    [kind] = {each["entity"] for each in query.column_descriptions}
    found: dict[int, list[Any]] = defaultdict(list)
    for row in session.scalars(query.where(getattr(kind, key).in_(of))):
        found[getattr(row, key)].append(row)
    return found


def _sheet(item: AgendaItem, known: Known) -> CaseSheetDocument:
    case, person, record = known.cases[item.case_id]
    if read_code(item.prn) is not None:
        # Kept from whoever looks: its place and time stand, and not a word more (need A4).
        name = full_name(item.surname, item.given_names)
        return CaseSheetDocument(item.position, name, item.prn, track=item.track.value, minutes=item.minutes)
    source = f"IOMS, as at {show_date(record.as_at)}" if record is not None else "entered by hand"
    anchor = f"{item.anchor.name.value} {show_date(item.anchor.day)}" if item.anchor else "No anchor date"
    return CaseSheetDocument(
        position=item.position,
        name=full_name(person.surname, person.given_names),
        prn=person.prn,
        date_of_birth=person.date_of_birth,
        age=age_at(person.date_of_birth, known.day),
        aliases=tuple(
            f"{full_name(alias.surname, alias.given_names)} ({alias.kind.value})"
            for alias in known.by_person["aliases"].get(person.id, ())
        ),
        prison=record.prison if record is not None else "",
        unit=(record.unit or "") if record is not None else "",
        physical_marks=person.physical_marks or "",
        leading_service=case.leading_service.value if case.leading_service else "",
        owner=case.owner or "",
        who_source=source,
        reasons=item.sentences,
        track=item.track.value,
        minutes=item.minutes,
        anchor=anchor,
        anchor_note=_anchor_note(case, item),
        dates=_dates(case, person, record, source, known),
        sentence=Said((record.sentence_length or "") if record is not None else "", source),
        offences=_items(record.offences if record is not None else None),
        previous_offending=_items(record.previous_offending if record is not None else None),
        offending_source=source,
        risks=_risks(person, record, known),
        flags=_flags(known.by_person["flags"].get(person.id, ())),
        orders=_orders(known.by_person["orders"].get(person.id, ())),
        changes=_changes(case, person, known),
        changes_since=known.last_day,
        services=_services(case, known),
        addresses=tuple(map(_address, known.plans[case.id].addresses)),
        needs=_needs(known.plans[case.id].needs),
        conditions=tuple(row.told for row in known.plans[case.id].conditions),
        consents=tuple(row.told for row in in_force(known.plans[case.id].consents, known.day)),
        asks_missing=item.missing,
        actions=tuple(
            ActionLine(row.text, row.owner, row.service.value, row.due, row.outcome.value)
            for row in known.by_case["actions"].get(case.id, ())
        ),
        warnings=_warnings(item, record, known),
    )


def _anchor_note(case: Case, item: AgendaItem) -> str:
    if item.anchor is None:
        return "No date in the extract lies on or after its as-at date."
    if case.hand_anchor_name is not None and case.hand_anchor_reason:
        return f"Set by hand: {case.hand_anchor_reason}"
    return "Chosen by the rule."


def _items(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(";") if part.strip())


def _dates(
    case: Case, person: Person, record: IomsRecord | None, source: str, known: Known
) -> tuple[DateLine, ...]:
    own = {value.field: value for value in known.by_person["values"].get(person.id, ())}
    lines = []
    for name, (column, heading) in _DATES.items():
        day = getattr(record, column) if record is not None else None
        note = ""
        if (ours := own.get(heading)) is not None:
            note = f"The forum says {ours.value}: {ours.reason}"
        lines.append(DateLine(name.value, day, case.anchor_name is name, source if day else "", note))
    lines.extend(
        DateLine("Hearing held" if row.result else "Hearing recorded", row.day, note=row.result or row.kind)
        for row in known.by_case["hearings"].get(case.id, ())
    )
    return tuple(lines)


def _risks(person: Person, record: IomsRecord | None, known: Known) -> tuple[RiskLine, ...]:
    lines = [
        RiskLine(
            row.service.value,
            row.tool,
            row.score,
            row.tool_version or "",
            row.assessed_on,
            row.assessor or "",
        )
        for row in known.by_person["risks"].get(person.id, ())
    ]
    if record is not None and record.psychological_risk is not None:
        word = record.psychological_risk.value
        lines.append(RiskLine(Service.PSYCHOLOGICAL.value, "Psychological risk", word, "", record.as_at))
    if record is not None and record.roc_roi is not None:
        lines.append(RiskLine(Service.PROBATION.value, "RoC*RoI", f"{record.roc_roi:.2f}", "", record.as_at))
    return tuple(lines)


def _flags(rows: Iterable[Flag]) -> tuple[FlagLine, ...]:
    return tuple(
        FlagLine(
            row.code.value,
            "" if row.code.meaning.startswith(_FLAG_WORDS[row.code]) else _FLAG_WORDS[row.code],
            row.code.meaning + (f" {row.comment}" if row.comment else ""),
            row.from_date,
            row.to_date,
            row.source,
            row.as_at,
        )
        for row in rows
        if row.withdrawn_seq is None
    )


def _orders(rows: Iterable[ExternalOrder]) -> tuple[OrderLine, ...]:
    latest = {(row.kind, row.owner): row for row in rows}
    lines = []
    for kind in OrderKind:
        said = [row for (of, _), row in latest.items() if of is kind]
        if not said:
            lines.append(OrderLine(kind.value, SixAnswer.NOT_ASKED.value))
        for row in said:
            until = f"expires {show_date(row.expires)}" if row.expires else ""
            told = "" if row.detail == row.answer.value else row.detail or ""
            detail = "; ".join(part for part in (told, until) if part)
            lines.append(
                OrderLine(kind.value, row.answer.value, detail, f"{row.source}, as at {show_date(row.as_at)}")
            )
    return tuple(lines)


def _changes(case: Case, person: Person, known: Known) -> tuple[ChangeLine, ...]:
    if known.last_day is None:
        return ()
    lines = []
    for move in known.by_case["moves"].get(case.id, ()):
        lost = f" ({count(move.days_lost, 'day')} lost)" if move.days_lost and move.days_lost > 0 else ""
        old = f"{move.old_name.value} {show_date(move.old_date)}" if move.old_name else "none"
        new = f"{move.new_name.value} {show_date(move.new_date)}{lost}" if move.new_name else "none"
        lines.append(ChangeLine("Anchor", old, new))
    lines.extend(
        ChangeLine(row.field, row.old or "not known", row.new or "not known")
        for row in known.by_person["changes"].get(person.id, ())
    )
    for flag in known.by_person["flags"].get(person.id, ()):
        if flag.raised_seq > max(known.since, case.opened_seq):
            lines.append(ChangeLine(f"Flag {flag.code.value}", "not raised", "raised", flag.from_date))
        if flag.withdrawn_seq is not None and flag.withdrawn_seq > max(known.since, case.opened_seq):
            lines.append(ChangeLine(f"Flag {flag.code.value}", "raised", "withdrawn", flag.to_date))
    return tuple(lines)


def _services(case: Case, known: Known) -> tuple[ServiceBlock, ...]:
    """Each service's statements; what must not be attributed stands last, apart from its service (need X7)."""
    blocks: dict[Service, list[InformationLine]] = {service: [] for service in Service}
    unnamed: list[str] = []
    for said in known.by_case["information"].get(case.id, ()):
        if said.handling is Handling.DO_NOT_ATTRIBUTE:
            unnamed.append(said.text)
        else:
            line = _statement(said.text, said.author, said.as_at, said.grade.value, said.handling)
            blocks[said.service].append(line)
    for row in known.by_case["police"].get(case.id, ()):
        if row.heading in (*STANDS_BESIDE, NIA_NUMBER):
            continue
        if row.handling is Handling.DO_NOT_ATTRIBUTE and row.heading in TELLS:
            unnamed.append(_police_value(row))
            continue
        text, grade = f"{row.heading}: {_police_value(row)}", row.grade.value if row.grade else ""
        line = _statement(text, row.officer or "", row.checked_on, grade, row.handling)
        blocks[Service.POLICE].append(line)
    silent = known.no_reply.get(case.id, "")
    found = [
        ServiceBlock(service.value.capitalize(), tuple(lines), silent if service is Service.POLICE else "")
        for service, lines in blocks.items()
    ]
    if unnamed:
        # Sorted by their words: their order must not follow the order of the services either.
        told = (InformationLine(text, handling=Handling.DO_NOT_ATTRIBUTE.value) for text in sorted(unnamed))
        found.append(ServiceBlock(SOMEBODY, tuple(told)))
    return tuple(found)


def _police_value(row: PoliceValue) -> str:
    """As a person reads it: days are kept as ISO."""
    return show_date(read_date(row.value)) or row.value if row.heading in _POLICE_DAYS else row.value


def _statement(
    text: str, author: str, day: date | None, grade: str, handling: Handling | None
) -> InformationLine:
    """*Do not attribute* means that no paper says who said it (need X7)."""
    return InformationLine(
        text, attributed_to(author, handling), day, grade, handling.value if handling else ""
    )


def _address(row: AddressRow) -> AddressLine:
    checks = []
    for check in row.checks:
        told = [check.answer, check.suitability or "", check.comment or ""]
        signed = " ".join(part for part in (check.officer or "", show_date(check.checked_on)) if part)
        words = "; ".join(part for part in told if part) + (f" ({signed})" if signed else "")
        checks.append(f"{check.kind}: {words}")
    answered = {check.kind for check in row.checks}
    checks += [
        f"{check.kind.value}: {check.answer}{', due' if check.open else ''}"
        for check in row.standing
        if check.kind.value not in answered and (check.due or says_something(check.answer))
    ]
    note = f"Withdrawn by {row.withdrawn_by}: {row.withdrawn_reason}" if row.withdrawn_by else ""
    return AddressLine(
        row.rank,
        row.address,
        row.residents or "",
        row.consent_words,
        tuple(checks),
        "Yes" if row.verified else "No",
        "Yes" if row.is_next else "No",
        note,
    )


def _needs(rows: Sequence[NeedRow]) -> tuple[NeedLine, ...]:
    """The needs that somebody answered, and in one line those that nobody did; nothing where nobody has begun."""
    given = tuple(
        NeedLine(
            row.domain.value,
            f"{row.status}: {row.text}" if row.text else row.status,
            row.service.value if row.service else "",
            row.owner or row.said_by or "",
        )
        for row in rows
        if not row.open
    )
    waiting = ", ".join(row.domain.value for row in rows if row.open)
    return (*given, NeedLine(waiting, NeedStatus.NOT_ASKED.value)) if given and waiting else given


def _warnings(item: AgendaItem, record: IomsRecord | None, known: Known) -> tuple[str, ...]:
    """What the calendar says of the release, and what is older than the named milestone allows; no rule changes."""
    told = (
        ()
        if record is None
        else release_warnings(record.statutory_release, record.ordered_release, known.region)
    )
    if item.milestone is None:
        return told
    days = value_days(known.plans[item.case_id])
    old = stale(known.policy, days, item.milestone, known.day)
    return (*told, *(f"Stale: {each.words}." for each in old))
