"""A key pair that somebody signed into a forum's sources with own tools, so that the next source is theirs to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.errors import Damaged
from app.domain.register import ForumDraft
from app.domain.words import Role
from app.usecases import people
from app.usecases import register as forums
from db.compartments import SOURCES, Named, wrapped
from db.person_keys import PrivateKey, new_private, point
from tests.fixtures import at_table, desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.kept_case import PASSPHRASE
from tests.fixtures.sealed_case import own_tools, sign_with_own_tools
from tests.usecases.test_sources import TEXT, another, kept_by, opened, opens_with_kept, say, sealed


@pytest.fixture
def desk(register: Path) -> Desk:
    """The administrator, and a case with one statement of Probation."""
    desk = at_table.sit_down(register)
    say(desk)
    return desk


def pairs(desk: Desk, forum: str = "CHC") -> list[int]:
    """The key pairs of a forum's sources by number, the oldest first."""
    raw = own_tools(desk)
    rows = raw.execute(
        "SELECT id FROM compartments WHERE kind = ? AND subject = ? ORDER BY id", (SOURCES, forum)
    ).fetchall()
    raw.close()
    return [number for (number,) in rows]


def put_a_pair(desk: Desk, by: Desk, in_place: bool = False, more: str = "") -> list[PrivateKey]:
    """A key pair of one's own as the newest of the forum, rightly wrapped to everybody who holds the true one.

    Beside it, or in its very row. Whoever made it keeps the private half and needs no wrap.
    """
    newest = pairs(desk)[-1]
    raw = own_tools(desk)
    halves = raw.execute(
        "SELECT DISTINCT user_id, public_unwrap FROM compartment_keys WHERE compartment_id = ?", (newest,)
    ).fetchall()
    raw.close()
    private = new_private()
    public = point(private.public_key())
    named = Named(desk.opened.register_id, SOURCES, "CHC")
    number = newest if in_place else 77
    rows = [
        f"UPDATE compartments SET public_unwrap = x'{public.hex()}'{more} WHERE id = {number}"
        if in_place
        else "INSERT INTO compartments (id, kind, subject, public_unwrap, made_by, seq) "
        f"VALUES (77, '{SOURCES}', 'CHC', x'{public.hex()}', '{desk.opened.keys.user_id}', 1)"
    ]
    for who, half in halves:
        sealed_half = wrapped(named, private, half, who).hex()
        rows.append(
            f"UPDATE compartment_keys SET sealed = x'{sealed_half}' "
            f"WHERE compartment_id = {number} AND user_id = '{who}'"
            if in_place
            else "INSERT INTO compartment_keys (compartment_id, user_id, public_unwrap, sealed, seq) "
            f"VALUES (77, '{who}', x'{half.hex()}', x'{sealed_half}', 1)"
        )
    sign_with_own_tools(by, rows, "add_forum")
    assert all(check.ok for check in forums.check_register(desk))
    return [private]


@pytest.mark.parametrize("in_place", [False, True], ids=["beside", "in place"])
@pytest.mark.parametrize("who", ["member", "auditor", "chair elsewhere"])
def test_a_pair_that_somebody_put_with_own_tools_opens_no_source_sealed_afterwards(
    desk: Desk, who: str, in_place: bool
) -> None:
    role, forum = {
        "member": (Role.MEMBER, "CHC"),
        "auditor": (Role.AUDITOR, "CHC"),
        "chair elsewhere": (Role.CHAIR, "HB"),
    }[who]
    them = at_table.member(desk, role, "Hine Turned", forum)
    sealed(desk)
    kept = put_a_pair(desk, them, in_place)
    chair = at_table.chair(desk)
    for by in (desk, chair):
        number = sealed(by)
        assert not opens_with_kept(desk, number, kept)
        assert opened(chair, number) == TEXT
    people.revoke_person(desk, "Hine Turned", "found out")
    assert not opens_with_kept(desk, sealed(desk), kept)


@pytest.mark.parametrize("in_place", [False, True], ids=["beside", "in place"])
def test_a_pair_is_made_once_in_place_of_one_that_does_not_count_and_not_at_each_save(
    desk: Desk, in_place: bool
) -> None:
    them = another(desk, Role.MEMBER)
    sealed(desk)
    put_a_pair(desk, them, in_place)
    sealed(desk)
    before = pairs(desk)
    sealed(desk)
    sealed(at_table.chair(desk))
    assert pairs(desk) == before


