"""Making the workbook for Police: which meeting, under which passphrase, into which file (needs X1, X2)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date, show_moment
from app.domain.meeting import MeetingRow
from app.domain.passphrase import offer_passphrase
from app.domain.police_exchange import ExchangeLine, SentExchange
from app.domain.words import MeetingState, Topic
from app.usecases import police
from app.usecases import police_asking as asking
from app.usecases.meeting import list_meetings
from ui import words
from ui.actions import Action
from ui.meeting.words import short_day
from ui.police.files import ask_back_to, export_to
from ui.police.words import StepsBar
from ui.screen import Screen
from ui.signin.fields import PassphraseEdit
from ui.theme import letters
from ui.tongue import tr
from ui.undo import cannot
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk


class ExportScreen(Screen):
    """One form; nothing goes out before its button."""

    name: ClassVar[str] = "police-export"
    title: ClassVar[str] = tr("Export the workbook for Police")
    section: ClassVar[str] = "police"
    help_page: ClassVar[str] = "police"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS, Topic.POLICE})
    needs = police.export_police
    states: ClassVar[Mapping[str, str]] = {"offered": "offer", "no-passphrase": "start"}

    def build(self) -> None:
        self.wanted = ""
        self.asks_of = ""
        self.meetings: tuple[MeetingRow, ...] = ()
        self.exchanges: tuple[ExchangeLine, ...] = ()
        self.named = ""
        self.sent: SentExchange | None = None
        self.steps = StepsBar(2)
        self.body.addWidget(self.steps)
        self.stack = QStackedWidget()
        self.form = QWidget()
        layout = QVBoxLayout(self.form)
        layout.setContentsMargins(0, 0, 0, 0)
        self.meeting = Pick(tr("Meeting"))
        self.about = label("", "muted")
        layout.addWidget(flow((buddy(tr("Meetin&g"), self.meeting), self.meeting)))
        layout.addWidget(self.about)
        self.before = label("", "warn")
        self.before.hide()
        layout.addWidget(self.before)
        self._passphrases(layout)
        self.file = QLineEdit()
        self.choose_button = button(tr("Choose…"), self.choose)
        layout.addLayout(row(buddy(tr("Save &as"), self.file), self.file, self.choose_button))
        self.make_button = button(tr("Make the &workbook"), self.start, look="first")
        layout.addLayout(row(self.make_button, button(tr("Cancel"), self.to_list), None))
        layout.addStretch(1)
        self.stack.addWidget(self.form)
        self.stack.addWidget(self._done_page())
        self.body.addWidget(self.stack, 1)

    def _passphrases(self, layout: QVBoxLayout) -> None:
        self.first = PassphraseEdit(tr("Passphrase"))
        self.second = PassphraseEdit(tr("Passphrase again"))
        for field in (self.first, self.second):
            field.setMinimumWidth(letters(self, 42))
        self.shown = QCheckBox(tr("Sh&ow what is typed"))
        self.offer_button = button(tr("&Use five offered words"), self.offer)
        self.plain = QCheckBox(tr("Without a passphra&se; the trail tells it"))
        self.caps = label(words.CAPS_LOCK, "warn")
        self.caps.hide()
        layout.addWidget(
            card(
                label(tr("The file opens with this passphrase alone: 16 characters or more. Tell it to the liaison "
                      "by telephone, never in the message that carries the file.")),
                flow((buddy(tr("Passph&rase"), self.first), self.first),
                     (buddy(tr("Once more"), self.second), self.second)),
                self.caps,
                flow(self.shown, self.offer_button),
                self.plain,
            )
        )  # fmt: skip

    def _done_page(self) -> QWidget:
        self.done_title = label("", "heading")
        self.done_words = label("")
        self.done_button = button(tr("To the exchan&ges"), self.to_list, look="first")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card(self.done_title, self.done_words, row(self.done_button, None)))
        layout.addStretch(1)
        return page

    def connect_up(self) -> None:
        self.meeting.activated.connect(self._meeting_chosen)
        self.shown.toggled.connect(self.first.show_typed)
        self.shown.toggled.connect(self.second.show_typed)
        self.plain.toggled.connect(self._plain_chosen)
        for field in (self.first, self.second):
            field.caps.connect(self.caps.setVisible)
        self.second.returnPressed.connect(self.start)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The last meeting whose agenda is issued."""
        rows = [each for each in list_meetings(desk.door, desk.forum) if each.state is not MeetingState.DRAFT]
        return {"meeting": rows[-1].meeting} if rows else {}

    def go(self, **where: object) -> None:
        self.wanted = str(where.get("meeting", ""))
        self.asks_of = str(where.get("asks_of", ""))
        self.meeting.setEnabled(not self.asks_of)
        self.file.clear()
        self.stack.setCurrentWidget(self.form)
        self.steps.set_step(2)
        self.notice.hide()
        self.stale = True
        self.first.setFocus()

    def refresh(self) -> None:
        self.ask(police.list_exchanges, then=self._exchanges)
        self.ask(list_meetings, self.desk.forum, then=self._meetings, saying=tr("Reading the meetings"))

    def _exchanges(self, rows: tuple[ExchangeLine, ...]) -> None:
        self.exchanges = rows
        self._tell_before()

    def _tell_before(self) -> None:
        """That a workbook of this meeting went out already: Police would fill in two."""
        found = [each for each in self.exchanges if each.meeting == self.meeting.value and not each.asks_of]
        last = max(found, key=lambda each: each.sent_at, default=None)
        self.before.setVisible(last is not None and not self.asks_of)
        if last is not None:
            self.before.setText(
                tr(
                    "{exchange} went out for this meeting on {day} and {back}. Another workbook goes out beside it: "
                    "tell Police which of them to fill in.",
                    exchange=last.exchange,
                    day=show_moment(last.sent_at),
                    back=tr("is not back yet") if last.state == "sent" else tr("came back"),
                )
            )

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        self.meetings = tuple(
            each for each in reversed(rows) if each.state in (MeetingState.ISSUED, MeetingState.CLOSED)
        )
        self.meeting.set_choices(
            (f"{short_day(each.date)}, {each.kind.value}", each.meeting) for each in self.meetings
        )
        if self.wanted:
            self.meeting.set_value(self.wanted)
        self.wanted = ""
        self._meeting_chosen()

    def _meeting_chosen(self) -> None:
        chosen = next((each for each in self.meetings if each.meeting == self.meeting.value), None)
        self._tell_before()
        self.make_button.setEnabled(chosen is not None and self.desk.may(police.export_police))
        if chosen is None:
            self.about.setText(
                tr(
                    "No agenda is issued. The workbook is made from an issued agenda: issue it under Meetings first."
                )
            )
            return
        if self.asks_of:
            told = tr(
                "Only the rows of {asks} with an answer asked back go out, and a sheet of questions.",
                asks=self.asks_of,
            )
        else:
            due = show_date(chosen.police_due)
            told = tr(
                "Every listed case and every living address goes out. Police have it back by {due}.", due=due
            )
        self.about.setText(told)
        self.tell_status(
            tr("Questions of {asks}", asks=self.asks_of)
            if self.asks_of
            else tr("Workbook of {meeting}", meeting=chosen.meeting)
        )
        if self.file.text() in ("", self.named):
            folder = Path(str(self.settings.value("police-folder", "") or Path.home() / "ForumDesk Police"))
            self.named = str(folder / f"Police-{self.asks_of or chosen.meeting}.xlsx")
            if self.asks_of:
                self.named = self.named.replace(".xlsx", "-questions.xlsx")
            self.file.setText(self.named)

    def _plain_chosen(self, plain: bool) -> None:
        for field in (self.first, self.second, self.shown, self.offer_button):
            field.setEnabled(not plain)
        if plain:
            self.first.wipe()
            self.second.wipe()

    def offer(self) -> None:
        """Five words, shown, in both fields."""
        self.plain.setChecked(False)
        offered = offer_passphrase(secrets.choice)
        self.shown.setChecked(True)
        self.first.setText(offered)
        self.second.setText(offered)
        self.notice.say(
            tr("Write these five words down, or read them again later under Show passphrase."), "good"
        )

    def choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the workbook"), self.file.text(), tr("Excel (*.xlsx)")
        )
        if name:
            self.file.setText(name)

    def start(self) -> None:
        """Make it, once everything needed is there."""
        if not self.make_button.isEnabled():
            return
        plain = self.plain.isChecked()
        wrong: tuple[str, QWidget] | None = None
        if not plain and not self.first.text():
            wrong = (tr("Type a passphrase, or use five offered words; nothing has gone out."), self.first)
        elif not plain and self.first.text() != self.second.text():
            wrong = (
                tr("The two passphrases differ; nothing has gone out. Type the second anew."),
                self.second,
            )
        elif not self.file.text().strip():
            wrong = (tr("Say where the workbook is saved; nothing has gone out."), self.file)
        if wrong is not None:
            self.notice.say(wrong[0], "warn")
            wrong[1].setFocus()
            return
        file = Path(self.file.text().strip()).expanduser()
        self.settings.setValue("police-folder", str(file.parent))
        self.notice.hide()
        self.make_button.setEnabled(False)
        make, about = (ask_back_to, self.asks_of) if self.asks_of else (export_to, str(self.meeting.value))
        gone = asking.ask_back_police if self.asks_of else police.export_police
        self.ask(
            make, about, None if plain else self.first.text(), file, undo=cannot(gone),
            then=self._made, otherwise=self._not_made, saying=tr("Making the workbook for Police"),
        )  # fmt: skip

    def _made(self, sent: SentExchange) -> None:
        self.sent = sent
        plain = self.plain.isChecked()
        self.done_title.setText(tr("✓ {exchange} is ready to send", exchange=sent.exchange))
        secret = (
            tr("It has no passphrase; the trail tells so.")
            if plain
            else tr(
                "Tell the passphrase by telephone. Show passphrase, on the list of exchanges, shows it again."
            )
        )
        kept_back = (
            tr(
                "{cases} left out: it goes by a disclosure that a chair decides on.\n",
                cases=words.counted(sent.restricted, "restricted case"),
            )
            if sent.restricted
            else ""
        )
        self.done_words.setText(
            kept_back
            + tr(
                "{rows} about {people} in "
                "{file}.\nSend the file to the Police liaison; it is due back {due}. "
                "{secret}\nSHA-256 {sha256} {sent_sha256}",
                rows=words.counted(sent.rows, "row"),
                people=words.counted(sent.people, "person", "people"),
                file=self.file.text(),
                due=show_date(sent.due),
                secret=secret,
                sha256=sent.sha256[:32],
                sent_sha256=sent.sha256[32:],
            )
        )
        self._forget()
        self.steps.set_step(3)
        self.stack.setCurrentIndex(1)
        self.make_button.setEnabled(True)
        self.done_button.setFocus()
        self.saved()
        self.tell_status(tr("{exchange} made", exchange=sent.exchange))

    def _not_made(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        self.say_error(error)

    def _forget(self) -> None:
        self.first.wipe()
        self.second.wipe()
        self.shown.setChecked(False)
        self.plain.setChecked(False)
        self.file.clear()

    def to_list(self) -> None:
        self.open("police", **({"exchange": self.sent.exchange} if self.sent else {}))

    def may_leave(self) -> bool:
        self.first.wipe()
        self.second.wipe()
        self.shown.setChecked(False)
        return True

    def acts(self) -> Sequence[Action]:
        return (
            Action("police.make", "Police", tr("&Make the workbook"), self.start, needs=police.export_police,
                   enabled=lambda: self.stack.currentWidget() is self.form and self.make_button.isEnabled()),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.meeting, self.first, self.file, self.done_button)
