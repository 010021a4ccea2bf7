"""The list of cases: one search box, filters in words, views tied to the work, a preview beside it (need R10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.domain.case_list import CaseLine, CaseOrder, CasePage, CaseQuery, CaseView, FilterKey
from app.domain.cases import CaseRecord
from app.domain.errors import NotFound
from app.domain.names import full_name
from app.domain.stand_in import read_code
from app.domain.words import Topic
from app.usecases.agenda import ask_for_case
from app.usecases.case_list import browse_cases
from app.usecases.cases import show_case
from app.usecases.criteria import preview_criteria
from app.usecases.extract import import_extract, left_out, list_extracts
from ui import words
from ui.actions import Action
from ui.case.columns import of_flag_code
from ui.case.provenance import ProvenanceDialog
from ui.register import acts, empty, views
from ui.register.asking import Asking
from ui.register.columns import (
    ACTIONS,
    BOARD,
    DATE,
    DATE_LETTERS,
    FLAGS,
    PLAN,
    PRISON,
    PRN,
    STAGE,
    WHY,
    CaseTable,
)
from ui.register.filters import FilterChips, FilterPane
from ui.register.menu import open_menu
from ui.register.pictures import STATES, CasePictures
from ui.register.preview import Preview
from ui.screen import Screen
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.chips import ChipDelegate
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

FOLDS_BELOW = 1200
PREVIEW_AFTER = 120
LENT = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
EXTRAS = (BOARD, PRISON)
"""Columns of a wide screen: they never stand in the room of one that is used more."""
HIDES = (*EXTRAS, STAGE, ACTIONS, PRN, PLAN)
"""Columns that go first where the list is narrow, in this order: the stage is read off the date beside it, and whether
there is an address to go to is what a release waits for."""


class CasesScreen(CasePictures, Screen):
    """Everybody on the list."""

    name: ClassVar[str] = "cases"
    comes_next = ("case", "cases-import")
    title: ClassVar[str] = tr("Cases")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "cases"
    headed: ClassVar[bool] = False
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES, Topic.MEETINGS, Topic.REGISTER})
    needs = browse_cases
    states: ClassVar[Mapping[str, str]] = STATES

    def build(self) -> None:
        self.query = CaseQuery()
        self._chosen_order: tuple[CaseOrder, bool] = (CaseOrder.DATE, False)
        self.asking = Asking(self)
        self.box = QLineEdit()
        self.box.setPlaceholderText(tr("Name, PRN, birth date, address, flag, note"))
        self.box.setClearButtonEnabled(False)
        self.view = Pick(tr("View"), views.choices(self.settings))
        self.keep_button = button(tr("&Keep view…"), self.keep_view)
        self.left_button = button(tr("Left &out…"), partial(self.open, "cases-left-out"))
        self.import_button = button(tr("&Import…"), partial(self.open, "cases-import"))
        self.new_button = button(tr("&New case…"), self.new_case, look="first")
        self.fold_button = button(tr("Fi&lters"))
        self.fold_button.setCheckable(True)
        self.box.setMinimumWidth(letters(self, 30))
        self.body.addWidget(
            flow(
                self.fold_button, (buddy(tr("&Search"), self.box), self.box),
                (buddy(tr("Vie&w"), self.view), self.view), self.keep_button, self.left_button, self.import_button,
                self.new_button, grows=True,
            )
        )  # fmt: skip
        # Each part goes into its place before it is filled: what moves with parts in it is styled again, with them all.
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.splitter, 1)
        self.filters = FilterPane()
        middle = QWidget()
        self.preview = Preview()
        for part, stretch in ((self.filters, 0), (middle, 3), (self.preview, 1)):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setChildrenCollapsible(False)
        # What the filters need must not keep the window from the width at which they fold.
        self.splitter.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.chips = FilterChips()
        self._fitted: list[bool | int] = []
        self.model = CaseTable(self.desk.today, self, self.desk.changed_outside)
        self.table = Table(self.model, tr("Cases"))
        self.flag_chips = ChipDelegate(self.table)
        self.table.setItemDelegateForColumn(FLAGS, self.flag_chips)
        head = self.table.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        self.table.fit()  # a head with the arrow wants more room
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.listing = Listing(self.table)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.chips)
        column.addWidget(self.listing, 1)
        self.preview.hide()
        self._preview_wait = QTimer(self)
        self._preview_wait.setSingleShot(True)
        self._preview_wait.setInterval(PREVIEW_AFTER)

    def connect_up(self) -> None:
        self.box.textChanged.connect(self.typed)
        self.box.returnPressed.connect(self.table.setFocus)
        self.box.installEventFilter(self)
        self.table.installEventFilter(self)
        self.listing.installEventFilter(self)
        self.view.activated.connect(lambda _index: self.turn_to(self.view.value))
        self.filters.changed.connect(lambda: self.ask_for(self.filters.read(self.query)))
        self.filters.clear_button.clicked.connect(self.clear_filters)
        self.chips.removed.connect(self.take_away)
        self.chips.cleared.connect(self.clear_filters)
        self.chips.beyond_asked.connect(partial(self.turn_to, CaseView.EVERYBODY))
        self.fold_button.toggled.connect(lambda on: self.filters.setVisible(on))
        self.table.horizontalHeader().sectionClicked.connect(self.sort_by_column)
        self.table.opened.connect(self.open_case)
        self.table.picked.connect(lambda _line: self._preview_wait.start())
        self.table.customContextMenuRequested.connect(self.menu)
        self.preview.opened.connect(lambda: self.open_case(self.table.current()))
        self.preview.flag_asked.connect(lambda code: self.tell_flag(self.table.current(), code))
        self.flag_chips.opened.connect(lambda number, code: self.tell_flag(self.model.row(number), code))
        self._preview_wait.timeout.connect(self.read_preview)

    # Asking for rows.

    def refresh(self) -> None:
        self.new_button.setEnabled(self.desk.may(acts.open_high_profile))
        self.import_button.setEnabled(self.desk.may(import_extract))
        self.left_button.setEnabled(self.desk.may(left_out))
        self.read()

    def wait_for_forum(self) -> None:
        self.say_instead(tr("Reading the register"), tr("The cases come as soon as it answers."))

    def read(self) -> None:
        """Ask for the rows of the query as it stands."""
        if not self.desk.forum:
            self.fill(CasePage((), 0, 0, 0))
        else:
            self.asking.in_full()

    def say_instead(self, title: str, sentence: str, *acts: tuple[str, Callable[[], object]]) -> None:
        """Say why there are no rows where none could be read: an empty list would say that there are none."""
        if not self.model.rows:
            self.listing.say(title, sentence, *acts)

    def fill(self, page: CasePage) -> None:
        """Show a first page, and let the table fetch the rest as it is scrolled."""
        kept = self.table.current()
        asked = self.query

        def fetch(_last: CaseLine | None, take: Callable[[Sequence[CaseLine], bool], None]) -> None:
            self.ask(
                browse_cases, self.desk.forum, asked, len(self.model.rows), saying=tr("Reading more cases"),
                then=lambda further: take(further.lines, further.more),
            )  # fmt: skip

        self.model.show_from(page.lines, page.more and not page.open_ended, fetch)
        self.model.told_order(asked.order, asked.down)
        self._show_arrow()
        counted = self._counted(page, asked)
        self.chips.show_query(asked, counted, page.beyond if page.matching else 0)
        if not page.open_ended and page.total:
            self.filters.offer_prisons(page.prisons)
        self.filters.show_query(asked)
        if page.matching:
            self.listing.show_rows()
        else:
            empty.say(self, page)
        self.tell_status(counted)
        self._choose(kept.prn if kept else None)
        self._fit_columns()

    def _counted(self, page: CasePage, asked: CaseQuery) -> str:
        """`7 of 63 cases`, by the count of the view that came last while letters are typed."""
        total = page.total or self.asking.total(asked)
        told = words.of(page.matching, total, "case") if total else words.counted(page.matching, "case")
        return tr("at least {told}", told=told) if page.open_ended else told

    def _choose(self, prn: str | None) -> None:
        """Keep the row that was chosen, or take the first, without moving the keyboard."""
        if self.model.rows:
            number = next((i for i, line in enumerate(self.model.rows) if line.prn == prn), 0)
            self.table.setCurrentIndex(self.model.index(number, 0))
        else:
            self.preview.say_nothing()

    # What is asked.

    def ask_for(self, query: CaseQuery) -> None:
        """Show another query."""
        self._take_up(query)
        self.read()

    def _take_up(self, query: CaseQuery) -> None:
        """Put a query in force. With a text the best found stand first until another order is chosen."""
        if bool(query.text.strip()) != bool(self.query.text.strip()):
            order = (CaseOrder.FOUND, False) if query.text.strip() else self._chosen_order
            query = replace(query, order=order[0], down=order[1])
        self.query = query
        if self.box.text() != query.text:
            self.box.blockSignals(True)
            self.box.setText(query.text)
            self.box.blockSignals(False)
        self.view.set_value(query.view)

    def typed(self, text: str) -> None:
        """Each letter shows whom it finds at once; the rest is read when no other letter follows."""
        self._take_up(replace(self.query, text=text, looser=0))
        if text.strip() and self.desk.forum:
            self.asking.as_typed()
        else:
            self.read()

    def turn_to(self, view: object) -> None:
        """Another view; a kept one brings its filters along, a built-in one keeps those in force."""
        if isinstance(view, CaseView):
            self.ask_for(replace(self.query, view=view))
        elif kept := views.kept(self.settings, str(view)):
            self._chosen_order = (kept.order, kept.down)
            self.ask_for(replace(kept, text=""))
            self.view.set_value(view)

    def clear_filters(self) -> None:
        self.ask_for(self.query.cleared())
        self.table.setFocus() if self.filters.isHidden() else self.filters.setFocus()

    def take_away(self, key: FilterKey) -> None:
        self.ask_for(self.query.without(key))

    def look_further(self) -> None:
        """The next looser reading of the text."""
        self.ask_for(replace(self.query, looser=self.query.looser + 1))

    def sort_by_column(self, number: int) -> None:
        if word := self.model.columns[number].sort:
            self.sort_by(CaseOrder(word))

    def sort_by(self, order: CaseOrder) -> None:
        """The same order again turns it round."""
        down = order is self.query.order and not self.query.down
        self._chosen_order = (order, down)
        self.ask_for(replace(self.query, order=order, down=down))

    def _show_arrow(self) -> None:
        order = self.query.order
        number = DATE if order is CaseOrder.DATE else self._column_of(order)
        turn = Qt.SortOrder.DescendingOrder if self.query.down else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(number, turn)

    def _column_of(self, order: CaseOrder) -> int:
        return next((i for i, each in enumerate(self.model.columns) if each.sort == order), -1)

    def keep_view(self) -> None:
        """Keep what is asked under a name; the text is left out, since it is most often a name."""
        views.ask_name(self)

    def in_own_view(self) -> bool:
        """Whether the view in force is one that was kept on this computer."""
        return bool(views.own_name(self.view.value))

    # The preview and the whole case.

    def toggle_preview(self) -> None:
        self.preview.setVisible(self.preview.isHidden())
        self._fit_columns()
        self.read_preview()

    def read_preview(self) -> None:
        """Read the case under the keyboard while the preview is open."""
        line = self.table.current()
        if self.preview.isHidden():
            return
        if line is None or read_code(line.prn):
            self.preview.say_nothing()
            return
        self.ask(show_case, line.prn, then=self._previewed, otherwise=self._not_previewed)

    def _previewed(self, record: CaseRecord) -> None:
        line = self.table.current()
        if line is not None and line.prn == record.prn:
            self.preview.show_case(record, self.desk.today)

    def _not_previewed(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self.preview.say_nothing()
        else:
            self.say_error(error)

    def tell_flag(self, line: CaseLine | None, code: str) -> None:
        """What a chip is about: whose the flag is, where it comes from, since when, what it means for the forum."""
        if line is None:
            return
        if read_code(line.prn):
            self.open_case(line)  # it is kept from whoever asks; that screen says so
            return

        def told(record: CaseRecord) -> None:
            if (about := of_flag_code(record, code)) is not None:
                about = replace(
                    about, heading=f"{about.heading}: {full_name(record.surname, record.given_names)}"
                )
                ProvenanceDialog(self.window(), about, None).open()

        self.ask(show_case, line.prn, then=told, saying=tr("Reading the case"))

    def open_case(self, line: CaseLine | None) -> None:
        """Open the case; the record bar there goes through this list in its order."""
        if line is not None:
            self.open("case", prn=line.prn, among=self.query)

    def new_case(self) -> None:
        acts.open_new(self)

    def by_hand(self) -> None:
        acts.enter_by_hand(self)

    def choose_row(self) -> None:
        """Add the row under the keyboard to those chosen, or take it out, and go on to the next."""
        at = self.table.currentIndex()
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(at, flag.Toggle | flag.Rows)
        below = self.model.index(min(at.row() + 1, self.model.rowCount() - 1), at.column())
        self.table.selectionModel().setCurrentIndex(below, flag.NoUpdate)
        self.tell_status(tr("{cases} chosen", cases=words.counted(len(self.table.chosen()), "case")))

    def to_agenda(self) -> None:
        """Ask for the chosen cases at a coming meeting."""
        if chosen := self.table.chosen():
            acts.ask_for_chosen(self, [line.prn for line in chosen])

    # Keys, menus, widths.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Down from the search goes to the list; Space previews; Alt+Down on the list opens its menu of filters.

        The keyboard that comes to the search begins one, not where a menu or another window only lent it.
        """
        if (
            watched is self.box
            and isinstance(event, QFocusEvent)
            and event.gotFocus()
            and event.reason() not in LENT
        ):
            self.asking.begin()
        if watched is self.listing and event.type() == QEvent.Type.Resize:
            self._fit_columns()  # the preview, or the border beside it, took or gave room
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if watched is self.box and event.key() == Qt.Key.Key_Down:
                self.table.setFocus()
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Space and shift:
                self.choose_row()
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Space and not event.modifiers():
                self.toggle_preview()
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Down and alt:
                self.menu(QPoint(scaled(20), scaled(10)))
                return True
        return super().eventFilter(watched, event)

    def menu(self, at: QPoint) -> None:
        """Rows, filters and orders by keys: Alt+Down, the menu key, or the right button."""
        open_menu(self, at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        narrow = self.window().width() < scaled(FOLDS_BELOW)
        self.fold_button.setVisible(narrow)
        self.filters.setVisible(self.fold_button.isChecked() if narrow else True)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Hide columns, the least needed first, until the rest has room; one that fits into what a wide one left stays.

        The name takes what is left. Beside an open preview, which has them in words, the flags go before the date.
        Where none is left to go, the date stands alone, without how far off it is.
        """
        may_go = HIDES if self.preview.isHidden() else (*HIDES, FLAGS)
        wide = {number: self.table.wide(number) for number in range(len(self.model.columns))}
        wide[DATE] = max(wide[DATE], letters(self.table, DATE_LETTERS))
        shown = dict(wide)
        if not self.query.text.strip():
            del shown[WHY]
        room = self.listing.width() - self.table.verticalScrollBar().sizeHint().width() - scaled(4)
        for column in may_go:
            if sum(shown.values()) > room:
                del shown[column]
        used = set(may_go) - set(EXTRAS)
        for column in reversed(may_go):
            if column in EXTRAS and not used <= shown.keys():
                continue
            if column not in shown and sum(shown.values()) + wide[column] <= room:
                shown[column] = wide[column]
        fitted = [sum(shown.values()) > room, *sorted(shown)]
        if fitted == self._fitted:
            return
        self._fitted = fitted
        self.model.be_brief(fitted[0] is True)
        for number in range(len(self.model.columns)):
            self.table.setColumnHidden(number, number not in shown)
        self.table.fit()

    def acts(self) -> Sequence[Action]:
        built_in = (
            Action(f"view.{view.name.lower()}", "View", view.value, partial(self.turn_to, view), keys=keys,
                   after_line=number == 0)
            for number, (view, keys) in enumerate(views.KEYS)
        )  # fmt: skip
        return (
            Action("cases.import", "File", tr("&Import an extract…"), partial(self.open, "cases-import"),
                   needs=import_extract),
            Action("cases.extracts", "File", tr("E&xtracts taken in"), partial(self.open, "cases-extracts"),
                   needs=list_extracts),
            *built_in,
            Action("cases.preview", "View", tr("&Preview the case"), self.toggle_preview, keys="F8", after_line=True),
            Action("cases.new", "Case", tr("&New case…"), self.new_case, keys="Ctrl+N", needs=acts.open_high_profile),
            Action("cases.by-hand", "Case", tr("Enter a person by &hand…"), self.by_hand, keys="Ctrl+Shift+N",
                   needs=acts.enter_person),
            Action("cases.agenda", "Case", tr("&Ask for the chosen at a meeting…"), self.to_agenda, keys="Ctrl+Shift+A",
                   needs=ask_for_case),
            Action("cases.left-out", "Case", tr("Left &out of the list"), partial(self.open, "cases-left-out"),
                   needs=left_out),
            Action("cases.criteria", "Case", tr("&What takes a case in"), partial(self.open, "cases-criteria"),
                   needs=preview_criteria),
            Action("cases.keep", "Case", tr("&Keep this view…"), self.keep_view, after_line=True),
            Action("cases.rename-view", "Case", tr("&Rename this view…"), partial(views.ask_other_name, self),
                   keys="F2", enabled=self.in_own_view),
            Action("cases.remove-view", "Case", tr("Re&move this view"), partial(views.remove, self),
                   keys="Ctrl+Shift+Delete", enabled=self.in_own_view),
            Action("cases.clear", "Case", tr("&Clear all filters"), self.clear_filters, keys="Ctrl+Shift+L"),
        )  # fmt: skip

    def more_keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Return", tr("Open the case")), ("Space", tr("Preview the case")), ("Shift+Space", tr("Choose the row")),
            ("Alt+Down", tr("Filter, sort and more")), ("A … Z", tr("Go to a name that begins so")),
            ("Ctrl+C", tr("Copy the chosen rows")),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.box, self.filters, self.listing, self.preview)

    def search(self) -> QWidget:
        return self.box

    def close_innermost(self) -> bool:
        if self.notice.isVisible():
            self.notice.hide()
        elif self.preview.isVisible():
            self.toggle_preview()
        elif self.query.text:
            self.box.clear()
        else:
            return False
        return True

    def draft(self) -> Mapping[str, str]:
        return {"search": self.box.text()} if self.box.text() else {}

    def restore(self, kept: Mapping[str, str]) -> None:
        self.box.setText(kept.get("search", ""))
