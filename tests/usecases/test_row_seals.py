"""Every row hangs on the signed entry that last changed it; what other tools change is told by table and number."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from math import inf
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update

from app.desk import Desk
from app.domain.errors import Damaged
from app.domain.register import DamagedRegister, ForumDraft
from app.domain.words import Role
from app.usecases import outside
from app.usecases import register as forums
from app.usecases import trail as trails
from db import connect, row_seals, seal_checks, sealed_rows
from db.schema import SCHEMA_VERSION
from db.tables.base import Base
from db.tables.register import Alias, Case, Person
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.made_cases import add_case, do, take_away
from tests.fixtures.process import ROOT

ADD_ALIAS = (
    "INSERT INTO aliases (person_id, kind, surname, given_names, owner, source, as_at) "
    "VALUES (2, 'alias', 'x', '', 'IOMS', 'x', '2026-01-01')"
)
ADD_PAST = "INSERT INTO history (seq, subject, subject_id, field, old, new) VALUES (3, 'cases', '3', 'owner', 'x', 'y')"


def _own_tools(desk: Desk, *statements: str) -> None:
    """As somebody with the key could: no door, no guard."""
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def _outside(desk: Desk, *, faulty: bool = False) -> list[tuple[str, object, str, int | None]]:
    with desk.engine(read_only=True).connect() as connection:
        rows, faults = seal_checks.outside(connection)
    assert faulty or faults == []
    return [(row.table_name, row.row, str(row.change), row.person) for row in rows]


def _faults(desk: Desk) -> list[str]:
    with desk.engine(read_only=True).connect() as connection:
        return seal_checks.outside(connection)[1]


def _sealed(desk: Desk, name: str) -> list[tuple[Any, ...]]:
    with desk.engine(read_only=True).connect() as connection:
        return [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT row, seq, person, length(digest) FROM row_seals WHERE table_name = ? ORDER BY row, seq",
                (name,),
            )
        ]


@pytest.fixture
def desk(register: Path) -> Desk:
    """A register with three cases, numbered 1 to 3 like their people."""
    desk = desks.sit(register)
    do(desk, lambda work: [add_case(work, f"00{number}") for number in range(3)])
    return desk


@pytest.fixture
def changed(desk: Desk) -> Desk:
    """The same once a value of the second case was changed: what it was stands in `history`."""
    do(desk, lambda work: setattr(work.session.get_one(Case, 2), "owner", "J. Tane"))
    return desk


def test_what_is_made_and_changed_through_the_door_fits_its_seals(desk: Desk) -> None:
    do(desk, lambda work: setattr(work.session.get_one(Case, 2), "owner", "J. Tane"))
    assert _outside(desk) == []
    assert [row[1] for row in _sealed(desk, "cases")] == [5, 5, 6, 5]
    assert all(row.ok for row in forums.check_register(desk))


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE persons SET surname = 'Other' WHERE id = 2", ("persons", 2, "changed", 2)),
        ("UPDATE cases SET owner = 'x' WHERE id = 3", ("cases", 3, "changed", 3)),
        ("DELETE FROM ioms_records WHERE person_id = 1", ("ioms_records", 1, "taken away", 1)),
        (ADD_ALIAS, ("aliases", 1, "added", 2)),
        ("UPDATE forums SET name = 'x' WHERE code = 'HB'", ("forums", "HB", "changed", None)),
        ("UPDATE roles SET role = 'chair' WHERE id = 1", ("roles", 1, "changed", None)),
        ("UPDATE history SET old = 'x' WHERE id = 1", ("history", 1, "changed", 2)),
        ("DELETE FROM history WHERE id = 1", ("history", 1, "taken away", 2)),
        (ADD_PAST, ("history", 2, "added", 3)),
    ],
)
def test_a_row_changed_added_or_taken_away_with_own_tools_is_told(
    changed: Desk, statement: str, told: tuple[str, object, str, int | None]
) -> None:
    _own_tools(changed, statement)
    assert _outside(changed) == [told]


def test_a_past_value_that_was_edited_marks_the_case_it_was_of(changed: Desk) -> None:
    _own_tools(changed, "UPDATE history SET old = 'x'")
    assert dict(outside.see_outside(changed).marks) == {
        "001": "Changed outside ForumDesk: history 1; last sealed by entry 6"
    }


def test_past_values_of_a_register_whose_seals_left_them_out_are_sealed_as_found_once(changed: Desk) -> None:
    _own_tools(
        changed,
        "DELETE FROM row_seals WHERE table_name = 'history'",
        "DROP TRIGGER trail_no_update",
        "UPDATE trail SET body = json_remove(body, '$.seals.history')",
    )
    assert [row for row in _outside(changed, faulty=True) if row[0] == "history"] == []
    do(changed, lambda work: setattr(work.session.get_one(Case, 3), "owner", "K. Tane"))
    assert [row[:2] for row in _sealed(changed, "history")] == [(1, 7), (2, 7)]
    assert json.loads(trails.list_trail(changed)[6].body)["seals"]["history"] is True
    _own_tools(changed, ADD_PAST)
    assert ("history", 3, "added", 3) in _outside(changed, faulty=True), "an old number makes it no older"


def test_the_check_names_table_and_number_and_no_person(desk: Desk) -> None:
    _own_tools(desk, "UPDATE persons SET surname = 'Other' WHERE id = 2")
    with pytest.raises(DamagedRegister) as damage:
        forums.check_register(desk)
    (row,) = [row for row in damage.value.rows if not row.ok]
    assert (row.check, row.sentence) == (
        "rows as sealed",
        "Row 2 of the table persons was changed outside ForumDesk since entry 5.",
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE row_seals SET digest = zeroblob(48) WHERE table_name = 'cases' AND row = 2",
        "UPDATE row_seals SET person = 1 WHERE table_name = 'cases' AND row = 2",
        "DELETE FROM row_seals WHERE table_name = 'cases' AND row = 2",
        "INSERT INTO row_seals SELECT 'cases', 9, 5, 2, salt, digest FROM row_seals WHERE row = 'CHC'",
        "DELETE FROM row_seals",
    ],
)
def test_seals_made_anew_do_not_fit_what_was_signed(desk: Desk, statement: str) -> None:
    _own_tools(desk, statement)
    assert "The seals of entry 5 are not those it was signed with." in _faults(desk)


def _strange(desk: Desk) -> set[tuple[str, object]]:
    """Which of the cases a save may not rest on."""
    with desk.engine(read_only=True).connect() as connection:
        return {(row.table_name, row.row) for row in seal_checks.strange(connection, {"cases"})}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE row_seals SET person = 1 WHERE table_name = 'cases' AND row = 2",
        "UPDATE row_seals SET digest = zeroblob(48) WHERE table_name = 'persons' AND row = 2",
        "DELETE FROM row_seals WHERE table_name = 'persons' AND row = 2",
        "INSERT INTO row_seals SELECT 'aliases', 9, 5, 2, salt, digest FROM row_seals WHERE row = 'CHC'",
        "UPDATE trail SET signature = zeroblob(length(signature)) WHERE seq = 5",
    ],
)
def test_a_save_rests_on_no_row_of_an_entry_any_of_whose_seals_or_signature_was_changed(
    desk: Desk, statement: str
) -> None:
    assert not _strange(desk)
    _own_tools(desk, "DROP TRIGGER trail_no_update", statement)
    assert {("cases", 1), ("cases", 2), ("cases", 3)} <= _strange(desk)


def test_what_one_transaction_found_sound_is_asked_anew_by_the_next(desk: Desk) -> None:
    with desk.engine(read_only=False).connect() as connection:
        for ends in (connection.rollback, connection.commit):
            assert not seal_checks.strange(connection, {"cases"})
            ends()
            _own_tools(desk, "UPDATE row_seals SET person = 1 WHERE table_name = 'cases' AND row = 2")
            assert seal_checks.strange(connection, {"cases"})
            ends()
            _own_tools(desk, "UPDATE row_seals SET person = 2 WHERE table_name = 'cases' AND row = 2")


def test_a_seal_under_an_entry_that_sealed_nothing_is_told(desk: Desk) -> None:
    _own_tools(
        desk,
        "INSERT INTO row_seals SELECT table_name, row, 4, person, salt, digest FROM row_seals "
        "WHERE table_name = 'cases' AND row = 2",
    )
    assert _faults(desk) == ["Rows are sealed under entry 4, which sealed none."]


def test_bulk_statements_are_sealed_like_mapped_rows(desk: Desk) -> None:
    chair = desks.sit(desk.folder, Role.CHAIR)

    def change(work: Work) -> None:
        values = {"person_id": 1, "kind": "alias", "given_names": "", "owner": "IOMS", "source": "x"}
        values |= {"as_at": work.today}
        work.connection.execute(insert(Alias), [values | {"surname": f"n{n}"} for n in range(3)])
        work.connection.execute(update(Alias).where(Alias.id == 2).values(surname="other"))
        work.connection.execute(delete(Alias).where(Alias.id == 3))

    take_away(chair, change)
    assert _sealed(desk, "aliases") == [(1, 7, 1, 48), (2, 7, 1, 48)]
    take_away(chair, lambda work: work.connection.execute(delete(Alias)))
    assert _sealed(desk, "aliases") == [(1, 7, 1, 48), (1, 8, 1, 0), (2, 7, 1, 48), (2, 8, 1, 0)]
    assert _outside(desk) == []


def test_a_digest_is_over_the_row_as_json_writes_it_whatever_it_holds() -> None:
    sealed = sealed_rows.sealed_tables()["history"]
    for key, value in enumerate(
        (0, -7, 2**62, 0.1, 1e300, inf, "Tūī", 'say "no"\\', "\x00\x1f\u2028🌿", b"\x00\xff", "")
    ):
        told = {sealed.columns[0]: value, sealed.columns[-1]: "x"}
        written = json.dumps(
            [sealed.name, key, told], separators=(",", ":"), default=lambda each: {"x": each.hex()}
        )
        values = [value, *[None] * (len(sealed.columns) - 2), "x"]
        over = sealed_rows.DOMAIN + b"salt" + written.encode("ascii")
        assert sealed.digest(b"salt", key, values) == hashlib.sha384(over).digest(), value


def test_a_row_set_to_what_it_was_gets_no_new_seal(desk: Desk) -> None:
    do(desk, lambda work: work.connection.execute(update(Person).values(surname=Person.surname)))
    assert [row[1] for row in _sealed(desk, "persons")] == [5, 5, 5]


def test_a_row_changed_outside_cannot_be_changed_here_or_a_strangers_change_would_be_sealed(
    desk: Desk,
) -> None:
    _own_tools(desk, "UPDATE cases SET owner = 'x' WHERE id = 2")
    with pytest.raises(Damaged, match="Not saved: row 2 of the table cases was changed outside"):
        do(desk, lambda work: setattr(work.session.get_one(Case, 2), "owner", "J. Tane"))
    assert _outside(desk) == [("cases", 2, "changed", 2)]
    do(desk, lambda work: setattr(work.session.get_one(Case, 3), "owner", "J. Tane"))


def test_a_row_in_the_place_of_one_taken_away_outside_is_not_saved(desk: Desk) -> None:
    do(desk, lambda work: work.session.add(_alias(work)))
    _own_tools(desk, "DELETE FROM aliases")
    with pytest.raises(Damaged, match="row 1 of the table aliases was taken away outside"):
        do(desk, lambda work: work.session.add(_alias(work, 1)))
    do(desk, lambda work: work.session.add(_alias(work)))
    assert _outside(desk) == [("aliases", 1, "taken away", 1)], "a new row gets a number of its own"


def _alias(work: Work, number: int | None = None) -> Alias:
    from app.domain.words import AliasKind, Owner

    return Alias(
        id=number,
        person_id=1,
        kind=AliasKind.ALIAS,
        surname="x",
        given_names="",
        owner=Owner.FORUM,
        source="x",
        as_at=work.today,
    )


def test_the_signed_body_holds_a_digest_and_no_value(desk: Desk) -> None:
    body = json.loads(trails.list_trail(desk)[4].body)
    assert body["seals"]["rows"] == 10
    assert len(body["seals"]["sha384"]) == 96
    assert "Ngata" not in json.dumps(body)


def test_forgetting_a_person_empties_their_salts_and_the_entries_still_hold(desk: Desk) -> None:
    def dispose(work: Work) -> None:
        for table in ("cases", "ioms_records", "linkage_keys", "search_people"):
            work.connection.exec_driver_sql(f"DELETE FROM {table} WHERE person_id = 2")
        work.connection.exec_driver_sql("DELETE FROM persons WHERE id = 2")
        row_seals.forget(work.connection, 2)

    take_away(desks.sit(desk.folder, Role.CHAIR), dispose)
    assert _outside(desk) == []
    with desk.engine(read_only=True).connect() as connection:
        salts = (
            connection.exec_driver_sql("SELECT DISTINCT salt FROM row_seals WHERE person = 2 OR digest = ''")
            .scalars()
            .all()
        )
    assert salts == [b""]


def test_every_table_of_records_is_sealed_and_says_whom_it_is_about() -> None:
    sealed = sealed_rows.sealed_tables()
    assert set(Base.metadata.tables) - set(sealed) == sealed_rows.UNSEALED
    about = {
        name for name, table in Base.metadata.tables.items() if {"person_id", "case_id"} & set(table.c.keys())
    }
    assert [name for name in about & set(sealed) if sealed[name].person == "NULL"] == []


def test_a_register_from_before_the_seals_is_sealed_as_found_by_its_next_change(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desks.sit(register)
    _own_tools(
        desk,
        "DROP TABLE row_seals",
        *(f"DROP TABLE {each}" for each in ("disclosure_statements", "disclosure_requests", "consents")),
        "DROP INDEX ix_compartments_person_id",
        *_unsealed_trail(desk),
        "PRAGMA user_version = 13",
    )
    desk = desks.sit(register)
    assert all(row.ok for row in forums.check_register(desk))
    forums.add_forum(desk, ForumDraft("WGN", "Wellington HR/HP Forum", "WGN"))
    body = json.loads(trails.list_trail(desk)[-1].body)
    assert body["seals"]["as_found"] is True
    assert {row[0] for row in _sealed(desk, "forums")} == {"CHC", "HB", "WGN"}
    assert _outside(desk) == []


def _unsealed_trail(desk: Desk) -> list[str]:
    """The trail as an older program would have left it: entries without seals are another chain, made here."""
    return ["DROP TRIGGER trail_no_delete", "DELETE FROM trail WHERE seq > 0"]


STEP = """
revision, down_revision = "{number:04d}", "{before:04d}"
def upgrade(op):
    op.execute("UPDATE cases SET owner = 'not said' WHERE owner IS NULL")
    op.execute("ALTER TABLE flags ADD COLUMN later INTEGER")
    op.execute("{more}")
