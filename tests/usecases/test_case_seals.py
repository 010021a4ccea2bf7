"""A restricted case is sealed under a key of its own: who holds none reads its texts by no tool at all (need A4)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.errors import Damaged, ForumDeskError, Refused
from app.domain.meeting import ActionDraft
from app.domain.plan_drafts import NeedDraft
from app.domain.plan_words import NeedStatus
from app.domain.police import Sheet
from app.domain.register import DamagedRegister, ForumDraft
from app.domain.sealed_text import MARK, NOT_OPEN, REASON_KEPT
from app.domain.words import (
    ActionOutcome,
    Contents,
    ExitReason,
    Grade,
    Handling,
    NeedDomain,
    Role,
    RowState,
    Service,
)
from app.usecases import (
    agenda,
    board,
    case_history,
    cases,
    disclosure_requests,
    disposal,
    extract,
    known,
    meeting,
    minutes,
    outside,
    packs,
    people,
    plan,
    police,
    police_review,
    restricted,
    search,
    sources,
    trail,
    transfers,
)
from app.usecases import register as forums
from db import connect
from tests.fixtures import at_table, desks, police_month
from tests.fixtures import kept_case as kept
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.disposed import LATER, name_authority
from tests.fixtures.kept_case import CLOSED, COMING, ISSUED, KEPT, PLAIN, READER
from tests.fixtures.made_cases import add_case, do
from tests.fixtures.pages import plain_pages
from tests.fixtures.sealed_case import (
    FOLDED,
    IN_CLEAR,
    SEALED,
    decide_the_others,
    found_in,
    holders,
    opens,
    own_tools,
    ring,
    sign_with_own_tools,
    texts_in,
)

PAST = desks.START.date() + timedelta(days=1)
WHY = "The duty chair is ill and the release is tomorrow."
WORDS = "a kettle sings on the stove"


def say(desk: Desk, prn: str = KEPT, words: str = "Tūī-said-later") -> None:
    draft = InformationDraft(
        Service.PRISONS, words, "A. Author", desks.START.date(), Grade.RECORDED, Handling.MINUTED
    )
    cases.add_information(desk, prn, draft)


def test_no_page_of_the_file_holds_a_text_of_a_restricted_case_in_clear(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    assert found_in(admin) >= {*SEALED, *FOLDED}
    kept.keep(admin)
    assert found_in(admin) <= IN_CLEAR
    assert all(check.ok for check in forums.check_register(admin))


def test_its_reader_sees_every_text_of_it_on_screen_on_paper_and_on_a_past_day(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    before = [
        repr(cases.show_case(admin, KEPT)),
        repr(board.see_board(admin, KEPT)),
        repr(minutes.see_minutes(admin, CLOSED)),
        repr(agenda.see_agenda(admin, ISSUED)),
        repr(case_history.case_history(admin, KEPT)),
        repr(disclosure_requests.list_disclosure_requests(admin)),
        repr(known.show_case_as_known(admin, KEPT, PAST)),
        "".join(packs.preview_pages(admin, CLOSED, Contents.PACK).texts),
    ]
    assert all(any(each in told for told in before) for each in SEALED)
    reader = kept.keep(admin)
    after = [
        repr(cases.show_case(reader, KEPT)),
        repr(board.see_board(reader, KEPT)),
        repr(minutes.see_minutes(reader, CLOSED)),
        repr(agenda.see_agenda(reader, ISSUED)),
        repr(case_history.case_history(reader, KEPT)),
        repr(disclosure_requests.list_disclosure_requests(reader)),
        repr(known.show_case_as_known(reader, KEPT, PAST)),
        "".join(packs.preview_pages(reader, CLOSED, Contents.PACK).texts),
    ]
    for was, now in zip(before, after, strict=True):
        assert {each for each in kept.CANARIES if each in was} == {
            each for each in kept.CANARIES if each in now
        }
        assert MARK not in now


def test_what_is_written_later_is_sealed_and_read_by_the_reader(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.name_readers(reader, KEPT, [READER, "Stranger Administrator"])
    editor = kept.come_in(admin, Role.ADMINISTRATOR)
    say(editor, words="Tūīkōkako-said-later")
    cases.set_case(editor, KEPT, Service.PRISONS, "Pīwakawaka-owns-it", None)
    pages = plain_pages(admin.path, bytes(admin.opened.register_key))
    for word in ("Tūīkōkako-said-later", "Pīwakawaka-owns-it", "tuikokako"):
        assert word.encode() not in pages
    told = repr(cases.show_case(reader, KEPT)) + repr(case_history.case_history(reader, KEPT))
    assert "Tūīkōkako-said-later" in told
    assert "Ruru-is-the-owner" in told, "history lost the owner before"
    assert "Pīwakawaka-owns-it" in told


def test_readers_chairs_administrators_and_codes_hold_the_key_and_nobody_else(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    strangers = {role: kept.come_in(admin, role) for role in kept.STRANGERS}
    held = {READER, admin.name, "Stranger Administrator", "Stranger Chair", "codes"}
    assert holders(admin) == held
    assert opens(ring(reader), admin)
    assert opens(ring(admin), admin)
    for role in (Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR):
        assert not opens(ring(strangers[role]), admin), role


def test_a_member_who_is_named_reads_and_holds_the_key(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, member.name])
    assert opens(ring(member), admin)
    assert "Tīeke-was-decided" not in repr(agenda.see_agenda(member, ISSUED))
    assert "Weka-in-the-notes" in repr(cases.show_case(member, KEPT))


def test_a_reader_who_is_taken_off_opens_nothing_with_what_they_kept(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, member.name])
    had = ring(member)
    assert opens(had, admin)
    restricted.name_readers(reader, KEPT, [READER])
    assert not opens(had, admin), "texts stand under the key that the reader kept"
    assert not opens(ring(member), admin)
    assert member.name not in holders(admin)
    assert "Weka-in-the-notes" in repr(cases.show_case(reader, KEPT))
    assert found_in(admin) <= IN_CLEAR


def test_whoever_is_excluded_holds_no_key_even_as_a_chair(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    had = ring(other)
    assert opens(had, admin)
    restricted.exclude_person(reader, KEPT, other.name, "an aunt of theirs")
    assert not opens(had, admin)
    assert not opens(ring(other), admin)
    restricted.end_exclusion(reader, KEPT, other.name, "a mistake of names")
    assert opens(ring(other), admin)


def test_revoking_somebody_ends_their_key_in_the_same_step(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    had = ring(other)
    people.revoke_person(reader, other.name, "left the service")
    assert other.name not in holders(reader)
    assert not opens(had, reader)
    assert "Weka-in-the-notes" in repr(cases.show_case(reader, KEPT))


def test_breaking_the_glass_shows_the_texts_to_who_was_no_reader(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    with pytest.raises(ForumDeskError):
        cases.show_case(admin, KEPT)
    restricted.break_glass(admin, "RESTRICTED-CHC-1", WHY)
    told = repr(cases.show_case(admin, KEPT))
    assert "Weka-in-the-notes" in told
    assert MARK not in told


def test_a_new_chair_gets_the_key_with_the_office(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    new = at_table.member(admin, Role.CHAIR, "Hine Newchair")
    assert opens(ring(new), admin)
    restricted.break_glass(new, "RESTRICTED-CHC-1", WHY)
    assert "Weka-in-the-notes" in repr(cases.show_case(new, KEPT))


def test_a_chair_of_another_forum_holds_no_key_until_the_case_comes_there(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    there = at_table.member(admin, Role.CHAIR, "Hine Hawkesbay", "HB")
    here = kept.come_in(admin, Role.CHAIR)
    assert not opens(ring(there), admin)
    restricted.name_readers(reader, KEPT, [READER, "Stranger Administrator", admin.name])
    transfers.accept_transfer(admin, KEPT)
    assert opens(ring(there), admin)
    had = ring(here)
    decide_the_others(admin)
    meeting.close_meeting(here, ISSUED)
    say(admin, PLAIN)  # whoever closed holds it no more: the next save of a holder seals anew
    assert not opens(had, admin), "the forum it left still opens it"
    assert here.name not in holders(admin)


def test_whoever_the_chair_is_handed_to_holds_the_key_before_they_accept(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    assert not opens(ring(member), admin)
    people.hand_over(reader, member.name, "CHC")
    assert opens(ring(member), admin)


def test_new_keys_after_a_forgotten_passphrase_read_what_the_old_ones_read(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, member.name])
    had = ring(member)
    new = "another kettle sings on the stove"
    door.request_access(admin.folder, member.name, new, None, None, stretcher=CheapStretcher())
    people.propose_reset(admin, member.name)
    people.approve_person(reader, member.name)
    again = desks.come_in(admin.folder, member.name, new)
    assert "Weka-in-the-notes" in repr(cases.show_case(again, KEPT))
    assert not opens(had, admin)


def test_new_keys_do_not_end_an_exclusion(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    member = kept.come_in(admin, Role.MEMBER)
    restricted.name_readers(reader, KEPT, [READER, member.name])
    restricted.exclude_person(reader, KEPT, member.name, "an aunt of theirs")
    new = "another kettle sings on the stove"
    door.request_access(admin.folder, member.name, new, None, None, stretcher=CheapStretcher())
    people.propose_reset(admin, member.name)
    people.approve_person(reader, member.name)
    again = desks.come_in(admin.folder, member.name, new)
    with pytest.raises(ForumDeskError):
        cases.show_case(again, KEPT)
    assert not opens(ring(again), admin)


def test_the_recovery_codes_open_it_when_every_reader_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    admin = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    codes = admin.recovery_codes
    forums.add_forum(admin, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
    do(admin, lambda work: add_case(work, "001"))
    say(admin, "001")
    restricted.restrict_case(admin, "001", [READER], kept.REASON)
    old = desks.sit(folder, Role.CHAIR)
    new = door.recover(
        folder, (codes[0], codes[2]), READER, WORDS, now=desks.Clock(), stretcher=CheapStretcher()
    )
    assert "Tūī-said-later" in repr(cases.show_case(new, "001"))
    assert not opens(ring(old), new)
    assert holders(new) == {READER, admin.name, "codes"}


def test_what_an_extract_changes_is_sealed_and_what_it_repeats_is_no_change(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    heading = "PRN,Surname,Given names,Date of birth,Forum,Prison,Unit,Next hearing date,Offences"
    said = f"{KEPT},{kept.NAME},Whetūmarama,29/02/1980,CHC,Rolleston,Kōwaowao Unit,20/03/2027,"
    for day, offences in ((17, "Takahē-offences"), (18, "Takahē-offences; Kererū-offences")):
        file = "\n".join((heading, said + offences)).encode()
        extract.import_extract(admin, f"{day}.csv", file, date(2026, 11, day))
        told = [line.what for line in case_history.case_history(reader, KEPT)]
        assert ("Offences" in told) is (day == 18)
    pages = plain_pages(admin.path, bytes(admin.opened.register_key))
    assert "Kererū-offences".encode() not in pages
    assert "Kererū-offences" in repr(cases.show_case(reader, KEPT))


def test_lifting_the_restriction_opens_every_text_and_leaves_no_key(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    before = texts_in(admin)
    reader = kept.keep(admin)
    assert any(MARK in value for value in texts_in(admin).values())
    restricted.lift_restriction(reader, KEPT, "the trial is over")
    after = texts_in(admin)
    assert not any(MARK in value for value in after.values())
    assert [at for at, value in before.items() if after[at] != value] == []
    assert holders(admin) == set()
    assert [hit.prn for hit in search.find_people(admin, "weka-in-the-notes").hits] == [KEPT]
    assert agenda.see_agenda(admin, ISSUED).agenda
    assert "Tīeke-was-decided" in repr(minutes.see_minutes(admin, CLOSED))
    assert all(check.ok for check in forums.check_register(admin))


def test_a_restricted_case_is_found_by_name_and_not_by_its_words(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    assert [hit.prn for hit in search.find_people(reader, kept.NAME).hits] == [KEPT]
    assert search.find_people(reader, "weka-in-the-notes").hits == ()


def test_a_change_that_fails_at_its_end_seals_nothing(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    raw = own_tools(admin)
    raw.execute(
        "CREATE TRIGGER no_entry BEFORE INSERT ON trail WHEN NEW.event = 'restrict_case' "
        "BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    raw.close()
    before = texts_in(admin)
    with pytest.raises(Exception, match="no"):
        kept.keep(admin)
    assert texts_in(admin) == before
    assert holders(admin) == set()


def test_two_sealed_texts_that_were_exchanged_are_noticed(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    raw = own_tools(admin)
    raw.execute("UPDATE decisions SET reason = (SELECT text FROM discussions) WHERE reason LIKE '<sealed:%'")
    raw.close()
    with pytest.raises(DamagedRegister, match="table decisions was changed outside"):
        forums.check_register(reader)
    with pytest.raises(Damaged, match="outside"):
        restricted.lift_restriction(reader, KEPT, "the trial is over")


def test_a_mark_that_was_edited_stays_a_mark_and_nothing_breaks(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    raw = own_tools(admin)
    raw.execute("UPDATE service_information SET text = substr(text, 1, 40) || 'AAAA' || substr(text, 45)")
    raw.close()
    assert NOT_OPEN in repr(cases.show_case(reader, KEPT))


def test_a_case_restricted_by_an_older_program_is_sealed_by_the_first_change_of_anybody(
    tmp_path: Path,
) -> None:
    """The rows that an older program left stand here by own tools; a chair accepts them as found."""
    admin = kept.full_register(tmp_path / "register")
    chair = at_table.chair(admin)
    raw = own_tools(admin)
    person, case = raw.execute(
        "SELECT p.id, c.id FROM persons p JOIN cases c ON c.person_id = p.id WHERE p.prn = ?", (KEPT,)
    ).fetchone()
    raw.execute(
        "INSERT INTO restrictions (id, case_id, person_id, reason, at, who, seq) VALUES (1, ?, ?, ?, ?, ?, 1)",
        (case, person, kept.REASON, "2026-11-01 00:00:00.000000", admin.opened.keys.user_id),
    )
    raw.execute("INSERT INTO case_readers VALUES (1, 1, ?, 1, NULL)", (chair.opened.keys.user_id,))
    raw.execute("INSERT INTO stand_in_numbers VALUES (1, 'CHC', 1, ?, 1)", (person,))
    raw.close()
    assert found_in(admin) >= {*SEALED}
    outside.accept_outside(chair, "as the program of last month left it", KEPT)
    assert found_in(admin) <= IN_CLEAR
    assert opens(ring(chair), admin)
    assert "Weka-in-the-notes" in repr(cases.show_case(chair, KEPT))


def test_a_reader_whose_key_is_not_there_yet_reads_a_sentence_and_gets_it_at_the_next_change(
    tmp_path: Path,
) -> None:
    """An exclusion that ends by its last day ends without anybody doing anything."""
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    other = kept.come_in(admin, Role.CHAIR)
    restricted.name_readers(reader, KEPT, [READER, other.name])
    days = [desks.START + timedelta(days=number) for number in range(4)]
    restricted.exclude_person(reader, KEPT, other.name, "an aunt of theirs", days[1].date(), days[2].date())
    say(desks.sit(admin.folder, clock=desks.Clock(days[1])), PLAIN, "nothing to do with it")
    assert not opens(ring(other), admin)
    back = kept.come_in(admin, Role.CHAIR, desks.Clock(days[3]))
    told = repr(cases.show_case(back, KEPT))
    assert NOT_OPEN in told
    assert MARK not in told
    with pytest.raises(Refused, match="restriction cannot be lifted by you"):
        restricted.lift_restriction(back, KEPT, "the trial is over")
    say(desks.sit(admin.folder, clock=desks.Clock(days[3])), PLAIN, "nor has this")
    assert "Weka-in-the-notes" in repr(cases.show_case(back, KEPT))


TAMPERED = {
    "names themselves reader": "INSERT INTO case_readers VALUES (77, 1, '{member}', 1, NULL)",
    "makes themselves chair": "UPDATE roles SET role = 'chair' WHERE user_id = '{member}'",
    "lifts the restriction": "UPDATE restrictions SET lifted_seq = 1",
    "takes an administrator's place": "UPDATE users SET public_unwrap = x'{public}' WHERE user_id = '{admin}'",
    "puts their own half in the key's place": "UPDATE compartments SET public_unwrap = x'{public}' WHERE id > 2",
}


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED.keys())
def test_a_row_that_a_member_wrote_with_own_tools_gives_them_no_text(sql: str, tmp_path: Path) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    raw = own_tools(admin)
    keys = member.opened.keys
    told = {"member": keys.user_id, "public": keys.public_unwrap.hex(), "admin": admin.opened.keys.user_id}
    assert raw.execute(sql.format(**told)).rowcount == 1
    raw.close()
    say(admin, PLAIN, "nothing to do with it")
    with suppress(Damaged):
        say(admin, KEPT)
    assert found_in(admin) <= IN_CLEAR
    assert "Tūī-said-later" not in texts_in(admin).values()
    blind = ring(member)
    for place in blind.places.values():
        place.public = keys.public_unwrap
    assert not opens(blind, admin)
    with pytest.raises(DamagedRegister):
        forums.check_register(reader)


GIVEN_BY_THEMSELVES = {
    "names themselves reader": (
        "INSERT INTO case_readers VALUES (77, 1, '{member}', 1, NULL)",
        "name_readers",
    ),
    "makes themselves chair": ("UPDATE roles SET role = 'chair' WHERE user_id = '{member}'", "accept_office"),
    "lifts the restriction": ("UPDATE restrictions SET lifted_seq = 1", "lift_restriction"),
    "is handed the chair": (
        (
            "INSERT INTO proposals (id, kind, user_id, forum, role, from_date, proposed_by, proposed_at, seq) "
            "VALUES (77, 'hand-over', '{member}', 'CHC', 'chair', '2026-11-16', '{admin}', "
            "'2026-11-16 00:00:00.000000', 1)"
        ),
        "hand_over",
    ),
}


@pytest.mark.parametrize(("sql", "event"), GIVEN_BY_THEMSELVES.values(), ids=GIVEN_BY_THEMSELVES.keys())
def test_a_row_about_themselves_that_a_member_signs_with_own_tools_gives_them_no_key(
    sql: str, event: str, tmp_path: Path
) -> None:
    """Row and entry are as sound as any: no check can tell them from honest ones but by who signed."""
    admin, _reader = kept.restricted_register(tmp_path / "register")
    member = kept.come_in(admin, Role.MEMBER)
    told = {"member": member.opened.keys.user_id, "admin": admin.opened.keys.user_id}
    sign_with_own_tools(member, sql.format(**told), event)
    assert all(check.ok for check in forums.check_register(admin))
    say(admin, PLAIN, "nothing to do with it")
    say(admin)
    assert found_in(admin) <= IN_CLEAR
    assert not opens(ring(member), admin)
    assert member.name not in holders(admin)


def test_an_agenda_is_not_issued_by_somebody_who_cannot_read_all_of_it(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    agenda.ask_for_case(reader, COMING, KEPT, "Tōrea-asked-for-it")
    other = kept.come_in(admin, Role.CHAIR)
    restricted.exclude_person(reader, KEPT, other.name, "an aunt of theirs")
    with pytest.raises(Refused, match="whose texts your keys do not open"):
        agenda.issue_agenda(other, COMING)
    agenda.issue_agenda(admin, COMING)
    assert agenda.see_agenda(other, COMING).agenda
    assert "Tōrea-asked-for-it" in repr(agenda.see_agenda(reader, COMING))
    assert "Tōrea-asked-for-it".encode() not in plain_pages(admin.path, bytes(admin.opened.register_key))


def test_the_trail_says_that_the_case_keeps_the_reason_and_the_case_tells_it(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    restricted.name_readers(reader, KEPT, [READER], "Kākā-was-the-reason")
    told = [row.sentence for row in trail.list_trail(reader)]
    assert any(REASON_KEPT in each for each in told)
    assert not any("Kākā-was-the-reason" in each or kept.REASON in each for each in told)
    assert "Kākā-was-the-reason" in repr(case_history.case_history(reader, KEPT))
    assert trail.verify_trail(reader).ok


def test_disposal_takes_the_key_and_every_wrap_away(register: Path) -> None:
    clock = desks.Clock()
    admin, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    do(admin, lambda work: add_case(work, "001"))
    restricted.restrict_case(admin, "001", [admin.name, chair.name], kept.REASON)
    say(admin, "001")
    cases.close_case(admin, "001", ExitReason.PAROLE, "released as Tūī said")
    assert holders(admin) == {admin.name, chair.name, "codes"}
    clock.go_to(clock.at + LATER)
    name_authority(chair)
    row = disposal.propose_disposal(admin, "001", "RELEASED")
    disposal.approve_disposal(chair, str(row.id))
    assert holders(admin) == set()
    assert not any(MARK in value for value in texts_in(admin).values())
    assert all(check.ok for check in forums.check_register(admin))


def test_a_reason_given_while_the_register_could_only_be_read_is_kept_by_the_case_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a program kept it that still opened sources then; such a look may wait in a profile."""
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "profile"))
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin)
    raw = own_tools(admin)
    about = f"person {raw.execute('SELECT id FROM persons WHERE prn = ?', (KEPT,)).fetchone()[0]}"
    raw.close()
    with monkeypatch.context() as patched:
        patched.setattr(connect, "can_write", lambda _path: False)
        reading = desks.sit(admin.folder, Role.CHAIR)
        with pytest.raises(Refused, match="stands in the trail"):
            sources.open_source(reading, "1", "Kākā-was-the-reason of the inquiry")
        told: dict[str, object] = {"at": reading.now().isoformat(), "event": "open_source", "subject": about}
        reading.looks.keep(told | {"reason": "Kākā-was-the-reason of the inquiry"})
        reading.close()
    chair = desks.sit(admin.folder, Role.CHAIR)
    cases.show_case(chair, PLAIN)
    assert any("open_source" in row.body and REASON_KEPT in row.body for row in trail.list_trail(chair))
    assert "Kākā-was-the-reason".encode() not in plain_pages(admin.path, bytes(admin.opened.register_key))
    assert "Kākā-was-the-reason" in repr(case_history.case_history(chair, KEPT))


