"""A case that was changed outside is named by PRN, is not printed, and is settled by a chair with a reason."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.cli import register
from app.cli.args import build
from app.cli.base import Call, Edges
from app.desk import Desk
from app.domain.disclosure_request import RequestDraft
from app.domain.errors import Damaged, NotFound, NotPermitted, Refused
from app.domain.grounds import read_ground
from app.domain.packs import HolderDraft
from app.domain.register import DamagedRegister
from app.domain.row_seals import MarkedOutside
from app.domain.words import Contents, DateName, Role, Service
from app.settings import profile_folder
from app.usecases import (
    agenda,
    backup,
    cases,
    copy_ledger,
    disclosure,
    disclosure_requests,
    known,
    meeting,
    outside,
    packs,
    police,
    search,
    trail,
)
from app.usecases import register as forums
from db import connect
from db.tables.register import Person
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.process import hold
from tests.fixtures.terminal import Terminal

MEETING = "CHC-2026-12-09"
HOLDERS = (HolderDraft("Hana Rei", Service.PROBATION),)


def _own_tools(desk: Desk, *statements: str) -> None:
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def desk(register: Path) -> Desk:
    """An issued agenda of three cases."""
    desk = desks.sit(register)
    near = (DateName.HEARING, date(2026, 12, 20))
    do(
        desk,
        lambda work: [
            add_case(work, f"00{n}", anchor=near, next_hearing=near[1], surname=f"Ngata{n}") for n in range(3)
        ],
    )
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9))
    agenda.issue_agenda(desk, MEETING)
    return desk


def test_the_case_is_found_by_its_prn_and_the_rest_of_the_register_works_on(desk: Desk) -> None:
    _own_tools(desk, "UPDATE persons SET surname = 'Other' WHERE id = 2")
    found = outside.see_outside(desk)
    assert dict(found.marks) == {"001": "Changed outside ForumDesk: persons 1; last sealed by entry 5"}
    assert not found.whole_register
    with pytest.raises(DamagedRegister) as damage:
        forums.check_register(desk)
    assert damage.value.marks_alone
    cases.set_case(desk, "000", owner="J. Tane")


def test_nothing_that_shows_a_changed_case_is_printed_and_the_rest_after_it_is_settled(desk: Desk) -> None:
    _own_tools(desk, "UPDATE cases SET owner = 'x' WHERE id = 2")
    for contents in (Contents.AGENDA, Contents.PACK):
        with pytest.raises(
            MarkedOutside, match="Not printed: the case of PRN 001 was changed outside ForumDesk"
        ):
            packs.reserve_copies(desk, MEETING, contents, HOLDERS)
    with pytest.raises(MarkedOutside):
        police.export_police(desk, MEETING, None, lambda _data: None)
    assert copy_ledger.show_ledger(desk, MEETING).copies == ()
    chair = desks.sit(desk.folder, Role.CHAIR)
    assert outside.accept_outside(chair, "the owner told me", prn="001") == 1
    assert packs.reserve_copies(desk, MEETING, Contents.AGENDA, HOLDERS).copies


PAST: tuple[dict[str, Any], ...] = ({"prn": "001"}, {"meeting": MEETING})
ELSE: tuple[dict[str, Any], ...] = ({"prn": "002"}, {"meeting": MEETING, "ledger": True}, {"forum": "CHC"})


def test_no_past_day_of_a_changed_case_is_given_out(desk: Desk) -> None:
    """An inquiry would read there what nobody had entered on that day, nor on any other."""
    _own_tools(desk, "UPDATE persons SET surname = 'x' WHERE prn = '001'")
    chair, today = desks.sit(desk.folder, Role.CHAIR), date(2026, 11, 17)
    for what in PAST:
        with pytest.raises(MarkedOutside, match="Not printed: the case of PRN 001 was changed outside"):
            known.print_as_known(chair, today, "The Coroner", "inquiry 7", **what)
    for what in ELSE:
        assert known.print_as_known(chair, today, "The Coroner", "inquiry 7", **what).pdf


def test_no_letter_about_a_changed_case_goes_out_and_nothing_is_entered_in_the_ledger(desk: Desk) -> None:
    """A statement that somebody altered with other tools would be told as what the chair had approved."""
    asked = RequestDraft("An agency", "his prison", read_ground("f", date(2026, 11, 17)), "a threat")
    chair = desks.sit(desk.folder, Role.CHAIR)
    made, lost = (
        disclosure_requests.ask_disclosure(desk, "001", asked, (), ["He is here."]) for _ in range(2)
    )
    for row in (made, lost):
        disclosure_requests.decide_disclosure(chair, str(row.number), True, "needed", let=(1,))
    disclosure_requests.record_disclosure(desk, str(made.number), "by hand")
    before = disclosure.list_disclosures(desk)
    _own_tools(desk, "UPDATE disclosure_statements SET text = 'He is there.'")
    with pytest.raises(MarkedOutside, match="Not printed: the case of PRN 001 was changed outside"):
        disclosure_requests.record_disclosure(desk, str(lost.number), "by hand")
    with pytest.raises(MarkedOutside):
        disclosure_requests.print_letter(desk, str(made.number))
    assert disclosure.list_disclosures(desk) == before


def test_records_about_no_one_case_stop_all_printing(desk: Desk) -> None:
    _own_tools(desk, "UPDATE forums SET name = 'x' WHERE code = 'HB'")
    assert outside.see_outside(desk).whole_register
    with pytest.raises(MarkedOutside, match="records of this register that are about no one case"):
        packs.reserve_copies(desk, MEETING, Contents.AGENDA, HOLDERS)


def test_a_chair_takes_rows_as_they_are_found_with_a_reason_and_the_search_knows_them(desk: Desk) -> None:
    _own_tools(
        desk,
        "UPDATE persons SET surname = 'Other' WHERE id = 2",
        "DELETE FROM ioms_records WHERE person_id = 3",
    )
    chair = desks.sit(desk.folder, Role.CHAIR)
    with pytest.raises(Refused, match="Say why"):
        outside.accept_outside(chair, " ", prn="001")
    outside.accept_outside(chair, "seen and right", prn="001")
    assert set(outside.see_outside(chair).marks) == {"002"}
    outside.accept_outside(chair, "not needed", prn="002")
    assert all(row.ok for row in forums.check_register(chair))
    assert [hit.prn for hit in search.find_people(chair, "Other").hits] == ["001"]
    told = json.loads(next(row.body for row in trail.list_trail(chair) if row.event == "accept_outside"))
    assert (told["reason"], told["counts"]) == ("seen and right", {"persons": 1})
    with pytest.raises(NotFound, match="there is nothing to accept"):
        outside.accept_outside(chair, "again", prn="001")


def test_the_terminal_says_above_a_case_that_it_is_marked_and_its_other_rows_can_be_saved(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = Terminal(desk.folder, capsys)
    _own_tools(desk, "UPDATE persons SET surname = 'Other' WHERE id = 2")
    code, out, _ = typed.run("case", "show", "001")
    assert code == 0
    first = out.splitlines()[0]
    assert first.startswith(
        "! Changed outside ForumDesk: persons 1; last sealed by entry 5. It cannot be printed"
    )
    told = typed.json("case", "show", "001")["changed_outside"]
    assert told == ["Row 2 of the table persons was changed outside ForumDesk since entry 5."]
    assert typed.json("case", "show", "000")["changed_outside"] == []
    # What other people recorded goes on being recorded (docs/decisions/0033), and what was changed stays marked.
    cases.set_case(desk, "001", owner="J. Tane")
    with pytest.raises(Damaged, match="row 2 of the table persons"):
        do(desk, lambda work: setattr(work.session.get_one(Person, 2), "given_names", "Someone"))
    assert set(outside.see_outside(desk).marks) == {"001"}
    typed.json("register", "accept-outside", "001", "--reason", "seen", chair=True)
    assert typed.run("case", "show", "001")[1].splitlines()[0] != first


def test_an_administrator_cannot_accept(desk: Desk) -> None:
    _own_tools(desk, "UPDATE cases SET owner = 'x' WHERE id = 2")
    with pytest.raises(NotPermitted, match="Ask a chair"):
        outside.accept_outside(desk, "looks right", prn="001")


def test_a_fault_of_the_whole_register_stops_all_but_a_chairs_word_on_it(desk: Desk) -> None:
    _own_tools(desk, "UPDATE forums SET name = 'Other' WHERE code = 'HB'")
    chair = desks.sit(desk.folder, Role.CHAIR)
    with pytest.raises(DamagedRegister) as damage:
        forums.check_register(chair)
    assert not damage.value.marks_alone
    chair.fault, chair.reading_only = damage.value.sentence, True
    with pytest.raises(Damaged):
        meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))
    assert not chair.may(meeting.schedule_meeting, "CHC")
    assert chair.may(outside.accept_outside)
    outside.accept_outside(chair, "the forum was renamed", prn=None)
    assert (chair.fault, chair.reading_only) == ("", False)
    meeting.schedule_meeting(chair, "CHC", date(2027, 1, 13))


def test_a_marked_row_that_cannot_be_saved_over_sends_nobody_to_a_backup(desk: Desk) -> None:
    backup.back_up(desk, desk.next_backup())
    _own_tools(desk, "UPDATE cases SET owner = 'x' WHERE id = 2")
    with pytest.raises(Damaged, match="Not saved: row 2 of the table cases") as found:
        cases.set_case(desk, "001", owner="J. Tane")
    assert "newest backup" not in found.value.sentence


def test_rows_that_were_accepted_are_told_so_where_the_check_after_it_finds_more_or_cannot_be_made(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = Terminal(desk.folder, capsys)
    _own_tools(desk, "UPDATE cases SET owner = 'x' WHERE id < 3")
    code, out, err = typed.run(
        "register", "accept-outside", "001", "--reason", "the owner told me", "--json", chair=True
    )
    told = json.loads(out)
    assert (code, told["ok"], told["rows"]) == (4, False, 1)
    assert err.startswith("Accepted as found and sealed anew: 1 row. The register is damaged")
    with ExitStack() as stack:
        names = {"FORUMDESK_REGISTER": str(desk.folder), "FORUMDESK_USER": desks.CHAIR[0]}
        edges = Edges(
            desks.Clock(), CheapStretcher(), environ=names | {"FORUMDESK_PASSPHRASE": desks.CHAIR[1]}
        )
        call = Call(build().parse_args(["register", "accept-outside", "000", "--reason", "seen"]), edges)
        call.desk().changed.append(lambda _topics: stack.enter_context(hold(desk.folder)))
        # Then neither the register nor the profile takes the look.
        (profile_folder() / "looks").write_text("no folder", encoding="utf-8")
        reply = register.accept_outside(call)
        call.close()
    assert (reply.exit_code, reply.data["ok"], reply.data["rows"]) == (0, True, 1)
    assert "could not be checked" in reply.sentence
    assert "nothing was changed" not in reply.sentence
    assert not outside.see_outside(desk).rows


def test_changed_seals_cannot_be_accepted(desk: Desk) -> None:
    _own_tools(desk, "UPDATE row_seals SET digest = zeroblob(48) WHERE table_name = 'cases' AND row = 2")
    with pytest.raises(Refused, match="restore the last backup"):
        outside.accept_outside(desks.sit(desk.folder, Role.CHAIR), "why not", prn="001")


def test_from_a_terminal(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    typed = Terminal(desk.folder, capsys)
    backup.back_up(desk, desk.next_backup())
    assert typed.json("register", "outside")["ok"]
    _own_tools(desk, "UPDATE persons SET surname = 'Other' WHERE id = 2")
    code, out, err = typed.run("register", "check")
    assert (code, "Ngata" in out + err, "Other" in out + err) == (4, False, False)
    assert "Row 2 of the table persons was changed outside ForumDesk since entry 5." in out
    assert "forumdesk register outside" in err  # the rest works on: nobody is told to stop using it
    assert "newest backup" not in err
    code, out, err = typed.run("register", "outside", "--json")
    assert (code, json.loads(out)["rows"]) == (
        4,
        [{"prn": "001", "table": "persons", "row": 2, "change": "changed", "entry": 5}],
    )
    assert "1 row changed outside ForumDesk" in err
    code, _, err = typed.run("register", "accept-outside", "001", "--reason", "x")
    assert (code, "Ask a chair" in err) == (3, True)
    assert typed.json("register", "accept-outside", "001", "--reason", "x", chair=True)["rows"] == 1
    assert typed.json("register", "check")["ok"]
