"""What leaves the use cases of the Police exchange, and the small rules between sending and confirming."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from app.domain.dates import show_date
from app.domain.linkage import Proposal, RowFacts
from app.domain.names import clean, fold, full_name
from app.domain.police import SEALED_SHEETS, WHO_AND_WHEN, Sheet, ours_of, seal
from app.domain.police_cells import as_date, plain
from app.domain.police_return import FormRow, ReturnCounts
from app.domain.police_review import RefusedCell, StagedCell, accept
from app.domain.words import AliasKind, CellState, Handling, RowState

Deliver = Callable[[bytes], Callable[[], None] | None]
"""Who takes a finished file: called last before it is recorded; what it gives back is called once it is.

So a file can wait beside its place until the register knows of it.
"""

RECIPIENTS = ("Police liaison",)

PEOPLE_HEADING = "Aliases and people"
"""Under this heading stands what Police added about a listed person; one value a row, none replaces another."""

OUR_HEADINGS = tuple(dict.fromkeys(c.heading for sheet in SEALED_SHEETS for c in ours_of(sheet)))
"""What leaves the register with a workbook, for the disclosure ledger."""


def exchange_name(key: bytes, meeting: str, number: int) -> str:
    """`EX-CHC-2027-03-10-1-7KQM`: the meeting, which workbook of it, and four characters of this register.

    Two registers may both have a forum CHC that meets on one day; the last part tells their workbooks apart.
    """
    name = f"EX-{meeting}-{number}"
    return f"{name}-{seal(key, name, 'exchange', ())[:4]}"


def other_exchange(name: str, found: tuple[str, str, str, int], wanted: tuple[str, str, str, int]) -> str:
    """The sentence for a file of another exchange; each is (exchange, meeting, forum, place in the order sent)."""
    exchange, meeting, forum, sent = found
    if forum != wanted[2]:
        whose = f"another forum: to {exchange} of {forum}"
    else:
        whose = f"{'an earlier' if sent < wanted[3] else 'a later'} exchange: to {exchange}"
    return (
        f"{name} belongs to {whose}, for the meeting {meeting}, not to {wanted[0]}; nothing was taken over. "
        "Take it in for the exchange it belongs to, or choose the other file."
    )


def row_key(case_id: int | None, address_id: int | None) -> str | None:
    """What a row of a sealed sheet is about, as one word; None while nobody has said."""
    if address_id is not None:
        return f"address-{address_id}"
    return f"case-{case_id}" if case_id is not None else None


class Verdict(StrEnum):
    """What a person says of one cell."""

    ACCEPT = "accept"
    REJECT = "reject"
    ASK = "ask"
    EDIT = "edit"
    UNDO = "undo"


class SentExchange(Struct, frozen=True):
    """A workbook just made; its bytes went out and are not kept, their hash is."""

    exchange: str
    rows: int
    people: int
    sha256: str
    due: date
    plain: bool
    restricted: int = 0
    """Listed cases that are restricted and did not go: Police read them by a disclosure the chair decides on."""


class ExchangeLine(Struct, frozen=True):
    """One exchange in a list: sent, due, returned, confirmed (need X9)."""

    exchange: str
    meeting: str
    forum: str
    sent_at: datetime
    due: date
    rows: int
    plain: bool
    returned_at: datetime | None
    confirmed_at: datetime | None
    undecided: int
    asked: int = 0
    """Answers asked back that no workbook of questions has carried to Police yet."""
    asks_of: str | None = None
    """The exchange whose answers this one asks again; None for the workbook of a meeting's agenda."""
    chased: tuple[datetime, ...] = ()
    """When Police were reminded, the first time first."""
    links_asked: int = 0
    """Rows of the file under review for which somebody asked that a chair says whose they are."""

    def is_overdue(self, on: date) -> bool:
        """Whether Police still have it although its day is past."""
        return self.state == "sent" and on > self.due

    @property
    def state(self) -> str:
        """`sent`, `returned` (something waits to be confirmed) or `confirmed`."""
        if self.returned_at and not (self.confirmed_at and self.confirmed_at >= self.returned_at):
            return "returned"
        return "confirmed" if self.confirmed_at else "sent"


class TakenIn(Struct, frozen=True):
    """What taking a file in found. `cells` is 0 and `again` true where these bytes had been taken in before."""

    exchange: str
    counts: ReturnCounts
    cells: int
    added_people: int
    refused: tuple[RefusedCell, ...]
    notes: tuple[str, ...]
    again: bool = False
    replaced: bool = False
    """Another file, whose answers nobody had applied, is no longer under review; it can be taken in again."""
    kept: int = 0
    """Answers decided as they were in that file."""


