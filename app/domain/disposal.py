"""What may be destroyed, when, and by whom: classes as data, due dates, holds, two people (need A7).

The clock plays no part: *due on a day* is asked with the day. What is never due: somebody with an open case, somebody
the last extract still names and no case ever was opened for, and whoever is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.domain.counting import count
from app.domain.dates import AUCKLAND, add_months, show_date, show_moment
from app.domain.documents import RecordDocument, RecordSection
from app.domain.errors import Refused
from app.domain.words import ExitReason


class DisposalEvent(StrEnum):
    """What begins the time that a record is kept."""

    RELEASED = "released"
    ENDED = "ended"
    IN_ERROR = "entered in error"
    LEFT_EXTRACT = "left the extract"


class DisposalState(StrEnum):
    """How far a disposal is."""

    PROPOSED = "proposed"
    DONE = "destroyed"
    DECLINED = "declined"
    AGAIN = "to be destroyed again"
    """Destroyed after the backup that this register was restored from was made."""

    @property
    def waits(self) -> bool:
        """Whether a chair is still to decide."""
        return self in (DisposalState.PROPOSED, DisposalState.AGAIN)


NO_AUTHORITY = "enter your agency's disposal authority"
"""What a class that a register begins with says in place of an authority."""


class ClassRow(Struct, frozen=True):
    """One class in force: name, what begins its time, how many years, and the source of the rule."""

    code: str
    version: int
    name: str
    event: DisposalEvent
    years: int
    source: str

    @property
    def has_authority(self) -> bool:
        return NO_AUTHORITY not in self.source


class Ended(Struct, frozen=True):
    """One case of a person that has ended."""

    on: date
    reason: ExitReason


class PersonFacts(Struct, frozen=True):
    """What decides whether somebody's time is up. `left` is the as-at day of the first extract without them."""

    number: int
    prn: str
    surname: str
    given_names: str
    forum: str
    has_open_case: bool
    ended: tuple[Ended, ...]
    left: date | None
    held: str = ""
    proposed: int | None = None


class DueRow(Struct, frozen=True):
    """Somebody whose time is up, or will be: by which class, since what, and what stands in the way."""

    number: int
    prn: str
    surname: str
    given_names: str
    forum: str
    class_code: str
    class_name: str
    event: DisposalEvent
    event_date: date
    due: date
    held: str = ""
    proposed: int | None = None


class HoldRow(Struct, frozen=True):
    """One hold, standing or released."""

    prn: str
    surname: str
    given_names: str
    forum: str
    reason: str
    held_by: str
    at: datetime
    released_by: str
    released_reason: str
    released_at: datetime | None


class Blanked(Struct, frozen=True):
    """A frozen text whose lines about the person were blanked, with the SHA-384 it had on paper and has now."""

    what: str
    before: str
    after: str


class DisposalRow(Struct, frozen=True):
    """One disposal. Once it is done only the register's own number and days tell whom it was about.

    `prn` and `name` are there while it is proposed and empty afterwards.
    """

    id: int
    number: int
    forum: str
    prn: str
    name: str
    class_code: str
    class_name: str
    years: int
    authority: str
    event: DisposalEvent
    event_date: date
    due: date
    state: DisposalState
    proposed_by: str
    proposed_at: datetime
    seq: int
    decided_by: str
    decided_at: datetime | None
    decided_seq: int | None
    decided_reason: str
    counts: Mapping[str, int]
    blanked: tuple[Blanked, ...]
    mentions: int
    checkpoint: str

    @property
    def has_authority(self) -> bool:
        return NO_AUTHORITY not in self.authority

    @property
    def total(self) -> int:
        """How many rows were destroyed."""
        return sum(self.counts.values())


def event_of(reason: ExitReason) -> DisposalEvent:
    """Which of a class's events a case's end is: the time its record is kept begins with it (decision 0032)."""
    if reason is ExitReason.ERROR:
        return DisposalEvent.IN_ERROR
    return DisposalEvent.RELEASED if reason.is_release else DisposalEvent.ENDED


