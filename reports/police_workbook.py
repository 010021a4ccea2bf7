"""Writing the workbook that goes to Police (design/formats.md section 4; need X2).

The library makes the frame: looks, drop-downs, colours, pages, and one row of each sheet; the rows themselves are
streamed in by `sheet_rows`, which takes a quarter of the time. Made wholly in memory: a workbook library that saves
by way of the temp folder leaves names there in clear. Reading it back stands in `reader`; both use the one column
map of `app.domain.police`.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter
from msgspec import Struct
from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from app.domain.dates import show_date
from app.domain.names import clean
from app.domain.police import (
    COLUMNS,
    FORM_SHEETS,
    SEALED_SHEETS,
    Column,
    ColumnKind,
    OutgoingWorkbook,
    SentRow,
    Sheet,
    columns_of,
)
from app.domain.words import SixAnswer
from reports.police_instructions import Areas, write_instructions
from reports.police_questions import QUESTIONS, places, question_area, write_questions
from reports.sheet_rows import with_rows

OPEN_ROWS = 100
"""White rows on *Aliases and people*."""

_LISTS = "Lists"
_FONT = "Calibri"
_FREEZE = {Sheet.CROSS_REFERENCE: (1, 4), Sheet.ADDRESSES: (1, 3), Sheet.PEOPLE: (1, 1)}
_A3, _A4 = 8, 9


class Formats(Struct, frozen=True):
    """The few looks of the workbook. Ours are shaded and locked, theirs white and open."""

    ours_head: Any
    theirs_head: Any
    seal: Any
    ours: Any
    ours_date: Any
    theirs: Any
    theirs_date: Any
    to_do: Any
    to_fix: Any


def write_police_workbook(workbook: OutgoingWorkbook, rows: Sequence[SentRow], made_at: datetime) -> bytes:
    """The workbook as plain XLSX bytes; `rows` are its sealed rows (`seal_rows`), `made_at` is UTC.

    The same arguments give the same bytes. `workbook_crypto.encrypt` puts it under a passphrase.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    _describe(book, workbook, made_at)
    formats = _formats(book)
    asked = places(workbook, rows)
    sheets = {Sheet.INSTRUCTIONS: book.add_worksheet(str(Sheet.INSTRUCTIONS))}
    if asked:
        page = book.add_worksheet(QUESTIONS)
        write_questions(
            page, asked, rows, {"head": formats.ours_head, "ours": formats.ours, "to_do": formats.to_do}
        )
        _set_page(page, workbook, _A4)
    sheets |= {name: book.add_worksheet(str(name)) for name in FORM_SHEETS}
    _write_lists(book)
    by_sheet = {name: [row for row in rows if row.sheet is name] for name in FORM_SHEETS}
    for name, mine in by_sheet.items():
        count = len(mine) if name in SEALED_SHEETS else OPEN_ROWS
        write_frame(sheets[name], name, count, formats, to_do=not asked)
        _set_page(sheets[name], workbook, _A3 if name is Sheet.CROSS_REFERENCE else _A4)
    for _, (name, line, column) in asked:
        _colour_asked(sheets[name], line, column, formats)
    areas = {str(name): _areas(name, rows, to_do=not asked) for name in SEALED_SHEETS}
    if asked:
        areas = {QUESTIONS: question_area(asked), **areas}
    write_instructions(book, sheets[Sheet.INSTRUCTIONS], workbook, areas)
    _set_page(sheets[Sheet.INSTRUCTIONS], workbook, _A4)
    sheets[Sheet.INSTRUCTIONS].activate()
    book.close()
    names = [sheet.get_name() for sheet in book.worksheets()]
    return with_rows(out.getvalue(), names, by_sheet, OPEN_ROWS)


def shown_marking(workbook: OutgoingWorkbook) -> str:
    """The marking as it stands on every page; a training workbook says so."""
    return f"TRAINING – {workbook.marking}" if workbook.training else workbook.marking


def _describe(book: Any, workbook: OutgoingWorkbook, made_at: datetime) -> None:
    made = made_at.astimezone(UTC).replace(tzinfo=None) if made_at.tzinfo else made_at
    book.set_properties(
        {
            "title": f"Police cross-reference {workbook.exchange}",
            "author": "ForumDesk",
            "category": shown_marking(workbook),
            "created": made,
        }
    )
    book.set_custom_property("ForumDesk exchange", workbook.exchange)
    book.set_size(2400, 1400)


