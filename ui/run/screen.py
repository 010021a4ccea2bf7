"""Running a meeting: one case full screen, a key a step, the clock told and never acting (needs M3 to M6, M8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from app.domain.run import TableView
from app.domain.words import MeetingState, Topic, Track
from app.usecases.meeting import list_meetings
from app.usecases.run import see_table
from ui import words
from ui.actions import Action
from ui.desk import QtDesk
from ui.run.attendance import AttendancePane
from ui.run.closing import ClosingPage
from ui.run.course import Course
from ui.run.front import Front
from ui.run.keys import KEYS, foot, line_of
from ui.run.page import TablePage
from ui.run.pages import Pages
from ui.run.paper import PaperPage
from ui.run.recording import Recorder
from ui.run.two_texts import TwoTexts
from ui.screen import Screen
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import button, card, label, row, stand_behind

TICK = 500
"""Milliseconds between two looks at the clock; it only shows."""

_ROOM_FOR_KEYS = 520
"""From this height (at 100 %) every key is shown beneath."""


class RunScreen(Screen):
    """The case in hand, its clock, what is decided on it; and the pages around: paper, who is here, closing."""

    name: ClassVar[str] = "run"
    title: ClassVar[str] = tr("Run the meeting")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "run"
    scrolls: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset()
    needs = see_table
    headed: ClassVar[bool] = False
    alone: ClassVar[bool] = True
    states: ClassVar[Mapping[str, str]] = {
        "names": "show_names",
        "over-time": "show_over_time",
        "paper": "show_paper",
        "attendance": "show_attendance",
        "checklist": "show_closing",
        "two-texts": "show_two_texts",
        "leaving": "ask_leave",
        "empty": "show_empty",
    }
    room: ClassVar[Callable[[], Sequence[QScreen]]] = staticmethod(QGuiApplication.screens)
    """The screens of this computer: with two, the second is for the room."""

    def build(self) -> None:
        self.meeting = ""
        self.course: Course | None = None
        self._kept: Mapping[str, str] = {}
        self.share = label("", "bad")
        self.share.hide()
        self.leave_button = button(tr("Leave (Enter)"), self.leave, look="first")
        self.leaving = card(
            label(tr("Leave the meeting? Its clock is paused, and everything typed is kept."), "large"),
            row(self.leave_button, button(tr("Stay (Esc)"), self.close_innermost), None),
        )
        self.leaving.hide()
        self.stack = QStackedWidget(
            self
        )  # what is made in it is styled once; made elsewhere, at each move again
        self.page: TablePage = TablePage(self.desk.today, self.stack)
        stand_behind(self.page.panel.record, self.leaving)
        self.recorder = Recorder(self)
        self.two = TwoTexts(self)
        self.others = Pages(self)
        self.front: Front = Front(self)
        front = self.front
        self.empty = EmptyState()
        for each in (self.page, self.empty):
            self.stack.addWidget(each)
        head = flow(front.head, front.clock, front.clock_button)
        for part in (head, front.told, front.told_all, self.share, self.leaving):
            self.body.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.foot = label(foot(), "muted")
        self.body.addWidget(self.foot)
        self.ticking = QTimer(self)
        self.ticking.setInterval(TICK)

    def connect_up(self) -> None:
        self.ticking.timeout.connect(self.tick)
        self.page.agenda.chosen.connect(self.go_to)

    # Taking up.

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The first meeting whose agenda is issued."""
        rows = list_meetings(desk.door, desk.forum)
        found = next((each.meeting for each in rows if each.state is MeetingState.ISSUED), "")
        return {"meeting": found}

    def go(self, **where: object) -> None:
        meeting = str(where.get("meeting") or self.meeting)
        if meeting != self.meeting:
            self.others.begin()
        self.meeting, self.stale = meeting, True

    def refresh(self) -> None:
        """Read the table anew, unless something recorded still waits: it would be shown as undecided."""
        if not self.meeting:
            self.show_empty()
            return
        outbox = self.recorder.outbox
        if outbox.acts or outbox.is_stuck:
            return
        if self.recorder.is_half_typed:
            self.recorder.keep()  # it is saved before the table is read
        outbox.meeting = self.meeting
        self.ask(
            see_table, self.meeting, then=self.fill, otherwise=self._no_table, saying=tr("Reading the cases")
        )

    def _no_table(self, error: Exception) -> None:
        self.empty.say(
            tr("This meeting cannot be run now"), words.sentence_of(error), (tr("To the agenda"), self.leave)
        )
        self.stack.setCurrentWidget(self.empty)

    def fill(self, view: TableView) -> None:
        """Take the meeting up where it stood, its clock paused; only read anew, it goes on as it went."""
        running = self.course is not None and self.course.meeting == view.meeting and self.course.running
        course = self.course = Course(view)
        course.pause(not running, self.desk.door.now())
        self.recorder.begin(course.seconds)
        if not course.cases:
            self.show_empty()
            return
        kept, self._kept = self._kept, {}
        if kept:
            self.recorder.restore(kept)
        self.go_to(course.position)
        self.others.ask_attendance()
        if view.opened:
            self.notice.say("\n".join(f"▣ {sentence}" for sentence in view.opened), "warn")

    def show_empty(self) -> None:
        """Nothing to run: the agenda is empty, or no meeting was chosen."""
        self.stale = False
        self.empty.say(
            tr("Nobody is on this agenda"), tr("An agenda is made by rule and issued before its meeting is run."),
            (tr("To the agenda"), self.leave),
        )  # fmt: skip
        self.stack.setCurrentWidget(self.empty)

    # Going on.

    def go_to(self, position: int) -> None:
        """Take a case in hand; what was typed on the one before stays with it."""
        course = self.course
        if course is None or position not in course.cases:
            return
        before = course.position
        if self.stack.currentWidget() is self.page and before != position:
            self.recorder.note_texts()
        self._take(position, before)

    def _take(self, position: int, before: int) -> None:
        course = self.course
        if course is None:
            return
        course.tick(self.desk.door.now())
        course.go_to(position)
        if course.case is None:
            return
        self.page.panel.load(course.case, course.texts(position), course.meeting.date)
        self.stack.setCurrentWidget(self.page)
        self.front.show_now()
        self.page.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if before != position:
            self.recorder.keep(before)

    def go_on(self, position: int) -> None:
        """A case was recorded: on to the next undecided one, then to paper, then to the checklist."""
        course = self.course
        if course is None:
            return
        if following := course.following(position):
            self._take(following, position)
            return
        self._take(position, 0)
        if course.undecided(Track.PAPER):
            self.show_paper()
        else:
            self.show_closing()

    def step(self, by: int) -> None:
        """The case before or after on the agenda, decided or not."""
        course = self.course
        if course is not None and course.cases:
            places = list(course.cases)
            self.go_to(places[(places.index(course.position) + by) % len(places)])

    def first_undecided(self) -> None:
        """To the first case that still waits for a decision."""
        undecided = self.course.undecided() if self.course else ()
        if undecided:
            self.go_to(undecided[0].position)

    # Showing.

    def show_paper(self) -> None:
        """The paper track, to be agreed in one vote."""
        self._show_page(self.others.paper, self.others.paper.table)

    def show_attendance(self) -> None:
        """Who is here."""
        self._show_page(self.others.attendance, self.others.attendance.name)
        self.others.ask_invited()

    def show_closing(self) -> None:
        """What stands in the way of closing."""
        self._show_page(self.others.closing, self.others.closing.table)
        self.others.ask_checklist()

    def _show_page(self, page: QWidget, focus: QWidget) -> None:
        if self.course is None or not self.course.cases:
            return
        self.recorder.keep()
        self.front.show_now()
        self.stack.setCurrentWidget(page)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_names(self) -> None:
        """For a picture: what whoever presents may look at."""
        self.front.toggle_safe()

    def show_over_time(self) -> None:
        """For a picture: the case in hand is over its time."""
        course = self.course
        if course is not None:
            course.show_late(self.desk.door.now())
            self.go_to(course.position)

    def show_two_texts(self) -> None:
        """For a picture: another computer decided this case meanwhile."""
        self.two.pretend()

    # Time.

    def tick(self) -> None:
        """Twice a second: let time pass. Nothing is done by the clock."""
        if self.course is not None:
            now = self.desk.door.now()
            self.course.tick(now)
            self.recorder.tick(now)
            self.front.show_time()

    def steer(self, what: str) -> None:
        """`clock`: start or pause; `minute`: one more for the case; `extend`: ten more for the meeting."""
        course = self.course
        if course is None:
            return
        if what == "clock":
            course.pause(course.running, self.desk.door.now())
        elif what == "minute":
            course.give_minute()
        else:
            course.extend()
        self.recorder.keep()
        self.front.show_time()

    def move_to(self, track: Track) -> None:
        """Pull the case in hand, or the one on the line of the paper page, to the table; or move it to paper."""
        page = self.others.now()
        on_paper = page.current if isinstance(page, PaperPage) else None
        position = on_paper if on_paper is not None else self.course.position if self.course else 0
        self.others.move(position, track)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Single keys arrive here where no text box had the keyboard and no button took the blank."""
        line = line_of(event)
        here = self.stack.currentWidget()
        if line is None or isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit)):
            super().keyPressEvent(event)
        elif self.course is not None and (line.everywhere or here is self.page) and here is not self.empty:
            line.do(self)

    def first_act(self) -> None:
        """Ctrl+Enter: what the page in view is for."""
        here = self.others.now()
        if self.stack.currentWidget() is self.page:
            self.recorder.record()
        elif isinstance(here, PaperPage):
            here.vote.click()
        elif isinstance(here, AttendancePane):
            here.add.click()
        elif isinstance(here, ClosingPage):
            here.ask_close()

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "run.record",
                "Meeting",
                tr("&Record and next; vote; close"),
                self.first_act,
                keys="Ctrl+Return Ctrl+Enter",
            ),
            Action("run.before", "Meeting", tr("Case &before"), lambda: self.step(-1), keys="Alt+Left"),
            Action("run.after", "Meeting", tr("Case &after"), lambda: self.step(1), keys="Alt+Right"),
        )

    def more_keys(self) -> Sequence[tuple[str, str]]:
        return tuple((line.shown, line.words) for line in KEYS)

    def panes(self) -> Sequence[QWidget]:
        here = self.others.now()
        if isinstance(here, ClosingPage):
            return (here.table, here.out)
        if here is not None:
            return (here.table,)
        return (self.page.agenda.list, self.page.sheet, self.page.panel.reason)

    # Leaving.

    def close_innermost(self) -> bool:
        """Esc: out of a question, a text box, a page; then it asks whether to leave."""
        if self.leaving.isVisible():
            self.leaving.hide()
            self.page.sheet.setFocus()
        elif isinstance(QApplication.focusWidget(), (QLineEdit, QPlainTextEdit)) and self._on_page():
            self.page.sheet.setFocus()
        elif self.course is not None and not self._on_page() and self.stack.currentWidget() is not self.empty:
            self.go_to(self.course.position)
        elif self.notice.isVisible():
            self.notice.hide()
        else:
            self.ask_leave()
        return True

    def _on_page(self) -> bool:
        return self.stack.currentWidget() is self.page

    def ask_leave(self) -> None:
        """Ask before leaving; the clock is paused meanwhile."""
        if self.course is None or not self.course.cases:
            self.leave()
            return
        if self.course.running:
            self.steer("clock")
        self.leaving.show()
        self.leave_button.setFocus()

    def leave(self) -> None:
        """Back to the agenda of this meeting."""
        self.leaving.hide()
        if self.meeting:
            self.open("meeting-agenda", meeting=self.meeting)
        else:
            self.open("meetings")

    def ended(self) -> None:
        """The meeting is closed: nothing is under way any more."""
        self.ticking.stop()
        self.course = None

    @property
    def keeps_names(self) -> bool:
        return self.front.safe

    def may_leave(self) -> bool:
        """Everything typed goes into the register first; where that cannot be reached, it has said so."""
        if self.course is None:
            return True
        if self.course.running:
            self.steer("clock")
        if self.recorder.is_half_typed:
            self.recorder.keep()
            self.desk.tasks.wait()
        if self.recorder.outbox.quiet:
            return True
        self.notice.say(
            tr(
                "What was recorded waits to be saved; nothing was left. Stay until the register can be "
                "reached again, or "
                "lock (Ctrl+L): it is kept sealed on this computer."
            ),
            "bad",
        )
        return False

    def draft(self) -> Mapping[str, str]:
        return self.recorder.draft()

    def restore(self, kept: Mapping[str, str]) -> None:
        if self.course is None or self.busy:
            self._kept = kept
        else:
            self.recorder.restore(kept)
            self.go_to(self.course.position)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt calls it
        super().showEvent(event)
        self.ticking.start()
        self.front.open_room(type(self).room())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.foot.setText(foot(short=self.height() < scaled(_ROOM_FOR_KEYS)))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it
        super().hideEvent(event)
        self.ticking.stop()
        if self.course is not None:
            self.course.pause(True, self.desk.door.now())
        self.front.close_room()
