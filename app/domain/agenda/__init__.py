"""The agenda rule (design/formats.md section 3, needs M2 and M3): facts in, agenda out, nothing else.

`facts` holds what the rule is told and what it says, `rules` each reason with its sentence,
`generate` the whole agenda, `frozen` the bytes an issue keeps.
"""

from app.domain.agenda.facts import (
    ActionDue,
    Agenda,
    AgendaBalanceError,
    AgendaCase,
    AgendaItem,
    AgendaMeeting,
    AgendaSection,
    AgendaSettings,
    AnchorMove,
    AskedFor,
    FlagChange,
    NextReason,
    NotListed,
    PoliceSaid,
)
from app.domain.agenda.frozen import agenda_digest, freeze, from_frozen
from app.domain.agenda.generate import generate, is_considered, next_date, next_meeting_day
from app.domain.agenda.rules import in_short, milestone_due, missed_milestones, reasons_for, track_of

__all__ = [
    "ActionDue",
    "Agenda",
    "AgendaBalanceError",
    "AgendaCase",
    "AgendaItem",
    "AgendaMeeting",
    "AgendaSection",
    "AgendaSettings",
    "AnchorMove",
    "AskedFor",
    "FlagChange",
    "NextReason",
    "NotListed",
    "PoliceSaid",
    "agenda_digest",
    "freeze",
    "from_frozen",
    "generate",
    "in_short",
    "is_considered",
    "milestone_due",
    "missed_milestones",
    "next_date",
    "next_meeting_day",
    "reasons_for",
    "track_of",
]
