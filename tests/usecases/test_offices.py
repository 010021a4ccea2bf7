"""Roles by two people, the chair handed over and taken up, deputies, and a forgotten passphrase."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app import desk as door
from app.domain.errors import NotFound, NotPermitted, Refused, WrongKey
from app.domain.people import role_in, waiting_for
from app.domain.words import Role
from app.usecases import meeting, people, trail
from app.usecases import register as forums
from db import keyfile, keys, person_keys
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.process import done, say

NAME, PASSPHRASE = "Wiremu Pōtiki", "a kettle sings on the stove"
NEW = "another kettle, another stove"


@pytest.fixture
def folder(register: Path) -> Path:
    """A register with a third person, a member of CHC."""
    door.request_access(register, NAME, PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    return register


def _sit(folder: Path, passphrase: str = PASSPHRASE, clock: desks.Clock | None = None) -> door.Desk:
    return door.sign_in(folder, NAME, passphrase, now=clock or desks.Clock(), stretcher=CheapStretcher())


def _role(folder: Path, name: str, forum: str, on: date) -> Role | None:
    rows = people.list_users(desks.sit(folder))
    [row] = [row for row in rows if row.name == name]
    return role_in(row.offices, forum, on)


def test_a_role_is_proposed_by_an_administrator_and_approved_by_a_chair(folder: Path) -> None:
    number = people.propose_role(desks.sit(folder), NAME, Role.ADMINISTRATOR, "CHC")
    assert _role(folder, NAME, "CHC", date(2026, 11, 17)) is Role.MEMBER
    chair = desks.sit(folder, Role.CHAIR)
    [row] = people.list_proposals(chair)
    assert row.sentence == (
        "Wiremu Pōtiki becomes administrator in CHC from 17/11/2026 (proposed by Mere Ashcombe)"
    )
    assert people.approve_proposal(chair, number) == NAME
    assert _role(folder, NAME, "CHC", date(2026, 11, 17)) is Role.ADMINISTRATOR
    with pytest.raises(NotFound):
        people.approve_proposal(chair, number)


def test_nobody_proposes_for_themselves_and_a_chair_proposes_no_role(folder: Path) -> None:
    with pytest.raises(Refused, match="for themselves"):
        people.propose_role(desks.sit(folder), desks.ADMINISTRATOR[0], Role.CHAIR)
    chair = desks.sit(folder, Role.CHAIR)
    with pytest.raises(NotPermitted):
        people.propose_role(chair, NAME, Role.CHAIR)
    with pytest.raises(Refused, match="proposed by an administrator"):
        people.give_role(chair, NAME, Role.CHAIR)
    with pytest.raises(NotPermitted):
        people.approve_proposal(desks.sit(folder), people.propose_role(desks.sit(folder), NAME, Role.CHAIR))


def test_a_chair_does_not_approve_their_own_role(folder: Path) -> None:
    number = people.propose_role(desks.sit(folder), desks.CHAIR[0], Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="cannot approve it"):
        people.approve_proposal(desks.sit(folder, Role.CHAIR), number)


def test_what_is_declined_says_why_and_changes_nothing(folder: Path) -> None:
    number = people.propose_role(desks.sit(folder), NAME, Role.CHAIR, "CHC")
    chair = desks.sit(folder, Role.CHAIR)
    people.decline_proposal(chair, number, "not before March")
    assert people.list_proposals(chair) == ()
    assert _role(folder, NAME, "CHC", date(2026, 11, 17)) is Role.MEMBER
    assert any("not before March" in row.sentence for row in trail.list_trail(chair))


def test_the_chair_is_handed_over_when_the_next_one_accepts(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    number = people.hand_over(chair, NAME, from_date=date(2026, 12, 1))
    assert _role(folder, NAME, "HB", date(2026, 12, 1)) is None
    with pytest.raises(Refused, match="No office was handed over to you"):
        people.accept_office(desks.sit(folder), number)
    people.accept_office(_sit(folder), number)
    assert _role(folder, NAME, "HB", date(2026, 12, 1)) is Role.CHAIR
    assert _role(folder, desks.CHAIR[0], "HB", date(2026, 11, 30)) is Role.CHAIR
    assert _role(folder, desks.CHAIR[0], "HB", date(2026, 12, 1)) is None
    december = desks.Clock(datetime(2026, 12, 2, tzinfo=UTC))
    meeting.schedule_meeting(_sit(folder, clock=december), "HB", date(2027, 1, 13))
    with pytest.raises(NotPermitted):
        meeting.schedule_meeting(desks.sit(folder, Role.CHAIR, december), "HB", date(2027, 1, 14))


def test_a_deputy_is_chair_for_some_days_and_then_what_they_were(folder: Path) -> None:
    number = people.hand_over(
        desks.sit(folder, Role.CHAIR), NAME, "CHC", date(2026, 12, 1), date(2026, 12, 31)
    )
    people.accept_office(_sit(folder), number)
    on = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [_role(folder, NAME, "CHC", day) for day in on] == [
        Role.MEMBER,
        Role.CHAIR,
        Role.CHAIR,
        Role.MEMBER,
    ]
    assert _role(folder, desks.CHAIR[0], "CHC", date(2026, 12, 15)) is Role.CHAIR


def test_whoever_takes_the_chair_of_every_forum_is_chair_where_they_had_another_office(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    people.accept_office(_sit(folder), people.hand_over(chair, NAME, from_date=date(2026, 12, 1)))
    on = [date(2026, 11, 30), date(2026, 12, 1)]
    assert [_role(folder, NAME, "CHC", day) for day in on] == [Role.MEMBER, Role.CHAIR]


def test_a_deputy_in_every_forum_is_what_they_were_again_afterwards(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    days = date(2026, 12, 1), date(2026, 12, 31)
    people.accept_office(_sit(folder), people.hand_over(chair, NAME, None, *days))
    on = [date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [_role(folder, NAME, "CHC", day) for day in on] == [Role.CHAIR, Role.CHAIR, Role.MEMBER]


def test_who_has_access_is_told_without_those_whose_access_ended(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    people.revoke_person(chair, NAME, "left the agency")
    with pytest.raises(NotFound, match="these have: ") as told:
        people.revoke_person(chair, "Nobody Here", "a slip")
    assert desks.ADMINISTRATOR[0] in str(told.value)
    assert NAME not in str(told.value)


def test_a_chair_that_is_handed_to_two_goes_to_the_first_who_accepts(folder: Path) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    first = people.hand_over(chair, NAME, from_date=date(2026, 12, 1))
    second = people.hand_over(chair, desks.ADMINISTRATOR[0], from_date=date(2026, 12, 1))
    people.accept_office(_sit(folder), first)
    with pytest.raises(NotFound):
        people.accept_office(desks.sit(folder), second)


def test_nobody_accepts_a_chair_from_somebody_who_lost_it(folder: Path) -> None:
    deputy = people.hand_over(desks.sit(folder, Role.CHAIR), NAME, "CHC", to_date=date(2026, 12, 31))
    people.accept_office(_sit(folder), deputy)
    onward = people.hand_over(_sit(folder), desks.ADMINISTRATOR[0], "CHC", from_date=date(2027, 2, 1))
    with pytest.raises(Refused, match="not its chair any more"):
        people.accept_office(desks.sit(folder), onward)


def test_what_somebody_proposed_falls_with_their_access(folder: Path) -> None:
    deputy = people.hand_over(desks.sit(folder, Role.CHAIR), NAME, "CHC", to_date=date(2026, 12, 31))
    people.accept_office(_sit(folder), deputy)
    onward = people.hand_over(_sit(folder), desks.ADMINISTRATOR[0], "CHC")
    people.revoke_person(desks.sit(folder, Role.CHAIR), NAME, "left the service")
    with pytest.raises(NotFound):
        people.accept_office(desks.sit(folder), onward)


def test_whoever_asked_for_new_keys_does_not_approve_them(folder: Path) -> None:
    door.request_access(folder, desks.CHAIR[0], NEW, None, None, stretcher=CheapStretcher())
    number = people.propose_reset(desks.sit(folder), desks.CHAIR[0])
    with pytest.raises(Refused, match="gets it cannot approve it"):
        people.approve_proposal(desks.sit(folder, Role.CHAIR), number)


def _gets_new_keys(folder: Path, of: str, by: door.Desk) -> str:
    """They forgot their passphrase: somebody proposes new keys, the chair of every forum gives them."""
    door.request_access(folder, of, NEW, None, None, stretcher=CheapStretcher())
    people.propose_reset(by, of)
    people.approve_person(desks.sit(folder, Role.CHAIR), of)
    return of


@pytest.fixture
def second(folder: Path) -> door.Desk:
    """Another administrator, beside the first."""
    passphrase = "rain on an iron roof"
    door.request_access(
        folder, "Tama Horne", passphrase, Role.ADMINISTRATOR, None, stretcher=CheapStretcher()
    )
    people.approve_person(desks.sit(folder, Role.CHAIR), "Tama Horne")
    return desks.come_in(folder, "Tama Horne", passphrase)


def test_whoever_proposed_a_role_or_keys_does_not_approve_them_with_new_keys_after_a_forgotten_passphrase(
    folder: Path, second: door.Desk
) -> None:
    first = desks.sit(folder)
    number = people.propose_role(first, NAME, Role.ADMINISTRATOR, "CHC")
    door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    reset = people.propose_reset(first, NAME)
    some_days = None, date(2026, 11, 17), date(2026, 12, 31)
    people.accept_office(first, people.hand_over(desks.sit(folder, Role.CHAIR), first.name, *some_days))
    again = desks.come_in(folder, _gets_new_keys(folder, first.name, second), NEW)
    for mine in (number, reset):
        with pytest.raises(Refused, match="Whoever proposed it or gets it cannot approve it"):
            people.approve_proposal(again, mine)
    waits, _ = people.list_proposals(again)
    assert waits.proposed_by == again.name, "not a stranger of that name with keys until some day"
    assert waiting_for(again.name, (), (waits,), may_approve=True, may_propose=False) == 0
    assert people.approve_proposal(desks.sit(folder, Role.CHAIR), number) == NAME


def test_what_waits_about_the_old_keys_of_somebody_is_proposed_anew_and_goes_to_nobody(
    folder: Path, second: door.Desk
) -> None:
    """Approved, a role would be given to keys that open nothing, and a chair handed over from or to them."""
    chair = desks.sit(folder, Role.CHAIR)
    role = people.propose_role(desks.sit(folder), NAME, Role.ADMINISTRATOR, "CHC")
    office = people.hand_over(chair, NAME, "HB")
    _gets_new_keys(folder, NAME, second)
    assert people.list_proposals(chair) == ()
    with pytest.raises(NotFound, match="Nothing of number"):
        people.approve_proposal(chair, role)
    with pytest.raises(NotFound, match="Nothing of number"):
        people.accept_office(_sit(folder, NEW), office)
    people.approve_proposal(chair, people.propose_role(second, NAME, Role.ADMINISTRATOR, "CHC"))
    assert _role(folder, NAME, "CHC", date(2026, 11, 17)) is Role.ADMINISTRATOR
    people.accept_office(_sit(folder, NEW), people.hand_over(chair, NAME, "HB"))
    assert _role(folder, NAME, "HB", date(2026, 11, 17)) is Role.CHAIR


def test_a_chair_handed_over_with_old_keys_stays_with_whoever_has_new_ones(
    folder: Path, second: door.Desk
) -> None:
    some_days = "CHC", date(2026, 11, 17), date(2026, 12, 31)
    people.accept_office(_sit(folder), people.hand_over(desks.sit(folder, Role.CHAIR), NAME, *some_days))
    over = people.hand_over(_sit(folder), desks.ADMINISTRATOR[0], "CHC")
    _gets_new_keys(folder, NAME, second)
    with pytest.raises(NotFound, match="Nothing of number"):
        people.accept_office(desks.sit(folder), over)
    assert _role(folder, NAME, "CHC", date(2026, 11, 17)) is Role.CHAIR
    assert _role(folder, desks.ADMINISTRATOR[0], "CHC", date(2026, 11, 17)) is Role.ADMINISTRATOR


def test_what_somebody_proposed_with_old_keys_waits_no_more_when_their_access_ends(
    folder: Path, second: door.Desk
) -> None:
    first = desks.sit(folder)
    number = people.propose_role(first, NAME, Role.ADMINISTRATOR, "CHC")
    _gets_new_keys(folder, first.name, second)
    chair = desks.sit(folder, Role.CHAIR)
    people.revoke_person(chair, first.name, "left the service")
    with pytest.raises(NotFound, match="Nothing of number"):
        people.approve_proposal(desks.sit(folder, Role.CHAIR), number)


def test_new_keys_do_not_bring_back_somebody_whose_access_ended(folder: Path) -> None:
    door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    number = people.propose_reset(desks.sit(folder), NAME)
    people.revoke_person(desks.sit(folder), NAME, "left the service")
    with pytest.raises(Refused, match="access was ended"):
        people.approve_proposal(desks.sit(folder, Role.CHAIR), number)
    with pytest.raises(Refused, match="not yet approved"):
        _sit(folder, NEW)


def test_a_chair_of_one_forum_gives_no_keys_with_roles_elsewhere_and_declines_none(folder: Path) -> None:
    """Nor ends the access of somebody who belongs to another forum alone."""
    number = people.hand_over(desks.sit(folder, Role.CHAIR), NAME, "HB", to_date=date(2026, 12, 31))
    people.accept_office(_sit(folder), number)
    passphrase = "rain on an iron roof"
    door.request_access(folder, "Tama Horne", passphrase, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(folder, Role.CHAIR), "Tama Horne")
    door.request_access(folder, "Tama Horne", NEW, None, None, stretcher=CheapStretcher())
    reset = people.propose_reset(desks.sit(folder), "Tama Horne")
    with pytest.raises(NotPermitted):
        people.approve_proposal(_sit(folder), reset)
    with pytest.raises(NotPermitted):
        people.revoke_person(_sit(folder), "Tama Horne", "a grudge")
    role = people.propose_role(desks.sit(folder), "Tama Horne", Role.ADMINISTRATOR, "CHC")
    with pytest.raises(NotPermitted):
        people.decline_proposal(_sit(folder), role, "a grudge")


def test_only_the_chair_of_a_forum_hands_its_chair_over(folder: Path) -> None:
    with pytest.raises(NotPermitted):
        people.hand_over(desks.sit(folder), NAME)
    with pytest.raises(Refused, match="to themselves"):
        people.hand_over(desks.sit(folder, Role.CHAIR), desks.CHAIR[0])


def test_a_forgotten_passphrase_is_replaced_by_two_people_and_the_trail_still_verifies(folder: Path) -> None:
    member = _sit(folder)
    forums.list_forums(member)
    asked = door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    chair, administrator = desks.sit(folder, Role.CHAIR), desks.sit(folder)
    with pytest.raises(Refused, match="needs two people"):
        people.approve_person(chair, NAME)
    number = people.propose_reset(administrator, NAME)
    assert "new keys and passphrase" in people.list_proposals(chair)[0].sentence
    assert _sit(folder).name == NAME
    people.approve_proposal(chair, number)
    with pytest.raises(WrongKey):
        _sit(folder)
    again = _sit(folder, NEW)
    assert again.opened.keys.user_id == asked.user_id
    assert [row.code for row in forums.list_forums(again)] == ["CHC"]
    assert trail.verify_trail(chair).ok
    assert all(row.ok for row in forums.check_register(chair))


def test_a_new_passphrase_is_asked_for_by_somebody_who_has_access_alone(folder: Path) -> None:
    with pytest.raises(Refused, match="Nobody of this name"):
        door.request_access(folder, "Nobody Atall", NEW, None, None, stretcher=CheapStretcher())
    door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    with pytest.raises(Refused, match="asked for already"):
        door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    with pytest.raises(NotFound):
        people.propose_reset(desks.sit(folder), desks.CHAIR[0])


def test_commands_propose_decide_and_hand_over(folder: Path) -> None:
    number = done(folder, "user", "propose", NAME, "--role", "administrator")["proposal"]
    assert done(folder, "user", "proposals")["proposals"][0]["number"] == number
    assert done(folder, "user", "decide", number, role=Role.CHAIR)["outcome"] == "approved"
    second = done(folder, "user", "propose", NAME, "--role", "auditor", "--forum", "HB")["proposal"]
    assert done(folder, "user", "decide", second, "--decline", "no", role=Role.CHAIR)["outcome"] == "declined"
    over = done(folder, "user", "hand-over", desks.ADMINISTRATOR[0], "--to", "31/12/2026", role=Role.CHAIR)
    assert done(folder, "user", "accept", over["proposal"])["role"] == "chair"
    assert "Nothing of number 99" in say(folder, "user", "decide", 99, role=Role.CHAIR).refused()


def test_a_chair_of_every_forum_who_hands_one_over_is_chair_there_no_more_and_everywhere_else_still(
    folder: Path,
) -> None:
    chair = desks.sit(folder, Role.CHAIR)
    number = people.hand_over(chair, NAME, "CHC", date(2026, 12, 1))
    people.accept_office(_sit(folder), number)
    before, after = date(2026, 11, 30), date(2026, 12, 1)
    assert _role(folder, desks.CHAIR[0], "CHC", before) is Role.CHAIR
    assert _role(folder, desks.CHAIR[0], "CHC", after) is None
    assert _role(folder, desks.CHAIR[0], "HB", after) is Role.CHAIR
    assert _role(folder, desks.CHAIR[0], "A forum to come", after) is Role.CHAIR
    clock = desks.Clock()
    clock.go_to(datetime(2026, 12, 2, tzinfo=UTC))
    later = desks.sit(folder, Role.CHAIR, clock)
    assert later.may(people.hand_over, "HB")
    assert not later.may(people.hand_over, "CHC")
    with pytest.raises(NotPermitted):
        meeting.schedule_meeting(later, "CHC", date(2027, 3, 10))
    assert [row.code for row in forums.list_forums(later)] == ["HB"]
    assert meeting.schedule_meeting(_sit(folder, clock=clock), "CHC", date(2027, 3, 10))


def test_a_chair_of_every_forum_but_one_hands_the_rest_over_and_not_that_one(folder: Path) -> None:
    one = people.hand_over(desks.sit(folder, Role.CHAIR), NAME, "CHC")
    people.accept_office(_sit(folder), one)
    passphrase = "rain on an iron roof"
    door.request_access(folder, "Tama Horne", passphrase, Role.MEMBER, "HB", stretcher=CheapStretcher())
    people.approve_person(desks.sit(folder, Role.CHAIR), "Tama Horne")
    rest = people.hand_over(desks.sit(folder, Role.CHAIR), "Tama Horne", from_date=date(2026, 12, 1))
    with pytest.raises(NotPermitted, match="in CHC"):
        people.hand_over(desks.sit(folder, Role.CHAIR), "Tama Horne", "CHC")
    tama = door.sign_in(folder, "Tama Horne", passphrase, now=desks.Clock(), stretcher=CheapStretcher())
    assert people.accept_office(tama, rest).where == "every forum but CHC"
    day = date(2026, 12, 2)
    assert [_role(folder, "Tama Horne", forum, day) for forum in ("CHC", "NTH")] == [None, Role.CHAIR]
    assert _role(folder, NAME, "CHC", day) is Role.CHAIR
    assert _role(folder, desks.CHAIR[0], "NTH", day) is None


def test_keys_other_than_those_that_were_compared_are_not_approved(folder: Path) -> None:
    """Whoever can write to the folder puts a request of their own under the same number, soundly signed."""
    asked = door.request_access(folder, NAME, NEW, None, None, stretcher=CheapStretcher())
    number = people.propose_reset(desks.sit(folder), NAME)
    _put_own_request(folder, asked.user_id)
    [shown] = [row for row in people.list_users(desks.sit(folder)) if row.state == "asked for"]
    assert shown.fingerprint != asked.fingerprint
    chair = desks.sit(folder, Role.CHAIR)
    with pytest.raises(Refused, match="not those that were compared"):
        people.approve_proposal(chair, number)
    with pytest.raises(WrongKey):
        _sit(folder, "the thief's own passphrase")
    assert _sit(folder).name == NAME
    people.decline_proposal(chair, number, "not the keys that were compared")
    assert people.propose_reset(desks.sit(folder), NAME) != number


def _put_own_request(folder: Path, user_id: str) -> None:
    before = keyfile.read_key_file(folder)
    kept = tuple(slot for slot in before.slots if slot.user_id != user_id)
    keyfile.write_key_file(folder, replace(before, slots=kept))
    thief = person_keys.new_person_keys()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "new_person_keys", lambda: replace(thief, user_id=user_id))
        words = "the thief's own passphrase"
        keys.request_slot(folder, NAME, words, keys.RESET, None, CheapStretcher())
