"""`forumdesk extract` and `forumdesk criteria`, as typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures import desks
from tests.fixtures.extracts import SAMPLES, extract_csv, row
from tests.fixtures.typist import Run, typist


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command as the administrator; exit code, standard output, standard error."""
    return typist(register, desks.ADMINISTRATOR, capsys)


def data(run: Run, *argv: str) -> dict[str, Any]:
    code, out, err = run(*argv, "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert isinstance(told, dict)
    return told


def test_import_answers_the_keys_of_the_contract(run: Run) -> None:
    told = data(run, "extract", "import", str(SAMPLES / "ioms-HB-2026-11-messy.csv"))
    keys = ("rows", "added", "changed", "unchanged", "rejected", "gone", "cases_opened")
    assert [told[key] for key in keys] == [73, 59, 0, 1, 13, 0, 11]
    assert told["rejections"][0] == {
        "row": 10,
        "heading": "OWR weight",
        "reason": "“four” is not a whole number in digits.",
    }
    assert told["unknown_headings"] == ["Bed number"]


def test_import_in_words_says_what_was_refused_and_where(run: Run) -> None:
    code, out, _ = run("extract", "import", str(SAMPLES / "ioms-HB-2026-11-messy.csv"))
    assert code == 0
    assert out.startswith("Took in ioms-HB-2026-11-messy.csv, as at 16/11/2026: 73 rows.")
    assert "OWR weight" in out
    assert "“four” is not a whole number" in out


def test_a_dry_run_and_the_rejections_file(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.csv", tmp_path / "new folder" / "rejections.csv"
    file.write_bytes(extract_csv([row("1"), row("2", CSO="perhaps")]))
    told = data(run, "extract", "import", str(file), "--dry-run", "--rejections", str(out))
    assert (told["rejected"], told["extract"]) == (1, None)
    assert "perhaps" in out.read_text(encoding="utf-8-sig")
    assert data(run, "extract", "list") == {"extracts": []}


def test_rejections_are_saved_later_too(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "a.csv", tmp_path / "rejections.csv"
    file.write_bytes(extract_csv([row("1"), row("2", CSO="perhaps")]))
    data(run, "extract", "import", str(file))
    assert data(run, "extract", "rejections", "--out", str(out))["rejections"][0]["row"] == 3
    assert "perhaps" in out.read_text(encoding="utf-8-sig")
    assert run("extract", "rejections", "--extract", "7")[0] == 1


def test_the_files_date_is_asked_for_where_rows_do_not_say_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(extract_csv([row("1", As_at="")]))
    code, _, err = run("extract", "import", str(file))
    assert code == 1
    assert "--as-at" in err
    assert data(run, "extract", "import", str(file), "--as-at", "16/11/2026")["as_at"] == "2026-11-16"


def test_a_profile_reads_another_layout(run: Run, tmp_path: Path) -> None:
    file, profile = tmp_path / "a.csv", tmp_path / "profile.json"
    file.write_bytes(extract_csv([row("1")]).replace(b"PRN", b"Person number", 1))
    assert run("extract", "import", str(file))[0] == 1
    profile.write_text('{"PRN": "Person number"}', encoding="utf-8")
    assert data(run, "extract", "import", str(file), "--profile", str(profile))["added"] == 1
    profile.write_text("{", encoding="utf-8")
    assert "not JSON" in run("extract", "import", str(file), "--profile", str(profile))[2]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.csv", None, "could not be read"),
        ("empty.csv", b"", "is empty"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted or an old .xls"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    code, out, err = run("extract", "import", str(file))
    assert (code, out) == (1, "")
    assert says in err
    assert err.count("\n") == 1


def test_left_out_answers_the_keys_of_the_contract(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(extract_csv([row("1", Next_hearing_date="31/08/2028"), row("2")]))
    data(run, "extract", "import", str(file))
    (person,) = data(run, "extract", "left-out")["people"]
    assert (person["prn"], person["reason"], person["starts"]) == ("1", "not-yet", "2027-11-30")
    assert data(run, "extract", "left-out", "--watch-list")["people"] == []
    assert "30/11/2027" in run("extract", "left-out")[1]


def test_a_second_extract_shows_what_changed_with_the_days_lost(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_bytes(extract_csv([row("1")]))
    second.write_bytes(extract_csv([row("1", As_at="16/12/2026", Next_hearing_date="04/05/2027")]))
    data(run, "extract", "import", str(first))
    told = data(run, "extract", "import", str(second))
    assert (told["changed"], told["anchors_moved"]) == (1, 1)
    assert data(run, "extract", "changes")["changes"] == told["differences"]
    assert told["differences"][0]["days_lost"] == 10
    assert "14/05/2027" in run("extract", "changes")[1]


def test_criteria_are_shown_tried_out_and_adopted(run: Run, tmp_path: Path) -> None:
    extract, file = tmp_path / "a.csv", tmp_path / "criteria.json"
    extract.write_bytes(extract_csv([row("1")]))
    data(run, "extract", "import", str(extract))
    file.write_text(
        '[{"criterion": "HR-ROI", "field": "RoC*RoI", "comparison": ">=", "value": "0.9"}]', encoding="utf-8"
    )
    told = data(run, "criteria", "preview", str(file), "--forum", "CHC")
    assert (told["enters"], [name["prn"] for name in told["leaves"]]) == ([], ["1"])
    adopted = data(run, "criteria", "adopt", str(file), "--forum", "CHC", "--reason", "agreed")
    assert (adopted["version"], [name["prn"] for name in adopted["leaves"]]) == (2, ["1"])
    assert "Version 2, for CHC" in run("criteria", "show", "--forum", "CHC")[1]
    shown = data(run, "criteria", "show", "--forum", "CHC")["versions"][0]["criteria"]
    file.write_text(json.dumps(shown), encoding="utf-8")
    again = data(run, "criteria", "preview", str(file), "--forum", "CHC")
    assert (again["enters"], again["leaves"]) == ([], [])
    shared = data(run, "criteria", "share", "--forum", "CHC", "--reason", "as everybody")
    assert (shared["version"], shared["forum"]) == (1, None)
    assert "for every forum" in run("criteria", "show", "--forum", "CHC")[1]
