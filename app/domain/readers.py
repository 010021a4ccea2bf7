"""What each reader of a numbered copy gets to see: the Police pack differs from the forum's own (needs K4, X7).

Police sit at the table, but see of the register what their workbook shows them and what the services let be told
(design/trust.md, "Who may what"). What is left out is named on the page: a blank would read as *nothing held*.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec.structs import replace

from app.domain.documents import (
    AgendaDocument,
    AgendaItem,
    CaseSheetDocument,
    InformationLine,
    PackDocument,
    Part,
    Said,
    ServiceBlock,
)
from app.domain.names import fold
from app.domain.words import Handling, Service


class Reader(StrEnum):
    """For whom a copy is composed."""

    FORUM = "the forum"
    POLICE = "Police"


POLICE_LEFT_OUT = (Part.WHY, Part.OFFENDING, Part.RISKS, Part.CHANGES, Part.PLAN)
"""Psychological and probation work on the person, which no ground lets Police have as a matter of course."""

TOLD_TO_POLICE = frozenset(each.value for each in Handling if each is not Handling.MEMBERS_ONLY)
"""Handlings of another service's statement that let Police read it; one without a handling is not told."""

NOT_FOR_POLICE = "Reasons and whoever is not listed stand in the forum's own agenda."


def reader_of(service: str) -> Reader:
    """Whose pages a holder of this service gets: the pack of Police differs (need K4), everybody else's is one."""
    return Reader.POLICE if fold(service) == fold(Service.POLICE.value) else Reader.FORUM


def as_read_by(document: PackDocument, reader: Reader) -> PackDocument:
    """The document with what this reader may read; the forum's own is the whole.

    Minutes stay as they are: what may not be told beyond the table never gets into them.
    """
    if reader is Reader.FORUM:
        return document
    return replace(
        document,
        reader=reader.value,
        agenda=_agenda(document.agenda) if document.agenda else None,
        case_sheets=tuple(_sheet(sheet) for sheet in document.case_sheets),
    )


def _agenda(agenda: AgendaDocument) -> AgendaDocument:
    sections = tuple(
        replace(section, items=tuple(_item(item) for item in section.items)) for section in agenda.sections
    )
    return replace(agenda, sections=sections, not_listed=(), left_out=NOT_FOR_POLICE)


def _item(item: AgendaItem) -> AgendaItem:
    return replace(item, reasons=(), missed=())


def _sheet(sheet: CaseSheetDocument) -> CaseSheetDocument:
    """One case for Police; what is left out is emptied too, so that nothing hangs on who lays the page out."""
    return replace(
        sheet,
        reasons=(),
        missed=(),
        sentence=Said(""),
        offences=(),
        previous_offending=(),
        risks=(),
        changes=(),
        needs=(),
        conditions=(),
        consents=(),
        asks_missing=(),
        services=tuple(_block(block) for block in sheet.services),
        actions=tuple(action for action in sheet.actions if reader_of(action.service) is Reader.POLICE),
        left_out=POLICE_LEFT_OUT,
    )


def _block(block: ServiceBlock) -> ServiceBlock:
    """A service's statements that Police may read; their own are all theirs. What is held back is said."""
    if reader_of(block.service) is Reader.POLICE:
        return block
    told = tuple(line for line in block.information if line.handling in TOLD_TO_POLICE)
    if len(told) < len(block.information):
        told += (InformationLine("There is more for the Corrections services alone."),)
    return replace(block, information=told)
