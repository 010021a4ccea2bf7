"""What is done from the list: a case opened by hand with its limb, a person entered, somebody taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.case_drafts import PersonDraft
from app.domain.dates import add_months, show_date
from app.domain.words import HighProfileLimb
from app.usecases.cases import enter_person, open_high_profile, take_in
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from ui.screen import Screen

__all__ = ["enter_by_hand", "open_high_profile", "open_new", "take_in_one"]


def open_new(screen: Screen, prn: str = "") -> None:
    """Open a case for high profile: the limb, the reason, and the day on which it is looked at again (need R3)."""
    today = screen.desk.today
    number = QLineEdit(prn)
    review = DayEdit("Review on", today)
    review.setText(show_date(add_months(today, 3)))

    def do(values: Values, form: AskForm) -> None:
        if values["review"] is None:
            form.say("The review day is missing; write dd/mm/yyyy.", review)
            return
        form.asking(
            screen, open_high_profile, str(values["prn"]).strip(), values["limb"], values["reason"],
            values["review"], then=lambda _anchor: screen.open("case", prn=str(values["prn"]).strip()),
        )  # fmt: skip

    form = AskForm(
        screen.window(),
        "Open a case for high profile",
        "For a person already in the register, named by PRN. A person in no extract is entered by hand first.",
        (
            ("prn", "&PRN", number),
            ("limb", "&Limb", Pick("Limb", [(limb.value, limb) for limb in HighProfileLimb])),
            ("reason", "&Reason", long_text(3)),
            ("review", "Re&view on", review),
        ),
        "Open the case",
        do,
    )
    form.open()


def enter_by_hand(screen: Screen) -> None:
    """Enter a person whom no extract names, with a case."""
    born = DayEdit("Date of birth", screen.desk.today)

    def do(values: Values, form: AskForm) -> None:
        if values["born"] is None:
            form.say("The date of birth is missing; write dd/mm/yyyy.", born)
            return
        draft = PersonDraft(values["prn"], values["surname"], values["given"], values["born"])
        form.asking(
            screen, enter_person, screen.desk.forum, draft,
            then=lambda prn: screen.open("case", prn=prn),
        )  # fmt: skip

    AskForm(
        screen.window(),
        "Enter a person by hand",
        "Only for somebody in no extract. A later extract with the same PRN brings the rest.",
        (
            ("prn", "&PRN", QLineEdit()),
            ("surname", "&Surname", QLineEdit()),
            ("given", "&Given names", QLineEdit()),
            ("born", "Date of &birth", born),
        ),
        "Enter and open a case",
        do,
    ).open()


def take_in_one(screen: Screen, prn: str, name: str) -> None:
    """Take in somebody the criteria left out: one act, one reason (need R5)."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, take_in, prn, values["reason"],
            then=lambda _anchor: screen.notice.say(
                f"{name} is on the list now.", "good", ("Open the case", lambda: screen.open("case", prn=prn))
            ),
        )  # fmt: skip

    AskForm(
        screen.window(),
        f"Take in {name}",
        "A case opens and the reason stands in it. The criteria stay as they are.",
        (("reason", "&Reason", long_text(3)),),
        "Take in",
        do,
    ).open()
