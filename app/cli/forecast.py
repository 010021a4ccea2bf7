"""`forumdesk meeting forecast`: the coming agendas in cases and minutes."""

from __future__ import annotations

from app.cli.base import Call, Reply, count, table
from app.domain.agenda.forecast import Forecast, ForecastLine, SplitMonth
from app.domain.dates import show_date
from app.usecases import forecast


def show(call: Call) -> Reply:
    args = call.args
    found = forecast.forecast_agendas(call.desk(), args.forum, args.split)
    data: dict[str, object] = {
        "forum": found.forum,
        "forecast": [_line(line) for line in found.lines],
        "finding": found.finding,
    }
    if args.split:
        data["split"] = [
            {name: _line(getattr(month, name)) for name in SplitMonth._fields} for month in found.split
        ]
    return Reply(data, (*_lines(found), *(_split(found) if args.split else ())))


def _line(line: ForecastLine) -> dict[str, object]:
    return {
        "meeting": line.meeting.code if line.scheduled else None,
        "date": line.meeting.day,
        "kind": line.meeting.kind,
        "cases": line.cases,
        "table": line.table,
        "paper": line.paper,
        "minutes": line.minutes,
        "length": line.length,
        "over": line.over,
        "new": line.newcomers,
    }


def _lines(found: Forecast) -> tuple[str, ...]:
    rows = [
        (
            show_date(line.meeting.day),
            line.meeting.kind.value if line.scheduled else "not scheduled yet",
            line.table,
            line.paper,
            line.minutes,
            _room(line),
            line.newcomers or "",
        )
        for line in found.lines
    ]
    headings = ("Meeting", "Kind", "At the table", "On paper", "Minutes", "Room", "New by then")
    return (*table(headings, rows), f"{found.finding}.", ASSUMED)


def _split(found: Forecast) -> tuple[str, ...]:
    rows = [
        (
            show_date(month.combined.meeting.day),
            *(f"{count(part.cases, 'case')}, {part.minutes} min ({_room(part)})" for part in month),
        )
        for month in found.split
    ]
    return (
        "",
        *table(("Month", "As one meeting", "Preparation", "Sign-off"), rows),
        f"{found.split_finding}.",
    )


def _room(line: ForecastLine) -> str:
    return f"{line.over} over" if line.over else "fits"


ASSUMED = (
    "Made by the agenda rule for each meeting, as if milestones named were taken, due actions settled, and people "
    "released on their day; plans as they are today."
)
