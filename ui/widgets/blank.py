"""A section without a screen, or one that this person may not see: said honestly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.words import Role
from ui import words
from ui.tongue import tr
from ui.widgets.empty import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.registry import Section


class Blank(QWidget):
    """What stands in place of a section's screen. `refused_to` is the role that may not see it."""

    def __init__(self, section: Section, refused_to: Role | None = None) -> None:
        super().__init__()
        self.title = section.title
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label(section.title, "title", wrap=False))
        layout.addWidget(label(section.purpose, "muted"))
        self.empty = EmptyState()
        layout.addWidget(self.empty, 1)
        if refused_to is not None:
            self.empty.say(
                tr("You may not see {title}", title=section.title),
                tr(
                    "Your role is {refused_to}. Ask a chair for another one if you need it.",
                    refused_to=refused_to.value,
                ),
            )
        else:
            self.empty.say(*words.no_screen_yet(section.title, section.command))
