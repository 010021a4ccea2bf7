"""Returned Police workbooks as stored: rows, cells, and whom a row may be about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.dates import AUCKLAND, show_date
from app.domain.errors import NotFound, Refused
from app.domain.linkage import Proposal, kept_proposal, told
from app.domain.names import clean, fold, full_name
from app.domain.police import Sheet
from app.domain.police_exchange import facts_of_row, row_key
from app.domain.police_return import FormRow, Matched
from app.domain.police_review import StagedCell
from app.domain.police_under_review import same_answers
from app.domain.words import CellState, RowState
from db.queries.bulk import table_of
from db.queries.linkage import Finder, person_of
from db.queries.police import mapped
from db.queries.police_values import Key, present_values
from db.queries.remembered import Change, add_rows, change_rows
from db.tables.people import User
from db.tables.plan import Address
from db.tables.police import Exchange, Return, ReturnedCell, ReturnedRow
from db.tables.register import Case, Person
from db.tables.trail import History
from db.work import Work

MOST_PROPOSED = 500
"""Rows with a lost seal that get proposals; a file with more of them is not a mended form but another file."""


def same_bytes(session: Session, sha256: str) -> Return | None:
    """The return that had these very bytes."""
    return session.scalar(select(Return).where(Return.sha256 == sha256).order_by(Return.id.desc()))


def last_back(session: Session, exchange: str) -> Return | None:
    """The file under review, else the one confirmed last; None where none came back."""
    return session.scalar(
        select(Return)
        .where(Return.exchange == exchange, Return.replaced_seq.is_(None))
        .order_by(Return.confirmed_seq.is_not(None), Return.confirmed_seq.desc(), Return.id.desc())
        .limit(1)
    )


def latest(session: Session, exchange: str) -> Return:
    """As `last_back`. Raises `Refused` where none came back."""
    found = last_back(session, exchange)
    if found is None:
        raise Refused(
            f"Nothing has come back for {exchange} yet; take the workbook in first with "
            "`forumdesk police import FILE`."
        )
    return found


def open_return(session: Session, exchange: str) -> tuple[Exchange, Return]:
    """An exchange and its returned file, while nothing of it is settled. Raises `Refused` where it is confirmed."""
    row = mapped(session, exchange)
    returned = latest(session, row.exchange)
    if returned.confirmed_seq is not None:
        when = f" on {show_date(row.confirmed_at.astimezone(AUCKLAND).date())}" if row.confirmed_at else ""
        user = session.get(User, row.confirmed_by)
        raise Refused(
            f"{row.exchange} was confirmed{when} by {user.name if user else 'somebody'}; nothing was changed. "
            "A newer file from Police can be taken in and confirmed by itself."
        )
    return row, returned


def carry_over(work: Work, before: Staged, after: Staged) -> int:
    """Decide what another file says the same as it was decided before, by whom and when it was; how many cells."""
    same, changes = same_answers(before.cells, after.cells), []
    for old, new in same:
        kept, stands = before.stored[old], after.stored[new]
        if kept[2:] != stands[2:]:
            changes.append(Change(stands.id, stands[2:], kept[2:]))
    change_rows(work, ReturnedCell, _DECIDED, changes)
    return len(same)


_ROW = ("return_id", "sheet", "row", "tag", "state", "case_id", "address_id", "cells", "told", "proposals")
_CELL = ("return_id", "row_id", "cell", "place", "heading", "theirs", "value", "fault", "note", "state")


class _NewRow(NamedTuple):
    """A returned row as it is stored, in the order of `_ROW` behind its return."""

    form: FormRow
    state: RowState | None
    ours: Mapping[str, str]
    changed: Sequence[str]
    target: Key | None


def store_return(
    work: Work,
    returned: Return,
    matched: Matched,
    cells: Sequence[StagedCell],
    targets: Mapping[str, Key],
    finder: Finder,
) -> None:
    """Store every row and cell of a file; nothing of it is an answer yet. `targets` is by `row_key`."""
    work.session.add(returned)
    work.session.flush()
    rows = [
        _NewRow(row.form, row.state, row.ours, row.changed, targets.get(row.row_key or ""))
        for row in matched.rows
    ]
    for form in matched.people:
        exact = person_of(work.session, finder.forum, facts_of_row(form).prn)
        rows.append(_NewRow(form, None, {}, (), Key(exact.case_id, None) if exact else None))
    unknown = [row.form for row in rows if row.target is None]
    asked = unknown[:MOST_PROPOSED]
    found = finder.propose([facts_of_row(form) for form in asked])
    proposed = {
        form.tag: [kept_proposal(each) for each in proposals]
        for form, proposals in zip(asked, found, strict=True)
    }
    add_rows(
        work, ReturnedRow, _ROW, [_stored(returned.id, row, proposed.get(row.form.tag, [])) for row in rows]
    )
    query = select(ReturnedRow.tag, ReturnedRow.id).where(ReturnedRow.return_id == returned.id)
    ids = {row.tag: row.id for row in work.session.execute(query)}
    add_rows(work, ReturnedCell, _CELL, [_cell(returned.id, ids, cell) for cell in cells])


def _stored(return_id: int, row: _NewRow, proposals: list[Any]) -> tuple[Any, ...]:
    form, (case_id, address_id) = row.form, row.target or (None, None)
    cells = {"ours": dict(row.ours), "changed": list(row.changed)}
    where = (return_id, form.sheet.value, form.number, form.tag, row.state)
    facts = told(facts_of_row(form)) if row.state in (None, RowState.UNKNOWN_ROW) else None
    return (*where, case_id, address_id, cells, facts, proposals)


def _cell(return_id: int, ids: Mapping[str, int], cell: StagedCell) -> tuple[Any, ...]:
    row = ids[cell.id.partition(".")[0]]
    read = (cell.theirs, cell.value, cell.fault or None, cell.note or None)
    return (return_id, row, cell.id, cell.place, cell.heading, *read, cell.state)


class KeptRow(NamedTuple):
    """A returned row as stored."""

    id: int
    sheet: str
    row: int
    tag: str
    state: RowState | None
    case_id: int | None
    address_id: int | None
    cells: dict[str, Any]
    told: str | None
    proposals: list[Any]
    linked_seq: int | None


def rows_of(session: Session, return_id: int) -> list[KeptRow]:
    """The rows of a return in the file's order."""
    columns = [table_of(ReturnedRow).c[name] for name in KeptRow._fields]
    query = select(*columns).where(ReturnedRow.return_id == return_id).order_by(ReturnedRow.id)
    return [KeptRow._make(row) for row in session.execute(query)]


