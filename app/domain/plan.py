"""What each milestone asks of a release plan, as data (design/formats.md section 3, needs R12 and P1-P4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.words import MILESTONES, NearnessAnswer, NeedDomain, PoliceChecks, SixAnswer


def is_answered(answer: SixAnswer) -> bool:
    """Whether a partner has answered; being asked is not yet an answer (need X6)."""
    return answer not in (SixAnswer.NOT_ASKED, SixAnswer.ASKED)


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """One proposed address; *verified* and *next* are two answers (need P1). Rank 1 is the first choice."""

    rank: int
    dead: bool = False
    probation_answered: bool = False
    police_answered: bool = False
    verified: bool = False
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the release plan of one case holds at one time; nothing filled in is the default."""

    leading_service: bool = False
    owner: bool = False
    addresses: tuple[AddressFacts, ...] = ()
    eso_ppo_answered: bool = False
    conditions_proposed: bool = False
    needs_answered: frozenset[NeedDomain] = field(default_factory=frozenset)
    vnr_flag: bool = False
    vnr_answer: NearnessAnswer = NearnessAnswer.NOT_ASKED
    probation_officer_told: bool = False
    police_checks: PoliceChecks = PoliceChecks.EVERY_ADDRESS

    @property
    def first_address(self) -> AddressFacts | None:
        """The most preferred address that is still alive; a dead one is kept, but is no plan."""
        return min((a for a in self.addresses if not a.dead), key=lambda a: a.rank, default=None)

    @property
    def has_verified_next_address(self) -> bool:
        """A living address that is both verified and the next one."""
        return any(a.verified and a.is_next and not a.dead for a in self.addresses)

    @property
    def needs_open(self) -> tuple[NeedDomain, ...]:
        """The need domains without an answer, in their order; *declined* is an answer (need P4)."""
        return tuple(domain for domain in NeedDomain if domain not in self.needs_answered)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing a milestone asks for: its code and the words a person reads when it is missing."""

    code: str
    words: str


LEADING_SERVICE = Ask("leading-service", "a leading service")
OWNER = Ask("owner", "an owner")
ADDRESS = Ask("address", "a proposed address")
ESO_PPO = Ask("eso-ppo", "the ESO/PPO step answered")
CONDITIONS = Ask("conditions", "conditions proposed")
NEEDS = Ask("needs", "every need domain answered")
PROBATION_CHECK = Ask("probation-check", "Probation's check of the first address answered")
POLICE_CHECK = Ask("police-check", "Police's check of the first address answered")
VERIFIED_ADDRESS = Ask("verified-address", "a verified next address")
VNR_ANSWER = Ask("vnr-answer", "the VNR co-ordinator's answer")
OFFICER_TOLD = Ask("officer-told", "the probation officer told")

MILESTONE_ASKS: Mapping[int, tuple[Ask, ...]] = MappingProxyType(
    {
        8: (LEADING_SERVICE, OWNER, ADDRESS),
        6: (ESO_PPO,),
        4: (CONDITIONS, NEEDS),
        2: (PROBATION_CHECK, POLICE_CHECK),
        1: (VERIFIED_ADDRESS, VNR_ANSWER, OFFICER_TOLD),
    }
)
"""What each milestone adds. Each also asks for all that the earlier ones (larger numbers) asked."""


def asks_of(milestone: int) -> tuple[Ask, ...]:
    """Everything a milestone asks for, what earlier ones asked included, earliest first."""
    return tuple(ask for earlier in MILESTONES if earlier >= milestone for ask in MILESTONE_ASKS[earlier])


def missing(facts: PlanFacts, milestone: int) -> tuple[Ask, ...]:
    """What `milestone` asks for and the plan does not have, in the order it was asked.

    With no living address its checks are missing too: they were asked for and nobody has answered.
    """
    met = _met(facts)
    return tuple(ask for ask in asks_of(milestone) if ask.code not in met)


def _met(facts: PlanFacts) -> frozenset[str]:
    first = facts.first_address
    answers = {
        LEADING_SERVICE: facts.leading_service,
        OWNER: facts.owner,
        ADDRESS: first is not None,
        ESO_PPO: facts.eso_ppo_answered,
        CONDITIONS: facts.conditions_proposed,
        NEEDS: not facts.needs_open,
        PROBATION_CHECK: first is not None and first.probation_answered,
        POLICE_CHECK: facts.police_checks is not PoliceChecks.EVERY_ADDRESS
        or (first is not None and first.police_answered),
        VERIFIED_ADDRESS: facts.has_verified_next_address,
        VNR_ANSWER: not facts.vnr_flag or facts.vnr_answer is not NearnessAnswer.NOT_ASKED,
        OFFICER_TOLD: facts.probation_officer_told,
    }
    return frozenset(ask.code for ask, met in answers.items() if met)
