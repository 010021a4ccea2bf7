"""The trail as a file for an auditor: marked, narrowed, without formulas, and entered itself (need A3)."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.desk import Desk
from app.domain.dates import read_date
from app.domain.errors import NotPermitted, Refused
from app.domain.register import ForumChange, ForumDraft
from app.domain.trail_export import HEADINGS, Exported, TrailAsk, read_kind
from app.domain.words import Role
from app.usecases import register as forums
from app.usecases import trail
from tests.fixtures import desks
from tests.fixtures import kept_case as kept
from tests.fixtures.at_table import member
from tests.fixtures.made_cases import keep_to_forum
from tests.fixtures.terminal import Terminal


@pytest.fixture
def desk(register: Path) -> Desk:
    return desks.sit(register)


def _lines(made: Exported) -> list[list[str]]:
    assert made.data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(made.data.decode("utf-8-sig"), newline="")))


def _entries(made: Exported) -> list[list[str]]:
    lines = _lines(made)
    return lines[lines.index(list(HEADINGS)) + 1 : -1]


def test_every_entry_stands_in_the_file_as_it_reads_under_its_mark_and_above_it(desk: Desk) -> None:
    forums.set_forum(desk, "HB", ForumChange(marking="SENSITIVE"))
    rows = trail.list_trail(desk)
    made = trail.export_trail(desk, "for the yearly audit")
    lines = _lines(made)
    assert lines[0] == lines[-1] == ["SENSITIVE"]
    assert ["For", "for the yearly audit"] in lines
    assert any("Christchurch HR/HP Forum, Hawke's Bay HR/HP Forum" in line for line in lines)
    found = _entries(made)
    assert [line[7] for line in found][: len(rows)] == [row.sentence for row in rows]
    assert (made.entries, made.of) == (len(found), len(found))
    assert ["Read up to entry", str(made.head)] == lines[5][:2]


def test_the_trail_says_that_it_was_exported_with_the_files_hash_before_it_is_handed_out(desk: Desk) -> None:
    made = trail.export_trail(desk, "for the audit", TrailAsk(text="Ashcombe", kind="access"))
    said = trail.list_trail(desk)[-1]
    assert said.event == "export_trail"
    assert f"exported the trail to a file ({made.entries} entry; for the audit" in said.sentence
    assert hashlib.sha256(made.data).hexdigest()[:16] in said.sentence
    assert "by words, kind" in said.sentence
    assert "Ashcombe" not in said.body  # what was searched for may be anybody's name


def test_what_the_filters_leave_stands_in_the_file_and_the_file_says_which_they_were(desk: Desk) -> None:
    forums.set_forum(desk, "CHC", ForumChange(region="Otago"))
    ask = TrailAsk(
        kind=read_kind("The Register"), since=read_date("17/11/2026"), until=read_date("17/11/2026")
    )
    made = trail.export_trail(desk, "asked", ask)
    assert {line[5] for line in _entries(made)} == {"add_forum", "set_forum"}
    assert any(
        "about the register, from 17/11/2026, until 17/11/2026: 3" in "".join(line) for line in _lines(made)
    )
    assert _entries(trail.export_trail(desk, "asked", replace(ask, until=read_date("16/11/2026")))) == []
    with pytest.raises(Refused, match="The kinds are: "):
        read_kind("gossip")


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_nothing_in_the_file_is_a_formula(desk: Desk, begins: str) -> None:
    made = trail.export_trail(desk, f"{begins}cmd|' /C calc'!A0", TrailAsk(text=f"{begins}HYPERLINK(1)"))
    again = trail.export_trail(desk, "once more")
    for file in (made, again):
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in _lines(file) for cell in line
        )


def test_a_file_without_a_reason_is_not_made(desk: Desk) -> None:
    with pytest.raises(Refused, match="reason"):
        trail.export_trail(desk, "  ")


def test_only_who_reads_the_trail_exports_it_and_an_auditor_gets_no_name_from_it(desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        trail.export_trail(member(desk), "for me")
    auditor = member(desk, Role.AUDITOR, "Aroha Auditor")
    rows = trail.list_trail(auditor)
    made = trail.export_trail(auditor, "for the audit")
    assert [line[6] for line in _entries(made)][: len(rows)] == [row.subject for row in rows]


def test_an_administrator_of_one_forum_exports_nothing_of_another(desk: Desk) -> None:
    forums.set_forum(desk, "HB", ForumChange(region="Otago"))

    keep_to_forum(desk, "CHC")
    mine = desks.sit(desk.folder)
    lines = _lines(trail.export_trail(mine, "for the audit"))
    assert ["Trail of", "Christchurch HR/HP Forum"] in lines
    assert not any("changed forum HB" in cell for line in lines for cell in line)


def test_made_up_people_are_marked_as_such(desk: Desk) -> None:
    forums.add_forum(desk, ForumDraft("TRY", "Try-out", "OTA", training=True))
    assert _lines(trail.export_trail(desk, "to try"))[0] == ["IN CONFIDENCE · TRAINING: made-up people"]


def test_the_command_writes_a_new_file_and_never_over_another(
    register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal, out = Terminal(register, capsys), tmp_path / "trail.csv"
    told = terminal.json(
        "trail", "export", "--out", str(out), "--reason", "for the audit", "--kind", "access"
    )
    assert told["entries"] <= told["of"]
    assert out.read_bytes().startswith(b"\xef\xbb\xbfIN CONFIDENCE")
    code, _, said = terminal.run("trail", "export", "--out", str(out), "--reason", "again")
    assert code == 1
    assert "already and stays as it is" in said
    code, _, said = terminal.run(
        "trail", "export", "--out", str(tmp_path / "b.csv"), "--reason", "x", "--from", "soon"
    )
    assert code == 1
    assert "--from 'soon' is not a date" in said
    assert not (tmp_path / "b.csv").exists()


def test_whom_the_list_does_not_name_to_a_reader_the_file_does_not_name_either(tmp_path: Path) -> None:
    """Also where somebody's own words about something else name them, and when the file is asked for by that name."""
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    trail.export_trail(reader, f"for the hearing of {kept.KEPT}")
    assert not any(kept.KEPT in row.sentence for row in trail.list_trail(admin))
    file = trail.export_trail(admin, "for the audit").data.decode()
    assert "for the hearing of " in file
    assert kept.KEPT not in file
    assert trail.export_trail(admin, "for the audit", TrailAsk(text=kept.KEPT)).entries == 0
    assert trail.export_trail(reader, "for the audit", TrailAsk(text=kept.KEPT)).entries
