"""Figures 9 and 10: what twelve numbered copies cost beside one pack (design/speed.md).

The peer is one finished numbered copy made by the same program: laid out, marked and read back. A pack
laid out by reportlab alone, without any copy's marks, stands beside it as the barest peer there is.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._measure import finish, interleaved, report
from reports.copies import mark_copies, mark_copy
from reports.pack import lay_out, layout_of, render_pack
from reports.page import draw_document
from tests.fixtures import papers

CASES, COPIES = 60, 12


def main() -> None:
    """Measure and print."""
    document = papers.pack(CASES)
    pages = render_pack(document).pages
    marks = papers.marks(pages, COPIES)
    holders = papers.holders(COPIES)
    sizes: dict[str, int] = {}

    def bare() -> None:
        layout = layout_of(False)
        sizes["bare"] = len(draw_document(document, lay_out(document, layout), layout, invariant=False))

    def one() -> None:
        sizes["one"] = len(mark_copy(render_pack(document), marks[0]))

    def one_file() -> None:
        sizes["file"] = len(mark_copies(render_pack(document), marks))

    def sealed() -> None:
        base = render_pack(document)
        for mark, holder in zip(marks, holders, strict=True):
            mark_copy(base, mark, holder.passphrase, "an owner password of the run")

    taken = interleaved({"bare": bare, "one": one, "file": one_file, "sealed": sealed})
    about: dict[str, Any] = {"cases": CASES, "pages": pages, "seconds_of_peer": round(taken["one"], 3)}
    finish(
        report("9 twelve copies in one file", taken["file"] / taken["one"], "one copy", 1.4, **about),
        report(
            "9 its bytes", sizes["file"] / sizes["one"], "the bytes of one copy", 1.1, bytes=sizes["file"]
        ),
        report("10 twelve sealed files", taken["sealed"] / taken["one"], "one copy", 2.6, **about),
        report("9 in one file", taken["file"] / taken["bare"], "a pack without marks", 1.4),
        report("10 sealed", taken["sealed"] / taken["bare"], "a pack without marks", 2.6),
    )


if __name__ == "__main__":
    main()
