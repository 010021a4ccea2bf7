"""Workbooks whose rows and cells are odd: most are read, some with a cell refused in words."""

from __future__ import annotations

import re

from tests.hostile import says
from tests.hostile.make import (
    BOOK,
    CROSS,
    RELS,
    STRINGS,
    Odd,
    after_rows,
    again,
    cell,
    in_sheet,
    remake,
    row,
    set_cell,
    swap,
    text,
)

_FORMULA = "a formula, which is never computed: type the value instead"
_ERROR = "an error value of the spreadsheet: type the value instead"
_NO_DAY = "{} is not a day of any calendar"


def _formula(name: str, xml: str, attributes: str = "") -> Odd:
    return Odd(name, lambda: cell("Q2", attributes, xml), faults={"x2.threats": _FORMULA})


def _number(name: str, number: str, read: str) -> Odd:
    """A number under *NIA number*, in a column that is text."""
    return Odd(name, lambda: cell("M2", "", f"<v>{number}</v>"), cells={"x2.nia-number": read})


def _no_number(name: str, number: str) -> Odd:
    return Odd(name, lambda: cell("M2", "", f"<v>{number}</v>"), faults={"x2.nia-number": _ERROR})


def _no_day(name: str, number: str, shown: str = "") -> Odd:
    return Odd(
        name,
        lambda: cell("P2", "", f"<v>{number}</v>"),
        faults={"x2.order-expires": _NO_DAY.format(shown or number)},
    )


def _text(name: str, content: str, read: str) -> Odd:
    return Odd(name, lambda: cell("Q2", *text(content)), cells={"x2.threats": read})


def _sheet(name: str, xml: str, what: str) -> Odd:
    """XML at the end of the rows for which the sheet is refused."""
    return Odd(name, lambda: remake({CROSS: in_sheet(xml)}), says.in_sheet(what))


def _merge(*refs: str) -> bytes:
    return remake(
        {
            CROSS: after_rows(
                "<mergeCells>" + "".join(f'<mergeCell ref="{ref}"/>' for ref in refs) + "</mergeCells>"
            )
        }
    )


def _shared(xml: str) -> bytes:
    """*Threats* of the first row names a shared text that is this XML."""
    return cell("Q2", 't="s"', "<v>0</v>", {STRINGS: again(r"<si>.*?</si>", f"<si>{xml}</si>", 1)})


def _million_texts() -> bytes:
    rows = "".join(row(i, "<c t='s'><v>0</v></c>" * 20) for i in range(200, 320))
    return remake(
        {CROSS: in_sheet(rows), STRINGS: again("<si>.*?</si>", f"<si><t>{'y' * 30_000}</t></si>", 1)}
    )


def _since_1904() -> bytes:
    def earlier(body: bytes) -> bytes:
        days = re.compile(rb'(<c r="[EI]\d" s="\d+"><v>)(\d+)')
        body = days.sub(lambda found: found[1] + str(int(found[2]) - 1462).encode(), body)
        return set_cell("P2", "", "<v>44500</v>")(body)

    book = swap("<workbookPr ", '<workbookPr date1904="1" ')
    return remake({BOOK: book, CROSS: earlier})


def _numbers_in_style(style: int) -> bytes:
    return remake({CROSS: set_cell("M2", f's="{style}"', "<v>12</v>")})


