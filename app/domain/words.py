"""The words of the field, as values (design/mission.md, "Words of the field").

Every enum's value is what stands in files, on paper and in JSON; change one and a contract changes.
"""

from __future__ import annotations

from enum import StrEnum


class Owner(StrEnum):
    """Whose value it is. A value of one owner never overwrites another's (needs R9, X7)."""

    IOMS = "IOMS"
    FORUM = "forum"
    POLICE = "Police"


class SixAnswer(StrEnum):
    """What a partner said when asked (need X6). A blank never means none."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    NOTHING_HELD = "nothing held"
    NOT_RELEVANT = "held, not relevant"
    RELEVANT = "held, relevant"
    CANNOT_SHARE = "held, cannot share"


class Service(StrEnum):
    """The four services at the table (design/formats.md section 5)."""

    PRISONS = "prisons"
    PROBATION = "probation"
    PSYCHOLOGICAL = "psychological services"
    POLICE = "police"


class Role(StrEnum):
    """One role for each forum and person (design/trust.md)."""

    ADMINISTRATOR = "administrator"
    CHAIR = "chair"
    MEMBER = "member"
    POLICE_LIAISON = "police liaison"
    AUDITOR = "auditor"


class AliasKind(StrEnum):
    BIRTH = "birth"
    ALIAS = "alias"
    NICKNAME = "nickname"
    TE_REO = "te reo form"


class DateName(StrEnum):
    """The named dates (need T1). The first six come from the extract, in its order."""

    PAROLE_ELIGIBILITY = "Parole eligibility date"
    HEARING = "Hearing"
    STATUTORY_RELEASE = "Statutory release date"
    SENTENCE_EXPIRY = "Sentence expiry date"
    FINAL_RELEASE = "Final release date"
    ORDERED_RELEASE = "Ordered release date"


class RiskWord(StrEnum):
    """Psychological risk as the extract says it, lowest first."""

    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"
    VERY_HIGH = "Very high"

    @property
    def rank(self) -> int:
        return list(RiskWord).index(self)


class FlagCode(StrEnum):
    """Dated flags about a person (need R4)."""

    HR = "HR"
    HP = "HP"
    CSO = "CSO"
    VNR = "VNR"
    OWR = "OWR"
    DEPORTATION = "DEP"
    TRANSFER_RESTRAINT = "TR"
    STAFF_SAFETY = "SS"

    @property
    def meaning(self) -> str:
        """What the flag means for the forum, in words (need R4)."""
        return _FLAG_MEANINGS[self]


_FLAG_MEANINGS = {
    FlagCode.HR: "High risk: taken in by a criterion; planning starts eight months out.",
    FlagCode.HP: "High profile: taken in by hand for media attention or public reaction.",
    FlagCode.CSO: "Child-sex-offender classification by Corrections, not the Police register of 2016.",
    FlagCode.VNR: "A victim is on the Victim Notification Register: ask the co-ordinator, never for a name.",
    FlagCode.OWR: "Offender Warning Register: a probation workload marker, not a community-risk score.",
    FlagCode.DEPORTATION: "Liable to deportation: release may be into Immigration's hands.",
    FlagCode.TRANSFER_RESTRAINT: "A restraint on transfer between prisons is in force.",
    FlagCode.STAFF_SAFETY: "Staff safety: read the reason before anyone meets this person.",
}


class HighProfileLimb(StrEnum):
    """The two limbs of high profile (need R3)."""

    MEDIA = "media attention"
    PUBLIC = "public reaction beyond what might reasonably be expected"


class LeftOutReason(StrEnum):
    """Why an imported person is not on the list, in order of test (design/formats.md section 2)."""

    NOT_YET = "not-yet"
    NO_ANCHOR = "no-anchor"
    VNR_ONLY = "vnr-only"
    DEPORTABLE = "deportable"
    DIRECT_RELEASE = "direct-release"
    TRANSFER_RESTRAINT = "transfer-restraint"
    STAFF_SAFETY = "staff-safety"
    NO_CRITERION = "no-criterion"

    @property
    def on_watch_list(self) -> bool:
        return self not in (LeftOutReason.NO_CRITERION, LeftOutReason.NOT_YET)

    @property
    def words(self) -> str:
        """The reason as a person reads it; the value is for files and JSON."""
        return _LEFT_OUT_WORDS[self]


_LEFT_OUT_WORDS = {
    LeftOutReason.NOT_YET: "not yet",
    LeftOutReason.NO_ANCHOR: "no date to count from",
    LeftOutReason.VNR_ONLY: "victim notification alone",
    LeftOutReason.DEPORTABLE: "liable to deportation",
    LeftOutReason.DIRECT_RELEASE: "released without a hearing",
    LeftOutReason.TRANSFER_RESTRAINT: "a restraint on transfer",
    LeftOutReason.STAFF_SAFETY: "staff safety alone",
    LeftOutReason.NO_CRITERION: "no criterion fires",
}


class ExitReason(StrEnum):
    """Why a case ended (design/mission.md). The first two are releases."""

    PAROLE = "released on parole"
    SRD = "released at SRD"
    DEPORTED = "deported"
    DECLINED = "declined (next hearing)"
    RECALLED = "recalled"
    MOVED = "moved to another forum"
    CRITERIA = "criteria changed"
    DIED = "died"
    ERROR = "entered in error"

    @property
    def is_release(self) -> bool:
        return self in (ExitReason.PAROLE, ExitReason.SRD)


class MeetingKind(StrEnum):
    COMBINED = "combined"
    PREPARATION = "preparation"
    SIGN_OFF = "sign-off"
    EXTRAORDINARY = "extraordinary"

    @property
    def milestones(self) -> tuple[int, ...]:
        """The milestones (months before the anchor) this kind of meeting takes, largest first."""
        if self is MeetingKind.PREPARATION:
            return (8, 6)
        if self is MeetingKind.SIGN_OFF:
            return (4, 2, 1)
        return MILESTONES


MILESTONES = (8, 6, 4, 2, 1)


class MeetingState(StrEnum):
    DRAFT = "draft"
    ISSUED = "issued"
    CLOSED = "closed"


class Track(StrEnum):
    TABLE = "table"
    PAPER = "paper"


class AgendaReason(StrEnum):
    """Why a case is listed, in the order of design/formats.md section 3.

    `milestone-K` is five members so that a stored reason is one word.
    """

    RELEASE_BEFORE_NEXT = "release-before-next"
    HEARING_BEFORE_NEXT = "hearing-before-next"
    MILESTONE_8 = "milestone-8"
    MILESTONE_6 = "milestone-6"
    MILESTONE_4 = "milestone-4"
    MILESTONE_2 = "milestone-2"
    MILESTONE_1 = "milestone-1"
    ACTION_DUE = "action-due"
    BOARD_RESULT = "board-result"
    TELL_THE_BOARD = "tell-the-board"
    POLICE_RELEVANT = "police-relevant"
    ADDRESS_UNSETTLED = "address-unsettled"
    DATE_MOVED = "date-moved"
    FLAG_CHANGED = "flag-changed"
    NEW_CASE = "new-case"
    DEFERRED = "deferred"
    NO_ANCHOR = "no-anchor"
    RELEASED = "released"
    ASKED_FOR = "asked-for"


class DecisionKind(StrEnum):
    AGREED = "agreed"
    WITH_CHANGES = "agreed-with-changes"
    MORE_TO_DO = "more-to-do"
    DEFERRED = "deferred"


class GroundCode(StrEnum):
    """The paragraphs of information privacy principle 11(1), Privacy Act 2020 section 22 (need D1)."""

    PURPOSE = "a"
    TO_THE_PERSON = "b"
    BY_THE_PERSON = "c"
    PUBLISHED = "d"
    LAW = "e"
    THREAT = "f"
    INTELLIGENCE_AGENCY = "g"
    NOT_IDENTIFIED = "h"
    BUSINESS = "i"


class RequestState(StrEnum):
    """How a disclosure that somebody asked for stands (need D1)."""

    WAITS = "waiting for a chair"
    APPROVED = "approved"
    DECLINED = "declined"
    MADE = "made"
    WITHDRAWN = "withdrawn"


class DisclosureConsidered(StrEnum):
    """Starts at *not considered*; only the chair's yes, no or deferred moves it (need M6)."""

    NOT_CONSIDERED = "not considered"
    YES = "yes"
    NO = "no"
    DEFERRED = "deferred"


