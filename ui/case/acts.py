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
from ui.case.forms import today_field as _today
from ui.case.forms import two_texts
from ui.case.information import information as information
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.chips import WORDS
from ui.widgets.pick import DayEdit, Pick

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

SERVICES: list[tuple[str, object]] = [(service.value, service) for service in Service]


def rating(screen: CaseScreen) -> None:
    """One service's own rating; nothing combines two of them (need R8)."""
    _form(
        screen, "Add a rating", "Older ratings stay, and nothing combines them.",
        (
            ("service", "&Service", Pick("Service", SERVICES)), ("tool", "&Tool", QLineEdit()),
            ("version", "&Version", QLineEdit()), ("score", "S&core", QLineEdit()),
            ("on", "&Assessed on", _today(screen, "Assessed on")), ("assessor", "Ass&essor", QLineEdit()),
        ),
        "Add",
        _saves(
            screen, add_risk,
            lambda v: (RiskDraft(v["service"], v["tool"], v["score"], v["version"], v["on"], v["assessor"]),),
            "The rating is added.", "on",
        ),
    )  # fmt: skip


def correction(screen: CaseScreen, chosen: ValueRow | None) -> None:
    """The forum's own word beside IOMS' value; no extract overwrites it (need R9)."""
    stood = {row.heading: row.in_force or "" for row in screen.record.values} if screen.record else {}
    known: dict[str, dict[str, str]] = {}

    def do(values: Values, form: AskForm) -> None:
        under = str(values["heading"])
        seen = known.setdefault(under, {"value": stood.get(under, "")})
        form.asking(
            screen, correct_value, screen.prn, under, values["value"], values["reason"],
            then=lambda _anchor: screen.did("The forum's word is saved."),
            overtaken=two_texts(form, values, seen), seen=dict(seen),
            undo=steps.corrected(screen, under, str(values["value"])),
        )  # fmt: skip

    headings = [(f.heading, f.heading) for f in FIELDS if f.name not in ("prn", "aliases", "forum", "as_at")]
    heading = Pick("Heading", headings)
    days = {f.heading for f in FIELDS if f.kind is FieldKind.DATE}
    value = OwnWord(screen.desk.today, lambda: heading.value in days)
    if chosen is not None:
        heading.set_value(chosen.heading)
        value.setText(chosen.in_force or "")
        value.selectAll()
    _form(
        screen, "The forum's own word",
        "It stands beside what IOMS says; no extract overwrites it, and IOMS' value stays to be seen.",
        (("heading", "&Heading", heading), ("value", "&Value", value), ("reason", "&Reason", long_text(2))),
        "Save",
        do,
    )  # fmt: skip


def anchor(screen: CaseScreen) -> None:
    """Count back from a named date chosen by hand until that date moves (need T1)."""
    _form(
        screen, "Choose the date counted to", "The choice holds until that date moves; then the rule chooses again.",
        (("name", "&Date", Pick("Date", [(n.value, n) for n in DateName])), ("reason", "&Reason", long_text(2))),
        "Choose",
        _saves(
            screen, set_anchor, lambda v: (v["name"], v["reason"]), "The date is chosen.",
            undo=lambda v: steps.anchor(screen, (v["name"], v["reason"])),
        ),
    )  # fmt: skip


def flag(screen: CaseScreen) -> None:
    """Raise a flag the forum owns (need R4)."""
    _form(
        screen, "Raise a flag", "A flag of the forum, with who authorised it. It is never removed, only withdrawn.",
        (
            ("flag", "&Flag", Pick("Flag", [(f"{c.value}  {WORDS[c.value]}", c) for c in FlagCode])),
            ("comment", "&Comment", long_text(2)), ("by", "&Authorised by", QLineEdit(screen.desk.name)),
            ("since", "From &day", _today(screen, "From day")),
        ),
        "Raise",
        _saves(
            screen, raise_flag, lambda v: (v["flag"], v["comment"], v["by"], v["since"]), "The flag is raised.",
            undo=lambda v: steps.flag_raised(screen, v["flag"]),
        ),
    )  # fmt: skip


