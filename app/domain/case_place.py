"""Where a restricted case is, for whoever is given its key: by the word of those who hold it (need A4).

Rows say where a case is too, and whoever they would make a holder could have written them. So the rows of cases and
meetings only ever narrow what the key's holders have said. Pure.
"""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True):
    """Of which forum a case is, and which others have still to close a meeting that listed it."""

    forum: str
    closing: frozenset[str] = frozenset()

    @property
    def forums(self) -> frozenset[str]:
        return self.closing | {self.forum}


def place_that_counts(said: Place | None, found: Place, *, confirmed: bool) -> Place:
    """Where a case is, of what its key says and what is found in rows.

    `confirmed` says that somebody who holds the key says in this very change that it is where it is found: then the
    forum it comes from may close its meetings. `said` is None of a key that has said nothing yet.
    """
    if said is None:
        return Place(found.forum, found.closing - {found.forum})
    known = said.forums if confirmed else said.closing
    forum = found.forum if confirmed else said.forum
    return Place(forum, (found.closing & known) - {forum})
