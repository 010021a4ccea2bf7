"""A pack from cover to last page, laid out once for each layout; copies are marked on it later (need K1)."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from msgspec import Struct

from app.domain.dates import show_long_date
from app.domain.documents import PackDocument
from reports import agenda, minutes, qr, slips
from reports.case_sheet import add_case_sheet, sheet_key
from reports.flow import Band, Cell, Pages, Run, paginate
from reports.form import Form, aside, soft, strong
from reports.page import Frame, draw_document
from reports.style import LARGE, MM, NORMAL, Face, Layout

_HANDLING = (
    "This copy is numbered and issued to the person named above. It may be read by that person alone.",
    "Keep it locked away, do not copy or photograph it, do not send it on.",
    "Give it back to the administrator after the meeting: it is counted in and destroyed before a witness.",
    "If it is lost, or somebody else has seen it, tell the administrator at once, at any hour.",
)
_HANDLING_OF_A_SLIP = (
    *_HANDLING[:2],
    "Give it back to the administrator when its actions have ended: it is counted in and destroyed before a witness.",
    _HANDLING[3],
)


class Base(Struct, frozen=True):
    """A laid-out document with room for the marks of a copy; never to be given out as it is.

    Each page's content is four streams: what belongs to a copy (empty), the page, where its part of the
    copy's strip of QRs is shown, what belongs to a copy and a page (empty). `found` holds the page of each
    entry in the outline.
    """

    pdf: bytes
    pages: int
    large: bool
    marking: str
    found: dict[str, int]


def layout_of(large: bool) -> Layout:
    return LARGE if large else NORMAL


def render_pack(document: PackDocument, large: bool = False, *, invariant: bool = False) -> Base:
    """Lay out a pack, an agenda or minutes in the normal layout or in large print (at most two a print).

    `invariant` repeats bytes from run to run and is for tests alone.
    """
    layout = layout_of(large)
    pages = lay_out(document, layout)
    drawn = draw_document(document, pages, layout, invariant=invariant)
    return Base(
        _make_room(drawn, Frame(layout), invariant=invariant),
        len(pages.pages),
        large,
        document.full_marking,
        pages.found,
    )


class Looked:
    """A document laid out to be looked at: a page is drawn when it is wanted, and few of a pack's ever are."""

    def __init__(self, document: PackDocument, large: bool = False) -> None:
        self._document = document
        self._layout = layout_of(large)
        self._pages = lay_out(document, self._layout)

    @property
    def pages(self) -> int:
        return len(self._pages.pages)

    def draw(self, page: int | None = None) -> bytes:
        """One page, from 1, or all of them."""
        return draw_document(self._document, self._pages, self._layout, invariant=False, only=page)


def lay_out(document: PackDocument, layout: Layout) -> Pages:
    """Cover and contents first, then the body; the contents' page numbers take no part in line breaking."""
    body = Form(layout)
    if document.agenda:
        agenda.add_agenda(body, document, document.agenda)
    for sheet in document.case_sheets:
        add_case_sheet(body, sheet)
    if document.minutes:
        minutes.add_minutes(body, document, document.minutes)
    if document.slip:
        slips.add_slip(body, document, document.slip)
    inner = paginate(body.bands, layout)
    front = len(paginate(_front(document, layout, lambda _: 888), layout).pages)
    outer = paginate(_front(document, layout, lambda key: front + inner.found[key]), layout)
    found = {key: front + page for key, page in inner.found.items()}
    return Pages([*outer.pages, *inner.pages], outer.found | found)


def _front(document: PackDocument, layout: Layout, page_of: Callable[[str], int]) -> list[Band]:
    form = Form(layout)
    _title(form, document)
    _about(form, document)
    _contents(form, document, page_of)
    return form.bands


def _title(form: Form, document: PackDocument) -> None:
    """The head of the cover, down to under the box that names the copy."""
    layout = form.layout
    scale = 1.15 if layout.large else 1.0
    form.paragraph(document.forum_name, 15 * scale, key="=Cover", whole=True)
    form.paragraph([Run(document.title, Face.BOLD)], 28 * scale, whole=True)
    form.paragraph(show_long_date(document.meeting_day), 15 * scale, above=2, below=10, whole=True)
    marking = [
        Run(document.full_marking, Face.BOLD),
        Run("\u00a0\u00a0\u00a0\u00a0 "),
        Run(document.endorsement, Face.BOLD) if document.endorsement else Run(""),
    ]
    form.paragraph(marking, 13 * scale, whole=True)
    if document.reader:
        form.paragraph(f"As {document.reader} read it", 11 * scale, above=4, whole=True)
    used = sum(band.height for band in form.bands)
    _, foot, _, _ = Frame(layout).cover_box
    form.space(max(0.0, layout.ceiling - foot - used + 6 * MM))


