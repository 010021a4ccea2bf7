"""`forumdesk police` and `forumdesk disclosure`, as typed (design/formats.md section 5)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.police import Sheet
from app.usecases import police
from tests.fixtures import desks
from tests.fixtures import police_month as month
from tests.fixtures.typist import Run, typist


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command as the administrator; exit code, standard output, standard error."""
    month.make_month(register)
    return typist(register, desks.ADMINISTRATOR, capsys)


@pytest.fixture
def as_chair(run: Run, register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same as the chair."""
    return typist(register, desks.CHAIR, capsys)


@pytest.fixture
def secret(tmp_path: Path) -> str:
    file = tmp_path / "secret.txt"
    file.write_text(f"{month.PASSPHRASE}\n", encoding="utf-8")
    return str(file)


def data(run: Run, *argv: str) -> dict[str, Any]:
    code, out, err = run(*argv, "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert isinstance(told, dict)
    return told


def sent_and_filled(run: Run, tmp_path: Path, secret: str) -> tuple[str, Path]:
    """Export, and the file that Police send back."""
    out, back = tmp_path / "out.xlsx", tmp_path / "back.xlsx"
    told = data(
        run, "police", "export", month.MEETING, "--out", str(out), "--workbook-passphrase-from", secret
    )
    back.write_bytes(month.officer(out.read_bytes(), month.fill_all, month.PASSPHRASE))
    return told["exchange"], back


def test_the_whole_exchange_answers_the_keys_of_the_contract(run: Run, tmp_path: Path, secret: str) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    taken = data(run, "police", "import", str(back), "--workbook-passphrase-from", secret)
    keys = ("exchange", "rows", "intact", "ours_changed", "unknown_row", "duplicate", "missing", "cells")
    assert [taken[key] for key in keys] == [exchange, 5, 5, 0, 0, 0, 0, 22]
    assert taken["refused"] == []
    cells = data(run, "police", "review", exchange)["cells"]
    [answer] = [cell for cell in cells if cell["id"] == "x2.police-answer"]
    wanted = {"prn": month.HEMI, "heading": "Police answer", "ours": "", "theirs": "held, relevant"}
    assert {**answer, **wanted, "state": "undecided"} == answer
    assert data(run, "police", "decide", exchange, "--accept-all-intact")["decided"] == 16
    edited = data(run, "police", "decide", exchange, "--cell", "x2.information", "--edit", "Seen in town.")
    assert [c["state"] for c in edited["cells"] if c["id"] == "x2.information"] == ["accepted"]
    receipt = tmp_path / "new" / "receipt.xlsx"
    done = data(run, "police", "confirm", exchange, "--receipt", str(receipt))
    assert (done["taken"], done["changed"], done["not_taken"]) == (15, 1, 6)
    assert receipt.exists()
    again = data(run, "police", "import", str(back))
    assert (again["exchange"], again["cells"]) == (exchange, 0)
    [line] = data(run, "police", "list")["exchanges"]
    assert (line["state"], line["undecided"]) == ("confirmed", 0)
    assert data(run, "police", "passphrase", exchange)["passphrase"] == month.PASSPHRASE
    subjects = [row["subject"] for row in data(run, "disclosure", "list")["disclosures"]]
    assert subjects == [exchange, exchange, exchange]


def test_what_is_asked_back_goes_out_again_and_a_late_file_is_chased(
    run: Run, tmp_path: Path, secret: str
) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    code, out, _ = run("police", "chase", exchange, "--only-words")
    assert code == 0
    assert out.startswith(f"Subject: {exchange}: Police workbook is due back on")
    assert out.endswith("Nothing was recorded.\n")
    assert data(run, "police", "chase", exchange, "--how", "telephone")["recorded"] is True
    [line] = data(run, "police", "list")["exchanges"]
    assert len(line["chased"]) == 1
    data(run, "police", "import", str(back), "--workbook-passphrase-from", secret)
    again = tmp_path / "questions.xlsx"
    code, _, err = run("police", "ask-back", exchange, "--out", str(again), "--plain")
    assert (code, again.exists()) == (1, False)
    assert "Ask a cell back in the review first." in err
    data(run, "police", "decide", exchange, "--cell", "x2.information", "--ask", "--reason", "Which marae?")
    told = data(run, "police", "ask-back", exchange, "--out", str(again), "--plain")
    assert (told["rows"], told["people"]) == (1, 1)
    assert [line["asks_of"] for line in data(run, "police", "list")["exchanges"]] == [exchange, None]
    code, _, err = run("police", "chase", exchange)
    assert (code, "nothing to chase" in err) == (1, True)


def test_a_reply_that_was_decided_on_is_replaced_only_with_the_word_for_it(
    run: Run, tmp_path: Path, secret: str
) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    data(run, "police", "import", str(back))
    code, out, err = run("police", "import", str(tmp_path / "out.xlsx"), "--replace")
    assert (code, out) == (1, "")
    assert "without an answer" in err
    data(run, "police", "decide", exchange, "--cell", "x2.police-answer", "--accept")
    other = tmp_path / "other.xlsx"
    other.write_bytes(
        month.officer(
            (tmp_path / "out.xlsx").read_bytes(),
            lambda book: month.write(book, Sheet.CROSS_REFERENCE, month.HEMI, Police_answer="held, relevant"),
            month.PASSPHRASE,
        )
    )
    code, out, err = run("police", "import", str(other))
    assert (code, out) == (1, "")
    assert "22 answers, 1 of them decided" in err
    assert "--replace" in err
    taken = data(run, "police", "import", str(other), "--replace")
    assert (taken["exchange"], taken["cells"], taken["replaced"], taken["kept"]) == (exchange, 1, True, 1)
    back_again = data(run, "police", "import", str(back), "--replace")
    assert (back_again["cells"], back_again["kept"]) == (22, 1)


def test_the_same_in_words_for_a_person(run: Run, tmp_path: Path, secret: str) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    code, out, _ = run("police", "import", str(back))
    assert code == 0
    assert f"Took in {exchange}: 5 rows, 22 answers. Nothing is written yet." in out
    code, out, _ = run("police", "review", exchange)
    assert out.index("Added by Police") < out.index("Undecided")
    assert "Ngatā, Hēmi" in out
    code, out, _ = run("police", "decide", exchange, "--accept-all-intact")
    assert "Accepted 16 cells of intact rows." in out
    code, out, _ = run("police", "confirm", exchange, "--receipt", str(tmp_path / "r.xlsx"))
    assert f"Confirmed {exchange}: 16 taken, 0 changed, 6 not taken" in out
    assert "Police workbook" in run("disclosure", "list")[1]
    assert exchange in run("police", "list")[1]


def test_a_workbook_goes_out_with_a_passphrase_or_plainly_and_never_by_oversight(
    run: Run, tmp_path: Path, secret: str
) -> None:
    out = tmp_path / "out.xlsx"
    assert run("police", "export", month.MEETING, "--out", str(out))[0] == 2
    both = ("--plain", "--workbook-passphrase-from", secret)
    assert run("police", "export", month.MEETING, "--out", str(out), *both)[0] == 2
    assert not out.exists()
    assert run("police", "export", month.MEETING, "--out", str(out), "--plain")[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_folder_that_cannot_be_written_to_gives_one_sentence_and_records_nothing(
    run: Run, tmp_path: Path, register: Path
) -> None:
    in_the_way = tmp_path / "a file, not a folder"
    in_the_way.write_bytes(b"")
    code, out, err = run("police", "export", month.MEETING, "--out", str(in_the_way / "out.xlsx"), "--plain")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "could not be written" in err
    assert police.list_exchanges(desks.sit(register)) == ()


def test_saying_which_row_it_is_stays_with_the_chair(run: Run, tmp_path: Path, secret: str) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    run("police", "import", str(back))
    code, _, err = run("police", "link", exchange, "--row", "x2", "--prn", month.HEMI)
    assert code == 3
    assert "Ask a chair" in err


def test_deciding_asks_for_one_thing_at_a_time(run: Run, tmp_path: Path, secret: str) -> None:
    exchange, back = sent_and_filled(run, tmp_path, secret)
    run("police", "import", str(back))
    assert run("police", "decide", exchange)[0] == 2
    assert run("police", "decide", exchange, "--cell", "x2.threats")[0] == 1
    assert run("police", "decide", exchange, "--accept-all-intact", "--reject")[0] == 1
    assert run("police", "decide", exchange, "--cell", "x2.grade", "--accept", "--reject")[0] == 2
    told = data(
        run,
        "police",
        "decide",
        exchange,
        "--cell",
        "x2.grade",
        "--cell",
        "x2.handling",
        "--reject",
        "--reason",
        "no",
    )
    assert [cell["state"] for cell in told["cells"] if cell["reason"] == "no"] == ["rejected", "rejected"]


def without_seal(run: Run, tmp_path: Path, secret: str) -> str:
    """A reply in which Aniwa's row has lost its seal, taken in."""
    exchange, back = sent_and_filled(run, tmp_path, secret)

    def lose(book: Any) -> None:
        page = book[Sheet.CROSS_REFERENCE.value]
        page.cell(month.line_of(page, month.ANIWA), month.column(page, "Row")).value = None

    back.write_bytes(month.officer(back.read_bytes(), lose, month.PASSPHRASE))
    run("police", "import", str(back))
    return exchange


def row_x3(run: Run, exchange: str) -> dict[str, Any]:
    [row] = [row for row in data(run, "police", "review", exchange)["rows"] if row["row"] == "x3"]
    return dict(row)


def test_a_chair_says_whose_row_it_is_and_takes_it_back(
    run: Run, as_chair: Run, tmp_path: Path, secret: str
) -> None:
    exchange = without_seal(run, tmp_path, secret)
    best = row_x3(run, exchange)["proposals"][0]
    assert (best["prn"], best["name"], best["likely"]) == (month.ANIWA, "Tūhoe, Aniwa Rose", "very likely")
    assert f"very likely: Tūhoe, Aniwa Rose, PRN {month.ANIWA}" in run("police", "review", exchange)[1]
    told = data(as_chair, "police", "link", exchange, "--row", "x3", "--prn", month.ANIWA)
    assert told == {"exchange": exchange, "row": "x3", "prn": month.ANIWA}
    assert (row_x3(run, exchange)["prn"], row_x3(run, exchange)["linked"]) == (month.ANIWA, True)
    code, out, _ = as_chair("police", "unlink", exchange, "--row", "x3")
    assert (code, row_x3(run, exchange)["prn"]) == (0, None)
    assert "Tūhoe, Aniwa Rose" in out


def test_an_administrator_asks_whose_row_it_is_and_the_review_says_so(
    run: Run, tmp_path: Path, secret: str
) -> None:
    exchange = without_seal(run, tmp_path, secret)
    told = data(run, "police", "ask-link", exchange, "--row", "x3", "--prn", month.ANIWA)
    assert told == {"exchange": exchange, "row": "x3", "prn": month.ANIWA}
    assert row_x3(run, exchange)["proposals"][0]["likely"] == "asked for"
    assert "asked for: Tūhoe, Aniwa Rose" in run("police", "review", exchange)[1]
    assert data(run, "police", "list")["exchanges"][0]["links_asked"] == 1


def test_a_chair_says_that_a_row_is_about_nobody_proposed_and_a_later_file_says_so(
    run: Run, as_chair: Run, tmp_path: Path, secret: str
) -> None:
    exchange = without_seal(run, tmp_path, secret)
    code, _, err = run("police", "link", exchange, "--row", "x3", "--nobody")
    assert (code, err.count("\n")) == (3, 1)
    assert "Ask a chair" in err
    code, out, err = as_chair("police", "link", exchange, "--row", "x3", "--nobody")
    assert (code, err) == (0, "")
    assert "none of the people proposed" in out
    later = without_seal(run, tmp_path, secret)
    [proposal] = row_x3(run, later)["proposals"]
    assert (proposal["prn"], proposal["score"]) == (month.ANIWA, 0.0)
    assert "said on 17/11/2026 that it is not this person" in proposal["why"]
    assert as_chair("police", "link", later, "--row", "x2", "--nobody")[0] == 1
    assert as_chair("police", "link", later, "--row", "x3")[0] == 2
