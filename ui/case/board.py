"""The Board's tab of a case: hearings, what was told and has drifted, and what is to be sent (needs B1 to B3)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.board import BoardFile, DriftRow
from app.domain.dates import show_date
from app.domain.hearings import HearingRow, NoticeRow, ReportRow
from app.domain.words import DriftState, NoticeTo
from app.usecases.board import record_hearing
from ui import words
from ui.case import board_acts
from ui.case.listing import Listing
from ui.case.provenance import Provenance
from ui.models import Column
from ui.tongue import tr
from ui.widgets.labels import card, label

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


class SendRow(NamedTuple):
    """One notice or report of a hearing: what it is and how it stands."""

    hearing: date
    what: str
    state: str
    is_late: bool
    is_sent: bool
    notice: NoticeTo | None
    report: str


def sends(board: BoardFile, today: date) -> tuple[SendRow, ...]:
    """Every notice and report, those that are late first, those sent last."""
    rows = [_send(row, today) for row in board.notices]
    rows += [_send(row, today) for row in board.reports]
    return tuple(sorted(rows, key=lambda row: (row.is_sent, not row.is_late, row.hearing)))


def _send(row: NoticeRow | ReportRow, today: date) -> SendRow:
    late = row.sent is None and row.due is not None and row.due < today
    if isinstance(row, NoticeRow):
        return SendRow(row.hearing, row.words, row.state(today), late, row.sent is not None, row.to, "")
    told = tr(
        "{capital} for the hearing of {hearing}",
        capital=words.capital(row.words),
        hearing=show_date(row.hearing),
    )
    return SendRow(row.hearing, told, row.state(today), late, row.sent is not None, None, row.code)


def _drift_state(row: DriftRow) -> str:
    if row.state is DriftState.OPEN:
        return tr("! tell the Board, since {since}", since=show_date(row.since))
    return f"{row.state.value} {show_date(row.settled)}"


HEARINGS = (
    Column[HearingRow](tr("Day"), lambda r: show_date(r.day), width=12),
    Column[HearingRow](tr("Kind"), lambda r: r.kind, width=24),
    Column[HearingRow](tr("Result"), lambda r: r.result or tr("none recorded"), width=30, stretch=True),
    Column[HearingRow](tr("Read as"), lambda r: r.outcome.value if r.outcome else "–", width=14),
    Column[HearingRow](tr("Received"), lambda r: show_date(r.received) or "–", width=12),
    Column[HearingRow](tr("Next"), lambda r: show_date(r.next_day) or "–", width=12),
    Column[HearingRow](tr("From"), lambda r: r.source, width=24, goes=1),
)
DRIFTS = (
    Column[DriftRow](tr("Part"), lambda r: r.field, width=12),
    Column[DriftRow](tr("The Board was told"), lambda r: r.told, width=28),
    Column[DriftRow](tr("The plan says"), lambda r: r.now, width=28, stretch=True),
    Column[DriftRow](
        tr("State"),
        _drift_state,
        width=34,
        strong=lambda r: r.state is DriftState.OPEN,
        told=lambda r: r.reason,
    ),
)
SENDS = (
    Column[SendRow](tr("What"), lambda r: r.what, width=50, stretch=True),
    Column[SendRow](
        tr("State"), lambda r: f"! {r.state}" if r.is_late else r.state, width=34, strong=lambda r: r.is_late
    ),
)


class BoardParts:
    """The listings of the tab, and the sentence of what was told."""

    def __init__(self, screen: CaseScreen) -> None:
        self.case = screen
        self.board = BoardFile()
        may = screen.desk.may(record_hearing)
        self.told = label("")
        self.told_card = card(label(tr("What the Board was told"), "strong"), self.told)
        self.drifts: Listing[DriftRow] = Listing(
            tr("Changes since, to tell the Board"), DRIFTS, tr("There is no change to tell."), _of_drift,
            (
                (tr("The Board was told…"), lambda: board_acts.tell(screen, self.board), may),
                (tr("Withdraw…"), self.withdraw, may),
            ),
            opened=self.withdraw,
        )  # fmt: skip
        self.hearings: Listing[HearingRow] = Listing(
            tr("Hearings before the Board"), HEARINGS, tr("No hearing is known."), _of_hearing,
            (
                (tr("Record a hearing…"), lambda: board_acts.hearing(screen), may),
                (tr("Record a result…"), self.result, may), (tr("Take a result back…"), self.take_back, may),
            ),
            opened=self.result,
        )  # fmt: skip
        self.sends: Listing[SendRow] = Listing(
            tr("Notices and reports"), SENDS, tr("Nothing is to be sent: no hearing is known."), _of_send,
            ((tr("Was sent…"), self.sent, may),), opened=self.sent,
        )  # fmt: skip

    @property
    def page(self) -> tuple[QWidget, ...]:
        return self.hearings, self.told_card, self.drifts, self.sends

    @property
    def listings(self) -> tuple[Listing[Any], ...]:
        return self.hearings, self.drifts, self.sends

    def fill(self, board: BoardFile) -> None:
        """Show what the register holds of the Board for this case."""
        self.board = board
        self.hearings.fill(board.hearings)
        self.drifts.fill(board.drifts)
        self.sends.fill(sends(board, self.case.desk.today))
        self.told.setText(told_words(board))

    def result(self) -> None:
        chosen = self.hearings.current()
        board_acts.result(self.case, chosen)

    def take_back(self) -> None:
        chosen = self.hearings.current()
        if chosen is not None and chosen.result is not None:
            board_acts.take_back(self.case, chosen)
        else:
            self.case.notice.say(
                tr("Choose a hearing with a result first; none is recorded for this one."), "warn"
            )

    def withdraw(self) -> None:
        chosen = self.drifts.current()
        if chosen is not None and chosen.state is DriftState.OPEN:
            board_acts.withdraw(self.case, chosen)
        elif chosen is not None:
            self.case.notice.say(
                tr("That change is settled already: {reason}.", reason=chosen.reason), "warn"
            )

    def sent(self) -> None:
        if (chosen := self.sends.current()) is not None:
            board_acts.sent(self.case, chosen)


def told_words(board: BoardFile) -> str:
    """`On 17/11/2026 by M. Ashcombe. Address: …`; what was told before is counted."""
    if not board.told:
        return tr("The Board has not been told anything of this plan, as far as is recorded here.")
    last = board.told[0]
    of = tr(" for the hearing of {hearing}", hearing=show_date(last.hearing)) if last.hearing else ""
    lines = [tr("On {on} by {by}{of}.", on=show_date(last.on), by=last.by, of=of)]
    lines += [f"{words.capital(name)}: {told}" for name, told in last.lines]
    before = ", ".join(show_date(row.on) for row in board.told[1:])
    return "\n".join([*lines, tr("Told before: {before}.", before=before)] if before else lines)


def _of_hearing(row: HearingRow) -> Provenance:
    return Provenance(
        tr("Hearing {day}", day=show_date(row.day)),
        row.result or tr("no result"),
        "",
        row.source,
        row.received,
        (row.kind,),
        ("Result of a hearing",),
    )


def _of_drift(row: DriftRow) -> Provenance:
    more = (
        tr("The Board was told: {told}", told=row.told),
        tr("State: {drift_state}", drift_state=_drift_state(row)),
        tr("Why: {reason}", reason=row.reason or tr("not settled")),
    )
    headings = ("Tell the Board", "Tell the Board, settled")
    return Provenance(
        tr("Tell the Board: {field}", field=row.field),
        row.now,
        "forum",
        tr("the plan"),
        row.since,
        more,
        headings,
    )


def _of_send(row: SendRow) -> Provenance:
    return Provenance(
        row.what, row.state, "forum", tr("counted from the hearing"), row.hearing, (), ("Notice",)
    )
