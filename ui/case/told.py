"""What a case says of itself in words: its completeness, and its rows for the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.cases import AddressRow, CaseRecord, EpisodeRow
from app.domain.dates import show_date
from app.domain.words import Service
from ui.case.timeline import OVERDUE, months_words, state_of


def completeness(record: CaseRecord, today: date) -> tuple[str, ...]:
    """What is not there yet, the gravest first; empty where nothing is missing."""
    found: list[str] = []
    if record.case is None:
        left = f"left out: {record.left_out.value}" if record.left_out else "nobody opened one"
        found.append(f"no case ({left})")
    elif record.case.closed is not None:
        ended = record.case.exit_reason.value if record.case.exit_reason else "closed"
        found.append(f"the case is closed: {ended}")
    found += [f"tell the Board: {row.words}" for row in record.board.open_drifts]
    to_send = [due for kind, _, due in record.board.waiting(today) if kind != "drift"]
    if to_send:
        overdue = sum(due is not None and due < today for due in to_send)
        told = "notice or report" if len(to_send) == 1 else "notices and reports"
        found.append(f"{len(to_send)} {told} of a hearing to send, {overdue} late")
    if record.gone:
        found.append("no longer in the last extract")
    is_open = record.case is not None and record.case.closed is None
    if is_open and record.case is not None and record.case.anchor is None:
        found.append("no date to count from")
    late = [row for row in record.milestones if state_of(row, today) == OVERDUE]
    if late:
        asks = ", ".join(late[-1].missing)
        found.append(f"{months_words(late[-1].months)} overdue since {show_date(late[-1].on)}: {asks}")
    living = [row for row in record.plan.addresses if row.withdrawn_by is None]
    if living and not any(row.verified for row in living):
        found.append("no address verified")
    if any(row.is_next and _unsuitable(row) for row in living):
        found.append("the next address is not suitable")
    due = len(record.plan.checks_due)
    if due:
        found.append(f"{due} {'check is' if due == 1 else 'checks are'} due")
    old = max((len(row.stale) for row in record.milestones), default=0)
    if old:
        found.append(f"{old} {'value is' if old == 1 else 'values are'} too old")
    found += [warning.rstrip(".") for warning in record.warnings]
    if record.plan_before is not None and not record.plan.addresses:
        found.append("the last plan is not re-checked")
    if is_open and not any(said(record)):
        found.append("no service has said anything yet")
    actions = [row for row in record.actions if row.outcome == "open" and row.due < today]
    if actions:
        found.append(f"{len(actions)} {'action' if len(actions) == 1 else 'actions'} late")
    return tuple(found)


class SaidRow(NamedTuple):
    """One thing a service said: information or a Police answer; ratings stand side by side elsewhere."""

    service: str
    kind: str
    text: str
    author: str
    as_at: date | None
    sure: str
    handling: str
    source: str


def said(record: CaseRecord) -> tuple[SaidRow, ...]:
    """What every service says, by service and newest first within it."""
    rows = [
        SaidRow(
            r.service.value,
            "information",
            r.text,
            r.author,
            r.as_at,
            r.grade.value,
            r.handling.value,
            r.source,
        )
        for r in record.information
    ]
    rows += [
        SaidRow(
            Service.POLICE.value,
            f"{r.heading}{f', address {r.address_rank}' if r.address_rank else ''}",
            r.value + (f" (Police wrote: {r.police_own})" if r.police_own else ""),
            r.officer or "not named", r.checked_on, r.grade.value if r.grade else "",
            r.handling.value if r.handling else "", "Police workbook",
        )
        for r in record.police
    ]  # fmt: skip
    order = [service.value for service in Service]
    return tuple(sorted(rows, key=lambda r: (order.index(r.service), -(r.as_at or date.min).toordinal())))


def address_state(row: AddressRow) -> str:
    """`withdrawn by the occupant: …`, `✓ verified, next`, `not suitable`, `proposed`."""
    if row.withdrawn_by is not None:
        return f"✕ withdrawn by {row.withdrawn_by}: {row.withdrawn_reason or 'no reason'}"
    told = ["✓ verified" if row.verified else "○ not verified"]
    if row.is_next:
        told.append("▶ next")
    if _unsuitable(row):
        told.append("! not suitable")
    return ", ".join(told)


def _unsuitable(row: AddressRow) -> bool:
    return any(check.suitability == "not suitable" for check in row.checks)


def checks_words(row: AddressRow) -> str:
    """`Probation: held, relevant, suitable (S. Merrin 20/11/2026)`; nothing more of a victim than the answer."""
    told = []
    for check in row.checks:
        by = ", ".join(part for part in (check.officer or "", show_date(check.checked_on)) if part)
        suits = f", {check.suitability}" if check.suitability else ""
        told.append(f"{check.kind}: {check.answer}{suits}{f' ({by})' if by else ''}")
    return "; ".join(told) or "no check yet"


class ServiceLast(NamedTuple):
    """How fresh each service's word is."""

    service: str
    told: str


def services(record: CaseRecord) -> Iterator[ServiceLast]:
    """One line a service: when it last said something, or that it has said nothing."""
    rows = said(record)
    for service in Service:
        days = [row.as_at for row in rows if row.service == service.value and row.as_at]
        last = f"last on {show_date(max(days))}, {len(days)} in all" if days else "nothing yet"
        yield ServiceLast(service.value, last)


def episode_words(episode: EpisodeRow) -> str:
    """How an episode came in and how it ended."""
    limb = f" ({episode.limb.value})" if episode.limb else ""
    review = f", looked at again on {show_date(episode.review)}" if episode.review else ""
    ended = ""
    if episode.closed is not None:
        ended = f" Ended {show_date(episode.closed.date())}: {episode.exit_reason.value if episode.exit_reason else ''}"
        ended += f", {episode.exit_note}" if episode.exit_note else ""
        ended += "."
    return f"Episode {episode.episode}, {episode.entry}{limb}{review}: {episode.entry_reason}{ended}"
