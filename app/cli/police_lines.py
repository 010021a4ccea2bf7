"""The Police review as a person reads it in a terminal: what needs a person first."""

from __future__ import annotations

from app.cli.base import count, table
from app.domain.dates import show_date
from app.domain.police_cells import as_date
from app.domain.police_exchange import Review, ReviewCell, TakenIn
from app.domain.words import CellState, RowState

_WIDE = 44


def taken_in_lines(taken: TakenIn) -> tuple[str, ...]:
    counts = taken.counts
    if taken.again:
        first = f"This very file was taken in before, for {taken.exchange}; nothing was changed."
    else:
        came = f"{count(counts.rows, 'row')}, {count(taken.cells, 'answer')}"
        first = f"Took in {taken.exchange}: {came}. Nothing is written yet."
    rows = ", ".join(
        f"{number} {words}"
        for number, words in (
            (counts.intact, "intact"),
            (counts.ours_changed, "with our cells changed"),
            (counts.unknown_row, "without a seal of ours"),
            (counts.duplicate, "more than once"),
            (counts.missing, "missing"),
            (taken.added_people, "added by Police"),
        )
        if number
    )
    lines = [first, f"Rows: {rows or 'none'}."]
    if taken.replaced:
        lines.append(replaced_words(taken))
    lines += [_note(note) for note in taken.notes]
    if taken.refused:
        lines += ["", "Cannot be read as they are:"]
        lines += table(
            ("Cell", "Sheet", "At", "Heading", "Why"),
            [(r.id, r.sheet, r.cell, r.heading, r.reason) for r in taken.refused],
        )
    lines += ["", f"Next: forumdesk police review {taken.exchange}"]
    return tuple(lines)


def replaced_words(taken: TakenIn) -> str:
    return (
        "It takes the place of a file that was not confirmed, which can be taken in again; "
        f"decided as there: {count(taken.kept, 'answer')}."
    )


def review_data(review: Review) -> dict[str, object]:
    """The review as JSON: `cells` in the file's order (design/formats.md section 5)."""
    return {
        "exchange": review.exchange,
        "meeting": review.meeting,
        "confirmed": review.confirmed_on,
        "cells": [
            {
                "id": cell.id,
                "prn": cell.prn,
                "heading": cell.heading,
                "ours": cell.ours,
                "ours_by": cell.ours_by,
                "theirs": cell.theirs,
                "state": cell.state.value,
                "row_state": cell.row_state.value if cell.row_state else None,
                "row": cell.row,
                "sheet": cell.sheet,
                "place": cell.place,
                "value": cell.value,
                "edited": cell.edited,
                "conflict": cell.conflict,
                "fault": cell.fault,
                "note": cell.note,
                "reason": cell.reason,
            }
            for cell in review.cells
        ],
        "rows": [
            {
                "row": row.tag,
                "sheet": row.sheet,
                "number": row.number,
                "state": row.state.value if row.state else None,
                "prn": row.prn,
                "linked": row.linked,
                "changed": row.changed,
                "ours": dict(row.ours),
                "proposals": [
                    {"prn": p.prn, "name": p.name, "score": p.score, "likely": p.likely, "why": p.why}
                    | ({"asked_by": p.asked_by, "asked_on": p.asked_on} if p.asked_by else {})
                    for p in row.proposals
                ],
            }
            for row in review.rows
        ],
        "missing": review.missing,
        "notes": review.notes,
    }


def review_lines(review: Review) -> tuple[str, ...]:
    """Cells that cannot be read or contradict ours first, then rows to look at, then the rest."""
    day = f"confirmed {show_date(review.confirmed_on)}" if review.confirmed_on else "not confirmed"
    lines = [f"{review.exchange}: {review.file_name}, came {show_date(review.taken_in_on)}, {day}"]
    lines += [_note(note) for note in review.notes]
    lines += _rows(review)
    left = list(review.cells)
    for title, belongs in _GROUPS:
        group = [cell for cell in left if belongs(cell)]
        left = [cell for cell in left if not belongs(cell)]
        if group:
            lines += ["", f"{title} ({len(group)})", *_cells(group)]
    if review.missing:
        lines += ["", f"Rows that did not come back ({len(review.missing)})"]
        lines += [f"  {who}" for who in review.missing]
    return tuple(lines)


_GROUPS = (
    ("Cannot be read as they are", lambda cell: bool(cell.fault)),
    ("Contradict what the register has", lambda cell: cell.conflict),
    (
        "Rows to look at",
        lambda cell: cell.row_state in (RowState.UNKNOWN_ROW, RowState.DUPLICATE, RowState.OURS_CHANGED),
    ),
    ("Added by Police", lambda cell: cell.row_state is None),
    ("Undecided", lambda cell: cell.state is CellState.UNDECIDED),
    ("Decided", lambda cell: bool(cell.id)),
)


def _note(note: str) -> str:
    return f"Note: {note.rstrip('.')}."


_ROW_WORDS = {
    RowState.UNKNOWN_ROW: "without a seal of ours",
    RowState.DUPLICATE: "row came back more than once",
    RowState.OURS_CHANGED: "our cells were changed",
}


def _rows(review: Review) -> list[str]:
    lines: list[str] = []
    for row in review.rows:
        if row.state is RowState.OURS_CHANGED:
            lines.append(f"  {row.tag} ({row.about}, PRN {row.prn}): changed here: {', '.join(row.changed)}")
        elif row.prn is None:
            lines.append(f"  {row.tag} ({row.sheet}, line {row.number}): nobody has said whom it is about")
            lines += [
                f"      {p.likely}: {p.name}, PRN {p.prn} ({p.score:.0%}): {p.why}" for p in row.proposals
            ]
    return ["", "Rows", *lines] if lines else []


def _cells(cells: list[ReviewCell]) -> tuple[str, ...]:
    return table(
        ("Cell", "PRN", "Name", "Heading", "Ours", "Theirs", "State", "Remark"),
        [
            (
                cell.id,
                cell.prn,
                cell.name,
                cell.heading,
                _short(_shown(cell.ours)) + (f" ({cell.ours_by})" if cell.ours_by else ""),
                _short(cell.theirs),
                cell.state.value,
                _remark(cell),
            )
            for cell in cells
        ],
    )


def _remark(cell: ReviewCell) -> str:
    edited = f"edited: {_short(_shown(cell.edited))}" if cell.edited is not None else ""
    state = _ROW_WORDS.get(cell.row_state, "") if cell.row_state else ""
    told = dict.fromkeys((state, edited, cell.reason, cell.fault, cell.note))
    return "; ".join(part for part in told if part)


def _shown(value: str) -> str:
    """Dates as people read them; anything else as it stands."""
    day = as_date(value) if len(value) == 10 and value[4:5] == "-" else None
    return show_date(day) if day else value


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 1]}…"
