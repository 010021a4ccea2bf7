"""A record on paper that is no pack: a certificate, or what was known on a past day (needs A6, A7).

Every page bears its band beside the marking, so that a page on its own cannot be taken for today's record.
"""

from __future__ import annotations

from app.domain.documents import RecordDocument
from reports.flow import Run, paginate
from reports.form import Form, soft
from reports.page import draw_document
from reports.style import NORMAL, Face


def render_record(document: RecordDocument, *, invariant: bool = False) -> bytes:
    """The document as a PDF. `invariant` repeats bytes from run to run and is for tests alone."""
    form = Form(NORMAL)
    form.paragraph(document.forum_name, 13, whole=True)
    form.paragraph([Run(document.title, Face.BOLD)], 22, above=2, whole=True)
    if document.band:
        form.paragraph([Run(document.band, Face.BOLD)], 13, above=4, whole=True)
    form.paragraph(soft(document.made), NORMAL.small, above=4, below=6)
    for note in document.notes:
        form.paragraph(note, above=2, below=4)
    for section in document.sections:
        form.heading([Run(section.title, Face.SEMIBOLD)], NORMAL.size * 1.3, above=12, below=2)
        shares = section.shares or (1.0,) * len(section.headings)
        form.table("", shares, section.headings, section.rows, empty=section.empty, full=True)
    return draw_document(document, paginate(form.bands, NORMAL), NORMAL, invariant=invariant)
