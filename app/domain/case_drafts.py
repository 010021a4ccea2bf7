"""What a person enters about a case, checked before it is stored (needs R3, R7-R9, D4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from app.domain.cases import OrderRow
from app.domain.dates import read_date, show_date
from app.domain.errors import Overtaken, Refused
from app.domain.extract_cells import Fault, read_count, read_ratio, read_risk, read_yes_no
from app.domain.extract_fields import FIELDS, Field, FieldKind
from app.domain.extract_headings import fold_heading
from app.domain.extract_stored import shown_value
from app.domain.names import clean, fold
from app.domain.words import Grade, Handling, OrderKind, Service, SixAnswer

Word = TypeVar("Word", bound=StrEnum)


class PersonDraft(Struct, frozen=True):
    """A person who is in no extract, about to be entered by hand."""

    prn: str
    surname: str
    given_names: str
    date_of_birth: date

    def checked(self, today: date) -> PersonDraft:
        """Cleaned, or refused in words."""
        prn, surname, given = clean(self.prn), clean(self.surname), clean(self.given_names)
        if not prn or not fold(surname + given):
            raise Refused("A person needs a PRN and a name; nothing was added.")
        if not 10 <= today.year - self.date_of_birth.year <= 110:
            raise Refused(
                f"{show_date(self.date_of_birth)} makes no age from 10 to 110; nothing was added: check the date."
            )
        return PersonDraft(prn, surname, given, self.date_of_birth)


class OrderDraft(Struct, frozen=True):
    """What is known of one kind of external order; `as_at` is the day it was so, without one today."""

    kind: OrderKind
    answer: SixAnswer
    detail: str = ""
    expires: date | None = None
    source: str = ""
    as_at: date | None = None


class InformationDraft(Struct, frozen=True):
    """What a service says. There is no clinical field: health is advice to act on, as text (need D4)."""

    service: Service
    text: str
    author: str
    as_at: date
    grade: Grade = Grade.RECORDED
    handling: Handling = Handling.MEMBERS_ONLY


class RiskDraft(Struct, frozen=True):
    service: Service
    tool: str
    score: str
    version: str
    on: date
    assessor: str = ""


def needed(text: str, what: str) -> str:
    """A text that must say something, without invisible characters. Raises Refused naming what is missing."""
    kept = clean(text)
    if not kept:
        raise Refused(f"{what} is missing; nothing was changed: write it and try again.")
    return kept


def not_ahead(day: date | None, today: date) -> date:
    """The day something was so: today unless told, and never a day to come. Raises Refused."""
    if day is not None and day > today:
        raise Refused(f"{show_date(day)} is still to come; nothing was changed: give the day it was so.")
    return day or today


def refuse_if_overtaken(seen: Mapping[str, str], found: Mapping[str, tuple[str, str | None]]) -> None:
    """Raise `Overtaken` where another stands by now than the writer saw, so that neither text is lost.

    `seen` is what stood there when the writer began and `found` what stands there now and what is to stand, both by
    field; None is left as it is. What was not seen is not asked about.
    """
    for field, (now, wanted) in found.items():
        if wanted is not None and field in seen and now not in (seen[field], wanted):
            raise Overtaken(
                f"Somebody else wrote “{now}” here meanwhile; that stands, and your text is kept beside it. "
                "Choose one of the two.",
                now,
                field,
            )


def side_by_side(now: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, tuple[str, str | None]]:
    """What stands and what is to stand, by field, for `refuse_if_overtaken`."""
    return {field: (now[field], text) for field, text in wanted.items()}


def read_word(kind: type[Word], text: str, what: str) -> Word:
    """One of the words of the field by value or name, without regard to case or macrons."""
    asked = fold(text)
    for member in kind:
        if asked and asked in (fold(member.value), fold(member.name)):
            return member
    begun = [member for member in kind if asked and fold(member.value).startswith(asked)]
    if len(begun) == 1:
        return begun[0]
    known = ", ".join(member.value for member in kind)
    raise Refused(f"“{clean(text)}” is not {what}; nothing was changed: use one of: {known}.")


_HEADINGS = {fold_heading(field.heading): field for field in FIELDS}
_NOT_CORRECTED = frozenset({"prn", "aliases", "forum", "as_at"})
_READERS = {
    FieldKind.RATIO: read_ratio,
    FieldKind.RISK: read_risk,
    FieldKind.COUNT: read_count,
    FieldKind.YES_NO: read_yes_no,
}


def read_corrected(heading: str) -> Field:
    """A heading of the extract on which the forum may have its own word. Raises Refused."""
    field = _HEADINGS.get(fold_heading(heading))
    if field is None or field.name in _NOT_CORRECTED:
        known = ", ".join(f.heading for f in FIELDS if f.name not in _NOT_CORRECTED)
        raise Refused(f"“{clean(heading)}” cannot be corrected; nothing was changed: use one of: {known}.")
    return field


def read_correction(heading: str, value: str) -> tuple[Field, str]:
    """A heading of the extract and the forum's own word on it, in the form in which values are shown.

    Raises Refused where there is no such heading or the value could not stand under it.
    """
    field = read_corrected(heading)
    told = needed(value, f"The value for {field.heading}")
    if field.kind is FieldKind.DATE:
        day = read_date(told)
        if day is None:
            raise Refused(f"“{told}” is not a date; nothing was changed: write dd/mm/yyyy.")
        return field, show_date(day)
    if reader := _READERS.get(field.kind):
        read = reader(told)
        if isinstance(read, Fault):
            raise Refused(f"{field.heading}: {read.reason} Nothing was changed.")
        return field, shown_value(read) or told
    return field, told


def standing_orders(recorded: Iterable[OrderRow]) -> tuple[OrderRow, ...]:
    """All five kinds of external orders; where nothing is recorded the answer is *not asked* (R7, X6).

    `recorded` is oldest first: the last word on a kind stands.
    """
    last = {order.kind: order for order in recorded}
    return tuple(last.get(kind, OrderRow(kind, SixAnswer.NOT_ASKED)) for kind in OrderKind)
