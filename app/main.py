"""`forumdesk`: a command, or the window when there is none."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.args import build
from app.cli.base import Call, Edges, Reply, show
from app.domain.environment import without_secrets
from app.domain.errors import ForumDeskError, Refused

if TYPE_CHECKING:
    from ui.shoot import Shot
    from ui.signin.window import Lock

_LOCKED = "FORUMDESK_LOCKED"
"""Set for the process that a lock begins, to what became of half-typed text (ui.signin.window.Lock)."""

NO_WINDOW = (
    "ForumDesk's window cannot open here: {why}. Everything works from the command line.",
    "Try `forumdesk demo DIR` for a made-up forum's whole month, or `forumdesk --help` for every command.",
)
NOT_DRAWN = (
    "the display does not answer, or the system lacks libraries that a window is drawn with "
    "(`./run` adds them, or prints the line that does)"
)


def main(argv: Sequence[str] | None = None, edges: Edges | None = None) -> int:
    """Run one command. Returns the exit code of design/formats.md section 5; never shows a traceback."""
    if argv is None:
        _as_a_process()
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
    call = Call(args, edges or Edges())
    if not args.group:
        return _open_window(call)
    try:
        return _run(call)
    finally:
        call.close()


def _as_a_process() -> None:
    """What concerns the whole process, and so not a caller within one: no dump, no words of an error by accident."""
    from app import logs, process

    process.keep_to_itself()
    logs.watch_process()


def _open_window(call: Call) -> int:
    """The window, or words about why there is none here. Nothing of Qt is imported before it is known to work."""
    environ = call.edges.environ
    why = ""
    if find_spec("PySide6") is None:
        why = "its packages are not installed (`./run` installs them)"
    elif sys.platform == "linux" and not any(
        environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        why = "there is no display"
    if why:
        show(Reply({}, tuple(line.format(why=why) for line in NO_WINDOW)), as_json=False)
        return 0
    cannot_open = partial(print, "\n".join(NO_WINDOW).format(why=NOT_DRAWN), file=sys.stderr, flush=True)
    if not _qt_loads():
        cannot_open()
        return 1
    from app.settings import profile_folder
    from ui.main import open_window
    from ui.signin.window import Edges as WindowEdges
    from ui.signin.window import Lock

    told = environ.get(_LOCKED, "")
    locked = Lock(told) if told in set(Lock) else Lock.NONE
    return open_window(
        WindowEdges(profile_folder(), call.edges.now, call.edges.stretcher, _begin_anew, locked=locked),
        cannot_open,
    )


def _qt_loads() -> bool:
    """Whether Qt's parts can be read: they link to libraries of the system that PyPI does not bring."""
    try:
        import_module("ui")
        import_module("PySide6.QtWidgets")
    except ImportError:
        return False
    return True


def _begin_anew(locked: Lock) -> bool:
    """Another process that asks for the passphrase, without what this one was told; False where none begins."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app.main"]
    environ = without_secrets(os.environ)
    try:
        subprocess.Popen(command, env=environ | {_LOCKED: locked.value}, close_fds=True)  # noqa: S603 - ourselves
    except OSError:
        return False
    return True


def _shoot(call: Call) -> Reply:
    """Pictures of screens: here and not in app.cli, which never sees the window."""
    if find_spec("PySide6") is None:
        raise Refused("Pictures need the window's packages; `./run` without a word installs them.")
    # One picture, then the process ends: collecting rubbish while packages are read would cost a tenth of it.
    gc.disable()
    if not _qt_loads():
        raise Refused(
            "Nothing was drawn: the system lacks libraries that Qt draws with; `./run shoot` adds them, or prints the "
            "line that does."
        )
    from ui import shoot

    args = call.args
    if args.list:
        return Reply({"screens": list(shoot.names())}, shoot.names())
    from app.cli.shoot import desk_for_pictures, prepare

    if args.prepare:
        return prepare(call)
    if args.docs:
        shots = shoot.for_docs(Path(args.out) if args.out else None)
    else:
        shots = _asked_for(call)
    shoot.shoot(shots, lambda role: desk_for_pictures(call, role))
    gc.freeze()  # nor is there anything to look through at the end
    return Reply({"pictures": [shot.out for shot in shots]}, tuple(f"Drew {shot.out}" for shot in shots))


def _asked_for(call: Call) -> tuple[Shot, ...]:
    """The pictures that the words of the command name."""
    from ui import shoot

    args = call.args
    names = shoot.names() if args.all else tuple(args.screen or ())
    if not names or not args.out:
        raise Refused("Say what to draw and where: --screen NAME --out F.png; --list prints the names.")
    width, height = shoot.read_size(args.size)
    one = Path(args.out) if len(names) == 1 and not args.all else None
    return tuple(
        shoot.Shot(
            screen=name,
            width=width,
            height=height,
            theme=theme,
            scale=args.scale,
            text=args.text,
            out=one or Path(args.out) / f"{name}{f'-{theme}' if args.all else ''}.png",
        )
        for theme in (("light", "dark") if args.all else (args.theme,))
        for name in names
    )


def _run(call: Call) -> int:
    try:
        file, _, function = call.args.run.partition(":")
        if file == "shoot":
            reply = _shoot(call)
        else:
            reply = getattr(import_module(f"app.cli.{file}"), function)(call)
        show(reply, getattr(call.args, "json", False))
        sys.stdout.flush()
        sentence, code = call.standing(reply)
        if sentence:
            _say(sentence)
    except ForumDeskError as error:
        _say(error.sentence)
        return error.exit_code
    except KeyboardInterrupt:
        _say("Stopped; what had been confirmed is saved and nothing is half written.")
        return 1
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence without values, never a traceback
        from app import logs

        stands = (
            "what the command did by then is saved: look at it before you do it again."
            if call.saved
            else "what was being done was not saved, everything before it is."
        )
        _say(
            f"Something went wrong inside ForumDesk ({logs.enter(error).words}); {stands} "
            "Tell whoever looks after ForumDesk."
        )
        return 1
    return code


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
