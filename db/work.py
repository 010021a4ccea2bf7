"""One piece of work: one connection, one transaction, one trail entry. Only the door makes one."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import ColumnClause, event, func, inspect, select
from sqlalchemy.engine import Connection as Connection  # the door names these types, and no library
from sqlalchemy.engine import Engine as Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Session

from app.domain.errors import Refused
from app.domain.people import Grant, Office, Permission, grant, role_in
from app.domain.stand_in import NOBODY_HIDDEN, Hidden
from app.domain.trail import commitment
from app.domain.words import Owner
from db.keys import PersonKeys
from db.lease import writer_lease
from db.tables.base import Base
from db.tables.disclosure import Disclosure
from db.tables.disposal import Disposal
from db.tables.register import Forum, Person
from db.tables.seals import RowSeal
from db.tables.trail import History, Meta
from db.trail import head

_UNTOLD = frozenset({"meta", "trail", "history"})


@dataclass(slots=True)
class Note:
    """What the trail will say of this work: names of fields, counts and reasons, never a value."""

    subject: str = ""
    fields: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    reason: str = ""
    commitments: dict[str, str] = field(default_factory=dict)
    salt: str = ""
    """Of the commitments. It stands beside the signed entry, never in it: disposal can destroy it (need A7)."""
    disclosures: int = 0
    undo: list[Callable[[], None]] = field(default_factory=list)
    """What takes back a file that a look made, where its entry cannot be written: then nothing is there untold."""


@dataclass(slots=True)
class Work:
    """What a use case is handed: the register for the length of one transaction, and who is asking.

    `seq` is the number this work's trail entry will have: rows keep it, and *since the last meeting*
    is an order of these numbers. `limited` is true where the golden table says `◐`: the query keeps the limit.
    """

    session: Session
    at: datetime
    today: date
    user_id: str
    user_name: str
    role: str
    offices: tuple[Office, ...]
    forum: str | None
    limited: bool
    seq: int
    register_key: bytearray
    """The desk's own, so that a change of key reaches it."""
    keys: PersonKeys = field(repr=False)
    """The person's own, for what is sealed to them inside the register."""
    folder: Path
    hidden: Hidden = NOBODY_HIDDEN
    """Whom the person asking may not read just now (need A4)."""
    note: Note = field(default_factory=Note)

    @property
    def forums(self) -> frozenset[str] | None:
        """The forums this person has an office in today, or None where it is every forum.

        For what everybody may see of their own forums; `forums_with` is for all else.
        """
        held = [office for office in self.offices if office.holds(self.today)]
        if any(office.forum is None and not office.besides for office in held):
            return None
        codes = self.session.scalars(select(Forum.code)).all() if any(each.besides for each in held) else ()
        everywhere = {code for code in codes if any(office.covers(code) for office in held)}
        return frozenset(everywhere | {office.forum for office in held if office.forum})

    def forums_with(self, permission: Permission) -> frozenset[str] | None:
        """The forums where this person may, be it within a limit, or None where it is every forum.

        The door lets in whoever may in one forum; a use case about no one forum keeps to those where they may,
        since a chair of one forum can be a member of another.
        """
        everywhere = tuple(office for office in self.offices if office.forum is None)
        codes = frozenset(self.session.scalars(select(Forum.code)))
        found = frozenset(code for code in codes if _may(permission, self.offices, code, self.today))
        return None if found == codes and _may(permission, everywhere, None, self.today) else found

    @property
    def connection(self) -> Connection:
        return self.session.connection()

    def pause(self) -> None:
        """End the read between two steps of a long look at the whole register: who waits to save may do so now.

        The next step reads by a connection of its own, and may see another state of the register.
        """
        self.session.rollback()

    def enter(
        self,
        subject: str,
        *,
        fields: Iterable[str] = (),
        reason: str = "",
        commit: dict[str, str] | None = None,
        **counts: int,
    ) -> None:
        """Say what the trail entry is about. Values go in `commit` alone, where they become commitments."""
        self.note.subject = subject
        self.note.fields.extend(fields)
        self.note.counts.update(counts)
        self.note.reason = reason or self.note.reason
        if commit:
            salt = bytes.fromhex(self.note.salt) or secrets.token_bytes(16)
            self.note.salt = salt.hex()
            for name, value in commit.items():
                self.note.commitments[name] = commitment(salt, name, value)

    def person(self, prn: str) -> str:
        """How the trail names somebody: by this register's own number, never by PRN or name.

        The trail is never shortened, so what disposal erases must not stand in it (need A7).
        """
        number = self.connection.execute(select(Person.id).where(Person.prn == prn)).scalar()
        return f"person {number}" if number else "nobody known"

    def disclose(
        self,
        what: str,
        subject: str,
        recipients: list[str],
        fields: list[str],
        people: int,
        *,
        ground: str = "standing disclosure under the chair's authority",
        standing: bool = True,
        sha256: str | None = None,
    ) -> None:
        """Enter what leaves the forum in the disclosure ledger (need D1)."""
        self.session.add(
            Disclosure(
                at=self.at,
                what=what,
                subject=subject,
                recipients=list(recipients),
                fields=list(fields),
                ground=ground,
                standing=standing,
                people=people,
                sha256=sha256,
                who=self.user_id,
                seq=self.seq,
            )
        )
        self.note.disclosures += 1

    def remember(self, subject: str, subject_id: object, field_name: str, old: object, new: object) -> None:
        """Keep a changed value in `history` where a bulk statement, not the session, changed it."""
        self.session.add(_history(self.seq, subject, subject_id, field_name, old, new))
        if field_name not in self.note.fields:
            self.note.fields.append(field_name)

    def register_id(self) -> str:
        """This register's identity, for seals and checkpoints."""
        return self.session.query(Meta.register_id).scalar() or ""

    def epoch(self) -> int:
        """Which register key is in force; it moves when somebody's access is revoked."""
        return self.session.query(Meta.epoch).scalar() or 0

    def source(self, owner: Owner = Owner.FORUM) -> str:
        """How a value entered now names its source."""
        return f"{owner.value}: {self.user_name}"


