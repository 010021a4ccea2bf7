"""A forum's month, and nothing of it in clear on the disk: every byte that the process ever wrote is looked at.

The child plays the demo's month, then prints, exports and backs up under passphrases, and works at the window
(benchmarks/_trust_canary_window.py); the shim writes down what it wrote, also to files that are gone again: register,
profile, temporary folder, home, everywhere. What the demo is asked to write in plain (its PDF and CSV files)
is left out by name. A file that says a canary on purpose must be found.
Run as `python -m benchmarks._trust_canaries FOLDER` under the shim; `canaries_on_disk` does.
"""

from __future__ import annotations

import io
import json
import os
import random
import re
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import text

from app import demo
from app import desk as door
from app.cli.base import Edges
from app.demo import exchange, officer
from app.main import main as forumdesk
from benchmarks._trust_base import ROOT, Tried, progress, workplace
from benchmarks._trust_shim import NO_COMPILER, Op, built, environment, records, run
from tests.fixtures.cheap import CheapStretcher

CANARIES = 150
LEAST = 9
NO_CANARY = re.compile(r"[0-9T:. +Z-]+|[0-9a-f]+|[A-Z]+-\d{4}-\d\d-\d\d|.*\.(pdf|csv|xlsx)")
"""Moments, digests, meetings and names of files."""
DELIBERATE = "deliberate.txt"
POLICE = "a-computer-of-police"
COPY_SAYS = "a lantern swings over the ferry landing"
QUIET_TABLES = {"meta", "trail", "forums", "users", "role_grants", "sqlite_sequence", "row_seals"}
"""What the trail says is no value of a person's; the others hold nobody who is before a forum."""


# --- the child ---


def month(base: Path) -> dict[str, object]:
    """Play it, and tell what must be found nowhere and what was asked for in plain."""
    report = _demo(base)
    after = base / "after"
    after.mkdir()
    copies = after / "copies.csv"
    copies.write_text(f"name,service,passphrase\nHana Pool,prisons,{COPY_SAYS}\n", encoding="utf-8")
    said = after / "words.txt"
    said.write_text(f"{report.workbook_passphrase}\n", encoding="utf-8")
    _typed(
        report,
        "pack",
        "print",
        report.next_meeting,
        "--copies",
        copies,
        "--out",
        after / "packs",
        may_fail=True,
    )
    _typed(report, "register", "backup", after / "monday.fdbackup")
    _typed(report, "police", "list")
    _typed(report, "case", "find", "a")
    canaries = _canaries(report)
    if find_spec("PySide6") is not None:
        from benchmarks import _trust_canary_window as window

        canaries += window.work(report)
    Path(os.environ["TMPDIR"], DELIBERATE).write_text(canaries[0], encoding="utf-8")
    asked = [str(each.file) for each in report.written if each.file.suffix in (".pdf", ".csv")]
    return {"canaries": canaries, "asked": [*asked, str(copies), str(said)]}


def _demo(base: Path) -> demo.Report:
    """The officer fills the workbook in on a computer of Police's own: what a spreadsheet leaves there is not ours."""
    elsewhere = base / POLICE
    elsewhere.mkdir()

    def at_police(*said: Any) -> bytes:
        tempfile.tempdir = str(elsewhere)
        try:
            return officer.fill_in(*said)
        finally:
            tempfile.tempdir = None

    exchange.fill_in = at_police  # type: ignore[assignment, attr-defined]
    return demo.run(base / "month", door.clock, CheapStretcher())


def _typed(report: demo.Report, *words: object, may_fail: bool = False) -> None:
    player = report.players[0]
    environ = {
        "FORUMDESK_REGISTER": str(report.register),
        "FORUMDESK_USER": player.name,
        "FORUMDESK_PASSPHRASE": player.passphrase,
    }
    edges = Edges(stretcher=CheapStretcher(), environ=environ)
    code = forumdesk([*(str(word) for word in words), "--json"], edges)
    if code and not may_fail:
        raise RuntimeError(f"{words[:2]} ended with {code}")


