"""What each milestone asks of a release plan, as data (design/formats.md section 3, needs R12 and P1-P4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from app.domain.words import MILESTONES, NearnessAnswer, NeedDomain, PoliceChecks, SixAnswer


class AddressFacts(NamedTuple):
    """One proposed address; *verified* and *next* are two answers (need P1). Rank 1 is the first choice.

    `nearness` is what the VNR co-ordinator answered for this address.
    """

    rank: int
    dead: bool = False
    probation_answered: bool = False
    police_answered: bool = False
    verified: bool = False
    is_next: bool = False
    nearness: NearnessAnswer = NearnessAnswer.NOT_ASKED


class PlanFacts(NamedTuple):
    """What the release plan of one case holds at one time; nothing filled in is the default."""

    leading_service: bool = False
    owner: bool = False
    addresses: tuple[AddressFacts, ...] = ()
    eso_ppo_answered: bool = False
    conditions_proposed: bool = False
    needs_answered: frozenset[NeedDomain] = frozenset()
    vnr_flag: bool = False
    vnr_answer: NearnessAnswer = NearnessAnswer.NOT_ASKED
    probation_officer_told: bool = False
    police_checks: PoliceChecks = PoliceChecks.EVERY_ADDRESS

    @property
    def first_address(self) -> AddressFacts | None:
        """The most preferred address that is still alive; a dead one is kept, but is no plan."""
        first = None
        for address in self.addresses:
            if not address.dead and (first is None or address.rank < first.rank):
                first = address
        return first

    @property
    def nearness(self) -> NearnessAnswer:
        """The co-ordinator's answer: the case's own first, else that for the next address, else for the first."""
        if self.vnr_answer is not NearnessAnswer.NOT_ASKED:
            return self.vnr_answer
        coming = next((a for a in self.addresses if a.is_next and not a.dead), None) or self.first_address
        return coming.nearness if coming is not None else NearnessAnswer.NOT_ASKED

    @property
    def has_verified_next_address(self) -> bool:
        """A living address that is both verified and the next one."""
        return any(a.verified and a.is_next and not a.dead for a in self.addresses)


class Ask(Struct, frozen=True):
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

ASKS = tuple(ask for k in MILESTONES for ask in MILESTONE_ASKS[k])
"""Everything that is ever asked, in order."""


_ASKS_OF: Mapping[int, tuple[Ask, ...]] = MappingProxyType(
    {
        k: tuple(ask for earlier in MILESTONES if earlier >= k for ask in MILESTONE_ASKS[earlier])
        for k in MILESTONES
    }
)


def missing(facts: PlanFacts, milestone: int) -> tuple[Ask, ...]:
    """What `milestone` asks for and the plan does not have, in the order it was asked.

    With no living address its checks are missing too: they were asked for and nobody has answered.
    """
    return tuple([ask for ask in _ASKS_OF[milestone] if not _MET[ask.code](facts)])


def _probation_has_checked(facts: PlanFacts) -> bool:
    first = facts.first_address
    return first is not None and first.probation_answered


def _police_have_checked(facts: PlanFacts) -> bool:
    if facts.police_checks is not PoliceChecks.EVERY_ADDRESS:
        return True
    first = facts.first_address
    return first is not None and first.police_answered


_DOMAINS = len(NeedDomain)
_MET: Mapping[str, Callable[[PlanFacts], bool]] = {
    LEADING_SERVICE.code: lambda facts: facts.leading_service,
    OWNER.code: lambda facts: facts.owner,
    ADDRESS.code: lambda facts: facts.first_address is not None,
    ESO_PPO.code: lambda facts: facts.eso_ppo_answered,
    CONDITIONS.code: lambda facts: facts.conditions_proposed,
    NEEDS.code: lambda facts: len(facts.needs_answered) == _DOMAINS,
    PROBATION_CHECK.code: _probation_has_checked,
    POLICE_CHECK.code: _police_have_checked,
    VERIFIED_ADDRESS.code: lambda facts: facts.has_verified_next_address,
    VNR_ANSWER.code: lambda facts: not facts.vnr_flag or facts.nearness is not NearnessAnswer.NOT_ASKED,
    OFFICER_TOLD.code: lambda facts: facts.probation_officer_told,
}


NEED_PREFIX = "need:"


def need_question(domain: NeedDomain) -> str:
    """The stored question of a need domain: `need:housing`."""
    return f"{NEED_PREFIX}{domain.value}"


QUESTIONS: Mapping[str, str] = MappingProxyType(
    {ask.code: ask.words for ask in (ESO_PPO, CONDITIONS, VNR_ANSWER, OFFICER_TOLD)}
    | {need_question(domain): f"the need for {domain.value}" for domain in NeedDomain}
)
"""Every question of a case that is answered in words, by its stored code, with what a person reads.

The other asks are answered by the case's own leading service and owner and by its addresses.
"""

_OPEN_WORDS = frozenset({"", SixAnswer.NOT_ASKED.value, SixAnswer.ASKED.value})
_NEED_QUESTIONS = {need_question(domain): domain for domain in NeedDomain}
_NEARNESS = {answer.value: answer for answer in NearnessAnswer}


def says_something(answer: str | None) -> bool:
    """Whether a stored answer is one: blank, *not asked* and *asked* are not; *declined* is (need P4)."""
    return answer is not None and answer.strip().casefold() not in _OPEN_WORDS


def is_yes(answer: str | None) -> bool:
    """Whether a thing to be done is done: *no* answers the question, but nobody has been told yet."""
    return says_something(answer) and (answer or "").strip().casefold() not in ("no", "n", "not yet")


def read_nearness(answer: str | None) -> NearnessAnswer:
    """The VNR co-ordinator's answer as stored; unknown words are *not asked*, never *clear*."""
    return (
        _NEARNESS.get(answer.strip().casefold(), NearnessAnswer.NOT_ASKED)
        if answer
        else NearnessAnswer.NOT_ASKED
    )


def answered(answers: Mapping[str, str], police_checks: PoliceChecks) -> PlanFacts:
    """What the stored answers by question say of a plan; `of_case` adds what is the case's own."""
    return PlanFacts(
        eso_ppo_answered=says_something(answers.get(ESO_PPO.code)),
        conditions_proposed=is_yes(answers.get(CONDITIONS.code)),
        needs_answered=frozenset(
            [
                _NEED_QUESTIONS[q]
                for q, said in answers.items()
                if q in _NEED_QUESTIONS and says_something(said)
            ]
        ),
        vnr_answer=read_nearness(answers.get(VNR_ANSWER.code)),
        probation_officer_told=is_yes(answers.get(OFFICER_TOLD.code)),
        police_checks=police_checks,
    )


def of_case(
    answers: PlanFacts,
    leading_service: bool,
    owner: bool,
    addresses: tuple[AddressFacts, ...],
    vnr_flag: bool,
    conditions: bool | None,
) -> PlanFacts:
    """A whole plan. `conditions` says whether one was proposed and not taken back; None where the case has none,
    and then the answer in words counts."""
    return PlanFacts(
        leading_service,
        owner,
        addresses,
        answers.eso_ppo_answered,
        answers.conditions_proposed if conditions is None else conditions,
        answers.needs_answered,
        vnr_flag,
        answers.vnr_answer,
        answers.probation_officer_told,
        answers.police_checks,
    )
