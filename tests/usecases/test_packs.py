"""Numbered copies: reserved first, confirmed one by one, and always accounted for."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from app.desk import Desk
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.packs import CopyRow, HolderDraft, Settlement
from app.domain.readers import Reader
from app.domain.words import Contents, CopyState, Role
from app.usecases import copy_ledger, disclosure, packs, people, trail
from app.usecases import register as registers
from tests.fixtures import desks, months
from tests.fixtures.months import MEETING, NEXT

HOLDERS = (
    HolderDraft("Mere Ashcombe", "prisons"),
    HolderDraft("Det. Sgt Hākopa", "police"),
    HolderDraft("Ngaio Whittock", "probation", large=True),
)


@pytest.fixture
def month(tmp_path: Path) -> Path:
    return months.new_month(tmp_path / "register")


def _print(
    desk: Desk, contents: Contents = Contents.PACK, passphrase: str | None = None
) -> tuple[list[CopyRow], list[bytes]]:
    order = packs.reserve_copies(desk, MEETING, contents, HOLDERS, plain=passphrase is None)
    laid_out = packs.lay_out_pages(desk, MEETING, order)
    files: list[bytes] = []
    rows = [
        packs.issue_copy(desk, row.code, laid_out, passphrase, lambda _row, data: files.append(data))
        for row in order.copies
    ]
    return rows, files


def _text(data: bytes, passphrase: str | None = None) -> list[str]:
    with pypdfium2.PdfDocument(data, password=passphrase) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_each_holder_gets_a_numbered_copy_that_names_them_on_every_page(month: Path) -> None:
    rows, files = _print(desks.sit(month))
    assert [(row.number, row.of, row.holder) for row in rows] == [
        (number, 3, holder.name) for number, holder in enumerate(HOLDERS, 1)
    ]
    for row, data in zip(rows, files, strict=True):
        pages = _text(data)
        assert len(pages) == row.pages
        for number, page in enumerate(pages, 1):
            assert f"Copy {row.number} of 3 – {row.holder}" in page
            assert f"Page {number} of {row.pages}" in page
            assert page.count("IN CONFIDENCE") >= 2


def test_large_print_has_more_pages_and_the_same_people(month: Path) -> None:
    rows, files = _print(desks.sit(month))
    assert rows[2].pages > rows[0].pages
    assert "Hākopa" in "".join(_text(files[1]))


def test_a_copy_opens_with_its_holders_passphrase_alone(month: Path) -> None:
    _, files = _print(desks.sit(month), passphrase="nine long words to open it")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(files[0]))
    with pikepdf.open(io.BytesIO(files[0]), password="nine long words to open it") as pdf:
        assert pdf.encryption.R == 6


def test_the_ledger_balances_through_the_whole_life_of_the_copies(month: Path) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    first, second, third = (row.code for row in rows)
    assert copy_ledger.return_copies(desk, (first,)).ledger.returned == 1
    assert copy_ledger.destroy_copies(desk, (first,), "Ngaio Whittock").ledger.destroyed == 1
    ledger = copy_ledger.lose_copy(desk, third, "Left on the train; told the chair.").ledger
    assert (ledger.printed, ledger.issued, ledger.void) == (3, 3, 0)
    assert (ledger.out, ledger.returned, ledger.destroyed, ledger.missing) == (1, 0, 1, 1)
    assert ledger.balanced
    assert copy_ledger.trace_code(desk, second).copy.state is CopyState.OUT
    assert all(row.ok for row in registers.check_register(desk))


def test_numbers_are_reserved_before_anything_is_printed_and_never_used_again(month: Path) -> None:
    desk = desks.sit(month)
    order = packs.reserve_copies(desk, MEETING, Contents.PACK, HOLDERS)
    assert copy_ledger.show_ledger(desk, MEETING).ledger.reserved == 3
    packs.void_copies(desk, MEETING, order)
    again, _ = _print(desk)
    assert [row.number for row in again] == [4, 5, 6]
    ledger = copy_ledger.show_ledger(desk, MEETING).ledger
    assert (ledger.printed, ledger.issued, ledger.void, ledger.balanced) == (6, 3, 3, True)


def test_a_copy_whose_file_could_not_be_written_stays_reserved_until_it_is_settled(month: Path) -> None:
    desk = desks.sit(month)
    order = packs.reserve_copies(desk, MEETING, Contents.AGENDA, HOLDERS[:1])
    laid_out = packs.lay_out_pages(desk, MEETING, order)

    def fail(_row: CopyRow, _data: bytes) -> None:
        raise Refused("The disk is full.")

    with pytest.raises(Refused, match="disk is full"):
        packs.issue_copy(desk, order.copies[0].code, laid_out, None, fail)
    assert copy_ledger.show_ledger(desk, MEETING).copies[0].state is CopyState.RESERVED
    settled = copy_ledger.settle_copy(desk, order.copies[0].code, Settlement.UNSURE)
    assert (settled.ledger.missing, settled.ledger.balanced) == (1, True)


def test_a_code_of_any_page_traces_to_its_copy(month: Path) -> None:
    desk = desks.sit(month)
    rows, files = _print(desk)
    last = _text(files[1])[-1]
    code = next(word for word in last.split() if len(word) == 9 and word[4] == "-" and word.isupper())
    traced = copy_ledger.trace_code(desk, code)
    assert (traced.copy.holder, traced.page) == ("Det. Sgt Hākopa", rows[1].pages)


def test_a_mistyped_code_says_which_is_nearest(month: Path) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    typed = ("0" if rows[0].code[0] != "0" else "1") + rows[0].code[1:]
    with pytest.raises(NotFound, match=f"{rows[0].code[:4]}-{rows[0].code[4:]}"):
        copy_ledger.return_copies(desk, (typed,))


def test_a_copy_cannot_be_counted_in_twice(month: Path) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    copy_ledger.return_copies(desk, (rows[0].code,))
    with pytest.raises(Refused, match="already counted in"):
        copy_ledger.return_copies(desk, (rows[0].code,))


def test_a_code_of_another_meeting_is_refused_and_named(month: Path) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    with pytest.raises(Refused, match=f"of the meeting {MEETING}, not of {NEXT}"):
        copy_ledger.return_copies(desk, (rows[0].code,), NEXT)


@pytest.mark.parametrize(("witness", "why"), [("", "witness"), ("mere ashcombe", "cannot witness their own")])
def test_a_destruction_needs_a_witness_other_than_the_one_who_records_it(
    month: Path, witness: str, why: str
) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    copy_ledger.return_copies(desk, (rows[0].code,))
    with pytest.raises(Refused, match=why):
        copy_ledger.destroy_copies(desk, (rows[0].code,), witness)


def test_a_pack_without_an_issued_agenda_is_refused(month: Path) -> None:
    with pytest.raises(Refused, match="issued"):
        packs.reserve_copies(desks.sit(month), NEXT, Contents.PACK, HOLDERS)


def test_minutes_of_a_meeting_that_is_not_closed_are_refused(month: Path) -> None:
    with pytest.raises(Refused, match="not closed"):
        packs.reserve_copies(desks.sit(month), MEETING, Contents.MINUTES, HOLDERS)


def test_an_auditor_holds_no_copy(month: Path) -> None:
    from app import desk as door
    from tests.fixtures.cheap import CheapStretcher

    door.request_access(
        month, "Aroha Auditor", "a kettle sings on the stove", Role.AUDITOR, None, stretcher=CheapStretcher()
    )
    people.approve_person(desks.sit(month, Role.CHAIR), "Aroha Auditor")
    with pytest.raises(Refused, match="auditor and holds no copy"):
        packs.reserve_copies(desks.sit(month), MEETING, Contents.PACK, (HolderDraft("aroha auditor", ""),))


def test_only_administrators_and_the_chair_print(month: Path) -> None:
    from app import desk as door
    from tests.fixtures.cheap import CheapStretcher

    name, passphrase = "Wiremu Pōtiki", "a kettle sings on the stove"
    door.request_access(month, name, passphrase, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(month, Role.CHAIR), name)
    member = door.sign_in(month, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())
    with pytest.raises(NotPermitted):
        packs.reserve_copies(member, MEETING, Contents.PACK, HOLDERS)


def test_copies_of_another_forum_are_not_counted_in_by_their_codes(month: Path) -> None:
    rows, _ = _print(desks.sit(month))
    people.give_role(desks.sit(month, Role.CHAIR), desks.ADMINISTRATOR[0], Role.MEMBER, "CHC")
    mere = desks.sit(month)
    typed = f"{rows[0].code[:4]}-{rows[0].code[4:]}".lower()
    with pytest.raises(NotPermitted, match="as member in CHC"):
        copy_ledger.return_copies(mere, (typed,))
    with pytest.raises(NotPermitted, match="as member in CHC"):
        copy_ledger.destroy_copies(mere, (rows[0].code,), "Ngaio Whittock")
    with pytest.raises(NotPermitted, match="as member in CHC"):
        copy_ledger.trace_code(mere, typed)


def test_the_trail_names_a_copy_by_its_number_and_never_its_holder(month: Path) -> None:
    desk = desks.sit(month)
    rows, _ = _print(desk)
    copy_ledger.return_copies(desk, tuple(row.code for row in rows))
    copy_ledger.trace_code(desk, rows[1].code)
    told = [row.subject + row.body for row in trail.list_trail(desk)]
    assert any("pack copy 2 of 3" in text for text in told)
    assert not any(holder.name in text for holder in HOLDERS[1:] for text in told)


def test_police_get_a_pack_of_their_own_which_the_page_and_the_ledger_tell(month: Path) -> None:
    desk = desks.sit(month)
    _, files = _print(desk)
    members, theirs = (" ".join(" ".join(_text(files[at])).split()) for at in (0, 1))
    assert "As Police read it" in theirs
    assert "As Police read it" not in members
    assert "Not in this copy" in theirs
    assert "Risk, side by side" in members
    assert "Risk, side by side" not in theirs
    hashes = {row.sha256 for row in disclosure.list_disclosures(desk)}
    assert len(hashes) == 2
    assert [(row.what, row.recipients) for row in disclosure.list_disclosures(desk)] == [
        ("pack in numbered copies, as Police read it", ("Det. Sgt Hākopa",)),
        ("pack in numbered copies", ("Mere Ashcombe", "Ngaio Whittock")),
    ]


def test_a_preview_shows_what_the_reader_will_have(month: Path) -> None:
    desk = desks.sit(month)
    whole = packs.preview_pages(desk, MEETING, Contents.PACK)
    theirs = packs.preview_pages(desk, MEETING, Contents.PACK, reader=Reader.POLICE)
    assert whole.find("Risk, side by side")
    assert not theirs.find("Risk, side by side")
