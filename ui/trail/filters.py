"""Which entries of the trail are shown, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.dates import show_date
from app.domain.names import fold
from app.domain.trail import TrailRow
from app.domain.trail_export import TrailAsk
from ui.tongue import tr


class TrailFilter(TrailAsk, frozen=True):
    """What is asked for, told in the window's tongue."""

    def told(self, name: str) -> str:
        """The filter in words; empty where it asks for nothing. `name` is the person's, for `who`."""
        parts = (
            tr("with “{text}”", text=self.text.strip()) if self.text.strip() else "",
            tr("by {name}", name=name) if self.who else "",
            tr("about {kind}", kind=self.kind) if self.kind else "",
            tr("from {since}", since=show_date(self.since)) if self.since else "",
            tr("until {until}", until=show_date(self.until)) if self.until else "",
        )
        return ", ".join(part for part in parts if part)


_VERBS = (" signed in", " made this", " was refused", " looked", " read ", " verified", " printed", " ")
"""As the trail writes them: its sentences are kept, and English, whatever the window speaks."""


def people_in(rows: Iterable[TrailRow]) -> dict[str, str]:
    """Who stands in the trail: identity → name, told from the beginning of each sentence."""
    found: dict[str, str] = {}
    for row in rows:
        if row.who not in found:
            found[row.who] = _name_in(row)
    return dict(sorted(found.items(), key=lambda each: fold(each[1])))


def _name_in(row: TrailRow) -> str:
    """The name a sentence begins with: what stands before its verb."""
    head = row.sentence
    for verb in _VERBS:
        if verb in head:
            return head.partition(verb)[0]
    return head
