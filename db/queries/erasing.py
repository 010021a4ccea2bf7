"""The one door by which rows leave the register (need A7).

`db.work.listen` refuses to remove a mapped row, whoever asks. `erase` here is the only exception: it goes by what
points to a person, so a table made later is found too, and it blanks the frozen texts that are others' as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import JSON, String, Table, Text, delete, func, or_, select, update
from sqlalchemy.orm import Session

from app.domain.agenda import agenda_digest
from app.domain.blanking import GONE, Whom, blank_agenda, blank_changes, blank_minutes, positions, scrubbed
from app.domain.disposal import (
    Blanked,
)
from app.domain.minutes import minutes_hash
from app.domain.names import fold_prn
from app.domain.sealed_text import TOKEN, refuse_sealed
from db import row_seals, search
from db.about import Key, key_of, key_text, rows_about, with_keys
from db.case_keys import Ring, ring_of
from db.case_texts import opened_of, rewrite_marked
from db.connect import as_stored
from db.tables import Base
from db.tables.disclosure import Disclosure
from db.tables.extract import Rejection
from db.tables.meeting import Meeting
from db.tables.minutes import CorrectionAsked, MinutesVersion
from db.tables.police import ReturnedCell, ReturnedRow
from db.tables.register import Alias, Person
from db.tables.trail import History, Trail, TrailSalt
from db.trail import checkpoint_now
from db.work import Work

_TYPED = ("find_people", "order_of_cases", "browse_cases", "copied_rows")
"""Entries that commit to what somebody typed: a name may be among it, and nobody can say in which."""


class Erased(NamedTuple):
    """What went: rows by table, frozen texts blanked, rows of others that still name the PRN."""

    counts: dict[str, int]
    blanked: list[Blanked]
    mentions: int
    checkpoint: str


def erase(work: Work, person_id: int) -> Erased:
    """Destroy every row about a person, in the transaction of whoever approved it.

    Called by the approval of a disposal and by nothing else. Core statements: the session refuses to remove rows.
    What the engine frees it overwrites (`secure_delete`, and the search's own), so nothing is left between the rows.
    """
    session, connection = work.session, work.connection
    checkpoint = checkpoint_now(connection).full
    session.flush()
    session.expire_all()
    about = rows_about(connection, person_id)
    whom = _whom(session, person_id)
    counts: dict[str, int] = {}
    blanked = [*_blank_agendas(work, whom), *_blank_minutes(work, whom)]
    _blank_ledger(work, person_id, whom)
    counts["rejections"] = _delete_rejected(work, whom)
    loose = _loose_rows(work, whom)
    if loose:
        _add(about, ReturnedRow, loose)
        cells = select(ReturnedCell.__table__).where(ReturnedCell.row_id.in_([row["id"] for row in loose]))
        _add(about, ReturnedCell, [dict(row) for row in connection.execute(cells).mappings()])
    search.forget(connection, person_id)
    with as_stored(connection) as raw:
        ring = ring_of(raw.execute, work.register_id(), work.keys, {})
    keys: dict[str, list[str]] = {}
    for table in reversed(Base.metadata.sorted_tables):
        rows = about.get(table)
        if rows:
            mine = [key_of(table, row) for row in rows]
            _delete(work, table, mine)
            counts[table.name], keys[table.name] = len(mine), [key_text(key) for key in mine]
    counts["history"] = _delete_history(work, keys)
    _erase_marks(work, ring, person_id)
    counts["trail_salts"] = _delete_salts(work, person_id)
    row_seals.forget(connection, person_id)
    return Erased(
        {name: count for name, count in sorted(counts.items()) if count},
        blanked,
        _mentions(work, whom),
        checkpoint,
    )


def _erase_marks(work: Work, ring: Ring, person_id: int) -> None:
    """Leave no mark whose key goes with the person: on others' rows it is opened, or says that it was destroyed.

    A text that was linked to them by mistake may stand sealed in a row that is somebody else's, or nobody's.
    """
    mine = frozenset(ring.of_person(person_id))
    if not mine:
        return

    def opened(text: str) -> str:
        plain = opened_of(text, mine, ring.open)
        return TOKEN.sub(lambda found: GONE if int(found[1]) in mine else found[0], plain)

    with as_stored(work.connection):
        rewrite_marked(work.connection, sorted(mine), opened)


def _whom(session: Session, person_id: int) -> Whom:
    who = session.get_one(Person, person_id)
    others = session.execute(select(Alias.surname, Alias.given_names).where(Alias.person_id == person_id))
    found = Whom(who.id, who.prn, ((who.surname, who.given_names), *((row[0], row[1]) for row in others)))
    session.expunge_all()
    return found


def _add(about: dict[Table, list[dict[str, Any]]], mapped: type[Base], rows: Sequence[Any]) -> None:
    table = Base.metadata.tables[mapped.__tablename__]
    known = {key_of(table, row) for row in about.get(table, ())}
    about.setdefault(table, []).extend(dict(row) for row in rows if key_of(table, row) not in known)


_AT_ONCE = 400


def _delete(work: Work, table: Table, keys: Sequence[Key]) -> None:
    for start in range(0, len(keys), _AT_ONCE):
        work.connection.execute(delete(table).where(with_keys(table, keys[start : start + _AT_ONCE])))


def _delete_history(work: Work, keys: Mapping[str, Sequence[str]]) -> int:
    gone = 0
    for table, mine in keys.items():
        for start in range(0, len(mine), _AT_ONCE):
            about = (History.subject == table, History.subject_id.in_(mine[start : start + _AT_ONCE]))
            for number in work.connection.execute(select(History.id).where(*about)).scalars().all():
                row_seals.forget_row(work.connection, History.__tablename__, number)
            gone += work.connection.execute(delete(History).where(*about)).rowcount
    return gone


def _delete_salts(work: Work, person_id: int) -> int:
    """Of entries about the person, and of all that commit to a typed text: those may hold the name."""
    named = re.compile(rf"\bperson {person_id}\b")
    query = select(Trail.seq, Trail.subject, Trail.event).join(TrailSalt, TrailSalt.seq == Trail.seq)
    mine = [
        row.seq for row in work.connection.execute(query) if named.search(row.subject) or row.event in _TYPED
    ]
    for start in range(0, len(mine), _AT_ONCE):
        work.connection.execute(delete(TrailSalt).where(TrailSalt.seq.in_(mine[start : start + _AT_ONCE])))
    return len(mine)


def _blank_agendas(work: Work, whom: Whom) -> list[Blanked]:
    table = Meeting.__table__
    query = select(table.c.meeting, table.c.frozen, table.c.frozen_hash, table.c.closing_warnings)
    found = []
    for row in work.connection.execute(query).all():
        values: dict[str, Any] = {}
        if row.closing_warnings and (told := scrubbed(row.closing_warnings, whom)) != row.closing_warnings:
            values["closing_warnings"] = told
        if row.frozen and (text := blank_agenda(row.frozen, whom)) != row.frozen:
            refuse_sealed(text, f"The agenda and minutes of {row.meeting}")
            values |= {"frozen": text, "frozen_hash": agenda_digest(text.encode())}
            found.append(Blanked(f"agenda {row.meeting}", row.frozen_hash, values["frozen_hash"]))
        if values:
            _change(work, Meeting, row.meeting, values, whom)
    return found


def _blank_minutes(work: Work, whom: Whom) -> list[Blanked]:
    table = MinutesVersion.__table__
    found = []
    spoken_of: dict[str, frozenset[str]] = {}
    for row in work.connection.execute(select(table).order_by(table.c.id)).all():
        at = spoken_of[row.meeting] = spoken_of.get(row.meeting, frozenset()) | positions(row.text, whom)
        text, changes = blank_minutes(row.text, whom), blank_changes(row.changes, at, whom)
        values: dict[str, Any] = {}
        if text != row.text:
            refuse_sealed(text, f"The agenda and minutes of {row.meeting}")
            values |= {"text": text, "sha384": minutes_hash(text)}
            found.append(
                Blanked(f"minutes {row.meeting}, version {row.version}", row.sha384, values["sha384"])
            )
        if changes != list(row.changes):
            values["changes"] = changes
        if values:
            _change(work, MinutesVersion, row.id, values, whom)
    asked = CorrectionAsked.__table__
    for row in work.connection.execute(select(asked)).all():
        mine = any(row.passage.startswith(each) for each in spoken_of.get(row.meeting, ()))
        values = {name: whom.label if mine else whom.scrub(getattr(row, name)) for name in ("text", "reason")}
        if any(values[name] != getattr(row, name) for name in values):
            _change(work, CorrectionAsked, row.id, values, whom)
    return found


_RECIPIENT_GONE = "destroyed with the record"


def _blank_ledger(work: Work, person_id: int, whom: Whom) -> None:
    """Who was told of this person alone: an agency, or a sister by her name. That something left, and when, stays."""
    named = re.compile(rf"\bperson {person_id}\b")
    query = select(Disclosure.id, Disclosure.subject).where(Disclosure.standing.is_(False))
    for row in work.connection.execute(query).all():
        if named.search(row.subject):
            _change(work, Disclosure, row.id, {"recipients": [_RECIPIENT_GONE]}, whom)


def _change(work: Work, mapped: type[Base], key: Any, values: dict[str, Any], whom: Whom) -> None:
    """Change a row that is of others too, and what history keeps of the same columns; its old seals lose their salt."""
    table = Base.metadata.tables[mapped.__tablename__]
    (column,) = table.primary_key.columns
    work.connection.execute(update(table).where(column == key).values(**values))
    row_seals.forget_row(work.connection, table.name, key)
    kept = select(History.id, History.field, History.old, History.new).where(
        History.subject == table.name, History.subject_id == str(key), History.field.in_(list(values))
    )
    for row in work.connection.execute(kept).all():
        told = {name: _blank_kept(row.field, getattr(row, name), values, whom) for name in ("old", "new")}
        work.connection.execute(update(History).where(History.id == row.id).values(**told))
        row_seals.forget_row(work.connection, History.__tablename__, row.id)


def _blank_kept(field: str, text: str | None, values: Mapping[str, Any], whom: Whom) -> str | None:
    if text is None:
        return None
    if field == "frozen":
        return blank_agenda(text, whom)
    if field in ("text", "changes"):
        return str(values[field])
    return whom.scrub(text)


def _delete_rejected(work: Work, whom: Whom) -> int:
    """Refused rows of extracts that name the PRN: they were never a person's, and hold all that the file said."""
    table = Rejection.__table__
    rows = work.connection.execute(select(table.c.id, table.c.cells)).all()
    wanted = fold_prn(whom.prn)
    mine = [(row.id,) for row in rows if any(fold_prn(str(value)) == wanted for value in row.cells.values())]
    _delete(work, Base.metadata.tables["rejections"], mine)
    return len(mine)


def _loose_rows(work: Work, whom: Whom) -> list[dict[str, Any]]:
    """Rows that came back from Police, were joined to nobody, and name the person or propose them alone."""
    table = ReturnedRow.__table__
    found = []
    for row in work.connection.execute(select(table).where(table.c.case_id.is_(None))).mappings().all():
        told = json.dumps(row["cells"], ensure_ascii=False)
        proposed = [each for each in row["proposals"] if each[0] == whom.prn]
        if whom.is_in(told) or (proposed and len(proposed) == len(row["proposals"])):
            found.append(dict(row))
        elif proposed:
            left = [each for each in row["proposals"] if each[0] != whom.prn]
            work.connection.execute(
                update(ReturnedRow).where(ReturnedRow.id == row["id"]).values(proposals=left)
            )
    return found


def _mentions(work: Work, whom: Whom) -> int:
    """How many rows of other people's records still name the person by PRN or full name: those are theirs."""
    found = 0
    for table in Base.metadata.sorted_tables:
        columns = [each for each in table.columns if isinstance(each.type, (String, Text, JSON))]
        if not columns:
            continue
        wanted = or_(
            *(
                func.instr(func.coalesce(each, ""), written) > 0
                for each in columns
                for written in whom.written()
            )
        )
        for row in work.connection.execute(select(*columns).where(wanted)):
            found += any(whom.is_in(str(value)) for value in row if value is not None)
    return found
