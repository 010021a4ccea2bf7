"""What stands in the way of closing a meeting, and what is only warned of and recorded (need M8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.counting import count
from app.domain.meeting import ActionRow, MeetingRow
from app.domain.names import fold
from app.domain.packs import show_code
from app.domain.stand_in import is_withheld
from app.domain.words import ActionOutcome, DecisionKind, MeetingState, Service

_NOBODY = {
    "",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be decided",
    "unknown",
    "nobody",
    "somebody",
    "all",
} | {fold(service.value) for service in Service}


def has_owner(owner: str) -> bool:
    """Whether an action's owner is a person: a service alone, or `TBC`, is nobody who can be asked."""
    return fold(owner).strip("?. ") not in _NOBODY


def actions_by_owner(actions: Iterable[ActionRow]) -> tuple[tuple[ActionRow, ...], ...]:
    """The open actions that a person owns, one group an owner: by service, then by name, as slips are printed."""
    owned: dict[str, list[ActionRow]] = {}
    for action in actions:
        if action.outcome is ActionOutcome.OPEN and has_owner(action.owner):
            owned.setdefault(fold(action.owner), []).append(action)
    order = list(Service)
    found = sorted(owned.values(), key=lambda rows: (order.index(rows[0].service), fold(rows[0].owner)))
    return tuple(map(tuple, found))


