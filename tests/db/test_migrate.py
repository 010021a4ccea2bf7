"""Migrations: all of it or none of it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Engine,
    Enum,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    func,
    select,
    text,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex

from app.domain.errors import Damaged, Refused
from db.connect import FILE_NAME, create_file, engine_for
from db.migrate import migrate, steps
from db.schema import SCHEMA_VERSION
from db.tables.base import Base, Moment
from db.tables.meeting import Attendance, ConfidentialityReading

KEY = bytes(range(32))

FIRST = """
import sqlalchemy as sa
revision, down_revision = "0001", None
def upgrade(op):
    op.create_table("people", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
    op.create_table("notes", sa.Column("id", sa.Integer, primary_key=True),
                    sa.Column("person", sa.Integer, sa.ForeignKey("people.id", ondelete="CASCADE")))
    op.execute("INSERT INTO people VALUES (1, 'Ana')")
    op.execute("INSERT INTO notes VALUES (1, 1)")
"""
REBUILD = """
import sqlalchemy as sa
revision, down_revision = "0002", "0001"
def upgrade(op):
    with op.batch_alter_table("people") as people:
        people.alter_column("name", nullable=False)
"""
HALF = """
import sqlalchemy as sa
revision, down_revision = "0002", "0001"
def upgrade(op):
    op.create_table("half", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("DELETE FROM notes")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
ORPHAN = """
revision, down_revision = "0002", "0001"
def upgrade(op):
    op.execute("DELETE FROM people")
"""


@pytest.fixture
def package(tmp_path: Path) -> Iterator[ModuleType]:
    """An empty package of migrations, gone from the interpreter afterwards."""
    name = "toy_migrations"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").write_text("", encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    importlib.invalidate_caches()
    yield importlib.import_module(name)
    sys.path.remove(str(tmp_path))
    for loaded in [each for each in sys.modules if each.split(".")[0] == name]:
        del sys.modules[loaded]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    create_file(tmp_path / FILE_NAME, KEY)
    return engine_for(tmp_path / FILE_NAME, KEY)


def add(package: ModuleType, name: str, source: str) -> None:
    (Path(package.__path__[0]) / f"{name}.py").write_text(source, encoding="utf-8")
    importlib.invalidate_caches()


def state(engine: Engine) -> tuple[int, list[str], int]:
    with engine.connect() as connection:
        return (
            connection.exec_driver_sql("PRAGMA user_version").scalar_one(),
            list(connection.execute(text("SELECT name FROM sqlite_schema ORDER BY 1")).scalars()),
            connection.execute(text("SELECT count(*) FROM notes")).scalar_one(),
        )


def test_the_programs_own_steps_make_a_register_and_run_once(engine: Engine) -> None:
    assert migrate(engine) == SCHEMA_VERSION >= 1
    assert migrate(engine) == SCHEMA_VERSION
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(engine: Engine, package: ModuleType) -> None:
    add(package, "m0001_first", FIRST)
    assert migrate(engine, steps(package)) == 1
    add(package, "m0002_rebuild", REBUILD)
    assert migrate(engine, steps(package)) == 2
    assert state(engine) == (2, ["notes", "people"], 1)
    with pytest.raises(Exception, match="NOT NULL"), engine.begin() as connection:
        connection.execute(text("INSERT INTO people VALUES (2, NULL)"))


@pytest.mark.parametrize(("second", "error"), [(HALF, OperationalError), (ORPHAN, Damaged)])
def test_a_migration_that_fails_half_way_leaves_nothing(
    engine: Engine, package: ModuleType, second: str, error: type[Exception]
) -> None:
    add(package, "m0001_first", FIRST)
    migrate(engine, steps(package))
    before = state(engine)
    add(package, "m0002_second", second)
    with pytest.raises(error):
        migrate(engine, steps(package))
    assert state(engine) == before == (1, ["notes", "people"], 1)


def test_a_register_from_before_the_keys_gets_them_with_the_step_that_brings_them(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    create_file(path, KEY)
    engine = engine_for(path, KEY)
    migrate(engine, steps()[:7])
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO persons (id, prn, surname, given_names, name_key, date_of_birth)"
                " VALUES (1, '0010234567', 'Ngatā', 'Hēmi', 'ngata hemi', '1985-03-07')"
            )
        )
    assert migrate(engine) == SCHEMA_VERSION
    with engine.connect() as connection:
        keys = set(connection.execute(text("SELECT key FROM linkage_keys WHERE person_id = 1")).scalars())
    assert {"p:10234567", "b:19850307", "f:ngata", "g:james"} <= keys


def test_a_register_of_the_first_step_with_a_row_in_every_table_comes_whole_to_this_program(
    tmp_path: Path,
) -> None:
    path = tmp_path / FILE_NAME
    create_file(path, KEY)
    engine = engine_for(path, KEY)
    migrate(engine, steps()[:1])
    before = MetaData()
    before.reflect(engine, only=lambda name, _: not name.startswith("search_"))
    with engine.begin() as connection:
        for table in before.sorted_tables:
            if connection.execute(select(func.count()).select_from(table)).scalar() == 0:
                connection.execute(table.insert(), _row(table))
    rows, things = _rows(engine, before), _things(engine)

    assert migrate(engine) == SCHEMA_VERSION

    gone = {"meetings": {"confidentiality_read"}}
    kept = {
        name: [{key: value for key, value in row.items() if key not in gone.get(name, ())} for row in lines]
        for name, lines in rows.items()
    }
    after = MetaData()
    after.reflect(engine, only=list(kept))
    now = _rows(engine, after)
    assert {
        name: [{key: row[key] for key in line} for row, line in zip(now[name], lines, strict=True)]
        for name, lines in kept.items()
    } == kept
    assert things <= _things(engine)
    with Session(engine) as session:
        for mapper in Base.registry.mappers:
            session.scalars(select(mapper.class_)).all()  # every old row reads as a row of today
        assert session.scalars(select(ConfidentialityReading.meeting)).all() == ["x"]
        assert session.scalars(select(Attendance.here_seq)).all() == [1]


def test_the_steps_make_the_tables_of_this_program(engine: Engine) -> None:
    migrate(engine)
    found = MetaData()
    found.reflect(engine)
    for name, table in Base.metadata.tables.items():
        assert {(each.name, each.nullable) for each in found.tables[name].columns} == {
            (each.name, each.nullable) for each in table.columns
        }, name
        assert {each.name for each in found.tables[name].indexes} == {each.name for each in table.indexes}, (
            name
        )
        assert _keys(found.tables[name]) == _keys(table), name


def _keys(table: Table) -> set[tuple[str, ...]]:
    """What a table's foreign keys and unique constraints join, by column."""
    return {
        (type(each).__name__, *sorted(column.name for column in each.columns))
        for each in table.constraints
        if isinstance(each, (ForeignKeyConstraint, UniqueConstraint))
    }


def _row(table: Table) -> dict[str, object]:
    """A row that fits: numbers are 1 and texts `x`, so that whatever points somewhere points to the row there."""
    today = Base.metadata.tables.get(table.name)
    found: dict[str, object] = {}
    for column in table.columns:
        kind = today.c[column.name].type if today is not None and column.name in today.c else column.type
        if any(key.column.table is table for key in column.foreign_keys):
            continue
        found[column.name] = next((value for known, value in _VALUES if isinstance(kind, known)), "x")
        if isinstance(kind, Enum):
            found[column.name] = kind.enums[0]
    return found | ({"prev": "0" * 96} if table.name == "trail" else {})


_VALUES: tuple[tuple[type, object], ...] = (
    (Boolean, True),
    (Integer, 1),
    (Float, 0.5),
    (Moment, datetime(2026, 11, 16, 21, 0)),  # noqa: DTZ001 - stored as UTC without a zone
    (Date, date(2026, 11, 17)),
    (LargeBinary, b"x"),
    (JSON, []),
)


def _rows(engine: Engine, tables: MetaData) -> dict[str, list[dict[str, object]]]:
    with engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in tables.sorted_tables
        }


