"""Running a meeting from a terminal: where it stands, the vote on paper, who pulls a case to the table."""

from __future__ import annotations

from app.cli.base import Call, Reply, count, table
from app.domain.dates import show_moment
from app.domain.names import full_name
from app.domain.pace import clock_words, late_words, pace_words
from app.domain.run import UnderWayRow, pace_of
from app.domain.words import DisclosureConsidered, Track
from app.usecases import run


def under_way(call: Call) -> Reply:
    row = run.see_under_way(call.desk(), call.args.meeting)
    stands = row.under_way
    found = pace_of(row.items, row.decided, stands, row.length)
    left = row.length * 60 + stands.extra_seconds - stands.seconds
    data: dict[str, object] = {
        "meeting": row.meeting.meeting,
        "begun": stands.saved_at is not None,
        "position": stands.position,
        "prn": next((item.prn for item in row.items if item.position == stands.position), None),
        "running": stands.running,
        "seconds": stands.seconds,
        "seconds_left": left,
        "saved_at": stands.saved_at,
        "decided": len(row.decided),
        "undecided": len(row.items) - len(row.decided),
        "not_reached": found.unreached,
        "cases": [
            {"position": each.position, "seconds": each.seconds, "half_written": each.characters}
            for each in stands.cases
        ],
        "moves": [{"prn": m.prn, "track": m.track, "by": m.by, "at": m.at} for m in stands.moves],
    }
    return Reply(data, _under_way_lines(row, left))


def _under_way_lines(row: UnderWayRow, left: int) -> tuple[str, ...]:
    stands, code = row.under_way, row.meeting.meeting
    if stands.saved_at is None:
        return (f"{code} is not under way yet: nobody has begun to run it.",)
    found = pace_of(row.items, row.decided, stands, row.length)
    now = next((item for item in row.items if item.position == stands.position), None)
    clock = "the clock ran" if stands.running else "the clock is paused"
    where = f"at case {now.position} of {len(row.items)}" if now else "before the first case"
    decided, undecided = len(row.decided), len(row.items) - len(row.decided)
    time = f"{clock_words(left)} of the meeting left, {late_words(found.late)}"
    lines = [
        f"{code} is {where}; {clock}. Saved {show_moment(stands.saved_at)} by {stands.saved_by}.",
        f"{count(decided, 'case')} decided, {undecided} not; {time}.",
        pace_words(found),
    ]
    lines += [
        f"Case {m.position} was {'pulled to the table' if m.track is Track.TABLE else 'moved to paper'} by {m.by}."
        for m in stands.moves
    ]
    used = [
        (
            item.position,
            full_name(item.surname, item.given_names),
            clock_words(stands.time_of(item.position).seconds),
            count(stands.time_of(item.position).characters, "character"),
        )
        for item in row.items
        if stands.time_of(item.position).seconds or stands.time_of(item.position).characters
    ]
    return (*lines, *(table(("Case", "Person", "Used", "Half-written"), used) if used else ()))


def vote_paper(call: Call) -> Reply:
    args = call.args
    considered = DisclosureConsidered(args.disclosure_considered or DisclosureConsidered.NOT_CONSIDERED)
    vote = run.vote_paper(call.desk(), args.meeting, considered)
    pulled = f" {count(len(vote.pulled), 'case')} pulled to the table still to decide." if vote.pulled else ""
    line = f"{vote.meeting}: {count(len(vote.agreed), 'case')} agreed on paper in one vote.{pulled}"
    data: dict[str, object] = {
        "meeting": vote.meeting,
        "agreed": vote.agreed,
        "pulled": vote.pulled,
        "undecided": vote.undecided,
    }
    return Reply(data, (line,))


def pull(call: Call) -> Reply:
    args = call.args
    track = Track.PAPER if args.to_paper else Track.TABLE
    move = run.move_item(call.desk(), args.meeting, args.prn, track, args.by)
    what = "is moved to paper" if args.to_paper else "is pulled to the table"
    data: dict[str, object] = {"meeting": args.meeting, "prn": move.prn, "track": move.track, "by": move.by}
    return Reply(data, (f"PRN {move.prn} {what} at {args.meeting} by {move.by}.",))
