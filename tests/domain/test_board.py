"""What the Board was told, and the drift from it (need B2)."""

from __future__ import annotations

from app.domain.board import BoardTold, drift

TOLD = BoardTold("1 Made-up Street", ("Drivers", "Work"), ("no alcohol",))


def test_a_plan_that_is_as_told_has_not_drifted_whatever_the_order() -> None:
    assert drift(TOLD, BoardTold("1  Made-up Street ", ("Work", "Drivers"), ("no alcohol",))) == ()


def test_each_part_that_changed_is_told_with_old_and_new() -> None:
    assert drift(TOLD, BoardTold("", ("Work",), ("no alcohol", "curfew"))) == (
        "address: 1 Made-up Street → none",
        "programmes: Drivers, Work → Work",
        "conditions: no alcohol → curfew, no alcohol",
    )
