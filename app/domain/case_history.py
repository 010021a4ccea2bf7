"""What happened to one person's records: by whom, when, old and new (needs R9, R12, T2)."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class HistoryLine(NamedTuple):
    """One change. `what` is the value's heading as the case shows it; `old` or `new` is None where there was none."""

    seq: int
    at: datetime | None
    who: str
    what: str
    old: str | None
    new: str | None
    why: str


FIELD_WORDS = {
    ("cases", "leading_service"): "Leading service",
    ("cases", "owner"): "Owner",
    ("cases", "forum"): "Forum",
    ("cases", "hand_anchor_reason"): "Anchor chosen by hand",
    ("persons", "physical_marks"): "Physical marks",
    ("persons", "reason"): "Reason kept under the seal",
    ("addresses", "rank"): "Rank of an address",
    ("addresses", "address"): "Address as written",
    ("addresses", "residents"): "Residents of an address",
    ("addresses", "verified"): "Address verified",
    ("addresses", "is_next"): "Address is next",
    ("addresses", "withdrawn_by"): "Address withdrawn by",
    ("addresses", "withdrawn_reason"): "Address withdrawn because",
    ("address_checks", "answer"): "Check of an address",
    ("address_checks", "suitability"): "Suitability of an address",
    ("plan_answers", "answer"): "Answer",
    ("plan_answers", "note"): "Note to an answer",
    ("plan_answers", "service"): "Service of a need",
    ("plan_answers", "owner"): "Owner of a need",
    ("hearings", "result"): "Result of a hearing",
    ("told_drifts", "now"): "Tell the Board",
    ("told_drifts", "settled_reason"): "Tell the Board, settled",
    ("actions", "outcome"): "Outcome of an action",
    ("left_out", "reason"): "Left out because",
}
"""Stored changes that say something to a reader; the rest is the register's own bookkeeping."""
