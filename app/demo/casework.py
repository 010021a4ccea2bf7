"""What the administrators enter between two meetings: people taken in by hand, plans, what each service says."""

from __future__ import annotations

from datetime import timedelta

from app.demo import cast
from app.demo.stage import Stage
from app.domain.case_drafts import InformationDraft, OrderDraft, RiskDraft
from app.domain.cases import CaseRow
from app.domain.dates import add_months
from app.domain.plan_drafts import CheckDraft, ConsentDraft, NeedDraft
from app.domain.plan_words import ConditionState, ConsentSaid, NeedStatus
from app.domain.words import (
    AliasKind,
    CheckKind,
    DateName,
    ExitReason,
    FlagCode,
    Grade,
    Handling,
    HighProfileLimb,
    LeftOutReason,
    NeedDomain,
    OrderKind,
    Service,
    SixAnswer,
)
from app.usecases import board, cases, conditions, consents, extract, plan, search, sources

_WHOLE, _BEGUN, _FIRST_WORDS = 10, 24, 20
"""How many of the nearest cases have a whole plan, a plan that is begun, and something from the services."""


def take_in_by_hand(stage: Stage) -> None:
    """One person from the watch list, one for high profile; one anchor chosen by hand."""
    desk = stage.administrator
    left = extract.left_out(desk, cast.FORUM)
    done = []
    for out in [out for out in left if out.watch_list][:1]:
        cases.take_in(
            desk, out.prn, "Released straight from prison with no Board hearing; the prison asks for a plan."
        )
        done.append(f"{out.given_names} {out.surname} from the watch list ({out.reason})")
    for out in [out for out in left if out.reason is LeftOutReason.NO_CRITERION][:1]:
        review = add_months(stage.clock.today, 6)
        why = "A documentary about the case is announced for the autumn."
        cases.open_high_profile(desk, out.prn, HighProfileLimb.MEDIA, why, review)
        done.append(f"{out.given_names} {out.surname} for high profile")
    open_cases = _by_anchor(stage)
    for row in [row for row in open_cases[20:] if row.anchor_name == DateName.HEARING][:1]:
        known = {value.heading for value in cases.show_case(desk, row.prn).values if value.value}
        if DateName.SENTENCE_EXPIRY.value in known:
            why = "The Board has said in writing that it will not release before the sentence ends."
            cases.set_anchor(desk, row.prn, DateName.SENTENCE_EXPIRY, why)
            done.append(
                f"the anchor of {row.given_names} {row.surname} set by hand to the sentence expiry date"
            )
    stage.tell(f"Taken in by hand: {'; '.join(done)}.")


def enter_plans(stage: Stage) -> None:
    """Addresses with their checks, answers to what the milestones ask, each service's information."""
    nearest = _by_anchor(stage)
    for number, row in enumerate(nearest[:_BEGUN]):
        _begin(stage, number, row)
        if number % 2 == 0 and number < 2 * _WHOLE:
            _finish(stage, number, row)
    for number, row in enumerate(nearest[:_FIRST_WORDS]):
        _say(stage, number, row)
    _extras(stage, nearest)
    found = search.find_people(stage.administrator, nearest[0].surname)
    stage.tell(
        f"Plans are entered: {_BEGUN} cases have an address, {_WHOLE} of them a whole plan; the services have written "
        f"about {_FIRST_WORDS}. Looking for “{nearest[0].surname}” finds {len(found.hits)}."
    )


def board_results(stage: Stage) -> frozenset[str]:
    """What the Board decided at hearings that are past, and who was released. Returns the PRNs of those who left."""
    desk, today = stage.administrator, stage.clock.today
    results = ("Declined; to be seen again in a year", "Released on parole", "Adjourned for a report")
    rows = cases.list_cases(desk, cast.FORUM)
    past = [(row, row.anchor.day) for row in rows if row.anchor and row.anchor.day < today]
    heard = [(row, day) for row, day in past if row.anchor_name == DateName.HEARING][: len(results)]
    left = set()
    for (row, day), result in zip(heard, results, strict=False):
        board.record_result(desk, row.prn, day, result, today)
        if result == results[1]:
            cases.close_case(desk, row.prn, ExitReason.PAROLE, "Told by the Board's registry.")
            left.add(row.prn)
    released = [
        row for row, _ in past if row.anchor_name in (DateName.STATUTORY_RELEASE, DateName.ORDERED_RELEASE)
    ]
    for row in released:
        cases.close_case(desk, row.prn, ExitReason.SRD)
        left.add(row.prn)
    stage.tell(
        f"Results of the Parole Board recorded with the day they reached the forum: {len(heard)}. Cases that end with "
        f"the release itself: {len(released)}."
    )
    return frozenset(left)


def _by_anchor(stage: Stage) -> list[CaseRow]:
    """Open cases by anchor, those whose anchor is past or missing left out."""
    rows = cases.list_cases(stage.administrator, cast.FORUM)
    ahead = [(row.anchor.day, row.prn, row) for row in rows if row.anchor]
    return [row for day, _, row in sorted(ahead) if day > stage.clock.today]


def _begin(stage: Stage, number: int, row: CaseRow) -> None:
    """A leading service with its owner, and a first address that Probation has been asked about."""
    desk = stage.administrator
    service, owner = list(cast.OWNERS.items())[number % len(cast.OWNERS)]
    cases.set_case(desk, row.prn, service, owner)
    street = f"{cast.STREETS[number % len(cast.STREETS)]}, Christchurch"
    plan.propose_address(desk, row.prn, street, None, cast.RESIDENTS[number % len(cast.RESIDENTS)])
    said = ConsentSaid.GIVEN if number % 3 else ConsentSaid.ASKED
    form = "in writing" if number % 3 else ""
    plan.record_consent(desk, row.prn, 1, ConsentDraft(said, "the occupier", form=form))
    plan.check_address(desk, row.prn, 1, CheckDraft(CheckKind.PROBATION, SixAnswer.ASKED))


