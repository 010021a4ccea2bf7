"""Files that leave, written whole or not at all: the one way for both clients of the door."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import Refused


def write_whole(file: Path, data: bytes, what: str = "") -> None:
    """Write a whole file or none: beside it first, then put in its place. `what` begins the sentence of a refusal."""
    beside = _beside(file)
    _write(beside, data, file, what)
    try:
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _unwritten(file, what, error) from None


def refuse_unwritable(folder: Path, what: str = "") -> None:
    """Before a number is used: a folder that cannot be written to is found out now."""
    probe = folder / ".forumdesk-check"
    write_whole(probe, b"", what)
    with suppress(OSError):
        probe.unlink(missing_ok=True)


def refuse_taken(file: Path) -> None:
    """Before any work: a name that is taken already is no place for a new file."""
    if file.exists():
        raise Refused(
            f"{file.name} is in {file.parent} already and stays as it is; nothing was written. Choose another name."
        )


@contextmanager
def kept_until_recorded(
    file: Path, what: str = "", *, anew: bool = False
) -> Iterator[Callable[[bytes], Callable[[], None]]]:
    """What a use case is to deliver: written beside the file at once, put in its place once the register has it.

    So a computer that stops in between leaves no file that the register knows nothing of. `anew` refuses a name
    that is taken.
    """
    beside = _beside(file)
    stays = False

    def place() -> None:
        nonlocal stays
        stays = True
        try:
            beside.replace(file)
        except OSError as error:
            raise Refused(
                f"{what or file.name} is recorded as sent but could not be named {file.name}: {error.strerror}. "
                f"It stands whole as {beside}; rename it."
            ) from None

    def deliver(data: bytes) -> Callable[[], None]:
        if anew:
            refuse_taken(file)
        _write(beside, data, file, what)
        return place

    if anew:
        refuse_taken(file)
    try:
        yield deliver
    finally:
        if not stays:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.part")


def _write(beside: Path, data: bytes, file: Path, what: str) -> None:
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as whole:
            whole.write(data)
            whole.flush()
            os.fsync(
                whole.fileno()
            )  # else a power cut may leave the name that is recorded, and nothing in it
    except OSError as error:
        with suppress(OSError):  # where its folder is a file there is nothing to take away either
            beside.unlink(missing_ok=True)
        raise _unwritten(file, what, error) from None


def _unwritten(file: Path, what: str, error: OSError) -> Refused:
    return Refused(
        f"{what or file.name} could not be written to {file.parent}: {error.strerror}; "
        "choose a folder you may write to."
    )
