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
from ui import words
from ui.tongue import tr

DECISIONS = {
    DecisionKind.AGREED: tr("Plan agreed"),
    DecisionKind.WITH_CHANGES: tr("Agreed with changes"),
    DecisionKind.MORE_TO_DO: tr("Not agreed: more to do"),
    DecisionKind.DEFERRED: tr("Put off to the next meeting"),
}
"""How the four decisions are said, in the order of their keys 1 to 4."""


def listed_name(item: AgendaItem) -> str:
    return full_name(item.surname, item.given_names)


def identity(case: TableCase) -> str:
    """`PRN 0012345 · Rolleston, Kea · born 29/02/1980, aged 46 · Hearing 14/05/2027`."""
    sheet = case.sheet
    if is_withheld(sheet.prn):
        return ""
    born = (
        tr("born {date_of_birth}, aged {age}", date_of_birth=show_date(sheet.date_of_birth), age=sheet.age)
        if sheet.date_of_birth
        else ""
    )
    place = ", ".join(part for part in (sheet.prison, sheet.unit) if part)
    owner = tr("owner {owner}", owner=sheet.owner) if sheet.owner else ""
    return "  ·  ".join(
        part for part in (tr("PRN {prn}", prn=sheet.prn), place, born, sheet.anchor, owner) if part
    )


def aliases(case: TableCase) -> str:
    return tr("Also known as {aliases}", aliases="; ".join(case.sheet.aliases)) if case.sheet.aliases else ""


def flags(sheet: CaseSheetDocument) -> tuple[str, ...]:
    """The codes of the flags that stand, in their order, each once."""
    return tuple(dict.fromkeys(line.code for line in sheet.flags if line.until is None))


def track_words(case: TableCase, track: Track, pulled_by: str) -> str:
    """`At the table, 8 minutes`, with who pulled it there."""
    minutes = words.counted(case.item.minutes, "minute")
    if track is Track.PAPER:
        moved = tr(", moved there by {pulled_by}", pulled_by=pulled_by) if pulled_by else ""
        return tr(
            "On paper{moved}: agreed in one vote with the others (V). T pulls it to the table.", moved=moved
        )
    return tr(
        "At the table{pulled_by}, {minutes}",
        pulled_by=tr(", pulled by {pulled_by}", pulled_by=pulled_by) if pulled_by else "",
        minutes=minutes,
    )


def why(case: TableCase) -> str:
    """Why the case is here, what its milestone still asks for, and what was passed over."""
    lines = list(case.item.sentences)
    if case.item.missing:
        lines.append(tr("The milestone still asks for: {missing}.", missing="; ".join(case.item.missing)))
    if case.item.missed:
        lines.append(
            tr(
                "Never taken: {missed}.",
                missed=", ".join(tr("{months} months", months=months) for months in case.item.missed),
            )
        )
    return _bullets((*lines, *case.sheet.warnings))


def changed(sheet: CaseSheetDocument) -> str:
    """What changed since the last meeting, old and new side by side."""
    if sheet.changes_since is None:
        return tr("No meeting was closed before this one.")
    if not sheet.changes:
        return tr(
            "Nothing recorded since the meeting of {changes_since}.",
            changes_since=show_date(sheet.changes_since),
        )
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
                lines += [block.no_reply] if block.no_reply else []
                lines += [_statement(line) for line in block.information]
        return _bullets(lines) or tr("Nothing recorded. That is not the same as nothing held.")

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
        lines.append(tr("Needs: ") + "; ".join(f"{line.domain} {line.status}" for line in sheet.needs))
    if sheet.conditions:
        lines.append(tr("Conditions: ") + "; ".join(sheet.conditions))
    if sheet.consents:
        lines.append(tr("Consents in force: ") + "; ".join(sheet.consents))
    orders = [line for line in sheet.orders if line.answer != SixAnswer.NOT_ASKED.value]
    lines += [f"{line.kind}: {line.answer}{_signed(line.detail)}" for line in orders]
    return _bullets(lines) or tr("No address is proposed.")


def _address(line: AddressLine) -> str:
    if line.note:
        return f"{line.rank}. {line.address}: {line.note}"
    state = tr("verified") if line.verified == "Yes" else tr("not verified")
    coming = tr(", the next address") if line.next_address == "Yes" else ""
    checks = f" {'; '.join(line.checks)}." if line.checks else tr(" No check yet.")
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
    return _bullets(lines) or tr("No meeting has decided on this case, and no action is open.")


def decided_words(decided: Decided) -> str:
    """`Agreed with changes on 02/12/2026: the reason. Dissent: …`"""
    dissent = tr(" Dissent: {dissent}", dissent=decided.dissent) if decided.dissent else ""
    review = (
        tr(" Looked at again on {next_review}.", next_review=show_date(decided.next_review))
        if decided.next_review
        else ""
    )
    return tr(
        "{decisions} on {day}: {reason}{dissent}{review}",
        decisions=DECISIONS[decided.decision],
        day=show_date(decided.day),
        reason=decided.reason,
        dissent=dissent,
        review=review,
    )


def action_words(line: ActionLine) -> str:
    """`Action, open: find another address (S. Merrin, by 09/12/2026)`"""
    due = tr(", by {due}", due=show_date(line.due)) if line.due else ""
    return tr(
        "Action, {outcome}: {text} ({owner}{due})",
        outcome=line.outcome,
        text=line.text,
        owner=line.owner,
        due=due,
    )


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"•  {line}" for line in lines)


CARDS: tuple[tuple[str, Callable[[TableCase], str]], ...] = (
    (tr("Why it is here"), why),
    (tr("Since the last meeting"), lambda case: changed(case.sheet)),
    (tr("Plan and checks"), plan),
    (tr("Last decision and actions"), before),
    (tr("Prisons"), said(Service.PRISONS)),
    (tr("Probation"), said(Service.PROBATION)),
    (tr("Psychological services"), said(Service.PSYCHOLOGICAL)),
    (tr("Police"), said(Service.POLICE)),
)
"""The cards of a case, two in a row."""
