"""`forumdesk case restrict …`: named readers, excluded people, and breaking the glass (need A4)."""

from __future__ import annotations

from app.cli.base import Call, Reply, optional_day
from app.cli.case_words import told
from app.domain.dates import show_date, show_moment
from app.domain.records import field_names
from app.domain.restricted import GlassRow, Kept
from app.usecases import restricted


def restrict(call: Call) -> Reply:
    args = call.args
    kept = restricted.restrict_case(call.desk(), args.prn, args.reader, args.reason)
    return _reply(kept, f"Restricted {kept.prn}: everybody but its readers sees “{kept.label}”.")


def readers(call: Call) -> Reply:
    """`case readers PRN`, or with `--reader` the readers named anew."""
    args = call.args
    if not args.reader:
        kept = restricted.see_readers(call.desk(), args.prn)
        return _reply(kept, _standing(kept))
    kept = restricted.name_readers(call.desk(), args.prn, args.reader, args.reason)
    return _reply(kept, f"The readers of {kept.prn} ({kept.label}) are named anew.")


def lift(call: Call) -> Reply:
    args = call.args
    kept = restricted.lift_restriction(call.desk(), args.prn, args.reason)
    return _reply(kept, f"Lifted the restriction of {kept.prn}; it is an ordinary case again.")


def exclude(call: Call) -> Reply:
    args = call.args
    if args.end:
        kept = restricted.end_exclusion(call.desk(), args.prn, args.name, args.reason)
        return _reply(kept, f"{args.name} is excluded from the case of {kept.prn} no longer.")
    since, until = optional_day(args.from_date, "--from"), optional_day(args.to_date, "--to")
    kept = restricted.exclude_person(call.desk(), args.prn, args.name, args.reason, since, until)
    return _reply(
        kept, f"Excluded {args.name} from the case of {kept.prn}: on screen, on paper and in the room."
    )


def break_glass(call: Call) -> Reply:
    row = restricted.break_glass(call.desk(), call.args.prn, call.args.reason)
    opened = (
        f"Opened {row.label} until {show_moment(row.until)}. Its readers are told on Home, and the next meeting "
        "hears of it with your reason."
    )
    return Reply({"opened": _told_glass(row)}, (opened,))


def mine(call: Call) -> Reply:
    rows = restricted.my_restricted(call.desk())
    data: dict[str, object] = {"cases": [told(row) for row in rows]}
    if not rows:
        return Reply(data, ("You are named to read no restricted case.",))
    lines = []
    for row in rows:
        lines.append(f"{row.label}: {row.name} ({row.prn})")
        lines += [f"  {each.sentence}" for each in row.opened]
        lines += [f"  {row.warning}"] if row.warning else []
    return Reply(data, tuple(lines))


def at_meeting(call: Call) -> Reply:
    """`meeting restricted MEETING`: what it is told of kept cases, and who leaves the room for which item."""
    found = restricted.see_keeping(call.desk(), call.args.meeting)
    data: dict[str, object] = {
        "meeting": found.meeting,
        "opened": [_told_glass(row) for row in found.opened],
        "leaving": [told(row) for row in found.leaving],
    }
    opened = _glass(found.opened) or ("No case was opened by break-glass since the last meeting.",)
    nobody = (
        "Nobody has to leave the room."
        if found.issued
        else "Its agenda is not issued yet; the draft says who leaves the room: "
        f"`forumdesk meeting agenda {found.meeting}`."
    )
    if not found.hears:
        nobody = "Who leaves the room is told to whoever runs the meeting."
    leaving = tuple(row.sentence for row in found.leaving) or (nobody,)
    return Reply(data, (*opened, *leaving))


def _standing(kept: Kept) -> str:
    if not kept.restricted:
        return f"{kept.prn} is not restricted."
    since = f" since {show_date(kept.since)}" if kept.since else ""
    return f"{kept.prn} is restricted{since} by {kept.by} ({kept.label} for everybody else): {kept.reason}"


def _reply(kept: Kept, first: str) -> Reply:
    lines = [first]
    if kept.restricted:
        lines.append(
            "Readers: " + "; ".join(f"{row.name} ({row.role or 'no office now'})" for row in kept.readers)
        )
    lines += [kept.warning] if kept.warning else []
    lines += [row.sentence for row in kept.excluded]
    lines += _glass(kept.opened)
    return Reply({name: told(getattr(kept, name)) for name in field_names(kept)}, tuple(lines))


def _told_glass(row: GlassRow) -> dict[str, object]:
    return {name: told(getattr(row, name)) for name in field_names(row)} | {"sentence": row.sentence}


def _glass(rows: tuple[GlassRow, ...]) -> tuple[str, ...]:
    return tuple(row.sentence for row in rows)
