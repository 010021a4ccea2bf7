"""How a case's forms are asked and saved: each asks for what its use case needs and says whose value it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.dates import show_date
from app.domain.errors import Overtaken
from ui.case.fields import BothTexts
from ui.tongue import tr
from ui.undo import Step
from ui.widgets.ask import AskForm, Values
from ui.widgets.pick import DayEdit, Pick

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


def tells(screen: CaseScreen) -> Callable[[str], None]:
    """Says what a form has saved; with the name of whom it was opened about, where another case is in view by then."""
    prn, name = screen.prn, screen.person_name
    return lambda sentence: screen.did(sentence if screen.prn == prn else f"{name}: {sentence}")


def saves(
    screen: CaseScreen, case: Callable[..., Any], call: Callable[[Values], tuple[Any, ...]],
    said: str | Callable[[Any], str],
    *needs_day: str, seen: Mapping[str, str] | Callable[[Values], dict[str, str]] | None = None,
    undo: Callable[[Values], Step | Callable[[Any], Step]] | None = None,
) -> Ask:  # fmt: skip
    """Save what `call` makes of the values; the days named must be there. `undo` says how Ctrl+Z takes it back.

    It is about the case that was in view when the form was opened.

    `seen` is what stood there when the form opened, by field: where somebody else wrote meanwhile, both texts are
    shown side by side, as for a field that is edited in place. Where that depends on a choice in the form, `seen`
    gives the one dictionary of the choice.
    """
    stood = seen if callable(seen) else None
    fixed = {} if callable(seen) else dict(seen or {})
    prn, tell = screen.prn, tells(screen)

    def told(result: Any) -> None:
        tell(said(result) if callable(said) else said)

    def do(values: Values, form: AskForm) -> None:
        for key in needs_day:
            if values[key] is None:
                form.say(tr("A day is missing; write dd/mm/yyyy."), form.field(key))
                return

        known = stood(values) if stood else fixed
        more: dict[str, Any] = {"seen": dict(known)} if seen is not None else {}
        more |= {"undo": undo(values)} if undo else {}
        both = two_texts(form, values, known)

        def overtaken(error: Overtaken) -> None:
            both(error)
            screen.refresh()  # what `undo` puts back is theirs then, not what stood before both

        form.asking(
            screen,
            case,
            prn,
            *call(values),
            then=told,
            overtaken=overtaken,
            **more,
        )

    return do


def two_texts(form: AskForm, values: Values, known: dict[str, str]) -> Callable[[Overtaken], None]:
    """What a form does where somebody else wrote meanwhile: both texts side by side, until one is chosen.

    `known` is what the writer saw, by field; from now on they have seen the other text too.
    """

    def both(error: Overtaken) -> None:
        heading = form.heading(error.field)

        def chosen() -> None:
            known[error.field] = error.theirs

        def theirs() -> None:
            chosen()
            put_text(form.field(error.field), error.theirs)

        def mine() -> None:
            chosen()
            form.done_asking()

        def undecided() -> None:
            if known.get(error.field) != error.theirs:
                form.say(
                    tr(
                        "{heading}: theirs is saved, yours is not. Yours stays here; save it to see both again.",
                        heading=heading,
                    )
                )

        dialog = BothTexts(form.parentWidget() or form, heading, error.theirs, str(values[error.field]), mine)
        dialog.kept_theirs.connect(theirs)
        dialog.rejected.connect(undecided)
        dialog.open()

    return both


def put_text(field: QWidget, text: str) -> None:
    """Have a field of a form show a text."""
    if isinstance(field, Pick):
        field.set_value(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)


def today_field(screen: CaseScreen, name: str) -> DayEdit:
    """A day that begins as today."""
    made = DayEdit(name, screen.desk.today)
    made.setText(show_date(screen.desk.today))
    return made
