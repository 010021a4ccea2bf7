"""Numbered copies once they are made: counted in, destroyed, missing, settled, and looked for (needs K2, K5).

How they are made stands in app/usecases/packs.py. What may become of a copy is a rule of app/domain/packs.py; the
ledger is counted again after each, and it always balances.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from app.desk import use_case
from app.domain import packs as rules
from app.domain.errors import Refused
from app.domain.packs import CopyRow, Ledger, Settlement
from app.domain.people import Permission
from app.domain.words import Topic
from db.queries import meeting as meetings
from db.queries import packs as queries
from db.queries import register
from db.work import Work


class Counted(Struct, frozen=True):
    """Copies something was recorded about, and the ledger of their meeting afterwards."""

    meeting: str
    copies: tuple[CopyRow, ...]
    ledger: Ledger


class MeetingCopies(Struct, frozen=True):
    """How the copies of one meeting stand."""

    meeting: str
    day: date
    ledger: Ledger


class Traced(Struct, frozen=True):
    """Which copy a code is of, and where that copy should be."""

    copy: CopyRow
    page: int | None
    printed_by: str
    reason: str


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def return_copies(work: Work, codes: tuple[str, ...], meeting: str | None = None) -> Counted:
    """Count copies back in by any of their codes, a missing one that was found as well; all of them or none (K2).

    `meeting` is the one whose copies are in hand. Raises `Refused` for a copy of another, or one counted in before.
    """
    return _record(work, codes, lambda row: rules.return_copy(row, work.user_name, work.at), meeting)


@use_case(Permission.DESTROY_COPY, topics=(Topic.PACKS,))
def destroy_copies(work: Work, codes: tuple[str, ...], witness: str, method: str = "shredded") -> Counted:
    """Record returned copies as destroyed before a witness who is not the one recording it."""
    return _record(work, codes, lambda row: rules.destroy_copy(row, work.user_name, witness, work.at, method))


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def lose_copy(work: Work, code: str, reason: str) -> Counted:
    """Record a copy that is out as missing: from now on its privacy-breach clock runs (need K2).

    Raises `Refused` without a reason, and for a copy that is not out.
    """
    return _record(work, (code,), lambda row: rules.lose_copy(row, work.user_name, reason, work.at))


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def settle_copy(work: Work, code: str, said: Settlement) -> Counted:
    """Say what became of a copy that a stopped computer left reserved, so that the ledger balances again (need K2).

    Where nobody is sure it counts as issued and missing. Raises `Refused` for a copy that is not reserved.
    """
    return _record(work, (code,), lambda row: rules.settle_copy(row, said, work.user_name, work.at))


@use_case(Permission.PRINT_PACKS, looks=True)
def show_ledger(work: Work, meeting: str) -> Counted:
    """Every copy of a meeting, and the count that always balances."""
    row = meetings.meeting(work.session, meeting)
    rows = queries.copies(work.session, row.meeting)
    work.enter(f"meeting {row.meeting}", copies=len(rows))
    return Counted(row.meeting, rows, rules.balance(rows))


@use_case(Permission.PRINT_PACKS, looks=True)
def count_copies(work: Work, forum: str) -> tuple[MeetingCopies, ...]:
    """How the copies of each meeting of a forum stand, by day; meetings without copies are left out."""
    found = queries.ledgers(work.session, register.forum(work.session, forum).code)
    work.enter("how the copies stand", meetings=len(found), out=sum(ledger.out for _, _, ledger in found))
    return tuple(MeetingCopies(*each) for each in found)


@use_case(Permission.PRINT_PACKS, looks=True)
def trace_code(work: Work, code: str) -> Traced:
    """From a code on one photographed page: which copy, whose, when issued, where it should be (need K5)."""
    row, page = queries.find(work.session, code)
    _, name, reason = queries.run_of(work.session, row.code)
    work.enter(f"{row.numbered} of {row.meeting_code}")
    return Traced(row, page, name, reason)


def _record(
    work: Work, codes: tuple[str, ...], rule: Callable[[CopyRow], CopyRow], meeting: str | None = None
) -> Counted:
    found: dict[str, CopyRow] = {}
    for typed in codes:
        row, _ = queries.find(work.session, typed)
        if meeting is not None and row.meeting_code != meeting:
            raise Refused(
                f"Code {typed} is of {row.words} of the meeting {row.meeting_code}, not of {meeting}; nothing was "
                "changed. Put that copy with the papers of its own meeting."
            )
        found[row.code] = rule(found.get(row.code, row))
    of = {row.meeting_code for row in found.values()}
    if len(of) != 1:
        raise Refused(
            f"These codes are of different meetings ({', '.join(sorted(of)) or 'none'}); nothing was changed. "
            "Count one meeting's copies at a time."
        )
    for row in found.values():
        queries.keep(work, row)
    work.session.flush()
    (of_meeting,) = of
    rows = tuple(found.values())
    work.enter(f"meeting {of_meeting}", reason=", ".join(row.numbered for row in rows), copies=len(rows))
    return Counted(of_meeting, rows, queries.ledger(work.session, of_meeting))
