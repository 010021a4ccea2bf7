"""What stands in the place of somebody one may not read: `Restricted 3`, and nothing else of them (need A4).

Two nets lie one above the other. What a query hands out is masked in the register's own views (db/readers_view.py);
what a use case hands out goes through `Hidden.mask`, which knows every row by its field `prn`. A kind of row that is
not in `KEPT` leaves its list altogether, so that a new one leaks nothing by being forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from app.domain.agenda.facts import Agenda, NextReason
from app.domain.errors import ForumDeskError
from app.domain.records import field_names, with_values
from app.domain.sealed_text import MARK, NOT_OPEN, TOKEN

T = TypeVar("T")

CODE = re.compile(r"RESTRICTED-(.+)-(\d{1,9})\Z")
LABEL = "Restricted"

KEPT = frozenset(
    {
        "ActionRow",
        "AgendaItem",
        "AgendaPerson",
        "CaseLine",
        "CaseName",
        "CaseRow",
        "EndedLine",
        "ItemMove",
        "ItemRecord",
        "Listed",
        "LooseAction",
        "MinuteItem",
        "NextDate",
        "NotListed",
        "NotListedLine",
        "VisitRow",
    }
)
"""Rows whose list must still add up: they stay, masked. Of every other kind nothing is left."""

_BY_DAY = frozenset({"EndedLine", "NotListed", "NotListedLine"})
"""Rows in the order of a day and without a number: a masked one stands last, where its place tells no day."""

_TOLD = {"prn": "code", "surname": "label", "name": "label", "person": "label"}
_PAPER = "app.domain.documents"
_SAYS_NAME = frozenset({"AgendaItem", "CaseName", "EndedLine", "MinuteItem", "NotListedLine"})
"""Kinds whose `name` is the person's; elsewhere it may be a visitor's."""


def code_of(forum: str, number: int) -> str:
    """What stands where a PRN would, in lists, files and JSON: it opens nothing and is nobody's PRN."""
    return f"RESTRICTED-{forum}-{number}"


def read_code(text: str) -> tuple[str, int] | None:
    """Forum and number of such a code, however it was typed; None for anything else."""
    found = CODE.fullmatch(text.strip().upper())
    return (found[1], int(found[2])) if found else None


def is_withheld(prn: str) -> bool:
    """Whether a row stands for somebody who may not be read: then its label stands there alone."""
    return not prn or read_code(prn) is not None


class StandIn(Struct, frozen=True):
    """One person whom somebody may not read, and what they see instead."""

    person_id: int
    prn: str
    names: tuple[tuple[str, str], ...]
    """Family and given names by which a sentence may call them."""
    forum: str
    number: int

    @property
    def label(self) -> str:
        return f"{LABEL} {self.number}"

    @property
    def code(self) -> str:
        return code_of(self.forum, self.number)

    def spellings(self) -> Iterator[str]:
        for surname, given in self.names:
            if surname and given:
                yield from (f"{surname}, {given}", f"{given} {surname}", f"{surname} {given}")


