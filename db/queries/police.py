"""Police exchanges as stored: what goes out, what went out, and what to know a returned file by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.domain.agenda import Agenda
from app.domain.dates import read_date, show_date
from app.domain.errors import NotFound
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.names import clean, full_name
from app.domain.plan import is_yes
from app.domain.police import OutgoingAddress, OutgoingCase, SentRow, Sheet, ours_of
from app.domain.police_exchange import row_key
from app.domain.words import CheckKind, FlagCode, Owner, SixAnswer
from db.queries.agenda_reads import Hearings
from db.queries.bulk import table_of
from db.queries.remembered import Change, add_rows, change_rows
from db.tables.board import Hearing
from db.tables.meeting import Meeting
from db.tables.plan import Address, AddressCheck
from db.tables.police import Exchange, ExchangeRow
from db.tables.register import Alias, Case, Flag, ForumValue, IomsRecord, Person
from db.work import Work

_MOST_KEPT = 5
_HEARING = FIELD_BY_NAME["next_hearing"].heading
_VNR = FIELD_BY_NAME["vnr"].heading


class Listed(Struct, frozen=True):
    """The listed cases of an issued agenda, whatever became of them since."""

    session: Session
    case_ids: tuple[int, ...]

    @property
    def condition(self) -> ColumnElement[bool]:
        return Case.id.in_(self.case_ids)


def outgoing(
    session: Session, agenda: Agenda, today: date
) -> tuple[list[OutgoingCase], list[OutgoingAddress]]:
    """One row a listed case and one a proposed address that is still alive, in the agenda's order."""
    listed = Listed(session, tuple(item.case_id for item in agenda.items))
    people = _people(listed)
    said = _corrections(listed)
    hearings = _hearings(listed)
    aliases, flags = _aliases(listed), _flags(listed, today)
    cases = []
    for item in agenda.items:
        who = people[item.case_id]
        corrected = said.get(item.case_id, {})
        from_ioms = corrected.get("next_hearing", who.next_hearing)
        hearing = hearings[item.case_id].next_open(from_ioms, agenda.meeting.day)
        codes = flags.get(item.case_id, ())
        cases.append(
            OutgoingCase(
                row_key=row_key(item.case_id, None) or "",
                prn=who.prn,
                surname=who.surname,
                given_names=who.given_names,
                born=who.date_of_birth,
                aliases="; ".join(aliases.get(item.case_id, ())),
                prison=who.prison or "",
                anchor=f"{item.anchor.name} {show_date(item.anchor.day)}" if item.anchor else "",
                board_hearing=hearing,
                alerts=" ".join(codes),
                vnr=_vnr(FlagCode.VNR in codes, corrected.get("vnr", who.vnr)),
            )
        )
    return cases, _addresses(listed, people, [item.case_id for item in agenda.items])


def _vnr(flagged: bool, said: bool | None) -> str:
    if flagged or said:
        return "yes"
    return "not known" if said is None else "no"


def _people(listed: Listed) -> dict[int, Any]:
    query = (
        select(
            Case.id,
            Person.prn,
            Person.surname,
            Person.given_names,
            Person.date_of_birth,
            IomsRecord.prison,
            IomsRecord.next_hearing,
            IomsRecord.vnr,
        )
        .join(Person, Person.id == Case.person_id)
        .outerjoin(IomsRecord, IomsRecord.person_id == Person.id)
        .where(listed.condition)
    )
    return {row.id: row for row in listed.session.execute(query)}


def _corrections(listed: Listed) -> dict[int, dict[str, Any]]:
    """The forum's own word on the next hearing and on VNR, by case; the last one said counts, blank is none."""
    query = (
        select(Case.id, ForumValue.field, ForumValue.value)
        .join(ForumValue, ForumValue.person_id == Case.person_id)
        .where(listed.condition, ForumValue.field.in_((_HEARING, _VNR)), ForumValue.withdrawn_seq.is_(None))
        .order_by(ForumValue.id)
    )
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for case_id, heading, value in listed.session.execute(query):
        if heading == _HEARING:
            found[case_id]["next_hearing"] = read_date(value.strip())
        else:
            found[case_id]["vnr"] = is_yes(value) if value.strip() else None
    return found


