"""What stands where no case is: which filter hides how many, or what to do first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from app.domain.case_list import CasePage, CaseView, Hidden
from app.usecases.extract import import_extract
from ui import words
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.register.screen import CasesScreen

NOTHING_IN = {
    CaseView.NEXT_MEETING: tr("No meeting is coming, or nothing is due at the next one."),
    CaseView.NO_ADDRESS: tr("Every case within 2 months of its date has a verified address."),
    CaseView.POLICE_OUTSTANDING: tr("Police have answered on every address proposed."),
    CaseView.VNR_NOT_HR: tr("Every case with victim notification has the HR flag as well."),
    CaseView.CHANGED: tr("Nothing changed since the last meeting closed."),
    CaseView.CLOSED: tr("No case has been closed yet."),
}


def hidden_words(total: int, thing: str, hidden: Iterable[Hidden], things: str | None = None) -> str:
    """`9 cases are hidden by: release within 1 month (7), Deportation to check (9).`"""
    return tr(
        "{cases} {are} hidden by: {hides}.",
        cases=words.capital(words.counted(total, thing, things)),
        are=tr("is") if total == 1 else tr("are"),
        hides=", ".join(f"{each.words} ({each.cases:,})" for each in hidden),
    )


def say(screen: CasesScreen, page: CasePage) -> None:
    """Say why the list is empty and what can be done about it."""
    query = screen.query
    if query.narrowed and page.total:
        acts = [(tr("Clear all filters"), screen.clear_filters)]
        if page.next_rung:
            acts.append((page.next_rung.rstrip("."), screen.look_further))
        if query.view is not CaseView.EVERYBODY:
            acts.append(
                (tr("Look at closed and left-out people too"), partial(screen.turn_to, CaseView.EVERYBODY))
            )
        screen.listing.say(
            tr("No case matches these filters"), hidden_words(page.total, "case", page.hidden), *acts
        )
    elif query.view is not CaseView.OPEN:
        screen.listing.say(
            tr("Nothing in “{view}”", view=query.view.value),
            NOTHING_IN.get(query.view, ""),
            (tr("Show all open cases"), partial(screen.turn_to, CaseView.OPEN)),
        )
    elif screen.desk.may(import_extract):
        screen.listing.say(
            tr("No cases yet"),
            tr("Import the eight-month list from a spreadsheet, or open a case by hand."),
            (tr("Import an extract"), partial(screen.open, "cases-import")),
            (tr("See who is left out"), partial(screen.open, "cases-left-out")),
            (tr("Open a case by hand"), screen.new_case),
        )
    else:
        screen.listing.say(tr("No cases to show"), tr("No case of this forum is open to you yet."))