class Presence(StrEnum):
    PRESENT = "present"
    APOLOGIES = "apologies"
    SUBSTITUTE = "substitute"
    INFORMATION_SENT = "information sent"


class BoardOutcome(StrEnum):
    """What the Board decided, as far as it makes actions (need B1); its own words stand beside."""

    RELEASED = "released"
    CONDITIONS = "conditions set"
    DECLINED = "declined"
    ADJOURNED = "adjourned"
    OTHER = "other"


class NoticeTo(StrEnum):
    """Who is told of a hearing and of its result (need B3)."""

    POLICE = "Police"
    VNR = "VNR co-ordinator"
    PROBATION = "probation"
    UNIT = "prison unit"


class NoticeAbout(StrEnum):
    """What a notice is about."""

    HEARING = "hearing"
    RESULT = "result"


class TransferState(StrEnum):
    """How the transfer of a case to another forum stands (need R11)."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class DriftState(StrEnum):
    """How a difference from what the Board was told stands (need B2)."""

    OPEN = "open"
    TOLD = "told"
    BACK = "as told again"
    WITHDRAWN = "withdrawn"
    LAPSED = "withdrawn, then changed further"


class ActionOutcome(StrEnum):
    """`open` until told otherwise; figures count *not done*, never *overtaken* (need M7)."""

    OPEN = "open"
    DONE = "done"
    OVERTAKEN = "overtaken"
    NOT_DONE = "not done"
    TRANSFERRED = "transferred"


class OrderKind(StrEnum):
    """External orders panel (need R7)."""

    PROTECTION = "protection order"
    NON_CONTACT = "non-contact order"
    POLICE_SAFETY = "Police safety order"
    DEPORTATION = "deportation order"
    BAIL = "bail conditions"


class CheckKind(StrEnum):
    """Who checks a proposed address (need P2). Victim nearness holds an answer, never a place (P3)."""

    PROBATION = "Probation"
    POLICE = "Police"
    VICTIM_NEARNESS = "victim nearness"
    CHILDREN = "children's agency"
    SCHOOLS = "schools"


class NearnessAnswer(StrEnum):
    """The VNR co-ordinator's answer (need P3). No field anywhere says whose or where."""

    NOT_ASKED = "not asked"
    CLEAR = "clear"
    CONFLICT = "conflict"
    CONDITIONS = "conditions needed"


