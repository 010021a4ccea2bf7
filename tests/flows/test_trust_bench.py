"""The command that prints what design/trust.md promises, at a size that only shows that it works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import trust
from benchmarks._trust_cells import TESTS
from benchmarks._trust_faults import driven
from benchmarks._trust_shim import NO_COMPILER, built
from tests.fixtures.process import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork a process")

needs_compiler = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("cc") or shutil.which("gcc")), reason=NO_COMPILER
)


def _told(*argv: str, temp: Path | None = None) -> dict[str, object]:
    script = ROOT / "benchmarks" / "trust.py"
    ended = subprocess.run(
        [sys.executable, str(script), "--json", "--scale", "0.001", *argv],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "TMPDIR": str(temp)} if temp else None,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.count("\n") == 1, "the object stands alone on standard output"
    told: dict[str, object] = json.loads(ended.stdout)
    assert set(told) == {"figures", "control_failed_as_it_must"}
    return told


def test_damage_and_kills_are_met_and_counted_and_leave_no_profile_behind(tmp_path: Path) -> None:
    names = ("kills", "damaged_registers", "damaged_key_files")
    assert _told("--only", *names, temp=tmp_path) == {
        "figures": {
            "kills": {"tried": 5, "failed": 0},
            "damaged_registers": {"tried": 10, "failed": 0},
            "damaged_key_files": {"tried": 20, "failed": 0},
        },
        "control_failed_as_it_must": None,
    }
    assert list(tmp_path.glob("forumdesk-profile-*")) == []


@needs_compiler
def test_power_cuts_lose_nothing_and_the_control_does() -> None:
    assert built()
    assert _told("--only", "power_cuts") == {
        "figures": {"power_cuts": {"tried": 20, "failed": 0}},
        "control_failed_as_it_must": True,
    }


@needs_compiler
@pytest.mark.parametrize(
    "fault",
    [
        "save:sync:last:EIO",  # the save stands: it was told as lost, and later as if nothing had been the matter
        "export:sync:6:ENOSPC",  # recorded as sent, and its file taken away
        "import:unlink:1:EACCES",  # a raw error over a count of wrong passphrases that could not be removed
        "backup:write:46:ENOSPC",  # a raw error of the engine's copying call
        "backup:sync:5:ENOSPC:lasts",  # a backup that the trail knows nothing of
        "passphrase:open:27:EACCES:lasts",  # the folder could be opened no more to confirm its new name
        "passphrase:sync:last:EIO",  # the new passphrase held, and was told as not saved
    ],
)
def test_a_fault_of_the_disk_that_was_once_told_wrongly_is_told_rightly(fault: str) -> None:
    result = driven(fault)
    assert (result.tried, result.notes) == (1, [])


@needs_compiler
def test_nothing_of_a_month_stands_on_the_disk_in_clear_and_what_does_on_purpose_is_found() -> None:
    told = _told("--only", "canaries")
    assert told["control_failed_as_it_must"] is True


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root looks into another program's memory"
)
def test_a_lock_leaves_nothing_in_memory_and_what_was_there_before_it_is_found() -> None:
    told = _told("--only", "memory")
    assert told["control_failed_as_it_must"] is True


def test_what_cannot_be_tried_here_is_named_and_never_passes_for_a_promise_that_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)  # as anybody but root
    assert trust.main(["--json", "--only", "memory"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["figures"] == {"memory": {"tried": 0, "failed": 0}}
    assert "Left out, because it cannot be tried on this computer: memory;" in told.err


def test_the_cells_of_the_table_are_tried_through_window_engine_and_command() -> None:
    assert {each.split("/")[1] for each in TESTS} == {"ui", "architecture", "usecases", "cli"}
    assert all((ROOT / each).is_file() for each in TESTS)


def test_no_scale_leaves_a_figure_untried() -> None:
    for goal in trust.GOALS:
        assert goal.count(0.000_001) >= 1
        assert goal.count(1) == goal.goal