def test_a_change_by_somebody_without_the_key_raises_no_drift_in_it(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    programmes = NeedDraft(NeedDomain.PROGRAMMES, NeedStatus.MET, "Tikanga; Matapuna")
    plan.set_need(admin, KEPT, programmes)
    board.tell_board(admin, KEPT)
    member = kept.come_in(admin, Role.MEMBER)
    due = date(2027, 6, 1)
    row = meeting.add_action(admin, ISSUED, PLAIN, ActionDraft("Ring", Service.PRISONS, member.name, due))
    kept.keep(admin)
    meeting.settle_action(member, str(row.id), ActionOutcome.DONE, note="rung")
    raw = own_tools(admin)
    assert raw.execute("SELECT count(*) FROM told_drifts WHERE settled_seq IS NULL").fetchone() == (0,)
    raw.close()


def test_a_workbook_that_was_out_when_the_case_was_restricted_comes_back_through_somebody_without_the_key(
    tmp_path: Path,
) -> None:
    admin = kept.full_register(tmp_path / "register")
    out: list[bytes] = []
    sent = police.export_police(admin, ISSUED, None, out.append)
    restricted.restrict_case(admin, KEPT, [READER, admin.name], kept.REASON)

    sheet = Sheet.CROSS_REFERENCE

    def fill(book: Any) -> None:
        police_month.write(book, sheet, KEPT, Police_answer="held, relevant", Information="Toroa-said-police")

    liaison = kept.come_in(admin, Role.POLICE_LIAISON)
    police.take_in_police(liaison, police_month.officer(out[0], fill), "back.xlsx")
    review = police_review.review_police(admin, sent.exchange)
    assert {row.state for row in review.rows if row.prn == KEPT and row.sheet == sheet} == {RowState.INTACT}
    assert "Toroa-said-police" in repr(review)
    assert b"Toroa-said-police" not in plain_pages(admin.path, bytes(admin.opened.register_key))
