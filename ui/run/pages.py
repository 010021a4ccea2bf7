"""The other pages of a meeting (paper, who is here, closing) and what they ask the door for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.domain.attendance import AttendanceDraft, AttendanceView, InvitedRow, VisitDraft
from app.domain.closing import Checklist, ClosedMeeting
from app.domain.run import PAPER_REASON, Decided, ItemMove, PaperVote, moved_reason
from app.domain.words import DecisionKind, DisclosureConsidered, Track
from app.usecases.attendance import (
    attend_meeting,
    read_confidentiality,
    see_attendance,
    see_invited,
    visit_case,
)
from app.usecases.meeting import close_meeting, see_checklist
from app.usecases.run import move_item, vote_paper
from ui import words
from ui.run.attendance import AttendancePane
from ui.run.closing import ClosingPage
from ui.run.paper import PaperPage
from ui.tongue import tr
from ui.widgets.ask import AskForm

if TYPE_CHECKING:
    from ui.run.course import Course
    from ui.run.screen import RunScreen


class Pages(QObject):
    """Owns the three pages; the screen shows them and holds the course of the meeting."""

    def __init__(self, screen: RunScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    # Each page is built when it is first wanted: all at once they would hold up the first sight of the meeting.

    @cached_property
    def paper(self) -> PaperPage:
        screen = self._screen
        made = PaperPage(screen.stack)
        made.vote_asked.connect(self.vote)
        made.pull_asked.connect(lambda position: self.move(position, Track.TABLE))
        made.opened.connect(screen.go_to)
        screen.stack.addWidget(made)
        if screen.course is not None:
            made.show_course(screen.course, screen.front.safe)
        return made

    @cached_property
    def attendance(self) -> AttendancePane:
        screen = self._screen
        made = AttendancePane(screen.desk.door.now, screen.stack)
        made.attend_asked.connect(self._attend)
        made.visit_asked.connect(self._visit)
        made.read_asked.connect(self._read)
        made.wrong.connect(lambda sentence: screen.notice.say(sentence, "bad"))
        screen.stack.addWidget(made)
        return made

    @cached_property
    def closing(self) -> ClosingPage:
        screen = self._screen
        made = ClosingPage(screen.desk.may(close_meeting), screen.stack)
        made.close_asked.connect(self._close)
        made.undecided_asked.connect(screen.first_undecided)
        made.minutes_asked.connect(lambda: screen.open("meeting-minutes", meeting=screen.meeting))
        made.briefs_asked.connect(lambda: screen.open("meeting-briefs", meeting=screen.meeting))
        screen.stack.addWidget(made)
        return made

    def now(self) -> PaperPage | AttendancePane | ClosingPage | None:
        """The page in view; none while it is the table."""
        here = self._screen.stack.currentWidget()
        return here if isinstance(here, PaperPage | AttendancePane | ClosingPage) else None

    def show_course(self, course: Course, safe: bool) -> None:
        """Where the meeting stands, on the paper page too once it is there."""
        if "paper" in vars(self):
            self.paper.show_course(course, safe)

    # Paper.

    def vote(self, considered: DisclosureConsidered) -> None:
        """The one vote on everything that is on paper."""
        self._screen.ask(
            vote_paper, self._screen.meeting, considered,
            then=lambda vote: self._voted(vote, considered), saying=tr("Saving the vote"),
        )  # fmt: skip

    def _voted(self, vote: PaperVote, considered: DisclosureConsidered) -> None:
        course = self._screen.course
        if course is None:
            return
        for prn in vote.agreed:
            case = next(case for case in course.cases.values() if case.item.prn == prn)
            move = course.pulled.get(case.item.position)
            reason = moved_reason(move) if move else PAPER_REASON
            course.settle(
                prn,
                Decided(
                    vote.meeting, course.meeting.date, DecisionKind.AGREED, reason, disclosure=considered
                ),
            )
        self._screen.saved()
        self._screen.notice.say(
            tr(
                "Agreed on paper in one vote: {cases}; {vote_cases} still to decide.",
                cases=words.counted(len(vote.agreed), "case"),
                vote_cases=words.counted(vote.undecided, "case"),
            ),
            "good",
        )
        self._screen.go_on(course.position)

    def move(self, position: int, track: Track) -> None:
        """Ask who wants a case at the table, or on paper, and keep it with their name."""
        course = self._screen.course
        if course is None or position not in course.cases:
            return
        prn = course.cases[position].item.prn
        by = QLineEdit()
        known = QCompleter(list(self.attendance.names()), by)
        # In the line itself: a list that pops up would take the keys of the form.
        known.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        by.setCompleter(known)
        at_table = track is Track.TABLE
        AskForm(
            self._screen.window(),
            tr("Pull case {position} to the table", position=position)
            if at_table
            else tr("Move case {position} to paper", position=position),
            tr("Any member may ask for it; who asked is kept with the case."),
            (("by", tr("&Who asks for it"), by),),
            tr("Pull to the table") if at_table else tr("Move to paper"),
            lambda values, form: form.asking(
                self._screen, move_item, self._screen.meeting, prn, track, values["by"], then=self._moved
            ),
        ).open()

    def _moved(self, move: ItemMove) -> None:
        course = self._screen.course
        if course is None:
            return
        course.move(move)
        what = tr("pulled to the table") if move.track is Track.TABLE else tr("moved to paper")
        self._screen.notice.say(
            tr(
                "Case {position} is {what}; {by} asked for it.", position=move.position, what=what, by=move.by
            ),
            "good",
        )
        self._screen.front.show_now()

    # Who is here.

    def ask_attendance(self) -> None:
        """Read who is here; also for the names that may pull a case."""
        self._screen.ask(see_attendance, self._screen.meeting, then=self._came)

    def begin(self) -> None:
        """Another meeting: whoever was invited to the one before is not expected at it."""
        if "attendance" in vars(self):
            self.attendance.expected = ()

    def ask_invited(self) -> None:
        """Read who was invited, then who is here of them."""
        if self._screen.desk.may(see_invited):
            self._screen.ask(see_invited, self._screen.meeting, then=self._were_invited)
        else:
            self.ask_attendance()

    def _were_invited(self, rows: tuple[InvitedRow, ...]) -> None:
        self.attendance.expected = rows
        self.ask_attendance()

    def _came(self, view: AttendanceView) -> None:
        course = self._screen.course
        self.attendance.show_view(
            view, tr("case {position}", position=course.position) if course and course.position else ""
        )

    def _attend(self, draft: AttendanceDraft) -> None:
        self._screen.ask(
            attend_meeting, self._screen.meeting, draft, then=lambda _row: self._added(), saying=tr("Saving")
        )

    def _visit(self, draft: VisitDraft) -> None:
        course = self._screen.course
        row = self.attendance.table.current()
        going = draft.left is not None and row is not None and row.visit is not None
        case = course.case if course else None
        prn = row.visit.prn if going else case.item.prn if case else ""
        self._screen.ask(
            visit_case, self._screen.meeting, prn, draft, then=lambda _row: self._added(), saying=tr("Saving")
        )

    def _added(self) -> None:
        self._screen.saved()
        self._screen.notice.hide()
        self.attendance.added()
        self.ask_attendance()

    def _read(self) -> None:
        self._screen.ask(read_confidentiality, self._screen.meeting, then=self._was_read, saying=tr("Saving"))

    def _was_read(self, view: AttendanceView) -> None:
        self._screen.saved()
        self._came(view)

    # Closing.

    def ask_checklist(self) -> None:
        """Look at what stands in the way of closing."""
        self._screen.ask(see_checklist, self._screen.meeting, then=self._checked)

    def look_again(self) -> None:
        """Everything recorded has arrived: the checklist, where it is in view, was asked for before."""
        if isinstance(self.now(), ClosingPage) and self._screen.course is not None:
            self.ask_checklist()

    def _checked(self, found: Checklist) -> None:
        course = self._screen.course
        half = sum(bool(each.texts) for each in course.stands.cases) if course else 0
        places = {case.item.prn: place for place, case in course.cases.items()} if course else {}
        self.closing.show_checklist(found, half, places, self._screen.front.safe)

    def show_safe(self, safe: bool) -> None:
        """Hide or show names on the pages too."""
        if "closing" in vars(self):
            self.closing.show_safe(safe)

    def _close(self, reasons: dict[str, str]) -> None:
        self._screen.ask(
            close_meeting, self._screen.meeting, reasons,
            then=self._closed, otherwise=self._not_closed, saying=tr("Closing the meeting"),
        )  # fmt: skip

    def _closed(self, closed: ClosedMeeting) -> None:
        self._screen.saved()
        self.closing.show_closed(closed)
        self._screen.ended()

    def _not_closed(self, error: Exception) -> None:
        self._screen.say_error(error)
        self.ask_checklist()
