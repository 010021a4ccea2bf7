"""A row that somebody wrote about themselves with own tools, and signed alone, gives them no key (needs A4, D3)."""

from __future__ import annotations

import inspect
import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.errors import Damaged
from app.domain.register import ForumDraft
from app.domain.words import Role
from app.usecases import people, restricted, sources
from app.usecases import register as forums
from db import connect, keyfile, migrate, recovery
from db.own_gifts import Gifts, own_gifts
from db.person_keys import PersonKeys, new_person_keys
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.sealed_case import holders, opens, own_tools, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say
from tests.usecases.test_sources import CANARY, TEXT, opened, opens_by_mathematics

CHAIR = "UPDATE roles SET role = 'chair' WHERE user_id = '{member}'"
HANDED = (
    "INSERT INTO proposals (id, kind, user_id, forum, role, from_date, proposed_by, proposed_at, seq) "
    "VALUES (77, 'hand-over', '{member}', 'CHC', 'chair', '2026-11-16', '{admin}', '2026-11-16 00:00:00.000000', 1)"
)
CODES = (
    "INSERT INTO recovery (id, public_unwrap, made_at, made_by, seq) "
    "SELECT 77, public_unwrap, '2026-11-16 00:00:00.000000', '{member}', 1 FROM users WHERE user_id = '{member}'"
)
NAMES = ("bring_forward", "recover_access", "create_register", "restore_register")
"""Of what rightly writes rows about whoever signs it."""


@pytest.mark.parametrize(
    ("sql", "event"),
    [(CHAIR, "accept_office"), (HANDED, "hand_over"), *((CHAIR, each) for each in NAMES)],
)
def test_whoever_makes_themselves_chair_with_own_tools_opens_no_source_sealed_afterwards(
    sql: str, event: str, tmp_path: Path
) -> None:
    """The chair who seals the next one must not hand them the key, by whatever name the entry goes."""
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    member = kept.come_in(admin, Role.MEMBER)
    told = {"member": member.opened.keys.user_id, "admin": admin.opened.keys.user_id}
    sign_with_own_tools(member, sql.format(**told), event)
    assert all(check.ok for check in forums.check_register(admin))
    say(admin, PLAIN, "Means to live with a friend")
    about = sources.list_statements(chair, PLAIN)[0].ref
    number = str(sources.seal_source(chair, PLAIN, about, TEXT).source)
    assert CANARY in opened(chair, number)
    assert opens_by_mathematics(chair, number, chair.opened.keys)
    assert not opens_by_mathematics(admin, number, member.opened.keys)


def test_a_row_changed_with_own_tools_and_signed_by_nobody_opens_no_source_either(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    member = kept.come_in(admin, Role.MEMBER)
    say(admin, PLAIN, "Means to live with a friend")
    about = sources.list_statements(chair, PLAIN)[0].ref
    own_tools(member).execute(CHAIR.format(member=member.opened.keys.user_id))
    with pytest.raises(Damaged, match="roles"):
        sources.seal_source(chair, PLAIN, about, TEXT)


@pytest.mark.parametrize("event", NAMES)
def test_nobody_becomes_a_reader_or_the_holder_of_the_codes_by_an_entry_of_their_own(
    event: str, tmp_path: Path
) -> None:
    admin, _reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    mine = member.opened.keys
    sign_with_own_tools(member, f"INSERT INTO case_readers VALUES (77, 1, '{mine.user_id}', 1, NULL)", event)
    sign_with_own_tools(member, CODES.format(member=mine.user_id), event)
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(member), admin)
    assert member.name not in holders(admin)
    assert mine.public_unwrap not in _public_halves(admin)


def _public_halves(desk: Desk) -> set[bytes]:
    """To which public keys anything is wrapped."""
    raw = own_tools(desk)
    rows = raw.execute("SELECT public_unwrap FROM compartment_keys").fetchall()
    raw.close()
    return {row[0] for row in rows}


