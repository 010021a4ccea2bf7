"""The ledger's filter: every word anywhere in a line, whatever its macrons, and days by a New Zealand clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.domain.disclosure import DisclosureAsk, DisclosureRow

LINE = DisclosureRow(
    datetime(2026, 11, 30, 11, 30, tzinfo=UTC), "Police workbook", "agenda CHC-2026-12-02",
    ("Sgt Rākete", "D. Other"), ("PRN", "Aliases"), "IPP 11(1)(e)", True, 41, "ab12", "Mere Ashcombe",
)  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "holds"),
    [
        (DisclosureAsk(), True),
        (DisclosureAsk("rakete aliases 2026"), True),
        (DisclosureAsk("rakete pack"), False),
        (DisclosureAsk(what="Police workbook", standing=True), True),
        (DisclosureAsk(what="copy"), False),
        (DisclosureAsk(standing=False), False),
        (DisclosureAsk(since=date(2026, 12, 1)), True),  # half past midnight in New Zealand
        (DisclosureAsk(until=date(2026, 11, 30)), False),
        (DisclosureAsk(since=date(2026, 12, 1), until=date(2026, 12, 1)), True),
    ],
)
def test_a_line_is_asked_for_by_all_that_it_says(ask: DisclosureAsk, holds: bool) -> None:
    assert ask.holds(LINE) is holds


def test_what_is_asked_for_and_to_whom_are_told_in_words() -> None:
    ask = DisclosureAsk(" rakete ", "pack", False, date(2026, 12, 1), date(2026, 12, 2))
    assert ask.words == "with “rakete”, as pack, decided for itself, from 01/12/2026, until 02/12/2026"
    assert DisclosureAsk().words == ""
    assert LINE.to_words == "Sgt Rākete and 1 more"