def _formats(book: Any) -> Formats:
    base = {"font_name": _FONT, "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
    head = {**base, "bold": True, "font_color": "#FFFFFF", "valign": "vcenter", "border_color": "#FFFFFF"}
    ours = {**base, "bg_color": "#E8ECEF", "border_color": "#B9C2C9", "locked": True}
    theirs = {**base, "border_color": "#7A8893", "locked": False, "quote_prefix": False}
    day = {"num_format": "dd/mm/yyyy", "align": "left"}
    text = {"num_format": "@"}
    return Formats(
        ours_head=book.add_format({**head, "bg_color": "#1F2A33", "quote_prefix": True}),
        theirs_head=book.add_format({**head, "bg_color": "#00508F", "quote_prefix": True}),
        seal=book.add_format({**ours, **text, "font_name": "Consolas", "font_size": 9, "quote_prefix": True}),
        ours=book.add_format({**ours, **text, "quote_prefix": True}),
        ours_date=book.add_format({**ours, **day}),
        theirs=book.add_format({**theirs, **text}),
        theirs_date=book.add_format({**theirs, **day}),
        to_do=book.add_format({"bg_color": "#FFF0A6"}),
        # The words stand behind what was typed, so that red is never the only sign.
        to_fix=book.add_format(
            {"bg_color": "#F7C6C1", "bold": True, "num_format": 'General;General;General;@" ← fix"'}
        ),
    )


def _write_lists(book: Any) -> None:
    """The choices on a very hidden sheet, by name: a list typed into the rule itself may have 255 letters."""
    sheet = book.add_worksheet(_LISTS)
    sheet.very_hidden()
    for index, choices in enumerate(_choice_lists()):
        for row, choice in enumerate(choices):
            sheet.write_string(row, index, choice)
        area = xl_range_abs(0, index, len(choices) - 1, index)
        book.define_name(list_name(choices), f"={_LISTS}!{area}")


def _choice_lists() -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(column.choices for column in COLUMNS if column.choices))


def list_name(choices: tuple[str, ...]) -> str:
    """The defined name of a list of choices, after the first column that has it: `list_police_answer`."""
    first = next(column for column in COLUMNS if column.choices == choices)
    return f"list_{first.slug.replace('-', '_')}"


def _colour_asked(sheet: Any, line: int, column: int, formats: Formats) -> None:
    """A cell that is asked again is still to do while it is blank."""
    cell = f"{xl_col_to_name(column)}{line + 1}"
    rule = {"type": "formula", "criteria": f'={cell}=""', "format": formats.to_do}
    sheet.conditional_format(line, column, line, column, rule)


def write_frame(sheet: Any, name: Sheet, count: int, formats: Formats, *, to_do: bool) -> None:
    """All of a sheet but its rows: headings, rules, colours, and one row from which the others take their looks.

    `to_do` false: only single cells are asked for, so that no column as a whole is still to do.
    """
    columns = columns_of(name)
    sheet.set_row(0, 32)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width + 1)
        sheet.write_string(
            0, index, column.heading, formats.ours_head if column.ours else formats.theirs_head
        )
        if count:
            sheet.write_blank(1, index, None, look_of(column, formats))
            if not column.ours:
                _check_column(sheet, index, column, count)
                _colour_column(sheet, index, column, count, formats, to_do=to_do)
    sheet.freeze_panes(*_FREEZE[name])
    if count:
        sheet.autofilter(0, 0, count, len(columns) - 1)
    sheet.protect("", {"sort": False, "autofilter": True, "format_columns": True, "format_rows": True})
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(columns) - 1)}{count + 1}"})


def look_of(column: Column, formats: Formats) -> Any:
    """How a cell under a heading looks."""
    if column.kind is ColumnKind.SEAL:
        return formats.seal
    if column.kind is ColumnKind.DATE:
        return formats.ours_date if column.ours else formats.theirs_date
    return formats.ours if column.ours else formats.theirs


