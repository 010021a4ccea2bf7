"""Looking at packs: counts of every meeting at once, and pages before anything is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.packs import HolderDraft
from app.domain.words import Contents
from app.usecases import copy_ledger, packs
from tests.fixtures import desks, months
from tests.fixtures.months import MEETING, NEXT

HOLDERS = (HolderDraft("Mere Ashcombe", "prisons"), HolderDraft("Det. Sgt Hākopa", "police"))


@pytest.fixture
def month(tmp_path: Path) -> Path:
    return months.new_month(tmp_path / "register")


def test_the_counts_of_all_meetings_are_those_of_each_ledger(month: Path) -> None:
    desk = desks.sit(month)
    assert copy_ledger.count_copies(desk, "CHC") == ()
    order = packs.reserve_copies(desk, MEETING, Contents.AGENDA, HOLDERS, plain=True)
    laid_out = packs.lay_out_pages(desk, MEETING, order)
    packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, _data: None)
    (found,) = copy_ledger.count_copies(desk, "CHC")
    assert found.meeting == MEETING
    assert found.ledger == copy_ledger.show_ledger(desk, MEETING).ledger
    assert (found.ledger.out, found.ledger.reserved) == (1, 1)


def test_a_draft_agenda_can_be_looked_at_and_uses_no_number(month: Path) -> None:
    desk = desks.sit(month)
    seen = packs.preview_pages(desk, NEXT, Contents.AGENDA)
    assert seen.is_draft
    assert any("Draft, not issued" in text for text in seen.texts)
    assert copy_ledger.count_copies(desk, "CHC") == ()


def test_a_pack_cannot_be_looked_at_before_its_agenda_is_issued(month: Path) -> None:
    with pytest.raises(Refused):
        packs.preview_pages(desks.sit(month), NEXT, Contents.PACK)


def test_a_page_becomes_a_picture_and_words_are_found_without_macrons(month: Path) -> None:
    seen = packs.preview_pages(desks.sit(month), MEETING, Contents.PACK, large=True)
    picture = seen.picture(2, 72)
    assert (picture.width in (595, 596), picture.height) == (True, 842)
    assert len(picture.pixels) == picture.stride * picture.height
    assert len(set(picture.pixels)) > 10
    assert seen.find("AGENDA")
    assert not seen.find("nobody of that name")
    assert not seen.find("")
