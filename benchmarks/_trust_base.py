"""What every figure of benchmarks/trust.py shares: how an answer looks, where it works, and two processes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.domain.errors import ForumDeskError
from db import lease

ROOT = Path(__file__).resolve().parents[1]
MOST_NOTES = 20

T = TypeVar("T")


@dataclass
class Tried:
    """How much was tried and how much of it came out wrong. `control` is whether what must fail did, where asked."""

    tried: int = 0
    failed: int = 0
    notes: list[str] = field(default_factory=list)
    control: bool | None = None
    left_out: str = ""
    """Why nothing could be tried here, as a sentence."""

    def enter(self, wrong: str, where: str) -> None:
        """One more try; `wrong` is empty where it came out right."""
        self.tried += 1
        if wrong:
            self.failed += 1
            if len(self.notes) < MOST_NOTES:
                self.notes.append(f"{where}: {wrong}")

    def add(self, other: Tried) -> None:
        """Take another process's answer in."""
        self.tried += other.tried
        self.failed += other.failed
        self.notes = (self.notes + other.notes)[:MOST_NOTES]


def progress(said: str) -> None:
    """A line for whoever waits; standard output is the figures' alone."""
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()


@contextmanager
def workplace(name: str) -> Iterator[Path]:
    """A folder of this run's own, in memory where there is such a place, with a profile; gone afterwards."""
    memory = Path("/dev/shm")
    inside = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    made = Path(tempfile.mkdtemp(prefix=f"forumdesk-trust-{name}-", dir=inside))
    before = os.environ.get("FORUMDESK_PROFILE")
    os.environ["FORUMDESK_PROFILE"] = str(made / "profile")
    try:
        yield made
    finally:
        if before is None:
            del os.environ["FORUMDESK_PROFILE"]
        else:
            os.environ["FORUMDESK_PROFILE"] = before
        shutil.rmtree(made, ignore_errors=True)


class QuickTime:
    """A clock whose waiting is over at once, for the lease of a register: five seconds of real ones say no more."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead

    def sleep(self, seconds: float) -> None:
        self.ahead += seconds


def wait_for_nobody() -> None:
    """Have this process judge a lease that nobody can hold without the wait that a person would have."""
    lease.time = QuickTime()  # type: ignore[assignment, attr-defined]


def shared_out(work: Callable[[int, int], Tried], count: int, workers: int = 2) -> Tried:
    """`work(worker, its share)` in processes of their own that begin as copies of this one, and the sum."""
    shares = [count // workers + (number < count % workers) for number in range(workers)]
    context = multiprocessing.get_context("fork")
    queue = context.SimpleQueue()

    def one(number: int, share: int) -> None:
        try:
            queue.put(work(number, share))
        except Exception:  # noqa: BLE001 (told by the other process, as one that failed)
            queue.put(Tried(1, 1, [traceback.format_exc()]))

    running = [
        context.Process(target=one, args=(number, share)) for number, share in enumerate(shares) if share
    ]
    for each in running:
        each.start()
    total = Tried()
    for _ in running:
        total.add(queue.get())
    for each in running:
        each.join()
    return total


def refusal(doing: Callable[[], T]) -> tuple[T | None, str, str]:
    """What came of it: (result, "", "") or (None, the one sentence, what is wrong with how it was refused)."""
    try:
        return doing(), "", ""
    except ForumDeskError as error:
        return None, error.sentence, unlike_a_sentence(error.sentence)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what is looked for)
        ours = [
            each for each in traceback.extract_tb(error.__traceback__) if str(ROOT / "app") in each.filename
        ]
        inner = [
            each for each in traceback.extract_tb(error.__traceback__) if str(ROOT / "db") in each.filename
        ]
        where = (inner or ours or traceback.extract_tb(error.__traceback__))[-1]
        return (
            None,
            "",
            f"a raw {type(error).__name__} at {Path(where.filename).name} line {where.lineno}: {error}",
        )


def unlike_a_sentence(said: str) -> str:
    """Why something is not the one plain sentence that a person may read; empty where it is."""
    if "\n" in said or not said.endswith((".", "?")):
        return f"not one sentence: {said!r}"
    odd = [word for word in ("Traceback", "Error", "Exception", "sqlite", "inside ForumDesk") if word in said]
    return f"words of the machine ({', '.join(odd)}): {said!r}" if odd else ""
