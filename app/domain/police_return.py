"""Recognising what came back: sheets by their headings, rows by their seals (design/formats.md section 4).

Each row is tested in this order: seal absent or wrong: unknown-row; seal seen more than once: every row
carrying it is a duplicate; identity cells differ after normalising: ours-changed; else intact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from app.domain.names import clean, fold
from app.domain.police import (
    EXCHANGE_LABEL,
    FORM_SHEETS,
    ROW,
    SEALED_SHEETS,
    Column,
    ColumnKind,
    SentRow,
    Sheet,
    columns_of,
    ours_of,
    read_seal,
)
from app.domain.police_cells import is_month_first, plain, same_value
from app.domain.raw_cells import RawCell, RawSheet, RawWorkbook
from app.domain.words import RowState

HEADING_ROWS = 10
"""Headings stand in row 1; a copy may have had lines put above them, so this many rows are looked at."""


class FormRow(Struct, frozen=True):
    """A row under recognised headings. `tag` parts the rows of two copies of one sheet (`x12`, `x12-2`)."""

    sheet: Sheet
    tag: str
    number: int
    cells: dict[str, RawCell]
    places: dict[str, str]


class ReturnedForm(Struct, frozen=True):
    """The rows of the form. `ignored` are headings that are not ours; `absent` are headings the file lost."""

    rows: tuple[FormRow, ...]
    exchange: str
    ignored: tuple[str, ...]
    absent: tuple[tuple[Sheet, str], ...]
    notes: tuple[str, ...]


class ReturnedRow(Struct, frozen=True):
    """A row of Cross-reference or Addresses after matching. `row_key` is None for an unknown row."""

    form: FormRow
    seal: str
    state: RowState
    row_key: str | None
    prn: str | None
    changed: tuple[str, ...] = ()

    @property
    def ours(self) -> dict[str, str]:
        """Our cells as they came back, by heading."""
        return {
            c.heading: plain(self.form.cells[c.heading])
            for c in ours_of(self.form.sheet)
            if c.heading in self.form.cells
        }


class ReturnCounts(Struct, frozen=True):
    """Rows of Cross-reference and Addresses by state; `missing` counts sent seals no row carries."""

    rows: int
    intact: int
    ours_changed: int
    unknown_row: int
    duplicate: int
    missing: int


class Matched(Struct, frozen=True):
    rows: tuple[ReturnedRow, ...]
    people: tuple[FormRow, ...]
    missing: tuple[SentRow, ...]
    month_first: bool = False
    """Our own dates came back turned round: this copy writes mm/dd/yyyy, so its date answers are not read."""

    @property
    def counts(self) -> ReturnCounts:
        states = Counter(row.state for row in self.rows)
        return ReturnCounts(
            rows=len(self.rows),
            intact=states[RowState.INTACT],
            ours_changed=states[RowState.OURS_CHANGED],
            unknown_row=states[RowState.UNKNOWN_ROW],
            duplicate=states[RowState.DUPLICATE],
            missing=len(self.missing),
        )


_TAGS = {Sheet.CROSS_REFERENCE: "x", Sheet.ADDRESSES: "a", Sheet.PEOPLE: "p"}
_TELLING = {
    Sheet.CROSS_REFERENCE: {
        "prn",
        "given names",
        "police answer",
        "nia number",
        "protection order",
        "anchor",
    },
    Sheet.ADDRESSES: {"address", "rank", "suitability", "comment"},
    Sheet.PEOPLE: {"about prn or name", "kind", "given names", "information"},
}
"""Headings that tell one sheet from the others; a sheet is taken for the one it shows most of."""


def read_form(raw: RawWorkbook) -> ReturnedForm:
    """Find the form's sheets by their headings, whatever they are called and wherever they stand."""
    rows: list[FormRow] = []
    ignored: list[str] = []
    absent: list[tuple[Sheet, str]] = []
    seen: Counter[Sheet] = Counter()
    for raw_sheet in raw.sheets:
        found = _headings(raw_sheet)
        if found is None:
            continue
        sheet, at, places = found
        seen[sheet] += 1
        taken = {column: index for index, column in places.items()}
        header = raw_sheet.rows[at]
        ignored += [plain(c) for i, c in sorted(header.cells.items()) if i not in places and plain(c)]
        absent += [(sheet, c.heading) for c in columns_of(sheet) if c.heading not in taken]
        tag = _TAGS[sheet]
        copy = f"-{seen[sheet]}" if seen[sheet] > 1 else ""
        letters = {heading: _letters(index) for heading, index in taken.items()}
        for row in raw_sheet.rows[at + 1 :]:
            cells = {
                heading: row.cells[i]
                for i, heading in places.items()
                if i in row.cells and _filled(row.cells[i])
            }
            if cells:
                where = {heading: f"{column}{row.number}" for heading, column in letters.items()}
                rows.append(FormRow(sheet, f"{tag}{row.number}{copy}", row.number, cells, where))
    return ReturnedForm(
        tuple(rows), exchange_named(raw), tuple(dict.fromkeys(ignored)), tuple(absent), raw.notes
    )


