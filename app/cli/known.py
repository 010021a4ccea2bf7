"""The record as it stood on a past day, from a terminal: the same words, under a line that says which day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.cli.base import Reply
from app.domain.known import AsKnown


def as_known_reply(then: AsKnown[Any], reply: Reply) -> Reply:
    """What the same command answers today, marked so that nobody takes it for today's record."""
    data = reply.data | {"as_known_on": then.on, "trail_entry": then.seq, "not_kept": then.not_kept}
    head = f"{then.band} (entry {then.seq:,} of the trail)."
    return replace(reply, data=data, lines=(head, *then.not_kept, "", *reply.lines, "", head))
