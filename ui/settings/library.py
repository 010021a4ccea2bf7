"""The words of the library of conditions, asked for in one form wherever somebody keeps them (need P5)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app.domain.conditions import ConditionTextDraft
from app.domain.dates import show_date
from app.usecases.conditions import add_condition_text, end_condition_text
from ui.screen import Screen
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.pick import DayEdit


def ask_words(screen: Screen, did: Callable[[str], None]) -> None:
    """Words of the library from a day on, or their end: blank words end those that stand. `did` is told what came."""

    def do(values: Values, form: AskForm) -> None:
        if values["day"] is None:
            form.say(tr("A day is missing; write dd/mm/yyyy."), form.field("day"))
        elif values["words"].strip():
            draft = ConditionTextDraft(values["code"], values["words"], values["source"], values["day"])
            form.asking(
                screen, add_condition_text, draft, then=lambda _row: did(tr("The library has the words."))
            )
        else:
            form.asking(
                screen, end_condition_text, values["code"], values["day"],
                then=lambda _row: did(tr("The words end with that day; cases keep them.")),
            )  # fmt: skip

    day = DayEdit(tr("From day, or last day"), screen.desk.today)
    day.setText(show_date(screen.desk.today))
    AskForm(
        screen.window(), tr("The library of conditions"),
        tr("For the whole register. New words with a code end the old ones on the day before; without words the code "
        "ends with the day. Cases keep the words they were given."),
        (
            ("code", tr("&Code"), QLineEdit()), ("words", tr("&Words (blank: end the code)"), long_text(3)),
            ("source", tr("&Source (the Act and section, or who decided)"), QLineEdit()),
            ("day", tr("From da&y, or last day"), day),
        ),
        tr("Save"), do,
    ).open()  # fmt: skip