def _hearings(listed: Listed) -> dict[int, Hearings]:
    """By case: days of hearings without a result, and days with one."""
    query = select(Hearing.case_id, Hearing.day, Hearing.result).where(Hearing.case_id.in_(listed.case_ids))
    days: dict[int, tuple[list[date], list[date]]] = defaultdict(lambda: ([], []))
    for case_id, day, result in listed.session.execute(query):
        days[case_id][result is not None].append(day)
    found: dict[int, Hearings] = defaultdict(lambda: Hearings((), (), ()))
    found.update({case: Hearings(tuple(waiting), tuple(held), ()) for case, (waiting, held) in days.items()})
    return found


def _aliases(listed: Listed) -> dict[int, list[str]]:
    query = (
        select(Case.id, Alias.surname, Alias.given_names)
        .join(Alias, Alias.person_id == Case.person_id)
        .where(listed.condition, Alias.withdrawn_seq.is_(None))
        .order_by(Alias.id)
    )
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for case_id, surname, given in listed.session.execute(query):
        found[case_id][full_name(surname, given)] = None
    return {case_id: list(names) for case_id, names in found.items()}


def _flags(listed: Listed, today: date) -> dict[int, list[str]]:
    query = (
        select(Case.id, Flag.code)
        .join(Flag, Flag.person_id == Case.person_id)
        .where(
            listed.condition,
            Flag.withdrawn_seq.is_(None),
            Flag.to_date.is_(None) | (Flag.to_date >= today),
        )
        .distinct()
    )
    found: dict[int, set[FlagCode]] = defaultdict(set)
    for case_id, code in listed.session.execute(query):
        found[case_id].add(code)
    return {case_id: [code.value for code in FlagCode if code in codes] for case_id, codes in found.items()}


def _addresses(listed: Listed, people: dict[int, Any], order: Sequence[int]) -> list[OutgoingAddress]:
    query = (
        select(Address.id, Address.case_id, Address.rank, Address.address)
        .join(Case, Case.id == Address.case_id)
        .where(listed.condition, Address.withdrawn_by.is_(None))
        .order_by(Address.rank, Address.id)
    )
    found: dict[int, list[OutgoingAddress]] = defaultdict(list)
    for address_id, case_id, rank, text in listed.session.execute(query):
        who = people[case_id]
        key = row_key(case_id, address_id) or ""
        found[case_id].append(OutgoingAddress(key, who.prn, who.surname, rank, text))
    return [row for case_id in order for row in found[case_id]]


def next_number(session: Session, meeting: str) -> int:
    """Which workbook of this meeting the next one is, from 1."""
    count = session.scalar(select(func.count()).select_from(Exchange).where(Exchange.meeting == meeting))
    return (count or 0) + 1


def store_exchange(
    work: Work,
    exchange: str,
    meeting: Meeting,
    rows: Sequence[SentRow],
    passphrase: str | None,
    sha256: str,
    due: date | None = None,
    asks_of: str | None = None,
) -> None:
    """Keep what went out: the seals with our cells, and the passphrase so that the receipt can be made.

    `due` is the meeting's own day for it unless told; `asks_of` names the exchange whose answers are asked again.
    """
    session = work.session
    session.add(
        Exchange(
            exchange=exchange,
            meeting=meeting.meeting,
            made_at=work.at,
            made_by=work.user_id,
            due=due or meeting.police_due,
            passphrase=passphrase,
            sha256=sha256,
            rows=len(rows),
            seq=work.seq,
            asks_of=asks_of,
        )
    )
    session.flush()
    cases = _case_of_address(session, [_number(row) for row in rows if row.sheet is Sheet.ADDRESSES])
    lines = []
    for row in rows:
        number = _number(row)
        is_address = row.sheet is Sheet.ADDRESSES
        about = (cases[number], number) if is_address else (number, None)
        cells = {c.heading: text for c, text in zip(ours_of(row.sheet), row.cells, strict=True)}
        lines.append((exchange, row.sheet.value, row.row_key, row.seal, *about, cells))
    add_rows(work, ExchangeRow, _SENT, lines)


_SENT = ("exchange", "sheet", "row_key", "seal", "case_id", "address_id", "cells")


def _number(row: SentRow) -> int:
    return int(row.row_key.rpartition("-")[2])