FORMULAS = (
    _formula("formula", "<f>1+1</f><v>2</v>"),
    _formula("formula without a value", "<f>1+1</f>"),
    _formula("formula with a text", "<f>A1</f><v>hello</v>", 't="str"'),
    _formula("array formula", '<f t="array" ref="Q2:Q3">A1:A2</f><v>2</v>'),
    _formula("shared formula", '<f t="shared" ref="Q2:Q4" si="0">1+1</f><v>2</v>'),
    _formula("follower of a shared formula", '<f t="shared" si="0"/><v>2</v>'),
    _formula("formula of a data table", '<f t="dataTable" ref="Q2:Q4" r1="A1"/><v>2</v>'),
    _formula(
        "formula that asks a server", '<f>WEBSERVICE("http://example.nz/"&amp;C2)</f><v>x</v>', 't="str"'
    ),
    _formula("formula that starts a program", "<f>cmd|'/C calc'!A0</f><v>0</v>"),
    _formula("link as a formula", '<f>HYPERLINK("http://example.nz","open")</f><v>open</v>', 't="str"'),
    _formula("formula behind its value", "<v>2</v><f>1+1</f>"),
    Odd("error", lambda: cell("Q2", 't="e"', "<v>#REF!</v>"), faults={"x2.threats": _ERROR}),
    Odd("error without a name", lambda: cell("Q2", 't="e"', "<v>x</v>"), faults={"x2.threats": _ERROR}),
)

NUMBERS = (
    _number("number with many figures", "123456789012345", "123456789012345"),
    _number("number with a point and zeros", "12345.0", "12345"),
    _number("number with an exponent", "1.2345E+7", "12345000"),
    _number("number with blanks round it", " 12 ", "12"),
    _number("small number", "0.1", "0.1"),
    _number("minus nought", "-0", "0"),
    _no_number("infinite number", "1e999"),
    _no_number("number that is none", "NaN"),
    _no_number("infinity by name", "-inf"),
    _no_number("number with letters", "12ab"),
    _no_number("number in hexadecimal", "0x1F"),
    _no_number("number with a thousand figures", "9" * 1000),
    _no_number("number with underscores", "1_000"),
    Odd("number in a style there is not", lambda: _numbers_in_style(9999), cells={"x2.nia-number": "12"}),
    Odd("number in a style beyond reason", lambda: _numbers_in_style(10**30), cells={"x2.nia-number": "12"}),
    Odd("number in a style below nought", lambda: _numbers_in_style(-1), cells={"x2.nia-number": "12"}),
    Odd("boolean", lambda: cell("W2", 't="b"', "<v>1</v>"), cells={"x2.for-the-board": "Y"}),
    Odd("boolean that is none", lambda: cell("Q2", 't="b"', "<v>maybe</v>"), cells={"x2.threats": "FALSE"}),
    Odd("cell of an unknown kind", lambda: cell("M2", 't="zzz"', "<v>12</v>"), cells={"x2.nia-number": "12"}),
)

DAYS = (
    Odd("date", lambda: cell("P2", "", "<v>46022</v>"), cells={"x2.order-expires": "2025-12-31"}),
    Odd(
        "date with a time",
        lambda: cell("P2", "", "<v>46022.75</v>"),
        cells={"x2.order-expires": "2025-12-31"},
    ),
    Odd("date as text", lambda: cell("P2", *text("31/12/2025")), cells={"x2.order-expires": "2025-12-31"}),
    Odd(
        "date in ISO",
        lambda: cell("P2", 't="d"', "<v>2025-12-31</v>"),
        cells={"x2.order-expires": "2025-12-31"},
    ),
    Odd(
        "date in ISO at midnight",
        lambda: cell("P2", 't="d"', "<v>2025-12-31T00:00:00</v>"),
        cells={"x2.order-expires": "2025-12-31"},
    ),
    Odd("day since 1904", _since_1904, cells={"x2.order-expires": "2025-11-01"}),
    _no_day("impossible date", "60"),
    _no_day("day nought", "0"),
    _no_day("day below nought", "-1"),
    _no_day("a time alone", "0.5"),
    _no_day("huge date", "9999999"),
    _no_day("day of a thousand figures", "9" * 1000, "9" * 20),
    _no_day("day that is infinite", "1e999"),
)

