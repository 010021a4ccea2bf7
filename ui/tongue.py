"""What the window says to people: every text passes `tr`, which says it in English or in what a catalogue has for it.

    tr("Lock")                          tr("{done} of {all} copies", done=3, all=12)

English is the language of the source and needs no catalogue. Another tongue is chosen before anything of the window
is read, for constants are said while their modules are read: `FORUMDESK_TONGUE=mi_NZ` takes `ui/tongues/mi_NZ.ts`,
and `FORUMDESK_TONGUE=pseudo` shows each text longer and full of marks, for whoever looks for what clips
(docs/decisions/0041-tongue.md).
"""

from __future__ import annotations

import os
from collections.abc import Callable

CHOSEN = "FORUMDESK_TONGUE"


def tr(text: str, /, **values: object) -> str:
    """A text in the tongue of the window, its braces filled by name. Costs a call where the tongue is English."""
    told = _say(text)
    return told.format(**values) if values else told


def _tongue(chosen: str) -> Callable[[str], str]:
    """How a text is said. What English needs is nothing, so nothing more is read for it."""
    if chosen in ("", "en_NZ"):
        return str
    from ui import catalogue

    return catalogue.tongue(chosen)


_say = _tongue(os.environ.get(CHOSEN, ""))
