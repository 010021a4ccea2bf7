"""An office that somebody else moved with own tools neither gives a key nor takes one, also where two do it together.

What counts is what the row said when somebody signed it who might (needs A1, A4, D3).
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.words import Role
from app.usecases import people, restricted
from app.usecases import register as forums
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import holders, made_up, opens, own_tools, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say
from tests.usecases.test_keys_taken_away import told
from tests.usecases.test_sources import TEXT, opened, opens_with_kept, sealed
from tests.usecases.test_sources import kept_by as sources_of
from tests.usecases.test_sources import say as say_of_one

LAST = desks.START.date() + timedelta(days=4)
AFTER = desks.START + timedelta(days=9)
MOVED = {
    "no last day": "UPDATE roles SET to_date = NULL WHERE role = 'chair' AND user_id = '{them}'",
    "a later day": "UPDATE roles SET to_date = '2027-11-30' WHERE role = 'chair' AND user_id = '{them}'",
    "another role": "UPDATE roles SET role = 'administrator', to_date = NULL "
    "WHERE role = 'chair' AND user_id = '{them}'",
    "taken out": "DELETE FROM roles WHERE role = 'chair' AND user_id = '{them}'",
}


def a_deputy(folder: Path) -> tuple[Desk, Desk, Desk, Desk]:
    """Administrator, reader, a deputy for some days who holds the key, and a member."""
    admin, reader = kept.restricted_register(folder)
    deputy, member = kept.come_in(admin, Role.MEMBER), at_table.member(admin, Role.MEMBER, "Hine Somebody")
    people.accept_office(deputy, people.hand_over(reader, deputy.name, "CHC", to_date=LAST))
    assert opens(ring(deputy), admin)
    return admin, reader, deputy, member


@pytest.mark.parametrize("sql", MOVED.values(), ids=MOVED.keys())
def test_a_last_day_that_somebody_else_moved_gives_no_key_after_it(sql: str, tmp_path: Path) -> None:
    admin, _reader, deputy, member = a_deputy(tmp_path / "register")
    sign_with_own_tools(member, sql.format(them=deputy.opened.keys.user_id), "hand_over")
    say(admin, PLAIN, "nothing to do with it")
    assert opens(ring(deputy), admin), "nor is it taken before"
    then = desks.sit(admin.folder, clock=desks.Clock(AFTER))
    say(then, PLAIN, "nothing to do with it")
    assert deputy.name not in holders(then)
    assert "give the role" in told(then)
    say(then)
    assert not opens(ring(deputy), then)


def test_a_last_day_moved_together_with_the_row_of_the_person_gives_no_key_after_it_either(
    tmp_path: Path,
) -> None:
    """Whose own row somebody changed keeps the key by what they hold: while their office lasts."""
    admin, _reader, deputy, member = a_deputy(tmp_path / "register")
    them = deputy.opened.keys.user_id
    renamed = f"UPDATE users SET name = 'Somebody Else' WHERE user_id = '{them}'"
    sign_with_own_tools(member, [MOVED["no last day"].format(them=them), renamed], "hand_over")
    say(admin, PLAIN, "nothing to do with it")
    assert opens(ring(deputy), admin)
    then = desks.sit(admin.folder, clock=desks.Clock(AFTER))
    say(then)
    assert not opens(ring(deputy), then)


def test_a_last_day_that_a_chair_moved_by_the_program_holds(tmp_path: Path) -> None:
    admin, reader, deputy, _member = a_deputy(tmp_path / "register")
    longer = people.propose_role(
        admin, deputy.name, Role.CHAIR, "CHC", to_date=AFTER.date() + timedelta(days=9)
    )
    people.approve_proposal(reader, longer)
    then = desks.sit(admin.folder, clock=desks.Clock(AFTER))
    say(then)
    assert opens(ring(deputy), then)
    assert not told(then)


@pytest.mark.parametrize("sql", MOVED.values(), ids=MOVED.keys())
def test_a_moved_office_is_told_until_the_role_is_given_anew_and_no_longer(sql: str, tmp_path: Path) -> None:
    admin, reader, deputy, member = a_deputy(tmp_path / "register")
    sign_with_own_tools(member, sql.format(them=deputy.opened.keys.user_id), "hand_over")
    assert told(admin)
    people.approve_proposal(reader, people.propose_role(admin, deputy.name, Role.MEMBER, "CHC"))
    say(admin, PLAIN, "the next key is made")
    assert not told(reader)


def test_a_row_that_still_gives_a_role_by_the_program_is_told_though_another_was_given(
    tmp_path: Path,
) -> None:
    """What stands in another forum than the role that is given anew is not ended by it."""
    admin, reader, deputy, member = a_deputy(tmp_path / "register")
    them = deputy.opened.keys.user_id
    elsewhere = f"UPDATE roles SET forum = 'HB' WHERE role = 'chair' AND user_id = '{them}'"
    sign_with_own_tools(member, elsewhere, "hand_over")
    people.approve_proposal(reader, people.propose_role(admin, deputy.name, Role.MEMBER, "CHC"))
    assert "last signed by somebody who may not" in told(reader)


def test_somebody_made_up_is_told_until_their_access_is_ended_and_no_longer(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    _keys, rows = made_up(member)
    sign_with_own_tools(member, rows, "approve_person")
    assert "users 1, roles 1" in told(admin)
    people.revoke_person(reader, "Nobody Atall", "nobody let them in")
    assert admin.renew_key()
    assert not told(admin)


def test_whom_a_chair_let_in_loses_nothing_when_somebody_changes_the_chairs_role(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair, member = kept.come_in(admin, Role.CHAIR), kept.come_in(admin, Role.MEMBER)
    sql = f"UPDATE roles SET role = 'member' WHERE user_id = '{reader.opened.keys.user_id}'"
    sign_with_own_tools(member, sql, "approve_person")
    before = holders(admin)
    restricted.name_readers(admin, KEPT, [READER, admin.name, chair.name])
    assert holders(admin) == before
    assert opens(ring(chair), admin)


def test_whoever_ended_an_office_has_ended_it_also_when_their_own_is_changed_afterwards(
    tmp_path: Path,
) -> None:
    """Else two could bring back what a third one has lost."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    once, member = kept.come_in(admin, Role.CHAIR), kept.come_in(admin, Role.MEMBER)
    people.approve_proposal(reader, people.propose_role(admin, once.name, Role.MEMBER, "CHC"))
    them = once.opened.keys.user_id
    for sql in (
        f"UPDATE roles SET to_date = '2020-01-01' WHERE user_id = '{reader.opened.keys.user_id}'",
        f"UPDATE roles SET to_date = NULL WHERE role = 'chair' AND user_id = '{them}'",
        f"DELETE FROM roles WHERE role = 'member' AND user_id = '{them}'",
    ):
        sign_with_own_tools(member, sql, "approve_person")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(once), admin)
    _keys, rows = made_up(once)
    sign_with_own_tools(once, rows, "approve_person")
    say(admin)
    assert "Nobody Atall" not in holders(admin)


