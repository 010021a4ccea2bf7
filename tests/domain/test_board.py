"""What the Board was told, and the drift from it (need B2)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.board import BoardTold, DriftMove, KnownDrift, PartDrift, drift, reconcile
from app.domain.words import DriftState

TOLD = BoardTold("1 Made-up Street", ("Drivers", "Work"), ("no alcohol",))
ADDRESS = PartDrift("address", "1 Made-up Street", "none")
OPEN = KnownDrift(7, 1, "address", "none", DriftState.OPEN)


def test_a_plan_that_is_as_told_has_not_drifted_whatever_the_order() -> None:
    assert drift(TOLD, BoardTold("1  Made-up Street ", ("Work", "Drivers"), ("no alcohol", " "))) == ()


def test_each_part_that_changed_is_told_with_old_and_new() -> None:
    found = drift(TOLD, BoardTold("", ("Work",), ("no alcohol", "curfew")))
    assert tuple(part.words for part in found) == (
        "address: 1 Made-up Street → none",
        "programmes: Drivers, Work → Work",
        "conditions: no alcohol → curfew, no alcohol",
    )


def test_a_difference_is_raised_once() -> None:
    assert reconcile(1, [ADDRESS], []) == (DriftMove(None, DriftState.OPEN, ADDRESS),)
    assert reconcile(1, [ADDRESS], [OPEN]) == ()


def test_a_further_change_updates_it_and_a_change_back_settles_it() -> None:
    further = ADDRESS._replace(now="2 Made-up Street")
    assert reconcile(1, [further], [OPEN]) == (DriftMove(7, DriftState.OPEN, further),)
    assert reconcile(1, [], [OPEN]) == (DriftMove(7, DriftState.BACK, None),)


def test_a_new_telling_settles_what_the_one_before_left_open() -> None:
    assert reconcile(2, [], [OPEN]) == (DriftMove(7, DriftState.TOLD, None),)


def test_a_withdrawn_difference_is_raised_again_only_when_the_plan_says_something_else() -> None:
    withdrawn = OPEN._replace(state=DriftState.WITHDRAWN)
    further = ADDRESS._replace(now="2 Made-up Street")
    assert reconcile(1, [ADDRESS], [withdrawn]) == ()
    assert reconcile(1, [further], [withdrawn]) == (
        DriftMove(7, DriftState.LAPSED, None),
        DriftMove(None, DriftState.OPEN, further),
    )
    assert reconcile(1, [], [withdrawn]) == (DriftMove(7, DriftState.BACK, None),)


@given(st.lists(st.sampled_from(["a", "b", "c", "told anew", "withdrawn"]), max_size=12))
def test_whatever_happens_one_drift_is_open_exactly_while_the_plan_differs(acts: list[str]) -> None:
    """The register's part is played by a list: what is open or withdrawn, as `db/drifts.py` reads it."""
    telling, now = 1, "a"
    told = "a"
    known: dict[int, KnownDrift] = {}
    for act in acts:
        if act == "told anew":
            telling, told = telling + 1, now
        elif act == "withdrawn":
            known = {n: row._replace(state=DriftState.WITHDRAWN) for n, row in known.items()}
        else:
            now = act
        parts = drift(BoardTold(told), BoardTold(now))
        for move in reconcile(telling, parts, known.values()):
            if move.part is None:
                del known[move.known or 0]
            else:
                number = move.known or len(acts) + max(known, default=0) + 1
                known[number] = KnownDrift(number, telling, "address", move.part.now, move.state)
        told_of = [row.now for row in known.values() if row.state is DriftState.OPEN]
        excused = [
            row.now for row in known.values() if row.state is DriftState.WITHDRAWN and row.told_id == telling
        ]
        assert len(known) <= 1 or telling > 1
        assert told_of == ([now] if now != told and not excused else [])
