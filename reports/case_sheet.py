"""One case on paper, in the field order of a forum's form (needs K1, R4, R7, R8, X6; formats.md section 3).

Every empty part says in words that it is empty: on this paper a blank never means none.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.dates import show_date
from app.domain.documents import AddressLine, CaseSheetDocument, DateLine, FlagLine, Part, ServiceBlock
from reports.agenda import missed
from reports.flow import Band, Cell, Para, Run
from reports.form import Form, TableRow, Words, aside, joined, soft, strong
from reports.style import Face, Tone


def sheet_key(sheet: CaseSheetDocument) -> str:
    """Under which the sheet's page is found; also its entry in the outline."""
    return f"={sheet.position}. {sheet.name} ({sheet.prn})"


def add_case_sheet(form: Form, sheet: CaseSheetDocument) -> None:
    """Put one case into the form, from a fresh page."""
    _head(form, sheet)
    for part, write in _PARTS:
        if part not in sheet.left_out:
            write(form, sheet)
    if sheet.left_out:
        form.row("Not in this copy", [aside(f"{', '.join(sheet.left_out).capitalize()}.")])
    if sheet.notes_lines:
        form.write_on("Notes", sheet.notes_lines)
    form.again = ()


def _or(text: str, otherwise: str) -> Words:
    return text or aside(otherwise)


def _head(form: Form, sheet: CaseSheetDocument) -> None:
    layout = form.layout
    form.again = ()
    title = [Run(f"{sheet.position}.\u00a0 {sheet.name}", Face.BOLD)]
    form.heading(title, layout.size * 1.75, fresh=True, key=sheet_key(sheet))
    born = f"born {show_date(sheet.date_of_birth)}" if sheet.date_of_birth else "date of birth not recorded"
    if sheet.date_of_birth and sheet.age is not None:
        born += f" ({sheet.age})"
    line = [strong(f"PRN {sheet.prn}"), Run(f" · {born} · "), strong(sheet.anchor or "No anchor date")]
    form.paragraph(line, layout.size * 1.08, keep=True, above=1, below=3)
    if sheet.flags:
        chips: list[Run] = []
        for flag in sheet.flags:
            chips += [Run(flag.code, Face.SEMIBOLD, Tone.CHIP), Run("\u00a0\u00a0\u00a0 ")]
        form.paragraph(chips, layout.size, keep=True, above=3, below=5)
    over = (form.left - 4, form.left + layout.width + 4, 0.7, 0.45)
    form.add(Band((), above=1.5, over=over, keep=True))
    running = [
        Run(f"{sheet.position}.\u00a0 {sheet.name}", Face.BOLD),
        soft(f" · PRN {sheet.prn} – continued"),
    ]
    lines = form.lines([form.para(running, layout.size * 1.08)], layout.width)
    edge = (form.left - 4, form.left + layout.width + 4, 0.7, 0.45)
    form.again = (Band((Cell(form.left, layout.width, lines),), below=4, rule=edge),)


def _who(form: Form, sheet: CaseSheetDocument) -> None:
    names = joined(sheet.aliases, "; ")
    form.row("Other names", [_or(names, "No other name is recorded.")])
    form.pair(
        ("Prison", _or(joined((sheet.prison, sheet.unit), ", "), "not recorded")),
        ("Leading service", _or(sheet.leading_service, "not named yet")),
    )
    form.pair(
        ("Physical marks", _or(sheet.physical_marks, "none recorded")),
        ("Owner", _or(sheet.owner, "not named yet")),
    )
    if sheet.who_source:
        form.row("", [form.para(soft(f"Source: {sheet.who_source}"), form.layout.small)])


def _why(form: Form, sheet: CaseSheetDocument) -> None:
    paras: list[Words | Para] = [*form.bullets(sheet.reasons)] if sheet.reasons else []
    if not paras:
        paras = [aside("No reason is recorded; this sheet was asked for by itself.")]
    if sheet.missed:
        paras.append(form.para(soft(missed(sheet.missed)), form.layout.small, before=1))
    if sheet.track or sheet.minutes:
        track = f"Taken on the {sheet.track}" if sheet.track == "table" else f"Taken on {sheet.track}"
        time = f"{sheet.minutes} min" if sheet.minutes else ""
        told = joined((track if sheet.track else "", time))
        paras.append(form.para(soft(told), form.layout.small, before=1))
    form.row("Why on the list", paras)
    if sheet.warnings:
        form.row("Take care", [form.para(strong(warning)) for warning in sheet.warnings])