class Hidden(Struct, frozen=True, dict=True):
    """Whom one person may not read just now. Empty almost always, and then everything passes as it is."""

    people: tuple[StandIn, ...] = ()
    cases: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.people)

    @cached_property
    def ids(self) -> frozenset[int]:
        return frozenset(each.person_id for each in self.people)

    @cached_property
    def _by_prn(self) -> Mapping[str, StandIn]:
        return {key: each for each in self.people for key in (each.prn, each.code)}

    @cached_property
    def _words(self) -> tuple[re.Pattern[str], Mapping[str, str]]:
        told = {each.prn: each.label for each in self.people}
        told |= {spelling: each.label for each in self.people for spelling in each.spellings()}
        longest = sorted(told, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), told

    def of(self, prn: object) -> StandIn | None:
        """The stand-in of a PRN, or of its own code; None for whoever may be read."""
        return self._by_prn.get(prn) if isinstance(prn, str) else None

    def text(self, text: str) -> str:
        """A sentence with the label where it named somebody hidden."""
        if not self.people:
            return text
        exact = self._by_prn.get(text)
        if exact is not None:
            return exact.code
        pattern, told = self._words
        return pattern.sub(lambda found: told[found[0]], text)

    def mask(self, value: T) -> T:
        """The same value with nothing of those hidden in it."""
        return cast("T", self._mask(value)) if self.people else value

    def without(self, listed: T) -> T:
        """An agenda with the items alone that may be read, for what is made of each: its counts stay as they were."""
        if not self.people:
            return listed
        items = tuple(item for item in listed.items if self.of(item.prn) is None)  # type: ignore[attr-defined]
        return with_values(listed, {"items": items})

    @contextmanager
    def in_refusals(self) -> Iterator[None]:
        """Mask whatever is refused meanwhile, the sentence and what goes with it: the register may be read whole."""
        try:
            yield
        except ForumDeskError as error:
            for name, value in list(vars(error).items()) if self.people else ():
                setattr(error, name, self._mask(value))
            error.args = tuple(self._mask(each) for each in error.args) if self.people else error.args
            raise

    def _mask(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, int, float, bytes, date, Enum)):
            return value
        if type(value) is str:
            return self.text(value)
        if isinstance(value, Agenda):
            value = self._undated(value)
        if names := field_names(value):
            stand_in = self.of(getattr(value, "prn", None))
            return _in_place(value, names, stand_in) if stand_in else self._inside(value, names)
        if isinstance(value, (tuple, list, set, frozenset)):
            left = [each for each in value if not self._leaves(each)]
            if isinstance(value, (tuple, list)):
                left.sort(key=self._stands_last)
            made = [self._mask(each) for each in left]
            same = len(made) == len(value) and all(a is b for a, b in zip(made, value, strict=True))
            return value if same else type(value)(made)
        if isinstance(value, Mapping):
            kept = {k: v for k, v in value.items() if not (self._leaves(k) or self._leaves(v))}
            return {self._mask(k): self._mask(v) for k, v in kept.items()}
        return value

    def _undated(self, agenda: Agenda) -> Agenda:
        """An agenda in which nobody hidden has a day of their own: they come up at the next meeting, as all do."""
        rows = tuple(
            row._replace(next=agenda.meeting.next_day, reason=NextReason.REVIEW) if self.of(row.prn) else row
            for row in agenda.not_listed
        )
        return replace(agenda, not_listed=rows)

    def _stands_last(self, value: Any) -> bool:
        return type(value).__name__ in _BY_DAY and self.of(value.prn) is not None

    def _leaves(self, value: Any) -> bool:
        """Whether a row of a list is left out altogether."""
        if type(value).__name__ in KEPT or not field_names(value):
            return False
        return self.of(getattr(value, "prn", None)) is not None

    def _inside(self, value: Any, names: Iterable[str]) -> Any:
        changed = {}
        for name in names:
            old = getattr(value, name)
            new = self._mask(old)
            if new is not old:
                changed[name] = new
        return with_values(value, changed) if changed else value


NOBODY_HIDDEN = Hidden()


class _Words(Hidden, frozen=True):
    def text(self, text: str) -> str:
        return TOKEN.sub(NOT_OPEN, text) if MARK in text else text


def in_words(value: T) -> T:
    """The same value with a sentence in the place of each text that stayed sealed (app/domain/sealed_text.py)."""
    return cast("T", _Words()._mask(value))


def _in_place(value: Any, names: Iterable[str], stand_in: StandIn) -> Any:
    """One row about somebody hidden: the label, and of everything else only what a balance needs.

    Numbers, tracks and required days stay; texts, lists and whatever may be missing go.
    """
    kind = type(value)
    changed: dict[str, Any] = {}
    for name in names:
        old = getattr(value, name)
        if name in _TOLD and (name != "name" or kind.__name__ in _SAYS_NAME):
            changed[name] = getattr(stand_in, _TOLD[name])
        elif name in _STAYS:
            continue
        elif name == "actions" and isinstance(old, int):
            changed[name] = 0
        elif type(old) is str:
            changed[name] = None if _may_be_none(kind, name) else ""
        elif isinstance(old, (tuple, list, frozenset, set)) and not field_names(old):
            changed[name] = type(old)()
        elif old is not None and _may_be_none(kind, name):
            changed[name] = None
    if kind.__module__ == _PAPER:
        changed["prn"] = ""
    return with_values(value, changed)


_STAYS = frozenset(
    {"by", "closed_stored", "decision", "forum", "meeting", "moved_by", "opened_stored", "outcome", "track"}
)
"""What tells where a row stands and nothing of whom it is about: undecided items and open actions are counted."""


def _may_be_none(kind: type, name: str) -> bool:
    return "None" in str(kind.__annotations__.get(name, ""))
