"""Who holds the numbered copies: the copies file of `pack print` (design/formats.md section 5).

First line headings `name,service[,passphrase][,large]` in any order; one copy a line. Everything that is
wrong is told at once with its row, because a file is mended in one go.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.meeting import match_service
from app.domain.names import clean, fold
from app.domain.packs import HolderDraft

_REQUIRED = ("name", "service")
_OPTIONAL = ("passphrase", "large")
_YES = {"y", "yes", "true", "1", "large", "x"}
_NO = {"", "n", "no", "false", "0", "normal"}
_LONGEST_NAME = 120
_LONGEST_PASSPHRASE = 127
"""Bytes: what AES-256 encryption of a PDF takes (ISO 32000-2, 7.6.4.3.3)."""
_SHORT_PASSPHRASE = 16
_MOST_BYTES = 1_000_000
_MOST_COPIES = 999
_TOLD = 5


class CopiesFile(Struct, frozen=True):
    """The holders in the file's order, and what a person should know about the file."""

    holders: tuple[HolderDraft, ...]
    notes: tuple[str, ...] = ()


def read_copies_csv(data: bytes, name: str) -> CopiesFile:
    """The holders in a copies file called `name`. Raises Refused with row numbers; nothing is half taken."""
    if len(data) > _MOST_BYTES:
        raise _refused(name, [f"it is {len(data):,} bytes long; a copies file has at most {_MOST_BYTES:,}"])
    lines = _lines(_decode(data, name), name)
    headings, *rest = lines or [(1, [])]
    columns, notes = _columns(headings[1], name)
    holders: list[HolderDraft] = []
    faults: list[str] = []
    for row, cells in rest:
        if len(cells) > len(headings[1]) and any(cell.strip() for cell in cells[len(headings[1]) :]):
            faults.append(f'row {row} has more values than headings (a name with a comma stands in "quotes")')
            continue
        values = {key: cells[at] if at < len(cells) else "" for key, at in columns.items()}
        holder, fault = _holder(values, row)
        faults += fault
        if holder:
            holders.append(holder)
            notes += _note(holder)
    faults += same_names(holders)
    if not rest:
        faults.append("it names no holder under its headings")
    if len(holders) > _MOST_COPIES:
        faults.append(f"it asks for {len(holders)} copies; at most {_MOST_COPIES} print at once")
    if faults:
        raise _refused(name, faults)
    return CopiesFile(tuple(holders), tuple(notes))


def same_names(holders: Iterable[HolderDraft]) -> list[str]:
    """Faults for names that stand twice; macrons, case and apostrophes do not make two people."""
    seen: dict[str, HolderDraft] = {}
    faults = []
    for holder in holders:
        first = seen.setdefault(fold(holder.name) or holder.name, holder)
        if first is not holder:
            faults.append(f"rows {first.row} and {holder.row} both name {holder.name}")
    return faults


def _holder(values: dict[str, str], row: int) -> tuple[HolderDraft | None, list[str]]:
    faults = []
    name = clean(values["name"])
    if not fold(name):
        faults.append(f"row {row} has no name")
    if len(name) > _LONGEST_NAME:
        faults.append(f"row {row} has a name of {len(name)} characters; a page has room for {_LONGEST_NAME}")
    if len(clean(values["service"])) > _LONGEST_NAME:
        faults.append(f"row {row} has a service of more than {_LONGEST_NAME} characters")
    large = values.get("large", "").strip().casefold()
    if large not in _YES | _NO:
        faults.append(f"row {row} says {clean(large)[:20]!r} under large; write yes or no")
    passphrase = unicodedata.normalize("NFC", values.get("passphrase", "").strip()) or None
    if passphrase and len(passphrase.encode("utf-8")) > _LONGEST_PASSPHRASE:
        faults.append(f"row {row} has a passphrase over {_LONGEST_PASSPHRASE} bytes, more than a PDF takes")
    if passphrase and not passphrase.isprintable():
        faults.append(f"row {row} has a passphrase with a character that cannot be typed")
    if faults:
        return None, faults
    written = clean(values["service"])
    service = match_service(written)
    return HolderDraft(name, service.value if service else written, passphrase, large in _YES, row), []


def _note(holder: HolderDraft) -> list[str]:
    if holder.passphrase and len(holder.passphrase) < _SHORT_PASSPHRASE:
        return [f"Row {holder.row}: a passphrase under {_SHORT_PASSPHRASE} characters is easily guessed."]
    return []


def _columns(cells: list[str], name: str) -> tuple[dict[str, int], list[str]]:
    columns: dict[str, int] = {}
    notes = []
    for at, cell in enumerate(cells):
        heading = fold(cell)
        if heading in columns:
            raise _refused(name, [f"the heading {heading} stands twice in its first line"])
        if heading in _REQUIRED + _OPTIONAL:
            columns[heading] = at
        elif clean(cell):
            notes.append(f"The heading {clean(cell)[:40]} is not known and was passed over.")
    lacking = [heading for heading in _REQUIRED if heading not in columns]
    if lacking:
        raise _refused(name, [f"its first line lacks the heading {' and '.join(lacking)}"])
    return columns, notes


def _decode(data: bytes, name: str) -> str:
    if not data.strip():
        raise _refused(name, ["it is empty"])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise _refused(name, ["it is not text"]) from None
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _refused(name, ["it is not text; save it as CSV (UTF-8)"])


def _lines(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The lines that hold something, each with its number in the file."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        numbered = [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise _refused(name, [f"row {reader.line_num} cannot be read ({error})"]) from None
    return [(row, cells) for row, cells in numbered if any(cell.strip() for cell in cells)]


def _refused(name: str, faults: list[str]) -> Refused:
    told = "; ".join(faults[:_TOLD])
    more = f"; and {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
    return Refused(
        f"The copies file {name} was not taken: {told}{more}. Nothing was printed and no number was used; "
        "mend the file and print again."
    )
