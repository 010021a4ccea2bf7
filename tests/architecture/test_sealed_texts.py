"""Every column of free text has been thought of: sealed for a restricted case, or left in clear with a reason (A4)."""

from __future__ import annotations

from sqlalchemy import JSON, Text

from db.case_texts import ALSO, IN_CLEAR, OTHERS, PARTLY, sealed_columns
from db.readers_view import about_person
from db.tables import Base


def _free_text() -> dict[str, set[str]]:
    """The columns of free text by table: without words of the field, codes, keys and what points elsewhere."""
    return {
        table.name: {
            column.name
            for column in table.columns
            if isinstance(column.type, (Text, JSON)) and not column.primary_key and not column.foreign_keys
        }
        for table in Base.metadata.sorted_tables
    }


def test_free_text_about_a_person_is_sealed_or_stays_in_clear_for_a_reason() -> None:
    sealed = {f"{words.table}.{column}" for words in sealed_columns().values() for column in words.columns}
    about = {table.name for table in Base.metadata.sorted_tables if about_person(table)}
    free = {
        f"{name}.{column}" for name, columns in _free_text().items() if name in about for column in columns
    }
    assert free - sealed == set(IN_CLEAR)
    assert sealed - free == ALSO
    assert all(IN_CLEAR.values())


def test_a_table_with_free_text_that_is_about_nobody_is_named() -> None:
    about = {table.name for table in Base.metadata.sorted_tables if about_person(table)}
    assert {name for name, columns in _free_text().items() if columns and name not in about} == set(OTHERS)


def test_a_condition_stands_for_a_column_that_is_there() -> None:
    sealed = {f"{words.table}.{column}" for words in sealed_columns().values() for column in words.columns}
    assert set(PARTLY) <= sealed


def test_what_is_left_in_clear_stands_in_the_decision() -> None:
    """Whoever reads the decision must find each of these: it is what own tools still show."""
    from tests.architecture.source import ROOT

    page = (ROOT / "docs" / "decisions" / "0037-compartments.md").read_text(encoding="utf-8")
    assert [name for name in IN_CLEAR if name not in page] == []
