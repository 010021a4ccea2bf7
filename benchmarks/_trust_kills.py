"""Kills: a process saves and saves, dies by SIGKILL at any microsecond, and the register is opened again.

Right is: what it told as saved is there word for word, the save under way is there whole or not at all, pages,
references and trail are sound, and the next process saves at once: nobody waits for the lease of the dead.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import SupportsIndex

from sqlalchemy import select

from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.words import Service
from app.usecases import cases
from benchmarks._trust_base import Tried, progress, refusal, shared_out, workplace
from db import connect, trail
from db.tables.register import Case, ServiceInformation
from db.tables.trail import History, Trail
from tests.fixtures import desks, months
from tests.fixtures.extracts import read

KILLS_OF_A_REGISTER = 30
SERVICES = tuple(Service)


def text_of(seed: int, number: int) -> str:
    """The words of one save: the same whenever they are asked for."""
    chance = random.Random(f"{seed}-{number}")
    many = chance.choice((2, 20, 200, 2_000))
    return " ".join(f"{number}:{chance.randrange(10**6)}" for _ in range(many))


def save(desk: Desk, prn: str, seed: int, number: int) -> None:
    """Every third names an owner, the others add what a service says."""
    if number % 3 == 0:
        cases.set_case(desk, prn, owner=f"Owner {number}")
    else:
        service = SERVICES[number % len(SERVICES)]
        draft = InformationDraft(service, text_of(seed, number), "A made-up officer", date(2026, 11, 1))
        cases.add_information(desk, prn, draft)


def saves_until_killed(folder: Path, prn: str, seed: int, number: int, told: int) -> None:
    """The child: sign in, save, tell, for ever."""
    desk = desks.sit(folder)
    while True:
        save(desk, prn, seed, number)
        os.write(told, number.to_bytes(4, "little"))
        number += 1


def judge(folder: Path, prn: str, seed: int, told: int) -> tuple[int, str]:
    """How many saves stand there, and what is wrong."""
    desk, said, raw = refusal(lambda: desks.sit(folder))
    if desk is None:
        return told, f"it does not open: {said or raw}"
    if desk.behind or desk.reading_only:
        return told, "an older copy is seen in its place"
    with connect.engine_errors(desk.path), desk.engine(read_only=True).connect() as connection:
        if problems := connect.integrity(connection):
            return told, problems[0]
        if not (verdict := trail.verify_chain(connection)).ok:
            return told, f"entry {verdict.first_bad} of the trail: {verdict.why}"
    acts = (cases.add_information.name, cases.set_case.name)
    entered = len(read(desk, select(Trail.seq).where(Trail.event.in_(acts))))
    if entered not in (told, told + 1):
        return told, f"{entered} saves stand in the trail where {told} were told"
    numbers = range(1, entered + 1)
    words = [row[0] for row in read(desk, select(ServiceInformation.text).order_by(ServiceInformation.id))]
    if words != [text_of(seed, number) for number in numbers if number % 3]:
        return told, "what a service said is not there word for word"
    owners = [f"Owner {number}" for number in numbers if number % 3 == 0]
    kept = [
        row[0] for row in read(desk, select(History.new).where(History.field == "owner").order_by(History.id))
    ]
    now = read(desk, select(Case.owner).where(Case.owner.is_not(None)))
    if kept != owners or [row[0] for row in now] != owners[-1:]:
        return told, "the owner and the owners before are not those that were named"
    waits: list[float] = []
    with _seen_waiting(waits):
        _done, said, raw = refusal(lambda: save(desk, prn, seed, entered + 1))
    if said or raw:
        return entered, f"nobody can go on: {said or raw}"
    if waits:
        return entered + 1, "whoever went on waited for the dead"
    return entered + 1, ""


@contextmanager
def _seen_waiting(waits: list[float]) -> Iterator[None]:
    """Note each wait for a lease: a busy computer makes a save slow, and only a lease makes it wait."""
    sleep = time.sleep

    def noted(seconds: SupportsIndex | float) -> None:
        waits.append(float(seconds))
        sleep(seconds)

    time.sleep = noted
    try:
        yield
    finally:
        time.sleep = sleep


def kills(count: int, seed: int) -> Tried:
    """The figure."""
    if not hasattr(os, "fork"):
        return Tried(left_out="left out: this system cannot fork a process")

    def share(worker: int, mine: int) -> Tried:
        chance, result = random.Random(f"{seed}-{worker}"), Tried()
        with workplace(f"kills-{worker}") as place:
            longest = _longest(place / "first")
            folder, stands, prn = place / "register", 0, ""
            for number in range(mine):
                if number % KILLS_OF_A_REGISTER == 0:
                    _anew(folder)
                    prn, stands = cases.list_cases(desks.sit(folder))[0].prn, 0
                after = chance.uniform(0, longest)
                told = _killed(folder, prn, seed, stands, after)
                stands, wrong = judge(folder, prn, seed, told)
                result.enter(wrong, f"kill {number} of process {worker} after {after:.6f} s, save {told}")
                if wrong:
                    _anew(folder)
                    stands = 0
                if number % 100 == 99:
                    progress(f"kills: {number + 1} of {mine} (process {worker}), {result.failed} wrong")
        return result

    return shared_out(share, count)


def _anew(folder: Path) -> None:
    """A register without those saves, and a profile that has not seen them: else the witness would rightly alarm."""
    for each in (folder, folder.with_name("profile")):
        shutil.rmtree(each, ignore_errors=True)
    months.new_month(folder)


def _longest(folder: Path) -> float:
    """Seconds in which a child signs in and saves a few times: no kill comes later."""
    months.new_month(folder)
    prn = cases.list_cases(desks.sit(folder))[0].prn
    began = time.monotonic()
    desk = desks.sit(folder)
    for number in range(1, 5):
        save(desk, prn, 0, number)
    return time.monotonic() - began


def _killed(folder: Path, prn: str, seed: int, stands: int, after: float) -> int:
    """Begin a child, kill it so many seconds later, and give back the last save it told of."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            saves_until_killed(folder, prn, seed, stands + 1, mouth)
        except Exception:  # noqa: BLE001 (told on standard error; the parent sees that it ended)
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(mouth)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    heard = b""
    while piece := os.read(ear, 4096):
        heard += piece
    os.close(ear)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("the child that saves ended by itself")
    return int.from_bytes(heard[-4:], "little") if heard else stands
