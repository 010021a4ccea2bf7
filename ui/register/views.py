"""Views: the built-in ones with their keys, and own ones kept on this computer without any name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
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
        "prison": query.prison,
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
            prison=str(told.get("prison", "")),
            order=CaseOrder(told["order"]),
            down=bool(told["down"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def own_name(view: object) -> str:
    """The name of an own view by what stands behind it in the box; empty for a built-in one."""
    return str(view).removeprefix("own:") if str(view).startswith("own:") else ""


def ask_name(screen: CasesScreen) -> None:
    """Ask under which name to keep what is shown."""

    def named(said: str, form: AskForm) -> None:
        if _is_taken(screen, said, form):
            return
        keep(screen.settings, said, replace(screen.query, text=""))
        _offer(screen, f"own:{said}")
        form.accept()

    _ask(
        screen,
        tr("Keep this view"),
        tr("Filters and order are kept on this computer, never a name that was typed."),
        tr("Keep"),
        "",
        named,
    )


def ask_other_name(screen: CasesScreen) -> None:
    """Give the own view in force another name."""
    name = own_name(screen.view.value)

    def named(said: str, form: AskForm) -> None:
        if said.casefold() != name.casefold() and _is_taken(screen, said, form):
            return
        told = screen.settings.value(f"{GROUP}/{name}")
        screen.settings.remove(f"{GROUP}/{name}")
        screen.settings.setValue(f"{GROUP}/{said}", told)
        _offer(screen, f"own:{said}")
        form.accept()

    _ask(
        screen,
        tr("Rename the view “{name}”", name=name),
        tr("It keeps its filters and its order."),
        tr("Rename"),
        name,
        named,
    )


def remove(screen: CasesScreen) -> None:
    """Take the own view in force away; what it shows stays shown, and one press puts it back."""
    name = own_name(screen.view.value)
    told = screen.settings.value(f"{GROUP}/{name}")
    screen.settings.remove(f"{GROUP}/{name}")
    _offer(screen, screen.query.view)

    def put_back() -> None:
        screen.settings.setValue(f"{GROUP}/{name}", told)
        screen.notice.hide()
        _offer(screen, screen.view.value)
        screen.turn_to(f"own:{name}")

    screen.notice.say(
        tr("The view “{name}” is removed from this computer. No case has changed.", name=name),
        "good",
        (tr("Put it back"), put_back),
    )


def _is_taken(screen: CasesScreen, said: str, form: AskForm) -> bool:
    """Whether another view has the name, and would be written over; the form says so. Windows tells no case apart."""
    there = next((each for each in names(screen.settings) if each.casefold() == said.casefold()), None)
    if there is not None:
        form.say(tr("There is a view “{name}” already; give this one another name.", name=there))
    return there is not None


def _offer(screen: CasesScreen, chosen: object) -> None:
    screen.view.set_choices(choices(screen.settings))
    screen.view.set_value(chosen)


def _ask(
    screen: CasesScreen, title: str, intro: str, act: str, stood: str, named: Callable[[str, AskForm], None]
) -> None:
    name = QLineEdit(stood)
    name.selectAll()

    def do(values: Values, form: AskForm) -> None:
        said = str(values["name"]).replace("/", " ").strip()
        if not said:
            form.say(tr("Give the view a name."))
            return
        named(said, form)

    AskForm(
        screen.window(), title, intro, (("name", tr("&Name of the view"), name),), act, do, about=stood
    ).open()
