"""Everything recorded of one person, each value with whose it is, where it is from and how old it is (R12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.case_drafts import standing_orders
from app.domain.cases import (
    NOT_RECHECKED,
    ActionRow,
    AddressRow,
    AliasRow,
    CaseRecord,
    ChangeRow,
    EpisodeRow,
    FlagRow,
    ForumWord,
    InformationRow,
    MilestoneRow,
    OrderRow,
    PlanRow,
    PoliceRow,
    RiskRow,
    ValueRow,
)
from app.domain.consent import resting_on_none
from app.domain.dates import add_months, age_at, show_date
from app.domain.extract_fields import FIELD_BY_NAME, FIELDS
from app.domain.extract_stored import shown_value
from app.domain.milestones import SOON, release_warnings, stale, value_days
from app.domain.plan import AddressFacts, PlanFacts, answered, missing, of_case, read_nearness, says_something
from app.domain.plan_words import ConditionState
from app.domain.police import STANDS_BESIDE, attributed_to
from app.domain.timeline import before_the_sentence
from app.domain.words import (
    MILESTONES,
    CheckKind,
    DateName,
    FlagCode,
    OrderKind,
    Owner,
    PoliceChecks,
)
from db.queries.board import board_file
from db.queries.cases import anchor_of, dates_of, episodes, sentence_start
from db.queries.consents import resting
from db.queries.plan import plan as plan_row
from db.queries.plan import policy
from db.queries.restricted import exclusions, label_of
from db.queries.transfers import transfers
from db.tables import register as tables
from db.tables.base import Base
from db.tables.extract import Change, Extract, LeftOut
from db.tables.meeting import Action, MilestoneTaken
from db.tables.plan import Address
from db.tables.police import PoliceValue
from db.tables.register import AnchorMove, Case, Forum, IomsRecord, Person

_NOT_A_VALUE = frozenset({"prn", "forum", "aliases", "as_at"})
_VNR = FIELD_BY_NAME["vnr"].heading


def case_record(session: Session, who: Person, today: date) -> CaseRecord:
    """All that `case show` tells. The present case is the open one, else the latest."""
    ioms = session.get(IomsRecord, who.id)
    left = session.get(LeftOut, who.id)
    of_person = episodes(session, who.id)
    case = of_person[0] if of_person else None
    plan = plan_row(session, case) if case else PlanRow()
    flags, values = _flags(session, who.id), _values(session, who, ioms)
    vnr = any(flag.code is FlagCode.VNR and flag.to_date is None for flag in flags) or any(
        value.heading == _VNR and value.in_force == "yes" for value in values
    )
    return CaseRecord(
        prn=who.prn,
        surname=who.surname,
        given_names=who.given_names,
        date_of_birth=who.date_of_birth,
        age=age_at(who.date_of_birth, today),
        physical_marks=who.physical_marks,
        forum=case.forum if case else ioms.forum if ioms else None,
        case=_episode(case) if case else None,
        earlier=tuple(map(_episode, of_person[1:])),
        left_out=left.reason if left else None,
        left_out_starts=left.starts if left else None,
        gone=ioms is not None and ioms.gone_extract_id is not None,
        aliases=tuple(
            AliasRow(row.kind, row.surname, row.given_names, row.owner, row.source, row.as_at)
            for row in _rows(session, tables.Alias, tables.Alias.person_id == who.id)
            if row.withdrawn_seq is None
        ),
        values=values,
        flags=flags,
        orders=_orders(session, who.id),
        risks=_risks(session, who.id),
        information=_information(session, of_person),
        police=_police(session, case),
        board=board_file(session, who.id, case),
        transfers=transfers(session, None, case.id) if case else (),
        plan=plan,
        plan_before=_plan_before(session, of_person),
        milestones=_milestones(session, case, plan, vnr, today) if case else (),
        actions=_actions(session, of_person),
        changes=_changes(session, who.id, of_person),
        warnings=(
            (*_warnings(session, case), *resting_on_none(plan.consents, resting(session, case), today))
            if case and case.closed_seq is None
            else ()
        ),
        restricted=label_of(session, who.id, case.forum) if case else "",
        excluded=tuple(row.sentence for row in exclusions(session, who.id, today)),
    )


def _warnings(session: Session, case: Case) -> tuple[str, ...]:
    forum, dates = session.get(Forum, case.forum), dates_of(session, case.person_id)
    disordered = before_the_sentence(sentence_start(session, case.person_id), dates)
    return disordered + release_warnings(
        dates[DateName.STATUTORY_RELEASE], dates[DateName.ORDERED_RELEASE], forum.region if forum else ""
    )


def _rows(session: Session, table: type[Base], condition: ColumnElement[bool], *order: Any) -> list[Any]:
    return list(session.scalars(select(table).where(condition).order_by(*(order or ("id",)))))


def _episode(case: Case) -> EpisodeRow:
    return EpisodeRow(
        forum=case.forum,
        episode=case.episode,
        opened=case.opened_at,
        entry=case.entry,
        entry_codes=tuple(case.entry_codes.split()),
        entry_reason=case.entry_reason,
        criteria_version=case.criteria_version,
        limb=case.high_profile_limb,
        review=case.high_profile_review,
        closed=case.closed_at,
        exit_reason=case.exit_reason,
        exit_note=case.exit_note,
        leading_service=case.leading_service,
        owner=case.owner,
        anchor=anchor_of(case),
        anchor_as_at=case.anchor_as_at,
        by_hand=case.hand_anchor_reason if case.hand_anchor_date else None,
    )


def in_force(session: Session, who: Person, heading: str) -> str:
    """What counts under a heading now: the forum's own word where there is one, else IOMS' value; blank for none."""
    rows = _values(session, who, session.get(IomsRecord, who.id))
    return next((row.in_force or "" for row in rows if row.heading == heading), "")


def standing_order(session: Session, person_id: int, kind: OrderKind) -> str:
    """What was last answered on one kind of external order."""
    return next(row.answer.value for row in _orders(session, person_id) if row.kind is kind)


def _values(session: Session, who: Person, ioms: IomsRecord | None) -> tuple[ValueRow, ...]:
    """Each heading of the extract, and beside it the forum's own word where it has said one."""
    words: dict[str, list[ForumWord]] = defaultdict(list)
    for row in _rows(session, tables.ForumValue, tables.ForumValue.person_id == who.id):
        if row.withdrawn_seq is None:
            words[row.field].append(ForumWord(row.value, row.reason, row.source, row.as_at))
    owner, source, as_at = Owner.FORUM, "entered by hand", None
    if ioms is not None:
        file = session.get(Extract, ioms.extract_id)
        owner, as_at = Owner.IOMS, ioms.as_at
        source = f"{file.file_name if file else 'extract'}, row {ioms.row}"
    return tuple(
        ValueRow(
            field.heading,
            shown_value(getattr(who if hasattr(Person, field.name) else ioms, field.name, None)),
            owner,
            source,
            as_at,
            tuple(words[field.heading]),
        )
        for field in FIELDS
        if field.name not in _NOT_A_VALUE
    )