TEXTS = (
    _text("inline text", "threat", "threat"),
    _text("text that looks like a formula", "=1+1", "=1+1"),
    _text("text that looks like a command", "@SUM(A1)", "@SUM(A1)"),
    _text("right to left", "abc\u202edef\u200b", "abc�def�"),
    _text("escaped control", "a_x0007_b", "a�b"),
    _text("escaped nought", "a_x0000_b", "a�b"),
    _text("escaped line end", "a_x000D__x000A_b", "a\nb"),
    _text("half of a sign that needs two", "a_xD83D_b", "a�b"),
    _text("a sign in two halves", "a_xD83D__xDE00_b", "a😀b"),
    _text("an escape of an escape", "a_x005F_x0041_b", "a_x0041_b"),
    _text("letters with marks apart", "Ma\u0304ori", "Māori"),
    _text("signs beyond the common plane", "a😀b", "a😀b"),
    _text("tags that nobody sees", "a\U000e0041b", "a�b"),
    _text("blanks of every kind", "a\u00a0\u2003 b", "a b"),
    _text("text under many signs", "a" + "\u0300" * 30, "à" + "\u0300" * 29),
    Odd(
        "inline text in pieces",
        lambda: cell("Q2", 't="inlineStr"', "<is><r><t>thr</t></r><r><rPr><b/></rPr><t>eat</t></r></is>"),
        cells={"x2.threats": "threat"},
    ),
    Odd(
        "inline text with a reading guide",
        lambda: cell("Q2", 't="inlineStr"', '<is><t>東</t><rPh sb="0" eb="1"><t>hi</t></rPh></is>'),
        cells={"x2.threats": "東"},
    ),
    Odd(
        "shared text in pieces",
        lambda: _shared("<r><t>thr</t></r><r><rPr><b/></rPr><t>eat</t></r>"),
        cells={"x2.threats": "threat"},
    ),
    Odd(
        "shared text with a reading guide",
        lambda: _shared('<t>東</t><rPh sb="0" eb="1"><t>hi</t></rPh><phoneticPr/>'),
        cells={"x2.threats": "東"},
    ),
    Odd("shared text of nothing", lambda: _shared("")),
    Odd(
        "shared text of 200,000 letters",
        lambda: _shared(f"<t>{'x' * 200_000}</t>"),
        faults={"x2.threats": "40,000 characters where 4,000 fit: shorten it"},
    ),
    Odd("text that is missing", lambda: cell("Q2", 't="s"', "<v>99999</v>"), says.NO_TEXT),
    Odd("text before the first", lambda: cell("Q2", 't="s"', "<v>-1</v>"), says.NO_TEXT),
    Odd("text named by no number", lambda: cell("Q2", 't="s"', "<v>one</v>"), says.NO_TEXT),
    Odd("text named by a broken number", lambda: cell("Q2", 't="s"', "<v>1.5</v>"), says.NO_TEXT),
    Odd("text named by 5,000 figures", lambda: cell("Q2", 't="s"', f"<v>{'1' * 5000}</v>"), says.NO_TEXT),
    Odd(
        "shared texts that lie about their count",
        lambda: remake(
            {STRINGS: again(r'count="\d+" uniqueCount="\d+"', 'count="4294967295" uniqueCount="4294967295"')}
        ),
    ),
    Odd("a text named a million times", _million_texts, says.MUCH_TEXT),
    Odd(
        "too long",
        lambda: cell("Q2", *text("x" * 4001)),
        faults={"x2.threats": "4,001 characters where 4,000 fit: shorten it"},
    ),
)

