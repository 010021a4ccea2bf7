"""What is done to a request by a form: ask, propose statements, decide, record as made, withdraw (need D1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.domain.disclosure_request import RequestDraft, RequestRow
from app.domain.grounds import Ground, grounds_on
from app.domain.statements import Statement
from app.usecases.disclosure_requests import (
    Letter,
    ask_disclosure,
    decide_disclosure,
    offer_statements,
    print_letter,
    propose_statements,
    record_disclosure,
    withdraw_request,
)
from ui.tongue import tr
from ui.widgets.ask import Asked, AskForm, Values, long_text
from ui.widgets.labels import label
from ui.widgets.pick import DayEdit, Pick
from ui.widgets.saving import save_pdf
from ui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from ui.disclosure.requests import RequestsScreen

_NEVER_A_VICTIM = tr("Never a victim's name or whereabouts.")
_ONE_A_LINE = tr(
    "In your own words, one a line; the chair sees that it was only said. {never}", never=_NEVER_A_VICTIM
)


class GroundPick(Pick):
    """A ground, and in `said` the law's words and what it needs in plain ones (need D8)."""

    def __init__(self, grounds: Sequence[Ground]) -> None:
        super().__init__(tr("Ground"), [(each.paragraph, each) for each in grounds])
        self.said = label("", "muted")
        self.currentIndexChanged.connect(lambda _number: self._tell())
        self._tell()

    def _tell(self) -> None:
        ground = self.value
        if isinstance(ground, Ground):
            self.said.setText(f"{ground.words[0].upper()}{ground.words[1:]}. {ground.plain}")


def ask(screen: RequestsScreen, prn: str = "") -> None:
    """Ask for a disclosure about somebody. What would be told is proposed right after, where the record may be read."""
    person, who, what, consent = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
    person.setText(prn)
    ground = GroundPick(grounds_on(screen.desk.today))
    by = DayEdit(tr("Needed by"), screen.desk.today)
    consent.setPlaceholderText(tr("its number, for ground (c) alone"))
    consent.setEnabled(False)
    ground.currentIndexChanged.connect(
        lambda _number: consent.setEnabled(isinstance(ground.value, Ground) and ground.value.by_consent)
    )

    def do(values: Values, form: AskForm) -> None:
        number = str(values["consent"]).strip() if consent.isEnabled() else ""
        if number and not number.isdigit():
            form.say(tr("A consent is named by its number; look in the case."), form.field("consent"))
            return
        draft = RequestDraft(
            values["who"],
            values["what"],
            values["ground"],
            values["why"],
            values["by"],
            int(number) if number else None,
        )
        own = [line for line in str(values["own"]).splitlines() if line.strip()]
        form.asking(
            screen,
            ask_disclosure,
            str(values["person"]).strip(),
            draft,
            (),
            own,
            then=lambda row: asked(screen, row),
        )

    fields: tuple[Asked, ...] = (
        ("person", tr("&PRN"), person),
        ("who", tr("&Who wants to know, and from where"), who),
        ("what", tr("Wh&at they ask for"), what),
        ("ground", tr("&Ground"), ground),
        ("consent", tr("&Consent"), consent),
        ("why", tr("Why just this is &necessary"), long_text(2)),
        ("by", tr("Needed &by"), by),
        ("own", tr("&Statements to be told"), _own_words()),
    )
    AskForm(
        screen.window(), tr("Ask for a disclosure"),
        tr("A chair other than you decides. Nothing leaves before that."), fields, tr("Ask"), do, about=prn,
    ).open()  # fmt: skip


def asked(screen: RequestsScreen, row: RequestRow) -> None:
    """It waits now; the record's own statements are offered to whoever may read it."""
    screen.chosen_number = row.number
    screen.did(
        tr("Request {number} waits for a chair, until {due}.", number=row.number, due=f"{row.due:%d/%m/%Y}")
    )
    if screen.desk.may(offer_statements):
        propose(screen, row)


def propose(screen: RequestsScreen, row: RequestRow) -> None:
    """Tick what the record could tell, or write more; the chair strikes what is not to be told."""

    def offered(rows: tuple[Statement, ...]) -> None:
        there = {each.text for each in row.statements}
        left = [each for each in rows if each.text not in there]
        _propose(screen, row, left)

    if screen.desk.may(offer_statements):
        screen.ask(
            offer_statements, row.prn, then=offered, otherwise=lambda _error: _propose(screen, row, ())
        )
    else:
        _propose(screen, row, ())


