"""What was proposed about people and waits for somebody else's word: approved, declined, or taken up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.people import ProposalRow
from app.domain.words import ProposalKind
from app.usecases.people import accept_office, approve_proposal, decline_proposal
from ui.screen import Screen
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import Pick

_OFFICES = (ProposalKind.HAND_OVER, ProposalKind.DEPUTY)


class Proposals(QWidget):
    """One proposal of those that wait and the three answers to it; hidden while nothing waits."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.rows: tuple[ProposalRow, ...] = ()
        self.chosen: ProposalRow | None = None
        self.which = Pick(tr("Proposal"))
        self.sentence = label("")
        self.approve_button = button(tr("&Approve"), self.approve)
        self.decline_button = button(tr("Dec&line…"), self.ask_decline)
        self.accept_button = button(tr("Ta&ke the office"), self.accept)
        self.told = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(tr("Waits for somebody else's word"), "strong"))
        layout.addWidget(self.which)
        layout.addWidget(self.sentence)
        layout.addWidget(self.told)
        layout.addWidget(flow(self.approve_button, self.decline_button, self.accept_button))
        self.which.activated.connect(lambda: self.turn_to(self._picked()))
        self.hide()

    def _picked(self) -> ProposalRow | None:
        return next((row for row in self.rows if row.number == self.which.value), None)

    def fill(self, rows: tuple[ProposalRow, ...]) -> None:
        self.rows = rows
        kept = self.which.value
        self.which.set_choices([(f"{row.number}: {row.name}, {row.kind.value}", row.number) for row in rows])
        if kept in {row.number for row in rows}:
            self.which.set_value(kept)
        self.setVisible(bool(rows))
        self.turn_to(self._picked())

    def turn_to(self, row: ProposalRow | None) -> None:
        """Offer what this person may answer: whoever proposed it or gets it does not approve it."""
        self.chosen = row
        self.sentence.setText(f"{row.sentence}." if row else "")
        desk = self._screen.desk
        office = row is not None and row.kind in _OFFICES
        own = row is not None and desk.name in (row.proposed_by, row.name)
        self.approve_button.setEnabled(
            row is not None and not office and not own and desk.may(approve_proposal)
        )
        self.decline_button.setEnabled(row is not None and desk.may(decline_proposal))
        self.accept_button.setEnabled(
            row is not None and office and row.name == desk.name and desk.may(accept_office)
        )
        if row is None:
            self.told.setText("")
        elif office:
            self.told.setText(tr("{name} takes it up themselves.", name=row.name))
        elif own:
            self.told.setText(tr("Whoever proposed it or gets it cannot approve it."))
        else:
            self.told.setText(tr("A chair approves it.") if not self.approve_button.isEnabled() else "")

    def approve(self) -> None:
        """Put what was proposed into force."""
        if self.chosen is not None:
            self._answer(
                self.approve_button, approve_proposal, tr("Approved for {name}.", name=self.chosen.name)
            )

    def accept(self) -> None:
        """Take up the office that was handed over to oneself."""
        self._answer(self.accept_button, accept_office, tr("You have taken the office up."))

    def _answer(self, pressed: QWidget, case: Callable[..., Any], said: str) -> None:
        row, screen = self.chosen, self._screen
        if row is None:
            return
        pressed.setEnabled(False)

        def done(_result: object) -> None:
            screen.notice.say(said, "good")
            screen.saved()

        def refused(error: Exception) -> None:
            self.turn_to(row)
            screen.say_error(error)

        screen.ask(case, row.number, then=done, otherwise=refused, saying=tr("Saving"))

    def ask_decline(self) -> None:
        """Ask why, then say no."""
        row, screen = self.chosen, self._screen
        if row is None:
            return

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                screen,
                decline_proposal,
                row.number,
                values["reason"],
                then=lambda _none: screen.notice.say(tr("Declined; nothing else was changed."), "good"),
            )

        AskForm(
            self.window(),
            tr("Decline what is proposed"),
            row.sentence,
            (("reason", tr("&Why is it declined?"), QLineEdit()),),
            tr("&Decline"),
            do,
        ).open()