def unflag(screen: CaseScreen, code: FlagCode) -> None:
    """Withdraw the forum's flag; it stays in the record."""
    _form(
        screen, f"Withdraw the flag {code.value}", "The flag stays in the record as withdrawn.",
        (("comment", "&Why", long_text(2)),), "Withdraw",
        _saves(
            screen, withdraw_flag, lambda v: (code, v["comment"]), f"The flag {code.value} is withdrawn.",
            undo=lambda _v: steps.flag_withdrawn(screen, code),
        ),
    )  # fmt: skip


def order(screen: CaseScreen, kind: OrderKind) -> None:
    """What is known of one kind of external order: one of the six answers (needs R7, X6)."""
    orders = screen.record.orders if screen.record else ()
    stands = next((row.answer.value for row in orders if row.kind is kind), SixAnswer.NOT_ASKED.value)
    _form(
        screen, f"Answer on {kind.value}", "A blank never means none: choose what was answered.",
        (
            ("answer", "&Answer", Pick("Answer", [(a.value, a) for a in SixAnswer])),
            ("detail", "&Detail", QLineEdit()), ("expires", "&Expires on", DayEdit("Expires on", screen.desk.today)),
            ("source", "&Source", QLineEdit()),
        ),
        "Save",
        _saves(
            screen, record_order,
            lambda v: (OrderDraft(kind, v["answer"], v["detail"], v["expires"], v["source"]),), "The answer is saved.",
            seen={"answer": stands}, undo=lambda v: steps.order(screen, kind, v["answer"]),
        ),
    )  # fmt: skip


def address(screen: CaseScreen) -> None:
    """Add a proposed address (need P1)."""
    _form(
        screen, "Propose an address", "It comes after the others. Never write where a victim lives.",
        (
            ("address", "&Address", QLineEdit()), ("residents", "&Residents", QLineEdit()),
            ("consent", "&Consent of the occupant", QLineEdit()),
        ),
        "Propose",
        _saves(
            screen, propose_address, lambda v: (v["address"], None, v["residents"], v["consent"]),
            "The address is proposed.", undo=lambda v: steps.proposed(screen, v["address"]),
        ),
    )  # fmt: skip


def check(screen: CaseScreen, rank: int, kind: str = "") -> None:
    """One partner's check of an address (need P2)."""
    kinds = Pick("Who checks", [(k.value, k) for k in CheckKind])
    rows = screen.record.plan.addresses if screen.record else ()
    checks = [each for row in rows if row.rank == rank for each in row.checks]
    stood = {k.value: seen_of_check(next((c for c in checks if c.kind == k.value), None)) for k in CheckKind}
    if kind:
        kinds.set_value(CheckKind(kind))
    answers = [(a.value, a.value) for a in SixAnswer] + [
        (f"nearness: {a.value}", a.value) for a in NearnessAnswer if a.value != SixAnswer.NOT_ASKED.value
    ]
    _form(
        screen, f"Check of address {rank}",
        "Victim nearness takes the co-ordinator's answer, name and day alone: never a victim's name or place.",
        (
            ("kind", "&Who checks", kinds),
            ("answer", "&Answer", Pick("Answer", answers)),
            ("suits", "&Suitability", Pick("Suitability", [("not said", ""), *((s, s) for s in SUITABILITY)])),
            ("comment", "&Comment", QLineEdit()), ("officer", "&Officer or co-ordinator", QLineEdit()),
            ("on", "Checked on da&y", _today(screen, "Checked on day")),
        ),
        "Save",
        _saves(
            screen, check_address,
            lambda v: (
                rank,
                CheckDraft(v["kind"], v["answer"], str(v["suits"] or ""), v["comment"], v["officer"], v["on"]),
            ),
            "The check is saved.", seen=lambda v: stood[v["kind"].value],
            undo=lambda v: steps.checked(screen, rank, v["kind"]),
        ),
    )  # fmt: skip


def withdraw(screen: CaseScreen, rank: int) -> None:
    """A dead address stays, with who withdrew it and why (need P1)."""
    _form(
        screen, f"Withdraw address {rank}", "The address stays in the case as withdrawn.",
        (("by", "Withdrawn &by", QLineEdit()), ("reason", "&Reason", long_text(2))), "Withdraw",
        _saves(
            screen, withdraw_address, lambda v: (rank, v["by"], v["reason"]), "The address is withdrawn.",
            undo=lambda _v: steps.withdrawn(screen, rank),
        ),
    )  # fmt: skip