def _things(engine: Engine) -> set[tuple[str, str]]:
    """Every table, index and trigger by kind and name."""
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        )
        return {(row.type, row.name) for row in found}


def test_a_row_that_stands_alone_while_a_condition_holds_does_so_in_the_national_register_too() -> None:
    made = {
        str(index.name): str(CreateIndex(index).compile(dialect=postgresql.dialect()))
        for index in Base.metadata.tables["restrictions"].indexes
    }
    assert made["uq_restrictions_standing"] == (
        "CREATE UNIQUE INDEX uq_restrictions_standing ON restrictions (person_id) WHERE lifted_seq IS NULL"
    )


def test_a_first_migration_that_fails_leaves_an_empty_file(engine: Engine, package: ModuleType) -> None:
    add(package, "m0001_first", FIRST)
    add(package, "m0002_half", HALF)
    with pytest.raises(OperationalError):
        migrate(engine, steps(package))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_schema")).scalar() == 0


def test_the_file_of_a_newer_program_is_refused_and_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(Refused, match="written by a newer ForumDesk"):
        migrate(engine)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("m0003_gap", FIRST.replace("0001", "0003")),
        ("m0002_wrong", FIRST),
        ("m0002_nothing", ""),
        ("m0001_twin", FIRST),
    ],
)
def test_a_step_out_of_line_is_an_error_of_the_program(package: ModuleType, name: str, source: str) -> None:
    add(package, "m0001_first", FIRST)
    add(package, name, source)
    with pytest.raises(ValueError, match="out of line"):
        steps(package)
