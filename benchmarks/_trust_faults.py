"""Faults of the disk: one write, sync, open, change of size, rename or removal fails, once or from then on.

The acts are done by `forumdesk` and through the door in a process that has the shim loaded; it forks for each fault.
Right is: one sentence and nothing half there, or done and all of it there; the last confirmed save stays, the register
is whole, and once the disk answers again the same act is done. Run as `python -m benchmarks._trust_faults BASE COUNT
SEED` under the shim; `io_faults` does.
"""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from app import desk as door
from app.domain.errors import UNCONFIRMED
from app.domain.words import Role
from app.usecases import backup, cases, people
from benchmarks._trust_base import Tried, progress, refusal, unlike_a_sentence, wait_for_nobody, workplace
from benchmarks._trust_shim import NO_COMPILER, Fault, Faults, built, environment, run
from db import work
from db.tables.extract import Extract
from db.tables.register import Case, Person
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.extracts import extract_csv, read, row
from tests.fixtures.process import say

PRN = "FORUMDESK_TRUST_PRN"
OWNER = "An owner whom a fault may take"
NEW = "nine slow barges under the bridge"
PEOPLE = 20
ERRORS: dict[Fault, tuple[int, ...]] = {
    Fault.WRITE: (errno.EIO, errno.ENOSPC, errno.EDQUOT),
    Fault.SYNC: (errno.EIO, errno.ENOSPC),
    Fault.OPEN: (errno.EIO, errno.EACCES, errno.EMFILE, errno.ENOSPC),
    Fault.TRUNCATE: (errno.EIO, errno.EDQUOT),
    Fault.RENAME: (errno.EIO, errno.EACCES, errno.ENOSPC),
    Fault.UNLINK: (errno.EIO, errno.EACCES),
    Fault.SHORT: (errno.ENOSPC, errno.EDQUOT),
}

Standing = Callable[[Path, Path], str]
"""`nothing`, `all`, or what is half there, from the register and the folder that things were to be written to."""


@dataclass(frozen=True)
class Act:
    """One thing a person does, and how much of it stands afterwards."""

    name: str
    do: Callable[[Path, Path], tuple[bool, str, str]]
    """(done, the sentence, what is wrong with how it was refused)."""
    standing: Standing


# --- what is done ---


def _first_prn() -> str:
    """Whom the acts are about. From memory: a file of ours would meet the faults that are meant for the program."""
    return os.environ[PRN]


def _typed(*words: str) -> Callable[[Path, Path], tuple[bool, str, str]]:
    def do(folder: Path, out: Path) -> tuple[bool, str, str]:
        told = say(folder, *(word.format(out=out, beside=out.parent, prn=_first_prn()) for word in words))
        if told.code == 0:
            return True, told.err.removesuffix("\n"), ""
        said = told.err.removesuffix("\n")
        return (
            False,
            said,
            "" if told.code in (1, 4) and not unlike_a_sentence(said) else f"{told.code}: {said}",
        )

    return do


def _passphrase(folder: Path, _out: Path) -> tuple[bool, str, str]:
    desk, said, raw = refusal(lambda: desks.sit(folder, Role.CHAIR))
    if desk is not None:
        _none, said, raw = refusal(
            partial(people.change_passphrase, desk, desks.CHAIR[1], NEW, CheapStretcher())
        )
    return not said and not raw, said, raw


# --- what stands afterwards ---


def _owner(folder: Path, _out: Path) -> str:
    named = read(desks.sit(folder), select(Case.owner).where(Case.owner == OWNER))
    return "all" if named else "nothing"


def _people(folder: Path, _out: Path) -> str:
    desk = desks.sit(folder)
    ((found,),) = read(desk, select(func.count()).select_from(Person).where(Person.prn.like("9900%")))
    ((files,),) = read(desk, select(func.count()).select_from(Extract))
    if (found, files) in ((0, 1), (PEOPLE, 2)):
        return "all" if found else "nothing"
    return f"{found} of {PEOPLE} people and {files} extracts"


