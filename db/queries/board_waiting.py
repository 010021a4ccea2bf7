"""What waits for the Board's sake over all cases in view, in a constant number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.domain.board import BoardFile, DriftRow
from app.domain.dates import read_date
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.hearings import DEFAULT_KIND, HearingRow, NoticeKey, Sent, WaitingRow, notices_of, reports_of
from app.domain.plan import is_yes
from app.domain.words import DriftState, ExitReason, FlagCode
from db.queries.board import FROM_IOMS, hearing_row
from db.search import Scope
from db.tables.board import BoardNotice, Hearing, HearingReport, ToldDrift
from db.tables.register import Case, Flag, Forum, ForumValue, IomsRecord, Person

_ORDER = ("drift", "notice", "report")
_HEARING = FIELD_BY_NAME["next_hearing"].heading
_VNR = FIELD_BY_NAME["vnr"].heading


def waiting(session: Session, forum: str | None, scope: Scope, today: date) -> tuple[WaitingRow, ...]:
    """Drifts open, and notices and reports not sent, of the cases in view; the gravest kind first, then by day due.

    A case that ended by a release still has the notices of it to send; one that ended otherwise has none.
    """
    cases = _cases(forum, scope)
    ids = cases.with_only_columns(Case.id)
    found = []
    files = _Files.read(session, ids)
    for row in session.execute(cases):
        for kind, sentence, due in files.of(row).waiting(today):
            if row.closed_seq is None or kind == "notice":
                found.append(WaitingRow(row.prn, row.surname, row.given_names, kind, sentence, due))
    found.sort(key=lambda row: (_ORDER.index(row.what), row.due or date.min, row.surname, row.prn))
    return tuple(found)


def _cases(forum: str | None, scope: Scope) -> Any:
    """Open cases, and those that ended by a release, with what the rules of hearings ask."""
    released = [reason for reason in ExitReason if reason.is_release]
    vnr_flag = select(Flag.id).where(
        Flag.person_id == Case.person_id, Flag.code == FlagCode.VNR, Flag.withdrawn_seq.is_(None)
    )
    query = (
        select(
            Case.id,
            Case.person_id,
            Case.closed_seq,
            Person.prn,
            Person.surname,
            Person.given_names,
            Forum.region,
            IomsRecord.next_hearing,
            IomsRecord.vnr,
            vnr_flag.exists().label("flagged"),
        )
        .join(Person, Person.id == Case.person_id)
        .join(Forum, Forum.code == Case.forum)
        .outerjoin(IomsRecord, IomsRecord.person_id == Case.person_id)
        .where(or_(Case.closed_seq.is_(None), Case.exit_reason.in_(released)))
    )
    if forum is not None:
        query = query.where(Case.forum == forum)
    if scope.forums is not None:
        query = query.where(Case.forum.in_(scope.forums) | Case.person_id.in_(scope.people))
    return query


class _Files(Struct, frozen=True):
    """What is stored of the Board, by case; of what the forum says beside IOMS, by person."""

    hearings: Mapping[int, list[HearingRow]]
    reports: Mapping[tuple[int, date], dict[str, Sent]]
    notices: Mapping[tuple[int, date], dict[NoticeKey, Sent]]
    drifts: Mapping[int, list[DriftRow]]
    said: Mapping[int, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session, cases: Select[Any]) -> _Files:
        hearings: dict[int, list[HearingRow]] = defaultdict(list)
        reports: dict[tuple[int, date], dict[str, Sent]] = defaultdict(dict)
        notices: dict[tuple[int, date], dict[NoticeKey, Sent]] = defaultdict(dict)
        drifts: dict[int, list[DriftRow]] = defaultdict(list)
        said: dict[int, dict[str, str]] = defaultdict(dict)
        for row in session.scalars(select(Hearing).where(Hearing.case_id.in_(cases)).order_by(Hearing.day)):
            hearings[row.case_id].append(hearing_row(row))
        for held, report in _hanging(session, HearingReport, cases):
            reports[held][report.code] = Sent(report.sent_on, report.sent_by)
        for held, notice in _hanging(session, BoardNotice, cases):
            key = NoticeKey(notice.about, notice.recipient, notice.outcome)
            notices[held][key] = Sent(notice.sent_on, notice.sent_by, notice.how)
        live = ToldDrift.state == DriftState.OPEN, ToldDrift.settled_seq.is_(None)
        for drift in session.scalars(select(ToldDrift).where(ToldDrift.case_id.in_(cases), *live)):
            drifts[drift.case_id].append(
                DriftRow(drift.id, drift.field, drift.told, drift.now, drift.state, drift.raised_on, None, "")
            )
        words = select(ForumValue).where(
            ForumValue.field.in_((_HEARING, _VNR)), ForumValue.withdrawn_seq.is_(None)
        )
        for word in session.scalars(words.order_by(ForumValue.id)):
            said[word.person_id][word.field] = word.value
        return cls(hearings, reports, notices, drifts, said)

    def of(self, row: Any) -> BoardFile:
        """The Board's file of one row of `_cases`, without what it was told."""
        said = self.said.get(row.person_id, {})
        vnr = row.flagged or (is_yes(said[_VNR]) if _VNR in said else bool(row.vnr))
        held = list(self.hearings.get(row.id, ()))
        day = read_date(said[_HEARING]) if _HEARING in said else row.next_hearing
        if row.closed_seq is None and day is not None and day not in [each.day for each in held]:
            held.append(HearingRow(day, DEFAULT_KIND, None, None, FROM_IOMS))
        return BoardFile(
            tuple(held),
            tuple(
                line
                for each in held
                for line in reports_of(each, row.region, self.reports.get((row.id, each.day), {}))
            ),
            tuple(
                line
                for each in held
                for line in notices_of(each, row.region, vnr, self.notices.get((row.id, each.day), {}))
            ),
            (),
            tuple(self.drifts.get(row.id, ())),
        )


def _hanging(session: Session, table: Any, cases: Select[Any]) -> Iterable[tuple[tuple[int, date], Any]]:
    query = select(Hearing.case_id, Hearing.day, table).join(Hearing, Hearing.id == table.hearing_id)
    return (
        ((case_id, day), row)
        for case_id, day, row in session.execute(query.where(Hearing.case_id.in_(cases)))
    )