def _about(form: Form, document: PackDocument) -> None:
    form.row("Handling", form.bullets(_HANDLING_OF_A_SLIP if document.slip else _HANDLING))
    form.row("Meeting", [document.meeting_code])
    if document.made:
        form.row("Made", [document.made])
    form.row("Checkpoint", [strong(document.checkpoint) if document.checkpoint else aside("None was given.")])
    named = "SHA-384 of the minutes" if document.minutes else "SHA-384 of contents"
    form.row(named, [form.para(_grouped(document.content_hash), form.layout.small)])


def _grouped(digest: str) -> Run:
    """A hash in groups of eight, so that two people can compare it aloud."""
    if not digest:
        return aside("None was given.")
    return Run(" ".join(digest[at : at + 8] for at in range(0, len(digest), 8)))


def _contents(form: Form, document: PackDocument, page_of: Callable[[str], int]) -> None:
    entries: list[tuple[str, str, str]] = []
    if document.agenda:
        entries.append(("", "Agenda", agenda.KEY))
    if document.minutes:
        entries.append(("", "Minutes", minutes.KEY))
    if document.slip:
        entries.append(("", "Actions", slips.KEY))
    entries += [(f"{s.position}.", f"{s.name}\u2002{s.prn}", sheet_key(s)) for s in document.case_sheets]
    if document.minutes:
        decisions = document.minutes.decisions
        entries += [(f"{d.position}.", f"{d.name}\u2002{d.prn}", minutes.minute_key(d)) for d in decisions]
    form.heading([strong("Contents")], form.layout.size * 1.3, gap=14, below=4)
    if not entries:
        form.paragraph(aside("This document is empty."))
    _two_columns(form, entries, page_of)


def _two_columns(form: Form, entries: Sequence[tuple[str, str, str]], page_of: Callable[[str], int]) -> None:
    """Entries in two columns read downwards (one column in large print), each with its page."""
    columns = 1 if form.layout.large or len(entries) < 8 else 2
    rows = -(-len(entries) // columns)
    width = (form.layout.width - (columns - 1) * 9 * MM) / columns
    number, page = form.layout.size * 2.1, form.layout.size * 2.4
    for row in range(rows):
        cells: list[Cell] = []
        for column in range(columns):
            at = row + column * rows
            if at >= len(entries):
                continue
            position, words, key = entries[at]
            x = form.left + column * (width + 9 * MM)
            middle = width - number - page - 6
            name, _, prn = words.partition("\u2002")
            runs = [Run(name), soft(f"  {prn}")] if prn else [strong(name)]
            cells += [
                Cell(x, number - 4, form.lines([form.para(soft(position), right=True)], number - 4)),
                Cell(x + number, middle, form.lines([form.para(runs)], middle)),
                Cell(x + width - page, page, form.lines([form.para(str(page_of(key)), right=True)], page)),
            ]
        form.add(Band(tuple(cells), above=0.8, below=0.8, whole=True))


def _make_room(drawn: bytes, frame: Frame, *, invariant: bool) -> bytes:
    """Put room for the marks round each page's own stream, and give all pages one set of resources."""
    import pikepdf  # whoever looks at pages only does without

    out = io.BytesIO()
    with pikepdf.Pdf.open(io.BytesIO(drawn)) as pdf:
        fonts = pdf.pages[0].obj.Resources.Font
        shared = pdf.make_indirect(pikepdf.Dictionary(Font=fonts))
        under = pdf.make_stream(b"")
        for at, page in enumerate(pdf.pages):
            obj = page.obj
            for key in ("/Trans", "/Rotate", "/CropBox", "/ArtBox", "/TrimBox", "/BleedBox"):
                if key in obj:
                    del obj[key]
            obj.Resources = shared
            obj.Contents = pikepdf.Array(
                [
                    under,
                    obj.Contents,
                    pdf.make_stream(_window(frame, at, len(pdf.pages))),
                    pdf.make_stream(b""),
                ]
            )
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            deterministic_id=invariant,
            preserve_pdfa=False,
        )
    return out.getvalue()


def _window(frame: Frame, at: int, pages: int) -> bytes:
    """Shows the page's part (from 0) of the strip of QRs that a copy brings along as /FQ."""
    module = frame.layout.qr / qr.SIDE
    wide, high = qr.CELL * module, qr.CELL * module * pages
    top = frame.qr_foot + frame.layout.qr
    return b"0 g q %.2f %.2f %.3f %.3f re W n %.3f 0 0 %.3f %.2f %.3f cm /FQ Do Q\n" % (
        *(frame.qr_left, frame.qr_foot, frame.layout.qr, frame.layout.qr),
        *(wide, high, frame.qr_left, top + qr.CELL * module * at - high),
    )
