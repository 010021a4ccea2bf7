"""The trail as a person reads it: sentences, newest first, with filters and Verify. Nothing can be edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.desk import Desk
from app.domain.checkpoint import Checkpoint
from app.domain.errors import ForumDeskError
from app.domain.trail import TrailRow, Verdict
from app.domain.trail_export import Exported
from app.domain.trail_kinds import KINDS
from app.domain.words import Topic
from app.files import write_whole
from app.usecases.trail import export_trail, list_trail, print_checkpoint, verify_trail
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tasks import Progress, Stopped
from ui.tongue import tr
from ui.trail.filters import TrailFilter, people_in
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import DayEdit, Pick

COLUMNS = (
    Column[TrailRow](tr("No."), lambda each: f"{each.seq:,}", width=8, right=True),
    Column[TrailRow](tr("When"), lambda each: each.at, width=19),
    Column[TrailRow](tr("What happened"), lambda each: each.sentence, width=49, stretch=True),
    Column[TrailRow](tr("As"), lambda each: each.role, width=16),
)


TELLS_EVERY = 50
"""Entries. A signature takes a third of a millisecond, so that a bar moves and Cancel is heard at once."""


def _verify(door: Desk, progress: Progress) -> Verdict:
    def tell(done: int, of: int) -> None:
        if done % TELLS_EVERY == 0:
            progress(done, of, tr("entry {done:,} of {of:,}", done=done, of=of))

    return verify_trail(door, tell=tell)


class TrailScreen(Screen):
    """Every entry, and whether the chain holds."""

    name: ClassVar[str] = "trail"
    title: ClassVar[str] = tr("Trail")
    section: ClassVar[str] = "trail"
    help_page: ClassVar[str] = "trail"
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)
    needs = list_trail
    states: ClassVar[Mapping[str, str]] = {
        "no-match": "show_no_match",
        "verified": "verify",
        "paper": "compare",
    }

    def build(self) -> None:
        self.box = QLineEdit()
        self.box.setClearButtonEnabled(False)
        self.box.setPlaceholderText(tr("Words, a name, a number"))
        self.who = Pick(tr("Person"), [(tr("everybody"), "")])
        self.kind = Pick(tr("Kind"), [(tr("everything"), ""), *((each, each) for each in KINDS)])
        self.since = DayEdit(tr("From day"), self.desk.today)
        self.until = DayEdit(tr("Until day"), self.desk.today)
        self.clear = button(tr("Clear &all"), self.clear_filters)
        self.verify_button = button(tr("Verif&y the chain"), self.verify, look="first")
        self.checkpoint_button = button(tr("Checkpoint…"), self.checkpoint)
        self.compare_button = button(tr("Com&pare…"), self.compare)
        self.compare_button.setToolTip(tr("Compare the trail with a checkpoint on paper"))
        self.export_button = button(tr("E&xport…"), self.export)
        self.export_button.setToolTip(tr("Save the entries shown as a file for an auditor"))
        acts = (self.export_button, self.verify_button)
        self.body.addWidget(flow((buddy(tr("&Search"), self.box), self.box), *acts, grows=True))
        self.body.addWidget(
            flow(
                (buddy(tr("&By"), self.who), self.who),
                (buddy(tr("&Kind"), self.kind), self.kind),
                (label(tr("From"), wrap=False), self.since, self.since.said),
                (label(tr("until"), wrap=False), self.until, self.until.said),
                self.clear,
                self.checkpoint_button,
                self.compare_button,
            )
        )
        self.showing = label("", "muted")
        self.body.addWidget(self.showing)
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Entries of the trail, newest first"))
        self.listing = Listing(self.table)
        self.body.addWidget(self.listing, 1)
        self.rows: tuple[TrailRow, ...] = ()

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.filter)
        self.box.returnPressed.connect(self.table.setFocus)
        for each in (self.who, self.kind):
            each.activated.connect(self.filter)
        for day in (self.since, self.until):
            day.editingFinished.connect(self.filter)

    def refresh(self) -> None:
        for each in (self.verify_button, self.compare_button):
            each.setEnabled(self.desk.may(verify_trail))
        self.checkpoint_button.setEnabled(self.desk.may(print_checkpoint))
        self.ask(list_trail, then=self.fill, saying=tr("Reading the trail"))

    def fill(self, rows: tuple[TrailRow, ...]) -> None:
        self.rows = tuple(reversed(rows))
        names = people_in(rows)
        self.who.set_choices([(tr("everybody"), ""), *((name, who) for who, name in names.items())])
        self.filter()

    @property
    def asked(self) -> TrailFilter:
        """The filters in force."""
        return TrailFilter(
            self.box.text(),
            str(self.who.value or ""),
            str(self.kind.value or ""),
            self.since.day,
            self.until.day,
        )

    def filter(self) -> None:
        """Show what the filters ask for, and say so with counts."""
        asked = self.asked
        shown = [each for each in self.rows if asked.holds(each)]
        told = asked.told(self.who.currentText())
        self.model.set_rows(shown)
        self.clear.setEnabled(bool(told))
        self.showing.setText(
            tr("Showing entries {told}", told=told) if told else tr("No filters in force; newest first")
        )
        if shown:
            self.listing.show_rows()
        elif told:
            hidden = words.counted(len(self.rows), "entry", "entries")
            self.listing.say(
                tr("No entry matches"),
                tr("{hidden} hidden by: {told}.", hidden=hidden, told=told),
                (tr("Clear all filters"), self.clear_filters),
            )
        else:
            self.listing.say(tr("No entries yet"), tr("Everything that is done here will stand here."))
        self.tell_status(words.of(len(shown), len(self.rows), "entry", "entries"))

    def clear_filters(self) -> None:
        for box in (self.box, self.since, self.until):
            box.clear()
        self.who.set_value("")
        self.kind.set_value("")
        self.filter()
        self.box.setFocus()

    def show_no_match(self) -> None:
        self.box.setText(tr("nothing like this"))

    def verify(self) -> None:
        """Walk the chain: numbers, hashes, signatures."""
        self.verify_button.setEnabled(False)
        self._asked += 1
        job = self.desk.ask_long(
            _verify,
            then=self._verified,
            otherwise=self._not_verified,
            owner=self,
            saying=tr("Verifying the trail"),
        )
        job.ended.connect(self._one_came)

    def _verified(self, found: Verdict) -> None:
        self.verify_button.setEnabled(True)
        self.notice.say(found.sentence, "good" if found.ok else "bad")

    def _not_verified(self, error: Exception) -> None:
        self.verify_button.setEnabled(True)
        if isinstance(error, Stopped):
            self.notice.say(tr("Cancelled: the trail is not verified."), "warn")
        else:
            self.say_error(error)

    def export(self) -> None:
        """The entries that are shown, as a file; why it leaves stands in it and in the trail."""
        asked = self.asked
        told = asked.told(self.who.currentText()) or tr("every entry")

        def do(values: Values, form: AskForm) -> None:
            if not str(values["reason"]).strip():
                form.say(tr("Say what the file is for; nothing was written."), form.field("reason"))
                return
            form.asking(self, export_trail, str(values["reason"]), asked, then=self._save)

        AskForm(
            self.window(),
            tr("Export the trail"),
            tr(
                "A file for an auditor: {told}. It is not encrypted and names people: keep it as its marking says. The "
                "trail says to every forum that it was made, by whom and what for: name no prisoner there.",
                told=told,
            ),
            (("reason", tr("&What for"), QLineEdit()),),
            tr("Export"),
            do,
        ).open()

    def _save(self, made: Exported) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self.window(), tr("Save the export"), made.name, tr("CSV (*.csv)")
        )
        if not file:
            self.notice.say(
                tr("The trail says that an export was made, and no file was written: make it again."), "warn"
            )
            return
        try:
            write_whole(Path(file), made.data)
        except ForumDeskError as error:
            self.say_error(error)
            return
        count = words.of(made.entries, made.of, "entry", "entries")
        self.notice.say(tr("{count} stand in {file}.", count=count, file=file), "good")

    def compare(self) -> None:
        """Type a checkpoint in from paper: is the entry it tells of still the same?"""

        def do(values: Values, form: AskForm) -> None:
            if not str(values["groups"]).strip():
                form.say(tr("Type the groups from the paper first."), form.field("groups"))
                return
            form.asking(self, verify_trail, values["groups"], then=self._verified)

        AskForm(
            self.window(),
            tr("Compare the trail with paper"),
            tr(
                "Type the twenty groups of a checkpoint as they stand on the minutes, or the number and "
                "four groups of a "
                "pack's cover. Nothing is changed."
            ),
            (("groups", tr("&Groups on the paper"), long_text(3)),),
            tr("&Compare"),
            do,
        ).open()

    def checkpoint(self) -> None:
        """The head of the trail, for paper that is kept."""
        self.ask(print_checkpoint, then=self._checkpoint)

    def _checkpoint(self, point: Checkpoint) -> None:
        self.notice.say(
            tr(
                "Checkpoint after entry {seq:,} ({at}): {full}. Write it on paper that is kept.",
                seq=point.seq,
                at=point.at,
                full=point.full,
            ),
            "warn",
        )

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "trail.verify",
                "Tools",
                tr("&Verify the trail"),
                self.verify,
                needs=verify_trail,
                after_line=True,
            ),
            Action(
                "trail.compare",
                "Tools",
                tr("Compare the trail with &paper"),
                self.compare,
                needs=verify_trail,
            ),
            Action(
                "trail.checkpoint",
                "Tools",
                tr("&Checkpoint of the trail"),
                self.checkpoint,
                needs=print_checkpoint,
            ),
        )

    def draft(self) -> Mapping[str, str]:
        return {"search": text} if (text := self.box.text()) else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.box.setText(kept["search"])

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.listing)

    def search(self) -> QWidget:
        return self.box
