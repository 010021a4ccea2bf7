"""A meeting's name and life, and what is decided at it (design/formats.md section 5, needs M1, M6 and M7)."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import force_setattr

from app.domain.dates import move_working_days, read_date, show_date
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.words import (
    ActionOutcome,
    DecisionKind,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Service,
)

POLICE_WORKING_DAYS = 10
"""Police have the workbook back this many working days before the meeting."""

CHAIR_SERVICES = (Service.PRISONS, Service.PROBATION, Service.PSYCHOLOGICAL)
"""The three Corrections services the chair rotates between, in turn (need M1)."""

LONGEST_NAME = 120
"""Characters of a name that a line of the minutes has room for."""

_CODE = re.compile(r"(.+)-(\d{4}-\d{2}-\d{2})", re.ASCII)


class MeetingRow(Struct, frozen=True):
    """One meeting in a list. `meeting` is its code; moments are UTC, None while not yet reached."""

    meeting: str
    forum: str
    date: dt.date
    kind: MeetingKind
    state: MeetingState
    chair_service: Service | None
    police_due: dt.date
    issued_at: dt.datetime | None = None
    closed_at: dt.datetime | None = None


def meeting_code(forum: str, day: dt.date) -> str:
    """`CHC-2027-03-10`: the forum's code and the meeting's day."""
    return f"{forum}-{day.isoformat()}"


def read_meeting_code(text: str) -> tuple[str, dt.date]:
    """The forum's code as written and the day. Raises Refused when the text is not a meeting's code."""
    found = _CODE.fullmatch(text.strip())
    day = read_date(found[2]) if found else None
    if found is None or day is None:
        raise Refused(
            f"“{clean(text)}” is not a meeting; write the forum's code and the day, such as CHC-2027-03-10."
        )
    return found[1], day


def police_due_day(day: dt.date, region: str) -> dt.date:
    """When Police's workbook is due back: ten working days of the region before the meeting (need T3)."""
    return move_working_days(day, -POLICE_WORKING_DAYS, region)


def propose_chair_service(previous: Service | None) -> Service:
    """The service whose turn the chair is after `previous`; a proposal, which the forum may overrule."""
    if previous not in CHAIR_SERVICES:
        return CHAIR_SERVICES[0]
    return CHAIR_SERVICES[(CHAIR_SERVICES.index(previous) + 1) % len(CHAIR_SERVICES)]


def refuse_chair(code: str, state: MeetingState, service: Service) -> None:
    """A chair comes from one of the three Corrections services (need M1), and who chaired a closed meeting stands."""
    if service not in CHAIR_SERVICES:
        raise Refused(
            f"{service.value.capitalize()} does not chair a forum; nothing was changed: name "
            f"{', '.join(CHAIR_SERVICES[:-1])} or {CHAIR_SERVICES[-1]}."
        )
    if state is MeetingState.CLOSED:
        raise Refused(f"{code} is closed, and its minutes name the chair it had; nothing was changed.")


def refuse_unless_draft(code: str, state: MeetingState) -> None:
    """Only a draft agenda may be issued: an issued one does not change silently (need M2)."""
    if state is MeetingState.ISSUED:
        raise Refused(f"The agenda of {code} is issued already and stands as it was issued.")
    if state is MeetingState.CLOSED:
        raise Refused(f"{code} is closed; its agenda stands as it was issued.")


def refuse_unless_issued(code: str, state: MeetingState) -> None:
    """Packs, decisions, actions, attendance and closing rest on an issued agenda."""
    if state is MeetingState.DRAFT:
        raise Refused(f"The agenda of {code} is not issued yet; issue it first, then do this again.")
    if state is MeetingState.CLOSED:
        raise Refused(f"{code} is closed; what was recorded stands and nothing more can be added.")


def match_service(text: str) -> Service | None:
    """One of the four services, whatever the case and spacing, or None."""
    return next((service for service in Service if fold(service) == fold(text)), None)


def read_service(text: str) -> Service:
    """One of the four services. Raises Refused, naming them, when the text is none of them."""
    service = match_service(text)
    if service is None:
        four = ", ".join(Service)
        raise Refused(f"“{clean(text)}” is not one of the services; nothing was saved: write one of {four}.")
    return service


