"""A record on paper that is no pack: a certificate, or what was known on a past day (needs A6, A7).

Every page bears its band beside the marking, so that a page on its own cannot be taken for today's record.
"""

from __future__ import annotations

from app.domain.documents import RecordDocument, RecordSection
from reports.flow import Pages, Run, paginate
from reports.form import Form, aside, soft
from reports.page import draw_document
from reports.style import NORMAL, Face

_BETWEEN, _CLOSER = 12.0, 6.0
"""Points above a part's heading; closer where that spares a last page with next to nothing on it."""
_NEXT_TO_NOTHING = 0.25


def render_record(document: RecordDocument, *, invariant: bool = False) -> bytes:
    """The document as a PDF. `invariant` repeats bytes from run to run: for a paper that may be made once more."""
    pages = _lay_out(document, _BETWEEN)
    if len(pages.pages) > 1 and _filled(pages) < _NEXT_TO_NOTHING:
        closer = _lay_out(document, _CLOSER)
        pages = closer if len(closer.pages) < len(pages.pages) else pages
    return draw_document(document, pages, NORMAL, invariant=invariant)


def _lay_out(document: RecordDocument, between: float) -> Pages:
    form = Form(NORMAL)
    form.paragraph(document.forum_name, 13, whole=True)
    form.paragraph([Run(document.title, Face.BOLD)], 22, above=2, whole=True)
    if document.band:
        form.paragraph([Run(document.band, Face.BOLD)], 13, above=4, whole=True)
    form.paragraph(soft(document.made), NORMAL.small, above=4, below=6)
    for note in document.notes:
        form.paragraph(note, above=2, below=4)
    for section in document.sections:
        _add(form, section, between)
    return paginate(form.bands, NORMAL)


def _add(form: Form, section: RecordSection, between: float) -> None:
    """A part under its heading; one that holds nothing says so in the heading's own line."""
    title = Run(section.title, Face.SEMIBOLD)
    if not section.rows:
        form.paragraph(
            [title, aside(f"\u2002{section.empty}")], gap=between, below=2, whole=True, fresh=section.fresh
        )
        return
    form.heading([title], NORMAL.size * 1.3, gap=between, below=2, fresh=section.fresh)
    shares = section.shares or (1.0,) * len(section.headings)
    form.table("", shares, section.headings, section.rows, empty=section.empty, full=True)


def _filled(pages: Pages) -> float:
    """How much of the last page is used, from 0 to 1."""
    last = pages.pages[-1][-1]
    return (NORMAL.ceiling - (last.top - last.band.height)) / (NORMAL.ceiling - NORMAL.floor)
