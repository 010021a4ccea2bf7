"""Numbered copies: each bears its own marks on every page, is sealed, and is read back before it leaves."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from reportlab.graphics.barcode import qrencoder

from app.domain.packs import HolderDraft, copy_mark, show_code
from reports import copies, qr
from reports.copies import CopyNotRight, mark_copies, mark_copy
from reports.pack import Base, layout_of, render_pack
from reports.page import Frame
from tests.fixtures import papers
from tests.reports.test_pack import flat, texts


@pytest.fixture(scope="module")
def base() -> Base:
    return render_pack(papers.pack(2), invariant=True)


def test_each_copy_bears_its_own_marks_and_no_other_copys(base: Base) -> None:
    marks = papers.marks(base.pages)
    for mark in marks[:4]:
        pages = [flat(page) for page in texts(mark_copy(base, mark))]
        for at, page in enumerate(pages):
            assert mark.copy_line in page
            assert show_code(mark.page_codes[at]) in page
            for other in marks:
                if other is not mark:
                    assert other.copy_line not in page
                    assert not any(show_code(code) in page for code in other.page_codes)


def test_a_sealed_copy_opens_with_its_holders_passphrase_alone(base: Base) -> None:
    mark = papers.marks(base.pages)[2]
    sealed = mark_copy(base, mark, "kererū kōwhai pounamu", "an owner password")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.Pdf.open(io.BytesIO(sealed))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.Pdf.open(io.BytesIO(sealed), password="kereru kowhai pounamu")
    with pikepdf.Pdf.open(io.BytesIO(sealed), password="kererū kōwhai pounamu") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3
        assert pdf.encryption.string_method == pikepdf.models.EncryptionMethod.aesv3
    assert mark.copy_line in flat(texts(sealed, "kererū kōwhai pounamu")[0])
    assert b"Christchurch" not in sealed
    assert b"HR/HP" not in sealed


def test_twelve_copies_in_one_file_stand_one_after_another(base: Base) -> None:
    marks = papers.marks(base.pages)
    pages = texts(mark_copies(base, marks))
    assert len(pages) == 12 * base.pages
    for at, page in enumerate(pages):
        mark, number = marks[at // base.pages], at % base.pages
        assert mark.copy_line in flat(page)
        assert show_code(mark.page_codes[number]) in page
        assert f"Page {number + 1} of {base.pages}" in flat(page)


def test_a_copy_is_not_made_with_marks_for_another_layout(base: Base) -> None:
    mark = papers.marks(base.pages)[0]
    with pytest.raises(ValueError, match="another layout"):
        mark_copy(base, replace(mark, page_codes=mark.page_codes[1:]))
    with pytest.raises(ValueError, match="another layout"):
        mark_copy(base, replace(mark, large=True))
    with pytest.raises(ValueError, match="owner password"):
        mark_copy(base, mark, "a passphrase")
    with pytest.raises(ValueError, match="at least one"):
        mark_copies(base, [])


def leaves(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The pages as the tree has them now, whatever the library remembers."""

    def under(node: pikepdf.Object) -> list[pikepdf.Object]:
        if node.Type == "/Page":
            return [node]
        return [leaf for kid in node.Kids for leaf in under(kid)]

    return under(pdf.Root.Pages)


@pytest.mark.parametrize(
    ("part", "told"),
    [(0, "copy line, holder and watermark"), (1, "its words"), (2, "its QR's place"), (3, "its page code")],
)
def test_a_copy_that_lost_or_swapped_a_mark_is_never_handed_on(
    base: Base, monkeypatch: pytest.MonkeyPatch, part: int, told: str
) -> None:
    """The fault of a stamping library that drops a mark while it writes, played in the writing step."""
    save = copies._save

    def losing(pdf: pikepdf.Pdf, passphrase: str | None, owner: str) -> bytes:
        leaves(pdf)[-1].Contents[part] = pdf.make_stream(b"q Q")
        return save(pdf, passphrase, owner)

    monkeypatch.setattr(copies, "_save", losing)
    with pytest.raises(CopyNotRight, match=told):
        mark_copy(base, papers.marks(base.pages)[0], "a passphrase", "an owner")
    with pytest.raises(CopyNotRight, match=told):
        mark_copies(base, papers.marks(base.pages)[:3])


