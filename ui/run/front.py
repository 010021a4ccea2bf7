"""What is seen of a meeting: by whoever presents, safe for a projector until told otherwise, and by the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen

from app.domain.dates import show_long_date
from app.domain.pace import clock_words
from app.domain.projector import projector_safe
from app.domain.words import ActionOutcome, Track
from ui import words
from ui.run.audience import AudienceWindow
from ui.run.told import action_words
from ui.tongue import tr
from ui.widgets.labels import button, label

if TYPE_CHECKING:
    from ui.run.screen import RunScreen


class Front(QObject):
    """Shows the course of the meeting; changes nothing in it."""

    def __init__(self, screen: RunScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.safe = True
        self.audience: AudienceWindow | None = None
        self.head = label("", "heading", wrap=False)
        self.clock = label("", "heading", wrap=False)
        self.clock_button = button(tr("Start the cloc&k"), lambda: screen.steer("clock"))
        self.told = label(
            tr("Projector-safe: names, Police notes and soft information are hidden (P)."), "strong"
        )
        self.told_all = label(
            tr("Everything is shown: names, Police notes, soft information. P hides them."), "warn"
        )
        self.told_all.hide()

    def toggle_safe(self) -> None:
        """Hide or show names, Police notes and soft information; what the room sees stays safe."""
        self.safe = not self.safe
        self.show_now()
        self._screen.others.show_safe(self.safe)

    def show_now(self) -> None:
        """Show everything anew but what is being typed."""
        course, page = self._screen.course, self._screen.page
        if course is None or course.case is None:
            return
        case, track = course.case, course.track_of(course.case.item)
        moved = course.pulled.get(course.position)
        page.sheet.show_case(projector_safe(case) if self.safe else case, track, moved.by if moved else "")
        self.show_actions()
        page.panel.setEnabled(track is Track.TABLE or case.now is not None)
        self._screen.others.show_course(course, self.safe)
        self.told.setVisible(self.safe)
        self.told_all.setVisible(not self.safe)
        if self.audience is not None:
            self.audience.show_case(course)
        self.show_time()

    def show_actions(self) -> None:
        """The open actions of the case in hand, those given now among them."""
        case = self._screen.course.case if self._screen.course else None
        if case is not None and self.safe:
            case = projector_safe(case)
        lines = case.sheet.actions if case else ()
        told = [action_words(line) for line in lines if line.outcome == ActionOutcome.OPEN.value]
        self._screen.page.panel.show_actions(tuple(told))

    def show_time(self) -> None:
        """The clocks, how every case stands, and the pace."""
        course, screen = self._screen.course, self._screen
        if course is None or course.case is None:
            return
        day, left = show_long_date(course.meeting.date), course.meeting_left
        self.head.setText(
            tr(
                "{day}  ·  case {position} of {cases}",
                day=day,
                position=course.position,
                cases=len(course.cases),
            )
        )
        self.clock.setText(
            tr(
                "·  Meeting {clock} {over_time}",
                clock=clock_words(left),
                over_time=tr("over time") if left < 0 else tr("left"),
            )
        )
        self.clock_button.setText(tr("Pause the cloc&k") if course.running else tr("Start the cloc&k"))
        screen.page.sheet.ring.show_time(course.case_left, course.case_given, course.running)
        waiting = {act.position for act in screen.recorder.outbox.acts if act.kind == "decide"}
        screen.page.show_course(course, self.safe, waiting)
        if self.audience is not None:
            self.audience.show_time(course)
        screen.tell_status(words.of(len(course.decided), len(course.cases), "case") + tr(" decided"))

    # The room.

    def open_room(self, screens: Sequence[QScreen]) -> None:
        """Where there is a second screen, the room has its own window there."""
        if len(screens) < 2 or self.audience is not None:
            return
        forum, window = self._screen.desk.forum_row, self._screen.window()
        self.audience = AudienceWindow(window, forum.marking.value if forum else "IN CONFIDENCE")
        other = next((each for each in screens if each is not window.screen()), screens[1])
        self.audience.show_on(other)
        window.activateWindow()
        self.show_now()

    def close_room(self) -> None:
        if self.audience is not None:
            self.audience.close()
            self.audience.deleteLater()
            self.audience = None
