"""Somebody with own tools takes the key of a restricted case from another: it is given back, or told (need A4).

Nobody can be kept from destroying what they can write. What must not be is that it stays unseen, or that a holder who
lost the key in this way has none to give it back.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.words import Role
from app.usecases import restricted
from db.case_keys import CASES
from tests.fixtures import at_table
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import opens, own_tools, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say

WRAP = f"compartment_id IN (SELECT id FROM compartments WHERE kind = '{CASES}') AND user_id = '{{them}}'"
SHADOW = (
    "INSERT INTO compartment_keys SELECT 77, compartment_id, user_id, public_unwrap, zeroblob(200), seq "
    f"FROM compartment_keys WHERE {WRAP}"
)
SPOILT = {
    "written over": f"UPDATE compartment_keys SET sealed = zeroblob(200) WHERE {WRAP}",
    "taken out": f"DELETE FROM compartment_keys WHERE {WRAP}",
    "given to another": f"UPDATE compartment_keys SET user_id = 'recovery' WHERE {WRAP}",
    "another beside it": SHADOW,
}


@pytest.mark.parametrize("sql", SPOILT.values(), ids=SPOILT.keys())
def test_a_wrap_that_somebody_spoilt_is_given_anew_by_the_next_holder_who_saves(
    sql: str, tmp_path: Path
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.MEMBER)
    assert opens(ring(other), admin)
    sign_with_own_tools(member, sql.format(them=other.opened.keys.user_id), "name_readers")
    assert not opens(ring(other), admin)
    say(admin, PLAIN, "nothing to do with it")
    assert opens(ring(other), admin)
    before = pairs(admin)
    say(admin, PLAIN, "nothing to do with it")
    assert pairs(admin) == before, "and once is enough"


def test_a_wrong_wrap_that_lay_ready_for_somebody_keeps_no_key_from_them(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.MEMBER), at_table.member(admin, Role.MEMBER, "Hine Somebody")
    mine = other.opened.keys
    ready = (
        f"INSERT INTO compartment_keys SELECT 77, max(id), '{mine.user_id}', x'{mine.public_unwrap.hex()}', "
        f"zeroblob(200), 1 FROM compartments WHERE kind = '{CASES}'"
    )
    sign_with_own_tools(member, ready, "name_readers")
    restricted.name_readers(reader, KEPT, [READER, admin.name, other.name])
    assert opens(ring(other), admin)


@pytest.mark.parametrize("how", ["taken out", "given to another"])
def test_a_reader_who_hid_that_they_held_the_key_opens_nothing_once_they_are_taken_off(
    how: str, tmp_path: Path
) -> None:
    """Nobody would be left who holds it and should not, so that no next one had to be made."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    had = ring(member)
    sign_with_own_tools(member, SPOILT[how].format(them=member.opened.keys.user_id), "name_readers")
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    say(admin)
    assert not opens(had, admin)


def pairs(desk: Desk) -> list[int]:
    """The key pairs of restricted cases by number."""
    raw = own_tools(desk)
    rows = raw.execute("SELECT id FROM compartments WHERE kind = ? ORDER BY id", (CASES,)).fetchall()
    raw.close()
    return [number for (number,) in rows]
