"""What a room may see: no name, no word of Police, nothing soft, whatever the case holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agenda import AgendaItem
from app.domain.documents import (
    ActionLine,
    AddressLine,
    CaseSheetDocument,
    ChangeLine,
    FlagLine,
    InformationLine,
    OrderLine,
    ServiceBlock,
)
from app.domain.names import fold
from app.domain.projector import HIDDEN, NOT_SHOWN, projector_safe
from app.domain.records import field_names
from app.domain.run import Decided, TableCase
from app.domain.words import AgendaReason, DecisionKind, Grade, Handling, Track

SURNAME, GIVEN, ALIAS = "O’Kākāriki-Hale", "Hēmi Rāwiri", "Bluey Marsters"
SECRET = "zebrafish"
"""A word that stands only in what Police said and in soft information."""


def _case(text: str = "", grade: str = Grade.PROVEN, handling: str = Handling.MINUTED) -> TableCase:
    item = AgendaItem(
        6, 1, "0012345", SURNAME, GIVEN, Track.TABLE,
        (AgendaReason.POLICE_RELEVANT, AgendaReason.ASKED_FOR),
        (f"Police answered since the last meeting: {SECRET}.", f"Asked for by S. Merrin: {text}."),
        None, (), None, 8, (),
    )  # fmt: skip
    sheet = CaseSheetDocument(
        6,
        f"{SURNAME}, {GIVEN}",
        "0012345",
        date_of_birth=date(1980, 2, 29),
        age=46,
        aliases=(f"{ALIAS} (nickname)",),
        physical_marks=f"{SURNAME} across the back",
        reasons=item.sentences,
        anchor_note=text,
        offences=(text,),
        flags=(FlagLine("HR", "High risk", f"Means this. {text} {SECRET}", source="IOMS"),),
        orders=(
            OrderLine("Police safety order", "held, relevant", SECRET),
            OrderLine("protection order", "held, relevant", SECRET, SECRET),
        ),
        changes=(ChangeLine("Surname", "Old", SURNAME), ChangeLine("Unit", text, text)),
        services=(
            ServiceBlock("Probation", (InformationLine(text, "S. Merrin", date(2026, 11, 1), grade, handling),)),
            ServiceBlock("Police", (InformationLine(SECRET, "Det. Hakopa", None, Grade.PROVEN),)),
        ),
        addresses=(
            AddressLine(
                1, "14 Example Street", f"{GIVEN}'s aunt", f"given by {GIVEN}",
                (f"Police: held, relevant; {SECRET}", f"Probation: held, relevant; {SECRET} (S. Merrin)"), note=text,
            ),
        ),
        conditions=(text,),
        consents=(text,),
        actions=(ActionLine(text, "S. Merrin", "probation", None),),
        warnings=(text,),
    )  # fmt: skip
    decided = Decided("CHC-2026-11-04", date(2026, 11, 4), DecisionKind.AGREED, text, text)
    return TableCase(item, sheet, decided, decided)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if names := field_names(value):
        return [text for name in names for text in _texts(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for each in value for text in _texts(each)]
    return []


def _words(case: TableCase) -> set[str]:
    return {part for text in _texts(case) for part in fold(text).split()}


NAMED = {part for name in (SURNAME, GIVEN, ALIAS) for part in fold(name).split()}
WRITTEN = st.sampled_from(
    [
        "O’Kākāriki-Hale", "O'KAKARIKI", "okakariki", "Hale", "hale's", "HĒMI", "Hemi’s", "Ra\u0304wiri", "Bluey",
        "Marsters,", "(Hēmi)", "home", "visit", "address", "—", "14", "Te", "unit",
    ]
)  # fmt: skip


@given(st.lists(WRITTEN, max_size=12).map(" ".join))
def test_no_part_of_a_name_stands_anywhere_however_it_is_written(text: str) -> None:
    safe = _words(projector_safe(_case(text)))
    assert safe & NAMED == set()
    assert {word for word in safe if word.rstrip("s") in NAMED} == set()


def test_no_word_of_police_stands_anywhere_and_not_whether_they_said_one() -> None:
    safe = projector_safe(_case("home"))
    assert SECRET not in _words(safe)
    assert safe.sheet.services[1].information == (InformationLine(NOT_SHOWN),)
    assert [order.kind for order in safe.sheet.orders] == ["protection order"]
    assert safe.sheet.addresses[0].checks == ("Probation: held, relevant",)


@pytest.mark.parametrize(
    ("grade", "handling", "shown"),
    [
        (Grade.PROVEN, Handling.MINUTED, True),
        (Grade.RECORDED, Handling.FOR_THE_BOARD, True),
        (Grade.RECORDED, Handling.MEMBERS_ONLY, False),
        (Grade.REPORTED, Handling.MINUTED, False),
        (Grade.INTELLIGENCE, Handling.MINUTED, False),
        ("", "", False),
    ],
)
def test_only_what_is_documented_is_shown_and_that_something_is_not_is_said(
    grade: str, handling: str, shown: bool
) -> None:
    lines = projector_safe(_case(SECRET, grade, handling)).sheet.services[0].information
    assert [line.text for line in lines] == (
        [SECRET] if shown else ["Soft information: not shown on the projector."]
    )


def test_the_case_is_still_found_in_the_packs() -> None:
    safe = projector_safe(_case(f"{GIVEN}'s visit home"))
    assert safe.item.surname == safe.sheet.name == "Case 6"
    assert safe.item.prn == safe.sheet.prn == "0012345"
    assert safe.sheet.offences == (f"{HIDDEN} {HIDDEN}'s visit home",)
    assert safe.item.sentences == (
        f"Asked for by S. Merrin: {HIDDEN} {HIDDEN}'s visit home.",
        "A further reason: not shown on the projector.",
    )
    assert safe.sheet.changes == (
        ChangeLine("Unit", f"{HIDDEN} {HIDDEN}'s visit home", f"{HIDDEN} {HIDDEN}'s visit home"),
    )