def due_under(facts: PersonFacts, classes: Sequence[ClassRow]) -> DueRow | None:
    """By which class somebody's records are due, and when; None where nothing begins their time.

    Everything about a person goes at once, so the longest of their times decides: each ended case has one, and where
    two classes begin with the same event the longer is taken.
    """
    if facts.has_open_case:
        return None
    begun = [(event_of(case.reason), case.on) for case in facts.ended]
    if not begun and facts.left is not None:
        begun = [(DisposalEvent.LEFT_EXTRACT, facts.left)]
    found: DueRow | None = None
    for event, on in begun:
        longest = max(
            (each for each in classes if each.event is event), key=lambda each: each.years, default=None
        )
        if longest is None:
            return None
        due = add_months(on, 12 * longest.years)
        if found is None or due > found.due:
            found = _row(facts, longest, on, due)
    return found


def _row(facts: PersonFacts, by: ClassRow, on: date, due: date) -> DueRow:
    return DueRow(
        facts.number,
        facts.prn,
        facts.surname,
        facts.given_names,
        facts.forum,
        by.code,
        by.name,
        by.event,
        on,
        due,
        facts.held,
        facts.proposed,
    )


def due_on(people: Iterable[PersonFacts], classes: Sequence[ClassRow], day: date) -> tuple[DueRow, ...]:
    """Whose time is up on a day, that day included; the longest overdue first."""
    rows = (due_under(person, classes) for person in people)
    return tuple(
        sorted(
            (row for row in rows if row is not None and row.due <= day), key=lambda row: (row.due, row.prn)
        )
    )


def refuse_proposal(facts: PersonFacts, classes: Sequence[ClassRow], code: str, today: date) -> DueRow:
    """The row a proposal rests on. Raises `Refused` with what stands in the way, in words."""
    if facts.has_open_case:
        raise Refused(f"{facts.prn} has an open case; nothing was proposed: records of open cases are kept.")
    if facts.held:
        raise Refused(
            f"{facts.prn} is held ({facts.held}); nothing was proposed: release the hold first, with its reason."
        )
    if facts.proposed is not None:
        raise Refused(
            f"Disposal {facts.proposed} of {facts.prn} waits for a chair already; nothing was proposed."
        )
    row = due_under(facts, classes)
    if row is None:
        raise Refused(
            f"Nothing has begun the time of {facts.prn}: no case has ended, and the last extract still names them; "
            "nothing was proposed."
        )
    if row.class_code != code:
        raise Refused(
            f"{facts.prn} stands under class {row.class_code} ({row.class_name}), not {code}; nothing was proposed: "
            f"give --class {row.class_code}."
        )
    if row.due > today:
        raise Refused(
            f"{facts.prn} is due on {show_date(row.due)}, not yet; nothing was proposed: "
            f"class {row.class_code} keeps records until then."
        )
    return row


def refuse_approval(
    proposed_by: str, approver: str, facts: PersonFacts, classes: Sequence[ClassRow], today: date
) -> None:
    """Refuse a chair who proposed it, and whatever came up since: a hold, a case, a class that now keeps longer."""
    if proposed_by == approver:
        raise Refused(
            "Nobody approves a disposal they proposed; nothing was destroyed. Ask another chair to approve it."
        )
    if facts.held:
        raise Refused(
            f"There is a hold ({facts.held}); nothing was destroyed: release it first, with its reason."
        )
    if facts.has_open_case:
        raise Refused("A case was opened since this was proposed; nothing was destroyed: decline it.")
    row = due_under(facts, classes)
    if row is None or row.due > today:
        until = f"until {show_date(row.due)}" if row else "for now"
        raise Refused(f"The classes in force keep these records {until}; nothing was destroyed: decline it.")


