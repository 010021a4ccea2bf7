"""Disposal: due by class, held, proposed by one and approved by another, and then nothing is left (need A7)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import select

from app import desk as door
from app.desk import Desk
from app.domain.blanking import GONE
from app.domain.case_drafts import PersonDraft
from app.domain.dates import AUCKLAND
from app.domain.disposal import DisposalEvent, DisposalRow, DisposalState
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.meeting import ActionDraft
from app.domain.words import Contents, ExitReason, HighProfileLimb, Role, Service
from app.usecases import (
    agenda,
    backup,
    cases,
    discussion,
    disposal,
    extract,
    figures,
    known,
    meeting,
    minutes,
    packs,
    people,
    search,
    trail,
)
from app.usecases import register as registers
from db.queries.restricted import give_number
from db.tables.meeting import Action
from db.tables.police import ReturnedCell
from db.tables.register import Person
from db.tables.trail import History, Trail, TrailSalt
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.disposed import AUTHORITY, CANARIES, LATER, MEETING, OTHER, PRN, lived, name_authority
from tests.fixtures.extracts import extract_csv, read, row
from tests.fixtures.few_people import OCONNOR, TUTAHI, WATCHED, with_people
from tests.fixtures.made_cases import do
from tests.fixtures.pages import plain_pages
from tests.fixtures.sealed_case import sign_with_own_tools


def _found(desk: Desk) -> set[str]:
    pages = plain_pages(desk.path, bytes(desk.opened.register_key))
    return {name for name, words in CANARIES.items() if words.encode() in pages}


@pytest.fixture
def gone(register: Path) -> tuple[Desk, Desk, DisposalRow]:
    """Administrator, chair and the disposal that is done; before it, every canary is in the file."""
    desk, chair, clock = lived(register)
    assert _found(desk) == set(CANARIES)
    clock.go_to(clock.at + LATER)
    row = disposal.propose_disposal(desk, PRN, "RELEASED")
    return desk, chair, disposal.approve_disposal(chair, str(row.id))


def test_after_a_disposal_no_page_of_the_file_holds_anything_of_them(
    gone: tuple[Desk, Desk, DisposalRow],
) -> None:
    desk, _, row = gone
    assert (row.state, _found(desk)) == (DisposalState.DONE, set())


def test_numbers_that_stood_on_paper_are_never_given_to_somebody_else(register: Path) -> None:
    desk, chair, clock = lived(register)
    given = read(desk, select(Action.id))
    numbered = do(desk, lambda work: _stand_in(work, PRN))
    clock.go_to(clock.at + LATER)
    row = disposal.propose_disposal(desk, PRN, "RELEASED")
    disposal.approve_disposal(chair, str(row.id))
    assert read(desk, select(Action.id)) == []
    assert do(desk, lambda work: _stand_in(work, OTHER)) == numbered + 1
    draft = ActionDraft("Ask again.", Service.PRISONS, "A. Owner", date(2040, 1, 1))
    meeting.schedule_meeting(desk, "CHC", date(2039, 3, 9))
    agenda.issue_agenda(desk, "CHC-2039-03-09")
    meeting.add_action(desk, "CHC-2039-03-09", OTHER, draft)
    assert read(desk, select(Action.id)) == [(max(given)[0] + 1,)]
    assert registers.check_register(desk)


def _stand_in(work: Work, prn: str) -> int:
    person = work.session.scalars(select(Person.id).where(Person.prn == prn)).one()
    return give_number(work.session, "CHC", person, work.seq)


def test_what_stays_is_whole_the_trail_the_seals_and_everybody_else(
    gone: tuple[Desk, Desk, DisposalRow],
) -> None:
    desk, chair, row = gone
    assert [check.check for check in registers.check_register(desk) if not check.ok] == []
    assert trail.verify_trail(chair).ok
    assert cases.show_case(desk, OTHER).prn == OTHER
    with pytest.raises(NotFound):
        cases.show_case(desk, PRN)
    assert search.find_people(desk, "whakatupa").hits == ()
    assert search.find_people(desk, PRN).hits == ()
    said = [each.sentence for each in trail.list_trail(chair)]
    assert any("had records destroyed: somebody disposed of" in each for each in said)
    assert row.counts["cases"] == 1
    assert row.counts["returned_cells"] > 0
    assert read(desk, select(ReturnedCell.id).where(ReturnedCell.theirs.contains("Zebulon"))) == []


def test_frozen_texts_keep_everybody_elses_lines_and_the_hash_that_was_printed(
    gone: tuple[Desk, Desk, DisposalRow],
) -> None:
    desk, chair, row = gone
    view = agenda.see_agenda(desk, MEETING)
    assert view.agenda is not None
    assert [item.prn for item in view.agenda.items if item.surname != GONE] == [OTHER]
    assert view.digest in {each.after for each in row.blanked}
    told = minutes.see_minutes(chair, MEETING)
    assert [item.prn for item in told.document.decisions if item.name != GONE] == [OTHER]
    assert [each.what for each in row.blanked] == [
        f"agenda {MEETING}",
        f"minutes {MEETING}, version 1",
        f"minutes {MEETING}, version 2",
    ]
    assert all(
        len(each.before) == len(each.after) == 96 and each.before != each.after for each in row.blanked
    )
    assert row.mentions == 0


def test_a_meeting_they_were_at_can_still_be_read_and_printed(gone: tuple[Desk, Desk, DisposalRow]) -> None:
    desk, chair, _ = gone
    for contents in Contents:
        if contents in (Contents.PACK, Contents.AGENDA, Contents.MINUTES):
            shown = packs.preview_pages(desk, MEETING, contents)
            assert not [name for name, canary in CANARIES.items() if canary in "".join(shown.texts)]
    assert [each.prn for each in discussion.see_records(chair, MEETING)] == [OTHER, "person 1"]
    assert figures.see_figures(desk, "CHC")
    assert [each.prn for each in cases.list_cases(desk)] == [OTHER]
    assert meeting.list_actions(desk, "CHC") == ()


def test_history_and_salts_of_what_named_them_are_gone_and_those_of_others_stay(
    gone: tuple[Desk, Desk, DisposalRow],
) -> None:
    desk, _, row = gone
    kept = read(desk, select(History.old, History.new))
    assert not [line for line in kept if any(words in str(line) for words in CANARIES.values())]
    salts = {each for (each,) in read(desk, select(TrailSalt.seq))}
    committed = {each: event for each, event in read(desk, select(Trail.seq, Trail.event)) if each in salts}
    assert set(committed.values()) == {"issue_agenda"}
    assert row.counts["trail_salts"] == 1
    bodies = read(desk, select(Trail.body))
    assert not [body for (body,) in bodies if '"salt"' in body]


def test_their_number_goes_to_nobody_else(gone: tuple[Desk, Desk, DisposalRow]) -> None:
    desk, _, disposed = gone
    extract.import_extract(desk, "new.csv", extract_csv([row("0999")]), None)
    cases.enter_person(desk, "CHC", PersonDraft("0998", "New", "Person", date(1990, 1, 1)))
    assert disposed.number not in {
        each for (each,) in read(desk, select(Person.id).where(Person.prn != OTHER))
    }


def test_a_past_day_knows_nothing_of_them_any_more(gone: tuple[Desk, Desk, DisposalRow]) -> None:
    desk, _, _ = gone
    with pytest.raises(NotFound):
        known.show_case_as_known(desk, PRN, date(2026, 11, 20))
    then = known.see_agenda_as_known(desk, MEETING, date(2026, 11, 20)).record
    assert then.agenda is not None
    assert PRN not in {item.prn for item in then.agenda.items} | {row.prn for row in then.agenda.not_listed}


def test_what_the_session_removes_is_still_refused(register: Path) -> None:
    desk = with_people(register)

    def remove(work: Work) -> None:
        work.session.delete(work.session.scalars(select(Person)).first())
        work.session.flush()

    with pytest.raises(Refused, match="cannot be removed"):
        do(desk, remove)


# Who is due, and when.


def test_a_released_persons_time_is_up_on_the_day_and_not_the_day_before(register: Path) -> None:
    desk = with_people(register)
    cases.close_case(desk, TUTAHI, ExitReason.SRD)
    on = date(2036, 11, 17)
    assert [each.prn for each in disposal.due_disposals(desk, on)] == [TUTAHI]
    assert disposal.due_disposals(desk, on - timedelta(days=1)) == ()
    with pytest.raises(Refused, match="due on 17/11/2036, not yet"):
        disposal.propose_disposal(desk, TUTAHI, "RELEASED")
    with pytest.raises(Refused, match="stands under class RELEASED"):
        disposal.propose_disposal(desk, TUTAHI, "ENDED")
    with pytest.raises(NotFound, match="the classes are ENDED, ERROR, LEFT-OUT, RELEASED"):
        disposal.propose_disposal(desk, TUTAHI, "FOREVER")


def test_somebody_never_listed_is_due_when_they_left_the_extract_and_nobody_with_an_open_case(
    register: Path,
) -> None:
    desk = with_people(register)
    extract.import_extract(desk, "later.csv", extract_csv([row("0777", As_at="01/12/2026")]), None)
    due = disposal.due_disposals(desk, date(2028, 12, 1))
    assert {(each.prn, each.class_code, each.event_date) for each in due} >= {
        (WATCHED, "LEFT-OUT", date(2026, 12, 1))
    }
    assert not {TUTAHI, OCONNOR} & {each.prn for each in due}
    with pytest.raises(Refused, match="has an open case"):
        disposal.propose_disposal(desk, TUTAHI, "RELEASED")


def test_a_later_episode_and_the_longer_of_two_times_decide(register: Path) -> None:
    desk = with_people(register)
    chair = desks.sit(register, Role.CHAIR)
    cases.close_case(desk, TUTAHI, ExitReason.ERROR)
    assert [each.class_code for each in disposal.due_disposals(desk, date(2027, 11, 17))] == ["ERROR"]
    cases.open_high_profile(desk, TUTAHI, HighProfileLimb.MEDIA, "again", date(2027, 6, 1))
    cases.close_case(desk, TUTAHI, ExitReason.DIED)
    (row,) = disposal.due_disposals(desk, date(2040, 1, 1))
    assert (row.class_code, row.due) == ("ENDED", date(2036, 11, 17))
    disposal.set_disposal_class(chair, "ended", "Ended otherwise", DisposalEvent.ENDED, 7, "DA 123, class 4")
    (row,) = disposal.due_disposals(desk, date(2040, 1, 1))
    assert row.due == date(2033, 11, 17)


# Holds, and two people.


def _due(register: Path) -> tuple[Desk, Desk, desks.Clock]:
    with_people(register)
    clock = desks.Clock()
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    cases.close_case(desk, TUTAHI, ExitReason.SRD)
    name_authority(chair)
    clock.go_to(clock.at + LATER)
    return desk, chair, clock


def test_nothing_is_destroyed_under_a_class_that_names_no_authority(register: Path) -> None:
    with_people(register)
    clock = desks.Clock()
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    cases.close_case(desk, TUTAHI, ExitReason.SRD)
    clock.go_to(clock.at + LATER)
    row = disposal.propose_disposal(desk, TUTAHI, "RELEASED")
    with pytest.raises(Refused, match=r"Class RELEASED names no disposal authority.*s 18.*nothing was"):
        disposal.approve_disposal(chair, str(row.id))
    assert cases.show_case(desk, TUTAHI).prn == TUTAHI
    stands = next(each for each in disposal.disposal_classes(chair) if each.code == "RELEASED")
    with pytest.raises(Refused, match="still asks for your agency's disposal authority"):
        disposal.set_disposal_class(chair, "RELEASED", "Released", stands.event, stands.years, stands.source)
    name_authority(chair)
    assert disposal.approve_disposal(chair, str(row.id)).authority == AUTHORITY


def test_nothing_is_proposed_or_destroyed_under_a_hold(register: Path) -> None:
    desk, chair, _ = _due(register)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    disposal.hold(desk, TUTAHI, "the coroner asked")
    with pytest.raises(Refused, match="There is a hold"):
        disposal.approve_disposal(chair, number)
    with pytest.raises(Refused, match="held already"):
        disposal.hold(desk, TUTAHI, "again")
    disposal.release_hold(chair, TUTAHI, "the inquest is over")
    held = disposal.list_holds(desk)
    assert [(each.reason, each.released_reason) for each in held] == [
        ("the coroner asked", "the inquest is over")
    ]
    assert disposal.approve_disposal(chair, number).state is DisposalState.DONE
    assert disposal.list_holds(desk) == ()
    with pytest.raises(Refused, match="destroyed already"):
        disposal.approve_disposal(chair, number)


def test_whoever_proposed_does_not_approve_and_an_administrator_never_does(register: Path) -> None:
    desk, chair, _ = _due(register)
    number = str(disposal.propose_disposal(chair, TUTAHI, "RELEASED").id)
    with pytest.raises(Refused, match="Nobody approves a disposal they proposed"):
        disposal.approve_disposal(chair, number)
    with pytest.raises(NotPermitted):
        disposal.approve_disposal(desk, number)
    with pytest.raises(Refused, match="waits for a chair already"):
        disposal.propose_disposal(desk, TUTAHI, "RELEASED")
    declined = disposal.decline_disposal(chair, number, "the class is under review")
    assert (declined.state, declined.decided_reason) == (DisposalState.DECLINED, "the class is under review")
    assert disposal.approve_disposal(chair, str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)).total


def test_nor_does_whoever_proposed_by_new_keys_after_a_forgotten_passphrase(register: Path) -> None:
    desk, chair, clock = _due(register)
    second = "Wiremu Second", "a kettle sings on the stove"
    door.request_access(register, *second, Role.CHAIR, None, stretcher=CheapStretcher())
    people.approve_person(chair, second[0])
    number = str(disposal.propose_disposal(chair, TUTAHI, "RELEASED").id)
    words = "another kettle on the stove"
    door.request_access(register, chair.name, words, None, None, stretcher=CheapStretcher())
    people.propose_reset(desk, chair.name)
    people.approve_person(desks.come_in(register, *second, clock), chair.name)
    with pytest.raises(Refused, match="Nobody approves a disposal they proposed"):
        disposal.approve_disposal(desks.come_in(register, chair.name, words, clock), number)


@pytest.mark.parametrize("wrote", ["another's name", "back what was declined"])
def test_one_person_destroys_nothing_by_a_proposal_that_they_wrote_with_own_tools(
    register: Path, wrote: str
) -> None:
    """The row is sealed by an entry of their own, so that no check tells it."""
    desk, chair, _ = _due(register)
    by = chair if wrote == "another's name" else desk
    row = disposal.propose_disposal(by, TUTAHI, "RELEASED")
    if by is desk:
        disposal.decline_disposal(chair, str(row.id), "not now")
    told = (
        "state = 'proposed', decided_by = NULL, decided_at = NULL, decided_seq = NULL, decided_reason = NULL"
    )
    mine = f"UPDATE disposals SET {told}, proposed_by = '{desk.opened.keys.user_id}'"
    sign_with_own_tools(chair, mine, "propose_disposal")
    with pytest.raises(Refused, match="decline it, and have it proposed anew"):
        disposal.approve_disposal(chair, str(row.id))
    assert cases.show_case(desk, TUTAHI).prn == TUTAHI


def test_a_case_opened_since_stands_in_the_way(register: Path) -> None:
    desk, chair, clock = _due(register)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    review = clock.at.date() + timedelta(days=90)
    cases.open_high_profile(desk, TUTAHI, HighProfileLimb.MEDIA, "again", review)
    with pytest.raises(Refused, match="A case was opened since"):
        disposal.approve_disposal(chair, number)
    assert cases.show_case(desk, TUTAHI).prn == TUTAHI


def test_a_class_that_keeps_longer_by_now_stands_in_the_way(register: Path) -> None:
    desk, chair, _ = _due(register)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    disposal.set_disposal_class(chair, "RELEASED", "Released", DisposalEvent.RELEASED, 25, "DA 123, class 3")
    with pytest.raises(Refused, match="keep these records until 17/11/2051"):
        disposal.approve_disposal(chair, number)


def test_who_stands_on_an_issued_agenda_is_not_destroyed_before_the_meeting_is_closed(register: Path) -> None:
    with_people(register)
    clock = desks.Clock()
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    meeting.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    agenda.issue_agenda(desk, "CHC-2027-02-10")
    cases.close_case(desk, TUTAHI, ExitReason.SRD)
    clock.go_to(clock.at + LATER)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    with pytest.raises(Refused, match="on the agenda of CHC-2027-02-10"):
        disposal.approve_disposal(chair, number)


def test_the_certificate_says_who_what_and_how_much_and_no_name(gone: tuple[Desk, Desk, DisposalRow]) -> None:
    desk, _, row = gone
    made = disposal.print_certificate(desk, str(row.id))
    with pypdfium2.PdfDocument(made.pdf) as pdf:
        words = "".join(page.get_textpage().get_text_range() for page in pdf)
    for told in (
        f"person {row.number}",
        "RELEASED",
        "Mere Ashcombe",
        "Tāmati Chairman",
        "Backups made before",
        AUTHORITY,
    ):
        assert told in words, told
    assert row.checkpoint.split()[0] in words
    assert "enter your agency" not in words
    assert not [name for name, canary in CANARIES.items() if canary in words]


def test_there_is_no_certificate_before_there_is_a_disposal(register: Path) -> None:
    desk, _, _ = _due(register)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    with pytest.raises(Refused, match="nothing was destroyed"):
        disposal.print_certificate(desk, number)
    with pytest.raises(NotFound, match="no disposal number"):
        disposal.print_certificate(desk, "99")


def test_a_backup_made_before_brings_them_back_to_be_destroyed_again(register: Path, tmp_path: Path) -> None:
    desk, chair, clock = _due(register)
    copy = tmp_path / "before.fdbackup"
    backup.back_up(desk, copy)
    number = str(disposal.propose_disposal(desk, TUTAHI, "RELEASED").id)
    person = disposal.approve_disposal(chair, number).number
    name, words = desks.CHAIR
    told = door.restore(
        copy, tmp_path / "new", name, words, present=register, now=clock, stretcher=CheapStretcher()
    )
    day = clock.at.astimezone(AUCKLAND).date()
    assert told.missing.destroyed == ((person, day),)
    assert f"person {person} were destroyed on {day:%d/%m/%Y}" in " ".join(told.missing.sentences())
    again = desks.sit(tmp_path / "new", Role.CHAIR, clock)
    assert cases.show_case(again, TUTAHI).prn == TUTAHI
    (row_of,) = disposal.list_disposals(again)
    assert (row_of.state, row_of.prn) == (DisposalState.AGAIN, TUTAHI)
    assert disposal.approve_disposal(again, str(row_of.id)).state is DisposalState.DONE
    with pytest.raises(NotFound):
        cases.show_case(again, TUTAHI)
    assert all(check.ok for check in registers.check_register(again))
