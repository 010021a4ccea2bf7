"""One writer at a time, also on a share that forgets locks: a small file that says who is writing.

SQLite's own lock still guards the register; the lease is the second barrier and the one that can
say *which computer* is writing.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from app.domain.errors import Busy, Unreachable

WRITER_NAME = "register.writer"
WAIT_SECONDS = 5.0
LOOK_WAITS = 1.0
"""Seconds that a look waits for its entry: it can be kept in the profile until then, a change cannot."""
_POLL_SECONDS = 0.02
_LARGEST = 4096
_GONE = b"\0gone"
_SHUT = b"\0shut"


class _Holder(Struct, frozen=True):
    """What a lease says. `started` tells a process from a later one with the same number."""

    pid: int
    host: str
    started: str | None


@contextmanager
def writer_lease(folder: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the register's one writing place for the length of the block.

    Raises Busy after `wait` seconds, naming the computer that writes. A lease of this computer whose
    process has died is taken over at once; one of another computer never is.
    """
    with file_lease(folder / WRITER_NAME, wait):
        yield


@contextmanager
def file_lease(path: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """The same for any file name: the key file has a lease of its own, so neither waits for the other."""
    ours = _say_ourselves()
    _take(path, ours, wait)
    try:
        yield
    finally:
        _release(path, ours)


def is_held(folder: Path) -> bool:
    """Whether somebody who lives, here or on another computer, holds the register's writing place now."""
    holder = _parse(_read(folder / WRITER_NAME))
    return holder is not None and not _is_dead(holder)


def _say_ourselves() -> bytes:
    said = {
        "pid": os.getpid(),
        "host": platform.node(),
        "started": process_started(os.getpid()),
        "nonce": secrets.token_hex(16),
    }
    return json.dumps(said).encode()


def _take(path: Path, ours: bytes, wait: float) -> None:
    deadline = time.monotonic() + wait
    first_seen: bytes | None = None
    while not _create(path, ours):
        found = _read(path)
        holder = _parse(found)
        if holder is not None and _is_dead(holder) and _discard(path, found):
            continue
        if first_seen is None:
            first_seen = found
            if holder is None and found not in {_GONE, _SHUT} and _is_old(path) and _discard(path, found):
                continue
        if time.monotonic() >= deadline:
            # A writer cut off between making and filling its lease leaves one that nobody can hold.
            cut_off = holder is None and found not in {_GONE, _SHUT} and found == first_seen
            if cut_off and _discard(path, found):
                continue
            raise Busy(_busy_sentence(path, holder))
        time.sleep(_POLL_SECONDS)


def _is_old(path: Path) -> bool:
    """Whether a lease was last written longer ago than anybody waits, by the clock of the place where it lies.

    After a power cut an empty one is left, which nobody can hold; whoever makes one fills it at once.
    """
    probe = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        probe.write_bytes(b"")
        return probe.stat().st_mtime - path.stat().st_mtime >= WAIT_SECONDS
    except OSError:
        return False
    finally:
        with suppress(OSError):
            probe.unlink()


def _busy_sentence(path: Path, holder: _Holder | None) -> str:
    where = f"on the computer {holder.host}" if holder else "on another computer"
    return (
        f"Somebody is writing in this register {where}; nothing was changed: try again in a moment, and only "
        f"if that computer is switched off, delete the file {path.name}."
    )


def _create(path: Path, ours: bytes) -> bool:
    """True when the file was made by us; False when it was there.

    Where the system can, it is filled before it has its name: a process killed in between would leave an empty one,
    which looks like one that is about to be filled, and would be waited for.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # not every share can: there the name comes first
            return _named_when_filled(path, ours)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    except FileExistsError:
        return False
    except PermissionError:
        if path.exists():  # Windows says this for a file that is just being deleted.
            return False
        raise _cannot_write(path) from None
    except OSError as error:
        raise _cannot_write(path, error) from None
    try:
        os.write(handle, ours)
    except OSError as error:
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        raise _cannot_write(path, error) from None
    os.close(handle)
    return True


if sys.platform == "linux":

    def _named_when_filled(path: Path, ours: bytes) -> bool:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o666)
        try:
            if os.write(handle, ours) != len(ours):
                raise OSError(errno.ENOSPC, "not all of it was written")
            # The folder handed over has no say for an absolute path, but only with one is the link followed.
            os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)
        except FileExistsError:
            return False
        finally:
            os.close(handle)
        return True


def _cannot_write(path: Path, error: OSError | None = None) -> Unreachable:
    if error is not None and error.errno == errno.ENOENT:
        return Unreachable(
            f"The folder {path.parent} is not there; nothing was changed: check where the register is."
        )
    reason = (
        "the disk is full"
        if error is not None and error.errno == errno.ENOSPC
        else "the folder cannot be written"
    )
    return Unreachable(
        f"Not saved. In {path.parent} {reason}; the register is as it was: put that right and try again."
    )


def _read(path: Path) -> bytes:
    """The lease's bytes, `_GONE` when there is none, `_SHUT` when this person may not read it."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return _GONE
    except OSError:
        return _SHUT


def _parse(found: bytes) -> _Holder | None:
    try:
        said = json.loads(found)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    pid, host, started = said.get("pid"), said.get("host"), said.get("started")
    if type(pid) is not int or not 0 < pid < 2**31 or not isinstance(host, str) or not host.isprintable():
        return None
    return _Holder(pid, host[:100], started if isinstance(started, str) else None)


def _is_dead(holder: _Holder) -> bool:
    if holder.host != platform.node():
        return False
    if not process_alive(holder.pid):
        return True
    now = process_started(holder.pid)
    return holder.started is not None and now is not None and holder.started != now


def _discard(path: Path, judged: bytes) -> bool:
    """Remove the lease that was judged, and put back any other one caught by mistake; False if it stays.

    Two who judge the same dead lease must not remove the living one that the quicker of them made.
    """
    aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        path.rename(aside)
    except OSError:
        return False
    caught = _read(aside)
    right_one = caught == judged
    if not right_one:
        _create(path, caught)
    with suppress(OSError):
        aside.unlink()
    return right_one


def _release(path: Path, ours: bytes) -> None:
    if _read(path) == ours:
        with suppress(OSError):
            path.unlink()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY = 0x1000
    _STILL_ACTIVE = 259

    def process_alive(pid: int) -> bool:
        """Whether a process of that number runs on this computer; when unsure, it does."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return ctypes.get_last_error() == 5  # access denied: it is there
        code = wintypes.DWORD()
        asked = kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(code))
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return not asked or code.value == _STILL_ACTIVE

    def process_started(pid: int) -> str | None:
        """When the process began, as a word to compare; None where the system does not say."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return None
        times = [wintypes.FILETIME() for _ in range(4)]
        asked = kernel.GetProcessTimes(wintypes.HANDLE(handle), *[ctypes.byref(each) for each in times])
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return f"{times[0].dwHighDateTime}:{times[0].dwLowDateTime}" if asked else None

else:

    def process_alive(pid: int) -> bool:
        """Whether a process of that number runs on this computer; when unsure, it does."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def process_started(pid: int) -> str | None:
        """When the process began, as a word to compare; None where the system does not say."""
        try:
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            fields = (
                Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            )
        except OSError:
            return None
        return f"{boot}:{fields.split()[19]}"
