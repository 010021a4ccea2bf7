"""One laid-out document, many numbered copies: mark, encrypt, read back (needs K1, K3; trust.md, Printing).

A copy is never handed on unread: after writing, every page of it is opened again from the written bytes, and
unless it bears exactly its own number, holder and page code, and nothing of another copy, there is no copy.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from math import cos, radians, sin

import pikepdf
from msgspec import Struct

from app.domain.errors import Refused
from app.domain.packs import CopyMark, show_code
from reports import qr
from reports.flow import Para, Run, break_lines
from reports.fonts import MarkFont, mark_font, mark_letters, printable, width_of
from reports.pack import Base, layout_of
from reports.page import DO_NOT_COPY, Frame
from reports.style import MM, PAGE_HEIGHT, PAGE_WIDTH, WATERMARK_GREY, Face

FACE = Face.SEMIBOLD
_SLANT = 55
"""Degrees of the watermark."""


class CopyNotRight(Refused):
    """A written copy does not bear its own marks on every page. It must not leave the program."""


def mark_copy(base: Base, mark: CopyMark, passphrase: str | None = None, owner: str = "") -> bytes:
    """One numbered copy as a PDF, read back before it is returned.

    `passphrase` opens it (AES-256, revision 6); None leaves it plain. `owner` is the owner password, random,
    given by the caller and needed with a passphrase. Raises CopyNotRight when a page lacks its marks.
    """
    if passphrase is not None and (not passphrase or not owner):
        raise ValueError("an encrypted copy needs the holder's passphrase and an owner password")
    plan = _plan(base, (mark,))
    with pikepdf.Pdf.open(io.BytesIO(base.pdf)) as pdf:
        _add_font(pdf, pdf.pages[0].obj.Resources, plan.font)
        bodies = [_common_parts(page.obj) for page in pdf.pages]
        under = _packed(pdf, plan.under[0])
        resources = pdf.pages[0].obj.Resources
        resources.XObject = pikepdf.Dictionary(FQ=_strip_image(pdf, plan.strips[0]))
        for page, marks in zip(pdf.pages, plan.pages[0], strict=True):
            contents = page.obj.Contents
            contents[0] = under
            contents[3] = pdf.make_stream(marks)
        data = _save(pdf, passphrase, owner)
    _read_back(data, base, plan, bodies, passphrase or "")
    return data


def mark_copies(base: Base, marks: Sequence[CopyMark]) -> bytes:
    """All copies one after another in one plain file, for a printer; pages share what they have in common."""
    plan = _plan(base, tuple(marks))
    with pikepdf.Pdf.open(io.BytesIO(base.pdf)) as pdf:
        root = pdf.Root.Pages
        first = pdf.pages[0].obj
        _add_font(pdf, first.Resources, plan.font)
        bodies = [(page.obj.Contents[1], page.obj.Contents[2]) for page in pdf.pages]
        words = [_common_parts(page.obj) for page in pdf.pages]
        branches = []
        for under_bytes, strip, page_marks in zip(plan.under, plan.strips, plan.pages, strict=True):
            under = _packed(pdf, under_bytes)
            branch = pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Pages,
                    Parent=root,
                    Count=base.pages,
                    Resources=pikepdf.Dictionary(
                        Font=first.Resources.Font,
                        XObject=pikepdf.Dictionary(FQ=_strip_image(pdf, strip)),
                    ),
                    MediaBox=first.MediaBox,
                )
            )
            branch.Kids = pikepdf.Array(
                [
                    pdf.make_indirect(
                        pikepdf.Dictionary(
                            Type=pikepdf.Name.Page,
                            Parent=branch,
                            Contents=pikepdf.Array([under, *body, pdf.make_stream(own)]),
                        )
                    )
                    for body, own in zip(bodies, page_marks, strict=True)
                ]
            )
            branches.append(branch)
        for key in ("/Outlines", "/Dests", "/Names", "/PageMode"):
            if key in pdf.Root:
                del pdf.Root[key]
        root.Kids = pikepdf.Array(branches)
        root.Count = base.pages * len(branches)
        data = _save(pdf, None, "")
    _read_back(data, base, plan, words, "")
    return data


# What is drawn


class _Plan(Struct, frozen=True):
    """The bytes that each copy, and each page of each copy, must bear."""

    font: MarkFont
    under: tuple[bytes, ...]
    strips: tuple[bytes, ...]
    pages: tuple[tuple[bytes, ...], ...]


def _plan(base: Base, marks: tuple[CopyMark, ...]) -> _Plan:
    if not marks:
        raise ValueError("a print has at least one copy")
    for mark in marks:
        if len(mark.page_codes) != base.pages or mark.large is not base.large:
            raise ValueError(f"copy {mark.number} has marks for another layout")
    texts = tuple(
        text for mark in marks for text in (mark.holder, mark.service.upper(), mark.service, mark.pack_id)
    )
    font = mark_font(mark_letters(texts, FACE), FACE)
    frame = Frame(layout_of(base.large))
    return _Plan(
        font,
        tuple(_under(mark, font, frame, base.marking) for mark in marks),
        tuple(qr.strip(mark.page_codes) for mark in marks),
        tuple(
            tuple(_on_page(mark, page, font, frame) for page in range(1, base.pages + 1)) for mark in marks
        ),
    )


def _shown(text: str, font: MarkFont) -> str:
    """What of a text the mark font can write; a letter for which no code was left stands as its number."""
    made = printable(text, FACE)
    return "".join(letter if letter in font.codes else f"[U+{ord(letter):04X}]" for letter in made)


def _text(font: MarkFont, size: float, x: float, y: float, words: str) -> bytes:
    return b"BT /FM %.2f Tf %.2f %.2f Td " % (size, x, y) + font.encode(words) + b" Tj ET\n"


def _under(mark: CopyMark, font: MarkFont, frame: Frame, marking: str) -> bytes:
    """What stands on every page of one copy: the watermark under the text, the copy line, the pack's name."""
    return b"q\n%b0 g\n%b%bQ\n" % (
        _watermark(_shown(mark.watermark, font), font),
        _copy_line(_shown(mark.copy_line, font), font, frame, marking),
        _pack_line(_shown(f"Pack {mark.pack_id} · {DO_NOT_COPY}", font), font, frame),
    )


