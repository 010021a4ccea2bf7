"""The filter pane and the chips that say in words which filters are in force."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.case_list import WITHIN, CaseQuery, FilterKey, PlanState, filters_in
from app.domain.words import MILESTONES, FlagCode
from ui.theme import scaled
from ui.widgets.chips import WORDS
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import buddy, button, clear, label
from ui.widgets.pick import Pick

SHORT = {
    FlagCode.CSO: "Child-sex offender",
    FlagCode.VNR: "Victim notification",
    FlagCode.OWR: "Offender warning",
    FlagCode.DEPORTATION: "Deportation",
}
"""Words that a narrow pane has room for; the whole word is the box's tip."""


def months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


class FilterPane(QScrollArea):
    """Flags any-of, release within, stage, release plan. Says what is wanted; asks nobody."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.flags = {
            code: QCheckBox(f"{code.value}  {SHORT.get(code, WORDS[code.value])}") for code in FlagCode
        }
        self.within_group = QButtonGroup(self)
        self.within: dict[int | None, QRadioButton] = {None: QRadioButton("any time")}
        self.within |= {count: QRadioButton(months(count)) for count in WITHIN}
        self.stage = Pick("Stage", [("any stage", None), *((months(m), m) for m in MILESTONES)])
        self.plan = Pick("Release plan", [("any", None), *((state.value, state) for state in PlanState)])
        self.clear_button = button("Cle&ar all filters")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.setSpacing(scaled(2))
        column.addWidget(label("Flags (any of)", "strong", wrap=False))
        for code, box in self.flags.items():
            box.setToolTip(WORDS[code.value])
            column.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        column.addSpacing(scaled(10))
        column.addWidget(label("Release within", "strong", wrap=False))
        column.addWidget(self.within[None])
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for number, count in enumerate(WITHIN):
            grid.addWidget(self.within[count], number // 2, number % 2)
        column.addLayout(grid)
        for radio in self.within.values():
            radio.setAccessibleName(f"Release within: {radio.text()}")
            self.within_group.addButton(radio)
            radio.toggled.connect(lambda on: self.changed.emit() if on else None)
        for words, pick in (("Sta&ge", self.stage), ("&Release plan", self.plan)):
            column.addSpacing(scaled(8))
            column.addWidget(buddy(words, pick))
            column.addWidget(pick)
            pick.activated.connect(lambda _index: self.changed.emit())
        column.addSpacing(scaled(12))
        column.addWidget(self.clear_button)
        column.addStretch(1)
        self.inner = inner
        self.setWidget(inner)
        self.setFocusProxy(next(iter(self.flags.values())))
        self.show_query(CaseQuery())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(self.inner.sizeHint().width() + scaled(18), scaled(400))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """As wide as its words: a scroll area without a bar would clip them."""
        return QSize(self.sizeHint().width(), scaled(120))

    def read(self, query: CaseQuery) -> CaseQuery:
        """The query with what is chosen here."""
        return replace(
            query,
            flags=tuple(code for code, box in self.flags.items() if box.isChecked()),
            within=next((count for count, radio in self.within.items() if radio.isChecked()), None),
            stage=self.stage.value if isinstance(self.stage.value, int) else None,
            plan=PlanState(str(self.plan.value)) if self.plan.value else None,
        )

    def show_query(self, query: CaseQuery) -> None:
        """Show what a query asks, without asking anew."""
        was = self.blockSignals(True)
        for code, box in self.flags.items():
            box.setChecked(code in query.flags)
        self.within[query.within].setChecked(True)
        self.stage.set_value(query.stage)
        self.plan.set_value(query.plan)
        self.clear_button.setEnabled(query.narrowed)
        self.blockSignals(was)


class FilterChips(QFrame):
    """`Showing 7 of 63: ‹Child sex offender ×› ‹release within 2 months ×›  Clear all`."""

    removed = Signal(object)
    cleared = Signal()
    beyond_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "strong", wrap=False)
        self._flow = FlowLayout(self, grows=True)
        self._kept: object = None
        self._flow.addWidget(self.words)

    def show_query(self, query: CaseQuery, counted: str, beyond: int = 0) -> None:
        """Say the count in words and put a chip for every filter; `beyond` people were found outside the view."""
        told = filters_in(query)
        self.words.setText(f"Showing {counted}" + (":" if told else "; no filters in force"))
        if self._kept == (told, beyond):
            return
        self._kept = (told, beyond)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._flow.removeWidget(self.words)
        clear(self._flow)
        self._flow.addWidget(self.words)
        for key, words in told:
            self._flow.addWidget(self._chip(key, words))
        if told:
            self._flow.addWidget(button("Clear all", self.cleared.emit, look="link"))
        if beyond > 0:
            more = f"{beyond:,} more found outside this view: show {'them' if beyond > 1 else 'it'} too"
            self._flow.addWidget(button(more, self.beyond_asked.emit, look="link"))
        if had_focus and self.parentWidget() is not None:
            self.focusNextChild()

    def _chip(self, key: FilterKey, words: str) -> QWidget:
        made = button(f"{words}  ×", lambda: self.removed.emit(key), look="chip", tip=f"Take away: {words}")
        made.setAccessibleName(f"Filter {words}: take away")
        return made
