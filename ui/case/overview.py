"""The first tab: the timeline, what each milestone still asks for, and the few fields a forum sets itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.case_history import FIELD_WORDS
from app.domain.cases import CaseRecord, MilestoneRow
from app.domain.words import Service
from ui.case import columns
from ui.case.fields import SavedLine, SavedPick
from ui.case.listing import Listing
from ui.case.provenance import Provenance
from ui.case.timeline import Timeline
from ui.case.told import episode_words, services
from ui.register.columns import dated_long
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.labels import buddy, button, card, label, row

HEADINGS = {
    "leading_service": tr("Leading service"),
    "owner": tr("Owner"),
    "physical_marks": tr("Physical marks"),
}
KEPT_UNDER = {
    "leading_service": FIELD_WORDS[("cases", "leading_service")],
    "owner": FIELD_WORDS[("cases", "owner")],
    "physical_marks": FIELD_WORDS[("persons", "physical_marks")],
}
"""The headings under which the record keeps their history."""


class Overview(QScrollArea):
    """`left` says which field was left with old and new text."""

    left = Signal(str, str, str)

    def __init__(
        self,
        today: date,
        choose_date: Callable[[], object],
        by_rule: Callable[[], object],
        answer: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._today, self._answer, self._choose_date = today, answer, choose_date
        self.timeline = Timeline()
        self.milestones: Listing[MilestoneRow] = Listing(
            tr("Milestones"), columns.milestones(today), tr("No case, so no milestones."), columns.of_milestone,
            ((tr("Answer what is asked…"), answer, True),), opened=answer,
        )  # fmt: skip
        self.anchor = label("")
        self.choose_button = button(tr("Choose another date…"), choose_date)
        self.rule_button = button(tr("By rule again"), by_rule)
        self.leading = SavedPick(
            tr("Leading service"), [(tr("not named"), ""), *((s.value, s.value) for s in Service)]
        )
        self.owner = SavedLine(tr("Owner"))
        self.marks = SavedLine(tr("Physical marks"))
        self.fields: dict[str, SavedLine | SavedPick] = {
            "leading_service": self.leading, "owner": self.owner, "physical_marks": self.marks,
        }  # fmt: skip
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for number, (key, field) in enumerate(self.fields.items()):
            grid.addWidget(buddy(HEADINGS[key], field), number, 0)
            grid.addWidget(field, number, 1)
            field.setMinimumWidth(letters(self, 24))
            field.left.connect(lambda old, new, key=key: self.left.emit(key, old, new))
        self.entry = label("")
        self.services = label("")
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(0, scaled(6), scaled(6), 0)
        counted = row(self.anchor, self.choose_button, self.rule_button)
        counted.setStretch(0, 1)
        self.dated = card(self.timeline, counted)
        self.own = card(label(tr("Set by the forum; saved when you leave a field"), "strong"), grid)
        page.addWidget(self.dated)
        page.addWidget(self.milestones)
        page.addWidget(self.own)
        page.addWidget(card(label(tr("From each service"), "strong"), self.services))
        page.addWidget(card(label(tr("Why the case is on the list"), "strong"), self.entry))
        page.addStretch(1)
        self.setWidget(inside)
        for each in (self.choose_button, self.rule_button, *self.milestones.buttons, *self.fields.values()):
            each.setEnabled(False)

    def fill(self, record: CaseRecord, may_edit: bool) -> None:
        """Show a case; what is being typed is left alone."""
        case = record.case
        anchor = case.anchor if case else None
        self.timeline.set_case(record.milestones, anchor, self._today)
        self.timeline.setVisible(bool(record.milestones))
        self.milestones.fill(record.milestones)
        by = (
            tr(", chosen by hand: {by_hand}", by_hand=case.by_hand)
            if case and case.by_hand
            else tr(", chosen by the rule")
        )
        self.anchor.setText(
            tr(
                "Counted to: {dated_long}{by}",
                dated_long=dated_long(anchor, self._today),
                by=by if anchor else "",
            )
        )
        is_open = case is not None and case.closed is None
        for each in (self.choose_button, *self.milestones.buttons):
            each.setEnabled(may_edit and is_open)
        self.rule_button.setEnabled(may_edit and is_open and case is not None and case.by_hand is not None)
        self.leading.show_value(case.leading_service.value if case and case.leading_service else "")
        self.owner.show_value((case.owner if case else "") or "")
        self.marks.show_value(record.physical_marks or "")
        for field in self.fields.values():
            field.setEnabled(may_edit and is_open)
        self.services.setText("\n".join(f"{each.service}: {each.told}" for each in services(record)))
        told = [episode_words(episode) for episode in (case, *record.earlier) if episode is not None]
        self.entry.setText("\n".join(told) or tr("Nobody opened a case."))

    def put_typed(self, key: str, stood: str, text: str) -> None:
        """Show a text that is not saved, over what stood there when it was typed."""
        field = self.fields[key]
        field.shown = stood
        field.setText(text) if isinstance(field, SavedLine) else field.set_value(text)

    def panes(self) -> tuple[QWidget, ...]:
        """The date counted to, the milestones, and what the forum sets itself."""
        return (self.dated, self.milestones, self.own)

    def edit(self) -> bool:
        """F2: a field's text is chosen to be written over, a choice is opened, a milestone or the date is asked for."""
        for field in self.fields.values():
            if field.hasFocus():
                if isinstance(field, SavedLine):
                    field.selectAll()
                else:
                    field.showPopup()
                return True
        for part, act in ((self.milestones, self._answer), (self.dated, self._choose_date)):
            focus = self.focusWidget()
            if focus is not None and focus.hasFocus() and part.isAncestorOf(focus):
                act()
                return True
        return False

    def about_focus(self) -> Provenance | None:
        """What F4 tells of the field or row under the keyboard."""
        for key, field in self.fields.items():
            if field.hasFocus():
                return Provenance(
                    HEADINGS[key], field.shown, "forum", tr("set here"), None, (), (KEPT_UNDER[key],)
                )
        return self.milestones.about_current() if self.milestones.table.hasFocus() else None
