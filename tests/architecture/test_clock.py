"""The clock is read in one place, so that every rule can be asked about any day."""

import ast

from tests.architecture.source import modules

CLOCKS = {"today", "now", "utcnow", "time_ns", "localtime", "gmtime"}
# The door asks for the day and the moment. The lease and the key stretching measure how long something took.
# A fault is stamped where it is kept: it may come before there is a door.
READERS = {"app/desk/desk.py", "app/logs.py"}


def readings() -> list[str]:
    """Name each place in the packages that asks date, datetime or time what it is."""
    found = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner, name = ast.unparse(node.func.value), node.func.attr
            if (
                name in CLOCKS and owner in {"date", "datetime", "datetime.date", "datetime.datetime", "dt"}
            ) or (owner == "time" and name in CLOCKS | {"time"}):
                found.append(f"{path.as_posix()}:{node.lineno} {owner}.{name}()")
    return found


def test_only_the_door_reads_the_clock() -> None:
    assert [place for place in readings() if place.partition(":")[0] not in READERS] == []
