"""Numbered copies as stored: reserved, issued, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import packs as rules
from app.domain.errors import NotFound
from app.domain.names import fold
from app.domain.packs import CopyRow, HolderDraft, Ledger
from app.domain.people import role_in
from app.domain.words import Contents, CopyState, Role
from db.keys import copy_code_key
from db.offices import offices_of
from db.tables.meeting import Attendance, Meeting
from db.tables.packs import Copy, CopyPage, PrintRun
from db.tables.people import User
from db.work import Work

_SAME = {
    "state",
    "pages",
    "issued_at",
    "returned_at",
    "returned_by",
    "destroyed_at",
    "destroyed_by",
    "witness",
    "method",
    "missing_at",
    "missing_by",
    "missing_reason",
    "settled_at",
    "settled_by",
}
"""Columns of a copy that its rules change and that bear the same name on both floors."""


def pack_id(meeting: str, contents: Contents) -> str:
    """What numbers run over: one meeting's packs, its agendas, its minutes."""
    return f"{meeting}/{contents.value}"


def copies(session: Session, meeting: str | None = None) -> tuple[CopyRow, ...]:
    """A meeting's copies in order of contents and number; every copy of the register without one."""
    query = select(Copy).order_by(Copy.meeting, Copy.contents, Copy.number)
    if meeting is not None:
        query = query.where(Copy.meeting == meeting)
    return tuple(row_of(copy) for copy in session.scalars(query))


def ledger(session: Session, meeting: str) -> Ledger:
    """The count of a meeting's copies."""
    return rules.balance(copies(session, meeting))


def ledgers(session: Session, forum: str) -> list[tuple[str, date, Ledger]]:
    """Code, day and count of each meeting of a forum that has copies, by day."""
    rows = session.execute(
        select(Copy.meeting, Meeting.day, Copy.state, func.count(), func.count(Copy.issued_at))
        .join(Meeting, Meeting.meeting == Copy.meeting)
        .where(Meeting.forum == forum)
        .group_by(Meeting.day, Copy.meeting, Copy.state)
        .order_by(Meeting.day)
    )
    states: dict[tuple[str, date], dict[CopyState, int]] = defaultdict(dict)
    issued: dict[tuple[str, date], int] = defaultdict(int)
    for meeting, day, state, count, given in rows:
        states[meeting, day][state] = count
        issued[meeting, day] += given
    return [(*key, _ledger(found, issued[key])) for key, found in states.items()]


def _ledger(states: Mapping[CopyState, int], issued: int) -> Ledger:
    """A count from counts. That a number is used once the table itself holds, so all numbers are the copies."""
    copies = sum(states.values())
    reserved = states.get(CopyState.RESERVED, 0)
    return Ledger(
        printed=copies - reserved,
        issued=issued,
        void=states.get(CopyState.VOID, 0),
        out=states.get(CopyState.OUT, 0),
        returned=states.get(CopyState.RETURNED, 0),
        destroyed=states.get(CopyState.DESTROYED, 0),
        missing=states.get(CopyState.MISSING, 0),
        reserved=reserved,
        numbers=copies,
    )


def unbalanced(session: Session) -> list[str]:
    """Sentences for every meeting whose ledger does not balance; none when all is well."""
    by_meeting: dict[str, list[CopyRow]] = defaultdict(list)
    for row in copies(session):
        by_meeting[row.meeting_code].append(row)
    return [
        f"The copies of {meeting} do not add up."
        for meeting, rows in by_meeting.items()
        if not rules.balance(rows).balanced
    ]


def find(session: Session, typed: str) -> tuple[CopyRow, int | None]:
    """The copy of a code, and the page where the code is a page's.

    Raises `NotFound` naming the nearest codes where nobody has that one.
    """
    code = rules.read_code(typed)
    copy = session.scalar(select(Copy).where(Copy.code == code))
    page = None
    if copy is None:
        found = session.execute(select(CopyPage.copy_id, CopyPage.page).where(CopyPage.code == code)).first()
        if found is not None:
            copy, page = session.get(Copy, found.copy_id), found.page
    if copy is None:
        known = [*session.scalars(select(Copy.code)), *session.scalars(select(CopyPage.code))]
        raise NotFound(rules.unknown_code(typed, known))
    return row_of(copy), page


def refuse_auditors(work: Work, holders: Iterable[HolderDraft]) -> list[str]:
    """Names among the holders who are auditors of this forum: an auditor holds no copy (formats section 5)."""
    by_key = {row.name_key: row.user_id for row in work.session.execute(select(User.name_key, User.user_id))}
    refused = []
    for holder in holders:
        user_id = by_key.get(fold(holder.name))
        if user_id is None:
            continue
        offices = offices_of(work.connection, user_id)
        if role_in(offices, work.forum, work.today) is Role.AUDITOR:
            refused.append(holder.name)
    return refused


_LAST_MEETINGS = 3


