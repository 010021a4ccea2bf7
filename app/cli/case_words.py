"""A whole case as a person reads it at a terminal, and as JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from app.cli.base import count, table
from app.domain.board import BoardFile
from app.domain.cases import NOT_KNOWN, AddressRow, CaseRecord, EpisodeRow, PlanRow, ValueRow
from app.domain.consent import ConsentRow
from app.domain.dates import AUCKLAND, show_date, show_moment
from app.domain.milestones import WatchRow
from app.domain.names import full_name
from app.domain.plan import NEED_PREFIX
from app.domain.plan_rows import ConditionRow, NeedRow
from app.domain.police_cells import as_date
from app.domain.records import field_names
from app.domain.risks import RatingLine, side_by_side
from app.domain.row_seals import UNTIL, WHAT_TO_DO, Outside
from app.domain.timeline import NamedDate
from app.domain.words import DriftState, Owner, TransferState


def anchor(found: NamedDate | None) -> str:
    """`Hearing 14/05/2027`, or words that there is none."""
    return f"{found.name.value} {show_date(found.day)}" if found else "no anchor date"


def told(value: object) -> object:
    """A row as JSON has it: named fields, dates, words by their value."""
    if isinstance(value, NamedDate):
        return {"name": value.name.value, "date": value.day}
    if isinstance(value, StrEnum):
        return value.value
    if field_names(value):
        return record_told(value)
    if isinstance(value, (tuple, list)):
        return [told(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(AUCKLAND)
    return value


def record_told(record: object) -> dict[str, object]:
    """A record as `told` has it: each field under its name."""
    return {name: told(getattr(record, name)) for name in field_names(record)}


def record_json(record: CaseRecord) -> dict[str, object]:
    """Everything of a case, the Board's file with it; `anchor` stands at the top too, as in a list."""
    data = record_told(record)
    del data["board"]
    return {**data, **record_told(record.board), "anchor": told(record.case.anchor if record.case else None)}


def watch_lines(rows: Iterable[WatchRow]) -> list[str]:
    """Who is behind for the milestone in play, what is missing and stale, and what the calendar says."""
    lines: list[str] = []
    for row in rows:
        at = f", {count(row.milestone, 'month')} on {show_date(row.on)}" if row.milestone else ""
        lines.append(f"{full_name(row.surname, row.given_names)} · PRN {row.prn}{at}")
        lines += [f"    missing: {words}" for words in row.missing]
        lines += [f"    stale: {words}" for words in row.stale]
        lines += [f"    due: {words}" for words in row.checks_due]
        lines += [f"    {words}" for words in row.warnings]
    return lines


def outside_lines(found: Outside, prn: str) -> tuple[str, ...]:
    """What stands above a case that other tools changed: the mark that the window shows, and what to do."""
    if not (found.rows or found.faults):
        return ()
    marked = found.marks.get(prn, "")
    told = [f"{marked}. {UNTIL}"] if marked else []
    return (*(f"! {sentence}" for sentence in (*told, *found.faults)), f"  {WHAT_TO_DO}", "")


def record_lines(record: CaseRecord, today: date) -> tuple[str, ...]:
    """The record in sections; what nobody recorded is said, never left blank."""
    kept = (
        f"▣ RESTRICTED to its named readers; everybody else sees “{record.restricted}” "
        f"(`forumdesk case readers {record.prn}`)."
    )
    return (
        *_head(record),
        *((kept,) if record.restricted else ()),
        *(f"⊘ {sentence}" for sentence in record.excluded),
        *_section("Dates and values", _values(record.values)),
        *_section("Flags", _flags(record)),
        *_section("External orders", _orders(record)),
        *_section(
            "Risk ratings, side by side",
            rating_lines(side_by_side(record.risks, record.values, record.changes)),
        ),
        *_section("What the services say", _information(record)),
        *_section("Police", _police(record)),
        *_section("Hearings", _hearings(record)),
        *_section("The Board", board_lines(record.board, today)),
        *_section("Release plan", plan_lines(record.plan, today)),
        *_section("Milestones", _milestones(record)),
        *_section("Actions", _actions(record)),
        *_section("What changed", _changes(record)),
        *(
            _section("Last episode's plan", plan_lines(record.plan_before, today))
            if record.plan_before
            else ()
        ),
        *_section("Earlier episodes", [line for one in record.earlier for line in _episode(one)]),
    )


