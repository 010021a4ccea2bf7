"""The numbers beside the sections: what waits, told at sign-in with one look that asks nothing a role may not do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import desk as door
from app.desk import Desk
from app.domain.packs import HolderDraft
from app.domain.words import Contents, Role
from app.usecases import packs, people
from app.usecases.trail import list_trail
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher
from tests.ui.conftest import PASSPHRASE, SignIn, rest
from ui.main import Program
from ui.window import Window

REGISTER = months.new_month
HOLDERS = (HolderDraft("Mere Ashcombe", "prisons"), HolderDraft("S. Merrin", "probation"))
WIREMU = "Wiremu Pōtiki"

WAITING = {
    Role.ADMINISTRATOR: ["list_meetings", "count_copies", "list_exchanges", "list_users", "list_proposals"],
    Role.CHAIR: ["list_meetings", "count_copies", "list_exchanges", "list_users", "list_proposals"],
    Role.MEMBER: ["list_meetings"],
    Role.POLICE_LIAISON: ["list_meetings", "list_exchanges"],
    Role.AUDITOR: ["list_meetings", "list_users", "list_proposals"],
}
"""What each role is told of, written down by hand."""


def _beside(window: Window) -> dict[str, str]:
    lines = [window.nav.item(number).text() for number in range(window.nav.count())]
    return {title: count for title, _, count in (line.partition("  ") for line in lines) if count}


def _reserve(desk: Desk) -> None:
    """Two numbered copies, of which one is out and one stays reserved, as after a stopped computer."""
    order = packs.reserve_copies(desk, months.MEETING, Contents.AGENDA, HOLDERS, plain=True)
    laid_out = packs.lay_out_pages(desk, months.MEETING, order)
    packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, _data: None)
    desk.close()


@pytest.mark.parametrize("role", tuple(Role))
def test_all_that_waits_is_one_look_at_sign_in_and_asks_only_what_the_role_may(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    chair = desks.sit(register, Role.CHAIR)
    before = len(list_trail(chair))
    enter(role)
    entries = list_trail(chair)[before:]
    # Letting somebody in, whom the chair does not know yet, is entered too; what is at rest enters itself.
    told = [json.loads(row.body)["looks"] for row in entries if row.event == "looks_together"]
    home, waiting = [[look["event"] for look in looks] for looks in told]
    assert waiting == WAITING[role]
    assert "list_meetings" in home
    alone = {row.event for row in entries}
    assert not alone & {"count_copies", "list_exchanges", "list_users", "list_proposals"}
    assert not [row.event for row in entries if "refused" in row.event]


def test_the_number_beside_the_packs_is_what_should_be_back_or_nobody_settled(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _reserve(desks.sit(register))
    # One stays reserved; the one that is out is not late before the meeting.
    assert _beside(enter()) == {"Packs and copies": "(1)"}


def test_a_number_of_one_forum_is_not_told_of_another_where_the_same_person_may_not_count_it(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _reserve(desks.sit(register))
    door.request_access(register, WIREMU, PASSPHRASE, Role.ADMINISTRATOR, None, stretcher=CheapStretcher())
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, WIREMU)
    other = desks.come_in(register, WIREMU, PASSPHRASE)
    people.approve_proposal(chair, people.propose_role(other, desks.ADMINISTRATOR[0], Role.MEMBER, "HB"))
    window = enter()
    assert _beside(window) == {"Packs and copies": "(1)"}
    window.desk.choose_forum("HB")
    rest(program, qtbot)
    assert _beside(window) == {}
