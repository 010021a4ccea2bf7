"""How copies are told on the screens of packs: states in words with a sign, the count that balances."""

from __future__ import annotations

from datetime import date

from app.domain.dates import AUCKLAND, show_moment
from app.domain.packs import CopyRow, Ledger, show_code
from app.domain.words import CopyState
from app.usecases.packs import Traced
from ui import words

_ORDER = (
    CopyState.OUT,
    CopyState.RESERVED,
    CopyState.MISSING,
    CopyState.RETURNED,
    CopyState.DESTROYED,
    CopyState.VOID,
)
_WHERE = {
    CopyState.RESERVED: "Nobody has confirmed that it came out of the printer: settle it.",
    CopyState.VOID: "It was never printed; a page of it should not exist.",
    CopyState.OUT: "It should be with {holder}.",
    CopyState.RETURNED: "It was counted in and should be in the forum's safe.",
    CopyState.DESTROYED: "It was destroyed; a page of it should not exist.",
    CopyState.MISSING: "It is recorded as missing.",
}


def copies(number: int) -> str:
    """`1 copy`, `12 copies`."""
    return words.counted(number, "copy", "copies")


def out_first(row: CopyRow) -> tuple[int, str, int]:
    """What the ledger is ordered by: OUT first."""
    return _ORDER.index(row.state), row.contents.value, row.number


def copy_words(row: CopyRow) -> str:
    """`pack 7 of 12`"""
    return f"{row.contents.value} {row.number} of {row.of}"


def state_words(row: CopyRow, today: date) -> str:
    """The state with a sign, OUT with its days, so that nothing is told by colour."""
    if row.state is CopyState.OUT:
        days = (today - row.issued_at.astimezone(AUCKLAND).date()).days if row.issued_at else 0
        return f"● OUT {words.counted(days, 'day')}" if days > 0 else "● OUT today"
    if row.state is CopyState.DESTROYED:
        return f"✓ destroyed, seen by {row.witness}"
    return {
        CopyState.RESERVED: "? reserved, to be settled",
        CopyState.VOID: "– void, never printed",
        CopyState.RETURNED: "✓ back",
        CopyState.MISSING: "✕ MISSING",
    }[row.state]


def balance_words(count: Ledger) -> str:
    """The count that always balances, in one line."""
    parts = [
        f"{count.printed} printed = {count.issued} issued + {count.void} void",
        (
            f"{count.issued} issued = {count.out} out + {count.returned} back + {count.destroyed} destroyed "
            f"+ {count.missing} missing"
        ),
    ]
    if count.reserved:
        parts.append(f"{count.reserved} reserved and to be settled")
    end = ". The ledger balances." if count.balanced else ". THE LEDGER DOES NOT BALANCE: tell the chair."
    return "; ".join(parts) + end


def back_words(rows: tuple[CopyRow, ...]) -> str:
    """`11 of 12 back: copy 7 out with S. Merrin`"""
    issued = [row for row in rows if row.issued_at is not None]
    out = [row for row in issued if row.state is CopyState.OUT]
    missing = sum(row.state is CopyState.MISSING for row in issued)
    told = f"{len(issued) - len(out) - missing} of {len(issued)} back"
    if missing:
        told += f", {missing} missing"
    if not issued:
        return "No copy of this meeting was issued."
    if not out:
        return f"{told}. No copy is out."
    named = [f"{copy_words(row)} out with {row.holder}" for row in out[:3]]
    more = f", and {len(out) - 3} more" if len(out) > 3 else ""
    return f"{told}: {', '.join(named)}{more}."


def trace_words(found: Traced) -> str:
    """Which copy a code is of, whose it is and where it should be (need K5)."""
    row = found.copy
    page = f"Page {found.page} of {row.pages} of " if found.page else "The code of "
    issued = f"issued {show_moment(row.issued_at)}" if row.issued_at else "never issued"
    return (
        f"{page}{row.contents.value} {row.words}, meeting {row.meeting_code}, code {show_code(row.code)}; {issued}, "
        f"printed by {found.printed_by}: {found.reason}. {_WHERE[row.state].format(holder=row.holder)}"
    )
