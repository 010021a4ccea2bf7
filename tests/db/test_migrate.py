"""Migrations: all of it or none of it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from app.domain.errors import Damaged, Refused
from db.connect import FILE_NAME, create_file, engine_for
from db.migrate import migrate, steps
from db.schema import SCHEMA_VERSION

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
