"""Front-line briefs as prepared, decided and given: who is on one, what leaves of it, and its paper (need D5).

A brief is one request for a disclosure a person (`app.domain.disclosure_request`), all to one recipient: a chair
decides them in one act, and they leave on one paper. So all that holds of a disclosure holds of them: nobody decides
on their own, no statement is told that the chair did not let go, and each goes with its case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from app.domain.counting import count
from app.domain.dates import AUCKLAND, show_long_date
from app.domain.disclosure_request import RequestRow
from app.domain.documents import RecordDocument, RecordSection
from app.domain.errors import NotFound, Refused
from app.domain.front_line import BriefPerson, RecipientKind
from app.domain.letters import PURPOSE
from app.domain.names import clean, fold
from app.domain.register import ForumRow
from app.domain.statements import Statement
from app.domain.words import RequestState


def asked_as(meeting: str, kind: RecipientKind) -> str:
    """What a request of a brief says that it asks for."""
    return f"front-line brief of {meeting}, {kind.value}"


_ASKED_AS = re.compile(r"front-line brief of (\S+), ")


def brief_after(row: RequestRow) -> str:
    """The meeting whose brief a request says that it is of, for a list to tell; empty for any other, and for one that
    went with its case to another forum, where it is decided by itself."""
    found = _ASKED_AS.match(row.what)
    return found[1] if found and found[1].startswith(f"{row.forum}-") else ""


class Brief(Struct, frozen=True):
    """One brief that was prepared: its requests, one a person. `number` is the trail entry that prepared it."""

    number: int
    meeting: str
    recipient: str
    rows: tuple[RequestRow, ...]
    """At least one; without those about somebody whom one may not read."""
    withheld: int = 0
    """How many of those there are."""

    @property
    def what(self) -> str:
        return self.rows[0].what

    @property
    def kind(self) -> RecipientKind:
        """What its request says: a unit, or an office."""
        return next(kind for kind in RecipientKind if self.what.endswith(kind.value))

    @property
    def state(self) -> RequestState:
        """How it stands as a whole: it waits while anybody on it does."""
        found = {row.state for row in self.rows}
        return next(state for state in _STATES if state in found)

    @property
    def left(self) -> tuple[RequestRow, ...]:
        """Whom a chair let onto the paper, or would: those that were neither declined nor withdrawn."""
        gone = (RequestState.DECLINED, RequestState.WITHDRAWN)
        return tuple(row for row in self.rows if row.state not in gone)

    @property
    def statements(self) -> int:
        return sum(len(row.statements) for row in self.rows)

    @property
    def disclosure(self) -> int | None:
        """Its line in the ledger of what left."""
        return next((row.disclosure for row in self.rows if row.disclosure), None)


_STATES = (
    RequestState.WAITS,
    RequestState.APPROVED,
    RequestState.MADE,
    RequestState.DECLINED,
    RequestState.WITHDRAWN,
)


class Proposed(Struct, frozen=True):
    """A recipient who would get a brief and has none yet: a unit that somebody of the agenda is in."""

    recipient: str
    people: tuple[BriefPerson, ...]


class BriefView(Struct, frozen=True):
    """All that a meeting's briefs are prepared from: whom it decided on, who is proposed, what was prepared."""

    meeting: str
    forum: str
    people: tuple[BriefPerson, ...]
    briefs: tuple[Brief, ...]
    left_out: tuple[str, ...] = ()
    """Who of the agenda goes into no brief, each in a sentence without a name of whom one may not read."""

    @property
    def proposed(self) -> tuple[Proposed, ...]:
        """The units of those who are in no brief that waits, is approved or was made, by name."""
        told = {(fold(brief.recipient), row.prn) for brief in self.briefs for row in brief.left}
        places: dict[str, list[BriefPerson]] = {}
        for each in self.people:
            if each.place and (fold(each.place), each.prn) not in told:
                places.setdefault(each.place, []).append(each)
        return tuple(Proposed(place, tuple(places[place])) for place in sorted(places, key=fold))


def brief_among(briefs: Iterable[Brief], meeting: str, number: str) -> Brief:
    """The brief with a number, as people type it. Raises NotFound."""
    for each in briefs:
        if str(each.number) == number.strip():
            return each
    raise NotFound(
        f"There is no brief number '{clean(number)}' of {meeting}; nothing was changed: "
        f"`forumdesk brief list {meeting}` shows them."
    )


def on_brief(
    view: BriefView, recipient: str, kind: RecipientKind, prns: Collection[str]
) -> tuple[BriefPerson, ...]:
    """Whom a brief to a recipient is about: those named, else those whom the register has in that unit.

    Raises Refused where nobody is, or where one of them is on a brief to the same recipient that is not answered yet.
    """
    if unknown := [prn for prn in prns if not any(each.prn == prn for each in view.people)]:
        raise NotFound(
            f"PRN '{clean(unknown[0])}' goes into no brief of {view.meeting}; nothing was changed: "
            f"`forumdesk brief list {view.meeting}` shows who does."
        )
    if not prns and kind is RecipientKind.OFFICE:
        raise Refused(
            "The register does not know which office somebody comes to; nothing was changed: name the people for it "
            "by their PRN."
        )
    place = fold(recipient)
    found = tuple(each for each in view.people if (each.prn in prns if prns else fold(each.place) == place))
    if not found:
        raise Refused(
            f"The register has nobody of {view.meeting} in “{clean(recipient)}”; nothing was changed: name the people "
            "by their PRN, or a unit as the list shows it."
        )
    for brief in view.briefs:
        if brief.state not in (RequestState.WAITS, RequestState.APPROVED) or fold(brief.recipient) != place:
            continue
        open_ones = {row.prn for row in brief.rows if row.is_open}
        if again := next((each for each in found if each.prn in open_ones), None):
            raise Refused(
                f"Brief {brief.number} to {brief.recipient} has PRN {again.prn} on it and is {brief.state.value}; "
                "nothing was changed: have it decided or made, or withdraw it first."
            )
    return found


