"""The chair's own evaluation of a meeting, one minute long, and its trend (need M9).

The statements are data: a dated list under a number, so that the protocol's local evaluation can change and what
was scored on an older list stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import force_setattr

from app.domain.errors import Refused
from app.domain.meeting import tidy

LEAST, MOST = 1, 5
SCALE = "1 not at all · 2 hardly · 3 partly · 4 mostly · 5 fully"


class Statement(Struct, frozen=True):
    """One statement that the chair agrees with from 1 to 5."""

    code: str
    words: str


LISTS: Mapping[int, tuple[Statement, ...]] = MappingProxyType(
    {
        1: (
            Statement("papers", "The papers were right and came in time to be read."),
            Statement("time", "Every case had the time it needed."),
            Statement("heard", "Every service was heard before a decision."),
            Statement("reasons", "Each decision has a reason that will be understood in two years."),
            Statement("safety", "In every case we asked who could come to harm, and what is done about it."),
            Statement("actions", "Each action has one owner, a day, and somebody who can do it."),
        )
    }
)
"""Each list under its number; the last one is scored now."""

NOW = max(LISTS)


def statements(version: int = NOW) -> tuple[Statement, ...]:
    """The statements of one list; none for a list of a newer program."""
    return LISTS.get(version, ())


class EvaluationDraft(Struct, frozen=True):
    """A score from 1 to 5 for each statement of the list in force. Refused is raised for anything else."""

    scores: Mapping[str, int]
    note: str = ""

    def __post_init__(self) -> None:
        asked = [each.code for each in statements()]
        if strange := sorted(set(self.scores) - set(asked)):
            raise Refused(
                f"“{strange[0]}” is no statement of the evaluation; nothing was saved: score {', '.join(asked)}."
            )
        if missing := [code for code in asked if code not in self.scores]:
            raise Refused(
                f"Not scored: {', '.join(missing)}; nothing was saved: give each a number from 1 to 5."
            )
        if wrong := [code for code in asked if not LEAST <= self.scores[code] <= MOST]:
            raise Refused(f"The score of {wrong[0]} is not from 1 to 5; nothing was saved.")
        force_setattr(self, "scores", MappingProxyType({code: self.scores[code] for code in asked}))
        force_setattr(self, "note", tidy(self.note))


class EvaluationRow(Struct, frozen=True):
    """One meeting's evaluation. `scores` are (code, score) in the order of its list."""

    meeting: str
    day: date
    by: str
    at: datetime
    scores: tuple[tuple[str, int], ...]
    note: str

    @property
    def mean(self) -> float:
        """The mean of its scores, to one decimal: for the trend, never for a decision about a person."""
        return round(sum(score for _, score in self.scores) / len(self.scores), 1) if self.scores else 0.0

    def score(self, code: str) -> int | None:
        """The score of one statement, None where its list did not have it."""
        return dict(self.scores).get(code)


class EvaluationTrend(Struct, frozen=True):
    """A forum's evaluations by day, and the closed meetings that have none yet."""

    forum: str
    rows: tuple[EvaluationRow, ...]
    waiting: tuple[str, ...]

    @property
    def finding(self) -> str:
        """The trend in a sentence."""
        if not self.rows:
            return "No meeting is evaluated yet"
        last = self.rows[-1]
        if len(self.rows) == 1:
            return f"One meeting is evaluated, {last.mean} of 5"
        before = self.rows[-2]
        moved = round(last.mean - before.mean, 1)
        how = "the same as" if not moved else f"{abs(moved)} {'above' if moved > 0 else 'below'}"
        low = min(last.scores, key=lambda pair: pair[1])
        words = {each.code: each.words for each in statements()}.get(low[0], low[0])
        return f"The last meeting stands at {last.mean} of 5, {how} the one before; lowest: {words.rstrip('.').lower()}"