class NeedDomain(StrEnum):
    """Release-plan needs by domain (need P4)."""

    HOUSING = "housing"
    MONEY = "money and ID"
    WORK = "work"
    WHANAU = "whānau"
    HEALTH_SUPPORT = "health support"
    ALCOHOL_DRUGS = "alcohol and drugs"
    ATTITUDES = "attitudes"
    PROGRAMMES = "programmes"


class Grade(StrEnum):
    """How sure a piece of information is (need D3)."""

    PROVEN = "proven"
    RECORDED = "recorded"
    REPORTED = "reported"
    INTELLIGENCE = "intelligence"


class Handling(StrEnum):
    """What may be done with what Police told us (need X7)."""

    MINUTED = "may be minuted"
    MEMBERS_ONLY = "members only"
    DO_NOT_ATTRIBUTE = "do not attribute"
    FOR_THE_BOARD = "for the Board"


class Marking(StrEnum):
    IN_CONFIDENCE = "IN CONFIDENCE"
    SENSITIVE = "SENSITIVE"


ENDORSEMENT = "ACCOUNTABLE MATERIAL"


class PoliceChecks(StrEnum):
    """The forum's policy on Police checks of addresses (need P2)."""

    EVERY_ADDRESS = "every address"
    ON_REQUEST = "on request"


class RowState(StrEnum):
    """What became of a sent row on its way back, in order of test (design/formats.md section 4)."""

    UNKNOWN_ROW = "unknown-row"
    DUPLICATE = "duplicate"
    OURS_CHANGED = "ours-changed"
    INTACT = "intact"


class CellState(StrEnum):
    """`undecided accepted rejected asked` before confirm; `taken not-taken changed asked` after."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ASKED = "asked"
    TAKEN = "taken"
    NOT_TAKEN = "not-taken"
    CHANGED = "changed"


class Contents(StrEnum):
    """What a numbered copy holds."""

    PACK = "pack"
    AGENDA = "agenda"
    MINUTES = "minutes"
    SLIP = "slip"


MEETING_PAPERS = (Contents.PACK, Contents.AGENDA, Contents.MINUTES)
"""What is printed with the same contents for every holder; a slip has its owner's actions alone."""


class MinutesStepName(StrEnum):
    """What becomes of a version of the minutes after it is made (need M8)."""

    CONFIRMED = "confirmed"
    REOPENED = "reopened"


class IncidentStepName(StrEnum):
    """What is done about a missing copy, in order; the value is how it is told (app/domain/incidents.py)."""

    CONTAIN = "contain it"
    ASSESS = "assess the harm"
    COMMISSIONER = "Privacy Commissioner"
    PEOPLE = "people affected"
    PREVENT = "prevent it"
    CLOSED = "closed"


class CopyState(StrEnum):
    """The life of a numbered copy (need K2). A reserved copy that a crash left must be settled."""

    RESERVED = "reserved"
    VOID = "void"
    OUT = "out"
    RETURNED = "returned"
    DESTROYED = "destroyed"
    MISSING = "missing"


class ProposalKind(StrEnum):
    """What is proposed about somebody: a role, the chair's office for good or for some days, or new keys."""

    ROLE = "role"
    HAND_OVER = "hand-over"
    DEPUTY = "deputy"
    RESET = "new passphrase"


class SourceOf(StrEnum):
    """What a sealed source is about: what a service gave, what was said at the table, or a Police answer."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    POLICE = "police"


class Topic(StrEnum):
    """What a use case changed, so that screens showing it look again."""

    REGISTER = "register"
    FORUMS = "forums"
    PEOPLE = "people"
    CASES = "cases"
    CRITERIA = "criteria"
    MEETINGS = "meetings"
    PACKS = "packs"
    POLICE = "police"
    DISCLOSURES = "disclosures"
    TRAIL = "trail"
    BACKUPS = "backups"
    DISPOSALS = "disposals"
