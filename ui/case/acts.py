"""What is done to a case by a form: each asks for what its use case needs and says whose value it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.case_drafts import OrderDraft, RiskDraft
from app.domain.cases import ValueRow
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.extract_fields import FIELDS, FieldKind
from app.domain.meeting import ActionRow, TransferDraft
from app.domain.plan import QUESTIONS
from app.domain.plan_drafts import SUITABILITY, CheckDraft, seen_of_answer, seen_of_check
from app.domain.words import (
    ActionOutcome,
    AliasKind,
    CheckKind,
    DateName,
    ExitReason,
    FlagCode,
    NearnessAnswer,
    OrderKind,
    Service,
    SixAnswer,
)
from app.usecases.agenda import ask_for_case
from app.usecases.cases import (
    add_alias,
    add_risk,
    close_case,
    correct_value,
    raise_flag,
    record_order,
    set_anchor,
    withdraw_flag,
)
from app.usecases.meeting import settle_action
from app.usecases.plan import answer_question, check_address, propose_address, withdraw_address
from ui.case import steps
from ui.case.fields import OwnWord
from ui.case.forms import ask_form as _form
from ui.case.forms import saves as _saves
from ui.case.forms import tells as _tells
from ui.case.forms import today_field as _today
from ui.case.information import information as information
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.chips import WORDS
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

SERVICES: list[tuple[str, object]] = [(service.value, service) for service in Service]


def rating(screen: CaseScreen) -> None:
    """One service's own rating; nothing combines two of them (need R8)."""
    _form(
        screen, tr("Add a rating"), tr("Older ratings stay, and nothing combines them."),
        (
            ("service", tr("&Service"), Pick(tr("Service"), SERVICES)), ("tool", tr("&Tool"), QLineEdit()),
            ("version", tr("&Version"), QLineEdit()), ("score", tr("S&core"), QLineEdit()),
            ("on", tr("&Assessed on"), _today(screen, tr("Assessed on"))), ("assessor", tr("Ass&essor"), QLineEdit()),
        ),
        tr("Add"),
        _saves(
            screen, add_risk,
            lambda v: (RiskDraft(v["service"], v["tool"], v["score"], v["version"], v["on"], v["assessor"]),),
            tr("The rating is added."), "on",
        ),
    )  # fmt: skip


def correction(screen: CaseScreen, chosen: ValueRow | None) -> None:
    """The forum's own word beside IOMS' value; no extract overwrites it (need R9)."""
    stood = {row.heading: row.in_force or "" for row in screen.record.values} if screen.record else {}
    known: dict[str, dict[str, str]] = {}

    def seen(values: Values) -> dict[str, str]:
        under = str(values["heading"])
        return known.setdefault(under, {"value": stood.get(under, "")})

    headings = [(f.heading, f.heading) for f in FIELDS if f.name not in ("prn", "aliases", "forum", "as_at")]
    heading = Pick(tr("Heading"), headings)
    days = {f.heading for f in FIELDS if f.kind is FieldKind.DATE}
    value = OwnWord(screen.desk.today, lambda: heading.value in days)
    if chosen is not None:
        heading.set_value(chosen.heading)
        value.setText(chosen.in_force or "")
        value.selectAll()
    _form(
        screen, tr("The forum's own word"),
        tr("It stands beside what IOMS says; no extract overwrites it, and IOMS' value stays to be seen."),
        (("heading", tr("&Heading"), heading), ("value", tr("&Value"), value), ("reason", tr("&Reason"), long_text(2))),
        tr("Save"),
        _saves(
            screen, correct_value, lambda v: (v["heading"], v["value"], v["reason"]), tr("The forum's word is saved."),
            seen=seen, undo=lambda v: steps.corrected(screen, v["heading"], str(v["value"])),
        ),
    )  # fmt: skip


def anchor(screen: CaseScreen) -> None:
    """Count back from a named date chosen by hand until that date moves (need T1)."""
    _form(
        screen,
        tr("Choose the date counted to"),
        tr("The choice holds until that date moves; then the rule chooses again."),
        (
            ("name", tr("&Date"), Pick(tr("Date"), [(n.value, n) for n in DateName])),
            ("reason", tr("&Reason"), long_text(2)),
        ),
        tr("Choose"),
        _saves(
            screen,
            set_anchor,
            lambda v: (v["name"], v["reason"]),
            tr("The date is chosen."),
            undo=lambda v: steps.anchor(screen, (v["name"], v["reason"])),
        ),
    )


def flag(screen: CaseScreen) -> None:
    """Raise a flag the forum owns (need R4)."""
    _form(
        screen,
        tr("Raise a flag"),
        tr("A flag of the forum, with who authorised it. It is never removed, only withdrawn."),
        (
            ("flag", tr("&Flag"), Pick(tr("Flag"), [(f"{c.value}  {WORDS[c.value]}", c) for c in FlagCode])),
            ("comment", tr("&Comment"), long_text(2)),
            ("by", tr("&Authorised by"), QLineEdit(screen.desk.name)),
            ("since", tr("From &day"), _today(screen, tr("From day"))),
        ),
        tr("Raise"),
        _saves(
            screen,
            raise_flag,
            lambda v: (v["flag"], v["comment"], v["by"], v["since"]),
            tr("The flag is raised."),
            undo=lambda v: steps.flag_raised(screen, v["flag"]),
        ),
    )