def taken_off(person: BriefPerson, kind: RecipientKind, off: Collection[str]) -> tuple[Statement, ...]:
    """A person's statements without the headings that were taken off. Raises Refused for a heading there is not."""
    goes = person.sheet(kind).goes
    known = {fold(each.heading) for each in goes}
    for heading in off:
        if fold(heading) not in known:
            raise Refused(
                f"The page of PRN {person.prn} has nothing under “{clean(heading)}”; nothing was changed. It has: "
                f"{', '.join(each.heading for each in goes)}."
            )
    gone = {fold(heading) for heading in off}
    kept = tuple(each for each in goes if fold(each.heading) not in gone)
    if not kept:
        raise Refused(
            f"Nothing is left on the page of PRN {person.prn}; nothing was changed: leave something on, or leave the "
            "person out of the brief."
        )
    return kept


def by_person(off: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What was taken off, by person, from words such as `0012345: Flag HR`. Raises Refused for others."""
    found: dict[str, tuple[str, ...]] = {}
    for each in off:
        prn, colon, heading = each.partition(":")
        if not colon or not clean(prn) or not clean(heading):
            raise Refused(
                f"“{clean(each)}” does not say what is taken off whose page; nothing was changed: write PRN: heading."
            )
        found[clean(prn)] = (*found.get(clean(prn), ()), clean(heading))
    return found


def chosen_of(brief: Brief, told: Iterable[str]) -> dict[int, set[int]]:
    """Statements by request, from places such as `5.2`: request 5, its statement 2. Raises NotFound."""
    found: dict[int, set[int]] = {}
    for each in told:
        first, _, second = each.strip().partition(".")
        row = next((row for row in brief.rows if str(row.number) == first), None)
        if row is None or not any(str(line.number) == second for line in row.statements):
            raise NotFound(
                f"Brief {brief.number} has no statement {clean(each)}; nothing was changed: look at it again, and "
                "write it as it stands there, such as 5.2."
            )
        found.setdefault(row.number, set()).add(int(second))
    return found


def refuse_unseen_brief(brief: Brief, seen: int | None) -> None:
    """Refuse a decision on statements that were proposed after the chair had looked: they would be told unseen."""
    if seen is not None and seen != brief.statements:
        raise Refused(
            f"Brief {brief.number} has {brief.statements} statements by now, and {seen} were looked at; nothing was "
            "changed: look at it again."
        )


def refuse_unless_any(brief: Brief, state: RequestState, otherwise: str) -> tuple[RequestRow, ...]:
    """The requests of a brief that stand so. Raises Refused where none does."""
    found = tuple(row for row in brief.rows if row.state is state)
    if not found:
        raise Refused(f"Brief {brief.number} is {brief.state.value}; nothing was recorded: {otherwise}.")
    return found


def refuse_undecided_brief(brief: Brief) -> None:
    """No brief leaves while a chair has still to answer about somebody on it."""
    waits = [row for row in brief.rows if row.state is RequestState.WAITS]
    if waits:
        raise Refused(
            f"Brief {brief.number} waits for a chair about {count(len(waits), 'person', 'people')}; nothing was "
            "recorded: ask a chair to decide first."
        )


NOTHING_MEANS_NONE = (
    "It tells what the forum may tell you and no more: what is not said here is not said to be none. Ask the forum "
    "before you rely on a silence."
)


def brief_document(
    rows: Sequence[RequestRow], meeting: str, forum: ForumRow, number: int | None
) -> RecordDocument:
    """The paper: one page a person. `number` is its line in the disclosure ledger, None while it is looked at before.

    Only what goes is on it, or would go: nothing of what was struck, held back or taken off.
    """
    first = rows[0]
    approved = show_long_date(first.decided_at.astimezone(AUCKLAND).date()) if first.decided_at else ""
    given = f"{show_long_date(first.made_on)}, {first.how}" if first.made_on else ""
    name = f"Disclosure {number}" if number else "Preview, not given"
    ground = (
        ("To", first.who_asks),
        *((("Given", given),) if given else ()),
        *((("Decided", f"by {first.decided_by}, chair of the forum, on {approved}"),) if approved else ()),
        ("Ground", first.ground.full),
        ("Why it is necessary", first.necessity),
        *((("Under your undertaking", first.undertaking),) if first.undertaking else ()),
    )
    sheets = tuple(
        RecordSection(
            f"{place}. {row.person} · PRN {row.prn}",
            ("What", "Information", "Who says so"),
            tuple((each.heading, each.text, each.source) for each in would_go(row)),
            shares=(3, 6, 4),
            fresh=place > 1,
        )
        for place, row in enumerate(rows, 1)
    )
    return RecordDocument(
        title="Front-line brief",
        forum_name=forum.name,
        band="" if number else "NOT GIVEN: FOR THE FORUM TO LOOK AT",
        dated=f"After meeting {meeting}",
        made=f"{name}, {count(len(rows), 'person', 'people')}",
        sections=(RecordSection("What this is", ("", ""), ground, shares=(2, 7)), *sheets),
        notes=(PURPOSE, NOTHING_MEANS_NONE),
        foot=(f"{name}: front-line brief to {first.who_asks}",),
        marking=forum.marking,
        training=forum.training,
    )


def would_go(row: RequestRow) -> tuple[Statement, ...]:
    """What is told of a request, or would be where a chair lets nothing more: the soft stays out until then."""
    return tuple(each for each in row.told if row.decided_at or not each.soft)