def _section(title: str, lines: Iterable[str]) -> list[str]:
    kept = list(lines)
    return ["", title, *(f"  {line}" for line in kept)] if kept else []


def _head(record: CaseRecord) -> list[str]:
    lines = [
        f"{full_name(record.surname, record.given_names)}   PRN {record.prn}",
        f"Born {show_date(record.date_of_birth)}, {record.age} years old",
    ]
    lines += [
        f"{row.kind.value.capitalize()}: {full_name(row.surname, row.given_names)} ({row.source})"
        for row in record.aliases
    ]
    if record.physical_marks:
        lines.append(f"Physical marks: {record.physical_marks}")
    lines += [f"! {warning}" for warning in record.warnings]
    if record.gone:
        lines.append("No longer in the last extract of the forum.")
    if record.case is None:
        why = f": {record.left_out.value}" if record.left_out else ""
        starts = f"; planning starts {show_date(record.left_out_starts)}" if record.left_out_starts else ""
        return [*lines, f"No case{why}{starts}."]
    lines += [f"! {_capital(row.words)}" for row in record.transfers if row.state is TransferState.PROPOSED]
    lines += [_capital(row.words) for row in record.transfers if row.state is not TransferState.PROPOSED]
    return [*lines, *_episode(record.case)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _episode(row: EpisodeRow) -> list[str]:
    state = "open"
    if row.closed is not None:
        state = f"closed {show_moment(row.closed)}, {row.exit_reason.value if row.exit_reason else ''}"
    lines = [f"{row.forum}, episode {row.episode}: opened {show_moment(row.opened)}, {state}"]
    codes = f" ({' '.join(row.entry_codes)})" if row.entry_codes else ""
    version = f", criteria version {row.criteria_version}" if row.criteria_version is not None else ""
    lines.append(f"  Came in by {row.entry}{codes}{version}: {row.entry_reason}")
    if row.limb:
        lines.append(f"  High profile for {row.limb.value}; review {show_date(row.review)}")
    chosen = f"by hand: {row.by_hand}" if row.by_hand else "by rule"
    lines.append(f"  Anchor: {anchor(row.anchor)} ({chosen}, as at {show_date(row.anchor_as_at)})")
    service = row.leading_service.value if row.leading_service else NOT_KNOWN
    lines.append(f"  Leading service: {service}; owner: {row.owner or NOT_KNOWN}")
    return lines


def _source(owner: Owner | None, source: str, as_at: date | None) -> str:
    if not source:
        return ""
    who = f"{owner.value}: " if owner and not source.startswith(owner.value) else ""
    return f"{who}{source}" + (f", as at {show_date(as_at)}" if as_at else "")


def _values(values: tuple[ValueRow, ...]) -> list[str]:
    if not values:
        return []
    rows: list[tuple[object, ...]] = []
    for row in values:
        rows.append((row.heading, row.value or NOT_KNOWN, _source(row.owner, row.source, row.as_at)))
        rows += [
            ("  the forum says", word.value, f"{word.source}, as at {show_date(word.as_at)}: {word.reason}")
            for word in row.beside
        ]
    return list(table(("Heading", "Value", "Whose"), rows))


def _flags(record: CaseRecord) -> list[str]:
    lines = []
    for row in record.flags:
        until = f" to {show_date(row.to_date)}, withdrawn" if row.to_date else ""
        by = f"; authorised by {row.authorised_by}" if row.authorised_by else ""
        lines.append(
            f"{row.code.value} from {show_date(row.from_date)}{until}: {row.meaning} "
            f"[{_source(row.owner, row.source, row.as_at)}{by}]"
        )
        if row.comment:
            lines.append(f"    {row.comment}")
    return lines or ["None raised."]


def _orders(record: CaseRecord) -> list[str]:
    rows = [
        (
            row.kind.value,
            row.answer.value,
            row.detail,
            show_date(row.expires),
            _source(row.owner, row.source, row.as_at),
        )
        for row in record.orders
    ]
    return list(table(("Order", "Answer", "Detail", "Expires", "Whose"), rows))


def rating_lines(rows: tuple[RatingLine, ...]) -> tuple[str, ...]:
    """Every service's own ratings side by side, older ones under the present one; none is combined with another."""
    shown = [
        (
            row.whose,
            row.tool,
            row.score,
            row.version,
            show_date(row.on) or row.source,
            row.assessor,
            row.standing,
        )
        for row in rows
    ]
    heads = ("Whose", "Tool", "Score", "Version", "Date", "Assessor", "Standing")
    return table(heads, shown) if rows else ()


def _information(record: CaseRecord) -> list[str]:
    return [
        f"{row.service.value}: {row.text} [{row.author or 'author not named'}, {show_date(row.as_at)}, "
        f"{row.grade.value}, {row.handling.value}]"
        for row in record.information
    ] or ["Nothing recorded yet."]


_DAYS = frozenset({"Order expires"})
"""Headings of Police whose value is kept as yyyy-mm-dd and read as people write it."""


def _police(record: CaseRecord) -> list[str]:
    lines = []
    for row in record.police:
        about = f" (address {row.address_rank})" if row.address_rank is not None else ""
        grade = f", {row.grade.value}" if row.grade else ""
        handling = f", {row.handling.value}" if row.handling else ""
        day = as_date(row.value) if row.heading in _DAYS else None
        lines.append(
            f"{row.heading}{about}: {show_date(day) or row.value} [{row.officer or 'officer not named'}, "
            f"{show_date(row.checked_on) or 'no date'}{grade}{handling}]"
        )
    return lines


def _hearings(record: CaseRecord) -> list[str]:
    lines = []
    for row in record.board.hearings:
        told = f"{row.result} (received {show_date(row.received)})" if row.result else "no result yet"
        after = f"; next hearing {show_date(row.next_day)}" if row.next_day else ""
        lines.append(f"{show_date(row.day)}, {row.kind}: {told}{after} [{row.source}]")
    return lines


def board_lines(board: BoardFile, today: date) -> list[str]:
    """What the Board was told and what has drifted since; reports and notices with how they stand."""
    lines = []
    for row in board.told[:1]:
        of = f" for the hearing of {show_date(row.hearing)}" if row.hearing else ""
        lines.append(f"Told on {show_date(row.on)} by {row.by}{of}:")
        lines += [f"    {name}: {words}" for name, words in row.lines]
    lines += [f"Told before on {show_date(row.on)} by {row.by}." for row in board.told[1:]]
    for drift in board.drifts:
        if drift.state is DriftState.OPEN:
            lines.append(f"! Tell the Board ({drift.number}): {drift.words} (since {show_date(drift.since)})")
        else:
            lines.append(f"{drift.words}: {drift.state.value} {show_date(drift.settled)}, {drift.reason}")
    lines += [f"{row.words} for {show_date(row.hearing)}: {row.state(today)}" for row in board.reports]
    lines += [f"{row.words}: {row.state(today)}" for row in board.notices]
    return lines


def plan_lines(plan: PlanRow, today: date) -> list[str]:
    """A whole release plan; what nobody has answered is said in words."""
    lines = [f"*** {plan.mark} ***"] if plan.mark else []
    for row in plan.addresses:
        lines += address_lines(row)
    if not plan.addresses:
        lines.append("No address is proposed yet.")
    lines += [f"Need, {need_line(row)}" for row in plan.needs]
    for condition in plan.conditions:
        lines += condition_lines(condition)
    lines += [consent_line(row, today) for row in plan.consents]
    lines += [
        f"{row.words}: {row.answer}{f' ({row.note})' if row.note else ''} "
        f"[{row.answered_by}, {show_date(row.as_at)}]"
        for row in plan.answers
        if not row.question.startswith(NEED_PREFIX)
    ]
    return lines


def need_line(row: NeedRow) -> str:
    """`housing: in hand – a flat with an aunt (probation, S. Merrin) [Hine, 12/11/2026]`."""
    text = f" – {row.text}" if row.text else ""
    who = ", ".join(part for part in (row.service.value if row.service else "", row.owner or "") if part)
    said = f" [{row.said_by}, {show_date(row.as_at)}]" if row.said_by else ""
    return f"{row.domain.value}: {row.status}{text}{f' ({who})' if who else ''}{said}"


def condition_lines(row: ConditionRow) -> list[str]:
    """One condition with all that became of it."""
    lines = [f"Condition {row.number}{f' ({row.code})' if row.code else ''}, {row.told}"]
    lines += [
        f"    {step.state.value} {show_date(step.day)} [{step.by}]{f': {step.note}' if step.note else ''}"
        for step in row.steps
    ]
    return lines


def consent_line(row: ConsentRow, today: date) -> str:
    """One consent of the person, and how it stands today."""
    return f"Consent {row.number}, {row.told} ({row.state(today)})"


def consent_json(row: ConsentRow, today: date) -> dict[str, object]:
    """A consent as `consent list` has it (design/formats.md section 5)."""
    return {
        "number": row.number,
        "form": row.form,
        "scope": row.scope,
        "signed": row.signed,
        "expires": row.expires,
        "withdrawn": row.withdrawn_on,
        "withdrawn_by": row.withdrawn_by,
        "withdrawn_reason": row.withdrawn_reason,
        "state": row.standing(today).value,
    }


def address_lines(row: AddressRow) -> list[str]:
    """One proposed address with its two answers, its consents, and every kind of check, due or not."""
    state = (
        f"{'verified' if row.verified else 'not verified'}, {'next address' if row.is_next else 'not next'}"
    )
    if row.withdrawn_by:
        state = f"withdrawn by {row.withdrawn_by}: {row.withdrawn_reason}"
    lines = [f"{row.rank}. {row.address} ({state})"]
    lines.append(f"    residents: {row.residents or NOT_KNOWN}; occupier's consent: {row.consent_words}")
    lines += [f"    consent before: {consent.words}" for consent in row.consents[:-1]]
    told: set[str] = set()
    for check in row.checks:
        parts = [check.answer, check.suitability, check.comment, check.officer, show_date(check.checked_on)]
        lines.append(f"    {check.kind}: {', '.join(part for part in parts if part)}")
        told.add(check.kind)
    lines += [f"    {check.words}" for check in row.standing if check.kind.value not in told or check.open]
    return lines


def _milestones(record: CaseRecord) -> list[str]:
    rows: list[tuple[object, ...]] = []
    told: set[str] = set()
    for row in record.milestones:
        # Each milestone asks again for all that the ones before it asked: only what is new is told again.
        new = [need for need in row.missing if need not in told]
        also = "as above" if told.intersection(row.missing) else ""
        told.update(row.missing)
        stale = [f"stale: {value}" for value in row.stale]
        needs = textwrap.wrap(
            ", ".join(part for part in (also, *new, *stale) if part) or "nothing missing", 80
        )
        taken = "taken" if row.taken else "not taken"
        rows.append((count(row.months, "month"), show_date(row.on), show_date(row.was), taken, needs[0]))
        rows += [("", "", "", "", line) for line in needs[1:]]
    headings = ("Milestone", "Day", "Day before it moved", "Meeting", "Missing or stale")
    return list(table(headings, rows)) if rows else []


def _actions(record: CaseRecord) -> list[str]:
    return [
        f"{row.text} ({row.owner}, {row.service.value}, due {show_date(row.due)}): {row.outcome}"
        for row in record.actions
    ]


def _changes(record: CaseRecord) -> list[str]:
    lines = []
    for row in record.changes[:30]:
        lost = ""
        if row.days_lost:
            lost = f", {count(abs(row.days_lost), 'day')} {'lost' if row.days_lost > 0 else 'gained'}"
        lines.append(f"{row.what}: {row.old or NOT_KNOWN} → {row.new or NOT_KNOWN}{lost} [{row.why}]")
    return lines
