"""The data dictionary says what the code says, and nothing in the register goes without a meaning."""

from app.domain.extract_fields import FIELDS
from app.domain.police import COLUMNS
from db import data_dictionary as dictionary
from db.tables.base import Base

REMEDY = "print it anew: .venv/bin/python -m db.data_dictionary"


def test_every_table_and_column_has_a_meaning_and_an_owner() -> None:
    assert dictionary.undescribed() == []


def test_the_page_is_what_the_code_prints() -> None:
    assert dictionary.FILE.read_text(encoding="utf-8") == dictionary.data_dictionary(), REMEDY


def test_the_page_names_every_table_heading_and_column_of_the_workbook() -> None:
    page = dictionary.data_dictionary()
    assert [name for name in Base.metadata.tables if f"### {name}\n" not in page] == []
    assert [field.heading for field in FIELDS if f"| {field.heading} |" not in page] == []
    assert [column.heading for column in COLUMNS if f"| {column.heading} |" not in page] == []
