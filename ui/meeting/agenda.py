"""One meeting's agenda: who is on it and why, who is not and when they come, asking, issuing (needs M2, M3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.domain.agenda import Agenda, AgendaItem
from app.domain.agenda.view import AgendaPerson, AgendaView
from app.domain.dates import show_date, show_long_date, show_moment
from app.domain.words import Contents, MeetingState, Topic
from app.usecases.agenda import ask_for_case, issue_agenda, see_agenda
from app.usecases.attendance import see_invited
from app.usecases.known import see_agenda_as_known
from app.usecases.meeting import list_meetings, set_chair
from app.usecases.packs import preview_pages, reserve_copies
from app.usecases.police import export_police
from app.usecases.run import see_table
from ui import words
from ui.actions import Action
from ui.case.steps import asked_for
from ui.meeting import columns
from ui.meeting.coming import Coming
from ui.meeting.parts import AskForm, IssuePage, ItemCard
from ui.meeting.words import first_words, room_words, service_words, short_day
from ui.models import RowTable
from ui.registry import screen_class
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, stand_behind
from ui.widgets.listing import Listing
from ui.widgets.scroll import takes_the_rest

if TYPE_CHECKING:
    from ui.desk import QtDesk


class AgendaScreen(Screen):
    """The agenda as the rule makes it, until it is issued; then as it was issued."""

    name: ClassVar[str] = "meeting-agenda"
    title: ClassVar[str] = tr("Agenda")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "agenda"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.CASES, Topic.POLICE})
    needs = see_agenda
    states: ClassVar[Mapping[str, str]] = {
        "asking": "ask_for",
        "issuing": "confirm_issue",
        "invited": "show_invited",
    }
    headed: ClassVar[bool] = False

    def build(self) -> None:
        self.meeting = ""
        self.view: AgendaView | None = None
        self.no_reply: dict[int, str] = {}
        self.head = label(tr("Agenda"), "title", wrap=False)
        self.about = label("", "muted")
        self.coming = Coming(self)
        self.first = label("", "muted")
        self.kept = label("", "warn")
        for told in (self.first, self.kept):
            told.hide()
        self.room = label("", "strong")
        self.over = label("", "warn")
        self.over.hide()
        self.ask_button = button(tr("&Ask for a case…"), self.ask_for)
        self.preview_button = button(tr("Previe&w"), self.preview)
        self.issue_button = button(tr("&Issue…"), self.confirm_issue, look="first")
        self.police_button = button(tr("Police work&book"), self.to_police)
        self.packs_button = button(tr("P&rint packs…"), self.to_packs, look="first")
        self.run_button = button(tr("R&un the meeting"), self.to_run, look="first")
        self.body.addWidget(self.head)
        self.body.addWidget(self.about)
        self.body.addWidget(self.coming.told)
        self.body.addWidget(self.first)
        self.body.addWidget(self.kept)
        self.body.addWidget(self.room)
        self.body.addWidget(self.over)
        self.body.addWidget(
            flow(
                self.issue_button,
                self.run_button,
                self.packs_button,
                self.police_button,
                self.ask_button,
                self.preview_button,
                self.coming.chair_button,
                self.coming.invited_button,
            )
        )
        self.form = AskForm(self.desk)
        self.form.hide()
        self.body.addWidget(self.form)
        self.stack = QStackedWidget()
        self.body.addWidget(self.stack, 1)
        self._lists()
        self.issue_page = IssuePage()
        self.people_model = RowTable(columns.PEOPLE, self)
        self.people = Table(self.people_model, tr("People on the agenda"))
        self.empty = EmptyState()
        for opened in (self.form, self.issue_page):
            stand_behind(self.issue_button, opened)
        for page in (self.issue_page, self.people, self.empty):
            self.stack.addWidget(page)
        takes_the_rest(self.stack)
        self.stack.setMinimumHeight(scaled(300))

    def _lists(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.stack.addWidget(self.splitter)
        beside = QWidget()
        self.items_model = RowTable(columns.items(self.no_reply), self)
        self.items = Table(self.items_model, tr("Cases on the agenda, in order"))
        self.listing = Listing(self.items)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(beside)
        self.card = ItemCard()
        self.not_listed_model = RowTable(columns.NOT_LISTED, self)
        self.not_listed = Table(
            self.not_listed_model, tr("Open cases not on this agenda, with the date they come up")
        )
        self.counts = label("", "strong")
        inner = QVBoxLayout(beside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card, 3)
        inner.addWidget(self.counts)
        inner.addWidget(self.not_listed, 2)
        self.items.setMinimumHeight(scaled(150))
        self.not_listed.setMinimumHeight(scaled(120))
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)

    def connect_up(self) -> None:
        self.items.picked.connect(self._show_item)
        self.items.opened.connect(self.open_case)
        self.card.wanted.connect(self.open_case)
        self.not_listed.opened.connect(lambda _row: self.ask_for())
        self.people.opened.connect(self.open_case)
        self.form.asked.connect(self._ask)
        self.form.closed.connect(self._close_form)
        self.issue_page.agreed.connect(self.issue)
        self.issue_page.declined.connect(self._show_lists)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The first meeting that is a draft, else the last there is."""
        rows = list_meetings(desk.door, desk.forum)
        drafts = [each for each in rows if each.state is MeetingState.DRAFT]
        return {"meeting": (drafts or rows[-1:])[0].meeting} if rows else {}

    def go(self, **where: object) -> None:
        meeting = str(where.get("meeting", "")) or self.meeting
        if meeting != self.meeting:
            self.meeting = meeting
            self.stale = True
            self.view = None
            self._close_form()
            self._show_lists()

    def refresh(self) -> None:
        if not self.meeting:
            self.stale = False
            self.head.setText(tr("Agenda"))
            self._buttons(None)
            self.empty.say(
                tr("No meeting chosen"),
                tr("Choose one in the list of meetings."),
                (tr("Meetings"), lambda: self.open("meetings")),
            )
            self.stack.setCurrentWidget(self.empty)
            return
        self.ask(see_agenda, self.meeting, then=self.fill, saying=tr("Making the agenda"))

    def fill(self, view: AgendaView) -> None:
        """Show an agenda, whole or as far as this person may see it."""
        self.view = view
        self.no_reply.clear()
        self.no_reply |= {each.position: each.words for each in view.no_reply}
        meeting = view.meeting
        self.head.setText(tr("Agenda of {date}", date=show_long_date(meeting.date)))
        state = {
            MeetingState.DRAFT: tr("draft, made anew each time it is looked at"),
            MeetingState.ISSUED: tr("issued {issued_at}", issued_at=show_moment(meeting.issued_at))
            if meeting.issued_at
            else tr("issued"),
            MeetingState.CLOSED: tr("closed; shown as it was issued"),
        }[meeting.state]
        self.about.setText(
            tr(
                "{kind} meeting, chair from {service}. {capital}. Police workbook due back {police_due}, ten working "
                "days before.",
                kind=meeting.kind.value.capitalize(),
                service=service_words(meeting.chair_service).lower(),
                capital=words.capital(state),
                police_due=short_day(meeting.police_due),
            )
        )
        self.first.setText(first_words(view.first))
        self.first.setVisible(bool(view.first))
        told = [f"▣ {each}" for each in view.opened] + [f"⇥ {each}" for each in view.leaving]
        told += [f"◷ {each}" for each in view.reviews]
        self.kept.setText("\n".join(told))
        self.kept.setVisible(bool(told))
        self._buttons(view)
        if view.agenda is None:
            self._fill_people(view.people or ())
        else:
            self._fill_agenda(view.agenda, meeting.state)

    def _fill_people(self, people: Sequence[AgendaPerson]) -> None:
        self.room.setText(
            tr(
                "{people} on it; your role sees names alone.",
                people=words.counted(len(people), "person", "people"),
            )
        )
        self.people_model.set_rows(people)
        self.stack.setCurrentWidget(self.people)
        self.tell_status(words.counted(len(people), "person", "people"))

    def _fill_agenda(self, agenda: Agenda, state: MeetingState) -> None:
        told, over = room_words(agenda)
        self.over.setText(told)
        self.room.setText(told)
        self.over.setVisible(over)
        self.room.setVisible(not over)
        kept = self.items.current()
        self.items_model.set_rows(agenda.items)
        self.not_listed_model.set_rows(agenda.not_listed)
        if agenda.items:
            self.listing.show_rows()
            number = next(
                (i for i, each in enumerate(agenda.items) if kept and each.case_id == kept.case_id), 0
            )
            self.items.setCurrentIndex(self.items_model.index(number, 0))
        else:
            self._say_nothing(agenda, state)
        self._show_item(self.items.current() if agenda.items else None)
        self.counts.setText(
            tr(
                "Not listed: {cases}, each with its next date",
                cases=words.counted(len(agenda.not_listed), "case"),
            )
            if agenda.not_listed
            else tr("Every open case is on this agenda.")
        )
        self.not_listed.setVisible(bool(agenda.not_listed))
        self.form.know(agenda.not_listed)
        if self.stack.currentWidget() is not self.issue_page:
            self.stack.setCurrentWidget(self.splitter)
        self.tell_status(words.of(len(agenda.items), agenda.considered, "case"))

    def _show_item(self, item: AgendaItem | None) -> None:
        self.card.show_item(item, self.no_reply.get(item.position, "") if item else "")

    def _say_nothing(self, agenda: Agenda, state: MeetingState) -> None:
        if state is MeetingState.DRAFT and agenda.not_listed:
            self.listing.say(
                tr("Nothing is due"),
                tr("No rule lists anybody for this meeting."),
                (tr("Ask for a case"), self.ask_for),
            )
        else:
            self.listing.say(
                tr("Nobody is on this agenda"), tr("The forum has no open case that this meeting considers.")
            )

    def _buttons(self, view: AgendaView | None) -> None:
        self.coming.show_meeting(view.meeting if view else None)
        draft = view is not None and view.meeting.state is MeetingState.DRAFT
        issued = view is not None and view.meeting.state is not MeetingState.DRAFT
        self.ask_button.setVisible(draft and self.desk.may(ask_for_case))
        self.issue_button.setVisible(draft and self.desk.may(issue_agenda))
        self.preview_button.setVisible(view is not None and self.desk.may(preview_pages))
        closed = view is not None and view.meeting.state is MeetingState.CLOSED
        self.run_button.setVisible(issued and not closed and self.desk.may(see_table))
        self.packs_button.setVisible(issued and self.desk.may(reserve_copies))
        self.police_button.setVisible(issued and self.desk.may(export_police))

    # What may be done.

    def show_invited(self) -> None:
        self.coming.show_invited()

    def open_case(self, each: AgendaItem | AgendaPerson | None) -> None:
        """The record of the person in the line."""
        if each is not None and screen_class("case") is not None:
            self.open("case", prn=each.prn)

    def preview(self) -> None:
        """The agenda's pages as they would be printed."""
        if self.meeting:
            self.open("packs-preview", meeting=self.meeting, contents=Contents.AGENDA.value)

    def to_run(self) -> None:
        """Run the meeting, or go on where it stood."""
        self.open("run", meeting=self.meeting)

    def to_packs(self) -> None:
        self.open("packs-make", meeting=self.meeting)

    def to_police(self) -> None:
        self.open("police", meeting=self.meeting)

    def ask_for(self) -> None:
        """Open the form that puts one more case on the agenda, with its reason."""
        if self.view is None or self.view.agenda is None or not self.ask_button.isVisibleTo(self):
            return
        chosen = self.not_listed.current()
        self.form.open_for(self.view.agenda.not_listed, chosen.prn if chosen else "")

    def _ask(self, prn: str, reason: str, who: str) -> None:
        self.ask(
            ask_for_case, self.meeting, prn, reason, who,
            then=lambda _row: self._asked_for(), otherwise=self._not_asked, saying=tr("Saving"),
            undo=asked_for(self.meeting, prn, reason),
        )  # fmt: skip

    def _asked_for(self) -> None:
        self._close_form()
        self.notice.say(tr("On the agenda, with its reason."), "good")
        self.saved()
        self.items.setFocus()

    def _not_asked(self, error: Exception) -> None:
        self.form.enable(True)
        self.say_error(error)

    def confirm_issue(self) -> None:
        """The page that says what issuing does, before it is done."""
        if self.view is not None and self.view.agenda is not None and self.issue_button.isVisibleTo(self):
            self._close_form()
            self.issue_page.ask(self.view.meeting, self.view.agenda, first_words(self.view.first))
            self.stack.setCurrentWidget(self.issue_page)
            self.issue_page.no.setFocus()

    def issue(self) -> None:
        """Freeze the agenda as it is."""
        self.issue_page.yes.setEnabled(False)
        self.ask(
            issue_agenda,
            self.meeting,
            then=self._issued,
            otherwise=self._not_issued,
            saying=tr("Issuing the agenda"),
        )

    def _issued(self, view: AgendaView) -> None:
        self._show_lists()
        self.fill(view)
        self.notice.say(
            tr(
                "Issued. What follows: send the Police workbook (due back "
                "{police_due}), and print the packs for their holders.",
                police_due=show_date(view.meeting.police_due),
            ),
            "good",
        )
        self.saved()
        (self.packs_button if self.packs_button.isVisibleTo(self) else self.items).setFocus()

    def _not_issued(self, error: Exception) -> None:
        self._show_lists()
        self.say_error(error)

    def _show_lists(self) -> None:
        self.stack.setCurrentWidget(self.splitter)
        self.items.setFocus()

    def _close_form(self) -> None:
        self.form.close_form()

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "agenda.ask", "Meeting", tr("&Ask for a case…"), self.ask_for, keys="Ctrl+Shift+A", needs=ask_for_case,
                enabled=lambda: self.ask_button.isVisibleTo(self),
            ),
            Action(
                "agenda.preview", "Meeting", tr("&Preview the agenda"), self.preview, keys="Ctrl+Shift+P",
                needs=preview_pages, enabled=lambda: bool(self.meeting),
            ),
            Action(
                "agenda.issue", "Meeting", tr("&Issue the agenda…"), self.confirm_issue, needs=issue_agenda,
                enabled=lambda: self.issue_button.isVisibleTo(self),
            ),
            Action(
                "agenda.chair", "Meeting", tr("&Chair of the meeting…"), self.coming.change_chair, needs=set_chair,
                enabled=lambda: self.coming.chair_button.isVisibleTo(self),
            ),
            Action(
                "agenda.invited", "Meeting", tr("Wh&o is invited…"), self.coming.show_invited, needs=see_invited,
                enabled=lambda: self.coming.invited_button.isVisibleTo(self),
            ),
            Action(
                "agenda.past", "Meeting", tr("As &known on a past day…"),
                lambda: self.open("keeping-past", meeting=self.meeting), needs=see_agenda_as_known,
                enabled=lambda: bool(self.meeting),
            ),
            Action(
                "agenda.run", "Meeting", tr("&Run the meeting"), self.to_run, keys="Ctrl+R", needs=see_table,
                enabled=lambda: self.run_button.isVisibleTo(self), after_line=True,
            ),
            Action(
                "agenda.packs", "Meeting", tr("P&rint packs…"), self.to_packs, keys="Ctrl+P", needs=reserve_copies,
                enabled=lambda: self.packs_button.isVisibleTo(self),
            ),
            Action(
                "agenda.police", "Police", tr("&Workbook of this meeting"), self.to_police, needs=export_police,
                enabled=lambda: self.police_button.isVisibleTo(self),
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.form.who, self.items, self.people, self.card.button, self.not_listed, self.issue_page.no)

    def searched(self) -> QWidget | None:
        shown = [each for each in (self.items, self.not_listed, self.people) if each.isVisible()]
        return next((each for each in shown if each.hasFocus()), next(iter(shown), None))

    def close_innermost(self) -> bool:
        if self.stack.currentWidget() is self.issue_page:
            self._show_lists()
        elif self.form.isVisible():
            self._close_form()
            self.items.setFocus()
        elif self.notice.isVisible():
            self.notice.hide()
        else:
            return False
        return True

    def draft(self) -> Mapping[str, str]:
        if not self.form.isVisible() or not self.form.reason.text():
            return {}
        return {"meeting": self.meeting, "reason": self.form.reason.text(), "by": self.form.by.text()}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.go(meeting=kept["meeting"])
        self.refresh()
        self.form.show()
        self.form.reason.setText(kept["reason"])
        self.form.by.setText(kept["by"])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        narrow = self.width() < scaled(900)
        self.splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.card.setVisible(not narrow)
