"""A run of the tests has a folder of its own in memory, and leaves nothing in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.fixtures import run_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", tempfile.tempdir)
    monkeypatch.delenv("TMPDIR", raising=False)


def test_what_a_run_writes_lies_in_its_folder_and_goes_with_it(tmp_path: Path) -> None:
    made = run_folder.take(tmp_path, needed=0)
    assert made is not None
    assert Path(tempfile.mkdtemp()).parent == made
    started = subprocess.run(
        [sys.executable, "-c", "import tempfile; print(tempfile.gettempdir())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert started.stdout.strip() == str(made)
    run_folder.give_back(made)
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() != str(made)


def test_what_a_killed_run_left_goes_and_what_another_run_uses_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, used = (tmp_path / f"fd-tests-{pid}-made" for pid in (ended.pid, os.getpid()))
    left.mkdir()
    used.mkdir()
    made = run_folder.take(tmp_path, needed=0)
    assert set(tmp_path.iterdir()) == {used, made}


def test_a_folder_somebody_chose_or_one_without_room_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_folder.take(tmp_path, needed=1 << 62) is None
    assert run_folder.take(tmp_path / "none") is None
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert run_folder.take(tmp_path, needed=0) is None
    assert list(tmp_path.iterdir()) == []
