"""A search asked letter by letter keeps its connection, and nothing else: no lock, no right, nobody hidden later."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.case_list import CaseOrder, CaseQuery
from app.domain.errors import NotPermitted
from app.domain.words import Role
from app.usecases import people, restricted
from app.usecases.case_list import find_as_typed
from app.usecases.cases import list_cases
from db import connect
from db.work import Work
from tests.fixtures import at_table, desks, made_cases
from tests.fixtures import kept_case as kept

OPENED = Path("/proc/self/fd")
needs_proc = pytest.mark.skipif(not OPENED.is_dir(), reason="what a process has open is asked of /proc")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "profile"))
    folder = desks.new_register(tmp_path / "register")
    made_cases.do(desks.sit(folder), lambda work: made_cases.add_case(work, "001", surname="Ngata"))
    return folder


def found(desk: Desk, text: str) -> list[str]:
    """The PRNs that a letter finds."""
    query = CaseQuery(text=text, order=CaseOrder.FOUND)
    return sorted(line.prn for line in find_as_typed(desk, "CHC", query).lines)


def opened(desk: Desk) -> list[int]:
    """The register's file, as often as this process has it open now."""
    register = desk.path.stat()
    held = [each for each in OPENED.iterdir() if each.exists() and os.path.samestat(each.stat(), register)]
    return [int(each.name) for each in held]


@needs_proc
def test_letters_are_read_by_one_connection_and_whatever_comes_next_closes_it(folder: Path) -> None:
    desk = desks.sit(folder)
    for then in (
        lambda: list_cases(desk, "CHC"),
        lambda: made_cases.do(desk, lambda _work: None),
    ):
        found(desk, "n")
        left = desk.looks.open._left
        found(desk, "ng")
        assert left is not None
        assert desk.looks.open._left is left
        assert len(opened(desk)) == 1
        then()
        assert opened(desk) == []


@needs_proc
def test_a_change_is_the_only_one_that_has_the_register_open(folder: Path) -> None:
    desk = desks.sit(folder)
    found(desk, "n")
    assert len(made_cases.do(desk, lambda _work: opened(desk))) == 1


@needs_proc
def test_the_end_of_the_desk_closes_what_another_thread_read_by(folder: Path) -> None:
    desk = desks.sit(folder)
    reading = threading.Thread(target=lambda: [found(desk, text) for text in ("n", "ng")])
    reading.start()
    reading.join()
    assert len(opened(desk)) == 1
    desk.close()
    assert opened(desk) == []