def _check_column(sheet: Any, index: int, column: Column, count: int) -> None:
    rule: dict[str, Any]
    if column.kind is ColumnKind.CHOICE:
        rule = {"validate": "list", "source": f"={list_name(column.choices)}"}
        wrong = "Choose one from the list."
    elif column.kind is ColumnKind.DATE:
        rule = {
            "validate": "date",
            "criteria": "between",
            "minimum": date(1900, 3, 1),
            "maximum": date(2199, 12, 31),
        }
        wrong = "Write a date as dd/mm/yyyy, with a four-digit year."
    else:
        rule = {"validate": "length", "criteria": "<=", "value": column.longest}
        wrong = f"At most {column.longest:,} characters fit here."
    rule |= {"error_title": column.heading[:32], "error_message": wrong}
    if column.help:
        rule |= {"input_title": column.heading[:32], "input_message": column.help}
    sheet.data_validation(1, index, count, index, rule)


def _colour_column(
    sheet: Any, index: int, column: Column, count: int, formats: Formats, *, to_do: bool
) -> None:
    """Red first, then yellow: the first rule that holds is the one that shows."""
    cell = f"{xl_col_to_name(index)}2"
    area = (1, index, count, index)
    fix = ""
    if column.kind is ColumnKind.CHOICE:
        fix = f'=AND({cell}<>"",ISNA(MATCH({cell},{list_name(column.choices)},0)))'
    elif column.kind is ColumnKind.DATE:
        fix = f'=AND({cell}<>"",NOT(ISNUMBER({cell})))'
    if fix:
        sheet.conditional_format(
            *area, {"type": "formula", "criteria": fix, "format": formats.to_fix, "stop_if_true": True}
        )
    if to_do and (rule := _to_do_rule(column, cell)):
        sheet.conditional_format(*area, {"type": "formula", "criteria": rule, "format": formats.to_do})


def _to_do_rule(column: Column, cell: str) -> str:
    """When a blank cell is still to do: the answer always, others once there is an answer that asks for them."""
    if column.sheet is Sheet.PEOPLE:
        return ""
    answer = f"${xl_col_to_name(_at(column.sheet, 'Police answer'))}2"
    whom = "Comment" if column.sheet is Sheet.ADDRESSES else "Information"
    if column.heading == "Police answer":
        return f'={cell}=""'
    if column.heading == whom:
        return f'=AND({cell}="",{answer}="{SixAnswer.CANNOT_SHARE}")'
    if column.heading in ("Officer", "Checked on"):
        return f'=AND({cell}="",{answer}<>"")'
    return ""


def _at(sheet: Sheet, heading: str) -> int:
    return next(i for i, column in enumerate(columns_of(sheet)) if column.heading == heading)


def _areas(sheet: Sheet, rows: Sequence[SentRow], *, to_do: bool) -> Areas:
    """Where the counts of a sheet look. Where only single cells are asked for, its rows count nothing to do."""
    mine = [row for row in rows if row.sheet is sheet]
    count = len(mine)
    if not count:
        return Areas(0)

    def area(index: int) -> str:
        return f"'{sheet}'!{xl_range_abs(1, index, count, index)}"

    wrong = []
    for index, column in enumerate(columns_of(sheet)):
        if column.choices:
            wrong.append(
                f'SUMPRODUCT(({area(index)}<>"")*ISNA(MATCH({area(index)},{list_name(column.choices)},0)))'
            )
        elif column.kind is ColumnKind.DATE and not column.ours:
            wrong.append(f'SUMPRODUCT(({area(index)}<>"")*NOT(ISNUMBER({area(index)})))')
    surname = _at(sheet, "Surname")
    first = f"row 2: {clean(mine[0].cells[surname - 1])}"  # the seal stands before our cells
    if not to_do:
        told = "see the sheet Questions"
        return Areas(count, wrong="+".join(wrong), first=told, to_do="0", next_to_do=f'"{told}"')
    return Areas(count, area(_at(sheet, "Police answer")), area(surname), "+".join(wrong), first)


def _set_page(sheet: Any, workbook: OutgoingWorkbook, paper: int) -> None:
    """Landscape, one page wide, the marking and the page's number on each."""
    marking = _plain(shown_marking(workbook))
    forum = _plain(f"{workbook.forum_name} {show_date(workbook.meeting_day)}")
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{forum}&C&B{marking}&B&R{_plain(workbook.exchange)}")
    sheet.set_footer(f"&LReturn by {show_date(workbook.due)}&C&B{marking}&B&RPage &P of &N")
    if sheet.get_name() != str(Sheet.INSTRUCTIONS):
        sheet.repeat_rows(0)


def _plain(text: str) -> str:
    """Text for a header: `&` starts a code there, and 255 characters are all a header holds."""
    return clean(text)[:60].replace("&", "&&")
