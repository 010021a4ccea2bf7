"""What a forum wants of every plan: which checks of an address, and how old values may be (needs P2, R12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.domain.plan_drafts import PolicyDraft
from app.domain.plan_policy import FLAG_OF, PlanPolicy, age_key
from app.domain.plan_words import CheckPolicy
from app.domain.words import CheckKind
from app.usecases.plan import see_policy, set_policy
from ui.case.forms import two_texts
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.screen import Screen


def read_ages(text: str) -> dict[str, str]:
    """The ages as typed, a line each; what is no line of an age is refused by the rule."""
    parts = (line.partition("=") for line in text.splitlines() if line.strip())
    return {name.strip(): days.strip() for name, _, days in parts}


def ask_policy(screen: Screen) -> None:
    """Show the policy of the forum and save what is changed of it."""
    screen.ask(see_policy, screen.desk.forum, then=lambda policy: _form(screen, policy).open())


def _form(screen: Screen, policy: PlanPolicy) -> AskForm:
    letters = {
        CheckKind.PROBATION: tr("&Probation"),
        CheckKind.POLICE: tr("P&olice"),
        CheckKind.CHILDREN: tr("&Children's agency"),
    }
    letters |= {CheckKind.VICTIM_NEARNESS: tr("Victim &nearness"), CheckKind.SCHOOLS: tr("&Schools")}
    fields: list[tuple[str, str, QWidget]] = []
    for kind in CheckKind:
        wanted = [each for each in CheckPolicy if each is not CheckPolicy.WHERE_FLAGGED or kind in FLAG_OF]
        pick = Pick(kind.value, [(_words(kind, each), each) for each in wanted])
        pick.set_value(policy.checks[kind])
        fields.append((kind.value, letters[kind], pick))
    ages = long_text(7)
    ages.setPlainText(policy.ages_text)
    fields.append(("ages", tr("&Ages: what, at which milestone = days, one a line"), ages))

    known = _stands(policy)

    def do(values: Values, form: AskForm) -> None:
        checks = {
            kind.value: str(values[kind.value])
            for kind in CheckKind
            if values[kind.value] != policy.checks[kind]
        }
        typed = read_ages(values["ages"])
        draft = PolicyDraft(checks, typed if typed != read_ages(policy.ages_text) else {})
        form.asking(
            screen, set_policy, screen.desk.forum, draft,
            overtaken=two_texts(form, values, known), seen=dict(known), undo=_step(screen.desk.forum, known, typed),
            then=lambda _policy: screen.notice.say(tr("What the forum wants of plans is saved."), "good"),
        )  # fmt: skip

    intro = tr(
        "Which checks of a proposed address are due, and how many days old a value may be at a milestone. A check "
        "that is due stands as not asked until it is answered; one that is not due says why."
    )
    return AskForm(screen.window(), tr("What the forum wants of plans"), intro, fields, tr("Save"), do)


def _stands(policy: PlanPolicy) -> dict[str, str]:
    """What somebody who looks at a policy sees of it, by field of its form."""
    return {kind.value: policy.checks[kind].value for kind in CheckKind} | {"ages": policy.ages_text}


def _step(forum: str, before: Mapping[str, str], typed: Mapping[str, str]) -> Step:
    """The policy as it was before what was typed."""
    what, ages = tr("What {forum} wants of plans", forum=forum), read_ages(before["ages"])
    if {age_key(each) for each in typed} - {age_key(each) for each in ages}:
        return Step(
            what, why=tr("an age that was not there before stays; give it other days under “Meetings”.")
        )
    draft = PolicyDraft({kind.value: before[kind.value] for kind in CheckKind}, ages)
    return Step(what, lambda policy: Call(set_policy, forum, draft, seen=_stands(policy)))


def _words(kind: CheckKind, policy: CheckPolicy) -> str:
    return (
        tr("where the flag {flag_of} stands", flag_of=FLAG_OF[kind].value)
        if policy is CheckPolicy.WHERE_FLAGGED
        else policy.value
    )
