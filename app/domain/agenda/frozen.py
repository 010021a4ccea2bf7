"""The bytes an issued agenda is kept as: canonical, so that the same agenda has the same digest (need M2)."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from app.domain.agenda.facts import Agenda, AgendaItem, AgendaMeeting, NextReason, NotListed
from app.domain.errors import Damaged
from app.domain.sealed_text import refuse_sealed
from app.domain.timeline import NamedDate
from app.domain.words import AgendaReason, DateName, MeetingKind, Track

_FORMAT = 1


def freeze(agenda: Agenda) -> bytes:
    """Canonical JSON (UTF-8, sorted keys, no blanks, dates yyyy-mm-dd) of everything the agenda says.

    Raises Refused where something in it is sealed from whoever issues it: the digest is of the text as it reads.
    """
    body = {
        "format": _FORMAT,
        "meeting": {
            "code": agenda.meeting.code,
            "forum": agenda.meeting.forum,
            "day": agenda.meeting.day.isoformat(),
            "kind": agenda.meeting.kind.value,
            "next_day": agenda.meeting.next_day.isoformat(),
            "has_last_closed": agenda.meeting.has_last_closed,
            "next_is_scheduled": agenda.meeting.next_is_scheduled,
        },
        "items": [_item_out(item) for item in agenda.items],
        "not_listed": [
            {
                "case_id": row.case_id,
                "prn": row.prn,
                "surname": row.surname,
                "given_names": row.given_names,
                "next": row.next.isoformat(),
                "reason": row.reason.value,
            }
            for row in agenda.not_listed
        ],
        "considered": agenda.considered,
        "minutes": agenda.minutes,
        "length": agenda.length,
    }
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return refuse_sealed(text, "The items").encode()


def agenda_digest(frozen: bytes) -> str:
    """SHA-384 of the frozen bytes in lower-case hexadecimal."""
    return hashlib.sha384(frozen).hexdigest()


def from_frozen(frozen: bytes) -> Agenda:
    """The agenda as it was issued. Raises Damaged when the bytes are not such an agenda."""
    try:
        body = json.loads(frozen)
        if body["format"] != _FORMAT:
            raise Damaged("The issued agenda was kept by a newer version of this program; use that version.")
        meeting = body["meeting"]
        return Agenda(
            meeting=AgendaMeeting(
                code=meeting["code"],
                forum=meeting["forum"],
                day=date.fromisoformat(meeting["day"]),
                kind=MeetingKind(meeting["kind"]),
                next_day=date.fromisoformat(meeting["next_day"]),
                has_last_closed=meeting["has_last_closed"],
                next_is_scheduled=meeting.get("next_is_scheduled", True),
            ),
            items=tuple(_item_in(item) for item in body["items"]),
            not_listed=tuple(
                NotListed(
                    row["case_id"],
                    row["prn"],
                    row["surname"],
                    row["given_names"],
                    date.fromisoformat(row["next"]),
                    NextReason(row["reason"]),
                )
                for row in body["not_listed"]
            ),
            considered=body["considered"],
            minutes=body["minutes"],
            length=body["length"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged(
            "The issued agenda kept in the register cannot be read; nothing was changed: "
            "run `forumdesk register check` and restore a backup."
        ) from error


def _item_out(item: AgendaItem) -> dict[str, Any]:
    anchor = item.anchor
    return {
        "position": item.position,
        "case_id": item.case_id,
        "prn": item.prn,
        "surname": item.surname,
        "given_names": item.given_names,
        "track": item.track.value,
        "reasons": [reason.value for reason in item.reasons],
        "sentences": list(item.sentences),
        "milestone": item.milestone,
        "missed": list(item.missed),
        "anchor": {"name": anchor.name.value, "date": anchor.day.isoformat()} if anchor else None,
        "minutes": item.minutes,
        "missing": list(item.missing),
    }


def _item_in(row: dict[str, Any]) -> AgendaItem:
    anchor = row["anchor"]
    return AgendaItem(
        position=row["position"],
        case_id=row["case_id"],
        prn=row["prn"],
        surname=row["surname"],
        given_names=row["given_names"],
        track=Track(row["track"]),
        reasons=tuple(AgendaReason(code) for code in row["reasons"]),
        sentences=tuple(row["sentences"]),
        milestone=row["milestone"],
        missed=tuple(row["missed"]),
        anchor=NamedDate(DateName(anchor["name"]), date.fromisoformat(anchor["date"])) if anchor else None,
        minutes=row["minutes"],
        missing=tuple(row["missing"]),
    )
