"""The minutes of a closed meeting on paper (needs M5 to M8). Distributed as numbered copies like packs."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.dates import show_date, show_long_date
from app.domain.documents import ActionLine, MinuteItem, MinutesDocument, PackDocument
from app.domain.minutes import dissent_words
from app.domain.stand_in import is_withheld
from reports.agenda import counted
from reports.flow import Run
from reports.form import Form, TableRow, aside, joined, soft, strong

KEY = "=Minutes"


def minute_key(item: MinuteItem) -> str:
    return f"={item.position}. {item.name} ({item.prn})"


def add_minutes(form: Form, document: PackDocument, minutes: MinutesDocument) -> None:
    """Put the minutes into the form, from a fresh page."""
    form.heading([strong("Minutes")], form.layout.size * 1.75, fresh=True, key=KEY)
    kind = f"{minutes.kind.capitalize()} meeting" if minutes.kind else ""
    form.paragraph(joined((show_long_date(document.meeting_day), kind, document.meeting_code)), below=6)
    form.row("Chair", [minutes.chair or aside("No chair was recorded.")])
    form.row("Closed", [minutes.closed or aside("Not closed: these minutes are a draft.")])
    if (standing := document.standing) is not None:
        form.row("Version", [joined((f"Version {standing.version}", standing.state))])
        if standing.changes:
            form.row("Corrected", form.bullets(standing.changes))
    _attendance(form, minutes)
    form.row("Confidentiality", [minutes.confidentiality or aside("Not recorded as read.")])
    if minutes.warnings:
        form.row("Warnings", form.bullets(minutes.warnings))
    if minutes.opened:
        form.row("Opened by break-glass", form.bullets(minutes.opened))
    if minutes.note:
        form.row("Note", [minutes.note])
    form.heading([strong("Decisions")], form.layout.size * 1.3, gap=16, below=4)
    if not minutes.decisions:
        form.paragraph(aside("No case was on the agenda, so nothing was decided."))
    for item in minutes.decisions:
        _item(form, item)
    _ended(form, minutes)
    _not_listed(form, minutes)


def _attendance(form: Form, minutes: MinutesDocument) -> None:
    rows: list[TableRow] = [
        [strong(line.name), joined((line.service, line.role), ", "), joined((line.presence, line.note))]
        for line in minutes.attendance
    ]
    empty = "Nobody's attendance is recorded."
    form.table("Attendance", (5, 5, 4), ("Name", "Service, role", "Present"), rows, empty=empty)
    form.row("Quorum", [minutes.quorum or aside("Not recorded.")])


def _item(form: Form, item: MinuteItem) -> None:
    if is_withheld(item.prn):
        title = [strong(f"{item.position}.\u00a0 {item.name}")]
        form.heading(title, form.layout.size * 1.12, gap=12, below=3, key=minute_key(item))
        return
    title = [strong(f"{item.position}.\u00a0 {item.name}"), soft(f"  PRN {item.prn} · {item.anchor}")]
    form.heading(title, form.layout.size * 1.12, gap=12, below=3, key=minute_key(item))
    running = [strong(f"{item.position}.\u00a0 {item.name}"), soft(f" · PRN {item.prn} – continued")]
    lines = form.lines([form.para(running)], form.layout.width)
    form.again = (form.bare(lines, below=4),)
    if item.why:
        form.row("Why it was on", form.bullets(item.why) if len(item.why) > 1 else [item.why[0]])
    if item.visitors:
        form.row("There for it", ["; ".join(item.visitors)])
    for said in item.discussion:
        form.row(f"From {said.source}" if said.source else "Discussion", [said.text])
    reason = form.para([soft("Because: "), Run(item.reason)], before=1)
    track = f" (on {'the ' if item.track == 'table' else ''}{item.track})" if item.track else ""
    form.row("Decision", [form.para([strong(item.decision.capitalize()), soft(track)]), reason])
    form.row("Dissent", [dissent_words(item) or aside("None was recorded.")])
    told = joined((item.disclosure or "not considered", item.disclosure_note), ": ")
    form.row("Disclosure considered", [told])
    _actions(form, "Earlier actions", item.carried, "")
    _actions(form, "Actions", item.actions, "No action was given.")
    if item.next_on:
        form.row("Next", [joined((show_date(item.next_on), item.next_reason), ", ")])
    form.again = ()


def _actions(form: Form, label: str, actions: Sequence[ActionLine], empty: str) -> None:
    """A table of actions; nothing at all where there is none and no words for it."""
    if not actions and not empty:
        return
    rows: list[TableRow] = [
        [
            action.text,
            joined((action.owner, action.service), ", "),
            [
                form.para(show_date(action.due) or "no date"),
                form.para(soft(action.outcome), form.layout.small),
            ],
        ]
        for action in actions
    ]
    form.table(label, (7.5, 4.5, 2.6), ("Action", "Owner", "Due"), rows, empty=empty)


def _not_listed(form: Form, minutes: MinutesDocument) -> None:
    """Nobody is in neither list: who was not discussed comes up again on a day (need M2)."""
    form.heading([strong("Not discussed, with their next date")], form.layout.size * 1.3, gap=16, below=2)
    rows: list[TableRow] = [
        [line.name, line.prn, show_date(line.next_on), line.reason] for line in minutes.not_listed
    ]
    form.table(
        "",
        (5, 2.4, 2.4, 5),
        ("Name", "PRN", "Next", "Because"),
        rows,
        empty="Every open case was on the agenda.",
        full=True,
    )


def _ended(form: Form, minutes: MinutesDocument) -> None:
    note = counted(len(minutes.ended), "case", "cases")
    form.heading([strong("Cases that ended otherwise")], form.layout.size * 1.3, gap=16, below=2)
    rows: list[TableRow] = [
        [strong(line.name), line.prn, line.reason, show_date(line.day)] for line in minutes.ended
    ]
    form.table(
        "",
        (5, 2.4, 5, 2.4),
        ("Name", "PRN", "Reason", "On"),
        rows,
        empty="Since the last meeting no case has ended otherwise than by a release.",
        full=True,
    )
    if rows:
        form.paragraph(soft(f"{note}, told here and not decided."), form.layout.small, above=3)