def _canaries(report: demo.Report) -> list[str]:
    """What is typed about people and stands in no source: names, numbers, addresses, whole sentences."""
    player = report.players[0]
    desk = door.sign_in(report.register, player.name, player.passphrase, stretcher=CheapStretcher())
    found: set[str] = set()
    with desk.engine(read_only=True).connect() as connection:
        tables = connection.execute(
            text("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
        ).scalars()
        for table in set(tables.all()) - QUIET_TABLES:
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').all():
                found.update(value for value in row if isinstance(value, str) and len(value) >= LEAST)
    known = "\n".join(
        file.read_text(encoding="utf-8")
        for room in ("app/domain", "app/usecases", "app/cli", "db", "ui", "reports")
        for file in sorted(ROOT.joinpath(room).rglob("*.py"))
    )
    typed = sorted(
        value for value in found
        if value not in known and not NO_CANARY.fullmatch(value)
    )  # fmt: skip
    chosen = random.Random(1).sample(typed, min(CANARIES, len(typed)))
    return [*chosen, *(each.passphrase for each in report.players), report.workbook_passphrase, COPY_SAYS]


# --- what was written ---


class Written:
    """Every content that every file ever had, put together from the log."""

    def __init__(self, asked: list[str]) -> None:
        self._asked = {
            each for file in asked for each in (file, str(Path(file).with_name(f".{Path(file).name}.part")))
        }
        self._paths: dict[int, str] = {}
        self._now: dict[int, bytearray] = {}
        self.contents: list[tuple[str, bytes]] = []

    def follow(self, log: Path) -> None:
        for act in records(log):
            if act.op is Op.OPEN:
                if self._paths.get(act.file) != act.path:
                    self._end(act.file)
                self._paths[act.file] = act.path
            elif act.op is Op.WRITE:
                self._write(act.file, act.offset, act.data)
            elif act.op is Op.TRUNCATE:
                self._end(act.file)
        for file in list(self._now):
            self._end(file)

    def _write(self, file: int, at: int, data: bytes) -> None:
        now = self._now.setdefault(file, bytearray())
        if now[at : at + len(data)].strip(b"\0"):  # what stood there is put over
            self.contents.append(
                (self._paths.get(file, "?"), bytes(now[max(0, at - 64) : at + len(data) + 64]))
            )
        now.extend(bytes(max(0, at - len(now))))
        now[at : at + len(data)] = data

    def _end(self, file: int) -> None:
        if whole := self._now.pop(file, None):
            self.contents.append((self._paths.get(file, "?"), bytes(whole)))

    def looked_through(self) -> Iterator[tuple[str, bytes]]:
        """(path, content) of what nobody asked for in plain, also as it is inside archives and PDF files."""
        for path, data in self.contents:
            if path not in self._asked and POLICE not in path:
                for view in views(data):
                    yield path, view


def views(data: bytes) -> Iterator[bytes]:
    """The bytes, and what they hold packed."""
    yield data
    if data.startswith(b"PK") or data[-22:].startswith(b"PK\x05\x06"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as inner:
                for name in inner.namelist():
                    yield inner.read(name)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
            pass
    for packed in (
        re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL) if data.startswith(b"%PDF") else ()
    ):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def spelled(canary: str) -> tuple[bytes, ...]:
    """As it may stand in a file: in this encoding or that, and as JSON has it."""
    return tuple({canary.encode(), canary.encode("utf-16-le"), json.dumps(canary)[1:-1].encode()})


def canaries_on_disk(_count: int, _seed: int) -> Tried:
    """The figure, never scaled: so many canaries looked for, so many found in clear."""
    if built() is None:
        return Tried(left_out=NO_COMPILER)
    with workplace("canaries") as base:
        log = base.with_suffix(".log")
        try:
            told = _played(base, log)
            written = Written(told["asked"])
            written.follow(log)
        finally:
            log.unlink(missing_ok=True)
    return _looked_for(told["canaries"], written)


def _played(base: Path, log: Path) -> dict[str, list[str]]:
    for name in ("tmp", "home"):
        base.joinpath(name).mkdir()
    more = {
        "TMPDIR": str(base / "tmp"), "HOME": str(base / "home"), "XDG_CACHE_HOME": str(base / "home" / "cache"),
        "FORUMDESK_PROFILE": str(base / "profile"), "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    ended = run("benchmarks._trust_canaries", base, env=environment(Path("/"), log) | more)
    if ended.returncode:
        raise RuntimeError(f"the month ended with {ended.returncode}: {ended.stderr}")
    told: dict[str, list[str]] = json.loads(ended.stdout.splitlines()[-1])
    return told


def _looked_for(canaries: list[str], written: Written) -> Tried:
    result, deliberate = Tried(control=False), False
    contents = list(written.looked_through())
    size = sum(len(data) for _path, data in contents)
    progress(
        f"canaries on disk: {size / 1e6:.0f} MB written to {len({path for path, _data in contents})} files"
    )
    for canary in canaries:
        forms, wrong = spelled(canary), ""
        for path, data in contents:
            if any(form in data for form in forms):
                if Path(path).name == DELIBERATE:
                    deliberate = True
                else:
                    wrong = f"stands in clear in {path}"
        result.enter(wrong, f"a canary of {len(canary)} letters")
    result.control = deliberate
    return result


if __name__ == "__main__":
    print(json.dumps(month(Path(sys.argv[1]))))
