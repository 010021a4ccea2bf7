"""Workbooks that hold what no form needs, or point to places outside."""

from __future__ import annotations

from tests.hostile import says
from tests.hostile.make import RELS, TYPES, Odd, again, related, remake, swap, typed

_MAIN = "spreadsheetml.sheet.main+xml"
_OOXML = "http://schemas.openxmlformats.org/"
_DDE = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'


def _link(kind: str, target: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OOXML}officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


def _strange(part: str, body: bytes = b"<x/>") -> Odd:
    return Odd(f"strange part {part}", lambda: remake(add={part: body}), says.stranger(part))


FORBIDDEN = (
    Odd("macro part", lambda: remake(add={"xl/vbaProject.bin": b"x"}), says.holds("macros")),
    Odd("signed macros", lambda: remake(add={"xl/vbaProjectSignature.bin": b"x"}), says.holds("macros")),
    Odd(
        "macro part under a harmless name",
        lambda: remake(
            {TYPES: typed("xl/media/a.png", "application/vnd.ms-office.vbaProject")}, {"xl/media/a.png": b"x"}
        ),
        says.holds("macros"),
    ),
    Odd(
        "macro content type",
        lambda: remake({TYPES: swap(_MAIN, "ms-excel.sheet.macroEnabled.main+xml")}),
        says.holds("macros"),
    ),
    Odd(
        "macro relation",
        lambda: remake({RELS: related("vbaProject", "theme/theme1.xml")}),
        says.holds("macros"),
    ),
    Odd("macro sheet", lambda: remake(add={"xl/macrosheets/sheet1.xml": b"<x/>"}), says.holds("macros")),
    Odd(
        "international macro sheet",
        lambda: remake({RELS: related("xlIntlMacrosheet", "theme/theme1.xml")}),
        says.holds("macros"),
    ),
    Odd("dialog sheet", lambda: remake(add={"xl/dialogsheets/sheet1.xml": b"<x/>"}), says.holds("macros")),
    Odd("attached toolbar", lambda: remake(add={"xl/attachedToolbars.bin": b"x"}), says.holds("macros")),
    Odd(
        "ActiveX part",
        lambda: remake(add={"xl/activeX/activeX1.xml": b"<x/>"}),
        says.holds("ActiveX controls"),
    ),
    Odd(
        "form control",
        lambda: remake(add={"xl/ctrlProps/ctrlProp1.xml": b"<x/>"}),
        says.holds("ActiveX controls"),
    ),
    Odd(
        "control relation",
        lambda: remake({RELS: related("control", "theme/theme1.xml")}),
        says.holds("ActiveX controls"),
    ),
    Odd(
        "embedded object",
        lambda: remake(add={"xl/embeddings/oleObject1.bin": b"x"}),
        says.holds("embedded objects"),
    ),
    Odd(
        "object relation",
        lambda: remake({RELS: related("oleObject", "theme/theme1.xml")}),
        says.holds("embedded objects"),
    ),
    Odd(
        "package relation",
        lambda: remake({RELS: related("package", "theme/theme1.xml")}),
        says.holds("embedded objects"),
    ),
    Odd(
        "a piece in another format",
        lambda: remake({RELS: related("aFChunk", "theme/theme1.xml")}),
        says.holds("embedded objects"),
    ),
    Odd(
        "connections",
        lambda: remake(add={"xl/connections.xml": b"<connections/>"}),
        says.holds("data connections"),
    ),
    Odd(
        "query table",
        lambda: remake(add={"xl/queryTables/queryTable1.xml": b"<x/>"}),
        says.holds("data connections"),
    ),
    Odd("data model", lambda: remake(add={"xl/model/item.data": b"x"}), says.holds("data connections")),
    Odd(
        "web extension",
        lambda: remake(add={"xl/webextensions/webextension1.xml": b"<x/>"}),
        says.holds("data connections"),
    ),
    _strange("xl/hello.exe", b"MZ"),
    _strange("customUI/customUI.xml"),
    _strange("xl/worksheets/deep/sheet9.xml"),
    _strange("autorun.inf", b"[autorun]"),
    _strange("xl/drawings/_rels/deep/x.rels"),
)

LINKS = (
    Odd(
        "external link",
        lambda: remake({RELS: related("externalLinkPath", "file:///x.xlsx", external=True)}),
        notes=(says.HIDDEN_LINKS,),
    ),
    Odd(
        "external link inside the file",
        lambda: remake(
            {RELS: related("externalLink", "externalLinks/externalLink1.xml")},
            {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
        ),
        notes=(says.HIDDEN_LINKS,),
    ),
    Odd(
        "dynamic data exchange",
        lambda: remake(
            {RELS: related("externalLink", "externalLinks/externalLink1.xml")},
            {"xl/externalLinks/externalLink1.xml": _DDE},
        ),
        notes=(says.HIDDEN_LINKS,),
    ),
    Odd(
        "web link",
        lambda: remake(
            add={"xl/worksheets/_rels/sheet2.xml.rels": _link("hyperlink", "https://example.nz/")}
        ),
        notes=(says.WEB_LINKS,),
    ),
    Odd(
        "link to a share",
        lambda: remake(add={"xl/worksheets/_rels/sheet2.xml.rels": _link("image", "//evil.example/x.png")}),
        notes=(says.HIDDEN_LINKS,),
    ),
    Odd(
        "template on a server",
        lambda: remake({RELS: related("attachedTemplate", "https://example.nz/x.dotm", external=True)}),
        notes=(says.HIDDEN_LINKS,),
    ),
    Odd(
        "sheet that lives elsewhere",
        lambda: remake({RELS: again(r'(Target="worksheets/sheet3.xml")', r'\1 TargetMode="External"')}),
        rows=3,
        notes=(says.HIDDEN_LINKS,),
    ),
)
