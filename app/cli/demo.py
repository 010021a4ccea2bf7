"""The demo from a terminal: what it did, what it wrote and where, and how to look round afterwards."""

from __future__ import annotations

import shlex
import sys
import textwrap
from pathlib import Path

from app import demo
from app import desk as door
from app.cli.base import Call, Reply, table
from app.domain.dates import show_date

_WIDTH = 100


def run(call: Call) -> Reply:
    report = demo.run(Path(call.args.folder), call.edges.now or door.clock, call.edges.stretcher)
    data: dict[str, object] = {
        "files": [written.file for written in report.written],
        "written": [{"file": written.file, "what": written.what} for written in report.written],
        "register": report.register,
        "meeting": report.meeting,
        "next_meeting": report.next_meeting,
        "exchange": report.exchange,
        "people": [
            {"name": player.name, "role": player.role, "passphrase": player.passphrase}
            for player in report.players
        ],
        "workbook_passphrase": report.workbook_passphrase,
        "diary": [{"day": told.day, "what": told.what} for told in report.diary],
    }
    return Reply(data, tuple(_lines(report)))


def _lines(report: demo.Report) -> list[str]:
    lines = ["A made-up forum's month. Nobody in it is real; every page says TRAINING.", ""]
    before = None
    for told in report.diary:
        day = "" if told.day == before else show_date(told.day)
        before = told.day
        lines += textwrap.wrap(
            told.what, _WIDTH, initial_indent=f"{day:<12}", subsequent_indent=" " * 12, break_on_hyphens=False
        )
    lines += ["", f"Written to {report.folder}:"]
    lines += table(
        ("File", "What it is"),
        [(written.file.relative_to(report.folder).as_posix(), written.what) for written in report.written],
    )
    lines += ["", "Made-up people and their passphrases, for this register alone:"]
    rows = [(player.name, player.role.value, player.passphrase) for player in report.players]
    if report.exchange:
        rows.append(("the Police workbooks", "", report.workbook_passphrase))
    lines += table(("Name", "Role", "Passphrase"), rows)
    return [*lines, "", "Look round with, for example:", *_look_round(report)]


def _look_round(report: demo.Report) -> tuple[str, ...]:
    """The three lines that sign the first person in, in the words of this computer's shell."""
    first, command = report.players[0], f"meeting agenda {report.next_meeting}"
    if sys.platform == "win32":
        return (
            f"  $env:FORUMDESK_REGISTER = '{report.register}'; $env:FORUMDESK_USER = '{first.name}'",
            f"  $env:FORUMDESK_PASSPHRASE = '{first.passphrase}'",
            f"  .\\run {command}",
        )
    register = shlex.quote(str(report.register))
    return (
        f"  export FORUMDESK_REGISTER={register} FORUMDESK_USER={shlex.quote(first.name)}",
        f"  export FORUMDESK_PASSPHRASE={shlex.quote(first.passphrase)}",
        f"  ./run {command}",
    )
