"""Rows that somebody with an office and own tools signs, so that the next honest save would hand them a key (need A4).

They hold an office elsewhere, so that their signature is worth something; not one here, so that no key is theirs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.case_place import Place
from app.domain.errors import Damaged
from app.domain.sealed_text import MARK
from app.domain.words import Role
from app.usecases import cases, restricted
from app.usecases import register as forums
from db.case_keys import CASES, subject_of
from db.case_words import BODY, Pair, Word
from db.compartments import Named, wrapped
from db.person_keys import PrivateKey, new_private, point, sign_with
from tests.fixtures import at_table
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import ISSUED, KEPT, OTHER, PLAIN, READER
from tests.fixtures.sealed_case import (
    IN_CLEAR,
    found_in,
    holders,
    opens,
    own_tools,
    ring,
    sign_with_own_tools,
    taken_off,
    texts_in,
)
from tests.usecases.test_case_seals import say

MOVED = "UPDATE cases SET forum = 'HB' WHERE person_id = 1"
AGAIN = (
    "INSERT INTO cases SELECT {columns} FROM (SELECT *, 77 AS new_id, 'HB' AS new_forum FROM cases "
    "WHERE person_id = 1)"
)
RESTRICTED = (
    "INSERT INTO restrictions (id, case_id, person_id, reason, at, who, seq) "
    "SELECT 77, id, 1, '', '2026-11-16 00:00:00.000000', '{them}', 1 FROM cases WHERE person_id = 1"
)
LISTED = (
    "INSERT INTO meetings (meeting, forum, day, kind, state, police_due, issued_at, issued_by, issued_seq, frozen) "
    "SELECT 'HB-2027-06-09', 'HB', '2027-06-09', kind, state, police_due, issued_at, '{them}', 1, frozen FROM meetings "
    f"WHERE meeting = '{ISSUED}'"
)


def another_forums_chair(admin: Desk) -> Desk:
    return at_table.member(admin, Role.CHAIR, "Hine Hawkesbay", "HB")


def again(desk: Desk) -> str:
    """A second episode of the kept person, in the other forum."""
    raw = own_tools(desk)
    names = [row[1] for row in raw.execute("PRAGMA table_info(cases)").fetchall()]
    raw.close()
    new = {"id": "new_id", "forum": "new_forum"}
    return AGAIN.format(columns=", ".join(new.get(name, name) for name in names))


@pytest.mark.parametrize("how", ["moved", "again", "listed"])
def test_a_chair_who_puts_a_restricted_case_in_their_own_forum_with_own_tools_gets_no_key(
    how: str, tmp_path: Path
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    them = another_forums_chair(admin)
    before = holders(admin)
    sql = {"moved": MOVED, "again": again(admin), "listed": LISTED.format(them=them.opened.keys.user_id)}[how]
    sign_with_own_tools(them, sql, "accept_transfer")
    assert all(check.ok for check in forums.check_register(admin))
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(them), admin)
    assert holders(admin) == before, "and whoever held it does so still"
    assert found_in(admin) <= IN_CLEAR


def test_a_meeting_that_listed_a_case_before_it_was_restricted_gives_its_forum_no_key(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    them = another_forums_chair(admin)
    sign_with_own_tools(them, LISTED.format(them=them.opened.keys.user_id), "issue_agenda")
    kept.keep(admin)
    assert not opens(ring(them), admin)


def sealed_by(desk: Desk, number: int) -> bool:
    """Whether any text is sealed under a key pair of that number."""
    return any(f"{MARK}{number}:" in text for text in texts_in(desk).values())


def put_a_key(desk: Desk, by: Desk, *first: str, follows: tuple[Pair, PrivateKey] | None = None) -> None:
    """A key pair of one's own as the newest of the case, rightly wrapped to everybody who holds the true one.

    Whoever made it needs no wrap of their own. The entry says of it what that of a restriction does; `first` are
    statements that go before.
    """
    raw = own_tools(desk)
    halves = (
        raw.execute(
            "SELECT DISTINCT user_id, public_unwrap FROM compartment_keys WHERE compartment_id IN "
            "(SELECT id FROM compartments WHERE kind = ?)",
            (CASES,),
        ).fetchall()
        or raw.execute("SELECT user_id, public_unwrap FROM users").fetchall()
    )
    [(seq,)] = raw.execute("SELECT max(seq) + 1 FROM trail").fetchall()
    raw.close()
    private = new_private()
    public = point(private.public_key())
    named = Named(desk.opened.register_id, CASES, subject_of(1))
    rows = [
        *first,
        (
            "INSERT INTO compartments (id, kind, subject, person_id, public_unwrap, made_by, seq) "
            f"VALUES (77, '{CASES}', '{subject_of(1)}', 1, x'{public.hex()}', '{by.opened.keys.user_id}', {seq})"
        ),
    ]
    for who, half in halves:
        sealed = wrapped(named, private, half, who)
        rows.append(
            "INSERT INTO compartment_keys (compartment_id, user_id, public_unwrap, sealed, seq) "
            f"VALUES (77, '{who}', x'{half.hex()}', x'{sealed.hex()}', {seq})"
        )
    said = {"person": 1, "public": public.hex(), "before": None, "forum": "HB", "closing": []}
    if follows:
        before, old = follows
        word = Word(desk.opened.register_id, seq, 1, public, Place("CHC"), before)
        said = word.said() | {"signature": sign_with(old, word.message()).hex()}
    sign_with_own_tools(by, rows, "restrict_case", {BODY: [said]})


def test_a_key_that_somebody_put_beside_the_true_one_seals_nothing(tmp_path: Path) -> None:
    """A member who holds no key makes one and wraps it to whoever holds the true one: they would seal to it."""
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    put_a_key(admin, member)
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not sealed_by(admin, 77)
    restricted.name_readers(reader, KEPT, [READER, member.name])
    restricted.name_readers(reader, KEPT, [READER])
    assert not sealed_by(admin, 77)
    assert "Weka-in-the-notes" in repr(cases.show_case(reader, KEPT))


def test_a_key_that_lay_there_before_the_case_was_restricted_seals_nothing(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    put_a_key(admin, kept.come_in(admin, Role.MEMBER))
    reader = kept.keep(admin)
    say(admin, PLAIN, "nothing to do with it")
    assert not sealed_by(admin, 77)
    assert "Weka-in-the-notes" in repr(cases.show_case(reader, KEPT))
    assert found_in(admin) <= IN_CLEAR


def test_a_restriction_made_anew_with_own_tools_brings_no_key_of_its_own(tmp_path: Path) -> None:
    """It is lifted by a row and no key has said so: the case is under the key of the first one still."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    them = another_forums_chair(admin)
    lifted = "UPDATE restrictions SET lifted_seq = 1 WHERE person_id = 1"
    put_a_key(admin, them, lifted, RESTRICTED.format(them=them.opened.keys.user_id))
    say(admin, PLAIN, "nothing to do with it")
    assert not sealed_by(admin, 77)
    assert not opens(ring(them), admin)
    assert found_in(admin) <= IN_CLEAR