@needs_proc
def test_a_search_that_goes_on_for_long_reads_by_a_fresh_connection(folder: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(folder, clock=clock)
    found(desk, "n")
    found(desk, "ng")
    left = desk.looks.open._left
    clock.go_to(clock.at + timedelta(seconds=11))
    found(desk, "nga")
    assert left is not None
    assert left.connection.closed
    assert len(opened(desk)) == 1


def test_a_save_between_two_letters_is_not_held_up_and_the_next_letter_finds_it(folder: Path) -> None:
    desk, other = desks.sit(folder), desks.sit(folder)
    assert found(desk, "n") == ["001"]
    assert found(desk, "ng") == ["001"]
    made_cases.do(other, lambda work: made_cases.add_case(work, "002", surname="Ngaire"))
    assert found(desk, "nga") == ["001", "002"]


def mine_becomes(desk: Desk, changed: str) -> None:
    """This person's office is changed in the register, by another connection."""
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as other:
        other.exec_driver_sql(f"UPDATE roles SET {changed} WHERE user_id = ?", (desk.opened.keys.user_id,))


def test_a_right_withdrawn_between_two_letters_is_withdrawn_for_the_next(folder: Path) -> None:
    desk = desks.sit(folder)
    assert found(desk, "n") == ["001"]
    mine_becomes(desk, "to_date = '2026-01-01'")
    with pytest.raises(NotPermitted):
        found(desk, "ng")


def test_another_role_between_two_letters_finds_what_that_role_may(folder: Path) -> None:
    desk = desks.sit(folder)
    assert found(desk, "n") == ["001"]
    mine_becomes(desk, "role = 'member'")
    assert found(desk, "ng") == []  # a member finds who is on an agenda, and nobody is


@pytest.mark.parametrize("before", [(), (kept.PLAIN,)])
def test_somebody_restricted_between_two_letters_is_not_found_by_the_next(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    chair = kept.full_register(tmp_path / "register")
    typing = kept.come_in(chair, Role.CHAIR)
    for prn in before:
        restricted.restrict_case(chair, prn, [kept.READER], kept.REASON)
    assert kept.KEPT in found(typing, kept.NAME[:1])
    restricted.restrict_case(chair, kept.KEPT, [kept.READER], kept.REASON)
    assert found(typing, kept.NAME[:2]) == []
    restricted.lift_restriction(desks.sit(chair.folder, Role.CHAIR), kept.KEPT, "the trial is over")
    assert found(typing, kept.NAME[:3]) == [kept.KEPT]


def test_a_key_of_a_case_given_between_two_letters_opens_what_the_next_reads(tmp_path: Path) -> None:
    chair = kept.full_register(tmp_path / "register")
    reader = desks.sit(chair.folder, Role.CHAIR)
    found(reader, kept.NAME[:1])
    left = reader.looks.open._left
    restricted.restrict_case(chair, kept.KEPT, [kept.READER], kept.REASON)
    assert found(reader, kept.NAME[:2]) == [kept.KEPT]
    assert left is not None
    assert reader.looks.open._left is left
    with left.connection.begin():
        [address] = left.connection.exec_driver_sql(
            "SELECT address FROM addresses WHERE case_id = 1"
        ).scalars()
    assert "Tūturuwhatu" in address


def test_a_key_changed_between_two_letters_is_taken_up(folder: Path) -> None:
    desk = desks.sit(folder)
    gone = at_table.member(desk, Role.MEMBER, "Wiremu Pōtiki").name
    found(desk, "n")
    people.revoke_person(desks.sit(folder, Role.CHAIR), gone, "left the service")
    assert found(desk, "ng") == ["001"]


@pytest.mark.skipif(os.name == "nt", reason="nobody replaces an open file there")
def test_a_register_put_in_the_place_of_the_one_that_is_open_is_the_one_that_is_read(
    folder: Path, tmp_path: Path
) -> None:
    desk = desks.sit(folder)
    found(desk, "n")
    copy = tmp_path / "copy" / desk.path.name
    copy.parent.mkdir()
    shutil.copytree(folder, copy.parent, dirs_exist_ok=True)
    made_cases.do(desks.sit(copy.parent), lambda work: made_cases.add_case(work, "002", surname="Ngaire"))
    copy.replace(desk.path)
    assert found(desk, "ng") == ["001", "002"]


def test_a_letter_reads_no_more_rows_than_there_is_room_for(folder: Path) -> None:
    def many(work: Work) -> None:
        for number in range(10, 20):
            made_cases.add_case(work, f"0{number}", surname="Ngata")

    desk = desks.sit(folder)
    made_cases.do(desk, many)
    page = find_as_typed(desk, "CHC", CaseQuery(text="n", order=CaseOrder.FOUND), 4)
    assert (len(page.lines), page.open_ended) == (4, True)


def test_letters_cut_off_while_they_were_written_leave_those_before_them(folder: Path) -> None:
    desk = desks.sit(folder)
    for text in ("n", "ng", "nga"):
        found(desk, text)
    [sealed] = (Path(os.environ["FORUMDESK_PROFILE"]) / "looks").iterdir()
    sealed.write_bytes(sealed.read_bytes()[:-5])
    again = desks.sit(folder)
    assert len(again.looks.now) == 1
    again.reading_only = True
    for text in ("n", "ng", "nga"):
        found(again, text)
    assert len(desks.sit(folder).looks.now) == 4


def test_letters_typed_before_a_fault_was_found_wait_and_are_not_written_into_the_damaged_register(
    folder: Path,
) -> None:
    desk = desks.sit(folder)
    found(desk, "n")
    found(desk, "ng")
    desk.take_fault("The register is damaged: rows as sealed: row 2 of the table forums.")
    before = desk.path.read_bytes()
    desk.close()
    assert desk.path.read_bytes() == before
    later = desks.sit(folder)
    assert [look["event"] for look in later.looks.now] == ["find_as_typed"]
