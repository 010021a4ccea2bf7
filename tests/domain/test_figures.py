"""What leaves the forum as figures cannot point at anybody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures import HIDDEN, hide, hide_parts


def test_none_at_all_is_told_and_one_to_four_are_not() -> None:
    assert [hide(count) for count in (0, 1, 4, 5)] == [0, HIDDEN, HIDDEN, 5]


def test_a_single_hidden_part_takes_another_with_it() -> None:
    assert hide_parts({"a": 9, "b": 3, "c": 7}) == {"a": 9, "b": HIDDEN, "c": "hidden"}
    assert hide_parts({"a": 9, "b": 3, "c": 2}) == {"a": 9, "b": HIDDEN, "c": HIDDEN}


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 30), min_size=2))
def test_no_hidden_part_can_be_worked_out_from_the_total(parts: dict[str, int]) -> None:
    shown = hide_parts(parts)
    hidden = [name for name, count in shown.items() if not isinstance(count, int)]
    others = [name for name, count in parts.items() if count]
    assert len(hidden) != 1 or len(others) == 1
    assert all(shown[name] == parts[name] for name in parts if name not in hidden)