def _recovered(folder: Path) -> tuple[Desk, Desk]:
    """An administrator, and a chair whom two paper codes let in under a new name when the first had gone."""
    admin = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    first, second, _third = admin.recovery_codes
    forums.add_forum(admin, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
    do(admin, lambda work: [add_case(work, prn) for prn in (PLAIN, "002")])
    people.revoke_person(admin, desks.CHAIR[0], "gone without a word", emergency=True)
    chair = door.recover(
        folder, (first, second), "Hana Rei", kept.PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher()
    )
    return admin, chair


def test_whom_the_recovery_codes_let_in_holds_what_is_sealed_when_others_come(tmp_path: Path) -> None:
    """They signed for their own office; that the codes did too stands in the entry, and is no name."""
    admin, chair = _recovered(tmp_path / "register")
    say(admin, "002", "to be kept to readers")
    restricted.restrict_case(chair, "002", [chair.name], kept.REASON)
    assert opens(ring(chair), chair)
    assert "codes" in holders(chair)
    say(admin, PLAIN, "Means to live with a friend")
    about = sources.list_statements(chair, PLAIN)[0].ref
    number = str(sources.seal_source(chair, PLAIN, about, TEXT).source)
    assert opens_by_mathematics(chair, number, chair.opened.keys)
    new = door.recover(
        chair.folder,
        (chair.recovery_codes[0], chair.recovery_codes[2]),
        "One More Chair",
        kept.PASSPHRASE,
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    for each in (new, chair):
        assert opens_by_mathematics(new, number, each.opened.keys)
    assert opens(ring(new), new)


def test_what_the_codes_signed_holds_for_one_entry_and_for_none_that_comes_later(tmp_path: Path) -> None:
    """Also where whoever they let in says it again, of a row about themselves."""
    admin = door.create(
        tmp_path / "register", desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    first, second, _third = admin.recovery_codes
    forums.add_forum(admin, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
    do(admin, lambda work: [add_case(work, prn) for prn in (PLAIN, "002")])
    before = at_table.member(admin)
    member = door.recover(
        admin.folder,
        (first, second),
        before.name,
        kept.PASSPHRASE,
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    raw = own_tools(admin)
    [(body,)] = raw.execute("SELECT body FROM trail WHERE event = 'recover_access'").fetchall()
    raw.close()
    said = {recovery.VOUCHED: json.loads(body)[recovery.VOUCHED]}
    number = member.opened.keys.user_id
    sign_with_own_tools(member, f"{CHAIR.format(member=number)} AND to_date IS NULL", "recover_access", said)
    chair = at_table.chair(admin)
    say(admin, PLAIN, "Means to live with a friend")
    about = sources.list_statements(chair, PLAIN)[0].ref
    source = str(sources.seal_source(chair, PLAIN, about, TEXT).source)
    assert opens_by_mathematics(chair, source, chair.opened.keys)
    assert not opens_by_mathematics(admin, source, member.opened.keys)


@pytest.mark.parametrize("signed", [True, False])
def test_a_row_of_codes_that_their_owner_made_alone_lets_nobody_in(signed: bool, tmp_path: Path) -> None:
    """Whoever writes the public half of codes of their own into the register comes in by them no better."""
    admin = door.create(
        tmp_path / "register", desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    member = at_table.member(admin)
    register_id, epoch = admin.opened.register_id, admin.opened.epoch
    codes, place = recovery.make(register_id)
    half = place.public_unwrap.hex()
    by = member.opened.keys.user_id
    row = f"INSERT INTO recovery VALUES (77, x'{half}', '2026-11-16 00:00:00.000000', '{by}', 1)"
    if signed:
        sign_with_own_tools(member, row, "recover_access")
    else:
        own_tools(member).execute(row)
    present = keyfile.read_key_file(admin.folder)
    theirs = recovery.sealed_to(present, place, epoch, member.opened.register_key, place.public_unwrap)
    keyfile.write_key_file(admin.folder, theirs)
    with pytest.raises(Damaged, match="not those of this register" if signed else "recovery"):
        door.recover(
            admin.folder,
            (codes[0], codes[1]),
            "Hana Rei",
            kept.PASSPHRASE,
            now=desks.Clock(),
            stretcher=CheapStretcher(),
        )


def test_no_step_writes_rows_that_make_somebody_a_holder() -> None:
    """Whoever opened the register first would sign for them, and lose their keys as if they had given them."""
    about = re.compile(r"""["'\s](?:users|roles|proposals|recovery|case_readers|exclusions)\b""")
    later = [step for step in migrate.steps() if step.number > 14]
    assert later
    for step in later:
        assert not about.search(inspect.getsource(inspect.getmodule(step.upgrade) or migrate)), step.number


def _opens_the_next_source(admin: Desk, chair: Desk, keys: PersonKeys) -> bool:
    """Whether these keys open a source that the chair seals from now on; the chair's own do."""
    say(admin, PLAIN, "Means to live with a friend")
    about = sources.list_statements(chair, PLAIN)[0].ref
    number = str(sources.seal_source(chair, PLAIN, about, TEXT).source)
    assert opens_by_mathematics(chair, number, chair.opened.keys)
    return opens_by_mathematics(admin, number, keys)


def test_codes_that_others_took_the_place_of_vouch_for_nobody(tmp_path: Path) -> None:
    """Whoever came in by a sheet knows its codes for good, and an old copy of the key file still holds their place."""
    admin = door.create(
        tmp_path / "register", desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    first, second, _third = admin.recovery_codes
    before = keyfile.read_key_file(admin.folder)
    forums.add_forum(admin, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
    do(admin, lambda work: [add_case(work, prn) for prn in (PLAIN, "002")])
    name = at_table.member(admin).name
    member = door.recover(
        admin.folder,
        (first, second),
        name,
        kept.PASSPHRASE,
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    used, _held = recovery.open_with(before, (first, second))
    mine = member.opened.keys
    raw = own_tools(admin)
    [(last,)] = raw.execute("SELECT max(seq) FROM trail").fetchall()
    raw.close()
    sign_with_own_tools(member, f"{CHAIR.format(member=mine.user_id)} AND to_date IS NULL", "recover_access")
    admitted = recovery.Admitted(admin.opened.register_id, last + 2, mine.user_id, mine.public_unwrap)
    said = {recovery.VOUCHED: recovery.vouch(used, admitted)}
    sign_with_own_tools(member, CODES.format(member=mine.user_id), "recover_access", said)
    chair = at_table.chair(admin)
    assert not _opens_the_next_source(admin, chair, mine)
    assert mine.public_unwrap not in _public_halves(admin)


def test_a_made_up_person_whom_a_member_let_in_with_own_tools_opens_nothing(tmp_path: Path) -> None:
    """Nobody gives themselves a key under another name either: who lets people in is a chair."""
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    member = kept.come_in(admin, Role.MEMBER)
    made_up = new_person_keys()
    sign_with_own_tools(
        member,
        f"INSERT INTO users VALUES ('{made_up.user_id}', 'Nobody Atall', 'nobody atall', "
        f"x'{made_up.public_unwrap.hex()}', x'{made_up.public_sign.hex()}', '{made_up.user_id}', "
        f"'{member.opened.keys.user_id}', '2026-11-16 00:00:00.000000', NULL)",
        "approve_person",
    )
    sign_with_own_tools(
        member,
        "INSERT INTO roles (id, user_id, forum, role, from_date, granted_by, granted_seq) "
        f"VALUES (77, '{made_up.user_id}', NULL, 'chair', '2026-11-16', '{made_up.user_id}', 1)",
        "approve_person",
    )
    assert not _opens_the_next_source(admin, chair, made_up)


def test_a_key_that_a_member_put_in_the_place_of_an_administrators_opens_nothing(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    theirs = new_person_keys()
    sign_with_own_tools(
        member,
        f"UPDATE users SET public_unwrap = x'{theirs.public_unwrap.hex()}' "
        f"WHERE user_id = '{admin.opened.keys.user_id}'",
        "approve_person",
    )
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert theirs.public_unwrap not in _public_halves(admin)


def test_what_somebody_else_once_proposed_of_a_member_makes_them_no_chair(tmp_path: Path) -> None:
    """They edit what was proposed, and sign that they accepted it."""
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    member = kept.come_in(admin, Role.MEMBER)
    number = people.propose_role(admin, member.name, Role.MEMBER, "CHC")
    people.approve_proposal(chair, number)
    mine = member.opened.keys
    raw = own_tools(admin)
    [(last,)] = raw.execute("SELECT max(seq) FROM trail").fetchall()
    raw.close()
    sign_with_own_tools(
        member,
        f"UPDATE proposals SET kind = 'hand-over', role = 'chair', decided_seq = {last + 2} WHERE id = {number}",
        "accept_office",
    )
    sign_with_own_tools(member, f"{CHAIR.format(member=mine.user_id)} AND to_date IS NULL", "accept_office")
    assert not _opens_the_next_source(admin, chair, mine)


def test_whoever_took_over_the_chair_and_whom_they_let_in_hold_keys(tmp_path: Path) -> None:
    """Their own signature stands under their office, and under all that comes after it."""
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    taker = kept.come_in(admin, Role.MEMBER)
    people.accept_office(taker, people.hand_over(reader, taker.name, "CHC", to_date=date(2026, 12, 1)))
    door.request_access(
        admin.folder, "Hana Rei", kept.PASSPHRASE, Role.ADMINISTRATOR, "CHC", stretcher=CheapStretcher()
    )
    people.approve_person(taker, "Hana Rei")
    people.accept_office(admin, people.hand_over(reader, admin.name, "CHC", to_date=date(2026, 12, 1)))
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert {taker.name, "Hana Rei", admin.name, READER} <= holders(admin)
    assert not _gifts(admin).roles
    assert not _gifts(admin).users


def _gifts(desk: Desk) -> Gifts:
    with connect.engine_for(desk.path, desk.opened.register_key, read_only=True).connect() as connection:
        return own_gifts(connection)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE exclusions SET user_id = NULL, name = 'Another', name_key = 'another'",
        "DELETE FROM exclusions",
    ],
)
def test_a_chair_who_takes_their_own_exclusion_away_with_own_tools_gets_no_key(
    sql: str, tmp_path: Path
) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    say(admin)
    sign_with_own_tools(chair, sql, "end_exclusion")
    say(admin)
    assert chair.name not in holders(admin)
    assert not opens(ring(chair), admin)


def test_a_chair_whose_exclusion_another_chair_ended_holds_the_key_again(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    chair = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, chair.name, "a relative")
    assert chair.name not in holders(admin)
    restricted.end_exclusion(reader, KEPT, chair.name, "said of the wrong one")
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    assert {chair.name, READER} <= holders(admin)


@pytest.mark.parametrize("forum", [None, "CHC"])
def test_whom_a_chair_let_in_keeps_their_keys_when_the_chair_has_handed_over(
    forum: str | None, tmp_path: Path
) -> None:
    """Whoever accepts signs the end of the other one's office, and the other one's word still counts."""
    admin = kept.full_register(tmp_path / "register")
    chair, first, second = (
        at_table.chair(admin),
        kept.come_in(admin, Role.MEMBER),
        kept.come_in(admin, Role.CHAIR),
    )
    people.accept_office(first, people.hand_over(chair, first.name, forum, from_date=date(2026, 12, 24)))
    assert not (_gifts(admin).users | _gifts(admin).roles)
    later = desks.Clock(desks.START + timedelta(days=60))
    taker = kept.come_in(admin, Role.MEMBER, later)
    people.accept_office(kept.come_in(admin, Role.CHAIR, later), people.hand_over(taker, second.name, forum))
    assert not (_gifts(admin).users | _gifts(admin).roles)
    people.revoke_person(admin, chair.name, "has left", emergency=True)
    assert not (_gifts(admin).users | _gifts(admin).roles)
