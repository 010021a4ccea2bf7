"""The lists of values that forms choose from: what each word means, who words it, and when a new one takes effect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from app.domain.dates import show_date
from app.domain.people import Permission, whom_to_ask
from app.domain.plan_rows import ConditionText
from app.domain.plan_words import NeedStatus
from app.domain.words import ExitReason, FlagCode, HighProfileLimb, NeedDomain, SixAnswer, Topic
from app.usecases.conditions import add_condition_text, condition_library
from app.usecases.disposal import list_disposals
from app.usecases.extract import left_out
from ui import words
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.settings.library import ask_words
from ui.table import Table
from ui.tongue import tr
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.pick import Pick


class Value(NamedTuple):
    """One word of a list."""

    code: str
    meaning: str
    since: str = ""


FIXED = tr(
    "Fixed: files of other agencies, the rules and what is stored already depend on these words, so that they change "
    "with a new version of ForumDesk alone."
)


class ValueList(Struct, frozen=True):
    """A list by its title, what is said of changing it, and its words; None where the register keeps them."""

    title: str
    when: str
    values: tuple[Value, ...] | None = None


LISTS = (
    ValueList(
        tr("Conditions of release"),
        tr(
            "Takes effect from the day it is given, for conditions proposed from then on; a case keeps the words it "
            "was given."
        ),
    ),
    ValueList(tr("Flags"), FIXED, tuple(Value(each.value, each.meaning) for each in FlagCode)),
    ValueList(tr("Answers of a partner"), FIXED, tuple(Value(each.value, "") for each in SixAnswer)),
    ValueList(
        tr("Why a case ends"),
        FIXED,
        tuple(Value(each.value, tr("a release") if each.is_release else "") for each in ExitReason),
    ),
    ValueList(tr("Limbs of high profile"), FIXED, tuple(Value(each.value, "") for each in HighProfileLimb)),
    ValueList(tr("Domains of need"), FIXED, tuple(Value(each.value, "") for each in NeedDomain)),
    ValueList(tr("What becomes of a need"), FIXED, tuple(Value(each.value, "") for each in NeedStatus)),
)

COLUMNS = (
    Column[Value](tr("Word"), lambda each: each.code, width=30),
    Column[Value](tr("What it means"), lambda each: each.meaning, width=50, stretch=True),
    Column[Value](tr("Since"), lambda each: each.since, width=12),
)


class ListsScreen(Screen):
    """One list at a time."""

    name: ClassVar[str] = "settings-lists"
    title: ClassVar[str] = tr("Lists of values")
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CASES})
    needs = condition_library
    of_forum: ClassVar[bool] = False
    states: ClassVar[Mapping[str, str]] = {"flags": "show_flags"}

    def build(self) -> None:
        self.pick = Pick(tr("List"), [(each.title, each) for each in LISTS])
        self.word = button(tr("Word a condition…"), lambda: ask_words(self, self.did))
        self.criteria = button(tr("Criteria…"), lambda: self.open("cases-criteria"))
        self.disposal = button(tr("Disposal classes…"), lambda: self.open("keeping"))
        self.when = label("", "muted")
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Words of the list"), of_people=False)
        self.empty = EmptyState()
        self.body.addWidget(
            flow((buddy(tr("&List"), self.pick), self.pick), self.word, self.criteria, self.disposal)
        )
        self.body.addWidget(self.when)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.rows: tuple[Value, ...] = ()

    def connect_up(self) -> None:
        self.pick.currentIndexChanged.connect(lambda _number: self.show_list())

    def refresh(self) -> None:
        self.word.setEnabled(self.desk.may(add_condition_text))
        self.criteria.setEnabled(self.desk.may(left_out))
        self.disposal.setEnabled(self.desk.may(list_disposals))
        self.ask(condition_library, self.desk.today, then=self.fill, saying=tr("Reading the library"))

    def fill(self, texts: tuple[ConditionText, ...]) -> None:
        """The register's own list has come."""
        self.rows = tuple(
            Value(text.code, f"{text.words} ({text.source})", show_date(text.valid_from)) for text in texts
        )
        self.show_list()

    def show_list(self) -> None:
        """The words of the list chosen, and what is said of changing it."""
        chosen = self.pick.value
        if not isinstance(chosen, ValueList):
            return
        rows = self.rows if chosen.values is None else chosen.values
        self.model.set_rows(rows)
        may = chosen.values is not None or self.desk.may(add_condition_text)
        reads = tr("You read this; {who} changes it.", who=whom_to_ask(Permission.CHANGE_FORUM))
        self.when.setText(chosen.when if may else f"{chosen.when} {reads}")
        self.word.setVisible(chosen.values is None)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(
            tr("The library has no conditions yet"),
            tr("“Word a condition…” gives a code its words from a day on; plans choose from them."),
        )
        self.tell_status(words.counted(len(rows), "word", "words"))

    def did(self, sentence: str) -> None:
        self.notice.say(sentence, "good")

    def show_flags(self) -> None:
        self.pick.setCurrentIndex(1)

    def panes(self) -> Sequence[QWidget]:
        return (self.pick, self.table)

    def searched(self) -> QWidget:
        return self.table
