"""The threat model answers for every requirement of OWASP ASVS 5.0 at levels 1 and 2, each once."""

from __future__ import annotations

import re
from collections import Counter

from tests.architecture.source import ROOT

# Section: how many requirements stand at level 1 or 2; there the numbers begin at 1, without a gap.
ASVS = """
    V1.1:2 V1.2:9 V1.3:11 V1.4:3 V1.5:2 V2.1:3 V2.2:3 V2.3:4 V2.4:1 V3.2:2 V3.3:4 V3.4:6 V3.5:5 V3.7:2
    V4.1:3 V4.2:1 V4.3:2 V4.4:4 V5.1:1 V5.2:3 V5.3:2 V5.4:3 V6.1:3 V6.2:12 V6.3:4 V6.4:4 V6.5:5 V6.6:3 V6.8:4
    V7.1:3 V7.2:4 V7.3:2 V7.4:5 V7.5:2 V7.6:2 V8.1:2 V8.2:3 V8.3:1 V8.4:1 V9.1:3 V9.2:4 V10.1:2 V10.2:2 V10.3:4
    V10.4:11 V10.5:5 V10.6:2 V10.7:3 V11.1:2 V11.2:3 V11.3:3 V11.4:4 V11.5:1 V11.6:1 V12.1:3 V12.2:2 V12.3:4
    V13.1:1 V13.2:5 V13.3:2 V13.4:5 V14.1:2 V14.2:4 V14.3:3 V15.1:3 V15.2:3 V15.3:7 V16.1:1 V16.2:5 V16.3:4
    V16.4:3 V16.5:3 V17.1:1 V17.2:4 V17.3:2
"""
ITEM = re.compile(r"(V\d+\.\d+)\.(\d+)(?:–(\d+))?")


def asked() -> set[str]:
    """Name every requirement at levels 1 and 2."""
    counts = (word.split(":") for word in ASVS.split())
    return {f"{section}.{number}" for section, count in counts for number in range(1, int(count) + 1)}


def answered() -> Counter[str]:
    """Name what the first column of the tables answers for, and how often."""
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    found: Counter[str] = Counter()
    for line in text.splitlines():
        if not line.startswith("| V"):
            continue
        for section, first, last in ITEM.findall(line.split("|")[1]):
            found.update(f"{section}.{number}" for number in range(int(first), int(last or first) + 1))
    return found


def test_every_requirement_at_levels_1_and_2_is_answered_once() -> None:
    found = answered()
    assert asked() - set(found) == set()
    assert set(found) - asked() == set()
    assert [item for item, times in found.items() if times > 1] == []


def test_each_answer_is_a_state_with_a_reason() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line.startswith("| V")]
    assert rows
    states = {"met", "part", "not met", "n/a"}
    assert [row[1].strip() for row in rows if row[2].strip() not in states or not row[3].strip()] == []