class ReviewRow(Struct, frozen=True):
    """One returned row under review. `about` is the name of the person it is taken to be about."""

    tag: str
    sheet: str
    number: int
    state: RowState | None
    prn: str | None
    about: str
    linked: bool
    changed: tuple[str, ...]
    ours: tuple[tuple[str, str], ...]
    proposals: tuple[Proposal, ...]


class ReviewCell(Struct, frozen=True):
    """One answer: theirs beside ours, both as people read them. `conflict`: it contradicts what we have."""

    id: str
    row: str
    sheet: str
    place: str
    prn: str | None
    name: str
    heading: str
    ours: str
    theirs: str
    value: str | None
    state: CellState
    row_state: RowState | None
    fault: str
    note: str
    reason: str
    edited: str | None
    conflict: bool
    ours_by: str = ""
    """Who told what stands in `ours`, and when; empty once the cell is settled."""


class Review(Struct, frozen=True):
    """The file that came back last, as it stands. `confirmed_on` is set once it has been settled."""

    exchange: str
    meeting: str
    file_name: str
    taken_in_on: date
    confirmed_on: date | None
    counts: ReturnCounts
    rows: tuple[ReviewRow, ...]
    cells: tuple[ReviewCell, ...]
    notes: tuple[str, ...]
    missing: tuple[str, ...] = ()
    decided: int = 0


class Confirmed(Struct, frozen=True):
    """What confirming settled."""

    exchange: str
    taken: int
    changed: int
    not_taken: int
    asked: int
    people: int
    receipt_sha256: str


class TakenBack(Struct, frozen=True):
    """A confirmation that was undone as a whole, with how many values left the record."""

    exchange: str
    values: int


class Linked(Struct, frozen=True):
    """A row and whom a person said, or asked, that it is about; `prn` is empty once that is taken back."""

    exchange: str
    row: str
    prn: str
    name: str
    values: int = 0
    """Values moved back out of the record, where a confirmed row was unlinked."""


class KeptPassphrase(Struct, frozen=True):
    """The passphrase one workbook was sent with; None where it went out plain."""

    exchange: str
    passphrase: str | None


class TakenRow(Struct, frozen=True):
    """The settled, taken cells of one returned row: values by heading, Police's own where it was corrected.

    `written` is what the row's other readable cells say of it: who, when, how sure and how to handle it hold for
    what was taken even where nobody accepted those cells themselves (need X7).
    """

    tag: str
    sheet: Sheet
    case_id: int
    address_id: int | None
    values: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def beside(self, heading: str, stands: str | None) -> str | None:
        """What stands beside the row's answers: as taken, else as written in the row, else as it stood."""
        return self.values.get(heading) or self.written.get(heading) or stands

    def handling(self, stands: str | None) -> Handling | None:
        """As taken; where nobody took it, the stricter of what the row says and what stood (need X7)."""
        if taken := self.values.get("Handling"):
            return Handling(taken)
        said = [Handling(word) for word in (self.written.get("Handling"), stands) if word]
        return min(said, key=_STRICTEST.index, default=None)


_STRICTEST = (Handling.DO_NOT_ATTRIBUTE, Handling.MEMBERS_ONLY, Handling.FOR_THE_BOARD, Handling.MINUTED)


def taken_rows(cells: Iterable[StagedCell], target: dict[str, tuple[int, int | None]]) -> list[TakenRow]:
    """Rows of what was taken, in the file's order; the same value from two duplicates is one value.

    `target` gives case and address by a row's tag.
    """
    rows: dict[str, TakenRow] = {}
    written: dict[str, dict[str, str]] = {}
    seen: set[tuple[str, str]] = set()
    for cell in cells:
        value = cell.taken_value
        if cell.state not in (CellState.TAKEN, CellState.CHANGED) or value is None:
            if value is not None:
                written.setdefault(cell.id.partition(".")[0], {})[cell.heading] = value
            continue
        if cell.row_key is not None:
            if (cell.row_key, cell.heading) in seen:
                continue
            seen.add((cell.row_key, cell.heading))
        tag = cell.id.partition(".")[0]
        if tag not in target:
            continue
        row = rows.setdefault(tag, TakenRow(tag, cell.sheet, *target[tag]))
        row.values[cell.heading] = value
        if cell.state is CellState.CHANGED:
            row.own[cell.heading] = cell.theirs
    for tag, row in rows.items():
        row.written.update(written.get(tag, {}))
    return list(rows.values())


