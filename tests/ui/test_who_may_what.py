"""Who may what: the table of trust.md cell by cell, then each cell through the door and through the window."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from app.desk import Desk, UseCase, use_case
from app.domain.errors import NotPermitted
from app.domain.people import Grant, Permission, grant
from app.domain.words import Role
from db.work import Work
from tests.ui.conftest import SignIn, rest
from ui.main import Program

ROLES = (Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR)
MAY = {Grant.YES, Grant.LIMITED}


class Line(NamedTuple):
    """One thing of the table: its words, its cells by role, what the code calls it, and why the code says otherwise."""

    words: str
    cells: str
    permission: Permission | None
    deviation: str = ""


TABLE = (
    Line("own forum's coming agenda", "●●●◐–", Permission.SEE_AGENDA),
    Line("search, open a case", "●●◐––", Permission.OPEN_CASE),
    Line(
        "restricted case",
        "◐◐◐––",
        None,
        "opened as any case is, by its named readers alone: a limit of the register's own, whatever the office "
        "(app/domain/restricted.py)",
    ),
    # The table says "● and its writer" under the chair: a writer of another role is let in to their own alone.
    Line("open a source seal (reason, 60 s)", "◐●◐◐–", Permission.OPEN_SOURCE),
    Line("add or edit a case, flags, criteria, import an extract", "●––––", Permission.EDIT_CASE),
    Line("make the agenda", "●●–––", Permission.MAKE_AGENDA),
    Line("issue the agenda", "●●–––", Permission.MAKE_AGENDA),
    Line("print numbered packs; issue, count in", "●●–––", Permission.PRINT_PACKS),
    Line("destroy (named witness)", "●●–––", Permission.DESTROY_COPY),
    Line("close with a copy missing", "–●–––", Permission.CLOSE_MEETING),
    Line("make the Police workbook; show its passphrase", "●●–––", Permission.MAKE_POLICE_WORKBOOK),
    Line("take in the returned workbook", "●●–●–", Permission.TAKE_IN_POLICE),
    Line("decide cells", "●––◐–", Permission.DECIDE_POLICE),
    Line("force a match", "○●–––", Permission.FORCE_MATCH),
    Line("record decisions, minutes, actions, attendance", "●●–––", Permission.RECORD_MEETING),
    Line("close a meeting, sign its minutes", "–●–––", Permission.CLOSE_MEETING),
    Line("correct signed minutes", "○●–––", Permission.CORRECT_MINUTES),
    Line(
        "mark an own action done",
        "●●●●–",
        Permission.MARK_ACTION,
        "the office settles every action; that a member or the liaison settles only what is theirs is a limit, "
        "so their cells are ◐",
    ),
    Line("ask for a disclosure", "●●●●–", Permission.ASK_DISCLOSURE),
    Line("approve a disclosure (never one's own)", "–●–––", Permission.APPROVE_DISCLOSURE),
    Line("record a disclosure as made", "●––––", Permission.RECORD_DISCLOSURE),
    Line("figures without names", "●●●–●", Permission.SEE_FIGURES),
    Line("propose a person or role (never oneself)", "●––––", Permission.PROPOSE_PERSON),
    Line("approve a person or role (never oneself)", "–●–––", Permission.APPROVE_PERSON),
    Line("revoke", "●●–––", Permission.REVOKE_PERSON),
    Line("add or change a forum · schedule a meeting", "●●–––", Permission.CHANGE_FORUM),
    Line("read the trail", "◐●––●", Permission.READ_TRAIL),
    Line("verify, checkpoint", "●●●●●", Permission.VERIFY_TRAIL),
    Line("back up", "●●–––", Permission.BACK_UP),
    Line("restore", "○●–––", Permission.RESTORE),
    Line("dispose", "○●–––", Permission.DISPOSE),
)

BESIDE = {
    Permission.RESTRICT_CASE: "those who may run a case may keep it to fewer, if a chair reads it",
    Permission.LIFT_RESTRICTION: "the chair answers for who sees a case and who is kept from it",
    Permission.BREAK_GLASS: "those who may open every ordinary case, in an emergency and before witnesses",
    Permission.SEAL_SOURCE: "whoever records what was said may seal who said it, and see that it is sealed",
    Permission.SEE_WATCH_LIST: "who is not on the list is for those who look after the list and its criteria",
    Permission.SEE_PAST: "a past day is told, for an inquiry, by those who keep the record of today",
    Permission.PRINT_PAST: "whatever leaves the forum for somebody outside is the chair's decision",
    Permission.SEE_FRONT_LINE: "briefs are prepared by an administrator and decided by a chair",
    Permission.SEE_DISPOSALS: "what is due is seen by those who propose or approve it",
    Permission.PROPOSE_DISPOSAL: "the ○ of *dispose*: an administrator proposes or holds, and a chair may too",
    Permission.ASK_MATCH: "the ○ of *force a match*: an administrator asks, and a chair says it without being asked",
    Permission.SEE_DISCLOSURES: "the ledger of what left is read by whoever answers for it, and by the auditor",
    Permission.READ_MINUTES: "members get minutes as numbered copies, so the screen is for the office",
    Permission.EVALUATE_MEETING: "the chair answers for how a meeting went",
    Permission.HAND_OVER: "an office is handed over by whoever holds it",
    Permission.SEE_PEOPLE: "who has access is seen by those who may end it, and by the auditor",
    Permission.SEE_FORUM: "which forums there are and when they meet is no secret among those with access",
    Permission.CHECK_REGISTER: "whoever may verify the trail may check the file it stands in",
    Permission.OWN_KEYS: "a passphrase is one's own",
    Permission.ACCEPT_OFFICE: "whoever is named accepts; an auditor holds no office beside",
}
"""What the table has no line for, and why whoever may it may."""


def _cells(permission: Permission) -> str:
    return "".join(grant(permission, role).value for role in ROLES)


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.words)
def test_the_code_says_what_the_table_says_or_why_not(line: Line) -> None:
    if line.permission is None:
        assert line.deviation
        return
    if line.deviation:
        assert _cells(line.permission) != line.cells, "the deviation is gone: take its reason away"
    else:
        assert _cells(line.permission) == line.cells


def test_a_deviation_never_lets_somebody_do_what_the_table_does_not() -> None:
    order = (Grant.NO, Grant.ASKS, Grant.LIMITED, Grant.YES)
    for line in TABLE:
        if line.permission is None:
            continue
        for said, asked in zip(_cells(line.permission), line.cells, strict=True):
            assert order.index(Grant(said)) <= order.index(Grant(asked)), line.words


def test_every_permission_has_a_line_or_a_reason() -> None:
    in_table = {line.permission for line in TABLE} - {None}
    assert in_table.isdisjoint(BESIDE)
    assert in_table | set(BESIDE) == set(Permission)


def _probe(permission: Permission) -> UseCase[Any, bool]:
    def look(work: Work) -> bool:
        return work.limited

    look.__name__ = f"probe_{permission.name.lower()}"
    return use_case(permission, looks=True)(look)


PROBES = {permission: _probe(permission) for permission in Permission}
"""A look under each permission, so that nothing but the permission is asked."""


def _door(desk: Desk, permission: Permission) -> Grant:
    """What the door answers: done, done within a limit, or refused."""
    try:
        return Grant.LIMITED if PROBES[permission](desk) else Grant.YES
    except NotPermitted:
        return Grant.NO


@pytest.mark.parametrize("role", ROLES)
def test_every_cell_is_the_same_through_the_door_and_in_the_window(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    rest(program, qtbot)
    for permission in Permission:
        told = grant(permission, role)
        assert _door(window.desk.door, permission) is (told if told in MAY else Grant.NO), permission
        assert window.desk.may(PROBES[permission]) is (told in MAY), permission