def _backup(folder: Path, out: Path) -> str:
    file = out / "monday.fdbackup"
    if not file.exists():
        left = [each.name for each in out.iterdir()] if out.exists() else []
        return f"{left[0]} is left" if left else "nothing"
    proved, said, raw = refusal(partial(backup.prove_backup, desks.sit(folder), file))
    return "all" if proved is not None else f"a backup that does not open: {said or raw}"


def _export(folder: Path, out: Path) -> str:
    file = out / "out.xlsx"
    listed = say(folder, "police", "list").data["exchanges"]
    if not file.exists():
        # Recorded first, then put in its place: a file that could not be named stands whole beside it.
        return (
            "nothing" if not listed or (out / ".out.xlsx.part").exists() else "recorded, and no file anywhere"
        )
    back = say(
        folder, "police", "import", str(file), "--workbook-passphrase-from", str(out.parent / "words.txt")
    )
    whole = len(listed) == 1 and back.code == 0 and back.data["intact"] == listed[0]["rows"]
    return "all" if whole else f"{len(listed)} recorded, and a file that reads as {back}"


def _pack(folder: Path, out: Path) -> str:
    ledger = say(folder, "pack", "ledger", months.MEETING)
    if ledger.code:
        return f"no ledger: {ledger.err}"
    if not ledger.data["balanced"]:
        return "the ledger does not balance"
    names = {each.name for each in out.iterdir()} if out.exists() else set()
    copies = ledger.data["copies"]
    listed = {each["file"] for each in copies}
    if not {name for name in names if not name.startswith(".")} <= listed:
        return "a file that no copy is of"
    missing = [each for each in copies if each["state"] == "out" and each["file"] not in names]
    if any(f".{each['file']}.part" not in names for each in missing):
        return "a copy is out, and its file is nowhere"
    torn = [
        name for name in names if name.endswith(".pdf") and b"%%EOF" not in (out / name).read_bytes()[-32:]
    ]
    if torn:
        return f"{torn[0]} is cut off"
    return "all" if copies and not missing and all(each["state"] == "out" for each in copies) else "nothing"


def _opens(folder: Path, says: str) -> bool:
    sat, _said, raw = refusal(
        lambda: door.sign_in(folder, desks.CHAIR[0], says, now=desks.Clock(), stretcher=CheapStretcher())
    )
    if raw:
        raise RuntimeError(raw)
    return sat is not None


def _key(folder: Path, _out: Path) -> str:
    old, new = _opens(folder, desks.CHAIR[1]), _opens(folder, NEW)
    return "the chair gets in by both or neither" if old == new else "all" if new else "nothing"


ACTS = (
    Act("save", _typed("case", "set", "{prn}", "--owner", OWNER), _owner),
    Act("import", _typed("extract", "import", "{beside}/ioms.csv"), _people),
    Act("backup", _typed("register", "backup", "{out}/monday.fdbackup"), _backup),
    Act(
        "export",
        _typed(
            "police", "export", months.MEETING, "--out", "{out}/out.xlsx",
            "--workbook-passphrase-from", "{beside}/words.txt",
        ),
        _export,
    ),
    Act(
        "pack",
        _typed("pack", "print", months.MEETING, "--copies", "{beside}/copies.csv", "--out", "{out}"),
        _pack,
    ),
    Act("passphrase", _passphrase, _key),
)  # fmt: skip


# --- the driver, under the shim ---


@dataclass(frozen=True)
class DiskFault:
    """One fault: at which act of which kind, what the system says, and whether the disk stays like that."""

    act: Act
    kind: Fault
    at: int
    error: int
    lasts: bool
    confirms: bool = False
    """Whether it meets the last barrier of a save, after which nothing can be taken back."""

    def __str__(self) -> str:
        more = " and after it" if self.lasts else ""
        return f"{self.act.name}, {self.kind.name.lower()} {self.at}{more}: {errno.errorcode[self.error]}"


