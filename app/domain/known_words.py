"""A past day's record in words, the same on the screen and on paper: tables of what was known (need A6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.agenda import Agenda, AgendaItem, NotListed
from app.domain.agenda.view import AgendaView
from app.domain.cases import CaseRecord, EpisodeRow
from app.domain.counting import count
from app.domain.dates import AUCKLAND, show_date, show_moment
from app.domain.disclosure import DisclosureRow
from app.domain.documents import RecordSection
from app.domain.names import full_name
from app.domain.packs import CopyRow, Ledger, show_code
from app.domain.stand_in import is_withheld
from app.domain.timeline import NamedDate

_Line = tuple[str, ...]


def _anchor(anchor: NamedDate | None) -> str:
    return f"{anchor.name.value} {show_date(anchor.day)}" if anchor else "none"


def case_sections(record: CaseRecord, on: date) -> tuple[RecordSection, ...]:
    """Everything recorded of a person by a day, part by part; a part with nothing in it says so."""
    return (
        RecordSection("Whose record", ("Heading", "Value"), _who(record), shares=(3, 8)),
        RecordSection(
            "Values, with whose each is",
            ("Heading", "In force", "IOMS says", "Source", "As at"),
            tuple(
                (
                    row.heading,
                    row.in_force or "not known",
                    row.value or "not known",
                    row.source,
                    show_date(row.as_at) if row.as_at else "",
                )
                for row in record.values
            ),
            shares=(4, 4, 4, 5, 2.4),
        ),
        *_about_the_person(record),
        *_about_the_plan(record, on),
        *_what_was_done(record),
    )


def _who(record: CaseRecord) -> tuple[_Line, ...]:
    lines: list[_Line] = [
        ("Name", full_name(record.surname, record.given_names)),
        ("PRN", record.prn),
        ("Date of birth", f"{show_date(record.date_of_birth)}, {record.age} years old on that day"),
        ("Physical marks", record.physical_marks or "none recorded"),
        ("Forum", record.forum or "none"),
    ]
    if record.left_out is not None:
        lines.append(("Not on the list, because", record.left_out.value))
    for episode in (record.case, *record.earlier):
        if episode is not None:
            lines += _episode(episode)
    return tuple(lines)


def _episode(row: EpisodeRow) -> list[_Line]:
    opened = f"{show_date(row.opened.astimezone(AUCKLAND).date())}: {row.entry_reason}"
    ended = (
        f", ended {show_moment(row.closed)}: {row.exit_reason.value}"
        if row.closed and row.exit_reason
        else ""
    )
    leading = row.leading_service.value if row.leading_service else "no leading service"
    return [
        (f"Episode {row.episode}", f"opened {opened}{ended}"),
        ("Counted to", _anchor(row.anchor) + (f", by hand: {row.by_hand}" if row.by_hand else "")),
        ("Led by", f"{leading}, {row.owner or 'no owner'}"),
    ]


def _about_the_person(record: CaseRecord) -> tuple[RecordSection, ...]:
    return (
        RecordSection(
            "Other names",
            ("Kind", "Name", "Source", "As at"),
            tuple(
                (row.kind.value, full_name(row.surname, row.given_names), row.source, show_date(row.as_at))
                for row in record.aliases
            ),
        ),
        RecordSection(
            "Flags",
            ("Flag", "From", "To", "Source", "Comment"),
            tuple(
                (
                    row.code.value,
                    show_date(row.from_date),
                    show_date(row.to_date) if row.to_date else "",
                    row.source,
                    row.comment or "",
                )
                for row in record.flags
            ),
            shares=(1, 2, 2, 4, 5),
        ),
        RecordSection(
            "External orders",
            ("Order", "Answer", "Detail", "Source"),
            tuple((row.kind.value, row.answer.value, row.detail or "", row.source) for row in record.orders),
        ),
        RecordSection(
            "Risk ratings",
            ("Service", "Tool", "Score", "On"),
            tuple((row.service.value, row.tool, row.score, show_date(row.on)) for row in record.risks),
        ),
        RecordSection(
            "Information",
            ("Service", "Text", "By", "As at", "Handling"),
            tuple(
                (row.service.value, row.text, row.author, show_date(row.as_at), row.handling.value)
                for row in record.information
            ),
            shares=(2, 7, 2, 2, 2.4),
        ),
        RecordSection(
            "Police",
            ("Heading", "Answer", "Officer", "Checked on"),
            tuple(
                (
                    row.heading,
                    row.value,
                    row.officer or "",
                    show_date(row.checked_on) if row.checked_on else "",
                )
                for row in record.police
            ),
            shares=(3, 6, 3, 2),
        ),
    )


def _about_the_plan(record: CaseRecord, on: date) -> tuple[RecordSection, ...]:
    plan = record.plan
    return (
        RecordSection(
            "Proposed addresses",
            ("No.", "Address", "State", "Consent", "Checks"),
            tuple(
                (
                    str(row.rank),
                    row.address,
                    _state(row.verified, row.is_next, row.withdrawn_by, row.withdrawn_reason),
                    row.consent_words,
                    "; ".join(f"{check.kind} {check.answer}" for check in row.checks),
                )
                for row in plan.addresses
            ),
            shares=(0.8, 5, 4, 3, 4),
        ),
        RecordSection(
            "Needs and answers",
            ("Question", "Answer", "Note", "By"),
            tuple((row.words, row.answer, row.note or "", row.answered_by) for row in plan.answers),
            shares=(4, 3, 4, 3),
        ),
        RecordSection(
            "Conditions",
            ("Words", "State"),
            tuple(
                (
                    row.words,
                    f"{row.steps[-1].state.value} {show_date(row.steps[-1].day)}" if row.steps else "",
                )
                for row in plan.conditions
            ),
            shares=(7, 3),
        ),
        RecordSection(
            "Consents of the person",
            ("No.", "Form, signed, what may be told", "How it stood"),
            tuple((str(row.number), row.told, row.state(on)) for row in plan.consents),
            shares=(0.8, 7, 4),
        ),
        RecordSection(
            "Milestones",
            ("Milestone", "Day", "State", "Missing"),
            tuple(
                (
                    count(row.months, "month"),
                    show_date(row.on) if row.on else "",
                    "taken" if row.taken else "passed" if row.passed else "open",
                    "; ".join(row.missing),
                )
                for row in record.milestones
            ),
            shares=(2, 2, 1.5, 7),
        ),
    )


def _state(verified: bool, is_next: bool, by: str | None, why: str | None) -> str:
    if by:
        return f"withdrawn by {by}: {why or ''}"
    return ", ".join(("verified" if verified else "not verified", *(("next",) if is_next else ())))


def _what_was_done(record: CaseRecord) -> tuple[RecordSection, ...]:
    board = record.board
    return (
        RecordSection(
            "Hearings",
            ("Day", "Kind", "Result", "Received"),
            tuple(
                (
                    show_date(row.day),
                    row.kind,
                    row.outcome.value if row.outcome else row.result or "",
                    show_date(row.received) if row.received else "",
                )
                for row in board.hearings
            ),
        ),
        RecordSection(
            "Still to be told to the Board",
            ("What",),
            tuple((row.words,) for row in board.open_drifts),
        ),
        RecordSection(
            "Actions",
            ("Action", "Owner", "Due", "Outcome"),
            tuple((row.text, row.owner, show_date(row.due), row.outcome) for row in record.actions),
            shares=(6, 3, 2, 2),
        ),
        RecordSection(
            "What had changed by then",
            ("What", "Before", "After", "Why"),
            tuple((row.what, row.old or "", row.new or "", row.why) for row in record.changes),
            shares=(3, 3, 3, 5),
        ),
    )


def agenda_sections(view: AgendaView) -> tuple[RecordSection, ...]:
    """An agenda as it was issued, or as it would have been made that day."""
    agenda = view.agenda
    state = (
        "as it was issued" if view.digest else "as it would have been made that day; it was not issued yet"
    )
    about: list[_Line] = [
        ("Meeting", f"{view.meeting.meeting}, {view.meeting.kind.value}, {view.meeting.state.value}"),
        ("This agenda", state),
    ]
    if view.digest:
        about.append(("SHA-384", view.digest))
    if agenda is None:
        return (RecordSection("Which agenda", ("Heading", "Value"), tuple(about), shares=(3, 8)),)
    about.append(("Considered", f"{agenda.considered}: {agenda.total_line()}"))
    return (
        RecordSection("Which agenda", ("Heading", "Value"), tuple(about), shares=(3, 8)),
        *_listed(agenda),
    )


def _listed(agenda: Agenda) -> tuple[RecordSection, ...]:
    return (
        RecordSection(
            "On the agenda",
            ("No.", "PRN", "Name", "Counted to", "Why"),
            tuple(
                (
                    str(item.position),
                    *_told(item, item.prn, _anchor(item.anchor)),
                    " ".join(item.sentences),
                )
                for item in agenda.items
            ),
            "Nobody was on it.",
            (0.8, 2, 3, 3, 7),
        ),
        RecordSection(
            "Not on it",
            ("PRN", "Name", "Next", "Why then"),
            tuple(
                (*_told(row, row.prn, show_date(row.next)), "" if is_withheld(row.prn) else row.reason.words)
                for row in agenda.not_listed
            ),
            "Every open case was on it.",
            (2, 4, 2, 5),
        ),
    )


def _told(row: AgendaItem | NotListed, prn: str, day: str) -> _Line:
    """PRN, name and day of a line; of whoever may not be read the label alone."""
    withheld = is_withheld(prn)
    return ("" if withheld else prn, full_name(row.surname, row.given_names), "" if withheld else day)


def disclosure_sections(rows: Sequence[DisclosureRow]) -> tuple[RecordSection, ...]:
    """What had left the forum."""
    return (
        RecordSection(
            "What had left the forum",
            ("When", "What", "About", "To", "Ground", "By", "SHA-256"),
            tuple(
                (
                    show_moment(row.at),
                    row.what,
                    row.subject,
                    ", ".join(row.recipients),
                    row.ground,
                    row.who,
                    (row.sha256 or "")[:16],
                )
                for row in rows
            ),
            "Nothing had left the forum.",
            (2.4, 2.6, 3, 3.4, 3, 2, 2),
        ),
    )


def ledger_sections(meeting: str, copies: Sequence[CopyRow], ledger: Ledger) -> tuple[RecordSection, ...]:
    """The copies of a meeting, and the count."""
    count = (
        f"printed {ledger.printed} = issued {ledger.issued} + void {ledger.void}; issued {ledger.issued} = out "
        f"{ledger.out} + returned {ledger.returned} + destroyed {ledger.destroyed} + missing {ledger.missing}"
    )
    return (
        RecordSection(
            "The count", ("Heading", "Value"), (("Meeting", meeting), ("Copies", count)), shares=(1, 6)
        ),
        RecordSection(
            "Copies",
            ("Copy", "Holder", "Service", "Code", "Issued", "State"),
            tuple(
                (
                    f"{row.contents.value} {row.number} of {row.of}",
                    row.holder,
                    row.service,
                    show_code(row.code),
                    show_moment(row.issued_at) if row.issued_at else "",
                    row.state.value,
                )
                for row in copies
            ),
            "There was no copy yet.",
        ),
    )