def _may(permission: Permission, offices: tuple[Office, ...], forum: str | None, on: date) -> bool:
    role = role_in(offices, forum, on)
    return role is not None and grant(permission, role) in (Grant.YES, Grant.LIMITED)


def _history(seq: int, subject: str, subject_id: object, name: str, old: object, new: object) -> History:
    return History(
        seq=seq,
        subject=subject,
        subject_id=str(subject_id),
        field=name,
        old=None if old is None else str(old),
        new=None if new is None else str(new),
    )


def listen(session: Session, note: Note, seq: int) -> None:
    """Have every flushed change of a mapped row leave its old and new value in `history`.

    The trail gets the names of the fields by themselves, so no use case can forget to say what it changed.
    """

    def before_flush(flushing: Session, _context: object, _instances: object) -> None:
        for row in list(flushing.dirty):
            _tell(flushing, row, note, seq)
        _number_people(flushing)
        _number_rows(flushing)
        for row in flushing.new:
            table = row.__tablename__
            if table not in _UNTOLD and table not in note.fields:
                note.fields.append(table)
        for row in flushing.deleted:
            raise Refused(f"A row of {row.__tablename__} cannot be removed; withdraw it instead.")

    event.listen(session, "before_flush", before_flush)


def _number_people(session: Session) -> None:
    """Give new people numbers that nobody had: the trail names somebody destroyed by theirs for ever (need A7)."""
    new = [row for row in session.new if isinstance(row, Person) and row.id is None]
    for number, row in enumerate(new, next_person(session.connection()) if new else 0):
        row.id = number


