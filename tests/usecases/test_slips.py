"""A slip for each owner: their own actions, as numbered copies in the ledger (needs M7, K2, K3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.errors import NotPermitted, Refused
from app.domain.meeting import ActionDraft
from app.domain.packs import HolderDraft
from app.domain.words import ActionOutcome, Contents, CopyState, Role, Service
from app.usecases import copy_ledger, disclosure, meeting, packs
from reports.preview import texts_of
from tests.fixtures.at_table import CODE, chair, close, member, sit_down


@pytest.fixture
def desk(register: Path) -> Desk:
    """Three owners, one of them nobody, one with an action that has ended."""
    sitting = sit_down(register)
    for prn, text, service, owner in (
        ("001", "Find a bed", Service.PROBATION, "S. Merrin"),
        ("002", "Ask the provider", Service.PROBATION, "s. merrin"),
        ("001", "Tell the unit", Service.PRISONS, "Hēmi Ngātoro"),
        ("001", "Look again", Service.POLICE, "TBC"),
    ):
        meeting.add_action(sitting, CODE, prn, ActionDraft(text, service, owner, date(2027, 3, 31)))
    ended = meeting.add_action(
        sitting, CODE, "001", ActionDraft("Old", Service.POLICE, "A. Rei", date(2027, 3, 31))
    )
    meeting.settle_action(sitting, str(ended.id), ActionOutcome.DONE)
    return sitting


def test_slips_wait_until_the_meeting_is_closed(desk: Desk) -> None:
    with pytest.raises(Refused, match="not closed"):
        packs.reserve_slips(desk, CODE)


def test_each_owner_gets_one_numbered_slip_with_their_own_actions_alone(desk: Desk) -> None:
    close(desk)
    orders = packs.reserve_slips(desk, CODE, plain=True)
    rows = [row for order in orders for row in order.copies]
    assert [(row.holder, row.numbered) for row in rows] == [
        ("Hēmi Ngātoro", "slip copy 1 of 2"),
        ("S. Merrin", "slip copy 2 of 2"),
    ]
    pages: list[bytes] = []
    for order in orders:
        laid_out = packs.lay_out_pages(desk, CODE, order)
        packs.issue_copy(desk, order.copies[0].code, laid_out, None, lambda _row, data: pages.append(data))
    first, second = (" ".join(" ".join(texts_of(pdf)).split()) for pdf in pages)
    assert "Tell the unit" in first
    assert "Find a bed" not in first
    assert "Find a bed" in second
    assert "Ask the provider" in second
    assert "Copy 2 of 2 – S. Merrin" in second
    counted = copy_ledger.show_ledger(desk, CODE)
    assert counted.ledger.balanced
    assert {row.state for row in counted.copies} == {CopyState.OUT}
    told = [row for row in disclosure.list_disclosures(desk) if "slip" in row.what]
    assert sorted(row.people for row in told) == [1, 2]


def test_numbers_of_slips_go_on_and_one_owner_can_have_another(desk: Desk) -> None:
    close(desk)
    packs.reserve_slips(desk, CODE)
    [order] = packs.reserve_slips(desk, CODE, ("S. MERRIN",))
    assert [(row.number, row.of) for row in order.copies] == [(3, 3)]
    with pytest.raises(Refused, match="Nobody Here owns no open action"):
        packs.reserve_slips(desk, CODE, ("S. Merrin", "Nobody Here"))


def test_slips_are_printed_by_those_who_print_copies_and_no_other_way(desk: Desk) -> None:
    close(desk)
    with pytest.raises(NotPermitted):
        packs.reserve_slips(member(desk, Role.MEMBER), CODE)
    holders = [HolderDraft("S. Merrin", "probation")]
    with pytest.raises(Refused, match="action slips"):
        packs.reserve_copies(chair(desk), CODE, Contents.SLIP, holders)
