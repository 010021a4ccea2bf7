"""A case between two forums: the bar that says so, its answers, and the receipt (need R11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout

from app.domain.cases import CaseRecord
from app.domain.transfers import TransferRow
from app.domain.words import TransferState
from app.usecases.transfers import accept_transfer, decline_transfer, propose_transfer, withdraw_transfer
from ui import words
from ui.case.forms import ask_form, saves
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.labels import row as side_by_side

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


class TransferBar(QFrame):
    """Says that a case is proposed to another forum, and offers its answers to whoever may give them."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.case = screen
        self.row: TransferRow | None = None
        self.told = label("", "warn")
        self.accept = button(tr("Accept…"), self.ask_accept)
        self.decline = button(tr("Decline…"), self.ask_decline)
        self.withdraw = button(tr("Take the proposal back…"), self.ask_withdraw)
        self.receipt = button(tr("Receipt…"), self.show_receipt, look="link")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6))
        layout.addWidget(self.told)
        layout.addWidget(flow(self.accept, self.decline, self.withdraw, self.receipt))
        self.hide()

    def show_case(self, record: CaseRecord) -> None:
        """The transfer that waits, else the last one that was accepted; hidden where there is none."""
        told = (TransferState.PROPOSED, TransferState.ACCEPTED)
        self.row = next((row for row in record.transfers if row.state in told), None)
        self.setVisible(self.row is not None)
        if self.row is None:
            return
        waits = self.row.state is TransferState.PROPOSED
        proposed = words.capital(self.row.words)
        stays = (
            tr(
                " It stays {from_forum}'s until {to_forum} accepts it.",
                from_forum=self.row.from_forum,
                to_forum=self.row.to_forum,
            )
            if waits
            else ""
        )
        self.told.setText(f"{'⇄ ' if waits else ''}{proposed}.{stays}")
        may = self.case.desk.may
        self.accept.setVisible(waits and may(accept_transfer, self.row.to_forum))
        self.decline.setVisible(waits and may(decline_transfer, self.row.to_forum))
        self.withdraw.setVisible(waits and may(withdraw_transfer, self.row.from_forum))

    def ask_accept(self) -> None:
        if self.row is None:
            return
        ask_form(
            self.case,
            tr("Accept the case"),
            tr(
                "It is {to_forum}'s from now on, with all that hangs on it. A receipt is kept.",
                to_forum=self.row.to_forum,
            ),
            (("note", tr("&Note"), long_text(2)),),
            tr("Accept"),
            saves(self.case, accept_transfer, lambda v: (v["note"],), tr("The case is accepted.")),
        )

    def ask_decline(self) -> None:
        if self.row is None:
            return
        ask_form(
            self.case,
            tr("Decline the case"),
            tr("It stays with {from_forum}, which reads your reason.", from_forum=self.row.from_forum),
            (("reason", tr("&Reason"), long_text(2)),),
            tr("Decline"),
            saves(self.case, decline_transfer, lambda v: (v["reason"],), tr("The case is declined.")),
        )

    def ask_withdraw(self) -> None:
        ask_form(
            self.case, tr("Take the proposal back"), tr("The other forum sees the case no longer."),
            (("reason", tr("&Reason"), long_text(2)),), tr("Take back"),
            saves(self.case, withdraw_transfer, lambda v: (v["reason"],), tr("The proposal is taken back.")),
        )  # fmt: skip

    def show_receipt(self) -> None:
        if self.row is not None:
            Receipt(self.case, self.row).open()


def propose(screen: CaseScreen) -> None:
    """Propose the case to another forum, which may look at it from then on."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen,
            propose_transfer,
            screen.prn,
            values["to"],
            values["reason"],
            then=lambda row: screen.did(
                tr(
                    "Proposed to {to_forum}; it stays {from_forum}'s until accepted.",
                    to_forum=row.to_forum,
                    from_forum=row.from_forum,
                )
            ),
        )

    ask_form(
        screen,
        tr("Propose to another forum"),
        tr(
            "The other forum may look at the whole case from now on. It stays this forum's until it is accepted."
        ),
        (("to", tr("&To (code or name of the forum)"), QLineEdit()), ("reason", tr("&Reason"), long_text(2))),
        tr("Propose"),
        do,
    )


class Receipt(QDialog):
    """What went, or is to go, as lines to be read and copied."""

    def __init__(self, screen: CaseScreen, row: TransferRow) -> None:
        super().__init__(screen.window())
        self.setWindowTitle(tr("Receipt"))
        self.text = QPlainTextEdit("\n".join(row.lines))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Receipt of the transfer"))
        close = button(tr("Close"), self.accept, look="first")
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(side_by_side(None, close))
        self.resize(min(letters(self, 80), screen.window().width() - 20), screen.window().height() * 2 // 3)