def test_a_deputys_old_pair_does_not_come_back_once_a_chair_of_another_forum_has_made_the_next(
    register: Path,
) -> None:
    """Whoever saves first after a deputy's last day makes the next pair, in every forum: theirs here counts not."""
    clock = desks.Clock()
    desk = at_table.sit_down(register)
    say(desk)
    deputy = another(desk, Role.MEMBER)
    there = at_table.member(desk, Role.CHAIR, "Hine Hawkesbay", "HB")
    number = people.hand_over(at_table.chair(desk), deputy.name, "CHC", to_date=date(2026, 11, 20))
    people.accept_office(deputy, number)
    sealed(desk)
    kept = kept_by(deputy)
    clock.go_to(desks.START.replace(month=12))
    there = desks.come_in(register, there.name, PASSPHRASE, clock)
    words = "a door opens on the yard"
    door.request_access(register, "Nikau Newhere", words, Role.MEMBER, "HB", stretcher=CheapStretcher())
    before = pairs(desk)
    people.approve_person(there, "Nikau Newhere")
    assert pairs(desk) != before, "the chair there makes one here too"
    later = desks.sit(register, clock=clock)
    assert not opens_with_kept(later, sealed(later), kept)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE compartments SET made_by = 'x' WHERE id = {newest}",
        "UPDATE compartments SET subject = 'HB' WHERE id = {newest}",
        "UPDATE compartments SET person_id = 1 WHERE id = {newest}",
    ],
)
def test_a_chair_who_left_does_not_bring_an_old_pair_back_by_taking_the_newest_away(
    desk: Desk, sql: str
) -> None:
    """They kept the private half of the one before; what is written over the newest must not make that one count."""
    them = another(desk, Role.CHAIR, "Hana Rei")
    sealed(desk)
    kept = kept_by(them)
    proposal = people.propose_role(desk, "Hana Rei", Role.MEMBER, "CHC")
    people.approve_proposal(at_table.chair(desk), proposal)
    assert not opens_with_kept(desk, sealed(desk), kept)
    sign_with_own_tools(them, sql.format(newest=pairs(desk)[-1]), "add_forum")
    number = sealed(desk)
    assert not opens_with_kept(desk, number, kept)
    assert opened(at_table.chair(desk), number) == TEXT


def test_a_chair_who_left_does_not_bring_an_old_pair_back_by_removing_the_newest(desk: Desk) -> None:
    them = another(desk, Role.CHAIR, "Hana Rei")
    sealed(desk)
    kept = kept_by(them)
    proposal = people.propose_role(desk, "Hana Rei", Role.MEMBER, "CHC")
    people.approve_proposal(at_table.chair(desk), proposal)
    newest = pairs(desk)[-1]
    raw = own_tools(desk)
    wraps = raw.execute("SELECT id FROM compartment_keys WHERE compartment_id = ?", (newest,)).fetchall()
    raw.close()
    gone = [f"DELETE FROM compartment_keys WHERE id = {number}" for (number,) in wraps]
    sign_with_own_tools(them, [*gone, f"DELETE FROM compartments WHERE id = {newest}"], "add_forum")
    number = sealed(desk)
    assert not opens_with_kept(desk, number, kept)
    assert opened(at_table.chair(desk), number) == TEXT


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM compartment_keys WHERE id = {wrap}",
        "UPDATE compartment_keys SET user_id = 'recovery' WHERE id = {wrap}",
    ],
)
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "by nobody"])
def test_a_deputy_who_hides_that_they_held_the_pair_opens_nothing_sealed_after_their_days(
    register: Path, sql: str, signed: bool
) -> None:
    """Nobody would be left in the register who holds it and should not, so that no next one had to be made."""
    clock = desks.Clock()
    desk = at_table.sit_down(register)
    say(desk)
    deputy = another(desk, Role.MEMBER)
    number = people.hand_over(at_table.chair(desk), deputy.name, "CHC", to_date=date(2026, 11, 20))
    people.accept_office(deputy, number)
    sealed(desk)
    kept = kept_by(deputy)
    raw = own_tools(desk)
    wraps = raw.execute(
        "SELECT id FROM compartment_keys WHERE user_id = ?", (deputy.opened.keys.user_id,)
    ).fetchall()
    told = [sql.format(wrap=wrap) for (wrap,) in wraps]
    if signed:
        sign_with_own_tools(deputy, told, "decline_proposal")
    for each in () if signed else told:
        raw.execute(each)
    raw.close()
    clock.go_to(desks.START.replace(month=12))
    later = desks.sit(register, clock=clock)
    if not signed:
        with pytest.raises(Damaged, match="compartment_keys"):
            sealed(later)
        return
    assert not opens_with_kept(later, sealed(later), kept)
    before = pairs(later)
    sealed(later)
    assert pairs(later) == before