ROWS = (
    _sheet("row twice", row(2, '<c r="A2"><v>1</v></c>'), "holds row 2 twice"),
    _sheet(
        "cell twice",
        row(90, '<c r="A90"><v>1</v></c><c r="A90"><v>2</v></c>'),
        "holds a cell of row 90 twice",
    ),
    _sheet("cell in another row", row(90, '<c r="A91"><v>1</v></c>'), "holds cell A91 in row 90"),
    _sheet("cell inside a cell", row(90, '<c r="A90"><c r="B90"/></c>'), "holds a cell inside a cell"),
    _sheet("cell named wrongly", row(90, '<c r="A"><v>1</v></c>'), "names a cell wrongly ('A')"),
    _sheet("cell named in small letters", row(90, '<c r="a90"><v>1</v></c>'), "names a cell wrongly ('a90')"),
    _sheet(
        "cell named by an area", row(90, '<c r="A90:B90"><v>1</v></c>'), "names a cell wrongly ('A90:B90')"
    ),
    _sheet("row below nought", row(-1), "numbers a row wrongly"),
    _sheet("row nought", row(0, "<c><v>1</v></c>"), "numbers a row wrongly"),
    _sheet("row beyond the last", row(1_048_577, "<c><v>1</v></c>"), "numbers a row wrongly"),
    _sheet("row in Arabic figures", row("٩٠"), "numbers a row wrongly"),
    _sheet("row of 5,000 figures", row("9" * 5000), "numbers a row wrongly"),
    _sheet("column beyond the form", row(90, '<c r="BM90"><v>1</v></c>'), "has more than 64 columns"),
    _sheet("column beyond the last", row(90, '<c r="ZZZ90"><v>1</v></c>'), "has more than 64 columns"),
    _sheet(
        "too many rows",
        "".join(row(i, "<c><v>1</v></c>") for i in range(200, 20_300)),
        "has more than 20,000 rows",
    ),
    Odd(
        "the last row there is",
        lambda: remake(
            {CROSS: in_sheet(row(1_048_576, f'<c r="Q1048576" {text("x")[0]}>{text("x")[1]}</c>'))}
        ),
        cells={"x1048576.threats": "x"},
        rows=5,
        intact=4,
    ),
    Odd("rows without numbers", lambda: remake({CROSS: again(r'<row r="\d+"', "<row")})),
    Odd(
        "rows and cells without names",
        lambda: remake(
            {CROSS: lambda b: again(r'<c r="[A-Z]+\d+"', "<c")(again(r'<row r="\d+"', "<row")(b))}
        ),
    ),
    Odd(
        "rows out of order",
        lambda: remake({CROSS: again(r"(<row r=\"2\".*?</row>)(<row r=\"3\".*?</row>)", r"\2\1")}),
    ),
    Odd(
        "cells out of order", lambda: remake({CROSS: again(r'(<c r="B2".*?</c>)(<c r="C2".*?</c>)', r"\2\1")})
    ),
    Odd(
        "rows with nothing in them",
        lambda: remake({CROSS: in_sheet("".join(row(i, '<c s="3"/>') for i in range(100, 3000)))}),
    ),
    Odd(
        "a size that lies",
        lambda: remake({CROSS: again(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"')}),
    ),
    Odd(
        "a size that says nothing",
        lambda: remake({CROSS: again(r'<dimension ref="[^"]*"', '<dimension ref="A1"')}),
    ),
    Odd("spans that lie", lambda: remake({CROSS: again(r'spans="[^"]*"', 'spans="1:16384"')})),
    Odd("merged cells", lambda: _merge("T2:T3")),
    Odd("merged cells that overlap", lambda: _merge("T2:T3", "T3:U4")),
    Odd(
        "merge over everything",
        lambda: _merge("A1:XFD1"),
        says.in_sheet("merges cells outside the form (A1:XFD1)"),
    ),
    Odd(
        "merge down to the end",
        lambda: _merge("A1:A1048576"),
        says.in_sheet("merges cells outside the form (A1:A1048576)"),
    ),
    Odd(
        "merge turned round", lambda: _merge("T3:T2"), says.in_sheet("merges cells outside the form (T3:T2)")
    ),
    Odd("merge of no place", lambda: _merge("hello"), says.in_sheet("names a cell wrongly ('hello')")),
    Odd(
        "rows twice the sheet over",
        lambda: remake({CROSS: after_rows("<sheetData>" + row(2, "<c><v>1</v></c>") + "</sheetData>")}),
        says.in_sheet("holds row 2 twice"),
    ),
    Odd(
        "a book that lost its texts",
        lambda: remake({RELS: again(r'<Relationship [^>]*sharedStrings"[^>]*/>', "")}),
        says.NO_TEXT,
    ),
)
