"""Rows that are taken many at a time must read as if each element had been met, and nothing may slip through."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable

import pytest

from app.domain.errors import Refused
from app.domain.raw_cells import RawWorkbook
from reports import plain_rows, reader, reading_process, shared_texts
from tests.hostile import make

ROWS = range(100, 900)
"""Enough of them that the sheet is taken by its rows."""


def _text(ref: str, text: str, style: str = "") -> str:
    return f'<c r="{ref}"{style} t="inlineStr"><is><t>{text}</t></is></c>'


def _row(number: int, third: str = "") -> str:
    """A row as Excel writes one; `third` is the XML of its third cell."""
    return make.row(
        number,
        _text(f"A{number}", f"Ngatā &amp; {number}", ' s="1"')
        + f'<c r="B{number}"><v>{number}</v></c>'
        + (third or f'<c r="C{number}"/>')
        + _text(f"D{number}", f"&#332;p&#257;waho {number}"),
    )


def _with(rows: Iterable[str], *more: tuple[str, make.Change]) -> bytes:
    return make.remake({make.CROSS: make.in_sheet("".join(rows)), **dict(more)})


def _read(data: bytes) -> RawWorkbook:
    out = io.BytesIO()
    reading_process.answer_in_lines(data, {"name": make.FILE}, out)
    return reader.gather(out.getvalue(), make.FILE)


def _one_by_one(data: bytes, monkeypatch: pytest.MonkeyPatch) -> RawWorkbook:
    with monkeypatch.context() as patch:
        patch.setattr(plain_rows, "FROM_BYTES", 2**62)
        patch.setattr(shared_texts, "MOST_AT_ONCE", -1)
        return _read(data)


def _cross(raw: RawWorkbook) -> dict[int, list[str]]:
    return {row.number: [cell.text for _, cell in sorted(row.cells.items())] for row in raw.sheets[1].rows}


def _taken_whole(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of all rows that are taken many at a time from now on."""
    numbers: list[int] = []
    take = plain_rows.PlainRows.take

    def spy(self: plain_rows.PlainRows) -> list[plain_rows.Taken]:
        taken = take(self)
        numbers.extend(number for each in taken for number in each.numbers)
        return taken

    monkeypatch.setattr(plain_rows.PlainRows, "take", spy)
    return numbers


def _shared(body: bytes) -> bytes:
    """Texts of a sheet's cells as places among the shared ones, as Excel saves them: `x` is the first."""
    return re.sub(rb't="inlineStr"><is><t>x</t></is>', b't="s"><v>0</v>', body)


def _first_shared(xml: str) -> make.Change:
    return lambda _: (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        + xml
        + "".join(f'<si><t xml:space="preserve">Text {at} </t></si>' for at in range(5_000))
        + "</sst>"
    ).encode()


ODD: dict[str, Callable[[int], str]] = {
    "nothing": lambda n: "",
    "a formula": lambda n: f'<c r="C{n}"><f>1+1</f><v>2</v></c>' if n == 400 else "",
    "a formula in every other row": lambda n: f'<c r="C{n}"><f>1+1</f><v>2</v></c>' if n % 2 else "",
    "an error": lambda n: f'<c r="C{n}" t="e"><v>#N/A</v></c>' if n > 850 else "",
    "true and false": lambda n: f'<c r="C{n}" t="b"><v>{n % 2}</v></c>',
    "now a number, now a text": lambda n: _text(f"C{n}", "x") if n % 3 else f'<c r="C{n}"><v>{n}</v></c>',
    "a text in some rows": lambda n: _text(f"C{n}", "seen") if n % 7 == 0 else "",
    "a style in some rows": lambda n: f'<c r="C{n}" s="{n % 5}"/>',
    "more styles than are learned": lambda n: f'<c r="C{n}" s="{n % 40}"/>',
    "rich text": lambda n: f'<c r="C{n}" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
    "an escaped sign": lambda n: _text(f"C{n}", "a_x000D_b_xE000_c"),
    "the sign that parts texts": lambda n: _text(f"C{n}", "a\ue000b" if n == 300 else "a"),
    "the sign that parts texts, as a number": lambda n: _text(f"C{n}", "a&#xE000;b" if n == 300 else "a"),
    "half of a pair": lambda n: _text(f"C{n}", "_xD800_"),
    "a long text": lambda n: _text(f"C{n}", "y" * 50_000) if n == 200 else "",
    "a text of nothing": lambda n: f'<c r="C{n}" t="inlineStr"><is><t></t></is></c>',
    "a number of nothing": lambda n: f'<c r="C{n}"><v></v></c>',
    "a number no program writes": lambda n: f'<c r="C{n}"><v>e</v></c>',
    "signs by number": lambda n: _text(f"C{n}", "&#38;lt; &#x41;&#10;&#9;z &quot;"),
    "lines": lambda n: _text(f"C{n}", "one\r\ntwo\rthree\n"),
}


ODD_THROUGHOUT = ("rich text", "a formula in every other row")


@pytest.mark.parametrize("name", ODD)
def test_rows_taken_whole_read_as_one_by_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _with(_row(number, ODD[name](number)) for number in ROWS)
    numbers = _taken_whole(monkeypatch)
    raw = _read(data)
    assert raw == _one_by_one(data, monkeypatch)
    assert [row.number for row in raw.sheets[1].rows][-len(ROWS) :] == list(ROWS)
    assert _cross(raw)[102][0] == "Ngatā & 102"
    assert _cross(raw)[102][-1] == "Ōpāwaho 102"
    assert len(numbers) > 200 or name in ODD_THROUGHOUT


