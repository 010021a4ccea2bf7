"""The trail is whole until somebody touches it, and then says where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from app.desk import all_use_cases
from app.domain.errors import Damaged, Refused
from app.domain.trail import done_words, sentence
from app.usecases import register as forums
from app.usecases import trail
from db import connect
from db import trail as chain
from tests.architecture.test_use_cases import rooms
from tests.fixtures import desks


def _meddle(folder: Path, *statements: str) -> None:
    """As somebody with the key and own tools could: no guard, and the triggers taken away."""
    desk = desks.sit(folder)
    engine = connect.engine_for(desk.path, desk.opened.register_key)
    with engine.begin() as connection:
        for name in ("trail_no_update", "trail_no_delete", "trail_in_order"):
            connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))


def test_a_whole_chain_verifies(register: Path) -> None:
    verdict = trail.verify_trail(desks.sit(register))
    assert verdict.ok
    assert verdict.first_bad is None


@pytest.mark.parametrize(
    ("statement", "first_bad", "why"),
    [
        ("UPDATE trail SET subject = 'forum XYZ' WHERE seq = 2", 2, "do not match its seal"),
        ("DELETE FROM trail WHERE seq = 2", 2, "is missing"),
        ("UPDATE trail SET signature = x'00' WHERE seq = 3", 3, "not of the person"),
        ("UPDATE trail SET who = 'nobody' WHERE seq = 1", 1, "do not match its seal"),
    ],
)
def test_a_touched_entry_is_named(register: Path, statement: str, first_bad: int, why: str) -> None:
    _meddle(register, statement)
    verdict = trail.verify_trail(desks.sit(register))
    assert (verdict.ok, verdict.first_bad) == (False, first_bad)
    assert why in verdict.why


def test_the_engine_itself_refuses_to_change_or_remove_an_entry(register: Path) -> None:
    desk = desks.sit(register)
    with connect.engine_for(desk.path, desk.opened.register_key).connect() as connection:
        for statement in ("UPDATE trail SET subject = ''", "DELETE FROM trail"):
            with pytest.raises(Exception, match="the trail cannot be"):
                connection.execute(text(statement))


def test_entries_read_as_sentences_and_hold_no_values(register: Path) -> None:
    desk = desks.sit(register)
    forums.list_forums(desk)
    rows = trail.list_trail(desk)
    assert rows[0].sentence == "Mere Ashcombe made this register"
    assert "Mere Ashcombe added forum CHC" in [row.sentence for row in rows]
    assert not any("Christchurch HR/HP Forum" in row.body for row in rows)


def test_a_checkpoint_is_twenty_groups_over_the_head(register: Path) -> None:
    desk = desks.sit(register)
    point = trail.print_checkpoint(desk)
    assert [len(group) for group in point.full.split()] == [4] * 20
    assert trail.print_checkpoint(desk).full != point.full


def test_a_register_that_was_meddled_with_is_damaged_and_nothing_is_written(register: Path) -> None:
    _meddle(register, "UPDATE trail SET subject = 'forum XYZ' WHERE seq = 2")
    before = (register / "register.fdb").read_bytes()
    with pytest.raises(Damaged, match="Entry 2 does not hold"):
        forums.check_register(desks.sit(register))
    assert (register / "register.fdb").read_bytes() == before


def test_a_whole_register_checks_out(register: Path) -> None:
    assert all(row.ok for row in forums.check_register(desks.sit(register)))


def test_the_check_at_rest_walks_on_from_where_it_was_and_the_whole_where_that_entry_is_another(
    register: Path,
) -> None:
    desk = desks.sit(register)
    forums.list_forums(desk)
    seen = desk.seen
    assert seen is not None
    forums.list_forums(desk)
    with desk.engine(read_only=True).connect() as connection:
        walked: list[int] = []
        assert chain.verify_chain(connection, walked.append, after=seen).ok
        assert walked == [seen.seq + 1]
        walked.clear()
        assert chain.verify_chain(connection, walked.append, after=seen._replace(hash="0" * 96)).ok
        assert walked == list(range(1, seen.seq + 2))


def test_what_the_check_at_rest_walked_is_remembered_for_this_folder(register: Path) -> None:
    desk = desks.sit(register)
    forums.list_forums(desk)
    assert desk.checked is None
    assert desk.seen is not None
    desk.keep_checked(desk.seen)
    assert desks.sit(register).checked == desk.seen


def test_what_an_event_did_reads_whole_where_nobody_is_named() -> None:
    """A list of what a restored register lacks counts by these words (app/domain/backup.py)."""
    assert done_words("add_forum") == "added a forum"
    assert done_words("see_under_way") == "looked at where a meeting stands"
    rooms()
    ours = (case for case in all_use_cases() if case.function.__module__.startswith("app."))
    said = {case.name: done_words(case.name) for case in ours}
    ends = re.compile(r" (?:at|by|on|the|closing)$")
    broken = {name: words for name, words in said.items() if " " not in words or ends.search(words)}
    assert broken == {"find_people": "searched"}


def test_the_trail_tells_every_act_in_words_and_none_by_its_name_in_the_program() -> None:
    rooms()
    ours = {case.name for case in all_use_cases() if case.function.__module__.startswith("app.")}
    named = {
        name for name in ours if sentence("Somebody", name, "", {}) == f"Somebody {name.replace('_', ' ')}"
    }
    assert named == set()


def test_counts_of_an_entry_are_read_as_people_say_them() -> None:
    def told(**counts: int) -> str:
        return sentence("M. Ashcombe", "list_meetings", "", {"counts": counts}).partition("meetings ")[2]

    assert told(meetings=4) == "(4 meetings)"
    assert told(meetings=1, copies=1, addresses=1, cases=1) == "(1 meeting, 1 copy, 1 address, 1 case)"
    assert told(people=1) == "(1 person)"
    assert told(entries=1384, out=3, people=2) == "(1,384 entries, out 3, 2 people)"


def test_a_slip_in_the_number_before_a_checkpoint_is_told_as_one(register: Path) -> None:
    desk = desks.sit(register)
    point = trail.print_checkpoint(desk)
    trail.print_checkpoint(desk)
    groups = point.short.partition("-")[2]
    assert trail.verify_trail(desk, point.short).ok
    for wrong in (point.seq + 1, 9_000):
        with pytest.raises(Refused, match=f"are those of entry {point.seq}; {wrong:,} was typed") as told:
            trail.verify_trail(desk, f"{wrong}-{groups}")
        assert "Nothing is wrong with the trail" in told.value.sentence
    other = desks.sit(desks.new_register(register.with_name("other")))
    forums.list_forums(other)
    assert not trail.verify_trail(desk, trail.print_checkpoint(other).short).ok


def test_a_letter_that_is_none_is_a_slip_in_its_group(register: Path) -> None:
    point = trail.print_checkpoint(desks.sit(register))
    number, *groups = point.short.split("-")
    groups[1] = groups[1][0] + "!" + groups[1][2:]
    with pytest.raises(Refused, match=rf"Group 2 \({groups[1]}\) has a slip"):
        trail.verify_trail(desks.sit(register), "-".join([number, *groups]))
