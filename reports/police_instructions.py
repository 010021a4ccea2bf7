"""The first sheet of the Police workbook: seven lines, and what is still to do, counted live."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from app.domain.dates import show_long_date
from app.domain.names import clean
from app.domain.police import EXCHANGE_LABEL, OutgoingWorkbook

_LAST = 6  # column G
_INK, _SOFT, _BLUE = "#1F2A33", "#E8ECEF", "#00508F"


class Areas(Struct, frozen=True):
    """What the live counts look at on one sheet: cell ranges, and a formula counting what needs fixing.

    `first` is what the counts show as next to do until a spreadsheet program counts anew.
    """

    rows: int
    answers: str = ""
    surnames: str = ""
    wrong: str = "0"
    first: str = ""
    to_do: str = ""
    """Counts what is still to do, where that is not the blank cells of `answers`."""
    next_to_do: str = ""


def lines(workbook: OutgoingWorkbook) -> tuple[str, ...]:
    """The seven numbered lines."""
    return (
        (
            "Fill in white cells only. Grey cells are ours and locked; the code under 'Row' brings each answer back to "
            "the right person, so please leave it as it is."
        ),
        _second_line(workbook),
        "For 'held, cannot share', write under 'Information' (on Addresses: 'Comment') whom the forum should speak to.",
        "Dates are dd/mm/yyyy with a four-digit year. Looked and found no protection order? Say 'none found'.",
        (
            "Addresses: choose an answer and a suitability for each. Put other names, relatives and associates "
            "on 'Aliases and people'."
        ),
        (
            "'Grade' says how sure the information is, 'Handling' what the forum may do with it; "
            "put Y under 'For the Board' where the Parole Board should read it."
        ),
        (
            "Yellow is still to do and red needs fixing; both are counted below. "
            f"Save as .xlsx under the same passphrase and send it back by {show_long_date(workbook.due)}."
        ),
    )


def _second_line(workbook: OutgoingWorkbook) -> str:
    if workbook.questions:
        return (
            "This workbook asks again about some of your answers: the sheet 'Questions' says which cells. "
            "Leave the others blank; what you told us before stands."
        )
    return (
        "Cross-reference: choose one of the six answers under 'Police answer' in every row. "
        "A blank cell never means none."
    )


def write_instructions(book: Any, sheet: Any, workbook: OutgoingWorkbook, areas: dict[str, Areas]) -> None:
    """Title, which exchange this is, the seven lines and the live counts; `areas` as the writer gives them."""
    looks = _looks(book)
    sheet.hide_gridlines(2)
    for column, width in enumerate((4, 24, 12, 14, 14, 44, 16)):
        sheet.set_column(column, column, width)
    marking = f"TRAINING – {workbook.marking}" if workbook.training else workbook.marking
    sheet.merge_range(0, 0, 0, _LAST, marking, looks["marking"])
    sheet.merge_range(1, 0, 1, _LAST, "Police cross-reference for the forum's meeting", looks["title"])
    sheet.set_row(1, 30)
    facts = (
        (EXCHANGE_LABEL, workbook.exchange),
        ("Forum", workbook.forum_name),
        ("Meeting", f"{show_long_date(workbook.meeting_day)} ({workbook.meeting})"),
        ("Please return by", show_long_date(workbook.due)),
    )
    for row, (label, value) in enumerate(facts, 3):
        sheet.write_string(row, 1, label, looks["label"])
        sheet.write_string(row, 2, clean(value), looks["fact"])
    at = 8
    for number, line in enumerate(lines(workbook), 1):
        sheet.write_number(at, 0, number, looks["number"])
        sheet.merge_range(at, 1, at, _LAST, line, looks["line"])
        sheet.set_row(at, 33)
        at += 1
    _write_counts(sheet, at + 1, areas, looks)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _write_counts(sheet: Any, at: int, areas: dict[str, Areas], looks: dict[str, Any]) -> None:
    for column, heading in enumerate(("Sheet", "Rows", "Still to do", "Needs fixing", "Next to do"), 1):
        sheet.write_string(at, column, heading, looks["head"])
    for row, (name, area) in enumerate(areas.items(), at + 1):
        sheet.write_string(row, 1, name, looks["cell"])
        sheet.write_number(row, 2, area.rows, looks["cell"])
        if not area.rows:
            sheet.write_number(row, 3, 0, looks["count"])
            sheet.write_number(row, 4, 0, looks["count"])
            sheet.write_string(row, 5, "nothing was sent on this sheet", looks["cell"])
            continue
        blank = f'INDEX({area.answers}="",0)'
        first = f"MATCH(TRUE,{blank},0)"
        to_do = area.to_do or f"COUNTBLANK({area.answers})"
        sheet.write_formula(row, 3, f"={to_do}", looks["count"], 0 if area.to_do == "0" else area.rows)
        sheet.write_formula(row, 4, f"={area.wrong}", looks["count"], 0)
        nothing = '"nothing: every row has an answer"'
        text = area.next_to_do or f'"row "&({first}+1)&": "&INDEX({area.surnames},{first})'
        sheet.write_formula(row, 5, f"=IFERROR({text},{nothing})", looks["cell"], area.first)
        for column, colour in ((3, "to_do"), (4, "to_fix")):
            sheet.conditional_format(
                row,
                column,
                row,
                column,
                {"type": "cell", "criteria": ">", "value": 0, "format": looks[colour]},
            )


def _looks(book: Any) -> dict[str, Any]:
    font = {"font_name": "Calibri", "font_size": 11, "font_color": _INK, "valign": "vcenter"}
    cell = {**font, "border": 1, "border_color": "#B9C2C9", "align": "left"}
    given: dict[str, dict[str, Any]] = {
        "marking": {**font, "bold": True, "align": "center"},
        "title": {**font, "bold": True, "font_size": 18},
        "label": {**font, "font_color": "#4A5A66"},
        "fact": {**font, "bold": True, "quote_prefix": True},
        "number": {**font, "bold": True, "font_color": "#FFFFFF", "bg_color": _BLUE, "align": "center"},
        "line": {**font, "text_wrap": True, "indent": 1, "bottom": 1, "bottom_color": _SOFT},
        "head": {**font, "bold": True, "font_color": "#FFFFFF", "bg_color": _INK, "border": 1},
        "cell": cell,
        "count": {**cell, "bold": True, "font_size": 13},
        "to_do": {"bg_color": "#FFF0A6"},
        "to_fix": {"bg_color": "#F7C6C1"},
    }
    return {name: book.add_format(look) for name, look in given.items()}
