"""Whom Police did not answer about: told to the meeting as *Police: no reply*, never as nothing held (need X6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import show_date


class SentWorkbook(Struct, frozen=True):
    """A workbook of a meeting's agenda, by the cases it asked about. Questions asked again are none."""

    sent_on: date
    due: date
    asked: frozenset[int]
    is_back: bool
    """A file came back for it, applied or still under review."""
    is_applied: bool
    answered: frozenset[int]
    """Cases whose own row came back with an answer in a file that was applied: a blank row answers nothing."""


NO_REPLY = "Police: no reply"


class NoReply(NamedTuple):
    """A listed case that Police did not answer about, and the day its workbook was sent.

    It has a field `prn`, so that of somebody who may not be read it leaves every list (app/domain/stand_in.py).
    """

    position: int
    case_id: int
    prn: str
    sent_on: date

    @property
    def words(self) -> str:
        return f"{NO_REPLY} (workbook sent {show_date(self.sent_on)})"


def no_reply(workbooks: Sequence[SentWorkbook], today: date) -> dict[int, date]:
    """The cases that stand without a reply, with the day on which the last workbook that says so was sent.

    A workbook says so once a file of it is applied, or from the day after it was due while none came back.
    What one workbook left open another may have answered.
    """
    answered = frozenset[int]().union(*(each.answered for each in workbooks))
    found: dict[int, date] = {}
    for each in sorted(workbooks, key=lambda workbook: workbook.sent_on):
        if each.is_applied or (not each.is_back and today > each.due):
            found |= dict.fromkeys(each.asked - answered, each.sent_on)
    return found
