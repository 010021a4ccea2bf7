"""Damaged registers: bits, pages, lengths and journals as no engine leaves them.

Right is: one sentence of our own, or a check that names the damage, or every row of every table as it was. Wrong is a
raw error, and above all a register that opens, passes its checks and holds something else.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import update

from app.domain.errors import Damaged
from benchmarks._trust_base import Tried, progress, refusal, shared_out, unlike_a_sentence, workplace
from benchmarks._trust_saves import digest
from db import connect
from db.tables.register import Person
from tests.fixtures import desks, months
from tests.fixtures.process import say

PAGE = connect.PAGE_SIZE
THROUGH_THE_DOOR = 20
"""Every so-manyth goes through sign-in and `register check` as a person would meet it."""

Damage = Callable[[random.Random, bytes], bytes]


def bits(chance: random.Random, whole: bytes) -> bytes:
    out = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 8, 1000))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def first_bytes(chance: random.Random, whole: bytes) -> bytes:
    out = bytearray(whole)
    out[chance.randrange(128)] = chance.randrange(256)
    return bytes(out)


def cut(chance: random.Random, whole: bytes) -> bytes:
    at = chance.randrange(len(whole))
    return whole[: at - at % PAGE if chance.random() < 0.5 else at]


def longer(chance: random.Random, whole: bytes) -> bytes:
    more = chance.choice((1, 511, PAGE, 3 * PAGE))
    return whole + chance.choice((bytes(more), chance.randbytes(more), whole[:more]))


def pages_blank(chance: random.Random, whole: bytes) -> bytes:
    return _over_pages(chance, whole, lambda _page: chance.choice((bytes(PAGE), b"\xff" * PAGE)))


def pages_noise(chance: random.Random, whole: bytes) -> bytes:
    return _over_pages(chance, whole, lambda _page: chance.randbytes(PAGE))


def sectors_blank(chance: random.Random, whole: bytes) -> bytes:
    out = bytearray(whole)
    for _ in range(chance.choice((1, 4))):
        at = chance.randrange(len(whole) // 512) * 512
        out[at : at + 512] = chance.choice((bytes(512), chance.randbytes(512)))
    return bytes(out)


def pages_swapped(chance: random.Random, whole: bytes) -> bytes:
    one, two = chance.sample(range(len(whole) // PAGE), 2)
    out = bytearray(whole)
    out[one * PAGE : (one + 1) * PAGE] = whole[two * PAGE : (two + 1) * PAGE]
    if chance.random() < 0.5:
        out[two * PAGE : (two + 1) * PAGE] = whole[one * PAGE : (one + 1) * PAGE]
    return bytes(out)


def shifted(chance: random.Random, whole: bytes) -> bytes:
    at, by = chance.randrange(len(whole)), chance.choice((1, 16, 512, PAGE))
    return whole[:at] + whole[at + by :] if chance.random() < 0.5 else whole[:at] + bytes(by) + whole[at:]


def something_else(chance: random.Random, whole: bytes) -> bytes:
    noise = chance.randbytes(len(whole))
    return chance.choice(
        (
            b"",
            b"\0",
            bytes(PAGE),
            bytes(len(whole)),
            noise,
            b"SQLite format 3\0" + whole[16:],
            whole[::-1],
            whole * 2,
        )
    )


DAMAGES: tuple[Damage, ...] = (
    bits, first_bytes, cut, longer, pages_blank, pages_noise, sectors_blank, pages_swapped, shifted, something_else,
)  # fmt: skip


def _over_pages(chance: random.Random, whole: bytes, new: Callable[[int], bytes]) -> bytes:
    out = bytearray(whole)
    for _ in range(chance.choice((1, 1, 3, 20))):
        page = chance.randrange(len(whole) // PAGE)
        out[page * PAGE : (page + 1) * PAGE] = new(page)
    return bytes(out)


@dataclass(frozen=True)
class Sound:
    """The register as it was, and what it holds."""

    folder: Path
    whole: bytes
    key: bytes
    holds: str


def _sound(folder: Path) -> Sound:
    months.new_month(folder)
    desk = desks.sit(folder)
    with desk.engine(read_only=False).connect() as connection:  # some pages that hold nothing
        connection.execute(update(Person).values(physical_marks="x" * 9_000))
        connection.commit()
    with desk.engine(read_only=False).connect() as connection:
        connection.execute(update(Person).values(physical_marks=None))
        connection.commit()
    with desk.engine(read_only=True).connect() as connection:
        holds = digest(connection)
    return Sound(folder, desk.path.read_bytes(), bytes(desk.opened.register_key), holds)


def looked_at(path: Path, key: bytes) -> tuple[list[str], str]:
    """What the program does at sign-in and in the background: (problems, what it holds)."""
    connect.check_file(path)
    engine = connect.engine_for(path, key, read_only=True)
    with connect.engine_errors(path), engine.connect() as connection:
        connect.check_open(connection)
        problems = connect.integrity(connection)
        return problems, "" if problems else digest(connection)


def judge(sound: Sound) -> str:
    """What is wrong with how a damaged register was met."""
    path = sound.folder / connect.FILE_NAME
    found, said, raw = refusal(lambda: looked_at(path, sound.key))
    if found is None:
        return raw or ("" if said else "it was refused without a word")
    problems, holds = found
    if problems:
        return next((odd for each in problems if (odd := unlike_a_sentence(each))), "")
    return "" if holds == sound.holds else "it opens, nothing is said, and it holds something else"


def judge_at_the_door(sound: Sound) -> str:
    """The same as a person meets it: sign-in, then the command that checks, on a computer that saw nothing of it."""
    shutil.rmtree(sound.folder.with_name("profile"), ignore_errors=True)
    desk, _said, raw = refusal(lambda: desks.sit(sound.folder))
    if raw:
        return raw
    told = say(sound.folder, "register", "check")
    if told.code == 0:
        return "" if desk is not None and told.data["ok"] else "the command says that it is whole"
    if told.code != Damaged.exit_code:
        return f"the command ends with {told.code}: {told.err}"
    return unlike_a_sentence(told.err.strip()) if told.err.count("\n") == 1 else f"many words: {told.err!r}"


def damaged_registers(count: int, seed: int) -> Tried:
    """The figure."""

    def share(worker: int, mine: int) -> Tried:
        result = Tried()
        with workplace(f"damage-{worker}") as place:
            sound = _sound(place / "register")
            path = sound.folder / connect.FILE_NAME
            for number in range(mine):
                chance = random.Random(f"{seed}-{worker}-{number}")
                damage = DAMAGES[number % len(DAMAGES)]
                path.write_bytes(damage(chance, sound.whole))
                journal = path.with_name(f"{path.name}-journal")
                journal.write_bytes(chance.randbytes(chance.choice((0, 0, 0, 512, 9_000))))
                wrong = judge(sound)
                if not wrong and number % THROUGH_THE_DOOR == 0:
                    path.write_bytes(damage(chance, sound.whole))
                    wrong = judge_at_the_door(sound)
                result.enter(wrong, f"register {number} of process {worker} ({damage.__name__})")
                if number % 1_000 == 999:
                    progress(f"damaged registers: {number + 1} of {mine} (process {worker})")
        return result

    return shared_out(share, count)