def prepare(base: Path) -> Path:
    """The register that each act begins on, and the files it needs."""
    folder = months.new_month(base / "template")
    prn = cases.list_cases(desks.sit(folder))[0].prn
    os.environ[PRN] = prn
    rows = [row(f"9900{number:04}") for number in range(PEOPLE)]
    base.joinpath("ioms.csv").write_bytes(extract_csv(rows))
    base.joinpath("words.txt").write_text("eleven herons cross the estuary\n", encoding="utf-8")
    lines = (
        "name,service,passphrase",
        "Hana Pool,prisons,four plain words here now",
        "Tiaki Rua,police,other words",
    )
    copies = "".join(f"{line}\n" for line in lines)
    base.joinpath("copies.csv").write_text(copies, encoding="utf-8")
    return folder


def counted(faults: Faults, act: Act, template: Path, base: Path) -> dict[Fault, int]:
    """How many acts of each kind the whole thing asks of the disk; it must be done, or it is no act."""
    found = {}
    for kind in ERRORS:
        folder, out = _fresh(template, base, f"count-{act.name}")
        faults.arm(kind, 0, 0)
        # Only the kind that is armed is counted for a short write; the others are counted in any case.
        faults.arm(kind, 1 << 40, errno.EIO)
        done, said, raw = act.do(folder, out)
        found[kind] = faults.done(kind)
        faults.arm(Fault.NONE, 0, 0)
        stands = act.standing(folder, out)
        if not done or stands != "all":
            raise RuntimeError(f"{act.name} itself is not done: {said or raw or stands}")
        _gone(folder, out)
    return found


def _fresh(template: Path, base: Path, name: str) -> tuple[Path, Path]:
    folder, out = base / f"{name}-register", base / f"{name}-out"
    _gone(folder, out, base / "profile")  # this computer has seen nothing of it yet
    shutil.copytree(template, folder)
    out.mkdir()
    return folder, out


def _gone(*folders: Path) -> None:
    for each in folders:
        shutil.rmtree(each, ignore_errors=True)


def tried(faults: Faults, case: DiskFault, template: Path, base: Path, *, swallow: bool = False) -> str:
    """One fault in a fork of this process; what came out wrong. `swallow` is for the control."""
    folder, out = _fresh(template, base, "case")
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            if swallow:
                _swallow_errors()
            faults.arm(case.kind, case.at, case.error, lasts=case.lasts)
            told = case.act.do(folder, out)
            faults.arm(Fault.NONE, 0, 0)
            os.write(mouth, json.dumps(told).encode())
        except BaseException as error:  # noqa: BLE001 (told by the parent, as a fault that the act let through)
            faults.arm(Fault.NONE, 0, 0)
            where = error.__traceback__
            while where and where.tb_next:
                where = where.tb_next
            at = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else "nowhere"
            os.write(mouth, json.dumps((False, "", f"{type(error).__name__} at {at}: {error}")).encode())
        finally:
            os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, "rb") as heard:
        said = heard.read()
    os.waitpid(child, 0)
    if not said:
        return "the process died"
    done, sentence, wrong = json.loads(said)
    if case.confirms and done and sentence != UNCONFIRMED:
        return f"saved on a disk that did not confirm it, and nothing says so: {sentence}"
    return wrong or _after(case.act, folder, out, done, sentence)


def _swallow_errors() -> None:
    """For the control: a program that tells every save as done, whatever the disk said to it."""

    def commit(self: work.Writing) -> None:
        with suppress(DBAPIError):
            self._session.commit()

    work.Writing._commit = commit  # type: ignore[method-assign]  # in a child of this process alone


def control(faults: Faults, template: Path, base: Path) -> bool:
    """Whether the same faults find what is wrong with a program that swallows errors of its disk."""
    act = next(each for each in ACTS if each.name == "save")
    counts = counted(faults, act, template, base)
    return any(
        tried(faults, DiskFault(act, kind, at, errno.ENOSPC, True), template, base, swallow=True)
        == "told as done, and it is not there"
        for kind in (Fault.WRITE, Fault.SYNC)
        for at in range(1, counts.get(kind, 0) + 1)
    )


