"""The receipt to Police: cell by cell, taken, not taken, changed or asked, with reason and date (need X5)."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import xlsxwriter

from app.domain.counting import count
from app.domain.dates import show_date, show_long_date
from app.domain.police import Sheet
from app.domain.police_cells import tidy
from app.domain.police_review import ReceiptDocument
from app.domain.words import CellState

_HEADINGS = (
    ("Sheet", 17),
    ("Cell", 7),
    ("PRN", 12),
    ("Name", 26),
    ("Heading", 20),
    ("You wrote", 44),
    ("Outcome", 12),
    ("Recorded as", 44),
    ("Reason", 36),
    ("Date", 12),
)
_MEANINGS = (
    (CellState.TAKEN, "stands in the register as you wrote it"),
    (CellState.CHANGED, "stands in the register as corrected here; your own words are kept beside it"),
    (CellState.ASKED, "not in the register: please look at the question under Reason"),
    (CellState.NOT_TAKEN, "not in the register, for the reason given"),
)
_COLOURS = {
    CellState.TAKEN: "#DDEFDD",
    CellState.CHANGED: "#FFF0A6",
    CellState.ASKED: "#D7E6F5",
    CellState.NOT_TAKEN: "#F7C6C1",
}


def write_receipt(receipt: ReceiptDocument, made_at: datetime) -> bytes:
    """The receipt as plain XLSX bytes, made in memory; the same arguments give the same bytes.

    Put it under the exchange's passphrase with `workbook_crypto.encrypt`, unless the exchange was plain.
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
    made = made_at.astimezone(UTC).replace(tzinfo=None) if made_at.tzinfo else made_at
    book.set_properties({"title": f"Receipt {receipt.exchange}", "author": "ForumDesk", "created": made})
    looks = _looks(book)
    summary, cells = book.add_worksheet("Summary"), book.add_worksheet("Receipt")
    _write_summary(summary, receipt, looks)
    _write_cells(cells, receipt, looks)
    sheets = [summary, cells]
    if receipt.missing:
        sheets.append(book.add_worksheet("No reply"))
        _write_missing(sheets[-1], receipt, looks)
    for sheet in sheets:
        _set_page(sheet, receipt)
    book.close()
    return out.getvalue()


def _marking(receipt: ReceiptDocument) -> str:
    return f"TRAINING – {receipt.marking}" if receipt.training else receipt.marking


def _write_summary(sheet: Any, receipt: ReceiptDocument, looks: dict[str, Any]) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 10)
    sheet.set_column(2, 2, 78)
    sheet.write_string(0, 0, "Receipt for the Police cross-reference", looks["title"])
    facts = (
        ("Exchange", receipt.exchange),
        ("Forum", receipt.forum_name),
        ("Meeting", show_long_date(receipt.meeting_day)),
        ("Confirmed", show_long_date(receipt.confirmed_on)),
    )
    for row, (label, value) in enumerate(facts, 2):
        sheet.write_string(row, 0, label, looks["label"])
        sheet.write_string(row, 1, tidy(value)[0], looks["fact"])
    counts = Counter(cell.state for cell in receipt.cells)
    for column, heading in enumerate(("Outcome", "Cells", "Meaning")):
        sheet.write_string(7, column, heading, looks["head"])
    for at, (state, meaning) in enumerate(_MEANINGS):
        row = 8 + at
        sheet.write_string(row, 0, _words(state), looks[state])
        sheet.write_number(row, 1, counts[state], looks["cell"])
        sheet.write_string(row, 2, meaning, looks["cell"])
    if receipt.missing:
        gone = count(len(receipt.missing), "row")
        text = f"Of the rows that were sent {gone} did not come back, listed under 'No reply'."
        sheet.write_string(10 + len(_MEANINGS), 0, text, looks["label"])


