"""A disk that loses its power: what may stand on it at one moment, by what a program had asked of it until then.

Durable is what a barrier followed: the content of a file by a sync of that file, a name by a sync of its folder.
Everything after it is in flight: of each write any of its sectors of 512 bytes, in any order, of each size and of
each name either the one before or any later one. docs/decisions/0034 tells what that leaves out.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks._trust_shim import CREATED, Op, Record

SECTOR = 512


@dataclass(slots=True)
class File:
    """One file, whatever it is called: what is durable, and what is in flight since."""

    durable: bytearray = field(default_factory=bytearray)
    flight: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, data) of a write, or (size, None) of a change of size."""

    def settle(self) -> None:
        """A barrier: all of it is there now."""
        self.durable = bytearray(self.whole())
        self.flight.clear()

    def whole(self, until: int | None = None) -> bytes:
        """As the program itself sees it, with the first `until` acts in flight."""
        if not self.flight:
            return bytes(self.durable)
        seen = bytearray(self.durable)
        for at, data in self.flight[:until]:
            _put(seen, at, data)
        return bytes(seen)

    def cut(self, chance: random.Random) -> bytes:
        """What may stand there when the power goes."""
        if not self.flight:
            return bytes(self.durable)
        match chance.randrange(5):
            case 0:
                return bytes(self.durable)
            case 1:
                return self.whole()
            case 2:
                return self.whole(chance.randrange(len(self.flight) + 1))
            case _:
                return self._torn(chance)

    def _torn(self, chance: random.Random) -> bytes:
        sizes = [len(self.durable)]
        for at, data in self.flight:
            sizes.append(at if data is None else max(sizes[-1], at + len(data)))
        size = chance.choice((sizes[0], sizes[-1], chance.choice(sizes)))
        made = bytearray(self.durable)
        never = chance.choice((b"\0", chance.randbytes(1)))
        made += never * (max(sizes) - len(made))
        likely = chance.choice((0.1, 0.5, 0.9))
        order = list(self.flight)
        if chance.random() < 0.5:
            chance.shuffle(order)
        for at, data in order:
            if data is None:
                if chance.random() < likely:
                    made[at:] = never * (len(made) - at)
                continue
            for start in range(0, len(data), SECTOR):
                if chance.random() < likely:
                    piece = data[start : start + SECTOR]
                    made[at + start : at + start + len(piece)] = piece
        return bytes(made[:size])


def _put(seen: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del seen[at:]
        seen.extend(bytes(at - len(seen)))
        return
    seen.extend(bytes(max(0, at - len(seen))))
    seen[at : at + len(data)] = data


@dataclass(slots=True)
class Disk:
    """All files under one folder, followed act by act."""

    names: dict[str, File] = field(default_factory=dict)
    """As the program sees them."""
    durable: dict[str, File] = field(default_factory=dict)
    flight: list[tuple[str, str, File | None]] = field(default_factory=list)
    """(folder, name, what it names now) of each change of a name not yet durable, renames as two of one number."""
    numbers: dict[int, File] = field(default_factory=dict)
    groups: list[int] = field(default_factory=list)
    _group: int = 0

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """What stands there before anything is asked: durable."""
        disk = cls()
        for path in folder.rglob("*"):
            if path.is_file():
                file = File(bytearray(path.read_bytes()))
                disk.names[str(path)] = disk.durable[str(path)] = file
                disk.numbers[path.stat().st_ino] = file
        return disk

    def follow(self, act: Record) -> None:
        """Take one act of the log in."""
        match act.op:
            case Op.OPEN:
                if act.flags & CREATED:
                    self.numbers[act.file] = File()
                    if act.path:  # else it has no name before its link
                        self._name({act.path: self.numbers[act.file]})
            case Op.LINK:
                self._name({act.path: self.numbers[act.file]})
            case Op.WRITE:
                self.numbers[act.file].flight.append((act.offset, act.data))
            case Op.TRUNCATE:
                self.numbers[act.file].flight.append((act.size, None))
            case Op.SYNC:
                self.numbers[act.file].settle()
            case Op.SYNC_FOLDER:
                self._settle(act.path)
            case Op.UNLINK:
                self._name({act.path: None})
            case Op.RENAME:
                self._name({act.path: None, os.fsdecode(act.data): self.names[act.path]})
            case Op.MAP:
                raise ValueError("a file was mapped for writing: this disk cannot follow that")

    def _name(self, now: dict[str, File | None]) -> None:
        self._group += 1
        for path, file in now.items():
            self.flight.append((str(Path(path).parent), path, file))
            self.groups.append(self._group)
            _call(self.names, path, file)

    def _settle(self, folder: str) -> None:
        kept: list[tuple[str, str, File | None]] = []
        groups: list[int] = []
        for change, group in zip(self.flight, self.groups, strict=True):
            if change[0] == folder:
                _call(self.durable, change[1], change[2])
            else:
                kept.append(change)
                groups.append(group)
        self.flight, self.groups = kept, groups

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files that may be found when the power is back."""
        names = dict(self.durable)
        groups = sorted(set(self.groups))
        match chance.randrange(4):
            case 0:
                there = set[int]()
            case 1:
                there = set(groups)
            case 2:
                there = set(groups[: chance.randrange(len(groups) + 1)])
            case _:
                there = {group for group in groups if chance.random() < 0.5}
        for (_folder, path, file), group in zip(self.flight, self.groups, strict=True):
            if group in there:
                _call(names, path, file)
        return {path: file.cut(chance) for path, file in names.items()}

    def whole(self) -> dict[str, bytes]:
        """The files as the program itself sees them: what a stop without a loss leaves."""
        return {path: file.whole() for path, file in self.names.items()}


def _call(names: dict[str, File], path: str, file: File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def lay_out(files: dict[str, bytes], base: Path) -> None:
    """Have these files under the folder they were followed in, and no others."""
    for each in base.rglob("*"):
        if each.is_file() and str(each) not in files:
            each.unlink()
    for path, data in files.items():
        place = Path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
