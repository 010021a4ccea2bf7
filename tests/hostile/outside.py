"""Zips that lie, and what goes wrong around a passphrase."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from reports.workbook_crypto import encrypt
from tests.hostile import says
from tests.hostile.make import (
    CROSS,
    ENCRYPTED,
    ENTRY,
    GOOD,
    LOCAL,
    PASSPHRASE,
    STYLES,
    TYPES,
    Odd,
    csv,
    cut_in,
    flipped,
    noise,
    parts_of,
    poke,
    remake,
    spins,
    u32,
    without,
    zip_of,
)


def _end_record(at: int, new: bytes) -> bytes:
    """The record at a zip's end, with some bytes put over by others."""
    out = bytearray(GOOD)
    start = GOOD.rindex(b"PK\x05\x06") + at
    out[start : start + len(new)] = new
    return bytes(out)


def _zip64(size: int) -> bytes:
    """A directory entry whose real size stands in a zip64 field: `size`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, body in parts_of(GOOD).items():
            with new.open(name, "w", force_zip64=True) as part:
                part.write(body)
    data = out.getvalue()
    if size < 0:
        return data
    at = data.rindex(STYLES.encode()) - 46
    entry = bytearray(data[at : at + 46])
    entry[24:28] = u32(0xFFFFFFFF)
    entry[30:32] = (12).to_bytes(2, "little")
    tail = at + 46 + len(STYLES)
    field = b"\x01\x00\x08\x00" + size.to_bytes(8, "little")
    longer = data[:at] + bytes(entry) + STYLES.encode() + field + data[tail:]
    end = longer.rindex(b"PK\x05\x06")
    told = int.from_bytes(longer[end + 12 : end + 16], "little") + len(field)
    return longer[: end + 12] + u32(told) + longer[end + 16 :]


class _Stream(io.RawIOBase):
    """A file that cannot be sought in, so that the zip's sizes stand behind each part."""

    def __init__(self) -> None:
        super().__init__()
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.data += bytes(data)
        return len(bytes(data))


def _data_descriptors() -> bytes:
    out = _Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, body in parts_of(GOOD).items():
            new.writestr(name, body)
    return bytes(out.data)


def _doubled(name: str) -> bytes:
    out = io.BytesIO(GOOD)
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as more:
            more.writestr(name, b"<worksheet/>")
    return out.getvalue()


def _many(count: int) -> bytes:
    return remake(add={f"xl/media/i{i}.png": b"x" for i in range(count)})


