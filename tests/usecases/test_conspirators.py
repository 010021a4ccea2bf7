"""Two who hold no key and may give none write rows about each other: neither gets a key by it (need A4).

What a row says counts by who signed it, and not by that it was somebody else than whom it is about.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.words import Role
from app.usecases import restricted
from tests.fixtures import at_table
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import holders, opens, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say
from tests.usecases.test_keys_taken_away import told

NAMED = "INSERT INTO case_readers VALUES (77, 1, '{them}', 1, NULL)"


@pytest.mark.parametrize(("role", "forum"), [(Role.MEMBER, "CHC"), (Role.AUDITOR, "CHC"), (Role.CHAIR, "HB")])
def test_whom_somebody_names_a_reader_who_runs_nothing_here_gets_no_key(
    role: Role, forum: str, tmp_path: Path
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    member, them = kept.come_in(admin, Role.MEMBER), at_table.member(admin, role, "Hine Somebody", forum)
    sign_with_own_tools(them, NAMED.format(them=member.opened.keys.user_id), "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(member), admin)
    assert "case_readers 1" in told(admin)


def test_a_reader_who_was_taken_off_is_none_again_when_another_takes_that_back(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member, them = kept.come_in(admin, Role.MEMBER), at_table.member(admin, Role.MEMBER, "Hine Somebody")
    restricted.name_readers(reader, KEPT, [READER, admin.name, member.name])
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    back = f"UPDATE case_readers SET withdrawn_seq = NULL WHERE user_id = '{member.opened.keys.user_id}'"
    sign_with_own_tools(them, back, "name_readers")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(member), admin)


def test_readers_whom_an_administrator_named_read_and_go_on_reading(tmp_path: Path) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(admin, KEPT, [READER, admin.name, member.name])
    say(admin)
    assert opens(ring(member), admin)
    assert not told(admin)


ENDED = {
    "ended": "UPDATE exclusions SET ended_seq = 1, ended_reason = 'x'",
    "of another": "UPDATE exclusions SET user_id = NULL, name = 'Another', name_key = 'another'",
    "over by its days": "UPDATE exclusions SET from_date = '2020-01-01', to_date = '2020-01-02'",
    "taken out": "DELETE FROM exclusions",
}


@pytest.mark.parametrize("sql", ENDED.values(), ids=ENDED.keys())
def test_an_excluded_chair_gets_no_key_when_somebody_takes_that_away_for_them(
    sql: str, tmp_path: Path
) -> None:
    admin, reader, chair = an_excluded_chair(tmp_path / "register")
    them = at_table.member(admin, Role.MEMBER, "Hine Somebody")
    sign_with_own_tools(them, sql.format(them=them.opened.keys.user_id), "end_exclusion")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert chair.name not in holders(admin)
    assert not opens(ring(chair), admin)
    assert "kept somebody from a case" in told(admin)
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    say(admin)
    assert chair.name in holders(admin), "whoever names the readers anew leaves it so"


def an_excluded_chair(folder: Path) -> tuple[Desk, Desk, Desk]:
    """Administrator, reader, and a chair who is kept from the case."""
    admin, reader = kept.restricted_register(folder)
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    say(admin)
    assert chair.name not in holders(admin)
    return admin, reader, chair


def test_an_excluded_chair_whose_exclusion_a_chair_ended_holds_the_key_at_once(tmp_path: Path) -> None:
    admin, reader, chair = an_excluded_chair(tmp_path / "register")
    restricted.end_exclusion(reader, KEPT, chair.name, "said of the wrong one")
    assert chair.name in holders(admin)
    assert not told(admin)
