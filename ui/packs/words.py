"""How copies are told on the screens of packs: states in words with a sign, the count that balances."""

from __future__ import annotations

from datetime import date

from app.domain.dates import AUCKLAND, show_moment
from app.domain.packs import CopyRow, Ledger, show_code
from app.domain.words import CopyState
from app.usecases.copy_ledger import Traced
from ui import words
from ui.tongue import tr

_ORDER = (
    CopyState.OUT,
    CopyState.RESERVED,
    CopyState.MISSING,
    CopyState.RETURNED,
    CopyState.DESTROYED,
    CopyState.VOID,
)
_WHERE = {
    CopyState.RESERVED: tr("Nobody has confirmed that it came out of the printer: settle it."),
    CopyState.VOID: tr("It was never printed; a page of it should not exist."),
    CopyState.OUT: tr("It should be with {holder}."),
    CopyState.RETURNED: tr("It was counted in and should be in the forum's safe."),
    CopyState.DESTROYED: tr("It was destroyed; a page of it should not exist."),
    CopyState.MISSING: tr("It is recorded as missing."),
}


def copies(number: int) -> str:
    """`1 copy`, `12 copies`."""
    return words.counted(number, "copy", "copies")


def out_first(row: CopyRow) -> tuple[int, str, int]:
    """What the ledger is ordered by: OUT first."""
    return _ORDER.index(row.state), row.contents.value, row.number


def copy_words(row: CopyRow) -> str:
    """`pack 7 of 12`"""
    return tr("{contents} {number} of {of}", contents=row.contents.value, number=row.number, of=row.of)


SIGNS = {
    CopyState.OUT: "●",
    CopyState.DESTROYED: "✓",
    CopyState.RESERVED: "?",
    CopyState.VOID: "–",
    CopyState.RETURNED: "✓",
    CopyState.MISSING: "✕",
}


def state_words(row: CopyRow, today: date) -> str:
    """The state with a sign, so that nothing is told by colour."""
    return f"{SIGNS[row.state]} {state_told(row, today)}"


def state_told(row: CopyRow, today: date) -> str:
    """The state as it stands in a sentence, OUT with its days."""
    if row.state is CopyState.OUT:
        days = (today - row.issued_at.astimezone(AUCKLAND).date()).days if row.issued_at else 0
        return tr("OUT {days}", days=words.counted(days, "day")) if days > 0 else tr("OUT today")
    if row.state is CopyState.DESTROYED:
        return tr("destroyed, seen by {witness}", witness=row.witness)
    return {
        CopyState.RESERVED: tr("reserved, to be settled"),
        CopyState.VOID: tr("void, never printed"),
        CopyState.RETURNED: tr("back"),
        CopyState.MISSING: tr("MISSING"),
    }[row.state]


def balance_words(count: Ledger) -> str:
    """The count that always balances, in one line."""
    parts = [
        tr(
            "{printed} printed = {issued} issued + {void} void",
            printed=count.printed,
            issued=count.issued,
            void=count.void,
        ),
        (
            tr(
                "{issued} issued = {out} out + {returned} back + {destroyed} destroyed + {missing} missing",
                issued=count.issued,
                out=count.out,
                returned=count.returned,
                destroyed=count.destroyed,
                missing=count.missing,
            )
        ),
    ]
    if count.reserved:
        parts.append(tr("{reserved} reserved and to be settled", reserved=count.reserved))
    end = (
        tr(". The ledger balances.")
        if count.balanced
        else tr(". THE LEDGER DOES NOT BALANCE: tell the chair.")
    )
    return "; ".join(parts) + end


def back_words(rows: tuple[CopyRow, ...]) -> str:
    """`11 of 12 back: copy 7 out with S. Merrin`"""
    issued = [row for row in rows if row.issued_at is not None]
    out = [row for row in issued if row.state is CopyState.OUT]
    missing = sum(row.state is CopyState.MISSING for row in issued)
    told = tr("{back} of {issued} back", back=len(issued) - len(out) - missing, issued=len(issued))
    if missing:
        told += tr(", {missing} missing", missing=missing)
    if not issued:
        return tr("No copy of this meeting was issued.")
    if not out:
        return tr("{told}. No copy is out.", told=told)
    named = [tr("{copy} out with {holder}", copy=copy_words(row), holder=row.holder) for row in out[:3]]
    more = tr(", and {count} more", count=len(out) - 3) if len(out) > 3 else ""
    return f"{told}: {', '.join(named)}{more}."


def trace_words(found: Traced) -> str:
    """Which copy a code is of, whose it is and where it should be (need K5)."""
    row = found.copy
    page = (
        tr("Page {page} of {pages} of ", page=found.page, pages=row.pages)
        if found.page
        else tr("The code of ")
    )
    issued = (
        tr("issued {issued_at}", issued_at=show_moment(row.issued_at))
        if row.issued_at
        else tr("never issued")
    )
    return tr(
        "{page}{contents} {copy}, meeting {meeting}, code {code}; {issued}, "
        "printed by {printed_by}: {reason}. {where}",
        page=page,
        contents=row.contents.value,
        copy=row.words,
        meeting=row.meeting_code,
        code=show_code(row.code),
        issued=issued,
        printed_by=found.printed_by,
        reason=found.reason,
        where=_WHERE[row.state].format(holder=row.holder),
    )
