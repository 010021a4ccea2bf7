"""The front-line brief at the close of a meeting: what a prison unit or a probation office may know (need D5).

Whoever unlocks the door or meets somebody on release needs a page, not the case: who it is, which day is counted to,
what the meeting decided, what they have to do and by when, what is safe to act on. So here every item either goes, or
goes only where a chair lets it, or is held back with the reason in words. What is held back is never kept with the
brief: nobody can let it go by mistake.

What becomes of a brief stands in `app.domain.front_line_briefs`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.cases import ActionRow, FlagRow, InformationRow, OrderRow
from app.domain.dates import show_date, show_long_date
from app.domain.documents import SOMEBODY
from app.domain.errors import Refused
from app.domain.names import clean, fold, full_name
from app.domain.statements import Statement, told_apart, whose
from app.domain.timeline import NamedDate
from app.domain.words import (
    ActionOutcome,
    DecisionKind,
    FlagCode,
    Grade,
    Handling,
    OrderKind,
    Owner,
    Service,
    SixAnswer,
)


class RecipientKind(StrEnum):
    """Who gets a brief. What either may know differs."""

    UNIT = "prison unit"
    OFFICE = "probation office"

    @property
    def service(self) -> Service:
        """Whose actions concern them."""
        return Service.PRISONS if self is RecipientKind.UNIT else Service.PROBATION

    @property
    def necessity(self) -> str:
        """Why a brief is needed, where nobody says it otherwise."""
        return _NECESSITY[self]


_NECESSITY = {
    RecipientKind.UNIT: "The unit looks after them until their release and acts on what the meeting decided.",
    RecipientKind.OFFICE: "The office meets them on their release and acts on what the meeting decided.",
}


class Decided(Struct, frozen=True):
    """What the meeting decided on one case."""

    decision: DecisionKind
    reason: str
    day: date
    next_review: date | None = None


class Recorded(Struct, frozen=True):
    """What of somebody's record a brief is made from, and nothing else is read for it."""

    date_of_birth: date
    anchor: NamedDate | None = None
    flags: tuple[FlagRow, ...] = ()
    orders: tuple[OrderRow, ...] = ()
    information: tuple[InformationRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    police: int = 0
    """How many answers Police have given: what they are is not read."""
    addresses: bool = False
    """Whether an address is proposed."""


class Held(Struct, frozen=True):
    """Something of the record that does not go into a brief, by its heading, and why. Never its words."""

    heading: str
    reason: str


class BriefSheet(Struct, frozen=True):
    """What one person's page would tell a kind of recipient, and what it would not."""

    goes: tuple[Statement, ...] = ()
    held: tuple[Held, ...] = ()


class BriefPerson(Struct, frozen=True):
    """Somebody on the meeting's agenda, with what either kind of recipient may know of them."""

    prn: str
    surname: str
    given_names: str
    place: str
    """`Rolleston, Kea unit`: where the register has them; blank where it does not know."""
    unit: BriefSheet
    office: BriefSheet

    @property
    def person(self) -> str:
        return full_name(self.surname, self.given_names)

    def sheet(self, kind: RecipientKind) -> BriefSheet:
        return self.unit if kind is RecipientKind.UNIT else self.office


POLICE_OWN = "told by Police: it is theirs to tell"
_INSIDE = {
    Handling.MEMBERS_ONLY: "told to the forum's members alone",
    Handling.FOR_THE_BOARD: "told for the Parole Board alone",
}
_UNSURE = {
    Grade.REPORTED: "only reported: a brief holds what is proven or recorded",
    Grade.INTELLIGENCE: "intelligence: it stays with the forum",
}
_DATED_ORDERS = frozenset({OrderKind.PROTECTION, OrderKind.NON_CONTACT})
"""Said also where nobody answered, since a unit would take silence for none."""
_FLAG_HELD: Mapping[tuple[FlagCode, RecipientKind], str] = {
    (FlagCode.OWR, RecipientKind.UNIT): "a marker of probation's workload, nothing for a unit to act on",
    (
        FlagCode.TRANSFER_RESTRAINT,
        RecipientKind.OFFICE,
    ): "about transfers between prisons, nothing for an office",
}
_SAFETY = (f"Flag {FlagCode.STAFF_SAFETY.value}", "Staff safety")
_ADDRESSES = "kept in the plan; asked for as a disclosure of its own"


def brief_sheet(
    record: Recorded, kind: RecipientKind, decided: Decided, *, same_name: bool, on: date
) -> BriefSheet:
    """What a kind of recipient may know of one person after a meeting, and what is held back with the reason.

    `same_name` says that somebody else on the agenda bears the same name: only then is the date of birth needed.
    """
    goes: list[Statement] = []
    held: list[Held] = []
    anchor = record.anchor
    counted = show_long_date(anchor.day) if anchor else "No date is counted to yet"
    goes.append(Statement(anchor.name.value if anchor else "Release date", counted, whose(Owner.FORUM, on)))
    if same_name:
        goes.append(Statement("Date of birth", show_date(record.date_of_birth), whose(Owner.IOMS, None)))
    else:
        held.append(Held("Date of birth", "not needed: nobody else on the agenda bears this name"))
    standing = [row for row in record.flags if row.to_date is None]
    # What keeps whoever opens the door safe stands first, whatever else the page has.
    standing.sort(key=lambda row: row.code is not FlagCode.STAFF_SAFETY)
    safety = bool(standing) and standing[0].code is FlagCode.STAFF_SAFETY
    flags = [each for row in standing for each in _flag(row, kind)]
    information = [_information(row, safety=safety) for row in record.information]
    _sort(goes, held, (each for each in flags if each.heading in _SAFETY))
    _sort(goes, held, information)
    goes += _decision(decided)
    _sort(
        goes, held, (_action(row, kind) for row in record.actions if row.outcome == ActionOutcome.OPEN.value)
    )
    _sort(goes, held, (each for each in flags if each.heading not in _SAFETY))
    _sort(goes, held, (each for row in record.orders for each in _order(row, on)))
    if record.police:
        held.append(Held(f"Police answers ({record.police})", POLICE_OWN))
    if record.addresses:
        held.append(Held("Proposed addresses", _ADDRESSES))
    return BriefSheet(told_apart(goes), tuple(held))


def _sort(goes: list[Statement], held: list[Held], found: Iterable[Statement | Held]) -> None:
    for each in found:
        if isinstance(each, Statement):
            goes.append(each)
        else:
            held.append(each)


def _decision(decided: Decided) -> list[Statement]:
    """The decision in its word. Its reason is in free words about anything at all: a chair lets it go or not."""
    said = whose(Owner.FORUM, decided.day)
    found = [Statement("Decided at the meeting", _capital(decided.decision.value.replace("-", " ")), said)]
    if decided.next_review:
        found.append(Statement("Comes back to the forum", show_date(decided.next_review), said))
    return [*found, Statement("Reason of the decision", decided.reason, said, soft=True)]


def _action(row: ActionRow, kind: RecipientKind) -> Statement | Held:
    heading = f"Action by {show_date(row.due)}"
    if row.service is not kind.service:
        return Held(heading, f"for {_told(row.service)} to do")
    return Statement(heading, f"{row.text} ({row.owner})", _capital(row.service.value))


def _flag(row: FlagRow, kind: RecipientKind) -> list[Statement | Held]:
    """A flag in words; of staff safety its reason too, since the flag alone helps nobody who opens the door."""
    heading = f"Flag {row.code.value}"
    if row.code is FlagCode.VNR:
        return [Held(heading, "that a victim is registered is never told")]
    if row.owner is Owner.POLICE:
        return [Held(heading, POLICE_OWN)]
    if reason := _FLAG_HELD.get((row.code, kind)):
        return [Held(heading, reason)]
    said = whose(row.owner, row.as_at)
    found: list[Statement | Held] = [Statement(heading, row.meaning, said)]
    if row.comment:
        if row.code is FlagCode.STAFF_SAFETY:
            found.append(Statement("Staff safety", row.comment, said))
        else:
            found.append(
                Held(f"Comment on flag {row.code.value}", "written for the forum; the flag says it in words")
            )
    return found


def _order(row: OrderRow, on: date) -> list[Statement | Held]:
    """An order that stands, by its kind and day. Its detail may name whom it protects: it never goes."""
    heading = _capital(row.kind.value)
    if row.owner is Owner.POLICE or row.kind is OrderKind.POLICE_SAFETY:
        return [Held(heading, POLICE_OWN)] if row.owner is not None else []
    if row.answer is SixAnswer.CANNOT_SHARE:
        return [Held(heading, "whoever holds it cannot share it")]
    stands = row.answer is SixAnswer.RELEVANT
    if stands and row.expires is not None and row.expires < on:
        return [Held(heading, f"it ended on {show_date(row.expires)}")]
    if not stands and row.kind not in _DATED_ORDERS:
        return []
    words = ("Stands" + (f" until {show_date(row.expires)}" if row.expires else "")) if stands else ""
    found: list[Statement | Held] = [
        Statement(heading, words or _capital(row.answer.value), whose(row.owner, row.as_at))
    ]
    if row.detail:
        found.append(Held(f"Detail of the {row.kind.value}", "it may say whom it protects; ask the forum"))
    return found


def _information(row: InformationRow, *, safety: bool) -> Statement | Held:
    """What a service said. What psychological services advise is there to act on; what others recorded goes where
    the staff-safety flag stands, and else where a chair lets it."""
    heading = f"Said by {row.service.value}"
    if row.service is Service.POLICE or row.owner is Owner.POLICE:
        return Held(heading, POLICE_OWN)
    if reason := _INSIDE.get(row.handling) or _UNSURE.get(row.grade):
        return Held(heading, reason)
    named = row.handling is not Handling.DO_NOT_ATTRIBUTE
    said = whose(row.service, row.as_at) if named else SOMEBODY
    if row.service is Service.PSYCHOLOGICAL and named:
        return Statement("Advice to act on", row.text, said)
    return Statement(
        "Recorded by a service" if named else "Said to the forum", row.text, said, soft=not safety
    )


def _told(service: Service) -> str:
    return "Police" if service is Service.POLICE else service.value


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def same_names(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The names, folded, that more than one person bears: family and given names."""
    borne = Counter(fold(f"{surname} {given}") for surname, given in names)
    return frozenset(name for name, times in borne.items() if times > 1)


def place_of(prison: str, unit: str) -> str:
    """`Rolleston, Kea unit`: how a unit is named as a recipient; blank where the prison is not known."""
    if not prison:
        return ""
    return f"{prison}, {unit}{'' if 'unit' in fold(unit).split() else ' unit'}" if unit else prison


def read_kind(text: str) -> RecipientKind:
    """A kind of recipient as people write it: `unit`, `office`, or the whole of it. Raises Refused."""
    told = fold(text)
    for kind in RecipientKind:
        if told and told in (fold(kind.value), fold(kind.value).split()[-1]):
            return kind
    raise Refused(f"“{clean(text)}” is no kind of recipient; nothing was changed: write unit or office.")
