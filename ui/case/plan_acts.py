"""What is done to a release plan by a form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.cases import AddressRow
from app.domain.plan_drafts import ConsentDraft, NeedDraft, seen_of_need
from app.domain.plan_rows import ConditionRow, ConditionText, NeedRow
from app.domain.plan_words import ConditionState, ConsentSaid, NeedStatus
from app.usecases.conditions import (
    add_condition,
    condition_library,
    step_condition,
)
from app.usecases.plan import edit_address, rank_address, record_consent, set_need
from ui.case import steps
from ui.case.acts import SERVICES
from ui.case.forms import ask_form, saves, today_field
from ui.tongue import tr
from ui.widgets.ask import long_text
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

_BEGINS = (ConditionState.PROPOSED, ConditionState.ASKED, ConditionState.IMPOSED)


def consent(screen: CaseScreen, rank: int) -> None:
    """One word on the occupier's consent; each is kept (need P1)."""
    ask_form(
        screen,
        tr("Consent to address {rank}", rank=rank),
        tr(
            "Each word is kept with its day. One that is given says in which form; one withdrawn or refused says why."
        ),
        (
            ("said", tr("&What was said"), Pick(tr("What was said"), [(s.value, s) for s in ConsentSaid])),
            ("by", tr("By &whom"), QLineEdit()),
            ("on", tr("On da&y"), today_field(screen, tr("On day"))),
            ("form", tr("&Form (in writing, by telephone, in person)"), QLineEdit()),
            ("reason", tr("&Reason"), QLineEdit()),
        ),
        tr("Save"),
        saves(
            screen,
            record_consent,
            lambda v: (rank, ConsentDraft(v["said"], v["by"], v["on"], v["form"], v["reason"])),
            tr("The consent is kept."),
            "on",
        ),
    )


def edit(screen: CaseScreen, row: AddressRow) -> None:
    """How the address is written, and who lives there."""
    address, residents = QLineEdit(row.address), QLineEdit(row.residents or "")
    ask_form(
        screen,
        tr("Put address {rank} right", rank=row.rank),
        tr(
            "Another place is another address: propose it. When the words change, the address counts as "
            "not verified and "
            "the VNR co-ordinator is asked anew. Never write where a victim lives."
        ),
        (("address", tr("&Address"), address), ("residents", tr("&Residents"), residents)),
        tr("Save"),
        saves(
            screen,
            edit_address,
            lambda v: (row.rank, v["address"], v["residents"]),
            tr("The address is saved."),
            seen={"address": row.address, "residents": row.residents or ""},
            undo=lambda v: steps.address_edited(screen, row, v["address"], v["residents"]),
        ),
    )


def rank(screen: CaseScreen, number: int, others: Sequence[int]) -> None:
    """Another place in the order of preference."""
    places = Pick(tr("Takes the place of"), [(tr("address {other}", other=other), other) for other in others])
    ask_form(
        screen, tr("Other rank for address {number}", number=number),
        tr("The others move up or down; withdrawn ones keep their number. Where another address is first or next by "
        "then, the VNR co-ordinator is asked anew."),
        (("to", tr("Takes the &place of"), places),), tr("Save"),
        saves(
            screen, rank_address, lambda v: (number, v["to"]), tr("The addresses have their new order."),
            undo=lambda v: steps.address_ranked(screen, number, v["to"]),
        ),
    )  # fmt: skip


def need(screen: CaseScreen, row: NeedRow) -> None:
    """How a need stands, with its service and owner (need P4)."""
    status = Pick(tr("Status"), [(s.value, s) for s in NeedStatus])
    status.set_value(NeedStatus(row.status) if row.status in set(NeedStatus) else NeedStatus.IN_HAND)
    service = Pick(tr("Service"), [(tr("as it is"), None), *SERVICES])
    service.set_value(row.service)
    ask_form(
        screen, tr("Need: {domain}", domain=row.domain.value),
        tr("Declined is an answer. Part several things, such as programmes, by a semicolon. Health holds advice to act "
        "on, nothing clinical."),
        (
            ("status", tr("&Status"), status), ("text", tr("&What is done about it"), QLineEdit(row.text or "")),
            ("service", tr("Ser&vice"), service), ("owner", tr("&Owner"), QLineEdit(row.owner or "")),
            ("by", tr("Said &by"), QLineEdit(screen.desk.name)),
        ),
        tr("Save"),
        saves(
            screen, set_need,
            lambda v: (NeedDraft(row.domain, v["status"], v["text"], v["service"], v["owner"], v["by"]),),
            tr("The need is saved."), seen=seen_of_need(row),
            undo=lambda _v: steps.need(screen, row.domain),
        ),
    )  # fmt: skip


def from_library(screen: CaseScreen) -> None:
    """A condition of the library, in the words valid today."""

    def came(texts: tuple[ConditionText, ...]) -> None:
        chosen = Pick(tr("Condition"), [(f"{text.code}: {_short(text.words)}", text.code) for text in texts])
        chosen.setMinimumContentsLength(30)
        ask_form(
            screen,
            tr("Propose a condition of the library"),
            tr("The case keeps the words as they are valid on that day."),
            (("code", tr("&Condition"), chosen), *_begins(screen)),
            tr("Propose"),
            saves(
                screen,
                add_condition,
                lambda v: (v["code"], "", v["state"], v["on"], v["by"]),
                tr("The condition is in the plan."),
                "on",
                undo=lambda _v: steps.condition_added(screen),
            ),
        )

    screen.ask(condition_library, screen.desk.today, then=came)


def own_words(screen: CaseScreen) -> None:
    """A condition in the forum's own words."""
    ask_form(
        screen, tr("Propose a condition in own words"), tr("Never write a victim's name, or where a victim lives."),
        (("words", tr("&Condition"), long_text(3)), *_begins(screen)), tr("Propose"),
        saves(
            screen, add_condition, lambda v: ("", v["words"], v["state"], v["on"], v["by"]),
            tr("The condition is in the plan."), "on", undo=lambda _v: steps.condition_added(screen),
        ),
    )  # fmt: skip


def _begins(screen: CaseScreen) -> tuple[tuple[str, str, Pick | QLineEdit], ...]:
    states = Pick("State", [(state.value, state) for state in _BEGINS])
    return (
        ("state", tr("&State"), states), ("on", tr("On da&y"), today_field(screen, tr("On day"))),
        ("by", tr("Said &by"), QLineEdit(screen.desk.name)),
    )  # fmt: skip


def step(screen: CaseScreen, row: ConditionRow) -> None:
    """What became of a condition; every step stays (need P5)."""
    states = [(state.value, state) for state in ConditionState if state is not row.state]
    ask_form(
        screen,
        tr("What became of condition {number}", number=row.number),
        row.words,
        (
            ("state", tr("&State"), Pick(tr("State"), states)),
            ("on", tr("On da&y"), today_field(screen, tr("On day"))),
            ("by", tr("Said &by"), QLineEdit(screen.desk.name)),
            ("note", tr("&Note (why, where withdrawn)"), QLineEdit()),
        ),
        tr("Save"),
        saves(
            screen,
            step_condition,
            lambda v: (row.number, v["state"], v["on"], v["by"], v["note"]),
            tr("The step is kept."),
            "on",
            undo=lambda v: steps.condition_stepped(screen, row, v["state"]),
        ),
    )


def _short(words: str) -> str:
    return words if len(words) <= 70 else f"{words[:69]}…"