def row_tagged(session: Session, returned: Return, tag: str) -> ReturnedRow:
    """One row by its tag, or by the id of one of its cells. Raises `NotFound`."""
    wanted = tag.strip().partition(".")[0].casefold()
    query = select(ReturnedRow).where(ReturnedRow.return_id == returned.id, ReturnedRow.tag == wanted)
    found = session.scalar(query)
    if found is None:
        raise NotFound(
            f"There is no row '{clean(tag)}' in the file that came back for {returned.exchange}; nothing was "
            f"changed: `forumdesk police review {returned.exchange}` shows the rows."
        )
    return found


def proposals_of(row: ReturnedRow) -> tuple[Proposal, ...]:
    """Whom a row may be about, as kept."""
    return tuple(Proposal(*kept) for kept in row.proposals)


def keep_proposals(row: ReturnedRow, proposals: Iterable[Proposal]) -> None:
    """Keep whom a row may be about, with whom somebody asks for."""
    row.proposals = [kept_proposal(each) for each in proposals]


class Whom(NamedTuple):
    """The person a case is about."""

    person_id: int
    prn: str
    name: str


def whom(session: Session, case_ids: Iterable[int]) -> dict[int, Whom]:
    """People by case."""
    query = (
        select(Case.id, Person.id, Person.prn, Person.surname, Person.given_names)
        .join(Person, Person.id == Case.person_id)
        .where(Case.id.in_(sorted(set(case_ids))))
    )
    return {
        case_id: Whom(person_id, prn, full_name(surname, given))
        for case_id, person_id, prn, surname, given in session.execute(query)
    }


class Kept(NamedTuple):
    """A stored cell: its number, and what of it a decision changes."""

    id: int
    ours: str | None
    state: CellState
    edited: str | None
    reason: str | None
    who: str | None
    seq: int | None


_DECIDED = Kept._fields[2:]


