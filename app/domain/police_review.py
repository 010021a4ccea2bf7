"""Deciding what Police wrote, cell by cell (design/formats.md section 4; needs X4, X5, X7).

Nothing here writes an answer: a cell is staged, decided, and settled when the exchange is confirmed.
Police values stand beside Corrections' own; none overwrites another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.police import Column, ColumnKind, SentRow, Sheet, column_named, columns_of
from app.domain.police_cells import read_cell, read_typed, speak_to
from app.domain.police_return import FormRow, Matched
from app.domain.raw_cells import CellKind, RawCell
from app.domain.words import CellState, RowState, SixAnswer


class StagedCell(Struct, frozen=True):
    """One filled answer cell. Its `id` (`x12.threats`) stays the same for the same bytes.

    `theirs` is what Police wrote; `value` what it reads as (dates ISO), None while refused, `fault` why.
    `present` is what the register has now, `edited` the value typed here in place of Police's own.
    `row_state` is None on *Aliases and people*, whose rows carry no seal; `prn` is None until somebody says
    whose row it is.
    """

    id: str
    sheet: Sheet
    place: str
    heading: str
    theirs: str
    value: str | None
    fault: str
    note: str
    row_state: RowState | None
    row_key: str | None
    prn: str | None
    present: str = ""
    state: CellState = CellState.UNDECIDED
    edited: str | None = None
    reason: str = ""

    def shown(self, value: str) -> str:
        """A value of this cell as people read it: dates as dd/mm/yyyy."""
        if value and column_named(self.sheet, self.heading).kind is ColumnKind.DATE:
            return show_date(date.fromisoformat(value))
        return value

    @property
    def taken_value(self) -> str | None:
        """What goes into the record when the cell is taken: the edit if there is one, else Police's own."""
        return self.edited if self.edited is not None else self.value


class RefusedCell(Struct, frozen=True):
    """A cell that could not be read: `refused[]` of the import."""

    id: str
    sheet: str
    cell: str
    heading: str
    reason: str


class ReceiptDocument(Struct, frozen=True):
    """What Police get back: every settled cell, and the rows that never came (need X5).

    `names` gives each PRN's name as it was sent; `missing` lists sent rows without a reply.
    """

    exchange: str
    forum_name: str
    meeting_day: date
    marking: str
    training: bool
    confirmed_on: date
    cells: tuple[StagedCell, ...]
    names: Mapping[str, str]
    missing: tuple[SentRow, ...] = ()


def stage(matched: Matched) -> tuple[StagedCell, ...]:
    """One staged cell for each filled answer cell of every row that came back, in the file's order."""
    cells: list[StagedCell] = []
    for row in matched.rows:
        cells += _stage_row(row.form, row.state, row.row_key, row.prn, matched.month_first)
    for form in matched.people:
        cells += _stage_row(form, None, None, None, matched.month_first)
    return tuple(cells)


def refused_cells(cells: Iterable[StagedCell]) -> tuple[RefusedCell, ...]:
    """The staged cells whose value was refused, each with where it stands and why."""
    return tuple(RefusedCell(c.id, str(c.sheet), c.place, c.heading, c.fault) for c in cells if c.fault)


def accept(cell: StagedCell, edit: str | None = None) -> StagedCell:
    """Accept a cell, with a corrected value if one is typed. Raises Refused where it cannot be taken."""
    if cell.prn is None and cell.sheet is not Sheet.PEOPLE:
        raise Refused(
            f"{_where(cell)} belongs to a row whose seal is lost: say first whose row it is, then accept it."
        )
    if edit is not None:
        read = read_typed(column_named(cell.sheet, cell.heading), edit)
        if read is None:
            raise Refused(f"{_where(cell)}: an accepted value cannot be blank; reject the cell instead.")
        if read.value is None:
            raise Refused(f"{_where(cell)} was not changed: {read.fault}.")
        edited = None if read.value == cell.value else read.value
        return replace(cell, state=CellState.ACCEPTED, edited=edited, reason="")
    if cell.value is None:
        raise Refused(
            f"{_where(cell)} cannot be accepted as it is: {cell.fault}. Edit it, reject it or ask Police."
        )
    return replace(cell, state=CellState.ACCEPTED, edited=None, reason="")


def reject(cell: StagedCell, reason: str = "") -> StagedCell:
    """Reject a cell; the reason goes to Police in the receipt."""
    return replace(cell, state=CellState.REJECTED, edited=None, reason=reason.strip() or "rejected at review")


PLEASE_CHECK = "please check"
"""What Police are asked where nobody typed a question and nothing is wrong with the value itself."""


def ask(cell: StagedCell, question: str = "") -> StagedCell:
    """Send the cell back to Police with a question; it is not taken meanwhile."""
    words = question.strip() or cell.fault or PLEASE_CHECK
    return replace(cell, state=CellState.ASKED, edited=None, reason=words)


def undo(cell: StagedCell) -> StagedCell:
    """Back to undecided, without the correction or the reason that was given: nothing is written yet (need X4)."""
    return replace(cell, state=CellState.UNDECIDED, edited=None, reason="")


