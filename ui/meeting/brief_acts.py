"""What is done to a front-line brief by a form: prepare, decide, look at, record as given, withdraw (need D5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.front_line import BriefPerson, RecipientKind
from app.domain.front_line_briefs import Brief
from app.domain.grounds import grounds_on
from app.domain.statements import Statement
from app.usecases.front_line import (
    BriefPaper,
    decide_front_line,
    give_front_line,
    prepare_front_line,
    preview_front_line,
    print_front_line,
    withdraw_front_line,
)
from ui import words
from ui.disclosure.asking import GroundPick
from ui.tongue import tr
from ui.widgets.ask import Asked, AskForm, Values, long_text
from ui.widgets.paper import PagesDialog
from ui.widgets.pick import DayEdit, Pick
from ui.widgets.saving import save_pdf
from ui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from ui.meeting.briefs import BriefsScreen


def to_others(screen: BriefsScreen, people: Sequence[BriefPerson]) -> None:
    """Whom the register does not name as a recipient: an office, or a unit somebody goes to. Its people are ticked."""
    who = QLineEdit()
    kind = Pick(tr("Kind of recipient"), [(each.value, each) for each in reversed(RecipientKind)])
    ticks = Ticks(
        tr("Whom it is about"),
        [(tr("{person}, {place}", person=each.person, place=each.place or tr("unit not known")), each.prn, False)
         for each in people],
    )  # fmt: skip

    def do(values: Values, form: AskForm) -> None:
        named = [each for each in people if each.prn in ticks.ticked]
        if not str(values["who"]).strip():
            form.say(tr("Write who gets the brief."), who)
        elif not named:
            form.say(tr("Tick at least one person."), ticks)
        else:
            form.was_saved()
            prepare(screen, str(values["who"]).strip(), values["kind"], named)

    fields: tuple[Asked, ...] = (
        ("who", tr("Who &gets it"), who),
        ("kind", tr("&Kind of recipient"), kind),
        ("ticks", tr("&Whom it is about"), ticks),
    )
    AskForm(
        screen.window(), tr("A brief to an office or others"),
        tr("The register knows in which unit somebody is, and not which office they will come to."),
        fields, tr("Go on"), do, about=screen.meeting,
    ).open()  # fmt: skip


def prepare(screen: BriefsScreen, recipient: str, kind: RecipientKind, people: Sequence[BriefPerson]) -> None:
    """Each item that may go has a tick; without it, it is taken off. Whoever has no tick left is not on the brief."""
    lines = [
        (_line(each.person, one), (each.prn, one.heading), True)
        for each in people
        for one in each.sheet(kind).goes
    ]
    ticks = Ticks(tr("What goes"), lines)
    why = long_text(2)
    why.setPlainText(kind.necessity)

    def do(values: Values, form: AskForm) -> None:
        kept = set(ticks.ticked)
        prns = [
            each.prn for each in people if any(value[0] == each.prn for _, value, _ in lines if value in kept)
        ]
        off = [
            f"{prn}: {heading}"
            for _, (prn, heading), _ in lines
            if prn in prns and (prn, heading) not in kept
        ]
        if not prns:
            form.say(tr("Nothing is ticked, so nothing would be told; tick something."), ticks)
            return
        form.asking(
            screen, prepare_front_line, screen.meeting, recipient, kind, values["ground"], values["why"], prns, off,
            then=lambda brief: prepared(screen, brief),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (
        ("ticks", tr("What &goes"), ticks),
        (
            "ground",
            tr("G&round"),
            GroundPick([each for each in grounds_on(screen.desk.today) if not each.by_consent]),
        ),
        ("why", tr("Why just this is &necessary"), why),
    )
    AskForm(
        screen.window(), tr("Prepare a brief to {recipient}", recipient=recipient),
        tr("{kind}, {people}. A chair decides; nothing leaves before that.", kind=kind.value.capitalize(),
           people=words.counted(len(people), tr("person"), tr("people"))),
        fields, tr("Prepare"), do, about=recipient,
    ).open()  # fmt: skip


def prepared(screen: BriefsScreen, brief: Brief) -> None:
    """It waits now, and stays chosen."""
    screen.chosen = str(brief.number)
    screen.did(tr("Brief {number} to {who} waits for a chair.", number=brief.number, who=brief.recipient))


def decide(screen: BriefsScreen, brief: Brief) -> None:
    """The chair sees each statement of each person: what is in free words is not ticked. What is ticked is told."""
    lines = [
        (_line(row.person, one), f"{row.number}.{one.number}", not one.soft)
        for row in brief.rows
        for one in row.statements
    ]
    ticks = Ticks(tr("What is told"), lines)
    verdict = Pick(
        tr("Decision"),
        [(tr("Approve: what is ticked is told"), True), (tr("Decline: nothing is told"), False)],
    )

    def do(values: Values, form: AskForm) -> None:
        let = set(ticks.ticked)
        strike = tuple(place for _, place, first in lines if first and place not in let)
        soft = tuple(place for _, place, first in lines if not first and place in let)
        form.asking(
            screen, decide_front_line, brief.meeting, str(brief.number), values["verdict"], values["reason"], strike,
            soft, values["under"], brief.statements,
            then=lambda now: screen.did(tr("Brief {number} is {state}.", number=now.number, state=now.state.value)),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (
        ("verdict", tr("&Decision"), verdict),
        ("ticks", tr("What is &told"), ticks),
        ("reason", tr("&Reason"), long_text(2)),
        ("under", tr("What the recipient &undertakes"), QLineEdit()),
    )
    first = brief.rows[0]
    AskForm(
        screen.window(), tr("Decide on brief {number}", number=brief.number),
        tr("To {who}, {kind}.\n{ground}: {why}", who=brief.recipient, kind=brief.kind.value,
           ground=first.ground.paragraph, why=first.necessity),
        fields, tr("Decide"), do, about=str(brief.number),
    ).open()  # fmt: skip


def look_at(screen: BriefsScreen, brief: Brief) -> None:
    """The pages as they would leave, from memory."""

    def show(paper: BriefPaper) -> None:
        PagesDialog(
            screen, tr("brief {number} to {who}", number=brief.number, who=brief.recipient), paper.pdf
        ).open()

    screen.ask(
        preview_front_line, brief.meeting, str(brief.number), then=show, saying=tr("Laying out the pages")
    )


def give(screen: BriefsScreen, brief: Brief) -> None:
    """Record that it was given, and save its paper."""
    on = DayEdit(tr("The day it left"), screen.desk.today)
    on.set_today()
    under = QLineEdit()
    under.setText(brief.rows[0].undertaking)

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, give_front_line, brief.meeting, str(brief.number), values["how"], values["on"], values["under"],
            then=lambda paper: given(screen, paper),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (
        ("how", tr("&How it is given: by hand, by courier"), QLineEdit()),
        ("on", tr("The &day it left"), on),
        ("under", tr("What the recipient &undertook"), under),
    )
    AskForm(
        screen.window(), tr("Record brief {number} as given", number=brief.number),
        tr("To {who}. Its paper is made at once, and it enters the ledger.", who=brief.recipient),
        fields, tr("Record"), do, about=str(brief.number),
    ).open()  # fmt: skip


def given(screen: BriefsScreen, paper: BriefPaper) -> None:
    """Ask where the paper goes, and write it whole. Not saved now, *Paper…* makes it once more."""
    number = paper.number
    screen.did(tr("Disclosure {number} is in the ledger; “Paper…” saves its paper.", number=number))
    save_pdf(
        screen, tr("Save the brief"), f"brief-{paper.brief.meeting}-{number}.pdf", paper.pdf,
        lambda file: tr("The brief of disclosure {number} is in {file}.", number=number, file=file),
    )  # fmt: skip


def save_paper(screen: BriefsScreen, brief: Brief) -> None:
    """The paper of what is given, once more."""
    screen.ask(
        print_front_line, brief.meeting, str(brief.number),
        then=lambda paper: given(screen, paper), saying=tr("Making the paper"),
    )  # fmt: skip


def withdraw(screen: BriefsScreen, brief: Brief) -> None:
    """End a brief that is not given yet."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, withdraw_front_line, brief.meeting, str(brief.number), values["reason"],
            then=lambda now: screen.did(tr("Brief {number} is withdrawn.", number=now.number)),
        )  # fmt: skip

    AskForm(
        screen.window(), tr("Withdraw brief {number}", number=brief.number),
        tr("To {who}, {people}.", who=brief.recipient,
           people=words.counted(len(brief.rows), tr("person"), tr("people"))),
        (("reason", tr("Why is it withdrawn"), QLineEdit()),), tr("Withdraw"), do, about=str(brief.number),
    ).open()  # fmt: skip


def _line(person: str, each: Statement) -> str:
    line = f"{person} – {each.line}"
    return f"{line} – {tr('only where a chair lets it')}" if each.soft else line