def _finish(stage: Stage, number: int, row: CaseRow) -> None:
    """Everything that the last milestone asks for."""
    desk, prn, officer = stage.administrator, row.prn, cast.OWNERS[Service.PROBATION]
    probation = CheckDraft(CheckKind.PROBATION, SixAnswer.NOTHING_HELD, "suitable", "Visited.", officer)
    police = CheckDraft(CheckKind.POLICE, SixAnswer.NOTHING_HELD, "suitable", "", cast.OFFICER)
    plan.check_address(desk, prn, 1, probation)
    plan.check_address(desk, prn, 1, police)
    plan.set_address(desk, prn, 1, verified=True, is_next=True)
    plan.answer_question(desk, prn, "eso-ppo", "no", "Considered; not applied for.")
    live = conditions.add_condition(desk, prn, "SPC-RESIDE", by=officer)
    conditions.add_condition(desk, prn, words=cast.CONDITIONS[number % len(cast.CONDITIONS)], by=officer)
    conditions.step_condition(desk, prn, live.number, ConditionState.ASKED, by=officer)
    for domain in NeedDomain:
        declined = domain is NeedDomain.ALCOHOL_DRUGS and number % 4 == 0
        status = NeedStatus.DECLINED if declined else NeedStatus.IN_HAND
        text = cast.PROGRAMMES[number % len(cast.PROGRAMMES)] if domain is NeedDomain.PROGRAMMES else ""
        plan.set_need(desk, prn, NeedDraft(domain, status, text, Service.PROBATION, officer, officer))
    plan.answer_question(desk, prn, "officer-told", "yes", by=officer)
    if FlagCode.VNR in row.flags.split():
        plan.answer_question(desk, prn, "vnr-answer", "clear", by="VNR co-ordinator L. Dunmore")


def _say(stage: Stage, number: int, row: CaseRow) -> None:
    desk, today = stage.administrator, stage.clock.today
    told: list[tuple[Service, str, str, Grade, Handling]] = [
        (
            Service.PRISONS,
            cast.PRISONS_SAY[number % len(cast.PRISONS_SAY)],
            "Jason Tīpene, PCO",
            Grade.RECORDED,
            Handling.MINUTED,
        )
    ]
    if number % 2 == 0:
        text = cast.PROBATION_SAY[number % len(cast.PROBATION_SAY)]
        told.append((Service.PROBATION, text, "Stephen Merrin", Grade.PROVEN, Handling.FOR_THE_BOARD))
    if number % 3 == 0:
        text = cast.PSYCHOLOGY_SAY[number % len(cast.PSYCHOLOGY_SAY)]
        told.append((Service.PSYCHOLOGICAL, text, "Dr Aroha Whaitiri", Grade.RECORDED, Handling.MEMBERS_ONLY))
        score = ("Low", "Moderate", "High")[number // 3 % 3]
        on = today - timedelta(days=40 + number)
        risk = RiskDraft(Service.PSYCHOLOGICAL, "VRS", score, "2", on, "Dr Aroha Whaitiri")
        cases.add_risk(desk, row.prn, risk)
    for service, text, author, grade, handling in told:
        draft = InformationDraft(service, text, author, today - timedelta(days=number), grade, handling)
        cases.add_information(desk, row.prn, draft)


def _extras(stage: Stage, nearest: list[CaseRow]) -> None:
    """One of each of the rarer things: orders with all six answers, names, a flag, a correction, a dead address,
    a consent in force and one that has lapsed.
    """
    desk = stage.administrator
    for number, answer in enumerate(SixAnswer):
        kind = list(OrderKind)[number % len(OrderKind)]
        speak = "Speak to D/Insp Rangi Kōrau" if answer is SixAnswer.CANNOT_SHARE else ""
        expires = add_months(stage.clock.today, 14) if answer is SixAnswer.RELEVANT else None
        cases.record_order(desk, nearest[0].prn, OrderDraft(kind, answer, speak, expires, cast.OFFICER))
    second, third = nearest[1], nearest[2]
    cases.add_alias(desk, second.prn, AliasKind.TE_REO, "Kāpura", second.given_names)
    cases.add_alias(desk, second.prn, AliasKind.NICKNAME, "Ginger")
    cases.set_case(
        desk, second.prn, physical_marks="Koru tattoo on the left forearm; scar above the right eye"
    )
    cases.raise_flag(
        desk, third.prn, FlagCode.STAFF_SAFETY, "Threatened a case manager in March.", "Ngāire Brownlie"
    )
    cases.correct_value(desk, third.prn, "Unit", "Self-care 2", "The unit rang: moved yesterday.")
    plan.propose_address(desk, third.prn, "The motel on Riccarton Road, Christchurch")
    plan.withdraw_address(desk, third.prn, 2, "Stephen Merrin", "The motel takes nobody on bail or release.")
    today = stage.clock.today
    form, *scopes = cast.CONSENTS
    for row in (nearest[0], nearest[6]):
        consents.add_consent(desk, row.prn, form, scopes[0], add_months(today, -1), add_months(today, 5))
    consents.add_consent(desk, nearest[6].prn, form, scopes[1], add_months(today, -8), add_months(today, -2))
    for row in nearest[_FIRST_WORDS - 5 : _FIRST_WORDS]:
        for statement in sources.list_statements(desk, row.prn)[:1]:
            sources.seal_source(desk, row.prn, statement.ref, cast.SEALED)