def test_one_odd_row_does_not_slow_the_others_down(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = _taken_whole(monkeypatch)
    _read(_with(_row(number, ODD["a formula"](number)) for number in ROWS))
    assert {300, 500, 898} <= set(numbers)
    assert 400 not in numbers


SHARED = {
    "plain": "<si><t>Ngat&#257; &amp; Ōpāwaho</t></si>",
    "rich": "<si><r><t>Ngatā &amp; </t></r><r><t>Ōpāwaho</t></r></si>",
    "with a guide": "<si><t>Ngatā &amp; Ōpāwaho</t><rPh sb='0' eb='1'><t>no</t></rPh></si>",
    "with a comment": "<si><t>Ngatā &amp;<!-- <si><t>no</t></si> --> Ōpāwaho</t></si>",
    "escaped": "<si><t>Ngat_x0101_ &amp; Ōpāwaho</t></si>",
}


@pytest.mark.parametrize("name", SHARED)
def test_shared_texts_taken_together_read_as_one_by_one(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make.remake(
        {
            make.CROSS: lambda body: _shared(
                make.in_sheet("".join(_row(n, _text(f"C{n}", "x")) for n in ROWS))(body)
            ),
            make.STRINGS: _first_shared(SHARED[name]),
        }
    )
    raw = _read(data)
    assert raw == _one_by_one(data, monkeypatch)
    assert {_cross(raw)[number][2] for number in ROWS} == {"Ngatā & Ōpāwaho"}


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a row twice": (lambda: _with([*map(_row, ROWS), _row(500)]), "holds row 500 twice"),
    "a row twice, far apart": (lambda: _with([_row(850), *map(_row, ROWS)]), "holds row 850 twice"),
    "a cell twice": (
        lambda: _with(_row(n, _text(f"B{n}", "x")) for n in ROWS),
        "holds a cell of row 100 twice",
    ),
    "a cell twice, in one row": (
        lambda: _with(_row(n, _text(f"B{n}", "x") if n == 600 else "") for n in ROWS),
        "holds a cell of row 600 twice",
    ),
    "a cell behind its row": (
        lambda: _with(_row(n) + (_text(f"A{n}", "x") if n == 600 else "") for n in ROWS),
        "holds a cell of row 600 twice",
    ),
    "a cell in another row": (
        lambda: _with(_row(n, _text("C7", "x") if n == 600 else "") for n in ROWS),
        "holds cell C7 in row 600",
    ),
    "too many rows": (lambda: _with(map(_row, range(100, 20_200))), "has more than 20,000 rows"),
    "a row beyond the last": (
        lambda: _with(map(_row, range(1_048_000, 1_048_600))),
        "numbers a row wrongly",
    ),
    "a column beyond the form": (
        lambda: _with(_row(n, _text(f"BM{n}", "x")) for n in ROWS),
        "has more than 64 columns",
    ),
    "a name that nobody defined": (
        lambda: _with(_row(n, _text(f"C{n}", "a&b;" if n == 600 else "a")) for n in ROWS),
        "is not well-formed",
    ),
    "a sign of no alphabet": (
        lambda: _with(_row(n, _text(f"C{n}", "a\x01" if n == 600 else "a")) for n in ROWS),
        "is not well-formed",
    ),
    "half of a pair by number": (
        lambda: _with(_row(n, _text(f"C{n}", "&#xD800;" if n == 600 else "a")) for n in ROWS),
        "is not well-formed",
    ),
    "an end of nothing": (
        lambda: _with(_row(n, _text(f"C{n}", "]]>" if n == 600 else "a")) for n in ROWS),
        "is not well-formed",
    ),
    "rows after the end": (
        lambda: make.remake({make.CROSS: lambda body: body + "".join(map(_row, ROWS)).encode()}),
        "is not well-formed",
    ),
    "deep in a row": (
        lambda: _with(_row(n, "<c>" + "<b>" * 40 + "</b>" * 40 + "</c>" if n == 600 else "") for n in ROWS),
        "is nested deeper than 32",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_one_by_one_is_refused_among_many(name: str) -> None:
    made, what = REFUSED[name]
    with pytest.raises(Refused) as refusal:
        _read(made())
    assert what in refusal.value.sentence


def test_rows_in_a_comment_are_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [_row(n) if n != 500 else f"<!-- {_row(n)}" for n in ROWS]
    rows[-1] = f"{rows[-1]} -->"
    data = _with([*rows, _row(2000)])
    raw = _read(data)
    assert raw == _one_by_one(data, monkeypatch)
    assert _cross(raw).keys() & {499, 500, 501, 899, 2000} == {499, 2000}


def test_a_text_named_a_million_times_is_too_much() -> None:
    rows = (
        make.row(n, "".join(f'<c r="{letter}{n}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJKLMNOPQRST"))
        for n in range(100, 4_000)
    )
    data = _with(rows, (make.STRINGS, _first_shared(f"<si><t>{'y' * 39_000}</t></si>")))
    with pytest.raises(Refused, match="holds more text than the form can"):
        _read(data)


@pytest.mark.parametrize("usual", ["><v>1</v>", ' t="inlineStr"><is><t>x</t></is>', ' t="s"><v>0</v>'])
def test_rows_that_differ_late_are_tried_once_and_not_in_every_combination(usual: str) -> None:
    def cells(number: int) -> str:
        letters = [chr(65 + at) for at in range(26)] + [f"A{chr(65 + at)}" for at in range(26)]
        full = "".join(f'<c r="{letter}{number}"{usual}</c>' for letter in letters)
        return full + f'<c r="BA{number}" s="{number % 3}"/>'

    data = _with((make.row(number, cells(number)) for number in ROWS), (make.STRINGS, _first_shared("")))
    assert len(reader.read_returned(data, None, make.FILE).sheets[1].rows) >= len(ROWS)
