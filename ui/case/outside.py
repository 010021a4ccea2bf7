"""A case that was changed outside ForumDesk: the bar that says so, and a chair's way to settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.domain.row_seals import UNTIL, Change, Outside, OutsideRow
from app.usecases.outside import accept_outside
from ui import standing
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import button, label

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


class OutsideBar(QFrame):
    """Hidden while the case is as its entries left it."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.case = screen
        self.told = label("", "bad")
        self.accept = button(tr("Accept as found…"), self.ask_accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6))
        layout.addWidget(self.told)
        layout.addWidget(flow(self.accept))
        self.hide()

    def show_case(self, prn: str) -> None:
        """What the last check behind the window found of this case."""
        found = self.case.desk.door.outside
        mark = found.marks.get(prn, "") if found else ""
        self.setVisible(bool(mark))
        self.told.setText(f"! {mark}. {UNTIL}" if mark else "")
        self.accept.setVisible(self.case.desk.may(accept_outside))

    def pretend(self) -> None:
        """As if somebody had changed this case with own tools, for a picture."""
        rows = (OutsideRow("cases", 1, Change.CHANGED, 1, 41), OutsideRow("flags", 7, Change.ADDED, 1, None))
        self.case.desk.door.outside = Outside(rows, (), {1: self.case.prn})
        self.show_case(self.case.prn)

    def ask_accept(self) -> None:
        screen, prn = self.case, self.case.prn

        def do(values: Values, form: AskForm) -> None:
            def accepted(_rows: int) -> None:
                screen.did(tr("Accepted as found; the trail says so."))
                window = screen.window()
                standing.check(screen.desk, window)  # type: ignore[arg-type]  # a screen's window is ours

            form.asking(screen, accept_outside, values["reason"], prn, then=accepted)

        AskForm(
            screen.window(),
            tr("Accept as found: {person_name}", person_name=screen.person_name),
            tr(
                "Compare the case with what the forum knows first: paper, minutes, the service that said it. What was "
                "changed stays as it is and is sealed anew; your reason stands in the trail."
            ),
            (("reason", tr("&Why is it accepted?"), long_text(2)),),
            tr("&Accept as found"),
            do,
        ).open()