def accept_unchanged(cells: Iterable[StagedCell]) -> tuple[StagedCell, ...]:
    """Accept the undecided cells of intact rows that say again what the register has already.

    Where nothing else of a row is left undecided then, who gave its answers and when is accepted with them.
    """

    def is_open(cell: StagedCell) -> bool:
        return (
            cell.row_state is RowState.INTACT and cell.state is CellState.UNDECIDED and cell.value is not None
        )

    again = [accept(cell) if is_open(cell) and cell.present == cell.value else cell for cell in cells]
    others = [cell for cell in again if cell.heading not in WHO_AND_WHEN]
    left = {cell.id.partition(".")[0] for cell in others if cell.state is CellState.UNDECIDED}
    taken = {cell.id.partition(".")[0] for cell in others if cell.state is CellState.ACCEPTED} - left
    return tuple(
        accept(cell)
        if is_open(cell) and cell.heading in WHO_AND_WHEN and cell.id.partition(".")[0] in taken
        else cell
        for cell in again
    )


_KINDS = {
    "alias": AliasKind.ALIAS,
    "aka": AliasKind.ALIAS,
    "also known as": AliasKind.ALIAS,
    "nickname": AliasKind.NICKNAME,
    "nick name": AliasKind.NICKNAME,
    "birth": AliasKind.BIRTH,
    "birth name": AliasKind.BIRTH,
    "maiden name": AliasKind.BIRTH,
    "te reo form": AliasKind.TE_REO,
    "te reo": AliasKind.TE_REO,
}


def alias_kind(kind: str) -> AliasKind | None:
    """Which kind of another name Police meant; None for partners, relatives and whatever is no name."""
    return _KINDS.get(fold(kind))


def people_sentence(values: dict[str, str]) -> str:
    """What Police added about a person, as one text: `Partner: Hemi, Ana, born 02/03/1988. Lives with …`."""
    name = full_name(values.get("Surname", ""), values.get("Given names", ""))
    born = as_date(values.get("Date of birth", ""))
    who = ", ".join(part for part in (name, f"born {show_date(born)}" if born else "") if part)
    kind = values.get("Kind", "")
    head = f"{kind}: {who}" if kind and who else kind or who
    return ". ".join(part for part in (head, values.get("Information", "")) if part)


def facts_of_row(form: FormRow) -> RowFacts:
    """What a row whose seal is lost, or one that Police added, tells about its person."""
    told = {heading: plain(cell) for heading, cell in form.cells.items()}
    if form.sheet is Sheet.PEOPLE:
        return _facts_of_addition(told)
    born = as_date(form.cells["Date of birth"].text) if "Date of birth" in form.cells else None
    return RowFacts(
        prn=told.get("PRN", ""),
        surname=told.get("Surname", ""),
        given_names=told.get("Given names", ""),
        born=born,
        aliases=tuple(part.strip() for part in told.get("Aliases", "").split(";") if part.strip()),
        address=told.get("Address", ""),
        marks=told.get("Physical marks", ""),
    )


def _facts_of_addition(told: dict[str, str]) -> RowFacts:
    """Whom a row of *Aliases and people* is about. Where it adds another name, that and the date are the person's own.

    `About PRN or name` may hold both: `10234567 Ngatā, Hemi`.
    """
    about = clean(told.get("About PRN or name", ""))
    words = about.split()
    number = next((word.strip(",;()") for word in words if _is_number(word)), "")
    name = about if not number else " ".join(word for word in words if not _is_number(word)).strip(" ,;()")
    surname, given = split_name(name)
    if alias_kind(told.get("Kind", "")) is None:
        return RowFacts(prn=number, surname=surname, given_names=given)
    other = full_name(told.get("Surname", ""), told.get("Given names", ""))
    born = as_date(told.get("Date of birth", ""))
    if not surname and not given:
        surname, given, other = told.get("Surname", ""), told.get("Given names", ""), ""
    return RowFacts(
        prn=number, surname=surname, given_names=given, born=born, aliases=(other,) if other else ()
    )


def split_name(text: str) -> tuple[str, str]:
    """`Surname, Given` or `Given Surname` as family and given names; a number is no name."""
    text = clean(text)
    if _is_number(text):
        return "", ""
    if "," in text:
        family, _, given = text.partition(",")
        return family.strip(), given.strip()
    given, _, family = text.rpartition(" ")
    return family, given


def _is_number(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def tell_missing(cells: Sequence[str]) -> str:
    """A row that never came, for people: PRN and name."""
    return " ".join(cells[:2])
