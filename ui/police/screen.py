"""The exchanges of a forum, each with the step it stands at, and the way to everything done with them (X1 to X9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.dates import AUCKLAND, show_date
from app.domain.police_asking import ChaseNote, chase_note
from app.domain.police_exchange import ExchangeLine, KeptPassphrase
from app.domain.words import Topic
from app.usecases import police
from app.usecases import police_asking as asking
from app.usecases import police_review as reviews
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.police.words import StepsBar, step_of, step_told, step_words
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.clipboard import lend
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, row
from ui.widgets.listing import Listing

REMINDER_LENT = 120_000
"""Milliseconds the words of a reminder stay on the clipboard: they name nobody, and a mail has to be opened first."""


class PoliceScreen(Screen):
    """Every workbook that went to Police, the newest first."""

    name: ClassVar[str] = "police"
    title: ClassVar[str] = tr("Police exchange")
    section: ClassVar[str] = "police"
    help_page: ClassVar[str] = "police"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.POLICE, Topic.MEETINGS})
    needs = police.list_exchanges
    states: ClassVar[Mapping[str, str]] = {
        "passphrase": "show_passphrase",
        "empty": "show_none",
        "reminder": "show_late",
    }

    def build(self) -> None:
        self.wanted = ""
        self.steps = StepsBar()
        self.body.addWidget(self.steps)
        self.export_button = button(tr("Export…"), self.to_export, look="first")
        self.import_button = button(tr("&Import returned file…"), self.to_import)
        self.review_button = button(tr("Review"), self.to_review)
        self.show_button = button(tr("&Show passphrase"), self.show_passphrase)
        self.ask_button = button(tr("Send &questions…"), self.to_questions)
        self.chase_button = button(tr("&Remind Police…"), self.show_reminder)
        self.body.addWidget(
            flow(
                self.export_button, self.import_button, self.review_button, self.show_button, self.ask_button,
                self.chase_button,
            )
        )  # fmt: skip
        self._reminder_card()
        self._passphrase_card()
        self.model = RowTable(self._columns(), self)
        self.table = Table(self.model, tr("Exchanges with Police, the newest first"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.told = label("")
        self.body.addWidget(self.told)

    def _passphrase_card(self) -> None:
        self.card = QFrame()
        self.card.setProperty("look", "card")
        self.card_title = label("", "heading")
        self.secret = QLineEdit()
        self.secret.setReadOnly(True)
        self.secret.setAccessibleName(tr("Passphrase of the workbook"))
        self.secret.setMinimumWidth(letters(self, 30))
        self.copy_button = button(tr("Copy"), self.copy_passphrase)
        self.hide_button = button(tr("Hide"), self.hide_passphrase)
        layout = QVBoxLayout(self.card)
        layout.addWidget(self.card_title)
        layout.addLayout(row(self.secret, self.copy_button, self.hide_button))
        layout.addWidget(
            label(
                tr(
                    "Tell it by telephone, never in the message that carries the file. The trail keeps who looked."
                )
            )
        )
        self.card.hide()
        self.body.addWidget(self.card)

    def _reminder_card(self) -> None:
        self.reminder = QFrame()
        self.reminder.setProperty("look", "card")
        self.reminder_title = label("", "heading")
        self.reminder_text = QPlainTextEdit()
        self.reminder_text.setReadOnly(True)
        self.reminder_text.setTabChangesFocus(True)
        self.reminder_text.setAccessibleName(tr("Words of the reminder"))
        self.reminder_text.setMinimumHeight(scaled(150))
        self.mailed_button = button(tr("Copy, and record a &mail"), lambda: self.record_reminder("mail"))
        self.rung_button = button(tr("Record a &telephone call"), lambda: self.record_reminder("telephone"))
        self.no_reminder_button = button(tr("Close"), self.reminder.hide)
        layout = QVBoxLayout(self.reminder)
        layout.addWidget(self.reminder_title)
        layout.addWidget(self.reminder_text)
        layout.addLayout(row(self.mailed_button, self.rung_button, self.no_reminder_button, None))
        self.reminder.hide()
        self.body.addWidget(self.reminder)

    def _columns(self) -> tuple[Column[ExchangeLine], ...]:
        def step(each: ExchangeLine) -> str:
            return step_words(each, self.desk.today)

        return (
            Column[ExchangeLine](tr("Exchange"), lambda each: each.exchange, width=30,
                                 told=lambda each: f"{each.exchange}, {step(each)}"),
            Column[ExchangeLine](tr("Sent"), lambda each: _day(each.sent_at), width=12),
            Column[ExchangeLine](tr("Due back"), lambda each: show_date(each.due), width=12),
            Column[ExchangeLine](tr("Rows"), lambda each: str(each.rows), width=7, right=True, goes=2),
            Column[ExchangeLine](tr("File"), lambda each: tr("plain") if each.plain else tr("encrypted"), width=11,
                                 goes=1),
            Column[ExchangeLine](tr("Came back"), lambda each: _day(each.returned_at), width=12),
            Column[ExchangeLine](tr("Step"), step, width=28, stretch=True,
                                 strong=lambda each: each.state == "returned"),
        )  # fmt: skip

    def connect_up(self) -> None:
        self.table.picked.connect(lambda _row: self._buttons())
        self.table.opened.connect(self._opened)

    def go(self, **where: object) -> None:
        self.wanted = str(where.get("exchange", "") or where.get("meeting", "")) or self.wanted
        if where:
            self.stale = True

    def refresh(self) -> None:
        self.ask(police.list_exchanges, then=self.fill, saying=tr("Reading the exchanges"))

    def fill(self, rows: tuple[ExchangeLine, ...]) -> None:
        kept = self.table.current()
        mine = sorted((each for each in rows if each.forum == self.desk.forum),
                      key=lambda each: each.sent_at, reverse=True)  # fmt: skip
        self.model.set_rows(mine)
        wanted = self.wanted or (kept.exchange if kept else "")
        number = next((i for i, each in enumerate(mine) if wanted in (each.exchange, each.meeting)), 0)
        found = bool(mine) and wanted in (mine[number].exchange, mine[number].meeting)
        if mine:
            self.listing.show_rows()
            self.table.setCurrentIndex(self.model.index(number, 0))
        else:
            self._say_empty()
        if self.wanted and mine and not found:
            self.notice.say(
                tr(
                    "Nothing was sent to Police for {wanted} yet: Export makes its workbook.",
                    wanted=self.wanted,
                ),
                "warn",
            )
        if found or not mine:
            self.wanted = ""
        self._buttons()
        open_ones = sum(each.state != "confirmed" for each in mine)
        exchanges = words.counted(len(mine), "exchange")
        self.tell_status(
            tr("{exchanges}, {open_ones} not applied", exchanges=exchanges, open_ones=open_ones)
            if open_ones
            else exchanges
        )

    def _say_empty(self) -> None:
        if self.desk.may(police.export_police):
            self.listing.say(
                tr("Nothing was sent to Police yet"),
                tr(
                    "The workbook is made from an issued agenda: one row for each case and each living address."
                ),
                (tr("Export a workbook"), self.to_export),
                (tr("Meetings"), lambda: self.open("meetings")),
            )
        else:
            self.listing.say(
                tr("Nothing was sent to Police yet"),
                tr("An administrator or a chair of the forum makes the workbook from an issued agenda."),
            )

    @property
    def line(self) -> ExchangeLine | None:
        """The exchange that is chosen."""
        found: ExchangeLine | None = self.table.current() if self.model.rowCount() else None
        return found

    def _buttons(self) -> None:
        line = self.line
        back = line is not None and line.returned_at is not None
        self.export_button.setEnabled(self.desk.may(police.export_police))
        self.import_button.setEnabled(self.model.rowCount() > 0 and self.desk.may(police.take_in_police))
        self.review_button.setEnabled(back)
        self.show_button.setEnabled(
            line is not None and not line.plain and self.desk.may(police.show_passphrase)
        )
        self.ask_button.setEnabled(
            line is not None and line.asked > 0 and self.desk.may(asking.ask_back_police)
        )
        self.chase_button.setEnabled(
            line is not None and line.returned_at is None and self.desk.may(asking.chase_police)
        )
        self.steps.set_step(step_of(line) if line else 2)
        self.told.setText(self._next_words(line) if line else "")
        if line is None or line.exchange not in self.card_title.text():
            self.hide_passphrase()

    def _next_words(self, line: ExchangeLine) -> str:
        step = step_told(line, self.desk.today)
        if line.state == "sent":
            return tr(
                "{exchange}: {step}. When the file is back, choose Import returned file.",
                exchange=line.exchange,
                step=step,
            )
        if line.state == "returned":
            return tr(
                "{exchange}: {step}. Nothing of it stands in the cases until it is applied.",
                exchange=line.exchange,
                step=step,
            )
        return tr(
            "{exchange}: {step}. A newer file from Police can still be imported for it.",
            exchange=line.exchange,
            step=step,
        )

    # Going on.

    def to_export(self) -> None:
        if self.export_button.isEnabled():
            wanted = self.wanted
            if not wanted and (line := self.line) is not None:
                wanted = line.meeting
            self.open("police-export", meeting=wanted)

    def to_import(self) -> None:
        if self.import_button.isEnabled():
            self.open("police-import")

    def to_review(self) -> None:
        if self.review_button.isEnabled() and (line := self.line) is not None:
            self.open("police-review", exchange=line.exchange)

    def _opened(self, line: ExchangeLine | None) -> None:
        if line is not None and line.returned_at is not None:
            self.to_review()
        elif line is not None:
            self.notice.say(self._next_words(line), "good")

    def show_passphrase(self) -> None:
        """Ask for the passphrase of the chosen exchange; the trail keeps it."""
        line = self.line
        if line is not None and self.show_button.isEnabled():
            self.ask(police.show_passphrase, line.exchange, then=self._passphrase, saying=tr("Reading"))

    def _passphrase(self, kept: KeptPassphrase) -> None:
        line = self.line
        if line is None or line.exchange != kept.exchange:
            return
        self.card_title.setText(tr("Passphrase of {exchange}", exchange=kept.exchange))
        self.secret.setText(kept.passphrase or "")
        self.secret.setCursorPosition(0)
        self.card.show()
        self.secret.setFocus()
        self.secret.selectAll()

    def copy_passphrase(self) -> None:
        lend(self.secret.text())
        self.tell_status(tr("Passphrase copied"))

    def hide_passphrase(self) -> None:
        self.card.hide()
        self.secret.clear()
        self.card_title.setText("")

    def to_questions(self) -> None:
        if self.ask_button.isEnabled() and (line := self.line) is not None:
            self.open("police-export", meeting=line.meeting, asks_of=line.exchange)

    def show_reminder(self) -> None:
        """The words of a reminder, to be read before they are copied; nothing is recorded by looking."""
        if self.chase_button.isEnabled() and (line := self.line) is not None:
            self.ask(
                asking.chase_words, line.exchange, then=self._reminder, saying=tr("Writing the reminder")
            )

    def _reminder(self, note: ChaseNote) -> None:
        self.reminder_title.setText(note.subject)
        self.reminder_text.setPlainText(note.text)
        self.reminder.show()
        self.mailed_button.setFocus()

    def record_reminder(self, how: str) -> None:
        """Record that Police were reminded; for a mail its words go to the clipboard."""
        if (line := self.line) is not None:
            self.ask(asking.chase_police, line.exchange, how, then=self._reminded, saying=tr("Recording"))
            if how == "mail":
                lend(self.reminder_text.toPlainText(), REMINDER_LENT)

    def _reminded(self, note: ChaseNote) -> None:
        self.reminder.hide()
        self.saved()
        self.notice.say(tr("The reminder for {exchange} is recorded.", exchange=note.exchange), "good")

    def show_none(self) -> None:
        self.fill(())

    def may_leave(self) -> bool:
        self.hide_passphrase()
        return True

    def show_late(self) -> None:
        """As it looks for a workbook that is late, with the words of a reminder: the demo's came back in time."""
        if (line := self.line) is None:
            return
        late = replace(line, returned_at=None, confirmed_at=None, undecided=0, asked=0)
        self.fill((late,))
        day = date.fromisoformat(late.meeting[-10:])
        note = chase_note(late, "the forum", day, self.desk.today, self.desk.door.name)
        self._reminder(note)

    def acts(self) -> Sequence[Action]:
        return (
            Action("police.export", "Police", tr("&Export a workbook…"), self.to_export, needs=police.export_police,
                   enabled=lambda: self.export_button.isEnabled()),
            Action("police.import", "Police", tr("&Import a returned file…"), self.to_import,
                   needs=police.take_in_police, enabled=lambda: self.import_button.isEnabled()),
            Action("police.review", "Police", tr("&Review"), self.to_review, needs=reviews.review_police,
                   enabled=lambda: self.review_button.isEnabled()),
            Action("police.passphrase", "Police", tr("&Show passphrase"), self.show_passphrase,
                   needs=police.show_passphrase, enabled=lambda: self.show_button.isEnabled(), after_line=True),
            Action("police.questions", "Police", tr("Send &questions…"), self.to_questions,
                   needs=asking.ask_back_police, enabled=lambda: self.ask_button.isEnabled()),
            Action("police.remind", "Police", tr("R&emind Police…"), self.show_reminder,
                   needs=asking.chase_police, enabled=lambda: self.chase_button.isEnabled()),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.export_button, self.listing, self.secret)

    def searched(self) -> QWidget | None:
        return self.table if self.table.isVisible() else None

    def close_innermost(self) -> bool:
        for each in (self.card, self.reminder, self.notice):
            if each.isVisible():
                if each is self.card:
                    self.hide_passphrase()
                else:
                    each.hide()
                return True
        return False


def _day(moment: datetime | None) -> str:
    return show_date(moment.astimezone(AUCKLAND).date()) if moment else "—"