def authority_of(code: str, authority: str, classes: Sequence[ClassRow]) -> str:
    """The authority that an approval rests on: the one proposed under, or what the class names by now.

    Raises `Refused` where there is none: nobody disposes of a public record without the authority of the Chief
    Archivist (Public Records Act 2005, s 18).
    """
    named = [authority, *(each.source for each in classes if each.code == code)]
    found = next((each for each in named if NO_AUTHORITY not in each), None)
    if found is None:
        raise Refused(
            f"Class {code} names no disposal authority, without which the Public Records Act 2005 (s 18) lets nothing "
            "be destroyed; nothing was. A chair names it first: `forumdesk disposal class`."
        )
    return found


def checked_class(code: str, name: str, years: int, source: str) -> tuple[str, str, str]:
    """A class as it may be stored. Raises `Refused` in words."""
    told = tuple(" ".join(each.split()) for each in (code.upper(), name, source))
    if not all(told):
        raise Refused("A class needs a code, a name and the source of its rule; nothing was changed.")
    if not 1 <= years <= 100:
        raise Refused(f"{years} years is no period of a class; nothing was changed: give 1 to 100.")
    if NO_AUTHORITY in told[2]:
        raise Refused(
            "The source still asks for your agency's disposal authority; nothing was changed: name the authority."
        )
    return told[0], told[1], told[2]


_BACKUPS = (
    "Backups made before this day hold the records until they are deleted. A register restored from one shows this "
    "disposal as to be done again."
)
_NO_NAME = "No name is kept: the register's own number is all that is left, and nobody else ever gets it."


def certificate(row: DisposalRow, forum_name: str, made: str, *, training: bool) -> RecordDocument:
    """The certificate of a disposal that is done: on whose word, by which class, how much, and no name (need A7)."""
    if row.state is not DisposalState.DONE:
        raise Refused(
            f"Disposal {row.id} is {row.state.value}; nothing was destroyed, so there is no certificate."
        )
    at = show_moment(row.decided_at) if row.decided_at else ""
    said = (
        ("Whose records", f"person {row.number} of this register"),
        ("Class", f"{row.class_code}: {row.class_name}, kept {count(row.years, 'year')}"),
        # A certificate is kept for an inquiry: an instruction must not pass for the authority itself.
        (
            "Authority",
            row.authority if row.has_authority else "none was named in the class when this was proposed",
        ),
        ("Kept since", f"{row.event.value}, {show_date(row.event_date)}"),
        ("Due", show_date(row.due)),
        ("Proposed", f"{show_moment(row.proposed_at)} by {row.proposed_by}, entry {row.seq:,} of the trail"),
        ("Approved and destroyed", f"{at} by {row.decided_by}, entry {row.decided_seq or 0:,} of the trail"),
        ("Rows destroyed", f"{row.total:,}"),
        ("Rows of others that still name them", str(row.mentions)),
        ("Checkpoint just before", row.checkpoint),
    )
    counts = tuple((name.replace("_", " "), f"{count:,}") for name, count in row.counts.items())
    blanked = tuple((each.what, each.before, each.after) for each in row.blanked)
    return RecordDocument(
        title=f"Certificate of disposal {row.id}",
        forum_name=forum_name,
        band="",
        dated=f"Destroyed {show_date(row.decided_at.astimezone(AUCKLAND).date())}" if row.decided_at else "",
        made=made,
        sections=(
            RecordSection("What was done", ("", ""), said, shares=(2.6, 6)),
            RecordSection("Rows destroyed, by table", ("Table", "Rows"), counts, shares=(5, 1)),
            RecordSection(
                "Frozen texts whose lines were blanked",
                ("Text", "SHA-384 as it was printed", "SHA-384 now"),
                blanked,
                "No frozen text named them.",
                (2, 4, 4),
            ),
        ),
        notes=(_NO_NAME, _BACKUPS),
        training=training,
    )
