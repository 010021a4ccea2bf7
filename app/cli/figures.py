"""Figures from a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.cli.base import Call, Reply
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.figures import ForumFigures, as_data
from app.files import write_whole
from app.usecases import figures

_BAR = 40


def show(call: Call) -> Reply:
    rows = figures.see_figures(call.desk(), call.args.forum)
    data: dict[str, object] = {"figures": [as_data(row) for row in rows]}
    lines = [line for row in rows for line in _lines(row)]
    if call.args.head_office:
        file = Path(call.args.head_office)
        text = figures.head_office_return(call.desk(), call.args.forum)
        write_whole(file, text.encode("utf-8-sig"), "The head-office return")
        data["head_office"] = str(file)
        lines.append(f"Wrote {file}: counts only, small numbers suppressed.")
    if call.args.pdf:
        if len(rows) != 1:
            raise Refused("Pictures are of one forum; nothing was drawn. Name it with --forum.")
        file = Path(call.args.pdf)
        drawn = figures.picture_figures(call.desk(), rows[0].forum, leaving=True)
        write_whole(file, drawn.pdf, "The pictures")
        data["pdf"] = str(file)
        lines.append(f"Wrote {file}: {len(drawn.charts)} pictures, small numbers hidden.")
    return Reply(data, tuple(lines or ("No forums yet: add one with `forumdesk forum add`.",)))


def _lines(row: ForumFigures) -> Iterator[str]:
    data = as_data(row)
    yield f"{row.forum} · {row.name}"
    yield f"  Open cases: {data['open_cases']}"
    yield f"  By flag: {_parts(data['by_flag'])}"
    yield f"  Actions: {_parts(data['actions'])}"
    if row.coming:
        told = data["coming"]
        when = show_date(row.coming.date)
        size = f"{told['listed']} listed, {told['minutes']} of {told['length']} minutes"
        yield f"  Coming meeting: {row.coming.meeting} ({when}), {size}"
    days = row.police_median_days
    turned = f", half of them {_within(days)}" if days is not None else ""
    yield f"  Police workbooks: {row.police_sent} sent, {len(row.police_days)} confirmed{turned}"
    yield f"  Copies: {_parts(data['copies'])}"
    months = data["by_month"]
    if months:
        yield "  Cases by month of the anchor:"
    most = max((count for count in months.values() if isinstance(count, int)), default=1)
    for month, count in months.items():
        bar = "█" * max(1, round(count / most * _BAR)) if isinstance(count, int) else ""
        yield f"    {month:<8}{count!s:>6}  {bar}".rstrip()
    yield ""


def _within(days: float) -> str:
    return "on the day they came" if not days else f"within {days:g} day{'' if days == 1 else 's'}"


def _parts(parts: Mapping[str, object]) -> str:
    return ", ".join(f"{count} {name}" for name, count in parts.items() if count) or "none"
