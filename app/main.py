"""`forumdesk`: a command, or the window when there is none."""

from __future__ import annotations

import secrets
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

from app.cli.args import build
from app.cli.base import Call, Edges, Reply, show
from app.domain.errors import ForumDeskError

WINDOW = (
    "ForumDesk's window is not built yet; everything works from the command line.",
    "Try `forumdesk demo DIR` for a made-up forum's whole month, or `forumdesk --help` for every command.",
)


def main(argv: Sequence[str] | None = None, edges: Edges | None = None) -> int:
    """Run one command. Returns the exit code of design/formats.md section 5; never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows speaks cp1252, which has no macrons.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = build()
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    if args.version:
        from importlib.metadata import version

        show(Reply({}, (f"ForumDesk {version('forumdesk')}",)), as_json=False)
        return 0
    if not args.group:
        show(Reply({}, WINDOW), as_json=False)
        return 0
    call = Call(args, edges or Edges())
    try:
        return _run(call)
    finally:
        call.close()


def _run(call: Call) -> int:
    try:
        file, _, function = call.args.run.partition(":")
        reply: Reply = getattr(import_module(f"app.cli.{file}"), function)(call)
        show(reply, getattr(call.args, "json", False))
        sys.stdout.flush()
        if reply.sentence:
            _say(reply.sentence)
    except ForumDeskError as error:
        _say(error.sentence)
        return error.exit_code
    except KeyboardInterrupt:
        _say("Stopped; what had been confirmed is saved and nothing is half written.")
        return 1
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence without values, never a traceback
        where = traceback.extract_tb(error.__traceback__)[-1]
        number = secrets.token_hex(4)
        place = f"{where.filename.replace(chr(92), '/').rpartition('/')[2]} line {where.lineno}"
        _say(
            f"Something went wrong inside ForumDesk ({type(error).__name__} at {place}, event {number}); "
            "what was being done was not saved, everything before it is. Tell whoever looks after ForumDesk."
        )
        return 1
    return reply.exit_code


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
