"""Cases: opened, flagged, corrected, closed; and everything of one told with whose it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import desk as door
from app.domain.case_drafts import InformationDraft, OrderDraft, PersonDraft, RiskDraft
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.timeline import NamedDate
from app.domain.words import (
    AliasKind,
    DateName,
    ExitReason,
    FlagCode,
    Handling,
    HighProfileLimb,
    OrderKind,
    Owner,
    Role,
    Service,
    SixAnswer,
)
from app.usecases import agenda, board, case_history, cases, extract, meeting, people, plan
from db import trail
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.few_people import ELSEWHERE, FORMULA, OCONNOR, TUTAHI, WATCHED, with_people

HEARING = NamedDate(DateName.HEARING, date(2027, 2, 20))
REVIEW = date(2027, 6, 1)


def _prns(desk: door.Desk, **narrowed: Any) -> list[str]:
    return [row.prn for row in cases.list_cases(desk, **narrowed)]


def test_a_list_is_sorted_blind_to_macrons_and_names_every_anchor(register: Path) -> None:
    rows = cases.list_cases(with_people(register))
    assert [row.prn for row in rows] == [OCONNOR, ELSEWHERE, TUTAHI]
    assert rows[-1].anchor == HEARING
    assert rows[0].flags.split() == ["HR", "VNR"]
    assert (rows[0].opened.tzinfo is not None, rows[0].closed) == (True, None)


def test_a_list_is_narrowed_by_forum_flag_and_months(register: Path) -> None:
    desk = with_people(register)
    assert _prns(desk, forum="hb") == [ELSEWHERE]
    assert _prns(desk, flag=FlagCode.VNR) == [OCONNOR]
    assert _prns(desk, within=4) == [ELSEWHERE, TUTAHI]
    assert _prns(desk, closed=True) == []
    with pytest.raises(NotFound, match="no forum"):
        _prns(desk, forum="XX")


def test_a_case_without_an_anchor_is_listed(register: Path) -> None:
    desk = with_people(register)
    assert cases.take_in(desk, FORMULA, "asked for by the chair") is None
    assert [row.anchor for row in cases.list_cases(desk) if row.prn == FORMULA] == [None]


def test_every_value_is_told_with_whose_it_is_and_how_old(register: Path) -> None:
    record = cases.show_case(with_people(register), TUTAHI)
    unit = next(row for row in record.values if row.heading == "Unit")
    assert unit[:5] == ("Unit", "Kea", Owner.IOMS, "few.csv, row 2", date(2026, 11, 16))
    assert {row.kind: row.answer for row in record.orders} == dict.fromkeys(OrderKind, SixAnswer.NOT_ASKED)
    assert record.board.hearings[0].day == HEARING.day
    assert (record.age, record.aliases[0].surname) == (38, "Nguyễn")
    assert record.milestones[0].missing == ("a leading service", "an owner", "a proposed address")


def test_a_person_of_the_watch_list_is_taken_in_by_one_act(register: Path) -> None:
    desk = with_people(register)
    anchor = cases.take_in(desk, WATCHED, "the co-ordinator asked")
    record = cases.show_case(desk, WATCHED)
    assert anchor == NamedDate(DateName.HEARING, date(2027, 3, 1))
    assert record.case is not None
    assert (record.case.entry, record.case.entry_reason) == ("watch-list", "the co-ordinator asked")
    assert record.left_out is None
    assert WATCHED not in [row.prn for row in extract.left_out(desk)]
    with pytest.raises(Refused, match="open case in CHC already"):
        cases.take_in(desk, WATCHED, "again")


def test_high_profile_names_its_limb_reason_and_review_and_raises_the_flag(register: Path) -> None:
    desk = with_people(register)
    cases.open_high_profile(desk, WATCHED, HighProfileLimb.MEDIA, "on the news", REVIEW)
    record = cases.show_case(desk, WATCHED)
    assert record.case is not None
    assert (record.case.limb, record.case.review) == (HighProfileLimb.MEDIA, REVIEW)
    flag = next(row for row in record.flags if row.code is FlagCode.HP)
    assert (flag.owner, flag.comment) == (Owner.FORUM, "media attention: on the news")


def test_high_profile_wants_a_reason_and_a_review_that_is_ahead(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="reason is missing"):
        cases.open_high_profile(desk, WATCHED, HighProfileLimb.MEDIA, " \u200b ", REVIEW)
    with pytest.raises(Refused, match="not ahead"):
        cases.open_high_profile(desk, WATCHED, HighProfileLimb.MEDIA, "news", date(2026, 11, 17))
    with pytest.raises(Refused, match="belongs to CHC"):
        cases.open_high_profile(desk, WATCHED, HighProfileLimb.MEDIA, "news", REVIEW, "HB")


def test_somebody_in_no_extract_is_entered_by_hand_once(register: Path) -> None:
    desk = with_people(register)
    draft = PersonDraft("X1", "Smith", "", date(1980, 2, 29))
    assert cases.enter_person(desk, "CHC", draft) == "X1"
    record = cases.show_case(desk, "X1")
    assert (record.forum, record.values[0].source) == ("CHC", "entered by hand")
    with pytest.raises(Refused, match="cannot be entered by hand"):
        cases.enter_person(desk, "CHC", draft)
    with pytest.raises(Refused, match="PRN and a name"):
        cases.enter_person(desk, "CHC", PersonDraft("X2", "\u202e", "", date(1980, 1, 1)))


def test_the_forums_own_word_stands_beside_and_a_later_extract_leaves_it(register: Path) -> None:
    desk = with_people(register)
    moved = cases.correct_value(desk, TUTAHI, "ordered release date", "1/2/2027", "Order of the Board")
    assert moved == NamedDate(DateName.ORDERED_RELEASE, date(2027, 2, 1))
    with_people(register)
    record = cases.show_case(desk, TUTAHI)
    row = next(row for row in record.values if row.heading == "Ordered release date")
    assert (row.value, row.in_force, row.beside[0].reason) == (None, "01/02/2027", "Order of the Board")
    assert record.case is not None
    assert record.case.anchor == moved
    change = record.changes[0]
    assert (change.old, change.new, change.days_lost) == (
        "Hearing 20/02/2027",
        "Ordered release date 01/02/2027",
        19,
    )


@pytest.mark.parametrize(
    ("heading", "value", "why"),
    [
        ("PRN", "1", "cannot be corrected"),
        ("shoe size", "9", "cannot be corrected"),
        ("Next hearing date", "31/02/2027", "not a date"),
        ("Next hearing date", " ", "is missing"),
        ("RoC*RoI", "7", "RoC"),
        ("CSO", "perhaps", "neither yes nor no"),
    ],
)
def test_a_value_that_could_not_stand_under_its_heading_is_refused(
    register: Path, heading: str, value: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        cases.correct_value(with_people(register), TUTAHI, heading, value, "because")


def test_no_release_lies_before_the_sentence_starts(register: Path) -> None:
    desk = with_people(register)
    cases.correct_value(desk, TUTAHI, "Sentence start date", "14/02/2016", "the warrant")
    with pytest.raises(
        Refused, match=r"Statutory release date 01/01/1990 is before the sentence starts \(14/02/2016\)"
    ):
        cases.correct_value(desk, TUTAHI, "Statutory release date", "1/1/1990", "letter")
    with pytest.raises(Refused, match=r"is before the sentence starts \(01/01/2030\)\. Nothing was changed"):
        cases.correct_value(desk, TUTAHI, "Sentence start date", "1/1/2030", "letter")
    record = cases.show_case(desk, TUTAHI)
    assert {row.heading: row.in_force for row in record.values}["Statutory release date"] == "01/08/2027"


def test_an_anchor_chosen_by_hand_holds_until_the_date_it_names_moves(register: Path) -> None:
    desk = with_people(register)
    chosen = cases.set_anchor(desk, TUTAHI, DateName.STATUTORY_RELEASE, "the hearing is a formality")
    assert chosen == NamedDate(DateName.STATUTORY_RELEASE, date(2027, 8, 1))
    cases.correct_value(desk, TUTAHI, "Next hearing date", "21/02/2027", "letter")
    assert cases.show_case(desk, TUTAHI).case.anchor == chosen  # type: ignore[union-attr]
    back = cases.correct_value(desk, TUTAHI, "Statutory release date", "02/08/2027", "letter")
    assert back == NamedDate(DateName.HEARING, date(2027, 2, 21))


def test_an_anchor_names_a_date_that_is_there_and_gives_its_reason(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match=r"no Sentence expiry date.*Hearing 20/02/2027"):
        cases.set_anchor(desk, TUTAHI, DateName.SENTENCE_EXPIRY, "because")
    with pytest.raises(Refused, match="reason is missing"):
        cases.set_anchor(desk, TUTAHI, DateName.STATUTORY_RELEASE, "")
    with pytest.raises(Refused, match="by the rule already"):
        cases.anchor_by_rule(desk, TUTAHI)
    cases.set_anchor(desk, TUTAHI, DateName.STATUTORY_RELEASE, "because")
    assert cases.anchor_by_rule(desk, TUTAHI) == HEARING


def test_a_flag_is_withdrawn_and_stays_and_a_flag_of_ioms_is_not_ours_to_withdraw(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="authorised"):
        cases.raise_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "a threat", "")
    cases.raise_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "a threat", "the PCO")
    with pytest.raises(Refused, match="stands already"):
        cases.raise_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "a threat", "the PCO")
    cases.withdraw_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "over")
    flag = cases.show_case(desk, TUTAHI).flags[-1]
    assert (flag.to_date, flag.comment) == (date(2026, 11, 17), "a threat; withdrawn: over")
    with pytest.raises(Refused, match="IOMS' own"):
        cases.withdraw_flag(desk, OCONNOR, FlagCode.VNR, "no")
    with pytest.raises(Refused, match="does not stand"):
        cases.withdraw_flag(desk, TUTAHI, FlagCode.CSO, "no")


def test_a_new_episode_shows_the_last_ones_plan_marked(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    plan.answer_question(desk, TUTAHI, "housing", "declined")
    cases.close_case(desk, TUTAHI, ExitReason.DECLINED, "back in a year")
    assert _prns(desk, closed=True) == [TUTAHI]
    cases.take_in(desk, TUTAHI, "next approach")
    record = cases.show_case(desk, TUTAHI)
    assert record.case is not None
    assert (record.case.episode, record.plan.addresses, record.plan.answers) == (2, (), ())
    assert record.plan_before is not None
    assert record.plan_before.mark == "not re-checked"
    assert record.plan_before.addresses[0].address == "12 Kōwhai Street"
    assert record.earlier[0].exit_reason is ExitReason.DECLINED


def test_a_closed_case_takes_nothing_more(register: Path) -> None:
    desk = with_people(register)
    cases.close_case(desk, TUTAHI, ExitReason.PAROLE)
    with pytest.raises(NotFound, match="no open case"):
        cases.close_case(desk, TUTAHI, ExitReason.PAROLE)
    with pytest.raises(NotFound, match="no open case"):
        cases.set_case(desk, TUTAHI, owner="Hine")


def test_orders_information_and_ratings_stand_with_their_source_and_older_ones_stay(register: Path) -> None:
    desk = with_people(register)
    for answer in (SixAnswer.ASKED, SixAnswer.NOTHING_HELD):
        cases.record_order(desk, TUTAHI, OrderDraft(OrderKind.PROTECTION, answer, source="Court list"))
    said = InformationDraft(Service.PROBATION, "Keeps appointments.", "Hine", date(2026, 11, 1))
    cases.add_information(desk, TUTAHI, said)
    for score in ("51", "44"):
        rating = RiskDraft(Service.PSYCHOLOGICAL, "VRS", score, "2", date(2026, 10, int(score) - 40))
        cases.add_risk(desk, TUTAHI, rating)
    record = cases.show_case(desk, TUTAHI)
    assert (record.orders[0].answer, record.orders[0].source) == (SixAnswer.NOTHING_HELD, "Court list")
    assert len(record.orders) == 5
    assert record.information[0].author == "Hine"
    told = InformationDraft(
        Service.PRISONS, "Was seen.", "Rāwiri", date(2026, 11, 2), handling=Handling.DO_NOT_ATTRIBUTE
    )
    cases.add_information(desk, TUTAHI, told)
    assert "Rāwiri" not in repr(cases.show_case(desk, TUTAHI).information)
    assert "Rāwiri" not in repr(case_history.case_history(desk, TUTAHI))
    assert [row.score for row in record.risks] == ["51", "44"]


def test_the_same_alias_is_not_added_twice(register: Path) -> None:
    desk = with_people(register)
    cases.add_alias(desk, TUTAHI, AliasKind.NICKNAME, "Tiny")
    with pytest.raises(Refused, match="already"):
        cases.add_alias(desk, TUTAHI, AliasKind.NICKNAME, "Ti\u200bny")


def test_a_hearing_date_that_the_forum_put_right_takes_its_result(register: Path) -> None:
    desk = with_people(register)
    cases.correct_value(desk, TUTAHI, "Next hearing date", "21/02/2027", "The registry rang.")
    [known] = board.see_board(desk, TUTAHI).hearings
    assert (known.day, known.source) == (date(2027, 2, 21), "forum: next hearing date")
    with pytest.raises(Refused, match="21/02/2027"):
        board.record_result(desk, TUTAHI, HEARING.day, "Declined", date(2027, 2, 25))
    board.record_result(desk, TUTAHI, date(2027, 2, 21), "Declined", date(2027, 2, 25))
    assert [row.result for row in board.see_board(desk, TUTAHI).hearings] == ["Declined"]


def test_a_hearings_result_keeps_the_day_it_was_received_and_moves_no_anchor(register: Path) -> None:
    desk = with_people(register)
    with pytest.raises(Refused, match="Hearings known: 20/02/2027"):
        board.record_result(desk, TUTAHI, date(2027, 2, 21), "declined", date(2027, 2, 22))
    with pytest.raises(Refused, match="before the hearing"):
        board.record_result(desk, TUTAHI, HEARING.day, "declined", date(2027, 2, 19))
    board.record_result(desk, TUTAHI, HEARING.day, "declined", date(2027, 2, 22))
    assert board.see_board(desk, TUTAHI).hearings[0][:4] == (
        HEARING.day,
        "Parole Board hearing",
        "declined",
        date(2027, 2, 22),
    )
    board.record_hearing(desk, TUTAHI, date(2027, 6, 1), "postponement")
    with pytest.raises(Refused, match="recorded for 0012345 already"):
        board.record_hearing(desk, TUTAHI, date(2027, 6, 1))
    assert cases.show_case(desk, TUTAHI).case.anchor == HEARING  # type: ignore[union-attr]


def test_who_is_not_there_is_not_found_and_zeros_count(register: Path) -> None:
    with pytest.raises(NotFound, match="leading zeros"):
        cases.show_case(with_people(register), "12345")


def test_opening_a_case_is_entered_and_a_change_with_the_names_of_its_fields_alone(register: Path) -> None:
    desk = with_people(register)
    cases.show_case(desk, TUTAHI)
    cases.set_case(desk, TUTAHI, owner="Hine Smith", physical_marks="scar")
    with desk.engine(read_only=True).connect() as connection:
        look, change = list(trail.entries(connection))[-2:]
    assert (look.event, look.subject) == ("show_case", "person 1")
    assert "cases.owner" in change.body
    assert not any(value in change.body + change.subject for value in ("Hine", "scar", TUTAHI, "tahi"))


def test_a_member_opens_only_cases_on_an_agenda_of_their_forum(register: Path) -> None:
    desk = with_people(register)
    name, passphrase = "Wiremu Pōtiki", "a kettle sings on the stove"
    door.request_access(register, name, passphrase, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), name)
    member = door.sign_in(register, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())
    with pytest.raises(NotPermitted, match="last agenda and on the one that is issued"):
        cases.show_case(member, TUTAHI)
    meeting.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    agenda.issue_agenda(desk, "CHC-2027-02-10")
    assert cases.show_case(member, TUTAHI).prn == TUTAHI
    assert {row.prn for row in cases.list_cases(member)} == {OCONNOR, TUTAHI}
    with pytest.raises(NotPermitted):
        cases.show_case(member, ELSEWHERE)
    with pytest.raises(NotPermitted):
        cases.set_case(member, TUTAHI, owner="me")