def closing_faults(
    items_undecided: Sequence[str], copies_reserved: Sequence[str], copies_out_without_reason: Sequence[str]
) -> tuple[str, ...]:
    """Why a meeting cannot close, one sentence a cause; empty when it may.

    Items are told by PRN or name, copies by code, as the caller gives them (design/formats.md section 5).
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
    quorum_lacks: Sequence[str],
    confidentiality_read: bool,
    disclosures_not_considered: Sequence[str],
    not_read_to: Sequence[str] = (),
    actions_without_owner: Sequence[str] = (),
) -> tuple[str, ...]:
    """What does not stop a meeting from closing but is said and recorded when it does."""
    warnings = []
    if quorum_lacks:
        warnings.append(f"No quorum: {'; '.join(quorum_lacks)}.")
    if not confidentiality_read:
        warnings.append("The confidentiality statement is not recorded as read.")
    elif not_read_to:
        warnings.append(
            f"The confidentiality statement was not read to those who came later: {', '.join(not_read_to)}."
        )
    if disclosures_not_considered:
        told = ", ".join(disclosures_not_considered)
        warnings.append(f"Disclosure outside the forum was not considered for: {told}.")
    if actions_without_owner:
        warnings.append(f"Actions that no person owns: {', '.join(actions_without_owner)}.")
    return tuple(warnings)


class Check(StrEnum):
    """What is looked at before a meeting closes, in the order in which it is told."""

    UNDECIDED = "undecided"
    COPIES_RESERVED = "copies reserved"
    COPIES_OUT = "copies out"
    QUORUM = "quorum"
    CONFIDENTIALITY = "confidentiality"
    DISCLOSURES = "disclosures not considered"
    ACTIONS = "actions without owner"


class CaseName(Struct, frozen=True):
    """One case of the agenda, named for whoever may close the meeting."""

    prn: str
    name: str

    def __str__(self) -> str:
        return self.name if is_withheld(self.prn) else f"{self.name} (PRN {self.prn})"


class CopyOut(Struct, frozen=True):
    """A copy that is still with its holder; `reason` says why it stays there, blank while nobody has said."""

    code: str
    words: str
    holder: str
    reason: str


class LooseAction(Struct, frozen=True):
    """An action of the meeting that no person owns."""

    id: int
    prn: str
    text: str
    owner: str


class CheckLine(Struct, frozen=True):
    """One check as it is read: what was found, whether that stops the closing, and each thing by name."""

    check: Check
    in_order: bool
    stops: bool
    words: str
    details: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """In words, never by colour alone."""
        if self.in_order:
            return "in order"
        return "stops closing" if self.stops else "warning, will be recorded"


class Checklist(Struct, frozen=True):
    """How a meeting stands before it closes; the window's page and the command show the same lines."""

    meeting: str
    state: MeetingState
    items: int
    undecided: tuple[CaseName, ...]
    reserved: tuple[str, ...]
    out: tuple[CopyOut, ...]
    not_considered: tuple[CaseName, ...]
    quorum_lacks: tuple[str, ...]
    confidentiality_read: bool
    not_read_to: tuple[str, ...]
    without_owner: tuple[LooseAction, ...]

    @property
    def unexplained(self) -> tuple[CopyOut, ...]:
        """Copies out of which nobody has said why they stay out."""
        return tuple(copy for copy in self.out if not copy.reason)

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the meeting cannot close, told by PRN and code; empty when it may."""
        return closing_faults(
            [case.prn for case in self.undecided], self.reserved, [copy.code for copy in self.unexplained]
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What will be recorded as not in order if it closes now."""
        return closing_warnings(
            self.quorum_lacks,
            self.confidentiality_read,
            [case.prn for case in self.not_considered],
            self.not_read_to,
            [str(action.id) for action in self.without_owner],
        )

    @property
    def may_close(self) -> bool:
        """Whether a chair in office may close it now."""
        return self.state is MeetingState.ISSUED and not self.faults

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """Every check in order, those in order too."""
        decided = self.items - len(self.undecided)
        read = self.confidentiality_read and not self.not_read_to
        spoken = (
            ("Read to everybody who is here" if read else "Not read to those who came later")
            if self.confidentiality_read
            else "Not recorded as read"
        )
        return (
            _line(
                Check.UNDECIDED, True, f"{decided} of {self.items} items decided", map(str, self.undecided)
            ),
            _line(
                Check.COPIES_RESERVED,
                True,
                f"{count(len(self.reserved), 'copy', 'copies')} reserved and not settled",
                map(show_code, self.reserved),
            ),
            CheckLine(
                Check.COPIES_OUT,
                not self.unexplained,
                True,
                f"{len(self.out)} out, {len(self.unexplained)} of them without a reason",
                tuple(
                    f"{copy.words}, {show_code(copy.code)}, with {copy.holder}"
                    + (f": {copy.reason}" if copy.reason else "")
                    for copy in self.out
                ),
            ),
            _line(Check.QUORUM, False, "No quorum" if self.quorum_lacks else "Met", self.quorum_lacks),
            CheckLine(Check.CONFIDENTIALITY, read, False, spoken, self.not_read_to),
            _line(
                Check.DISCLOSURES,
                False,
                f"{len(self.not_considered)} decided without a word on disclosure",
                map(str, self.not_considered),
            ),
            _line(
                Check.ACTIONS,
                False,
                f"{len(self.without_owner)} owned by nobody in person",
                (f"{action.id}: {action.text} ({action.owner or 'nobody'})" for action in self.without_owner),
            ),
        )


def _line(check: Check, stops: bool, words: str, details: Iterable[str]) -> CheckLine:
    told = tuple(details)
    return CheckLine(check, not told, stops, words, told)


class DecidedItem(Struct, frozen=True):
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


PUT_OFF = "put off to the next meeting"


class NextDate(Struct, frozen=True):
    """When a case comes up again and why: the review the meeting set, else by the agenda rule."""

    prn: str
    day: date
    reason: str


class ClosedMeeting(Struct, frozen=True):
    """A meeting just closed: what was warned of, the milestones it took, and everybody's next date.

    `milestones` has `(PRN, milestone)`.
    """

    meeting: MeetingRow
    warnings: tuple[str, ...]
    milestones: tuple[tuple[str, int], ...]
    next_dates: tuple[NextDate, ...] = ()
    minutes_sha384: str = ""
    """The hash of the first version of the minutes, not confirmed yet."""
