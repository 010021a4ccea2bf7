"""The check of a whole register lets others save between its steps, and finds what it would find in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.register import DamagedRegister
from app.domain.words import Role
from app.usecases import register as forums
from db import connect
from tests.fixtures import desks


def test_somebody_saves_between_two_steps_of_the_check(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, other = desks.sit(register), desks.sit(register, Role.CHAIR)
    saved: list[int] = []

    def somebody_saves(_connection: Any) -> list[str]:
        saved.append(len(forums.list_forums(other)))  # a look is entered in the trail
        return []

    steps = [step for each in connect.INTEGRITY for step in (each, somebody_saves)]
    monkeypatch.setattr(connect, "INTEGRITY", tuple(steps))
    assert all(row.ok for row in forums.check_register(desk))
    assert saved == [2, 2, 2]


@pytest.mark.parametrize("stretch", [1, 2, 1000])
def test_an_entry_that_does_not_hold_is_found_in_whichever_stretch_it_stands(
    register: Path, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(forums, "STRETCH", stretch)
    desk = desks.sit(register)
    for _ in range(4):
        forums.list_forums(desk)
    seen = desk.seen
    forums.list_forums(desk)
    assert all(row.ok for row in forums.check_register(desk, checked=seen))
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as other:
        other.exec_driver_sql("DROP TRIGGER trail_no_update")
        other.exec_driver_sql("UPDATE trail SET body = '{}' WHERE seq = 5")
    with pytest.raises(DamagedRegister) as found:
        forums.check_register(desk, checked=seen)
    assert "Entry 5 does not hold" in " ".join(row.sentence for row in found.value.rows)
