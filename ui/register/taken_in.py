"""The extracts that were taken in, each with what it changed and what it refused (needs R12, T2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date, show_moment
from app.domain.extract_result import DifferenceRow, ExtractRow, RejectedRows
from app.domain.words import Topic
from app.usecases.extract import extract_differences, import_extract, list_extracts, save_rejections
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.register import refused
from ui.register.outcome import REJECTIONS, differences
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.listing import Listing


def _count(name: str, head: str) -> Column[ExtractRow]:
    return Column[ExtractRow](head, lambda each: f"{each.counts.get(name, 0):,}", width=9, right=True)


COLUMNS = (
    Column[ExtractRow](tr("No."), lambda each: str(each.extract), width=5, right=True),
    Column[ExtractRow](tr("File"), lambda each: each.file_name, width=24, stretch=True),
    Column[ExtractRow](tr("As at"), lambda each: show_date(each.as_at), width=13),
    Column[ExtractRow](tr("Taken in"), lambda each: show_moment(each.imported_at), width=17, goes=2),
    Column[ExtractRow](tr("By"), lambda each: each.who, width=16, goes=1),
    _count("rows", tr("Rows")),
    _count("added", tr("New")),
    _count("changed", tr("Changed")),
    _count("rejected", tr("Refused")),
)


class ExtractsScreen(Screen):
    """Extracts above, the last one first; below it what the opened one changed and refused."""

    name: ClassVar[str] = "cases-extracts"
    title: ClassVar[str] = tr("Extracts taken in")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "cases-import"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PEOPLE})
    needs = list_extracts
    states: ClassVar[Mapping[str, str]] = {"refused": "show_refused"}

    def build(self) -> None:
        self.chosen: ExtractRow | None = None
        self.rejected: RejectedRows | None = None
        self.open_button = button(tr("Sho&w what it did"), self.open_current, look="first")
        self.save_button = button(tr("&Save the refused rows…"), self.save_rejected)
        self.import_button = button(tr("Ta&ke in an extract…"), partial(self.open, "cases-import"))
        self.body.addWidget(
            flow(
                self.open_button,
                self.save_button,
                self.import_button,
                button(tr("All cases"), partial(self.open, "cases")),
            )
        )
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Extracts taken in, the last one first"))
        self.about = label("", "heading")
        self.differences = RowTable(differences(tr("Before"), tr("From then on")), self)
        self.rejections = RowTable(REJECTIONS, self)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(tr("What the extract did"))
        self.tables = (
            Table(self.differences, tr("Differences"), none=tr("This extract changed no value.")),
            Table(self.rejections, tr("Refused rows"), none=tr("No row of this extract was refused.")),
        )
        for each in self.tables:
            self.tabs.addTab(each, each.accessibleName())
        whole = QWidget()
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table, 2)
        inner.addWidget(self.about)
        inner.addWidget(self.tabs, 3)
        self.tabs.setMinimumHeight(scaled(200))
        self.whole = whole
        self.listing = Listing(whole)
        self.body.addWidget(self.listing, 1)

    def connect_up(self) -> None:
        self.table.opened.connect(self.open_extract)

    def refresh(self) -> None:
        self.import_button.setEnabled(self.desk.may(import_extract))
        self.ask(list_extracts, then=self.fill, saying=tr("Reading the extracts"))

    def fill(self, rows: tuple[ExtractRow, ...]) -> None:
        """Show the extracts; the one that was open stays open, else the last one opens."""
        self.model.set_rows(rows)
        self.open_button.setEnabled(bool(rows))
        self.save_button.setEnabled(False)
        if rows:
            self.listing.show_rows()
            opened = self.chosen.extract if self.chosen else rows[0].extract
            number = next((i for i, each in enumerate(rows) if each.extract == opened), 0)
            self.table.setCurrentIndex(self.model.index(number, 0))
            self.open_extract(rows[number])
        else:
            self.listing.say(
                tr("No extract has been taken in yet"),
                tr("What each one changed and refused stands here afterwards."),
                (tr("Take in an extract"), partial(self.open, "cases-import")),
            )
        self.tell_status(words.counted(len(rows), "extract"))

    def open_current(self) -> None:
        self.open_extract(self.table.current())

    def open_extract(self, extract: ExtractRow | None) -> None:
        """What one extract changed and what it refused, read together."""
        if extract is None:
            return
        self.chosen, self.rejected = extract, None
        self.save_button.setEnabled(False)
        saying = tr("Reading what the extract did")
        self.ask(
            extract_differences,
            extract.extract,
            then=partial(self._fill_differences, extract.extract),
            saying=saying,
        )
        self.ask(
            save_rejections, extract.extract,
            then=partial(self._fill_rejections, extract.extract), saying=saying,
        )  # fmt: skip
        as_at = tr(", as at {as_at}", as_at=show_date(extract.as_at)) if extract.as_at else ""
        self.about.setText(
            tr(
                "Extract {extract}: {file_name}{as_at}",
                extract=extract.extract,
                file_name=extract.file_name,
                as_at=as_at,
            )
        )

    def _fill_differences(self, number: int, rows: tuple[DifferenceRow, ...]) -> None:
        if self.chosen is not None and self.chosen.extract == number:
            self.differences.set_rows(rows)
            self._name_tab(0, tr("Differences"), len(rows))

    def _fill_rejections(self, number: int, rows: RejectedRows) -> None:
        if self.chosen is not None and self.chosen.extract == number:
            self.rejected = rows
            self.rejections.set_rows(rows.rejections)
            self._name_tab(1, tr("Refused rows"), len(rows.rejections))
            self.save_button.setEnabled(bool(rows.rejections))

    def _name_tab(self, tab: int, name: str, count: int) -> None:
        self.tabs.setTabText(tab, f"{name} ({count:,})")

    def save_rejected(self) -> None:
        """The refused rows of the opened extract, to be mended and sent again."""
        if self.rejected is not None and (path := refused.ask_where(self, self.rejected.file_name)):
            self.write_rejected(path)

    def write_rejected(self, path: Path) -> None:
        """Write them where somebody said, away from the window's thread."""
        if self.rejected is None:
            return
        self.desk.ask_long(
            refused.writing(path, self.rejected),
            then=lambda _none: self.notice.say(refused.saved_words(path), "good"),
            otherwise=self.say_error,
            owner=self,
            saying=tr("Saving"),
        )

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "extracts.save", "File", tr("&Save the refused rows…"), self.save_rejected, keys="Ctrl+Shift+S",
                needs=save_rejections, enabled=lambda: self.save_button.isEnabled(),
            ),
        )  # fmt: skip

    def more_keys(self) -> Sequence[tuple[str, str]]:
        return (("Return", tr("Show what the extract did")),)

    def panes(self) -> Sequence[QWidget]:
        return (self.table, *self.tables, self.listing.empty)

    def searched(self) -> QWidget | None:
        shown = [each for each in (self.table, *self.tables) if each.isVisible()]
        return next((each for each in shown if each.hasFocus()), next(iter(shown), None))

    def show_refused(self) -> None:
        self.tabs.setCurrentIndex(1)
