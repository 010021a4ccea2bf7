"""Asking a service that has said nothing of a case, by an action: silence is never taken for none (needs R1, M7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.hearings import OWNER_NOT_NAMED, Span
from app.domain.meeting import POLICE_WORKING_DAYS, ActionDraft
from app.domain.words import ActionOutcome, Service

ASKED = "Tell the forum what this service holds on the case, or that it holds nothing"
"""The text of the action; with the service it says which question is open already."""

WITHIN = Span(POLICE_WORKING_DAYS)
"""What Police have for their workbook, every service has for its answer."""


class Given(Protocol):
    """An action, as lists and records tell it."""

    @property
    def text(self) -> str: ...
    @property
    def service(self) -> Service: ...
    @property
    def due(self) -> date: ...
    @property
    def outcome(self) -> str: ...


def asked_until(actions: Iterable[Given], service: Service) -> date | None:
    """By when a service was asked to answer, where that is still open; None where it is not asked."""
    open_still = [
        row.due
        for row in actions
        if row.text == ASKED and row.service == service and row.outcome == ActionOutcome.OPEN
    ]
    return min(open_still, default=None)


def asking(
    service: Service,
    today: date,
    region: str,
    *,
    leading: Service | None,
    owner: str | None,
    actions: Iterable[Given],
) -> ActionDraft:
    """The action that asks a service. The case's owner owns it where their service is asked.

    Raises Refused while the service is asked already: two open questions would be answered once.
    """
    due = asked_until(actions, service)
    if due is not None:
        raise Refused(
            f"{service.value.capitalize()} were asked already, by {show_date(due)}; nothing was changed: settle that "
            "action under “Actions” first."
        )
    who = owner if owner and service is leading else OWNER_NOT_NAMED
    return ActionDraft(ASKED, service, who, WITHIN.after(today, region))
