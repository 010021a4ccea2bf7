"""Hostile workbooks by the hundred thousand: mutants of good and odd files, each read behind the gate.

`--mutants N` (2,000 without it), `--seed S`, `--from K` goes on where an earlier run of the seed stopped, `--keep DIR`
keeps whatever was not expected, `--only I` reads one mutant of a seed again, `--both` reads each mutant twice (rows
taken whole, cells one by one) and compares, `--json`. Each mutant is bytes changed, a zip's structure changed, or XML
changed inside its parts (and one in twenty goes under a passphrase); it is read under the worker's limits, some hundred
mutants to a process (`tests.hostile.server`), every other one with its rows taken whole, and then recognised and
staged, as taking in a file does. Expected is a reading or a refusal in one sentence. Seconds are processor seconds.
The corpus itself is read first, each file in a process of its own. Stopped by a signal, it tells how far it came.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import signal
import struct
import sys
import time
import traceback
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.domain.errors import Refused
from app.domain.police_return import match_rows, read_form
from app.domain.police_review import stage
from app.domain.raw_cells import RawWorkbook
from tests.hostile import make
from tests.hostile.corpus import CORPUS
from tests.hostile.server import Readers

MOST_SEED = 60_000
"""Bytes of a seed: a mutant of a large file says no more than one of a small file, and takes longer.

For the same reason no seed has the usual 100,000 rounds of stretching."""
FILES_A_PROCESS = 200
WORST_SECONDS, WORST_MIB = 1.0, 256.0
SENTENCE = re.compile(r"(?:reply\.xlsx|The passphrase was not accepted for reply\.xlsx)[^\n]*[.]")
ODD_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"60",
    b"65536",
    b"1048577",
    b"4294967296",
    b"1e308",
    b"NaN",
    b"9" * 400,
    b"",
)
ODD_TEXTS = (
    b"_xD800_", b"_x0000_", b"\xef\xbf\xbf", b"&#x10FFFF;", b"&#0;", b"&x;", b"]]>", b"<![CDATA[", b"\xff",
    b"\xe2\x80\xae", b"A" * 5000,
)  # fmt: skip
ODD_XML = (
    b"<c/>", b"<row/>", b'<row r="2"/>', b"<c><v>1</v></c>", b"<v>", b"</c>", b"<f>1</f>", b"<is><t>x</t></is>",
    b'<mergeCell ref="A1:B2"/>', b"<!-- -->", b"<?x y?>", b"<!DOCTYPE a>", b"<rPh><t>x</t></rPh>", b"<si/>",
    b'<xf numFmtId="14"/>', b'<Relationship Id="rId1" Type="/x" Target="../"/>', b"<a>" * 40,
)  # fmt: skip

Mutator = Callable[[random.Random, bytes], bytes]


@dataclass
class Tally:
    """What came of the mutants, and the worst of them."""

    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    unexpected: list[dict[str, object]] = field(default_factory=list)
    seconds: float = 0.0
    mib: float = 0.0
    slowest: str = ""
    largest: str = ""

    def cost(self, name: str, seconds: float, mib: float) -> None:
        if seconds > self.seconds:
            self.seconds, self.slowest = seconds, name
        if mib > self.mib:
            self.mib, self.largest = mib, name


# --- mutating ------------------------------------------------------------------------------------


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """Bits turned, pieces cut, doubled, moved or put over by numbers that mean something to a zip."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not out:
            break
        at, length = chance.randrange(len(out)), chance.choice((1, 2, 4, 30, 400))
        match chance.randrange(6):
            case 0:
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                out[at] = chance.randrange(256)
            case 2:
                del out[at : at + length]
            case 3:
                out[at:at] = out[at : at + length]
            case 4:
                out[at : at + 4] = struct.pack(
                    "<I", chance.choice((0, 1, 0xFFFF, 2**31, 2**32 - 1, len(out)))
                )
            case _:
                del out[at if chance.random() < 0.2 else len(out) - length :]
    return bytes(out)


