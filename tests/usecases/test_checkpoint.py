"""A checkpoint on paper closes the tail: what is cut off or filled anew after it no longer agrees with the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from app.domain.errors import Refused
from app.domain.words import Role
from app.usecases import register as forums
from app.usecases import trail
from db import connect
from tests.fixtures import desks
from tests.fixtures.process import say


def _on_paper(folder: Path) -> Checkpoint:
    """Some work, a checkpoint, and some more work."""
    desk = desks.sit(folder, Role.CHAIR)
    for _time in range(8):
        forums.list_forums(desk)
    point = trail.print_checkpoint(desk)
    forums.list_forums(desk)
    return point


def _cut(folder: Path, first_gone: int) -> None:
    """As somebody with the key and own tools could: the triggers taken away, then the tail."""
    desk = desks.sit(folder)
    with connect.engine_for(desk.path, desk.opened.register_key).begin() as connection:
        for name in ("trail_no_update", "trail_no_delete", "trail_in_order"):
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("DELETE FROM trail WHERE seq >= :first"), {"first": first_gone})


def test_the_entry_on_the_paper_is_found_by_all_groups_and_by_the_short_form(register: Path) -> None:
    point = _on_paper(register)
    desk = desks.sit(register)
    for typed in (
        point.full,
        point.full.lower().replace(" ", ""),
        point.full.replace(" ", " - "),
        point.short,
        point.short.replace("-", " "),
    ):
        verdict = trail.verify_trail(desk, typed)
        assert verdict.ok
        assert verdict.sentence.endswith(f"; entry {point.seq} is the one on the paper.")


def test_a_tail_that_was_cut_is_told_with_both_numbers(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = _on_paper(register)
    _cut(register, point.seq - 5)
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "a profile that saw nothing"))
    desk = desks.sit(register)
    assert trail.verify_trail(desk).ok, "the chain alone cannot tell"
    verdict = trail.verify_trail(desk, point.full)
    assert not verdict.ok
    assert verdict.first_bad == point.seq
    assert f"Entry {point.seq} of the trail is not the one on the paper" in verdict.sentence
    assert f"this register ends at entry {verdict.entries}," in verdict.sentence
    assert verdict.entries < point.seq


@pytest.mark.parametrize("form", ["full", "short"])
def test_a_tail_that_was_cut_and_filled_anew_is_told(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    point = _on_paper(register)
    _cut(register, point.seq - 5)
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "a profile that saw nothing"))
    desk = desks.sit(register)
    while trail.verify_trail(desk).entries <= point.seq:
        forums.list_forums(desk)
    verdict = trail.verify_trail(desk, getattr(point, form))
    assert not verdict.ok
    assert "another stands under this number" in verdict.sentence


def test_a_checkpoint_of_another_register_does_not_agree(register: Path) -> None:
    point = _on_paper(register)
    others = write_checkpoint("another register", point.seq, point.at, point.head)
    assert "of another register" in trail.verify_trail(desks.sit(register), others).sentence


def test_a_slip_is_named_by_its_group_and_nothing_is_compared(register: Path) -> None:
    point = _on_paper(register)
    desk = desks.sit(register)
    groups = point.full.split()
    other = "A" if groups[6][1] != "A" else "B"
    groups[6] = groups[6][0] + other + groups[6][2:]
    with pytest.raises(Refused, match=rf"^Group 7 \({groups[6]}\) has a slip"):
        trail.verify_trail(desk, " ".join(groups))
    with pytest.raises(Refused, match=r"^A checkpoint has 20 groups .*; 19 were typed"):
        trail.verify_trail(desk, " ".join(groups[1:]))


def test_every_wrong_letter_and_every_two_groups_that_changed_places_are_seen() -> None:
    full = write_checkpoint("register", 4812, "2027-03-10T01:02:03.004Z", "ab" * 48)
    groups = full.split()
    assert read_checkpoint(full).seq == 4812
    for place, group in enumerate(groups):
        for at in range(4):
            for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567":
                if letter == group[at]:
                    continue
                wrong = [*groups]
                wrong[place] = group[:at] + letter + group[at + 1 :]
                with pytest.raises(Refused, match=rf"^Group {place + 1} "):
                    read_checkpoint(" ".join(wrong))
    for one in range(20):
        for two in range(one):
            swapped = [*groups]
            swapped[one], swapped[two] = groups[two], groups[one]
            with pytest.raises(Refused, match=rf"^Groups {two + 1} .*, {one + 1} "):
                read_checkpoint(" ".join(swapped))


def test_figures_that_look_like_letters_are_read_as_letters() -> None:
    full = write_checkpoint("register", 1, "2027-03-10T01:02:03.004Z", "cd" * 48)
    assert read_checkpoint(full.replace("O", "0").replace("I", "1").replace("B", "8")) == read_checkpoint(
        full
    )


def test_a_terminal_types_the_groups_and_ends_with_the_code_for_damage(register: Path) -> None:
    point = _on_paper(register)
    told = say(register, "trail", "verify", "--checkpoint", *point.full.split(), "--json")
    assert told.data["on_paper"] == point.seq
    others = write_checkpoint("another register", point.seq, point.at, point.head)
    told = say(register, "trail", "verify", "--checkpoint", others)
    assert told.code == 4
    assert "not the one on the paper" in told.err
    assert "Traceback" not in told.err
