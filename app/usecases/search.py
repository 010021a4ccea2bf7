"""Finding people (need R10)."""

from __future__ import annotations

from app.desk import use_case
from app.domain.errors import Refused
from app.domain.people import Permission
from app.domain.search import SearchResult, read_query
from db import search
from db.queries.cases import scope_of
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def find_people(work: Work, text: str, looser: int = 0, limit: int = 50) -> SearchResult:
    """People who answer a text, on the list or not, each with why. `looser` goes so many rungs further.

    The trail keeps that somebody searched and how many were found; what was typed stands there only as a
    commitment, since it is most often a name.
    """
    query = read_query(text, work.today)
    if query.empty:
        raise Refused("There is nothing to look for in that text; type a name, a PRN or a date of birth.")
    result = search.search(work.connection, query, looser, limit, scope_of(work))
    work.enter("search", commit={"text": text}, hits=len(result.hits), rung=int(result.rung))
    return result
