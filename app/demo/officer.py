"""What a busy officer does to the workbook: opens it, fills it in, sorts it, slips here and there, sends it back.

Only the libraries that any spreadsheet script would use, and nothing of ForumDesk: what comes back must be as
foreign to the register as a real officer's copy. Made-up answers about made-up people.
"""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import msoffcrypto
import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile

Row = dict[str, Any]

_ANSWERS = (
    *("nothing held", "nothing held", "nothing held", "held, not relevant", "held, not relevant"),
    *("held, relevant", "held, relevant", "asked", "held, cannot share"),
)


def fill_in(data: bytes, passphrase: str, officer: str, day: date, says: Sequence[str], seed: int) -> bytes:
    """The workbook as it comes back: encrypted with the passphrase it was sent with."""
    box = msoffcrypto.OfficeFile(io.BytesIO(data))
    box.load_key(password=passphrase)
    opened = io.BytesIO()
    box.decrypt(opened)
    book = openpyxl.load_workbook(opened)
    chance = random.Random(seed)
    _cross_reference(book["Cross-reference"], officer, day, says, chance)
    _addresses(book["Addresses"], officer, day, chance)
    _people(book["Aliases and people"], book["Cross-reference"], officer)
    saved, sent = io.BytesIO(), io.BytesIO()
    book.save(saved)
    OOXMLFile(saved).encrypt(passphrase, sent)
    return sent.getvalue()


def _rows(sheet: Any) -> tuple[list[str], list[Row]]:
    headings = [cell.value for cell in sheet[1]]
    rows = [
        dict(zip(headings, values, strict=True)) for values in sheet.iter_rows(min_row=2, values_only=True)
    ]
    return headings, [row for row in rows if row.get("PRN")]


def _put_back(sheet: Any, headings: list[str], rows: list[Row]) -> None:
    for number, row in enumerate(rows, 2):
        for column, heading in enumerate(headings, 1):
            cell = sheet.cell(number, column)
            cell.value = row[heading]
            if isinstance(row[heading], date):
                cell.number_format = "dd/mm/yyyy"


def _cross_reference(sheet: Any, officer: str, day: date, says: Sequence[str], chance: random.Random) -> None:
    headings, rows = _rows(sheet)
    for number, row in enumerate(rows):
        answer = chance.choice(_ANSWERS)
        row["Police answer"] = answer
        if answer == "asked":
            continue
        row |= {
            "Officer": officer,
            "Checked on": day,
            "Protection order": chance.choice(("none found", "not asked")),
        }
        if answer == "held, cannot share":
            row["Information"] = "Speak to D/Insp Rangi Kōrau, Organised Crime"
        if answer == "held, relevant":
            row |= {
                "NIA number": f"PR{chance.randrange(10**6, 10**7)}",
                "Information": says[number % len(says)],
                "Grade": chance.choice(("recorded", "reported", "intelligence")),
                "Handling": chance.choice(
                    ("may be minuted", "members only", "do not attribute", "for the Board")
                ),
                "For the Board": chance.choice(("Y", None)),
                "Police classification": "Priority offender",
            }
            if chance.random() < 0.4:
                row |= {"Protection order": "in force", "Order expires": date(day.year + 2, 6, 30)}
    _slip(rows)
    _put_back(sheet, headings, rows)


def _slip(rows: list[Row]) -> None:
    """What happens to a sheet on a busy desk: sorted by name, one name put right, a formula, a row added by hand."""
    rows.sort(key=lambda row: (str(row["Surname"]), str(row["PRN"])))
    if len(rows) < 4:
        return
    rows[1]["Given names"] = f"{rows[1]['Given names']} Junior"
    rows[2]["NIA number"] = '="PR"&12345'
    known = rows[3]
    added = dict.fromkeys(known)
    added |= {heading: known[heading] for heading in ("Surname", "Given names", "Date of birth")}
    added |= {
        "PRN": "not known to me",
        "Police answer": "held, relevant",
        "Information": "A second file under this name; I think it is the same person.",
        "Officer": known["Officer"],
    }
    rows.append(added)


def _addresses(sheet: Any, officer: str, day: date, chance: random.Random) -> None:
    headings, rows = _rows(sheet)
    for row in rows:
        suits = chance.choice(("suitable", "suitable", "concerns", "not suitable"))
        row |= {"Police answer": "nothing held", "Suitability": suits, "Officer": officer, "Checked on": day}
        if suits != "suitable":
            row |= {
                "Police answer": "held, relevant",
                "Comment": "Known for parties; a co-offender visits. Neighbours call often.",
            }
    _put_back(sheet, headings, rows)


def _people(sheet: Any, listed: Any, officer: str) -> None:
    """Two rows of Police's own: another name of the first listed person, and somebody close to the second."""
    headings = [cell.value for cell in sheet[1]]
    _, rows = _rows(listed)
    if len(rows) < 2:
        return
    first, second = rows[0], rows[1]
    told = (
        {
            "About PRN or name": first["PRN"],
            "Surname": first["Surname"],
            "Given names": "Junior",
            "Kind": "Nickname",
        },
        {
            "About PRN or name": second["PRN"],
            "Surname": "Paki",
            "Given names": "Mele",
            "Date of birth": date(1989, 4, 7),
            "Kind": "Partner",
            "Information": "Lives at the first address; spoke to the officer and is glad to be asked.",
        },
    )
    for number, row in enumerate(told, 2):
        for heading, value in ({"Officer": officer} | row).items():
            cell = sheet.cell(number, headings.index(heading) + 1)
            cell.value = value
            if isinstance(value, date):
                cell.number_format = "dd/mm/yyyy"
