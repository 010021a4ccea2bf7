"""Proposed release conditions, from a dated library or in the forum's own words (need P5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from app.domain.case_drafts import needed
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.plan_rows import ConditionRow, ConditionText
from app.domain.plan_words import ConditionState


def text_of(library: Sequence[ConditionText], code: str, on: date) -> ConditionText:
    """The words of a code as they are valid on a day. Raises Refused, naming what the library has."""
    asked = fold(code)
    named = [text for text in library if fold(text.code) == asked]
    for text in named:
        if text.valid(on):
            return text
    if named:
        last = max(named, key=lambda text: text.valid_from)
        until = f" to {show_date(last.valid_to)}" if last.valid_to else ""
        raise Refused(
            f"{last.code} was valid from {show_date(last.valid_from)}{until}, not on {show_date(on)}; nothing was "
            "changed: choose another, or write the condition in your own words."
        )
    known = ", ".join(sorted({text.code for text in library if text.valid(on)}))
    raise Refused(
        f"“{clean(code)}” is no condition of the library; nothing was changed: use one of {known}, or write the "
        "condition in your own words."
    )


def refuse_step(row: ConditionRow, state: ConditionState, day: date) -> None:
    """Refuse a step that says nothing new, comes after the end, or before the day of the one before it."""
    if row.state is ConditionState.WITHDRAWN:
        raise Refused(f"Condition {row.number} was withdrawn; nothing was changed: propose it anew.")
    if row.state is state:
        raise Refused(f"Condition {row.number} is {state.value} already; nothing was changed.")
    if day < row.day:
        raise Refused(
            f"Condition {row.number} was {row.state.value} on {show_date(row.day)} and cannot be {state.value} before "
            "that; nothing was changed: mend the day."
        )


class ConditionTextDraft(Struct, frozen=True):
    """New words for the library; words with the same code end on the day before."""

    code: str
    words: str
    source: str
    valid_from: date
    valid_to: date | None = None

    def checked(self) -> ConditionText:
        """Cleaned, or refused in words."""
        code = needed(self.code, "The code").upper()
        if len(code) > 40 or " " in code:
            raise Refused("A code is one word of at most 40 letters; nothing was added.")
        words = needed(self.words, "The words of the condition")
        source = needed(self.source, "The source")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise Refused(
                "The words cannot end before they begin; nothing was added: mend one of the two days."
            )
        return ConditionText(code, words, self.valid_from, self.valid_to, source)
