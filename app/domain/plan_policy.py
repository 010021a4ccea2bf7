"""What a forum wants of every plan, as data: which checks of an address are due, and how old a value may be.

A check that is due stands as *not asked* in words until somebody answers, and one that is not due says why, so
that none is skipped silently (need P2). How old a value may be for a milestone is asked by need R12.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from app.domain.counting import count
from app.domain.names import clean, fold
from app.domain.plan import ASKS
from app.domain.plan_rows import CheckStanding
from app.domain.plan_words import CheckPolicy
from app.domain.words import MILESTONES, CheckKind, FlagCode, PoliceChecks, SixAnswer

FLAG_OF: Mapping[CheckKind, FlagCode] = MappingProxyType(
    {
        CheckKind.VICTIM_NEARNESS: FlagCode.VNR,
        CheckKind.CHILDREN: FlagCode.CSO,
        CheckKind.SCHOOLS: FlagCode.CSO,
    }
)
"""Which flag makes a check due where the policy is *where flagged*; the others go without a flag."""

DEFAULT_CHECKS: Mapping[CheckKind, CheckPolicy] = MappingProxyType(
    {
        CheckKind.PROBATION: CheckPolicy.EVERY_ADDRESS,
        CheckKind.POLICE: CheckPolicy.ON_REQUEST,
        CheckKind.VICTIM_NEARNESS: CheckPolicy.WHERE_FLAGGED,
        CheckKind.CHILDREN: CheckPolicy.WHERE_FLAGGED,
        CheckKind.SCHOOLS: CheckPolicy.WHERE_FLAGGED,
    }
)

DEFAULT_AGES: Mapping[tuple[str, int], int] = MappingProxyType(
    {
        ("eso-ppo", 6): 180,
        ("conditions", 4): 180,
        ("needs", 4): 120,
        ("probation-check", 2): 90,
        ("police-check", 2): 90,
        ("needs", 2): 90,
        ("probation-check", 1): 60,
        ("police-check", 1): 60,
        ("needs", 1): 60,
        ("vnr-answer", 1): 30,
        ("officer-told", 1): 60,
    }
)
"""Days by ask and milestone. An age holds for the milestones after it too, until one names another."""


class PlanPolicy(Struct, frozen=True):
    """One forum's policy, its own words laid over what a register begins with."""

    checks: Mapping[CheckKind, CheckPolicy]
    ages: Mapping[tuple[str, int], int]

    @property
    def ages_text(self) -> str:
        """One age a line, as it is asked for: `conditions proposed, 4 months = 180`."""
        rows = [
            f"{ask.words}, {count(months, 'month')} = {self.ages[ask.code, months]}"
            for ask in ASKS
            for months in MILESTONES
            if (ask.code, months) in self.ages
        ]
        return "\n".join(rows)

    def age(self, ask: str, milestone: int) -> int | None:
        """The days a value may be old at a milestone: its own, else that of the last one before that has one."""
        for months in sorted(MILESTONES):
            if months >= milestone and (ask, months) in self.ages:
                return self.ages[ask, months]
        return None

    def standing(self, answers: Mapping[str, str], flags: Iterable[FlagCode]) -> tuple[CheckStanding, ...]:
        """All five kinds of check for one address. `answers` is by kind, as stored."""
        raised = frozenset(flags)
        return tuple(
            CheckStanding(kind, answers.get(kind.value, SixAnswer.NOT_ASKED.value), *self._due(kind, raised))
            for kind in CheckKind
        )

    def _due(self, kind: CheckKind, raised: frozenset[FlagCode]) -> tuple[bool, str]:
        policy = self.checks[kind]
        if policy is CheckPolicy.EVERY_ADDRESS:
            return True, "this forum wants it for every address"
        if policy is CheckPolicy.ON_REQUEST:
            return False, "this forum asks for it on request alone"
        flag = FLAG_OF[kind]
        stands = flag in raised
        return stands, f"the flag {flag.value} {'stands' if stands else 'does not stand'}"


def age_key(typed: str) -> str:
    """`conditions/4`, from that or from `conditions proposed, 4 months`; what names no value as it was typed."""
    name, comma, months = clean(typed).rpartition(",")
    for ask in ASKS if comma else ():
        if fold(ask.words) == fold(name):
            return f"{ask.code}/{months.split()[0] if months.split() else ''}"
    return clean(typed).casefold()


def policy_of(stored: Mapping[str, Any] | None, police_checks: PoliceChecks) -> PlanPolicy:
    """The policy of a forum from its two stored fields. Police have a field of their own, which the workbook reads."""
    given = stored or {}
    checks = dict(DEFAULT_CHECKS)
    checks |= {CheckKind(kind): CheckPolicy(policy) for kind, policy in given.get("checks", {}).items()}
    checks[CheckKind.POLICE] = CheckPolicy(police_checks.value)
    ages = dict(DEFAULT_AGES)
    for key, days in given.get("ages", {}).items():
        ask, _, milestone = key.rpartition("/")
        ages[ask, int(milestone)] = int(days)
    return PlanPolicy(checks, ages)
