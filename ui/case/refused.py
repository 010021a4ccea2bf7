"""What was typed in a field of a case and not saved, until it is: it goes with its own case and never with another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ui.case.overview import HEADINGS
from ui.tongue import tr
from ui.widgets.unsaved import Unsaved

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


@dataclass(frozen=True, slots=True)
class Typed:
    """The text of one field of one case: whose it is, what stood there, what was typed, why it is not saved."""

    prn: str
    name: str
    key: str
    old: str
    new: str
    error: Exception


class RefusedTexts:
    """Those of one case screen, which may have gone on to the next case before a save was answered."""

    def __init__(self, screen: CaseScreen) -> None:
        self._screen = screen
        self._texts: dict[tuple[str, str], Typed] = {}
        self._arrives = False

    def keep(self, typed: Typed) -> None:
        """Not saved: it is said on whichever case is in view, with whose it is."""
        self.forget(typed.prn, typed.key)
        self._texts[typed.prn, typed.key] = typed
        self.tell()

    def forget(self, prn: str, key: str) -> None:
        self._texts.pop((prn, key), None)

    def tell(self) -> None:
        """Say which text came last and is not saved; nothing where all are."""
        screen = self._screen
        if not self._texts:
            screen.notice.hide()
            return
        typed = list(self._texts.values())[-1]
        what = HEADINGS[typed.key]
        if typed.prn != screen.prn:
            what = tr("{heading} of {name}", heading=what, name=typed.name)
        again = partial(self._again, typed)
        Unsaved(screen, screen.notice, what, {typed.name: typed.new}, again).say(typed.error)

    def _again(self, typed: Typed) -> None:
        screen = self._screen
        if typed.prn != screen.prn:
            screen.open("case", prn=typed.prn, among=screen.among)
        if typed.prn == screen.prn:
            screen.when_settled(partial(screen.write, typed.prn, typed.name, typed.key, typed.old, typed.new))

    def arrive(self) -> None:
        """Another case is to be shown: its own texts are put back once it is there."""
        self._arrives = True
        self.tell()

    def put_back(self) -> None:
        """The case is there: what was typed in it stands in its field again."""
        if not self._arrives:
            return
        self._arrives = False
        for typed in self._texts.values():
            if typed.prn == self._screen.prn:
                self._screen.tabs.overview.put_typed(typed.key, typed.old, typed.new)

    def draft(self) -> Mapping[str, str]:
        """The text that came last, as the screen's draft has it: for a lock while another case is in view."""
        if not self._texts:
            return {}
        typed = list(self._texts.values())[-1]
        return draft_of(typed.prn, {typed.key: typed.new}, {typed.key: typed.old})


def draft_of(prn: str, typed: Mapping[str, str], stood: Mapping[str, str]) -> Mapping[str, str]:
    """Texts half-typed in a case's fields, by field, with what stood there."""
    before = {f"{key}:stood": stood[key] for key in typed if stood[key]}
    return {"prn": prn, **typed, **before}
