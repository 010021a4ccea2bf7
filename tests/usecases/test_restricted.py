"""Restricting, naming readers, excluding and breaking the glass, through the door (need A4)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.desk import Desk
from app.domain.agenda import NotListed
from app.domain.agenda.facts import NextReason
from app.domain.dates import AUCKLAND
from app.domain.documents import NotListedLine
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.packs import HolderDraft
from app.domain.stand_in import Hidden, StandIn
from app.domain.words import Contents, ExitReason, FlagCode, Role
from app.usecases import (
    agenda,
    cases,
    disclosure,
    known,
    meeting,
    packs,
    police,
    restricted,
    run,
    trail,
    transfers,
)
from reports.preview import texts_of
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import CLOSED, COMING, ISSUED, KEPT, NAME, OTHER, PLAIN, READER, WITHOUT

WHY = "The duty chair is ill and the release is tomorrow."
CODE = "RESTRICTED-CHC-1"


def _sees(desk: Desk) -> bool:
    return any(row.prn == KEPT for row in cases.list_cases(desk, "CHC"))


def test_a_restricted_case_is_opened_by_its_readers_and_by_nobody_else(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    assert not _sees(admin)
    assert _sees(reader)
    assert cases.show_case(reader, KEPT).surname == NAME
    row = restricted.see_readers(reader, KEPT)
    assert [each.name for each in row.readers] == [READER]
    assert (row.label, row.code, row.reason) == ("Restricted 1", CODE, kept.REASON)


def test_readers_are_named_anew_and_the_ones_left_out_see_it_no_longer(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    restricted.name_readers(reader, KEPT, [other.name, admin.name], "the chair changes")
    assert [_sees(desk) for desk in (admin, other, reader)] == [True, True, False]


def test_readers_without_a_chair_in_office_are_refused(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    for names, why in (([admin.name], "No chair"), ([], "Nobody is named"), (["Nobody Here"], "has access")):
        with pytest.raises(Refused, match=why):
            restricted.restrict_case(admin, KEPT, names, kept.REASON)
    with pytest.raises(Refused, match="reason"):
        restricted.restrict_case(admin, KEPT, [READER], " ")
    assert _sees(admin)


def test_a_chair_lifts_a_restriction_and_its_number_stays_its_own(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.lift_restriction(reader, KEPT, "the trial is over")
    assert _sees(admin)
    restricted.restrict_case(admin, PLAIN, [READER], "another")
    assert restricted.restrict_case(admin, KEPT, [READER], "once more").label == "Restricted 1"
    assert restricted.see_readers(reader, PLAIN).label == "Restricted 2"
    with pytest.raises(NotPermitted):
        restricted.lift_restriction(admin, KEPT, "no")


def test_a_new_episode_of_a_restricted_person_is_hidden_too(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    transfers_of = transfers.list_transfers(reader)
    assert [row.prn for row in transfers_of] == [KEPT]
    restricted.name_readers(reader, KEPT, [READER, "Stranger Administrator"])
    editor = kept.come_in(admin, Role.ADMINISTRATOR)
    transfers.withdraw_transfer(editor, KEPT, "no")
    cases.close_case(editor, KEPT, ExitReason.DECLINED)
    assert [row.surname for row in cases.list_cases(admin, "CHC", closed=True)] == ["Restricted 1"]
    cases.take_in(editor, KEPT, "again")
    assert [row.surname for row in cases.list_cases(admin, "CHC")].count("Restricted 1") == 1
    assert not _sees(admin)


def test_an_excluded_reader_sees_the_number_alone_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    restricted.name_readers(reader, KEPT, [READER, other.name])
    first = desks.START.date() + timedelta(days=2)
    restricted.exclude_person(reader, KEPT, other.name, "an aunt of theirs", first, first + timedelta(days=1))
    for days, sees in ((0, True), (1, False), (2, False), (3, True)):
        clock = desks.Clock(desks.START + timedelta(days=days))
        assert _sees(kept.come_in(admin, Role.CHAIR, clock)) is sees, days


def test_the_last_chair_who_reads_a_restricted_case_is_not_excluded_from_it(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    with pytest.raises(Refused, match=f"{READER} is the only chair among the readers"):
        restricted.exclude_person(reader, KEPT, READER, "an aunt of theirs")
    restricted.name_readers(reader, KEPT, [READER, other.name])
    restricted.exclude_person(reader, KEPT, READER, "an aunt of theirs")
    assert _sees(other)


def test_somebody_is_excluded_from_an_ordinary_case(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    assert _sees(other)
    restricted.exclude_person(chair, KEPT, other.name, "went to school together")
    assert (_sees(other), _sees(admin)) == (False, True)
    with pytest.raises(NotFound, match="nobody of that number"):
        restricted.break_glass(other, KEPT, WHY)
    restricted.end_exclusion(chair, KEPT, other.name, "a mistake of names")
    assert _sees(other)


def test_a_pack_is_refused_to_who_is_excluded_from_a_case_on_its_agenda(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    restricted.exclude_person(chair, KEPT, WITHOUT, "a former neighbour")
    holders = [HolderDraft(READER, "probation"), HolderDraft(WITHOUT.upper(), "prisons")]
    for contents in kept.PAPERS:
        with pytest.raises(Refused, match="is excluded from the case of"):
            packs.reserve_copies(admin, CLOSED, contents, holders)
    assert packs.reserve_copies(admin, CLOSED, Contents.PACK, holders[:1]).copies


def test_a_copy_shows_a_restricted_case_to_a_holder_who_reads_it_and_to_no_other(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    for printer, whole in ((reader, {READER}), (admin, set())):
        for contents in kept.PAPERS:
            order = packs.reserve_copies(printer, CLOSED, contents, kept.HOLDERS)
            laid_out = packs.lay_out_pages(printer, CLOSED, order)
            for row in order.copies:
                words = " ".join(texts_of(laid_out.base(row).pdf))
                assert (NAME in words) is (row.holder in whole), (contents, row.holder)
                assert ("Restricted 1" in words) is (row.holder not in whole), (contents, row.holder)


def test_a_slip_of_an_owner_who_is_no_reader_leaves_the_action_out(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    [order] = packs.reserve_slips(reader, CLOSED)
    [document] = order.documents.values()
    assert document.slip is not None
    assert [action.prn for action in document.slip.actions] == [PLAIN]


def test_a_restricted_case_stays_out_of_the_police_workbook_and_is_counted(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    for desk in (admin, reader):
        sent = police.export_police(desk, CLOSED, None, lambda _data: None)
        assert (sent.restricted, sent.people) == (1, 3)


def test_glass_is_broken_for_an_hour_and_told_to_the_readers_and_the_trail(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    clock = desks.Clock()
    other = kept.come_in(admin, Role.ADMINISTRATOR, clock)
    with pytest.raises(Refused, match="sentence"):
        restricted.break_glass(other, CODE, "urgent")
    row = restricted.break_glass(other, CODE, WHY)
    assert _sees(other)
    assert not _sees(admin)
    assert cases.show_case(other, KEPT).surname == NAME
    [mine] = restricted.my_restricted(reader)
    assert [each.who for each in mine.opened] == [other.name]
    events = [each for each in trail.list_trail(reader) if each.event == "break_glass"]
    assert NAME in events[-1].sentence
    assert WHY in events[-1].sentence
    clock.go_to(row.until)
    assert not _sees(other)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR])
def test_glass_is_for_administrators_and_chairs(role: Role, tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    with pytest.raises(NotPermitted):
        restricted.break_glass(kept.come_in(admin, role), CODE, WHY)


def test_glass_is_not_broken_for_what_is_open_or_not_there(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    with pytest.raises(Refused, match="may open this case as it is"):
        restricted.break_glass(reader, KEPT, WHY)
    for prn in (PLAIN, "nobody-has-this", "RESTRICTED-CHC-9", "RESTRICTED-XX-1"):
        with pytest.raises(NotFound, match="nobody of that number"):
            restricted.break_glass(admin, prn, WHY)


def test_an_administrator_does_not_name_readers_by_break_glass_and_a_chair_does(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    restricted.break_glass(admin, CODE, WHY)
    with pytest.raises(NotPermitted, match="by break-glass"):
        restricted.name_readers(admin, KEPT, [READER, admin.name])
    other = kept.come_in(admin, Role.CHAIR)
    restricted.break_glass(other, CODE, WHY)
    restricted.name_readers(other, KEPT, [other.name], "the chair is ill")
    assert _sees(kept.come_in(admin, Role.CHAIR, desks.Clock(desks.START + timedelta(days=1))))


def test_broken_glass_is_told_at_the_next_meeting_until_that_is_closed(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    row = restricted.break_glass(admin, CODE, WHY)
    member = kept.come_in(admin, Role.MEMBER)
    assert restricted.see_keeping(admin, CLOSED).opened == ()
    [told] = restricted.see_keeping(member, COMING).opened
    assert told == replace(row, opens="")
    assert told.sentence.startswith("Restricted 1 was opened by break-glass by")
    assert WHY in told.sentence


def test_whoever_runs_the_meeting_is_told_who_leaves_the_room_for_which_item(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    agenda.issue_agenda(admin, COMING)
    restricted.exclude_person(reader, KEPT, WITHOUT, "a former neighbour")
    restricted.exclude_person(reader, PLAIN, WITHOUT, "a cousin", date(2026, 1, 1), date(2027, 4, 13))
    [line] = restricted.see_keeping(admin, COMING).leaving
    assert (line.label, line.names) == ("Restricted 1", (WITHOUT,))
    [whole] = restricted.see_keeping(reader, COMING).leaving
    assert whole.label == f"{NAME}, Whetūmarama"


def test_a_member_reads_nowhere_who_is_excluded_from_a_case(tmp_path: Path) -> None:
    """A name beside *Restricted 1* would tell a member whose case it may be."""
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    agenda.issue_agenda(admin, COMING)
    restricted.exclude_person(reader, KEPT, WITHOUT, "a former neighbour")
    assert any(WITHOUT in line for line in agenda.see_agenda(reader, COMING).leaving)
    member = kept.come_in(admin, Role.MEMBER)
    seen = restricted.see_keeping(member, COMING)
    assert (seen.leaving, seen.hears) == ((), False)
    assert WITHOUT not in repr(agenda.see_agenda(member, COMING))
    order = packs.reserve_copies(reader, COMING, Contents.AGENDA, kept.HOLDERS[:1])
    assert WITHOUT not in " ".join(
        texts_of(packs.lay_out_pages(reader, COMING, order).base(order.copies[0]).pdf)
    )


def _order(desk: Desk, code: str) -> list[int]:
    made = agenda.see_agenda(desk, code).agenda
    assert made is not None
    return [item.case_id for item in made.items]


def test_a_restricted_case_stands_last_in_its_part_under_one_number_for_everybody(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    before = _order(admin, COMING)
    first = before[0]
    assert cases.show_case(admin, KEPT).case is not None
    reader = kept.keep(admin)
    seen = agenda.see_agenda(admin, COMING).agenda
    assert seen is not None
    assert seen.items[-1].prn == CODE
    assert _order(admin, COMING) == _order(reader, COMING) == [*before[1:], first]
    agenda.issue_agenda(reader, COMING)
    assert _order(admin, COMING) == [*before[1:], first]
    table = run.see_table(admin, COMING)
    assert [each.item.case_id for each in table.cases] == [*before[1:], first]
    restricted.lift_restriction(reader, KEPT, "the trial is over")
    assert _order(reader, "CHC-2027-05-12") != []


def test_a_case_with_somebody_excluded_stands_last_until_its_last_day(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    before = _order(admin, COMING)
    chair = at_table.chair(admin)
    restricted.exclude_person(chair, KEPT, WITHOUT, "a cousin", None, date(2027, 4, 13))
    assert _order(admin, COMING) == before
    restricted.end_exclusion(chair, KEPT, WITHOUT, "longer")
    restricted.exclude_person(chair, KEPT, WITHOUT, "a cousin", None, date(2027, 4, 14))
    assert _order(admin, COMING) == [*before[1:], before[0]]


def test_two_restricted_cases_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    for prn in (OTHER, KEPT):
        restricted.restrict_case(admin, prn, [READER], kept.REASON)
    made = agenda.see_agenda(admin, COMING).agenda
    assert made is not None
    assert [item.surname for item in made.items[-2:]] == ["Restricted 1", "Restricted 2"]


def test_whoever_may_not_be_read_stands_last_among_those_who_are_not_listed(tmp_path: Path) -> None:
    """In a list by day the place alone would tell the day, also in an agenda issued before the restriction."""
    admin = kept.full_register(tmp_path / "register")
    seen = agenda.see_agenda(admin, ISSUED).agenda
    assert seen is not None
    rows = tuple(
        NotListed(case_id, prn, "A", "B", date(2027, 5, 20 + case_id), NextReason.HEARING)
        for case_id, prn in ((1, KEPT), (2, PLAIN), (3, OTHER))
    )
    hidden = Hidden((StandIn(1, KEPT, (), "CHC", 1),), frozenset({1}))
    masked = hidden.mask(replace(seen, not_listed=rows))
    assert [row.prn for row in masked.not_listed] == [PLAIN, OTHER, CODE]
    lines = tuple(NotListedLine("A", row.prn, row.next, "hearing") for row in rows)
    assert [line.prn for line in hidden.mask(lines)] == [PLAIN, OTHER, ""]


def test_the_ledger_counts_the_people_a_pack_shows_and_names_them_as_the_trail_does(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    packs.reserve_copies(reader, CLOSED, Contents.PACK, kept.HOLDERS[:2])
    counted = {row.recipients: row.people for row in disclosure.list_disclosures(reader)[:2]}
    assert counted == {(READER,): 4, (WITHOUT,): 3}
    known.print_as_known(reader, admin.now().astimezone(AUCKLAND).date(), "a court", "an inquest", prn=KEPT)
    told = {desk.name: disclosure.list_disclosures(desk) for desk in (reader, admin)}
    about = {
        name: [row.subject for row in rows if row.subject.endswith(" CHC")] for name, rows in told.items()
    }
    assert about[READER] == [f"{NAME}, Whetūmarama (PRN {KEPT}) CHC"] * 2, (
        "given out, and proposed to another forum"
    )
    assert about[admin.name] == ["Restricted 1 CHC"] * 2
    then = known.list_disclosures_as_known(admin, admin.now().astimezone(AUCKLAND).date()).record
    assert "Restricted 1 CHC" in {row.subject for row in then}


def test_a_case_that_comes_from_another_forum_gets_a_number_there(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.name_readers(reader, KEPT, [READER, "Stranger Administrator", admin.name])
    transfers.accept_transfer(admin, KEPT)
    restricted.name_readers(admin, KEPT, [READER])
    [row] = cases.list_cases(admin, "HB")
    assert (row.prn, row.surname) == ("RESTRICTED-HB-1", "Restricted 1")


def test_a_filter_tells_nothing_of_a_restricted_case(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    assert [row.prn for row in cases.list_cases(admin, "CHC", flag=FlagCode.VNR)] == [KEPT]
    kept.keep(admin)
    assert cases.list_cases(admin, "CHC", flag=FlagCode.VNR) == []


def test_actions_of_a_restricted_case_are_counted_and_not_read(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    whole = meeting.list_actions(admin, "CHC")
    kept.keep(admin)
    masked = meeting.list_actions(admin, "CHC")
    assert len(masked) == len(whole) == 2
    assert [row.text for row in masked if row.prn == CODE] == [""]
