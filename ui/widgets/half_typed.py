"""What is half-typed in the forms of one frame: closed by Esc, covered by a lock or lost with the computer.

A form does not know how it was opened, so it is not opened again by itself: what was typed in it is given back to the
next form that asks the same on the same screen about the same. It is in memory, and with the drafts of the screens in
the sealed file of whoever typed it (`ui.drafts`), until the form is saved or begun anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.widgets.ask import AskForm

_WHERE = ("prn", "meeting", "exchange", "code")
"""What tells one opening of a screen from another; how one came there, such as through which list, does not."""
FORMS = "half-typed forms"
"""Stands for a screen's name in the drafts: no screen has it."""


@dataclass(frozen=True, slots=True)
class HalfForm:
    """What was typed in one form, by field, with what stood in those fields when it was opened."""

    title: str
    screen: str
    where: dict[str, str]
    typed: dict[str, str]
    stood: dict[str, str]
    by: str = ""
    """The action that opened it; empty where a button or a key of a list did."""
    covered: bool = False
    """It was open when a lock or a stop of the computer came: its text is offered, not only kept."""
    about: str = ""
    begun: str = ""
    """The choices and days it was opened with: a form that is opened about another thing begins with others."""
    intro: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """By what the next form that asks the same is known."""
        where = [self.where.get(name, "") for name in _WHERE]
        return json.dumps([self.screen, *where, self.title, self.intro, self.about, self.begun])


class HalfTyped(QObject):
    """A child of the frame, found by every form in it. `here` tells the screen, what it is about, the action done."""

    kept = Signal()
    """A form was closed with something typed in it."""

    def __init__(self, frame: QWidget, here: Callable[[], tuple[str, Mapping[str, object], str]]) -> None:
        super().__init__(frame)
        self._here = here
        self._forms: dict[str, HalfForm] = {}
        self._open: dict[int, AskForm] = {}

    @staticmethod
    def of(form: AskForm) -> HalfTyped | None:
        """That of the frame a form stands over; None outside a frame."""
        over = form.parentWidget()
        while over is not None:
            if found := over.findChild(HalfTyped, "", Qt.FindChildOption.FindDirectChildrenOnly):
                return found
            over = over.parentWidget()
        return None

    def opened(self, form: AskForm) -> None:
        """Remember what opened a form, and give it what was typed in the one before."""
        screen, where, by = self._here()
        told = {name: value for name, value in where.items() if isinstance(value, str)}
        form.half = HalfForm(
            form.windowTitle(),
            screen,
            told,
            {},
            {},
            by,
            about=form.about,
            begun=form.begun(),
            intro=form.intro,
        )
        number = id(form)
        self._open[number] = form
        form.destroyed.connect(lambda: self._open.pop(number, None))  # with the window it stood over, unasked
        if (before := self._forms.get(form.half.key)) is not None:
            form.give_back(before)

    def closed(self, form: AskForm, saved: bool) -> None:
        """Keep what is typed in a form that is not saved; forget what was kept of one that is."""
        self._open.pop(id(form), None)
        half = form.half_typed()
        if half is None:
            return
        self._forms.pop(half.key, None)
        if half.typed and not saved:
            self._forms[half.key] = half
            self.kept.emit()

    def forget(self, half: HalfForm) -> None:
        """Begun anew: what was kept of it goes."""
        self._forms.pop(half.key, None)

    def draft(self) -> dict[str, str]:
        """Everything half-typed in forms, open or closed, for the drafts."""
        found = {key: replace(half, covered=False) for key, half in self._forms.items()}
        for form in self._open.values():
            half = form.half_typed()
            if half is not None and half.typed:
                found[half.key] = replace(half, covered=True)
        return {key: json.dumps(asdict(half), ensure_ascii=False) for key, half in found.items()}

    def restore(self, kept: Mapping[str, str]) -> list[HalfForm]:
        """Take back what lay in the drafts; given back are those whose form was open, to be offered."""
        self._forms = {key: HalfForm(**json.loads(text)) for key, text in kept.items()}
        return [half for half in self._forms.values() if half.covered]
