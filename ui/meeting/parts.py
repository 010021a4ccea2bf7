"""Parts of the agenda screen: one item in full, asking for a case, and the page before issuing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.agenda import Agenda, AgendaItem, NotListed
from app.domain.dates import show_date, show_long_date
from app.domain.meeting import MeetingRow
from app.domain.names import full_name
from app.domain.stand_in import is_withheld
from app.domain.words import Track
from ui import words
from ui.desk import QtDesk
from ui.meeting.words import room_words
from ui.theme import letters
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.pick import Pick

WITHHELD = tr("You are not among those who may read this case.")


class ItemCard(QFrame):
    """Why one case is on the agenda, in every sentence the rule gave."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: AgendaItem | None = None
        self.setProperty("look", "card")
        self.name = label("", "heading")
        self.about = label("", "muted")
        self.no_reply = label("", "warn")
        self.why = label("")
        self.button = button(tr("&Open the case"), lambda: self.wanted.emit(self.item), look="link")
        inside = QWidget()
        column = QVBoxLayout(inside)
        for part in (self.name, self.about, self.no_reply, self.why):
            column.addWidget(part)
        column.addLayout(row(self.button, None))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.show_item(None)

    def show_item(self, item: AgendaItem | None, no_reply: str = "") -> None:
        """Another item, or none; `no_reply` says that Police did not answer about it."""
        self.item = item
        self.no_reply.setText(no_reply)
        self.no_reply.setVisible(bool(no_reply))
        self.button.setVisible(item is not None)
        if item is None:
            self.name.setText(tr("Nobody chosen"))
            self.about.setText("")
            self.why.setText(tr("Choose a line to see why it is here."))
            return
        anchor = (
            f"{item.anchor.name.value} {show_date(item.anchor.day)}" if item.anchor else tr("no anchor date")
        )
        track = tr("at the table") if item.track is Track.TABLE else tr("on paper")
        self.name.setText(full_name(item.surname, item.given_names))
        if is_withheld(item.prn):
            self.button.hide()
            self.about.setText(f"{track}, {words.counted(item.minutes, 'minute')}".capitalize())
            self.why.setText(WITHHELD)
            return
        self.about.setText(f"{item.prn} · {anchor} · {track}, {words.counted(item.minutes, 'minute')}")
        lines = [tr("Why it is here:"), *(f"•  {sentence}" for sentence in item.sentences)]
        if item.missing:
            lines += ["", tr("The milestone still asks for:"), *(f"•  {each}" for each in item.missing)]
        self.why.setText("\n".join(lines))


class AskForm(QFrame):
    """One more case for the agenda: who, why, and who asked."""

    asked = Signal(str, str, str)
    closed = Signal()

    def __init__(self, desk: QtDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("look", "card")
        self.who = Pick(tr("Case to ask for"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Kept with the agenda"))
        self.by = QLineEdit()
        self.by.setMinimumWidth(letters(self, 18))
        self.told = label("", "bad")
        self.told.hide()
        self.add = button(tr("Put &on the agenda"), self.ask, look="first")
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("Ask for a case that no rule lists"), "heading"))
        layout.addWidget(
            flow((buddy(tr("Ca&se"), self.who), self.who), (buddy(tr("As&ked by"), self.by), self.by))
        )
        layout.addLayout(row(buddy(tr("Reaso&n"), self.reason), self.reason))
        layout.addWidget(self.told)
        layout.addLayout(row(self.add, button(tr("Cancel"), self.closed.emit), None))
        self.reason.returnPressed.connect(self.ask)

    def know(self, rows: Sequence[NotListed]) -> None:
        """Who may be asked for: the open cases that no rule lists."""
        self.who.set_choices(
            (f"{full_name(each.surname, each.given_names)} ({each.prn})", each.prn) for each in rows
        )

    def open_for(self, rows: Sequence[NotListed], prn: str) -> None:
        """Show the form with one case chosen."""
        self.know(rows)
        self.who.set_value(prn)
        self.reason.clear()
        self.by.setText(self.desk.name)
        self.told.hide()
        self.enable(True)
        self.show()
        (self.reason if prn else self.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        self.reason.clear()
        self.hide()

    def enable(self, on: bool) -> None:
        self.add.setEnabled(on)

    def ask(self) -> None:
        """Hand over what is typed; a reason has to stand there."""
        if not self.who.value or not self.reason.text().strip():
            self.told.setText(
                tr("Write the reason.") if self.who.value else tr("Every open case is listed already.")
            )
            self.told.show()
            self.reason.setFocus()
            return
        self.enable(False)
        self.asked.emit(str(self.who.value), self.reason.text(), self.by.text())


class IssuePage(QFrame):
    """What issuing an agenda does, read before it is done."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.head = label("", "heading")
        self.counts = label("")
        self.room = label("", "strong")
        self.over = label("", "warn")
        self.first = label("", "warn")
        self.then = label("")
        self.yes = button(tr("Issue the a&genda"), self.agreed.emit, look="first")
        self.no = button(tr("&Not yet"), self.declined.emit)
        layout = QVBoxLayout(self)
        for part in (self.head, self.counts, self.room, self.over, self.first, self.then):
            layout.addWidget(part)
        layout.addLayout(row(self.yes, self.no, None))
        layout.addStretch(1)

    def ask(self, meeting: MeetingRow, agenda: Agenda, first: str) -> None:
        """Say what would be issued, and `first` which meetings could still have changed it."""
        self.first.setText(tr("{first} Once it is issued, that stays on it.", first=first) if first else "")
        self.first.setVisible(bool(first))
        self.yes.setEnabled(True)
        self.head.setText(tr("Issue the agenda of {date}?", date=show_long_date(meeting.date)))
        sections = "\n".join(f"•  {section.title}" for section in agenda.sections()) or tr(
            "•  Nobody is on it."
        )
        listed = words.counted(len(agenda.not_listed), "open case")
        self.counts.setText(
            tr("{sections}\n•  {listed} not on it, each with its next date", sections=sections, listed=listed)
        )
        told, over = room_words(agenda)
        self.over.setText(told)
        self.room.setText(told)
        self.over.setVisible(over)
        self.room.setVisible(not over)
        self.then.setText(
            tr(
                "From then on the agenda is this text and no other: what the register learns later goes "
                "on the next one. "
                "The Police workbook goes out from it and is due back {police_due}; packs are printed "
                "from it. Issuing cannot be taken back.",
                police_due=show_date(meeting.police_due),
            )
        )
