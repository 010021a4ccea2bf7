"""The Police exchange killed at any moment: afterwards nothing of the act is there, or all of it.

`--points N` (200 without it), shared by export, import and confirm; `--seed S`; `--json`. Each point is a copy of a
register on which a process of its own runs the command and dies by SIGKILL: every second one just before a
statement or a commit of the engine, chosen at random, the others at a random moment by the clock. Then the
register is checked, what stands there is compared with nothing and with all, and the act is done again. POSIX.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fixtures import desks, police_month
from tests.fixtures.process import count_steps, done, say

OUT = "{folder}-out.xlsx"
"""Workbook or receipt of a copy, beside its folder."""

ACTS = ("export", "import", "confirm")


@dataclass(frozen=True)
class Act:
    """One command of the exchange, the register to run it on, and what tells how much of it stands there."""

    name: str
    template: Path
    argv: Sequence[str]
    standing: Callable[[Path], str]


@dataclass
class Tally:
    outcomes: Counter[str] = field(default_factory=Counter)
    torn: list[str] = field(default_factory=list)
    ended: int = 0


def acts(base: Path) -> dict[str, Act]:
    """The three acts, each on a register that stands just before it."""
    fresh = desks.new_register(base / "fresh")
    police_month.make_month(fresh).close()
    sent = base / "sent"
    shutil.copytree(fresh, sent)
    exchange, data = police_month.send(desks.sit(sent))
    reply = base / "reply.xlsx"
    reply.write_bytes(police_month.officer(data, police_month.fill_all))
    decided = base / "decided"
    shutil.copytree(sent, decided)
    cells = len(_taken_in(decided, reply))
    done(decided, "police", "decide", exchange.exchange, "--accept-all-intact")
    taken = sum(cell["state"] == "accepted" for cell in _review(decided, exchange.exchange))

    def imported(folder: Path) -> str:
        told = say(folder, "police", "review", exchange.exchange)
        if told.code:
            return "nothing"
        return "all" if len(told.data["cells"]) == cells else "torn"

    def confirmed(folder: Path) -> str:
        states = Counter(cell["state"] for cell in _review(folder, exchange.exchange))
        receipt = Path(OUT.format(folder=folder)).exists()
        if not states["taken"] and not receipt:
            return "nothing"
        if states["taken"] != taken:
            return "torn"
        return "all" if receipt else "recorded"

    def exported(folder: Path) -> str:
        listed = done(folder, "police", "list")["exchanges"]
        file = Path(OUT.format(folder=folder))
        if not listed and not file.exists():
            return "nothing"
        if not file.exists():
            return "recorded"
        if len(listed) != 1:
            return "torn"
        back = done(folder, "police", "import", file)
        return "all" if back["intact"] == listed[0]["rows"] and not back["missing"] else "torn"

    made = (
        Act("export", fresh, ("police", "export", police_month.MEETING, "--out", OUT, "--plain"), exported),
        Act("import", sent, ("police", "import", str(reply)), imported),
        Act("confirm", decided, ("police", "confirm", exchange.exchange, "--receipt", OUT), confirmed),
    )
    return {act.name: act for act in made}


def _taken_in(folder: Path, reply: Path) -> list[Any]:
    told = done(folder, "police", "import", reply)
    return _review(folder, told["exchange"])


def _review(folder: Path, exchange: str) -> list[Any]:
    cells: list[Any] = done(folder, "police", "review", exchange)["cells"]
    return cells


def kill(act: Act, folder: Path, step: int, seconds: float) -> bool:
    """Run the act on a copy in a process of its own that dies at a step, or after some seconds; whether it died."""
    shutil.copytree(act.template, folder)
    child = os.fork()
    if child == 0:
        _STEPS[:] = [0, step]
        say(folder, *(word.format(folder=folder) for word in act.argv))
        os._exit(0)
    if not step:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def judge(act: Act, folder: Path, where: str, tally: Tally) -> None:
    """What stands after the kill, whether the register is sound, and whether the act can be done again."""
    checked = say(folder, "register", "check")
    standing = act.standing(folder) if checked.code == 0 and checked.data["ok"] else "torn"
    again = say(folder, *(word.format(folder=folder) for word in act.argv))
    if act.name == "import" and standing == "all":
        again_is_right = again.code == 0 and again.data["cells"] == 0
    elif act.name == "confirm" and standing != "nothing":
        again_is_right = again.code == 1
    else:
        again_is_right = again.code == 0
    if not again_is_right:
        standing = "torn"
    tally.outcomes[standing] += 1
    if standing == "torn":
        tally.torn.append(f"{where}: {checked.err or again.err}")


_STEPS = count_steps()
"""Steps so far and the step to die at, shared with the engine and the forks; nobody dies while it is 0."""


def main() -> None:
    """Kill, look, print."""
    asked = argparse.ArgumentParser(description="Kill the Police exchange at random points.")
    asked.add_argument("--points", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    chance = random.Random(given.seed)
    base = Path(tempfile.mkdtemp(prefix="forumdesk-kills-"))
    os.environ["FORUMDESK_PROFILE"] = str(base / "profile")
    made = acts(base)
    measured = {name: _whole(act, base / f"whole-{name}") for name, act in made.items()}
    tally = {name: Tally() for name in ACTS}
    for number in range(given.points):
        act = made[ACTS[number % len(ACTS)]]
        steps, seconds = measured[act.name]
        at_step = chance.randint(1, steps) if number // len(ACTS) % 2 else 0
        after = chance.uniform(0, seconds * 1.1)
        folder = base / f"point-{number}"
        where = f"{act.name} {number}, " + (
            f"step {at_step} of {steps}" if at_step else f"after {after:.3f} s"
        )
        tally[act.name].ended += not kill(act, folder, at_step, after)
        judge(act, folder, where, tally[act.name])
        shutil.rmtree(folder)
    _print(given, tally)
    shutil.rmtree(base, ignore_errors=True)


def _whole(act: Act, folder: Path) -> tuple[int, float]:
    """How many steps the act has, and how many seconds it takes, done from end to end."""
    shutil.copytree(act.template, folder)
    _STEPS[:] = [0, 0]
    start = time.monotonic()
    done(folder, *(word.format(folder=folder) for word in act.argv))
    took, steps = time.monotonic() - start, _STEPS[0]
    assert act.standing(folder) == "all", act.name
    return steps, took


def _print(given: argparse.Namespace, tally: dict[str, Tally]) -> None:
    torn = [line for each in tally.values() for line in each.torn]
    told = {
        "points": given.points,
        "seed": given.seed,
        "acts": {
            name: {**each.outcomes, "ended_before_the_kill": each.ended} for name, each in tally.items()
        },
        "recorded": sum(each.outcomes["recorded"] for each in tally.values()),
        "torn": len(torn),
        "cases": torn,
    }
    if given.json:
        print(json.dumps(told))
        return
    for name, each in tally.items():
        words = ", ".join(f"{count} {what}" for what, count in sorted(each.outcomes.items()))
        print(f"{name}: {words}; {each.ended} had ended before the kill")
    print(
        f"{given.points} kills: {len(torn)} torn (limit 0), {told['recorded']} recorded, file beside its place"
    )
    print(*torn, sep="\n")


if __name__ == "__main__":
    main()
