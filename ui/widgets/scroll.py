"""Room for a screen on a small window: what does not fit scrolls, and nothing is clipped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.screen import Screen


def scroll_body(screen: Screen) -> None:
    """Have what `build` adds from now on scroll, under the title and the notice which stay."""
    inside = QWidget()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    screen.body.addWidget(area, 1)
    area.setWidget(inside)
    inner = QVBoxLayout(inside)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(screen.body.spacing())
    screen.body = inner


def takes_the_rest(widget: QWidget) -> None:
    """Have a list be as high as there is room, and no higher: a scrolled page asks for what its parts would like."""
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
    widget.setSizePolicy(policy)
