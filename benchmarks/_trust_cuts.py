"""Power cuts: a child saves under the shim, a simulated disk is cut anywhere, and the product opens what is left.

Right is: the last save that was told as saved is there, the one that was under way is there whole or not at all, and
everything else is as it was: files sound, trail unbroken, everybody who has access gets in. A second child whose
settings are weaker than the product's, and a third whose disk drops every barrier, must lose something.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app import desk as door
from app.domain.errors import ForumDeskError
from app.domain.words import Service
from app.usecases import cases
from benchmarks._trust_base import Tried, progress, refusal, shared_out, wait_for_nobody, workplace
from benchmarks._trust_disk import Disk, lay_out
from benchmarks._trust_saves import digest
from benchmarks._trust_shim import NO_COMPILER, Op, Record, built, environment, records, run
from db import connect, trail
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher

SAVES, CONTROL_SAVES = 48, 12
CUTS_OF_A_LOG = 1_000
CONTROL_CUTS = 200
GOES_ON = 25
"""Every so-manyth cut somebody saves on what is left."""


@dataclass
class Run:
    """A child's log, from the disk as it was at its beginning, and what its register held after each save."""

    base: Path
    start: Disk
    acts: list[Record]
    told: list[tuple[int, dict[str, object]]] = field(default_factory=list)
    """(position in the log, what was told) of each confirmed save; the first is of none."""
    states: list[str] = field(default_factory=list)
    """The register's digest at the beginning and after each save."""


def recorded(base: Path, saves: int, seed: int, *weak: str, drop_syncs: bool = False) -> Run:
    """Let a child save under the shim."""
    base.mkdir()
    months.new_month(base / "register")
    (base / "profile").mkdir()
    marks, log = base / "marks", base.with_suffix(".log")
    marks.touch()
    start = Disk.of(base)
    env = environment(base, log, drop_syncs=drop_syncs) | {"FORUMDESK_PROFILE": str(base / "profile")}
    ended = run("benchmarks._trust_saves", base / "register", marks, saves, seed, *weak, env=env)
    if ended.returncode:
        raise RuntimeError(f"the child that saves ended with {ended.returncode}: {ended.stderr}")
    made = Run(base, start, [])
    page = marks.stat().st_ino
    for act in records(log):
        if act.file != page or act.op is not Op.WRITE:
            made.acts.append(act)
        else:
            made.told.append((len(made.acts), json.loads(act.data)))
    log.unlink()
    _expect(made)
    return made


def _expect(made: Run) -> None:
    """The digest after each save, from the disk without a loss."""
    follow, at = deepcopy(made.start), 0
    os.environ["FORUMDESK_PROFILE"] = str(made.base / "profile")
    for until, _said in made.told:
        for act in made.acts[at:until]:
            follow.follow(act)
        at = until
        lay_out(follow.whole(), made.base)
        desk = desks.sit(made.base / "register")
        with desk.engine(read_only=True).connect() as connection:
            made.states.append(digest(connection))
        desk.close()


def cut_many(made: Run, count: int, seed: int, *, enough: int = 0) -> Tried:
    """Cut the power of one run at many moments, in order, and look at what is left; until so many are wrong."""
    chance = random.Random(seed)
    ends = [place for place, _said in made.told]
    moments = sorted(
        chance.choice(ends) if chance.random() < 0.3 else chance.randrange(ends[0], len(made.acts) + 1)
        for _ in range(count)
    )
    disk, at, result = deepcopy(made.start), 0, Tried()
    for number, moment in enumerate(moments):
        for act in made.acts[at:moment]:
            disk.follow(act)
        at = moment
        saved = sum(place <= moment for place in ends) - 1
        lay_out(disk.cut(chance), made.base)
        wrong = judge(made, made.base / "register", saved, number % GOES_ON == 0)
        result.enter(wrong, f"cut {number} of seed {seed}, after act {moment} and save {saved}")
        if enough and result.failed == enough:
            break
    return result


def judge(made: Run, folder: Path, saved: int, goes_on: bool) -> str:
    """What is wrong with what is left; empty where it is right."""
    desk, said, raw = refusal(lambda: desks.sit(folder))
    if desk is None:
        return f"it does not open: {said or raw}"
    if desk.behind or desk.reading_only:
        return "an older copy is seen in its place"
    try:
        with connect.engine_errors(desk.path), desk.engine(read_only=True).connect() as connection:
            if problems := connect.integrity(connection):
                return problems[0]
            if not (verdict := trail.verify_chain(connection, signatures=goes_on)).ok:
                return f"entry {verdict.first_bad} of the trail: {verdict.why}"
            found = digest(connection)
    except ForumDeskError as error:
        return f"it does not read: {error.sentence}"
    allowed = made.states[saved : saved + 2]
    if found not in allowed:
        if found in made.states:
            return f"it holds {made.states.index(found)} saves where {saved} were told"
        return "something stands half there"
    if wrong := _chair(made, folder, saved):
        return wrong
    return _on(folder) if goes_on else ""


def _chair(made: Run, folder: Path, saved: int) -> str:
    """The chair gets in by the passphrase that was told last, or by the one that was just being made."""
    told = [str(said["chair"]) for _place, said in made.told]
    for says in dict.fromkeys(reversed(told[saved : saved + 2])):
        desk, _said, raw = refusal(
            partial(door.sign_in, folder, desks.CHAIR[0], says, now=desks.Clock(), stretcher=CheapStretcher())
        )
        if raw:
            return raw
        if desk is not None:
            return ""
    return "the chair does not get in"


def _on(folder: Path) -> str:
    """Somebody goes on working: saved at once, and sound."""
    desk = desks.sit(folder)
    prn = cases.list_cases(desk)[0].prn
    _done, said, raw = refusal(lambda: cases.set_case(desk, prn, Service.PRISONS, "Whoever goes on"))
    return f"nobody can go on: {said or raw}" if said or raw else ""


def power_cuts(count: int, seed: int) -> Tried:
    """The figure: so many cuts over as many logs as that needs, and the two controls."""
    if built() is None:
        return Tried(left_out=NO_COMPILER)
    logs = max(1, count // CUTS_OF_A_LOG)

    def share(worker: int, mine: int) -> Tried:
        result = Tried()
        wait_for_nobody()
        with workplace(f"cuts-{worker}") as place:
            each = max(1, logs // 2)
            for log in range(each):
                now = mine // each + (log < mine % each)
                made = recorded(
                    place / f"run-{log}", min(SAVES, max(12, now)), seed * 1_000 + worker * 500 + log
                )
                result.add(cut_many(made, now, seed * 1_000 + worker * 500 + log))
                shutil.rmtree(place / f"run-{log}")
                progress(f"power cuts: {result.tried} of {mine} (process {worker}), {result.failed} wrong")
        return result

    result = shared_out(share, count)
    result.control = all(_control(seed, weak) for weak in (("DELETE", "FULL"), ()))
    return result


def _control(seed: int, weak: tuple[str, ...]) -> bool:
    """Whether a run that must lose something did: weaker settings, or a disk that drops every barrier."""
    wait_for_nobody()
    with workplace("control") as place:
        made = recorded(place / "run", CONTROL_SAVES, seed, *weak, drop_syncs=not weak)
        lost = cut_many(made, CONTROL_CUTS, seed, enough=3)
    what = "journal DELETE, synchronous FULL" if weak else "barriers dropped"
    progress(f"power cuts, control ({what}): {lost.failed} of {lost.tried} wrong, as it must be")
    return lost.failed > 0
