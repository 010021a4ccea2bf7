"""The count-in sheet of a meeting: every numbered copy with room for a tick, and the checkpoint in full (need A3).

It is kept, so it is no numbered copy itself; it names who holds copies and no prisoner.
"""

from __future__ import annotations

from app.domain.dates import show_long_date
from app.domain.sheets import CountInLine, CountInSheet
from reports.flow import Run, paginate
from reports.form import Form, TableRow, soft, strong
from reports.page import draw_document
from reports.style import NORMAL, Face

_HOW = (
    "Tick the column and write your initials as each copy goes out, comes back, and is destroyed before a witness.",
    "Enter each in ForumDesk on the same day; what the register knew already stands in small print.",
    "Keep this sheet with the minutes. Its checkpoint shows later that nothing of the trail before it was taken away.",
)
_ROOM = "________"
_SHARES = (2.7, 5.2, 2.5, 2.2, 2.2, 2.2, 2.2)
_HEADINGS = ("Copy", "Holder, service", "Code", "Out", "Returned", "Destroyed", "Missing")
_GROUPS_IN_A_LINE = 5


def write_count_in(sheet: CountInSheet, *, invariant: bool = False) -> bytes:
    """The sheet as PDF bytes, in memory. `invariant` repeats bytes (tests only)."""
    form = Form(NORMAL)
    form.paragraph(sheet.forum_name, 12, key="=Count-in sheet", whole=True)
    form.paragraph([Run(sheet.title, Face.BOLD)], 22, whole=True)
    form.paragraph(
        f"{show_long_date(sheet.meeting_day)} · {sheet.meeting_code}", 11, above=2, below=8, whole=True
    )
    form.row("Made", [sheet.made])
    form.row("How to use it", form.bullets(_HOW))
    form.row("Checkpoint", _groups(sheet))
    ledger = sheet.ledger
    told = f"{ledger.out} out, {ledger.returned} returned, {ledger.destroyed} destroyed, {ledger.missing} missing"
    never = f"{ledger.void} void, {ledger.reserved} not settled"
    form.row("When printed", [f"{ledger.issued} issued: {told}. Never issued: {never}."])
    form.space(8)
    form.table(
        "",
        _SHARES,
        _HEADINGS,
        [_row(form, line) for line in sheet.lines],
        empty="No numbered copy was made for this meeting.",
        full=True,
    )
    for label in ("Counted by", "Witness"):
        form.paragraph(
            [strong(f"{label}:  "), Run("_" * 34), Run("    on  "), Run("_" * 16)], above=16, whole=True
        )
    return draw_document(sheet, paginate(form.bands, NORMAL), NORMAL, invariant=invariant)


def _groups(sheet: CountInSheet) -> list[Run]:
    """Twenty groups of four letters, five in a line, so that they can be read out and typed in again."""
    groups = sheet.checkpoint.full.split()
    lines = [
        strong("   ".join(groups[start : start + _GROUPS_IN_A_LINE]))
        for start in range(0, len(groups), _GROUPS_IN_A_LINE)
    ]
    about = f"Entry {sheet.checkpoint.seq:,} of {sheet.checkpoint.at}; each group ends in a letter that tells a slip."
    return [*lines, soft(about)]


def _row(form: Form, line: CountInLine) -> TableRow:
    small = form.layout.small
    name = [form.para(strong(line.holder)), form.para(soft(line.service), small)]
    cells = [
        [form.para(soft(told), small)] if told else [form.para(_ROOM, leading=2.0)]
        for told in (line.out, line.returned, line.destroyed, line.missing)
    ]
    return [strong(line.copy), name, strong(line.code), *cells]
