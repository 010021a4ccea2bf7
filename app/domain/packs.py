"""Numbered copies: their codes, their ledger and what may become of each (needs K1 to K3, K5).

Pure: keys and moments come in as arguments. A number is never used again; a copy's life is told by
`CopyRow.state` and may change only through the functions here, each of which refuses in words.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz.distance import OSA

from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.words import Contents, CopyState

CODE_LENGTH = 8
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base32 without I, L, O and U: read aloud or copied by hand, no two look alike."""
_CONFUSED = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_FAR = 2
"""A typed code further than this many slips from every known one gets no suggestion."""


def copy_code(key: bytes, pack_id: str, number: int) -> str:
    """The code of one copy: 8 characters made with a key that never leaves the register (trust.md)."""
    return _code(key, "copy", pack_id, str(number))


def page_code(key: bytes, copy: str, page: int) -> str:
    """The code of one page (from 1) of the copy whose code is `copy`."""
    return _code(key, "page", copy, str(page))


def page_codes(key: bytes, copy: str, pages: int) -> tuple[str, ...]:
    """The code of each page in order, so that one photographed page leads to its copy (need K5)."""
    return tuple(page_code(key, copy, page) for page in range(1, pages + 1))


def _code(key: bytes, *parts: str) -> str:
    if len(key) < 16:
        raise ValueError("a code key has at least 16 bytes")
    said = b"forumdesk/code/1" + b"".join(
        len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts
    )
    number = int.from_bytes(hmac.digest(key, said, hashlib.sha384)[:5], "big")
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(35, -1, -5))


def show_code(code: str) -> str:
    """As it stands on paper: two groups of four, easier to read and to type."""
    return f"{code[:4]}-{code[4:]}" if len(code) == CODE_LENGTH else code


def read_code(typed: str) -> str:
    """What was typed or scanned, as a code: case, blanks and hyphens do not count, O is 0, I and L are 1."""
    return re.sub(r"[^0-9A-Z]", "", clean(typed).upper()).translate(_CONFUSED)


def is_code(text: str) -> bool:
    """Whether a text, as `read_code` gives it, is spelt as a code: only that may stand in a QR mark."""
    return len(text) == CODE_LENGTH and all(letter in _ALPHABET for letter in text)