def exchange_named(raw: RawWorkbook) -> str:
    """The exchange the file says it belongs to: beside *Exchange* in Instructions, else a property."""
    for sheet in raw.sheets:
        for row in sheet.rows[:40]:
            cells = [plain(cell) for _, cell in sorted(row.cells.items())]
            for label, value in pairwise(cells):
                if fold(label) == fold(EXCHANGE_LABEL) and value:
                    return value
    return next((clean(value) for name, value in raw.properties if fold(name) == "forumdesk exchange"), "")


def match_rows(form: ReturnedForm, sent: Sequence[SentRow]) -> Matched:
    """Give every sealed row its state. A seal that stands on the wrong sheet counts as wrong."""
    by_seal = {(row.sheet, row.seal): row for row in sent}
    sealed = [row for row in form.rows if row.sheet in SEALED_SHEETS]
    seals = [read_seal(plain(row.cells[ROW])) if ROW in row.cells else "" for row in sealed]
    times = Counter(zip((row.sheet for row in sealed), seals, strict=True))
    core_gone = {sheet for sheet, heading in form.absent if _is_core(sheet, heading)}
    month_first = _is_turned_round(sealed, seals, by_seal)
    rows = []
    for row, code in zip(sealed, seals, strict=True):
        known = by_seal.get((row.sheet, code))
        if known is None:
            rows.append(ReturnedRow(row, code, RowState.UNKNOWN_ROW, None, None))
            continue
        changed = _changed(row, known, form.absent, month_first)
        if times[row.sheet, code] > 1:
            state = RowState.DUPLICATE
        elif changed or row.sheet in core_gone:
            state = RowState.OURS_CHANGED
        else:
            state = RowState.INTACT
        rows.append(ReturnedRow(row, code, state, known.row_key, known.prn, changed))
    back = {(row.form.sheet, row.seal) for row in rows}
    missing = tuple(row for row in sent if (row.sheet, row.seal) not in back)
    people = tuple(row for row in form.rows if row.sheet is Sheet.PEOPLE)
    return Matched(tuple(rows), people, missing, month_first)


def no_form(raw: RawWorkbook, file: str) -> str:
    """A sentence where no sheet shows the form's headings; else empty. `file` is the file's name."""
    if any(_headings(sheet) is not None for sheet in raw.sheets):
        return ""
    return (
        f"{file} does not hold the Police form: no sheet has its headings (Row, PRN, Police answer, …). "
        "Nothing was taken over; choose the workbook that was sent."
    )


def _is_turned_round(
    sealed: Sequence[FormRow], seals: Sequence[str], by_seal: Mapping[tuple[Sheet, str], SentRow]
) -> bool:
    """Whether the dates we sent came back as mm/dd/yyyy, and none of them as it was sent."""
    told: set[bool | None] = set()
    for row, code in zip(sealed, seals, strict=True):
        if known := by_seal.get((row.sheet, code)):
            for column, was in zip(ours_of(row.sheet), known.cells, strict=True):
                if column.kind is ColumnKind.DATE:
                    told.add(is_month_first(was, row.cells.get(column.heading)))
    return True in told and False not in told


def _changed(
    row: FormRow, known: SentRow, absent: Sequence[tuple[Sheet, str]], month_first: bool
) -> tuple[str, ...]:
    """The headings of ours whose cells differ. A column lost whole is not held against each row."""
    lost = {heading for sheet, heading in absent if sheet is row.sheet}
    pairs = zip(ours_of(row.sheet), known.cells, strict=True)
    return tuple(
        column.heading
        for column, was in pairs
        if column.heading not in lost
        and not same_value(column, was, row.cells.get(column.heading), month_first)
    )


def _is_core(sheet: Sheet, heading: str) -> bool:
    return any(c.heading == heading and c.identity for c in ours_of(sheet))


def _filled(cell: RawCell) -> bool:
    return bool(plain(cell)) or bool(cell.text.strip())


def _headings(raw: RawSheet) -> tuple[Sheet, int, dict[int, str]] | None:
    """The sheet this is, the index of its heading row, and which heading stands in which column."""
    best: tuple[int, Sheet, int, dict[int, str]] | None = None
    for at, row in enumerate(raw.rows[:HEADING_ROWS]):
        texts = {index: fold(clean(cell.text)) for index, cell in row.cells.items()}
        for sheet in FORM_SHEETS:
            places = _places(columns_of(sheet), texts)
            telling = len(_TELLING[sheet] & set(texts.values()))
            score = len(places)
            if telling >= 2 and score >= 3 and (best is None or score > best[0]):
                best = (score, sheet, at, places)
    return best[1:] if best else None


def _places(columns: Sequence[Column], texts: dict[int, str]) -> dict[int, str]:
    """Column index to heading. Where a heading stands twice the first column counts."""
    wanted = {fold(column.heading): column.heading for column in columns}
    places: dict[int, str] = {}
    for index in sorted(texts):
        heading = wanted.get(texts[index])
        if heading and heading not in places.values():
            places[index] = heading
    return places


def _letters(index: int) -> str:
    """`A` for 0, `AA` for 26: the column as a spreadsheet names it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
