"""What a tired person types and reads at a terminal: names in any letters, words for codes, whom to ask."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.cli.base import count
from app.domain.attendance import AttendanceDraft
from app.domain.errors import Refused
from app.domain.meeting import LONGEST_NAME, ActionDraft
from app.domain.people import Permission, whom_to_ask
from app.domain.register import ForumDraft, read_region
from app.domain.words import DateName, LeftOutReason, Presence, Service
from tests.fixtures import desks
from tests.fixtures.extracts import extract_csv, row
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.typist import Run, typist

CODE = "CHC-2027-03-10"


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command as the administrator; exit code, standard output, standard error."""
    return typist(register, desks.ADMINISTRATOR, capsys, FORUMDESK_CHAIR_PASSPHRASE=desks.CHAIR[1])


@pytest.fixture
def listed(register: Path) -> None:
    """One person whose hearing is ten days after the meeting."""
    day = date(2027, 3, 20)
    do(
        desks.sit(register),
        lambda work: add_case(
            work, "001", surname="Tāwhara", anchor=(DateName.HEARING, day), next_hearing=day
        ),
    )


@pytest.mark.usefixtures("listed")
def test_a_meeting_is_found_in_whatever_letters_it_is_typed(run: Run) -> None:
    assert run("meeting", "schedule", "--forum", "chc", "--date", "10/03/2027")[0] == 0
    code, out, _ = run("meeting", "agenda", f" {CODE.lower()} ", "--issue", "--json")
    assert (code, json.loads(out)["meeting"]) == (0, CODE)
    said = ("--prn", "001", "--decision", "more-to-do", "--reason", "Nobody came")
    assert run("meeting", "decide", CODE.lower(), *said)[1].startswith("PRN 001: more to do. ")
    assert run("pack", "ledger", CODE.lower())[1] == f"No copies of {CODE} yet.\n"


def test_scheduling_answers_with_the_promised_list_too(run: Run) -> None:
    told = json.loads(run("meeting", "schedule", "--forum", "CHC", "--date", "10/03/2027", "--json")[1])
    (one,) = told["meetings"]
    assert (one["meeting"], one["date"], one["kind"], one["state"]) == (
        CODE,
        "2027-03-10",
        "combined",
        "draft",
    )


def test_asking_for_access_answers_with_the_promised_list(run: Run) -> None:
    asking = ("user", "request", "--user", "Hana Pōtiki", "--role", "member", "--json")
    (one,) = json.loads(run(*asking)[1])["users"]
    assert (one["name"], one["state"]) == ("Hana Pōtiki", "asked for")


@pytest.mark.usefixtures("listed")
def test_a_refusal_names_who_may_do_it_instead(run: Run) -> None:
    run("meeting", "schedule", "--forum", "CHC", "--date", "10/03/2027")
    assert run("meeting", "close", CODE) == (
        3,
        "",
        (
            "You may not close a meeting, or sign or reopen its minutes as administrator in CHC; nothing was changed. "
            "Ask a chair.\n"
        ),
    )


@pytest.mark.parametrize("permission", Permission)
def test_somebody_can_be_asked_whatever_is_refused(permission: Permission) -> None:
    assert whom_to_ask(permission) in ("an administrator", "a chair", "an administrator or a chair")


@pytest.mark.usefixtures("listed")
def test_missed_milestones_read_as_a_list_and_no_word_is_broken(run: Run) -> None:
    run("meeting", "schedule", "--forum", "CHC", "--date", "10/03/2027")
    lines = run("meeting", "agenda", CODE)[1].splitlines()
    told = " ".join(line.strip() for line in lines)
    assert "never taken: eight-month, six-month, four-month and two-month." in told
    assert not [line for line in lines if line.endswith("-")]


def test_who_is_left_out_reads_in_words_with_a_count(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(extract_csv([row("1", Next_hearing_date="31/08/2028"), row("2")]))
    run("extract", "import", str(file))
    told = run("extract", "left-out")[1]
    assert "not yet" in told
    assert "not-yet" not in told
    assert "1 person not on the list, 0 of them on the watch list" in told


def test_every_reason_of_the_left_out_list_has_words() -> None:
    assert [reason for reason in LeftOutReason if "-" in reason.words] == []


@pytest.mark.usefixtures("listed")
def test_what_a_milestone_asks_for_is_told_once_and_stays_narrow(run: Run) -> None:
    told = run("case", "show", "001")[1]
    assert told.count("a proposed address") == 1
    assert "as above, the ESO/PPO step answered" in told


def test_a_region_is_found_without_its_apostrophe_and_shown_by_its_name(run: Run) -> None:
    assert read_region("hawkes bay") == read_region("Hawke’s Bay") == read_region("HKB")
    assert read_region("Manawatu") == read_region("Manawatū")
    assert run("forum", "add", "HB", "--name", "Hawke's Bay", "--region", "hawkes bay")[0] in (0, 1)
    assert "Canterbury" in run("forum", "list")[1]


def test_a_register_is_not_made_where_a_file_stands(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "copies.csv"
    file.write_text("name,service\n", encoding="utf-8")
    code, out, err = run("register", "create", str(file), "--administrator", "A", "--chair", "B")
    assert (code, out) == (1, "")
    assert err == f"{file} is a file, which was not touched; nothing was made: name a folder.\n"


def test_a_name_longer_than_paper_has_room_for_is_refused() -> None:
    name = "Ā" * (LONGEST_NAME + 1)
    with pytest.raises(Refused, match="has 121 characters and paper has room for 120"):
        AttendanceDraft(Service.PRISONS, name, Presence.PRESENT)
    with pytest.raises(Refused, match="owner of the action has 121 characters"):
        ActionDraft("Ask", Service.PRISONS, name, date(2027, 4, 1))
    with pytest.raises(Refused, match="name of 101 characters has no room on paper"):
        ForumDraft("XX", "A" * 101, "Otago").checked()


def test_one_of_a_thing_is_not_many() -> None:
    words = [count(many, "numbered copy", "numbered copies") for many in (1, 2)]
    assert words == ["1 numbered copy", "2 numbered copies"]
    assert [count(1, "cell"), count(0, "cell")] == ["1 cell", "0 cells"]
