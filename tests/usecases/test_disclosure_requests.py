"""A disclosure asked for, decided by a chair and made, through the door on a real register (need D1)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app import desk as door
from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.disclosure import UNTOLD
from app.domain.disclosure_request import RequestDraft, RequestRow
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.grounds import read_ground
from app.domain.register import ForumChange
from app.domain.statements import OWN_WORDS, WITHHELD
from app.domain.words import ExitReason, Grade, Handling, RequestState, Role, Service
from app.usecases import (
    agenda,
    cases,
    consents,
    disclosure,
    known,
    meeting,
    people,
    restricted,
    trail,
    transfers,
)
from app.usecases import disclosure_requests as requests
from app.usecases import register as forums
from reports.preview import texts_of
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.few_people import ELSEWHERE, OCONNOR, ROWS, TUTAHI, take_in, with_people
from tests.fixtures.sealed_case import sign_with_own_tools

TODAY = date(2026, 11, 17)
LANDLORD = "Kāinga Ora, Christchurch"


def _draft(ground: str = "f") -> RequestDraft:
    return RequestDraft(
        LANDLORD, "where they will live", read_ground(ground, TODAY), "a tenant next door was threatened"
    )


def _asked(desk: Desk, prn: str = TUTAHI) -> RequestRow:
    return requests.ask_disclosure(desk, prn, _draft(), ["Prison"], ["He starts work on Monday."])


def _somebody(register: Path, role: Role, forum: str = "CHC") -> Desk:
    name, passphrase = f"Wiremu {role.name} {forum}", "a kettle sings on the stove"
    door.request_access(register, name, passphrase, role, forum, stretcher=CheapStretcher())
    people.approve_person(desks.sit(register, Role.CHAIR), name)
    return door.sign_in(register, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def _chair_of_two(register: Path) -> tuple[Desk, Desk, str]:
    """A chair of CHC, the founder who can renew their keys, and words for their next passphrase."""
    return _somebody(register, Role.CHAIR), desks.sit(register, Role.CHAIR), "another kettle on the stove"


def _on_an_agenda(desk: Desk) -> None:
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 2))
    agenda.ask_for_case(desk, "CHC-2026-12-02", TUTAHI, "to be looked at")
    agenda.issue_agenda(desk, "CHC-2026-12-02")


def test_a_request_waits_for_a_chair_with_its_statements_and_its_day(register: Path) -> None:
    row = _asked(with_people(register))
    assert (row.state, row.forum, row.asked_by) == (RequestState.WAITS, "CHC", "Mere Ashcombe")
    assert [(each.heading, each.text, each.soft) for each in row.statements] == [
        ("Prison", "Rolleston", False),
        ("In the forum's words", "He starts work on Monday.", True),
    ]
    assert row.due == date(2026, 12, 15)
    assert requests.list_disclosure_requests(desks.sit(register, Role.CHAIR)) == (row,)


def test_approved_and_made_it_is_in_the_ledger_and_its_letter_tells_what_was_let_go(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    row = requests.decide_disclosure(
        chair, str(row.number), True, "the threat is real", undertaking="shown to nobody else"
    )
    assert (row.state, row.decided_by) == (RequestState.APPROVED, "Tāmati Chairman")
    letter = requests.record_disclosure(desk, str(row.number), "by courier")
    assert (letter.row.state, letter.row.disclosure) == (RequestState.MADE, letter.number)
    (line,) = disclosure.list_disclosures(desk)
    assert (line.recipients, line.fields, line.standing, line.people) == ((LANDLORD,), ("Prison",), False, 1)
    assert line.ground.startswith("IPP 11(1)(f), Privacy Act 2020")
    assert line.sha256 == letter.sha256
    text = " ".join(" ".join(texts_of(letter.pdf)).split())
    for told in (
        LANDLORD,
        "Rolleston",
        "serious threat",
        "shown to nobody else",
        f"Disclosure {letter.number}",
    ):
        assert told in text
    assert "starts work" not in text, "only said, and no chair let it go"
    assert f"Disclosure {letter.number} to {LANDLORD}" in text


def test_a_letter_that_was_lost_is_made_once_more_to_the_byte_and_discloses_nothing_anew(
    register: Path,
) -> None:
    desk = with_people(register)
    row = _asked(desk)
    with pytest.raises(Refused, match="no letter yet"):
        requests.print_letter(desk, str(row.number))
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "needed")
    letter = requests.record_disclosure(desk, str(row.number), "by courier")
    cases.set_case(desk, TUTAHI, owner="Somebody Later")
    again = requests.print_letter(desk, str(row.number))
    (line,) = disclosure.list_disclosures(desk)
    assert again.pdf == letter.pdf
    assert again.sha256 == line.sha256


def test_the_letter_is_the_same_whoever_is_called_otherwise_since(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    requests.decide_disclosure(chair, str(row.number), True, "needed")
    letter = requests.record_disclosure(desk, str(row.number), "by courier")
    renamed = [each.replace("Tūtahi|Xiuying", "Paewai|Xiuying") for each in ROWS]
    take_in(desk, renamed, date(2026, 11, 17))
    forums.set_forum(desk, "CHC", ForumChange(name="Canterbury Forum"))
    other = _somebody(register, Role.ADMINISTRATOR)
    words = "another kettle on the stove"
    door.request_access(register, desk.name, words, None, None, stretcher=CheapStretcher())
    people.propose_reset(other, desk.name)
    people.approve_person(chair, desk.name)
    again = requests.print_letter(other, str(row.number))
    assert "keys until" in again.row.made_by
    assert again.row.surname == "Paewai"
    assert again.pdf == letter.pdf


def test_a_letter_that_would_not_be_the_same_is_not_made(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = with_people(register)
    row = _asked(desk)
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "needed")
    letter = requests.record_disclosure(desk, str(row.number), "by courier")
    monkeypatch.setattr("app.domain.letters.PURPOSE", "As a later program has it.")
    with pytest.raises(Refused, match=letter.sha256):
        requests.print_letter(desk, str(row.number))


def test_a_chair_sees_what_was_only_said_and_may_let_it_go(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    row = requests.decide_disclosure(chair, str(row.number), True, "needed", strike=(1,), let=(2,))
    assert [each.text for each in row.told] == ["He starts work on Monday."]


def test_nobody_decides_on_their_own_request_whatever_their_office(register: Path) -> None:
    with_people(register)
    chair = desks.sit(register, Role.CHAIR)
    row = requests.ask_disclosure(chair, TUTAHI, _draft(), ["Prison"])
    with pytest.raises(NotPermitted, match="your own"):
        requests.decide_disclosure(chair, str(row.number), True, "because")
    assert requests.list_disclosure_requests(chair) == (row,)


def test_nor_by_new_keys_after_a_forgotten_passphrase(register: Path) -> None:
    admin = with_people(register)
    chair, second, words = _chair_of_two(register)
    mine = requests.ask_disclosure(chair, TUTAHI, _draft(), ["Prison"])
    other = _asked(admin)
    requests.propose_statements(chair, str(other.number), ["Unit"])
    door.request_access(register, chair.name, words, None, None, stretcher=CheapStretcher())
    people.propose_reset(admin, chair.name)
    people.approve_person(second, chair.name)
    again = desks.come_in(register, chair.name, words)
    with pytest.raises(NotPermitted, match="your own"):
        requests.decide_disclosure(again, str(mine.number), True, "because")
    with pytest.raises(NotPermitted, match="proposed by you"):
        requests.decide_disclosure(again, str(other.number), True, "because")


def test_an_administrator_does_not_decide_and_a_chair_does_not_record(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    with pytest.raises(NotPermitted, match="Ask a chair"):
        requests.decide_disclosure(desk, str(row.number), True, "because")
    chair = desks.sit(register, Role.CHAIR)
    requests.decide_disclosure(chair, str(row.number), True, "because")
    with pytest.raises(NotPermitted, match="Ask an administrator"):
        requests.record_disclosure(chair, str(row.number), "by hand")
    assert disclosure.list_disclosures(desk) == ()


def test_declined_nothing_can_leave_by_it(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), False, "nobody needs it")
    with pytest.raises(Refused, match="is declined"):
        requests.record_disclosure(desk, str(row.number), "by hand")
    assert disclosure.list_disclosures(desk) == ()


def test_withdrawn_by_whoever_asked_it_is_no_chairs_to_decide(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    assert (
        requests.withdraw_request(desk, str(row.number), "answered by telephone").state
        is RequestState.WITHDRAWN
    )
    with pytest.raises(Refused, match="is withdrawn"):
        requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "because")


@pytest.mark.parametrize("role", [Role.MEMBER, Role.POLICE_LIAISON])
def test_a_member_or_the_liaison_asks_about_people_on_an_agenda_and_sees_their_own_alone(
    register: Path, role: Role
) -> None:
    desk = with_people(register)
    other = _somebody(register, role)
    with pytest.raises(NotPermitted, match="on neither"):
        requests.ask_disclosure(other, TUTAHI, _draft())
    _on_an_agenda(desk)
    _asked(desk)
    mine = requests.ask_disclosure(other, TUTAHI, _draft())
    assert requests.list_disclosure_requests(other) == (mine,)
    with pytest.raises(NotPermitted, match="is not yours"):
        requests.withdraw_request(other, "1", "because")
    assert [row.number for row in requests.list_disclosure_requests(desk)] == [1, 2]


def test_the_liaison_names_no_value_of_a_case_they_may_not_open(register: Path) -> None:
    desk = with_people(register)
    _on_an_agenda(desk)
    liaison = _somebody(register, Role.POLICE_LIAISON)
    with pytest.raises(NotPermitted, match="office proposes"):
        requests.ask_disclosure(liaison, TUTAHI, _draft(), ["Prison"])
    asked = requests.ask_disclosure(liaison, TUTAHI, _draft(), own=["He is known there."])
    row = requests.propose_statements(desk, str(asked.number), ["Prison"])
    assert [each.text for each in row.statements] == ["He is known there.", "Rolleston"]
    (seen,) = requests.list_disclosure_requests(liaison)
    assert [(each.heading, each.text) for each in seen.statements] == [
        (OWN_WORDS, "He is known there."),
        ("Prison", WITHHELD),
    ]
    after = requests.withdraw_request(liaison, str(asked.number), "answered")
    assert "Rolleston" not in repr(after)


def test_another_forums_request_is_neither_seen_nor_touched(register: Path) -> None:
    desk = with_people(register)
    row = requests.ask_disclosure(desk, ELSEWHERE, _draft(), ["Prison"])
    assert row.forum == "HB"
    other = _somebody(register, Role.CHAIR)
    assert requests.list_disclosure_requests(other) == ()
    for typed in (str(row.number), f" {row.number} "):
        with pytest.raises(NotPermitted):
            requests.decide_disclosure(other, typed, True, "because")


def _moved(register: Path) -> tuple[Desk, Desk, RequestRow]:
    """The administrators of CHC and of HB alone, and a request that the chair approved before the case moved."""
    with_people(register)
    here, there = _somebody(register, Role.ADMINISTRATOR), _somebody(register, Role.ADMINISTRATOR, "HB")
    row = _asked(here)
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "needed")
    transfers.propose_transfer(here, TUTAHI, "HB", "moved to Mangaroa")
    transfers.accept_transfer(there, TUTAHI)
    return here, there, row


def test_an_open_request_goes_with_the_case_and_waits_for_the_chair_there(register: Path) -> None:
    here, there, row = _moved(register)
    (seen,) = requests.list_disclosure_requests(there)
    assert (seen.forum, seen.state, seen.decided_by) == ("HB", RequestState.WAITS, "")
    with pytest.raises(NotPermitted):
        requests.record_disclosure(here, str(row.number), "by hand")
    requests.decide_disclosure(_somebody(register, Role.CHAIR, "HB"), str(row.number), True, "needed")
    assert requests.record_disclosure(there, str(row.number), "by hand").row.forum == "HB"


def test_whoever_asked_sees_what_became_of_it_and_nothing_of_a_case_that_is_anothers(register: Path) -> None:
    here, there, row = _moved(register)
    cases.correct_value(there, TUTAHI, "Unit", "Weka", "the unit's list")
    requests.propose_statements(there, str(row.number), ["Unit"])
    with pytest.raises(NotPermitted):
        requests.propose_statements(here, str(row.number), ["Unit"])
    (seen,) = requests.list_disclosure_requests(here)
    assert [each.text for each in seen.statements] == ["Rolleston", "He starts work on Monday.", WITHHELD]
    assert "Weka" not in repr(seen)


def test_a_request_of_a_closed_episode_takes_no_value_from_the_next_one_elsewhere(register: Path) -> None:
    with_people(register)
    here, there = _somebody(register, Role.ADMINISTRATOR), _somebody(register, Role.ADMINISTRATOR, "HB")
    row = _asked(here)
    cases.close_case(here, TUTAHI, ExitReason.CRITERIA)
    moved = [each.replace("|CHC|Rolleston|Kea|", "|HB|Mangaroa|Weka|") for each in ROWS]
    take_in(desks.sit(register), moved, date(2026, 11, 17))
    cases.take_in(desks.sit(register), TUTAHI, "asked about again")
    assert TUTAHI in [each.prn for each in cases.list_cases(there, "HB")]
    with pytest.raises(NotPermitted, match="in HB now"):
        requests.propose_statements(here, str(row.number), ["Unit"])


def test_a_chair_lets_go_nothing_that_they_proposed_themselves(register: Path) -> None:
    row = _asked(with_people(register))
    chair = desks.sit(register, Role.CHAIR)
    requests.propose_statements(chair, str(row.number), ["Unit"])
    with pytest.raises(NotPermitted, match="Statement 3 of request 1 was proposed by you"):
        requests.decide_disclosure(chair, str(row.number), True, "needed")
    after = requests.decide_disclosure(chair, str(row.number), True, "needed", strike=(3,))
    assert [each.heading for each in after.told] == ["Prison"]


def test_what_was_proposed_after_the_chair_looked_is_not_told_unseen(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    (looked,) = requests.list_disclosure_requests(chair)
    requests.propose_statements(desk, str(row.number), ["Unit"])
    with pytest.raises(Refused, match="has 3 statements by now, and 2 were looked at"):
        requests.decide_disclosure(chair, str(row.number), True, "needed", seen=len(looked.statements))


@pytest.mark.parametrize("decided_by", ["the chair", "the one who wrote it"])
def test_nothing_leaves_by_a_decision_that_somebody_wrote_with_own_tools(
    register: Path, decided_by: str
) -> None:
    """The row is sealed by an entry of their own, so that no check tells it."""
    desk = with_people(register)
    row = _asked(desk)
    whose = desks.sit(register, Role.CHAIR) if decided_by == "the chair" else desk
    sign_with_own_tools(
        desk,
        "UPDATE disclosure_requests SET state = 'approved', reason = 'needed', "
        f"decided_at = asked_at, decided_by = '{whose.opened.keys.user_id}'",
        "decide_disclosure",
        subject=f"request {row.number}, person 1",
    )
    with pytest.raises(Refused, match="no chair's decision on request 1"):
        requests.record_disclosure(desk, str(row.number), "by hand")
    assert disclosure.list_disclosures(desk) == ()


def test_what_the_forum_alone_was_told_is_not_proposed_and_no_name_stands_where_none_may(
    register: Path,
) -> None:
    desk = with_people(register)
    for text, grade, handling in (
        ("keeps to himself", Grade.RECORDED, Handling.MINUTED),
        ("heard to threaten", Grade.REPORTED, Handling.DO_NOT_ATTRIBUTE),
        ("for these ears", Grade.PROVEN, Handling.MEMBERS_ONLY),
        ("for the panel", Grade.PROVEN, Handling.FOR_THE_BOARD),
    ):
        cases.add_information(
            desk, OCONNOR, InformationDraft(Service.PRISONS, text, "A. PCO", TODAY, grade, handling)
        )
    offered = requests.offer_statements(desk, OCONNOR)
    said = {each.text: each for each in offered if each.heading.startswith("Said")}
    assert set(said) == {"keeps to himself", "heard to threaten"}
    assert said["heard to threaten"].soft
    assert "risons" not in repr(said["heard to threaten"])
    assert said["keeps to himself"].source == "Prisons, as at 17/11/2026"
    assert "A. PCO" not in repr(offered), "a letter names no member of staff"
    assert all("VNR" not in each.heading for each in offered), "that a victim is registered is told to nobody"


def test_a_request_about_a_restricted_person_is_for_its_readers_alone(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    restricted.restrict_case(chair, TUTAHI, ["Tāmati Chairman"], "a threat to staff")
    seen = requests.list_disclosure_requests(desk)
    assert "Tūtahi" not in repr(seen)
    assert "Rolleston" not in repr(seen)
    assert "Kāinga Ora" not in repr(seen)
    with pytest.raises(NotFound):
        requests.propose_statements(desk, str(row.number), ["Prison"])
    (told,) = requests.list_disclosure_requests(chair)
    assert told.statements[0].text == "Rolleston"


@pytest.mark.parametrize("kept_by", ["a restriction", "an exclusion"])
def test_the_ledger_tells_whoever_is_kept_from_a_case_that_something_left_and_not_to_whom(
    register: Path, kept_by: str
) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    requests.decide_disclosure(chair, str(row.number), True, "needed")
    requests.record_disclosure(desk, str(row.number), "by courier")
    if kept_by == "a restriction":
        restricted.restrict_case(chair, TUTAHI, ["Tāmati Chairman"], "a threat to staff")
    else:
        restricted.exclude_person(chair, TUTAHI, desk.name, "a relative")
    for (line,) in (disclosure.list_disclosures(desk), known.list_disclosures_as_known(desk, TODAY).record):
        assert (line.subject, line.recipients, line.fields) == ("Restricted 1 CHC", (UNTOLD,), ())
    (line,) = disclosure.list_disclosures(chair)
    assert (line.recipients, line.fields) == ((LANDLORD,), ("Prison",))


def test_a_letter_is_made_once_more_while_somebody_else_is_kept_from_its_reader(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    chair = desks.sit(register, Role.CHAIR)
    requests.decide_disclosure(chair, str(row.number), True, "needed")
    letter = requests.record_disclosure(desk, str(row.number), "by courier")
    restricted.restrict_case(chair, OCONNOR, ["Tāmati Chairman"], "a threat to staff")
    assert requests.print_letter(desk, str(row.number)).pdf == letter.pdf


def test_whoever_breaks_the_glass_sees_the_request_for_an_hour(register: Path) -> None:
    clock = desks.Clock()
    _asked(with_people(register))
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    restricted.restrict_case(chair, TUTAHI, ["Tāmati Chairman"], "a threat to staff")
    assert requests.list_disclosure_requests(desk) == ()
    restricted.break_glass(desk, TUTAHI, "the landlord rang, and the chair is away")
    (row,) = requests.list_disclosure_requests(desk)
    assert row.statements[0].text == "Rolleston"
    clock.go_to(clock.at + timedelta(minutes=61))
    assert requests.list_disclosure_requests(desk) == ()


def test_the_trail_names_the_request_and_no_person(register: Path) -> None:
    desk = with_people(register)
    row = _asked(desk)
    requests.decide_disclosure(desks.sit(register, Role.CHAIR), str(row.number), True, "the threat is real")
    requests.record_disclosure(desk, str(row.number), "by courier")
    events = ["ask_disclosure", "decide_disclosure", "record_disclosure"]
    mine = [each for each in trail.list_trail(desk) if each.event in events]
    assert [each.event for each in mine] == events
    for each in mine:
        assert f"request {row.number}" in each.sentence
        assert not any(told in each.body for told in ("Tūtahi", TUTAHI, "Rolleston", LANDLORD))


def test_a_consent_taken_back_after_the_chair_approved_carries_nothing(register: Path) -> None:
    desk = with_people(register)
    chair = desks.sit(register, Role.CHAIR)
    signed = consents.add_consent(desk, TUTAHI, "C.12", "the landlord may know", date(2026, 11, 2))
    draft = replace(_draft("c"), consent=signed.number)
    row = requests.ask_disclosure(desk, TUTAHI, draft, ["Prison"])
    requests.decide_disclosure(chair, str(row.number), True, "they want it told")
    consents.withdraw_consent(desk, TUTAHI, signed.number, "changed their mind")
    with pytest.raises(Refused, match="withdrawn"):
        requests.record_disclosure(desk, str(row.number), "by hand")
    assert disclosure.list_disclosures(desk) == ()


def test_the_persons_own_word_carries_a_disclosure_only_while_their_consent_holds(register: Path) -> None:
    clock = desks.Clock()
    with_people(register)
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    signed = consents.add_consent(
        desk, TUTAHI, "C.12", "the landlord may know the address", date(2026, 11, 2), date(2026, 11, 30)
    )
    draft = replace(_draft("c"), consent=signed.number)
    with pytest.raises(Refused, match="has no consent 99"):
        requests.ask_disclosure(desk, TUTAHI, replace(draft, consent=99))
    first = requests.ask_disclosure(desk, TUTAHI, draft, ["Prison"])
    second = requests.ask_disclosure(desk, TUTAHI, draft, ["Prison"])
    requests.decide_disclosure(chair, str(first.number), True, "they want it told")
    clock.go_to(clock.at + timedelta(days=20))
    with pytest.raises(Refused, match="expired on 30/11/2026"):
        requests.decide_disclosure(chair, str(second.number), True, "they want it told")
    with pytest.raises(Refused, match="expired on 30/11/2026"):
        requests.record_disclosure(desk, str(first.number), "by hand")
    assert disclosure.list_disclosures(desk) == ()
