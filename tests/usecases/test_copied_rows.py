"""A row that somebody wrote with own tools and the program copies: whoever signs the copy has not said what it says.

New keys after a forgotten passphrase come with the roles and the readers' places of the person; an office that is given
for some days is followed by the one before it (needs A1, A4).
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.errors import Refused
from app.domain.words import Role
from app.usecases import cases, people, restricted
from tests.fixtures import desks
from tests.fixtures import kept_case as kept
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import opens, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say

OWN = {
    "their role": "UPDATE roles SET role = 'administrator' WHERE user_id = '{them}'",
    "a reader's place": "INSERT INTO case_readers VALUES (77, 1, '{them}', 1, NULL)",
}


def forget(by: Desk) -> Desk:
    """The passphrase is forgotten, and two people give new keys; signs in with them."""
    admin = desks.sit(by.folder)
    words = "another kettle on the stove"
    door.request_access(by.folder, by.name, words, None, None, stretcher=CheapStretcher())
    people.propose_reset(admin, by.name)
    people.approve_person(desks.sit(by.folder, Role.CHAIR), by.name)
    return desks.come_in(by.folder, by.name, words)


@pytest.mark.parametrize("sql", OWN.values(), ids=OWN.keys())
def test_new_keys_are_not_given_with_what_somebody_wrote_about_themselves(sql: str, tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    sign_with_own_tools(member, sql.format(them=member.opened.keys.user_id), "approve_person")
    with pytest.raises(Refused, match="own tools"):
        forget(member)
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    say(admin, PLAIN, "nothing to do with it")
    assert not opens(ring(member), admin)


def test_an_excluded_chair_who_altered_that_gets_no_key_with_new_keys_either(tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    altered = "UPDATE exclusions SET user_id = NULL, name = 'Another', name_key = 'another'"
    sign_with_own_tools(chair, altered, "end_exclusion")
    again = forget(chair)
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(again), admin)


def test_an_excluded_chair_who_ends_that_by_new_keys_in_the_name_of_the_old_ones_gets_no_key(
    tmp_path: Path,
) -> None:
    """The exclusion is word for word what was made, and whoever ended it is by number another."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, PLAIN, chair.name, "a relative")
    again = forget(chair)
    put_back = "UPDATE exclusions SET user_id = '{before}', ended_reason = 'over', ended_seq = 1"
    sign_with_own_tools(again, put_back.format(before=chair.opened.keys.user_id), "end_exclusion")
    say(admin, PLAIN, "Weka-said-here")
    restricted.restrict_case(reader, PLAIN, [READER, again.name], "staff relative")
    assert "Weka-said-here" not in repr(cases.show_case(again, PLAIN))


def test_what_follows_an_office_for_some_days_is_not_what_somebody_wrote_about_themselves(
    tmp_path: Path,
) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    sign_with_own_tools(member, OWN["their role"].format(them=member.opened.keys.user_id), "approve_person")
    last = desks.START.date() + timedelta(days=4)
    number = people.propose_role(admin, member.name, Role.POLICE_LIAISON, "CHC", to_date=last)
    with pytest.raises(Refused, match="own tools"):
        people.approve_proposal(reader, number)
    people.decline_proposal(reader, number, "not so")
    people.approve_proposal(reader, people.propose_role(admin, member.name, Role.MEMBER, "CHC"))
    for_days = people.propose_role(admin, member.name, Role.POLICE_LIAISON, "CHC", to_date=last)
    people.approve_proposal(reader, for_days)
    then = desks.sit(admin.folder, clock=desks.Clock(desks.START + timedelta(days=9)))
    say(then)
    say(then, PLAIN, "nothing to do with it")
    assert not opens(ring(member), then)
