"""Who may read a restricted case (need A4): its named readers, minus whoever is excluded, plus broken glass.

The rule hides a *person*, not one row: a name beside an older episode would tell whose the restricted one is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.domain.dates import show_date, show_moment
from app.domain.errors import NotFound, Refused
from app.domain.names import clean, fold
from app.domain.people import Office, role_in
from app.domain.words import Role

GLASS_MINUTES = 60
"""How long a case stays open after break-glass; kept with each opening, so that another length changes no old one."""
GLASS_IS_TOLD = (
    "Every member of the next meeting reads your name and this sentence on their screens and copies, and the minutes "
    "keep them: say nothing in it that tells whose case it is."
)
"""Said before somebody gives a reason for break-glass: it leaves the circle of the case's readers."""
EXCLUSION_IS_TOLD = (
    "Whoever runs a meeting is told by name who leaves the room; the reason stands in the case, for everybody who may "
    "open it. Say what the conflict is, never who was harmed."
)
"""Said before somebody is excluded, of where name and reason go."""
SHORTEST_REASON = 15
"""Letters a reason for break-glass has at least: a sentence somebody can be asked about, not a word."""

NOT_OPEN_TO_YOU = (
    "There is nobody of that number whom you may open; nothing was changed. PRNs keep their leading zeros: "
    "`forumdesk case find` looks without them. Of a case shown as “Restricted” a chair knows the readers."
)
"""For a PRN nobody has, and for a person one may not read: the same words, so that asking tells nothing."""


class Excluded(Struct, frozen=True):
    """Somebody with a conflict of interest, kept from a case from one day to another, both included.

    `user_id` is empty for a holder of copies who has no access; they are known by name alone.
    """

    user_id: str
    name_key: str
    from_date: date
    to_date: date | None

    def is_about(self, user_id: str, name_key: str) -> bool:
        return self.user_id == user_id if self.user_id and user_id else self.name_key == name_key

    def holds(self, on: date) -> bool:
        return self.from_date <= on and (self.to_date is None or on <= self.to_date)


class Opening(Struct, frozen=True):
    """A case opened by break-glass, for one person and some minutes."""

    user_id: str
    at: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        return self.at <= at < self.until


class Keeping(Struct, frozen=True):
    """How one person's case is kept: its readers' numbers (None where it is not restricted), who is kept from it."""

    readers: frozenset[str] | None
    excluded: tuple[Excluded, ...] = ()
    opened: tuple[Opening, ...] = ()

    def may_read(self, user_id: str, name_key: str, at: datetime, today: date) -> bool:
        """Whether one person may read it now. The one rule, for screens, copies and files alike.

        An exclusion beats everything, being named and broken glass too. `user_id` is empty for whoever has no access:
        of a restricted case they read nothing.
        """
        if any(each.is_about(user_id, name_key) and each.holds(today) for each in self.excluded):
            return False
        if self.readers is None or (user_id and user_id in self.readers):
            return True
        return any(each.user_id == user_id and each.holds(at) for each in self.opened)


class Candidate(Struct, frozen=True):
    """A registered person who is to read a case, and their offices."""

    user_id: str
    name: str
    offices: tuple[Office, ...]


def refuse_readers(forum: str, readers: Iterable[Candidate], on: date) -> None:
    """Refuse readers who could not read, and a set without a chair in office: nobody could run the case (need A4)."""
    named = tuple(readers)
    if not named:
        raise Refused(
            "Nobody is named to read the case; nothing was changed: name a chair in office at least."
        )
    roles = [role_in(each.offices, forum, on) for each in named]
    for each, role in zip(named, roles, strict=True):
        if role is None:
            raise Refused(
                f"{each.name} has no office in {forum} today and could not open the case; nothing was changed: "
                "name somebody who has, or have the role approved first."
            )
        if role is Role.AUDITOR:
            raise Refused(
                f"{each.name} is an auditor, who opens no case; nothing was changed: leave that name away."
            )
    if Role.CHAIR not in roles:
        raise Refused(
            f"No chair in office in {forum} is among the readers, so nobody could run this case at a meeting; "
            "nothing was changed: name a chair as well."
        )


