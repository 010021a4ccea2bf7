"""What a case and a forum say of their milestones: missing, stale, moved, warned of; and the policy behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.cases import MilestoneRow
from app.domain.errors import NotFound, Refused
from app.domain.milestones import WatchRow
from app.domain.packs import HolderDraft
from app.domain.plan_drafts import CheckDraft, PolicyDraft
from app.domain.plan_words import CheckPolicy
from app.domain.words import CheckKind, Contents, DateName, Role
from app.usecases import agenda, cases, meeting, packs, plan
from tests.fixtures import desks
from tests.fixtures.at_table import member
from tests.fixtures.few_people import TUTAHI, with_people
from tests.fixtures.made_cases import add_case, do

JANUARY = datetime(2027, 1, 20, 21, 0, tzinfo=UTC)


def _one(desk: desks.Desk, months: int, prn: str = TUTAHI) -> MilestoneRow:
    return next(row for row in cases.show_case(desk, prn).milestones if row.months == months)


def test_a_value_grows_stale_and_is_fresh_again_when_it_is_answered_anew(register: Path) -> None:
    clock = desks.Clock()
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.PROBATION, "nothing held", officer="Hine"))
    clock.go_to(JANUARY)
    desk = desks.sit(register, clock=clock)
    told = "Probation's check of the first address answered: 65 days old, at most 60"
    assert _one(desk, 1).stale == (told,)
    assert _one(desk, 2).stale == ()
    plan.check_address(desk, TUTAHI, 1, CheckDraft(CheckKind.PROBATION, "nothing held", officer="Hine"))
    assert _one(desk, 1).stale == ()


def test_a_milestone_that_lies_ahead_holds_nothing_against_a_plan(register: Path) -> None:
    with_people(register)
    desk = desks.sit(register, clock=desks.Clock(datetime(2026, 12, 1, 21, 0, tzinfo=UTC)))
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    old = CheckDraft(CheckKind.PROBATION, "nothing held", officer="Hine", on=date(2020, 1, 1))
    plan.check_address(desk, TUTAHI, 1, old)
    assert _one(desk, 1).stale == ()
    assert _one(desk, 2).stale != ()


def test_the_milestones_say_where_they_were_before_the_date_moved(register: Path) -> None:
    desk = with_people(register)
    assert _one(desk, 4).was is None
    cases.correct_value(desk, TUTAHI, "Next hearing date", "10/01/2027", "the Board rang")
    row = _one(desk, 4)
    assert (row.was, row.on) == (date(2026, 10, 20), date(2026, 9, 10))
    change = cases.show_case(desk, TUTAHI).changes[0]
    assert (change.old, change.new, change.days_lost) == ("Hearing 20/02/2027", "Hearing 10/01/2027", 41)


def test_a_case_warns_of_christmas_until_a_date_is_ordered_and_no_rule_changes(register: Path) -> None:
    desk = desks.sit(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    day = date(2026, 12, 22)
    do(
        desk,
        lambda work: add_case(work, "00001", anchor=(DateName.STATUTORY_RELEASE, day), statutory_release=day),
    )
    before = agenda.see_agenda(desk, "CHC-2026-12-02").agenda
    (warning,) = cases.show_case(desk, "00001").warnings
    assert "section 52" in warning
    assert before is not None
    assert before.items[0].anchor == (DateName.STATUTORY_RELEASE, day)
    cases.correct_value(desk, "00001", "Ordered release date", "11/12/2026", "the prison rang")
    assert cases.show_case(desk, "00001").warnings == ()


def _row(desk: desks.Desk, prn: str) -> WatchRow | None:
    return next((row for row in plan.watch_plans(desk, "CHC") if row.prn == prn), None)


def test_the_forum_is_told_who_is_behind_for_the_milestone_in_play(register: Path) -> None:
    desk = with_people(register)
    row = _row(desk, TUTAHI)
    assert row is not None
    shown = _one(desk, row.milestone or 0)
    assert (row.on, row.missing) == (shown.on, shown.missing)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    row = _row(desk, TUTAHI)
    assert row is not None
    assert row.checks_due == ("address 1: Probation not asked",)
    assert "a proposed address" not in row.missing
    days = [each.on for each in plan.watch_plans(desk, "CHC") if each.on is not None]
    assert days == sorted(days)


def test_a_forum_without_cases_is_behind_with_nobody(register: Path) -> None:
    desk = desks.sit(register)
    assert plan.watch_plans(desk, "HB") == ()
    with pytest.raises(NotFound, match="no forum"):
        plan.watch_plans(desk, "NOWHERE")


def test_a_forums_policy_decides_which_checks_are_due_and_what_is_stale(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    found = plan.set_policy(
        desk, "chc", PolicyDraft({"schools": "every address", "Police": "every address"}, {"eso-ppo/6": "1"})
    )
    assert found.checks[CheckKind.SCHOOLS] is CheckPolicy.EVERY_ADDRESS
    assert found.age("eso-ppo", 6) == 1
    assert plan.show_plan(desk, TUTAHI).checks_due == (
        "address 1: Probation not asked",
        "address 1: Police not asked",
        "address 1: schools not asked",
    )
    assert "Police's check of the first address answered" in _one(desk, 2).missing
    plan.set_policy(desk, "CHC", PolicyDraft({"Probation": "on request"}, {}))
    policy = plan.see_policy(desk, "CHC")
    assert (policy.checks[CheckKind.SCHOOLS], policy.age("eso-ppo", 6)) == (CheckPolicy.EVERY_ADDRESS, 1)
    assert plan.see_policy(desk, "HB").checks[CheckKind.POLICE] is CheckPolicy.ON_REQUEST
    with pytest.raises(Refused, match="no flag"):
        plan.set_policy(desk, "CHC", PolicyDraft({"Police": "where flagged"}, {}))


def test_a_chair_sees_who_is_behind_and_a_member_those_on_an_agenda_alone(register: Path) -> None:
    desk = with_people(register)
    chair, one = desks.sit(register, Role.CHAIR), member(desk)
    assert plan.watch_plans(chair, "CHC")
    assert plan.watch_plans(one, "CHC") == ()
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9)).meeting
    issued = agenda.issue_agenda(desk, code).agenda
    assert issued is not None
    listed = {item.prn for item in issued.items}
    seen = {row.prn for row in plan.watch_plans(one, "CHC")}
    assert seen == {row.prn for row in plan.watch_plans(chair, "CHC")} & listed
    assert seen


def test_a_pack_is_told_what_it_lacks_before_it_prints_and_its_sheets_say_the_same(register: Path) -> None:
    desk = with_people(register)
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9)).meeting
    with pytest.raises(Refused, match="issued"):
        packs.watch_pack(desk, code)
    issued = agenda.issue_agenda(desk, code).agenda
    assert issued is not None
    told = {row.prn: row for row in packs.watch_pack(desk, code)}
    assert list(told) == [item.prn for item in issued.items if item.missing]
    assert {prn: row.missing for prn, row in told.items()} == {
        item.prn: item.missing for item in issued.items if item.missing
    }
    assert told[TUTAHI].milestone == next(item.milestone for item in issued.items if item.prn == TUTAHI)


def test_what_was_answered_since_the_agenda_was_issued_is_missing_neither_in_the_list_nor_in_the_pack(
    register: Path,
) -> None:
    desk = with_people(register)
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9)).meeting
    agenda.issue_agenda(desk, code)

    def of_tutahi() -> tuple[str, ...]:
        return next(row.missing for row in packs.watch_pack(desk, code) if row.prn == TUTAHI)

    assert "a proposed address" in of_tutahi()
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    assert "a proposed address" not in of_tutahi()
    order = packs.reserve_copies(desk, code, Contents.PACK, [HolderDraft("Ngaio Whittock", "prisons")])
    (document,) = order.documents.values()
    (sheet,) = [each for each in document.case_sheets if each.prn == TUTAHI]
    assert sheet.asks_missing == of_tutahi()


def test_what_is_too_old_for_its_milestone_is_told_of_a_pack(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    old = CheckDraft(CheckKind.PROBATION, "nothing held", officer="Hine", on=date(2020, 1, 1))
    plan.check_address(desk, TUTAHI, 1, old)
    code = meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9)).meeting
    agenda.issue_agenda(desk, code)
    row = next(row for row in packs.watch_pack(desk, code) if row.prn == TUTAHI)
    assert row.stale
    order = packs.reserve_copies(desk, code, Contents.PACK, [HolderDraft("Ngaio Whittock", "prisons")])
    (document,) = order.documents.values()
    (sheet,) = [each for each in document.case_sheets if each.prn == TUTAHI]
    assert [each for each in sheet.warnings if each.startswith("Stale")] == [f"Stale: {row.stale[0]}."]