def _watermark(words: str, font: MarkFont) -> bytes:
    wide = width_of(words, FACE)
    size = min(92.0, 225 * MM / wide)
    turn_cos, turn_sin = cos(radians(_SLANT)), sin(radians(_SLANT))
    middle_x, middle_y = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
    along, across = wide * size / 2, size * 0.33
    x = middle_x - along * turn_cos + across * turn_sin
    y = middle_y - along * turn_sin - across * turn_cos
    matrix = b"%.4f %.4f %.4f %.4f %.2f %.2f" % (turn_cos, turn_sin, -turn_sin, turn_cos, x, y)
    return b"%.3f g BT /FM %.2f Tf %b Tm %b Tj ET\n" % (WATERMARK_GREY, size, matrix, font.encode(words))


def _copy_line(words: str, font: MarkFont, frame: Frame, marking: str) -> bytes:
    """Right-aligned at the QR. A line that has no room beside the marking goes one row down, where it has
    the page's width; only there may it shrink, and then break. It is never shortened."""
    size = frame.layout.head_size
    left, right = frame.copy_room(marking)
    if width_of(words, FACE) * size <= right - left:
        return _right(font, size, right, frame.foot_base(0), [words])
    room = right - frame.left - width_of("MMMM-MMMM", FACE) * size
    one_line = size * min(1.0, room / (width_of(words, FACE) * size))
    if one_line >= size * 0.7:
        return _right(font, one_line, right, frame.foot_base(1), [words])
    size, lines = _smallest_cut(words, size * 0.8, room, frame.layout.qr - size * 1.35)
    return _right(font, size, right, frame.foot_base(1), lines)


def _right(font: MarkFont, size: float, right: float, base: float, lines: list[str]) -> bytes:
    return b"".join(
        _text(font, size, right - width_of(line, FACE) * size, base - at * size * 1.15, line)
        for at, line in enumerate(lines)
    )


