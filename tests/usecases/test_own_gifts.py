"""A row that somebody wrote about themselves with own tools, and signed alone, gives them no key (needs A4, D3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.words import Role
from app.usecases import register as forums
from app.usecases import restricted, sources
from tests.fixtures import at_table
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import KEPT, PLAIN, READER
from tests.fixtures.sealed_case import holders, opens, ring, sign_with_own_tools
from tests.usecases.test_case_seals import say
from tests.usecases.test_sources import CANARY, TEXT, opened, opens_by_mathematics

CHAIR = "UPDATE roles SET role = 'chair' WHERE user_id = '{member}'"
HANDED = (
    "INSERT INTO proposals (id, kind, user_id, forum, role, from_date, proposed_by, proposed_at, seq) "
    "VALUES (77, 'hand-over', '{member}', 'CHC', 'chair', '2026-11-16', '{admin}', '2026-11-16 00:00:00.000000', 1)"
)


@pytest.mark.parametrize(("sql", "event"), [(CHAIR, "accept_office"), (HANDED, "hand_over")])
def test_whoever_makes_themselves_chair_with_own_tools_opens_no_source_sealed_afterwards(
    sql: str, event: str, tmp_path: Path
) -> None:
    """The chair who seals the next one must not hand them the key."""
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


def test_whoever_brought_the_register_forward_keeps_the_keys_that_others_gave(tmp_path: Path) -> None:
    """A schema step that rewrites rows about somebody is signed by them, where they open the register first."""
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    restricted.name_readers(reader, KEPT, [READER, other.name])
    number = other.opened.keys.user_id
    for sql in (
        f"UPDATE roles SET to_date = '2099-12-31' WHERE user_id = '{number}'",
        f"UPDATE users SET approved_at = '2026-11-15 00:00:00.000000' WHERE user_id = '{number}'",
    ):
        sign_with_own_tools(other, sql, "bring_forward")
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, other.name, member.name])
    assert {other.name, READER, member.name} <= holders(admin)
    assert opens(ring(other), admin)
    say(admin, PLAIN, "Means to live with a friend")
    at_table.member(admin, Role.CHAIR, "One More Chair")
    about = sources.list_statements(reader, PLAIN)[0].ref
    source = str(sources.seal_source(reader, PLAIN, about, TEXT).source)
    assert opens_by_mathematics(admin, source, other.opened.keys)


def test_a_row_that_nobody_else_ever_signed_is_no_better_for_being_called_a_step(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.name_readers(reader, KEPT, [READER, admin.name])
    member = kept.come_in(admin, Role.MEMBER)
    named = f"INSERT INTO case_readers VALUES (77, 1, '{member.opened.keys.user_id}', 1, NULL)"
    sign_with_own_tools(member, named, "bring_forward")
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert not opens(ring(member), admin)
    assert member.name not in holders(admin)
