"""What the arguments of a use case are about: the forum whose offices count, and nobody whom the person may not read.

Read before the use case is let in, and in the very way in which it reads them itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Select, bindparam, select
from sqlalchemy.orm import Session

from app.domain.errors import NotFound
from app.domain.names import fold
from app.domain.packs import read_code
from app.domain.restricted import not_open
from app.domain.stand_in import Hidden
from app.domain.stand_in import read_code as read_stand_in
from app.domain.words import TransferState
from db.tables.disclosure import DisclosureRequest
from db.tables.disposal import Disposal
from db.tables.meeting import Action, Meeting
from db.tables.packs import Copy, CopyPage
from db.tables.police import Exchange
from db.tables.register import Case, Forum, IomsRecord, Person
from db.tables.sources import Compartment, Source
from db.tables.transfers import Transfer


def forum_named(where: Session | Connection, asked: str) -> str | None:
    """The code of the forum told by code or name, a code before another forum's name."""
    found: str | None = where.scalar(_FORUM_NAMED, {"told": asked.strip().upper(), "key": fold(asked)})
    return found


_FORUM_NAMED = (
    select(Forum.code)
    .where((Forum.code == bindparam("told")) | (Forum.name_key == bindparam("key")))
    .order_by(Forum.code != bindparam("told"))
)


def _of_meeting(value: str) -> Select[str]:
    return select(Meeting.forum).where(Meeting.meeting == value)


def _of_exchange(value: str) -> Select[str]:
    join = select(Meeting.forum).join(Exchange, Exchange.meeting == Meeting.meeting)
    return join.where(Exchange.exchange == value)


def _of_prn(value: str) -> Select[str]:
    if stand_in := read_stand_in(value):
        return select(Forum.code).where(Forum.code == stand_in[0])
    join = select(Case.forum).join(Person, Person.id == Case.person_id).where(Person.prn == value)
    return join.order_by(Case.closed_seq.isnot(None), Case.id.desc())


def _of_code(value: str) -> Select[str]:
    code = read_code(value)
    join = select(Meeting.forum).join(Copy, Copy.meeting == Meeting.meeting)
    pages = select(CopyPage.copy_id).where(CopyPage.code == code)
    return join.where((Copy.code == code) | Copy.id.in_(pages))


def number_of(told: str) -> int:
    """The number of a row as people type it, blanks about it or not; 0, which no row has, for what is none.

    The door and the use case read it by this alone: else one would look for a forum where the other finds a row.
    """
    digits = told.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 18 else 0


def _of_disposal(value: str) -> Select[str]:
    return select(Disposal.forum).where(Disposal.id == number_of(value))


def _of_action(value: str) -> Select[str]:
    return select(Case.forum).join(Action, Action.case_id == Case.id).where(Action.id == number_of(value))


def _of_request(value: str) -> Select[str]:
    return select(DisclosureRequest.forum).where(DisclosureRequest.id == number_of(value))


def _of_source(value: str) -> Select[str]:
    """The forum whose chairs hold the seal of a source, wherever its case has gone since."""
    join = select(Compartment.subject).join(Source, Source.compartment_id == Compartment.id)
    return join.where(Source.id == number_of(value))


def _of_incoming(value: str) -> Select[str]:
    """The forum that a case, named by PRN, is proposed to."""
    join = select(Transfer.to_forum).join(Case, Case.id == Transfer.case_id)
    return join.join(Person, Person.id == Case.person_id).where(
        Person.prn == value, Transfer.state == TransferState.PROPOSED
    )


_FORUM_OF: dict[str, Callable[[str], Select[str]]] = {
    "meeting": _of_meeting,
    "exchange": _of_exchange,
    "prn": _of_prn,
    "code": _of_code,
    "codes": _of_code,
    "action": _of_action,
    "disposal": _of_disposal,
    "incoming": _of_incoming,
    "source": _of_source,
    "request": _of_request,
}


def forum_of(connection: Connection, arguments: Mapping[str, object]) -> str | None:
    """The forum that a use case's arguments are about, or None for the register as a whole.

    Read as the use case itself reads them (a forum by code or name, a code however it was typed), so that
    nobody is asked about in one forum and let in to another. Of several codes the first: they are of one meeting.
    What is not in the register has no forum; the use case itself says that it was not found.
    """
    if isinstance(forum := arguments.get("forum"), str) and forum:
        return forum_named(connection, forum) or forum.upper()
    for name, query in _FORUM_OF.items():
        value = arguments.get(name)
        if isinstance(value, tuple):
            value = value[0] if value else None
        if isinstance(value, str) and value:
            found: str | None = connection.execute(query(value).limit(1)).scalar()
            if found is None and name == "prn":
                found = connection.execute(
                    select(IomsRecord.forum).join(Person).where(Person.prn == value).limit(1)
                ).scalar()
            return found
    return None


_LISTED = {"request": "disclosure requests"}
"""The command that lists what an argument numbers, where it is not the argument's own name."""


def refuse_hidden(connection: Connection, arguments: Mapping[str, object], hidden: Hidden) -> None:
    """Refuse work whose arguments name somebody whom the person asking may not read (need A4).

    Where something is saved the register is read whole, so what a view does for looking is done here, once for all.
    Raises `NotFound` in the very words of a PRN that nobody has.
    """
    if not hidden:
        return
    for name in ("prn", "incoming", "prns"):
        value = arguments.get(name)
        for each in value if isinstance(value, (tuple, list, frozenset)) else (value,):
            if hidden.of(each) is not None:
                raise not_open()
    tables: tuple[tuple[str, type[Action | Source | DisclosureRequest]], ...] = (
        ("action", Action), ("source", Source), ("request", DisclosureRequest)
    )  # fmt: skip
    for name, table in tables:
        value = arguments.get(name)
        if not isinstance(value, str) or not value:
            continue
        if (
            connection.execute(select(table.case_id).where(table.id == number_of(value))).scalar()
            in hidden.cases
        ):
            raise NotFound(
                f"There is no {name} number '{value}' that you may open; nothing was changed: "
                f"`forumdesk {_LISTED.get(name, f'{name} list')}` shows them."
            )


def proposed_forum(connection: Connection, arguments: Mapping[str, object]) -> str | None:
    """The forum that the case a use case is about is proposed to: whoever may look there may look at it (R11)."""
    prn = arguments.get("prn")
    return connection.execute(_of_incoming(prn).limit(1)).scalar() if isinstance(prn, str) else None
