"""Consents of the person a case is about: kept, withdrawn once, told as of a day, and never lost (need D2)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.consent import ConsentStanding, refuse_unless_in_force
from app.domain.disclosure_request import RequestDraft
from app.domain.errors import ForumDeskError, NotFound, NotPermitted, Refused
from app.domain.grounds import read_ground
from app.domain.known_words import case_sections
from app.domain.readers import Reader
from app.domain.words import Contents, ExitReason, Role
from app.usecases import agenda, cases, consents, known, meeting, packs, plan, run
from app.usecases import disclosure_requests as requests
from app.usecases.case_history import case_history
from app.usecases.trail import list_trail
from tests.fixtures import at_table, desks
from tests.fixtures.few_people import OCONNOR, TUTAHI, with_people

TODAY = date(2026, 11, 17)
FORM, SCOPE = "IR-2", "the provider of the flat: the plan"


def test_a_consent_is_kept_with_form_scope_and_days_and_stands_in_the_case(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3), date(2027, 5, 3))
    assert consents.list_consents(desk, TUTAHI) == (row,)
    assert cases.show_case(desk, TUTAHI).plan.consents == (row,)
    assert plan.show_plan(desk, TUTAHI).consents == (row,)
    assert plan.show_plan(desk, OCONNOR).consents == ()
    assert row.state(TODAY) == "in force until 03/05/2027"


def test_a_consent_that_is_taken_back_stays_with_who_told_it_and_why(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    kept = consents.withdraw_consent(
        desk, TUTAHI, row.number, "changed their mind", date(2026, 11, 10), "S. Merrin"
    )
    assert consents.list_consents(desk, TUTAHI) == (kept,)
    assert (kept.form, kept.scope, kept.signed) == (FORM, SCOPE, date(2026, 11, 3))
    assert kept.state(TODAY) == "withdrawn 10/11/2026 by S. Merrin: changed their mind"
    with pytest.raises(Refused, match="withdrawn on 10/11/2026 and does not hold"):
        refuse_unless_in_force(consents.list_consents(desk, TUTAHI), row.number, TODAY)
    with pytest.raises(Refused, match="already"):
        consents.withdraw_consent(desk, TUTAHI, row.number, "again")
    told = [(line.what, line.old, line.new, line.why) for line in case_history(desk, TUTAHI)]
    what = f"Consent {row.number}"
    assert (what, None, row.told, "") in told
    assert (what, row.told, "withdrawn 10/11/2026 by S. Merrin", "changed their mind") in told


def test_a_withdrawal_without_a_reason_or_of_a_day_to_come_is_refused(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    with pytest.raises(Refused, match="Why it is withdrawn is missing"):
        consents.withdraw_consent(desk, TUTAHI, row.number, " ")
    with pytest.raises(Refused, match="18/11/2026 is still to come"):
        consents.withdraw_consent(desk, TUTAHI, row.number, "why", date(2026, 11, 18))
    assert consents.list_consents(desk, TUTAHI) == (row,)


def test_the_consent_of_another_case_is_out_of_reach(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    with pytest.raises(NotFound, match=f"has no consent {row.number}"):
        consents.withdraw_consent(desk, OCONNOR, row.number, "why")
    with pytest.raises(Refused, match="consent 1 of this case already"):
        consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    consents.add_consent(desk, OCONNOR, FORM, SCOPE, date(2026, 11, 3))


def test_a_past_day_shows_consents_as_they_stood_then(register: Path) -> None:
    clock = desks.Clock()
    with_people(register).close()
    desk = desks.sit(register, clock=clock)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3), date(2026, 11, 20))
    clock.go_to(clock.at + timedelta(days=5))
    consents.withdraw_consent(desk, TUTAHI, row.number, "changed their mind")

    def stood(on: date) -> list[str]:
        record = known.show_case_as_known(desk, TUTAHI, on).record
        (part,) = [each for each in case_sections(record, on) if each.title == "Consents of the person"]
        return [line[2] for line in part.rows]

    assert stood(TODAY) == ["in force until 20/11/2026"]
    assert stood(date(2026, 11, 21)) == ["expired 20/11/2026"]
    assert stood(date(2026, 11, 22)) == [f"withdrawn 22/11/2026 by {desk.name}: changed their mind"]


def test_the_table_and_the_paper_name_the_consents_that_hold_on_the_day_of_the_meeting(
    register: Path,
) -> None:
    desk = with_people(register)
    meeting.schedule_meeting(desk, "CHC", date(2026, 12, 9))
    consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3), date(2026, 12, 9))
    consents.add_consent(desk, TUTAHI, FORM, "an aunt: the dates", date(2026, 11, 3), date(2026, 12, 8))
    taken = consents.add_consent(desk, TUTAHI, FORM, "an employer: the dates", date(2026, 11, 3))
    consents.withdraw_consent(desk, TUTAHI, taken.number, "changed their mind")
    agenda.issue_agenda(desk, "CHC-2026-12-09")
    told = {case.item.prn: case.sheet.consents for case in run.see_table(desk, "CHC-2026-12-09").cases}
    assert told[TUTAHI] == (f"{FORM}, signed 03/11/2026, until 09/12/2026: {SCOPE}",)

    def pages(reader: Reader) -> str:
        shown = packs.preview_pages(desk, "CHC-2026-12-09", Contents.PACK, reader=reader)
        return " ".join(" ".join(shown.texts).split())

    assert f"{FORM}, signed 03/11/2026, until 09/12/2026: {SCOPE}" in pages(Reader.FORUM)
    assert "an aunt: the dates" not in pages(Reader.FORUM)
    assert SCOPE not in pages(Reader.POLICE)


def test_a_case_says_which_open_disclosure_rests_on_a_consent_that_lapsed(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    draft = RequestDraft(
        "Kauri Homes", "the prison", read_ground("c", TODAY), "they house them", consent=row.number
    )
    asked = requests.ask_disclosure(desk, TUTAHI, draft, ["Prison"])
    assert not [each for each in cases.show_case(desk, TUTAHI).warnings if "consent" in each]
    consents.withdraw_consent(desk, TUTAHI, row.number, "changed their mind")
    told = f"disclosure {asked.number} rests on consent {row.number}, withdrawn"
    record = cases.show_case(desk, TUTAHI)
    assert told in record.warnings
    requests.withdraw_request(desk, str(asked.number), "no ground any more")
    assert told not in cases.show_case(desk, TUTAHI).warnings


def test_the_trail_says_who_kept_a_consent_and_none_of_its_words(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    consents.withdraw_consent(desk, TUTAHI, row.number, "changed their mind")
    entries = [line for line in list_trail(desk) if line.event in ("add_consent", "withdraw_consent")]
    assert len(entries) == 2
    for line in entries:
        assert not {FORM, SCOPE, "changed their mind"} & set(map(str, (line.sentence, line.body)))


@pytest.mark.parametrize("role", [Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR])
def test_only_an_administrator_keeps_or_withdraws_a_consent(register: Path, role: Role) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    other = at_table.chair(desk) if role is Role.CHAIR else at_table.member(desk, role, "Some Body")
    with pytest.raises(NotPermitted):
        consents.add_consent(other, TUTAHI, FORM, "an aunt: the dates", date(2026, 11, 3))
    with pytest.raises(NotPermitted):
        consents.withdraw_consent(other, TUTAHI, row.number, "why")
    if role is Role.CHAIR:
        assert consents.list_consents(other, TUTAHI) == (row,)
    else:
        with pytest.raises(ForumDeskError):
            consents.list_consents(other, TUTAHI)
    other.close()


def test_a_new_episode_shows_the_consents_of_the_last_and_rests_on_none_of_them(register: Path) -> None:
    desk = with_people(register)
    row = consents.add_consent(desk, TUTAHI, FORM, SCOPE, date(2026, 11, 3))
    cases.close_case(desk, TUTAHI, ExitReason.DECLINED)
    cases.take_in(desk, TUTAHI, "a new hearing")
    record = cases.show_case(desk, TUTAHI)
    assert record.plan.consents == consents.list_consents(desk, TUTAHI) == ()
    assert record.plan_before is not None
    assert record.plan_before.consents == (row,)
    assert record.plan_before.consents[0].standing(TODAY) is ConsentStanding.IN_FORCE
