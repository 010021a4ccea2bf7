"""The seals of rows: what ties each row of the register to the signed entry that last changed it."""

from typing import Any

from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import UserDefinedType

from db.tables.base import Base, Short


class RowKey(UserDefinedType[object]):
    """A row's number or its code, kept as it is: a column of no kind of its own keeps numbers in order of size."""

    cache_ok = True

    def get_col_spec(self, **_kw: Any) -> str:
        return "BLOB"


class RowSeal(Base):
    """A salted digest of one row as an entry of the trail left it; the entry's signed body holds one over them all.

    Nothing in it can be read back: disposal empties the salt and leaves the digest, so that the entry still holds.
    """

    __tablename__ = "row_seals"
    __table_args__ = ({"sqlite_with_rowid": False},)

    table_name: Mapped[str] = mapped_column(Short, primary_key=True)
    """The table the row stands in."""
    row: Mapped[object] = mapped_column(RowKey, primary_key=True)
    """The row's own key there: its number, or its code where it has one."""
    seq: Mapped[int] = mapped_column(primary_key=True)
    """Number of the trail entry that left the row so."""
    person: Mapped[int | None]
    """The number in `persons` of whom the row is about; nothing where it is about nobody."""
    salt: Mapped[bytes]
    """Chance of its own, mixed in; emptied where the person's record was disposed of."""
    digest: Mapped[bytes]
    """SHA-384 over salt, table, key and values; empty where the entry took the row away."""