def _write_cells(sheet: Any, receipt: ReceiptDocument, looks: dict[str, Any]) -> None:
    _write_head(sheet, _HEADINGS, looks)
    # Most texts of a receipt stand in many cells; of a large one, making them anew took a third of the time.
    tidied = lru_cache(maxsize=4096)(lambda text: tidy(text)[0])
    plain, day = looks["cell"], show_date(receipt.confirmed_on)
    words = {state: _words(state) for state in CellState}
    for row, cell in enumerate(receipt.cells, 1):
        taken = cell.state in (CellState.TAKEN, CellState.CHANGED)
        recorded = cell.shown(cell.taken_value or "") if taken else ""
        texts = (
            str(cell.sheet),
            cell.place,
            cell.prn or "",
            receipt.names.get(cell.prn or "", ""),
            cell.heading,
            cell.theirs,
            words[cell.state],
            recorded,
            _why(cell.reason) or ("corrected here" if cell.state is CellState.CHANGED else ""),
            day,
        )
        for column, text in enumerate(texts):
            sheet.write_string(row, column, tidied(text), looks[cell.state] if column == 6 else plain)
        sheet.set_row(row, _height(texts))
    if receipt.cells:
        sheet.autofilter(0, 0, len(receipt.cells), len(_HEADINGS) - 1)


_NOBODY = "nobody at the forum decided it before the answers were confirmed"
_REASONS = {
    "intact": _NOBODY,
    "undecided": _NOBODY,
    "ours-changed": "grey cells of this row were altered, so it was not certain whom it is about",
    "duplicate": "this row came back more than once",
    "unknown-row": "the code under Row was missing or altered, so it was not certain whom it is about",
}
"""What the state of a row says to whoever filled it in, who does not know our words for it."""


def _why(reason: str) -> str:
    """A reason as Police read it: where it is the state of the row, in words behind the state itself."""
    state, _, fault = reason.partition(": ")
    words = _REASONS.get(state)
    if words is None:
        return reason
    return f"{state}: {fault}" if fault else f"{state}: {words}"


def _write_missing(sheet: Any, receipt: ReceiptDocument, looks: dict[str, Any]) -> None:
    _write_head(sheet, (("Sheet", 17), ("Row", 18), ("PRN", 12), ("Name", 30), ("Address", 50)), looks)
    for row, sent in enumerate(receipt.missing, 1):
        address = sent.cells[-1] if sent.sheet is Sheet.ADDRESSES else ""
        texts = (str(sent.sheet), sent.seal, sent.prn, receipt.names.get(sent.prn, ""), address)
        for column, text in enumerate(texts):
            sheet.write_string(row, column, tidy(text)[0], looks["cell"])


def _write_head(sheet: Any, headings: tuple[tuple[str, int], ...], looks: dict[str, Any]) -> None:
    for column, (heading, width) in enumerate(headings):
        sheet.set_column(column, column, width + 1)
        sheet.write_string(0, column, heading, looks["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _height(texts: tuple[str, ...]) -> float:
    """Points for the longest wrapped cell, up to what a spreadsheet row may have."""
    most = 1
    for text, (_, width) in zip(texts, _HEADINGS, strict=True):
        if len(text) * 11 > 10 * width or "\n" in text:
            most = max(most, sum(max(1, -(-len(line) * 11 // (10 * width))) for line in text.split("\n")))
    return min(409.0, 13.5 * most + 2)


def _words(state: CellState) -> str:
    """The outcome for people: `not taken`, without the hyphen of the code."""
    return str(state).replace("-", " ")


def _looks(book: Any) -> dict[str, Any]:
    font = {
        "font_name": "Calibri",
        "font_size": 10,
        "font_color": "#1F2A33",
        "valign": "top",
        "quote_prefix": True,
    }
    cell = {**font, "text_wrap": True, "border": 1, "border_color": "#B9C2C9", "num_format": "@"}
    looks = {
        "title": book.add_format({**font, "bold": True, "font_size": 18}),
        "label": book.add_format({**font, "font_color": "#4A5A66"}),
        "fact": book.add_format({**font, "bold": True}),
        "head": book.add_format(
            {**font, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F2A33", "border": 1}
        ),
        "cell": book.add_format(cell),
    }
    for state, colour in _COLOURS.items():
        looks[state] = book.add_format({**cell, "bold": True, "bg_color": colour})
    return looks


def _set_page(sheet: Any, receipt: ReceiptDocument) -> None:
    marking = _marking(receipt).replace("&", "&&")
    exchange = receipt.exchange.replace("&", "&&")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&L{exchange}&C&B{marking}&B&RReceipt to Police")
    sheet.set_footer(f"&C&B{marking}&B&RPage &P of &N")
