"""What a case says of itself in words: its completeness, and its rows for the tabs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.cases import AddressRow, CaseRecord, EpisodeRow
from app.domain.dates import show_date
from app.domain.words import Service
from ui.case.timeline import OVERDUE, months_words, state_of
from ui.tongue import tr


def completeness(record: CaseRecord, today: date) -> tuple[str, ...]:
    """What is not there yet, the gravest first; empty where nothing is missing."""
    found: list[str] = []
    if record.case is None:
        left = (
            tr("left out: {left_out}", left_out=record.left_out.value)
            if record.left_out
            else tr("nobody opened one")
        )
        found.append(tr("no case ({left})", left=left))
    elif record.case.closed is not None:
        ended = record.case.exit_reason.value if record.case.exit_reason else tr("closed")
        found.append(tr("the case is closed: {ended}", ended=ended))
    found += [tr("tell the Board: {change}", change=row.words) for row in record.board.open_drifts]
    to_send = [due for kind, _, due in record.board.waiting(today) if kind != "drift"]
    if to_send:
        overdue = sum(due is not None and due < today for due in to_send)
        told = tr("notice or report") if len(to_send) == 1 else tr("notices and reports")
        found.append(
            tr(
                "{to_send} {told} of a hearing to send, {overdue} late",
                to_send=len(to_send),
                told=told,
                overdue=overdue,
            )
        )
    if record.gone:
        found.append(tr("no longer in the last extract"))
    is_open = record.case is not None and record.case.closed is None
    if is_open and record.case is not None and record.case.anchor is None:
        found.append(tr("no date to count from"))
    late = [row for row in record.milestones if state_of(row, today) == OVERDUE]
    if late:
        asks = ", ".join(late[-1].missing)
        found.append(
            tr(
                "{months} overdue since {on}: {asks}",
                months=months_words(late[-1].months),
                on=show_date(late[-1].on),
                asks=asks,
            )
        )
    living = [row for row in record.plan.addresses if row.withdrawn_by is None]
    if living and not any(row.verified for row in living):
        found.append(tr("no address verified"))
    if any(row.is_next and _unsuitable(row) for row in living):
        found.append(tr("the next address is not suitable"))
    due = len(record.plan.checks_due)
    if due:
        found.append(
            tr(
                "{count} {checks_are} due",
                count=due,
                checks_are=tr("check is") if due == 1 else tr("checks are"),
            )
        )
    old = max((len(row.stale) for row in record.milestones), default=0)
    if old:
        found.append(
            tr(
                "{count} {values_are} too old",
                count=old,
                values_are=tr("value is") if old == 1 else tr("values are"),
            )
        )
    found += [warning.rstrip(".") for warning in record.warnings]
    if record.plan_before is not None and not record.plan.addresses:
        found.append(tr("the last plan is not re-checked"))
    if is_open and not any(said(record)):
        found.append(tr("no service has said anything yet"))
    actions = [row for row in record.actions if row.outcome == "open" and row.due < today]
    if actions:
        found.append(
            tr(
                "{count} {actions} late",
                count=len(actions),
                actions=tr("action") if len(actions) == 1 else tr("actions"),
            )
        )
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
            r.heading + (tr(", address {rank}", rank=r.address_rank) if r.address_rank else ""),
            r.value + (tr(" (Police wrote: {police_own})", police_own=r.police_own) if r.police_own else ""),
            r.officer or tr("not named"), r.checked_on, r.grade.value if r.grade else "",
            r.handling.value if r.handling else "", tr("Police workbook"),
        )
        for r in record.police
    ]  # fmt: skip
    order = [service.value for service in Service]
    return tuple(sorted(rows, key=lambda r: (order.index(r.service), -(r.as_at or date.min).toordinal())))


def address_state(row: AddressRow) -> str:
    """`withdrawn by the occupant: …`, `✓ verified, next`, `not suitable`, `proposed`."""
    if row.withdrawn_by is not None:
        return tr(
            "✕ withdrawn by {withdrawn_by}: {withdrawn_reason}",
            withdrawn_by=row.withdrawn_by,
            withdrawn_reason=row.withdrawn_reason or tr("no reason"),
        )
    told = [tr("✓ verified") if row.verified else tr("○ not verified")]
    if row.is_next:
        told.append(tr("▶ next"))
    if _unsuitable(row):
        told.append(tr("! not suitable"))
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
    return "; ".join(told) or tr("no check yet")


class ServiceLast(NamedTuple):
    """How fresh each service's word is."""

    service: str
    told: str


def services(record: CaseRecord) -> Iterator[ServiceLast]:
    """One line a service: when it last said something, or that it has said nothing."""
    rows = said(record)
    for service in Service:
        days = [row.as_at for row in rows if row.service == service.value and row.as_at]
        last = (
            tr("last on {day}, {count} in all", day=show_date(max(days)), count=len(days))
            if days
            else tr("nothing yet")
        )
        yield ServiceLast(service.value, last)


def episode_words(episode: EpisodeRow) -> str:
    """How an episode came in and how it ended."""
    limb = f" ({episode.limb.value})" if episode.limb else ""
    review = tr(", looked at again on {review}", review=show_date(episode.review)) if episode.review else ""
    ended = ""
    if episode.closed is not None:
        ended = tr(
            " Ended {closed}: {exit_reason}",
            closed=show_date(episode.closed.date()),
            exit_reason=episode.exit_reason.value if episode.exit_reason else "",
        )
        ended += f", {episode.exit_note}" if episode.exit_note else ""
        ended += "."
    return tr(
        "Episode {episode}, {entry}{limb}{review}: {entry_reason}{ended}",
        episode=episode.episode,
        entry=episode.entry,
        limb=limb,
        review=review,
        entry_reason=episode.entry_reason,
        ended=ended,
    )
