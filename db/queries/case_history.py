"""One person's changes with who made them and when: extracts, corrections, edits, what was added (needs R9, R12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import String, and_, or_, select
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session

from app.domain.case_history import FIELD_WORDS, HistoryLine
from app.domain.dates import read_date, show_date
from app.domain.police import OFFICER, attributed_to
from app.domain.timeline import planning_words
from db.queries.consents import consent_row
from db.tables import register as tables
from db.tables.board import BoardNotice, BoardTold, Hearing, ToldDrift
from db.tables.consents import Consent
from db.tables.extract import Change, Extract
from db.tables.meeting import Action
from db.tables.people import User
from db.tables.plan import Address, AddressCheck, AddressConsent, Condition, ConditionStep, PlanAnswer
from db.tables.police import PoliceValue
from db.tables.register import Case
from db.tables.trail import History, Trail
from db.tables.transfers import Transfer

_YES_NO = {"True": "yes", "False": "no"}


class _Told(NamedTuple):
    seq: int
    what: str
    old: str | None
    new: str | None
    why: str = ""


def history(session: Session, person_id: int) -> tuple[HistoryLine, ...]:
    """Everything that changed, newest first."""
    cases = list(session.scalars(select(Case).where(Case.person_id == person_id)))
    ids = [case.id for case in cases]
    told = [
        *_stored(session, person_id, ids),
        *_extracts(session, person_id),
        *_cases(session, cases),
        *_added(session, person_id, ids),
    ]
    told.sort(key=lambda line: -line.seq)
    names = {row.user_id: row.name for row in session.execute(select(User.user_id, User.name))}
    entered = {
        row.seq: row
        for row in session.execute(
            select(Trail.seq, Trail.at, Trail.who).where(Trail.seq.in_({line.seq for line in told}))
        )
    }
    found = []
    for line in told:
        entry = entered.get(line.seq)
        at = datetime.fromisoformat(entry.at) if entry else None
        moment = at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at
        who = names.get(entry.who, "somebody unknown") if entry else "not known"
        found.append(HistoryLine(line.seq, moment, who, line.what, line.old, line.new, line.why))
    return tuple(found)


def _stored(session: Session, person_id: int, cases: list[int]) -> Iterator[_Told]:
    """Values that were changed in place."""
    addresses = select(Address.id).where(Address.case_id.in_(cases))
    of_tables: dict[str, Any] = {
        "cases": cases,
        "persons": [person_id],
        "left_out": [person_id],
        "addresses": addresses,
        "address_checks": select(AddressCheck.id).where(AddressCheck.address_id.in_(addresses)),
        "plan_answers": select(PlanAnswer.id).where(PlanAnswer.case_id.in_(cases)),
        "hearings": select(Hearing.id).where(Hearing.case_id.in_(cases)),
        "told_drifts": select(ToldDrift.id).where(ToldDrift.case_id.in_(cases)),
        "actions": select(Action.id).where(Action.case_id.in_(cases)),
    }
    wanted = or_(
        *(
            and_(
                History.subject == table,
                History.subject_id.in_(
                    [str(each) for each in ids] if isinstance(ids, list) else _as_text(ids)
                ),
            )
            for table, ids in of_tables.items()
        )
    )
    for row in session.scalars(select(History).where(wanted)):
        if words := FIELD_WORDS.get((row.subject, row.field)):
            yield _Told(
                row.seq, words, _YES_NO.get(row.old or "", row.old), _YES_NO.get(row.new or "", row.new)
            )


def _as_text(ids: Any) -> Any:
    column = ids.selected_columns[0]
    return ids.with_only_columns(as_type(column, String))


def _extracts(session: Session, person_id: int) -> Iterator[_Told]:
    query = (
        select(Change, Extract.file_name)
        .join(Extract, Extract.id == Change.extract_id)
        .where(Change.person_id == person_id)
    )
    for row, name in session.execute(query):
        yield _Told(row.seq, row.field, row.old, row.new, f"extract {name}{_lost(row.days_lost)}")


def _lost(days: int | None) -> str:
    return f", {planning_words(days)}" if days else ""


def _cases(session: Session, cases: list[Case]) -> Iterator[_Told]:
    moved: dict[int, list[Transfer]] = defaultdict(list)
    ids = [case.id for case in cases]
    for row in session.scalars(select(Transfer).where(Transfer.case_id.in_(ids)).order_by(Transfer.id)):
        moved[row.case_id].append(row)
        yield _Told(row.seq, "Transfer", row.from_forum, f"proposed to {row.to_forum}", row.reason)
        if row.answered_seq is not None:
            told = f"{row.state.value} by {row.answered_by}"
            yield _Told(row.answered_seq, "Transfer", f"proposed to {row.to_forum}", told, row.answer or "")
    for case in cases:
        first = next(iter(moved[case.id]), None)
        opened_in = first.from_forum if first else case.forum
        yield _Told(case.opened_seq, "Case", None, f"opened in {opened_in}", case.entry_reason)
        if case.closed_seq is not None:
            ended = case.exit_reason.value if case.exit_reason else "closed"
            yield _Told(case.closed_seq, "Case", "open", ended, case.exit_note or "")
    moves = tables.AnchorMove
    for move in session.scalars(select(moves).where(moves.case_id.in_([case.id for case in cases]))):
        old, new = (
            f"{name.value} {show_date(day)}" if name and day else None
            for name, day in ((move.old_name, move.old_date), (move.new_name, move.new_date))
        )
        yield _Told(move.seq, "Date counted to", old, new, f"{move.reason}{_lost(move.days_lost)}")


def _added(session: Session, person_id: int, cases: list[int]) -> Iterator[_Told]:
    """What was put beside what stood there: nothing of it takes anything away."""

    def of(table: Any, condition: Any) -> Any:
        return session.scalars(select(table).where(condition))

    for word in of(tables.ForumValue, tables.ForumValue.person_id == person_id):
        yield _Told(word.seq, word.field, None, word.value, f"the forum's own word: {word.reason}")
        if word.withdrawn_seq is not None:
            yield _Told(word.withdrawn_seq, word.field, word.value, None, "the forum's own word withdrawn")
    for flag in of(tables.Flag, tables.Flag.person_id == person_id):
        yield _Told(flag.raised_seq, f"Flag {flag.code.value}", None, "raised", flag.comment or flag.source)
        if flag.withdrawn_seq is not None:
            yield _Told(flag.withdrawn_seq, f"Flag {flag.code.value}", "raised", "withdrawn")
    for order in of(tables.ExternalOrder, tables.ExternalOrder.person_id == person_id):
        yield _Told(order.seq, order.kind.value.capitalize(), None, order.answer.value, order.source)
    for rating in of(tables.RiskRating, tables.RiskRating.person_id == person_id):
        yield _Told(rating.seq, f"Rating {rating.tool}", None, rating.score, rating.service.value)
    for said in of(tables.ServiceInformation, tables.ServiceInformation.case_id.in_(cases)):
        who = attributed_to(said.author, said.handling)
        by = f"{said.service.value}, {who}" if who else said.service.value
        yield _Told(said.seq, "Information", None, said.text, by)
    for drift in of(ToldDrift, ToldDrift.case_id.in_(cases)):
        yield _Told(drift.seq, "Tell the Board", drift.told, drift.now, drift.field)
    for told in of(BoardTold, BoardTold.case_id.in_(cases)):
        address = told.address or "no next address"
        yield _Told(
            told.seq, "The Board was told", None, address, f"by {told.told_by}, {show_date(told.told_on)}"
        )
    held = select(Hearing.id).where(Hearing.case_id.in_(cases))
    for notice in of(BoardNotice, BoardNotice.hearing_id.in_(held)):
        why = f"of the {notice.about.value}, {notice.how}, by {notice.sent_by}"
        yield _Told(
            notice.seq, "Notice", None, f"{notice.recipient.value} told {show_date(notice.sent_on)}", why
        )
    for place in of(Address, Address.case_id.in_(cases)):
        yield _Told(place.seq, f"Address {place.rank}", None, place.address, place.source)
    yield from _of_plan(session, cases)
    for answer in of(PoliceValue, PoliceValue.case_id.in_(cases)):
        why = "Police workbook" + ("; superseded since" if answer.superseded_seq else "")
        if answer.heading == OFFICER and not attributed_to(answer.value, answer.handling):
            continue
        said = show_date(read_date(answer.value)) or answer.value
        yield _Told(answer.seq, f"Police: {answer.heading}", None, said, why)


def _of_plan(session: Session, cases: list[int]) -> Iterator[_Told]:
    """Occupiers' consents, the person's own, and what became of conditions."""
    said = select(AddressConsent, Address.rank).join(Address, Address.id == AddressConsent.address_id)
    for consent, rank in session.execute(said.where(Address.case_id.in_(cases))):
        form = f", {consent.form}" if consent.form else ""
        told = f"{consent.said.value} {show_date(consent.day)} by {consent.said_by}{form}"
        yield _Told(consent.seq, f"Consent to address {rank}", None, told, consent.reason or consent.source)
    steps = select(ConditionStep, Condition.words).join(Condition, Condition.id == ConditionStep.condition_id)
    for step, words in session.execute(steps.where(Condition.case_id.in_(cases))):
        told = f"{step.state.value} {show_date(step.day)} by {step.said_by}"
        yield _Told(step.seq, f"Condition {step.condition_id}", None, f"{words} – {told}", step.note or "")
    for own in session.scalars(select(Consent).where(Consent.case_id.in_(cases))):
        row = consent_row(own)
        yield _Told(own.seq, f"Consent {row.number}", None, row.told)
        if own.withdrawn_seq is not None:
            ended = f"withdrawn {show_date(row.withdrawn_on)} by {row.withdrawn_by}"
            yield _Told(
                own.withdrawn_seq, f"Consent {row.number}", row.told, ended, row.withdrawn_reason or ""
            )
