"""A case of the table in words, card by card: the same for whoever presents and, made safe before, for the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.agenda import AgendaItem
from app.domain.dates import show_date
from app.domain.documents import ActionLine, AddressLine, CaseSheetDocument, InformationLine
from app.domain.names import fold, full_name
from app.domain.run import Decided, TableCase
from app.domain.stand_in import is_withheld
from app.domain.words import DecisionKind, Service, SixAnswer, Track

DECISIONS = {
    DecisionKind.AGREED: "Plan agreed",
    DecisionKind.WITH_CHANGES: "Agreed with changes",
    DecisionKind.MORE_TO_DO: "Not agreed: more to do",
    DecisionKind.DEFERRED: "Put off to the next meeting",
}
"""How the four decisions are said, in the order of their keys 1 to 4."""


def listed_name(item: AgendaItem) -> str:
    return full_name(item.surname, item.given_names)


def identity(case: TableCase) -> str:
    """`PRN 0012345 · Rolleston, Kea · born 29/02/1980, aged 46 · Hearing 14/05/2027`."""
    sheet = case.sheet
    if is_withheld(sheet.prn):
        return ""
    born = f"born {show_date(sheet.date_of_birth)}, aged {sheet.age}" if sheet.date_of_birth else ""
    place = ", ".join(part for part in (sheet.prison, sheet.unit) if part)
    owner = f"owner {sheet.owner}" if sheet.owner else ""
    return "  ·  ".join(part for part in (f"PRN {sheet.prn}", place, born, sheet.anchor, owner) if part)


def aliases(case: TableCase) -> str:
    return f"Also known as {'; '.join(case.sheet.aliases)}" if case.sheet.aliases else ""


def flags(sheet: CaseSheetDocument) -> tuple[str, ...]:
    """The codes of the flags that stand, in their order, each once."""
    return tuple(dict.fromkeys(line.code for line in sheet.flags if line.until is None))


def track_words(case: TableCase, track: Track, pulled_by: str) -> str:
    """`At the table, 8 minutes`, with who pulled it there."""
    minutes = f"{case.item.minutes} {'minute' if case.item.minutes == 1 else 'minutes'}"
    if track is Track.PAPER:
        moved = f", moved there by {pulled_by}" if pulled_by else ""
        return f"On paper{moved}: agreed in one vote with the others (V). T pulls it to the table."
    return f"At the table{f', pulled by {pulled_by}' if pulled_by else ''}, {minutes}"


def why(case: TableCase) -> str:
    """Why the case is here, what its milestone still asks for, and what was passed over."""
    lines = list(case.item.sentences)
    if case.item.missing:
        lines.append(f"The milestone still asks for: {'; '.join(case.item.missing)}.")
    if case.item.missed:
        lines.append(f"Never taken: {', '.join(f'{months} months' for months in case.item.missed)}.")
    return _bullets((*lines, *case.sheet.warnings))


def changed(sheet: CaseSheetDocument) -> str:
    """What changed since the last meeting, old and new side by side."""
    if sheet.changes_since is None:
        return "No meeting was closed before this one."
    if not sheet.changes:
        return f"Nothing recorded since the meeting of {show_date(sheet.changes_since)}."
    return _bullets(f"{line.what}: {line.old} → {line.new}" for line in sheet.changes)


def said(service: Service) -> Callable[[TableCase], str]:
    """What one service says: its own ratings and every statement with author, day, grade and handling."""

    def told(case: TableCase) -> str:
        own = fold(service.value)
        lines = [
            f"{f'{line.tool} {line.version}'.strip()}: {line.score}"
            + _signed(line.assessor, show_date(line.day))
            for line in case.sheet.risks
            if fold(line.service) == own
        ]
        for block in case.sheet.services:
            if fold(block.service) == own:
                lines += [_statement(line) for line in block.information]
        return _bullets(lines) or "Nothing recorded. That is not the same as nothing held."

    return told


def _statement(line: InformationLine) -> str:
    return line.text + _signed(line.author, show_date(line.day), line.grade, line.handling)


def _signed(*parts: str) -> str:
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def plan(case: TableCase) -> str:
    """Addresses with their checks, needs, conditions."""
    sheet = case.sheet
    lines = [_address(line) for line in sheet.addresses]
    if sheet.needs:
        lines.append("Needs: " + "; ".join(f"{line.domain} {line.status}" for line in sheet.needs))
    if sheet.conditions:
        lines.append("Conditions: " + "; ".join(sheet.conditions))
    orders = [line for line in sheet.orders if line.answer != SixAnswer.NOT_ASKED.value]
    lines += [f"{line.kind}: {line.answer}{_signed(line.detail)}" for line in orders]
    return _bullets(lines) or "No address is proposed."


def _address(line: AddressLine) -> str:
    if line.note:
        return f"{line.rank}. {line.address}: {line.note}"
    state = "verified" if line.verified == "Yes" else "not verified"
    coming = ", the next address" if line.next_address == "Yes" else ""
    checks = f" {'; '.join(line.checks)}." if line.checks else " No check yet."
    return f"{line.rank}. {line.address}: {state}{coming}.{checks}"


def before(case: TableCase) -> str:
    """The last meeting's decision with its actions, and whatever else is still open."""
    lines: list[str] = []
    shown: set[tuple[str, str]] = set()
    if case.last is not None:
        lines += [decided_words(case.last)]
        lines += [action_words(line) for line in case.last.actions]
        shown = {(line.text, line.owner) for line in case.last.actions}
    lines += [action_words(line) for line in case.sheet.actions if (line.text, line.owner) not in shown]
    return _bullets(lines) or "No meeting has decided on this case, and no action is open."


def decided_words(decided: Decided) -> str:
    """`Agreed with changes on 02/12/2026: the reason. Dissent: …`"""
    dissent = f" Dissent: {decided.dissent}" if decided.dissent else ""
    review = f" Looked at again on {show_date(decided.next_review)}." if decided.next_review else ""
    return f"{DECISIONS[decided.decision]} on {show_date(decided.day)}: {decided.reason}{dissent}{review}"


def action_words(line: ActionLine) -> str:
    """`Action, open: find another address (S. Merrin, by 09/12/2026)`"""
    due = f", by {show_date(line.due)}" if line.due else ""
    return f"Action, {line.outcome}: {line.text} ({line.owner}{due})"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"•  {line}" for line in lines)


CARDS: tuple[tuple[str, Callable[[TableCase], str]], ...] = (
    ("Why it is here", why),
    ("Since the last meeting", lambda case: changed(case.sheet)),
    ("Plan and checks", plan),
    ("Last decision and actions", before),
    ("Prisons", said(Service.PRISONS)),
    ("Probation", said(Service.PROBATION)),
    ("Psychological services", said(Service.PSYCHOLOGICAL)),
    ("Police", said(Service.POLICE)),
)
"""The cards of a case, two in a row."""
