"""What is done on the Board's tab by a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.board import BoardFile, DriftRow
from app.domain.dates import show_date
from app.domain.hearings import KINDS, HearingRow, ResultMade
from app.domain.words import BoardOutcome
from app.usecases.board import (
    record_hearing,
    record_result,
    send_notice,
    send_report,
    take_back_result,
    tell_board,
    withdraw_drift,
)
from ui.case import steps
from ui.case.forms import ask_form, saves, today_field
from ui.tongue import tr
from ui.widgets.ask import long_text
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from ui.case.board import SendRow
    from ui.case.screen import CaseScreen


def hearing(screen: CaseScreen) -> None:
    """Record a hearing before the Board."""
    ask_form(
        screen, tr("Record a hearing"),
        tr("It moves no date by itself: the rule counts with the extract's dates. The kind decides the reports."),
        (
            ("day", tr("&Day"), DayEdit(tr("Day"), screen.desk.today)),
            ("kind", tr("&Kind"), Pick(tr("Kind"), [(kind, kind) for kind in KINDS])),
        ),
        tr("Record"),
        saves(screen, record_hearing, lambda v: (v["day"], v["kind"]), tr("The hearing is recorded."), "day"),
    )  # fmt: skip


def result(screen: CaseScreen, chosen: HearingRow | None) -> None:
    """What the Board decided and when it reached the forum; its actions are made at once."""
    held = DayEdit(tr("Day of the hearing"), screen.desk.today)
    words = QLineEdit()
    read_as: list[tuple[str, object]] = [
        (tr("as its words say"), None),
        *((o.value, o) for o in BoardOutcome),
    ]
    outcome = Pick(tr("Read as"), read_as)
    if chosen is not None:
        held.setText(show_date(chosen.day))
        words.setText(chosen.result or "")

    def made(found: ResultMade) -> str:
        over = (
            tr(", {overtaken} of the earlier result overtaken", overtaken=found.overtaken)
            if found.overtaken
            else ""
        )
        again = tr(", {again} opened again", again=found.again) if found.again else ""
        return tr(
            "Read as {outcome}: {made} actions made{again}{over}.",
            outcome=found.outcome.value,
            made=found.made,
            again=again,
            over=over,
        )

    ask_form(
        screen,
        tr("Record a result"),
        tr(
            "It makes its actions at once, and the case comes to the next meeting. A result put right doubles none."
        ),
        (
            ("day", tr("&Day of the hearing"), held),
            ("result", tr("&Result"), words),
            ("outcome", tr("Read &as"), outcome),
            ("received", tr("Re&ceived on"), today_field(screen, tr("Received on"))),
            ("next", tr("Next &hearing, if named"), DayEdit(tr("Next hearing"), screen.desk.today)),
        ),
        tr("Record"),
        saves(
            screen, record_result,
            lambda v: (v["day"], v["result"], v["received"], v["outcome"], v["next"]),
            made, "day", "received", undo=lambda v: steps.result(screen, v["day"]),
        ),
    )  # fmt: skip


def take_back(screen: CaseScreen, chosen: HearingRow) -> None:
    """Take back a result that was entered wrongly."""
    ask_form(
        screen, tr("Take back the result of {day}", day=show_date(chosen.day)),
        tr("What it said stays in the history. The actions it made that are still open are overtaken."),
        (("reason", tr("&Reason"), long_text(2)),), tr("Take back"),
        saves(
            screen, take_back_result, lambda v: (chosen.day, v["reason"]), tr("The result is taken back."),
            undo=lambda _v: steps.result_taken_back(screen, chosen.day),
        ),
    )  # fmt: skip


def tell(screen: CaseScreen, board: BoardFile) -> None:
    """Freeze what the Board was told of the plan as it stands (need B2)."""
    days: list[tuple[str, object]] = [(tr("no hearing in particular"), None)]
    days += [(f"{show_date(row.day)}, {row.kind}", row.day) for row in board.hearings]
    ask_form(
        screen,
        tr("The Board was told"),
        tr(
            "The next address, the programmes and the conditions are frozen as they stand now. Whatever "
            "departs from them "
            "later says Tell the Board."
        ),
        (
            ("on", tr("Told &on"), today_field(screen, tr("Told on"))),
            ("by", tr("Told &by"), QLineEdit(screen.desk.name)),
            ("hearing", tr("For the &hearing of"), Pick(tr("For the hearing of"), days)),
        ),
        tr("Keep"),
        saves(
            screen,
            tell_board,
            lambda v: (v["on"], v["by"], v["hearing"]),
            tr("What the Board was told is kept."),
            "on",
        ),
    )


def withdraw(screen: CaseScreen, row: DriftRow) -> None:
    """Say why the Board need not be told of a change."""
    ask_form(
        screen,
        tr("The Board need not be told: {field}", field=row.field),
        tr(
            "It was {told} and is now {now}. It is raised again when the plan changes further.",
            told=row.told,
            now=row.now,
        ),
        (("reason", tr("&Reason"), long_text(2)),),
        tr("Withdraw"),
        saves(screen, withdraw_drift, lambda v: (row.number, v["reason"]), tr("The change is withdrawn.")),
    )


def sent(screen: CaseScreen, row: SendRow) -> None:
    """Keep that a notice or a report was sent, when and how."""
    on = ("on", tr("Sent &on"), today_field(screen, tr("Sent on")))
    by = ("by", tr("Sent &by"), QLineEdit(screen.desk.name))
    if row.notice is not None:
        to = row.notice
        ask_form(
            screen, row.what, tr("The action that the result made for it is done with it."),
            (("how", tr("&How"), QLineEdit("e-mail")), on, by), tr("Keep"),
            saves(
                screen, send_notice, lambda v: (row.hearing, to, v["how"], v["on"], v["by"]), tr("The notice is kept."),
                "on",
            ),
        )  # fmt: skip
        return
    ask_form(
        screen,
        row.what,
        "",
        (on, by),
        tr("Keep"),
        saves(
            screen,
            send_report,
            lambda v: (row.hearing, row.report, v["on"], v["by"]),
            tr("The report is kept."),
            "on",
        ),
    )
