"""The disclosure ledger (need D1). What leaves is entered by whatever use case lets it leave."""

from __future__ import annotations

from app.desk import use_case
from app.domain.disclosure import DisclosureRow
from app.domain.people import Permission
from db.queries import disclosure as queries
from db.queries import register
from db.work import Work


@use_case(Permission.SEE_DISCLOSURES, looks=True)
def list_disclosures(work: Work, forum: str = "") -> tuple[DisclosureRow, ...]:
    """What left the forum, to whom and on what ground, the latest first."""
    mine = (
        frozenset({register.forum(work.session, forum).code})
        if forum
        else work.forums_with(Permission.SEE_DISCLOSURES)
    )
    rows = queries.disclosures(work.session, mine, work)
    work.enter("disclosures", disclosures=len(rows))
    return rows