def _propose(screen: RequestsScreen, row: RequestRow, left: Sequence[Statement]) -> None:
    ticks = Ticks(tr("What the record could tell"), [(_line(each), each.heading, False) for each in left])

    def do(values: Values, form: AskForm) -> None:
        own = [line for line in str(values["own"]).splitlines() if line.strip()]
        form.asking(
            screen, propose_statements, str(row.number), tuple(map(str, ticks.ticked)), own,
            then=lambda now: screen.did(
                tr("{count} would be told by request {number}.", count=len(now.statements), number=now.number)
            ),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (("own", tr("&Own words"), _own_words()),)
    if left:
        fields = (("ticks", tr("&From the record"), ticks), *fields)
    AskForm(
        screen.window(), tr("Propose what is told by request {number}", number=row.number),
        tr("For {who}: {what}", who=row.who_asks, what=row.what), fields, tr("Propose"), do, about=str(row.number),
    ).open()  # fmt: skip


def decide(screen: RequestsScreen, row: RequestRow) -> None:
    """The chair sees each statement: the documented are ticked, what was only said is not. What is ticked is told."""
    ticks = Ticks(tr("What is told"), [(_line(each), each.number, not each.soft) for each in row.statements])
    verdict = Pick(
        tr("Decision"),
        [(tr("Approve: what is ticked is told"), True), (tr("Decline: nothing is told"), False)],
    )

    def do(values: Values, form: AskForm) -> None:
        let = {int(str(number)) for number in ticks.ticked}
        strike = tuple(each.number for each in row.statements if not each.soft and each.number not in let)
        soft = tuple(each.number for each in row.statements if each.soft and each.number in let)
        form.asking(
            screen, decide_disclosure, str(row.number), values["verdict"], values["reason"], strike, soft,
            values["under"], len(row.statements),
            then=lambda now: screen.did(tr("Request {number} is {state}.", number=now.number, state=now.state.value)),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (
        ("verdict", tr("&Decision"), verdict),
        ("ticks", tr("What is &told"), ticks),
        ("reason", tr("&Reason"), long_text(2)),
        ("under", tr("What the recipient &undertakes"), QLineEdit()),
    )
    told = tr(
        "{person}, for {who}: {what}\n{ground}: {why}",
        person=row.person, who=row.who_asks, what=row.what, ground=row.ground.paragraph, why=row.necessity,
    )  # fmt: skip
    AskForm(
        screen.window(), tr("Decide on request {number}", number=row.number), told, fields, tr("Decide"), do,
        about=str(row.number),
    ).open()  # fmt: skip


def record(screen: RequestsScreen, row: RequestRow) -> None:
    """Record that it left, and save its letter."""
    on = DayEdit(tr("The day it left"), screen.desk.today)
    on.set_today()
    under = QLineEdit()
    under.setText(row.undertaking)

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, record_disclosure, str(row.number), values["how"], values["on"], values["under"],
            then=lambda letter: made(screen, letter),
        )  # fmt: skip

    fields: tuple[Asked, ...] = (
        ("how", tr("&How it is made: by hand, by courier, read out"), QLineEdit()),
        ("on", tr("The &day it left"), on),
        ("under", tr("What the recipient &undertook"), under),
    )
    AskForm(
        screen.window(), tr("Record request {number} as made", number=row.number),
        tr("{count} told to {who}. Its letter is made at once, and it enters the ledger.",
           count=len(row.told), who=row.who_asks),
        fields, tr("Record"), do, about=str(row.number),
    ).open()  # fmt: skip


def made(screen: RequestsScreen, letter: Letter) -> None:
    """Ask where the letter goes, and write it whole. Not saved now, *Letter…* makes it once more."""
    number = letter.number
    screen.did(tr("Disclosure {number} is in the ledger; “Letter…” saves its letter.", number=number))
    save_pdf(
        screen, tr("Save the letter"), f"disclosure-{number}.pdf", letter.pdf,
        lambda file: tr("The letter of disclosure {number} is in {file}.", number=number, file=file),
    )  # fmt: skip


def save_letter(screen: RequestsScreen, row: RequestRow) -> None:
    """The letter of what is made, once more."""
    screen.ask(
        print_letter,
        str(row.number),
        then=lambda letter: made(screen, letter),
        saying=tr("Making the letter"),
    )


def withdraw(screen: RequestsScreen, row: RequestRow) -> None:
    """End a request that is not made yet."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, withdraw_request, str(row.number), values["reason"],
            then=lambda now: screen.did(tr("Request {number} is withdrawn.", number=now.number)),
        )  # fmt: skip

    AskForm(
        screen.window(), tr("Withdraw request {number}", number=row.number),
        tr("For {who}: {what}", who=row.who_asks, what=row.what),
        (("reason", tr("Why is it withdrawn"), QLineEdit()),), tr("Withdraw"), do, about=str(row.number),
    ).open()  # fmt: skip


def _own_words() -> QPlainTextEdit:
    field = long_text(3)
    field.setPlaceholderText(_ONE_A_LINE)
    return field


def _line(each: Statement) -> str:
    return f"{each.line} – {tr('only said')}" if each.soft else each.line
