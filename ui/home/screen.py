"""This month at a glance: the next meeting and what it still needs, what is late, who is left out (need S1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desk import Asked, look_together
from app.domain.agenda import Agenda
from app.domain.agenda.view import AgendaView
from app.domain.dates import show_date, show_long_date
from app.domain.disclosure_request import RequestRow
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
from app.usecases.agenda import issue_agenda, see_agenda, see_coming_agenda
from app.usecases.board import board_waiting
from app.usecases.copy_ledger import MeetingCopies, count_copies
from app.usecases.disclosure_requests import decide_disclosure, list_disclosure_requests
from app.usecases.extract import left_out
from app.usecases.figures import FigurePictures, picture_figures
from app.usecases.front_line import see_front_line
from app.usecases.incidents import list_incidents
from app.usecases.meeting import list_actions, list_meetings, schedule_meeting
from app.usecases.plan import watch_plans
from app.usecases.police import list_exchanges
from app.usecases.police_links import link_row
from app.usecases.restricted import my_restricted
from app.usecases.transfers import list_transfers
from ui import words
from ui.home import plans
from ui.home.board import board_lines, brief_lines, glass_lines, request_lines, transfer_lines
from ui.home.parts import SIGNS, Card, Lead, PicturesCard
from ui.meeting.words import away, room_words
from ui.packs.words import copies, copy_words
from ui.screen import Screen
from ui.theme import scaled
from ui.tongue import tr

_CHANGES = {
    AgendaReason.NEW_CASE: (tr("new case"), tr("new cases")),
    AgendaReason.DATE_MOVED: (tr("date moved"), tr("dates moved")),
    AgendaReason.FLAG_CHANGED: (tr("flag changed"), tr("flags changed")),
    AgendaReason.POLICE_RELEVANT: (tr("relevant answer from Police"), tr("relevant answers from Police")),
    AgendaReason.BOARD_RESULT: (tr("Board result"), tr("Board results")),
    AgendaReason.RELEASED: ("release", "releases"),
}


class HomeScreen(Screen):
    """Everything that waits, each line leading to the screen where it is done."""

    name: ClassVar[str] = "home"
    comes_next = ("cases",)
    title: ClassVar[str] = tr("Home")
    section: ClassVar[str] = "home"
    help_page: ClassVar[str] = "home"
    scrolls: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.MEETINGS,
            Topic.CASES,
            Topic.PACKS,
            Topic.POLICE,
            Topic.PEOPLE,
            Topic.FORUMS,
            Topic.DISCLOSURES,
        }
    )
    states: ClassVar[Mapping[str, str]] = {}
    headed: ClassVar[bool] = False

    def build(self) -> None:
        self.meeting: MeetingRow | None = None
        self.steps: list[Lead] = []
        self.exchanges: tuple[ExchangeLine, ...] | None = None
        self.copies: tuple[MeetingCopies, ...] | None = None
        self.incidents: tuple[Incident, ...] = ()
        self.next_card = Card(tr("The next meeting"))
        self.changed_card = Card(tr("Since the last meeting"))
        self.actions_card = Card(tr("Actions"))
        self.board_card = Card(tr("To tell the Board and others"))
        self.plans_card = Card(tr("Release plans"))
        self.kept_card = Card(tr("Restricted cases you read"))
        self.waiting_card = Card(tr("Also waiting"))
        self.cards = (
            self.next_card, self.changed_card, self.actions_card, self.board_card, self.waiting_card, self.plans_card,
            self.kept_card,
        )  # fmt: skip
        inside = QWidget()
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.left, right = QVBoxLayout(), QVBoxLayout()
        self.left.addWidget(self.next_card)
        self.left.addWidget(self.changed_card)
        self.left.addWidget(self.waiting_card)
        self.left.addStretch(1)
        for card in (self.kept_card, self.board_card, self.plans_card, self.actions_card):
            right.addWidget(card)
        right.addStretch(1)
        self.columns.addLayout(self.left, 1)
        self.columns.addLayout(right, 1)
        self.pictures_card = PicturesCard(partial(self.open, "figures"))
        self.pictures_card.hide()
        self.whole = QVBoxLayout(inside)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.addLayout(self.columns)
        self.whole.addWidget(self.pictures_card)
        self.whole.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.body.addWidget(self.area, 1)
        for card in self.cards[1:]:
            card.hide()

    def refresh(self) -> None:
        """Every look at one moment, in one entry of the trail; each shown as it would be alone."""
        forum, may = self.desk.forum, self.desk.may
        self.exchanges = self.copies = None
        self.incidents = ()
        self.between: list[Lead] = []
        self.to_board: list[Lead] = []
        self.asked_for: list[Lead] = []
        looks: list[tuple[Asked, Callable[[Any], None]]] = []
        for case, args, then in (
            (list_exchanges, (), self._exchanges),
            (count_copies, (forum,), self._copies),
            (list_incidents, (forum,), self._incidents),
            (list_meetings, (forum,), self._meetings),
            (see_coming_agenda, (forum,), self._agenda),
            (list_actions, (forum, True), self._actions),
            (list_transfers, (forum,), self._transfers),
            (my_restricted, (), self._restricted),
            (list_disclosure_requests, (forum,), self._asked_for),
            (board_waiting, (forum,), self._board),
            (watch_plans, (forum,), self._plans),
            (picture_figures, (forum, False, PicturesCard.KEYS), self._pictures),
            (left_out, (forum,), self._left_out),
        ):
            if (forum or not args or case is list_meetings) and (may(case) or case is list_meetings):
                looks.append((Asked(case, args), then))
        self.ask(
            look_together, [asked for asked, _ in looks], then=partial(self._came, [then for _, then in looks]),
            saying=tr("Reading this month"),
        )  # fmt: skip

    def _came(self, shows: Sequence[Callable[[Any], None]], results: Sequence[Any]) -> None:
        """Show each; one that is refused says so and takes nothing else with it."""
        for show, result in zip(shows, results, strict=True):
            if isinstance(result, Exception):
                self.say_error(result)
            else:
                show(result)

    # What comes.

    def _pictures(self, pictures: FigurePictures) -> None:
        """Three of the pictures of Figures, of the same numbers; no others are counted for it."""
        self.pictures_card.show_pictures(pictures)
        self.pictures_card.show()

    def _exchanges(self, rows: tuple[ExchangeLine, ...]) -> None:
        self.exchanges = rows

    def _incidents(self, rows: tuple[Incident, ...]) -> None:
        self.incidents = rows

    def _copies(self, rows: tuple[MeetingCopies, ...]) -> None:
        self.copies = rows

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        """What came before it is there: exchanges, copies and incidents."""
        coming = next((each for each in rows if each.state is not MeetingState.CLOSED), None)
        self.meeting = coming
        self.changed_card.hide()
        if coming is None:
            self._say_no_meeting(rows)
        else:
            self._say_needs(coming)
        self._say_waiting([])

    def _say_no_meeting(self, rows: Sequence[MeetingRow]) -> None:
        if not self.desk.forum:
            told = tr(
                "This register has no forum yet. An administrator or a chair adds one; meetings belong to it."
            )
        elif rows:
            told = tr(
                "The last one was {date}; nothing is scheduled after it.", date=show_long_date(rows[-1].date)
            )
        else:
            told = tr("This forum has no meeting in its schedule yet.")
        self.next_card.say(tr("No meeting to come"), told)
        may = bool(self.desk.forum) and self.desk.may(schedule_meeting)
        lead = Lead(
            tr("○ to do"),
            tr("Put the year's meetings into the schedule."),
            tr("Meetings"),
            partial(self.open, "meetings"),
        )
        self.next_card.show_lines([lead] if may else [])
        self.tell_status(tr("No meeting to come"))

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
            tr("{kind} meeting", kind=coming.kind.value.capitalize())
            + (
                tr(", chair from {chair_service}", chair_service=coming.chair_service.value)
                if coming.chair_service
                else ""
            ),
        )
        self.steps = [self._line(need, coming) for need in found]
        self.next_card.show_lines(self.steps)
        left = sum(
            need.standing in (Standing.TO_DO, Standing.LATE) and not self._waits(need) for need in found
        )
        things = words.counted(left, "thing") if left else tr("Nothing")
        self.tell_status(tr("{things} to do for the next meeting", things=things))

    def _waits(self, need: Need) -> bool:
        """Whether somebody else has to do it."""
        return need.office and need.standing is not Standing.DONE and not self.desk.may(issue_agenda)

    def _line(self, need: Need, coming: MeetingRow) -> Lead:
        code = coming.meeting
        lead, go = {
            Step.AGENDA: (tr("Agenda"), partial(self.open, "meeting-agenda", meeting=code)),
            Step.POLICE: (tr("Police exchange"), partial(self.open, "police", meeting=code)),
            Step.PACKS: (tr("Packs"), partial(self.open, "packs", meeting=code)),
            Step.COPIES: (tr("Copies"), partial(self.open, "packs", meeting=code)),
            Step.CLOSING: ("", None),
        }[need.step]
        allowed = need.step is not Step.AGENDA or self.desk.may(see_agenda)
        sign = (
            tr("… waits") if self._waits(need) and need.standing is Standing.TO_DO else SIGNS[need.standing]
        )
        return Lead(sign, need.sentence, lead, go if allowed else None, need.standing is Standing.LATE)

    def _agenda(self, view: AgendaView | None) -> None:
        if view is None or view.agenda is None:
            return
        agenda = view.agenda
        told, over = room_words(agenda)
        sign = tr("! over") if over else tr("✓ fits")
        self.next_card.show_lines([*self.steps[:1], Lead(sign, told, strong=over), *self.steps[1:]])
        self._say_changes(agenda)

    def _say_changes(self, agenda: Agenda) -> None:
        """What the rule put on the agenda because something changed, and the milestones nobody took."""
        counts = Counter(reason for item in agenda.items for reason in item.reasons)
        changes = [
            words.counted(counts[reason], one, many)
            for reason, (one, many) in _CHANGES.items()
            if counts[reason]
        ]
        lines = [Lead("", f"{', '.join(changes)}.")] if changes else []
        missed = sum(bool(item.missed) for item in agenda.items)
        if missed:
            who = words.counted(missed, "case has", "cases have")
            lines.insert(
                0,
                Lead(
                    tr("! late"), tr("{who} an earlier milestone that no meeting took.", who=who), strong=True
                ),
            )
        code = agenda.meeting.code
        if lines:
            last = lines.pop()
            lines.append(
                last._replace(
                    lead=tr("Why each is listed"), go=partial(self.open, "meeting-agenda", meeting=code)
                )
            )
        told = "" if lines else tr("Nothing changed for anybody on this agenda.")
        self.changed_card.say(tr("Since the last meeting"), told)
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
                    tr("! late"),
                    tr(
                        "{service}: {told}, the oldest due {oldest}.",
                        service=service.value.capitalize(),
                        told=told,
                        oldest=show_date(oldest),
                    ),
                    strong=True,
                )
            )
        soon = len(rows) - len(late)
        if soon:
            lines.append(
                Lead(tr("… later"), tr("{actions} not due yet.", actions=words.counted(soon, "open action")))
            )
        self.actions_card.say(tr("Actions"), "" if rows else tr("No action is open."))
        self.actions_card.show_lines(lines)
        self.actions_card.show()

    def _transfers(self, rows: tuple[TransferRow, ...]) -> None:
        self.between = transfer_lines(rows, self.desk.forum, lambda prn: self.open("case", prn=prn))

    def _board(self, rows: tuple[WaitingRow, ...]) -> None:
        """What the Board and others are to be told, and cases between forums; hidden where nothing is."""
        self.to_board = board_lines(rows, self.desk.today, lambda prn: self.open("case", prn=prn))
        self._say_outside()

    def _asked_for(self, rows: tuple[RequestRow, ...]) -> None:
        """Disclosures that wait for the chair, or to be made; a member and the liaison see their own."""
        self.asked_for = request_lines(
            rows,
            self.desk.today,
            self.desk.may(decide_disclosure),
            lambda number: self.open("disclosure-requests", request=number),
        )
        if self.desk.may(see_front_line):
            self.asked_for += brief_lines(
                rows, self.desk.may(decide_disclosure), lambda code: self.open("meeting-briefs", meeting=code)
            )
        self._say_outside()

    def _say_outside(self) -> None:
        lines = [*self.to_board, *self.asked_for, *self.between]
        self.board_card.show_lines(lines)
        self.board_card.setVisible(bool(lines))

    def _restricted(self, rows: tuple[MineRow, ...]) -> None:
        """What a named reader is told: who opened a case of theirs by break-glass, and a case without a chair."""
        lines = glass_lines(rows, self.desk.door.now(), lambda prn: self.open("case", prn=prn))
        self.kept_card.show_lines(lines)
        self.kept_card.setVisible(bool(lines))

    def _plans(self, rows: tuple[WatchRow, ...]) -> None:
        """Who misses something for the milestone in play, or holds it too old."""
        self.plans_card.say(tr("Release plans"), plans.told_of(rows))
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
                    "",
                    tr(
                        "{told} left out of the list by the criteria, {watched:,} of them on the watch list.",
                        told=told,
                        watched=watched,
                    ),
                    tr("Left out"),
                    partial(self.open, "cases-left-out"),
                )
            ]
        )

    def _say_waiting(self, more: list[Lead]) -> None:
        """Copies of earlier meetings, exchanges of earlier meetings, and who is left out."""
        now = self.desk.door.now()
        lines = [
            Lead(
                tr("! missing"),
                tr(
                    "{copy} of {holder}: {clock}.",
                    copy=copy_words(each.copy).capitalize(),
                    holder=each.copy.holder,
                    clock=each.clock(now),
                ),
                tr("Incident"),
                partial(self.open, "packs-incident", code=each.copy.code),
                strong=True,
            )
            for each in self.incidents
            if each.closed_at is None
        ]
        here = self.meeting.meeting if self.meeting else ""
        for each in self.copies or ():
            waits = each.ledger.out + each.ledger.reserved
            if waits and each.meeting != here:
                lines.append(
                    Lead(
                        tr("! late") if each.day < self.desk.today else "",
                        tr("{copies} of {day} not back or not settled.", copies=copies(waits), day=show_date(each.day)),
                        tr("Copies"), partial(self.open, "packs", meeting=each.meeting), each.day < self.desk.today,
                    )
                )  # fmt: skip
        lines += [
            Lead(
                tr("○ to do"),
                tr("{exchange} is back from Police and not confirmed.", exchange=each.exchange),
                tr("Police exchange"),
                partial(self.open, "police", meeting=each.meeting),
            )
            for each in self.exchanges or ()
            if each.state == "returned" and each.meeting != here and each.forum == self.desk.forum
        ]
        lines += [
            Lead(
                tr("○ to do"),
                tr(
                    "Whose row is it? You are asked about {rows} of {exchange}.",
                    rows=words.counted(each.links_asked, "row"),
                    exchange=each.exchange,
                ),
                tr("Review"),
                partial(self.open, "police-review", exchange=each.exchange),
            )
            for each in self.exchanges or ()
            if each.links_asked and each.forum == self.desk.forum and self.desk.may(link_row)
        ]
        lines += [
            Lead(
                tr("! late"),
                tr(
                    "{exchange} was due back from Police on {due}.",
                    exchange=each.exchange,
                    due=show_date(each.due),
                ),
                tr("Police exchange"),
                partial(self.open, "police", exchange=each.exchange),
                strong=True,
            )
            for each in self.exchanges or ()
            if each.is_overdue(self.desk.today) and each.meeting != here and each.forum == self.desk.forum
        ]
        lines += more
        self.waiting_card.say(tr("Also waiting"), "" if lines else tr("Nothing else waits."))
        self.waiting_card.show_lines(lines)
        self.waiting_card.setVisible(bool(lines) or self.copies is not None)

    def panes(self) -> Sequence[QWidget]:
        links = [link for card in self.cards for link in card.links[:1]]
        return [*links, self.pictures_card.link]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        narrow = self.width() < scaled(860)
        side = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self.columns.setDirection(side)
        # Beside what waits they are seen at once; in one column what waits comes before them.
        if narrow:
            self.whole.insertWidget(1, self.pictures_card)
        else:
            self.left.insertWidget(2, self.pictures_card)
        few = self.width() < scaled(700)
        self.pictures_card.turn(QBoxLayout.Direction.TopToBottom if few else QBoxLayout.Direction.LeftToRight)
