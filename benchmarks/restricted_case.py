"""What a sealed case costs everybody else's: the same register with one restricted case and with none (decision 0037).

    ./run bench restricted_case

Both hold 10,000 open cases and are asked by somebody who holds the key, for whom every text goes through the maker that
opens seals. *List* is all of them at once, *page* what the window asks for, *save* a statement about another case.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.case_list import CaseQuery
from app.domain.words import Service
from app.usecases import case_list, cases, restricted
from benchmarks._measure import finish, interleaved, report
from benchmarks.case_list import ROWS, fill
from tests.fixtures import desks
from tests.fixtures.made_cases import do

KEPT, OTHER = "00000017", "00000018"
READERS = [desks.ADMINISTRATOR[0], desks.CHAIR[0]]


def say(desk: Desk) -> None:
    """One more statement about a case that is not restricted."""
    draft = InformationDraft(Service.PRISONS, "Means to live with a friend", "A. Author", date(2026, 11, 1))
    cases.add_information(desk, OTHER, draft)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORUMDESK_PROFILE"] = folder
        kept, plain = (desks.sit(desks.new_register(Path(folder) / name)) for name in ("kept", "plain"))
        for desk in (kept, plain):
            do(desk, fill)
        began = time.perf_counter()
        restricted.restrict_case(kept, KEPT, READERS, "a witness in another trial")
        sealing = time.perf_counter() - began
        taken = interleaved(
            {
                "list kept": lambda: cases.list_cases(kept),
                "list plain": lambda: cases.list_cases(plain),
                "page kept": lambda: case_list.browse_cases(kept, "CHC", CaseQuery()),
                "page plain": lambda: case_list.browse_cases(plain, "CHC", CaseQuery()),
                "save kept": lambda: say(kept),
                "save plain": lambda: say(plain),
            },
            9,
        )
    finish(
        *(
            report(
                f"a {what} beside one restricted case, {ROWS:,} cases",
                taken[f"{what} kept"] / taken[f"{what} plain"],
                "the same without one",
                limit,
                kept_ms=round(taken[f"{what} kept"] * 1000, 1),
                plain_ms=round(taken[f"{what} plain"] * 1000, 1),
                sealing_ms=round(sealing * 1000),
            )
            for what, limit in (("list", 1.4), ("page", 1.1), ("save", 1.5))
        )
    )


if __name__ == "__main__":
    main()
