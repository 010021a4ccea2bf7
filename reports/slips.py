"""One owner's actions on a slip: what, about whom, by when; a numbered copy like every paper (need M7)."""

from __future__ import annotations

from app.domain.dates import show_date, show_long_date
from app.domain.documents import PackDocument, SlipDocument
from reports.form import Form, TableRow, joined, soft, strong

KEY = "=Actions"


def add_slip(form: Form, document: PackDocument, slip: SlipDocument) -> None:
    """Put the slip into the form, from a fresh page."""
    form.heading([strong(f"Actions of {slip.owner}")], form.layout.size * 1.75, fresh=True, key=KEY)
    after = f"after the meeting of {show_long_date(document.meeting_day)}"
    form.paragraph(joined((slip.service, after, document.meeting_code)), below=6)
    rows: list[TableRow] = [
        [
            str(action.number),
            [strong(action.text)],
            [form.para(action.name), form.para(soft(f"PRN {action.prn}"), form.layout.small)],
            show_date(action.due),
            action.given,
        ]
        for action in slip.actions
    ]
    headings = ("No.", "Action", "About", "By", "Given at")
    form.table("", (1.2, 7, 4.4, 2.6, 3.6), headings, rows, empty="No action is open.", full=True)
    form.paragraph(
        soft(
            "Tell the administrator what became of each: done, overtaken, not done, or handed on, and to whom."
        ),
        form.layout.small,
        above=6,
    )
