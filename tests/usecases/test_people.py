"""Access is asked for by one and approved by another."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import desk as door
from app.domain.errors import NotFound, NotPermitted, Refused, WrongKey
from app.domain.people import LONGEST_OFFICE
from app.domain.register import ForumRow
from app.domain.words import Role
from app.usecases import meeting, people, trail
from app.usecases import register as forums
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher

NAME, PASSPHRASE = "Wiremu Pōtiki", "a kettle sings on the stove"


def _ask(folder: Path, role: Role = Role.MEMBER, forum: str | None = "CHC") -> None:
    door.request_access(folder, NAME, PASSPHRASE, role, forum, stretcher=CheapStretcher())


def _sit(folder: Path, passphrase: str = PASSPHRASE) -> door.Desk:
    return door.sign_in(folder, NAME, passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def test_a_person_who_asked_and_was_approved_opens_the_register_with_their_own_passphrase(
    register: Path,
) -> None:
    _ask(register)
    with pytest.raises(Refused, match="not yet approved"):
        _sit(register)
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    assert _sit(register).name == NAME


def test_an_administrator_cannot_approve(register: Path) -> None:
    _ask(register)
    with pytest.raises(NotPermitted):
        people.approve_person(desks.sit(register), NAME)
    assert [row.state for row in people.list_users(desks.sit(register))] == ["active", "active", "asked for"]


def test_nobody_who_did_not_ask_can_be_approved(register: Path) -> None:
    with pytest.raises(NotFound, match="has asked for access"):
        people.approve_person(desks.sit(register, Role.CHAIR), "Nobody Atall")


def test_a_member_of_one_forum_may_nothing_in_another(register: Path) -> None:
    _ask(register, Role.ADMINISTRATOR, "HB")
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    assert [row.code for row in _forums(register)] == ["HB"]


def _forums(folder: Path) -> tuple[ForumRow, ...]:
    return forums.list_forums(_sit(folder))


def test_a_chair_of_one_forum_cannot_give_an_office_in_every_forum(register: Path) -> None:
    _ask(register, Role.CHAIR, "HB")
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    door.request_access(register, "Another Person", PASSPHRASE, Role.MEMBER, None, stretcher=CheapStretcher())
    with pytest.raises(NotPermitted, match="every forum"):
        people.approve_person(_sit(register), "Another Person")


def test_a_chair_cannot_change_their_own_role(register: Path) -> None:
    with pytest.raises(Refused, match="your own role"):
        people.give_role(desks.sit(register, Role.CHAIR), desks.CHAIR[0], Role.ADMINISTRATOR)


def _give(folder: Path, name: str, role: Role, forum: str | None = None, **days: date) -> None:
    """Another role, proposed by the administrator and approved by the chair."""
    number = people.propose_role(desks.sit(folder), name, role, forum, **days)
    people.approve_proposal(desks.sit(folder, Role.CHAIR), number)


def test_a_role_that_was_changed_counts_at_once(register: Path) -> None:
    _ask(register, Role.ADMINISTRATOR, None)
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, NAME)
    desk = _sit(register)
    assert desk.may(people.list_users)
    _give(register, NAME, Role.MEMBER)
    assert not desk.may(people.list_users)


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(register: Path) -> None:
    _ask(register)
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    people.change_passphrase(_sit(register), PASSPHRASE, "another kettle on another stove", CheapStretcher())
    assert _sit(register, "another kettle on another stove").name == NAME
    with pytest.raises(WrongKey):
        _sit(register)


def test_the_same_passphrase_is_no_change(register: Path) -> None:
    chair = desks.sit(register, Role.CHAIR)
    with pytest.raises(Refused, match="your passphrase already"):
        people.change_passphrase(chair, desks.CHAIR[1], desks.CHAIR[1], CheapStretcher())


def test_a_wrong_passphrase_given_for_a_change_is_entered_as_a_refusal(register: Path) -> None:
    desk = desks.sit(register)
    with pytest.raises(WrongKey):
        people.change_passphrase(desk, "not my passphrase", "another kettle on a stove", CheapStretcher())
    assert trail.list_trail(desk)[-1].event == "refused: change_passphrase"


def test_an_office_is_given_in_a_forum_by_code_or_name_also_before_the_forum_is_there(register: Path) -> None:
    chair = desks.sit(register, Role.CHAIR)
    for asked, code in (("Christchurch HR/HP Forum", "CHC"), ("hb", "HB"), ("wgn", "WGN")):
        assert people.give_role(chair, desks.ADMINISTRATOR[0], Role.MEMBER, asked).forum == code


def test_a_chair_of_one_forum_who_is_a_member_of_another_gives_no_office_there(register: Path) -> None:
    _ask(register, Role.CHAIR, "HB")
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, NAME)
    _give(register, NAME, Role.MEMBER, "CHC")
    door.request_access(register, "Another Person", PASSPHRASE, Role.CHAIR, "CHC", stretcher=CheapStretcher())
    with pytest.raises(NotPermitted, match="in CHC"):
        people.approve_person(_sit(register), "Another Person")


def test_a_person_reads_the_trail_of_the_forums_where_they_may(register: Path) -> None:
    _ask(register, Role.CHAIR, "HB")
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, NAME)
    _give(register, NAME, Role.MEMBER, "CHC")
    meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))
    meeting.schedule_meeting(chair, "HB", date(2027, 1, 14))
    told = [row.subject for row in trail.list_trail(_sit(register)) if row.event == "schedule_meeting"]
    assert told == ["meeting HB-2027-01-14"]


def test_a_forum_named_by_its_name_is_asked_about_as_by_its_code(register: Path) -> None:
    chair = desks.sit(register, Role.CHAIR)
    people.give_role(chair, desks.ADMINISTRATOR[0], Role.MEMBER, "CHC")
    for named in ("CHC", "chc", "Christchurch HR/HP Forum"):
        with pytest.raises(NotPermitted, match="as member in CHC"):
            meeting.schedule_meeting(desks.sit(register), named, date(2027, 1, 13))


def test_an_office_that_had_ended_is_not_made_longer_by_a_later_one(register: Path) -> None:
    _ask(register, Role.MEMBER, "CHC")
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, NAME, to_date=date(2026, 12, 31))
    _give(register, NAME, Role.CHAIR, "CHC", from_date=date(2027, 6, 1))
    [row] = [row for row in people.list_users(chair) if row.name == NAME]
    assert [(office.role, office.to_date) for office in row.offices] == [
        (Role.MEMBER, date(2026, 12, 31)),
        (Role.CHAIR, None),
    ]


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "cannot end before it begins"), (LONGEST_OFFICE + 1, "ten years at most")]
)
def test_an_office_ends_after_it_begins_and_within_ten_years(days: int, said: str, register: Path) -> None:
    """Among so many days it is found what an office said whose row somebody changed."""
    admin = desks.sit(register)
    first = desks.START.date()
    for last in (first + timedelta(days=days), first + timedelta(days=LONGEST_OFFICE)):
        allowed = (last - first).days == LONGEST_OFFICE
        with nullcontext() if allowed else pytest.raises(Refused, match=said):
            people.propose_role(admin, desks.CHAIR[0], Role.MEMBER, "CHC", first, last)
