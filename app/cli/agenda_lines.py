"""An agenda as JSON and as a person reads it at a terminal (design/formats.md section 5)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from app.cli.base import table
from app.domain.agenda import Agenda, AgendaItem
from app.domain.agenda.rules import show_named
from app.domain.agenda.view import AgendaView
from app.domain.dates import show_date, show_long_date
from app.domain.names import full_name
from app.domain.police_no_reply import NoReply
from app.domain.stand_in import is_withheld

_WIDTH = 100


def agenda_data(view: AgendaView) -> dict[str, object]:
    """The agenda as one object; a limited view holds names, PRN and dates of birth alone."""
    head: dict[str, object] = {
        "meeting": view.meeting.meeting,
        "state": view.meeting.state,
        "kind": view.meeting.kind,
        "hash": view.digest,
        "opened": list(view.opened),
        "leaving": list(view.leaving),
        "reviews": list(view.reviews),
    }
    agenda = view.agenda
    if agenda is None:
        people = [
            {
                "prn": one.prn,
                "surname": one.surname,
                "given_names": one.given_names,
                "date_of_birth": one.date_of_birth,
            }
            for one in view.people or ()
        ]
        return head | {"items": people}
    silent = {each.position: each for each in view.no_reply}
    return head | {
        "next_meeting": agenda.meeting.next_day,
        "considered": agenda.considered,
        "items": [_item(item, silent.get(item.position)) for item in agenda.items],
        "not_listed": [
            {
                "prn": row.prn,
                "surname": row.surname,
                "given_names": row.given_names,
                "next": row.next,
                "reason": row.reason,
            }
            for row in agenda.not_listed
        ],
        "minutes": agenda.minutes,
        "length": agenda.length,
    }


def _item(item: AgendaItem, no_reply: NoReply | None) -> dict[str, object]:
    anchor = item.anchor
    return {
        "position": item.position,
        "prn": item.prn,
        "surname": item.surname,
        "given_names": item.given_names,
        "track": item.track,
        "reasons": item.reasons,
        "sentences": item.sentences,
        "milestone": item.milestone,
        "missed": item.missed,
        "missing": item.missing,
        "anchor": {"name": anchor.name, "date": anchor.day} if anchor else None,
        "minutes": item.minutes,
        "police_no_reply": no_reply and no_reply.sent_on,
    }


def agenda_lines(view: AgendaView) -> tuple[str, ...]:
    """The agenda in sections with every reason in its sentence, then everybody who is not on it."""
    meeting = view.meeting
    lines = [f"{meeting.meeting} · {show_long_date(meeting.date)} · {meeting.kind} · {meeting.state}"]
    lines += view.opened + view.leaving + view.reviews
    lines += [
        f"Not closed yet: {show_long_date(day)}; what it settles leaves this draft." for day in view.first
    ]
    if view.agenda is None:
        rows = [
            (one.prn, full_name(one.surname, one.given_names), show_date(one.date_of_birth))
            for one in view.people or ()
        ]
        return (*lines, "", *table(("PRN", "Name", "Date of birth"), rows))
    marks = {each.position: each.words for each in view.no_reply}
    return (*lines, *_whole(view.agenda, marks), *_ends(view))


def _whole(agenda: Agenda, marks: Mapping[int, str]) -> Iterator[str]:
    listed, waiting = len(agenda.items), len(agenda.not_listed)
    yield f"{agenda.total_line()}. Considered {agenda.considered}: {listed} listed, {waiting} not listed."
    for section in agenda.sections():
        yield ""
        yield section.title
        yield "─" * len(section.title)
        for item in section.items:
            yield from _item_lines(item, marks.get(item.position, ""))
    yield ""
    title = f"Not listed: {waiting}"
    yield title
    if waiting:
        rows = [
            ("", "", full_name(row.surname, row.given_names), "")
            if is_withheld(row.prn)
            else (show_date(row.next), row.prn, full_name(row.surname, row.given_names), row.reason.words)
            for row in agenda.not_listed
        ]
        yield from table(("Next", "PRN", "Name", "Because"), rows)


def _item_lines(item: AgendaItem, no_reply: str) -> Iterator[str]:
    name = full_name(item.surname, item.given_names)
    about = () if is_withheld(item.prn) else (f"PRN {item.prn}", show_named(item.anchor))
    yield " · ".join((f"{item.position:>3}. {name}", *about, f"{item.minutes} min"))
    sentences = [*([f"{no_reply}."] if no_reply else []), *item.sentences]
    if item.missing:
        sentences.append(f"Missing: {', '.join(item.missing)}.")
    for sentence in sentences:
        yield from textwrap.wrap(
            sentence,
            _WIDTH,
            initial_indent="     – ",
            subsequent_indent="       ",
            break_on_hyphens=False,  # a name or a date's words stay whole
        )


def _ends(view: AgendaView) -> Iterator[str]:
    yield ""
    if view.digest:
        yield f"Issued; hash {view.digest[:16]}…"
    else:
        yield f"A draft, made anew each time: `forumdesk meeting agenda {view.meeting.meeting} --issue` freezes it."
