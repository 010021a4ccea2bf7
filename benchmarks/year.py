"""A whole year of one forum, and whether anything was lost in it (design/formats.md sections 1 to 3).

Eight extracts, twelve meetings, decisions, Board results, moved dates, transfers, copies, all through the door. After
each meeting the register is compared with an account kept beside it: nobody lost between lists, every action carried
or ended, every copy accounted for, every drift raised once and only once, every milestone taken, missed or due.
Not a ratio: it prints what happened and every fault in words, and exits 1 where there is one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fixtures.year import Year


def main() -> int:
    words = argparse.ArgumentParser(prog="./run bench year", description=__doc__)
    words.add_argument("--seed", type=int, default=1, help="which year (default 1)")
    words.add_argument("--years", type=int, default=1, help="how many, each with the next seed (default 1)")
    words.add_argument("--people", type=int, default=60, help="in the first extract (default 60)")
    words.add_argument("--months", type=int, default=12, help="meetings in the year (default 12)")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    asked = words.parse_args()
    told: list[dict[str, object]] = []
    faults = 0
    with tempfile.TemporaryDirectory(prefix="forumdesk-year-") as folder:
        os.environ["FORUMDESK_PROFILE"] = str(Path(folder) / "profile")
        for seed in range(asked.seed, asked.seed + asked.years):
            began = time.process_time()
            year = Year(Path(folder) / f"register-{seed}", seed, asked.people, asked.months)
            try:
                year.run()
            finally:
                year.close()
            told.append(
                {
                    "seed": seed,
                    "counts": dict(sorted(year.counts.items())),
                    "faults": year.faults,
                    "seconds": round(time.process_time() - began, 1),
                }
            )
            faults += len(year.faults)
            if not asked.json:
                _say(told[-1])
    if asked.json:
        print(json.dumps({"years": told, "faults": faults}, ensure_ascii=False))
    else:
        print(f"{len(told)} years, {faults} faults")
    return 1 if faults else 0


def _say(year: dict[str, object]) -> None:
    counts = year["counts"]
    happened = (
        ", ".join(f"{number} {what}" for what, number in counts.items()) if isinstance(counts, dict) else ""
    )
    print(f"year {year['seed']}: {happened} ({year['seconds']} s of CPU)")
    faults = year["faults"]
    for fault in faults if isinstance(faults, list) else ():
        print(f"  {fault}")


if __name__ == "__main__":
    raise SystemExit(main())
