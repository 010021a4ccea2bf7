"""Making numbered copies: who holds one, where the files go, how far it is, and the passphrases shown once (K1, K3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Refused
from app.domain.holders import read_copies_csv, same_names
from app.domain.meeting import MeetingRow
from app.domain.milestones import WatchRow
from app.domain.names import clean, fold
from app.domain.packs import HolderDraft
from app.domain.words import MEETING_PAPERS, Contents, MeetingState, Service
from app.usecases import copy_ledger, packs
from app.usecases.meeting import list_meetings
from ui import words
from ui.actions import Action
from ui.meeting.words import service_words, short_day
from ui.models import Column, RowTable
from ui.packs.lacking import Lacking
from ui.packs.making import MakingScreen
from ui.packs.printing import PrintWish
from ui.packs.target import Target
from ui.packs.words import copies
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.listing import Listing
from ui.widgets.panes import bring_into_view
from ui.widgets.pick import Pick
from ui.widgets.scroll import TallPage

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.desk import QtDesk

HOLDERS = (
    Column[HolderDraft](tr("Holder"), lambda each: each.name, width=26, stretch=True),
    Column[HolderDraft](tr("Service"), lambda each: each.service, width=24),
    Column[HolderDraft](tr("Print"), lambda each: tr("large") if each.large else tr("normal"), width=9),
    Column[HolderDraft](
        tr("Passphrase"),
        lambda each: tr("from the file") if each.passphrase else tr("made when printed"),
        width=20,
    ),
)


ONE_ANEW = tr(
    "One copy, under a number of its own: a number that is printed twice could be lost once and still be counted. "
    "Enter makes it."
)
STILL_MAKING = tr("Copies are still being made here. Print that one anew once they are done.")


def last_holders(desk: Desk, forum: str) -> tuple[HolderDraft, ...]:
    """Who held copies of the last meeting that had any, each once, in the order of their numbers."""
    found = copy_ledger.count_copies(desk, forum)
    if not found:
        return ()
    held = copy_ledger.show_ledger(desk, found[-1].meeting).copies
    holders: dict[str, HolderDraft] = {}
    for each in held:
        if each.contents is held[-1].contents:
            holders[each.holder] = HolderDraft(each.holder, each.service, None, each.large)
    return tuple(holders.values())


class MakeScreen(MakingScreen):
    """From the list of holders to numbered files, one act of printing."""

    name: ClassVar[str] = "packs-make"
    title: ClassVar[str] = tr("Make numbered copies")
    help_page: ClassVar[str] = "packs"
    needs = packs.reserve_copies
    states: ClassVar[Mapping[str, str]] = {
        "no-holder": "show_no_holder", "lacking": "show_lacking", "made": "show_made",
    }  # fmt: skip

    def build(self) -> None:
        self.wanted = ""
        self.kept_for = ""
        self.anew: HolderDraft | None = None
        self.before_one: object = None
        """What was printed before the form was for one copy anew; None where it is not."""
        self.meeting = Pick(tr("Meeting"))
        self.contents = Pick(tr("What is printed"), [(each.value, each) for each in MEETING_PAPERS])
        self.target = Target(self.settings, "pack for the meeting")
        self.folder = self.target.folder
        form = TallPage()
        self.lay_out(form)
        self.result.setMinimumHeight(1)  # the stack is as high as its highest page asks
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            flow(
                (buddy(tr("Meetin&g"), self.meeting), self.meeting),
                (buddy(tr("&What"), self.contents), self.contents),
                (buddy(tr("To"), self.target.out), self.target.out),
            )
        )
        self.lacking = Lacking(lambda row: self.open("case", prn=row.prn))
        layout.addWidget(self.lacking)
        self.holder_line = self._holder_line()
        layout.addWidget(self.holder_line)
        self.model = RowTable(HOLDERS, self)
        self.table = Table(self.model, tr("Holders, one numbered copy each"))
        self.listing = Listing(
            self.table,
            tr("Nobody named yet"),
            tr("Type a holder above, load a copies file, or take the holders of the last meeting."),
        )
        self.listing.addWidget(self.lacking.table)
        layout.addWidget(self.listing, 1)
        self._below(layout)

    def _holder_line(self) -> QFrame:
        self.first = self.who = QLineEdit()
        self.who.setMinimumWidth(letters(self, 20))
        self.service = Pick(
            tr("Service of the holder"), [(service_words(each), each.value) for each in Service]
        )
        self.large = QCheckBox(tr("&Large print"))
        self.add_button = button(tr("&Add holder"), self.add)
        frame = QFrame()
        frame.setProperty("look", "card")
        column = QVBoxLayout(frame)
        column.addWidget(
            flow(
                (buddy(tr("H&older"), self.who), self.who), (buddy(tr("Serv&ice"), self.service), self.service),
                self.large, self.add_button,
            )
        )  # fmt: skip
        self.load_button = button(
            tr("Load a copies file…"), self.load, tip=tr("CSV: name, service, passphrase, large")
        )
        self.same_button = button(tr("Holders of last time"), self.same_as_last)
        self.members_button = button(tr("Add the forum's members"), self.add_members)
        self.size_button = button(tr("Change print si&ze"), self.change_size)
        self.remove_button = button(tr("Take out"), self.remove)
        column.addWidget(
            flow(
                self.same_button, self.members_button, self.load_button, self.size_button, self.remove_button
            )
        )
        return frame

    def _below(self, layout: QVBoxLayout) -> None:
        self.make_button = button(tr("Make copies"), self.start, look="first")
        self.one_button = button(tr("Only the chosen"), self.start_chosen)
        self.told = label("", "muted")
        layout.addWidget(self.target)
        last = row(self.make_button, self.one_button)
        last.addWidget(self.told, 1)
        layout.addLayout(last)

    def connect_up(self) -> None:
        super().connect_up()
        self.who.returnPressed.connect(self.add)
        self.table.picked.connect(lambda _row: self._tell())
        self.lacking.wanted.connect(self._show_list)
        for pick in (self.meeting, self.contents):
            pick.activated.connect(self._tell)
            pick.activated.connect(self._look_for_gaps)
        gone = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The last meeting whose agenda is issued."""
        rows = [row for row in list_meetings(desk.door, desk.forum) if row.state is not MeetingState.DRAFT]
        return {"meeting": rows[-1].meeting} if rows else {}

    def go(self, **where: object) -> None:
        self.wanted = str(where.get("meeting", "")) or self.wanted
        holder = where.get("holder")
        if not isinstance(holder, HolderDraft):
            self._for_all_again()
        elif self.result.running:
            self.notice.say(STILL_MAKING, "warn")
        else:
            self.anew = holder
            self.before_one = self.before_one or self.contents.value
            self.contents.set_value(Contents(str(where["contents"])))
            self.target.reason.setText(str(where.get("reason", "")))
        self.stale = True

    def _for_all_again(self) -> None:
        """Holder, paper and reason of one copy made anew are those of no other print."""
        if self.before_one is not None:
            self.contents.set_value(self.before_one)
            self.target.reason.clear()
            self.before_one, self.kept_for = None, ""

    def refresh(self) -> None:
        self.target.offer(self.queue)
        self.ask(list_meetings, self.desk.forum, then=self._meetings, saying=tr("Reading the meetings"))

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        issued = [each for each in rows if each.state is not MeetingState.DRAFT]
        self.meeting.set_choices(
            (f"{short_day(each.date)}, {each.kind.value}", each.meeting) for each in reversed(issued)
        )
        if self.wanted:
            self.meeting.set_value(self.wanted)
            self.wanted = ""
        if not issued:
            self.listing.empty.say(
                tr("No agenda is issued"), tr("Copies are printed from an issued agenda."),
                (tr("Meetings"), lambda: self.open("meetings")),
            )  # fmt: skip
        if self.anew is not None:
            self.back_to_form()
            self.take((self.anew,))
            self.anew, self.kept_for = None, self.desk.forum
            self.notice.say(ONE_ANEW, "good")
            self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.desk.forum and self.kept_for != self.desk.forum:
            self._for_all_again()
            self.kept_for = self.desk.forum
            self.take(())
            self.same_as_last(quietly=True)
        self._tell()
        self._look_for_gaps()

    # What the pack would lack.

    def _look_for_gaps(self) -> None:
        """Ask what is missing or stale in the chosen pack; an agenda and minutes have no case sheets to say so."""
        meeting = self.meeting.value
        if meeting is None or self.contents.value is not Contents.PACK:
            self.lacking.show_rows(())
            self.lacking.hide()
            return

        def took(rows: tuple[WatchRow, ...]) -> None:
            if (self.meeting.value, self.contents.value) == (meeting, Contents.PACK):
                self.lacking.show_rows(rows)
                self.lacking.show()

        self.ask(packs.watch_pack, str(meeting), then=took, saying=tr("Looking for what is missing"))

    def _show_list(self, all_of_them: bool) -> None:
        """The holders, or in their place every case that is behind."""
        if all_of_them:
            self.listing.setCurrentWidget(self.lacking.table)
        else:
            self.listing.show_rows(self.model.rowCount())
        self.holder_line.setVisible(not all_of_them)
        if all_of_them:
            self.lacking.table.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.listing)

    def show_lacking(self) -> None:
        """Every case that is behind, where the holders stood."""
        self.lacking.turn_to(all_of_them=True)

    # The holders.

    def add_members(self) -> None:
        """Everybody of the forum who may hold a copy and is not in the list yet."""

        def took(offered: tuple[HolderDraft, ...]) -> None:
            there = {fold(each.name) for each in self.model.rows}
            new = [each for each in offered if fold(each.name) not in there]
            if new:
                self.take([*self.model.rows, *new])
            said = tr(
                "{members} added; take out who holds no copy.", members=words.counted(len(new), "member")
            )
            self.notice.say(said if new else tr("Every member of the forum is in the list."), "good")

        self.ask(packs.offer_holders, self.desk.forum, then=took)

    def take(self, holders: Sequence[HolderDraft]) -> None:
        """Show these holders in place of those there were."""
        self.model.set_rows(holders)
        self.lacking.turn_to(all_of_them=False)
        if holders:
            self.table.setCurrentIndex(self.model.index(len(holders) - 1, 0))
        self._tell()

    def add(self) -> None:
        """One more holder."""
        name = clean(self.who.text())
        if not name:
            self.notice.say(tr("Write the name of the person who will hold the copy."), "warn")
            self.who.setFocus()
            return
        holders = [*self.model.rows, HolderDraft(name, str(self.service.value), None, self.large.isChecked())]
        if twice := same_names(holders):
            self.notice.say(
                tr("In the list of holders {twice}; give each holder one line.", twice=twice[0]), "warn"
            )
            return
        self.notice.hide()
        self.take(holders)
        self.who.clear()
        self.large.setChecked(False)
        self.who.setFocus()

    def remove(self) -> None:
        """Take the chosen holders out of the list."""
        gone = self.table.chosen()
        self.take([each for each in self.model.rows if each not in gone])

    def change_size(self) -> None:
        """Large print for those who have normal, and the other way round."""
        chosen = self.table.chosen()
        at = self.table.currentIndex().row()
        self.take([_other_size(each) if each in chosen else each for each in self.model.rows])
        if at >= 0:
            self.table.setCurrentIndex(self.model.index(at, 0))

    def load(self) -> None:
        """Take the holders from a copies file."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Copies file"), self.folder.text(), tr("Copies files (*.csv)")
        )
        if name:
            self.load_file(Path(name))

    def load_file(self, file: Path) -> None:
        """The holders in a copies file, read away from the window's thread."""

        def read() -> tuple[tuple[HolderDraft, ...], tuple[str, ...]]:
            try:
                data = file.read_bytes()
            except OSError as error:
                raise Refused(
                    tr(
                        "{name} could not be read: {strerror}; choose another file.",
                        name=file.name,
                        strerror=error.strerror,
                    )
                ) from None
            found = read_copies_csv(data, file.name)
            return found.holders, found.notes

        self.desk.tasks.run(read, self._loaded, self.say_error, owner=self)

    def _loaded(self, found: tuple[tuple[HolderDraft, ...], tuple[str, ...]]) -> None:
        holders, notes = found
        self.take(holders)
        if notes:
            self.notice.say(" ".join(notes), "warn")
        else:
            self.notice.say(tr("{copies} asked for by the file.", copies=copies(len(holders))), "good")

    def same_as_last(self, quietly: bool = False) -> None:
        """The holders remembered from the last meeting that had copies."""

        def took(holders: tuple[HolderDraft, ...]) -> None:
            if holders:
                self.take(holders)
            elif not quietly:
                self.notice.say(tr("No meeting of this forum has had copies yet."), "warn")

        self.ask(last_holders, self.desk.forum, then=took)

    # Printing.

    def _tell(self) -> None:
        count = self.model.rowCount()
        chosen = bool(count) and self.table.current() is not None
        self.size_button.setEnabled(chosen)
        self.one_button.setEnabled(chosen and count > 1)
        self.remove_button.setEnabled(chosen)
        self.make_button.setText(tr("Ma&ke {copies}", copies=copies(count)) if count else tr("Ma&ke copies"))
        self.make_button.setEnabled(self.meeting.value is not None)
        large = sum(each.large for each in self.model.rows)
        self.told.setText(
            tr("{large} in large print. A number that is reserved is never used again.", large=large)
            if count
            else ""
        )
        self.tell_status(copies(count))

    def start_chosen(self) -> None:
        """Make a copy for the chosen holders alone, such as one who comes later."""
        self.start(tuple(self.table.chosen()))

    def start(self, only: tuple[HolderDraft, ...] = ()) -> None:
        """Make one numbered copy for each holder, or for some of them."""
        holders = only or tuple(self.model.rows)
        if not holders:
            self.notice.say(
                tr("Nobody is named to hold a copy. Name at least one holder, then make the copies."), "warn"
            )
            self.who.setFocus()
            return
        contents = self.contents.value
        if not isinstance(contents, Contents):
            return
        wish = self.target.wish(str(self.meeting.value), contents, holders)
        self.make(wish, tr("Making {copies}", copies=copies(len(holders))))

    def show_no_holder(self) -> None:
        """Make pressed with nobody named."""
        self.take(())
        self.start()

    def show_made(self) -> None:
        """The page after printing, for a picture: what stands on the form, as if it had been printed."""
        self.pretend(PrintWish("CHC", Contents.PACK, tuple(self.model.rows), Path("packs")))

    def acts(self) -> Sequence[Action]:
        return (
            Action("make.load", "Meeting", tr("Load a &copies file…"), self.load),
            Action("make.start", "Meeting", tr("&Make the copies"), self.start, keys="Ctrl+P",
                   enabled=lambda: self.at_form),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.who, self.listing, self.folder, self.result.table)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self.lacking.be_short(self.height() < scaled(600))

    def close_innermost(self) -> bool:
        if super().close_innermost():
            return True
        if self.lacking.shows_all:
            self.lacking.turn_to(all_of_them=False)
            self.lacking.all_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def draft(self) -> Mapping[str, str]:
        return {"who": self.who.text()} if self.who.text() else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.who.setText(kept["who"])


def _other_size(each: HolderDraft) -> HolderDraft:
    return HolderDraft(each.name, each.service, each.passphrase, not each.large, each.row)
