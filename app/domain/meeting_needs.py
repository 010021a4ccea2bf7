"""What a meeting still needs, one line a step, in the order in which a month goes (needs M1, X9, K2, S1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.counting import count
from app.domain.dates import AUCKLAND, is_working_day, show_date
from app.domain.meeting import MeetingRow
from app.domain.packs import Ledger
from app.domain.police_exchange import ExchangeLine
from app.domain.words import MeetingState


class Step(StrEnum):
    """What has to happen for a meeting, in order."""

    AGENDA = "agenda"
    POLICE = "Police workbook"
    PACKS = "packs"
    COPIES = "copies"
    CLOSING = "closing"


class Standing(StrEnum):
    """How a step stands. `later`: it waits for a step before it or for a day to come."""

    DONE = "done"
    TO_DO = "to do"
    LATE = "late"
    LATER = "later"


class Need(Struct, frozen=True):
    """One step of one meeting, with the sentence that tells how it stands."""

    step: Step
    standing: Standing
    sentence: str
    office: bool = False
    """Whether whoever makes agendas and workbooks does it: for everybody else it waits, and is nothing to do."""


def working_days_between(first: date, last: date, region: str) -> int:
    """How many working days of the region lie after `first` up to and with `last`; 0 where `last` is not later."""
    days = range(first.toordinal() + 1, last.toordinal() + 1)
    return sum(is_working_day(date.fromordinal(day), region) for day in days)


def needs_of(
    meeting: MeetingRow,
    exchanges: Iterable[ExchangeLine] | None,
    copies: Ledger | None,
    today: date,
    region: str,
) -> tuple[Need, ...]:
    """The steps of one meeting. Pass None for what the person asking may not see: its steps are left out."""
    found = [_agenda(meeting, today)]
    if exchanges is not None:
        sent = sorted(
            (line for line in exchanges if line.meeting == meeting.meeting), key=lambda line: line.sent_at
        )
        whole = [line for line in sent if line.asks_of is None]
        found.append(_police(meeting, whole[-1] if whole else None, today, region))
        found += _asked_back(sent, today)
    if copies is not None:
        found += [_packs(meeting, copies, today), *_copies(meeting, copies, today)]
    found.append(_closing(meeting, today))
    return tuple(found)


def _agenda(meeting: MeetingRow, today: date) -> Need:
    if meeting.issued_at is not None:
        issued = show_date(meeting.issued_at.astimezone(AUCKLAND).date())
        return Need(Step.AGENDA, Standing.DONE, f"Agenda issued on {issued}.")
    if today >= meeting.police_due:
        return Need(
            Step.AGENDA,
            Standing.LATE,
            f"The agenda is not issued; Police were to answer by {show_date(meeting.police_due)}.",
            office=True,
        )
    return Need(Step.AGENDA, Standing.TO_DO, "The agenda is a draft, to be issued.", office=True)


def _police(meeting: MeetingRow, last: ExchangeLine | None, today: date, region: str) -> Need:
    due = show_date(meeting.police_due)
    late = working_days_between(meeting.police_due, today, region)
    since = f"{late} working {'day' if late == 1 else 'days'} ago" if late else "today"
    is_late = today > meeting.police_due
    was_due = f"was due back {due}, {since}" if is_late else f"is due back {due}"
    step = Step.POLICE
    if last is None:
        if meeting.state is MeetingState.DRAFT:
            return Need(step, Standing.LATER, f"The Police workbook goes out after the agenda; it {was_due}.")
        if meeting.state is MeetingState.CLOSED:
            return Need(step, Standing.LATER, "No Police workbook was sent for this meeting.")
        standing = Standing.LATE if is_late else Standing.TO_DO
        return Need(step, standing, f"The Police workbook is not sent; it {was_due}.", office=True)
    sent = show_date(last.sent_at.astimezone(AUCKLAND).date())
    if last.chased:
        was_due += f"; Police were reminded on {show_date(last.chased[-1].astimezone(AUCKLAND).date())}"
    if last.state == "confirmed":
        return Need(step, Standing.DONE, f"Police workbook sent {sent}, back and confirmed.")
    if last.state == "returned":
        waits = f"{count(last.undecided, 'answer')} to decide"
        return Need(step, Standing.TO_DO, f"The Police workbook is back: {waits}, then confirm.")
    standing = Standing.LATE if is_late else Standing.LATER
    return Need(step, standing, f"Police workbook sent {sent}; it {was_due}.")


def _asked_back(sent: Iterable[ExchangeLine], today: date) -> list[Need]:
    """What Police were asked again, or are still to be asked."""
    found = []
    for line in sent:
        if line.asked:
            waits = count(line.asked, "answer")
            told = f"{waits} asked back: the questions are to be sent to Police."
            found.append(Need(Step.POLICE, Standing.TO_DO, told, office=True))
        if line.asks_of is not None and line.state != "confirmed":
            due = show_date(line.due)
            if line.state == "returned":
                standing, told = Standing.TO_DO, "are answered: decide, then confirm"
            elif line.is_overdue(today):
                standing, told = Standing.LATE, f"were due back {due}"
            else:
                standing, told = Standing.LATER, f"are due back {due}"
            found.append(Need(Step.POLICE, standing, f"The questions in {line.exchange} {told}."))
    return found


def _packs(meeting: MeetingRow, copies: Ledger, today: date) -> Need:
    if copies.issued:
        return Need(
            Step.PACKS, Standing.DONE, f"{count(copies.issued, 'numbered copy', 'numbered copies')} printed."
        )
    if meeting.state is MeetingState.DRAFT:
        return Need(Step.PACKS, Standing.LATER, "Packs are printed once the agenda is issued.")
    if meeting.state is MeetingState.CLOSED:
        return Need(Step.PACKS, Standing.LATER, "No packs were printed for this meeting.")
    standing = Standing.LATE if today >= meeting.date else Standing.TO_DO
    return Need(Step.PACKS, standing, "No packs are printed yet.")


def _copies(meeting: MeetingRow, copies: Ledger, today: date) -> list[Need]:
    found = []
    if copies.reserved:
        who = count(copies.reserved, "copy", "copies")
        found.append(Need(Step.COPIES, Standing.LATE, f"{who} reserved and to be settled."))
    if copies.out:
        who = count(copies.out, "copy", "copies")
        if today > meeting.date or meeting.state is MeetingState.CLOSED:
            found.append(Need(Step.COPIES, Standing.LATE, f"{who} still out; count them back in."))
        else:
            found.append(Need(Step.COPIES, Standing.LATER, f"{who} out with their holders."))
    elif copies.returned:
        who = count(copies.returned, "copy", "copies")
        found.append(Need(Step.COPIES, Standing.TO_DO, f"{who} back and to be destroyed before a witness."))
    elif copies.issued and not found:
        missing = f", {copies.missing} missing" if copies.missing else ""
        found.append(Need(Step.COPIES, Standing.DONE, f"No copy is out{missing}."))
    return found


def _closing(meeting: MeetingRow, today: date) -> Need:
    if meeting.closed_at is not None:
        closed = show_date(meeting.closed_at.astimezone(AUCKLAND).date())
        return Need(Step.CLOSING, Standing.DONE, f"Closed on {closed}.")
    if today > meeting.date:
        return Need(Step.CLOSING, Standing.LATE, "The meeting day is past and the meeting is not closed.")
    return Need(
        Step.CLOSING, Standing.LATER, f"Meets on {show_date(meeting.date)}; closed by the chair after it."
    )
