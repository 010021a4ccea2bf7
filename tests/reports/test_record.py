"""A record on paper: its last page is worth turning to."""

from __future__ import annotations

import io

import pikepdf
import pytest

from app.domain.documents import RecordDocument, RecordSection
from reports.record import render_record

HEADINGS = ("Heading", "Value")


def _record(lines: int, parts: int = 9, empty: int = 4) -> RecordDocument:
    """Parts of three lines each, a long one, and parts in which nothing is recorded."""
    rows = tuple((f"Heading {number}", "a value") for number in range(lines))
    return RecordDocument(
        title="Case of 0777123",
        forum_name="A forum",
        band="AS KNOWN ON 3 March 2027",
        dated="Disclosure 5",
        made="Made 03/03/2027 10:00 by somebody",
        sections=(
            RecordSection("Values", HEADINGS, rows),
            *(RecordSection(f"Part {number}", HEADINGS, rows[:3]) for number in range(parts)),
            *(RecordSection(f"Nothing {number}", HEADINGS, ()) for number in range(empty)),
        ),
    )


def _pages(document: RecordDocument) -> int:
    with pikepdf.Pdf.open(io.BytesIO(render_record(document, invariant=True))) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("lines", [20, 23])
def test_a_part_or_two_get_no_last_page_of_their_own(lines: int) -> None:
    assert _pages(_record(lines)) == 2
