"""Taking in an extract from IOMS: one way, repeatable, in one transaction (needs R2, R5, R9)."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from app.desk import use_case
from app.domain.errors import NotPermitted, Refused
from app.domain.extract import Oddity, Reading, forum_keys, read_rows
from app.domain.extract_headings import HeadingMatch, compare_headings
from app.domain.extract_import import plan_import
from app.domain.extract_plan import ImportPlan
from app.domain.extract_result import (
    DifferenceRow,
    ExtractRow,
    ImportResult,
    LeftOutRow,
    RejectedRows,
)
from app.domain.people import Permission, may_in
from app.domain.words import Topic
from db import search
from db.queries import criteria, extract_store
from db.queries import extract as queries
from db.queries import register as forums
from db.work import Work


class _Planned(NamedTuple):
    reading: Reading
    plan: ImportPlan
    encoding: str
    warnings: tuple[Oddity, ...]
    same_days: bool
    """Whether everybody was already known to be as at this file's dates."""


@use_case(Permission.EDIT_CASE, topics=(Topic.PEOPLE, Topic.CASES))
def import_extract(
    work: Work,
    file_name: str,
    data: bytes,
    as_at: date | None = None,
    profile: Mapping[str, str] | None = None,
) -> ImportResult:
    """Take an extract in: whole or not at all, and the same bytes again change nothing."""
    with _uncollected():
        return _take_in(work, file_name, data, as_at, profile)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hundreds of thousands of values are made and none thrown away: looking for rubbish took a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _take_in(
    work: Work, file_name: str, data: bytes, as_at: date | None, profile: Mapping[str, str] | None
) -> ImportResult:
    planned = _plan(work, file_name, data, as_at, profile)
    sha256 = hashlib.sha256(data).hexdigest()
    result = _result(planned, file_name, None)
    before = extract_store.taken_in_before(work.connection, sha256)
    if (
        before
        and planned.plan.changes_nothing
        and planned.same_days
        and before[1].get("rejected") == result.rejected
    ):
        _enter(work, f"extract {before[0]}, again", result)
        return _result(planned, file_name, before[0])
    number = extract_store.new_extract(
        work.connection,
        file_name=file_name,
        sha256=sha256,
        encoding=planned.encoding,
        as_at=planned.reading.as_at or as_at,
        at=work.at,
        who=work.user_id,
        seq=work.seq,
        counts=result.counts(),
        forums=planned.reading.forums,
    )
    source = extract_store.Provenance(number, file_name, work.seq, work.at)
    extract_store.store(work.connection, planned.plan, source)
    extract_store.store_rejections(work.connection, number, result.rejected_rows)
    search.reindex(work.session, planned.plan.people_to_find())
    work.enter("", fields=("persons", "ioms_records"))
    _enter(work, f"extract {number}", result)
    return _result(planned, file_name, number)


@use_case(Permission.EDIT_CASE, looks=True, whole=True)
def preview_extract(
    work: Work,
    file_name: str,
    data: bytes,
    as_at: date | None = None,
    profile: Mapping[str, str] | None = None,
) -> ImportResult:
    """What taking an extract in would do; nothing is written (a dry run)."""
    result = _result(_plan(work, file_name, data, as_at, profile), file_name, None)
    _enter(work, "extract, dry run", result)
    return result


@use_case(Permission.EDIT_CASE, looks=True)
def match_columns(work: Work, file_name: str, data: bytes) -> HeadingMatch:
    """Which columns a file has and which of ours they are, so that the rest can be named before a dry run."""
    from reports.extract_file import read_table

    match = compare_headings(read_table(file_name, data).headings)
    work.enter("extract, headings", headings=len(match.headings))
    return match


@use_case(Permission.SEE_WATCH_LIST, looks=True)
def left_out(work: Work, forum: str | None = None) -> tuple[LeftOutRow, ...]:
    """Not on the list, because: every imported person the criteria left out (need R5)."""
    rows = queries.left_out(work.session, _seen(work, forum))
    work.enter(f"left out {forum or 'all'}", people=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, looks=True)
