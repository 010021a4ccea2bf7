"""Cases kept to named readers, people kept from a case, and breaking the glass (need A4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from app.desk import use_case
from app.domain.case_drafts import needed
from app.domain.errors import NotPermitted, Refused
from app.domain.names import full_name
from app.domain.people import Permission
from app.domain.restricted import (
    Excluded,
    GlassRow,
    Kept,
    MeetingKeeping,
    MineRow,
    glass_until,
    not_open,
    refuse_days,
    refuse_glass,
    refuse_last_chair,
    refuse_readers,
)
from app.domain.words import MeetingState, Role, Topic
from db import case_words
from db.queries import agenda as agendas
from db.queries import meeting as meetings
from db.queries import restricted as queries
from db.queries.cases import may_open, open_case, person
from db.tables.register import Case, Person
from db.tables.restricted import BrokenGlass, Restriction
from db.work import Work

_CHANGES = (Topic.CASES, Topic.MEETINGS)


@use_case(Permission.RESTRICT_CASE, topics=_CHANGES)
def restrict_case(work: Work, prn: str, readers: Sequence[str], reason: str) -> Kept:
    """Keep an open case to named readers. Everybody else sees *Restricted N* from then on, the one who did it too.

    The readers must be able to run it at a meeting: a chair in office is among them.
    """
    why = needed(reason, "The reason")
    who, case = open_case(work.session, prn)
    if queries.standing(work.session, who.id) is not None:
        raise Refused(
            "This case is restricted already; nothing was changed: change its readers, or have a chair lift it."
        )
    named = queries.candidates(work, readers)
    refuse_readers(case.forum, named, work.today)
    row = queries.restrict(work, case, why)
    added, _ = queries.name_readers(work, row, named)
    work.enter(work.person(prn), reason=why, readers=added)
    return queries.kept(work, who, case)


@use_case(Permission.RESTRICT_CASE, topics=_CHANGES)
def name_readers(work: Work, prn: str, readers: Sequence[str], reason: str = "") -> Kept:
    """Name the readers of a restricted case anew: these, and nobody else.

    Whoever reads by break-glass names readers only as a chair in office: an administrator could let themselves in.
    """
    who, case = open_case(work.session, prn)
    row = _restricted(work, who)
    by_glass = all(each.user_id != work.user_id for each in queries.present_readers(work, row))
    if by_glass and work.role != Role.CHAIR.value:
        raise NotPermitted(
            "You read this case by break-glass, so you may not name its readers; nothing was changed. Ask a chair."
        )
    named = queries.candidates(work, readers)
    refuse_readers(case.forum, named, work.today)
    added, ended = queries.name_readers(work, row, named)
    case_words.confirm(work.session, who.id)
    work.enter(work.person(prn), reason=reason, readers=len(named), added=added, ended=ended)
    return queries.kept(work, who, case)


@use_case(Permission.LIFT_RESTRICTION, topics=_CHANGES)
def lift_restriction(work: Work, prn: str, reason: str) -> Kept:
    """Lift a restriction: whoever may open cases of the forum may open this one again. Its number stays its own."""
    why = needed(reason, "The reason")
    who, case = _latest(work, prn)
    row = _restricted(work, who)
    row.lifted_reason, row.lifted_by, row.lifted_seq = why, work.user_id, work.seq
    work.enter(work.person(prn), reason=why)
    return queries.kept(work, who, case)


@use_case(Permission.LIFT_RESTRICTION, topics=_CHANGES)
def exclude_person(
    work: Work,
    prn: str,
    name: str,
    reason: str,
    from_date: date | None = None,
    to_date: date | None = None,
) -> Kept:
    """Keep somebody from a case because of a conflict of interest: on screen, on paper and in the room.

    The reason says what the conflict is (a relative, was harmed in this case), never who was harmed.
    """
    why = needed(reason, "The reason")
    since = from_date or work.today
    refuse_days(since, to_date)
    who, case = _latest(work, prn)
    added = queries.exclude(work, case, needed(name, "The name"), why, since, to_date)
    excluded = Excluded(added.user_id or "", added.name_key, since, to_date)
    if row := queries.standing(work.session, who.id):
        refuse_last_chair(case.forum, excluded, queries.present_readers(work, row), work.today)
    work.enter(work.person(prn), reason=why, excluded=1)
    return queries.kept(work, who, case)


@use_case(Permission.LIFT_RESTRICTION, topics=_CHANGES)
def end_exclusion(work: Work, prn: str, name: str, reason: str) -> Kept:
    """End an exclusion before its day, with the reason; it stays in the record (need A4, decision 0029).

    Raises `Refused` without a reason, and where nobody of that name is excluded.
    """
    why = needed(reason, "The reason")
    who, case = _latest(work, prn)
    row = queries.mapped_exclusion(work.session, who.id, name)
    row.ended_reason, row.ended_seq = why, work.seq
    work.enter(work.person(prn), reason=why, excluded=-1)
    return queries.kept(work, who, case)


@use_case(Permission.BREAK_GLASS, topics=_CHANGES, names_hidden=True)
def break_glass(work: Work, prn: str, reason: str) -> GlassRow:
    """Open a restricted case that one is no reader of, for some minutes and with a reason that others will read.

    `prn` is a PRN or `RESTRICTED-HB-3`. The readers find it on Home; the forum's next meeting hears of it.
    Whoever is excluded is refused in the words of a case that is not there.
    """
    why = refuse_glass(reason)
    person_id = queries.meant(work.session, prn)
    who = work.session.get_one(Person, person_id)
    if queries.is_excluded(work, person_id):
        raise not_open()
    if who.id not in work.hidden.ids:
        raise Refused("You may open this case as it is; nothing was opened by break-glass.")
    _, case = _latest(work, who.prn)
    row = BrokenGlass(
        person_id=who.id,
        forum=case.forum,
        number=queries.give_number(work.session, case.forum, who.id, work.seq),
        who=work.user_id,
        role=work.role,
        at=work.at,
        until=glass_until(work.at),
        reason=why,
        seq=work.seq,
    )
    work.session.add(row)
    work.enter(work.person(who.prn), reason=why)
    work.session.flush()
    return replace(queries.glass(work.session, BrokenGlass.id == row.id)[0], opens=who.prn)


@use_case(Permission.OPEN_CASE, looks=True)
def see_readers(work: Work, prn: str) -> Kept:
    """Who reads a case, who is kept from it, and who opened it by break-glass: for whoever may open it."""
    who = person(work.session, prn)
    may_open(work, who.id)
    _, case = _latest(work, prn)
    work.enter(work.person(prn))
    return queries.kept(work, who, case)


@use_case(Permission.OPEN_CASE, looks=True)
def my_restricted(work: Work) -> tuple[MineRow, ...]:
    """The restricted cases that this person is named to read, with whoever opened one by break-glass (for Home)."""
    found = []
    for row in queries.read_by(work.session, work.user_id):
        if row.person_id in work.hidden.ids:
            continue  # named, and excluded all the same
        who = work.session.get_one(Person, row.person_id)
        _, case = _latest(work, who.prn)
        kept = queries.kept(work, who, case)
        name = full_name(who.surname, who.given_names)
        found.append(MineRow(who.prn, name, kept.label, kept.opened, kept.warning))
    work.enter("restricted cases", cases=len(found))
    return tuple(found)


@use_case(Permission.SEE_AGENDA, looks=True)
def see_keeping(work: Work, meeting: str) -> MeetingKeeping:
    """What a meeting is told: cases opened by break-glass since the one before, and who leaves the room for which."""
    row = meetings.mapped(work.session, meeting)
    opened = queries.glass_at(work.session, row)
    issued = row.state is not MeetingState.DRAFT
    hears = queries.hears_who_leaves(work)
    leaving = queries.leaving(work, row, agendas.frozen_of(row)) if issued and hears else ()
    work.enter(f"meeting {meeting}", opened=len(opened), leaving=len(leaving))
    return MeetingKeeping(row.meeting, opened, leaving, issued, hears)


def _latest(work: Work, prn: str) -> tuple[Person, Case]:
    """A person and their open case, else the latest."""
    return queries.latest_case(work.session, prn)


def _restricted(work: Work, who: Person) -> Restriction:
    row = queries.standing(work.session, who.id)
    if row is None:
        raise Refused("This case is not restricted; nothing was changed.")
    return row
