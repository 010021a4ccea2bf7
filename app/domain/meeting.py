"""A meeting's name, life, record and closing (design/formats.md section 5, needs M1 and M5-M8)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.dates import move_working_days, read_date
from app.domain.errors import Refused
from app.domain.names import clean, fold
from app.domain.words import (
    ActionOutcome,
    DecisionKind,
    DisclosureConsidered,
    MeetingKind,
    MeetingState,
    Presence,
    Service,
)

POLICE_WORKING_DAYS = 10
"""Police have the workbook back this many working days before the meeting."""

CHAIR_SERVICES = (Service.PRISONS, Service.PROBATION, Service.PSYCHOLOGICAL)
"""The three Corrections services the chair rotates between, in turn (need M1)."""

LONGEST_NAME = 120
"""Characters of a name that a line of the minutes has room for."""

_CODE = re.compile(r"(.+)-(\d{4}-\d{2}-\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class MeetingRow:
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


def _name(text: str, what: str) -> str:
    kept = _required(clean(text), what)
    if len(kept) > LONGEST_NAME:
        raise Refused(
            f"{what} has {len(kept):,} characters and paper has room for {LONGEST_NAME}; nothing was saved: shorten it."
        )
    return kept


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What was decided on one item. It cannot exist without its reason (need M6): Refused is raised."""

    decision: DecisionKind
    reason: str
    dissent: str = ""
    disclosure: DisclosureConsidered = DisclosureConsidered.NOT_CONSIDERED
    next_review: dt.date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", _required(self.reason, "The reason of the decision"))
        object.__setattr__(self, "dissent", tidy(self.dissent))


@dataclass(frozen=True, slots=True)
class ActionDraft:
    """One action: what, whose, by when (need M7). Refused is raised when the text or owner is blank."""

    text: str
    service: Service
    owner: str
    due: dt.date

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _required(self.text, "The text of the action"))
        object.__setattr__(self, "owner", _name(self.owner, "The owner of the action"))


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    """One person at, or excused from, a meeting (need M5). `for_prn` is set for one case's visitor."""

    service: Service
    name: str
    presence: Presence
    role: str = ""
    for_prn: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", _name(self.name, "The name of the person attending"))
        object.__setattr__(self, "role", clean(self.role))


def services_absent(
    attendance: Iterable[tuple[Service, Presence]], quorum: Sequence[Service] = tuple(Service)
) -> tuple[Service, ...]:
    """The services of the quorum with nobody present; a substitute counts, information sent does not.

    People present for one case only are left out by the caller.
    """
    here = {
        service for service, presence in attendance if presence in (Presence.PRESENT, Presence.SUBSTITUTE)
    }
    return tuple(service for service in quorum if service not in here)


def closing_faults(
    items_undecided: Sequence[str], copies_reserved: Sequence[str], copies_out_without_reason: Sequence[str]
) -> tuple[str, ...]:
    """Why a meeting cannot close, one sentence a cause; empty when it may.

    Items are told by PRN or name, copies by code, as the caller gives them (need M8).
    """
    causes = (
        (items_undecided, "Not decided: {}. Decide each item, or put it off."),
        (copies_reserved, "Copies reserved and not settled: {}. Print them again or make them void."),
        (
            copies_out_without_reason,
            "Copies still out without a recorded holder and reason: {}. Count them in or record why.",
        ),
    )
    return tuple(sentence.format(", ".join(which)) for which, sentence in causes if which)


def closing_warnings(
    absent: Sequence[Service], confidentiality_read: bool, disclosures_not_considered: Sequence[str]
) -> tuple[str, ...]:
    """What does not stop a meeting from closing but is said and recorded when it does."""
    warnings = []
    if absent:
        warnings.append(f"No quorum: nobody was present from {', '.join(absent)}.")
    if not confidentiality_read:
        warnings.append("The confidentiality statement is not recorded as read.")
    if disclosures_not_considered:
        told = ", ".join(disclosures_not_considered)
        warnings.append(f"Disclosure outside the forum was not considered for: {told}.")
    return tuple(warnings)


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """What closing needs to know of one item of the issued agenda."""

    case_id: int
    milestone: int | None
    decision: DecisionKind | None


def milestones_taken(items: Iterable[DecidedItem]) -> tuple[tuple[int, int], ...]:
    """`(case_id, milestone)` for every item decided and not put off (design/formats.md section 3)."""
    return tuple(
        (item.case_id, item.milestone)
        for item in items
        if item.milestone is not None and item.decision not in (None, DecisionKind.DEFERRED)
    )


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was recorded for one item, and how many items of the agenda are still undecided."""

    meeting: str
    prn: str
    decision: DecisionKind
    disclosure: DisclosureConsidered
    undecided: int


@dataclass(frozen=True, slots=True)
class ActionRow:
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


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person at, or excused from, one meeting."""

    meeting: str
    service: Service
    name: str
    presence: Presence


@dataclass(frozen=True, slots=True)
class ClosedMeeting:
    """A meeting just closed: what was warned of and `(PRN, milestone)` for each milestone it took."""

    meeting: MeetingRow
    warnings: tuple[str, ...]
    milestones: tuple[tuple[str, int], ...]