def _case_of_address(session: Session, ids: Sequence[int]) -> dict[int, int]:
    rows = session.execute(select(Address.id, Address.case_id).where(Address.id.in_(ids)))
    return {row.id: row.case_id for row in rows}


def mark_asked(work: Work, address_ids: Iterable[int]) -> int:
    """The Police check of these addresses is *asked* where it was *not asked*; how many that moved."""
    ids = list(dict.fromkeys(address_ids))
    found = work.session.execute(
        select(AddressCheck.address_id, AddressCheck.id, AddressCheck.answer, AddressCheck.seq).where(
            AddressCheck.address_id.in_(ids), AddressCheck.kind == CheckKind.POLICE
        )
    )
    checks = {address_id: (number, answer, seq) for address_id, number, answer, seq in found}
    asked = (SixAnswer.ASKED.value, work.seq)
    changes = [
        Change(number, (answer, seq), asked)
        for number, answer, seq in checks.values()
        if answer == SixAnswer.NOT_ASKED
    ]
    new = [(each, CheckKind.POLICE, Owner.POLICE, *asked) for each in ids if each not in checks]
    change_rows(work, AddressCheck, ("answer", "seq"), changes)
    add_rows(work, AddressCheck, ("address_id", "kind", "owner", "answer", "seq"), new)
    return len(changes) + len(new)


def mapped(session: Session, exchange: str) -> Exchange:
    """The mapped exchange. Raises `NotFound` naming those there are."""
    found = session.get(Exchange, exchange)
    if found is None:
        latest = session.scalars(select(Exchange.exchange).order_by(Exchange.seq.desc()).limit(3))
        known = ", ".join(latest) or "none yet"
        raise NotFound(
            f"There is no exchange '{clean(exchange)}'; nothing was changed: the latest are {known}; "
            "`forumdesk police list` shows all."
        )
    return found


def forum_of(session: Session, exchange: Exchange) -> str:
    """The forum an exchange belongs to."""
    return session.scalars(select(Meeting.forum).where(Meeting.meeting == exchange.meeting)).one()


def latest_exchange(session: Session, forum: str) -> str | None:
    """The workbook sent last for a forum."""
    query = select(Exchange.exchange).join(Meeting, Meeting.meeting == Exchange.meeting)
    return session.scalar(query.where(Meeting.forum == forum).order_by(Exchange.seq.desc()).limit(1))


def kept_passphrases(session: Session, forums: frozenset[str] | None) -> list[str]:
    """Passphrases of the latest exchanges, those not yet confirmed first: to open a file without being told."""
    query = (
        select(Exchange.passphrase)
        .join(Meeting, Meeting.meeting == Exchange.meeting)
        .where(Exchange.passphrase.is_not(None))
        .order_by(Exchange.confirmed_at.is_not(None), Exchange.seq.desc())
        .limit(_MOST_KEPT)
    )
    if forums is not None:
        query = query.where(Meeting.forum.in_(forums))
    return list(dict.fromkeys(p for p in session.scalars(query) if p))


def exchanges_of_seals(session: Session, seals: Sequence[str]) -> Counter[str]:
    """How many of these seals each exchange sent."""
    found: Counter[str] = Counter()
    for start in range(0, len(seals), 500):
        part = seals[start : start + 500]
        found.update(session.scalars(select(ExchangeRow.exchange).where(ExchangeRow.seal.in_(part))))
    return found


class KeptSent(NamedTuple):
    """A row of an exchange as stored: what was sent, and what it was about."""

    sheet: str
    row_key: str
    seal: str
    case_id: int
    address_id: int | None
    cells: dict[str, str]


def kept_rows(session: Session, exchange: str) -> list[KeptSent]:
    """The rows of an exchange in the order they were sent."""
    columns = [table_of(ExchangeRow).c[name] for name in KeptSent._fields]
    query = select(*columns).where(ExchangeRow.exchange == exchange).order_by(ExchangeRow.id)
    return [KeptSent._make(row) for row in session.execute(query)]


def sent_row(row: KeptSent) -> SentRow:
    """A stored row as the rules know it."""
    sheet = Sheet(row.sheet)
    cells = tuple(row.cells[column.heading] for column in ours_of(sheet))
    return SentRow(sheet, row.row_key, row.seal, row.cells["PRN"], cells)
