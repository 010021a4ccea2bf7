"""The states of a case that pictures are drawn of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ui.case import acts, consents, kept, plan_acts
from ui.case.tabs import ACTIONS_TAB, BOARD_TAB, FLAGS_TAB, HISTORY_TAB, PLAN_TAB
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

STATES = {
    "information": "show_information",
    "addresses": "show_addresses",
    "plan": "show_plan",
    "condition": "show_condition",
    "consent": "show_consent",
    "flags": "show_flags",
    "actions": "show_actions",
    "hearings": "show_hearings",
    "history": "show_history",
    "origin": "show_origin",
    "two-texts": "show_two_texts",
    "form": "show_form",
    "add-information": "show_add_information",
    "sources": "show_sources",
    "changed-outside": "show_changed_outside",
    "restricted": "show_restricted",
    "exclude": "show_exclude",
    "not-open": "show_not_open",
    "break-glass": "show_break_glass",
}


class OneCasePictures:
    """Mixed into the screen; each brings it into one state, as a person would."""

    def show_information(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(1)

    def show_addresses(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(2)

    def show_plan(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(PLAN_TAB)

    def show_condition(self: CaseScreen) -> None:  # type: ignore[misc]
        self.show_plan()
        plan_acts.own_words(self)

    def show_consent(self: CaseScreen) -> None:  # type: ignore[misc]
        self.show_plan()
        consents.add(self)

    def show_flags(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(FLAGS_TAB)

    def show_actions(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(ACTIONS_TAB)

    def show_hearings(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(BOARD_TAB)

    def show_history(self: CaseScreen) -> None:  # type: ignore[misc]
        self.tabs.setCurrentIndex(HISTORY_TAB)

    def show_two_texts(self: CaseScreen) -> None:  # type: ignore[misc]
        self.texts.show_both("owner", "M. Ashcombe, Probation", "S. Merrin, Community Probation")

    def show_changed_outside(self: CaseScreen) -> None:  # type: ignore[misc]
        self.outside.pretend()

    def show_form(self: CaseScreen) -> None:  # type: ignore[misc]
        acts.check(self, 1)

    def show_add_information(self: CaseScreen) -> None:  # type: ignore[misc]
        acts.information(self)

    def show_restricted(self: CaseScreen) -> None:  # type: ignore[misc]
        """As a reader sees it, for a picture."""
        if self.record is not None:
            told = tr("Ana Pōtiki is excluded from 01/11/2026: an aunt of theirs")
            self.kept.show_case(replace(self.record, restricted="Restricted 3", excluded=(told,)))

    def show_exclude(self: CaseScreen) -> None:  # type: ignore[misc]
        kept.ask_exclude(self)

    def show_not_open(self: CaseScreen) -> None:  # type: ignore[misc]
        """As everybody else sees it, for a picture."""
        self.prn = "RESTRICTED-HB-3"
        self.refresh()

    def show_break_glass(self: CaseScreen) -> None:  # type: ignore[misc]
        self.show_not_open()
        kept.ask_glass(self)
