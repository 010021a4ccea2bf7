"""A wrap that somebody writes beside the true ones, so that the next key is sealed to a half of theirs (needs A4, D3).

A wrap says two things that nobody may take from it who cannot tell who gave it: that somebody holds the key, and which
public half is theirs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.names import fold
from app.domain.words import Role
from app.usecases import cases, people, restricted
from db.case_keys import CASES
from tests.fixtures import at_table
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import holders, opens, own_tools, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say
from tests.usecases.test_keys_taken_away import EXCLUDED, told

NEWEST = f"(SELECT max(id) FROM compartments WHERE kind = '{CASES}')"
PUT = f"INSERT INTO compartment_keys SELECT {{row}}, {NEWEST}, '{{them}}', x'{{half}}', zeroblob(200), 1"
PUT_OVER = (
    "UPDATE compartment_keys SET public_unwrap = x'{half}', sealed = zeroblob(200) "
    f"WHERE user_id = '{{them}}' AND compartment_id = {NEWEST}"
)
ALTERED = {
    "another's name": "UPDATE exclusions SET user_id = NULL, name = 'Another', name_key = 'another'",
    "ended": "UPDATE exclusions SET ended_seq = 1",
    "taken out": "DELETE FROM exclusions",
}
RENAMED = "UPDATE users SET name = 'Somebody Else' WHERE user_id = '{them}'"


@pytest.mark.parametrize("sql", [PUT, PUT_OVER], ids=["beside it", "over it"])
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_a_half_put_on_the_wrap_of_whose_row_somebody_changed_gets_no_key(
    sql: str, first: bool, tmp_path: Path
) -> None:
    """Whose row was changed keeps the key by the half of their wrap: it must be the one that a holder gave."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.MEMBER)
    them, half = other.opened.keys.user_id, member.opened.keys.public_unwrap.hex()
    rows = [sql.format(row=77, them=them, half=half), RENAMED.format(them=them)]
    for each in rows if first else reversed(rows):
        sign_with_own_tools(member, each, "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    assert not truly_given(admin, member)


def truly_given(admin: Desk, to: Desk) -> bool:
    """Whether anything but the zeros of these tests is sealed to somebody's half, under whatever name."""
    raw = own_tools(admin)
    wraps = "SELECT sealed FROM compartment_keys WHERE public_unwrap = ?"
    rows = raw.execute(wraps, (to.opened.keys.public_unwrap,)).fetchall()
    raw.close()
    return any(any(sealed) for (sealed,) in rows)


def test_an_administrator_whose_row_alone_was_changed_keeps_the_key(tmp_path: Path) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.MEMBER)
    sign_with_own_tools(member, RENAMED.format(them=other.opened.keys.user_id), "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert opens(ring(other), admin)


@pytest.mark.parametrize("together", [True, False])
def test_an_excluded_chair_who_writes_that_they_hold_the_key_does_not_get_it_by_ending_that(
    together: bool, tmp_path: Path
) -> None:
    """Whoever rightly ends an exclusion holds the key: by a wrap that a holder gave them."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    mine = chair.opened.keys
    rows = [
        PUT.format(row=77, them=mine.user_id, half=mine.public_unwrap.hex()),
        "UPDATE exclusions SET user_id = NULL, name = 'Another', name_key = 'another'",
    ]
    for each in [rows] if together else rows:
        sign_with_own_tools(chair, each, "end_exclusion")
    say(admin, PLAIN, "nothing to do with it")
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert not opens(ring(chair), admin)
    say(admin, PLAIN, "nothing to do with it")
    assert not opens(ring(chair), admin)


@pytest.mark.parametrize("sql", ALTERED.values(), ids=ALTERED.keys())
def test_an_exclusion_that_its_subject_altered_gives_no_key_when_the_case_is_lifted_and_restricted_again(
    sql: str, tmp_path: Path
) -> None:
    """Lifting opens every text, so that whoever lifts signs the altered row as well."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    sign_with_own_tools(chair, sql, "end_exclusion")
    for _time in range(2):
        restricted.lift_restriction(reader, KEPT, "the trial is over")
        restricted.restrict_case(reader, KEPT, [READER, admin.name], "staff relative")
        say(admin, PLAIN, "nothing to do with it")
        say(admin)
        assert chair.name not in holders(admin)
        assert not opens(ring(chair), admin)
        assert opens(ring(reader), admin)


@pytest.mark.parametrize("who", ["who lifted it", "who ended another's exclusion"])
def test_a_chair_who_held_the_key_when_a_case_was_lifted_holds_it_when_it_is_restricted_again(
    who: str, tmp_path: Path
) -> None:
    """Their name stands under an exclusion that another made, and it is not they who were excluded."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair, other = kept.come_in(admin, Role.CHAIR), at_table.member(admin, Role.CHAIR, "Hine Second")
    restricted.name_readers(reader, KEPT, [READER, other.name, admin.name])
    makes, ends = (other, reader) if who == "who lifted it" else (reader, other)
    restricted.exclude_person(makes, KEPT, chair.name, "a relative")
    if ends is other:
        restricted.end_exclusion(other, KEPT, chair.name, "it was somebody else")
    restricted.lift_restriction(reader, KEPT, "the trial is over")
    restricted.restrict_case(reader, KEPT, [READER, admin.name], "staff relative")
    say(admin)
    assert opens(ring(reader), admin)
    assert opens(ring(other), admin)
    assert opens(ring(chair), admin) == (ends is other)


def test_a_chair_who_ended_an_exclusion_from_an_ordinary_case_holds_its_key_once_it_is_restricted(
    tmp_path: Path,
) -> None:
    """Nobody held a key of the case when that was done, and nobody could sign with one."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair, other = kept.come_in(admin, Role.CHAIR), at_table.member(admin, Role.CHAIR, "Hine Second")
    say(admin, PLAIN, "Weka-said-here")
    restricted.exclude_person(reader, PLAIN, chair.name, "a relative")
    restricted.end_exclusion(other, PLAIN, chair.name, "it was somebody else")
    restricted.restrict_case(reader, PLAIN, [READER, other.name, chair.name], "staff relative")
    for each in (reader, other, chair):
        assert "Weka-said-here" in repr(cases.show_case(each, PLAIN))
    restricted.name_readers(reader, PLAIN, [READER, chair.name])
    assert "Weka-said-here" in repr(cases.show_case(chair, PLAIN))
    assert other.name in holders(admin)


def test_somebody_who_ended_an_exclusion_that_names_another_now_gets_no_key_once_the_case_is_restricted(
    tmp_path: Path,
) -> None:
    """It may have named themselves when it was made: rows say whom an exclusion is about only as they were made."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    say(admin, PLAIN, "Weka-said-here")
    restricted.exclude_person(reader, PLAIN, chair.name, "a relative")
    renamed = f"UPDATE exclusions SET user_id = '{reader.opened.keys.user_id}', ended_reason = 'over', ended_seq = 1"
    sign_with_own_tools(chair, renamed, "end_exclusion")
    restricted.restrict_case(reader, PLAIN, [READER, chair.name], "staff relative")
    assert "Weka-said-here" not in repr(cases.show_case(chair, PLAIN))


def test_an_exclusion_by_who_may_not_is_told_also_when_the_case_was_sealed_anew(tmp_path: Path) -> None:
    """Each new key seals every text anew, so that its maker's name stands under the row."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    other, member = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.MEMBER)
    words = EXCLUDED.format(them=other.opened.keys.user_id, name=other.name, folded=fold(other.name))
    sign_with_own_tools(member, words, "exclude_person")
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    restricted.name_readers(reader, KEPT, [READER])
    assert other.name in holders(admin)
    assert f"keeps {other.name}" in told(admin)


def test_an_administrator_who_sealed_a_case_anew_holds_its_key_when_they_come_back_to_their_office(
    tmp_path: Path,
) -> None:
    """Their name stands under an exclusion that another made and that they never changed."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    other, chair = kept.come_in(admin, Role.ADMINISTRATOR), kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    spoil = (
        f"UPDATE compartment_keys SET sealed = zeroblob(200) WHERE user_id = '{reader.opened.keys.user_id}'"
    )
    sign_with_own_tools(
        kept.come_in(admin, Role.MEMBER), f"{spoil} AND compartment_id = {NEWEST}", "name_readers"
    )
    say(other, PLAIN, "nothing to do with it")
    assert opens(ring(reader), admin)
    for role in (Role.MEMBER, Role.ADMINISTRATOR):
        people.approve_proposal(reader, people.propose_role(admin, other.name, role, "CHC"))
    assert opens(ring(other), admin)


def test_a_member_who_writes_a_role_and_a_wrap_of_their_own_gets_no_key_when_the_next_is_made(
    tmp_path: Path,
) -> None:
    """By rows they hold what they should hold, so that nobody would look who signed them."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    mine = member.opened.keys
    rows = [
        PUT.format(row=77, them=mine.user_id, half=mine.public_unwrap.hex()),
        f"UPDATE roles SET role = 'administrator' WHERE user_id = '{mine.user_id}'",
    ]
    sign_with_own_tools(member, rows, "approve_person")
    say(admin, PLAIN, "nothing to do with it")
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert not opens(ring(member), admin)
    assert not truly_given(admin, member)


def test_a_reader_who_was_taken_off_gets_no_key_by_a_wrap_of_their_own_and_a_row_that_another_takes_away(
    tmp_path: Path,
) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member, liaison = kept.come_in(admin, Role.MEMBER), kept.come_in(admin, Role.POLICE_LIAISON)
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert member.name not in holders(admin)
    mine = member.opened.keys
    sign_with_own_tools(
        member, PUT.format(row=77, them=mine.user_id, half=mine.public_unwrap.hex()), "name_readers"
    )
    gone = f"DELETE FROM case_readers WHERE user_id = '{mine.user_id}'"
    sign_with_own_tools(liaison, gone, "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(member), admin)
