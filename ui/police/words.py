"""How an exchange and a cell of it are told: the step it stands at, what came, what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.dates import AUCKLAND, show_date
from app.domain.police_cells import as_date
from app.domain.police_exchange import ExchangeLine, Review, ReviewCell
from app.domain.words import CellState, RowState
from ui import words
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import label

STEPS = (tr("Choose cases"), tr("Export"), tr("Waiting"), tr("Import"), tr("Review"), tr("Apply"))
WAITING, REVIEW, APPLIED = 3, 5, 7
"""The step an exchange stands at; 7 is past the last one."""
TAKEN = (CellState.ACCEPTED, CellState.TAKEN, CellState.CHANGED)
NOT_TAKEN = (CellState.REJECTED, CellState.NOT_TAKEN)
WHO_DECIDES = tr("Cells are decided by an administrator of the forum, or by its Police liaison.")
WHO_LINKS = tr("A chair of the forum says whose row this is.")
WHO_ASKS = tr(
    "A chair of the forum says whose row this is. Pick the person and ask for it: Home tells the chair."
)

Belongs = Callable[[ReviewCell], bool]
ALWAYS = (0, 5, 6)
"""Filters that stand there with nothing under them as well: all, accepted, rejected."""
FILTERS: tuple[tuple[str, Belongs], ...] = (
    (tr("All"), lambda _cell: True),
    (tr("Undecided"), lambda cell: cell.state is CellState.UNDECIDED),
    (tr("Conflicts"), lambda cell: cell.conflict),
    (tr("Need a fix"), lambda cell: bool(cell.fault) and cell.state is CellState.UNDECIDED),
    (tr("On unknown rows"), lambda cell: cell.prn is None),
    (tr("Accepted"), lambda cell: cell.state in TAKEN),
    (tr("Rejected"), lambda cell: cell.state in NOT_TAKEN),
    (tr("Asked back"), lambda cell: cell.state is CellState.ASKED),
)


class StepsBar(QWidget):
    """The six steps, told by sign and word: done, here, to come."""

    def __init__(self, step: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[QLabel] = [label("", wrap=False) for _ in STEPS]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow(*self._steps))
        # What wraps asks for the height of its narrowest shape; this one mostly stands in one line.
        self.setMinimumHeight(scaled(20))
        self.set_step(step)

    def set_step(self, step: int) -> None:
        """1 to 6 is where the work stands, 7 is past all of them, 0 is before."""
        for number, (each, name) in enumerate(zip(self._steps, STEPS, strict=True), 1):
            sign = "✓" if number < step else "▶" if number == step else "·"
            arrow = "   →" if number < len(STEPS) else ""
            each.setText(f"{sign} {number} {name}{arrow}")
            relook(each, "strong" if number == step else "")


def day_of(moment_day: date, today: date) -> str:
    """How far a due day is, in words."""
    days = (moment_day - today).days
    if days == 0:
        return tr("due today")
    if days > 0:
        return tr("due in {days}", days=words.counted(days, "day"))
    return tr("{days} late", days=words.counted(-days, "day"))


def step_of(line: ExchangeLine) -> int:
    """The number of the step an exchange stands at."""
    return {"sent": WAITING, "returned": REVIEW, "confirmed": APPLIED}[line.state]


def step_words(line: ExchangeLine, today: date) -> str:
    """The step with a sign, so that nothing is told by colour."""
    waits = "!" if line.due < today else "…"
    return f"{waits if line.state == 'sent' else '●' if line.state == 'returned' else '✓'} {step_told(line, today)}"


def step_told(line: ExchangeLine, today: date) -> str:
    """The step as it stands in a sentence."""
    if line.state == "sent":
        chased = (
            tr(", reminded {counted_times}", counted_times=counted_times(len(line.chased)))
            if line.chased
            else ""
        )
        return tr("Waiting, {day}{chased}", day=day_of(line.due, today), chased=chased)
    if line.state == "returned":
        return (
            tr("Review, {undecided} undecided", undecided=line.undecided)
            if line.undecided
            else tr("Review, ready to apply")
        )
    day = line.confirmed_at.astimezone(AUCKLAND).date() if line.confirmed_at else None
    asks = tr(", {asked} to ask back", asked=line.asked) if line.asked else ""
    return (tr("Applied {day}", day=show_date(day)) if day else tr("Applied")) + asks


def counted_times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: tr("once"), 2: tr("twice")}.get(count, tr("{count} times", count=count))


def shown(value: str | None) -> str:
    """Dates as people read them, one line, a dash for nothing."""
    text = value or ""
    day = as_date(text) if len(text) == 10 and text[4:5] == "-" else None
    return show_date(day) if day else " ".join(text.split()) or "—"


def person_words(cell: ReviewCell) -> str:
    """Whom a cell is about, or where it stands while nobody has said."""
    return f"? {place_words(cell)}" if cell.prn is None else f"{cell.name}  {cell.prn}"


def place_words(cell: ReviewCell, *, begins: bool = False) -> str:
    """Where a row stands in the file: `row 4 of Cross-reference`; `begins` where a sentence or a line does with it."""
    place = cell.place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if begins:
        return tr("Row {place} of {sheet}", place=place, sheet=cell.sheet)
    return tr("row {place} of {sheet}", place=place, sheet=cell.sheet)


def changes(cell: ReviewCell) -> bool:
    """Whether taking it would make the register say something that it does not say already."""
    return shown(cell.ours) != shown(cell.value)


def simple(cell: ReviewCell) -> bool:
    """An undecided, readable cell of an intact row where the register has nothing."""
    return (
        cell.row_state is RowState.INTACT
        and cell.state is CellState.UNDECIDED
        and cell.value is not None
        and not cell.ours
    )


def repeats(cell: ReviewCell) -> bool:
    """An undecided cell of an intact row that says again what stands here."""
    return (
        cell.row_state is RowState.INTACT
        and cell.state is CellState.UNDECIDED
        and cell.value is not None
        and bool(cell.ours)
        and not changes(cell)
    )


def state_words(cell: ReviewCell) -> str:
    """What a cell is, most pressing first, with a sign."""
    if cell.prn is None:
        return tr("? whose row")
    if cell.fault:
        return f"✕ {cell.fault}"
    if cell.conflict:
        told = tr("≠ conflict")
    elif not cell.ours:
        told = tr("+ added")
    else:
        told = tr("+ changes") if changes(cell) else tr("= same as now")
    row = {RowState.DUPLICATE: tr("! row came twice"), RowState.OURS_CHANGED: tr("! our cells changed"),
           RowState.UNKNOWN_ROW: tr("linked")}.get(cell.row_state or RowState.INTACT, "")  # fmt: skip
    return "; ".join(part for part in (row, told, cell.note) if part)


def state_short(cell: ReviewCell) -> str:
    """The same in the few letters a column has; what is odd about the row is a sign here, and told beside the list."""
    if cell.prn is None:
        return state_words(cell)
    if cell.fault:
        return tr("✕ to fix")
    told = tr("≠ conflict") if cell.conflict else tr("+ added") if not cell.ours else (
        tr("+ changes") if changes(cell) else tr("= same")
    )  # fmt: skip
    odd = cell.row_state in (RowState.DUPLICATE, RowState.OURS_CHANGED) or bool(cell.note)
    return f"! {told}" if odd else told


def decision_words(cell: ReviewCell) -> str:
    """What was decided, with a sign."""
    told = {
        CellState.UNDECIDED: tr("Fix or send back") if cell.fault else tr("Undecided"),
        CellState.ACCEPTED: tr("✓ Accept")
        if cell.edited is None
        else tr("✓ Accept as {edited}", edited=shown(cell.edited)),
        CellState.REJECTED: tr("✗ Reject"),
        CellState.ASKED: tr("↩ Ask back"),
        CellState.TAKEN: tr("✓ Taken"),
        CellState.CHANGED: tr("✓ Taken as {edited}", edited=shown(cell.edited)),
        CellState.NOT_TAKEN: tr("✗ Not taken"),
    }[cell.state]
    return f"{told}: {cell.reason}" if cell.reason and cell.state is not CellState.REJECTED else told


def decision_short(cell: ReviewCell) -> str:
    """The same in the few letters a column has: what needs a fix says so in its state, and how beside the list."""
    waits = cell.state is CellState.UNDECIDED and not cell.reason
    return tr("Undecided") if waits else decision_words(cell)


def pressing(cell: ReviewCell) -> int:
    """The order of a review: conflicts first, then what cannot be taken as it is. It stays while one decides."""
    if cell.conflict:
        return 0
    if cell.fault:
        return 1
    if cell.prn is None:
        return 2
    if cell.row_state in (RowState.OURS_CHANGED, RowState.DUPLICATE, RowState.UNKNOWN_ROW):
        return 3
    return 5 if cell.ours and not changes(cell) else 4


def head_words(review: Review, brief: bool = False) -> str:
    """`58 of 63 rows came back · 41 answers · 3 need a fix · 2 unknown rows`; of a `brief` one the first alone."""
    counts = review.counts
    conflicts = sum(cell.conflict for cell in review.cells)
    faults = sum(bool(cell.fault) for cell in review.cells)
    unknown = sum(row.prn is None for row in review.rows)
    parts = [
        tr("{rows} came back, ", rows=words.counted(counts.rows, "row"))
        + (tr("{missing} did not", missing=counts.missing) if counts.missing else tr("none is missing")),
        words.counted(len(review.cells), "answer"),
    ]
    for count, one, more in (
        (conflicts, tr("conflict"), tr("conflicts")),
        (faults, tr("needs a fix"), tr("need a fix")),
        (unknown, tr("unknown row"), tr("unknown rows")),
    ):
        if count:
            parts.append(f"{count} {one if count == 1 else more}")
    return " · ".join(parts[:1] if brief else parts)


def decided(cells: Iterable[ReviewCell]) -> tuple[int, int, int, int]:
    """How many are accepted, rejected, asked back and undecided."""
    states = [cell.state for cell in cells]
    return (
        sum(state in TAKEN for state in states),
        sum(state in NOT_TAKEN for state in states),
        states.count(CellState.ASKED),
        states.count(CellState.UNDECIDED),
    )


def note_lines(review: Review) -> str:
    """What else is to be known of a returned file."""
    lines = [f"{note}." for note in review.notes]
    if review.missing:
        named = "; ".join(review.missing[:3])
        more = tr("; and {count} more", count=len(review.missing) - 3) if len(review.missing) > 3 else ""
        lines.append(
            tr(
                "Did not come back: {named}{more}. Once this is applied, a case without its own row stands on the "
                "agenda as “Police: no reply”.",
                named=named,
                more=more,
            )
        )
    return "\n".join(lines)
