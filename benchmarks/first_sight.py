"""The first sight of each screen: its longest call on the window's thread, in milliseconds of the processor.

    ./run bench first_sight [--runs 3] [--screen case]

For each screen of `forumdesk shoot --list` a process of its own, offscreen, on the made-up people of
`forumdesk shoot --prepare`: the program starts, somebody signs in by hand, Home comes to rest, then the screen is
opened for the first time, and after it each of its states. Between two of these nothing is under way. Only the window's
own thread counts, so that other programs on the computer do not. Medians of `--runs`, the worst first; the limit is 50
(design/screens.md, "the window"). It never fails anything: people read it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._measure import finish, report, wants_json  # noqa: E402

if TYPE_CHECKING:
    from ui.main import Program
    from ui.screen import Screen
    from ui.window import Window

LIMIT = 50
REST = 0.25
"""Seconds in which nothing more has come: what waits for the window to stand has been started by then."""


def asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(
        description="The first sight of each screen: its longest call on the window's thread."
    )
    words.add_argument("--runs", type=int, default=3, help="the median of so many processes a screen (3)")
    words.add_argument("--screen", help="this one alone, as `forumdesk shoot --list` names it")
    words.add_argument("--json", action="store_true")
    words.add_argument("--child", help=argparse.SUPPRESS)
    words.add_argument("--role", help=argparse.SUPPRESS)
    return words.parse_args()


def main() -> None:
    given = asked()
    if given.child:
        print(json.dumps(one_process(given.child, given.role)))
        return
    from app.cli.shoot import folder
    from ui.registry import all_screens

    if not (folder() / "who.json").exists():
        sys.exit("There is no register to look at: make one of made-up people with `./run shoot --prepare`.")
    taken: dict[str, list[tuple[float, str]]] = {}
    for _ in range(given.runs):
        for name in [given.screen] if given.screen else [screen.name for screen in all_screens()]:
            for seen, (spent, place) in in_a_process(name).items():
                taken.setdefault(seen, []).append((spent * 1000, place))
    rows = [(median(spent for spent, _place in times), name, max(times)[1]) for name, times in taken.items()]
    rows.sort(reverse=True)
    if not wants_json():
        print("   ms  screen or state              the longest call")
        for spent, name, place in rows:
            print(f"{spent:5.0f}  {name:27}  {place}")
    spent, name, _place = rows[0]
    finish(
        report(f"first sight of {len(rows)} screens and states (the longest call: {name})", spent / LIMIT,
               f"{LIMIT} ms", 1.0, milliseconds=round(spent, 1), over=sum(row[0] > LIMIT for row in rows))
    )  # fmt: skip


def in_a_process(screen: str) -> dict[str, tuple[float, str]]:
    from ui.shoot import seen_by

    words = (sys.executable, __file__, "--child", screen, "--role", seen_by(screen).value)
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=ROOT, env=environ, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, tuple[float, str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def one_process(screen: str, role: str) -> dict[str, tuple[float, str]]:
    """Seconds and place of the longest call: of the start, of signing in, of the screen and of each of its states."""
    from app.cli.shoot import folder
    from ui.main import Program, application
    from ui.signin.window import Edges

    kept_by = json.loads((folder() / "who.json").read_text(encoding="utf-8"))
    who, passphrase = kept_by["players"][role]
    app = application()
    found: dict[str, tuple[float, str]] = {}
    with tempfile.TemporaryDirectory() as kept:
        program = Program(app, Edges(Path(kept)))
        program.settings.setValue("register", kept_by["register"])
        watched(program, found, "signin", program.start)
        watched(program, found, "home, by signing in", lambda: sign_in(program, who, passphrase))
        from ui.registry import all_screens  # no sooner than the program itself reads the screens

        kind = next(each for each in all_screens() if each.name == screen)
        window = the_window(program)
        example = kind.example(window.desk)
        watched(program, found, screen, lambda: window.open(screen, **example))
        for state, method in kind.states.items():
            anew(program, kind, example)
            shown = the_window(program).screen_now
            if isinstance(shown, kind):
                watched(program, found, f"{screen}-{state}", getattr(shown, method))
        program.close()
    return found


def watched(
    program: Program, found: dict[str, tuple[float, str]], name: str, do: Callable[[], object]
) -> None:
    from tests.ui.watchdog import Watchdog

    with Watchdog() as watchdog:
        do()
        settle(program)
    found[name] = (watchdog.worst(1) or [(0.0, "nothing that took long enough to be seen")])[0]


def sign_in(program: Program, name: str, passphrase: str) -> None:
    """By the form, as a person does, and wait until the window stands."""
    if program.signin is None:
        raise AssertionError("there is no window to sign in at")
    form = program.signin.enter
    form.name.setText(name)
    form.passphrase.setText(passphrase)
    form.passphrase.returnPressed.emit()
    while program.window is None:
        program.app.processEvents()
        time.sleep(0.002)


def the_window(program: Program) -> Window:
    if program.window is None:
        raise AssertionError("nobody is signed in")
    return program.window


def anew(program: Program, kind: type[Screen], example: object) -> None:
    """Another frame, so that no state stands upon another; it is watched no more."""
    window = program.frame_anew()
    window.open(kind.name, **example)  # type: ignore[arg-type]  # what the screen itself gave
    settle(program)


def settle(program: Program) -> None:
    """Until nothing has been under way for a while."""
    quiet = time.monotonic()
    while time.monotonic() - quiet < REST:
        program.app.processEvents()
        if program.tasks.busy:
            quiet = time.monotonic()
        time.sleep(0.002)


if __name__ == "__main__":
    main()
