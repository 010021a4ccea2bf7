"""Room for a screen on a small window: what does not fit scrolls, and nothing is clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.screen import Screen


class _Page(QWidget):
    """As high as the view while all of it finds room there, and as high as its parts need at least where not.

    Qt would make it as high as its parts would like: a page would scroll whose lists could as well be shorter.
    """

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt calls it
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Its least width; how high it has to be depends on the width, and `heightForWidth` says it."""
        least, layout = super().minimumSizeHint(), self.layout()
        return QSize(least.width(), 0) if layout is not None and layout.hasHeightForWidth() else least


def scroll_body(screen: Screen) -> None:
    """Have what is added to a screen from now on scroll, under the title and the notice which stay."""
    inside = _Page()
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
    """Have a list be as high as there is room, and where there is little no lower than its head and a few rows."""
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
    widget.setSizePolicy(policy)


class TallPage(QWidget):
    """A page of a scrolled stack that asks for the height which its lines take at the width it has.

    Qt asks for what they would take at the narrowest, and squeezes the list where that is less than they take.
    """

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._ask()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._ask()

    def _ask(self) -> None:
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(max(1, layout.minimumHeightForWidth(self.width())))
