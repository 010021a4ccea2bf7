"""The sheet *Questions* of a workbook that asks Police again: what was written, what is asked, what is still to do.

The answers are given on the form itself, where drop-downs and checks are; here stands only the way to them. Reading
passes this sheet over: it has no column of the form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from app.domain.names import clean
from app.domain.police import OutgoingWorkbook, Question, SentRow, Sheet, columns_of
from app.domain.police_asking import sheet_of
from reports.police_instructions import Areas

QUESTIONS = "Questions"

_HEADINGS = ("No.", "Answer on sheet", "in cell", "About", "Under", "You wrote", "We ask", "State")
_WIDTHS = (5, 17, 9, 26, 18, 34, 56, 12)
_TO_DO, _DONE = "to do", "answered"
_STATE = len(_HEADINGS) - 1

Place = tuple[Sheet, int, int]
"""A cell to answer in: its sheet, its line (1 is the first under the headings) and its column, from 0."""


def places(workbook: OutgoingWorkbook, rows: Sequence[SentRow]) -> tuple[tuple[Question, Place], ...]:
    """Each question with the cell it is answered in; *Aliases and people* are asked on the person's own row."""
    lines: dict[tuple[Sheet, str], int] = {}
    for sheet in (Sheet.CROSS_REFERENCE, Sheet.ADDRESSES):
        mine = [row for row in rows if row.sheet is sheet]
        lines |= {(sheet, row.row_key): number for number, row in enumerate(mine, 1)}
    found = []
    for question in workbook.questions:
        sheet = sheet_of(question)
        headings = [column.heading for column in columns_of(sheet)]
        heading = question.heading if question.heading in headings else "Information"
        found.append((question, (sheet, lines[sheet, question.row_key], headings.index(heading))))
    return tuple(found)


def write_questions(
    sheet: Any,
    asked: Sequence[tuple[Question, Place]],
    rows: Sequence[SentRow],
    looks: Mapping[str, Any],
) -> None:
    """One line a question; `looks` has `head`, `ours`, `to_do` and `done`. The last column counts itself."""
    names = {row.row_key: " ".join(row.cells[:2]) for row in rows}
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, looks["head"])
    sheet.set_row(0, 26)
    for at, (question, place) in enumerate(asked, 1):
        target, line, column = place
        cell = f"{xl_col_to_name(column)}{line + 1}"
        wide = max(len(question.theirs) / _WIDTHS[5], len(question.asks) / _WIDTHS[6], 1)
        sheet.set_row(at, 14.5 * (int(wide) + 1) + 2)
        sheet.write_number(at, 0, at, looks["ours"])
        told = (str(target), cell, names[question.row_key], question.heading, question.theirs, question.asks)
        for index, text in enumerate(told, 1):
            sheet.write_string(at, index, clean(text), looks["ours"])
        formula = f'=IF(\'{target}\'!${xl_col_to_name(column)}${line + 1}="","{_TO_DO}","{_DONE}")'
        sheet.write_formula(at, _STATE, formula, looks["ours"], _TO_DO)
    last = max(len(asked), 1)
    rule = {"type": "cell", "criteria": "==", "value": f'"{_TO_DO}"', "format": looks["to_do"]}
    sheet.conditional_format(1, _STATE, last, _STATE, rule)
    sheet.freeze_panes(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def question_area(asked: Sequence[tuple[Question, Place]]) -> Areas:
    """What the first sheet counts of the questions: how many are still to do, and which comes next."""
    end = len(asked) + 1
    states = f"'{QUESTIONS}'!$H$2:$H${end}"
    first = f'MATCH("{_TO_DO}",{states},0)'
    sheet, cell = (f"INDEX('{QUESTIONS}'!${letter}$2:${letter}${end},{first})" for letter in "BC")
    target, line, column = asked[0][1]
    return Areas(
        len(asked),
        to_do=f'COUNTIF({states},"{_TO_DO}")',
        next_to_do=f'"question "&{first}&": "&{sheet}&", cell "&{cell}',
        first=f"question 1: {target}, cell {xl_col_to_name(column)}{line + 1}",
    )
