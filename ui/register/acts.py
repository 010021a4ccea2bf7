"""What is done from the list: a case opened by hand with its limb, a person entered, somebody taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.case_drafts import PersonDraft
from app.domain.dates import add_months, on_working_day, show_date
from app.domain.errors import Overtaken
from app.domain.meeting import MeetingRow, tidy
from app.domain.words import HighProfileLimb, MeetingState
from app.usecases.agenda import ask_for_case, take_off
from app.usecases.cases import enter_person, open_high_profile, take_in
from app.usecases.meeting import list_meetings
from ui import words
from ui.case.steps import MISTAKE, came_in
from ui.tasks import Progress
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.screen import Screen

__all__ = ["ask_for_chosen", "enter_by_hand", "enter_person", "open_high_profile", "open_new", "take_in_one"]


def open_new(screen: Screen, prn: str = "") -> None:
    """Open a case for high profile: the limb, the reason, and the day on which it is looked at again (need R3)."""
    today = screen.desk.today
    number = QLineEdit(prn)
    review = DayEdit(tr("Review on"), today)
    region = screen.desk.forum_row.region if screen.desk.forum_row else ""
    review.setText(show_date(on_working_day(add_months(today, 3), region)))

    def do(values: Values, form: AskForm) -> None:
        if values["review"] is None:
            form.say(tr("The review day is missing; write dd/mm/yyyy."), review)
            return
        form.asking(
            screen, open_high_profile, str(values["prn"]).strip(), values["limb"], values["reason"],
            values["review"], then=lambda _anchor: screen.open("case", prn=str(values["prn"]).strip()),
            undo=came_in(str(values["prn"]).strip()),
        )  # fmt: skip

    form = AskForm(
        screen.window(),
        tr("Open a case for high profile"),
        tr(
            "For a person already in the register, named by PRN. A person in no extract is entered by hand first."
        ),
        (
            ("prn", tr("&PRN"), number),
            ("limb", tr("&Limb"), Pick(tr("Limb"), [(limb.value, limb) for limb in HighProfileLimb])),
            ("reason", tr("&Reason"), long_text(3)),
            ("review", tr("Re&view on"), review),
        ),
        tr("Open the case"),
        do,
        about=prn,
    )
    form.open()


def enter_by_hand(screen: Screen) -> None:
    """Enter a person whom no extract names, with a case."""
    born = DayEdit(tr("Date of birth"), screen.desk.today)

    def do(values: Values, form: AskForm) -> None:
        if values["born"] is None:
            form.say(tr("The date of birth is missing; write dd/mm/yyyy."), born)
            return
        draft = PersonDraft(values["prn"], values["surname"], values["given"], values["born"])
        form.asking(
            screen, enter_person, screen.desk.forum, draft,
            then=lambda prn: screen.open("case", prn=prn), undo=came_in,
        )  # fmt: skip

    AskForm(
        screen.window(),
        tr("Enter a person by hand"),
        tr("Only for somebody in no extract. A later extract with the same PRN brings the rest."),
        (
            ("prn", tr("&PRN"), QLineEdit()),
            ("surname", tr("&Surname"), QLineEdit()),
            ("given", tr("&Given names"), QLineEdit()),
            ("born", tr("Date of &birth"), born),
        ),
        tr("Enter and open a case"),
        do,
    ).open()


def take_in_one(screen: Screen, prn: str, name: str) -> None:
    """Take in somebody the criteria left out: one act, one reason (need R5)."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen,
            take_in,
            prn,
            values["reason"],
            undo=came_in(prn),
            then=lambda _anchor: screen.notice.say(
                tr("{name} is on the list now.", name=name),
                "good",
                (tr("Open the case"), lambda: screen.open("case", prn=prn)),
            ),
        )

    AskForm(
        screen.window(),
        tr("Take in {name}", name=name),
        tr("A case opens and the reason stands in it. The criteria stay as they are."),
        (("reason", tr("&Reason"), long_text(3)),),
        tr("Take in"),
        do,
        about=prn,
    ).open()


def ask_for_chosen(screen: Screen, prns: Sequence[str]) -> None:
    """Put several cases on the agenda of a coming meeting because somebody asked, with one reason (need M2)."""
    meeting, by = Pick(tr("Meeting")), QLineEdit()

    def do(values: Values, form: AskForm) -> None:
        if values["meeting"] is None:
            form.say(tr("No meeting's agenda is a draft; schedule one first."), meeting)
            return

        asked: list[str] = []

        def work(door: Desk, progress: Progress) -> int:
            asked.clear()
            for done, prn in enumerate(prns):
                progress(done, len(prns), tr("{done} of {prns}", done=done, prns=len(prns)))
                ask_for_case(door, values["meeting"], prn, values["reason"], values["by"])
                asked.append(prn)
            return len(prns)

        own = {"reason": tidy(values["reason"])}
        shown: set[str] = set()

        def take_all_off(door: Desk, seen: Mapping[str, str]) -> None:
            while asked:  # asked again after a refusal it goes on where it stopped
                prn = asked[0]
                try:
                    take_off(door, values["meeting"], prn, MISTAKE, seen=seen if prn in shown else own)
                except Overtaken:
                    shown.add(prn)
                    raise
                del asked[0]

        many = tr(
            "{cases} asked for at {meeting}",
            cases=words.counted(len(prns), "case"),
            meeting=values["meeting"],
        )

        def done(count: int) -> None:
            form.was_saved()
            told = words.counted(count, "case")
            go = partial(screen.open, "meeting-agenda", meeting=values["meeting"])
            screen.notice.say(
                tr("{told} on the agenda of {meeting}.", told=told, meeting=values["meeting"]),
                "good",
                (tr("Open the agenda"), go),
            )
            screen.saved()

        screen.desk.ask_long(
            work, then=done, otherwise=lambda error: form.refused(screen, error, meeting), owner=screen,
            saying=tr("Asking for the cases"), undo=Step(many, lambda _done: Call(take_all_off, seen=own)),
        )  # fmt: skip

    form = AskForm(
        screen.window(),
        tr("Ask for {cases} at a meeting", cases=words.counted(len(prns), "case")),
        tr(
            "Only an agenda that is not issued yet takes them. Those before one that is refused stay asked for."
        ),
        (
            ("meeting", tr("&Meeting"), meeting),
            ("reason", tr("&Reason"), long_text(3)),
            ("by", tr("Asked &by"), by),
        ),
        tr("Ask for them"),
        do,
        about=" ".join(prns),
    )

    def know(rows: Sequence[MeetingRow]) -> None:
        drafts = [row for row in rows if row.state is MeetingState.DRAFT]
        meeting.set_choices((f"{show_date(row.date)}, {row.kind.value}", row.meeting) for row in drafts)

    screen.ask(list_meetings, screen.desk.forum, then=know)
    form.open()