def _number_rows(session: Session) -> None:
    """Give new rows numbers that no row of their table ever had, also where disposal took the last ones away.

    An action's number stands on a slip, and people ask for things by it: it never leads to somebody else's.
    """
    new: dict[Any, list[Any]] = {}
    for row in session.new:
        table = row.__table__
        if (
            table.name not in _UNTOLD
            and isinstance(getattr(table.c, "id", None), ColumnClause)
            and row.id is None
        ):
            new.setdefault(table, []).append(row)
    for table, rows in new.items():
        for number, row in enumerate(rows, next_number(session.connection(), table)):
            row.id = number


def next_number(connection: Connection, table: Any) -> int:
    """The next number that no row of a table has or had: the seals know those that are gone (decision 0033)."""
    used = select(func.max(table.c.id)).scalar_subquery()
    had = select(func.max(RowSeal.row)).where(RowSeal.table_name == table.name).scalar_subquery()
    row = connection.execute(select(used, had)).one()
    return max(row[0] or 0, row[1] or 0) + 1


def next_person(connection: Connection) -> int:
    """The next number that no person has or had."""
    used = select(func.max(Person.id)).scalar_subquery()
    had = select(func.max(Disposal.person_number)).scalar_subquery()
    row = connection.execute(select(used, had)).one()
    return max(row[0] or 0, row[1] or 0) + 1


def _tell(session: Session, row: Base, note: Note, seq: int) -> None:
    state = inspect(row)
    table = row.__tablename__
    if table in _UNTOLD:
        return
    for attribute in state.mapper.column_attrs:
        change = state.attrs[attribute.key].history
        if not change.has_changes() or attribute.key == "version":
            continue
        old = change.deleted[0] if change.deleted else None
        new = change.added[0] if change.added else None
        key = ".".join(str(part) for part in state.identity or ())
        session.add(_history(seq, table, key, attribute.key, old, new))
        if f"{table}.{attribute.key}" not in note.fields:
            note.fields.append(f"{table}.{attribute.key}")


@contextmanager
def session_on(where: Engine | Connection) -> Iterator[Session]:
    """A session that is closed whatever happens, and its connection with it; one that it was given only lets go of
    the register."""
    with Session(where, expire_on_commit=False) as session:
        yield session


class Writing(AbstractContextManager[Session]):
    """One transaction that takes the writer's lease first and is committed whole or not at all."""

    def __init__(self, folder: Path, engine: Engine, wait: float) -> None:
        self._stack = ExitStack()
        self._folder, self._wait = folder, wait
        self._engine = engine

    def __enter__(self) -> Session:
        with ExitStack() as stack:
            stack.enter_context(writer_lease(self._folder, self._wait))
            self._session = stack.enter_context(session_on(self._engine))
            self._session.connection()
            self._stack = stack.pop_all()
        return self._session

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is not None:
                self._session.rollback()
                return
            self._commit()
            with ExitStack() as after:  # each of them is called, whatever the others run into
                for then in reversed(self._session.info.pop("after_commit", ())):
                    after.callback(then)

    def _commit(self) -> None:
        """Confirm it. A disk that fails at the very last barrier leaves a save that stands: it is not told as lost.

        It is marked as not confirmed, which is told beside what was done.

        Each of these transactions ends with an entry of the trail, so the head tells whether it is there.
        """
        last = head(self._session.connection())
        try:
            self._session.commit()
        except DBAPIError:
            with suppress(DBAPIError):
                self._session.rollback()
            if not self._stands(last):
                raise
            self._session.info["unconfirmed"] = True

    def _stands(self, last: tuple[int, str]) -> bool:
        try:
            with self._engine.connect() as connection:
                return head(connection) == last
        except DBAPIError:
            return False


def after_commit(session: Session, then: Callable[[], None]) -> None:
    """Have something happen once the transaction stands, and only then."""
    session.info.setdefault("after_commit", []).append(then)


def next_seq(connection: Connection, told: bool) -> int:
    """The number this work's trail entry will have; an untold sign-in is entered just before it."""
    return head(connection)[0] + (1 if told else 2)


def is_mapped(value: object) -> bool:
    """Whether a value is a mapped row, which must not leave a use case."""
    return isinstance(value, Base)