def list_extracts(work: Work) -> tuple[ExtractRow, ...]:
    """Which extracts were taken in, by whom and with what result, the last one first (need R12)."""
    rows = queries.extracts(work.session, work.forums_with(Permission.EDIT_CASE))
    work.enter("extracts", extracts=len(rows))
    return rows


@use_case(Permission.EDIT_CASE, looks=True)
def save_rejections(work: Work, extract: int | None = None) -> RejectedRows:
    """The refused rows of an extract, the last one where none is named, to be mended and sent again."""
    number = _number(work, extract)
    rejected = queries.rejected_rows(work.session, number)
    work.enter(f"extract {number}, rejections", rows=len(rejected.cells))
    return rejected


@use_case(Permission.EDIT_CASE, looks=True)
def extract_differences(work: Work, extract: int | None = None) -> tuple[DifferenceRow, ...]:
    """What an extract changed, old and new, with the days lost (need T2)."""
    number = _number(work, extract)
    rows = queries.differences(work.session, number)
    work.enter(f"extract {number}, differences", differences=len(rows))
    return rows


def _enter(work: Work, subject: str, result: ImportResult) -> None:
    work.enter(subject)
    work.note.counts.update(result.counts())


def _number(work: Work, extract: int | None) -> int:
    """The extract named, else the last one, where this person may take in extracts of all its forums."""
    mine = work.forums_with(Permission.EDIT_CASE)
    known = [row.extract for row in queries.extracts(work.session, mine)]
    if extract is not None:
        if mine is not None and extract not in known:
            raise NotPermitted(
                f"Extract {extract} is not one of {', '.join(sorted(mine)) or 'your forums'} alone, so you may not "
                "look into it. Ask an administrator of every forum."
            )
        return extract
    if not known:
        raise Refused("No extract has been taken in yet: take one in with `forumdesk extract import FILE`.")
    return known[0]


def _seen(work: Work, forum: str | None) -> Sequence[str]:
    """The forums whose list this person may see: the one named, or all they may."""
    if forum:
        return (forums.forum(work.session, forum).code,)
    mine = work.forums_with(Permission.SEE_WATCH_LIST)
    return tuple(row.code for row in forums.forums(work.session, mine))


def _plan(
    work: Work, file_name: str, data: bytes, as_at: date | None, profile: Mapping[str, str] | None
) -> _Planned:
    from reports.extract_file import read_table

    table = read_table(file_name, data)
    names = queries.forum_names(work.connection)
    if not names:
        raise Refused(
            "This register has no forum yet; nothing was taken in. Add one with `forumdesk forum add`."
        )
    reading = read_rows(table.headings, table.rows, profile, as_at, forum_keys(names))
    for code in reading.forums:
        if not may_in(Permission.EDIT_CASE, work.offices, code, work.today):
            raise NotPermitted(
                f"{file_name} holds people of {code}, where you may not take in an extract; nothing was taken in. "
                f"Ask an administrator of {code}, or take those rows out."
            )
    current = queries.current(work.connection, reading, criteria.rules(work.session, reading.forums))
    plan = plan_import(current, reading)
    same_days = all(current.people[told.record.prn].as_at == told.record.as_at for told in plan.unchanged)
    whole = tuple(Oddity(0, "", text) for text in table.warnings)
    return _Planned(reading, plan, table.encoding, (*whole, *reading.warnings, *plan.warnings), same_days)


def _result(planned: _Planned, file_name: str, number: int | None) -> ImportResult:
    reading, plan = planned.reading, planned.plan
    return ImportResult(
        file_name=file_name,
        extract=number,
        as_at=reading.as_at,
        rows=reading.rows,
        added=len(plan.added),
        changed=len(plan.changed),
        unchanged=len(plan.unchanged) + reading.repeats,
        rejected=reading.rejected_rows,
        gone=len(plan.gone),
        cases_opened=len(plan.cases),
        anchors_moved=len(plan.anchors),
        flags_raised=len(plan.flags_raised),
        flags_withdrawn=len(plan.flags_withdrawn),
        rejected_rows=RejectedRows(file_name, reading.headings, reading.rejected_cells, reading.rejections),
        warnings=planned.warnings,
        unknown_headings=reading.unknown_headings,
        differences=tuple(told for _, told in plan.differences),
        gone_prns=tuple(known.prn for known in plan.gone),
    )
