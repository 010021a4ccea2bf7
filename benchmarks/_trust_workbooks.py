"""Hostile workbooks: the mutants of benchmarks/fuzz_workbooks.py, read behind the gate and staged as a reply is."""

from __future__ import annotations

import os

from benchmarks import fuzz_workbooks as fuzz
from benchmarks._trust_base import Tried, progress, shared_out
from tests.hostile.corpus import CORPUS
from tests.hostile.server import Readers


def hostile_workbooks(count: int, seed: int) -> Tried:
    """The figure. A sentence that says too little, a raw error and a worker that died by itself are failures."""
    if not hasattr(os, "fork"):
        return Tried(left_out="left out: this system cannot fork a process")
    seeds, files = zip(*fuzz._seeds(), strict=True)

    def share(worker: int, mine: int) -> Tried:
        result, tally = Tried(), fuzz.Tally()
        with Readers() as readers:
            for odd in CORPUS if worker == 0 and mine > len(CORPUS) else ():
                result.enter(fuzz.judge(readers, odd.name, odd.make(), odd.passphrase, tally), odd.name)
            for number in range(mine - result.tried):
                name, data, passphrase = fuzz.mutant(seed * 2 + worker, number, seeds, files)
                wrong = fuzz.judge(readers, name, data, passphrase, tally)
                result.enter(wrong, f"workbook {name} of seed {seed * 2 + worker}")
                if wrong:
                    progress(f"hostile workbooks: {name} of seed {seed * 2 + worker}: {wrong}")
                if number % 5_000 == 4_999:
                    progress(f"hostile workbooks: {number + 1} of {mine} (process {worker})")
        return result

    return shared_out(share, count)
