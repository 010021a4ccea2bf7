"""The agenda rule, reason by reason, at both edges (design/formats.md section 3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec import structs

from app.domain.agenda import (
    ActionDue,
    Agenda,
    AgendaBalanceError,
    AgendaCase,
    AgendaItem,
    AgendaMeeting,
    AgendaSettings,
    AnchorMove,
    AskedFor,
    FlagChange,
    NextReason,
    NotListed,
    PoliceSaid,
    agenda_digest,
    freeze,
    from_frozen,
    generate,
    in_short,
    next_meeting_day,
)
from app.domain.errors import Damaged, Refused
from app.domain.plan import AddressFacts, PlanFacts
from app.domain.timeline import NamedDate
from app.domain.words import (
    AgendaReason,
    DateName,
    ExitReason,
    FlagCode,
    MeetingKind,
    NeedDomain,
    SixAnswer,
    Track,
)


def replace(plain: Any, **changed: Any) -> Any:
    """The same value with other facts, whether it is a named tuple or a Struct."""
    other = getattr(plain, "_replace", None)
    return other(**changed) if other else structs.replace(plain, **changed)


M = date(2027, 3, 10)
N = date(2027, 4, 7)
FAR = NamedDate(DateName.HEARING, date(2029, 6, 15))
DAY = timedelta(days=1)

WHOLE_PLAN = PlanFacts(
    leading_service=True,
    owner=True,
    addresses=(AddressFacts(1, probation_answered=True, police_answered=True, verified=True, is_next=True),),
    eso_ppo_answered=True,
    conditions_proposed=True,
    needs_answered=frozenset(NeedDomain),
    probation_officer_told=True,
)


def meeting(**changed: Any) -> AgendaMeeting:
    plain = AgendaMeeting("CHC-2027-03-10", "CHC", M, MeetingKind.COMBINED, N, has_last_closed=True)
    changed_one: AgendaMeeting = replace(plain, **changed)
    return changed_one


def case(case_id: int = 1, **facts: Any) -> AgendaCase:
    plain = AgendaCase(case_id, f"00{case_id}", "Ngata", "Hēmi", anchor=FAR)
    changed_one: AgendaCase = replace(plain, **facts)
    return changed_one


def anchored(day: date, **facts: Any) -> AgendaCase:
    return case(anchor=NamedDate(DateName.HEARING, day), **facts)


def agenda_of(*cases: AgendaCase, settings: AgendaSettings | None = None, **changed: Any) -> Agenda:
    return generate(cases, meeting(**changed), settings or AgendaSettings())


def item_of(one: AgendaCase, **changed: Any) -> AgendaItem:
    return agenda_of(one, **changed).items[0]


def codes(one: AgendaCase, **changed: Any) -> list[str]:
    return [str(reason) for item in agenda_of(one, **changed).items for reason in item.reasons]


def waiting(one: AgendaCase, **changed: Any) -> NotListed:
    return agenda_of(one, **changed).not_listed[0]


def test_a_quiet_case_is_not_listed() -> None:
    assert codes(case()) == []


@pytest.mark.parametrize(("day", "listed"), [(M - DAY, 0), (M, 1), (N - DAY, 1), (N, 0)])
def test_a_release_counts_from_the_meeting_up_to_the_day_before_the_next(day: date, listed: int) -> None:
    assert codes(case(statutory_release=day)) == ["release-before-next"] * listed


def test_an_ordered_release_date_stands_in_for_the_statutory_one() -> None:
    both = case(statutory_release=M, ordered_release=N + DAY)
    assert codes(both) == []
    assert codes(replace(both, ordered_release=M, statutory_release=N)) == ["release-before-next"]
    assert "Ordered release date 10/03/2027" in item_of(case(ordered_release=M)).sentences[0]


@pytest.mark.parametrize(("day", "listed"), [(M - DAY, 0), (M, 1), (N - DAY, 1), (N, 0)])
def test_a_hearing_counts_from_the_meeting_up_to_the_day_before_the_next(day: date, listed: int) -> None:
    assert codes(case(hearing=day)) == ["hearing-before-next"] * listed


def test_a_hearing_with_a_result_is_no_longer_ahead() -> None:
    assert codes(case(hearing=M, hearing_has_result=True)) == []


@pytest.mark.parametrize(("milestone", "month"), [(8, 12), (6, 10), (4, 8), (2, 6), (1, 5)])
def test_a_milestone_is_due_when_its_day_is_before_the_next_meeting(milestone: int, month: int) -> None:
    larger = frozenset(k for k in (8, 6, 4, 2, 1) if k > milestone)
    at_n = anchored(date(2027, month, 7), milestones_taken=larger, plan=WHOLE_PLAN)
    day_before = anchored(date(2027, month, 6), milestones_taken=larger, plan=WHOLE_PLAN)
    assert f"milestone-{milestone}" not in codes(at_n)
    assert codes(day_before) == [f"milestone-{milestone}"]


@pytest.mark.parametrize(
    ("kind", "named", "missed"),
    [
        (MeetingKind.PREPARATION, 6, (8,)),
        (MeetingKind.SIGN_OFF, 1, (8, 6, 4, 2)),
        (MeetingKind.COMBINED, 1, (8, 6, 4, 2)),
        (MeetingKind.EXTRAORDINARY, 1, (8, 6, 4, 2)),
    ],
)
def test_each_kind_of_meeting_names_its_own_smallest_milestone(
    kind: MeetingKind, named: int, missed: tuple[int, ...]
) -> None:
    item = item_of(anchored(N), kind=kind)
    assert (item.milestone, item.missed) == (named, missed)
    assert item.reasons[0] == f"milestone-{named}"


def test_a_larger_milestone_that_was_taken_is_not_missed() -> None:
    item = item_of(anchored(date(2027, 5, 15), milestones_taken=frozenset({8, 4})))
    assert (item.milestone, item.missed) == (2, (6,))


def test_a_smaller_milestone_taken_settles_the_larger_ones() -> None:
    after_four = anchored(date(2027, 7, 1), milestones_taken=frozenset({4}))
    assert codes(after_four, kind=MeetingKind.PREPARATION) == []
    assert codes(after_four) == []


def test_milestones_of_the_31st_are_counted_to_the_months_end() -> None:
    thirty_first = anchored(date(2027, 8, 31), milestones_taken=frozenset({8}))
    assert codes(thirty_first, day=date(2027, 1, 27), next_day=date(2027, 2, 28)) == []
    assert codes(thirty_first, day=date(2027, 1, 27), next_day=date(2027, 3, 1)) == ["milestone-6"]
    leap = anchored(date(2028, 8, 31), milestones_taken=frozenset({8}))
    assert waiting(leap, day=date(2028, 1, 26), next_day=date(2028, 2, 29)).next == date(2028, 2, 29)


def test_an_action_is_due_on_the_day_of_the_meeting_and_not_the_day_after() -> None:
    on_the_day = case(open_actions=(ActionDue(M, "find a bed", "S. Merrin"),))
    after = case(open_actions=(ActionDue(M + DAY, "find a bed", "S. Merrin"),))
    assert codes(on_the_day) == ["action-due"]
    assert item_of(on_the_day).sentences == ("An action is due: find a bed (S. Merrin, due 10/03/2027).",)
    assert codes(after) == []


def test_an_address_is_unsettled_from_one_month_before_the_anchor() -> None:
    taken = frozenset({1})
    assert codes(anchored(date(2027, 4, 10), milestones_taken=taken)) == ["address-unsettled"]
    assert codes(anchored(date(2027, 4, 11), milestones_taken=taken)) == []
    assert codes(anchored(date(2027, 4, 10), milestones_taken=taken, plan=WHOLE_PLAN)) == []


def test_an_open_case_without_an_anchor_is_listed_and_comes_last_of_its_reason() -> None:
    assert codes(case(anchor=None)) == ["no-anchor"]
    with_anchor = case(2, told_drift=("address: a → b",))
    without = case(1, anchor=None, told_drift=("address: a → b",))
    assert [i.case_id for i in agenda_of(without, with_anchor).items] == [2, 1]


SINCE_LAST: list[tuple[str, dict[str, Any]]] = [
    ("board-result", {"board_results_since": ("declined, next hearing 01/03/2028",)}),
    ("board-result", {"board_results_since": ("",)}),
    ("police-relevant", {"police_since": (PoliceSaid(SixAnswer.RELEVANT, M),)}),
    ("police-relevant", {"police_since": (PoliceSaid(SixAnswer.CANNOT_SHARE),)}),
    ("date-moved", {"anchor_moved_since": AnchorMove(None, FAR)}),
    ("flag-changed", {"flags_changed_since": (FlagChange(FlagCode.VNR, raised=False, on=M),)}),
    ("new-case", {"opened_since": True}),
    ("deferred", {"deferred_at_last": True}),
    ("released", {"ended": True, "ended_since_by": ExitReason.SRD}),
]


@pytest.mark.parametrize(("code", "facts"), SINCE_LAST)
def test_a_reason_that_says_since_the_last_meeting_needs_one(code: str, facts: dict[str, Any]) -> None:
    assert codes(case(**facts)) == [code]
    assert codes(case(**facts), has_last_closed=False) == []


@pytest.mark.parametrize(
    "answer", [SixAnswer.NOT_ASKED, SixAnswer.ASKED, SixAnswer.NOTHING_HELD, SixAnswer.NOT_RELEVANT]
)
def test_a_police_answer_without_relevance_lists_nobody(answer: SixAnswer) -> None:
    assert codes(case(police_since=(PoliceSaid(answer),))) == []


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("tell-the-board", {"told_drift": ("x",)}),
        ("asked-for", {"asked_for": (AskedFor("the chair", "uneasy"),)}),
    ],
)
def test_drift_and_a_members_wish_need_no_last_meeting(code: str, facts: dict[str, Any]) -> None:
    assert codes(case(**facts), has_last_closed=False) == [code]


@pytest.mark.parametrize("exit_reason", list(ExitReason))
def test_only_a_release_keeps_an_ended_case_before_the_forum(exit_reason: ExitReason) -> None:
    agenda = agenda_of(case(ended=True, ended_since_by=exit_reason, opened_since=True))
    assert agenda.considered == len(agenda.items) == (1 if exit_reason.is_release else 0)


def test_a_case_that_ended_before_the_last_meeting_is_not_considered() -> None:
    assert agenda_of(case(ended=True, asked_for=(AskedFor("a member", ""),))).considered == 0


def test_while_no_meeting_is_closed_no_ended_case_is_considered() -> None:
    released = case(ended=True, ended_since_by=ExitReason.SRD)
    assert agenda_of(released, has_last_closed=False).considered == 0


def test_a_released_case_without_an_anchor_is_not_called_an_open_one() -> None:
    assert codes(case(anchor=None, ended=True, ended_since_by=ExitReason.PAROLE)) == ["released"]


def test_every_reason_has_one_sentence_and_they_stand_in_the_rules_order() -> None:
    everything: dict[str, Any] = {"told_drift": ("x",), "asked_for": (AskedFor("the chair", ""),)}
    for _, facts in SINCE_LAST:
        everything |= facts
    everything |= {"hearing": M, "ordered_release": M, "open_actions": (ActionDue(M, "t", "o"),)}
    item = item_of(anchored(M, **everything))
    assert [str(r) for r in item.reasons] == [
        "release-before-next",
        "hearing-before-next",
        "milestone-1",
        "action-due",
        "board-result",
        "tell-the-board",
        "police-relevant",
        "address-unsettled",
        "date-moved",
        "flag-changed",
        "new-case",
        "deferred",
        "released",
        "asked-for",
    ]
    assert len(item.sentences) == len(item.reasons)
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in item.sentences)


def test_a_milestone_with_nothing_missing_goes_on_paper_and_with_something_missing_to_the_table() -> None:
    due = anchored(N, milestones_taken=frozenset({8, 6, 4, 2}), plan=WHOLE_PLAN)
    assert (item_of(due).track, item_of(due).missing) == (Track.PAPER, ())
    untold = item_of(replace(due, plan=replace(WHOLE_PLAN, probation_officer_told=False)))
    assert (untold.track, untold.missing) == (Track.TABLE, ("the probation officer told",))


def test_a_release_to_note_goes_on_paper_and_any_other_reason_to_the_table() -> None:
    released = case(ended=True, ended_since_by=ExitReason.PAROLE, ended_on=M - DAY)
    assert item_of(released).track is Track.PAPER
    assert item_of(released).sentences == ("Released on parole on 09/03/2027, for noting.",)
    assert item_of(replace(released, opened_since=True)).track is Track.TABLE


def test_the_order_is_track_then_first_reason_then_anchor_then_name_then_prn() -> None:
    drifted = {"told_drift": ("x",)}
    sooner = NamedDate(DateName.STATUTORY_RELEASE, FAR.day - DAY)
    agenda = agenda_of(
        case(1, ended=True, ended_since_by=ExitReason.SRD),
        case(2, opened_since=True),
        case(3, prn="9", surname="Tane", **drifted),
        case(4, prn="10", surname="Tāne", **drifted),
        case(5, surname="Abel", **drifted),
        case(6, surname="Zorn", anchor=sooner, **drifted),
        case(7, statutory_release=M),
    )
    assert [item.case_id for item in agenda.items] == [7, 6, 5, 4, 3, 2, 1]
    assert [item.position for item in agenda.items] == [1, 2, 3, 4, 5, 6, 7]


def test_all_milestones_are_one_row_of_the_order_so_the_soonest_anchor_comes_first() -> None:
    agenda = agenda_of(replace(anchored(date(2027, 11, 1)), case_id=1), replace(anchored(N), case_id=2))
    assert [item.milestone for item in agenda.items] == [1, 8]


def test_minutes_follow_the_track_and_the_milestone_and_add_up() -> None:
    cases = (case(1, opened_since=True), case(2, ended=True, ended_since_by=ExitReason.SRD))
    assert [i.minutes for i in agenda_of(*cases).items] == [8, 1]
    settings = AgendaSettings({(Track.TABLE, None): 5, (Track.TABLE, 1): 12}, length_minutes=15)
    agenda = agenda_of(*cases, replace(anchored(N), case_id=3), settings=settings)
    assert [i.minutes for i in agenda.items] == [12, 5, 1]
    assert (agenda.minutes, agenda.length) == (18, 15)
    assert agenda.total_line() == "3 cases, 18 of 15 minutes: 3 over"
    assert [section.title for section in agenda.sections()] == [
        "At the table: 2 cases, 17 minutes",
        "On paper, agreed in one vote: 1 case, 1 minute",
    ]


def test_who_is_not_listed_comes_up_at_the_earliest_date_after_the_meeting() -> None:
    assert waiting(case()) == NotListed(1, "001", "Ngata", "Hēmi", date(2028, 10, 15), NextReason.MILESTONE_8)
    cases: dict[str, dict[str, Any]] = {
        "hearing": {"hearing": N},
        "release": {"statutory_release": N},
        "action-due": {"open_actions": (ActionDue(N, "t", "o"), ActionDue(N + DAY, "t", "o"))},
    }
    for reason, facts in cases.items():
        assert (waiting(case(**facts)).next, waiting(case(**facts)).reason) == (N, reason)


def test_a_next_date_is_never_the_meetings_own_day() -> None:
    on_the_day = anchored(date(2027, 11, 10), milestones_taken=frozenset({4, 2, 1}), plan=WHOLE_PLAN)
    assert waiting(on_the_day).next == date(2027, 5, 10)
    assert waiting(replace(on_the_day, open_actions=(ActionDue(M + DAY, "t", "o"),))).next == M + DAY


def test_a_milestone_of_another_kind_of_meeting_still_gives_the_next_date() -> None:
    soon = anchored(date(2027, 7, 20), milestones_taken=frozenset({8, 6}))
    row = waiting(soon, kind=MeetingKind.PREPARATION)
    assert (row.next, row.reason) == (date(2027, 3, 20), "milestone-4")


def test_the_month_before_the_anchor_counts_while_no_next_address_is_verified() -> None:
    all_taken = anchored(date(2027, 6, 30), milestones_taken=frozenset({8, 6, 4, 2, 1}))
    assert (waiting(all_taken).next, waiting(all_taken).reason) == (date(2027, 5, 30), "address")
    settled = replace(all_taken, plan=WHOLE_PLAN)
    assert (waiting(settled).next, waiting(settled).reason) == (N, "review")


def test_the_next_meeting_is_the_first_one_scheduled_later_or_a_month_on() -> None:
    assert next_meeting_day(M, [N, M, M - DAY, N + DAY]) == N
    assert next_meeting_day(date(2027, 1, 31), []) == date(2027, 2, 28)
    assert next_meeting_day(date(9999, 12, 5), []) == date.max


def test_a_next_meeting_that_nobody_scheduled_is_said_to_be_none() -> None:
    soon = case(statutory_release=date(2027, 3, 20))
    (item,) = agenda_of(soon, next_day=date(2027, 4, 10), next_is_scheduled=False).items
    assert item.sentences[0] == (
        "Statutory release date 20/03/2027 comes before the next meeting, which is not scheduled yet "
        "(counted to 10/04/2027)."
    )
    (item,) = agenda_of(soon).items
    assert item.sentences[0].endswith("comes before the next meeting on 07/04/2027.")


def test_a_next_meeting_that_is_not_later_is_refused() -> None:
    with pytest.raises(Refused, match="not later"):
        agenda_of(case(), next_day=M)


def test_a_case_told_twice_is_an_error_and_not_an_agenda() -> None:
    with pytest.raises(AgendaBalanceError):
        agenda_of(case(), case())


def test_an_issued_agenda_comes_back_as_it_was_and_its_digest_moves_with_any_change() -> None:
    agenda = agenda_of(anchored(N), case(2), case(3, anchor=None, surname="Ōtāne"))
    frozen = freeze(agenda)
    assert from_frozen(frozen) == agenda
    assert freeze(from_frozen(frozen)) == frozen
    assert len(agenda_digest(frozen)) == 96
    assert agenda_digest(freeze(replace(agenda, length=181))) != agenda_digest(frozen)


@pytest.mark.parametrize("bad", [b"", b"[]", b"\xff", b"null", b"{}", b'{"format":2}'])
def test_a_frozen_agenda_that_cannot_be_read_is_called_damaged(bad: bytes) -> None:
    with pytest.raises(Damaged):
        from_frozen(bad)


def test_every_reason_has_a_few_words_of_its_own_for_a_list() -> None:
    short = [in_short(reason) for reason in AgendaReason]
    assert len(set(short)) == len(short)
    assert max(map(len, short)) <= len("address not verified")
    assert in_short(AgendaReason.MILESTONE_6) == "6-month"
