"""The list of cases a window at a time: view, search, filters, order and counts (need R10)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from app.desk import use_case
from app.domain.case_list import CasePage, CaseQuery
from app.domain.people import Permission
from app.domain.search import SearchResult, read_query
from db import search
from db.queries import case_list as queries
from db.queries.cases import scope_of
from db.queries.register import forum as forum_by_code
from db.work import Work

_SCREEN = re.compile(r"[a-z][a-z-]*")

MOST_FOUND = 500
"""People a text may find in a list; a text that finds more wants another letter."""
MOST_TYPED = 50
"""The same while it is being typed: the fullest window."""


@use_case(Permission.OPEN_CASE, looks=True, begins=True)
def browse_cases(work: Work, forum: str, query: CaseQuery, first: int = 0, many: int = 200) -> CasePage:
    """One window of the list from row `first`, with what matches, what the view holds and what each filter hides.

    What was typed stands in the trail only as a commitment, since it is most often a name.
    """
    asked, found = _asked(work, _code(work, forum), query)
    why = {hit.prn: hit.why for hit in found.hits} if found else {}
    lines = queries.lines(work.session, asked, first, many)
    matching, total, hidden = queries.counts(work.session, asked)
    commit = {"text": query.text} if found else None
    work.enter(f"cases {forum}", commit=commit, cases=len(lines), matching=matching)
    return CasePage(
        lines=tuple(line._replace(why=why.get(line.prn, "")) for line in lines),
        first=first,
        matching=matching,
        total=total,
        hidden=hidden,
        beyond=len(found.hits) - (total - hidden[0].cases) if found else 0,
        next_rung=found.next_rung if found else None,
        prisons=() if first else queries.prisons(work.session, asked),
    )


@use_case(Permission.OPEN_CASE, looks=True, begins=True)
def begin_search(work: Work, forum: str) -> None:
    """Enter that somebody is about to search the list, so that its first letter waits for no entry (decision 0036).

    It looks as a letter would and hands nothing out: the index, its first rows and the statements are ready then.
    """
    asked, _ = _asked(work, work.forum, CaseQuery(text="a"), MOST_TYPED)
    queries.lines(work.session, asked, 0, MOST_TYPED)
    work.enter(f"cases {forum_by_code(work.session, forum).code}")


@use_case(Permission.OPEN_CASE, looks=True, goes_on=True)
def find_as_typed(work: Work, forum: str, query: CaseQuery, many: int = MOST_TYPED) -> CasePage:
    """The first rows of a search that is still being typed; `browse_cases` reads and counts the rest once it rests.

    No more than the window has room for: whom nobody sees is not read.

    `matching` counts among the people found here, `open_ended` says that there are more, and `total` is 0: unknown.
    """
    many = max(1, min(many, MOST_TYPED))
    asked, found = _asked(work, work.forum, query, many)
    if found is None:
        raise ValueError("nothing was typed")
    lines = queries.lines(work.session, asked, 0, many)
    matching = held = len(lines)
    if queries.narrowed_besides(asked):
        matching, held = queries.found_counts(work.session, asked)
    work.enter(f"cases {forum}", commit={"text": query.text}, cases=len(lines), matching=matching)
    why = {hit.prn: hit.why for hit in found.hits}
    return CasePage(
        lines=tuple(line._replace(why=why.get(line.prn, "")) for line in lines),
        first=0,
        matching=matching,
        total=0,
        beyond=len(found.hits) - held,
        open_ended=found.more,
    )


@use_case(Permission.SEE_FORUM, looks=True)
def copied_rows(work: Work, forum: str, rows: int, of: str = "cases") -> None:
    """Enter that rows of a list go to the clipboard: from there they may go anywhere (need A3).

    Whoever sees a list may copy it. `of` is the screen that it stands on by its word in code, never anything typed.
    """
    if not _SCREEN.fullmatch(of):
        raise ValueError("a screen is named by its word")
    work.enter(f"{of} {forum}".strip(), copied=rows)


@use_case(Permission.OPEN_CASE, looks=True)
def order_of_cases(work: Work, forum: str, query: CaseQuery) -> tuple[str, ...]:
    """Every PRN of a list in its order, so that the record bar keeps it."""
    asked, _ = _asked(work, _code(work, forum), query)
    prns = queries.order(work.session, asked)
    work.enter(f"cases {forum}, order", cases=len(prns))
    return prns


def _code(work: Work, forum: str) -> str | None:
    return forum_by_code(work.session, forum).code if forum else None


def _asked(
    work: Work, code: str | None, query: CaseQuery, most: int = MOST_FOUND
) -> tuple[queries.Asked, SearchResult | None]:
    scope = scope_of(work)
    read = read_query(query.text, work.today)
    asked = queries.settle(work.session, queries.Asked(query, work.today, code, scope))
    if read.empty:
        return asked, None
    result = search.search(work.connection, read, query.looser, most, scope)
    return replace(asked, found=tuple(hit.prn for hit in result.hits)), result