def _smallest_cut(words: str, size: float, room: float, high: float) -> tuple[float, list[str]]:
    """The words broken into lines at the greatest size, in steps down, at which they fit the height."""
    lines = _broken(words, size, room)
    while len(lines) * size * 1.2 > high and size > 3:
        size *= 0.9
        lines = _broken(words, size, room)
    return size, lines


def _broken(words: str, size: float, room: float) -> list[str]:
    lines = break_lines([Para((Run(words, FACE),), size)], room)
    return ["".join(segment.text for segment in line.segments) for line in lines]


def _pack_line(words: str, font: MarkFont, frame: Frame) -> bytes:
    size = frame.layout.foot_size
    room = frame.right - frame.left
    size = min(size, size * room / (width_of(words, FACE) * size))
    x = (PAGE_WIDTH - width_of(words, FACE) * size) / 2
    return _text(font, size, x, frame.qr_foot - size * 1.5, words)


def _on_page(mark: CopyMark, page: int, font: MarkFont, frame: Frame) -> bytes:
    """What stands on one page of one copy alone: its code; on the cover, the holder."""
    words = show_code(mark.page_codes[page - 1])
    drawn = _text(font, frame.layout.head_size, frame.left, frame.foot_base(1), words)
    if page == 1:
        drawn += _cover_box(mark, font, frame)
    return drawn


def _cover_box(mark: CopyMark, font: MarkFont, frame: Frame) -> bytes:
    """The cover's box: which copy of how many, whose, and the copy's own code."""
    x, foot, wide, high = frame.cover_box
    inside, room = x + 5 * MM, wide - 10 * MM
    drawn = b"0 G q 1.1 w %.2f %.2f %.2f %.2f re S Q\n" % (x, foot, wide, high)
    big = 24.0
    top = foot + high - 6 * MM - big * 0.55
    drawn += _text(font, big, inside, top, f"Copy {mark.number} of {mark.of}")
    code = f"Copy code {show_code(mark.code)}"
    drawn += _text(font, 12, x + wide - 5 * MM - width_of(code, FACE) * 12, top, code)
    holder = _shown(" – ".join(part for part in (mark.holder, mark.service) if part), font)
    size, lines = _smallest_cut(holder, 17.0, room, top - foot - 8 * MM)
    for at, line in enumerate(lines):
        drawn += _text(font, size, inside, top - 5 * MM - size * (0.75 + 1.2 * at), line)
    return drawn


# What is written


def _common_parts(page: pikepdf.Object) -> tuple[bytes, bytes]:
    """What a page has in every copy: its words, and where its QR is shown."""
    return page.Contents[1].read_bytes(), page.Contents[2].read_bytes()


def _strip_image(pdf: pikepdf.Pdf, strip: bytes) -> pikepdf.Stream:
    image = _packed(pdf, strip)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.ImageMask, image.BitsPerComponent = True, 1
    image.Width, image.Height = qr.CELL, len(strip) // (qr.CELL // 8)
    return image


def _packed(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream:
    return pdf.make_stream(zlib.compress(data, 6), Filter=pikepdf.Name.FlateDecode)


def _add_font(pdf: pikepdf.Pdf, resources: pikepdf.Object, font: MarkFont) -> None:
    """The mark font beside the page's own, as a simple TrueType font with its own codes."""
    face = _descriptor_of(font)
    program = _packed(pdf, font.program)
    program.Length1 = len(font.program)
    descriptor = pdf.make_indirect(pikepdf.Dictionary({**face, "/FontFile2": program}))
    unicode_map = _packed(pdf, font.to_unicode)
    resources.Font["/FM"] = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=face["/FontName"],
            FirstChar=0,
            LastChar=len(font.widths) - 1,
            Widths=pikepdf.Array([round(width) for width in font.widths]),
            FontDescriptor=descriptor,
            ToUnicode=unicode_map,
        )
    )


def _descriptor_of(font: MarkFont) -> dict[str, pikepdf.Object | int]:
    measures = font.measures
    return {
        "/Type": pikepdf.Name.FontDescriptor,
        "/FontName": pikepdf.Name(f"/FDMARK+{measures.name}"),
        "/Flags": 4,
        "/FontBBox": pikepdf.Array([round(edge) for edge in measures.box]),
        "/ItalicAngle": 0,
        "/Ascent": round(measures.ascent),
        "/Descent": round(measures.descent),
        "/CapHeight": round(measures.cap_height),
        "/StemV": round(measures.stem),
    }


