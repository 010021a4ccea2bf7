"""One sentence across a screen: what happened, what is safe, what to do; with details to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import words
from ui.theme import relook
from ui.tongue import tr
from ui.widgets.labels import button, label

Act = tuple[str, Callable[[], object]]
"""A button's words and what it does."""


class Notice(QWidget):
    """Hidden until something is to be said. `look` is bad, warn or good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("", "bad")
        self._copy = button(tr("Copy details"), self._copied, look="link")
        self._details = ""
        self._acts: list[QPushButton] = []
        self._close = button(tr("Dismiss"), self.hide, look="link")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._row, self._under = QHBoxLayout(), QHBoxLayout()
        whole.addLayout(self._row)
        whole.addLayout(self._under)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._copy)
        self._row.addWidget(self._close)
        self._under.addStretch(1)
        self.keeps = False
        """It speaks of something not saved: what else goes wrong meanwhile is said elsewhere."""
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, sentence: str, look: str = "bad", *acts: Act) -> None:
        """Show a sentence and what can be done about it; read it aloud where a screen reader listens."""
        self._label.setText(sentence)
        self._details = sentence.details if isinstance(sentence, words.Told) else ""
        self.keeps = False
        relook(self._label, look)
        self._copy.setVisible(look == "bad")
        for each in self._acts:
            each.hide()
            each.setParent(None)
        self._acts = [button(told, do) for told, do in acts]
        if len(self._acts) == 1:
            self._row.insertWidget(1, self._acts[0])
        else:  # beside it, several would leave the sentence no room
            for place, each in enumerate(self._acts):
                self._under.insertWidget(place, each)
        self.show()
        announce(self, sentence)

    def _copied(self) -> None:
        """Where it was said and of what kind, for whoever looks after ForumDesk; the sentence may name people."""
        from ui.widgets import clipboard

        clipboard.lend("\n".join(part for part in (words.PROGRAM, self._where(), self._details) if part))

    def _where(self) -> str:
        """The screen it stands on, by its name in the code; a form stands on none."""
        at: QWidget | None = self
        while at is not None and not isinstance(getattr(at, "name", None), str):
            at = at.parentWidget()
        return getattr(at, "name", "")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it now."""
    from PySide6.QtGui import (
        QAccessible,
        QAccessibleAnnouncementEvent,
    )  # slow to come; the first window says nothing

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
