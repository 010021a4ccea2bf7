"""Whose signature makes a holder of a restricted case's key: who had an office there on that day (needs A1, A4)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.desk import Desk
from app.domain.words import Role
from app.usecases import outside, people, restricted
from app.usecases import register as forums
from db import connect
from db.own_gifts import Gifts, own_gifts
from db.person_keys import new_person_keys
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import (
    halves,
    holders,
    made_up,
    opens,
    own_tools,
    ring,
    sign_with_own_tools,
)
from tests.usecases.test_case_seals import say


def gifts(desk: Desk) -> Gifts:
    with connect.engine_for(desk.path, desk.opened.register_key, read_only=True).connect() as connection:
        return own_gifts(connection)


def test_whom_a_chair_of_another_forum_makes_up_here_gets_no_key(tmp_path: Path) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    them = at_table.member(admin, Role.CHAIR, "Hine Hawkesbay", "HB")
    keys, rows = made_up(them)
    before = holders(admin)
    sign_with_own_tools(them, rows, "approve_person")
    say(admin, PLAIN, "nothing to do with it")
    assert keys.public_unwrap not in halves(admin)
    assert holders(admin) == before


def test_whom_somebody_makes_up_who_was_chair_once_gets_no_key(tmp_path: Path) -> None:
    """Also where their clock says that they are it still."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    once = kept.come_in(admin, Role.CHAIR)
    number = people.propose_role(admin, once.name, Role.MEMBER, "CHC")
    people.approve_proposal(reader, number)
    assert once.name not in holders(admin)
    later = desks.Clock(desks.START + timedelta(days=9))
    say(desks.sit(admin.folder, clock=later), PLAIN, "a week later")
    keys, rows = made_up(once)
    sign_with_own_tools(once, rows, "approve_person")
    say(desks.sit(admin.folder, clock=later), PLAIN, "nothing to do with it")
    assert keys.public_unwrap not in halves(admin)


def test_whoever_signs_by_a_key_put_in_the_place_of_a_chairs_lets_nobody_in(tmp_path: Path) -> None:
    """The chair has never signed anything, so that nothing of theirs stops fitting."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    member = kept.come_in(admin, Role.MEMBER)
    theirs = new_person_keys()
    swap = f"UPDATE users SET public_sign = x'{theirs.public_sign.hex()}' WHERE user_id = '{chair.opened.keys.user_id}'"
    sign_with_own_tools(member, swap, "approve_person")
    keys, rows = made_up(chair)
    as_chair = replace(theirs, user_id=chair.opened.keys.user_id)
    sign_with_own_tools(member, rows, "approve_person", keys=as_chair)
    say(admin, PLAIN, "nothing to do with it")
    assert keys.public_unwrap not in halves(admin)


def test_what_another_forums_chair_puts_in_the_place_of_an_administrators_key_gets_nothing(
    tmp_path: Path,
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    them = at_table.member(admin, Role.CHAIR, "Hine Hawkesbay", "HB")
    theirs = new_person_keys()
    sign_with_own_tools(
        them,
        f"UPDATE users SET public_unwrap = x'{theirs.public_unwrap.hex()}' "
        f"WHERE user_id = '{other.opened.keys.user_id}'",
        "approve_person",
    )
    say(admin, PLAIN, "nothing to do with it")
    assert theirs.public_unwrap not in halves(admin)
    assert other.opened.keys.public_unwrap in halves(admin), (
        "nor is the administrator's own taken away for it"
    )


QUIET = {
    "an office ended": "UPDATE roles SET to_date = '2026-11-01' WHERE user_id = '{them}'",
    "a role changed": "UPDATE roles SET role = 'member' WHERE user_id = '{them}'",
    "access ended": "UPDATE users SET revoked_at = '2026-11-01 00:00:00.000000' WHERE user_id = '{them}'",
}


@pytest.mark.parametrize("forum", ["CHC", "HB"])
@pytest.mark.parametrize("sql", QUIET.values(), ids=QUIET.keys())
def test_a_quiet_edit_by_who_may_not_takes_nobodys_key_and_is_told(
    sql: str, forum: str, tmp_path: Path
) -> None:
    """A member here, or a chair of a forum in which the other has no office."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    role = Role.MEMBER if forum == "CHC" else Role.CHAIR
    them = at_table.member(admin, role, "Hine Somebody", forum)
    sign_with_own_tools(them, sql.format(them=other.opened.keys.user_id), "revoke_person")
    say(admin, PLAIN, "nothing to do with it")
    assert other.opened.keys.public_unwrap in halves(admin)
    told = next(row for row in forums.check_register(admin) if row.check == "rows as sealed")
    assert "who may not" in told.sentence
    assert told.ok


def test_a_member_who_was_a_reader_does_not_keep_the_key_by_an_edit_of_their_own_row(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    assert opens(ring(member), admin)
    sign_with_own_tools(
        member, QUIET["an office ended"].format(them=member.opened.keys.user_id), "revoke_person"
    )
    say(admin, PLAIN, "nothing to do with it")
    assert not opens(ring(member), admin)


def test_a_reader_does_not_keep_the_key_by_an_edit_of_who_let_them_in(tmp_path: Path) -> None:
    """They make the chair count for nothing who let them in, and another one takes them off the readers."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    member, chair = kept.come_in(admin, Role.MEMBER), kept.come_in(admin, Role.CHAIR)
    restricted.name_readers(reader, KEPT, [READER, admin.name, chair.name, member.name])
    edit = f"UPDATE users SET approved_by = '' WHERE user_id = '{reader.opened.keys.user_id}'"
    sign_with_own_tools(member, edit, "approve_person")
    before = holders(admin)
    restricted.name_readers(chair, KEPT, [READER, admin.name, chair.name])
    assert holders(admin) == before - {member.name}


@pytest.mark.parametrize("later", [False, True])
def test_an_office_that_a_chair_accepted_as_found_gives_no_key(later: bool, tmp_path: Path) -> None:
    """What stands may stand; who gets a key is said by giving the role."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    raw = own_tools(member)
    raw.execute(f"UPDATE roles SET role = 'administrator' WHERE user_id = '{member.opened.keys.user_id}'")
    raw.close()
    outside.accept_outside(desks.sit(admin.folder, Role.CHAIR), "looks right")
    if later:
        say(admin, PLAIN, "nothing to do with it")
    assert not opens(ring(member), admin)
    number = people.propose_role(admin, member.name, Role.ADMINISTRATOR, "CHC")
    people.approve_proposal(reader, number)
    assert opens(ring(member), admin)


def test_a_seal_put_before_the_first_entry_that_sealed_takes_the_founders_place_from_nobody(
    tmp_path: Path,
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    raw = own_tools(admin)
    raw.execute("INSERT INTO row_seals VALUES ('roles', 99, 0, NULL, x'', x'00')")
    raw.close()
    found = gifts(admin)
    assert not found.roles
    assert not found.users
