"""`forumdesk brief …`: front-line briefs from a closed meeting to the paper, as typed (need D5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.words import Role
from reports.preview import texts_of
from tests.fixtures import at_table
from tests.fixtures.at_table import CODE
from tests.fixtures.process import done, say


@pytest.fixture
def folder(register: Path) -> Path:
    desk = at_table.sit_down(register)
    at_table.close(desk)
    desk.close()
    return register


def test_from_the_closed_meeting_to_the_paper_from_the_terminal(folder: Path, tmp_path: Path) -> None:
    listed = done(folder, "brief", "list", CODE)
    assert listed["proposed"] == [{"recipient": "Rolleston", "people": ["001", "002"]}]
    offered = done(folder, "brief", "offer", CODE, "--to", "rolleston")["people"][0]
    assert "Decided at the meeting" in {each["heading"] for each in offered["goes"]}
    assert "Date of birth" in {each["heading"] for each in offered["goes"]}, "both bear one name"
    prepared = done(folder, "brief", "prepare", CODE, "--to", "Rolleston", "--off", "002: Non-contact order")[
        "brief"
    ]
    number = prepared["number"]
    assert (prepared["state"], [row["prn"] for row in prepared["people"]]) == (
        "waiting for a chair",
        ["001", "002"],
    )
    preview = tmp_path / "preview.pdf"
    done(folder, "brief", "preview", CODE, number, "--out", preview)
    assert "NOT GIVEN" in " ".join(texts_of(preview.read_bytes()))
    first = prepared["people"][0]
    reason = next(each["number"] for each in first["statements"] if each["soft"])
    decided = done(
        folder, "brief", "decide", CODE, number, "--approve", "--reason", "needed",
        "--let", f"{first['number']}.{reason}", "--seen", prepared["statements"], role=Role.CHAIR,
    )["brief"]  # fmt: skip
    assert decided["state"] == "approved"
    paper, again = tmp_path / "brief.pdf", tmp_path / "again.pdf"
    given = done(folder, "brief", "given", CODE, number, "--how", "by hand", "--pdf", paper)
    assert (given["disclosure"], given["brief"]["state"]) == (1, "made")
    assert len(texts_of(paper.read_bytes())) == 2
    done(folder, "brief", "paper", CODE, number, "--out", again)
    assert again.read_bytes() == paper.read_bytes()
    assert done(folder, "brief", "show", CODE, number)["brief"]["disclosure"] == 1
    (line,) = done(folder, "disclosure", "list")["disclosures"]
    assert (line["recipients"], line["people"], line["sha256"]) == (["Rolleston"], 2, given["sha256"])
    assert done(folder, "brief", "list", CODE)["proposed"] == []


def test_what_stands_in_the_way_is_said_in_one_sentence_with_its_code(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    for words, code, told in (
        (("brief", "list", "CHC-2027-01-01"), 1, "There is no meeting"),
        (("brief", "offer", CODE, "--to", "Nowhere"), 1, "has nobody of"),
        (("brief", "prepare", CODE, "--to", "Rolleston", "--kind", "ship"), 1, "write unit or office"),
        (("brief", "prepare", CODE, "--to", "Hornby", "--kind", "office"), 1, "which office"),
        (("brief", "prepare", CODE, "--to", "Rolleston", "--ground", "c"), 1, "rests on a consent"),
        (("brief", "prepare", CODE, "--to", "Rolleston", "--off", "Flag HR"), 1, "write PRN: heading"),
        (("brief", "show", CODE, "7"), 1, "no brief number '7'"),
        (("brief", "given", CODE, "x", "--how", "by hand", "--pdf", out), 1, "no brief number 'x'"),
        (("brief", "decide", CODE, "7", "--approve", "--reason", "needed"), 3, "You may not decide"),
    ):
        assert told in say(folder, *words).refused(code)
    assert not out.exists()