def _flags(session: Session, person_id: int) -> tuple[FlagRow, ...]:
    """Flags that stand first, then those withdrawn; they are never removed (need R4)."""
    return flag_rows(_rows(session, tables.Flag, tables.Flag.person_id == person_id))


def flag_rows(rows: Iterable[tables.Flag]) -> tuple[FlagRow, ...]:
    """One person's flags as read, in that order."""
    return tuple(
        FlagRow(
            row.code,
            row.code.meaning,
            row.from_date,
            row.to_date if row.withdrawn_seq is not None else None,
            row.owner,
            row.source,
            row.as_at,
            row.authorised_by,
            row.comment,
        )
        for row in sorted(rows, key=lambda row: (row.withdrawn_seq is not None, row.id))
    )


def _orders(session: Session, person_id: int) -> tuple[OrderRow, ...]:
    return order_rows(_rows(session, tables.ExternalOrder, tables.ExternalOrder.person_id == person_id))


def order_rows(rows: Iterable[tables.ExternalOrder]) -> tuple[OrderRow, ...]:
    """One person's orders, as they came in: what was last answered on each kind."""
    return standing_orders(
        OrderRow(row.kind, row.answer, row.detail, row.expires, row.owner, row.source, row.as_at)
        for row in rows
    )


def _risks(session: Session, person_id: int) -> tuple[RiskRow, ...]:
    rows = _rows(
        session,
        tables.RiskRating,
        tables.RiskRating.person_id == person_id,
        tables.RiskRating.service,
        tables.RiskRating.assessed_on.desc(),
        tables.RiskRating.id.desc(),
    )
    return tuple(
        RiskRow(r.service, r.tool, r.score, r.tool_version, r.assessed_on, r.assessor, r.owner, r.source)
        for r in rows
    )


def _information(session: Session, of_person: Sequence[Case]) -> tuple[InformationRow, ...]:
    table = tables.ServiceInformation
    return information_rows(_rows(session, table, table.case_id.in_([case.id for case in of_person])))


def information_rows(rows: Iterable[tables.ServiceInformation]) -> tuple[InformationRow, ...]:
    """What the services said of one person: by service, the newest first."""
    return tuple(
        InformationRow(
            r.service,
            r.text,
            attributed_to(r.author, r.handling),
            r.as_at,
            r.grade,
            r.handling,
            r.owner,
            r.source,
        )
        for r in sorted(rows, key=lambda r: (r.service.value, -r.id))
    )


