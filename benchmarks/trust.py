"""Every figure of *Goals* in design/trust.md by one command: `./run bench trust`.

`--scale S` (1 for the full numbers; small without it), `--seed N`, `--only NAME …`, `--json` for the object alone:
`{"figures": {name: {"tried": n, "failed": n}}, "control_failed_as_it_must": true}`, where the last is null if none of
the figures asked for has a control (`power_cuts` and `io_faults` have). Progress and what failed are told
on standard error. It ends with 1 where something failed, where a control did not, and where something asked for could
not be tried here: a sentence on standard error then names what was left out. How a disk is modelled, and what that
cannot say, stands in docs/decisions/0034. Linux, with `cc` for the figures that stand between a program and its disk,
and root for the memory.
The window's tests need PySide6 and pytest.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._trust_base import Tried, progress

SMALL = 0.003
"""Without `--scale`: about two minutes on two quiet cores."""

Figure = Callable[[int, int], Tried]


@dataclass(frozen=True)
class Goal:
    """One figure: its goal, where it is made, and the least of it that says anything (scaled or not)."""

    name: str
    goal: int
    where: str
    scaled: bool = True

    def count(self, scale: float) -> int:
        """How many of it are to be tried."""
        return max(1, round(self.goal * scale)) if self.scaled else self.goal

    def figure(self) -> Figure:
        """The function that tries."""
        module, _, name = self.where.partition(":")
        found: Figure = getattr(importlib.import_module(f"benchmarks.{module}"), name)
        return found


GOALS = (
    Goal("kills", 5_000, "_trust_kills:kills"),
    Goal("power_cuts", 20_000, "_trust_cuts:power_cuts"),
    Goal("io_faults", 400, "_trust_faults:io_faults"),
    Goal("damaged_registers", 10_000, "_trust_damage:damaged_registers"),
    Goal("damaged_key_files", 20_000, "_trust_keyfiles:damaged_key_files"),
    Goal("hostile_workbooks", 200_000, "_trust_workbooks:hostile_workbooks"),
    Goal("permission_cells", 1, "_trust_cells:permission_cells", scaled=False),
    Goal("insider_attacks", 12, "_trust_attacks:insider_attacks", scaled=False),
    Goal("canaries", 1, "_trust_canaries:canaries_on_disk", scaled=False),
    Goal("memory", 1, "_trust_memory:secrets_after_lock", scaled=False),
)


def main(argv: list[str] | None = None) -> int:
    """Try, print. Ends with 1 where something failed, a control did not, or something could not be tried."""
    names = [goal.name for goal in GOALS]
    asked = argparse.ArgumentParser(description="Try what design/trust.md promises.")
    asked.add_argument("--scale", type=float, default=SMALL)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--only", nargs="+", choices=names, metavar="NAME", help=", ".join(names))
    given = asked.parse_args(argv)
    if not 0 < given.scale <= 1:
        asked.error("--scale is over 0 and at most 1")
    results: dict[str, Tried] = {}
    for goal in GOALS:
        if given.only and goal.name not in given.only:
            continue
        began = time.monotonic()
        made = goal.figure()(goal.count(given.scale), given.seed)
        for note in made.notes:
            progress(f"{goal.name}: {note}")
        progress(f"{goal.name}: {_words(made)} in {time.monotonic() - began:.0f} s")
        results[goal.name] = made
    controls = [made.control for made in results.values() if made.control is not None]
    told = {
        "figures": {name: {"tried": made.tried, "failed": made.failed} for name, made in results.items()},
        "control_failed_as_it_must": all(controls) if controls else None,
    }
    if given.json:
        print(json.dumps(told))
    else:
        for name, made in results.items():
            print(f"{name}: {_words(made)}")
        print(f"controls: {_control_words(controls)}")
    untried = [name for name, made in results.items() if not made.tried]
    if untried:
        progress(_untried_words(untried))
    return int(bool(untried) or any(made.failed for made in results.values()) or not all(controls))


def _untried_words(names: list[str]) -> str:
    """A figure of nothing would pass for one that held."""
    return (
        f"Left out, because it cannot be tried on this computer: {', '.join(names)}; the other figures stand. "
        "Ask for those by name with --only, or run it where the line of each says what it needs."
    )


def _words(made: Tried) -> str:
    return made.left_out or f"{made.tried:,} tried, {made.failed:,} failed"


def _control_words(controls: list[bool]) -> str:
    if not controls:
        return "none of these figures has one"
    return "failed, as they must" if all(controls) else "did NOT fail: what was tried says nothing"


if __name__ == "__main__":
    sys.exit(main())
