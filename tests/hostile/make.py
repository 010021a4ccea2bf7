"""Hostile and odd workbooks, each with what must happen to it.

`python tests/hostile/make.py FOLDER` writes them as files, to try other programs on.
"""

from __future__ import annotations

import codecs
import io
import re
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from app.domain.police import OutgoingAddress, OutgoingCase, OutgoingWorkbook, SentRow, seal_rows
from reports.police_workbook import write_police_workbook
from reports.workbook_crypto import encrypt

KEY = b"a key that never leaves" * 2
PASSPHRASE = "kererū harbour seven lamps"
MADE = datetime(2026, 11, 3, tzinfo=UTC)

OUTGOING = OutgoingWorkbook(
    exchange="EX-2026-12-CHC",
    forum_name="Christchurch HR/HP forum",
    meeting="CHC-2026-12-02",
    meeting_day=date(2026, 12, 2),
    due=date(2026, 11, 18),
    marking="IN CONFIDENCE",
    training=True,
    cases=(
        OutgoingCase(
            "c1", "0096157279", "Fa’aleo", "Hēmi", date(1980, 6, 23), "", "Otago", "Hearing 14/05/2027"
        ),
        OutgoingCase("c2", "96039024", "Pōtiki", "Marcus", date(1975, 12, 31), "Potiki, Mark", "Rolleston"),
        OutgoingCase(
            "c3", "94069524", "=McGrory", "+Tāmati", None, "", "", "", date(2027, 5, 14), "HR, CSO", "Y"
        ),
    ),
    addresses=(OutgoingAddress("a1", "96039024", "Pōtiki", 1, "@14 Example Street, Ōtautahi"),),
)
SENT: tuple[SentRow, ...] = seal_rows(KEY, OUTGOING)
GOOD = write_police_workbook(OUTGOING, SENT, MADE)
ENCRYPTED = encrypt(GOOD, PASSPHRASE)

CROSS = "xl/worksheets/sheet2.xml"
TYPES = "[Content_Types].xml"
RELS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True)
class Odd:
    """A file, and either a piece of the sentence that refuses it or None where it must be read."""

    name: str
    data: bytes
    refused: str | None
    passphrase: str | None = None


def remake(
    change: dict[str, Callable[[bytes], bytes]] | None = None, add: dict[str, bytes] | None = None
) -> bytes:
    """The good workbook with parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            body = old.read(part)
            changer = (change or {}).get(part)
            after = changer(body) if changer else body
            assert changer is None or after != body, f"nothing changed in {part}"
            new.writestr(part, after)
        for part, body in (add or {}).items():
            new.writestr(part, body)
    return out.getvalue()


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda body: body.replace(old.encode(), new.encode(), 1)


def in_sheet(xml: str) -> Callable[[bytes], bytes]:
    """Put XML at the end of the sheet's rows."""
    return swap("</sheetData>", f"{xml}</sheetData>")


def cell(ref: str, xml: str) -> bytes:
    """The good workbook with one cell of Cross-reference set to some XML (`t` and content)."""
    pattern = re.compile(rf'<c r="{ref}"([^>]*?)(?: t="s")?(?:/>|>.*?</c>)'.encode())
    attributes, _, content = xml.partition("|")
    new = f'<c r="{ref}"'.encode() + rb"\1 " + f"{attributes}>{content}</c>".encode()
    return remake({CROSS: lambda body: pattern.sub(new.replace(b"\\1", rb"\g<1>"), body, count=1)})


def related(kind: str, target: str, external: bool = False) -> Callable[[bytes], bytes]:
    mode = ' TargetMode="External"' if external else ""
    return swap(
        "</Relationships>",
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}"{mode}/></Relationships>',
    )


def _zip_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part, body in parts.items():
            new.writestr(part, body)
    return out.getvalue()