def refuse_last_chair(forum: str, excluded: Excluded, readers: Iterable[Candidate], on: date) -> None:
    """Refuse to exclude the last chair who reads a restricted case: nobody could run or lift it any more (need A4)."""
    chairs = [each for each in readers if role_in(each.offices, forum, on) is Role.CHAIR]
    if chairs and all(excluded.is_about(each.user_id, fold(each.name)) for each in chairs):
        raise Refused(
            f"{chairs[0].name} is the only chair among the readers of this restricted case, so nobody could run it; "
            "nothing was changed: name another chair as a reader first."
        )


def refuse_glass(reason: str) -> str:
    """The reason for break-glass, tidied. Raises Refused for less than a sentence."""
    told = clean(reason)
    if len(told) < SHORTEST_REASON or " " not in told:
        raise Refused(
            "The reason for opening by break-glass is missing or too short; nothing was opened: write a sentence. "
            f"{GLASS_IS_TOLD}"
        )
    return told


def refuse_days(from_date: date, to_date: date | None) -> None:
    """Refuse an exclusion that ends before it begins: it would keep nobody from anything. Both days count.

    Raises `Refused`; without a last day none is wrong.
    """
    if to_date is not None and to_date < from_date:
        raise Refused(
            f"An exclusion from {show_date(from_date)} cannot end on {show_date(to_date)}; nothing was changed: give "
            f"a last day on or after {show_date(from_date)}, or none."
        )


def glass_until(at: datetime) -> datetime:
    """Until when a case opened by break-glass now stays open, `GLASS_MINUTES` on (need A4)."""
    return at + timedelta(minutes=GLASS_MINUTES)


def not_open() -> NotFound:
    """The refusal that confirms nothing: a case one may not read and a PRN nobody has are told alike (need A4)."""
    return NotFound(NOT_OPEN_TO_YOU)


class ReaderRow(Struct, frozen=True):
    """One named reader; `role` is what they are in the case's forum today, empty where they have left office."""

    name: str
    role: str


class ExclusionRow(Struct, frozen=True):
    """Somebody kept from a case, as its readers see it."""

    number: int
    name: str
    reason: str
    from_date: date
    to_date: date | None
    registered: bool

    @property
    def sentence(self) -> str:
        until = f" until {show_date(self.to_date)}" if self.to_date else ""
        return f"{self.name} is excluded from {show_date(self.from_date)}{until}: {self.reason}"


class GlassRow(Struct, frozen=True):
    """One break-glass opening as it is told: to the readers, and at the forum's next meeting."""

    label: str
    code: str
    who: str
    role: str
    at: datetime
    until: datetime
    reason: str
    opens: str = ""
    """The PRN, handed to the one who opened it and to nobody else."""

    @property
    def sentence(self) -> str:
        return (
            f"{self.label} was opened by break-glass by {self.who} ({self.role}) on {show_moment(self.at)}: "
            f"{self.reason}"
        )


class Kept(Struct, frozen=True):
    """How one case is kept, for whoever may read it. `reason` is empty where it is not restricted."""

    prn: str
    label: str
    """`Restricted 3`: what everybody else sees; empty where it never needed a number."""
    code: str
    restricted: bool
    reason: str
    by: str
    since: date | None
    readers: tuple[ReaderRow, ...]
    excluded: tuple[ExclusionRow, ...]
    opened: tuple[GlassRow, ...]

    @property
    def warning(self) -> str:
        """What to mend, as a sentence: readers change office after they were named."""
        if self.restricted and not any(row.role == Role.CHAIR.value for row in self.readers):
            return "No chair in office is among the readers any more: name one, so that the case can be run."
        return ""


class LeavingLine(Struct, frozen=True):
    """Who leaves the room for one item of a meeting. `label` is the name for a reader, `Restricted 3` for others."""

    position: int
    label: str
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        verb = "leaves" if len(self.names) == 1 else "leave"
        return f"{self.position}. {self.label}: {', '.join(self.names)} {verb} the room."


class MeetingKeeping(Struct, frozen=True):
    """What a meeting has to know of kept cases: broken glass since the one before, and who leaves the room when."""

    meeting: str
    opened: tuple[GlassRow, ...]
    leaving: tuple[LeavingLine, ...]
    issued: bool
    """Who leaves the room goes by the items of the issued agenda: of a draft nothing is told here, not “nobody”."""
    hears: bool
    """Whether the one asking is told who leaves the room: whoever runs the meeting is."""


class MineRow(Struct, frozen=True):
    """A restricted case that one is named to read, for Home; `opened` is broken glass in the last days."""

    prn: str
    name: str
    label: str
    opened: tuple[GlassRow, ...]
    warning: str
