"""What Police get to read of a pack, and what the page says in the place of the rest."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.documents import (
    ActionLine,
    AgendaDocument,
    AgendaItem,
    AgendaSection,
    CaseSheetDocument,
    InformationLine,
    NeedLine,
    NotListedLine,
    PackDocument,
    Part,
    RiskLine,
    ServiceBlock,
    hash_of,
)
from app.domain.readers import Reader, as_read_by, reader_of
from app.domain.words import Contents, Handling

PACK = PackDocument(
    Contents.PACK,
    "Meeting pack",
    "Christchurch HR/HP Forum",
    "CHC-2027-03-10",
    date(2027, 3, 10),
    agenda=AgendaDocument(
        (AgendaSection("On the table", "", (AgendaItem(1, "Ngatā, Hēmi", "0045", "", ("Due.",), 8, (8,)),)),),
        (NotListedLine("Rewi, Ana", "0046", None, "review"),),
        8,
        180,
        2,
    ),
    case_sheets=(
        CaseSheetDocument(
            1,
            "Ngatā, Hēmi",
            "0045",
            reasons=("Due.",),
            risks=(RiskLine("Psychological services", "VRS", "41"),),
            needs=(NeedLine("housing", "open"),),
            consents=("IR-2, signed 03/11/2026: the provider: the plan",),
            services=(
                ServiceBlock(
                    "Probation",
                    tuple(InformationLine(f"told {each.value}", handling=each.value) for each in Handling),
                ),
                ServiceBlock("Police", (InformationLine("their own", handling="members only"),)),
            ),
            actions=(
                ActionLine("Visit the address", "D. Hale", "police", None),
                ActionLine("Ring the whānau", "S. Merrin", "probation", None),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("service", "reader"),
    [("police", Reader.POLICE), ("Police", Reader.POLICE), ("prisons", Reader.FORUM), ("", Reader.FORUM)],
)
def test_a_holder_reads_as_their_service_does(service: str, reader: Reader) -> None:
    assert reader_of(service) is reader


def test_the_forum_reads_the_whole() -> None:
    assert as_read_by(PACK, Reader.FORUM) is PACK


def test_police_read_who_is_listed_and_neither_why_nor_who_is_not() -> None:
    agenda = as_read_by(PACK, Reader.POLICE).agenda
    assert agenda is not None
    [item] = agenda.sections[0].items
    assert (item.name, item.reasons, item.missed) == ("Ngatā, Hēmi", (), ())
    assert agenda.not_listed == ()
    assert agenda.left_out


def test_police_read_what_services_let_be_told_and_are_told_that_there_is_more() -> None:
    [sheet] = as_read_by(PACK, Reader.POLICE).case_sheets
    probation, own = sheet.services
    assert [line.text for line in probation.information] == [
        "told may be minuted",
        "told do not attribute",
        "told for the Board",
        "There is more for the Corrections services alone.",
    ]
    assert [line.text for line in own.information] == ["their own"]


def test_work_on_the_person_is_left_out_and_named_as_left_out() -> None:
    [sheet] = as_read_by(PACK, Reader.POLICE).case_sheets
    assert (sheet.risks, sheet.needs, sheet.consents, sheet.reasons) == ((), (), (), ())
    assert Part.RISKS in sheet.left_out
    assert [action.owner for action in sheet.actions] == ["D. Hale"]


def test_two_readers_hold_two_hashes() -> None:
    assert hash_of(as_read_by(PACK, Reader.POLICE)) != hash_of(PACK)