def _lying_size() -> bytes:
    """A part whose directory entry says ten bytes."""
    data = bytearray(GOOD)
    at = data.rindex(b"xl/styles.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _doubled_name() -> bytes:
    out = io.BytesIO(GOOD)
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as more:
            more.writestr(CROSS, b"<worksheet/>")
    return out.getvalue()


def _spins(count: object) -> bytes:
    """The workbook encrypted as usual, but saying another number of rounds."""
    info, secret = ECMA376Agile.generate_encryption_parameters(PASSPHRASE, None, 1000)
    package = ECMA376Agile.encrypt_payload(
        io.BytesIO(GOOD), info.encryptedKey, secret, info.keyData.saltValue
    )
    info.spinCount = count
    out = io.BytesIO()
    ECMA376Encrypted(package, ECMA376Agile.get_encryption_information(info, package, secret)).write_to(out)
    return out.getvalue()


def _flipped() -> bytes:
    """One bit of the encrypted package turned."""
    data = bytearray(ENCRYPTED)
    data[len(data) // 2] ^= 1
    return bytes(data)


def _ole(stream: str) -> bytes:
    """An OLE file's first sector with the name of a stream in it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016) + stream.encode("utf-16-le") + bytes(1000)


def _csv(encoding: str, delimiter: str = ",") -> bytes:
    heads = ["Row", "PRN", "Surname", "Given names", "Date of birth", "Police answer", "Threats"]
    rows = [[s.seal, s.prn, s.cells[1], s.cells[2], s.cells[3], "nothing held", ""] for s in SENT[:3]]
    text = "\r\n".join(delimiter.join(row) for row in [heads, *rows])
    return text.encode(encoding, errors="replace")


def _row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


_NESTED = "<ext>" * 40 + "</ext>" * 40
_TEXT = 't="inlineStr"|<is><t>{}</t></is>'
_BILLION = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<worksheet><sheetData/></worksheet>"
)


def refused() -> tuple[Odd, ...]:
    """Files that must be refused as a whole."""
    return (
        Odd("empty", b"", "is empty"),
        Odd("too big", b"PK\x03\x04" + bytes(20_000_001), "may be 20 MB at most"),
        Odd("a picture", b"\x89PNG\r\n\x1a\n" + bytes(2000), "is not a workbook"),
        Odd(
            "a web page",
            b"<html><body><table><tr><td>Row</td></tr></table></body></html>",
            "is not a workbook",
        ),
        Odd("a PDF", b"%PDF-1.7\n1 0 obj\n", "is not a workbook"),
        Odd("rich text", b"{\\rtf1 hello}", "is not a workbook"),
        Odd("random bytes", bytes((i * 73 + i // 7) % 256 for i in range(9000)), "is not a workbook"),
        Odd("cut off", GOOD[: len(GOOD) // 2], "not a whole workbook"),
        Odd("zip head alone", GOOD[:40], "not a whole workbook"),
        Odd(
            "flipped bit in zip",
            GOOD[:2000] + bytes([GOOD[2000] ^ 255]) + GOOD[2001:],
            "nothing was taken over",
        ),
        Odd("old xls", _ole("Workbook"), "old Office format"),
        Odd("old xls with macros", _ole("_VBA_PROJECT\0"), "holds macros"),
        Odd("macro part", remake(add={"xl/vbaProject.bin": b"x"}), "holds macros"),
        Odd(
            "macro content type",
            remake({TYPES: swap("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")}),
            "holds macros",
        ),
        Odd("macro relation", remake({RELS: related("vbaProject", "theme/theme1.xml")}), "holds macros"),
        Odd("macro sheet", remake(add={"xl/macrosheets/sheet1.xml": b"<x/>"}), "holds macros"),
        Odd("ActiveX part", remake(add={"xl/activeX/activeX1.xml": b"<x/>"}), "holds ActiveX"),
        Odd("form control", remake(add={"xl/ctrlProps/ctrlProp1.xml": b"<x/>"}), "holds ActiveX"),
        Odd("embedded object", remake(add={"xl/embeddings/oleObject1.bin": b"x"}), "holds embedded objects"),
        Odd(
            "object relation",
            remake({RELS: related("oleObject", "theme/theme1.xml")}),
            "holds embedded objects",
        ),
        Odd("connections", remake(add={"xl/connections.xml": b"<connections/>"}), "holds data connections"),
        Odd("query table", remake(add={"xl/queryTables/queryTable1.xml": b"<x/>"}), "holds data connections"),
        Odd("strange part", remake(add={"xl/hello.exe": b"MZ"}), "a part that no form has"),
        Odd("path climbing", remake(add={"../../evil.xml": b"<x/>"}), "a part that no form has"),
        Odd("absolute path", remake(add={"/etc/passwd": b"x"}), "a part that no form has"),
        Odd(
            "too many parts", remake(add={f"xl/media/i{i}.png": b"x" for i in range(201)}), "parts where 200"
        ),
        Odd("a part twice", _doubled_name(), "holds the part"),
        Odd("bomb by ratio", remake(add={"xl/media/a.png": bytes(3_000_000)}), "100 times its size"),
        Odd("bomb by sum", _bomb_by_sum(), "unpacks to more than 50 MiB"),
        Odd("document type", remake({CROSS: lambda _: _BILLION.encode()}), "declares a document type"),
        Odd(
            "document type in UTF-16",
            remake({CROSS: lambda _: codecs.BOM_UTF16_LE + _BILLION.encode("utf-16-le")}),
            "declares a document type",
        ),
        Odd("not well-formed", remake({CROSS: swap("</sheetData>", "")}), "is not well-formed"),
        Odd("nested deeply", remake({CROSS: in_sheet(_NESTED)}), "nested deeper than 32"),
        Odd("row twice", remake({CROSS: in_sheet(_row(2, '<c r="A2"><v>1</v></c>'))}), "holds row 2 twice"),
        Odd(
            "cell twice",
            remake({CROSS: in_sheet(_row(90, '<c r="A90"><v>1</v></c><c r="A90"><v>2</v></c>'))}),
            "holds a cell of row 90 twice",
        ),
        Odd(
            "cell in another row",
            remake({CROSS: in_sheet(_row(90, '<c r="A91"><v>1</v></c>'))}),
            "holds cell A91",
        ),
        Odd(
            "cell named wrongly",
            remake({CROSS: in_sheet(_row(90, '<c r="A"><v>1</v></c>'))}),
            "names a cell wrongly",
        ),
        Odd("row numbered wrongly", remake({CROSS: in_sheet('<row r="-1"/>')}), "numbers a row wrongly"),
        Odd(
            "too many columns", remake({CROSS: in_sheet(_row(90, '<c r="BM90"><v>1</v></c>'))}), "64 columns"
        ),
        Odd("too many rows", remake({CROSS: in_sheet(_many_rows())}), "more than 20,000 rows"),
        Odd(
            "merge over everything",
            remake(
                {
                    CROSS: swap(
                        "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
                    )
                }
            ),
            "merges cells outside the form",
        ),
        Odd("text that is missing", cell("Q2", 't="s"|<v>99999</v>'), "a text is missing"),
        Odd("a text named a million times", _million_texts(), "holds more text than the form can"),
        Odd(
            "a document",
            _zip_of({TYPES: b"<Types/>", "word/document.xml": b"<x/>"}),
            "is not an Excel workbook",
        ),
        Odd(
            "OpenDocument",
            _zip_of({"mimetype": b"application/vnd.oasis.opendocument"}),
            "is not an Excel workbook",
        ),
        Odd("binary workbook", remake(add={"xl/workbook.bin": b"x"}), "binary workbook"),
        Odd("no passphrase", ENCRYPTED, "is encrypted"),
        Odd("wrong passphrase", ENCRYPTED, "The passphrase was not accepted", "another passphrase"),
        Odd("rounds over the limit", _spins(1_000_001), "more than 1,000,000 rounds", PASSPHRASE),
        Odd("rounds without end", _spins("9" * 40), "more than 1,000,000 rounds", PASSPHRASE),
        Odd("rounds that are no number", _spins("-1"), "encrypted but damaged", PASSPHRASE),
        Odd("entity in the encryption", _spins('1000"><!ENTITY x "y'), "encrypted but damaged", PASSPHRASE),
        Odd("size that lies", _lying_size(), "not a whole workbook"),
        Odd("changed after encryption", _flipped(), "nothing was taken over", PASSPHRASE),
        Odd("encrypted and cut", ENCRYPTED[: len(ENCRYPTED) - 9000], "nothing was taken over", PASSPHRASE),
        Odd(
            "encrypted macros",
            encrypt(remake(add={"xl/vbaProject.bin": b"x"}), PASSPHRASE),
            "macros",
            PASSPHRASE,
        ),
        Odd("encrypted twice", encrypt(ENCRYPTED, PASSPHRASE), "nothing was taken over", PASSPHRASE),
        Odd("CSV too wide", ",".join(["x"] * 70).encode(), "64 columns"),
        Odd("CSV too long", b"Row,PRN\r\n" + b"a,b\r\n" * 20_001, "20,000 rows"),
    )


def readable() -> dict[str, Odd]:
    """Odd files that must be read, some with a cell refused or a note."""
    found = (
        Odd("good", GOOD, None),
        Odd("encrypted", ENCRYPTED, None, PASSPHRASE),
        Odd("formula", cell("Q2", "|<f>1+1</f><v>2</v>"), None),
        Odd("error", cell("Q2", 't="e"|<v>#REF!</v>'), None),
        Odd("impossible date", cell("P2", "|<v>60</v>"), None),
        Odd("huge date", cell("P2", "|<v>9999999</v>"), None),
        Odd("inline text", cell("Q2", _TEXT.format("threat")), None),
        Odd("infinite number", cell("Q2", "|<v>1e999</v>"), None),
        Odd("boolean", cell("W2", 't="b"|<v>1</v>'), None),
        Odd("right to left", cell("Q2", _TEXT.format("abc\u202edef\u200b")), None),
        Odd("escaped control", cell("Q2", _TEXT.format("a_x0007_b")), None),
        Odd("text that looks like a formula", cell("Q2", _TEXT.format("=1+1")), None),
        Odd("too long", cell("Q2", _TEXT.format("x" * 4001)), None),
        Odd(
            "external link",
            remake({RELS: related("externalLinkPath", "file:///x.xlsx", external=True)}),
            None,
        ),
        Odd("UTF-8 CSV", _csv("utf-8-sig"), None),
        Odd("UTF-16 CSV", codecs.BOM_UTF16_LE + _csv("utf-16-le", "\t"), None),
        Odd("Windows-1252 CSV", _csv("cp1252", ";"), None),
    )
    return {odd.name: odd for odd in found}


def _bomb_by_sum() -> bytes:
    """Each part under the ratio, all together too much."""
    noise = bytes((i * i * 31 + i // 251) % 251 for i in range(4096))
    return remake(add={f"xl/media/i{i}.png": (noise + bytes(60_000)) * 110 for i in range(9)})


def _many_rows() -> str:
    return "".join(_row(i, "<c><v>1</v></c>") for i in range(200, 20_300))


def _million_texts() -> bytes:
    long = "y" * 30_000
    rows = "".join(_row(i, "<c t='s'><v>0</v></c>" * 20) for i in range(200, 320))
    return remake(
        {
            CROSS: in_sheet(rows),
            "xl/sharedStrings.xml": lambda b: re.sub(
                rb"<si>.*?</si>", f"<si><t>{long}</t></si>".encode(), b, count=1
            ),
        }
    )


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for odd in (*refused(), *readable().values()):
        (folder / f"{odd.name.replace(' ', '-')}.xlsx").write_bytes(odd.data)


if __name__ == "__main__":
    main()
