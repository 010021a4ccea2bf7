"""What every mapped class shares: naming, words stored by their value, moments stored as UTC.

The mapped rooms do without `from __future__ import annotations`: SQLAlchemy reads every annotation of a mapped class,
and each that is kept as text would be compiled by itself, which was half of what the tables cost at every start.
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, Index, Integer, MetaData, String, Text, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import CreateIndex
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time: kept as UTC without a zone, handed out with one, so that nobody compares the two."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def word(kind: type[StrEnum]) -> Enum:
    """A column of one of the words of the field, stored by its value as any engine's text."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=60,
        values_callable=lambda members: [member.value for member in members],
    )


def one_while(name: str, *columns: str, where: str) -> Index:
    """An index that lets one row of these columns stand while `where` holds of it, and any number after that."""
    return Index(name, *columns, unique=True, sqlite_where=text(where))


@compiles(CreateIndex, "postgresql")
def _with_its_condition(create: CreateIndex, compiler: DDLCompiler, **words: Any) -> str:
    """The same index in the national register (need N2). Its own keyword would import that engine at every start."""
    where = create.element.dialect_options["sqlite"]["where"]
    made: str = compiler.visit_create_index(create, **words)  # type: ignore[no-untyped-call]
    return made if where is None else f"{made} WHERE {where}"


class Base(DeclarativeBase):
    """Mapped inside a `Work` and nowhere else (docs/decisions/0002)."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        int: Integer(),
        date: Date(),
        datetime: Moment(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
    }


Short = String(60)