def known_holders(work: Work, forum: str) -> list[HolderDraft]:
    """Last printing's holders, attendance of the last meetings, people with access: the surest about print first."""
    session = work.session
    run = session.scalar(
        select(PrintRun.id)
        .join(Meeting, Meeting.meeting == PrintRun.meeting)
        .where(Meeting.forum == forum)
        .order_by(PrintRun.id.desc())
        .limit(1)
    )
    held = session.scalars(select(Copy).where(Copy.run_id == run).order_by(Copy.number)).all()
    found = [HolderDraft(copy.holder, copy.service, None, copy.large) for copy in held]
    last = (
        select(Meeting.meeting)
        .where(Meeting.forum == forum)
        .order_by(Meeting.day.desc())
        .limit(_LAST_MEETINGS)
    )
    there = session.execute(
        select(Attendance.name, Attendance.service)
        .where(Attendance.meeting.in_(last))
        .order_by(Attendance.id.desc())
    )
    found += [HolderDraft(row.name, row.service.value, None, False) for row in there]
    for user in session.scalars(select(User).where(User.revoked_at.is_(None)).order_by(User.name_key)):
        role = role_in(offices_of(work.connection, user.user_id), forum, work.today)
        if role is not None and role is not Role.AUDITOR:
            service = "police" if role is Role.POLICE_LIAISON else role.value
            found.append(HolderDraft(user.name, service, None, False))
    return found


def reserve(
    work: Work,
    meeting: str,
    contents: Contents,
    holders: Sequence[HolderDraft],
    reason: str,
    plain: bool,
    hash_: str,
    of: int = 0,
) -> tuple[int, tuple[CopyRow, ...]]:
    """Give each holder the next number, once and for ever; returns the run and its copies.

    `of` is how many are printed together, where each holder's is a run of its own.
    """
    run = PrintRun(
        meeting=meeting,
        contents=contents,
        reason=reason,
        content_hash=hash_,
        pages=0,
        plain=plain,
        at=work.at,
        who=work.user_id,
        seq=work.seq,
    )
    work.session.add(run)
    work.session.flush()
    first = highest(work.session, meeting, contents) + 1
    last = max(of, first + len(holders) - 1)
    pack = pack_id(meeting, contents)
    key = copy_code_key(work.register_key)
    made = [
        Copy(
            run_id=run.id,
            meeting=meeting,
            contents=contents,
            number=number,
            of=last,
            holder=holder.name,
            holder_key=fold(holder.name),
            service=holder.service,
            large=holder.large,
            code=rules.copy_code(key, pack, number),
            file_name=rules.copy_file_name(contents, meeting, number, last),
            state=CopyState.RESERVED,
            reserved_at=work.at,
        )
        for number, holder in enumerate(holders, first)
    ]
    work.session.add_all(made)
    work.session.flush()
    return run.id, tuple(row_of(copy) for copy in made)


def highest(session: Session, meeting: str, contents: Contents) -> int:
    """The highest number used so far; 0 before the first."""
    used = session.scalar(
        select(func.max(Copy.number)).where(Copy.meeting == meeting, Copy.contents == contents)
    )
    return used or 0


def set_pages(work: Work, run_id: int, pages: int) -> None:
    """How many pages a print run came to."""
    run = work.session.get_one(PrintRun, run_id)
    run.pages = pages


def keep(work: Work, row: CopyRow, page_codes: Sequence[str] = (), sha256: str | None = None) -> None:
    """Store what the rules made of a copy."""
    copy = work.session.scalars(select(Copy).where(Copy.code == row.code)).one()
    for name in _SAME:
        setattr(copy, name, getattr(row, name) or None if name != "state" else row.state)
    if sha256 is not None:
        copy.sha256 = sha256
    work.session.add_all(
        CopyPage(code=code, copy_id=copy.id, page=page) for page, code in enumerate(page_codes, 1)
    )


def of_run(session: Session, run_id: int) -> tuple[CopyRow, ...]:
    """The copies of one print run, by number."""
    return tuple(
        row_of(copy)
        for copy in session.scalars(select(Copy).where(Copy.run_id == run_id).order_by(Copy.number))
    )


def run_of(session: Session, code: str) -> tuple[datetime, str, str]:
    """When a copy's print run was, who ordered it and why."""
    run, name = session.execute(
        select(PrintRun, User.name)
        .join(Copy, Copy.run_id == PrintRun.id)
        .join(User, User.user_id == PrintRun.who)
        .where(Copy.code == code)
    ).one()
    return run.at, name, run.reason


def row_of(copy: Copy) -> CopyRow:
    """A stored copy as the rules know it."""
    same = {name: getattr(copy, name) for name in CopyRow.__struct_fields__ if name in _SAME}
    blank = {"returned_by", "destroyed_by", "witness", "method", "missing_by", "missing_reason", "settled_by"}
    same |= {name: same[name] or "" for name in blank}
    same["pages"] = same["pages"] or 0
    return CopyRow(
        code=copy.code,
        pack_id=pack_id(copy.meeting, copy.contents),
        meeting_code=copy.meeting,
        contents=copy.contents,
        number=copy.number,
        of=copy.of,
        holder=copy.holder,
        service=copy.service,
        large=copy.large,
        file=copy.file_name,
        reserved_at=copy.reserved_at,
        **same,
    )
