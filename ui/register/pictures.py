"""The states of the list that pictures are drawn of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.case_list import CasePage, CaseQuery
from app.domain.words import FlagCode

if TYPE_CHECKING:
    from ui.register.screen import CasesScreen

STATES = {
    "filters": "show_filters",
    "no-match": "show_no_match",
    "empty": "show_empty",
    "found": "show_found",
    "preview": "show_preview",
    "new": "new_case",
}


class CasePictures:
    """Mixed into the screen; each brings it into one state, as a person would."""

    def show_filters(self: CasesScreen) -> None:  # type: ignore[misc]  # mixed into that class alone
        self.ask_for(replace(self.query, flags=(FlagCode.VNR, FlagCode.DEPORTATION), within=8))

    def show_no_match(self: CasesScreen) -> None:  # type: ignore[misc]
        self.ask_for(replace(self.query, flags=(FlagCode.DEPORTATION,), within=1, stage=8))

    def show_empty(self: CasesScreen) -> None:  # type: ignore[misc]
        self.query = CaseQuery()
        self.asking.take(self.query, CasePage((), 0, 0, 0))

    def show_found(self: CasesScreen) -> None:  # type: ignore[misc]
        self.ask_for(CaseQuery())
        self.box.setText("ha")
        self.read()

    def show_preview(self: CasesScreen) -> None:  # type: ignore[misc]
        self.ask_for(CaseQuery())
        if self.preview.isHidden():
            self.toggle_preview()