def _save(pdf: pikepdf.Pdf, passphrase: str | None, owner: str) -> bytes:
    out = io.BytesIO()
    encryption: pikepdf.Encryption | bool = False
    if passphrase is not None:
        allow = pikepdf.Permissions(modify_annotation=False, modify_assembly=False, modify_other=False)
        encryption = pikepdf.Encryption(
            owner=owner, user=passphrase, R=6, aes=True, metadata=True, allow=allow
        )
    pdf.save(
        out,
        encryption=encryption,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=passphrase is None,  # sealed: every stream is its own, and small ones cost time
    )
    return out.getvalue()


# What is read back


def _read_back(
    data: bytes, base: Base, plan: _Plan, bodies: Sequence[tuple[bytes, bytes]], password: str
) -> None:
    """Open the written bytes and compare every part of every page with what it must bear.

    A page has exactly four parts and one image, each compared whole, so that another copy's marks have no
    place to be.
    """
    with pikepdf.Pdf.open(io.BytesIO(data), password=password) as pdf:
        wanted = base.pages * len(plan.under)
        if len(pdf.pages) != wanted:
            raise CopyNotRight(_sentence(f"it has {len(pdf.pages)} pages and not {wanted}"))
        pages = iter(pdf.pages)
        read = _Reader()
        copies = zip(plan.under, plan.strips, plan.pages, strict=True)
        for copy, (under, strip, own) in enumerate(copies, 1):
            seen: set[tuple[int, int]] = set()
            for number, (body, marks) in enumerate(zip(bodies, own, strict=True), 1):
                page = next(pages).obj
                where = f"page {number} of copy {copy} in this print"
                _check_page(page, (under, *body, marks), read, where)
                _check_strip(page, strip, seen, where)
        _check_font(pdf.pages[0].obj, plan.font)


_PARTS = ("its copy line, holder and watermark", "its words", "its QR's place", "its page code")


class _Reader:
    """Reads a stream of the written file once, however many pages share it."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], bytes] = {}

    def __call__(self, stream: pikepdf.Object) -> bytes:
        name = stream.objgen
        if name not in self.known:
            self.known[name] = stream.read_bytes()
        return self.known[name]


def _check_page(page: pikepdf.Object, wanted: tuple[bytes, ...], read: _Reader, where: str) -> None:
    contents = page.get("/Contents", None)
    if not isinstance(contents, pikepdf.Array) or len(contents) != len(wanted):
        raise CopyNotRight(_sentence(f"{where} has not the parts of a page"))
    for part, expected, what in zip(contents, wanted, _PARTS, strict=True):
        if read(part) != expected:
            raise CopyNotRight(_sentence(f"{where} has not {what}"))


def _check_strip(page: pikepdf.Object, strip: bytes, seen: set[tuple[int, int]], where: str) -> None:
    """Compare the copy's strip of QRs once, and that every page of the copy shows that one."""
    image = _resources(page).XObject.FQ
    if image.objgen in seen:
        return
    if seen or image.read_bytes() != strip:
        raise CopyNotRight(_sentence(f"{where} has not its own QR"))
    seen.add(image.objgen)


def _resources(page: pikepdf.Object) -> pikepdf.Object:
    """The page's own resources or those it inherits."""
    while "/Resources" not in page:
        page = page.Parent
    return page.Resources


def _check_font(page: pikepdf.Object, font: MarkFont) -> None:
    """Marks in another font than their own could be read as other letters."""
    written = _resources(page).Font["/FM"]
    program = written.FontDescriptor.FontFile2.read_bytes()
    if program != font.program or written.ToUnicode.read_bytes() != font.to_unicode:
        raise CopyNotRight(_sentence("its marks have lost their letters"))


def _sentence(what: str) -> str:
    return (
        f"A copy was written but {what}; it was thrown away and its number is void; "
        "print again, and tell whoever looks after the program."
    )
