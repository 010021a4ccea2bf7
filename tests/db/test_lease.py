"""One writer at a time, and a dead one never stands in the way."""

from __future__ import annotations

import errno
import json
import os
import platform
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import Busy, NotFound, Refused
from db.lease import WRITER_NAME, file_lease, process_alive, process_started, writer_lease

HOLD = """
import sys
from pathlib import Path
from db.lease import writer_lease
with writer_lease(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from db.lease import writer_lease
real = getattr(os, sys.argv[2])
def then_killed(*what, **how):
    done = real(*what, **how)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(os, sys.argv[2], then_killed)
with writer_lease(Path(sys.argv[1])):
    pass
"""
"""Dies right after the first call of one of the system's own functions, as a kill from outside may."""


def holder(folder: Path) -> subprocess.Popen[str]:
    """A second process that holds the lease until it is told or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def lease(folder: Path, **said: object) -> None:
    (folder / WRITER_NAME).write_text(json.dumps(said), encoding="utf-8")


def test_the_lease_is_gone_after_the_block_and_after_an_error(tmp_path: Path) -> None:
    with writer_lease(tmp_path):
        assert json.loads((tmp_path / WRITER_NAME).read_text(encoding="utf-8"))["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ZeroDivisionError), writer_lease(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_living_writer_is_waited_for_and_then_named(tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        with pytest.raises(Busy, match=platform.node()), writer_lease(tmp_path, wait=0.05):
            pass
    finally:
        end(process)


def test_the_lease_of_a_killed_process_is_taken_over_at_once(tmp_path: Path) -> None:
    end(holder(tmp_path))
    assert (tmp_path / WRITER_NAME).exists()
    with writer_lease(tmp_path, wait=0):
        assert json.loads((tmp_path / WRITER_NAME).read_text(encoding="utf-8"))["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


def test_a_later_process_with_the_same_number_is_not_taken_for_the_writer(tmp_path: Path) -> None:
    if process_started(os.getpid()) is None:
        pytest.skip("this system does not tell when a process began")
    lease(tmp_path, pid=os.getpid(), host=platform.node(), started="another boot:1")
    with writer_lease(tmp_path, wait=0):
        pass


def test_another_computers_lease_is_never_taken_over(tmp_path: Path) -> None:
    lease(tmp_path, pid=2**22 + 1, host="WPN-LAPTOP-7", started=None)
    with pytest.raises(Busy, match="WPN-LAPTOP-7"), writer_lease(tmp_path, wait=0.05):
        pass
    assert (tmp_path / WRITER_NAME).exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"pid": -1, "host": "x"}', b"[" * 3000, b"\xff"])
def test_a_lease_that_was_cut_off_while_it_was_made_does_not_stay(tmp_path: Path, data: bytes) -> None:
    (tmp_path / WRITER_NAME).write_bytes(data)
    with writer_lease(tmp_path, wait=0.05):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the name comes first, and the next waits once")
@pytest.mark.parametrize("step", ["open", "write", "link", "close"])
def test_a_process_killed_at_any_step_of_making_its_lease_is_waited_for_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED_AT, str(tmp_path), step], check=False)
    assert killed.returncode == -signal.SIGKILL
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)  # the edge: a wait is seen and costs nothing
    with writer_lease(tmp_path):
        assert waits == []
        assert json.loads((tmp_path / WRITER_NAME).read_text(encoding="utf-8"))["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one way only")
def test_a_share_that_names_no_filled_file_gets_its_lease_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_what: object, **_how: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "the share does not do this")

    monkeypatch.setattr(os, "link", cannot)  # the edge: what another file system can
    with writer_lease(tmp_path, wait=0), pytest.raises(Busy), writer_lease(tmp_path, wait=0):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links and rights as POSIX has them")
@pytest.mark.parametrize("data", [b"", bytes(64), b'{"pid":'])
def test_a_lease_that_a_power_cut_left_empty_is_waited_for_by_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(
        time, "sleep", waits.append
    )  # the edge: nobody's clock moves while a test looks at it
    left = tmp_path / WRITER_NAME
    left.write_bytes(data)
    with writer_lease(tmp_path, wait=0.05):
        assert waits, "one made a moment ago may be somebody's who is about to fill it"
    waits.clear()
    left.write_bytes(data)
    os.utime(left, (left.stat().st_mtime - 6,) * 2)
    with writer_lease(tmp_path):
        assert waits == []
    assert list(tmp_path.iterdir()) == []


def test_a_lease_that_cannot_be_read_or_removed_ends_in_busy_and_stays(tmp_path: Path) -> None:
    (tmp_path / WRITER_NAME).symlink_to(tmp_path / "nowhere")
    with pytest.raises(Busy), writer_lease(tmp_path, wait=0.05):
        pass
    (tmp_path / WRITER_NAME).unlink()
    (tmp_path / WRITER_NAME).mkdir()
    with pytest.raises(Busy), writer_lease(tmp_path, wait=0.05):
        pass
    assert (tmp_path / WRITER_NAME).is_dir()


def test_many_at_once_write_one_after_the_other_even_past_a_dead_writer(tmp_path: Path) -> None:
    end(holder(tmp_path))
    counter = tmp_path / "counter"
    counter.write_text("0", encoding="utf-8")

    def add(_: int) -> None:
        with writer_lease(tmp_path, wait=60):
            counter.write_text(str(int(counter.read_text(encoding="utf-8")) + 1), encoding="utf-8")

    with ThreadPoolExecutor(8) as all_at_once:
        list(all_at_once.map(add, range(40)))
    assert counter.read_text(encoding="utf-8") == "40"


def test_a_lease_that_somebody_else_put_there_is_not_removed_at_the_end(tmp_path: Path) -> None:
    with file_lease(tmp_path / "x"):
        (tmp_path / "x").write_bytes(b"another")
    assert (tmp_path / "x").read_bytes() == b"another"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused, writer_lease(tmp_path / "gone"):
        pass
    assert "not there" in refused.value.sentence
    assert not isinstance(refused.value, NotFound | Busy)


def test_living_and_dead_processes_are_told_apart(tmp_path: Path) -> None:
    process = holder(tmp_path)
    assert process_alive(process.pid)
    assert process_started(process.pid) in {None, process_started(process.pid)}
    end(process)
    assert not process_alive(process.pid)
