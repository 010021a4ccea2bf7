"""A case goes to another forum: seen in both until accepted, counted once, lost nowhere (need R11)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.case_list import CaseQuery
from app.domain.discussion import DiscussionDraft
from app.domain.errors import NotPermitted, Refused
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.packs import HolderDraft
from app.domain.transfers import TransferRow
from app.domain.words import (
    AgendaReason,
    Contents,
    DecisionKind,
    DisclosureConsidered,
    Handling,
    Role,
    Service,
    TransferState,
)
from app.usecases import (
    agenda,
    board,
    case_history,
    case_list,
    cases,
    disclosure,
    discussion,
    figures,
    meeting,
    packs,
    people,
    plan,
    transfers,
)
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.few_people import ELSEWHERE, OCONNOR, TUTAHI, with_people

M, HB_M = "CHC-2026-12-02", "HB-2026-12-09"


def _other(register: Path, role: Role = Role.ADMINISTRATOR) -> Desk:
    """Somebody with an office in HB alone."""
    name, passphrase = f"Wiremu {role.name}", "a kettle sings on the stove"
    door.request_access(register, name, passphrase, role, "HB", stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), name)
    return door.sign_in(register, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def _prns(desk: Desk, forum: str) -> list[str]:
    return [row.prn for row in cases.list_cases(desk, forum)]


def _listed(desk: Desk, code: str) -> dict[str, tuple[AgendaReason, ...]]:
    """Everybody an agenda considers, with the reasons of those it lists."""
    made = agenda.see_agenda(desk, code).agenda
    assert made is not None
    assert made.considered == len(made.items) + len(made.not_listed)
    return {row.prn: () for row in made.not_listed} | {item.prn: item.reasons for item in made.items}


def _proposed(desk: Desk) -> TransferRow:
    return transfers.propose_transfer(desk, TUTAHI, "hb", "moved to Mangaroa")


def test_until_it_is_accepted_a_case_shows_in_both_forums_and_counts_in_one(register: Path) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    meeting.schedule_meeting(desk, "HB", date(2026, 12, 9))
    _proposed(desk)
    assert TUTAHI in _prns(desk, "CHC")
    assert TUTAHI in _prns(desk, "HB")
    assert [row.proposed_to for row in cases.list_cases(desk) if row.prn == TUTAHI] == ["HB"]
    for forum in ("CHC", "HB"):
        lines = case_list.browse_cases(desk, forum, CaseQuery(), 0, 9).lines
        assert [line.prn for line in lines if line.proposed_to == "HB"] == [TUTAHI]
    assert (TUTAHI in _listed(desk, M), TUTAHI in _listed(desk, HB_M)) == (True, False)
    assert [row.open_cases for row in figures.see_figures(desk)] == [2, 1]
    assert len(cases.list_cases(desk)) == 3


def test_accepted_it_is_the_other_forums_with_all_that_hangs_on_it(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    board.record_result(desk, TUTAHI, date(2027, 2, 20), "declined", date(2027, 2, 22))
    _proposed(desk)
    row = transfers.accept_transfer(_other(register), TUTAHI)
    assert (row.state, row.answered_by) == (TransferState.ACCEPTED, "Wiremu ADMINISTRATOR")
    record = cases.show_case(desk, TUTAHI)
    assert record.case is not None
    assert (record.case.forum, record.case.episode) == ("HB", 1)
    assert [each.address for each in record.plan.addresses] == ["12 Kōwhai Street"]
    assert {action.prn for action in meeting.list_actions(desk, "HB", only_open=True)} == {TUTAHI}
    assert meeting.list_actions(desk, "CHC") == ()
    assert TUTAHI not in _prns(desk, "CHC")
    told = [(line.what, line.new) for line in case_history.case_history(desk, TUTAHI)]
    assert ("Forum", "HB") in told
    assert ("Transfer", "accepted by Wiremu ADMINISTRATOR") in told
    assert ("Case", "opened in CHC") in told


def test_a_receipt_says_what_went_and_what_must_be_acted_on(register: Path) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    agenda.ask_for_case(desk, M, TUTAHI, "to be looked at")
    agenda.issue_agenda(desk, M)
    order = packs.reserve_copies(desk, M, Contents.AGENDA, (packs_holder(),), plain=True)
    laid_out = packs.lay_out_pages(desk, M, order)
    packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, _data: None)
    meeting.add_action(desk, M, TUTAHI, ActionDraft("Ring", Service.PRISONS, "A. PCO", date(2026, 12, 1)))
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    row = _proposed(desk)
    parts = {part.title: part.lines for part in row.receipt}
    assert parts["Open actions"] == ("Ring (A. PCO, prisons, due 01/12/2026)",)
    assert parts["Addresses"] == ("1. 12 Kōwhai Street (not verified)",)
    assert parts["Flags"] == ("HR from 16/11/2026 (IOMS)",) or "HR" in parts["Flags"][0]
    assert "copy 1 of 1 with Det. Sgt Hākopa" in parts["Copies out"][0]
    assert "actions in all: 1" in parts["What went"]
    plan.withdraw_address(desk, TUTAHI, 1, "the occupier", "sold")
    accepted = transfers.accept_transfer(desk, TUTAHI)
    kept = next(one for one in transfers.list_transfers(desk) if one.number == accepted.number)
    assert {part.title: part.lines for part in kept.receipt}["Addresses"] == (
        "1. 12 Kōwhai Street (withdrawn by the occupier)",
    ), "as things stood when it was accepted"
    assert kept.lines[0] == "Receipt for Tūtahi, Xiuying, PRN 0012345"


def packs_holder() -> HolderDraft:
    return HolderDraft("Det. Sgt Hākopa", "police")


def test_the_receiving_forum_looks_at_it_only_while_it_is_proposed_or_once_it_is_theirs(
    register: Path,
) -> None:
    desk = with_people(register)
    other, member = _other(register), _other(register, Role.MEMBER)
    with pytest.raises(NotPermitted):
        cases.show_case(other, TUTAHI)
    _proposed(desk)
    assert cases.show_case(other, TUTAHI).prn == TUTAHI
    assert sorted(_prns(other, "HB")) == sorted([ELSEWHERE, TUTAHI])
    with pytest.raises(NotPermitted):
        cases.set_case(other, TUTAHI, owner="Wiremu")
    with pytest.raises(NotPermitted):
        cases.show_case(other, OCONNOR)
    with pytest.raises(NotPermitted):
        cases.show_case(member, TUTAHI)
    transfers.decline_transfer(other, TUTAHI, "no bed at Mangaroa")
    with pytest.raises(NotPermitted):
        cases.show_case(other, TUTAHI)
    assert _prns(other, "HB") == [ELSEWHERE]
    _proposed(desk)
    transfers.accept_transfer(other, TUTAHI)
    cases.set_case(other, TUTAHI, owner="Wiremu")


def test_only_the_forum_it_is_proposed_to_answers(register: Path) -> None:
    desk = with_people(register)
    other = _other(register)
    with pytest.raises(Refused, match="not proposed"):
        transfers.accept_transfer(desk, TUTAHI)
    transfers.propose_transfer(desk, ELSEWHERE, "CHC", "moved to Rolleston")
    with pytest.raises(NotPermitted):
        transfers.accept_transfer(other, ELSEWHERE)
    with pytest.raises(NotPermitted):
        transfers.propose_transfer(other, TUTAHI, "HB", "we want it")


def test_a_case_is_proposed_once_to_another_forum_with_a_reason(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="reason is missing"):
        transfers.propose_transfer(desk, TUTAHI, "HB", " ")
    with pytest.raises(Refused, match="belongs to CHC already"):
        transfers.propose_transfer(desk, TUTAHI, "CHC", "x")
    _proposed(desk)
    with pytest.raises(Refused, match="proposed to HB already"):
        _proposed(desk)
    back = transfers.withdraw_transfer(desk, TUTAHI, "he stays here")
    assert (back.state, back.answer) == (TransferState.WITHDRAWN, "he stays here")
    assert _proposed(desk).state is TransferState.PROPOSED
    assert [row.state for row in transfers.list_transfers(desk, "hb")] == [
        TransferState.PROPOSED,
        TransferState.WITHDRAWN,
    ]


def test_a_case_that_came_from_another_forum_is_new_at_the_next_meeting(register: Path) -> None:
    desk = with_people(register)
    for day in (date(2026, 12, 9), date(2027, 1, 13)):
        meeting.schedule_meeting(desk, "HB", day)
    agenda.issue_agenda(desk, HB_M)
    for prn, reasons in _listed(desk, HB_M).items():
        if reasons:
            discussion.decide_item(desk, HB_M, prn, DecisionDraft(DecisionKind.AGREED, "as read"))
    meeting.close_meeting(desks.sit(register, Role.CHAIR), HB_M)
    _proposed(desk)
    transfers.accept_transfer(desk, TUTAHI)
    assert AgendaReason.NEW_CASE in _listed(desk, "HB-2027-01-13")[TUTAHI]


def test_an_issued_agenda_closes_without_the_case_that_left_and_its_minutes_tell_it(register: Path) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    agenda.ask_for_case(desk, M, TUTAHI, "to be looked at")
    agenda.issue_agenda(desk, M)
    chair = desks.sit(register, Role.CHAIR)
    for prn, reasons in _listed(desk, M).items():
        if reasons and prn != TUTAHI:
            discussion.decide_item(desk, M, prn, DecisionDraft(DecisionKind.AGREED, "as read"))
    with pytest.raises(Refused, match="Not decided"):
        meeting.close_meeting(chair, M)
    given = ActionDraft("Ring the prison", Service.PRISONS, "A. PCO", date(2026, 12, 4))
    meeting.add_action(desk, M, TUTAHI, given)
    _proposed(desk)
    transfers.accept_transfer(desk, TUTAHI)
    meeting.close_meeting(chair, M)
    assert not any(row.taken for row in cases.show_case(desk, TUTAHI).milestones)
    minutes = " ".join(packs.preview_pages(chair, M, Contents.MINUTES).texts)
    told = " ".join(minutes.split())
    assert "the case moved to HB on 17/11/2026 (moved to Mangaroa)" in told
    assert "Ring the prison" in told, "what the meeting gave stays in its minutes"
    assert "moved to HB" in told.split("Not discussed here", 1)[1].split("(moved to Mangaroa)", 1)[1]


def test_what_was_looked_at_and_what_went_is_in_the_ledger(register: Path) -> None:
    desk = with_people(register)
    _proposed(desk)
    transfers.accept_transfer(desk, TUTAHI)
    rows = [(row.what, row.recipients) for row in disclosure.list_disclosures(desk)]
    assert ("case proposed to another forum", ("Hawke's Bay HR/HP Forum",)) in [
        (what, tuple(recipients)) for what, recipients in rows
    ]
    assert "case transferred to another forum" in [what for what, _ in rows]


def test_an_item_put_off_because_its_case_moved_is_decided_by_the_old_forum_no_more(register: Path) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    agenda.ask_for_case(desk, M, TUTAHI, "to be looked at")
    agenda.issue_agenda(desk, M)
    _proposed(desk)
    transfers.accept_transfer(desk, TUTAHI)
    given = ActionDraft("Ring the prison", Service.PRISONS, "A. PCO", date(2026, 12, 4))
    said = DiscussionDraft(Service.POLICE, "Nothing new", Handling.MINUTED)
    for record in (
        lambda: discussion.decide_item(desk, M, TUTAHI, DecisionDraft(DecisionKind.AGREED, "as read")),
        lambda: discussion.record_discussion(desk, M, TUTAHI, said),
        lambda: discussion.consider_disclosure(desk, M, TUTAHI, DisclosureConsidered.YES),
        lambda: meeting.add_action(desk, M, TUTAHI, given),
    ):
        with pytest.raises(Refused, match="moved to HB on 17/11/2026, before CHC-2026-12-02 came to it"):
            record()
    kept = next(row for row in discussion.see_records(desk, M) if row.prn == TUTAHI)
    assert (kept.decision, kept.discussion) == (DecisionKind.DEFERRED, ())
    assert meeting.list_actions(desk, "HB") == ()


def test_an_item_decided_before_its_case_moved_may_still_be_put_right(register: Path) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    agenda.ask_for_case(desk, M, TUTAHI, "to be looked at")
    agenda.issue_agenda(desk, M)
    discussion.decide_item(desk, M, TUTAHI, DecisionDraft(DecisionKind.AGREED, "as red"))
    _proposed(desk)
    transfers.accept_transfer(desk, TUTAHI)
    discussion.decide_item(desk, M, TUTAHI, DecisionDraft(DecisionKind.AGREED, "as read"))
    assert next(row.reason for row in discussion.see_records(desk, M) if row.prn == TUTAHI) == "as read"
