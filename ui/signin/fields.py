"""A passphrase field that says when Caps Lock is on, lets paste through, and can be shown."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.tongue import tr
from ui.widgets.labels import button, row


def caps_from_key(event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on, told by a letter and Shift; None where this key does not tell."""
    text = event.text()
    if len(text) != 1 or not text.isalpha() or text.upper() == text.lower():
        return None
    return text.isupper() != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def caps_from_system() -> bool | None:
    """What Windows knows of the key; other systems tell by the first letter typed."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(0x14) & 1)
    return None


class PassphraseEdit(QLineEdit):
    """Typed blind unless shown. `caps` tells of Caps Lock."""

    caps = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        if event.key() == Qt.Key.Key_CapsLock:
            known = caps_from_system()
        else:
            known = caps_from_key(event)
        if known is not None:
            self.caps.emit(known)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        known = caps_from_system()
        if known is not None:
            self.caps.emit(known)
        super().focusInEvent(event)

    def show_typed(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def wipe(self) -> None:
        """Take the text away, and what undo would bring back."""
        self.clear()
        self.setModified(False)


def _choose_folder(parent: QWidget, name: str, at: str) -> str:
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(parent, name, at)


class FolderField(QWidget):
    """A folder as text, with a button to choose it."""

    changed = Signal(str)

    def __init__(self, name: str, choose_text: str = tr("Ch&oose…"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QLineEdit()
        self.box.setAccessibleName(name)
        self.pick: Callable[[QWidget, str], str] = lambda parent, at: _choose_folder(parent, name, at)
        self.choose = button(choose_text, self._choose)
        layout = row(self.box, self.choose)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.box.textChanged.connect(self.changed.emit)

    def _choose(self) -> None:
        if found := self.pick(self, self.box.text()):
            self.box.setText(found)

    def text(self) -> str:
        return self.box.text().strip()

    def setText(self, text: str) -> None:  # noqa: N802 - as a line edit has it
        self.box.setText(text)
