"""Roles, permissions and who may what: the golden table of design/trust.md as data.

The engine and the window both ask `grant`, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.errors import NotPermitted, Refused
from app.domain.words import ProposalKind, Role


class Grant(StrEnum):
    """`●` may, `◐` may within a limit the query keeps, `○` asks and another approves, `–` may not."""

    YES = "●"
    LIMITED = "◐"
    ASKS = "○"
    NO = "–"


class Permission(StrEnum):
    """What a use case needs. The value completes the sentence "You may not …"."""

    SEE_AGENDA = "see this forum's agenda"
    OPEN_CASE = "search or open cases"
    SEAL_SOURCE = "seal who said something, or see that it is sealed"
    OPEN_SOURCE = "open the seal of a source"
    SEE_WATCH_LIST = "see who is not on the list"
    RESTRICT_CASE = "restrict cases or name their readers"
    LIFT_RESTRICTION = "lift a restriction, or exclude somebody from a case"
    BREAK_GLASS = "open a restricted case by break-glass"
    EDIT_CASE = "change cases, flags or criteria, or take in an extract"
    MAKE_AGENDA = "make or issue an agenda"
    PRINT_PACKS = "print numbered copies, or count them in"
    DESTROY_COPY = "record a copy as destroyed"
    MAKE_POLICE_WORKBOOK = "make the Police workbook or show its passphrase"
    TAKE_IN_POLICE = "take in the workbook that Police returned"
    DECIDE_POLICE = "decide what is taken from the Police workbook"
    FORCE_MATCH = "say which person an unknown row is about"
    ASK_MATCH = "ask a chair to say which person an unknown row is about"
    SEE_PAST = "look at the record as it stood on a past day"
    PRINT_PAST = "give out the record as it stood on a past day"
    SEE_DISCLOSURES = "see the ledger of what left the forum"
    ASK_DISCLOSURE = "ask for a disclosure, or see what was asked for"
    APPROVE_DISCLOSURE = "decide on a disclosure that somebody asked for"
    RECORD_DISCLOSURE = "record a disclosure as made"
    SEE_FRONT_LINE = "see front-line briefs"
    RECORD_MEETING = "record decisions, actions or attendance"
    MARK_ACTION = "say what became of an action"
    CLOSE_MEETING = "close a meeting, or sign or reopen its minutes"
    READ_MINUTES = "read minutes"
    CORRECT_MINUTES = "correct signed minutes"
    EVALUATE_MEETING = "evaluate a meeting as its chair"
    SEE_FIGURES = "see figures"
    APPROVE_PERSON = "approve a person or a role"
    PROPOSE_PERSON = "propose a person or a role"
    REVOKE_PERSON = "end somebody's access"
    HAND_OVER = "hand over the chair, or name a deputy"
    SEE_PEOPLE = "see who has access"
    CHANGE_FORUM = "add or change a forum or its meetings"
    SEE_FORUM = "see forums and their meetings"
    READ_TRAIL = "read the trail"
    VERIFY_TRAIL = "verify the trail or print a checkpoint"
    SEE_DISPOSALS = "see what is due to be destroyed, or what was"
    PROPOSE_DISPOSAL = "propose that records are destroyed, or hold them"
    DISPOSE = "have records destroyed, or change how long they are kept"
    CHECK_REGISTER = "check the register"
    BACK_UP = "back up the register"
    RESTORE = "decide on an older copy of the register or on rows changed outside ForumDesk"
    OWN_KEYS = "change your own passphrase"
    ACCEPT_OFFICE = "accept an office"


_ROLES = (Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR)

_TABLE: dict[Permission, str] = {
    Permission.SEE_AGENDA: "●●●◐–",
    Permission.OPEN_CASE: "●●◐––",
    Permission.SEAL_SOURCE: "●●–––",
    Permission.OPEN_SOURCE: "◐●◐◐–",
    Permission.SEE_WATCH_LIST: "●●–––",
    Permission.RESTRICT_CASE: "●●–––",
    Permission.LIFT_RESTRICTION: "–●–––",
    Permission.BREAK_GLASS: "●●–––",
    Permission.EDIT_CASE: "●––––",
    Permission.MAKE_AGENDA: "●●–––",
    Permission.PRINT_PACKS: "●●–––",
    Permission.DESTROY_COPY: "●●–––",
    Permission.MAKE_POLICE_WORKBOOK: "●●–––",
    Permission.TAKE_IN_POLICE: "●●–●–",
    Permission.DECIDE_POLICE: "●––◐–",
    Permission.FORCE_MATCH: "○●–––",
    Permission.ASK_MATCH: "●––––",
    Permission.SEE_PAST: "●●–––",
    Permission.PRINT_PAST: "–●–––",
    Permission.SEE_DISCLOSURES: "●●––●",
    Permission.ASK_DISCLOSURE: "●●●●–",
    Permission.APPROVE_DISCLOSURE: "–●–––",
    Permission.RECORD_DISCLOSURE: "●––––",
    Permission.SEE_FRONT_LINE: "●●–––",
    Permission.RECORD_MEETING: "●●–––",
    Permission.MARK_ACTION: "●●◐◐–",
    Permission.CLOSE_MEETING: "–●–––",
    Permission.READ_MINUTES: "●●–––",
    Permission.CORRECT_MINUTES: "○●–––",
    Permission.EVALUATE_MEETING: "–●–––",
    Permission.SEE_FIGURES: "●●●–●",
    Permission.APPROVE_PERSON: "–●–––",
    Permission.PROPOSE_PERSON: "●––––",
    Permission.REVOKE_PERSON: "●●–––",
    Permission.HAND_OVER: "–●–––",
    Permission.SEE_PEOPLE: "●●––●",
    Permission.CHANGE_FORUM: "●●–––",
    Permission.SEE_FORUM: "●●●●●",
    Permission.READ_TRAIL: "◐●––●",
    Permission.VERIFY_TRAIL: "●●●●●",
    Permission.SEE_DISPOSALS: "●●–––",
    Permission.PROPOSE_DISPOSAL: "●●–––",
    Permission.DISPOSE: "○●–––",
    Permission.CHECK_REGISTER: "●●●●●",
    Permission.BACK_UP: "●●–––",
    Permission.RESTORE: "○●–––",
    Permission.OWN_KEYS: "●●●●●",
    Permission.ACCEPT_OFFICE: "●●●●–",
}
"""By role, in the order of `_ROLES`."""


def grant(permission: Permission, role: Role) -> Grant:
    """What the golden table says (design/trust.md, "Who may what")."""
    return Grant(_TABLE[permission][_ROLES.index(role)])


def whom_to_ask(permission: Permission) -> str:
    """Who may it without a limit, for a sentence of refusal: `a chair`, `an administrator or a chair`."""
    able = [words for role, words in _ASKABLE if grant(permission, role) is Grant.YES]
    return " or ".join(able)


_ASKABLE = ((Role.ADMINISTRATOR, "an administrator"), (Role.CHAIR, "a chair"))
"""Everything is granted to one of these two, so that a refusal can always name somebody."""


class Office(Struct, frozen=True):
    """A role in one forum, or in every forum where `forum` is None, from one day to another, both included."""

    forum: str | None
    role: Role
    from_date: date
    to_date: date | None
    besides: tuple[str, ...] = ()
    """Of an office in every forum: those in which it was handed over to somebody else."""

    def holds(self, on: date) -> bool:
        return self.from_date <= on and (self.to_date is None or on <= self.to_date)

    def covers(self, forum: str | None) -> bool:
        """Whether it is an office in this forum; with None, whether it is one in every forum the register gets."""
        return self.forum == forum or (self.forum is None and forum not in self.besides)

    def reaches(self, other: Office) -> bool:
        """Whether it is an office wherever the other one is."""
        return self.covers(other.forum) and (
            other.forum is not None or set(self.besides) <= set(other.besides)
        )

    @property
    def where(self) -> str:
        """`CHC`, `every forum`, `every forum but CHC`."""
        but = f" but {', '.join(self.besides)}" if self.besides else ""
        return self.forum or f"every forum{but}"


def role_in(offices: tuple[Office, ...], forum: str | None, on: date) -> Role | None:
    """The one role a person has in a forum on a day; a forum's own office beats an office in every forum.

    `forum` None asks for the register as a whole: an office in every forum first, else any office in force,
    so that somebody who belongs to one forum can still list forums or change a passphrase.
    """
    held = [office for office in offices if office.holds(on)]
    if forum is None:
        held.sort(key=lambda office: office.forum is not None)
        return held[0].role if held else None
    own = [office for office in held if office.forum == forum] or [o for o in held if o.covers(forum)]
    return own[0].role if own else None


def may_in(permission: Permission, offices: tuple[Office, ...], forum: str | None, on: date) -> bool:
    """Whether these offices allow it, without a limit, in a forum: for work that is about several forums."""
    role = role_in(offices, forum, on)
    return role is not None and grant(permission, role) is Grant.YES


LONGEST_OFFICE = 3_653
"""Days from the first day of an office to its last: among so many it is found what a row said that somebody changed."""


def refuse_office(office: Office, giver_in: frozenset[str] | None) -> None:
    """Refuse an office that its giver could not give: in a forum not theirs, or ending before it begins.

    `giver_in` are the forums in which the giver may approve people, None for every forum.
    """
    if giver_in is not None and (office.forum is None or office.forum not in giver_in):
        raise NotPermitted(
            f"You may not {Permission.APPROVE_PERSON.value} in {office.where}; nothing was changed. Ask a chair of it."
        )
    if office.to_date is not None and office.to_date < office.from_date:
        raise Refused("An office cannot end before it begins; nothing was changed. Mend one of the two days.")
    if office.to_date is not None and (office.to_date - office.from_date).days > LONGEST_OFFICE:
        raise Refused(
            "An office that has a last day lasts ten years at most; nothing was changed. Give an earlier last day, or "
            "none."
        )


def refuse_last(leaving: tuple[Office, ...], others: tuple[Office, ...], on: date) -> None:
    """Refuse to end the access of the last administrator or the last chair in office, anywhere they are it.

    In an emergency this is not asked; two recovery codes then make a new chair.
    """
    for role in (Role.ADMINISTRATOR, Role.CHAIR):
        for office in leaving:
            if office.role is not role or not office.holds(on):
                continue
            left = [each for each in others if each.role is role and each.holds(on)]
            if not any(each.reaches(office) for each in left):
                raise Refused(
                    f"Nobody else is {role.value} in {office.where}; nothing was changed. "
                    "Let in another first, or end the access as an emergency."
                )


def refuse_elsewhere(offices: tuple[Office, ...], mine: frozenset[str] | None, on: date) -> None:
    """Refuse to end the access of somebody whose offices in force are all in forums that are not one's own.

    `mine` are the forums in which access may be ended, None for every forum.
    """
    held = [office for office in offices if office.holds(on)]
    if mine is None or not held or any(office.covers(code) for office in held for code in mine):
        return
    where = ", ".join(sorted({office.where for office in held}))
    raise NotPermitted(
        f"You may not {Permission.REVOKE_PERSON.value} in {where}; nothing was changed. "
        "Ask an administrator or a chair of it."
    )


def refuse_lapsed(giver: tuple[Office, ...], forum: str | None, from_date: date) -> None:
    """Refuse a chair that its giver held neither on its first day nor on the day before."""
    days = from_date, from_date - timedelta(days=1)
    held = [office for office in giver if office.role is Role.CHAIR and office.covers(forum)]
    if not any(office.holds(day) for office in held for day in days):
        raise Refused(
            "Whoever handed this office over is not its chair any more; nothing was changed. Ask the present chair."
        )


class UserRow(Struct, frozen=True):
    """One person with access, or one who has asked for it."""

    name: str
    state: str
    """`active`, `asked for` or `revoked`."""
    offices: tuple[Office, ...]
    fingerprint: str


def could_propose(rows: Iterable[UserRow], besides: set[str], on: date) -> bool:
    """Whether an administrator in office, besides those named, is there to propose: then a chair only approves."""
    return any(
        office.role is Role.ADMINISTRATOR and office.holds(on)
        for row in rows
        if row.state == "active" and row.name not in besides
        for office in row.offices
    )


class ProposalRow(Struct, frozen=True):
    """What waits for another person's word: whom it is about, what, and who proposed it."""

    number: int
    kind: ProposalKind
    name: str
    office: Office
    proposed_by: str

    @property
    def sentence(self) -> str:
        """What it would do."""
        if self.kind is ProposalKind.RESET:
            return f"{self.name} gets the new keys and passphrase they asked for (proposed by {self.proposed_by})"
        until = f" until {show_date(self.office.to_date)}" if self.office.to_date else ""
        what = {
            ProposalKind.DEPUTY: "deputy chair",
            ProposalKind.HAND_OVER: "chair, in place of the present one",
        }
        role = what.get(self.kind, self.office.role.value)
        since = show_date(self.office.from_date)
        return f"{self.name} becomes {role} in {self.office.where} from {since}{until} (proposed by {self.proposed_by})"


