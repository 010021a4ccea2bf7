"""The columns of an agenda: listed, not listed, and the names alone."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.agenda import AgendaItem, NotListed, in_short
from app.domain.agenda.view import AgendaPerson
from app.domain.dates import show_date
from app.domain.names import full_name
from app.domain.police_no_reply import NO_REPLY
from app.domain.stand_in import is_withheld
from app.domain.words import Track
from ui.models import Column
from ui.tongue import tr


def _name(each: AgendaItem | NotListed | AgendaPerson) -> str:
    return full_name(each.surname, each.given_names)


def _why(item: AgendaItem, *, no_reply: bool) -> str:
    """Every reason in a few words: of the sentences, which stand beside the list, the first alone would fill it."""
    told = [in_short(reason) for reason in item.reasons] or item.sentences[:1]
    return " · ".join([NO_REPLY, *told] if no_reply else told)


def items(no_reply: Mapping[int, str]) -> tuple[Column[AgendaItem], ...]:
    """The columns of listed cases; `no_reply` says, by place on the agenda, of whom Police did not answer."""

    def mark(item: AgendaItem) -> str:
        return no_reply.get(item.position, "")

    def told(item: AgendaItem) -> str:
        return f"{_name(item)}: {' '.join((*item.sentences, mark(item)))}".rstrip()

    return (
        Column[AgendaItem](tr("No."), lambda each: str(each.position), width=5, right=True),
        Column[AgendaItem](tr("Name"), _name, width=22, told=told),
        Column[AgendaItem](
            tr("Track"), lambda each: tr("table") if each.track is Track.TABLE else tr("paper"), width=7
        ),
        Column[AgendaItem](tr("Min"), lambda each: str(each.minutes), width=5, right=True),
        Column[AgendaItem](
            tr("Why it is here"), lambda each: _why(each, no_reply=bool(mark(each))), width=36, stretch=True
        ),
    )


NOT_LISTED = (
    Column[NotListed](tr("Not listed"), _name, width=20),
    Column[NotListed](
        tr("Next"), lambda each: "" if is_withheld(each.prn) else show_date(each.next), width=13
    ),
    Column[NotListed](
        tr("Because of"),
        lambda each: "" if is_withheld(each.prn) else each.reason.words,
        width=18,
        stretch=True,
    ),
)
PEOPLE = (
    Column[AgendaPerson](tr("Name"), _name, width=28, stretch=True),
    Column[AgendaPerson](tr("PRN"), lambda each: each.prn, width=12),
    Column[AgendaPerson](tr("Born"), lambda each: show_date(each.date_of_birth), width=12),
)
