"""Frozen texts that name somebody whose records are destroyed: their lines are blanked, everybody else's stay (A7).

An issued agenda and a version of minutes are of thirty people. They are kept for the others until their own class is
due, so the lines about the one go: what is left says that somebody stood there, by the register's own number. The
SHA-384 that stands on paper is kept beside that of what is left (docs/decisions/0032).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

GONE = "records destroyed"


class Whom(Struct, frozen=True):
    """Whose lines: by PRN, names as they may be written in a sentence, and the register's own number."""

    number: int
    prn: str
    names: tuple[tuple[str, str], ...]
    """Surname and given names, of the person and of each of their other names."""

    @property
    def label(self) -> str:
        """What stands in their place."""
        return f"person {self.number}"

    def written(self) -> tuple[str, ...]:
        """The ways their full name and PRN are written, the longest first; a surname alone may be a common word."""
        found = {self.prn}
        for surname, given in self.names:
            if surname and given:
                found |= {f"{surname}, {given}", f"{given} {surname}", f"{surname} {given}"}
        return tuple(sorted(found, key=lambda each: (-len(each), each)))

    def scrub(self, text: str) -> str:
        """A sentence without their name and PRN."""
        for each in self.written():
            text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", self.label, text)
        return text

    def is_in(self, text: str) -> bool:
        """Whether a text holds their PRN or full name."""
        return self.scrub(text) != text


def _canonical(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def blank_agenda(text: str, whom: Whom) -> str:
    """The canonical text of an agenda without what it says of them; the same text where it says nothing.

    Numbers of items, their minutes and the totals stay. A case number becomes the person's own, negative: it is
    nobody's case.
    """
    body = json.loads(text)
    for item in body["items"]:
        if item["prn"] == whom.prn:
            item |= _nobody(whom) | {
                "sentences": [f"{GONE.capitalize()}."] * len(item["reasons"]),
                "milestone": None,
                "missed": [],
                "anchor": None,
                "missing": [],
            }
    for row in body["not_listed"]:
        if row["prn"] == whom.prn:
            row |= _nobody(whom)
    return _canonical(_scrubbed(body, whom))


def _nobody(whom: Whom) -> dict[str, Any]:
    return {"case_id": -whom.number, "prn": whom.label, "surname": GONE, "given_names": ""}


def blank_minutes(text: str, whom: Whom) -> str:
    """The canonical text of minutes without what was said of them; the decision's word and the position stay."""
    body = json.loads(text)
    said = body["minutes"]
    for name in ("decisions", "ended", "not_listed"):
        said[name] = [_blanked(line, whom) if line["prn"] == whom.prn else line for line in said[name]]
    return _canonical(_scrubbed(body, whom))


_KEPT = frozenset({"position", "decision", "track"})


def _blanked(line: Mapping[str, Any], whom: Whom) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in line.items():
        if isinstance(value, list):
            found[key] = []
        elif isinstance(value, str) and key not in _KEPT and not key.endswith(("_on", "_review", "day")):
            found[key] = ""
        elif key.endswith("_review"):
            found[key] = None
        else:
            found[key] = value
    return found | {"name": GONE, "prn": whom.label} | ({"reason": GONE} if "reason" in line else {})


def positions(text: str, whom: Whom) -> frozenset[str]:
    """Under which numbers minutes speak of them: what a correction's passage begins with."""
    said = json.loads(text)["minutes"]
    return frozenset(f"{line['position']}." for line in said["decisions"] if line["prn"] == whom.prn)


def blank_changes(changes: Iterable[Mapping[str, Any]], at: frozenset[str], whom: Whom) -> list[Any]:
    """What a version of minutes changed, without what it changed in their lines."""
    return [
        dict(change) | {"words": whom.label, "old": GONE, "new": GONE}
        if any(str(change["passage"]).startswith(each) for each in at)
        else _scrubbed(dict(change), whom)
        for change in changes
    ]


def _scrubbed(value: Any, whom: Whom) -> Any:
    if isinstance(value, str):
        return whom.scrub(value)
    if isinstance(value, list):
        return [_scrubbed(each, whom) for each in value]
    if isinstance(value, dict):
        return {key: _scrubbed(each, whom) for key, each in value.items()}
    return value


def scrubbed(value: Any, whom: Whom) -> Any:
    """Any value of a JSON column without their name and PRN."""
    return _scrubbed(value, whom)