def test_a_chair_who_comes_or_leaves_costs_one_pair_at_most_and_another_forum_none(desk: Desk) -> None:
    sealed(desk)
    there = pairs(desk, "HB")
    another(desk, Role.CHAIR, "Hana Rei")
    sealed(at_table.chair(desk))
    people.revoke_person(desk, "Hana Rei", "left the service")
    for by in (desk, at_table.chair(desk)):
        sealed(by)
    assert len(pairs(desk)) == 2
    assert pairs(desk, "HB") == there


def test_a_chair_who_left_signs_for_no_pair_any_more(desk: Desk) -> None:
    them = another(desk, Role.CHAIR, "Hana Rei")
    proposal = people.propose_role(desk, "Hana Rei", Role.MEMBER, "CHC")
    people.approve_proposal(at_table.chair(desk), proposal)
    kept = put_a_pair(desk, them)
    assert not opens_with_kept(desk, sealed(desk), kept)


def test_a_pair_laid_over_as_if_a_restricted_case_were_its_owner_is_none(desk: Desk) -> None:
    sealed(desk)
    them = another(desk, Role.MEMBER)
    kept = put_a_pair(desk, them, in_place=True, more=", person_id = 1")
    assert not opens_with_kept(desk, sealed(desk), kept)


def test_a_pair_that_nobody_signed_stops_the_save_in_one_sentence(desk: Desk) -> None:
    sealed(desk)
    raw = own_tools(desk)
    raw.execute("UPDATE compartments SET public_unwrap = (SELECT public_unwrap FROM users LIMIT 1)")
    raw.close()
    with pytest.raises(Damaged, match="compartments"):
        sealed(desk)


def test_whoever_accepts_the_office_makes_a_pair_that_counts(desk: Desk) -> None:
    other = another(desk, Role.MEMBER)
    number = people.hand_over(at_table.chair(desk), "Wiremu Pōtiki", "CHC")
    people.accept_office(other, number)
    before = pairs(desk)
    sealed(desk)
    assert opened(other, sealed(other)) == TEXT
    assert pairs(desk) == before


def test_whom_the_codes_let_in_makes_a_pair_that_counts(tmp_path: Path) -> None:
    clock = desks.Clock()
    admin = door.create(
        tmp_path / "register", desks.ADMINISTRATOR, desks.CHAIR, now=clock, stretcher=CheapStretcher()
    )
    first, second, _third = admin.recovery_codes
    forums.add_forum(admin, ForumDraft("CHC", "Christchurch", "CAN"))
    at_table.do(admin, lambda work: [at_table.add_case(work, "001")])
    say(admin)
    chair = door.recover(
        tmp_path / "register",
        (first, second),
        "Hana Rei",
        "new words on the stove",
        now=clock,
        stretcher=CheapStretcher(),
    )
    before = pairs(chair)
    assert opened(chair, sealed(chair)) == TEXT
    assert pairs(chair) == before


def test_a_chair_of_another_forum_does_not_hide_that_they_held_the_pair_by_making_theirs_in_the_same_entry(
    register: Path,
) -> None:
    """An entry that makes a pair takes halves out rightly: those of its own forum."""
    clock = desks.Clock()
    desk = at_table.sit_down(register)
    say(desk)
    there = at_table.member(desk, Role.CHAIR, "Hine Hawkesbay", "HB")
    number = people.hand_over(at_table.chair(desk), there.name, "CHC", to_date=date(2026, 11, 20))
    people.accept_office(there, number)
    sealed(desk)
    kept, mine = kept_by(there), there.opened.keys
    raw = own_tools(desk)
    [*wraps] = raw.execute(
        "SELECT k.id FROM compartment_keys k JOIN compartments c ON c.id = compartment_id "
        "WHERE user_id = ? AND subject = 'CHC'",
        (mine.user_id,),
    ).fetchall()
    raw.close()
    assert wraps
    private = new_private()
    half = wrapped(Named(desk.opened.register_id, SOURCES, "HB"), private, mine.public_unwrap, mine.user_id)
    pair = (
        "INSERT INTO compartments (id, kind, subject, public_unwrap, made_by, seq) VALUES "
        f"(77, '{SOURCES}', 'HB', x'{point(private.public_key()).hex()}', '{mine.user_id}', 1)"
    )
    wrap = (
        "INSERT INTO compartment_keys (id, compartment_id, user_id, public_unwrap, sealed, seq) VALUES "
        f"(777, 77, '{mine.user_id}', x'{mine.public_unwrap.hex()}', x'{half.hex()}', 1)"
    )
    gone = [f"DELETE FROM compartment_keys WHERE id = {each}" for (each,) in wraps]
    sign_with_own_tools(there, [*gone, pair, wrap], "revoke_person")
    clock.go_to(desks.START.replace(month=12))
    later = desks.sit(register, clock=clock)
    assert not opens_with_kept(later, sealed(later), kept)
    before = pairs(later)
    sealed(later)
    assert pairs(later) == before, "and once is enough"
