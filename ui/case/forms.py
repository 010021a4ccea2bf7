"""How a case's forms are asked and saved: each asks for what its use case needs and says whose value it becomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.dates import show_date
from ui.widgets.ask import AskForm, Values
from ui.widgets.pick import DayEdit

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

Ask = Callable[[Values, AskForm], None]


def ask_form(
    screen: CaseScreen,
    title: str,
    intro: str,
    fields: tuple[tuple[str, str, QWidget], ...],
    act: str,
    do: Ask,
) -> None:
    """Open a form about the person of the screen."""
    AskForm(screen.window(), f"{title}: {screen.person_name}", intro, fields, act, do).open()


def saves(
    screen: CaseScreen, case: Callable[..., Any], call: Callable[[Values], tuple[Any, ...]], said: str,
    *needs_day: str,
) -> Ask:  # fmt: skip
    """Save what `call` makes of the values; the days named must be there."""

    def do(values: Values, form: AskForm) -> None:
        for key in needs_day:
            if values[key] is None:
                form.say("A day is missing; write dd/mm/yyyy.", form.field(key))
                return
        form.asking(screen, case, screen.prn, *call(values), then=lambda _result: screen.did(said))

    return do


def today_field(screen: CaseScreen, name: str) -> DayEdit:
    """A day that begins as today."""
    made = DayEdit(name, screen.desk.today)
    made.setText(show_date(screen.desk.today))
    return made
