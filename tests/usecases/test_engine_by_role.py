"""The engine itself refuses what a role may not write or read, whatever statement a use case would send it.

`tests/golden/engine.csv` says for every table and action what each role's connection lets through: `●` under every
permission of the role, `◐` only under those that are about it, `–` under none. It is printed by running a statement of
each kind through the door's own connection in each role; look at a change, then write it anew.

`tests/golden/who-may-what.csv` is the table of the design. What the engine lets a liaison or an auditor,
who may open no case, read about people stands with its reason in `tests/golden/engine-reads.csv`.
"""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Connection, insert, text
from sqlalchemy.exc import DBAPIError

from app import desk as door
from app.desk import Desk, use_case
from app.domain.errors import NotPermitted
from app.domain.people import Grant, Permission, grant
from app.domain.words import Role
from app.usecases import figures, people, trail
from db import readers_view, role_guard
from db.tables.base import Base
from db.tables.people import RoleGrant
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_case, do

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "engine.csv"
TABLE = GOLDEN.with_name("who-may-what.csv")
READS = GOLDEN.with_name("engine-reads.csv")
REMEDY = "look at it, then: FORUMDESK_GOLDEN=write ./run test tests/usecases/test_engine_by_role.py"
ROLES = (Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR)
NAME, PASSPHRASE = "Wiremu Pōtiki", "a kettle sings on the stove"
STATEMENTS = {
    "read": "SELECT * FROM {0} LIMIT 0",
    "insert": "INSERT INTO {0} SELECT * FROM {0} WHERE 0",
    "update": "UPDATE {0} SET {1} = {1} WHERE 0",
    "delete": "DELETE FROM {0} WHERE 0",
}


def _sit(register: Path, role: Role) -> Desk:
    if role in (Role.ADMINISTRATOR, Role.CHAIR):
        return desks.sit(register, role)
    door.request_access(register, NAME, PASSPHRASE, role, None, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), NAME)
    return door.sign_in(register, NAME, PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher())


def _lets(connection: Connection, statement: str) -> bool:
    try:
        connection.execute(text(statement))
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_AUTH":
            raise
        return False
    return True


def _through(desk: Desk, role: Role) -> dict[tuple[str, str], str]:
    """For each table and action the mark of one role, by running the statements on the door's own connection."""
    mine = [each for each in Permission if grant(each, role) in (Grant.YES, Grant.LIMITED)]
    let: dict[tuple[str, str], set[bool]] = {}
    for looks in (True, False):
        with desk.engine(read_only=looks).connect() as connection:
            for permission in mine:
                role_guard.narrow(connection, role, permission, looks=looks)
                for table in Base.metadata.sorted_tables:
                    for action, statement in STATEMENTS.items():
                        if (action == "read") is looks:
                            asked = statement.format(table.name, f'"{next(iter(table.columns)).name}"')
                            let.setdefault((table.name, action), set()).add(_lets(connection, asked))
    return {key: "◐" if len(found) > 1 else "●" if True in found else "–" for key, found in let.items()}


