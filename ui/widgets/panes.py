"""A list and what is chosen in it: side by side where there is room, one over the other where there is not."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.theme import scaled

_NARROW = 760


class Panes(QSplitter):
    """Two parts whose border can be dragged, or moved by keys (`move_border`)."""

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int] = (3, 2)) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        for number, (part, share) in enumerate(zip((first, second), shares, strict=True)):
            self.addWidget(part)
            self.setStretchFactor(number, share)
        self._shares = shares

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn where it has become too narrow or wide enough."""
        narrow = event.size().width() < scaled(_NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            room = event.size().height() if narrow else event.size().width()
            whole = sum(self._shares)
            self.setSizes([room * share // whole for share in self._shares])
        super().resizeEvent(event)


def move_border(screen: QWidget, focus: QWidget | None, by: int) -> bool:
    """What dragging a border does, by keys: make the part with the keyboard larger (`by` in pixels) or smaller.

    Without the keyboard in any part the first border of the screen moves. False where nothing can be moved.
    """
    part = focus
    while part is not None and not isinstance(part.parentWidget(), QSplitter):
        part = part.parentWidget()
    border = part.parentWidget() if part is not None else screen.findChild(QSplitter)
    if not isinstance(border, QSplitter) or not screen.isAncestorOf(border):
        return False
    sizes = border.sizes()
    shown = [number for number, size in enumerate(sizes) if size > 0]
    if len(shown) < 2:
        return False
    own = border.indexOf(part) if part is not None else shown[0]
    other = max((number for number in shown if number != own), key=sizes.__getitem__)
    sizes[own] += by
    sizes[other] -= by
    border.setSizes(sizes)
    return True


def stop_in(pane: QWidget) -> QWidget | None:
    """Where the keyboard goes in a pane: itself, else the first thing in it that Tab stops at; None without one."""
    if not pane.isVisible():
        return None
    # Not by Qt's own chain of focus: what it hands out Python would take for the owner of what it was asked of.
    return next((each for each in (pane, *pane.findChildren(QWidget)) if _stops(each)), None)


def _stops(widget: QWidget) -> bool:
    """Whether Tab stops here: seen, not greyed, and named, as everything is that takes the keyboard."""
    takes = widget.focusProxy() or widget
    return (
        widget.isVisible()
        and takes.isVisible()
        and takes.isEnabled()
        and bool(takes.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


def walk(panes: Iterable[QWidget], focus: QWidget | None, step: int) -> None:
    """Give the keyboard to the pane so many steps on from the one that has it; one without a stop is passed."""
    stops = [(pane, stop) for pane in panes if (stop := stop_in(pane)) is not None]
    if not stops:
        return
    inside = (
        place
        for place, (pane, _) in enumerate(stops)
        if pane is focus or (focus is not None and pane.isAncestorOf(focus))
    )
    _, stop = stops[(next(inside, 0) + step) % len(stops)]
    stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
    bring_into_view(stop)


def bring_into_view(widget: QWidget) -> None:
    """Scroll to what has the keyboard, as Tab does by itself."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (inside := above.widget()) and inside.isAncestorOf(widget):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


class Scrolled(QScrollArea):
    """A part that scrolls where it is too small, is no stop of the Tab key, and never clips across."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """What the part needs across is known once it is styled: where it is put into a window, and at another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and (inside := self.widget()) is not None:
            self.setMinimumWidth(min(inside.minimumSizeHint().width() + scaled(20), scaled(420)))


def card_column(*parts: QWidget) -> QFrame:
    """A framed column, its parts at the top."""
    frame = QFrame()
    frame.setProperty("look", "card")
    layout = QVBoxLayout(frame)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return frame


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size at 100 % text that grows with the text, but never over its window."""
    owner = dialog.parentWidget()
    room = owner.window().size() if owner else None
    wide, high = scaled(width), scaled(height)
    if room is not None:
        wide, high = min(wide, room.width() - 40), min(high, room.height() - 60)
    dialog.resize(wide, high)
