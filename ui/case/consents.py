"""The consents that the person signed, on the tab of the plan: how each stands today, and what is done to them (D2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.consent import ConsentRow, ConsentStanding
from app.domain.dates import show_date
from app.usecases.consents import add_consent, withdraw_consent
from ui.case import steps
from ui.case.forms import ask_form, saves, today_field
from ui.case.listing import Listing
from ui.case.provenance import Provenance
from ui.models import Column
from ui.tongue import tr
from ui.widgets.ask import long_text
from ui.widgets.pick import DayEdit

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

_STATES = {
    ConsentStanding.IN_FORCE: tr("✓ in force"),
    ConsentStanding.NOT_YET: tr("– not yet signed"),
    ConsentStanding.EXPIRED: tr("! expired"),
    ConsentStanding.WITHDRAWN: tr("– withdrawn"),
}


def _columns(today: date) -> tuple[Column[ConsentRow], ...]:
    def lapsed(row: ConsentRow) -> bool:
        return row.standing(today) is ConsentStanding.EXPIRED

    return (
        Column[ConsentRow](tr("No."), lambda r: str(r.number), width=6, right=True),
        Column[ConsentRow](tr("State"), lambda r: _STATES[r.standing(today)], width=16, strong=lapsed),
        Column[ConsentRow](tr("Signed"), lambda r: show_date(r.signed), width=12),
        Column[ConsentRow](tr("Last day"), lambda r: show_date(r.expires) or tr("no end"), width=12),
        Column[ConsentRow](tr("What may be told, to whom"), lambda r: r.scope, width=50, stretch=True),
        Column[ConsentRow](tr("Form"), lambda r: r.form, width=19),
    )


def _origin(today: date) -> Callable[[ConsentRow], Provenance]:
    def of(row: ConsentRow) -> Provenance:
        number = row.number
        return Provenance(
            tr("Consent {number}", number=number),
            row.scope,
            "forum",
            tr("form: {form}", form=row.form),
            row.signed,
            (tr("State: {state}", state=row.state(today)),),
            (f"Consent {number}",),
        )

    return of


def listing(screen: CaseScreen) -> Listing[ConsentRow]:
    """What the person signed, with what may be done to it."""
    may = screen.desk.may(add_consent)
    today = screen.desk.today

    def take_back() -> None:
        chosen = made.current()
        if chosen is None:
            return
        if chosen.withdrawn_on is None:
            withdraw(screen, chosen)
        else:
            screen.notice.say(
                tr(
                    "Consent {number} was withdrawn on {on} already.",
                    number=chosen.number,
                    on=show_date(chosen.withdrawn_on),
                ),
                "warn",
            )

    made: Listing[ConsentRow] = Listing(
        tr("Consents of the person"),
        _columns(today),
        tr("No consent of theirs is recorded. Nothing can be told on the ground that they authorised it."),
        _origin(today),
        (
            (tr("Add consent…"), lambda: add(screen), may),
            (tr("Withdraw consent…"), take_back, may),
        ),
        opened=screen.show_origin,
    )
    return made


def add(screen: CaseScreen) -> None:
    """A consent that the person signed (need D2)."""
    ask_form(
        screen,
        tr("Add a consent"),
        tr(
            "What the person signed themselves; an occupier's consent stands with the address. Never write of a "
            "victim, and nothing clinical."
        ),
        (
            ("form", tr("&Form that was signed"), QLineEdit()),
            ("scope", tr("&What may be told, and to whom"), long_text(3)),
            ("signed", tr("Si&gned on"), today_field(screen, tr("Signed on"))),
            ("expires", tr("&Last day (empty: no end)"), DayEdit(tr("Last day"), screen.desk.today)),
        ),
        tr("Add"),
        saves(
            screen,
            add_consent,
            lambda v: (v["form"], v["scope"], v["signed"], v["expires"]),
            tr("The consent is kept."),
            "signed",
            undo=lambda _v: steps.consent_added(screen),
        ),
    )


def withdraw(screen: CaseScreen, row: ConsentRow) -> None:
    """That the person takes a consent back; it stays in the list, and nothing rests on it from that day on."""
    ask_form(
        screen,
        tr("Withdraw consent {number}", number=row.number),
        tr(
            "{told}. From the day it is taken back nothing rests on it; what was told before stays told.",
            told=row.told,
        ),
        (
            ("reason", tr("&Why"), long_text(2)),
            ("on", tr("On da&y"), today_field(screen, tr("On day"))),
            ("by", tr("&Told by"), QLineEdit(screen.desk.name)),
        ),
        tr("Withdraw"),
        saves(
            screen,
            withdraw_consent,
            lambda v: (row.number, v["reason"], v["on"], v["by"]),
            tr("The consent is withdrawn."),
            "on",
        ),
    )
