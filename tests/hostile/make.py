"""The good workbook, and the tools that turn it into hostile and odd ones (`corpus` is the table of them).

`python -m tests.hostile.make FOLDER` writes the whole table as files, to try other programs on.
"""

from __future__ import annotations

import io
import re
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
FILE = "reply.xlsx"
"""What every file of the corpus is called when it is read: its sentences begin so."""

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

BOOK = "xl/workbook.xml"
CROSS = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
TYPES = "[Content_Types].xml"
RELS = "xl/_rels/workbook.xml.rels"

Change = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Odd:
    """A line of the corpus: name, maker, and what must come of it.

    `says` is the whole sentence of a refusal. Where it is empty the file is read: `rows` rows, all or
    `intact` of them intact, and these cells by their ids: what was written, or the fault that refuses it.
    """

    name: str
    make: Callable[[], bytes]
    says: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    rows: int = 4
    intact: int | None = None
    passphrase: str | None = None


def remake(change: Mapping[str, Change] | None = None, add: Mapping[str, bytes] | None = None) -> bytes:
    """The good workbook with parts changed or added."""
    parts = parts_of(GOOD)
    for part, changer in (change or {}).items():
        after = changer(parts[part])
        assert after != parts[part], f"nothing changed in {part}"
        parts[part] = after
    return zip_of(parts | dict(add or {}))


def without(part: str) -> bytes:
    """The good workbook with a part taken out."""
    parts = parts_of(GOOD)
    del parts[part]
    return zip_of(parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return {name: old.read(name) for name in old.namelist()}


def zip_of(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as new:
        warnings.simplefilter("ignore")  # two parts of one name are what some of the corpus is about
        for part, body in parts.items():
            new.writestr(part, body)
    return out.getvalue()


def swap(old: str, new: str) -> Change:
    return lambda body: body.replace(old.encode(), new.encode(), 1)


def again(pattern: str, new: str, times: int = 0) -> Change:
    """Put `new` (with groups) for each find of a pattern, or for the first `times`."""
    return lambda body: re.sub(pattern.encode(), new.encode(), body, count=times)


def in_sheet(xml: str) -> Change:
    """Put XML at the end of the sheet's rows."""
    return swap("</sheetData>", f"{xml}</sheetData>")


def after_rows(xml: str) -> Change:
    """Put XML behind the sheet's rows."""
    return swap("</sheetData>", f"</sheetData>{xml}")


def row(number: object, cells: str = "") -> str:
    return f'<row r="{number}">{cells}</row>'


def cell(ref: str, attributes: str, content: str, change: Mapping[str, Change] | None = None) -> bytes:
    """The good workbook with one cell of Cross-reference set to some XML."""
    return remake({CROSS: set_cell(ref, attributes, content), **(change or {})})


def set_cell(ref: str, attributes: str, content: str) -> Change:
    pattern = re.compile(rf'<c r="{ref}"([^>]*?)(?: t="\w+")?(?:/>|>.*?</c>)'.encode())

    def change(body: bytes) -> bytes:
        found = pattern.search(body)
        assert found is not None, ref
        style = b"" if " s=" in f" {attributes}" else found.group(1)
        new = f'<c r="{ref}"'.encode() + style + f" {attributes}>{content}</c>".encode()
        return body[: found.start()] + new + body[found.end() :]

    return change


def text(content: str) -> tuple[str, str]:
    """Attributes and content of a cell that holds its text itself."""
    return 't="inlineStr"', f"<is><t>{content}</t></is>"


def related(kind: str, target: str, external: bool = False) -> Change:
    mode = ' TargetMode="External"' if external else ""
    return swap(
        "</Relationships>",
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="{target}"{mode}/></Relationships>',
    )


def typed(part: str, content_type: str) -> Change:
    return swap("</Types>", f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>')


def poke(signature: bytes, part: str, at: int, new: bytes, data: bytes = GOOD) -> bytes:
    """Bytes in a part's local head (`PK34`) or directory entry (`PK12`) put over by others."""
    out = bytearray(data)
    size = 30 if signature == b"PK\x03\x04" else 46
    found = -1
    while True:
        found = data.index(part.encode(), found + 1)
        start = found - size
        if start >= 0 and data[start : start + 4] == signature:
            break
    out[start + at : start + at + len(new)] = new
    return bytes(out)


LOCAL, ENTRY = b"PK\x03\x04", b"PK\x01\x02"


def cut_in(part: str) -> bytes:
    """The good workbook's file, cut off in the middle of one part."""
    with zipfile.ZipFile(io.BytesIO(GOOD)) as whole:
        info = whole.getinfo(part)
    return GOOD[: info.header_offset + 30 + len(part) + info.compress_size // 2]


def half(part: str) -> bytes:
    """The good workbook with one part's XML cut off in its middle."""
    return remake({part: lambda body: body[: len(body) // 2]})


def spins(count: object, change: Change = lambda info: info, data: bytes = GOOD) -> bytes:
    """The workbook encrypted as usual, but saying another number of rounds; `change` alters the description."""
    info, secret = ECMA376Agile.generate_encryption_parameters(PASSPHRASE, None, 1000)
    package = ECMA376Agile.encrypt_payload(
        io.BytesIO(data), info.encryptedKey, secret, info.keyData.saltValue
    )
    info.spinCount = count
    out = io.BytesIO()
    described = ECMA376Agile.get_encryption_information(info, package, secret)
    ECMA376Encrypted(package, change(described)).write_to(out)
    return out.getvalue()


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def ole(stream: str) -> bytes:
    """An OLE file's first sector with the name of a stream in it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1016) + stream.encode("utf-16-le") + bytes(1000)


def csv(encoding: str, delimiter: str = ",", threats: str = "", ends: str = "\r\n") -> bytes:
    heads = ["Row", "PRN", "Surname", "Given names", "Date of birth", "Police answer", "Threats"]
    rows = [[s.seal, s.prn, s.cells[1], s.cells[2], s.cells[3], "nothing held", threats] for s in SENT[:3]]
    lines = ends.join(delimiter.join(each) for each in [heads, *rows])
    return lines.encode(encoding, errors="replace")


def noise(size: int) -> bytes:
    """Bytes without order, always the same."""
    return bytes((i * 73 + i // 7) % 256 for i in range(size))


def u32(number: int) -> bytes:
    return struct.pack("<I", number)


def main() -> None:
    from tests.hostile.corpus import CORPUS

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for odd in CORPUS:
        (folder / f"{odd.name.replace(' ', '-').replace('/', '_')}.xlsx").write_bytes(odd.make())


if __name__ == "__main__":
    main()
