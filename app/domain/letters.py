"""The letter that goes out with a disclosure: the forum's template, filled from one approved request (need D1).

It holds the statements that the chair let go, the ground in the law's words and what the recipient undertakes, and says
nothing of what was struck, of who asked inside the forum, or of why the forum thought about more.
"""

from __future__ import annotations

from app.domain.dates import AUCKLAND, show_long_date
from app.domain.disclosure_request import RequestRow
from app.domain.documents import RecordDocument, RecordSection

PURPOSE = (
    "It is given to you for this purpose alone. Keep it in confidence, give it to nobody else without asking the "
    "forum, and tell the forum at once if it is lost, or if you find that any of it is wrong."
)
"""What every recipient is told, whatever they undertook besides."""


def letter_of(row: RequestRow, number: int, forum_name: str, *, training: bool) -> RecordDocument:
    """The letter of a request that is made. `number` is its line in the disclosure ledger, and stands on every page."""
    approved = show_long_date(row.decided_at.astimezone(AUCKLAND).date()) if row.decided_at else ""
    made = show_long_date(row.made_on) if row.made_on else ""
    what = (
        ("To", row.who_asks),
        ("About", f"{row.person}, PRN {row.prn}"),
        ("You asked for", row.what),
        ("Given", f"{made}, {row.how}"),
    )
    ground = (
        ("Decided", f"by {row.decided_by}, chair of the forum, on {approved}"),
        ("Ground", row.ground.full),
        ("Why it is necessary", row.necessity),
        *((("Under your undertaking", row.undertaking),) if row.undertaking else ()),
    )
    return RecordDocument(
        title="Disclosure of personal information",
        forum_name=forum_name,
        band="",
        dated=f"Disclosure {number}",
        made=f"{made}, signed for the chair by {row.made_by}",
        sections=(
            RecordSection("What this is", ("", ""), what, shares=(2, 7)),
            RecordSection(
                "What is disclosed to you",
                ("What", "Information", "Who says so"),
                tuple((each.heading, each.text, each.source) for each in row.told),
                shares=(3, 6, 4),
            ),
            RecordSection("On what ground", ("", ""), ground, shares=(2, 7)),
        ),
        notes=(PURPOSE,),
        foot=(f"Disclosure {number} to {row.who_asks}",),
        training=training,
    )
