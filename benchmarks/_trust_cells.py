"""Who may what: the table cell by cell, through the door, the window and the engine, by the tests that hold it."""

from __future__ import annotations

import os
import subprocess
import sys
from xml.etree import ElementTree

from benchmarks._trust_base import ROOT, Tried, workplace

TESTS = (
    "tests/ui/test_who_may_what.py",
    "tests/architecture/test_use_cases.py",
    "tests/usecases/test_engine_by_role.py",
    "tests/cli/test_each_role.py",
)
ROLES = 5


def permission_cells(_count: int, _seed: int) -> Tried:
    """The figure, never scaled: each line of the table for each role, then each permission through door and window."""
    result = Tried()
    with workplace("cells") as place:
        told = place / "told.xml"
        ended = subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-p",
                "no:xdist",
                "-p",
                "no:randomly",
                f"--junitxml={told}",
                *TESTS,
            ],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if not told.exists():
            return Tried(1, 1, [f"the tests did not run: {ended.stdout[-500:]}{ended.stderr[-500:]}"])
        for case in ElementTree.parse(told).iter("testcase"):
            name = str(case.get("name"))
            wrong = "; ".join(str(each.get("message")) for each in case if each.tag != "system-out")
            for _ in range(_cells(name)):
                result.enter(wrong, name)
    return result


def _cells(name: str) -> int:
    """How many cells a test stands for: a line of the table has one a role, a role two a permission, others one."""
    if name.startswith("test_the_code_says_what_the_table_says"):
        return ROLES
    if name.startswith("test_every_cell_is_the_same_through_the_door"):
        from app.domain.people import Permission

        return 2 * len(Permission)
    return 1
