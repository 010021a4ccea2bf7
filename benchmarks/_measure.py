"""What every benchmark shares: interleaved runs, medians, one line of report (design/speed.md).

A figure is a ratio of medians of at least five interleaved runs in one process. CPU time where the work is
CPU-bound, because a loaded machine changes wall-clock times far more than it changes their ratios.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any


def interleaved(
    functions: Mapping[str, Callable[[], object]],
    runs: int = 5,
    clock: Callable[[], float] = time.process_time,
    before: Callable[[], object] = gc.collect,
) -> dict[str, float]:
    """Seconds: the median of each function over `runs` rounds, one of each a round, after one to warm up.

    `before` is done before each, and not timed.

    The order turns from round to round, so that no function always follows the same other.
    """
    for function in functions.values():
        before()
        function()
    taken: dict[str, list[float]] = {name: [] for name in functions}
    names = list(functions)
    for turn in range(max(runs, 5)):
        at = turn % len(names)
        for name in names[at:] + names[:at]:
            before()
            gc.collect()
            start = clock()
            functions[name]()
            taken[name].append(clock() - start)
    return {name: median(times) for name, times in taken.items()}


def report(
    figure: str, ratio: float, peer: str, limit: float, *, goal: str = "≤", **also: Any
) -> dict[str, Any]:
    """Print one figure (a line, or with `--json` held back for `finish`) and give it back as a dictionary.

    `goal` says on which side of `limit` the ratio should stand. It never fails anything: people read it.
    """
    met = ratio >= limit if goal == "≥" else ratio <= limit
    row = {
        "figure": figure,
        "ratio": round(ratio, 4),
        "peer": peer,
        "limit": limit,
        "goal": goal,
        "met": met,
        **also,
    }
    if not wants_json():
        more = "".join(f"; {name.replace('_', ' ')} {value}" for name, value in also.items())
        print(f"{figure}: {ratio:.3g} × {peer} (goal {goal} {limit:g}: {'met' if met else 'NOT met'}{more})")
    return row


def finish(*rows: dict[str, Any]) -> None:
    """With `--json`, print all figures as one JSON object."""
    if wants_json():
        print(json.dumps({"figures": list(rows)}, ensure_ascii=False))


def wants_json() -> bool:
    return "--json" in sys.argv[1:]
