"""Settings: each says when it takes effect. What is of this computer is kept here, never with a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.names import fold
from app.domain.passphrase import check_passphrase
from app.domain.people import Office
from app.domain.words import Topic
from app.usecases.disposal import list_disposals
from app.usecases.known import list_disclosures_as_known
from app.usecases.people import accept_office, change_passphrase
from ui import theme, words
from ui.idle import LEAST, MOST
from ui.screen import Screen
from ui.settings import backups
from ui.settings.backups import BackupCard
from ui.settings.forum import ForumCards
from ui.signin.fields import PassphraseEdit
from ui.tones import Theme
from ui.tongue import tr
from ui.widgets.empty import EmptyState
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.pick import Pick
from ui.widgets.scroll import scroll_body

_THEMES = {
    Theme.SYSTEM: tr("as the computer is set"),
    Theme.LIGHT: tr("light"),
    Theme.DARK: tr("dark"),
    Theme.CONTRAST: tr("high contrast"),
}


class SettingsScreen(Screen):
    """Cards, found by a search box."""

    name: ClassVar[str] = "settings"
    title: ClassVar[str] = tr("Settings")
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "settings"
    scrolls: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.FORUMS})
    states: ClassVar[Mapping[str, str]] = {"no-match": "show_no_match", "forum": "show_forum"}

    def build(self) -> None:
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Find a setting"))
        self.body.addLayout(row(buddy(tr("&Search"), self.box), self.box))
        scroll_body(self)
        self._cards: list[tuple[str, QFrame]] = []
        self._appearance()
        self._lock()
        self._passphrase()
        self._office()
        self._register()
        self.forum_cards = ForumCards(self)
        for card, also in self.forum_cards.cards:
            self._add(card, f"{card.title} {also}")
        self._lists()
        self._keeping()
        self.backups = BackupCard(self)
        also = tr("back up second place prove the last backup test restore restoring")
        self._add(self.backups, f"{backups.TITLE} {backups.WHEN} {also}")
        self._about()
        self.empty = EmptyState()
        self.empty.hide()
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def _card(self, title: str, when: str, *lines: tuple[str, QWidget]) -> None:
        frame = QFrame()
        frame.setProperty("look", "card")
        layout = QVBoxLayout(frame)
        layout.addWidget(label(title, "heading"))
        form = QGridLayout()
        form.setColumnStretch(2, 1)
        for number, (text, field) in enumerate(lines):
            if text:
                form.addWidget(buddy(text, field), number, 0)
            field.setMinimumWidth(theme.letters(self, 26))
            form.addWidget(field, number, 1, 1, 2 if field is getattr(self, "folder", None) else 1)
        layout.addLayout(form)
        layout.addWidget(label(when, "muted"))
        self._add(frame, f"{title} {when} {' '.join(text for text, _ in lines)}")

    def _add(self, frame: QFrame, said: str) -> None:
        """A card, and the words by which the box finds it."""
        self._cards.append((said, frame))
        self.body.addWidget(frame)

    def _appearance(self) -> None:
        self.theme = Pick(tr("Theme"), [(told, each.value) for each, told in _THEMES.items()])
        sizes = range(theme.SMALLEST, theme.LARGEST + 1, theme.STEP)
        self.size_box = Pick(tr("Text size"), [(f"{each} %", each) for each in sizes])
        self._card(
            tr("Appearance"),
            tr("Takes effect at once. Also: Ctrl++ and Ctrl+- for larger and smaller text."),
            (tr("Colours"), self.theme),
            (tr("Text si&ze"), self.size_box),
        )

    def _lock(self) -> None:
        self.minutes = Pick(
            tr("Lock after"),
            [
                (tr("{each} min", each=each) if each > 1 else tr("1 min"), each)
                for each in range(LEAST, MOST + 1)
            ],
        )
        self._card(
            tr("Locking"),
            tr(
                "Takes effect at once. The lock cannot be switched off; a minute before, a warning that any key stops."
            ),
            (tr("&Lock when idle for"), self.minutes),
        )

    def _lists(self) -> None:
        """The way to the words that forms choose from."""
        self.lists_button = button(tr("Lists of values…"), partial(self.open, "settings-lists"))
        self._card(
            tr("Lists of values"),
            tr("Flags, conditions, answers, reasons a case ends: each list says when new words take effect."),
            ("", self.lists_button),
        )

    def _keeping(self) -> None:
        """The way to disposal and to past days: rare, and for those who keep the register."""
        self.disposal_button = button(tr("Keeping and &disposal…"), partial(self.open, "keeping"))
        self.left_then = button(tr("What had left the forum by a day…"), self.to_past)
        self._card(
            tr("Keeping"),
            tr(
                "How long records are kept, holds, destroying for good, and the record as it stood on a past day."
            ),
            ("", self.disposal_button),
            ("", self.left_then),
        )

    def _about(self) -> None:
        self.about_button = button(tr("Version and licences…"), partial(self.open, "settings-about"))
        self._card(
            tr("About"),
            tr("Version, the register's schema step, and the licence of every library."),
            ("", self.about_button),
        )

    def to_past(self) -> None:
        """The disclosure ledger as it stood on a past day."""
        self.open("keeping-past", forum=self.desk.forum)

    def _passphrase(self) -> None:
        self.old = PassphraseEdit(tr("Present passphrase"))
        self.new = PassphraseEdit(tr("New passphrase"))
        self.again = PassphraseEdit(tr("New passphrase once more"))
        self.change = button(tr("Change m&y passphrase"), self.change_own)
        self._card(
            tr("Your passphrase"),
            tr(
                "Takes effect at your next sign-in. At least 16 characters; nobody can find out one that was forgotten."
            ),
            (tr("Present"), self.old),
            (tr("New"), self.new),
            (tr("Once more"), self.again),
            ("", self.change),
        )

    def _office(self) -> None:
        """Here, since whoever is named may not see People."""
        self.office = QLineEdit()
        self.take_up = button(tr("Take it &up"), self.take_office)
        self._card(
            tr("An office handed over to you"),
            tr(
                "A chair names who is chair next, or deputy, and tells you the number. It counts once you take it up."
            ),
            (tr("Number"), self.office),
            ("", self.take_up),
        )

    def _register(self) -> None:
        self.folder = QLineEdit(str(self.desk.door.folder))
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(tr("Folder of the register"))
        self._card(
            tr("Register"),
            tr(
                "To work in another register, lock (Ctrl+L) and choose its folder there: it takes effect "
                "at that sign-in."
            ),
            (tr("&Register"), self.folder),
        )

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.narrow)
        self.theme.activated.connect(lambda: self._set("theme", self.theme.value))
        self.size_box.activated.connect(lambda: self._set("text-size", self.size_box.value))
        self.minutes.activated.connect(lambda: self._set("idle-minutes", self.minutes.value))

    def refresh(self) -> None:
        self.theme.set_value(str(self.settings.value("theme", Theme.SYSTEM.value)))
        self.size_box.set_value(int(str(self.settings.value("text-size", 100))))
        self.minutes.set_value(int(str(self.settings.value("idle-minutes", MOST))))
        self.disposal_button.setEnabled(self.desk.may(list_disposals))
        self.left_then.setEnabled(bool(self.desk.forum) and self.desk.may(list_disclosures_as_known))
        for each in (self.office, self.take_up):
            each.setEnabled(self.desk.may(accept_office))
        self.tell_status("")
        self.stale = True
        self.forum_cards.refresh()
        self.backups.refresh()
        if not self.busy:
            self.settled.emit()

    def _set(self, key: str, value: object) -> None:
        self.settings.setValue(key, value)
        self.restyled.emit()

    def narrow(self, text: str) -> None:
        """Show the cards that answer the words."""
        wanted = fold(text).split()
        shown = 0
        for said, frame in self._cards:
            fits = all(word in fold(said) for word in wanted)
            frame.setVisible(fits)
            shown += fits
        self.empty.setVisible(not shown)
        self.empty.say(
            tr("No setting matches"),
            tr("“{text}” is in none of them.", text=text),
            (tr("Show all"), self.box.clear),
        )
        self.tell_status(
            words.of(shown, len(self._cards), "group of settings", "groups of settings") if text else ""
        )

    def show_no_match(self) -> None:
        self.box.setText("nothing like this")

    def show_forum(self) -> None:
        self.box.setText(tr("forum"))

    def take_office(self) -> None:
        """Take up what was handed over to oneself."""
        number = self.office.text().strip()
        if not number.isdecimal():
            self.notice.say(tr("Type the number that the chair told you."), "warn")
            self.office.setFocus()
            return
        self.ask(accept_office, int(number), then=self._taken_up, saying=tr("Saving"))

    def _taken_up(self, office: Office) -> None:
        self.office.clear()
        self.notice.say(
            tr(
                "You are {role} in {where} from {from_date}.",
                role=office.role.value,
                where=office.where,
                from_date=show_date(office.from_date),
            ),
            "good",
        )
        self.saved()

    def change_own(self) -> None:
        """Change one's own passphrase; the register itself stays as it is."""
        if self.new.text() != self.again.text():
            self.notice.say(tr("The two new passphrases differ; type them again."), "warn")
            self.again.setFocus()
            return
        old, new = self.old.text(), self.new.text()
        try:
            check_passphrase(new)
        except Exception as error:  # noqa: BLE001 - shown as its sentence
            self.say_error(error)
            return
        self.change.setEnabled(False)
        self.ask(
            change_passphrase,
            old,
            new,
            self.desk.stretcher,
            then=lambda _none: self._changed(),
            otherwise=self._not_changed,
            saying=tr("Changing your passphrase"),
        )

    def _changed(self) -> None:
        self._wipe()
        self.notice.say(tr("Your passphrase is changed; the old one no longer opens this register."), "good")
        self.saved()

    def _not_changed(self, error: Exception) -> None:
        self._wipe()
        self.say_error(error)

    def _wipe(self) -> None:
        for box in (self.old, self.new, self.again):
            box.wipe()
        self.change.setEnabled(True)

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.theme)

    def search(self) -> QWidget:
        return self.box
