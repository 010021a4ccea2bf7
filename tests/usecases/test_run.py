"""Running a meeting: what is under way is kept small and unsaid, and the vote on paper leaves out who was pulled."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.desk import Desk
from app.domain.errors import NotFound, Refused
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.run import MOST_CHARACTERS, PAPER_REASON, CaseTime, UnderWayDraft
from app.domain.words import (
    DateName,
    DecisionKind,
    DisclosureConsidered,
    MeetingState,
    NeedDomain,
    Role,
    Service,
    Track,
)
from app.usecases import agenda as agendas
from app.usecases import discussion, meeting, run, trail
from db.tables.meeting import Decision
from db.tables.run import UnderWayCase
from db.tables.trail import History, Trail
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.extracts import read
from tests.fixtures.made_cases import add_address, add_case, answer, do

CODE = "CHC-2027-03-10"
HALF = {"reason": "The plan stands, but the occupant", "action": "Probation S. Mer"}


@pytest.fixture
def desk(register: Path) -> Desk:
    """An issued agenda with two cases for the table (001, 002) and three on paper (101 to 103)."""
    sitting = desks.sit(register)
    meeting.schedule_meeting(sitting, "CHC", date(2027, 3, 10))
    do(sitting, lambda work: [_table(work, prn) for prn in ("001", "002")])
    do(sitting, lambda work: [_paper(work, prn) for prn in ("101", "102", "103")])
    agendas.issue_agenda(sitting, CODE)
    return sitting


def _table(work: Work, prn: str) -> None:
    add_case(work, prn, anchor=(DateName.HEARING, date(2027, 3, 20)), next_hearing=date(2027, 3, 20))


def _paper(work: Work, prn: str) -> None:
    anchor = (DateName.STATUTORY_RELEASE, date(2027, 8, 20))
    case = add_case(
        work, prn, anchor=anchor, case={"leading_service": Service.PROBATION, "owner": "S. Merrin"}
    )
    add_address(work, case)
    answer(work, case, eso_ppo="not applicable", **{f"need_{need.value}": "met" for need in NeedDomain})


def _positions(desk: Desk) -> dict[str, int]:
    return {case.item.prn: case.item.position for case in run.see_table(desk, CODE).cases}


def _decisions(desk: Desk) -> dict[str, tuple[DecisionKind, str]]:
    cases = run.see_table(desk, CODE).cases
    return {case.item.prn: (case.now.decision, case.now.reason) for case in cases if case.now}


def test_the_table_sees_every_case_with_its_sheet_and_nothing_under_way(desk: Desk) -> None:
    view = run.see_table(desk, CODE)
    assert [case.item.track for case in view.cases] == [Track.TABLE] * 2 + [Track.PAPER] * 3
    assert [case.sheet.prn for case in view.cases] == [case.item.prn for case in view.cases]
    assert view.under_way.saved_at is None
    assert view.under_way.position == 0


def test_what_is_under_way_comes_back_as_it_was_kept(desk: Desk) -> None:
    kept = UnderWayDraft(2, True, 400, 600, (CaseTime(2, 95, 60, HALF),))
    run.keep_under_way(desk, CODE, kept)
    stands = run.see_table(desk, CODE).under_way
    assert (stands.position, stands.running, stands.seconds, stands.extra_seconds) == (
        2,
        True,
        400,
        600,
    )
    assert (stands.time_of(2).seconds, stands.time_of(2).extra_seconds, stands.time_of(2).texts) == (
        95,
        60,
        HALF,
    )
    assert stands.saved_by == desks.ADMINISTRATOR[0]


def test_each_case_keeps_its_own_half_written_text(desk: Desk) -> None:
    run.keep_under_way(desk, CODE, UnderWayDraft(1, cases=(CaseTime(1, 10, 0, {"reason": "First"}),)))
    run.keep_under_way(
        desk, CODE, UnderWayDraft(2, cases=(CaseTime(2, 20, 0, {"reason": "Second", "dissent": ""}),))
    )
    stands = run.see_table(desk, CODE).under_way
    assert [each.texts for each in stands.cases] == [{"reason": "First"}, {"reason": "Second"}]
    run.keep_under_way(desk, CODE, UnderWayDraft(1, cases=(CaseTime(1, 30),)))
    assert run.see_table(desk, CODE).under_way.time_of(1).texts == {}


def test_half_a_sentence_stands_neither_in_the_trail_nor_in_history(desk: Desk) -> None:
    before = trail.verify_trail(desk).entries
    for number in range(1, 6):
        run.keep_under_way(
            desk, CODE, UnderWayDraft(1, cases=(CaseTime(1, 0, 0, {"reason": "zebrafish"[: number + 4]}),))
        )
    (entries, history) = read(
        desk,
        select(
            select(func.count()).select_from(Trail).where(Trail.body.contains("zebra")).scalar_subquery(),
            select(func.count())
            .select_from(History)
            .where(History.subject.contains("under_way"))
            .scalar_subquery(),
        ),
    )[0]
    assert (entries, history) == (0, 0)
    found = trail.verify_trail(desk)
    assert found.ok
    assert found.entries - before <= 7
    ((rows,),) = read(desk, select(func.count()).select_from(UnderWayCase))
    assert rows == 1


def test_the_entry_of_a_pause_holds_counts_alone(desk: Desk) -> None:
    run.keep_under_way(desk, CODE, UnderWayDraft(2, cases=(CaseTime(2, 0, 0, HALF),)))
    ((subject, body),) = read(desk, select(Trail.subject, Trail.body).order_by(Trail.seq.desc()).limit(1))
    assert subject == f"meeting {CODE}"
    assert f'"counts":{{"cases":1,"characters":{sum(map(len, HALF.values()))},"position":2}}' in body
    assert "fields" not in body


@pytest.mark.parametrize(
    ("seconds", "cases"),
    [
        (-1, ()),
        (10**9, ()),
        (0, (CaseTime(1, -1),)),
        (0, (CaseTime(1, 0, 0, {"reason": "x" * (MOST_CHARACTERS + 1)}),)),
        (0, (CaseTime(1, 0, 0, {f"field {number}": "x" for number in range(50)}),)),
    ],
)
def test_a_draft_that_cannot_be_is_refused_in_a_sentence(seconds: int, cases: tuple[CaseTime, ...]) -> None:
    with pytest.raises(Refused, match=r"\.$"):
        UnderWayDraft(1, seconds=seconds, cases=cases)


def test_a_case_that_is_not_on_the_agenda_cannot_be_in_hand(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no case 9"):
        run.keep_under_way(desk, CODE, UnderWayDraft(9))
    with pytest.raises(NotFound, match="no case 7"):
        run.keep_under_way(desk, CODE, UnderWayDraft(1, cases=(CaseTime(7),)))
    assert run.see_table(desk, CODE).under_way.saved_at is None


def test_one_vote_agrees_what_is_on_paper_and_nothing_else(desk: Desk) -> None:
    vote = run.vote_paper(desk, CODE, DisclosureConsidered.NO)
    assert set(vote.agreed) == {"101", "102", "103"}
    assert vote.pulled == ()
    assert vote.undecided == 2
    assert _decisions(desk) == dict.fromkeys(("101", "102", "103"), (DecisionKind.AGREED, PAPER_REASON))
    ((disclosures, entries),) = read(
        desk,
        select(func.count(), func.count(func.distinct(Decision.seq))).where(
            Decision.disclosure == DisclosureConsidered.NO
        ),
    )
    assert (disclosures, entries) == (3, 1)


def test_whoever_is_pulled_to_the_table_is_not_voted_on_and_who_pulled_is_kept(desk: Desk) -> None:
    move = run.move_item(desk, CODE, "102", Track.TABLE, " Sefo  Leavasa ")
    assert move.by == "Sefo Leavasa"
    vote = run.vote_paper(desk, CODE)
    assert set(vote.agreed) == {"101", "103"}
    assert vote.pulled == ("102",)
    stands = run.see_table(desk, CODE).under_way
    assert [(each.prn, each.track, each.by) for each in stands.moves] == [
        ("102", Track.TABLE, "Sefo Leavasa")
    ]
    assert "102" not in _decisions(desk)


def test_a_case_moved_to_paper_is_voted_on_with_the_name_of_who_moved_it(desk: Desk) -> None:
    run.move_item(desk, CODE, "002", Track.PAPER, "T. Chairman")
    run.vote_paper(desk, CODE)
    assert _decisions(desk)["002"][1].endswith("moved to paper at the meeting by T. Chairman.")
    assert "001" not in _decisions(desk)


def test_a_move_back_counts_because_the_last_one_does(desk: Desk) -> None:
    run.move_item(desk, CODE, "102", Track.TABLE, "Sefo Leavasa")
    run.move_item(desk, CODE, "102", Track.PAPER, "Sefo Leavasa")
    assert "102" in run.vote_paper(desk, CODE).agreed


@pytest.mark.parametrize(
    ("prn", "track", "by", "said"),
    [
        ("101", Track.TABLE, "  ", "name of who pulls"),
        ("101", Track.PAPER, "Sefo Leavasa", "on paper already"),
        ("001", Track.TABLE, "Sefo Leavasa", "at the table already"),
        ("999", Track.TABLE, "Sefo Leavasa", "not on the agenda"),
    ],
)
def test_a_move_that_cannot_be_is_refused(desk: Desk, prn: str, track: Track, by: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        run.move_item(desk, CODE, prn, track, by)
    assert run.see_table(desk, CODE).under_way.moves == ()


def test_what_is_decided_is_not_moved(desk: Desk) -> None:
    run.vote_paper(desk, CODE)
    with pytest.raises(Refused, match="is decided"):
        run.move_item(desk, CODE, "101", Track.TABLE, "Sefo Leavasa")


def test_the_last_meetings_decision_and_its_actions_stand_with_the_case(desk: Desk) -> None:
    meeting.add_action(
        desk,
        CODE,
        "001",
        ActionDraft("Find another address", Service.PROBATION, "S. Merrin", date(2027, 4, 1)),
    )
    for prn in ("001", "002"):
        discussion.decide_item(
            desk, CODE, prn, DecisionDraft(DecisionKind.MORE_TO_DO, "No address yet.", "One against.")
        )
    run.vote_paper(desk, CODE)
    now = run.see_table(desk, CODE).cases[0].now
    assert now is not None
    assert [each.text for each in now.actions] == ["Find another address"]
    chair = desks.sit(desk.folder, Role.CHAIR)
    assert meeting.close_meeting(chair, CODE).meeting.state is MeetingState.CLOSED
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14))
    agendas.issue_agenda(desk, "CHC-2027-04-14")
    view = run.see_table(desk, "CHC-2027-04-14")
    last = next(case.last for case in view.cases if case.item.prn == "001")
    assert last is not None
    assert (last.meeting, last.decision, last.reason, last.dissent) == (
        CODE,
        DecisionKind.MORE_TO_DO,
        "No address yet.",
        "One against.",
    )
    assert [(each.text, each.outcome) for each in last.actions] == [("Find another address", "open")]


def test_what_nobody_recorded_is_gone_when_the_meeting_closes(desk: Desk) -> None:
    run.keep_under_way(desk, CODE, UnderWayDraft(1, cases=(CaseTime(1, 90, 0, HALF),)))
    for prn in _positions(desk):
        discussion.decide_item(desk, CODE, prn, DecisionDraft(DecisionKind.AGREED, "as proposed"))
    chair = desks.sit(desk.folder, Role.CHAIR)
    meeting.close_meeting(chair, CODE)
    assert read(desk, select(UnderWayCase.seconds, UnderWayCase.texts)) == [(90, {})]


def test_a_draft_and_a_closed_meeting_are_not_run(desk: Desk) -> None:
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14))
    for act in (
        lambda code: run.see_table(desk, code),
        lambda code: run.keep_under_way(desk, code, UnderWayDraft(0)),
        lambda code: run.vote_paper(desk, code),
        lambda code: run.move_item(desk, code, "101", Track.TABLE, "Sefo Leavasa"),
    ):
        with pytest.raises(Refused, match="not issued yet"):
            act("CHC-2027-04-14")


def test_where_a_meeting_stands_is_told_without_what_anybody_wrote(desk: Desk) -> None:
    positions = _positions(desk)
    run.keep_under_way(
        desk, CODE, UnderWayDraft(positions["002"], True, 120, 0, (CaseTime(positions["002"], 60, 0, HALF),))
    )
    discussion.decide_item(desk, CODE, "001", DecisionDraft(DecisionKind.AGREED, "As discussed."))
    row = run.see_under_way(desk, CODE)
    assert row.decided == frozenset({positions["001"]})
    assert row.under_way.position == positions["002"]
    assert row.under_way.running
