"""Pages as they would be printed, shown from memory: nothing is written, no number is used (need K2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QScrollArea, QWidget

from app.domain.readers import Reader
from app.domain.words import MEETING_PAPERS, Contents, MeetingState, Topic
from app.usecases import copy_ledger, packs
from app.usecases.meeting import list_meetings
from ui import words
from ui.actions import Action
from ui.screen import Screen
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label, row
from ui.widgets.listing import Listing
from ui.widgets.paper import PaperOut
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk

COUNT_IN = tr("count-in sheet")
ONLY_TO_LOOK = tr(
    "Only to look at: no copy, no number, no mark. No number is printed twice; one copy alone gets a number of its own."
)
A_LIST = tr(
    "A list to tick copies on, and to keep: it names who holds copies and no prisoner, so it bears no number."
)
_A4_INCHES = 8.27
_LEAST, _MOST = 40, 400
"""Dots to the inch a page may be drawn at."""


class PreviewScreen(Screen):
    """One page at a time; PgUp and PgDn turn, Ctrl+F finds words."""

    name: ClassVar[str] = "packs-preview"
    title: ClassVar[str] = tr("Preview")
    section: ClassVar[str] = "packs"
    help_page: ClassVar[str] = "packs"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS})
    of_forum: ClassVar[bool] = False
    needs = packs.preview_pages
    states: ClassVar[Mapping[str, str]] = {
        "second-page": "next_page",
        "police": "as_police",
        "count-in": "as_count_in",
    }
    opened: ClassVar[Mapping[str, Mapping[str, object]]] = {
        "police": {"reader": Reader.POLICE.value, "page": 3},
        "count-in": {"contents": COUNT_IN},
    }

    def build(self) -> None:
        self.meeting = ""
        self.seen: packs.Preview | None = None
        self.number = 1
        self._zoom = 1.0
        papers = [(each.value, each) for each in MEETING_PAPERS]
        self.contents = Pick(tr("What is shown"), [*papers, (tr("count-in sheet"), COUNT_IN)])
        self.reader = Pick(
            tr("As whom"), [(tr("as {each} read it", each=each.value), each) for each in Reader]
        )
        self.large = QCheckBox(tr("&Large print"))
        self.before = button(tr("◀ Page before"), lambda: self.turn(self.number - 1))
        self.after = button(tr("Next page ▶"), self.next_page)
        self.at = label("", "strong", wrap=False)
        self.box = QLineEdit()
        self.box.setMaximumWidth(letters(self, 26))
        self.find_button = button(tr("Find next"), self.find_next)
        self.told = label(ONLY_TO_LOOK, "muted")
        self.out = PaperOut(tr("the count-in sheet"), "count-in-sheet.pdf", self._make, self.notice.say)
        self.one_button = button(tr("One cop&y alone…"), self.to_one)
        head = row(self.told, self.one_button)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(
            flow(
                (buddy(tr("&What"), self.contents), self.contents), (buddy(tr("&Reader"), self.reader), self.reader),
                self.large,
                (self.before, self.at, self.after), (buddy(tr("Fi&nd"), self.box), self.box, self.find_button),
            )
        )  # fmt: skip
        self.body.addWidget(self.out)
        self.page = QLabel()
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(tr("Page"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(self.page)
        self.area.setMinimumHeight(scaled(220))
        self.listing = Listing(self.area, tr("Nothing to show"), tr("Choose a meeting first."))
        self.body.addWidget(self.listing, 1)
        self._tell()

    def connect_up(self) -> None:
        self.contents.activated.connect(self.refresh)
        self.reader.activated.connect(self.refresh)
        self.large.toggled.connect(self.refresh)
        self.box.returnPressed.connect(self.find_next)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """The pack of the last meeting whose agenda is issued, else the draft agenda of the first."""
        rows = list_meetings(desk.door, desk.forum)
        issued = [each for each in rows if each.state is not MeetingState.DRAFT]
        if issued:
            return {"meeting": issued[-1].meeting, "contents": Contents.PACK.value}
        return {"meeting": rows[0].meeting, "contents": Contents.AGENDA.value} if rows else {}

    def go(self, **where: object) -> None:
        meeting = str(where.get("meeting", "")) or self.meeting
        asked = str(where.get("contents", ""))
        contents = COUNT_IN if asked == COUNT_IN else Contents(asked) if asked else self.contents.value
        reader = Reader(str(where.get("reader", self.reader.value)))
        asked_for, shown = (meeting, contents, reader), (self.meeting, self.contents.value, self.reader.value)
        if asked_for != shown or self.seen is None:
            self.meeting = meeting
            self.contents.set_value(contents)
            self.reader.set_value(reader)
            self.number = int(str(where.get("page", 1)))
            self.stale = True
        self.area.setFocus()

    def refresh(self) -> None:
        self.notice.hide()
        if not self.meeting:
            self.stale = False
            self.listing.show_rows(False)
            return
        sheet = self.contents.value == COUNT_IN
        self.told.setText(A_LIST if sheet else ONLY_TO_LOOK)
        self.out.setVisible(sheet)
        self.one_button.setVisible(not sheet and self.desk.may(packs.reserve_copies))
        for each in (self.reader, self.large):
            each.setEnabled(not sheet)
        if sheet:
            self.out.offer()
            self.ask(
                packs.count_in_sheet, self.meeting,
                then=self.fill, otherwise=self._refused, saying=tr("Laying out the sheet"),
            )  # fmt: skip
            return
        self.ask(
            packs.preview_pages, self.meeting, self.contents.value, self.large.isChecked(), self.reader.value,
            then=self.fill, otherwise=self._refused, saying=tr("Laying out the pages"),
        )  # fmt: skip

    def fill(self, seen: packs.Preview) -> None:
        """Show the pages that were laid out."""
        self.seen = seen
        self.listing.show_rows()
        self.turn(self.number)

    def _refused(self, error: Exception) -> None:
        self.seen = None
        self.page.clear()
        self._tell()
        self.listing.say(tr("Nothing to show"), words.sentence_of(error))

    def _make(self, leaves_as: str, then: Callable[[bytes], None]) -> None:
        """The sheet once more on its way out, so that the trail tells it."""
        self.ask(
            packs.count_in_sheet, self.meeting, leaves_as,
            then=lambda seen: then(seen.pdf), saying=tr("Laying out the sheet"),
        )  # fmt: skip

    def to_one(self) -> None:
        """To the ledger, where a copy that failed or is gone is printed anew from its row; without one, to the form."""

        def counted(found: copy_ledger.Counted) -> None:
            where = "packs" if found.copies else "packs-make"
            self.open(where, meeting=self.meeting)

        self.ask(copy_ledger.show_ledger, self.meeting, then=counted)

    def as_count_in(self) -> None:
        """The sheet that copies are counted in on."""
        self._go_anew("count-in")

    def as_police(self) -> None:
        """The third page as Police will read it: the first case."""
        self._go_anew("police")

    def _go_anew(self, state: str) -> None:
        self.go(**self.opened[state])
        if self.stale:
            self.refresh()

    @property
    def pages(self) -> int:
        return self.seen.pages if self.seen else 0

    def turn(self, number: int) -> None:
        """Show a page, from 1."""
        if self.seen is None:
            return
        self.number = max(1, min(self.pages, number))
        self._tell()
        seen, page, dots = self.seen, self.number, self._dots()
        self.desk.tasks.run(lambda: (page, seen.picture(page, dots)), self._draw, self.say_error, owner=self)

    def _dots(self) -> int:
        """As many as fit the width beside the bar that a page, which is higher than wide, brings with it."""
        beside = self.area.maximumViewportSize().width() - self.area.verticalScrollBar().sizeHint().width()
        room = beside * self.devicePixelRatioF()
        return int(
            max(_LEAST, min(_MOST, min(room / _A4_INCHES, 110 * self.devicePixelRatioF()) * self._zoom))
        )

    def _draw(self, drawn: tuple[int, Any]) -> None:
        number, picture = drawn
        if number != self.number:
            return
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        ).copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.page.setPixmap(QPixmap.fromImage(image))
        self.area.verticalScrollBar().setValue(0)

    def _tell(self) -> None:
        draft = tr(", draft") if self.seen and self.seen.is_draft else ""
        told = (
            tr("Page {number} of {pages}{draft}", number=self.number, pages=self.pages, draft=draft)
            if self.seen
            else ""
        )
        self.at.setText(told)
        self.area.setAccessibleDescription(told)
        self.before.setEnabled(self.number > 1)
        self.after.setEnabled(self.number < self.pages)
        self.find_button.setEnabled(self.seen is not None)
        if told:
            self.tell_status(told)

    def next_page(self) -> None:
        self.turn(self.number + 1)

    def find_next(self) -> None:
        """Go to the next page that has the words, from here round."""
        if self.seen is None or not self.box.text().strip():
            self.box.setFocus()
            return
        seen, words_asked = self.seen, self.box.text()
        self.desk.tasks.run(
            lambda: seen.find(words_asked), partial(self._found, seen, words_asked), self.say_error, owner=self,
            saying=tr("Reading the pages"),
        )  # fmt: skip

    def _found(self, seen: packs.Preview, asked: str, found: tuple[int, ...]) -> None:
        if seen is not self.seen:
            return
        if not found:
            self.notice.say(tr("No page has “{asked}”.", asked=asked), "warn")
            return
        self.notice.hide()
        self.turn(next((page for page in found if page > self.number), found[0]))

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 1 fits the width."""
        self._zoom = 1.0 if factor == 1 else max(0.5, min(3.0, self._zoom * factor))
        self.turn(self.number)

    def acts(self) -> Sequence[Action]:
        return (
            Action("preview.next", "View", tr("Next page"), self.next_page,
                   keys="PgDown", after_line=True),
            Action("preview.before", "View", tr("Page before"), lambda: self.turn(self.number - 1), keys="PgUp"),
            Action("preview.larger", "View", tr("Larger page"), lambda: self.zoom(1.25), keys="Ctrl+Shift+Up"),
            Action("preview.smaller", "View", tr("Smaller page"), lambda: self.zoom(0.8), keys="Ctrl+Shift+Down"),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.contents, self.area, self.box)

    def search(self) -> QWidget:
        return self.box

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        if self.seen is not None:
            self.turn(self.number)
