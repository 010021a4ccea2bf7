"""A computer that stops at any moment: what was confirmed is there, what was not is not, and nobody has to wait."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.lease import WRITER_NAME
from db.tables.extract import Extract
from db.tables.register import Person
from tests.fixtures import desks, kept_case, police_month, sealed_case
from tests.fixtures.extracts import extract_csv, read, row
from tests.fixtures.process import ROOT, done, kill_along

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")


def _sound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The register checks out, and nobody waits for the lease of the dead."""

    def waited(_seconds: float) -> None:
        raise AssertionError("waited for a process that is dead")

    with monkeypatch.context() as patched:
        patched.setattr("db.lease.time.sleep", waited)
        checked = done(folder, "register", "check")
    assert checked["ok"]
    assert "trail" in {check["check"] for check in checked["checks"]}
    assert not (folder / WRITER_NAME).exists()


def _counts(folder: Path) -> tuple[int, int]:
    ((people, extracts),) = read(
        desks.sit(folder),
        select(
            select(func.count()).select_from(Person).scalar_subquery(),
            select(func.count()).select_from(Extract).scalar_subquery(),
        ),
    )
    return people, extracts


def test_an_import_killed_before_it_is_confirmed_has_taken_in_nothing(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ioms.csv"
    people = 60
    file.write_bytes(extract_csv([row(f"0{number}", VNR="Y") for number in range(1, people + 1)]))
    killed = kill_along(register, tmp_path / "killed", 30, "extract", "import", file)
    assert len(killed) >= 30
    for each in killed:
        _sound(each.folder, monkeypatch)
        assert _counts(each.folder) == (0, 0)
    again = done(killed[-1].folder, "extract", "import", file)
    assert again["added"] == people


def test_a_print_killed_anywhere_leaves_numbers_that_balance_and_copies_to_settle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "copies.csv"
    copies.write_text("name,service\nHana Pool,prisons\nTiaki Rua,police\n", encoding="utf-8")
    argv = ("pack", "print", police_month.MEETING, "--copies", copies, "--out", "{register}-out")
    killed = kill_along(_month(), tmp_path / "killed", 30, *argv)
    assert len(killed) >= 30
    states = set()
    for each in killed:
        _sound(each.folder, monkeypatch)
        ledger = done(each.folder, "pack", "ledger", police_month.MEETING)
        assert ledger["balanced"]
        files = {path.name for path in Path(f"{each.folder}-out").glob("*.pdf")}
        assert files <= {copy["file"] for copy in ledger["copies"]}
        for copy in ledger["copies"]:
            states.add(copy["state"])
            assert copy["state"] in ("reserved", "out")
            assert copy["state"] == "reserved" or copy["file"] in files
            if copy["state"] == "reserved":
                said = "--came-out" if copy["file"] in files else "--did-not"
                done(each.folder, "pack", "settle", copy["code"], said)
        settled = done(each.folder, "pack", "ledger", police_month.MEETING)
        assert settled["reserved"] == 0
        assert settled["balanced"]
        assert settled["out"] == len(files)
    assert states == {"reserved", "out"}


def test_a_confirmation_killed_before_it_is_confirmed_has_written_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, exchange = _returned()
    argv = ("police", "confirm", exchange, "--receipt", "{register}-receipt.xlsx")
    killed = kill_along(folder, tmp_path / "killed", 30, *argv)
    assert len(killed) >= 30
    for each in killed:
        _sound(each.folder, monkeypatch)
        states = {cell["state"] for cell in done(each.folder, "police", "review", exchange)["cells"]}
        assert "taken" not in states
    last = killed[-1].folder
    confirmed = done(last, "police", "confirm", exchange, "--receipt", f"{last}-receipt.xlsx")
    assert confirmed["taken"] > 0


def test_a_restriction_killed_anywhere_is_there_with_its_seal_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_case.full_register(tmp_path / "kept").close()
    argv = ("case", "restrict", kept_case.KEPT, "--reader", kept_case.READER, "--reason", kept_case.REASON)
    killed = kill_along(tmp_path / "kept", tmp_path / "killed", 15, *argv)
    assert len(killed) >= 15
    for each in killed:
        _sound(each.folder, monkeypatch)
        desk = desks.sit(each.folder)
        in_clear = set(sealed_case.SEALED) & sealed_case.found_in(desk)
        assert (sealed_case.holders(desk), in_clear) == (set(), set(sealed_case.SEALED))
    done(killed[-1].folder, *argv)
    desk = desks.sit(killed[-1].folder)
    assert sealed_case.found_in(desk) <= sealed_case.IN_CLEAR


def test_an_exchange_killed_at_random_moments_leaves_nothing_or_all() -> None:
    script = ROOT / "benchmarks" / "exchange_kills.py"
    argv = [sys.executable, str(script), "--points", "9", "--seed", "7", "--json"]
    ended = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["points"], told["torn"], told["cases"]) == (9, 0, [])
    for act in ("export", "import", "confirm"):
        outcomes = {
            name: count for name, count in told["acts"][act].items() if name in ("nothing", "all", "recorded")
        }
        assert sum(outcomes.values()) == 3


@lru_cache(maxsize=1)
def _month() -> Path:
    folder = desks.new_register(Path(tempfile.mkdtemp(prefix="forumdesk-kills-")) / "register")
    police_month.make_month(folder).close()
    return folder


@lru_cache(maxsize=1)
def _returned() -> tuple[Path, str]:
    """A register with a Police reply taken in and its intact rows accepted."""
    folder = _month().with_name("returned")
    shutil.copytree(_month(), folder)
    desk = desks.sit(folder)
    sent, data = police_month.send(desk)
    police_month.take_in(desk, police_month.officer(data, police_month.fill_all))
    done(folder, "police", "decide", sent.exchange, "--accept-all-intact")
    return folder, str(sent.exchange)
