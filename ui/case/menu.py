"""What the menus offer while a case is in view, with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.usecases.agenda import ask_for_case
from app.usecases.cases import add_information, set_case
from app.usecases.disclosure_requests import ask_disclosure
from app.usecases.known import show_case_as_known
from app.usecases.restricted import exclude_person, restrict_case
from app.usecases.sources import list_sources
from app.usecases.transfers import propose_transfer
from ui.actions import Action
from ui.case import acts, kept
from ui.case.transfer import propose
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


def menu(screen: CaseScreen) -> Sequence[Action]:
    """What can be done with the case in view, by menu and keys."""
    edit = add_information
    return (
        Action("case.save", "File", tr("&Save now"), screen.texts.save_now, keys="Ctrl+S", needs=set_case),
        Action("case.correct", "Edit", tr("&Edit the value…"), screen.tabs.edit, keys="F2", needs=edit),
        Action(
            "case.origin",
            "View",
            tr("&Source and history of the value"),
            screen.show_origin,
            keys="F4",
            after_line=True,
        ),
        Action("case.before", "Case", tr("&Previous case"), partial(screen.step, -1), keys="Alt+Left"),
        Action("case.after", "Case", tr("&Next case"), partial(screen.step, 1), keys="Alt+Right"),
        Action(
            "case.tab.next",
            "View",
            tr("Next &part of the case"),
            partial(screen.turn_tab, 1),
            keys="Ctrl+PgDown",
        ),
        Action(
            "case.tab.before",
            "View",
            tr("Previous pa&rt of the case"),
            partial(screen.turn_tab, -1),
            keys="Ctrl+PgUp",
        ),
        Action(
            "case.information",
            "Case",
            tr("Add &information…"),
            partial(acts.information, screen),
            keys="Ctrl+E",
            needs=edit,
            after_line=True,
        ),
        Action("case.sources", "Case", tr("Sealed so&urces…"), screen.show_sources, needs=list_sources),
        Action(
            "case.address",
            "Case",
            tr("Propose an a&ddress…"),
            partial(acts.address, screen),
            keys="Ctrl+D",
            needs=edit,
        ),
        Action("case.consents", "Case", tr("Consen&ts of the person"), screen.tabs.show_consents),
        Action("case.alias", "Case", tr("Add another na&me…"), partial(acts.alias, screen), needs=edit),
        Action(
            "case.agenda",
            "Case",
            tr("Add to an &agenda…"),
            screen.to_agenda,
            keys="Ctrl+Shift+A",
            needs=ask_for_case,
        ),
        Action(
            "case.transfer",
            "Case",
            tr("Propose to an&other forum…"),
            partial(propose, screen),
            needs=propose_transfer,
            after_line=True,
        ),
        Action(
            "case.disclosure",
            "Case",
            tr("Ask for a disclos&ure…"),
            lambda: screen.open("disclosure-requests", prn=screen.prn),
            needs=ask_disclosure,
        ),
        Action(
            "case.restrict",
            "Case",
            tr("&Restrict to named readers…"),
            partial(kept.ask_readers, screen),
            needs=restrict_case,
            after_line=True,
        ),
        Action(
            "case.exclude",
            "Case",
            tr("E&xclude somebody…"),
            partial(kept.ask_exclude, screen),
            needs=exclude_person,
        ),
        Action(
            "case.past",
            "Case",
            tr("As &known on a past day…"),
            lambda: screen.open("keeping-past", prn=screen.prn),
            needs=show_case_as_known,
            after_line=True,
        ),
        Action(
            "case.close",
            "Case",
            tr("&Close the case…"),
            partial(acts.close, screen),
            needs=edit,
            after_line=True,
        ),
    )