@dataclass(slots=True)
class Staged:
    """A return as it stands: its rows, its cells as the rules know them, and what is stored of those."""

    returned: Return
    rows: list[KeptRow]
    cells: list[StagedCell]
    stored: dict[str, Kept]
    people: dict[int, Whom]

    def save(self, decided: Iterable[StagedCell], work: Work) -> int:
        """Store the cells that a decision changed; how many those are."""
        before = {cell.id: cell for cell in self.cells}
        after = {cell.id: cell for cell in decided if cell != before[cell.id]}
        changes = []
        for cell in after.values():
            old = self.stored[cell.id]
            new = Kept(old.id, old.ours, cell.state, cell.edited, cell.reason or None, work.user_id, work.seq)
            changes.append(Change(old.id, old[2:], new[2:]))
            self.stored[cell.id] = new
        change_rows(work, ReturnedCell, _DECIDED, changes)
        self.cells = [after.get(cell.id, cell) for cell in self.cells]
        return len(after)

    def keep_ours(self, work: Work) -> None:
        """Keep beside each cell what the register had when it was settled."""
        changes = []
        for cell in self.cells:
            old = self.stored[cell.id]
            changes.append(Change(old.id, (old.ours,), (cell.present or None,)))
        change_rows(work, ReturnedCell, ("ours",), changes)


def as_before(work: Work, returned: Return) -> None:
    """Put every cell of a confirmed return back to what it was decided as, from `history`."""
    then = returned.confirmed_seq
    query = select(History.subject_id, History.field, History.old).where(
        History.seq == then, History.subject == ReturnedCell.__tablename__
    )
    olds: dict[int, dict[str, str | None]] = {}
    for number, field, old in work.session.execute(query):
        olds.setdefault(int(number), {})[field] = old
    columns = Kept._fields[1:]
    rows = work.session.execute(
        select(*(table_of(ReturnedCell).c[name] for name in Kept._fields)).where(
            ReturnedCell.return_id == returned.id
        )
    ).all()
    changes = []
    for number, *now in rows:
        kept = dict(zip(columns, now, strict=True)) | olds.get(number, {})
        seq = kept["seq"]
        kept |= {"state": CellState(kept["state"]), "seq": None if seq is None else int(seq)}
        changes.append(Change(number, now, tuple(kept[name] for name in columns)))
    change_rows(work, ReturnedCell, columns, changes)


def staged(session: Session, returned: Return) -> Staged:
    """Load a return. `present` is what the register has now, or had when the return was confirmed."""
    rows = rows_of(session, returned.id)
    by_id = {row.id: row for row in rows}
    people = whom(session, (row.case_id for row in rows if row.case_id is not None))
    is_open = returned.confirmed_seq is None
    present = present_values(session, people) if is_open else {}
    c = ReturnedCell
    query = (
        select(c.cell, c.row_id, c.place, c.heading, c.theirs, c.value, c.fault, c.note)
        .add_columns(*(table_of(c).c[name] for name in Kept._fields))
        .where(c.return_id == returned.id)
        .order_by(c.id)
    )
    sheets = {sheet.value: sheet for sheet in Sheet}
    stored, cells = {}, []
    for cell_id, row_id, place, heading, theirs, value, fault, note, *rest in session.execute(query):
        kept = stored[cell_id] = Kept._make(rest)
        row = by_id[row_id]
        sheet = sheets[row.sheet]
        sealed = sheet is not Sheet.PEOPLE
        ours = kept.ours or ""
        if sealed and row.case_id is not None and is_open:
            ours = present.get(Key(row.case_id, row.address_id), {}).get(heading, "")
        cells.append(
            StagedCell(
                id=cell_id,
                sheet=sheet,
                place=place,
                heading=heading,
                theirs=theirs,
                value=value,
                fault=fault or "",
                note=note or "",
                row_state=row.state,
                row_key=row_key(row.case_id, row.address_id) if sealed else None,
                prn=people[row.case_id].prn if row.case_id is not None else None,
                present=ours,
                state=kept.state,
                edited=kept.edited,
                reason=kept.reason or "",
            )
        )
    return Staged(returned, rows, cells, stored, people)


def address_meant(session: Session, case_id: int, written: str, rank: int | None) -> int:
    """The address of a case that a row is about: by its rank, else the one written in the row.

    Raises `Refused` where neither tells which.
    """
    rows = session.execute(
        select(Address.id, Address.rank, Address.address)
        .where(Address.case_id == case_id)
        .order_by(Address.rank)
    ).all()
    fits = [row for row in rows if (row.rank == rank if rank else fold(row.address) == fold(written))]
    if len(fits) != 1:
        known = "; ".join(f"{row.rank}: {row.address}" for row in rows) or "none"
        raise Refused(
            f"It is not clear which address this row is about; nothing was changed: give --rank. "
            f"The addresses are {known}."
        )
    return int(fits[0].id)
