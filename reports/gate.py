"""The gate before any library: what may be looked at further (design/trust.md, "Reading a workbook").

Only the standard library, so that it costs nothing to import. Libraries crash or disagree on hostile
workbooks; what passes here is small, plain and means one thing only.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from app.domain.errors import Refused
from reports.sheet_xml import LOCAL, Limits, XmlScan, scan_sheet

MOST_BYTES = 20 * 1000 * 1000
MOST_PARTS = 200
MOST_UNPACKED = 50 * 1024 * 1024
MOST_RATIO = 100
RATIO_FROM = 1024 * 1024
LIMITS = Limits(rows=20_000, columns=64, depth=32)

OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_MAGIC = b"PK\x03\x04"

_ALLOWED = re.compile(
    r"""\[Content_Types\]\.xml | _rels/\.rels | mimetype | \[trash\]/[0-9]+\.dat
    | docProps/(?:core|app|custom)\.xml | docProps/thumbnail\.\w+ | docMetadata/[\w.-]+\.xml
    | customXml/(?:_rels/)?[\w.-]+
    | xl/(?:workbook|styles|sharedStrings|metadata|calcChain|comments\d*)\.xml
    | xl/_rels/workbook\.xml\.rels
    | xl/theme/(?:_rels/)?[\w.-]+
    | xl/worksheets/(?:_rels/)?[\w.-]+\.(?:xml|rels)
    | xl/(?:tables|threadedComments|persons|richData|namedSheetViews|externalLinks)/(?:_rels/)?[\w.-]+\.(?:xml|rels)
    | xl/(?:drawings|charts|media|printerSettings|comments)/(?:_rels/)?[\w.-]+
    | xl/pivotTables/(?:_rels/)?[\w.-]+ | xl/pivotCache/(?:_rels/)?[\w.-]+ | xl/revisions/(?:_rels/)?[\w.-]+
    """,
    re.VERBOSE,
)
_FORBIDDEN = (
    (re.compile(r"vba|macrosheet|macroenabled|dialogsheet|intlmacro|attachedtoolbar", re.I), "macros"),
    (re.compile(r"activex|ctrlprop|/control|\+controls?\b", re.I), "ActiveX controls"),
    (re.compile(r"embeddings|oleobject|relationships/package$|afchunk", re.I), "embedded objects"),
    (
        re.compile(r"connections|querytable|xl/model|webextension|powerpivot|customdata", re.I),
        "data connections",
    ),
)
_WORKBOOK_TYPES = ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml")


class GateReport(NamedTuple):
    """What the gate found. `encrypted` files are only looked at from outside until they are decrypted.

    `parts` are those of a workbook, by name: they are unpacked once, under the gate's eyes.
    """

    encrypted: bool
    csv: bool = False
    notes: tuple[str, ...] = ()
    parts: Mapping[str, bytes] = {}


def check_workbook(data: bytes, name: str = "The file", scan_sheets: bool = True) -> GateReport:
    """Let a workbook pass or refuse it in one sentence that begins with `name`.

    What is neither a zip nor an OLE file passes as `csv`: the reader of text decides about it. Only a reader
    that takes its values through `SheetScan`, and so meets the same limits, may leave `scan_sheets` out.
    Raises Refused.
    """
    if not data:
        raise Refused(f"{name} is empty; nothing was taken over. Ask for it to be sent again.")
    if len(data) > MOST_BYTES:
        raise Refused(
            f"{name} is {len(data) / 1e6:.1f} MB and a workbook may be {MOST_BYTES // 1_000_000} MB at most; "
            "nothing was taken over. Ask for the form alone, without pictures."
        )
    if data.startswith(OLE_MAGIC):
        return _check_ole(data, name)
    if data.startswith(ZIP_MAGIC):
        return _Zip(data, name, scan_sheets).check()
    if data[:2] == b"PK":
        raise _damaged(name)
    return GateReport(False, csv=True)


def _check_ole(data: bytes, name: str) -> GateReport:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return GateReport(True)
    for mark in ("_VBA_PROJECT", "VBA"):
        if f"{mark}\0".encode("utf-16-le") in data:
            raise Refused(
                f"{name} holds macros; nothing was taken over. Ask for it saved as .xlsx without macros."
            )
    raise Refused(
        f"{name} is in an old Office format (.xls or .doc); nothing was taken over. Ask for it saved as .xlsx."
    )


def _damaged(name: str) -> Refused:
    return Refused(
        f"{name} is not a whole workbook (cut off or damaged); nothing was taken over. Ask for it to be sent again."
    )


class _Zip:
    """One look through a zip: every part inflated once, and counted as it comes."""

    def __init__(self, data: bytes, name: str, scan_sheets: bool) -> None:
        self.name = name
        self.scan_sheets = scan_sheets
        self.notes: list[str] = []
        self.unpacked = 0
        self.parts: dict[str, bytes] = {}
        self.book_type = ""
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            whole = all(part.compress_size <= len(data) for part in self.zip.infolist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged(name) from error
        if not whole:
            raise _damaged(name)

    def check(self) -> GateReport:
        parts = [
            part for part in self.zip.infolist() if not (part.filename.endswith("/") and part.file_size == 0)
        ]
        self._check_names(parts)
        try:
            for part in parts:
                self._check_part(part)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise _damaged(self.name) from error
        if not any(kind in self.book_type for kind in _WORKBOOK_TYPES):
            raise self._not_workbook()
        return GateReport(False, notes=tuple(dict.fromkeys(self.notes)), parts=self.parts)

    def _not_workbook(self) -> Refused:
        return Refused(
            f"{self.name} is not an Excel workbook; nothing was taken over. Ask for it saved as .xlsx or as CSV."
        )

    def _check_names(self, parts: list[zipfile.ZipInfo]) -> None:
        if len(parts) > MOST_PARTS:
            raise Refused(
                f"{self.name} is made of {len(parts):,} parts where {MOST_PARTS} are enough; "
                "nothing was taken over. Ask for the form alone."
            )
        names = [part.filename for part in parts]
        self._forbid(names)
        if "[Content_Types].xml" not in names or any(n.startswith(("word/", "ppt/")) for n in names):
            raise self._not_workbook()
        if "xl/workbook.bin" in names:
            raise Refused(
                f"{self.name} is a binary workbook (.xlsb); nothing was taken over. Ask for it saved as .xlsx."
            )
        seen: set[str] = set()
        for part in parts:
            name = part.filename
            if name.casefold() in seen:
                raise self._odd(f"holds the part {_shown(name)} twice")
            seen.add(name.casefold())
            if part.flag_bits & 1 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise self._odd(f"packs the part {_shown(name)} in a way workbooks do not")
            if not _ALLOWED.fullmatch(name):
                raise self._odd(f"holds a part that no form has ({_shown(name)})")

    def _forbid(self, names: list[str], where: str = "") -> None:
        for text in names:
            for pattern, what in _FORBIDDEN:
                if pattern.search(text):
                    raise Refused(
                        f"{self.name} holds {what}{where}; nothing was taken over. "
                        "Ask for it saved as .xlsx without them."
                    )

    def _odd(self, what: str) -> Refused:
        return Refused(
            f"{self.name} {what}; nothing was taken over. Ask for it saved anew as .xlsx by Excel."
        )

    def _check_part(self, part: zipfile.ZipInfo) -> None:
        scan = self._scan_for(part.filename)
        chunks: list[bytes] = []
        count = 0
        with self.zip.open(part) as stream:
            while chunk := stream.read(65536):
                count += len(chunk)
                self.unpacked += len(chunk)
                self._check_size(part, count)
                chunks.append(chunk)
                if scan is not None:
                    scan.feed(chunk)
        if count != part.file_size:
            raise _damaged(self.name)
        self.parts[part.filename] = b"".join(chunks)
        if scan is not None:
            scan.close()
        self._use(part.filename, scan)

    def _check_size(self, part: zipfile.ZipInfo, count: int) -> None:
        if self.unpacked > MOST_UNPACKED:
            raise Refused(
                f"{self.name} unpacks to more than {MOST_UNPACKED // 1024 // 1024} MiB; nothing was taken over. "
                "Ask for the form alone, without pictures or empty formatted rows."
            )
        if count > RATIO_FROM and count > MOST_RATIO * max(part.compress_size, 1):
            raise Refused(
                f"{self.name} unpacks to over {MOST_RATIO} times its size ({_shown(part.filename)}), as no form "
                "does; nothing was taken over. Ask for it saved anew."
            )

    def _scan_for(self, name: str) -> XmlScan | None:
        if not name.endswith((".xml", ".rels")):
            return None
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            return (
                scan_sheet(f"{self.name}, {name.rpartition('/')[2]},", LIMITS) if self.scan_sheets else None
            )
        keep: frozenset[str] = frozenset()
        if name.endswith(".rels"):
            keep = frozenset({"Relationship"})
        elif name == "[Content_Types].xml":
            keep = frozenset({"Override", "Default"})
        return XmlScan(f"{self.name}, {_shown(name)},", LIMITS.depth, keep)

    def _use(self, name: str, scan: XmlScan | None) -> None:
        if scan is None:
            return
        for element, given in scan.kept:
            if element == "Relationship":
                self._relationship(name, given)
            else:
                content_type = given.get("ContentType", "")
                self._forbid([content_type])
                if "spreadsheetml" in content_type and ".main+xml" in content_type:
                    self.book_type += content_type

    def _relationship(self, part: str, given: dict[str, str]) -> None:
        kind = given.get("Type", "")
        self._forbid([kind])
        if given.get("TargetMode", "").casefold() != "external" and "externallink" not in kind.casefold():
            return
        tail = LOCAL(kind.replace("/", ":"))
        if "hyperlink" in tail:
            self.notes.append("Links to places outside the workbook were ignored.")
        else:
            self.notes.append(
                "Links to other files (external links) were ignored; their values were not read."
            )


def _shown(name: str) -> str:
    """A part's name without anything that could play tricks on a screen."""
    safe = "".join(c if c.isprintable() else "?" for c in name)
    safe = safe or "one without a name"
    return safe if len(safe) <= 60 else f"{safe[:59]}…"