def test_a_copy_with_another_copys_qr_is_never_handed_on(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = papers.marks(base.pages)
    monkeypatch.setattr(copies, "_strip_image", lambda pdf, _, make=copies._strip_image: make(
        pdf, qr.strip(marks[1].page_codes)))  # fmt: skip
    with pytest.raises(CopyNotRight, match="its own QR"):
        mark_copy(base, marks[0])


def test_a_copy_with_another_copys_page_is_never_handed_on(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = copies._save

    def swapping(pdf: pikepdf.Pdf, passphrase: str | None, owner: str) -> bytes:
        pages = leaves(pdf)
        first, other = pages[0], pages[base.pages]
        first.Contents, other.Contents = other.Contents, first.Contents
        return save(pdf, passphrase, owner)

    monkeypatch.setattr(copies, "_save", swapping)
    with pytest.raises(CopyNotRight, match="page 1 of copy 1"):
        mark_copies(base, papers.marks(base.pages)[:2])


@pytest.mark.parametrize(
    ("holder", "seen"),
    [
        ("Te Whanganui-ā-Tara Pēhimana-Hōhepa Whakatūpuranga, Āwhina-M", None),
        ("W" * 60, "W" * 20),
        ("Ōtene (relief) \\ 50%", None),
        ("王小明", "[U+738B][U+5C0F][U+660E]"),
        ("Đặng Thị Huyền", None),
        ("Müller-Łukasiewicz", None),
        ("".join(map(chr, range(0x100, 0x178))), "ĀāĂ"),
    ],
)
@pytest.mark.parametrize("large", [False, True])
def test_a_holders_name_is_whole_or_visibly_replaced(holder: str, seen: str | None, large: bool) -> None:
    base = render_pack(papers.agenda_alone(), large)
    mark = copy_mark(
        papers.KEY, "HB/1", HolderDraft(holder, "Oranga Tamariki", large=large), 7, 120, base.pages
    )
    for page in texts(mark_copy(base, mark)):
        assert (seen or holder).replace(" ", "") in "".join(page.split()).replace("\x02", "-")


def test_more_letters_than_a_font_has_codes_are_still_told() -> None:
    base = render_pack(papers.agenda_alone())
    many = "".join(chr(code) for code in range(0xA1, 0x250))
    mark = copy_mark(papers.KEY, "HB/1", HolderDraft(many, "police"), 1, 1, base.pages)
    assert "[U+" in "".join(texts(mark_copy(base, mark))[0].split())


@settings(max_examples=40, deadline=None)
@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=8))
def test_a_qr_is_what_an_independent_encoder_draws(code: str) -> None:
    other = qrencoder.QRCode(1, qrencoder.QRErrorCorrectLevel.H)
    other.addData(qrencoder.QRAlphaNum(code))
    other.makeImpl(False, 2)
    assert qr.modules(code) == tuple("".join("1" if dark else "0" for dark in row) for row in other.modules)


def test_the_printed_qr_has_the_modules_of_its_code(base: Base) -> None:
    """Read from the page's picture, as a camera would: the middle of each module."""
    mark = papers.marks(base.pages)[1]
    document = pypdfium2.PdfDocument(mark_copy(base, mark))
    scale = 4
    for at in (0, base.pages - 1):
        picture = document[at].render(scale=scale, grayscale=True).to_pil()
        frame = Frame(layout_of(False))
        step = frame.layout.qr / 21
        top = picture.height / scale - frame.qr_foot - frame.layout.qr
        seen = tuple(
            "".join(
                "1" if picture.getpixel((int((frame.qr_left + (column + 0.5) * step) * scale),
                                         int((top + (row + 0.5) * step) * scale))) < 128 else "0"
                for column in range(21)
            )
            for row in range(21)
        )  # fmt: skip
        assert seen == qr.modules(mark.page_codes[at])
    document.close()


def test_a_qr_is_for_codes_only() -> None:
    with pytest.raises(ValueError, match="eight letters"):
        qr.modules("not a code")