def unlink(cell: StagedCell) -> StagedCell:
    """A confirmed cell of a row that was about somebody else: what it wrote does not stand."""
    if cell.state not in (CellState.TAKEN, CellState.CHANGED):
        return cell
    return replace(cell, state=CellState.NOT_TAKEN, reason="unlinked: the row was about somebody else")


def can_accept_plainly(cell: StagedCell) -> bool:
    """Whether `--accept-all-intact` takes this cell: an intact row, readable, and nothing there now."""
    return (
        cell.row_state is RowState.INTACT
        and cell.state is CellState.UNDECIDED
        and cell.value is not None
        and not cell.present
    )


def accept_all_intact(cells: Sequence[StagedCell]) -> tuple[StagedCell, ...]:
    """Accept the undecided cells of intact rows whose present value is empty; the others stay as they are."""
    return tuple(accept(cell) if can_accept_plainly(cell) else cell for cell in cells)


def settle(cells: Sequence[StagedCell]) -> tuple[StagedCell, ...]:
    """Settle every cell at confirm. Raises Refused where two accepted cells would contradict each other.

    Accepted is taken, or changed where the value was corrected here; asked stays asked; rejected is not
    taken, with its reason; undecided is not taken, with the row's state as its reason, unless a chair said whose
    row it is: then it is known whom the row is about.
    """
    _refuse_contradictions(cells)
    return tuple(_settle_one(cell) for cell in cells)


def _settle_one(cell: StagedCell) -> StagedCell:
    match cell.state:
        case CellState.ACCEPTED:
            return replace(cell, state=CellState.CHANGED if cell.edited is not None else CellState.TAKEN)
        case CellState.REJECTED:
            return replace(cell, state=CellState.NOT_TAKEN)
        case CellState.UNDECIDED:
            found = cell.row_state is RowState.UNKNOWN_ROW and cell.prn is not None
            state = str(cell.row_state) if cell.row_state and not found else "undecided"
            reason = f"{state}: {cell.fault}" if cell.fault else state
            return replace(cell, state=CellState.NOT_TAKEN, reason=reason)
    return cell


def _refuse_contradictions(cells: Sequence[StagedCell]) -> None:
    accepted: dict[tuple[str, str], StagedCell] = {}
    for cell in cells:
        if cell.state is not CellState.ACCEPTED or cell.row_key is None:
            continue
        other = accepted.setdefault((cell.row_key, cell.heading), cell)
        if other.taken_value != cell.taken_value:
            raise Refused(
                f"{_where(other)} and {_where(cell)} are about the same person and both are accepted, "
                "but they say different things; nothing was written. Reject one of them."
            )


def _stage_row(
    form: FormRow, state: RowState | None, row_key: str | None, prn: str | None, month_first: bool
) -> list[StagedCell]:
    raw = dict(form.cells)
    whom = _move_speak_to(form.sheet, raw)
    staged = []
    for column in columns_of(form.sheet):
        cell = raw.get(column.heading)
        read = read_cell(column, cell, month_first) if cell is not None and not column.ours else None
        if read is None:
            continue
        note = whom if whom and column.heading == _speak_heading(form.sheet) else read.note
        staged.append(
            StagedCell(
                id=f"{form.tag}.{column.slug}",
                sheet=form.sheet,
                place=form.places[column.heading],
                heading=column.heading,
                theirs=read.theirs,
                value=read.value,
                fault=read.fault,
                note=note,
                row_state=state,
                row_key=row_key,
                prn=prn,
            )
        )
    return _say_whom_is_missing(staged)


def _speak_heading(sheet: Sheet) -> str:
    """Where the person to speak to stands: Information, or Comment on the sheet that has no Information."""
    return "Comment" if sheet is Sheet.ADDRESSES else "Information"


def _move_speak_to(sheet: Sheet, raw: dict[str, RawCell]) -> str:
    """*held, cannot share (speak to X)*: X belongs in Information; put it there where that cell is blank."""
    answer = raw.get("Police answer")
    heading = _speak_heading(sheet)
    if answer is None or answer.kind is not CellKind.TEXT or heading in raw:
        return ""
    whom = speak_to(answer.text)
    if not whom or not _has(columns_of(sheet), heading):
        return ""
    raw[heading] = RawCell(CellKind.TEXT, whom)
    return "written beside the answer by Police"


def _has(columns: Sequence[Column], heading: str) -> bool:
    return any(column.heading == heading for column in columns)


def _say_whom_is_missing(staged: list[StagedCell]) -> list[StagedCell]:
    """Mark *held, cannot share* that names nobody to speak to, so that it is asked back."""
    headings = {cell.heading for cell in staged}
    if headings & {"Information", "Comment"}:
        return staged
    return [
        replace(cell, note="names nobody to speak to: ask Police whom")
        if cell.value == SixAnswer.CANNOT_SHARE and not cell.note
        else cell
        for cell in staged
    ]


def _where(cell: StagedCell) -> str:
    return f"{cell.sheet} {cell.place} ({cell.heading})"
