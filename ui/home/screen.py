"""This month at a glance: the next meeting and what it still needs, what is late, who is left out (need S1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.agenda import Agenda
from app.domain.agenda.view import AgendaView
from app.domain.dates import show_date, show_long_date
from app.domain.extract_result import LeftOutRow
from app.domain.hearings import WaitingRow
from app.domain.incidents import Incident
from app.domain.meeting import ActionRow, MeetingRow
from app.domain.meeting_needs import Need, Standing, Step, needs_of
from app.domain.milestones import WatchRow
from app.domain.packs import balance
from app.domain.police_exchange import ExchangeLine
from app.domain.restricted import MineRow
from app.domain.transfers import TransferRow
from app.domain.words import AgendaReason, MeetingState, Topic
from app.usecases.agenda import see_agenda
from app.usecases.board import board_waiting
from app.usecases.extract import left_out
from app.usecases.figures import FigurePictures, picture_figures
from app.usecases.incidents import list_incidents
from app.usecases.meeting import list_actions, list_meetings, schedule_meeting
from app.usecases.packs import MeetingCopies, count_copies
from app.usecases.plan import watch_plans
from app.usecases.police import list_exchanges
from app.usecases.restricted import my_restricted
from app.usecases.transfers import list_transfers
from ui import words
from ui.home import plans
from ui.home.board import board_lines, glass_lines, transfer_lines
from ui.home.parts import SIGNS, Card, Lead, PicturesCard
from ui.meeting.words import away, room_words
from ui.packs.words import copies, copy_words
from ui.screen import Screen
from ui.theme import scaled

_CHANGES = {
    AgendaReason.NEW_CASE: ("new case", "new cases"),
    AgendaReason.DATE_MOVED: ("date moved", "dates moved"),
    AgendaReason.FLAG_CHANGED: ("flag changed", "flags changed"),
    AgendaReason.POLICE_RELEVANT: ("relevant answer from Police", "relevant answers from Police"),
    AgendaReason.BOARD_RESULT: ("Board result", "Board results"),
    AgendaReason.RELEASED: ("release", "releases"),
}


class HomeScreen(Screen):
    """Everything that waits, each line leading to the screen where it is done."""

    name: ClassVar[str] = "home"
    title: ClassVar[str] = "Home"
    section: ClassVar[str] = "home"
    help_page: ClassVar[str] = "home"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEETINGS, Topic.CASES, Topic.PACKS, Topic.POLICE, Topic.PEOPLE, Topic.FORUMS}
    )
    states: ClassVar[Mapping[str, str]] = {}
    headed: ClassVar[bool] = False

    def build(self) -> None:
        self.meeting: MeetingRow | None = None
        self.steps: list[Lead] = []
        self.exchanges: tuple[ExchangeLine, ...] | None = None
        self.copies: tuple[MeetingCopies, ...] | None = None
        self.incidents: tuple[Incident, ...] = ()
        self.next_card = Card("The next meeting")
        self.changed_card = Card("Since the last meeting")
        self.actions_card = Card("Actions")
        self.board_card = Card("To tell the Board and others")
        self.plans_card = Card("Release plans")
        self.kept_card = Card("Restricted cases you read")
        self.waiting_card = Card("Also waiting")
        self.cards = (
            self.next_card, self.changed_card, self.actions_card, self.board_card, self.waiting_card, self.plans_card,
            self.kept_card,
        )  # fmt: skip
        inside = QWidget()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.next_card)
        left.addWidget(self.changed_card)
        left.addStretch(1)
        right.addWidget(self.kept_card)
        right.addWidget(self.board_card)
        right.addWidget(self.actions_card)
        right.addWidget(self.waiting_card)
        right.addWidget(self.plans_card)
        right.addStretch(1)
        self.columns.addLayout(left, 3)
        self.columns.addLayout(right, 2)
        self.pictures_card = PicturesCard(self.desk, partial(self.open, "figures"))
        self.pictures_card.hide()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self.columns)
        whole.addWidget(self.pictures_card)
        whole.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.body.addWidget(self.area, 1)
        for card in self.cards[1:]:
            card.hide()

    def refresh(self) -> None:
        forum = self.desk.forum
        self.exchanges = self.copies = None
        self.incidents = ()
        if self.desk.may(list_exchanges):
            self.ask(list_exchanges, then=self._exchanges)
        if forum and self.desk.may(count_copies):
            self.ask(count_copies, forum, then=self._copies)
        if forum and self.desk.may(list_incidents):
            self.ask(list_incidents, forum, then=self._incidents)
        self.ask(list_meetings, forum, then=self._meetings, saying="Reading this month")
        if forum and self.desk.may(list_actions):
            self.ask(list_actions, forum, only_open=True, then=self._actions)
        self.between: list[Lead] = []
        if forum and self.desk.may(list_transfers):
            self.ask(list_transfers, forum, then=self._transfers)
        if self.desk.may(my_restricted):
            self.ask(my_restricted, then=self._restricted)
        if forum and self.desk.may(board_waiting):
            self.ask(board_waiting, forum, then=self._board)
        if forum and self.desk.may(watch_plans):
            self.ask(watch_plans, forum, then=self._plans)
        if forum and self.desk.may(picture_figures):
            self.ask(picture_figures, forum, then=self._pictures)
        if forum and self.desk.may(left_out):
            self.ask(left_out, forum, then=self._left_out)

    # What comes.

    def _pictures(self, pictures: FigurePictures) -> None:
        """Three of the four pictures of Figures, from the same pages."""
        self.pictures_card.show_pictures(pictures)
        self.pictures_card.show()

    def _exchanges(self, rows: tuple[ExchangeLine, ...]) -> None:
        self.exchanges = rows

    def _incidents(self, rows: tuple[Incident, ...]) -> None:
        self.incidents = rows

    def _copies(self, rows: tuple[MeetingCopies, ...]) -> None:
        self.copies = rows

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        """The last of the quick questions: what came before it is there."""
        coming = next((each for each in rows if each.state is not MeetingState.CLOSED), None)
        self.meeting = coming
        self.changed_card.hide()
        if coming is None:
            self._say_no_meeting(rows)
        else:
            self._say_needs(coming)
            if self.desk.may(see_agenda):
                self.ask(see_agenda, coming.meeting, then=self._agenda)
        self._say_waiting([])

    def _say_no_meeting(self, rows: Sequence[MeetingRow]) -> None:
        if not self.desk.forum:
            told = (
                "This register has no forum yet. An administrator or a chair adds one; meetings belong to it."
            )
        elif rows:
            told = f"The last one was {show_long_date(rows[-1].date)}; nothing is scheduled after it."
        else:
            told = "This forum has no meeting in its schedule yet."
        self.next_card.say("No meeting to come", told)
        may = bool(self.desk.forum) and self.desk.may(schedule_meeting)
        lead = Lead(
            "○ to do",
            "Put the year's meetings into the schedule.",
            "Meetings",
            partial(self.open, "meetings"),
        )
        self.next_card.show_lines([lead] if may else [])
        self.tell_status("No meeting to come")

    def _say_needs(self, coming: MeetingRow) -> None:
        ledger = None
        if self.copies is not None:
            ledger = next(
                (each.ledger for each in self.copies if each.meeting == coming.meeting), balance(())
            )
        region = self.desk.forum_row.region if self.desk.forum_row else ""
        found = needs_of(coming, self.exchanges, ledger, self.desk.today, region)
        self.next_card.say(
            f"{show_long_date(coming.date)}, {away(coming.date, self.desk.today)}",
            f"{coming.kind.value.capitalize()} meeting"
            + (f", chair from {coming.chair_service.value}" if coming.chair_service else ""),
        )
        self.steps = [self._line(need, coming) for need in found]
        self.next_card.show_lines(self.steps)
        left = sum(need.standing in (Standing.TO_DO, Standing.LATE) for need in found)
        self.tell_status(f"{words.counted(left, 'thing')} to do for the next meeting")

    def _line(self, need: Need, coming: MeetingRow) -> Lead:
        code = coming.meeting
        lead, go = {
            Step.AGENDA: ("Agenda", partial(self.open, "meeting-agenda", meeting=code)),
            Step.POLICE: ("Police exchange", partial(self.open, "police", meeting=code)),
            Step.PACKS: ("Packs", partial(self.open, "packs", meeting=code)),
            Step.COPIES: ("Copies", partial(self.open, "packs", meeting=code)),
            Step.CLOSING: ("", None),
        }[need.step]
        allowed = need.step is not Step.AGENDA or self.desk.may(see_agenda)
        return Lead(
            SIGNS[need.standing], need.sentence, lead, go if allowed else None, need.standing is Standing.LATE
        )

    def _agenda(self, view: AgendaView) -> None:
        agenda = view.agenda
        if self.meeting is None or view.meeting.meeting != self.meeting.meeting or agenda is None:
            return
        told, over = room_words(agenda)
        sign = "! over" if over else "✓ fits"
        self.next_card.show_lines([*self.steps[:1], Lead(sign, told, strong=over), *self.steps[1:]])
        self._say_changes(agenda)

    def _say_changes(self, agenda: Agenda) -> None:
        """What the rule put on the agenda because something changed, and the milestones nobody took."""
        counts = Counter(reason for item in agenda.items for reason in item.reasons)
        lines = [
            Lead(str(counts[reason]), one if counts[reason] == 1 else many)
            for reason, (one, many) in _CHANGES.items()
            if counts[reason]
        ]
        missed = sum(bool(item.missed) for item in agenda.items)
        if missed:
            who = words.counted(missed, "case has", "cases have")
            lines.insert(0, Lead("! late", f"{who} a milestone that no meeting took.", strong=True))
        code = agenda.meeting.code
        if lines:
            last = lines.pop()
            lines.append(
                last._replace(
                    lead="Why each is listed", go=partial(self.open, "meeting-agenda", meeting=code)
                )
            )
        told = "" if lines else "Nothing changed for anybody on this agenda."
        self.changed_card.say("Since the last meeting", told)
        self.changed_card.show_lines(lines)
        self.changed_card.show()

    def _actions(self, rows: tuple[ActionRow, ...]) -> None:
        """Overdue actions by service; the oldest first."""
        late = [each for each in rows if each.due < self.desk.today]
        by = Counter(each.service for each in late)
        lines = []
        for service, count in by.most_common():
            oldest = min(each.due for each in late if each.service is service)
            told = words.counted(count, "action is late", "actions are late")
            lines.append(
                Lead(
                    "! late",
                    f"{service.value.capitalize()}: {told}, the oldest due {show_date(oldest)}.",
                    strong=True,
                )
            )
        soon = len(rows) - len(late)
        if soon:
            lines.append(Lead("… later", f"{words.counted(soon, 'open action')} not due yet."))
        self.actions_card.say("Actions", "" if rows else "No action is open.")
        self.actions_card.show_lines(lines)
        self.actions_card.show()

    def _transfers(self, rows: tuple[TransferRow, ...]) -> None:
        self.between = transfer_lines(rows, self.desk.forum, lambda prn: self.open("case", prn=prn))

    def _board(self, rows: tuple[WaitingRow, ...]) -> None:
        """What the Board and others are to be told, and cases between forums; hidden where nothing is."""
        lines = board_lines(rows, self.desk.today, lambda prn: self.open("case", prn=prn))
        self.board_card.show_lines([*lines, *self.between])
        self.board_card.setVisible(bool(lines or self.between))

    def _restricted(self, rows: tuple[MineRow, ...]) -> None:
        """What a named reader is told: who opened a case of theirs by break-glass, and a case without a chair."""
        lines = glass_lines(rows, self.desk.door.now(), lambda prn: self.open("case", prn=prn))
        self.kept_card.show_lines(lines)
        self.kept_card.setVisible(bool(lines))

    def _plans(self, rows: tuple[WatchRow, ...]) -> None:
        """Who misses something for the milestone in play, or holds it too old."""
        self.plans_card.say("Release plans", plans.told_of(rows))
        self.plans_card.show_lines(
            plans.lines_of(rows, self.desk.today, lambda prn: partial(self.open, "case", prn=prn))
        )
        self.plans_card.show()

    def _left_out(self, rows: tuple[LeftOutRow, ...]) -> None:
        if not rows:
            return
        told = words.counted(len(rows), "person is", "people are")
        watched = sum(row.watch_list for row in rows)
        self._say_waiting(
            [
                Lead(
                    "", f"{told} left out of the list by the criteria, {watched:,} of them on the watch list.",
                    "Left out", partial(self.open, "cases-left-out"),
                )
            ]
        )  # fmt: skip

    def _say_waiting(self, more: list[Lead]) -> None:
        """Copies of earlier meetings, exchanges of earlier meetings, and who is left out."""
        now = self.desk.door.now()
        lines = [
            Lead(
                "! missing", f"{copy_words(each.copy).capitalize()} of {each.copy.holder}: {each.clock(now)}.",
                "Incident", partial(self.open, "packs-incident", code=each.copy.code), strong=True,
            )
            for each in self.incidents
            if each.closed_at is None
        ]  # fmt: skip
        here = self.meeting.meeting if self.meeting else ""
        for each in self.copies or ():
            waits = each.ledger.out + each.ledger.reserved
            if waits and each.meeting != here:
                lines.append(
                    Lead(
                        "! late" if each.day < self.desk.today else "",
                        f"{copies(waits)} of {show_date(each.day)} not back or not settled.",
                        "Copies", partial(self.open, "packs", meeting=each.meeting), each.day < self.desk.today,
                    )
                )  # fmt: skip
        lines += [
            Lead(
                "○ to do", f"{each.exchange} is back from Police and not confirmed.", "Police exchange",
                partial(self.open, "police", meeting=each.meeting),
            )
            for each in self.exchanges or ()
            if each.state == "returned" and each.meeting != here and each.forum == self.desk.forum
        ]  # fmt: skip
        lines += [
            Lead(
                "! late", f"{each.exchange} was due back from Police on {show_date(each.due)}.", "Police exchange",
                partial(self.open, "police", exchange=each.exchange), strong=True,
            )
            for each in self.exchanges or ()
            if each.is_overdue(self.desk.today) and each.meeting != here and each.forum == self.desk.forum
        ]  # fmt: skip
        lines += more
        self.waiting_card.say("Also waiting", "" if lines else "Nothing else waits.")
        self.waiting_card.show_lines(lines)
        self.waiting_card.setVisible(bool(lines) or self.copies is not None)

    def panes(self) -> Sequence[QWidget]:
        links = [link for card in self.cards for link in card.links[:1]]
        return [*links, self.pictures_card.link]

    def close_innermost(self) -> bool:
        if self.notice.isVisible():
            self.notice.hide()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        narrow = self.width() < scaled(860)
        side = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self.columns.setDirection(side)
        self.pictures_card.turn(side)


SCREENS = (HomeScreen,)
