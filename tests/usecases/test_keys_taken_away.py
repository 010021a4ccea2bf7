"""Somebody with own tools takes the key of a restricted case from another: it is given back, or told (need A4).

Nobody can be kept from destroying what they can write. What must not be is that it stays unseen, or that a holder who
lost the key in this way has none to give it back.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.names import fold
from app.domain.register import AS_SEALED
from app.domain.words import Role
from app.usecases import people, restricted
from app.usecases import register as forums
from db.case_keys import CASES
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import holders, opens, own_tools, ring, sign_with_own_tools
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


EXCLUDED = (
    "INSERT INTO exclusions (id, case_id, person_id, user_id, name, name_key, reason, from_date, who, seq) "
    "SELECT 77, id, 1, '{them}', '{name}', '{folded}', 'a relative', '2026-11-01', '{them}', 1 FROM cases "
    "WHERE person_id = 1"
)
NO_READER = {
    "taken off": "UPDATE case_readers SET withdrawn_seq = 1 WHERE user_id = '{them}'",
    "row taken out": "DELETE FROM case_readers WHERE user_id = '{them}'",
}


def told(desk: Desk) -> str:
    """What the check of a register says of who signed what, which is no fault."""
    row = next(row for row in forums.check_register(desk) if row.check == AS_SEALED)
    assert row.ok
    return row.sentence


@pytest.mark.parametrize("forum", ["CHC", "HB"])
def test_an_exclusion_by_the_signature_of_who_may_not_takes_no_key_and_is_told(
    forum: str, tmp_path: Path
) -> None:
    """A member here, or a chair of another forum."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    them = at_table.member(admin, Role.MEMBER if forum == "CHC" else Role.CHAIR, "Hine Somebody", forum)
    words = EXCLUDED.format(them=other.opened.keys.user_id, name=other.name, folded=fold(other.name))
    sign_with_own_tools(them, words, "exclude_person")
    say(admin, PLAIN, "nothing to do with it")
    assert other.name in holders(admin)
    assert f"row 77 of the table exclusions (entry {last_entry(admin) - 1}) keeps {other.name}" in told(admin)
    restricted.end_exclusion(reader, KEPT, other.name, "nobody said so")
    say(admin, PLAIN, "nothing to do with it")
    assert other.name in holders(admin)
    assert not told(admin)


@pytest.mark.parametrize("sql", NO_READER.values(), ids=NO_READER.keys())
def test_a_reader_whom_somebody_takes_off_who_may_not_keeps_the_key_until_the_readers_are_named(
    sql: str, tmp_path: Path
) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    them = at_table.member(admin, Role.MEMBER, "Hine Somebody")
    sign_with_own_tools(them, sql.format(them=member.opened.keys.user_id), "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    assert member.name in holders(admin)
    assert "name its readers anew" in told(admin)
    assert member.name in told(admin)
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert member.name not in holders(admin), "who names them says who reads"
    say(admin, PLAIN, "nothing to do with it")
    assert member.name not in holders(admin)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    assert opens(ring(member), admin)


def test_a_reader_who_takes_their_own_name_out_does_not_keep_the_key_by_it(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    words = NO_READER["row taken out"].format(them=member.opened.keys.user_id)
    sign_with_own_tools(member, words, "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    assert not opens(ring(member), admin)


def test_whose_role_was_taken_out_keeps_the_key_until_another_is_given(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.MEMBER)
    gone = f"DELETE FROM roles WHERE user_id = '{other.opened.keys.user_id}'"
    sign_with_own_tools(member, gone, "revoke_person")
    say(admin, PLAIN, "nothing to do with it")
    assert other.name in holders(admin)
    assert f"gave {other.name} a role and was taken away: give the role anew" in told(admin)
    people.approve_proposal(reader, people.propose_role(admin, other.name, Role.MEMBER, "CHC"))
    assert other.name not in holders(admin), "what is given now is what counts"
    assert not told(admin)
    people.approve_proposal(reader, people.propose_role(admin, other.name, Role.ADMINISTRATOR, "CHC"))
    assert opens(ring(other), admin)


def test_an_administrator_who_takes_their_own_role_out_does_not_keep_the_key_by_it(tmp_path: Path) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    sign_with_own_tools(
        other, f"DELETE FROM roles WHERE user_id = '{other.opened.keys.user_id}'", "revoke_person"
    )
    say(admin, PLAIN, "nothing to do with it")
    assert other.name not in holders(admin)
    assert "give the role anew" in told(admin)


def test_a_key_that_does_not_open_is_told_to_whose_it_is_and_comes_back_when_the_readers_are_named(
    tmp_path: Path,
) -> None:
    """A holder laid a wrong one ready for somebody: nobody but they can try it."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    mine = other.opened.keys.user_id
    wrong = f"UPDATE compartment_keys SET sealed = zeroblob(200) WHERE {WRAP.format(them=mine)}"
    sign_with_own_tools(kept.come_in(admin, Role.CHAIR), wrong, "name_readers")
    assert "sealed to you, and does not open" in told(other)
    assert f"sealed to {other.name}, and is not as a holder left it" in told(admin)
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert opens(ring(other), admin)
    assert not told(other)


def last_entry(desk: Desk) -> int:
    raw = own_tools(desk)
    [(last,)] = raw.execute("SELECT max(seq) FROM trail").fetchall()
    raw.close()
    return int(last)


@pytest.mark.parametrize("role", kept.STRANGERS)
def test_what_was_done_by_the_program_is_told_to_nobody(role: Role, tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.exclude_person(reader, KEPT, "Stranger Chair", "an aunt of theirs")
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert not told(kept.come_in(admin, role))


def test_who_should_hold_the_key_no_more_is_told_to_its_readers_until_one_of_them_saves(
    tmp_path: Path,
) -> None:
    """A deputy's last day passes without anybody doing anything."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    deputy = kept.come_in(admin, Role.MEMBER)
    people.accept_office(
        deputy, people.hand_over(reader, deputy.name, "CHC", to_date=desks.START.date() + timedelta(days=4))
    )
    assert not told(admin)
    later = desks.Clock(desks.START + timedelta(days=9))
    then = desks.sit(admin.folder, clock=later)
    assert f"With own tools {deputy.name} could still read" in told(then)
    assert not told(kept.come_in(admin, Role.CHAIR, later)), "whose saving would be none of a reader's"
    say(then, PLAIN, "nothing to do with it")
    assert not told(then)
    assert not opens(ring(deputy), admin)
