"""Criteria: which are in force, what others would change, and adopting them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from app.desk import use_case
from app.domain.case_drafts import refuse_if_overtaken
from app.domain.criteria import Criterion, check_criteria, preview
from app.domain.criteria_file import CriteriaRow, PersonName, WhatIf, told_criteria
from app.domain.errors import NotPermitted, Refused
from app.domain.people import Permission
from app.domain.words import Topic
from db.queries import criteria as queries
from db.queries import register as forums
from db.work import Work


@use_case(Permission.SEE_FORUM, looks=True)
def show_criteria(work: Work, forum: str | None = None) -> tuple[CriteriaRow, ...]:
    """The criteria in force: of one forum, or all that are in force somewhere."""
    known = queries.in_force(work.session)
    if forum:
        code = forums.forum(work.session, forum).code
        work.enter(f"criteria {code}")
        return (known.get(code) or known[None],)
    work.enter("criteria")
    mine = work.forums
    return tuple(row for code, row in known.items() if code is None or mine is None or code in mine)


@use_case(Permission.SEE_WATCH_LIST, looks=True)
def preview_criteria(work: Work, criteria: tuple[Criterion, ...], forum: str | None = None) -> WhatIf:
    """Who would come in and who would fall out, by name, before anything is adopted (need R6)."""
    check_criteria(criteria)
    known = queries.in_force(work.session)
    concerned = _concerned(work, forum, frozenset(code for code in known if code))
    people = queries.subjects(work.session, concerned)
    enters: list[PersonName] = []
    leaves: list[PersonName] = []
    for code, subjects in people.items():
        names = {subject.key: name for subject, name in subjects}
        told = preview(
            (known.get(code) or known[None]).criteria, criteria, [subject for subject, _ in subjects]
        )
        enters += [names[prn] for prn in told.enters]
        leaves += [names[prn] for prn in told.leaves]
    looked_at = sum(map(len, people.values()))
    work.enter(f"criteria {forum or 'all'}", people=looked_at, enters=len(enters), leaves=len(leaves))
    return WhatIf(tuple(enters), tuple(leaves), looked_at)


@use_case(Permission.EDIT_CASE, topics=(Topic.CRITERIA,))
def adopt_criteria(
    work: Work,
    criteria: tuple[Criterion, ...],
    reason: str,
    forum: str | None = None,
    seen: Mapping[str, str] | None = None,
) -> CriteriaRow:
    """Put criteria in force from the next extract on; cases keep the version that took them in (need R2).

    `seen` is `told_criteria` of what was in force when the writer began, under `criteria`: where others are in force by
    now, `Overtaken` keeps both.
    """
    if not reason.strip():
        raise Refused("Say why these criteria are adopted (--reason); nothing was changed.")
    check_criteria(criteria)
    code = forums.forum(work.session, forum).code if forum else None
    if code is None and work.forums_with(Permission.EDIT_CASE) is not None:
        raise NotPermitted(
            "You may not change the criteria of every forum; nothing was changed: say which one they are for (--forum)."
        )
    known = queries.in_force(work.session)
    now = known.get(code) or known[None]
    wanted = replace(now, forum=code, criteria=criteria)
    refuse_if_overtaken(seen or {}, {"criteria": (told_criteria(now), told_criteria(wanted))})
    version = queries.adopt(work.session, criteria, code, work.at, work.user_id, work.seq)
    work.session.flush()
    work.enter(f"criteria {code or 'all'}", reason=reason.strip(), version=version, rows=len(criteria))
    return queries.in_force(work.session)[code]


@use_case(Permission.EDIT_CASE, topics=(Topic.CRITERIA,))
def share_criteria(work: Work, forum: str, reason: str, seen: Mapping[str, str] | None = None) -> CriteriaRow:
    """Have a forum give up criteria of its own: those of every forum count for it again, also as they change later.

    Without this a forum that once had its own could only copy the others', and would not follow them. `seen` as for
    `adopt_criteria`.
    """
    if not reason.strip():
        raise Refused("Say why the forum gives up its own criteria (--reason); nothing was changed.")
    code = forums.forum(work.session, forum).code
    known = queries.in_force(work.session)
    if code not in known:
        raise Refused(f"{code} has no criteria of its own; nothing was changed.")
    refuse_if_overtaken(seen or {}, {"criteria": (told_criteria(known[code]), told_criteria(known[None]))})
    version = queries.adopt(work.session, (), code, work.at, work.user_id, work.seq)
    work.session.flush()
    work.enter(f"criteria {code}", reason=reason.strip(), version=version, rows=0)
    return queries.in_force(work.session)[None]


def _concerned(work: Work, forum: str | None, with_own: frozenset[str]) -> tuple[str, ...]:
    """The forums a change is about: the one named, or all that have no criteria of their own."""
    if forum:
        return (forums.forum(work.session, forum).code,)
    mine = work.forums_with(Permission.SEE_WATCH_LIST)
    return tuple(row.code for row in forums.forums(work.session, mine) if row.code not in with_own)