def answer(screen: CaseScreen, question: str | None) -> None:
    """Answer one thing a milestone asks for (design/formats.md section 3)."""
    asked = Pick("Question", [(told, code) for code, told in QUESTIONS.items()])
    answers = {row.question: row for row in screen.record.plan.answers} if screen.record else {}
    stood = {code: seen_of_answer(answers.get(code)) for code in QUESTIONS}
    if question is not None:
        asked.set_value(question)
    _form(
        screen, "Answer what a milestone asks",
        "On victim notification only the co-ordinator's word: clear, conflict or conditions needed.",
        (("question", "&Question", asked), ("answer", "&Answer", QLineEdit()), ("note", "&Note", QLineEdit()),
         ("by", "Answered &by", QLineEdit())),
        "Save",
        _saves(
            screen, answer_question, lambda v: (v["question"], v["answer"], v["note"], v["by"]),
            "The answer is saved.", seen=lambda v: stood[v["question"]],
            undo=lambda v: steps.answered(screen, v["question"]),
        ),
    )  # fmt: skip


def alias(screen: CaseScreen) -> None:
    """Another name of the person, typed (need R1)."""
    _form(
        screen, "Add another name", "It is found by the search box.",
        (
            ("kind", "&Kind", Pick("Kind", [(k.value, k) for k in AliasKind])), ("surname", "&Surname", QLineEdit()),
            ("given", "&Given names", QLineEdit()),
        ),
        "Add",
        _saves(
            screen, add_alias, lambda v: (v["kind"], v["surname"], v["given"]), "The name is added.",
            undo=lambda v: steps.named(screen, v["kind"], v["surname"], v["given"]),
        ),
    )  # fmt: skip


def settle(screen: CaseScreen, row: ActionRow) -> None:
    """What became of an action (need M7)."""

    def do(values: Values, form: AskForm) -> None:
        try:
            to = TransferDraft(values["to"]) if values["to"].strip() else None
        except Refused as refused:
            form.say(refused.sentence, form.field("to"))
            return
        form.asking(
            screen, settle_action, str(row.id), values["outcome"], values["on"], values["note"], to,
            then=lambda _row: screen.did("The outcome is saved."), undo=steps.settled(row, values["outcome"]),
        )  # fmt: skip

    _form(
        screen, "What became of the action", row.text,
        (
            ("outcome", "&Outcome", Pick("Outcome", [(o.value, o) for o in ActionOutcome if o.value != "open"])),
            ("on", "O&n day", _today(screen, "On day")), ("note", "No&te", QLineEdit()),
            ("to", "New o&wner, where it is transferred", QLineEdit()),
        ),
        "Save", do,
    )  # fmt: skip


def close(screen: CaseScreen) -> None:
    """End the episode with its reason; it stays (need R1)."""
    sure = QCheckBox()

    def do(values: Values, form: AskForm) -> None:
        if not values["sure"]:
            form.say("Tick that the case is to be closed.", sure)
            return
        form.asking(
            screen, close_case, screen.prn, values["exit"], values["note"],
            then=lambda _none: screen.did("The case is closed."),
        )  # fmt: skip

    _form(
        screen, "Close the case", "The case stays to be read. The next one shows its plan as not re-checked.",
        (
            ("exit", "&Because", Pick("Because", [(e.value, e) for e in ExitReason])), ("note", "&Note", QLineEdit()),
            ("sure", "&Yes, close this case", sure),
        ),
        "Close the case", do,
    )  # fmt: skip


def to_agenda(screen: CaseScreen, drafts: list[tuple[str, object]]) -> None:
    """Ask for the case at a meeting whose agenda is not issued yet; the reason is kept (need M3)."""

    def do(values: Values, form: AskForm) -> None:
        form.asking(
            screen, ask_for_case, values["meeting"], screen.prn, values["reason"],
            then=lambda row: screen.did(f"Asked for at the meeting of {show_date(row.date)}."),
            undo=steps.asked_for(values["meeting"], screen.prn, values["reason"]),
        )  # fmt: skip

    _form(
        screen, "Add to an agenda", "The agenda is made by rule; this is the one way to add to it.",
        (("meeting", "&Meeting", Pick("Meeting", drafts)), ("reason", "&Reason", long_text(2))), "Ask for it", do,
    )  # fmt: skip
