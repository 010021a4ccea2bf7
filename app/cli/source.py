"""Who said something, under seal, from a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.base import Call, Reply, table
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.sources import LONGEST, SHOWN_SECONDS, SourceRow
from app.usecases import sources


def seal(call: Call) -> Reply:
    """The text is asked for or read from a file: as an argument other programs could read it."""
    args = call.args
    desk = call.desk()
    text = _file(Path(args.text_from)) if args.text_from else _typed(call)
    row = sources.seal_source(desk, args.prn, args.about, text)
    lines = [f"Sealed as source {row.source}: the chairs of the forum and you can open it, nobody else."]
    if args.text_from:
        lines.append(f"{args.text_from} still says it in clear: destroy it.")
    return Reply({"source": row.source, "about": row.statement.ref}, tuple(lines))


def _typed(call: Call) -> str:
    if call.edges.prompt is None and not (sys.stdin and sys.stdin.isatty()):
        raise Refused(
            "Nobody is here to type who said it; nothing was sealed: type it at a terminal, or give --text-from FILE."
        )
    return call.ask("Who said it (not shown): ", "--text-from")


def _file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST * 4 + 1)
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise Refused(
            f"{path} could not be read: {why}; nothing was sealed: name another file, or leave --text-from out and "
            "type it."
        ) from None


def list_(call: Call) -> Reply:
    desk = call.desk()
    rows = sources.list_sources(desk, call.args.prn)
    free = sources.list_statements(desk, call.args.prn)
    columns = ("Source", "About", "Sealed by", "On", "You", "What was said")
    sealed = [
        (
            row.source,
            row.statement.ref,
            row.writer,
            show_moment(row.at),
            "may open it" if row.opens else "may not",
            row.statement.sentence,
        )
        for row in rows
    ]
    statements = [(each.ref, each.sentence) for each in free]
    lines = [*table(columns, sealed)] if sealed else ["No source is sealed in this case."]
    if statements:
        heading = "Statements that a source can be sealed to:"
        lines += ["", heading, *table(("About", "What was said"), statements)]
    else:
        lines.append("Nothing is recorded that a source could be sealed to.")
    return Reply(
        {
            "sources": [_data(row) for row in rows],
            "statements": [{"about": each.ref, "sentence": each.sentence} for each in free],
        },
        tuple(lines),
    )


def _data(row: SourceRow) -> dict[str, object]:
    return {
        "source": row.source,
        "about": row.statement.ref,
        "sealed_by": row.writer,
        "at": row.at,
        "opens": row.opens,
    }


def open_(call: Call) -> Reply:
    args = call.args
    found = sources.open_source(call.desk(), args.source, args.reason)
    return Reply(
        {
            "source": found.source,
            "about": found.statement.ref,
            "sealed_by": found.writer,
            "at": found.at,
            "text": found.text,
        },
        (
            found.text,
            "",
            "Shown this once; that it was opened, and why, stands in the trail.",
            f"Clear this terminal within {SHOWN_SECONDS} seconds, and copy nothing from it.",
        ),
    )
