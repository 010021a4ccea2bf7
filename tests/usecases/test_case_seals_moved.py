"""A restricted case whose texts come to be elsewhere: another's row, another forum's minutes, beside a disposal."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.desk import Desk
from app.domain.blanking import GONE
from app.domain.errors import Refused
from app.domain.meeting import DecisionDraft
from app.domain.minutes import minutes_hash
from app.domain.police import Sheet
from app.domain.sealed_text import MARK, NOT_OPEN
from app.domain.words import Contents, DecisionKind, DisclosureConsidered, ExitReason, Role
from app.usecases import (
    agenda,
    cases,
    discussion,
    disposal,
    meeting,
    minutes,
    packs,
    police_links,
    police_review,
    restricted,
    transfers,
)
from app.usecases import register as forums
from db.tables.minutes import CorrectionAsked, MinutesVersion
from db.work import Work
from tests.fixtures import at_table, desks, made_cases, police_month
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
    police_links.link_row(chair, exchange, "x3", police_month.ANIWA)
    assert not in_clear(desk)
    assert SAID in repr(police_review.review_police(desk, exchange))


def test_a_link_that_is_taken_back_takes_no_text_with_it(tmp_path: Path) -> None:
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR)
    police_links.link_row(chair, exchange, "x3", police_month.ANIWA)
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name], kept.REASON)
    assert not in_clear(desk)
    police_links.unlink_row(chair, exchange, "x3")
    assert MARK not in of_police(desk)
    police_links.link_row(chair, exchange, "x3", police_month.HEMI)
    restricted.lift_restriction(chair, police_month.ANIWA, "over")
    assert not any(MARK in text for text in texts_in(desk).values())
    review = repr(police_review.review_police(desk, exchange))
    assert SAID in review
    assert NOT_OPEN not in review


@pytest.mark.parametrize("ends", ["a new key", "lifted"])
def test_a_mark_on_a_row_that_is_somebody_elses_by_now_outlives_its_key(tmp_path: Path, ends: str) -> None:
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR)
    police_links.link_row(chair, exchange, "x3", police_month.ANIWA)
    third = at_table.member(desk, Role.ADMINISTRATOR, "Third Administrator", "CHC")
    blind = at_table.member(desk, Role.CHAIR, "Blind Chair", "CHC")
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name, third.name], kept.REASON)
    restricted.exclude_person(chair, police_month.ANIWA, blind.name, "an aunt")
    police_links.unlink_row(blind, exchange, "x3")
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


def test_minutes_are_corrected_by_the_forum_whose_they_are_also_where_a_case_in_them_has_moved(
    tmp_path: Path,
) -> None:
    """The chair who closed them may not read what was said of a case that is another forum's by now."""
    admin = kept.full_register(tmp_path / "register")
    restricted.restrict_case(admin, KEPT, [READER, admin.name], kept.REASON)
    here = kept.come_in(admin, Role.CHAIR)
    there = at_table.member(admin, Role.CHAIR, "Hana Rei", "HB")
    decide_the_others(admin)
    draft = DecisionDraft(DecisionKind.AGREED, "Korimako-decided", disclosure=DisclosureConsidered.NO)
    discussion.decide_item(admin, ISSUED, KEPT, draft)
    meeting.close_meeting(here, ISSUED)
    transfers.accept_transfer(admin, KEPT)
    assert here.name not in holders(admin)
    items = minutes.see_minutes(here, ISSUED).document.decisions
    place = next(item.position for item in items if item.prn == PLAIN)
    minutes.correct_minutes(here, ISSUED, f"{place}.reason", "As it was put right.", "a slip")
    with pytest.raises(Refused, match="a chair or an administrator of the forum that has the case now"):
        minutes.confirm_minutes(here, ISSUED)
    with pytest.raises(Refused, match="not known yet"):
        packs.reserve_copies(here, ISSUED, Contents.MINUTES, kept.HOLDERS[:1])
    assert "Korimako-decided" not in repr(minutes.see_minutes(here, ISSUED))
    assert b"Korimako-decided" not in plain_pages(admin.path, bytes(admin.opened.register_key))
    read = minutes.see_minutes(admin, ISSUED)
    assert {item.reason for item in read.document.decisions} >= {"Korimako-decided", "As it was put right."}
    meeting.schedule_meeting(there, "HB", date(2027, 6, 9))
    seen = minutes.see_minutes(admin, ISSUED).shown
    assert (seen.version, seen.sha384) == (2, minutes_hash(minutes.see_minutes(admin, ISSUED).text))
    minutes.confirm_minutes(here, ISSUED)
    assert all(check.ok for check in forums.check_register(admin))