def _dates(form: Form, sheet: CaseSheetDocument) -> None:
    rows: list[TableRow] = [_date(form, line) for line in sheet.dates]
    form.table("Dates", (5, 3, 6), ("Named date", "Date", "Source"), rows, empty="No date is recorded.")
    if sheet.anchor_note:
        form.row("Anchor date", [sheet.anchor_note])


def _date(form: Form, line: DateLine) -> TableRow:
    day = show_date(line.day)
    said = joined((line.source, line.note))
    if not line.anchor:
        return [line.name, day or aside("not recorded"), soft(said)]
    name = [form.para([strong(line.name), Run("\u00a0\u00a0 "), Run("anchor", Face.SEMIBOLD, Tone.CHIP)])]
    return [name, strong(day), soft(said)]


def _offending(form: Form, sheet: CaseSheetDocument) -> None:
    sentence: list[Words | Para] = [_or(sheet.sentence.text, "Not recorded.")]
    if sheet.sentence.source:
        sentence.append(form.para(soft(sheet.sentence.source), form.layout.small))
    form.row("Sentence", sentence)
    offences: list[Words | Para] = [*form.bullets(sheet.offences)] or [aside("Not recorded.")]
    if sheet.offending_source:
        offences.append(form.para(soft(sheet.offending_source), form.layout.small, before=1))
    form.row("Offences", offences)
    previous: list[Words | Para] = [*form.bullets(sheet.previous_offending)] or [aside("None recorded.")]
    form.row("Previous offending", previous)


def _risks(form: Form, sheet: CaseSheetDocument) -> None:
    """Side by side, each service's own; nothing here adds them up (need R8)."""
    rows: list[TableRow] = [
        [
            line.service,
            joined((line.tool, line.version), " "),
            strong(line.score),
            joined((show_date(line.day), line.assessor)),
        ]
        for line in sheet.risks
    ]
    shares = (4, 4, 3, 5) if form.layout.large else (4.2, 4, 2.6, 5)
    empty = "No service has recorded a risk rating."
    form.table(
        "Risk, side by side", shares, ("Service", "Tool", "Score", "Date, assessor"), rows, empty=empty
    )


def _flags(form: Form, sheet: CaseSheetDocument) -> None:
    rows: list[TableRow] = [_flag(form, flag) for flag in sheet.flags]
    headings = ("Flag", "What it means for the forum", "Since, source")
    form.table("Flags", (1.7, 9, 4.5), headings, rows, empty="No flag is raised.")


def _flag(form: Form, flag: FlagLine) -> TableRow:
    until = f"to {show_date(flag.until)}" if flag.until else ""
    since = joined((show_date(flag.since) or "date not recorded", until), " ")
    as_at = f"as at {show_date(flag.as_at)}" if flag.as_at else ""
    told = [form.para(since), form.para(soft(joined((flag.source, as_at), ", ")), form.layout.small)]
    meaning = form.para([strong(f"{flag.word}: "), Run(flag.meaning)] if flag.word else flag.meaning)
    code = form.para(Run(flag.code, Face.SEMIBOLD))
    return [[code], [meaning], told]


def _orders(form: Form, sheet: CaseSheetDocument) -> None:
    """One of the six answers for every kind of order; nothing is left blank (needs R7, X6)."""
    rows: list[TableRow] = [
        [
            order.kind.capitalize() if not order.kind[:1].isupper() else order.kind,
            strong(order.answer) if order.answer else aside("not asked"),
            [form.para(_or(order.detail, "–")), form.para(soft(order.source), form.layout.small)]
            if order.source
            else _or(order.detail, "–"),
        ]
        for order in sheet.orders
    ]
    headings = ("Order", "Answer", "Detail, source")
    form.table("External orders", (4, 3.8, 7), headings, rows, empty="Not asked: no partner was asked yet.")