_TAKEN_UP = (ProposalKind.HAND_OVER, ProposalKind.DEPUTY)
"""What the person named accepts themselves; nobody approves it."""


def waiting_for(
    me: str,
    users: Sequence[UserRow],
    proposals: Sequence[ProposalRow],
    *,
    may_approve: bool,
    may_propose: bool,
) -> int:
    """How many requests and proposals wait for this person's own word: the number beside *People*.

    Nobody answers what they proposed or would get. A new passphrase is first proposed, then approved.
    """
    asked = [user for user in users if user.state == "asked for"]
    proposed = {row.name for row in proposals if row.kind is ProposalKind.RESET}
    resets = [user for user in asked if not user.offices]
    new = len(asked) - len(resets) if may_approve else 0
    to_propose = sum(user.name not in proposed | {me} for user in resets) if may_propose else 0
    offered = sum(row.kind in _TAKEN_UP and row.name == me for row in proposals)
    to_approve = sum(row.kind not in _TAKEN_UP and me not in (row.name, row.proposed_by) for row in proposals)
    return new + to_propose + offered + (to_approve if may_approve else 0)


def refuse_other_keys(compared: str | None, asked: str) -> None:
    """Refuse new keys that are not those whose groups the proposer compared: the key file lies outside the register."""
    if compared != asked:
        raise Refused(
            "The new keys in the key file are not those that were compared when they were proposed; nothing was "
            "changed. Decline the proposal, ask the person for their groups, and have it proposed again."
        )


def refuse_own(what: str, *people: str) -> None:
    """Refuse where the same person stands twice: nobody proposes for themselves or approves what they proposed."""
    if len(set(people)) != len(people):
        raise Refused(f"{what}; nothing was changed. Ask somebody else.")
