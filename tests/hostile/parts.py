"""Workbooks whose parts are not what they should be: macros, links, relations, and the XML itself."""

from __future__ import annotations

import codecs

from tests.hostile import says
from tests.hostile.make import (
    BOOK,
    CROSS,
    GOOD,
    RELS,
    STRINGS,
    STYLES,
    TYPES,
    Change,
    Odd,
    after_rows,
    again,
    cell,
    half,
    in_sheet,
    parts_of,
    related,
    remake,
    set_cell,
    swap,
    text,
    without,
)

SHEETS = ("Instructions", "Cross-reference", "Addresses", "Aliases and people", "Lists")
_MAIN = "spreadsheetml.sheet.main+xml"
_OOXML = "http://schemas.openxmlformats.org/"
_NESTED = "<ext>" * 40 + "</ext>" * 40
_BILLION = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<worksheet><sheetData/></worksheet>"
)
_DOCTYPE = "declares a document type, which no workbook needs"


def _doctype(declaration: str) -> Change:
    return again(r"(<\?xml[^>]*\?>)", rf"\1{declaration}", 1)


def _everywhere(change: Change) -> bytes:
    parts = parts_of(GOOD)
    return remake({part: change for part, body in parts.items() if change(body) != body})


def _strict() -> bytes:
    """The workbook as Excel saves it under *Strict Open XML Spreadsheet*."""

    def change(body: bytes) -> bytes:
        for old, new in (
            (f"{_OOXML}spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"),
            (
                f"{_OOXML}officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ):
            body = body.replace(old.encode(), new.encode())
        return body

    return _everywhere(change)


def _prefixed() -> bytes:
    """Every element of the sheet under a prefix, as some libraries write them."""
    return remake(
        {
            CROSS: lambda body: again(r"<(/?)(?=[a-zA-Z])", r"<\1x:")(body).replace(
                b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x="
            )
        }
    )


def _utf16(declared: bool) -> Change:
    def change(body: bytes) -> bytes:
        words = body.decode()
        if declared:
            words = words.replace('encoding="UTF-8"', 'encoding="UTF-16"')
        return codecs.BOM_UTF16_LE + words.encode("utf-16-le")

    return change


def _latin() -> bytes:
    return remake(
        {
            STRINGS: lambda b: (
                b.decode()
                .replace('encoding="UTF-8"', 'encoding="windows-1252"')
                .encode("cp1252", "xmlcharrefreplace")
            )
        }
    )


def _more_styles(count: int) -> Change:
    return swap("</cellXfs>", '<xf numFmtId="14"/>' * count + "</cellXfs>")


def _spoken(part: str) -> str:
    """How a sentence names a part: a sheet by its own name."""
    names = {f"xl/worksheets/sheet{at}.xml": name for at, name in enumerate(SHEETS, 1)}
    return f"sheet '{names[part]}'" if part in names else part


RELATIONS = (
    Odd("relations from the root", lambda: remake({RELS: again('Target="(?=worksheets)', 'Target="/xl/')})),
    Odd(
        "relations that go round",
        lambda: remake({RELS: again('Target="(?=worksheets)', 'Target="../xl/./theme/../')}),
    ),
    Odd(
        "relation out of the file",
        lambda: remake({RELS: swap("worksheets/sheet3.xml", "../../../etc/passwd")}),
        rows=3,
    ),
    Odd("relation to itself", lambda: remake({RELS: swap("worksheets/sheet3.xml", "workbook.xml")}), rows=3),
    Odd(
        "relation in capitals", lambda: remake({RELS: swap("worksheets/sheet3.xml", "Worksheets/SHEET3.xml")})
    ),
    Odd("relation to nothing", lambda: remake({RELS: swap("worksheets/sheet3.xml", "")}), rows=3),
    Odd(
        "two sheets, one part",
        lambda: remake({RELS: swap("worksheets/sheet3.xml", "worksheets/sheet2.xml")}),
        rows=6,
        intact=0,
    ),
    Odd("a relation's name twice", lambda: remake({RELS: swap('"rId4"', '"rId3"')}), rows=3),
    Odd("relation of an unknown kind", lambda: remake({RELS: related("somethingNew", "theme/theme1.xml")})),
    Odd(
        "texts that live elsewhere",
        lambda: remake({RELS: again(r'(Target="sharedStrings.xml")', r'\1 TargetMode="External"')}),
        says.NO_TEXT,
    ),
    Odd("no relations of the book", lambda: without(RELS), rows=0),
    Odd("no relations at all", lambda: without("_rels/.rels")),
    Odd("no book", lambda: without(BOOK), says.NO_PART),
    Odd("no texts", lambda: without(STRINGS), says.NO_TEXT),
    Odd("no styles", lambda: without(STYLES), intact=1),
    Odd("no theme", lambda: without("xl/theme/theme1.xml")),
    Odd("a sheet is gone", lambda: without("xl/worksheets/sheet3.xml"), rows=3),
    Odd(
        "a sheet nobody lists",
        lambda: remake(add={"xl/worksheets/sheet9.xml": b"<worksheet><sheetData/></worksheet>"}),
    ),
    Odd(
        "a sheet listed without a part",
        lambda: remake({BOOK: swap("</sheets>", '<sheet name="x" sheetId="9" r:id="rId99"/></sheets>')}),
    ),
    Odd("no sheet listed", lambda: remake({BOOK: again("<sheets>.*</sheets>", "<sheets/>")}), rows=0),
    Odd(
        "all sheets hidden",
        lambda: remake({BOOK: again(r"<sheet (name=\"[^L])", r'<sheet state="veryHidden" \1')}),
    ),
    Odd("two sheets of one name", lambda: remake({BOOK: swap('name="Addresses"', 'name="Cross-reference"')})),
    Odd(
        "a sheet's name of 5,000 letters",
        lambda: remake({BOOK: swap('name="Addresses"', f'name="{"A" * 5000}"')}),
    ),
    Odd("a template", lambda: remake({TYPES: swap(_MAIN, "spreadsheetml.template.main+xml")})),
    Odd(
        "a content type nobody knows", lambda: remake({TYPES: swap(_MAIN, "hello.main+xml")}), says.NOT_EXCEL
    ),
    Odd("what Excel left over while saving", lambda: remake(add={"[trash]/0001.dat": b"x" * 900})),
    Odd(
        "pictures, comments and a pivot beside",
        lambda: remake(
            add={
                "xl/media/image1.png": b"x",
                "xl/comments1.xml": b"<comments/>",
                "xl/drawings/vmlDrawing1.vml": b"<xml>",
                "xl/pivotCache/pivotCacheDefinition1.xml": b"<p/>",
                "xl/printerSettings/printerSettings1.bin": b"x",
                "docProps/thumbnail.jpeg": b"x",
                "xl/calcChain.xml": b"<calcChain/>",
            }
        ),
    ),
    Odd(
        "10,000 properties",
        lambda: remake(
            {
                "docProps/custom.xml": swap(
                    "</Properties>", '<property name="x"><a>b</a></property>' * 10_000 + "</Properties>"
                )
            }
        ),
    ),
)

XML = (
    Odd("Strict Open XML", _strict),
    Odd("elements with a prefix", _prefixed),
    Odd("sheet in UTF-16", lambda: remake({CROSS: _utf16(declared=True)})),
    Odd(
        "sheet in UTF-16 that says UTF-8",
        lambda: remake({CROSS: _utf16(declared=False)}),
        says.in_sheet("is not well-formed"),
    ),
    Odd("texts in Windows-1252", _latin),
    Odd("texts in UTF-7", lambda: remake({STRINGS: swap("UTF-8", "UTF-7")}), says.broken(STRINGS)),
    Odd(
        "texts in no encoding there is",
        lambda: remake({STRINGS: swap("UTF-8", "x-hello")}),
        says.broken(STRINGS),
    ),
    Odd(
        "texts with bytes that are no UTF-8",
        lambda: remake({STRINGS: lambda b: b.replace(b"Fill", b"F\xffll", 1)}),
        says.broken(STRINGS),
    ),
    Odd("a byte order mark before the XML", lambda: remake({CROSS: lambda b: codecs.BOM_UTF8 + b})),
    Odd("an instruction to a program", lambda: remake({CROSS: in_sheet('<?php system("x") ?>')})),
    Odd("comments between cells", lambda: remake({CROSS: in_sheet("<!-- hello -->")})),
    Odd(
        "a foreign element in a row",
        lambda: remake({CROSS: swap("</row>", '<x:y xmlns:x="urn:x">z</x:y></row>')}),
    ),
    Odd(
        "text in CDATA", lambda: cell("Q2", *text("<![CDATA[a <b> & c]]>")), cells={"x2.threats": "a <b> & c"}
    ),
    Odd(
        "signs as numbers",
        lambda: cell("Q2", *text("K&#x101;kahu &amp; &lt;x&gt;")),
        cells={"x2.threats": "Kākahu & <x>"},
    ),
    Odd("a sign XML does not have", lambda: cell("Q2", *text("&#0;")), says.in_sheet("is not well-formed")),
    Odd(
        "an entity nobody declared", lambda: cell("Q2", *text("&nbsp;")), says.in_sheet("is not well-formed")
    ),
    Odd("document type", lambda: remake({CROSS: lambda _: _BILLION.encode()}), says.in_sheet(_DOCTYPE)),
    Odd(
        "document type in UTF-16",
        lambda: remake({CROSS: lambda _: codecs.BOM_UTF16_LE + _BILLION.encode("utf-16-le")}),
        says.in_sheet(_DOCTYPE),
    ),
    Odd(
        "document type from a server",
        lambda: remake({STRINGS: _doctype('<!DOCTYPE sst SYSTEM "http://example.nz/x.dtd">')}),
        says.broken(STRINGS, _DOCTYPE),
    ),
    Odd(
        "an entity that reads a file",
        lambda: remake({BOOK: _doctype('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')}),
        says.broken(BOOK, _DOCTYPE),
    ),
    Odd(
        "an entity for parameters",
        lambda: remake({STYLES: _doctype('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.nz/x">%p;]>')}),
        says.broken(STYLES, _DOCTYPE),
    ),
    Odd(
        "document type in the relations",
        lambda: remake({RELS: _doctype("<!DOCTYPE Relationships>")}),
        says.broken(RELS, _DOCTYPE),
    ),
    Odd(
        "document type in the content types",
        lambda: remake({TYPES: _doctype("<!DOCTYPE Types>")}),
        says.broken(TYPES, _DOCTYPE),
    ),
    Odd(
        "document type in the properties",
        lambda: remake({"docProps/custom.xml": _doctype("<!DOCTYPE x>")}),
        says.broken("docProps/custom.xml", _DOCTYPE),
    ),
    Odd(
        "an inclusion",
        lambda: remake(
            {
                CROSS: in_sheet(
                    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
                )
            }
        ),
    ),
    Odd(
        "not well-formed",
        lambda: remake({CROSS: swap("</sheetData>", "")}),
        says.in_sheet("is not well-formed"),
    ),
    Odd(
        "an attribute twice",
        lambda: remake({CROSS: swap('<row r="2"', '<row r="2" r="2"')}),
        says.in_sheet("is not well-formed"),
    ),
    Odd(
        "nested deeply", lambda: remake({CROSS: in_sheet(_NESTED)}), says.in_sheet("is nested deeper than 32")
    ),
    Odd(
        "texts nested deeply",
        lambda: remake({STRINGS: swap("</sst>", f"{_NESTED}</sst>")}),
        says.broken(STRINGS, "is nested deeper than 32"),
    ),
    Odd(
        "an attribute of a million letters",
        lambda: remake({CROSS: swap("<sheetPr>", f'<sheetPr codeName="{"x" * 1_000_000}">')}),
    ),
    Odd(
        "a million empty elements", lambda: remake({CROSS: after_rows("<x/>" * 1_000_000)}), says.ratio(CROSS)
    ),
    Odd(
        "two roots",
        lambda: remake({CROSS: lambda b: b + b"<worksheet/>"}),
        says.in_sheet("is not well-formed"),
    ),
    Odd(
        "a sheet that is no XML",
        lambda: remake({CROSS: lambda _: b"hello"}),
        says.in_sheet("is not well-formed"),
    ),
    Odd("a sheet of no bytes", lambda: remake({CROSS: lambda _: b""}), says.in_sheet("is not well-formed")),
    Odd("a sheet of another kind", lambda: remake({CROSS: lambda _: b"<html/>"}), rows=1),
    Odd("70,000 styles", lambda: remake({STYLES: _more_styles(70_000)}), says.ratio(STYLES)),
    Odd("20,000 styles", lambda: remake({STYLES: _more_styles(20_000)})),
    Odd(
        "a number format of 100,000 letters",
        lambda: remake({STYLES: swap('formatCode="@"', f'formatCode="{"[" * 100_000}"')}),
    ),
    Odd(
        "a format that looks like a date and is none",
        lambda: remake(
            {
                STYLES: swap('formatCode="@"', 'formatCode="&quot;days&quot; 0"'),
                CROSS: set_cell("Q2", "", "<v>60</v>"),
            }
        ),
        cells={"x2.threats": "60"},
    ),
    *(
        Odd(f"half of {part}", lambda part=part: half(part), says.broken(_spoken(part)))
        for part in parts_of(GOOD)
    ),
)
