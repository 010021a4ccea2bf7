"""Damaged key files: bytes, JSON and values as no program writes them.

Right is: one sentence of our own, or the very keys that were put in. Where the damage stays inside one person's place,
the other person must still get in. Wrong is a raw error, another key, or a computer kept busy by absurd numbers.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from benchmarks._trust_base import Tried, progress, refusal, shared_out, unlike_a_sentence, workplace
from db.keys import key_file_problems
from tests.fixtures.key_place import ANA, ANA_SAYS, BEN, BEN_SAYS, Place, make_place

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 10**30, 1.5, 1e308, "", "0", "x", "00", "FF", "é", "\u202e", "\0",
    "a" * 10_000, "0" * 96, [], {}, [[]], [None], {"": ""}, {"kind": "person"}, ["0"] * 1_000,
)  # fmt: skip
GARBAGE = (
    b"", b"\0", b"{", b"}", b"[]", b"{}", b"null", b"0", b"\xff\xfe", b"\xef\xbb\xbf{}", b'"' * 99, b"[" * 50_000,
    b'{"a":' * 50_000, b"9" * 10_000, b"NaN", b"-Infinity", b'{"format": "forumdesk-keys-1"}', b"PK\x03\x04",
    b"<?xml version='1.0'?><a/>", b" " * 1_048_576, b"0" * 1_048_577, b"\n" * 9_000, "{“a”: 1}".encode(),
)  # fmt: skip

Damage = Callable[[random.Random, bytes], bytes]


def bytes_turned(chance: random.Random, whole: bytes) -> bytes:
    out = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 30))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def digits_changed(chance: random.Random, whole: bytes) -> bytes:
    """Hex and numbers that stay well-formed: what only the seals can notice."""
    out = bytearray(whole)
    places = [at for at, byte in enumerate(out) if byte in b"0123456789abcdef"]
    for at in chance.sample(places, chance.choice((1, 1, 2, 20))):
        out[at] = chance.choice(b"0123456789abcdef")
    return bytes(out)


def cut_or_grown(chance: random.Random, whole: bytes) -> bytes:
    one, two = sorted(chance.sample(range(len(whole)), 2))
    return chance.choice(
        (whole[:one], whole[one:], whole[:one] + whole[two:], whole[:two] + whole[one:], whole * 2)
    )


def blocks_blank(chance: random.Random, whole: bytes) -> bytes:
    at = chance.randrange(0, len(whole), 512)
    return whole[:at] + chance.choice((bytes(512), chance.randbytes(512), b" " * 512)) + whole[at + 512 :]


def said_otherwise(chance: random.Random, whole: bytes) -> bytes:
    """The same words in another coat: order, blanks, another encoding."""
    said = json.loads(whole)
    return chance.choice(
        (
            json.dumps(said, sort_keys=True).encode(),
            json.dumps(said, indent=8).encode(),
            whole.decode().encode("utf-16"),
            b"\xef\xbb\xbf" + whole,
            whole.replace(b"\n", b"\r\n"),
            whole.upper(),
        )
    )


def value_odd(chance: random.Random, whole: bytes) -> bytes:
    said = json.loads(whole)
    for _ in range(chance.choice((1, 1, 3))):
        holder, key = chance.choice(list(_places(said)))
        holder[key] = deepcopy(chance.choice(ODD))
    return json.dumps(said).encode()


def part_gone_or_twice(chance: random.Random, whole: bytes) -> bytes:
    said = json.loads(whole)
    holder, key = chance.choice(list(_places(said)))
    if chance.random() < 0.5:
        del holder[key]
    elif isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), holder[key])
    else:
        holder[f"{key}{chance.choice(('', ' ', '2'))}"] = holder.pop(key)
        holder["more"] = deepcopy(chance.choice(ODD))
    return json.dumps(said).encode()


def parts_exchanged(chance: random.Random, whole: bytes) -> bytes:
    said = json.loads(whole)
    places = list(_places(said))
    (one, first), (two, second) = chance.choice(places), chance.choice(places)
    one[first], two[second] = json.loads(json.dumps((two[second], one[first])))
    return json.dumps(said).encode()


def absurd_work(chance: random.Random, whole: bytes) -> bytes:
    """Stretching that would keep a computer busy for a day, or not at all."""
    said = json.loads(whole)
    name = chance.choice(("memory_kib", "passes", "lanes", "rounds"))
    said["slots"][0]["stretch"][name] = chance.choice(
        (0, 1, -1, 17, 19_455, 1_048_577, 10_000_001, 209_999, 2**31 - 1, 2**63, 10**400)
    )
    return json.dumps(said).encode()


def garbage(chance: random.Random, whole: bytes) -> bytes:
    return chance.choice((*GARBAGE, chance.randbytes(chance.randrange(9_000)), whole[::-1]))


DAMAGES: tuple[Damage, ...] = (
    bytes_turned, digits_changed, cut_or_grown, blocks_blank, said_otherwise, value_odd, part_gone_or_twice,
    parts_exchanged, absurd_work, garbage,
)  # fmt: skip


def _places(said: Any) -> Iterator[tuple[Any, Any]]:
    """Every (holder, key) of a JSON value, the outermost too."""
    pairs = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for key, value in list(pairs):
        yield said, key
        yield from _places(value)


def _only_anas(damaged: bytes, whole: bytes) -> bool:
    """Whether nothing but Ana's place, the first, differs; then Ben is owed his way in."""
    try:
        was = json.loads(whole)
        now = json.loads(damaged.decode("utf-8"), object_pairs_hook=_once)
        one = now["slots"].pop(0)
        was["slots"].pop(0)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return False
    # As text: True equals 1 to Python, and is no epoch.
    return (
        json.dumps(now) == json.dumps(was)
        and json.dumps(one) not in json.dumps(was)
        and isinstance(one, dict)
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A field that stands twice is no damage inside a place: the whole file is not guessed at."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def judge(place: Place, damaged: bytes, whole: bytes) -> str:
    """What is wrong with how a damaged key file was met."""
    place.path.write_bytes(damaged)
    before = place.stretcher.derived
    for name, says in ((ANA, ANA_SAYS), (BEN, BEN_SAYS)):
        opened, said, raw = refusal(lambda name=name, says=says: place.open(name, says))
        if opened is None:
            if raw or not said:
                return raw or "it was refused without a word"
            if name == BEN and _only_anas(damaged, whole) and not _shares_a_mark(damaged):
                return f"one person's place shut the other out: {said}"
        elif (
            opened.register_key != place.register_key
            or opened.register_id != place.register_id
            or opened.keys.public_sign != place.people[name].public_sign
        ):
            return "it opens to other keys than were put in"
    if place.stretcher.derived - before > 2:
        return "more work was done than one stretching a person"
    problems, said, raw = refusal(lambda: key_file_problems(place.folder))
    return raw or next((odd for each in problems or [said] if each and (odd := unlike_a_sentence(each))), "")


def _shares_a_mark(damaged: bytes) -> bool:
    """Where two places bear one name or key, neither is used: nobody can tell which is the true one."""
    one, two = json.loads(damaged)["slots"][:2]
    mine, his = json.dumps(one), (two["tag"], two["user"], two["stretch"]["salt"], *two["public"].values())
    return any(each in mine for each in his[:3]) or any(str(each) in mine for each in his[4:])


def damaged_key_files(count: int, seed: int) -> Tried:
    """The figure."""

    def share(worker: int, mine: int) -> Tried:
        result = Tried()
        with workplace(f"keys-{worker}") as base:
            base.joinpath("place").mkdir()
            place = make_place(base / "place")
            whole = place.path.read_bytes()
            for number in range(mine):
                chance = random.Random(f"{seed}-{worker}-{number}")
                damage = DAMAGES[number % len(DAMAGES)]
                wrong = judge(place, damage(chance, whole), whole)
                result.enter(wrong, f"key file {number} of process {worker} ({damage.__name__})")
                if number % 2_000 == 1_999:
                    progress(f"damaged key files: {number + 1} of {mine} (process {worker})")
        return result

    return shared_out(share, count)
