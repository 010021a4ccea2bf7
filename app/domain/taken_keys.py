"""What somebody did to rows with own tools so that another loses the key of a restricted case, as it is told (need A4).

Each is told by its row and by the entry that last signed it, which says who and whose case, with the one act by which
access comes back. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct


class How(StrEnum):
    """What was done. The value says it of a row, for whom it was, and how access comes back."""

    EXCLUDED = (
        "keeps {whom} from a case, by the signature of somebody who may not: a chair ends the exclusion"
    )
    NOT_EXCLUDED = (
        "kept somebody from a case and was changed or taken away: a chair excludes them anew, or names the case's "
        "readers anew and leaves it so"
    )
    WITHDRAWN = (
        "takes {whom} off a case's readers, by the signature of somebody who may not: name its readers anew"
    )
    READER_GONE = "named {whom} a reader of a restricted case and was taken away: name its readers anew"
    OFFICE_GONE = "gave {whom} a role and was taken away: give the role anew"
    PERSON_GONE = "let somebody in and was taken away: have them ask for access again"
    WRAP = (
        "is a restricted case's key, sealed to {whom}, and is not as a holder left it: whoever else reads the case "
        "saves something, or names its readers anew"
    )
    NOT_OPEN = "is a case's key, sealed to you, and does not open: whoever else reads that case names its readers anew"


class Taken(Struct, frozen=True):
    """One row by table and number. `seq` is the entry that signed it last; `user_id` whom it takes the key from."""

    how: How
    table_name: str
    row: int | str
    seq: int | None
    user_id: str = ""

    def words(self, names: Mapping[str, str]) -> str:
        """`row 12 of the table exclusions (entry 41) keeps Hana Rei from a case and …`."""
        entry = f" (entry {self.seq:,})" if self.seq else ""
        whom = names.get(self.user_id, "somebody")
        return f"row {self.row} of the table {self.table_name}{entry} {self.how.value.format(whom=whom)}"


def taken_words(rows: Iterable[Taken], names: Mapping[str, str], most: int = 5) -> str:
    """The sentence of the check: a few rows, the rest by count; empty where there is none."""
    told = [each.words(names) for each in rows]
    if not told:
        return ""
    more = [f"and {len(told) - most:,} more"] if len(told) > most else []
    return (
        "Somebody with own tools took access to restricted cases away, or tried to: "
        f"{'; '.join([*told[:most], *more])}. The entries in the trail say whose they are."
    )


def lingering_words(names: Iterable[str], most: int = 5) -> str:
    """Whose reading of restricted cases has ended, while the next key waits to be made; empty where nobody's has.

    Whoever ended it did not hold the key, or nobody did: a last day has passed.
    """
    who = sorted(set(names))
    if not who:
        return ""
    told = ", ".join(who[:most]) + (f" and {len(who) - most:,} more" if len(who) > most else "")
    return (
        f"With own tools {told} could still read what is written of a restricted case from now on, and should not: "
        "save something, and its next key is made."
    )
