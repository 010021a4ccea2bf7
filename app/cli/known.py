"""The record as it stood on a past day, from a terminal: the same words, under a line that says which day.

With `--out` it is given out as a PDF instead: a disclosure that a chair decides, with its number and the day on every
page (docs/decisions/0031).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.cli.base import Call, Reply, optional_day
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.known import AsKnown
from app.files import refuse_taken, refuse_unwritable, write_whole
from app.usecases.known import print_as_known


def past_day(call: Call) -> date | None:
    """The day that is asked about; None for today's record. Raises Refused where `--out` is given without one."""
    on = optional_day(call.args.as_known_on, "--as-known-on")
    if on is None and (call.args.out or call.args.recipient or call.args.reason):
        raise Refused(
            "--out, --recipient and --reason give out a past day; nothing was written: give --as-known-on too."
        )
    return on


def give_out(call: Call, on: date, **about: Any) -> Reply | None:
    """The PDF of a past day, where `--out` asks for it; None where the day is only to be shown."""
    args = call.args
    if not args.out:
        if args.recipient or args.reason:
            raise Refused("--recipient and --reason go with a PDF; nothing was written: give --out too.")
        return None
    out = Path(args.out)
    refuse_taken(out)
    refuse_unwritable(out.parent, "The record")
    made = print_as_known(call.desk(), on, args.recipient, args.reason, **about)
    write_whole(out, made.pdf, "The record")
    data: dict[str, object] = {
        "as_known_on": on,
        "disclosure": made.number,
        "file": str(out),
        "sha256": made.sha256,
    }
    told = f"Disclosure {made.number}: the record as known on {show_date(on)} is in {out}, not encrypted."
    return Reply(data, (told,))


def as_known_reply(then: AsKnown[Any], reply: Reply) -> Reply:
    """What the same command answers today, marked so that nobody takes it for today's record."""
    data = reply.data | {"as_known_on": then.on, "trail_entry": then.seq, "not_kept": then.not_kept}
    head = f"{then.band} (entry {then.seq:,} of the trail)."
    return replace(reply, data=data, lines=(head, *then.not_kept, "", *reply.lines, "", head))