def test_whoever_restricts_a_case_anew_with_own_tools_is_no_reader_of_it(tmp_path: Path) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    before = holders(admin)
    mine = member.opened.keys.user_id
    lifted = "UPDATE restrictions SET lifted_seq = 1 WHERE person_id = 1"
    named = f"INSERT INTO case_readers VALUES (77, 77, '{mine}', 1, NULL)"
    sign_with_own_tools(member, [lifted, RESTRICTED.format(them=mine), named], "restrict_case")
    say(admin, PLAIN, "nothing to do with it")
    assert holders(admin) == before


def test_a_restriction_that_lay_there_before_with_a_key_of_its_own_stops_the_true_one(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    them = another_forums_chair(admin)
    lifted = "UPDATE restrictions SET lifted_seq = 1 WHERE id = 77"
    put_a_key(admin, them, RESTRICTED.format(them=them.opened.keys.user_id), lifted)
    with pytest.raises(Damaged, match="keys of this case"):
        kept.keep(admin)
    assert not sealed_by(admin, 77)


def test_a_key_that_somebody_kept_from_before_is_not_the_newest_again(tmp_path: Path) -> None:
    """A reader who was taken off puts the row of their old key back, above the one that came after it."""
    admin, reader, member, had, old, seq = taken_off(tmp_path / "register")
    private, named = had.key(old.compartment_id), Named(admin.opened.register_id, CASES, subject_of(1))
    assert private is not None
    rows = [
        (
            "INSERT INTO compartments (id, kind, subject, person_id, public_unwrap, made_by, seq) "
            f"VALUES (77, '{CASES}', '{subject_of(1)}', 1, x'{old.public.hex()}', 'x', {seq})"
        )
    ]
    for desk in (admin, reader):
        half, who = desk.opened.keys.public_unwrap, desk.opened.keys.user_id
        sealed = wrapped(named, private.private, half, who)
        rows.append(
            "INSERT INTO compartment_keys (compartment_id, user_id, public_unwrap, sealed, seq) "
            f"VALUES (77, '{who}', x'{half.hex()}', x'{sealed.hex()}', {seq})"
        )
    sign_with_own_tools(member, rows, "name_readers")
    say(admin)
    say(admin, PLAIN, "nothing to do with it")
    assert not sealed_by(admin, 77)
    assert not opens(had, admin)


@pytest.mark.parametrize("removed", [False, True], ids=["beside it", "in place of it"])
def test_whoever_held_a_key_that_was_replaced_says_nothing_more_of_what_comes_after_it(
    removed: bool, tmp_path: Path
) -> None:
    """A reader who was taken off has their old key sign for a new one of theirs, as if the true next had not come."""
    admin, _reader, member, had, old, made = taken_off(tmp_path / "register")
    raw = own_tools(admin)
    query = (
        "SELECT k.id, k.compartment_id FROM compartment_keys k JOIN compartments c ON c.id = compartment_id"
    )
    wraps = raw.execute(f"{query} WHERE c.kind = ?", (CASES,)).fetchall()
    raw.close()
    gone = [f"DELETE FROM compartment_keys WHERE id = {number}" for number, _ in wraps]
    gone.append(f"DELETE FROM compartments WHERE id = {wraps[0][1]}")
    key = had.key(old.compartment_id)
    assert key is not None
    put_a_key(admin, member, *(gone if removed else ()), follows=(Pair(made, old.public), key.private))
    if removed:
        with pytest.raises(Damaged, match="keys of this case"):
            say(admin)
    else:
        say(admin)
    assert not sealed_by(admin, 77)


def test_what_was_lifted_with_own_tools_stays_sealed_when_another_case_is_lifted(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.restrict_case(admin, OTHER, [READER, admin.name], kept.REASON)
    member = kept.come_in(admin, Role.MEMBER)
    sign_with_own_tools(
        member, "UPDATE restrictions SET lifted_seq = 1 WHERE person_id = 1", "lift_restriction"
    )
    restricted.lift_restriction(reader, OTHER, "the trial is over")
    assert found_in(admin) <= IN_CLEAR
