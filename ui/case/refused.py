"""What was typed in a field of a case and not saved, until it is: it goes with its own case and never with another."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.domain.errors import Refused
from ui.case.overview import HEADINGS
from ui.tongue import tr
from ui.widgets.unsaved import Unsaved

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


WAITS = tr("A text that you typed in a case is not saved. It waits there: open the case.")
"""Said over another screen, where others may read along: of nobody by name."""
AFTER_A_LOCK = tr("It was not saved before the lock or the stop.")
_OTHERS = "others"


class Typed(NamedTuple):
    """The text of one field of one case: whose it is, what stood there, what was typed."""

    prn: str
    name: str
    key: str
    old: str
    new: str


class RefusedTexts:
    """Those of one case screen, which may have gone on to the next case before a save was answered."""

    def __init__(self, screen: CaseScreen) -> None:
        self._screen = screen
        self._texts: dict[tuple[str, str], tuple[Typed, Exception]] = {}
        self._arrives = False

    @property
    def some(self) -> bool:
        """Whether a text waits."""
        return bool(self._texts)

    def keep(self, typed: Typed, error: Exception) -> None:
        """Not saved: it is said on whichever case is in view, with whose it is; elsewhere, that a text waits."""
        self.forget(typed.prn, typed.key)
        self._texts[typed.prn, typed.key] = typed, error
        self.tell()
        if not self._screen.isVisible():
            self._screen.desk.failed.emit(Refused(WAITS))

    def forget(self, prn: str, key: str) -> None:
        self._texts.pop((prn, key), None)

    def tell(self) -> None:
        """Say which text came last and is not saved; nothing where all are."""
        screen = self._screen
        if not self._texts:
            screen.notice.hide()
            return
        typed, error = list(self._texts.values())[-1]
        what = HEADINGS[typed.key]
        if typed.prn != screen.prn:
            what = tr("{heading} of {name}", heading=what, name=typed.name)
        again = partial(self._again, typed)
        Unsaved(screen, screen.notice, what, {typed.name: typed.new}, again).say(error)

    def _again(self, typed: Typed) -> None:
        screen = self._screen
        if typed.prn != screen.prn:
            screen.setFocus()  # what is typed in the case in view is saved by leaving its field
            screen.open("case", prn=typed.prn, among=screen.among)
        if typed.prn == screen.prn:
            screen.when_settled(
                partial(screen.texts.write, typed.prn, typed.name, typed.key, typed.old, typed.new)
            )

    def arrive(self) -> None:
        """Another case is to be shown: its own texts are put back once it is there."""
        self._arrives = True
        self.tell()

    def put_back(self) -> None:
        """The case is there: what was typed in it stands in its field again."""
        if not self._arrives:
            return
        self._arrives = False
        for typed, _error in self._texts.values():
            if typed.prn == self._screen.prn:
                self._screen.tabs.overview.put_typed(typed.key, typed.old, typed.new)

    def draft(self, typed: Sequence[Typed]) -> Mapping[str, str]:
        """What is typed in the case in view, as the screen's draft has it, with the texts of other cases that wait."""
        about = {(each.prn, each.key) for each in typed}
        waiting = [each for each, _error in self._texts.values() if (each.prn, each.key) not in about]
        if not typed and waiting:
            typed = (waiting.pop(),)
        if not typed:
            return {}
        texts = {each.key: each.new for each in typed}
        stood = {f"{each.key}:stood": each.old for each in typed if each.old}
        others = {_OTHERS: json.dumps(waiting, ensure_ascii=False)} if waiting else {}
        return {"prn": typed[0].prn, **texts, **stood, **others}

    def restore(self, kept: Mapping[str, str]) -> None:
        """The texts of other cases that waited before a lock wait again."""
        for each in json.loads(kept.get(_OTHERS, "[]")):
            self.keep(Typed(*each), Refused(AFTER_A_LOCK))