def unflag(screen: CaseScreen, code: FlagCode) -> None:
    """Withdraw the forum's flag; it stays in the record."""
    _form(
        screen, tr("Withdraw the flag {code}", code=code.value), tr("The flag stays in the record as withdrawn."),
        (("comment", tr("&Why"), long_text(2)),), tr("Withdraw"),
        _saves(
            screen, withdraw_flag, lambda v: (code, v["comment"]), tr("The flag {code} is withdrawn.", code=code.value),
            undo=lambda _v: steps.flag_withdrawn(screen, code),
        ),
    )  # fmt: skip


def order(screen: CaseScreen, kind: OrderKind) -> None:
    """What is known of one kind of external order: one of the six answers (needs R7, X6)."""
    orders = screen.record.orders if screen.record else ()
    stands = next((row.answer.value for row in orders if row.kind is kind), SixAnswer.NOT_ASKED.value)
    _form(
        screen,
        tr("Answer on {kind}", kind=kind.value),
        tr("A blank never means none: choose what was answered."),
        (
            ("answer", tr("&Answer"), Pick(tr("Answer"), [(a.value, a) for a in SixAnswer])),
            ("detail", tr("&Detail"), QLineEdit()),
            ("expires", tr("&Expires on"), DayEdit(tr("Expires on"), screen.desk.today)),
            ("source", tr("&Source"), QLineEdit()),
        ),
        tr("Save"),
        _saves(
            screen,
            record_order,
            lambda v: (OrderDraft(kind, v["answer"], v["detail"], v["expires"], v["source"]),),
            tr("The answer is saved."),
            seen={"answer": stands},
            undo=lambda v: steps.order(screen, kind, v["answer"]),
        ),
    )


def address(screen: CaseScreen) -> None:
    """Add a proposed address (need P1)."""
    _form(
        screen, tr("Propose an address"), tr("It comes after the others. Never write where a victim lives."),
        (
            ("address", tr("&Address"), QLineEdit()), ("residents", tr("&Residents"), QLineEdit()),
            ("consent", tr("&Consent of the occupant"), QLineEdit()),
        ),
        tr("Propose"),
        _saves(
            screen, propose_address, lambda v: (v["address"], None, v["residents"], v["consent"]),
            tr("The address is proposed."), undo=lambda v: steps.proposed(screen, v["address"]),
        ),
    )  # fmt: skip


def check(screen: CaseScreen, rank: int, kind: str = "") -> None:
    """One partner's check of an address (need P2)."""
    kinds = Pick(tr("Who checks"), [(k.value, k) for k in CheckKind])
    rows = screen.record.plan.addresses if screen.record else ()
    checks = [each for row in rows if row.rank == rank for each in row.checks]
    stood = {k.value: seen_of_check(next((c for c in checks if c.kind == k.value), None)) for k in CheckKind}
    if kind:
        kinds.set_value(CheckKind(kind))
    answers = [(a.value, a.value) for a in SixAnswer] + [
        (tr("nearness: {answer}", answer=a.value), a.value)
        for a in NearnessAnswer
        if a.value != SixAnswer.NOT_ASKED.value
    ]
    _form(
        screen,
        tr("Check of address {rank}", rank=rank),
        tr(
            "Victim nearness takes the co-ordinator's answer, name and day alone: never a victim's name or place."
        ),
        (
            ("kind", tr("&Who checks"), kinds),
            ("answer", tr("&Answer"), Pick(tr("Answer"), answers)),
            (
                "suits",
                tr("&Suitability"),
                Pick(tr("Suitability"), [(tr("not said"), ""), *((s, s) for s in SUITABILITY)]),
            ),
            ("comment", tr("&Comment"), QLineEdit()),
            ("officer", tr("&Officer or co-ordinator"), QLineEdit()),
            ("on", tr("Checked on da&y"), _today(screen, tr("Checked on day"))),
        ),
        tr("Save"),
        _saves(
            screen,
            check_address,
            lambda v: (
                rank,
                CheckDraft(
                    v["kind"], v["answer"], str(v["suits"] or ""), v["comment"], v["officer"], v["on"]
                ),
            ),
            tr("The check is saved."),
            seen=lambda v: stood[v["kind"].value],
            undo=lambda v: steps.checked(screen, rank, v["kind"]),
        ),
    )


def withdraw(screen: CaseScreen, rank: int) -> None:
    """A dead address stays, with who withdrew it and why (need P1)."""
    _form(
        screen, tr("Withdraw address {rank}", rank=rank), tr("The address stays in the case as withdrawn."),
        (("by", tr("Withdrawn &by"), QLineEdit()), ("reason", tr("&Reason"), long_text(2))), tr("Withdraw"),
        _saves(
            screen, withdraw_address, lambda v: (rank, v["by"], v["reason"]), tr("The address is withdrawn."),
            undo=lambda _v: steps.withdrawn(screen, rank),
        ),
    )  # fmt: skip