"""


def _brought_forward(folder: Path, place: Path, more: str = "SELECT 1") -> Any:
    """What a later program says whose one more step rewrites the owner of every case that has none."""
    number = SCHEMA_VERSION + 1
    (place / f"m{number:04d}_planted.py").write_text(
        STEP.format(number=number, before=number - 1, more=more), encoding="utf-8"
    )
    child = [sys.executable, "-m", "tests.fixtures.planted_step", str(folder), str(place)]
    done = subprocess.run(child, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_what_a_later_schema_step_rewrites_is_sealed_anew_by_who_brings_the_register_forward(
    desk: Desk, tmp_path: Path
) -> None:
    do(desk, lambda work: setattr(work.session.get_one(Case, 3), "owner", "J. Tane"))
    told = _brought_forward(desk.folder, tmp_path)
    assert told == {
        "rows": [],
        "faults": [],
        "ok": True,
        "entries": [[desk.name, {"cases": 2}]],
    }


def test_what_was_changed_outside_before_a_later_schema_step_is_still_noticed_after_it(
    desk: Desk, tmp_path: Path
) -> None:
    _own_tools(
        desk,
        "UPDATE cases SET leading_service = 'x' WHERE id = 2",
        "DELETE FROM ioms_records WHERE person_id = 1",
        ADD_ALIAS,
    )
    told = _brought_forward(desk.folder, tmp_path, "UPDATE aliases SET surname = 'y'")
    assert told["rows"] == [["aliases", 1], ["cases", 2], ["ioms_records", 1]], "rewritten by the step or not"
    assert (told["faults"], told["ok"]) == ([], True)


def test_rows_that_a_later_step_makes_and_takes_away_are_sealed_too(desk: Desk, tmp_path: Path) -> None:
    do(desk, lambda work: work.session.add(_alias(work)))
    told = _brought_forward(desk.folder, tmp_path, "DELETE FROM aliases")
    assert (told["rows"], told["entries"][0][1]) == ([], {"aliases": 1, "cases": 3})


def test_the_check_behind_the_window_notices_an_old_entry_that_was_made_to_fit_its_row(desk: Desk) -> None:
    seen = desk.seen
    forums.check_register(desk, checked=seen)
    _own_tools(
        desk,
        "DROP TRIGGER trail_no_update",
        "DELETE FROM row_seals WHERE table_name = 'cases' AND row = 2",
        "UPDATE trail SET body = json_remove(body, '$.seals') WHERE seq = 5",
        "DELETE FROM row_seals WHERE seq = 5",
    )
    with pytest.raises(DamagedRegister) as damage:
        forums.check_register(desk, checked=seen)
    assert "trail" in [row.check for row in damage.value.rows if not row.ok]
