"""What was changed outside ForumDesk, and a chair's word on it (design/trust.md, "Faults")."""

from __future__ import annotations

from collections import Counter

from app.desk import use_case
from app.domain.errors import NotFound, Refused
from app.domain.people import Permission
from app.domain.row_seals import Outside
from app.domain.words import Topic
from db import row_seals, search
from db.queries import cases
from db.queries import outside as queries
from db.work import Work


@use_case(Permission.CHECK_REGISTER, looks=True, whole=True)
def see_outside(work: Work) -> Outside:
    """Every row that other tools changed, added or took away since an entry sealed it, by case if it is about one."""
    found = queries.found(work)
    work.enter("what was changed outside", rows=len(found.rows), faults=len(found.faults))
    return found


@use_case(Permission.OPEN_CASE, looks=True, whole=True)
def see_case_outside(work: Work, prn: str) -> Outside:
    """What other tools changed of one case: for whoever looks at it where no check runs behind (a terminal)."""
    cases.may_open(work, cases.person(work.session, prn).id)
    found = queries.found(work, of_people=True)
    rows = found.about(prn)
    work.enter(work.person(prn), rows=len(rows), faults=len(found.faults))
    return Outside(rows, found.faults, {row.person: prn for row in rows if row.person})


@use_case(Permission.RESTORE, topics=(Topic.REGISTER, Topic.CASES), while_fault=True)
def accept_outside(work: Work, reason: str, prn: str | None = None) -> int:
    """Take the rows about one case, or those about none, as they are found: sealed anew by this entry, with a reason.

    What took them away outside stays away. Gives back how many rows. Raises `Refused` where the seals themselves were
    changed: then nobody can tell which rows were, and the last backup is the way back.
    """
    if not reason.strip():
        raise Refused("Say why the rows are accepted as found; nothing was changed.")
    found = queries.found(work)
    if found.faults:
        raise Refused(f"{found.faults[0]} Which rows were changed cannot be told: restore the last backup.")
    rows = found.about(prn)
    if not rows:
        about = f"the case of PRN {prn}" if prn else "records that are about no one case"
        raise NotFound(f"Nothing was changed outside ForumDesk in {about}; there is nothing to accept.")
    row_seals.accept(work.connection, [(row.table_name, row.row) for row in rows])
    search.reindex(work.session, queries.present(work.session, {row.person for row in rows if row.person}))
    work.enter(work.person(prn) if prn else "register", reason=reason.strip())
    work.note.counts |= Counter(row.table_name for row in rows)
    return len(rows)
