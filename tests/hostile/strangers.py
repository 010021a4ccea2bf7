"""Files that are no workbook, and the form as a CSV."""

from __future__ import annotations

import base64
import codecs
import gzip

from tests.hostile import says
from tests.hostile.make import GOOD, Odd, csv, noise, ole

_CSV = {f"x{line}.police-answer": "nothing held" for line in (2, 3, 4)}


def _web_mail() -> bytes:
    return b"MIME-Version: 1.0\r\nContent-Type: application/zip\r\n\r\n" + base64.encodebytes(GOOD)


NO_WORKBOOKS = (
    Odd("empty", lambda: b"", "reply.xlsx is empty; nothing was taken over. Ask for it to be sent again."),
    Odd(
        "too big",
        lambda: b"PK\x03\x04" + bytes(20_000_001),
        "reply.xlsx is 20.0 MB and a workbook may be 20 MB at most; nothing was taken over. "
        "Ask for the form alone, without pictures.",
    ),
    Odd("a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000), says.NO_WORKBOOK),
    Odd("a web page", lambda: b"<html><body><table><tr><td>Row</td></tr></table>", says.NO_WORKBOOK),
    Odd("a PDF", lambda: b"%PDF-1.7\n1 0 obj\n", says.NO_WORKBOOK),
    Odd("rich text", lambda: b"{\\rtf1 hello}", says.NO_WORKBOOK),
    Odd("JSON", lambda: b'{"Row": "ABCD", "PRN": "96039024"}', says.NO_WORKBOOK),
    Odd("random bytes", lambda: noise(9000), says.NO_WORKBOOK),
    Odd("gzip of the workbook", lambda: gzip.compress(GOOD, mtime=0), says.NO_WORKBOOK),
    Odd("7z", lambda: b"7z\xbc\xaf\x27\x1c\0\4" + noise(500), says.NO_WORKBOOK),
    Odd("rar", lambda: b"Rar!\x1a\x07\x01\0" + noise(500), says.NO_WORKBOOK),
    Odd("a program", lambda: b"MZ\x90\0" + noise(4000), says.NO_WORKBOOK),
    Odd("xls of Excel 4 without OLE", lambda: b"\x09\x04\x06\0\0\0\x10\0" + noise(900), says.NO_WORKBOOK),
    Odd("only zeros", lambda: bytes(5000), says.NO_WORKBOOK),
    Odd("XML Spreadsheet 2003", lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:x"/>', says.NO_WORKBOOK),
    Odd("web page saved as xls in UTF-16", lambda: "\ufeff<html>".encode("utf-16-le"), says.NO_WORKBOOK),
    Odd("a mail with the workbook in it", _web_mail, rows=0),
    Odd("SYLK", lambda: b'ID;PWXL;N;E\r\nC;Y1;X1;K"Row"\r\nE\r\n', rows=0),
    Odd("only a byte order mark", lambda: codecs.BOM_UTF8, rows=0),
    Odd("old xls", lambda: ole("Workbook"), says.OLD),
    Odd("old doc", lambda: ole("WordDocument"), says.OLD),
    Odd("a saved Outlook message", lambda: ole("__properties_version1.0"), says.OLD),
    Odd("old xls with macros", lambda: ole("_VBA_PROJECT\0"), says.OLD_MACROS),
    Odd("OLE head alone", lambda: bytes.fromhex("d0cf11e0a1b11ae1"), says.OLD),
)

CSVS = (
    Odd("UTF-8 CSV", lambda: csv("utf-8-sig"), cells=_CSV, rows=3),
    Odd("UTF-8 CSV without its mark", lambda: csv("utf-8"), cells=_CSV, rows=3),
    Odd("UTF-16 CSV", lambda: codecs.BOM_UTF16_LE + csv("utf-16-le", "\t"), cells=_CSV, rows=3),
    Odd("UTF-16 CSV, big end first", lambda: codecs.BOM_UTF16_BE + csv("utf-16-be", ";"), cells=_CSV, rows=3),
    Odd("CSV with old Macintosh lines", lambda: csv("utf-8", ends="\r"), cells=_CSV, rows=3),
    Odd("Windows-1252 CSV", lambda: csv("cp1252", ";"), cells=_CSV, notes=(says.CP1252,), rows=3),
    Odd(
        "CSV with a formula as text",
        lambda: csv("utf-8", threats="=cmd|' /C calc'!A0"),
        cells=_CSV | {f"x{line}.threats": "=cmd|' /C calc'!A0" for line in (2, 3, 4)},
        rows=3,
    ),
    Odd(
        "CSV cut in a UTF-16 letter",
        lambda: codecs.BOM_UTF16_LE + csv("utf-16-le")[:-1],
        "reply.xlsx is cut off or damaged; nothing was taken over. Ask for it anew.",
    ),
    Odd("UTF-32 CSV", lambda: csv("utf-32"), says.NO_WORKBOOK),
    Odd("CSV with zeros", lambda: csv("utf-8") + b"\0\0\0", says.NO_WORKBOOK),
    Odd(
        "CSV with a quote that never ends",
        lambda: b'Row,PRN\r\n"' + b"x" * 140_000,
        "reply.xlsx is no CSV that can be read; nothing was taken over. Ask for it as .xlsx.",
    ),
    Odd(
        "CSV too wide",
        lambda: ",".join(["x"] * 70).encode(),
        "reply.xlsx has more than 64 columns; nothing was taken over.",
    ),
    Odd(
        "CSV too long",
        lambda: b"Row,PRN\r\n" + b"a,b\r\n" * 20_001,
        "reply.xlsx has more than 20,000 rows; nothing was taken over.",
    ),
)
