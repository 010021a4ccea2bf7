"""One sentence across a screen: what happened, what is safe, what to do; with details to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import words
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.labels import button, label

Act = tuple[str, Callable[[], object]]
"""A button's words and what it does."""


_NARROW = 600
"""Under this width (at 100 %) the links would leave the sentence half a line."""


class Notice(QWidget):
    """Hidden until something is to be said. `look` is bad, warn or good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label("", "bad")
        self._copy = button(tr("Copy details"), self._copied, look="link")
        self._details = ""
        self._acts: list[QPushButton] = []
        self._arranged: object = None
        self._close = button(tr("Dismiss"), self.hide, look="link")
        for each in (self._copy, self._close):
            each.setParent(self)  # a notice that never speaks lays nothing out, and they would outlive it
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._row, self._under = QHBoxLayout(), QHBoxLayout()
        whole.addLayout(self._row)
        whole.addLayout(self._under)
        self._row.addWidget(self._label, 1)
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
        self._arrange()
        self.show()
        announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put what can be done beside the sentence, and under it where it would leave the sentence no room."""
        narrow = self.width() < scaled(_NARROW)
        beside = [] if narrow or len(self._acts) > 1 else self._acts
        links = [self._copy, self._close]
        wanted = (
            beside,
            links if not narrow else [],
            [each for each in self._acts if each not in beside],
            narrow,
        )
        if wanted == self._arranged:
            return
        self._arranged = wanted
        for each in (*self._acts, *links):
            self._row.removeWidget(each)
            self._under.removeWidget(each)
        for each in (*beside, *wanted[1]):
            self._row.addWidget(each)
        for place, each in enumerate(wanted[2]):
            self._under.insertWidget(place, each)
        for each in links if narrow else []:
            self._under.addWidget(each)

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
