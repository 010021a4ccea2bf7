"""Pages as pictures, from memory: what a person looks at before anything is printed (need K2)."""

from __future__ import annotations

import io
import threading

import pypdfium2
from msgspec import Struct

_ONE_AT_A_TIME = threading.Lock()
"""pdfium keeps state of its own and may be in one call at a time, whichever thread it comes from."""
_POINTS = 72


class Picture(Struct, frozen=True):
    """One page as rows of `stride` bytes, four to a pixel: blue, green, red and one unused."""

    width: int
    height: int
    stride: int
    pixels: bytes


def picture_of(pdf: bytes, page: int, dots: int) -> Picture:
    """Page `page` (from 1) of a plain PDF at `dots` to the inch."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened:
        bitmap = opened[page - 1].render(scale=dots / _POINTS, rev_byteorder=False, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_of(pdf: bytes, page: int | None) -> bytes:
    """One page of a plain PDF, from 1, as a PDF of its own; all of it where none is named."""
    if page is None:
        return pdf
    out = io.BytesIO()
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened, pypdfium2.PdfDocument.new() as alone:
        alone.import_pages(opened, [page - 1])
        alone.save(out)
    return out.getvalue()


def texts_of(pdf: bytes) -> tuple[str, ...]:
    """The words of each page, for finding."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened:
        return tuple(page.get_textpage().get_text_range() for page in opened)


def count_pages(pdf: bytes) -> int:
    """How many pages a plain PDF has."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)