def tidy(text: str) -> str:
    """Written text as it is kept: each line cleaned, the paragraphs left as they are."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def _required(text: str, what: str) -> str:
    kept = tidy(text)
    if not kept:
        raise Refused(f"{what} is missing; nothing was saved: write it and save again.")
    return kept


def required_name(text: str, what: str) -> str:
    """A name as it is kept. Raises Refused, naming `what`, when it is blank or longer than paper has room for."""
    kept = _required(clean(text), what)
    if len(kept) > LONGEST_NAME:
        raise Refused(
            f"{what} has {len(kept):,} characters and paper has room for {LONGEST_NAME}; nothing was saved: shorten it."
        )
    return kept


class DecisionDraft(Struct, frozen=True):
    """What was decided on one item. It cannot exist without its reason (need M6): Refused is raised."""

    decision: DecisionKind
    reason: str
    dissent: str = ""
    disclosure: DisclosureConsidered = DisclosureConsidered.NOT_CONSIDERED
    next_review: dt.date | None = None
    dissent_by: str = ""
    """Who saw it otherwise: people or services, as written."""
    disclosure_note: str = ""
    """What was said of disclosure, in words."""

    def __post_init__(self) -> None:
        force_setattr(self, "reason", _required(self.reason, "The reason of the decision"))
        force_setattr(self, "dissent", tidy(self.dissent))
        force_setattr(self, "dissent_by", clean(self.dissent_by))
        force_setattr(self, "disclosure_note", tidy(self.disclosure_note))
        if self.disclosure_note and self.disclosure is DisclosureConsidered.NOT_CONSIDERED:
            raise Refused(
                "Words about disclosure stand without yes, no or deferred; nothing was saved: say which it is."
            )


def decision_words(
    decision: DecisionKind,
    reason: str,
    dissent: str,
    disclosure: DisclosureConsidered,
    next_review: dt.date | None,
) -> str:
    """A whole decision as one text, so that two that were recorded at once can be read side by side."""
    lines = [decision.value.replace("-", " "), f"Reason: {reason}"]
    if dissent:
        lines.append(f"Dissent: {dissent}")
    if disclosure is not DisclosureConsidered.NOT_CONSIDERED:
        lines.append(f"Disclosure outside the forum: {disclosure.value}")
    if next_review:
        lines.append(f"Next review: {show_date(next_review)}")
    return "\n".join(lines)


class ActionDraft(Struct, frozen=True):
    """One action: what, whose, by when (need M7). Refused is raised when the text or owner is blank."""

    text: str
    service: Service
    owner: str
    due: dt.date

    def __post_init__(self) -> None:
        force_setattr(self, "text", _required(self.text, "The text of the action"))
        force_setattr(self, "owner", required_name(self.owner, "The owner of the action"))


class DecisionRow(Struct, frozen=True):
    """What was recorded for one item, and how many items of the agenda are still undecided."""

    meeting: str
    prn: str
    decision: DecisionKind
    disclosure: DisclosureConsidered
    undecided: int
    next_review: dt.date | None = None


class ActionRow(Struct, frozen=True):
    """One action with whose case it is about; it is carried until its outcome is no longer `open`."""

    id: int
    forum: str
    meeting: str | None
    prn: str
    surname: str
    given_names: str
    text: str
    service: Service
    owner: str
    due: dt.date
    outcome: ActionOutcome
    outcome_on: dt.date | None
    note: str
    follows: int | None = None
    """The action this one was made from, when that was transferred."""


class TransferDraft(Struct, frozen=True):
    """To whom an action goes over. A blank service or day leaves those of the action as they are."""

    owner: str
    service: Service | None = None
    due: dt.date | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "owner", required_name(self.owner, "The new owner of the action"))


def refuse_outcome(
    row: ActionRow, outcome: ActionOutcome, to: TransferDraft | None, followed_by: int | None
) -> None:
    """Refuse an outcome that does not go with what it names (need M7).

    Transferred names its new owner, nothing else does; and what has gone over is settled where it is now.
    """
    if followed_by is not None:
        raise Refused(
            f"Action {row.id} was transferred and goes on as action {followed_by}; nothing was changed: settle that "
            "one."
        )
    if outcome is ActionOutcome.TRANSFERRED and to is None:
        raise Refused(
            f"Action {row.id} cannot be transferred to nobody; nothing was changed: name its new owner."
        )
    if outcome is not ActionOutcome.TRANSFERRED and to is not None:
        raise Refused(
            f"A new owner goes with a transferred action alone; nothing was changed: record action {row.id} as "
            "transferred, or leave the owner away."
        )
    if to is not None and fold(to.owner) == fold(row.owner) and to.service in (None, row.service):
        raise Refused(f"Action {row.id} is {row.owner}'s already; nothing was changed: name another owner.")
