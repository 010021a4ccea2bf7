"""The filter pane and the chips that say in words which filters are in force."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.case_list import WITHIN, CaseQuery, FilterKey, PlanState, filters_in
from app.domain.words import MILESTONES, FlagCode
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.chips import WORDS
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import buddy, button, clear, label
from ui.widgets.pick import Pick

SHORT = {
    FlagCode.CSO: tr("Child-sex offender"),
    FlagCode.VNR: tr("Victim notification"),
    FlagCode.OWR: tr("Offender warning"),
    FlagCode.DEPORTATION: tr("Deportation"),
}
"""Words that a narrow pane has room for; the whole word is the box's tip."""


SPARE = 6
"""Letters for which the chip of the text has room before it has to grow."""


def months(count: int) -> str:
    return tr("1 month") if count == 1 else tr("{count} months", count=count)


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
        self.prisons: tuple[str, ...] = ()
        self.within_group = QButtonGroup(self)
        self.within: dict[int | None, QRadioButton] = {None: QRadioButton(tr("any time"))}
        self.within |= {count: QRadioButton(months(count)) for count in WITHIN}
        self.stage = Pick(tr("Stage"), [(tr("any stage"), None), *((months(m), m) for m in MILESTONES)])
        self.plan = Pick(
            tr("Release plan"), [(tr("any"), None), *((state.value, state) for state in PlanState)]
        )
        self.prison = Pick(tr("Prison"), [(tr("any prison"), "")])
        self.clear_button = button(tr("Cle&ar all filters"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, scaled(4), 0)
        column.setSpacing(scaled(2))
        column.addWidget(label(tr("Flags (any of)"), "strong", wrap=False))
        for code, box in self.flags.items():
            box.setToolTip(WORDS[code.value])
            column.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        column.addSpacing(scaled(4))
        column.addWidget(label(tr("Release within"), "strong", wrap=False))
        column.addWidget(self.within[None])
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        for number, count in enumerate(WITHIN):
            grid.addWidget(self.within[count], number // 2, number % 2)
        column.addLayout(grid)
        for radio in self.within.values():
            radio.setAccessibleName(tr("Release within: {radio}", radio=radio.text()))
            self.within_group.addButton(radio)
            radio.toggled.connect(lambda on: self.changed.emit() if on else None)
        for words, pick in (
            (tr("Sta&ge"), self.stage), (tr("&Release plan"), self.plan), (tr("&Prison"), self.prison),
        ):  # fmt: skip
            column.addSpacing(scaled(3))
            column.addWidget(buddy(words, pick))
            column.addWidget(pick)
            pick.activated.connect(lambda _index: self.changed.emit())
        column.addSpacing(scaled(6))
        column.addWidget(self.clear_button)
        column.addStretch(1)
        self.inner = inner
        self.setWidget(inner)
        self.setFocusProxy(next(iter(self.flags.values())))
        self.show_query(CaseQuery())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(self.inner.sizeHint().width() + scaled(14), scaled(400))

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
            prison=str(self.prison.value or ""),
        )

    def offer_prisons(self, prisons: Sequence[str]) -> None:
        """Where people of the view are held: what the list may be narrowed to."""
        self.prisons = tuple(prisons)
        self.prison.set_choices([(tr("any prison"), ""), *((each, each) for each in prisons)])

    def show_query(self, query: CaseQuery) -> None:
        """Show what a query asks, without asking anew."""
        was = self.blockSignals(True)
        for code, box in self.flags.items():
            box.setChecked(code in query.flags)
        self.within[query.within].setChecked(True)
        self.stage.set_value(query.stage)
        self.plan.set_value(query.plan)
        if query.prison and query.prison not in self.prisons:  # a kept view: nobody is held there now
            self.offer_prisons((*self.prisons, query.prison))
        self.prison.set_value(query.prison)
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
        self._kept: tuple[tuple[tuple[FilterKey, str], ...], int] | None = None
        self._chips: list[QPushButton] = []
        self._flow.addWidget(self.words)

    def show_query(self, query: CaseQuery, counted: str, beyond: int = 0) -> None:
        """Say the count in words and put a chip for every filter; `beyond` people were found outside the view."""
        told = filters_in(query)
        self.words.setText(
            tr("Showing {counted}", counted=counted) + (":" if told else tr("; no filters in force"))
        )
        kept, self._kept = self._kept, (told, beyond)
        if kept == self._kept:
            return
        if (
            kept is not None
            and kept[1] == beyond
            and [key.kind for key, _ in kept[0]] == [key.kind for key, _ in told]
        ):
            for chip, filter_told in zip(self._chips, told, strict=True):
                _name(chip, *filter_told)
            self._give_room(told)
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._flow.removeWidget(self.words)
        clear(self._flow)
        self._flow.addWidget(self.words)
        self._chips = [_name(button("", look="chip"), *filter_told) for filter_told in told]
        for chip in self._chips:
            chip.clicked.connect(partial(self._take_away, chip))
            self._flow.addWidget(chip)
        self._give_room(told)
        if told:
            self._flow.addWidget(button(tr("Clear all"), self.cleared.emit, look="link"))
        if beyond > 0:
            more = tr(
                "{beyond:,} more found outside this view: show {them} too",
                beyond=beyond,
                them=tr("them") if beyond > 1 else tr("it"),
            )
            self._flow.addWidget(button(more, self.beyond_asked.emit, look="link"))
        if had_focus and self.parentWidget() is not None:
            self.focusNextChild()

    def _give_room(self, told: Sequence[tuple[FilterKey, str]]) -> None:
        """Keep the size of the chip that tells the text, some letters longer than it: every layout above a part that
        wants another size is done anew, and that would be with each letter typed."""
        for chip, (key, _words) in zip(self._chips, told, strict=True):
            if key.kind == "text":
                wants, spare = chip.sizeHint(), letters(chip, SPARE)
                if chip.height() != wants.height() or not 0 <= chip.width() - wants.width() <= 2 * spare:
                    chip.setFixedSize(wants.width() + spare, wants.height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._kept is not None:
            self._give_room(self._kept[0])

    def _take_away(self, chip: QPushButton) -> None:
        if self._kept is not None:
            self.removed.emit(self._kept[0][self._chips.index(chip)][0])


def _name(chip: QPushButton, key: FilterKey, words: str) -> QPushButton:
    """Give a chip its filter's words; it stays itself while letters are typed, so that nothing is laid out anew."""
    del key
    chip.setText(f"{words}  ×")
    chip.setToolTip(tr("Take away: {words}", words=words))
    chip.setAccessibleName(tr("Filter {words}: take away", words=words))
    return chip
