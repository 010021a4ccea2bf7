"""Finding people through the door."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import desk as door
from app.domain.errors import NotPermitted, Refused
from app.domain.search import Rung, SearchResult
from app.domain.words import AliasKind, FlagCode, Role
from app.usecases import agenda, cases, meeting, people, plan, search
from db import trail
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.few_people import ELSEWHERE, FORMULA, OCONNOR, TUTAHI, WATCHED, with_people

NAME, PASSPHRASE = "Wiremu Pōtiki", "a kettle sings on the stove"


def _prns(found: SearchResult) -> list[str]:
    return [hit.prn for hit in found.hits]


def _somebody(folder: Path, role: Role, forum: str | None) -> door.Desk:
    door.request_access(folder, NAME, PASSPHRASE, role, forum, stretcher=CheapStretcher())
    people.approve_person(desks.sit(folder, Role.CHAIR), NAME)
    return door.sign_in(folder, NAME, PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher())


@pytest.mark.parametrize(
    ("text", "prns"),
    [
        ("tutahi", [TUTAHI, ELSEWHERE]),
        ("TŪT", [TUTAHI, ELSEWHERE]),
        ("Tu\u0304tahi xiu", [TUTAHI]),
        ("Tuutahi", [TUTAHI, ELSEWHERE]),
        ("xiuying, tūtahi", [TUTAHI]),
        ("nguyen", [TUTAHI]),
        ("O'Connor", [OCONNOR]),
        ("oʻconnor", [OCONNOR]),
        ("12345", [TUTAHI]),
        ("0012345", [TUTAHI]),
        ("000777", [OCONNOR]),
        ("4/5/1988", [TUTAHI]),
        ("1988-05-04", [TUTAHI]),
        ("kea", [TUTAHI]),
        ("tui rolleston", [OCONNOR]),
        ("vnr", [WATCHED, OCONNOR]),
        ("iuyin", [TUTAHI]),
        ("hyperlink", [FORMULA]),
        ("\u202etuta\u200bhi xiuying", [TUTAHI]),
    ],
)
def test_one_box_finds(register: Path, text: str, prns: list[str]) -> None:
    found = search.find_people(with_people(register), text)
    assert sorted(_prns(found)) == sorted(prns)
    assert all(hit.why for hit in found.hits)


def test_day_and_month_swapped_is_offered_and_then_found(register: Path) -> None:
    desk = with_people(register)
    found = search.find_people(desk, "05/04/1988")
    assert found.hits == ()
    assert found.next_rung == "Look with day and month swapped (04/05/1988)."
    looser = search.find_people(desk, "05/04/1988", looser=1)
    assert [(hit.prn, hit.why) for hit in looser.hits] == [
        (TUTAHI, "date of birth 04/05/1988, day and month swapped")
    ]
    assert looser.next_rung is None


def test_a_slip_is_offered_and_then_found(register: Path) -> None:
    desk = with_people(register)
    found = search.find_people(desk, "tutihi xiuying")
    assert (found.hits, found.rung) == ((), Rung.PARTS)
    assert found.next_rung
    assert _prns(search.find_people(desk, "tutihi xiuying", looser=1)) == [TUTAHI]


def test_a_looser_reading_never_loses_a_hit(register: Path) -> None:
    desk = with_people(register)
    for text in ("tut", "12345", "4/5/1988", "ana", "kea"):
        exact = set(_prns(search.find_people(desk, text)))
        for looser in (1, 2, 3):
            assert exact <= set(_prns(search.find_people(desk, text, looser=looser))), text


def test_somebody_without_a_case_is_found_and_it_is_said(register: Path) -> None:
    found = search.find_people(with_people(register), "mahia").hits[0]
    assert (found.case, found.anchor, found.forum) == ("no case: vnr-only", None, "CHC")


def test_a_whole_name_comes_before_a_beginning_and_own_names_before_aliases(register: Path) -> None:
    desk = with_people(register)
    cases.add_alias(desk, WATCHED, AliasKind.NICKNAME, "Xiu")
    cases.add_alias(desk, OCONNOR, AliasKind.ALIAS, "Tutahi", "Pat")
    assert _prns(search.find_people(desk, "tutahi"))[-1] == OCONNOR
    assert _prns(search.find_people(desk, "xiu")) == [WATCHED, TUTAHI]


def test_what_changes_is_found_at_once_and_what_went_is_not(register: Path) -> None:
    desk = with_people(register)
    plan.propose_address(desk, TUTAHI, "12 Kōwhai Street")
    cases.raise_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "a threat", "the PCO")
    assert search.find_people(desk, "kowhai").hits[0].why == "proposed address: 12 Kōwhai Street"
    assert _prns(search.find_people(desk, "staff safety")) == [TUTAHI]
    cases.withdraw_flag(desk, TUTAHI, FlagCode.STAFF_SAFETY, "over")
    assert search.find_people(desk, "staff safety").hits == ()


@pytest.mark.parametrize(
    "text",
    [
        "a* OR b",
        "AND",
        "NEAR(",
        "names:x",
        "{names}",
        "^zz",
        "'; DROP TABLE persons",
        "x" * 5000,
        "٣٤",
        "المهدي",
    ],
)
def test_no_text_is_taken_for_a_command(register: Path, text: str) -> None:
    assert search.find_people(with_people(register), text).hits == ()


@pytest.mark.parametrize("text", ["", "   ", '"', "{", "^", "\u200b"])
def test_a_text_without_a_word_is_refused(register: Path, text: str) -> None:
    with pytest.raises(Refused, match="nothing to look for"):
        search.find_people(with_people(register), text)


def test_a_search_is_entered_without_its_text(register: Path) -> None:
    desk = with_people(register)
    search.find_people(desk, "Tūtahi")
    with desk.engine(read_only=True).connect() as connection:
        entry = list(trail.entries(connection))[-1]
    assert entry.event == "find_people"
    assert "tahi" not in entry.body.casefold()
    assert '"hits":2' in entry.body


def test_a_member_finds_only_people_on_an_agenda_of_their_forum(register: Path) -> None:
    desk = with_people(register)
    member = _somebody(register, Role.MEMBER, "CHC")
    assert search.find_people(member, "tutahi").hits == ()
    meeting.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    agenda.issue_agenda(desk, "CHC-2027-02-10")
    assert _prns(search.find_people(member, "tutahi")) == [TUTAHI]
    assert search.find_people(member, "mahia").hits == ()


def test_an_administrator_of_one_forum_finds_nobody_of_another(register: Path) -> None:
    with_people(register)
    other = _somebody(register, Role.ADMINISTRATOR, "HB")
    assert _prns(search.find_people(other, "tutahi")) == [ELSEWHERE]


def test_an_auditor_may_not_search(register: Path) -> None:
    with_people(register)
    with pytest.raises(NotPermitted):
        search.find_people(_somebody(register, Role.AUDITOR, "CHC"), "tutahi")
