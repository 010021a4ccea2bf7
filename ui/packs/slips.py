"""A slip for each owner after a meeting: their own open actions alone, as numbered copies (needs M7, K2, K3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.closing import actions_by_owner
from app.domain.meeting import ActionRow, MeetingRow
from app.domain.packs import HolderDraft
from app.domain.words import Contents, MeetingState
from app.usecases.meeting import list_actions, list_meetings
from app.usecases.packs import reserve_slips
from ui import words
from ui.actions import Action
from ui.meeting.words import service_words, short_day
from ui.models import Column, RowTable
from ui.packs.making import MakingScreen
from ui.packs.printing import PrintWish
from ui.packs.target import Target
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk

Owned = tuple[ActionRow, ...]
"""The open actions of one owner."""


def columns(today: date) -> tuple[Column[Owned], ...]:
    """One line an owner, with late ones counted from `today`."""

    def late(each: Owned) -> int:
        return sum(action.due < today for action in each)

    return (
        Column[Owned](tr("Owner"), lambda each: each[0].owner, width=26, stretch=True),
        Column[Owned](tr("Service"), lambda each: service_words(each[0].service), width=24),
        Column[Owned](tr("Open actions"), lambda each: str(len(each)), width=14, right=True),
        Column[Owned](
            tr("Late"), lambda each: tr("{late} late", late=late(each)) if late(each) else "–", width=12,
            strong=lambda each: late(each) > 0,
        ),
    )  # fmt: skip


class SlipsScreen(MakingScreen):
    """Who owns open actions, and a numbered copy of their own for each."""

    name: ClassVar[str] = "packs-slips"
    title: ClassVar[str] = tr("Print slips of actions")
    help_page: ClassVar[str] = "actions"
    needs = reserve_slips
    states: ClassVar[Mapping[str, str]] = {"made": "show_made"}

    def build(self) -> None:
        self.wanted = ""
        self.meeting = Pick(tr("Meeting"))
        self.target = Target(self.settings, "slips after the meeting")
        self.folder = self.target.folder
        self.lay_out(QWidget())
        layout = QVBoxLayout(self.form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            flow(
                (buddy(tr("After the meetin&g"), self.meeting), self.meeting),
                (buddy(tr("To"), self.target.out), self.target.out),
            )
        )
        layout.addWidget(
            label(
                tr(
                    "Each slip holds its owner's own open actions and nobody else's, and is a numbered "
                    "copy in the ledger. "
                    "An action without a person's name has no slip."
                ),
                "muted",
            )
        )
        self.model = RowTable(columns(self.desk.today), self)
        self.first = self.table = Table(self.model, tr("Owners of open actions, one slip each"))
        self.table.setMinimumHeight(scaled(130))
        self.listing = Listing(self.table)
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.target)
        self.make_button = button(tr("Ma&ke slips"), self.start, look="first")
        self.one_button = button(tr("Only the &chosen"), self.start_chosen)
        layout.addWidget(flow(self.make_button, self.one_button))
        self._tell()

    def connect_up(self) -> None:
        super().connect_up()
        self.table.picked.connect(lambda _row: self._tell())
        self.meeting.activated.connect(lambda _at: self._tell())

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        closed = [row for row in list_meetings(desk.door, desk.forum) if row.state is MeetingState.CLOSED]
        return {"meeting": closed[-1].meeting} if closed else {}

    def go(self, **where: object) -> None:
        self.wanted = str(where.get("meeting", "")) or self.wanted
        self.stale = True

    def refresh(self) -> None:
        self.target.offer(self.queue)
        self.ask(list_meetings, self.desk.forum, then=self._meetings, saying=tr("Reading the meetings"))
        self.ask(list_actions, self.desk.forum, True, then=self.fill, saying=tr("Reading the actions"))

    def _meetings(self, rows: tuple[MeetingRow, ...]) -> None:
        closed = [each for each in rows if each.state is MeetingState.CLOSED]
        self.meeting.set_choices((short_day(each.date), each.meeting) for each in reversed(closed))
        if self.wanted:
            self.meeting.set_value(self.wanted)
            self.wanted = ""

    def fill(self, rows: tuple[ActionRow, ...]) -> None:
        """One line an owner, after the meetings are known."""
        owners = actions_by_owner(rows)
        self.model.set_rows(owners)
        if owners:
            self.table.setCurrentIndex(self.model.index(0, 0))
        if self.meeting.value is None:
            self.listing.say(
                tr("No meeting is closed yet"), tr("Slips are printed once a meeting is closed.")
            )
        elif owners:
            self.listing.show_rows()
        else:
            self.listing.say(
                tr("Nobody owns an open action"), tr("A slip is for a person who has something to do.")
            )
        self._tell()

    def _tell(self) -> None:
        count = self.model.rowCount() if self.meeting.value is not None else 0
        self.make_button.setText(
            tr("Ma&ke {slips}", slips=words.counted(count, "slip")) if count else tr("Ma&ke slips")
        )
        self.make_button.setEnabled(bool(count))
        self.one_button.setEnabled(count > 1 and self.table.current() is not None)
        self.tell_status(words.counted(count, "owner of open actions", "owners of open actions"))

    def start_chosen(self) -> None:
        """A slip for the chosen owners alone."""
        self.start(tuple(self.table.chosen()))

    def start(self, only: tuple[Owned, ...] = ()) -> None:
        """Make a slip for each owner, or for some, away from the window's thread."""
        holders = _holders(only or self.model.rows)
        wish = self.target.wish(str(self.meeting.value), Contents.SLIP, holders)
        self.make(wish, tr("Making {slips}", slips=words.counted(len(holders), "slip")))

    def show_made(self) -> None:
        """The page after printing, for a picture: nothing is printed or reserved."""
        holders = _holders(self.model.rows)
        self.pretend(PrintWish("CHC", Contents.SLIP, holders, Path("slips")))

    def acts(self) -> Sequence[Action]:
        return (
            Action("slips.start", "Meeting", tr("&Make the slips"), self.start, keys="Ctrl+P",
                   enabled=lambda: self.at_form and self.make_button.isEnabled()),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.meeting, self.table, self.folder, self.result.table)


def _holders(owners: Sequence[Owned]) -> tuple[HolderDraft, ...]:
    return tuple(HolderDraft(rows[0].owner, rows[0].service.value) for rows in owners)