def nearest_codes(typed: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known codes within two slips of what was typed, nearest first (a swap is one slip)."""
    wanted = read_code(typed)
    near = [(OSA.distance(wanted, code, score_cutoff=_FAR), code) for code in set(known)]
    return tuple(code for slips, code in sorted(near) if slips <= _FAR)[:most]


def unknown_code(typed: str, known: Iterable[str]) -> str:
    """The sentence for a code that no copy has, with the nearest ones."""
    near = nearest_codes(typed, known)
    hint = (
        f"did you mean {' or '.join(show_code(code) for code in near)}?"
        if near
        else ("look at the foot of any page of the copy and type its eight characters again.")
    )
    return f"No copy has the code {clean(typed)[:40] or '(nothing)'}; nothing was changed; {hint}"


class CopyMark(Struct, frozen=True):
    """All that makes one copy different from the next. `page_codes` has one code a page."""

    pack_id: str
    number: int
    of: int
    holder: str
    service: str
    code: str
    page_codes: tuple[str, ...]
    large: bool = False

    @property
    def copy_line(self) -> str:
        return f"Copy {self.number} of {self.of} – {self.holder}"

    @property
    def watermark(self) -> str:
        return " – ".join(part for part in (f"COPY {self.number}", self.service.upper()) if part)


def copy_mark(key: bytes, pack_id: str, holder: HolderDraft, number: int, of: int, pages: int) -> CopyMark:
    """The mark of copy `number` for one holder, when the layout's page count is known."""
    code = copy_code(key, pack_id, number)
    return CopyMark(
        pack_id=pack_id,
        number=number,
        of=of,
        holder=holder.name,
        service=holder.service,
        code=code,
        page_codes=page_codes(key, code, pages),
        large=holder.large,
    )


def copy_file_name(contents: Contents, meeting_code: str, number: int, of: int) -> str:
    """`pack-CHC-2027-03-10-copy-04-of-12.pdf` (design/formats.md section 5)."""
    wide = max(2, len(str(of)))
    return f"{contents.value}-{meeting_code}-copy-{number:0{wide}d}-of-{of:0{wide}d}.pdf"


class HolderDraft(Struct, frozen=True):
    """One line of a copies file. `passphrase` None: one is to be made and shown once."""

    name: str
    service: str
    passphrase: str | None = None
    large: bool = False
    row: int = 0


class CopyRow(Struct, frozen=True):
    """One numbered copy and what became of it. Moments are UTC."""

    code: str
    pack_id: str
    meeting_code: str
    contents: Contents
    number: int
    of: int
    holder: str
    service: str
    state: CopyState
    large: bool = False
    pages: int = 0
    file: str = ""
    reserved_at: datetime | None = None
    issued_at: datetime | None = None
    returned_at: datetime | None = None
    returned_by: str = ""
    destroyed_at: datetime | None = None
    destroyed_by: str = ""
    witness: str = ""
    method: str = ""
    missing_at: datetime | None = None
    missing_by: str = ""
    missing_reason: str = ""
    settled_at: datetime | None = None
    settled_by: str = ""

    @property
    def numbered(self) -> str:
        """`pack copy 4 of 12`: how the trail names a copy, which never names its holder."""
        return f"{self.contents.value} copy {self.number} of {self.of}"

    @property
    def words(self) -> str:
        """`copy 4 of 12 (M. Ashcombe)`, as every sentence about a copy names it."""
        return f"copy {self.number} of {self.of} ({self.holder})"


class Ledger(Struct, frozen=True):
    """What became of a meeting's copies. `reserved` are numbers whose printing nobody has confirmed yet."""

    printed: int
    issued: int
    void: int
    out: int
    returned: int
    destroyed: int
    missing: int
    reserved: int
    numbers: int
    """Every number ever given out."""

    @property
    def balanced(self) -> bool:
        """Every number is accounted for: formats.md section 5, and no number stands in two states."""
        return (
            self.printed == self.issued + self.void
            and self.issued == self.out + self.returned + self.destroyed + self.missing
            and self.numbers == self.printed + self.reserved
        )


def balance(copies: Sequence[CopyRow]) -> Ledger:
    """Count the copies of a meeting. A reserved number is not printed until a person or the print says so.

    *Issued* is counted from the moment of issue, not from the states, so that a row changed outside the
    program shows as a ledger that does not balance instead of one that balances by construction.
    """
    states = [row.state for row in copies]
    issued = sum(row.issued_at is not None for row in copies)
    void = states.count(CopyState.VOID)
    return Ledger(
        printed=len(copies) - states.count(CopyState.RESERVED),
        issued=issued,
        void=void,
        out=states.count(CopyState.OUT),
        returned=states.count(CopyState.RETURNED),
        destroyed=states.count(CopyState.DESTROYED),
        missing=states.count(CopyState.MISSING),
        reserved=states.count(CopyState.RESERVED),
        numbers=len({(row.pack_id, row.number) for row in copies}),
    )


def issue_copy(row: CopyRow, at: datetime, file: str, pages: int) -> CopyRow:
    """The copy's file is written: it is out with its holder from now on."""
    _needs(row, CopyState.RESERVED, "cannot be issued")
    return replace(row, state=CopyState.OUT, issued_at=at, file=file, pages=pages)


def void_copy(row: CopyRow) -> CopyRow:
    """The print was stopped before this copy came out; its number is never used again."""
    _needs(row, CopyState.RESERVED, "cannot be made void")
    return replace(row, state=CopyState.VOID)


def anew(row: CopyRow) -> tuple[HolderDraft, str]:
    """A copy made once more, under a number of its own: for whom, and the reason that stands with the print.

    No number is printed twice: two sheets of paper with one number could be lost one at a time, and the ledger would
    balance. Refused while the copy may still be in its holder's hands, for then two would be out in its place.
    """
    if row.state is CopyState.RESERVED:
        raise Refused(
            f"Nobody has said whether {row.words} came out; nothing was printed: settle it first, then make it anew."
        )
    if row.state is CopyState.OUT:
        raise Refused(
            f"{row.words.capitalize()} is out; nothing was printed. Its number is not printed twice: count it back in "
            "or record it as missing first, then make it anew under a number of its own."
        )
    became = "void, never printed" if row.state is CopyState.VOID else row.state.value
    return HolderDraft(row.holder, row.service, None, row.large), f"in place of {row.numbered} ({became})"


class Settlement(StrEnum):
    """What a person says became of a copy that a crash left reserved (trust.md, Printing and copies)."""

    CAME_OUT = "came out"
    DID_NOT = "did not"
    UNSURE = "unsure"


def settle_copy(row: CopyRow, said: Settlement, by: str, at: datetime) -> CopyRow:
    """Settle a reserved copy. *Unsure* counts as issued and missing: the safe reading is that it exists."""
    _needs(row, CopyState.RESERVED, "needs no settling")
    row = replace(row, settled_at=at, settled_by=by)
    if said is Settlement.DID_NOT:
        return replace(row, state=CopyState.VOID)
    if said is Settlement.CAME_OUT:
        return replace(row, state=CopyState.OUT, issued_at=at)
    reason = "Nobody could say whether it was printed before the program stopped."
    return replace(
        row,
        state=CopyState.MISSING,
        issued_at=at,
        missing_at=at,
        missing_by=by,
        missing_reason=reason,
    )


def return_copy(row: CopyRow, by: str, at: datetime) -> CopyRow:
    """Count a copy back in. A missing copy that is found comes back the same way."""
    if row.state is CopyState.RETURNED:
        raise Refused(
            f"{_sentence_start(row.words)} was already counted in{_when(row.returned_at)}"
            f"{_who(row.returned_by)}; nothing was changed; look at the code of the copy in your hand."
        )
    if row.state not in (CopyState.OUT, CopyState.MISSING):
        raise Refused(_not_now(row, "cannot be counted in"))
    return replace(row, state=CopyState.RETURNED, returned_at=at, returned_by=by)


def destroy_copy(row: CopyRow, by: str, witness: str, at: datetime, method: str = "shredded") -> CopyRow:
    """Record a destruction: a returned copy alone, seen by somebody other than the one who records it."""
    seen_by = clean(witness)
    if not fold(seen_by):
        raise Refused(
            f"Nobody is named as witness to the destruction of {row.words}; nothing was changed; "
            "name the person who saw it destroyed."
        )
    if fold(seen_by) == fold(by):
        raise Refused(
            f"{seen_by} cannot witness their own destruction of {row.words}; nothing was changed; "
            "name another person who saw it."
        )
    _needs(row, CopyState.RETURNED, "cannot be destroyed", "count it in first")
    return replace(
        row, state=CopyState.DESTROYED, destroyed_at=at, destroyed_by=by, witness=seen_by, method=method
    )


def lose_copy(row: CopyRow, by: str, reason: str, at: datetime) -> CopyRow:
    """Record a copy as missing: an incident with a clock, so its reason may not be empty."""
    told = clean(reason)
    if not told:
        raise Refused(
            f"No reason is given why {row.words} is missing; nothing was changed; "
            "say when it was last seen and who was told."
        )
    _needs(row, CopyState.OUT, "cannot be recorded as missing")
    return replace(row, state=CopyState.MISSING, missing_at=at, missing_by=by, missing_reason=told)


def _needs(row: CopyRow, state: CopyState, cannot: str, instead: str = "") -> None:
    if row.state is not state:
        raise Refused(_not_now(row, cannot, instead))


def _not_now(row: CopyRow, cannot: str, instead: str = "") -> str:
    stands = {
        CopyState.RESERVED: "its printing was never confirmed",
        CopyState.VOID: "it was never printed and its number is void",
        CopyState.OUT: "it is out with its holder",
        CopyState.RETURNED: "it was counted in" + _when(row.returned_at),
        CopyState.DESTROYED: "it was destroyed" + _when(row.destroyed_at),
        CopyState.MISSING: "it is recorded as missing" + _when(row.missing_at),
    }[row.state]
    if row.state is CopyState.RESERVED:
        instead = "settle it first: it came out, it did not, or nobody is sure"
    advice = instead or "look at the ledger for what became of it"
    return f"{_sentence_start(row.words)} {cannot}: {stands}; nothing was changed; {advice}."


def _when(moment: datetime | None) -> str:
    return f" on {show_moment(moment)}" if moment else ""


def _who(person: str) -> str:
    return f" by {person}" if person else ""


def _sentence_start(words: str) -> str:
    return words[:1].upper() + words[1:]
