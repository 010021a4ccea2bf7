"""Where a restricted case is for whoever is given its key (need A4)."""

from __future__ import annotations

from app.domain.case_place import Place, place_that_counts


def test_a_key_that_has_said_nothing_is_where_the_case_is_found() -> None:
    found = Place("CHC", frozenset({"CHC", "HB"}))
    assert place_that_counts(None, found, confirmed=False) == Place("CHC", frozenset({"HB"}))


def test_rows_alone_move_no_key_and_let_no_forum_close() -> None:
    said = Place("CHC")
    assert place_that_counts(said, Place("HB", frozenset({"CHC", "WGN"})), confirmed=False) == said


def test_whoever_holds_the_key_moves_it_and_the_forum_it_left_may_close_its_meetings() -> None:
    found = Place("HB", frozenset({"CHC", "WGN"}))
    assert place_that_counts(Place("CHC"), found, confirmed=True) == Place("HB", frozenset({"CHC"}))


def test_a_forum_that_has_closed_its_meetings_does_not_come_back() -> None:
    closed = place_that_counts(Place("HB", frozenset({"CHC"})), Place("HB"), confirmed=False)
    assert closed == Place("HB")
    assert place_that_counts(closed, Place("HB", frozenset({"CHC"})), confirmed=False) == Place("HB")


def test_two_moves_leave_both_forums_their_open_meetings() -> None:
    said, found = Place("HB", frozenset({"CHC"})), Place("WGN", frozenset({"HB", "CHC", "NEL"}))
    assert place_that_counts(said, found, confirmed=True).closing == {"HB", "CHC"}
