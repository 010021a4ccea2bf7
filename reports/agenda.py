"""The agenda on paper: who is on it and why, how long it takes, and who is not on it (need M2)."""

from __future__ import annotations

from app.domain.counting import count
from app.domain.dates import show_date, show_long_date
from app.domain.documents import AgendaDocument, AgendaItem, AgendaSection, PackDocument
from app.domain.stand_in import is_withheld
from reports.flow import Para
from reports.form import Form, TableRow, aside, joined, soft, strong

KEY = "=Agenda"


def hours(minutes: int) -> str:
    """`3 h 4 min`, `45 min`."""
    whole, rest = divmod(max(minutes, 0), 60)
    return joined((f"{whole} h" if whole else "", f"{rest} min" if rest or not whole else ""), " ")


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def time_needed(agenda: AgendaDocument) -> str:
    """The agenda's minutes against the meeting's, in words."""
    over = agenda.minutes - agenda.length
    against = f"{hours(agenda.minutes)} of {hours(agenda.length)}"
    if over > 0:
        return f"{against}: {hours(over)} over"
    return f"{against}: {hours(-over)} to spare" if over else f"{against}: exactly full"


def add_agenda(form: Form, document: PackDocument, agenda: AgendaDocument) -> None:
    """Put the agenda into the form, from a fresh page."""
    big = form.layout.size * 1.75
    form.heading([strong("Agenda")], big, fresh=True, key=KEY)
    kind = f"{agenda.kind.capitalize()} meeting" if agenda.kind else ""
    form.paragraph(joined((show_long_date(document.meeting_day), kind, document.meeting_code)), below=6)
    form.row("Chair", [agenda.chair or aside("No chair is named for this meeting.")])
    considered = f"{counted(agenda.considered, 'case', 'cases')} considered"
    listed = f"{agenda.listed} listed, {agenda.considered - agenda.listed} not listed"
    form.row("Cases", [f"{considered}: {listed}."])
    form.row("Time", [f"{time_needed(agenda)}."])
    if agenda.state:
        form.row("State", [agenda.state])
    if agenda.opened:
        form.row("Opened by break-glass", form.bullets(agenda.opened))
    for section in agenda.sections:
        _add_section(form, section, with_reasons=not agenda.left_out)
    if not agenda.listed:
        form.space(10)
        form.paragraph(aside("No case is on this agenda: nothing is due before the next meeting."))
    if agenda.left_out:
        form.row("Not in this copy", [aside(agenda.left_out)])
    else:
        _add_not_listed(form, agenda)


def _section_heading(form: Form, words: str, note: str) -> None:
    form.heading([strong(words)], form.layout.size * 1.3, gap=16)
    if note:
        form.paragraph(soft(note), form.layout.small, keep=True, below=2)


def _add_section(form: Form, section: AgendaSection, *, with_reasons: bool) -> None:
    if not section.items:
        return
    minutes = sum(item.minutes for item in section.items)
    size = joined((counted(len(section.items), "case", "cases"), hours(minutes)))
    _section_heading(form, section.heading, joined((size, section.note)))
    items = [_item(form, item) for item in section.items]
    headings: tuple[str, ...] = ("", "Name and PRN", "Counted from", "Why it is on the list", "Min.")
    shares: tuple[float, ...] = (0.7, 4.2, 3.0, 8.2, 0.9)
    rows: list[TableRow] = list(items)
    if form.layout.large:
        headings, shares = ("", "Who and why" if with_reasons else "Who", "Min."), (0.9, 13.0, 1.3)
        rows = [[number, [*who, *why], minute] for number, who, _, why, minute in items]
    elif not with_reasons:
        headings, shares = ("", "Name and PRN", "Counted from", "Min."), (0.7, 8.2, 7.2, 0.9)
        rows = [[number, who, anchor, minute] for number, who, anchor, _, minute in items]
    right = frozenset({0, len(headings) - 1})
    form.table("", shares, headings, rows, empty="", right=right, full=True)


def _item(form: Form, item: AgendaItem) -> list[list[Para]]:
    number = [form.para(strong(str(item.position)), right=True)]
    minutes = [form.para(str(item.minutes), right=True)]
    if is_withheld(item.prn):
        return [number, [form.para(strong(item.name))], [form.para("")], [form.para("")], minutes]
    who = [form.para(strong(item.name)), form.para(soft(item.prn), form.layout.small)]
    if item.no_reply:
        who.append(form.para(strong(item.no_reply), form.layout.small, before=1))
    why = form.bullets(item.reasons)
    if item.missed:
        why.append(form.para(soft(missed(item.missed)), form.layout.small, before=1))
    if form.layout.large:
        who.append(form.para(soft(item.anchor), form.layout.small))
    return [number, who, [form.para(item.anchor)], why, minutes]


def missed(months: tuple[int, ...]) -> str:
    """Milestones never taken, in words."""
    return f"Never taken at a meeting: {', '.join(count(month, 'month') for month in months)}."


def _add_not_listed(form: Form, agenda: AgendaDocument) -> None:
    _section_heading(
        form, "Not on this agenda", "Everyone else the forum considers, with the date of next interest."
    )
    rows: list[TableRow] = [
        [
            strong(line.name),
            line.prn,
            "" if is_withheld(line.prn) else show_date(line.next_on) or aside("no date"),
            "" if is_withheld(line.prn) else line.reason,
        ]
        for line in agenda.not_listed
    ]
    shares = (5.0, 2.6, 2.6, 4.4) if form.layout.large else (5.0, 2.0, 2.0, 6.0)
    form.table(
        "",
        shares,
        ("Name", "PRN", "Next", "Because of"),
        rows,
        empty="Every case the forum considers is on this agenda.",
        full=True,
    )