def _after(act: Act, folder: Path, out: Path, done: bool, sentence: str) -> str:
    """The disk answers again: what stands, whether the register is whole, and whether the act can be done now."""
    checked = say(folder, "register", "check")
    if checked.code:
        return f"the register is not whole: {checked.err.strip()}"
    stands = act.standing(folder, out)
    if stands not in ("all", "nothing"):
        return f"half there: {stands} (done {done}: {sentence})"
    if done and stands != "all":
        return "told as done, and it is not there"
    if not done and stands == "all":
        return f"told as not done, and it is there: {sentence}"
    if not done and act.name not in ("pack", "export"):
        again, said, raw = act.do(folder, out)
        if not again:
            return f"it cannot be done now either: {said or raw}"
    return ""


def drive(base: Path, count: int, seed: int) -> Tried:
    """Every kind of fault along every act, spread evenly, as many as asked."""
    wait_for_nobody()
    chance, faults, result = random.Random(seed), Faults(), Tried()
    template = prepare(base)
    per_act: list[list[DiskFault]] = []
    for act in ACTS:
        counts = counted(faults, act, template, base)
        kinds = []
        for kind, most in counts.items():
            every = [
                DiskFault(act, kind, at, error, lasts)
                for at in range(1, most + 1)
                for error in ERRORS[kind]
                for lasts in (False, True)
            ]
            chance.shuffle(every)
            kinds.append(every)
        per_act.append([each for turn in _in_turn(kinds) for each in turn])
    chosen = [each for turn in _in_turn(per_act) for each in turn][:count]
    for number, case in enumerate(chosen, 1):
        result.enter(tried(faults, case, template, base), str(case))
        if number % 50 == 0:
            progress(f"I/O faults: {number} of {len(chosen)}, {result.failed} wrong")
    result.control = control(faults, template, base)
    return result


def named(base: Path, words: str) -> Tried:
    """One fault told in words, `save:sync:last:EIO` or `…:lasts`: for a test of what was once found."""
    wait_for_nobody()
    act_name, kind_name, at, error, *lasts = words.split(":")
    act = next(each for each in ACTS if each.name == act_name)
    kind, faults, result = Fault[kind_name.upper()], Faults(), Tried()
    template = prepare(base)
    most = counted(faults, act, template, base)[kind]
    case = DiskFault(act, kind, most if at == "last" else int(at), getattr(errno, error), bool(lasts))
    # The last barrier of a save in the register follows the moment from which it cannot be taken back.
    case = replace(case, confirms=(act.name, kind, at) == ("save", Fault.SYNC, "last"))
    result.enter(tried(faults, case, template, base), str(case))
    return result


def _in_turn(groups: list[list[DiskFault]]) -> list[list[DiskFault]]:
    """One of each group, then the next of each, until all are empty."""
    longest = max((len(group) for group in groups), default=0)
    return [[group[at] for group in groups if at < len(group)] for at in range(longest)]


def io_faults(count: int, seed: int) -> Tried:
    """The figure."""
    return driven(count, seed)


def driven(*words: object) -> Tried:
    """What the driver makes of `COUNT SEED`, or of one fault in words."""
    if built() is None:
        return Tried(left_out=NO_COMPILER)
    with workplace("faults") as base:
        ended = run("benchmarks._trust_faults", base, *words, env=environment(base))
        sys.stderr.write(ended.stderr)
        if ended.returncode:
            return Tried(1, 1, [f"the driver ended with {ended.returncode}"])
        told = json.loads(ended.stdout.splitlines()[-1])
    return Tried(told["tried"], told["failed"], told["notes"], control=told["control"])


if __name__ == "__main__":
    place, what, *seed_of = sys.argv[1:]
    made = drive(Path(place), int(what), int(seed_of[0])) if seed_of else named(Path(place), what)
    told_all = {"tried": made.tried, "failed": made.failed, "notes": made.notes, "control": made.control}
    print(json.dumps(told_all))
