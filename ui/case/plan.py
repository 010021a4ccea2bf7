"""The release plan of a case: its addresses with their checks, and its needs, conditions and answers (needs P1-P5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.cases import AddressRow, AnswerRow, PlanRow
from app.domain.dates import show_date
from app.domain.plan import NEED_PREFIX
from app.domain.plan_rows import ConditionRow, NeedRow
from app.usecases.conditions import add_condition_text
from app.usecases.plan import check_address
from ui.case import acts, columns, consents, plan_acts
from ui.case.listing import Listing
from ui.case.provenance import Provenance
from ui.models import Column
from ui.settings.library import ask_words
from ui.tongue import tr
from ui.words import capital

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


_DUE = tr("! due")


class CheckLine(NamedTuple):
    """One kind of check of one living address, due or not."""

    rank: int
    kind: str
    answer: str
    state: str
    why: str
    more: str


def check_lines(plan: PlanRow) -> tuple[CheckLine, ...]:
    """Every check of every living address; what is due and open first within its address."""
    found = []
    for row in plan.addresses:
        said = {check.kind: check for check in row.checks}
        for each in sorted(row.standing, key=lambda standing: not standing.open):
            check = said.get(each.kind.value)
            parts = (
                (check.suitability, check.comment, check.officer, show_date(check.checked_on))
                if check
                else ()
            )
            state = _DUE if each.open else tr("✓ answered") if each.due else tr("– not due")
            more = ", ".join(part for part in parts if part)
            found.append(CheckLine(row.rank, each.kind.value, each.answer, state, each.why, more))
    return tuple(found)


CHECKS = (
    Column[CheckLine](tr("Rank"), lambda r: str(r.rank), width=6, right=True),
    Column[CheckLine](tr("Check"), lambda r: r.kind, width=20),
    Column[CheckLine](tr("State"), lambda r: r.state, width=13, strong=lambda r: r.state == _DUE),
    Column[CheckLine](tr("Answer"), lambda r: r.answer, width=20),
    Column[CheckLine](tr("Why it is due, or not"), lambda r: r.why, width=34, stretch=True),
    Column[CheckLine](tr("What was said"), lambda r: r.more or "–", width=30, stretch=True, goes=1),
)


def domain_words(row: NeedRow) -> str:
    """The domain with a capital: `Money and ID`."""
    return capital(row.domain.value)


NEEDS = (
    Column[NeedRow](tr("Need"), domain_words, width=19),
    Column[NeedRow](
        tr("Status"), lambda r: f"○ {r.status}" if r.open else r.status, width=16, strong=lambda r: r.open
    ),
    Column[NeedRow](tr("What is done about it"), lambda r: r.text or "–", width=34, stretch=True),
    Column[NeedRow](tr("Service"), lambda r: r.service.value if r.service else "–", width=20),
    Column[NeedRow](tr("Owner"), lambda r: r.owner or "–", width=16),
    Column[NeedRow](tr("As at"), lambda r: show_date(r.as_at) or "–", width=12, goes=1),
)
CONDITIONS = (
    Column[ConditionRow](tr("No."), lambda r: str(r.number), width=6, right=True),
    Column[ConditionRow](tr("State"), lambda r: r.state.value, width=16),
    Column[ConditionRow](tr("Since"), lambda r: show_date(r.day), width=12),
    Column[ConditionRow](tr("Condition"), lambda r: r.words, width=50, stretch=True),
    Column[ConditionRow](tr("Library"), lambda r: r.code or tr("own words"), width=19),
)


def of_check(row: CheckLine) -> Provenance:
    more = (
        tr("State: {state}", state=row.state),
        tr("Why: {why}", why=row.why),
        row.more or tr("Nothing more was said."),
    )
    return Provenance(
        tr("{kind}, address {rank}", kind=row.kind, rank=row.rank),
        row.answer,
        "",
        "",
        None,
        more,
        ("Check of an address",),
    )


def of_need(row: NeedRow) -> Provenance:
    who = f"{(row.service.value if row.service else tr('no service'))}, {row.owner or tr('no owner')}"
    more = (
        tr("What is done: {text}", text=row.text or tr("nothing recorded")),
        tr("Who sees to it: {who}", who=who),
    )
    headings = ("Answer", "Note to an answer", "Service of a need", "Owner of a need")
    return Provenance(domain_words(row), row.status, "forum", row.said_by or "", row.as_at, more, headings)


def of_condition(row: ConditionRow) -> Provenance:
    more = tuple(
        f"{step.state.value} {show_date(step.day)}, {step.by}{f': {step.note}' if step.note else ''}"
        for step in row.steps
    )
    source = tr("library: {code}", code=row.code) if row.code else tr("the forum's own words")
    return Provenance(
        tr("Condition {number}", number=row.number),
        row.words,
        "forum",
        source,
        row.day,
        more,
        (f"Condition {row.number}",),
    )


class PlanParts:
    """The listings of two tabs: `of_addresses` and `of_plan`."""

    def __init__(self, screen: CaseScreen) -> None:
        self.case = screen
        may = screen.desk.may(check_address)
        self.addresses: Listing[AddressRow] = Listing(
            tr("Proposed addresses"),
            columns.ADDRESSES,
            tr("No address is proposed yet. Propose one with Ctrl+D."),
            columns.of_address,
            (
                (tr("Propose…"), lambda: acts.address(screen), may),
                (tr("Consent…"), self._of_address(plan_acts.consent), may),
                (tr("Verified or not"), self.verify, may),
                (tr("Next or not"), self.next, may),
                (tr("Other rank…"), self.rank, may),
                (tr("Put right…"), self.edit, may),
                (tr("Withdraw…"), self._of_address(acts.withdraw), may),
            ),
            opened=self._of_address(plan_acts.consent),
            edited=self.edit,
        )
        self.checks: Listing[CheckLine] = Listing(
            tr("Checks of the addresses, due or not"),
            CHECKS,
            tr("No address lives, so nothing is to be checked."),
            of_check,
            ((tr("Check…"), self.check, may),),
            opened=self.check,
        )
        self.needs: Listing[NeedRow] = Listing(
            tr("Needs"),
            NEEDS,
            tr("No case, so no needs."),
            of_need,
            ((tr("How it stands…"), self.need, may),),
            opened=self.need,
        )
        self.conditions: Listing[ConditionRow] = Listing(
            tr("Release conditions"), CONDITIONS, tr("No condition is proposed yet."), of_condition,
            (
                (tr("From the library…"), lambda: plan_acts.from_library(screen), may),
                (tr("In own words…"), lambda: plan_acts.own_words(screen), may),
                (tr("What became of it…"), self.step, may),
                (tr("Library…"), lambda: ask_words(screen, screen.did), screen.desk.may(add_condition_text)),
            ),
            opened=self.step,
        )  # fmt: skip
        self.consents = consents.listing(screen)
        self.answers: Listing[AnswerRow] = Listing(
            tr("Other answers to what milestones ask"), columns.ANSWERS, tr("Nothing else is answered yet."),
            columns.of_answer, ((tr("Answer…"), self.answer, may),), opened=self.answer,
        )  # fmt: skip

    @property
    def of_addresses(self) -> tuple[Listing[Any], ...]:
        return self.addresses, self.checks

    @property
    def of_plan(self) -> tuple[Listing[Any], ...]:
        return self.needs, self.conditions, self.consents, self.answers

    def fill(self, plan: PlanRow) -> None:
        """Show a plan."""
        self.addresses.fill(plan.addresses)
        self.checks.fill(check_lines(plan))
        self.needs.fill(plan.needs)
        self.conditions.fill(plan.conditions)
        self.consents.fill(plan.consents)
        self.answers.fill([row for row in plan.answers if not row.question.startswith(NEED_PREFIX)])

    def _of_address(self, act: Callable[[CaseScreen, int], None]) -> Callable[[], None]:
        """An act on the address chosen."""

        def do() -> None:
            if (chosen := self.addresses.current()) is not None:
                act(self.case, chosen.rank)

        return do

    def verify(self) -> None:
        if (chosen := self.addresses.current()) is not None:
            self.case.set_address(chosen.rank, "verified", not chosen.verified)

    def next(self) -> None:
        if (chosen := self.addresses.current()) is not None:
            self.case.set_address(chosen.rank, "is_next", not chosen.is_next)

    def rank(self) -> None:
        chosen = self.addresses.current()
        alive = [row.rank for row in self.addresses.model.rows if row.withdrawn_by is None]
        if chosen is not None and chosen.withdrawn_by is None and len(alive) > 1:
            plan_acts.rank(self.case, chosen.rank, [number for number in alive if number != chosen.rank])
        else:
            self.case.notice.say(tr("There is no other living address to change places with."), "warn")

    def edit(self) -> None:
        if (chosen := self.addresses.current()) is not None:
            plan_acts.edit(self.case, chosen)

    def check(self) -> None:
        chosen = self.checks.current()
        if chosen is not None:
            acts.check(self.case, chosen.rank, chosen.kind)

    def need(self) -> None:
        if (chosen := self.needs.current()) is not None:
            plan_acts.need(self.case, chosen)

    def step(self) -> None:
        if (chosen := self.conditions.current()) is not None:
            plan_acts.step(self.case, chosen)

    def answer(self) -> None:
        chosen = self.answers.current()
        acts.answer(self.case, chosen.question if chosen else None)
