"""Words on a screen: titles, paragraphs and buttons in the looks of `ui.theme`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import relook


def label(text: str = "", look: str = "", wrap: bool = True) -> QLabel:
    """Plain text that wraps; a mouse can select it, the Tab key passes it by."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if look:
        made.setProperty("look", look)
    return made


def button(text: str, on: Callable[[], object] | None = None, look: str = "", tip: str = "") -> QPushButton:
    """A button that Enter presses too while it has the focus."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look:
        made.setProperty("look", look)
    if tip:
        made.setToolTip(tip)
    if on is not None:
        made.clicked.connect(lambda: on())
    return made


class _Behind(QObject):
    """Watches what is opened on a page, for the button that was first there until then."""

    def __init__(self, first: QPushButton, opened: QWidget) -> None:
        super().__init__(opened)
        self._first = first
        opened.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            relook(self._first, "" if event.type() is QEvent.Type.ShowToParent else "first")
        return False


def stand_behind(first: QPushButton, opened: QWidget) -> None:
    """Let the first button of a page be one of many while something with its own is open there: two say nothing."""
    _Behind(first, opened)


def card(*parts: QWidget | QLayout | None) -> QFrame:
    """A framed box with its parts one under the other."""
    frame = QFrame()
    frame.setProperty("look", "card")
    fill(QVBoxLayout(frame), *parts)
    return frame


def row(*parts: QWidget | QLayout | None) -> QHBoxLayout:
    """Parts side by side; None takes the room that is left."""
    layout = QHBoxLayout()
    fill(layout, *parts)
    return layout


def column(*parts: QWidget | QLayout | None) -> QVBoxLayout:
    """Parts one under the other; None takes the room that is left."""
    layout = QVBoxLayout()
    fill(layout, *parts)
    return layout


def fill(layout: QBoxLayout, *parts: QWidget | QLayout | None) -> None:
    """Put parts into a layout."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout at once: what only waits for deletion stays drawn over the rest."""
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            if isinstance(inner, QBoxLayout):
                clear(inner)
        elif widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def buddy(text: str, field: QWidget) -> QLabel:
    """A label whose mnemonic leads to its field, and which names it to a screen reader."""
    made = QLabel(text)
    made.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(text.replace("&", "").rstrip(":"))
    return made
