"""The list of cases: counts that add up, and a search asked letter by letter of which the trail misses nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.case_list import CaseLine, CaseOrder, CaseQuery, CaseView, PlanState
from app.domain.trail import TrailRow
from app.domain.words import FlagCode, Role
from app.usecases import board, cases, trail, transfers
from app.usecases.case_list import begin_search, browse_cases, find_as_typed, order_of_cases
from app.usecases.search import find_people
from tests.fixtures import desks, made_cases, months

TYPED = CaseQuery(order=CaseOrder.FOUND)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "profile"))
    return months.new_month(tmp_path / "register")


@pytest.fixture
def desk(folder: Path) -> Desk:
    return desks.sit(folder)


def rows(desk: Desk, query: CaseQuery, forum: str = "CHC") -> tuple[CaseLine, ...]:
    return browse_cases(desk, forum, query).lines


def typed(text: str) -> CaseQuery:
    return CaseQuery(text=text, order=CaseOrder.FOUND)


def entries(desk: Desk) -> list[TrailRow]:
    """The whole trail; whatever waited was entered with the first look at it."""
    trail.list_trail(desk)
    return sorted(trail.list_trail(desk), key=lambda entry: entry.seq)


@pytest.mark.parametrize("view", list(CaseView))
def test_what_a_filter_hides_and_what_matches_add_up_in_every_view(desk: Desk, view: CaseView) -> None:
    transfers.propose_transfer(desk, rows(desk, CaseQuery())[0].prn, "HB", "moved to Mangaroa")
    for text, flags, plan in product(
        ("", "a", "ha"), ((), (FlagCode.VNR, FlagCode.CSO)), (None, PlanState.NONE)
    ):
        order = CaseOrder.FOUND if text else CaseOrder.DATE
        page = browse_cases(desk, "CHC", CaseQuery(view, text, 0, flags, plan=plan, order=order))
        assert page.matching == len(page.lines)
        alone = [CaseQuery(view, text)] if text else []
        alone += [CaseQuery(view, flags=flags)] if flags else []
        alone += [CaseQuery(view, plan=plan)] if plan else []
        whole = rows(desk, CaseQuery(view))
        assert page.total == len(whole)
        assert [each.cases for each in page.hidden] == [len(whole) - len(rows(desk, each)) for each in alone]


def test_a_case_between_two_forums_is_counted_in_both(desk: Desk) -> None:
    before = browse_cases(desk, "HB", CaseQuery()).total
    here = browse_cases(desk, "CHC", CaseQuery()).total
    transfers.propose_transfer(desk, rows(desk, CaseQuery())[0].prn, "HB", "moved to Mangaroa")
    assert browse_cases(desk, "HB", CaseQuery()).total == before + 1
    assert browse_cases(desk, "CHC", CaseQuery()).total == here


def test_the_prisons_of_a_view_are_told_and_each_narrows_the_list_to_its_people(desk: Desk) -> None:
    whole = browse_cases(desk, "CHC", CaseQuery())
    assert whole.prisons == tuple(sorted({line.prison for line in whole.lines if line.prison}))
    assert len(whole.prisons) > 1, "the made-up month has people in several prisons"
    for prison in whole.prisons:
        page = browse_cases(desk, "CHC", CaseQuery(prison=prison))
        assert {line.prn for line in page.lines} == {
            each.prn for each in whole.lines if each.prison == prison
        }
        assert page.hidden == ((f"held at {prison}", whole.total - page.matching),)
        assert page.prisons == whole.prisons, "what is chosen hides no other choice"


def test_the_next_hearing_stands_in_the_list_as_the_forum_recorded_it_and_sorts_it(desk: Desk) -> None:
    first = rows(desk, CaseQuery())[0].prn
    ahead = desk.now().date() + timedelta(days=3)
    board.record_hearing(desk, first, ahead)
    by_board = rows(desk, CaseQuery(order=CaseOrder.BOARD))
    assert (by_board[0].prn, by_board[0].hearing_stored) == (first, ahead.isoformat())
    days = [line.hearing_stored for line in by_board]
    assert days == sorted((day for day in days if day), key=str) + [None] * days.count(None)


@pytest.mark.parametrize("order", list(CaseOrder))
@pytest.mark.parametrize("down", [False, True])
def test_windows_of_a_list_follow_each_other_in_its_one_order(
    desk: Desk, order: CaseOrder, down: bool
) -> None:
    query = CaseQuery(CaseView.EVERYBODY, order=order, down=down)
    whole = [line.prn for line in rows(desk, query)]
    windows = [browse_cases(desk, "CHC", query, first, 4).lines for first in range(0, len(whole), 4)]
    assert [line.prn for window in windows for line in window] == whole
    assert list(order_of_cases(desk, "CHC", query)) == whole


def test_letters_find_the_very_rows_that_the_whole_reading_finds(desk: Desk) -> None:
    for text in ("h", "ha", "hak", "hakopa", "1980", "ros"):
        whole, first = browse_cases(desk, "CHC", typed(text)), find_as_typed(desk, "CHC", typed(text))
        assert first.lines == whole.lines
        assert (first.matching, first.beyond) == (whole.matching, whole.beyond)


def test_letters_with_another_filter_in_force_keep_to_it(desk: Desk) -> None:
    query = CaseQuery(text="a", flags=(FlagCode.HR,), order=CaseOrder.FOUND)
    whole, first = browse_cases(desk, "CHC", query), find_as_typed(desk, "CHC", query)
    assert (first.lines, first.matching, first.beyond) == (whole.lines, whole.matching, whole.beyond)
    assert all("HR" in line.codes for line in first.lines)


def test_letters_after_the_beginning_of_a_search_are_entered_with_the_next_entry(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    before = len(entries(desk))
    begin_search(desk, "CHC")
    for text in ("h", "ha"):
        find_as_typed(desk, "CHC", typed(text))
    other = desks.sit(folder, Role.CHAIR)
    [began] = [entry for entry in entries(other)[before:] if entry.event == "begin_search"]
    assert began.subject == "cases CHC"
    [sealed] = (tmp_path / "profile" / "looks").iterdir()
    assert b"find_as_typed" not in sealed.read_bytes()
    browse_cases(desk, "CHC", typed("ha"))
    told = entries(desk)
    [listed] = [entry for entry in told if entry.event == "looks_as_typed"]
    assert [look["event"] for look in json.loads(listed.body)["looks"]] == ["find_as_typed"] * 2
    assert told[listed.seq].event == "browse_cases"
    assert trail.verify_trail(desk).ok


def test_letters_go_on_from_the_list_that_was_read(desk: Desk) -> None:
    browse_cases(desk, "CHC", typed("h"))
    for text in ("ha", "hak"):
        find_as_typed(desk, "CHC", typed(text))
    told = [entry.event for entry in entries(desk)]
    assert told.count("find_as_typed") == 0
    assert told.count("looks_as_typed") == 1


def test_a_beginning_serves_until_anything_else_is_entered(folder: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(folder, clock=clock)
    begin_search(desk, "CHC")
    clock.go_to(clock.at + timedelta(minutes=5))
    find_as_typed(desk, "CHC", typed("h"))
    cases.list_cases(desk, "CHC")
    find_as_typed(desk, "CHC", typed("ha"))
    told = [entry.event for entry in entries(desk)]
    assert told.count("looks_as_typed") == 1
    assert told.count("find_as_typed") == 1


def test_a_first_letter_without_a_beginning_is_entered_before_its_rows_and_the_others_with_the_next_entry(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    before = len(entries(desk))
    for text in ("h", "ha", "hak"):
        find_as_typed(desk, "CHC", typed(text))
    other = desks.sit(folder, Role.CHAIR)
    [began] = [entry for entry in entries(other)[before:] if entry.event == "find_as_typed"]
    assert "text" in json.loads(began.body)["commitments"]
    [sealed] = (tmp_path / "profile" / "looks").iterdir()
    assert b"find_as_typed" not in sealed.read_bytes()
    browse_cases(desk, "CHC", typed("hak"))
    told = entries(desk)
    [listed] = [entry for entry in told if entry.event == "looks_as_typed"]
    looks = json.loads(listed.body)["looks"]
    assert [(look["event"], look["forum"]) for look in looks] == [("find_as_typed", "CHC")] * 2
    assert [look["counts"]["cases"] >= 1 for look in looks] == [True, True]
    assert "hak" not in listed.body
    assert told[listed.seq].event == "browse_cases"
    assert trail.verify_trail(desk).ok


def test_a_search_in_another_forum_is_another_look(desk: Desk) -> None:
    for forum in ("CHC", "HB", "HB"):
        find_as_typed(desk, forum, typed("ha"))
    told = [entry.event for entry in entries(desk)]
    assert told.count("find_as_typed") == 2
    assert told.count("looks_as_typed") == 1


def test_a_search_that_goes_on_for_long_is_entered_now_and_then(folder: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(folder, clock=clock)
    for text in ("h", "ha", "hak", "hako"):
        find_as_typed(desk, "CHC", typed(text))
        clock.go_to(clock.at + timedelta(seconds=6))
    other = desks.sit(folder, Role.CHAIR)
    told = [entry.event for entry in entries(other)]
    assert told.count("find_as_typed") == 2
    assert told.count("looks_as_typed") == 1


def test_whoever_leaves_while_typing_leaves_every_letter_in_the_trail(desk: Desk, folder: Path) -> None:
    for text in ("h", "ha"):
        find_as_typed(desk, "CHC", typed(text))
    desk.close()
    told = [entry.event for entry in entries(desks.sit(folder, Role.CHAIR))]
    assert told[told.index("find_as_typed") + 1] == "looks_as_typed"


def test_letters_before_a_stop_of_the_computer_are_entered_at_the_next_sign_in(folder: Path) -> None:
    cut_off = desks.sit(folder)
    for text in ("h", "ha", "hak"):
        find_as_typed(cut_off, "CHC", typed(text))
    again = desks.sit(folder)
    cases.list_cases(again, "CHC")
    [listed] = [entry for entry in entries(again) if entry.event == "looks_as_typed"]
    assert len(json.loads(listed.body)["looks"]) == 2


def test_a_change_after_letters_knows_its_own_number(desk: Desk) -> None:
    for text in ("h", "ha"):
        find_as_typed(desk, "CHC", typed(text))
    cases.set_case(desk, rows(desk, CaseQuery())[0].prn, owner="S. Merrin")
    for text in ("h", "ha"):
        find_as_typed(desk, "CHC", typed(text))
    cases.set_case(desk, rows(desk, CaseQuery())[1].prn, owner="S. Merrin")
    assert trail.verify_trail(desk).ok


def test_letters_that_cannot_be_kept_are_entered_one_by_one(desk: Desk, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "profile").mkdir(exist_ok=True)
    (tmp_path / "profile" / "looks").write_text("no folder", encoding="utf-8")
    for text in ("h", "ha", "hak"):
        find_as_typed(desk, "CHC", typed(text))
    assert [entry.event for entry in entries(desk)].count("find_as_typed") == 3


@pytest.mark.parametrize(
    ("surname", "text"), [("Whakatau", "whak"), ("Whakatau", "whakata he"), ("Māreikura", "maar")]
)
def test_a_beginning_that_many_share_finds_the_newest_of_them(desk: Desk, surname: str, text: str) -> None:
    def fill(work: made_cases.Work) -> None:
        for number in range(60):
            made_cases.add_case(work, f"77{number:05}", surname=f"{surname}-{number}")

    made_cases.do(desk, fill)
    found = find_people(desk, text, limit=10)
    assert found.more
    assert {hit.prn for hit in found.hits} < {f"77{number:05}" for number in range(49, 60)}