def answer(screen: CaseScreen, question: str | None) -> None:
    """Answer one thing a milestone asks for (design/formats.md section 3)."""
    asked = Pick(tr("Question"), [(told, code) for code, told in QUESTIONS.items()])
    answers = {row.question: row for row in screen.record.plan.answers} if screen.record else {}
    stood = {code: seen_of_answer(answers.get(code)) for code in QUESTIONS}
    if question is not None:
        asked.set_value(question)
    _form(
        screen,
        tr("Answer what a milestone asks"),
        tr("On victim notification only the co-ordinator's word: clear, conflict or conditions needed."),
        (
            ("question", tr("&Question"), asked),
            ("answer", tr("&Answer"), QLineEdit()),
            ("note", tr("&Note"), QLineEdit()),
            ("by", tr("Answered &by"), QLineEdit()),
        ),
        tr("Save"),
        _saves(
            screen,
            answer_question,
            lambda v: (v["question"], v["answer"], v["note"], v["by"]),
            tr("The answer is saved."),
            seen=lambda v: stood[v["question"]],
            undo=lambda v: steps.answered(screen, v["question"]),
        ),
    )


def alias(screen: CaseScreen) -> None:
    """Another name of the person, typed (need R1)."""
    _form(
        screen,
        tr("Add another name"),
        tr("It is found by the search box."),
        (
            ("kind", tr("&Kind"), Pick(tr("Kind"), [(k.value, k) for k in AliasKind])),
            ("surname", tr("&Surname"), QLineEdit()),
            ("given", tr("&Given names"), QLineEdit()),
        ),
        tr("Add"),
        _saves(
            screen,
            add_alias,
            lambda v: (v["kind"], v["surname"], v["given"]),
            tr("The name is added."),
            undo=lambda v: steps.named(screen, v["kind"], v["surname"], v["given"]),
        ),
    )


def settle(screen: CaseScreen, row: ActionRow) -> None:
    """What became of an action (need M7)."""
    tell = _tells(screen)

    def do(values: Values, form: AskForm) -> None:
        try:
            to = TransferDraft(values["to"]) if values["to"].strip() else None
        except Refused as refused:
            form.say(refused.sentence, form.field("to"))
            return
        form.asking(
            screen, settle_action, str(row.id), values["outcome"], values["on"], values["note"], to,
            then=lambda _row: tell(tr("The outcome is saved.")), undo=steps.settled(row, values["outcome"]),
        )  # fmt: skip

    _form(
        screen,
        tr("What became of the action"),
        row.text,
        (
            (
                "outcome",
                tr("&Outcome"),
                Pick(tr("Outcome"), [(o.value, o) for o in ActionOutcome if o.value != "open"]),
            ),
            ("on", tr("O&n day"), _today(screen, tr("On day"))),
            ("note", tr("No&te"), QLineEdit()),
            ("to", tr("New o&wner, where it is transferred"), QLineEdit()),
        ),
        tr("Save"),
        do,
    )


def close(screen: CaseScreen) -> None:
    """End the episode with its reason; it stays (need R1)."""
    sure = QCheckBox()
    prn, tell = screen.prn, _tells(screen)

    def do(values: Values, form: AskForm) -> None:
        if not values["sure"]:
            form.say(tr("Tick that the case is to be closed."), sure)
            return
        form.asking(
            screen, close_case, prn, values["exit"], values["note"],
            then=lambda _none: tell(tr("The case is closed.")),
        )  # fmt: skip

    _form(
        screen,
        tr("Close the case"),
        tr("The case stays to be read. The next one shows its plan as not re-checked."),
        (
            ("exit", tr("&Because"), Pick(tr("Because"), [(e.value, e) for e in ExitReason])),
            ("note", tr("&Note"), QLineEdit()),
            ("sure", tr("&Yes, close this case"), sure),
        ),
        tr("Close the case"),
        do,
    )


def to_agenda(screen: CaseScreen, drafts: list[tuple[str, object]]) -> None:
    """Ask for the case at a meeting whose agenda is not issued yet; the reason is kept (need M3)."""
    prn, tell = screen.prn, _tells(screen)

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, ask_for_case, values["meeting"], prn, values["reason"],
            then=lambda row: tell(tr("Asked for at the meeting of {date}.", date=show_date(row.date))),
            undo=steps.asked_for(values["meeting"], prn, values["reason"]),
        )  # fmt: skip

    _form(
        screen,
        tr("Add to an agenda"),
        tr("The agenda is made by rule; this is the one way to add to it."),
        (("meeting", tr("&Meeting"), Pick(tr("Meeting"), drafts)), ("reason", tr("&Reason"), long_text(2))),
        tr("Ask for it"),
        do,
    )
