"""Views: the built-in ones with their keys, and own ones kept on this computer without any name."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit

from app.domain.case_list import CaseOrder, CaseQuery, CaseView, PlanState
from app.domain.words import FlagCode
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values

if TYPE_CHECKING:
    from ui.register.screen import CasesScreen

KEYS = (
    (CaseView.OPEN, "Shift+F1"),
    (CaseView.NEXT_MEETING, "Shift+F2"),
    (CaseView.NO_ADDRESS, "Shift+F3"),
    (CaseView.POLICE_OUTSTANDING, "Shift+F4"),
    (CaseView.VNR_NOT_HR, "Shift+F5"),
    (CaseView.CHANGED, "Shift+F7"),
    (CaseView.CLOSED, "Shift+F8"),
    (CaseView.EVERYBODY, "Shift+F9"),
)
"""Shift+F6 goes to the pane before, Shift+F10 is the menu key."""
GROUP = "case-views"


def choices(settings: QSettings) -> list[tuple[str, object]]:
    """What the view box offers: built-in views, then own ones by name."""
    own = [(tr("{name} (own)", name=name), f"own:{name}") for name in names(settings)]
    return [*((view.value, view) for view, _ in KEYS), *own]


def names(settings: QSettings) -> list[str]:
    settings.beginGroup(GROUP)
    found = sorted(settings.childKeys())
    settings.endGroup()
    return found


def keep(settings: QSettings, name: str, query: CaseQuery) -> None:
    """Keep everything but the text."""
    told = {
        "view": query.view.value,
        "flags": [code.value for code in query.flags],
        "within": query.within,
        "stage": query.stage,
        "plan": query.plan.value if query.plan else None,
        "order": CaseOrder.DATE.value if query.order is CaseOrder.FOUND else query.order.value,
        "down": query.down,
    }
    settings.setValue(f"{GROUP}/{name}", json.dumps(told))


def kept(settings: QSettings, key: str) -> CaseQuery | None:
    """An own view as it was kept; None where this computer's settings do not hold it (any more)."""
    try:
        told = json.loads(str(settings.value(f"{GROUP}/{key.removeprefix('own:')}", "")))
        return CaseQuery(
            view=CaseView(told["view"]),
            flags=tuple(FlagCode(code) for code in told["flags"]),
            within=told["within"],
            stage=told["stage"],
            plan=PlanState(told["plan"]) if told["plan"] else None,
            order=CaseOrder(told["order"]),
            down=bool(told["down"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def ask_name(screen: CasesScreen) -> None:
    """Ask under which name to keep what is shown."""
    name = QLineEdit()

    def do(values: Values, form: AskForm) -> None:
        said = str(values["name"]).replace("/", " ").strip()
        if not said:
            form.say(tr("Give the view a name."))
            return
        keep(screen.settings, said, replace(screen.query, text=""))
        screen.view.set_choices(choices(screen.settings))
        screen.view.set_value(f"own:{said}")
        form.accept()

    AskForm(
        screen.window(),
        tr("Keep this view"),
        tr("Filters and order are kept on this computer, never a name that was typed."),
        (("name", tr("&Name of the view"), name),),
        tr("Keep"),
        do,
    ).open()
