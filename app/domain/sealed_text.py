"""A text of a restricted case as the register keeps it: a mark in its place that only the case's key opens (need A4).

`<sealed:12:…>`: by the twelfth compartment. The mark stands in for the text wherever the text stood, in a column, in a
list or in the middle of an agenda as issued; so whoever cannot open it can carry it from one place to another without
knowing what it says (docs/decisions/0037-compartments.md). Pure: the keys are db/case_keys.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from app.domain.errors import Refused

MARK = "<sealed:"
TOKEN = re.compile(r"<sealed:(\d{1,12}):(p\.)?([A-Za-z0-9_-]+)>")
"""Number of the compartment; `p.` where it was sealed by somebody who does not hold the key; the sealed bytes."""

NOT_OPEN = (
    "Sealed: your keys do not open this text yet. It opens once a reader of the case has saved something."
)
"""What is shown in the place of a text that one may read and whose key has not come yet."""


REASON = "reason"
"""Under which field `history` keeps the reason of an entry about a restricted case, sealed with the rest."""
REASON_KEPT = "kept under the seal of the case"
"""What the trail says in its place: an entry is signed for ever, and its words could never be sealed again."""


def has_sealed(text: str) -> bool:
    """Whether something in a text is still sealed."""
    return TOKEN.search(text) is not None


def marks_of(text: str) -> frozenset[str]:
    """Every mark in a text."""
    return frozenset(found[0] for found in TOKEN.finditer(text))


def refuse_sealed(text: str, what: str) -> str:
    """The text. Raises Refused where it would be kept for good, under a hash, by somebody who cannot read all of it."""
    if has_sealed(text):
        raise Refused(
            f"{what} hold a restricted case whose texts your keys do not open; nothing was changed. Have a reader of "
            "that case do this."
        )
    return text


Change = Callable[[str], str]

_OF_AGENDA = frozenset({"sentences"})
_OF_MINUTES = frozenset({"reason", "dissent", "dissent_by", "disclosure_note", "why", "visitors"})
_LINES = ("discussion", "actions", "carried")
_OF_LINE = frozenset({"text", "owner"})


def leaves(value: Any, change: Change) -> Any:
    """A value of JSON with each of its texts changed; names of fields and numbers stay."""
    if isinstance(value, str):
        return change(value) if value else value
    if isinstance(value, list):
        return [leaves(each, change) for each in value]
    if isinstance(value, dict):
        return {key: leaves(each, change) for key, each in value.items()}
    return value


def in_agenda(text: str, prn: str, change: Change) -> str:
    """The canonical text of an agenda with the sentences about one person changed; their place and dates stay."""
    body = json.loads(text)
    for item in body["items"]:
        if item["prn"] == prn:
            item |= {name: leaves(item[name], change) for name in _OF_AGENDA & item.keys()}
    return _canonical(body)


def in_minutes(text: str, prn: str, change: Change) -> str:
    """The canonical text of minutes with what was said and decided about one person changed."""
    body = json.loads(text)
    for item in body["minutes"]["decisions"]:
        if item["prn"] == prn:
            item |= {name: leaves(item[name], change) for name in _OF_MINUTES & item.keys()}
            for name in _LINES:
                item[name] = [
                    line | {part: leaves(line[part], change) for part in _OF_LINE & line.keys()}
                    for line in item.get(name, ())
                ]
    return _canonical(body)


def positions(text: str, prn: str) -> tuple[str, ...]:
    """Under which numbers minutes speak of somebody: what the passage of a correction begins with."""
    decided = json.loads(text)["minutes"]["decisions"]
    return tuple(f"{line['position']}." for line in decided if line["prn"] == prn)


def in_changes(changes: Any, at: tuple[str, ...], change: Change) -> Any:
    """What a version of minutes changed, with the words about one person changed."""
    return [
        each | {part: leaves(each[part], change) for part in ("old", "new")}
        if str(each["passage"]).startswith(at)
        else each
        for each in changes
    ]


def _canonical(body: object) -> str:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