def _changes(form: Form, sheet: CaseSheetDocument) -> None:
    if sheet.changes_since is None:
        form.row("What changed", [aside("No meeting has closed yet, so nothing is told as changed.")])
        return
    rows: list[TableRow] = [
        [
            change.what,
            _or(change.old, "nothing"),
            strong(change.new) if change.new else aside("nothing"),
            show_date(change.day),
        ]
        for change in sheet.changes
    ]
    since = show_date(sheet.changes_since)
    empty = f"Nothing has changed since the meeting of {since}."
    headings = (f"Since {since}", "Was", "Is now", "On")
    form.table("What changed", (4, 4, 4, 2.4), headings, rows, empty=empty)


def _services(form: Form, sheet: CaseSheetDocument) -> None:
    for block in sheet.services:
        _service(form, block)


def _service(form: Form, block: ServiceBlock) -> None:
    paras: list[Words | Para] = [form.para(strong(f"{block.no_reply}."))] if block.no_reply else []
    for at, line in enumerate(block.information, len(paras)):
        paras.append(form.para(line.text, before=4 if at else 0))
        told = joined((line.author, show_date(line.day), line.grade, line.handling))
        if told:
            paras.append(form.para(soft(told), form.layout.small))
    form.row(f"From {block.service}", paras or [aside(f"Nothing from {block.service} yet.")])


def _addresses(form: Form, sheet: CaseSheetDocument) -> None:
    rows: list[TableRow] = [_address(form, address) for address in sheet.addresses]
    headings = ("", "Proposed address", "Checks", "Answers")
    shares = (0.6, 6, 5, 4.5)
    form.table("Addresses", shares, headings, rows, empty="No address is proposed yet.")


def _address(form: Form, line: AddressLine) -> TableRow:
    small = form.layout.small
    where = [form.para(strong(line.address))]
    if line.residents:
        where.append(form.para(f"Living there: {line.residents}", small))
    if line.note:
        where.append(form.para(soft(line.note), small))
    checks = [form.para(check, small) for check in line.checks] or [form.para(aside("Not checked."), small)]
    answers = [
        form.para([soft("Consent: "), Run(line.consent or "not asked")], small),
        form.para([soft("Verified: "), strong(line.verified or "not answered")], small),
        form.para([soft("Next address: "), strong(line.next_address or "not answered")], small),
    ]
    return [strong(str(line.rank)), where, checks, answers]


def _plan(form: Form, sheet: CaseSheetDocument) -> None:
    if sheet.needs:
        rows: list[TableRow] = [
            [
                need.domain[:1].upper() + need.domain[1:],
                strong(need.status),
                joined((need.service, need.owner), ", "),
            ]
            for need in sheet.needs
        ]
        form.table("Release plan", (4, 4, 6), ("Need", "Status", "Service, owner"), rows, empty="")
    else:
        form.row("Release plan", [aside("No need is recorded yet.")])
    if sheet.conditions:
        form.row("Conditions", form.bullets(sheet.conditions))
    if sheet.consents:
        form.row("Consents in force", form.bullets(sheet.consents))
    asks: list[Words | Para] = [*form.bullets(sheet.asks_missing)]
    form.row("Missing at issue", asks or [aside("Nothing that the milestone asks for is missing.")])


def _actions(form: Form, sheet: CaseSheetDocument) -> None:
    rows: list[TableRow] = [
        [
            action.text,
            joined((action.owner, action.service), ", "),
            [
                form.para(show_date(action.due) or "no date"),
                form.para(soft(action.outcome), form.layout.small),
            ],
        ]
        for action in sheet.actions
    ]
    whose = " of this reader's service" if sheet.left_out else ""
    empty = f"No action{whose} is open."
    form.table("Actions", (7.5, 4.5, 2.6), ("Action", "Owner", "Due"), rows, empty=empty)


_PARTS: tuple[tuple[Part | None, Callable[[Form, CaseSheetDocument], None]], ...] = (
    (None, _who),
    (Part.WHY, _why),
    (None, _dates),
    (Part.OFFENDING, _offending),
    (Part.RISKS, _risks),
    (None, _flags),
    (None, _orders),
    (Part.CHANGES, _changes),
    (None, _services),
    (None, _addresses),
    (Part.PLAN, _plan),
    (None, _actions),
)
"""The order of a forum's form. A part without a name is for every reader."""
