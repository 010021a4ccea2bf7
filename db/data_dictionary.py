"""The data dictionary, printed from the code: `python -m db.data_dictionary` writes docs/data-dictionary.md anew.

A column's meaning is the docstring under it, the extract's own words for it, or a line below. A test fails while
any column has none, and while the printed file is not what the code says.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Float, Integer, LargeBinary, Table

import db.tables as tables
from app.domain import words
from app.domain.extract_fields import FIELDS
from app.domain.police import FORM_SHEETS, columns_of
from db.meanings import EVERYWHERE, MEANINGS, WHOSE
from db.tables import base

FILE = Path(__file__).resolve().parents[1] / "docs" / "data-dictionary.md"

_FIRST = (
    tables.register,
    tables.extract,
    tables.criteria,
    tables.plan,
    tables.board,
    tables.meeting,
    tables.police,
)
"""The files of tables in the order a reader wants them; others come after."""

_HEAD = """\
# Data dictionary

Printed from the code by `python -m db.data_dictionary`; a test compares the two, so mend the code and print again.
What each field means stands first; needs (R1, X6, …) and sections are those of the design.

*Whose* says who owns a value: IOMS (Corrections' system of record; read, never written), the forum, or Police. A value
of one never overwrites another's: they stand beside each other, each with its source and the day it was so.

There is no field for a victim's name or address anywhere, and none for anything clinical: victim nearness is an
answer, and health is advice to act on, as text.
"""


def data_dictionary() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD, *_contents(), *_extract(), *_police(), *_words(), *_register()]
    return "\n".join(parts).rstrip() + "\n"


def undescribed() -> list[str]:
    """Columns without a meaning, and meanings without a column."""
    known = {f"{table.name}.{column.name}" for table, _, _ in _tables() for column in table.columns}
    mute = [
        f"{table.name}.{column.name}"
        for table, _, said in _tables()
        for column in table.columns
        if not _meaning(table, column, said)
    ]
    stray = [name for name in MEANINGS if name not in known]
    return mute + stray + [table.name for table, _, _ in _tables() if table.name not in WHOSE]


def _contents() -> Iterator[str]:
    yield "- [The IOMS extract](#the-ioms-extract): what comes in from Corrections"
    yield "- [The Police workbook](#the-police-workbook): what goes out and what comes back"
    yield "- [Words](#words): every value that is one of a few"
    yield "- [The register](#the-register): every table and column"
    yield ""


def _extract() -> Iterator[str]:
    yield "## The IOMS extract"
    yield ""
    yield "One row a prisoner. Headings match without regard to case, spaces, hyphens, underscores and macrons."
    yield ""
    yield from _table(
        ("Heading", "Required", "Value", "Whose", "Meaning", "In code"),
        [
            (f.heading, "yes" if f.required else "", f.kind.value, f.owner.value, f.meaning, f"`{f.name}`")
            for f in FIELDS
        ],
    )


def _police() -> Iterator[str]:
    yield "## The Police workbook"
    yield ""
    yield "Columns of ours are locked and sealed; columns of theirs are open. `Row` is the seal of its row."
    yield ""
    for sheet in FORM_SHEETS:
        yield f"### {sheet}"
        yield ""
        yield from _table(
            ("Heading", "Whose", "Kind", "Choices", "For the officer"),
            [
                (
                    column.heading,
                    "forum" if column.ours else "Police",
                    column.kind.value,
                    " · ".join(column.choices),
                    column.help,
                )
                for column in columns_of(sheet)
            ],
        )


def _words() -> Iterator[str]:
    yield "## Words"
    yield ""
    yield "These values stand in files, on paper and in JSON exactly as written here."
    yield ""
    kinds = [
        kind
        for kind in vars(words).values()
        if inspect.isclass(kind) and issubclass(kind, StrEnum) and kind is not StrEnum
    ]
    rows = []
    for kind in kinds:
        doc = _first(kind) if kind.__doc__ != StrEnum.__doc__ else ""
        rows.append((f"`{kind.__name__}`", " · ".join(member.value for member in kind), doc))
    yield from _table(("Word", "Values", "Meaning"), rows)
    yield "### What each flag means for the forum"
    yield ""
    yield from _table(("Flag", "Meaning"), [(flag.value, flag.meaning) for flag in words.FlagCode])


def _register() -> Iterator[str]:
    yield "## The register"
    yield ""
    yield "The tables of `register.fdb`. A moment is kept as UTC. A number called `…_seq` is that of a trail entry: "
    yield "*since the last meeting* is an order of these numbers, not of the calendar."
    yield ""
    for table, kind, said in _tables():
        yield f"### {table.name}"
        yield ""
        yield " ".join(inspect.cleandoc(kind.__doc__ or "").split())
        yield ""
        yield f"Whose: {WHOSE.get(table.name, '')}."
        yield ""
        yield from _table(
            ("Column", "Type", "Meaning"),
            [(f"`{c.name}`", _type(c), _meaning(table, c, said)) for c in table.columns],
        )


def _tables() -> list[tuple[Table, type[base.Base], dict[str, str]]]:
    """Every mapped table with its class and the docstrings under its columns, in the order of the files."""
    found = []
    modules = [module for module in vars(tables).values() if isinstance(module, ModuleType)]
    for module in sorted(
        modules, key=lambda each: (each not in _FIRST, _FIRST.index(each) if each in _FIRST else 0)
    ):
        said = _said(module)
        for name in said:
            kind = getattr(module, name)
            if issubclass(kind, base.Base) and kind is not base.Base:
                found.append((cast("Table", kind.__table__), kind, said[name]))
    return found


def _said(module: ModuleType) -> dict[str, dict[str, str]]:
    """By class, the string that stands right under a column."""
    tree = ast.parse(inspect.getsource(module))
    classes: dict[str, dict[str, str]] = {}
    for node in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        lines = classes.setdefault(node.name, {})
        for before, after in zip(node.body, node.body[1:], strict=False):
            if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name):
                text = _text(after)
                if text:
                    lines[before.target.id] = " ".join(textwrap.dedent(text).split())
    return classes


def _text(node: ast.stmt) -> str:
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return node.value.value
    return ""


def _meaning(table: Table, column: Column[Any], said: dict[str, str]) -> str:
    own = said.get(column.name) or MEANINGS.get(f"{table.name}.{column.name}")
    if own:
        return own
    if table.name == "ioms_records":
        for field in FIELDS:
            if field.name == column.name:
                return field.meaning
    if column.foreign_keys and column.name not in EVERYWHERE:
        target = next(iter(column.foreign_keys)).column.table.name
        return f"Which row of {target}."
    return EVERYWHERE.get(column.name, "")


def _type(column: Column[Any]) -> str:
    kind = column.type
    if isinstance(kind, Enum):
        shown = f"one of `{kind.enum_class.__name__}`" if kind.enum_class else "word"
    elif isinstance(kind, base.Moment):
        shown = "moment"
    else:
        names = {Boolean: "yes or no", Date: "date", Float: "number", Integer: "whole number", JSON: "JSON"}
        names |= {LargeBinary: "bytes"}
        shown = next((name for known, name in names.items() if isinstance(kind, known)), "text")
    return shown if not column.nullable or column.primary_key else f"{shown}, or nothing"


def _first(kind: type) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0].split())


def _table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


if __name__ == "__main__":
    FILE.write_text(data_dictionary(), encoding="utf-8", newline="\n")
