"""A pack on paper: whole words, embedded fonts, right numbers, nothing clipped, nothing blank."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from app.domain.documents import CaseSheetDocument, PackDocument, hash_of
from reports.copies import mark_copy
from reports.flow import Band, Cell, paginate
from reports.form import Form
from reports.pack import Base, lay_out, render_pack
from reports.style import LARGE, NORMAL, PAGE_WIDTH
from tests.fixtures import papers


def texts(pdf: bytes, password: str | None = None) -> list[str]:
    """The text of each page as an independent reader sees it."""
    document = pypdfium2.PdfDocument(pdf, password=password)
    found = []
    for at in range(len(document)):
        page = document[at]
        textpage = page.get_textpage()
        found.append(textpage.get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "-"))
        textpage.close()
        page.close()
    document.close()
    return found


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def finished(document: PackDocument, *, large: bool = False) -> tuple[Base, bytes]:
    base = render_pack(document, large, invariant=True)
    return base, mark_copy(base, papers.marks(base.pages, large=large)[2])


@pytest.fixture(scope="module", params=[False, True], ids=["normal", "large"])
def copy(request: pytest.FixtureRequest) -> tuple[Base, bytes]:
    return finished(papers.pack(4), large=request.param)


def test_every_page_bears_marking_number_holder_page_and_code(copy: tuple[Base, bytes]) -> None:
    base, pdf = copy
    mark = papers.marks(base.pages, large=base.large)[2]
    pages = texts(pdf)
    assert len(pages) == base.pages
    for number, (page, code) in enumerate(zip(pages, mark.page_codes, strict=True), 1):
        page = flat(page)
        assert page.count("TRAINING – IN CONFIDENCE") >= 2, "the marking stands at the head and at the foot"
        assert mark.copy_line in page
        assert f"Page {number} of {base.pages}" in page
        assert f"{code[:4]}-{code[4:]}" in page
        assert "return to the administrator after the meeting" in page
        assert "Christchurch HR/HP Forum" in page
        assert "Meeting 10/03/2027" in page
        assert "COPY 3" in page


def test_a_real_pack_is_not_marked_training() -> None:
    _, pdf = finished(papers.pack(1, training=False))
    for page in texts(pdf):
        assert "TRAINING" not in page
        assert "IN CONFIDENCE" in page


def test_words_come_out_whole_with_their_macrons(copy: tuple[Base, bytes]) -> None:
    everything = flat(" ".join(texts(copy[1])))
    for words in (
        "FAʻALEO, Hēmi",
        "Ngātoro, Wiremu Āpirana",
        "O’Connor",
        "Ngā mihi",
        "Tā moko",
        "Kōwhai Street",
    ):
        assert words in everything, words


def test_the_cover_says_what_this_is_and_whose(copy: tuple[Base, bytes]) -> None:
    cover = flat(texts(copy[1])[0])
    for words in (
        "Agenda pack",
        "Wednesday 10 March 2027",
        "ACCOUNTABLE MATERIAL",
        "Copy 3 of 12",
        "S. Merrin 3",
    ):
        assert words in cover, words
    front = flat(" ".join(texts(copy[1])[:3]))
    assert "7KQM2 9XW4D" in front, "the checkpoint in its short form"
    assert "5f5f5f5f 5f5f5f5f" in front, "the hash of the contents"


def test_the_contents_name_the_page_each_case_begins_on(copy: tuple[Base, bytes]) -> None:
    base, pdf = copy
    pages = texts(pdf)
    front = flat(" ".join(pages[: base.found["=Agenda"] - 1]))
    for key, page in base.found.items():
        if key[1:2].isdigit():
            prn = key[key.index("(") + 1 : -1]
            assert re.search(rf"{prn} {page}\b", front), key
            assert f"PRN {prn}" in flat(pages[page - 1])
            assert "continued" not in pages[page - 1]


def test_every_part_of_a_forums_form_is_there_in_its_order() -> None:
    base, pdf = finished(papers.pack(1))
    sheet = flat(" ".join(texts(pdf)[base.found["=1. FAʻALEO, Hēmi (96100037)"] - 1 :]))
    parts = (
        "Other names", "Prison", "Physical marks", "Why on the list", "Dates", "anchor", "Sentence", "Offences",
        "Previous offending", "Risk, side by side", "Flags", "External orders", "held, cannot share", "What changed",
        "From prisons", "From probation", "Nothing from psychological services yet.", "From police", "Addresses",
        "Release plan", "Missing at issue", "Actions", "Notes",
    )  # fmt: skip
    places = [sheet.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_a_case_of_which_nothing_is_known_says_so_in_words() -> None:
    document = replace(papers.pack(1), agenda=None, case_sheets=(CaseSheetDocument(1, "Rua, Tame", "7"),))
    page = flat(texts(finished(document)[1])[-1])
    for words in (
        "No other name is recorded.", "date of birth not recorded", "No date is recorded.", "No flag is raised.",
        "No service has recorded a risk rating.", "Not asked: no partner was asked yet.", "No anchor date",
        "No meeting has closed yet", "No address is proposed yet.", "No action is open.", "No need is recorded yet.",
    ):  # fmt: skip
        assert words in page, words


def test_all_fonts_are_embedded_and_none_is_reportlabs_own(copy: tuple[Base, bytes]) -> None:
    with pikepdf.Pdf.open(io.BytesIO(copy[1])) as pdf:
        fonts = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font"
        ]
        assert len(fonts) >= 5
        for font in fonts:
            assert "SourceSansPro" in str(font.BaseFont)
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_a_readers_program_is_told_title_and_language(copy: tuple[Base, bytes]) -> None:
    with pikepdf.Pdf.open(io.BytesIO(copy[1])) as pdf:
        assert str(pdf.Root.Lang) == "en-NZ"
        assert str(pdf.docinfo["/Title"]) == "Agenda pack – Christchurch HR/HP Forum – 10/03/2027"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("large", [False, True])
def test_awkward_people_fit_on_paper(large: bool) -> None:
    _, pdf = finished(papers.awkward_pack(), large=large)
    everything = flat(" ".join(texts(pdf)))
    assert "Reason number 40 of forty" in everything
    assert "Statement 59." in everything
    assert "Check 69" in everything
    assert "[U+738B]" in everything, "a letter the typeface lacks stands as its number"
    assert "ēmi" in everything, "what came decomposed is composed"
    assert len(re.findall(r"\bstatement\.", everything)) == 600
    assert "\u202e" not in everything


@pytest.mark.parametrize("layout", [NORMAL, LARGE], ids=["normal", "large"])
@pytest.mark.parametrize("document", [papers.pack(3), papers.awkward_pack(), papers.minutes()])
def test_nothing_is_drawn_outside_its_column_or_page(document: PackDocument, layout: object) -> None:
    from reports.fonts import width_of

    chosen = LARGE if layout is LARGE else NORMAL
    for page in lay_out(document, chosen).pages:
        foot = chosen.ceiling
        for band, top in page:
            assert top <= foot + 0.01, "bands do not overlap"
            foot = top - band.height
            for cell in band.cells:
                for line in cell.lines:
                    for segment in line.segments:
                        end = segment.dx + width_of(segment.text, segment.face) * segment.size
                        assert end <= cell.width + 0.1, segment.text
                        assert cell.x + end <= PAGE_WIDTH - chosen.side + 0.1
        assert foot >= chosen.floor - 0.1, "the foot is kept free"


def test_a_heading_never_stands_alone_at_a_pages_foot() -> None:
    form = Form(NORMAL)
    lines = form.lines(["words"], 400)
    row = Band((Cell(60, 400, lines),))
    heading = replace(row, keep=True, whole=True, key="=heading")
    fit = int((NORMAL.ceiling - NORMAL.floor) / row.height)
    result = paginate([*[row] * (fit - 1), heading, row], NORMAL)
    assert [len(page) for page in result.pages] == [fit - 1, 2]
    assert result.found["=heading"] == 2


def test_an_agenda_of_nothing_is_still_an_agenda() -> None:
    everything = flat(" ".join(texts(finished(papers.agenda_alone())[1])))
    assert "No case is on this agenda" in everything
    assert "No chair is named" in everything
    assert "0 cases considered: 0 listed, 0 not listed." in everything


def test_an_agenda_over_its_time_says_by_how_much() -> None:
    assert "16 min of 10 min: 6 min over." in flat(" ".join(texts(finished(papers.awkward_pack())[1])))


def test_minutes_give_each_decision_its_reason_and_what_was_missing() -> None:
    everything = flat(" ".join(texts(finished(papers.minutes())[1])))
    for words in (
        "Agreed with changes", "Because: The address is verified", "Police: We would have waited", "None was recorded.",
        "Why it was on", "There for it", "Earlier actions", "review set by the meeting", "Rei, Hana",
        "SHA-384 of the minutes",
        "Disclosure considered", "criteria changed", "Hāre, Tama", "Closed 10/03/2027 12:41", "Quorum", "abababab",
    ):  # fmt: skip
        assert words in everything, words


def test_the_hash_is_of_the_words_and_not_of_itself() -> None:
    document = papers.pack(2)
    assert hash_of(document) == hash_of(replace(document, content_hash="x", checkpoint="y"))
    assert hash_of(document) != hash_of(replace(document, title="Agenda"))
    assert len(hash_of(document)) == 96


def test_the_same_document_gives_the_same_bytes_when_asked_to() -> None:
    document = papers.pack(1)
    assert render_pack(document, invariant=True).pdf == render_pack(document, invariant=True).pdf


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_poppler_reads_the_same_words(copy: tuple[Base, bytes], tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copy[1])
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    assert read.stderr == b""
    assert "Ngātoro, Wiremu Āpirana" in flat(read.stdout.decode())
    assert read.stdout.decode().count("Copy 3 of 12") >= copy[0].pages


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(copy: tuple[Base, bytes], tmp_path: Path) -> None:
    file = tmp_path / "copy.pdf"
    file.write_bytes(copy[1])
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
