"""What a hearing's date and result ask for: reports, actions and notices, by data (needs B1 and B3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.hearings import (
    OWNER_NOT_NAMED,
    RESULT_ACTIONS,
    RESULT_NOTICE,
    HearingRow,
    NoticeKey,
    Sent,
    Span,
    actions_of,
    notices_due,
    notices_of,
    read_outcome,
    read_report,
    reports_for,
    reports_of,
    rule_of_notice,
)
from app.domain.words import BoardOutcome, NoticeAbout, NoticeTo, Service

DAY = date(2027, 5, 14)
HEARING = HearingRow(DAY, "Parole Board hearing", None, None, "forum")
RELEASED = HEARING._replace(result="released", received=DAY, outcome=BoardOutcome.RELEASED)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Released on parole from 1 June", BoardOutcome.RELEASED),
        ("Parole granted", BoardOutcome.RELEASED),
        ("DECLINED, next hearing in May", BoardOutcome.DECLINED),
        ("parole refused", BoardOutcome.DECLINED),
        ("is not to be released before the programme", BoardOutcome.DECLINED),
        ("should not be released", BoardOutcome.DECLINED),
        ("Adjourned; not released today", BoardOutcome.ADJOURNED),
        ("release conditions imposed", BoardOutcome.CONDITIONS),
        ("see the letter", BoardOutcome.OTHER),
        ("release", BoardOutcome.OTHER),
    ],
)
def test_a_result_in_words_is_read_and_never_guessed_to_be_a_release(
    words: str, outcome: BoardOutcome
) -> None:
    assert read_outcome(words) is outcome


def test_a_report_is_due_so_many_working_days_before_and_easter_is_none_of_them() -> None:
    rows = {row.code: row.due for row in reports_of(HEARING, "CAN", {})}
    assert rows == {
        "parole-assessment": date(2027, 4, 15),
        "prison": date(2027, 4, 15),
        "psychological": date(2027, 4, 16),
        "conditions": date(2027, 4, 30),
    }
    over_easter = HEARING._replace(day=date(2027, 4, 2), kind="postponement")
    assert [row.due for row in reports_of(over_easter, "CAN", {})] == [date(2027, 3, 24)]


def test_the_kind_of_hearing_decides_the_reports_and_an_unknown_kind_wants_them_all() -> None:
    assert [rule.code for rule in reports_for("Release  CONDITIONS")] == ["conditions"]
    assert reports_for("extraordinary") == reports_for("Parole Board hearing")
    assert read_report("Prison's report on conduct", "x").code == "prison"
    with pytest.raises(Refused, match="use one of: update"):
        read_report("prison", "postponement")


def test_once_there_is_a_result_only_reports_that_were_sent_are_shown() -> None:
    sent = {"prison": Sent(date(2027, 4, 1), "a PCO")}
    assert [(row.code, row.state(DAY)) for row in reports_of(RELEASED, "CAN", sent)] == [
        ("prison", "sent 01/04/2027")
    ]


def test_every_result_makes_an_action_and_is_told() -> None:
    for outcome in BoardOutcome:
        wanted = actions_of(outcome, DAY, "CAN", next_known=False, vnr=True, leading=None, owner=None)
        assert len(wanted) == len(RESULT_ACTIONS[outcome]) > 0
        assert len({each.code for each in wanted}) == len(wanted)
        assert all(each.due > DAY and each.owner == OWNER_NOT_NAMED for each in wanted)
        assert outcome in RESULT_NOTICE


def test_a_release_tells_four_and_the_co_ordinator_only_where_the_flag_stands() -> None:
    def told(vnr: bool) -> list[str]:
        found = actions_of(
            BoardOutcome.RELEASED, DAY, "CAN", next_known=False, vnr=vnr, leading=None, owner=None
        )
        return [each.code.removeprefix("released: ") for each in found]

    assert told(True) == ["tell-police", "tell-vnr", "tell-probation", "tell-unit"]
    assert told(False) == ["tell-police", "tell-probation", "tell-unit"]
    assert {key.to for key in notices_due(RELEASED, "CAN", True)} == set(NoticeTo)
    assert NoticeTo.VNR not in {key.to for key in notices_due(RELEASED, "CAN", False)}


def test_a_declined_case_is_reviewed_by_its_leading_service_and_owner() -> None:
    found = actions_of(
        BoardOutcome.DECLINED,
        DAY,
        "CAN",
        next_known=True,
        vnr=False,
        leading=Service.PSYCHOLOGICAL,
        owner="Hine Smith",
    )
    [review] = found
    assert (review.code, review.service, review.owner) == (
        "declined: review-plan",
        Service.PSYCHOLOGICAL,
        "Hine Smith",
    )
    assert review.due == date(2027, 6, 14), "twenty working days, the King's Birthday not among them"


def test_a_notice_of_a_result_that_was_put_right_stays_and_is_due_anew() -> None:
    sent = {NoticeKey(NoticeAbout.RESULT, NoticeTo.POLICE, "declined"): Sent(DAY, "M.", "e-mail")}
    rows = notices_of(RELEASED, "CAN", False, sent)
    assert [(row.to, row.outcome, row.sent) for row in rows] == [
        (NoticeTo.POLICE, "released", None),
        (NoticeTo.UNIT, "released", None),
        (NoticeTo.PROBATION, "released", None),
        (NoticeTo.POLICE, "declined", DAY),
    ]
    assert rows[0].state(date(2027, 5, 18)) == "late since 17/05/2027"
    assert rows[-1].state(DAY) == "sent 14/05/2027, e-mail"


def test_a_result_entered_before_notices_were_kept_asks_for_none() -> None:
    assert notices_due(RELEASED._replace(outcome=None), "CAN", True) == {}


def test_a_notice_settles_the_action_that_the_result_made_for_it() -> None:
    assert rule_of_notice(BoardOutcome.RELEASED, NoticeTo.VNR) == "released: tell-vnr"
    assert rule_of_notice(BoardOutcome.DECLINED, NoticeTo.VNR) is None


@pytest.mark.parametrize("day", [date.min, date(1, 1, 5), date(9999, 12, 31)])
def test_a_span_stays_in_the_calendar(day: date) -> None:
    for span in (Span(20), Span(28, working=False)):
        assert span.before(day, "CAN") <= day <= span.after(day, "CAN")
