"""A case that goes to another forum: proposed, accepted or declined, with a receipt of what went (need R11)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.names import full_name
from app.domain.words import TransferState


class ReceiptPart(NamedTuple):
    """One part of a receipt: what went, open actions, addresses, flags, copies out. Nothing is said as *none*."""

    title: str
    lines: tuple[str, ...]


class TransferRow(NamedTuple):
    """One transfer: from which forum to which, why, and who said what when."""

    number: int
    prn: str
    surname: str
    given_names: str
    from_forum: str
    to_forum: str
    state: TransferState
    reason: str
    proposed_by: str
    proposed_on: date
    answered_by: str
    answered_on: date | None
    answer: str
    receipt: tuple[ReceiptPart, ...]

    @property
    def words(self) -> str:
        """`proposed to HB on 17/11/2026 by M. Ashcombe: moved to Mangaroa`."""
        told = f"proposed to {self.to_forum} on {show_date(self.proposed_on)} by {self.proposed_by}: {self.reason}"
        if self.state is TransferState.PROPOSED:
            return told
        why = f": {self.answer}" if self.answer else ""
        return f"{told}; {self.state.value} on {show_date(self.answered_on)} by {self.answered_by}{why}"

    @property
    def lines(self) -> tuple[str, ...]:
        """The receipt as it is printed."""
        head = f"Receipt for {full_name(self.surname, self.given_names)}, PRN {self.prn}"
        found = [head, f"{self.from_forum} → {self.to_forum}, {self.words}"]
        for part in self.receipt:
            found += [part.title, *(f"  {line}" for line in part.lines or ("none",))]
        return tuple(found)


class Standing(Struct, frozen=True):
    """What the rule asks about a case before it is proposed to another forum."""

    prn: str
    forum: str
    proposed_to: str | None
    """The forum it is proposed to already."""


def refuse_proposal(case: Standing, to_forum: str) -> None:
    """Raises Refused where the case is there already, or is proposed to somebody."""
    if case.proposed_to is not None:
        raise Refused(
            f"{case.prn} is proposed to {case.proposed_to} already; nothing was changed: let {case.proposed_to} "
            "accept or decline it, or withdraw the proposal first."
        )
    if to_forum == case.forum:
        raise Refused(f"{case.prn} belongs to {to_forum} already; nothing was changed.")


def freeze_receipt(parts: Sequence[ReceiptPart]) -> str:
    """A receipt as the register keeps it: what went, in words, as it stood when it was accepted (need R11)."""
    return json.dumps([[part.title, list(part.lines)] for part in parts], ensure_ascii=False)


def read_receipt(text: str) -> tuple[ReceiptPart, ...]:
    """What `freeze_receipt` made; no parts where there is no receipt."""
    return tuple(ReceiptPart(title, tuple(lines)) for title, lines in json.loads(text)) if text else ()


def refuse_item_of(prn: str, meeting: str, to_forum: str, on: date | None) -> None:
    """Raises Refused for whatever a meeting would still record of an item put off because its case moved away."""
    raise Refused(
        f"The case of {prn} moved to {to_forum} on {show_date(on)}, before {meeting} came to it, so the item is "
        f"put off and its minutes say so; nothing was saved: {to_forum} records it at its own next meeting."
    )


def not_discussed(to_forum: str, on: date, reason: str) -> str:
    """What stands in the minutes for an item whose case moved before it was decided."""
    return f"Not discussed here: the case moved to {to_forum} on {show_date(on)} ({reason})."
