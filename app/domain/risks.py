"""Each service's own risk rating side by side: the present one of each tool, and older ones under it (need R8).

Nothing here combines two ratings, and nothing sorts one service above another by its score.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from app.domain.cases import ChangeRow, RiskRow, ValueRow
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.words import Owner

IOMS_RATINGS = tuple(FIELD_BY_NAME[name].heading for name in ("roc_roi", "psychological_risk"))
"""The ratings that IOMS holds: Corrections' own, shown beside those the services gave."""
CORRECTIONS = "Corrections, in IOMS"


class RatingLine(NamedTuple):
    """One rating as it stands beside the others. `on` is the day of the assessment, or as at which IOMS said it."""

    whose: str
    tool: str
    score: str
    version: str
    on: date | None
    assessor: str
    present: bool
    source: str

    @property
    def standing(self) -> str:
        return "present" if self.present else "older"


def side_by_side(
    risks: Iterable[RiskRow], values: Iterable[ValueRow], changes: Iterable[ChangeRow]
) -> tuple[RatingLine, ...]:
    """Every rating, by whose it is and its tool, the present one first and the older ones under it.

    `risks` and `changes` are newest first, as a case's record has them. The forum's own word on a rating of IOMS is
    the forum's, beside it.
    """
    lines = []
    older = list(changes)
    for value in values:
        if value.heading not in IOMS_RATINGS:
            continue
        if value.value is not None:
            whose = CORRECTIONS if value.owner is Owner.IOMS else value.owner.value
            lines.append(
                RatingLine(whose, value.heading, value.value, "", value.as_at, "", True, value.source)
            )
        lines += [
            RatingLine(Owner.FORUM.value, value.heading, word.value, "", word.as_at, "", True, word.source)
            for word in value.beside[-1:]
        ]
        lines += [
            RatingLine(CORRECTIONS, value.heading, change.old, "", None, "", False, f"until the {change.why}")
            for change in older
            if change.what == value.heading and change.old
        ]
    seen: set[tuple[str, str]] = set()
    for risk in sorted(risks, key=lambda row: (row.service.value, row.tool)):
        key = risk.service.value, risk.tool
        lines.append(
            RatingLine(
                risk.service.value,
                risk.tool,
                risk.score,
                risk.version or "",
                risk.on,
                risk.assessor or "",
                key not in seen,
                risk.source,
            )
        )
        seen.add(key)
    return tuple(lines)