def test_an_office_that_another_forums_chair_moves_into_their_own_is_where_it_was(tmp_path: Path) -> None:
    """There they might give one: what the program does to a row of an office is to end it."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other, there = (
        kept.come_in(admin, Role.ADMINISTRATOR),
        at_table.member(admin, Role.CHAIR, "Hine Hawkesbay", "HB"),
    )
    sql = f"UPDATE roles SET forum = 'HB' WHERE user_id = '{other.opened.keys.user_id}'"
    sign_with_own_tools(there, sql, "approve_person")
    say(admin, PLAIN, "nothing to do with it")
    assert opens(ring(other), admin)
    assert "last signed by somebody who may not" in told(admin)


@pytest.fixture
def desk(register: Path) -> Desk:
    """The administrator, and a case with one statement of Probation."""
    desk = at_table.sit_down(register)
    say_of_one(desk)
    return desk


TAKEN = {
    "taken out": "DELETE FROM roles WHERE user_id = '{them}'",
    "ended": "UPDATE roles SET to_date = '2020-01-01' WHERE user_id = '{them}'",
    "another role": "UPDATE roles SET role = 'member' WHERE user_id = '{them}'",
    "another forum": "UPDATE roles SET forum = 'HB' WHERE user_id = '{them}'",
    "renamed": "UPDATE users SET name = 'Somebody Else' WHERE user_id = '{them}'",
}


@pytest.mark.parametrize("sql", TAKEN.values(), ids=TAKEN.keys())
def test_a_chair_whose_rows_somebody_changed_opens_the_next_source(desk: Desk, sql: str) -> None:
    them, member = at_table.member(desk, Role.CHAIR, "Hana Rei"), at_table.member(desk)
    sealed(desk)
    sign_with_own_tools(member, sql.format(them=them.opened.keys.user_id), "revoke_person")
    number = sealed(desk)
    assert opens_with_kept(desk, number, sources_of(them))
    assert opened(at_table.chair(desk), number) == TEXT
    sentence = " ".join(row.sentence for row in forums.check_register(desk))
    assert "and was taken away" in sentence or "last signed by somebody who may not" in sentence


@pytest.mark.parametrize("sql", MOVED.values(), ids=MOVED.keys())
def test_a_deputy_whose_last_day_somebody_moved_opens_no_source_sealed_after_it(
    register: Path, sql: str
) -> None:
    clock = desks.Clock()
    desk = at_table.sit_down(register)
    say_of_one(desk)
    deputy, member = at_table.member(desk, Role.MEMBER, "Hana Rei"), at_table.member(desk)
    people.accept_office(deputy, people.hand_over(at_table.chair(desk), deputy.name, "CHC", to_date=LAST))
    sealed(desk)
    sign_with_own_tools(member, sql.format(them=deputy.opened.keys.user_id), "hand_over")
    number, had = sealed(desk), sources_of(deputy)
    assert opens_with_kept(desk, number, had)
    clock.go_to(AFTER)
    later = desks.sit(register, clock=clock)
    assert not opens_with_kept(later, sealed(later), had)


def made_the_newest_pair(desk: Desk, member: Desk) -> tuple[Desk, str]:
    """A chair who made the newest pair of the sources, and the number of a source that was sealed to it."""
    them = at_table.member(desk, Role.CHAIR, "Hana Rei")
    at_table.member(desk, Role.CHAIR, "Hine Leaver")
    people.revoke_person(them, "Hine Leaver", "left the service")
    assert desk.renew_key()
    assert member.renew_key()
    number = sealed(desk)
    assert opened(them, number) == TEXT
    return them, number


RENAMED = "UPDATE users SET name = 'Somebody Else' WHERE user_id = '{them}'"


def test_a_chair_who_made_the_newest_pair_and_whose_row_somebody_changed_opens_the_next_source(
    desk: Desk,
) -> None:
    """Their pair counts no more, so that a new one is made; by an older one that counts, it is sealed to them too."""
    member = at_table.member(desk)
    them, first = made_the_newest_pair(desk, member)
    sign_with_own_tools(member, RENAMED.format(them=them.opened.keys.user_id), "revoke_person")
    numbers = first, sealed(desk), sealed(desk)
    assert [opened(at_table.chair(desk), each) for each in numbers] == [TEXT] * 3
    assert all(opens_with_kept(desk, each, sources_of(them)) for each in numbers)
    assert "end the access" in " ".join(row.sentence for row in forums.check_register(desk))


OLDEST = "(SELECT min(id) FROM compartments WHERE kind = 'sources' AND subject = 'CHC')"
HALVES = {
    "beside": "INSERT INTO compartment_keys (compartment_id, user_id, public_unwrap, sealed, seq) "
    f"VALUES ({OLDEST}, '{{them}}', x'{{half}}', x'00', 1)",
    "over": "UPDATE compartment_keys SET public_unwrap = x'{half}' WHERE user_id = '{them}' "
    f"AND compartment_id = {OLDEST}",
}


@pytest.mark.parametrize("sql", HALVES.values(), ids=HALVES.keys())
def test_a_half_that_somebody_put_into_an_older_pair_is_not_that_of_the_chair_whose_row_they_changed(
    desk: Desk, sql: str
) -> None:
    member = at_table.member(desk)
    them, _first = made_the_newest_pair(desk, member)
    who, half = them.opened.keys.user_id, member.opened.keys.public_unwrap
    rows = [sql.format(them=who, half=half.hex()), RENAMED.format(them=who)]
    sign_with_own_tools(member, rows, "revoke_person")
    number = sealed(desk)
    raw = own_tools(desk)
    newest = (
        "SELECT public_unwrap FROM compartment_keys WHERE compartment_id = (SELECT max(id) FROM compartments)"
    )
    given = {row[0] for row in raw.execute(newest).fetchall()}
    raw.close()
    assert given
    assert half not in given
    assert opened(at_table.chair(desk), number) == TEXT