def test_what_minutes_said_before_is_sealed_with_what_they_say(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    seen = minutes.see_minutes(admin, CLOSED)
    place = next(item.position for item in seen.document.decisions if item.prn == KEPT)
    minutes.correct_minutes(admin, CLOSED, f"{place}.reason", "Korimako-corrected", "a slip")
    minutes.confirm_minutes(at_table.chair(admin), CLOSED)
    minutes.ask_correction(admin, CLOSED, f"{place}.reason", "Korimako-asked-for", "heard otherwise")

    def remember(work: Work) -> None:
        version = work.session.scalars(select(MinutesVersion).order_by(MinutesVersion.id.desc())).first()
        asked = work.session.scalars(select(CorrectionAsked)).one()
        assert version is not None
        for name in ("text", "changes"):
            work.remember("minutes_versions", version.id, name, getattr(version, name), None)
        work.remember("corrections_asked", asked.id, "text", asked.text, None)

    made_cases.do(admin, remember)
    before = texts_in(admin)
    reader = kept.keep(admin)
    pages = plain_pages(admin.path, bytes(admin.opened.register_key))
    for said in ("Korimako-corrected", "Korimako-asked-for", "Tīeke-was-decided"):
        assert said.encode() not in pages, said
    restricted.lift_restriction(reader, KEPT, "over")
    after = texts_in(admin)
    assert [at for at, text in before.items() if after[at] != text] == []


@pytest.mark.parametrize("reads", [True, False])
def test_disposal_leaves_no_mark_that_nothing_opens_on_somebody_elses_row(
    tmp_path: Path, reads: bool
) -> None:
    clock = desks.Clock()
    desk, exchange = lost_seal(tmp_path / "register")
    chair = desks.sit(desk.folder, Role.CHAIR, clock)
    police_links.link_row(chair, exchange, "x3", police_month.ANIWA)
    blind = at_table.member(desk, Role.CHAIR, "Blind Chair", "CHC")
    restricted.restrict_case(chair, police_month.ANIWA, [chair.name, desk.name], kept.REASON)
    restricted.exclude_person(
        chair, police_month.ANIWA, blind.name, "an aunt", None, desks.START.date() + LATER + timedelta(days=2)
    )
    police_links.unlink_row(blind, exchange, "x3")
    police_links.link_row(blind, exchange, "x3", police_month.HEMI)
    assert MARK in of_police(desk)
    for item in agenda.see_agenda(chair, police_month.MEETING).agenda.items:  # type: ignore[union-attr]
        draft = DecisionDraft(DecisionKind.AGREED, "As discussed.", disclosure=DisclosureConsidered.NO)
        discussion.decide_item(chair, police_month.MEETING, item.prn, draft)
    meeting.close_meeting(chair, police_month.MEETING)
    cases.close_case(desk, police_month.ANIWA, ExitReason.PAROLE, "released")
    clock.go_to(clock.at + LATER)
    admin, chair = desks.sit(desk.folder, clock=clock), desks.sit(desk.folder, Role.CHAIR, clock)
    name_authority(chair)
    row = disposal.propose_disposal(admin, police_month.ANIWA, "RELEASED")
    if not reads:  # a chair whose exclusion ended by its last day: nobody has saved anything since
        clock.go_to(clock.at + timedelta(days=4))
        chair = desks.come_in(desk.folder, blind.name, "a kettle sings on the stove", clock)
    disposal.approve_disposal(chair, str(row.id))
    assert not any(MARK in text for text in texts_in(admin).values())
    assert (SAID if reads else GONE) in of_police(admin)
    assert all(check.ok for check in forums.check_register(admin))


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