def _bomb_by_sum() -> bytes:
    """Each part under the ratio, all together too much."""
    noise = bytes((i * i * 31 + i // 251) % 251 for i in range(4096))
    return remake(add={f"xl/media/i{i}.png": (noise + bytes(60_000)) * 110 for i in range(9)})


def _drop_stream(name: str) -> bytes:
    """An encrypted file whose directory calls a stream by another name."""
    old, new = name.encode("utf-16-le"), (name[:-1] + "X").encode("utf-16-le")
    return ENCRYPTED.replace(old, new)


ZIPS = (
    Odd("good", lambda: GOOD),
    Odd("stored without packing", lambda: zip_of(parts_of(GOOD), zipfile.ZIP_STORED)),
    Odd("sizes behind each part", _data_descriptors),
    Odd("zip64 without need", lambda: _zip64(-1)),
    Odd("a comment at the zip's end", lambda: _end_record(20, b"\x05\x00") + b"hello"),
    Odd("bytes before the zip", lambda: b"MZ" + bytes(510) + GOOD, says.NO_WORKBOOK),
    Odd("bytes behind the zip", lambda: GOOD + noise(300)),
    Odd(
        "a second zip behind the first", lambda: GOOD + zip_of({"word/document.xml": b"<x/>"}), says.NOT_EXCEL
    ),
    Odd("empty zip", lambda: zip_of({}), says.WHOLE),
    Odd("zip head alone", lambda: GOOD[:40], says.WHOLE),
    Odd("cut off in half", lambda: GOOD[: len(GOOD) // 2], says.WHOLE),
    Odd("cut off by one byte", lambda: GOOD[:-1], says.WHOLE),
    Odd("flipped bit in a part", lambda: flipped(GOOD, GOOD.index(CROSS.encode()) + 400), says.WHOLE),
    Odd("zip64 size that lies", lambda: _zip64(10), says.WHOLE),
    Odd("zip64 size beyond reason", lambda: _zip64(2**60), says.WHOLE),
    Odd("size too small in the directory", lambda: poke(ENTRY, STYLES, 24, u32(10)), says.WHOLE),
    Odd("size too large in the directory", lambda: poke(ENTRY, STYLES, 24, u32(2**31)), says.WHOLE),
    Odd("packed size too small", lambda: poke(ENTRY, STYLES, 20, u32(10)), says.WHOLE),
    Odd("packed size beyond the file", lambda: poke(ENTRY, STYLES, 20, u32(2**31)), says.WHOLE),
    Odd("wrong checksum", lambda: poke(ENTRY, STYLES, 16, u32(1)), says.WHOLE),
    Odd("head at a wrong place", lambda: poke(ENTRY, STYLES, 42, u32(7)), says.WHOLE),
    Odd("head beyond the file", lambda: poke(ENTRY, STYLES, 42, u32(2**31)), says.WHOLE),
    Odd("two entries, one part", lambda: poke(ENTRY, STYLES, 42, u32(0)), says.WHOLE),
    Odd("another name in the part's head", lambda: poke(LOCAL, STYLES, 30, b"xl/stylez.xml"), says.WHOLE),
    Odd("more entries than there are", lambda: _end_record(10, b"\xff\x7f")),
    Odd("directory at a wrong place", lambda: _end_record(16, u32(3)), says.WHOLE),
    Odd("directory longer than the file", lambda: _end_record(12, u32(2**31)), says.WHOLE),
    Odd("zip on two disks", lambda: _end_record(4, b"\x01\x00")),
    Odd("a part under a zip passphrase", lambda: poke(ENTRY, STYLES, 8, b"\x01\x00"), says.packed(STYLES)),
    Odd("a part packed by bzip2", lambda: zip_of(parts_of(GOOD), zipfile.ZIP_BZIP2), says.packed(TYPES)),
    Odd("a part packed by lzma", lambda: zip_of(parts_of(GOOD), zipfile.ZIP_LZMA), says.packed(TYPES)),
    Odd("an unknown way of packing", lambda: poke(ENTRY, STYLES, 10, b"\x63\x00"), says.packed(STYLES)),
    Odd("a newer zip than there is", lambda: poke(ENTRY, STYLES, 6, b"\xff\x00"), says.WHOLE),
    Odd(
        "a part without a name",
        lambda: poke(ENTRY, STYLES, 46, b"\x99\x99\x09\0", poke(ENTRY, STYLES, 28, b"\0\0\x0d\0")),
        says.stranger("one without a name"),
    ),
    Odd("a part twice", lambda: _doubled(CROSS), says.odd(f"holds the part {CROSS} twice")),
    Odd(
        "a part twice, in capitals",
        lambda: _doubled("xl/worksheets/SHEET2.xml"),
        says.odd("holds the part xl/worksheets/SHEET2.xml twice"),
    ),
    Odd("path climbing", lambda: remake(add={"../../evil.xml": b"<x/>"}), says.stranger("../../evil.xml")),
    Odd("absolute path", lambda: remake(add={"/etc/passwd": b"x"}), says.stranger("/etc/passwd")),
    Odd("path of a drive", lambda: remake(add={"C:/x.xml": b"<x/>"}), says.stranger("C:/x.xml")),
    Odd(
        "path with backslashes",
        lambda: poke(ENTRY, "xl/media/a.png", 46, rb"xl\media\a.png", remake(add={"xl/media/a.png": b"x"})),
        says.stranger(r"xl\media\a.png"),
    ),
    Odd(
        "path with a dot folder",
        lambda: remake(add={"xl/./styles.xml": b"<x/>"}),
        says.stranger("xl/./styles.xml"),
    ),
    Odd(
        "a name in full-width letters",
        lambda: remake(add={"ｘl/workbook.xml": b"<x/>"}),
        says.stranger("ｘl/workbook.xml"),
    ),
    Odd("a name turned round", lambda: remake(add={"xl/\u202elmx.exe": b"MZ"}), says.stranger("xl/?lmx.exe")),
    Odd("a name with a line end", lambda: remake(add={"xl/a\nb.xml": b"<x/>"}), says.stranger("xl/a?b.xml")),
    Odd(
        "a name of 60,000 letters",
        lambda: remake(add={f"xl/{'n' * 60_000}.xml": b"<x/>"}),
        says.stranger(f"xl/{'n' * 56}…"),
    ),
    Odd(
        "too many parts",
        lambda: _many(201),
        "reply.xlsx is made of 216 parts where 200 are enough; nothing was taken over. Ask for the form alone.",
    ),
    Odd(
        "bomb by ratio",
        lambda: remake(add={"xl/media/a.png": bytes(3_000_000)}),
        says.ratio("xl/media/a.png"),
    ),
    Odd("bomb by sum", _bomb_by_sum, says.UNPACKS),
    Odd("bomb inside a bomb", lambda: remake(add={"xl/media/a.png": zip_of({"b": bytes(9_000_000)})})),
    Odd("a document", lambda: zip_of({TYPES: b"<Types/>", "word/document.xml": b"<x/>"}), says.NOT_EXCEL),
    Odd(
        "a presentation",
        lambda: zip_of({TYPES: b"<Types/>", "ppt/presentation.xml": b"<x/>"}),
        says.NOT_EXCEL,
    ),
    Odd("OpenDocument", lambda: zip_of({"mimetype": b"application/vnd.oasis.opendocument"}), says.NOT_EXCEL),
    Odd("a zip of pictures", lambda: zip_of({"a.png": b"x", "b.png": b"y"}), says.NOT_EXCEL),
    Odd("a zip with the workbook in it", lambda: zip_of({"reply.xlsx": GOOD}), says.NOT_EXCEL),
    Odd("binary workbook", lambda: remake(add={"xl/workbook.bin": b"x"}), says.BINARY),
    Odd("no content types", lambda: without(TYPES), says.NOT_EXCEL),
    *(Odd(f"cut off in {part}", lambda part=part: cut_in(part), says.WHOLE) for part in parts_of(GOOD)),
)

PASSPHRASES = (
    Odd("encrypted", lambda: ENCRYPTED, passphrase=PASSPHRASE),
    Odd("a passphrase nobody needs", lambda: GOOD, passphrase=PASSPHRASE),
    Odd(
        "a passphrase with macrons apart",
        lambda: encrypt(GOOD, "kererū"),
        says.WRONG,
        passphrase="kereru\u0304",
    ),
    Odd("no passphrase", lambda: ENCRYPTED, says.LOCKED),
    Odd("an empty passphrase", lambda: ENCRYPTED, says.LOCKED, passphrase=""),
    Odd("wrong passphrase", lambda: ENCRYPTED, says.WRONG, passphrase="another passphrase"),
    Odd("a passphrase of 300 letters", lambda: ENCRYPTED, says.WRONG, passphrase="x" * 300),
    Odd("Excel's own passphrase for read-only", lambda: encrypt(GOOD, "VelvetSweatshop"), says.LOCKED),
    Odd("few rounds", lambda: spins(1000), passphrase=PASSPHRASE),
    Odd("no round at all", lambda: spins(0), says.WRONG, passphrase=PASSPHRASE),
    Odd("rounds over the limit", lambda: spins(1_000_001), says.ROUNDS, passphrase=PASSPHRASE),
    Odd("rounds without end", lambda: spins("9" * 40), says.ROUNDS, passphrase=PASSPHRASE),
    Odd("rounds that are no number", lambda: spins("-1"), says.CUT_ENCRYPTED, passphrase=PASSPHRASE),
    Odd("rounds in Arabic figures", lambda: spins("١٠٠٠"), says.CUT_ENCRYPTED, passphrase=PASSPHRASE),
    Odd("rounds told twice", lambda: spins('1000" spinCount="9'), says.CUT_ENCRYPTED, passphrase=PASSPHRASE),
    Odd(
        "rounds not told",
        lambda: spins(1000, lambda i: i.replace(b"spinCount", b"spinCaunt")),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "entity in the encryption",
        lambda: spins('1000"><!ENTITY x "y'),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "an unknown hash",
        lambda: spins(1000, lambda i: i.replace(b"SHA512", b"SHA999")),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "an unknown cipher",
        lambda: spins(1000, lambda i: i.replace(b'"AES"', b'"XOR"')),
        passphrase=PASSPHRASE,
    ),
    Odd(
        "keys of no bits",
        lambda: spins(1000, lambda i: i.replace(b'keyBits="256"', b'keyBits="0"')),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "a salt that is no base64",
        lambda: spins(1000, lambda i: i.replace(b'saltValue="', b'saltValue="!')),
        passphrase=PASSPHRASE,
    ),
    Odd(
        "an unknown kind of encryption",
        lambda: spins(1000, lambda i: b"\x09\0\x09\0" + i[4:]),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "changed after encryption",
        lambda: flipped(ENCRYPTED, len(ENCRYPTED) // 2),
        says.ALTERED,
        passphrase=PASSPHRASE,
    ),
    Odd("encrypted and cut", lambda: ENCRYPTED[: len(ENCRYPTED) - 9000], says.ALTERED, passphrase=PASSPHRASE),
    Odd(
        "OLE sectors of no size",
        lambda: ENCRYPTED[:30] + b"\0\0" + ENCRYPTED[32:],
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "OLE table in a ring",
        lambda: ENCRYPTED[:512] + u32(0) * 128 + ENCRYPTED[1024:],
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "OLE directory beyond the file",
        lambda: ENCRYPTED[:48] + u32(2**30) + ENCRYPTED[52:],
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd(
        "OLE without the description",
        lambda: _drop_stream("EncryptionInfo"),
        says.CUT_ENCRYPTED,
        passphrase=PASSPHRASE,
    ),
    Odd("OLE without the package", lambda: _drop_stream("EncryptedPackage"), says.OLD, passphrase=PASSPHRASE),
    Odd(
        "encrypted macros",
        lambda: encrypt(remake(add={"xl/vbaProject.bin": b"x"}), PASSPHRASE),
        says.holds("macros"),
        passphrase=PASSPHRASE,
    ),
    Odd(
        "encrypted bomb",
        lambda: encrypt(remake(add={"xl/media/a.png": bytes(3_000_000)}), PASSPHRASE),
        says.ratio("xl/media/a.png"),
        passphrase=PASSPHRASE,
    ),
    Odd(
        "encrypted text",
        lambda: encrypt(csv("utf-8") * 40, PASSPHRASE),
        "reply.xlsx is encrypted but holds no workbook; nothing was taken over. Ask for the form saved as .xlsx.",
        passphrase=PASSPHRASE,
    ),
    Odd(
        "encrypted twice",
        lambda: encrypt(ENCRYPTED, PASSPHRASE),
        "reply.xlsx is encrypted twice; nothing was taken over. Ask for it saved anew.",
        passphrase=PASSPHRASE,
    ),
)
