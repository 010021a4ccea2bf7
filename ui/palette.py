"""Ctrl+K: any person, screen or command by a few letters. Ctrl+/: every key. Both read the one table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from app.domain.names import fold
from ui import places
from ui.actions import Action
from ui.models import Column, RowTable
from ui.registry import screen_class
from ui.table import Table
from ui.tongue import tr
from ui.widgets.labels import button, label, row
from ui.widgets.panes import fit_dialog

if TYPE_CHECKING:
    from app.domain.search import SearchResult
    from ui.window import Window

_PAUSE = 250
"""Milliseconds without a key before people are looked for: each search is entered in the trail."""
_SHORTEST = 2


def shown_keys(action: Action) -> str:
    return ", ".join(
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")
        for keys in action.all_keys
    )


def _far(wanted: Sequence[str], said: str) -> int | None:
    """How far words typed are from what is said: 0 where each is a word of it, more for a beginning and for a part.

    None where one is not in it at all.
    """
    told = fold(said)
    if not all(word in told for word in wanted):
        return None
    whole = told.split()
    return sum(
        0 if word in whole else 1 if any(each.startswith(word) for each in whole) else 2 for word in wanted
    )


class Palette(QDialog):
    """A box and a list: type, Down, Enter."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._places = places.places(window)
        self.setWindowTitle(tr("Go to"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 620, 420)
        self.box = QLineEdit()
        self.box.setAccessibleName(tr("Person, screen or command"))
        self.box.setPlaceholderText(tr("Person, screen or command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.list, 1)
        layout.addWidget(label(tr("Enter goes there  ·  Down and Up choose  ·  Esc closes"), "muted"))
        self._runs: list[Callable[[], object]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._people)
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)
        self.box.returnPressed.connect(self._go)
        self.list.itemActivated.connect(lambda _item: self._go())
        self._typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Down and Up move in the list while the box keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        wanted = fold(text).split()
        self.list.clear()
        self._runs.clear()
        table = self._window.table
        found: list[tuple[int, str, str, Callable[[], object]]] = []
        for action in table.actions:
            far = _far(wanted, f"{action.plain} {action.under} {places.also(action.key)}")
            if action.key not in ("go", "cancel") and far is not None and table.allowed(action):
                more = shown_keys(action) or action.under
                found.append((far, action.plain, more, partial(table.run, action.key)))
        for place in self._places if wanted else ():
            also = places.ALSO.get(place.act or place.screen, "")
            far = _far(wanted, f"{place.words} {place.more} {also}")
            if far is not None:
                found.append((far, place.words, place.more, partial(places.go_to, self._window, place)))
        for _, what, more, run in sorted(found, key=itemgetter(0)):
            self._add(what, more, run)
        self._pause.stop()
        if len(text.strip()) >= _SHORTEST:
            self._pause.start()
        if self.list.count():
            self.list.setCurrentRow(0)

    def _add(self, what: str, more: str, run: Callable[[], object], first: bool = False) -> None:
        item = QListWidgetItem(f"{what}    {more}" if more else what)
        if first:
            self.list.insertItem(0, item)
            self._runs.insert(0, run)
        else:
            self.list.addItem(item)
            self._runs.append(run)

    def _people(self) -> None:
        from app.usecases.search import find_people

        if screen_class("case") is None or not self._window.desk.may(find_people):
            return
        text = self.box.text()
        self._window.desk.ask(
            find_people,
            text,
            limit=8,
            then=lambda found: self._found(text, found),
            otherwise=lambda _error: None,
            owner=self,
        )

    def _found(self, text: str, found: SearchResult) -> None:
        if text != self.box.text():
            return
        for hit in reversed(found.hits):
            self._add(
                f"{hit.surname}, {hit.given_names}  {hit.prn}",
                hit.why,
                partial(self._window.open, "case", prn=hit.prn),
                first=True,
            )
        if found.hits:
            self.list.setCurrentRow(0)

    def _go(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._runs):
            run = self._runs[number]
            self.accept()
            run()


class KeyList(QDialog):
    """Every key in force now, by menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Every key"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 620, 560)
        columns = (
            Column[Action](tr("Key"), shown_keys, width=18),
            Column[Action](tr("What it does"), lambda action: action.plain, width=36, stretch=True),
            Column[Action](tr("Menu"), lambda action: action.under, width=10),
        )
        model = RowTable(columns, self)
        here = window.screen_now.more_keys() if window.screen_now else ()
        in_list = [Action("here", "in the list", told, lambda: None, keys=keys) for keys, told in here]
        model.set_rows(
            [*in_list, *(each for each in window.table.actions if each.keys and window.table.allowed(each))]
        )
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("Every key on this screen"), "heading"))
        self.table = Table(model, tr("Every key"), of_people=False)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            label(
                tr(
                    "Menu key or Shift+F10 opens the menu of a row, Alt+Enter tells what of it is cut off. Tab leaves "
                    "a list, arrows move in it. Ctrl+; types today where a day is asked for. A key that does nothing "
                    "here says so in the status bar."
                ),
                "muted",
            )
        )
        layout.addLayout(row(None, button(tr("&Close"), self.accept, look="first")))
