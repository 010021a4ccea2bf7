"""What is left in memory after a lock: nothing, because the program ends and begins anew. Linux.

A person signs in at the window and reads; then the register's key and what they read must be found in the memory of
the process (that is the control), and after the lock in no memory of the program: the process is gone, and the one that
took its place never knew them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from benchmarks._trust_base import ROOT, Tried, progress, workplace
from db.tables.extract import Extract
from db.tables.register import Person
from tests.fixtures import desks, months
from tests.fixtures.extracts import read

PATIENCE = 120
NOT_HERE = "left out: it needs Linux and root, since the program lets nobody else look into its memory"


def secrets_of(folder: Path) -> dict[str, bytes]:
    """What must not stay: as bytes, each by what it is."""
    desk = desks.sit(folder)
    key, says = bytes(desk.opened.register_key), desks.ADMINISTRATOR[1]
    found = {
        "the passphrase": says.encode(),
        "the passphrase, as a window has it": says.encode("utf-16-le"),
        "the register's key": key,
        "the register's key in hex": key.hex().encode(),
        "the key as the engine takes it": f"x'{key.hex()}'".encode(),
    }
    people = read(desk, select(Person.surname, Person.given_names, Person.prn))
    for surname, given, prn in people:
        for name, words in (("a PRN", prn), ("a name", f"{surname}, {given}")):
            found[f"{name} of {prn}"] = words.encode()
            found[f"{name} of {prn}, as a window has it"] = words.encode("utf-16-le")
    ((file,),) = read(desk, select(Extract.file_name))
    found["the name of an extract"] = file.encode()
    desk.close()
    return found


def in_memory(process: int, wanted: dict[str, bytes]) -> set[str]:
    """Which of these stand in any memory of a process that it can write to."""
    found: set[str] = set()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in _regions(process):
            data, tail = b"", b""
            for at in range(start, end, 1 << 24):
                try:
                    memory.seek(at)
                    data = memory.read(min(1 << 24, end - at))
                except (OSError, ValueError, OverflowError):
                    break
                piece = tail + data
                found |= {name for name, secret in wanted.items() if name not in found and secret in piece}
                tail = piece[-256:]
    return found


def _regions(process: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8", errors="replace").splitlines():
        places, may, *_rest = line.split()
        if may.startswith("rw"):
            start, _, end = places.partition("-")
            yield int(start, 16), int(end, 16)


def secrets_after_lock(_count: int, _seed: int) -> Tried:
    """The figure, never scaled."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return Tried(left_out=NOT_HERE)
    with workplace("memory") as base:
        folder = months.new_month(base / "register")
        wanted = secrets_of(folder)
        env = {
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "FORUMDESK_PROFILE": str(base / "window-profile"),
            "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
        }  # fmt: skip
        argv = [sys.executable, "-m", "benchmarks._trust_window", str(folder), desks.ADMINISTRATOR[0]]
        with subprocess.Popen(
            argv, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        ) as window:
            try:
                return _locked(window, wanted, base / "window-profile")
            finally:
                window.kill()
                for each in _processes_of(base / "window-profile"):
                    with suppress(ProcessLookupError):
                        os.kill(each, signal.SIGKILL)


def _locked(window: subprocess.Popen[str], wanted: dict[str, bytes], profile: Path) -> Tried:
    stdin, stdout = window.stdin, window.stdout
    if stdin is None or stdout is None:
        raise AssertionError("there are pipes")
    stdin.write(f"{desks.ADMINISTRATOR[1]}\n")
    stdin.flush()
    while (said := stdout.readline()) not in ("ready\n", ""):
        pass
    if not said:
        return Tried(1, 1, ["the window did not open"])
    before = in_memory(window.pid, wanted)
    stdin.write("lock\n")
    stdin.flush()
    window.wait(PATIENCE)
    anew = _until(lambda: [each for each in _processes_of(profile) if _has_a_window(each)])
    result = Tried(control=_all_kinds(before))
    progress(f"secrets in memory: {len(before)} of {len(wanted)} found before the lock")
    after = {name for each in anew for name in in_memory(each, wanted)}
    for name in wanted:
        result.enter("is in memory after the lock" if name in after else "", name)
    if not anew:
        result.enter("no process took its place", "the lock")
    if Path(f"/proc/{window.pid}/maps").exists() and window.poll() is None:
        result.enter("the process that was locked goes on", "the lock")
    return result


def _all_kinds(before: set[str]) -> bool:
    """Before the lock there is the key and what was read: else this look into memory would say nothing."""
    return "the register's key" in before and any(name.startswith("a name of") for name in before)


def _processes_of(profile: Path) -> list[int]:
    """The programs that a lock began for this profile."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and int(place.name) != os.getpid():
            with suppress(OSError):
                said = (place / "environ").read_bytes().split(b"\0")
                locked = any(each.startswith(b"FORUMDESK_LOCKED=") for each in said)
                if locked and f"FORUMDESK_PROFILE={profile}".encode() in said:
                    found.append(int(place.name))
    return found


def _has_a_window(process: int) -> bool:
    """Whether Qt is loaded and it has come to rest."""
    with suppress(OSError):
        if "libQt6Widgets" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8", errors="replace"):
            used = _used(process)
            time.sleep(1)
            return _used(process) - used <= 2
    return False


def _used(process: int) -> int:
    said = (
        Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    )
    return int(said[11]) + int(said[12])


def _until(look: Callable[[], list[int]]) -> list[int]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    return []