def test_the_engine_lets_each_role_write_and_read_what_the_golden_table_says(
    register: Path, tmp_path: Path
) -> None:
    marks = {}
    for role in ROLES:
        folder = desks.new_register(tmp_path / role.name)
        marks[role] = _through(_sit(folder, role), role)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("table", "action", *(role.value for role in ROLES)))
    for table in sorted(Base.metadata.tables):
        for action in STATEMENTS:
            writer.writerow((table, action, *(marks[role][table, action] for role in ROLES)))
    if os.environ.get("FORUMDESK_GOLDEN") == "write":
        GOLDEN.write_text(out.getvalue(), encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == out.getvalue(), REMEDY


class Beyond(NamedTuple):
    """What a look under one permission reads about people, the line of the table it stands under, and why so much."""

    tables: frozenset[str]
    line: str
    cell: str
    why: str


def _rows_of(file: Path) -> list[dict[str, str]]:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def _reasons() -> dict[tuple[str, str], Beyond]:
    return {
        (row["role"], row["permission"]): Beyond(
            frozenset(row["tables"].split()), row["line"], row["cell"], row["why"]
        )
        for row in _rows_of(READS)
    }


def _read_about_people(desk: Desk, role: Role) -> dict[tuple[str, str], frozenset[str]]:
    """By permission, the tables about people that a look of a role reads through the door's own connection."""
    found = {}
    with desk.engine(read_only=True).connect() as connection:
        for permission in Permission:
            if grant(permission, role) not in (Grant.YES, Grant.LIMITED) or permission in role_guard.SEES_ALL:
                continue
            role_guard.narrow(connection, role, permission, looks=True)
            tables = [
                name
                for name in sorted(readers_view.about_people())
                if _lets(connection, STATEMENTS["read"].format(name))
            ]
            if tables:
                found[role.value, permission.name] = frozenset(tables)
    return found


@pytest.mark.parametrize("role", [Role.POLICE_LIAISON, Role.AUDITOR])
def test_who_may_open_no_case_reads_about_people_only_what_has_a_line_of_the_table_or_a_reason(
    role: Role, register: Path
) -> None:
    reasons = {key: each for key, each in _reasons().items() if key[0] == role.value}
    found = _read_about_people(_sit(register, role), role)
    assert found == {key: each.tables for key, each in reasons.items()}
    cells = {row["line"]: row[role.value] for row in _rows_of(TABLE)}
    assert cells["search, open a case"] == "–"
    for key, each in reasons.items():
        assert each.why, key
        assert each.cell == (cells[each.line] if each.line else "–"), key


@pytest.mark.parametrize("role", [Role.POLICE_LIAISON, Role.AUDITOR])
def test_no_table_about_people_is_open_under_every_permission_of_who_may_open_no_case(role: Role) -> None:
    found = _golden()
    for table in readers_view.about_people():
        assert found[table, "read"][role.value] == "◐", table


def _golden() -> dict[tuple[str, str], dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return {(row["table"], row["action"]): row for row in csv.DictReader(file)}


def test_nobody_changes_or_removes_an_entry_of_the_trail() -> None:
    found = _golden()
    for action in ("update", "delete"):
        assert {found["trail", action][role.value] for role in ROLES} == {"–"}


def test_who_is_who_is_written_only_by_what_is_about_it() -> None:
    found = _golden()
    for table in role_guard.HELD:
        for role in ROLES:
            assert found[table, "update"][role.value] != "●", (table, role)
    assert found["roles", "insert"][Role.AUDITOR.value] == "–"
    assert found["users", "insert"][Role.MEMBER.value] == "–"


@pytest.mark.parametrize("role", [Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR])
@pytest.mark.parametrize("table", ["persons", "cases", "flags", "decisions", "copies", "meetings"])
def test_those_who_only_look_write_no_record(role: Role, table: str) -> None:
    assert _golden()[table, "update"][role.value] == "–"


def test_a_use_case_that_writes_beyond_its_role_is_refused_by_the_engine_and_leaves_nothing(
    register: Path,
) -> None:
    @use_case(Permission.OWN_KEYS)
    def grab_a_role(work: Work) -> None:
        grant = {"forum": None, "role": Role.CHAIR, "from_date": work.today, "granted_by": work.user_id}
        work.connection.execute(insert(RoleGrant).values(user_id=work.user_id, granted_seq=work.seq, **grant))

    for desk in (desks.sit(register), _sit(register, Role.AUDITOR)):
        with pytest.raises(NotPermitted, match="The register does not permit this"):
            grab_a_role(desk)
        assert [office.role for office in desk.offices()] != [Role.CHAIR]
    assert [row.event for row in trail.list_trail(desks.sit(register))][-1] == "refused: grab_a_role"


def test_a_liaisons_change_writes_and_reads_the_police_part_alone(register: Path) -> None:
    def tries(permission: Permission, statement: str) -> None:
        @use_case(permission)
        def try_it(work: Work) -> None:
            work.connection.execute(text(statement))

        try_it(_sit_once(register))

    do(desks.sit(register), lambda work: add_case(work, "001"))
    _sit(register, Role.POLICE_LIAISON)
    tries(Permission.TAKE_IN_POLICE, "UPDATE returns SET id = id")
    tries(Permission.DECIDE_POLICE, "UPDATE police_values SET id = id")
    tries(Permission.MARK_ACTION, "UPDATE actions SET id = id")
    for permission, statement in (
        (Permission.TAKE_IN_POLICE, "UPDATE police_values SET id = id"),
        (Permission.TAKE_IN_POLICE, "UPDATE actions SET id = id"),
        (Permission.MARK_ACTION, "UPDATE returned_cells SET id = id"),
        (Permission.DECIDE_POLICE, "UPDATE cases SET owner = NULL"),
        (Permission.DECIDE_POLICE, "UPDATE police_values SET value = (SELECT text FROM discussions)"),
    ):
        with pytest.raises(NotPermitted, match="The register does not permit this"):
            tries(permission, statement)


def _sit_once(register: Path) -> Desk:
    return door.sign_in(register, NAME, PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher())


def test_an_auditor_gets_no_name_from_the_engine_and_reads_trail_and_figures(register: Path) -> None:
    @use_case(Permission.SEE_FIGURES, looks=True)
    def names(work: Work) -> list[tuple[object, ...]]:
        rows = work.connection.execute(
            text("SELECT id, prn, surname, given_names, date_of_birth FROM persons")
        )
        return [tuple(row) for row in rows]

    do(desks.sit(register), lambda work: add_case(work, "001"))
    cases_of = desks.sit(register)
    assert names(cases_of) == [(1, "001", "Ngata", "Hēmi", "1980-02-29")]
    auditor = _sit(register, Role.AUDITOR)
    assert names(auditor) == [(1, None, None, None, None)]
    assert not [row for row in trail.list_trail(auditor) if "Ngata" in row.sentence]
    assert figures.see_figures(auditor, "CHC")