def zip_changed(chance: random.Random, data: bytes) -> bytes:
    """Parts dropped, doubled, renamed, exchanged, packed otherwise; fields of heads and directory lie."""
    parts = _parts(data)
    if not parts:
        return bytes_changed(chance, data)
    for _ in range(chance.choice((1, 1, 2))):
        one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
        name, body = parts[one]
        match chance.randrange(6):
            case 0 if len(parts) > 1:
                del parts[one]
            case 1:
                parts.append((name if chance.random() < 0.5 else name.swapcase(), parts[two][1]))
            case 2:
                parts[one] = (_renamed(chance, name), body)
            case 3:
                parts[one], parts[two] = (name, parts[two][1]), (parts[two][0], body)
            case 4:
                parts[one] = (name, body[: chance.randrange(len(body) + 1)])
            case _:
                chance.shuffle(parts)
    out = _packed(chance, parts)
    return _lying(chance, out) if chance.random() < 0.5 else out


def xml_changed(chance: random.Random, data: bytes) -> bytes:
    """Elements dropped, doubled, moved or put in, attributes and texts replaced, in one or two parts."""
    parts = _parts(data)
    inner = [at for at, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    if not inner:
        return bytes_changed(chance, data)
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.choice(inner)
        name, body = parts[at]
        for _ in range(chance.choice((1, 1, 2, 6))):
            body = _one_change(chance, body)
        parts[at] = (name, body[:2_000_000])
    return _packed(chance, parts)


def _one_change(chance: random.Random, body: bytes) -> bytes:
    tags = [found.span() for found in re.finditer(rb"<[^>]{1,2000}>", body)]
    if not tags:
        return body
    (start, end), (there, _) = chance.choice(tags), chance.choice(tags)
    tag = body[start:end]
    match chance.randrange(8):
        case 0:
            return body[:start] + body[end:]
        case 1:
            return body[:start] + tag * chance.choice((1, 2, 40)) + body[start:]
        case 2:
            return body[:there] + tag + body[there:]
        case 3:
            return body[:start] + chance.choice(ODD_XML) + body[start:]
        case 4:
            return body[:start] + _attribute(chance, tag) + body[end:]
        case 5:
            return body[:end] + chance.choice(ODD_TEXTS + ODD_NUMBERS) + body[end:]
        case 6:
            low, high = sorted((start, there))
            return body[:low] + body[high:] if chance.random() < 0.5 else body[:high] + body[low:]
        case _:
            names = (b"row", b"c", b"v", b"t", b"f", b"si", b"is", b"r", b"x:c", b"sheet", b"xf")
            return body[:start] + re.sub(rb"[\w:]+", chance.choice(names), tag, count=1) + body[end:]


def _attribute(chance: random.Random, tag: bytes) -> bytes:
    given = list(re.finditer(rb'([\w:]+)="([^"]*)"', tag))
    if not given:
        return tag
    found = chance.choice(given)
    value = chance.choice(
        (*ODD_NUMBERS, b"s", b"b", b"d", b"e", b"str", b"inlineStr", b"A1", b"ZZZ9", b"External")
    )
    if chance.random() < 0.2:
        return tag[: found.start(1)] + b"r" + tag[found.end(1) :]
    return tag[: found.start(2)] + value + tag[found.end(2) :]


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    return list(_parts_of_seed(data))


@lru_cache(maxsize=1000)
def _parts_of_seed(data: bytes) -> tuple[tuple[str, bytes], ...]:
    try:
        return tuple(make.parts_of(data).items())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return ()


def _packed(chance: random.Random, parts: Sequence[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    method = zipfile.ZIP_STORED if chance.random() < 0.7 else zipfile.ZIP_DEFLATED  # packing takes longest
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method, compresslevel=1) as new:
        warnings.simplefilter("ignore")
        for name, body in parts:
            new.writestr(name, body)
    return out.getvalue()


def _renamed(chance: random.Random, name: str) -> str:
    return chance.choice(
        (f"../{name}", f"/{name}", name.upper(), name.replace("/", "\\"), name[:-1], f"{name}\u202e", "xl/x.bin",
         name.replace("1", "7"), f"xl/media/{len(name)}.png", name + "\0x", "é" * 40)
    )  # fmt: skip


def _lying(chance: random.Random, data: bytes) -> bytes:
    """A field of a local head, a directory entry or the end record put over."""
    out = bytearray(data)
    mark = chance.choice((b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"))
    heads = [found.start() for found in re.finditer(re.escape(mark), data)]
    if heads:
        at = chance.choice(heads) + chance.randrange(4, 46 if mark[2] == 1 else 30 if mark[2] == 3 else 22)
        new = chance.choice(
            (b"\0", b"\1", b"\xff", b"\0\0\0\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\x08\0", b"\x63\0")
        )
        out[at : at + len(new)] = new
    return bytes(out)


MUTATORS: tuple[tuple[str, Mutator], ...] = (
    ("bytes", bytes_changed),
    ("zip", zip_changed),
    ("xml", xml_changed),
)


def mutant(
    seed: int, number: int, seeds: Sequence[make.Odd], files: Sequence[bytes]
) -> tuple[str, bytes, str | None]:
    """Mutant `number`: its name, its bytes and the passphrase to read it with. Always the same for a seed."""
    chance = random.Random(f"{seed}-{number}")
    group = (
        [at for at, odd in enumerate(seeds) if not odd.says] if chance.random() < 0.7 else range(len(files))
    )
    at = 0 if chance.random() < 0.2 else chance.choice(group)
    kind, change = MUTATORS[chance.choices((0, 1, 2), (2, 3, 5))[0]]
    data = change(chance, files[at])
    if chance.random() < 0.1:
        data = bytes_changed(chance, data)
    passphrase = seeds[at].passphrase
    if passphrase is None and chance.random() < 0.05:
        data, passphrase = locked(data), make.PASSPHRASE
    return f"{number} ({kind} of '{seeds[at].name}')", data, passphrase


def locked(data: bytes) -> bytes:
    """Under the corpus's passphrase with few rounds, so that what is inside is what costs time."""
    return make.spins(1000, data=data)


# --- reading -------------------------------------------------------------------------------------


def judge(
    readers: Readers,
    name: str,
    data: bytes,
    passphrase: str | None,
    tally: Tally,
    both: bool = False,
    plainly: bool = False,
) -> str:
    """Read one file and enter what came of it; empty, or what was not expected."""
    read = readers.read(data, passphrase, make.FILE, both=both, plainly=plainly)
    start = time.process_time()
    wrong = "" if read.status == 0 else f"the reading process ended with {read.status}"
    try:
        _take_in(read.workbook(make.FILE))
        outcome = "read"
    except Refused as refusal:
        outcome = "refused"
        if not SENTENCE.fullmatch(refusal.sentence) or "nothing was taken over" not in refusal.sentence:
            wrong = wrong or f"a sentence that says too little: {refusal.sentence}"
    except Exception:  # noqa: BLE001 (whatever it is, it is what is looked for)
        outcome, wrong = "raised", traceback.format_exc(limit=-3)
    tally.tried += 1
    tally.outcomes[outcome] += 1
    tally.cost(name, read.seconds + time.process_time() - start, read.mib)
    return wrong


def _take_in(raw: RawWorkbook) -> None:
    """What taking in a file does with it after reading; its texts must be such as can be stored."""
    form = read_form(raw)
    cells = stage(match_rows(form, make.SENT))
    for cell in cells:
        f"{cell.value}{cell.fault}{cell.note}".encode()
    "".join((*form.notes, *form.ignored, form.exchange)).encode()


def _seeds() -> Iterator[tuple[make.Odd, bytes]]:
    yield make.Odd("good", lambda: make.GOOD), make.GOOD
    copies = Path(make.__file__).parents[1] / "fixtures" / "police"
    for path in sorted(copies.iterdir()):
        data = path.read_bytes()
        passphrase = make.PASSPHRASE if "encrypted" in path.name else None
        yield make.Odd(path.name, lambda data=data: data, passphrase=passphrase), data
    for odd in CORPUS:
        data = odd.make()
        if 0 < len(data) <= MOST_SEED and b'spinCount="100000"' not in data:
            yield odd, data
    yield make.Odd("few rounds", lambda: b"", passphrase=make.PASSPHRASE), locked(make.GOOD)


class _Stopped(Exception):
    """Somebody asked to stop here."""


def main() -> None:
    """Mutate, read, print."""
    asked = argparse.ArgumentParser(description="Read mutants of workbooks behind the gate.")
    asked.add_argument("--mutants", type=int, default=2_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--from", type=int, default=0, dest="first", help="the number of the first mutant")
    asked.add_argument("--only", type=int)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--both", action="store_true", help="rows taken whole and cell by cell must agree")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    began = time.monotonic()
    corpus, tally = Tally(), Tally()
    numbers = range(given.first, given.first + given.mutants)
    if given.only is None:
        with Readers() as readers:
            for odd in CORPUS:
                _enter(judge(readers, odd.name, odd.make(), odd.passphrase, corpus), odd.name, corpus)
    else:
        numbers = range(given.only, given.only + 1)
    with suppress(_Stopped):
        read_mutants(given.seed, numbers, tally, both=given.both, keep=given.keep)
    _print(given.json, corpus, tally, given.seed, given.first, time.monotonic() - began)


def _stop(*_: object) -> None:
    raise _Stopped


def read_mutants(
    seed: int, numbers: Sequence[int], tally: Tally, *, both: bool = False, keep: Path | None = None
) -> None:
    """Read these mutants of a seed, enter what came of each, and keep what was not expected."""
    seeds, files = zip(*_seeds(), strict=True)
    with Readers(FILES_A_PROCESS if len(numbers) > 1 else 1) as readers:
        for number in numbers:
            name, data, passphrase = mutant(seed, number, seeds, files)
            wrong = judge(readers, name, data, passphrase, tally, both, plainly=number % 2 == 1)
            _enter(wrong, name, tally)
            if wrong and keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{number}.xlsx").write_bytes(data)


def _enter(wrong: str, name: str, tally: Tally) -> None:
    if wrong:
        tally.unexpected.append({"file": name, "what": wrong})
        print(f"unexpected: {name}: {wrong}", file=sys.stderr)


def _print(as_json: bool, corpus: Tally, tally: Tally, seed: int, first: int, wall: float) -> None:
    told = {
        "tried": tally.tried,
        "seed": seed,
        "from": first,
        "next": first + tally.tried,
        "outcomes": dict(tally.outcomes),
        "unexpected": len(tally.unexpected),
        "worst_seconds": round(tally.seconds, 3),
        "worst_mib": round(tally.mib, 1),
        "slowest": tally.slowest,
        "largest": tally.largest,
        "limits": {"unexpected": 0, "worst_seconds": WORST_SECONDS, "worst_mib": WORST_MIB},
        "corpus": {
            "tried": corpus.tried,
            "unexpected": len(corpus.unexpected),
            "worst_seconds": round(corpus.seconds, 3),
            "worst_mib": round(corpus.mib, 1),
        },
        "wall_seconds": round(wall, 1),
        "cases": (corpus.unexpected + tally.unexpected)[:20],
    }
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    met = not tally.unexpected and tally.seconds <= WORST_SECONDS and tally.mib <= WORST_MIB
    print(
        f"Seed {seed}, mutants {first:,} to {first + tally.tried - 1:,}: {tally.tried:,} mutants tried "
        f"({tally.outcomes['read']:,} read, {tally.outcomes['refused']:,} refused), "
        f"{len(tally.unexpected)} unexpected (limit 0); worst {tally.seconds:.2f} s (limit {WORST_SECONDS:g}: "
        f"{tally.slowest}); worst {tally.mib:.0f} MiB (limit {WORST_MIB:g}: {tally.largest}): "
        f"{'met' if met else 'NOT met'}; {wall:.0f} s in all"
    )
    print(
        f"The corpus: {corpus.tried} files, {len(corpus.unexpected)} unexpected, "
        f"worst {corpus.seconds:.2f} s ({corpus.slowest}), worst {corpus.mib:.0f} MiB ({corpus.largest})"
    )


if __name__ == "__main__":
    main()