def _police(session: Session, case: Case | None) -> tuple[PoliceRow, ...]:
    if case is None:
        return ()
    query = (
        select(PoliceValue, Address.rank)
        .outerjoin(Address, Address.id == PoliceValue.address_id)
        .where(PoliceValue.case_id == case.id, PoliceValue.superseded_seq.is_(None))
        .order_by(PoliceValue.id)
    )
    return tuple(
        PoliceRow(
            row.heading,
            row.value,
            attributed_to(row.officer, row.handling) or None,
            row.checked_on,
            row.grade,
            row.handling,
            row.police_own,
            rank,
        )
        for row, rank in session.execute(query)
        if row.heading not in STANDS_BESIDE
    )


def _plan_before(session: Session, of_person: Sequence[Case]) -> PlanRow | None:
    """The last episode's plan, shown in a new one until it has been checked again (need R1)."""
    if len(of_person) < 2 or of_person[0].closed_seq is not None:
        return None
    return plan_row(session, of_person[1], NOT_RECHECKED)


def plan_of(session: Session, case: Case, plan: PlanRow, vnr: bool) -> PlanFacts:
    """A plan as the milestones ask about it."""
    forum = session.get(Forum, case.forum)
    said = answered(
        {row.question: row.answer for row in plan.answers},
        forum.police_checks if forum else PoliceChecks.ON_REQUEST,
    )
    proposed = [row.state is not ConditionState.WITHDRAWN for row in plan.conditions]
    return of_case(
        said,
        case.leading_service is not None,
        bool(case.owner),
        tuple(map(_address_facts, plan.addresses)),
        vnr,
        any(proposed) if proposed else None,
    )


def _address_facts(row: AddressRow) -> AddressFacts:
    told = {check.kind.value: check.answer for check in row.standing}
    return AddressFacts(
        row.rank,
        dead=row.withdrawn_by is not None,
        probation_answered=says_something(told.get(CheckKind.PROBATION.value)),
        police_answered=says_something(told.get(CheckKind.POLICE.value)),
        verified=row.verified,
        is_next=row.is_next,
        nearness=read_nearness(told.get(CheckKind.VICTIM_NEARNESS.value)),
    )


def _milestones(
    session: Session, case: Case, plan: PlanRow, vnr: bool, today: date
) -> tuple[MilestoneRow, ...]:
    taken = set(session.scalars(select(MilestoneTaken.milestone).where(MilestoneTaken.case_id == case.id)))
    facts, wants, values = plan_of(session, case, plan, vnr), policy(session, case.forum), value_days(plan)
    moves = select(AnchorMove).where(AnchorMove.case_id == case.id).order_by(AnchorMove.id.desc()).limit(1)
    moved, day = session.scalar(moves), case.anchor_date
    before = moved.old_date if moved is not None and moved.old_date != day else None
    found = []
    for months in MILESTONES:
        on = add_months(day, -months) if day else None
        passed = months not in taken and any(smaller < months for smaller in taken)
        in_play = on is not None and on <= today + SOON and months not in taken and not passed
        found.append(
            MilestoneRow(
                months,
                on,
                months in taken,
                tuple(ask.words for ask in missing(facts, months)),
                passed,
                tuple(each.words for each in stale(wants, values, months, today)) if in_play else (),
                add_months(before, -months) if before else None,
            )
        )
    return tuple(found)


def _actions(session: Session, of_person: Sequence[Case]) -> tuple[ActionRow, ...]:
    return action_rows(_rows(session, Action, Action.case_id.in_([case.id for case in of_person])))


def action_rows(rows: Iterable[Action]) -> tuple[ActionRow, ...]:
    """One person's actions by the day they are due."""
    by_day = sorted(rows, key=lambda r: (r.due, r.id))
    return tuple(ActionRow(r.text, r.service, r.owner, r.due, r.outcome.value) for r in by_day)


def _changes(session: Session, person_id: int, of_person: Sequence[Case]) -> tuple[ChangeRow, ...]:
    """What the extracts and people changed, newest first."""
    found: list[tuple[int, ChangeRow]] = []
    query = (
        select(Change, Extract.as_at)
        .join(Extract, Extract.id == Change.extract_id)
        .where(Change.person_id == person_id)
    )
    for row, as_at in session.execute(query):
        why = f"extract as at {show_date(as_at)}" if as_at else "extract"
        found.append((row.seq, ChangeRow(row.field, row.old, row.new, row.days_lost, why)))
    moves = tables.AnchorMove
    for move in _rows(session, moves, moves.case_id.in_([case.id for case in of_person])):
        old = _anchor_words(move.old_name, move.old_date)
        new = _anchor_words(move.new_name, move.new_date)
        found.append((move.seq, ChangeRow("anchor", old, new, move.days_lost, move.reason)))
    found.sort(key=lambda item: -item[0])
    return tuple(row for _, row in found)


def _anchor_words(name: Any, day: date | None) -> str | None:
    return f"{name.value} {show_date(day)}" if name is not None and day is not None else None
