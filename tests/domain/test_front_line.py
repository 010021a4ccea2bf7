"""What a prison unit or a probation office may know of somebody at the close of a meeting, item by item (need D5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.domain.cases import (
    ActionRow,
    FlagRow,
    InformationRow,
    OrderRow,
)
from app.domain.errors import NotFound, Refused
from app.domain.front_line import (
    BriefPerson,
    BriefSheet,
    Decided,
    RecipientKind,
    Recorded,
    brief_sheet,
    place_of,
    read_kind,
    same_names,
)
from app.domain.front_line_briefs import BriefView, by_person, on_brief, taken_off
from app.domain.statements import Statement
from app.domain.timeline import NamedDate
from app.domain.words import (
    DateName,
    DecisionKind,
    FlagCode,
    Grade,
    Handling,
    OrderKind,
    Owner,
    Service,
    SixAnswer,
)

UNIT, OFFICE = RecipientKind.UNIT, RecipientKind.OFFICE
TODAY = date(2026, 11, 18)
DECIDED = Decided(DecisionKind.WITH_CHANGES, "He was seen at the sister's house.", TODAY, date(2027, 1, 20))


def _record(**said: Any) -> Recorded:
    anchor = NamedDate(DateName.STATUTORY_RELEASE, date(2027, 3, 1))
    return replace(Recorded(date(1988, 5, 4), anchor), **said)


def _sheet(kind: RecipientKind = UNIT, **said: Any) -> BriefSheet:
    return brief_sheet(_record(**said), kind, DECIDED, same_name=False, on=TODAY)


def _goes(sheet: BriefSheet) -> dict[str, str]:
    return {each.heading: each.text for each in sheet.goes}


def _held(sheet: BriefSheet) -> dict[str, str]:
    return {each.heading: each.reason for each in sheet.held}


def _flag(code: FlagCode, owner: Owner = Owner.IOMS, comment: str | None = None) -> FlagRow:
    return FlagRow(code, code.meaning, TODAY, None, owner, "IOMS", TODAY, None, comment)


def _said(
    service: Service,
    grade: Grade = Grade.RECORDED,
    handling: Handling = Handling.MINUTED,
    owner: Owner = Owner.FORUM,
) -> InformationRow:
    return InformationRow(
        service, "Look out for silence.", "A. Author", TODAY, grade, handling, owner, "forum"
    )


def test_a_page_has_the_named_date_and_the_decision_and_the_reason_only_where_a_chair_lets_it() -> None:
    sheet = _sheet()
    goes = _goes(sheet)
    assert goes["Statutory release date"] == "Monday 1 March 2027"
    assert goes["Decided at the meeting"] == "Agreed with changes"
    assert goes["Comes back to the forum"] == "20/01/2027"
    assert [each.heading for each in sheet.goes if each.soft] == ["Reason of the decision"]


def test_the_date_of_birth_goes_only_where_two_on_the_agenda_bear_one_name() -> None:
    assert "nobody else" in _held(_sheet())["Date of birth"]
    twice = brief_sheet(_record(), UNIT, DECIDED, same_name=True, on=TODAY)
    assert _goes(twice)["Date of birth"] == "04/05/1988"
    assert same_names([("Tūtahi", "Ana"), ("Tutahi", "ANA"), ("Ash", "Ana")]) == {"tutahi ana"}


@pytest.mark.parametrize(
    ("kind", "theirs"), [(UNIT, "Ring the landlord (P. One)"), (OFFICE, "Find a bed (S. Two)")]
)
def test_each_recipient_gets_the_open_actions_of_their_own_service(kind: RecipientKind, theirs: str) -> None:
    actions = (
        ActionRow("Ring the landlord", Service.PRISONS, "P. One", date(2026, 12, 1), "open"),
        ActionRow("Find a bed", Service.PROBATION, "S. Two", date(2026, 12, 1), "open"),
        ActionRow("Watch the house", Service.POLICE, "Sgt Rewi", date(2026, 12, 1), "open"),
        ActionRow("Long done", kind.service, "P. One", date(2026, 10, 1), "done"),
    )
    sheet = _sheet(kind, actions=actions)
    assert [text for heading, text in _goes(sheet).items() if heading.startswith("Action")] == [theirs]
    assert {each.reason for each in sheet.held if each.heading.startswith("Action")} == {
        f"for {'probation' if kind is UNIT else 'prisons'} to do",
        "for Police to do",
    }
    assert "Watch the house" not in repr(sheet)
    assert "Long done" not in repr(sheet)


def test_flags_go_in_words_and_that_a_victim_is_registered_never_does() -> None:
    flags = tuple(_flag(code) for code in FlagCode)
    unit, office = _sheet(UNIT, flags=flags), _sheet(OFFICE, flags=flags)
    assert _goes(unit)["Flag HR"] == FlagCode.HR.meaning
    assert _held(unit)["Flag VNR"] == _held(office)["Flag VNR"] == "that a victim is registered is never told"
    assert ("Flag OWR" in _goes(unit), "Flag OWR" in _goes(office)) == (False, True)
    assert ("Flag TR" in _goes(unit), "Flag TR" in _goes(office)) == (True, False)
    withdrawn = _flag(FlagCode.HP)._replace(to_date=TODAY)
    assert "HP" not in repr(_sheet(flags=(withdrawn,)))


def test_of_staff_safety_the_reason_goes_and_of_another_flag_the_comment_does_not() -> None:
    flags = (
        _flag(FlagCode.STAFF_SAFETY, comment="Two officers at the door."),
        _flag(FlagCode.HP, comment="Radio."),
    )
    sheet = _sheet(flags=flags)
    assert _goes(sheet)["Staff safety"] == "Two officers at the door."
    assert "Comment on flag HP" in _held(sheet)
    assert "Radio." not in repr(sheet)


@pytest.mark.parametrize("kind", RecipientKind)
def test_nothing_that_police_told_goes_to_anybody(kind: RecipientKind) -> None:
    sheet = _sheet(
        kind,
        flags=(_flag(FlagCode.STAFF_SAFETY, Owner.POLICE, "Canary in the flag"),),
        orders=(
            OrderRow(
                OrderKind.PROTECTION, SixAnswer.RELEVANT, "Canary", TODAY, Owner.POLICE, "Police", TODAY
            ),
            OrderRow(
                OrderKind.POLICE_SAFETY, SixAnswer.RELEVANT, "Canary", TODAY, Owner.FORUM, "forum", TODAY
            ),
        ),
        information=(
            _said(Service.POLICE)._replace(text="Canary"),
            _said(Service.PRISONS, owner=Owner.POLICE)._replace(text="Canary"),
        ),
        police=1,
    )
    assert "Canary" not in repr(sheet)
    assert sum(each.reason.startswith("told by Police") for each in sheet.held) == 6


@pytest.mark.parametrize(
    ("grade", "handling", "why"),
    [
        (Grade.INTELLIGENCE, Handling.MINUTED, "intelligence"),
        (Grade.REPORTED, Handling.MINUTED, "only reported"),
        (Grade.PROVEN, Handling.MEMBERS_ONLY, "members alone"),
        (Grade.PROVEN, Handling.FOR_THE_BOARD, "Parole Board alone"),
    ],
)
def test_what_is_unsure_or_told_inside_is_held_back_without_its_words(
    grade: Grade, handling: Handling, why: str
) -> None:
    sheet = _sheet(information=(_said(Service.PSYCHOLOGICAL, grade, handling),))
    assert why in _held(sheet)["Said by psychological services"]
    assert "silence" not in repr(sheet)


def test_advice_of_psychological_services_goes_and_what_others_recorded_where_staff_safety_or_a_chair_lets_it() -> (
    None
):
    said = (_said(Service.PSYCHOLOGICAL), _said(Service.PRISONS))
    soft = {each.heading: each.soft for each in _sheet(information=said).goes}
    assert (soft["Advice to act on"], soft["Recorded by a service"]) == (False, True)
    safe = _sheet(information=said, flags=(_flag(FlagCode.STAFF_SAFETY),))
    assert not next(each for each in safe.goes if each.heading == "Recorded by a service").soft


def test_what_must_not_be_attributed_goes_without_the_service() -> None:
    sheet = _sheet(information=(_said(Service.PSYCHOLOGICAL, handling=Handling.DO_NOT_ATTRIBUTE),))
    (told,) = [each for each in sheet.goes if each.text == "Look out for silence."]
    assert "psycholog" not in f"{told.heading} {told.source}".lower()


def test_an_order_goes_by_its_kind_and_day_and_its_detail_never_does() -> None:
    orders = (
        OrderRow(
            OrderKind.PROTECTION,
            SixAnswer.RELEVANT,
            "protects Jane Canary",
            date(2027, 6, 1),
            Owner.FORUM,
            "a court",
            TODAY,
        ),
        OrderRow(OrderKind.NON_CONTACT, SixAnswer.NOT_ASKED),
        OrderRow(OrderKind.BAIL, SixAnswer.RELEVANT, None, date(2026, 1, 1), Owner.FORUM, "a court", TODAY),
        OrderRow(OrderKind.DEPORTATION, SixAnswer.CANNOT_SHARE, None, None, Owner.FORUM, "a court", TODAY),
    )
    sheet = _sheet(orders=orders)
    goes, held = _goes(sheet), _held(sheet)
    assert goes["Protection order"] == "Stands until 01/06/2027"
    assert goes["Non-contact order"] == "Not asked"
    assert held["Detail of the protection order"] == "it may say whom it protects; ask the forum"
    assert held["Bail conditions"] == "it ended on 01/01/2026"
    assert held["Deportation order"] == "whoever holds it cannot share it"
    assert "Canary" not in repr(sheet)


def test_addresses_are_held_back_and_are_asked_for_as_a_disclosure_of_their_own() -> None:
    assert "disclosure of its own" in _held(_sheet(OFFICE, addresses=True))["Proposed addresses"]
    assert "Proposed addresses" not in _held(_sheet(OFFICE))


def test_a_unit_is_named_with_its_prison() -> None:
    assert place_of("Rolleston", "Kea") == "Rolleston, Kea unit"
    assert place_of("Rolleston", "Tōtara Unit") == "Rolleston, Tōtara Unit"
    assert place_of("Rolleston", "") == "Rolleston"
    assert place_of("", "Kea") == ""


@pytest.mark.parametrize("typed", ["unit", "Prison unit", "UNIT"])
def test_a_kind_is_read_however_people_write_it(typed: str) -> None:
    assert read_kind(typed) is UNIT


def test_what_is_no_kind_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refused, match="write unit or office"):
        read_kind("")


ASH = BriefPerson(
    "001", "Ash", "Ana", "Rolleston, Kea unit", BriefSheet((Statement("Flag HR", "x", "y"),)), BriefSheet()
)
VIEW = BriefView("CHC-2026-11-18", "CHC", (ASH, replace(ASH, prn="002", place="Paparua")), ())


def test_a_unit_gets_its_own_people_and_an_office_those_who_are_named() -> None:
    assert [each.prn for each in on_brief(VIEW, "rolleston, kea UNIT", UNIT, ())] == ["001"]
    assert [each.prn for each in on_brief(VIEW, "Hornby", OFFICE, ["002"])] == ["002"]
    with pytest.raises(Refused, match="which office"):
        on_brief(VIEW, "Hornby", OFFICE, ())
    with pytest.raises(Refused, match="nobody of CHC-2026-11-18"):
        on_brief(VIEW, "Nowhere", UNIT, ())
    with pytest.raises(NotFound, match="'009'"):
        on_brief(VIEW, "Hornby", OFFICE, ["009"])


def test_an_item_is_taken_off_by_its_heading_and_never_the_last_one() -> None:
    assert by_person(["001: Flag HR", "001:Action"]) == {"001": ("Flag HR", "Action")}
    with pytest.raises(Refused, match="write PRN: heading"):
        by_person(["Flag HR"])
    with pytest.raises(Refused, match="nothing under “Flag CSO”"):
        taken_off(ASH, UNIT, ["Flag CSO"])
    with pytest.raises(Refused, match="Nothing is left"):
        taken_off(ASH, UNIT, ["flag hr"])
