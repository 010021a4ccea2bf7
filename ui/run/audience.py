"""The window for the room, on a second screen: what is safe for a projector, whatever the presenter looks at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.pace import clock_words
from app.domain.projector import projector_safe
from ui.run.agenda_list import AgendaList
from ui.run.course import Course
from ui.run.sheet import CaseSheet
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.band import Band


class AudienceWindow(QWidget):
    """Makes every case safe by itself, so that nobody can hand it one that is not."""

    def __init__(self, parent: QWidget, marking: str) -> None:
        # The keyboard stays with whoever presents.
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(tr("For the room – ForumDesk"))
        self.marking = marking
        self.band = Band()
        self.agenda = AgendaList()
        self.agenda.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = CaseSheet(tr("The case, as the room sees it"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.band)
        middle = QHBoxLayout()
        middle.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(12))
        middle.setSpacing(scaled(16))
        middle.addWidget(self.agenda, 1)
        middle.addWidget(self.sheet, 3)
        layout.addLayout(middle, 1)

    def show_on(self, screen: QScreen) -> None:
        """Fill the second screen."""
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_case(self, course: Course) -> None:
        """The case in hand, made safe here."""
        if course.case is not None:
            self.sheet.show_case(projector_safe(course.case), course.track_of(course.case.item), "")
        self.show_time(course)

    def show_time(self, course: Course) -> None:
        """The clocks and how every case stands."""
        self.band.say(
            self.marking,
            tr("Safe for the room: no names, no Police notes, no soft information"),
            tr("{clock} of the meeting left", clock=clock_words(course.meeting_left)),
        )
        self.agenda.show_course(course, True, ())
        self.sheet.ring.show_time(course.case_left, course.case_given, course.running)

    def words(self) -> str:
        """Everything that can be read here."""
        return f"{self.band.text}\n{self.agenda.words()}\n{self.sheet.words()}"
