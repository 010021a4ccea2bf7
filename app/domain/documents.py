"""What is printed, as plain values: the use case fills these, reports/ lays them out (needs M2, K1, M8).

A document holds words and dates only, so that nobody who lays out a page can reach past it into the
register, and so that its hash says what was printed. Markings and TRAINING come in with the document;
nothing here decides who may read what.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from app.domain.dates import show_date
from app.domain.records import spelt_out
from app.domain.words import ENDORSEMENT, Contents, Marking


class Part(StrEnum):
    """The parts of a case sheet that a reader may have to do without (need K4); the words stand on the page."""

    WHY = "why it is on the list"
    OFFENDING = "sentence and offending"
    RISKS = "risk ratings"
    CHANGES = "what changed"
    PLAN = "needs, conditions, consents and what is missing"


class Said(Struct, frozen=True):
    """A value and who says so (need R12). `source` is ready to print: `IOMS, as at 01/11/2026`."""

    text: str
    source: str = ""


class AgendaItem(Struct, frozen=True):
    """One listed case; `reasons` are sentences in the order of design/formats.md section 3."""

    position: int
    name: str
    prn: str
    anchor: str
    """The anchor date with its name: `Hearing 14/05/2027`, or words that there is none."""
    reasons: tuple[str, ...]
    minutes: int
    missed: tuple[int, ...] = ()
    """Milestones (months) never taken at a closed meeting."""
    no_reply: str = ""
    """*Police: no reply* and when the workbook was sent; empty where they answered or still have time."""


class AgendaSection(Struct, frozen=True):
    """A track with its items: on the table, or on paper (need M3)."""

    heading: str
    note: str
    items: tuple[AgendaItem, ...]


class NotListedLine(Struct, frozen=True):
    """Everyone not listed has a next date and the reason for it (need M2)."""

    name: str
    prn: str
    next_on: date | None
    reason: str


class AgendaDocument(Struct, frozen=True):
    """The agenda of one meeting. `considered` = listed + not listed, told on the page."""

    sections: tuple[AgendaSection, ...]
    not_listed: tuple[NotListedLine, ...]
    minutes: int
    length: int
    """Minutes the meeting has."""
    considered: int
    kind: str = ""
    chair: str = ""
    state: str = ""
    """`Issued 24/02/2027 by …`, or words that it is a draft."""
    left_out: str = ""
    """A sentence in the place of what this reader does not get to see; empty for the whole agenda (need K4)."""
    opened: tuple[str, ...] = ()
    """Restricted cases opened by break-glass since the last meeting, each in a sentence (need A4)."""

    @property
    def listed(self) -> int:
        return sum(len(section.items) for section in self.sections)


class DateLine(Struct, frozen=True):
    """A named date; exactly one may be the anchor (need T1)."""

    name: str
    day: date | None
    anchor: bool = False
    source: str = ""
    note: str = ""


class RiskLine(Struct, frozen=True):
    """One service's own rating; never combined with another's (need R8)."""

    service: str
    tool: str
    score: str
    version: str = ""
    day: date | None = None
    assessor: str = ""


class FlagLine(Struct, frozen=True):
    """A flag as code, word and what it means for the forum (need R4)."""

    code: str
    word: str
    meaning: str
    since: date | None = None
    until: date | None = None
    source: str = ""
    as_at: date | None = None


class OrderLine(Struct, frozen=True):
    """One line of the external orders panel. `answer` is one of the six; a blank never means none (R7)."""

    kind: str
    answer: str
    detail: str = ""
    source: str = ""


class ChangeLine(Struct, frozen=True):
    """What changed since the last meeting: old and new stand side by side (need T2)."""

    what: str
    old: str
    new: str
    day: date | None = None


class InformationLine(Struct, frozen=True):
    """One statement with its author, date, grade and handling (needs D3, X7). Never its sealed source."""

    text: str
    author: str = ""
    day: date | None = None
    grade: str = ""
    handling: str = ""


SOMEBODY = "somebody not to be named"
"""Stands in the place of a service where what was said must not be attributed (need X7)."""


class ServiceBlock(Struct, frozen=True):
    """What one service says about a case; empty is told in words."""

    service: str
    information: tuple[InformationLine, ...] = ()
    no_reply: str = ""
    """Of Police: that they did not reply this time, whatever stands here from earlier."""


class AddressLine(Struct, frozen=True):
    """A proposed address. *Verified?* and *is it the next address?* are two answers (need P1)."""

    rank: int
    address: str
    residents: str = ""
    consent: str = ""
    checks: tuple[str, ...] = ()
    verified: str = ""
    next_address: str = ""
    note: str = ""
    """Why a dead address was withdrawn and by whom."""


class NeedLine(Struct, frozen=True):
    """A need of the release plan by domain (need P4)."""

    domain: str
    status: str
    service: str = ""
    owner: str = ""


class ActionLine(Struct, frozen=True):
    text: str
    owner: str
    service: str
    due: date | None
    outcome: str = "open"


class CaseSheetDocument(Struct, frozen=True):
    """One case on paper, in the field order of a forum's form."""

    position: int
    name: str
    prn: str
    date_of_birth: date | None = None
    age: int | None = None
    aliases: tuple[str, ...] = ()
    prison: str = ""
    unit: str = ""
    physical_marks: str = ""
    leading_service: str = ""
    owner: str = ""
    who_source: str = ""
    """Where the lines above come from: `IOMS, as at 01/11/2026`."""
    reasons: tuple[str, ...] = ()
    missed: tuple[int, ...] = ()
    track: str = ""
    minutes: int = 0
    anchor: str = ""
    anchor_note: str = ""
    """`Set by hand because …`, or the rule that chose it."""
    dates: tuple[DateLine, ...] = ()
    sentence: Said = Said("")
    offences: tuple[str, ...] = ()
    previous_offending: tuple[str, ...] = ()
    offending_source: str = ""
    risks: tuple[RiskLine, ...] = ()
    flags: tuple[FlagLine, ...] = ()
    orders: tuple[OrderLine, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    changes_since: date | None = None
    """The last closed meeting's day; None while there is none."""
    services: tuple[ServiceBlock, ...] = ()
    addresses: tuple[AddressLine, ...] = ()
    needs: tuple[NeedLine, ...] = ()
    conditions: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    """What the person signed that is in force on the day of the meeting (need D2)."""
    asks_missing: tuple[str, ...] = ()
    """What the named milestone asks for and nobody has answered (design/formats.md section 3)."""
    actions: tuple[ActionLine, ...] = ()
    warnings: tuple[str, ...] = ()
    """For instance a Christmas release that may move (Parole Act 2002 s 52)."""
    notes_lines: int = 4
    left_out: tuple[Part, ...] = ()
    """Parts that this reader does not get to see; the page names them (need K4)."""


class AttendanceLine(Struct, frozen=True):
    service: str
    name: str
    presence: str
    role: str = ""
    note: str = ""


class MinuteItem(Struct, frozen=True):
    """One case as decided, for a reader who was not there. A decision always has its reason (need M6)."""

    position: int
    name: str
    prn: str
    anchor: str
    decision: str
    reason: str
    dissent: str = ""
    dissent_by: str = ""
    disclosure: str = ""
    disclosure_note: str = ""
    track: str = ""
    why: tuple[str, ...] = ()
    """Why the case was on the agenda, in sentences."""
    visitors: tuple[str, ...] = ()
    """Who was there for this case only."""
    discussion: tuple[Said, ...] = ()
    """Said by service: `Said(text, service)`."""
    next_review: date | None = None
    next_on: date | None = None
    next_reason: str = ""
    """When the case comes up again and why: the review the meeting set, else by the agenda rule."""
    actions: tuple[ActionLine, ...] = ()
    carried: tuple[ActionLine, ...] = ()
    """Actions of earlier meetings that were open when this one began, with what became of them."""


class EndedLine(Struct, frozen=True):
    """A case that ended otherwise than by a release, told in the minutes (formats.md section 3)."""

    name: str
    prn: str
    reason: str
    day: date | None = None


class MinutesDocument(Struct, frozen=True):
    """The minutes of a closed meeting; distributed as numbered copies like packs (need M8)."""

    kind: str
    chair: str
    closed: str
    """`Closed 10/03/2027 12:41 by …`, ready to print."""
    attendance: tuple[AttendanceLine, ...]
    decisions: tuple[MinuteItem, ...]
    quorum: str = ""
    confidentiality: str = ""
    warnings: tuple[str, ...] = ()
    ended: tuple[EndedLine, ...] = ()
    not_listed: tuple[NotListedLine, ...] = ()
    """Everybody who was not discussed, with their next date."""
    note: str = ""
    """What was added when the minutes were corrected."""
    opened: tuple[str, ...] = ()
    """What the meeting was told of restricted cases opened by break-glass since the one before (need A4)."""


class MinutesStanding(Struct, frozen=True):
    """Which version of the minutes this is and how it stands: printed beside the frozen text, not in it."""

    version: int
    state: str
    """`Confirmed 12/03/2027 09:10 by …`, or that it is a draft."""
    is_draft: bool
    changes: tuple[str, ...] = ()
    """What this version says otherwise than the one before, in sentences."""


class SlipAction(Struct, frozen=True):
    """One action on its owner's slip: what, about whom, by when."""

    number: int
    text: str
    name: str
    prn: str
    due: date
    given: str
    """The meeting that gave it."""


class SlipDocument(Struct, frozen=True):
    """One owner's own open actions after a meeting, and nobody else's (need M7)."""

    owner: str
    service: str
    actions: tuple[SlipAction, ...]


class PackDocument(Struct, frozen=True):
    """Whatever is printed in numbered copies: a pack, an agenda or minutes (formats.md section 5).

    `checkpoint` is the trail's checkpoint, in full on minutes and else in its short form; `content_hash` is `hash_of`
    this document.
    """

    contents: Contents
    title: str
    forum_name: str
    meeting_code: str
    meeting_day: date
    made: str = ""
    """`Made 03/03/2027 10:42 by …`, ready to print."""
    marking: str = Marking.IN_CONFIDENCE
    endorsement: str = ENDORSEMENT
    training: bool = False
    checkpoint: str = ""
    content_hash: str = ""
    reader: str = ""
    """Whose view this is, where contents differ by reader (need K4)."""
    agenda: AgendaDocument | None = None
    case_sheets: tuple[CaseSheetDocument, ...] = ()
    minutes: MinutesDocument | None = None
    standing: MinutesStanding | None = None
    slip: SlipDocument | None = None

    @property
    def people(self) -> int:
        """How many people it shows, for the ledger: whom it withholds has no PRN here and is shown to nobody."""
        agenda = [item.prn for part in self.agenda.sections for item in part.items] if self.agenda else []
        sheets = [sheet.prn for sheet in self.case_sheets]
        minutes = [item.prn for item in self.minutes.decisions] if self.minutes else []
        actions = [action.prn for action in self.slip.actions] if self.slip else []
        return len({*agenda, *sheets, *minutes, *actions} - {""})

    @property
    def dated(self) -> str:
        """What stands at the head of every page, beside the marking."""
        return f"Meeting {show_date(self.meeting_day)}"

    @property
    def full_marking(self) -> str:
        """As it stands on every page; a demo's pages say TRAINING first, minutes not yet confirmed DRAFT."""
        draft = "DRAFT" if self.standing and self.standing.is_draft else ""
        training = "TRAINING" if self.training else ""
        return " – ".join(part for part in (training, draft, self.marking) if part)


class RecordSection(Struct, frozen=True):
    """A table of a printed record: one line a row, or what is said where there is none."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "Nothing is recorded."
    shares: tuple[float, ...] = ()
    fresh: bool = False
    """Whether it begins a page."""


class RecordDocument(Struct, frozen=True):
    """A certificate, or the record as it stood on a past day: its band stands on every page with the marking."""

    title: str
    forum_name: str
    band: str
    """`AS KNOWN ON 3 March 2027`, or whatever nobody must overlook on any page."""
    dated: str
    made: str
    sections: tuple[RecordSection, ...]
    notes: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    """Lines that stand at the foot of every page: what nobody must overlook on a page of its own."""
    marking: str = Marking.IN_CONFIDENCE
    training: bool = False

    @property
    def full_marking(self) -> str:
        """As it stands at the head and the foot of every page."""
        return " – ".join(part for part in ("TRAINING" if self.training else "", self.marking) if part)


def hash_of(document: PackDocument) -> str:
    """SHA-384 of what is printed, in hexadecimal, blind to the hash and checkpoint that stand beside it.

    The same words give the same hash on any computer: keys are sorted, dates are ISO, text is UTF-8.
    """
    bare = spelt_out(replace(document, content_hash="", checkpoint=""))
    written = json.dumps(bare, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_iso)
    return hashlib.sha384(b"forumdesk/document/1\0" + written.encode("utf-8")).hexdigest()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a document may not hold {type(value).__name__}")
