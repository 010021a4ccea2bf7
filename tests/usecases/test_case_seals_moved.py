"""A restricted case whose texts come to be elsewhere: another's row, another forum's minutes, beside a disposal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.desk import Desk
from app.domain.errors import Refused
from app.domain.meeting import DecisionDraft
from app.domain.police import Sheet
from app.domain.sealed_text import MARK, NOT_OPEN
from app.domain.words import DecisionKind, DisclosureConsidered, ExitReason, Role
from app.usecases import (
    agenda,
    cases,
    discussion,
    disposal,
    meeting,
    minutes,
    police_review,
    restricted,
    transfers,
)
from tests.fixtures import at_table, desks, police_month
from tests.fixtures import kept_case as kept
from tests.fixtures.disposed import LATER, name_authority
from tests.fixtures.kept_case import CLOSED, ISSUED, KEPT, PLAIN, READER
from tests.fixtures.pages import plain_pages
from tests.fixtures.sealed_case import decide_the_others, holders, texts_in

SAID = "Toroa-said-police"


def lost_seal(folder: Path) -> tuple[Desk, str]:
    """A register into which a row without its seal came back, and the exchange."""
    desk = police_month.make_month(desks.new_register(folder))
    sent, data = police_month.send(desk)

    def fill(book: Any) -> None:
        page = book[Sheet.CROSS_REFERENCE.value]
        page.cell(police_month.line_of(page, police_month.ANIWA), 1).value = None
        told = {"Police_answer": "held, relevant", "Information": SAID, "Officer": "Sgt Example"}
        police_month.write(book, Sheet.CROSS_REFERENCE, police_month.ANIWA, **told)

    police_month.take_in(desk, police_month.officer(data, fill))
    return desk, sent.exchange


def in_clear(desk: Desk) -> bool:
    return SAID.encode() in plain_pages(desk.path, bytes(desk.opened.register_key))


def of_police(desk: Desk) -> str:
    """What stands in the rows that came back, as the register holds it."""
    return repr({at: text for at, text in texts_in(desk).items() if at[0].startswith("returned_")})


def test_a_row_that_is_linked_to_a_restricted_person_is_sealed_with_all_its_cells(tmp_path: Path) -> None:
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR)
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name], kept.REASON)
    police_review.link_row(chair, exchange, "x3", police_month.ANIWA)
    assert not in_clear(desk)
    assert SAID in repr(police_review.review_police(desk, exchange))


def test_a_link_that_is_taken_back_takes_no_text_with_it(tmp_path: Path) -> None:
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR)
    police_review.link_row(chair, exchange, "x3", police_month.ANIWA)
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name], kept.REASON)
    assert not in_clear(desk)
    police_review.unlink_row(chair, exchange, "x3")
    assert MARK not in of_police(desk)
    police_review.link_row(chair, exchange, "x3", police_month.HEMI)
    restricted.lift_restriction(chair, police_month.ANIWA, "over")
    assert not any(MARK in text for text in texts_in(desk).values())
    review = repr(police_review.review_police(desk, exchange))
    assert SAID in review
    assert NOT_OPEN not in review


@pytest.mark.parametrize("ends", ["a new key", "lifted"])
def test_a_mark_on_a_row_that_is_somebody_elses_by_now_outlives_its_key(tmp_path: Path, ends: str) -> None:
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR)
    police_review.link_row(chair, exchange, "x3", police_month.ANIWA)
    third = at_table.member(desk, Role.ADMINISTRATOR, "Third Administrator", "CHC")
    blind = at_table.member(desk, Role.CHAIR, "Blind Chair", "CHC")
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name, third.name], kept.REASON)
    restricted.exclude_person(chair, police_month.ANIWA, blind.name, "an aunt")
    police_review.unlink_row(blind, exchange, "x3")
    assert MARK in of_police(desk), "whoever took the link back does not hold the key"
    if ends == "lifted":
        restricted.lift_restriction(chair, police_month.ANIWA, "over")
        assert MARK not in of_police(desk)
    else:
        restricted.exclude_person(chair, police_month.ANIWA, third.name, "a cousin")
    assert SAID in repr(police_review.review_police(desk, exchange))


def test_a_meeting_of_the_forum_that_a_restricted_case_left_can_be_closed_there(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    restricted.restrict_case(admin, KEPT, [READER, admin.name], kept.REASON)
    kept.come_in(admin, Role.ADMINISTRATOR)
    here = kept.come_in(admin, Role.CHAIR)
    transfers.accept_transfer(admin, KEPT)
    decide_the_others(admin)
    assert here.name in holders(admin)
    assert meeting.close_meeting(here, ISSUED).meeting.meeting == ISSUED
    assert here.name not in holders(admin), "its minutes are written: the forum it left needs the key no more"


def test_disposing_of_one_person_leaves_the_texts_of_a_restricted_one_sealed_and_whole(
    tmp_path: Path,
) -> None:
    clock = desks.Clock()
    folder = kept.full_register(tmp_path / "register").folder
    admin, reader = desks.sit(folder, clock=clock), desks.sit(folder, Role.CHAIR, clock)
    other = kept.come_in(admin, Role.CHAIR, clock)
    restricted.restrict_case(admin, KEPT, [READER, admin.name], kept.REASON)
    draft = DecisionDraft(DecisionKind.AGREED, "Korimako-decided", disclosure=DisclosureConsidered.NO)
    decide_the_others(admin)
    discussion.decide_item(admin, ISSUED, KEPT, draft)
    meeting.close_meeting(reader, ISSUED)
    cases.close_case(admin, PLAIN, ExitReason.PAROLE, "released")
    restricted.exclude_person(reader, KEPT, other.name, "an aunt")
    clock.go_to(clock.at + LATER)
    admin, reader = desks.sit(folder, clock=clock), desks.sit(folder, Role.CHAIR, clock)
    other = kept.come_in(admin, Role.CHAIR, clock)
    name_authority(reader)
    row = disposal.propose_disposal(admin, PLAIN, "RELEASED")
    with pytest.raises(Refused, match="hold a restricted case whose texts your keys do not open"):
        disposal.approve_disposal(other, str(row.id))
    disposal.approve_disposal(reader, str(row.id))
    held = texts_in(admin)
    clear = [
        at
        for at, text in held.items()
        if at[0] in ("meetings", "history", "minutes_versions") and "Korimako-decided" in text
    ]
    assert clear == []
    for code in (CLOSED, ISSUED):
        agenda.see_agenda(reader, code)
        minutes.see_minutes(reader, code)
