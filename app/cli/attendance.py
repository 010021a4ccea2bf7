"""Attendance, quorum and the confidentiality statement from a terminal."""

from __future__ import annotations

from datetime import time

from app.cli.base import Call, Reply, optional_day, table
from app.domain.attendance import AttendanceDraft, AttendanceRow, Quorum, VisitDraft, read_time, show_time
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.meeting import read_service
from app.domain.words import Presence
from app.usecases import attendance


def attend(call: Call) -> Reply:
    args = call.args
    service, presence = read_service(args.service), Presence(args.presence)
    if args.case:
        return _visit(call, presence)
    for given, option in ((args.came, "--in"), (args.left, "--out")):
        if given:
            raise Refused(f"{option} goes with --case; nothing was saved: name the case, or leave it away.")
    draft = AttendanceDraft(
        service, args.name, presence, args.role, args.stands_for, optional_day(args.sent_on, "--sent-on")
    )
    row = attendance.attend_meeting(call.desk(), args.meeting, draft)
    told = " The confidentiality statement was not read to them yet." if row.read_to is False else ""
    return Reply({"meeting": row.meeting, **_data(row)}, (f"{row.name}, {row.service}: {row.words}.{told}",))


def _data(row: AttendanceRow) -> dict[str, object]:
    """One person at a meeting, as `--json` tells them."""
    return {
        "service": row.service,
        "name": row.name,
        "presence": row.presence.value.replace(" ", "-"),
        "role": row.role,
        "stands_for": row.stands_for,
        "sent_on": row.sent_on,
        "read_to": row.read_to,
    }


def _visit(call: Call, presence: Presence) -> Reply:
    args = call.args
    if presence is not Presence.PRESENT:
        raise Refused(
            "Somebody is there for one case or is not; nothing was saved: --case goes with --present."
        )
    draft = VisitDraft(
        read_service(args.service), args.name, args.role, _time(args.came, "--in"), _time(args.left, "--out")
    )
    row = attendance.visit_case(call.desk(), args.meeting, args.case, draft)
    data: dict[str, object] = {
        "meeting": row.meeting,
        "prn": row.prn,
        "service": row.service,
        "name": row.name,
        "presence": "present",
        "role": row.role,
        "in": show_time(row.came),
        "out": show_time(row.left),
        "read_to": row.read_to,
    }
    told = "" if row.read_to else " The confidentiality statement was not read to them yet."
    return Reply(data, (f"{row.name}, {row.service}: {row.words} (PRN {row.prn}).{told}",))


def confidentiality(call: Call) -> Reply:
    args = call.args
    view = attendance.read_confidentiality(call.desk(), args.meeting, args.by, _time(args.at, "--at"))
    last = view.readings[-1]
    again = " again" if len(view.readings) > 1 else ""
    line = (
        f"Recorded for {view.meeting}: the confidentiality statement was read{again} by {last.read_by}, "
        f"{show_moment(last.at)}."
    )
    data: dict[str, object] = {
        "meeting": view.meeting,
        "confidentiality_read": True,
        "readings": [{"read_by": reading.read_by, "at": reading.at} for reading in view.readings],
        "not_read_to": view.not_read_to,
    }
    return Reply(data, (line,))


def invited(call: Call) -> Reply:
    rows = attendance.see_invited(call.desk(), call.args.meeting)
    heard = [(row, row.words) for row in rows]
    people = [{"service": row.service, "name": row.name, "answer": said} for row, said in heard]
    lines = table(
        ("Name", "Service", "Answer"), [(row.name, row.service, said or "–") for row, said in heard]
    )
    waiting = sum(not said for _, said in heard)
    return Reply({"invited": people}, (*lines, f"{len(rows)} are expected; {waiting} have not answered."))


def show(call: Call) -> Reply:
    view = attendance.see_attendance(call.desk(), call.args.meeting)
    heard = {None: "", True: "yes", False: "not yet"}
    rows = [(row.name, row.service, row.role, row.words, heard[row.read_to]) for row in view.people]
    rows += [
        (row.name, row.service, row.role, f"{row.words}, PRN {row.prn}", heard[row.read_to])
        for row in view.visits
    ]
    lines = list(table(("Name", "Service", "Role", "Attendance", "Statement heard"), rows)) if rows else []
    lines.append(f"Quorum: {view.quorum_words or 'nobody is recorded yet.'}")
    lines += [f"Statement read by {row.read_by}, {show_moment(row.at)}." for row in view.readings]
    if not view.readings:
        lines.append("The confidentiality statement is not recorded as read.")
    data: dict[str, object] = {
        "meeting": view.meeting,
        "people": [_data(row) for row in view.people],
        "visits": [
            {
                "prn": row.prn,
                "service": row.service,
                "name": row.name,
                "role": row.role,
                "in": show_time(row.came),
                "out": show_time(row.left),
                "read_to": row.read_to,
            }
            for row in view.visits
        ],
        "readings": [{"read_by": row.read_by, "at": row.at} for row in view.readings],
        "not_read_to": view.not_read_to,
        "quorum": view.quorum_words,
        "quorum_lacks": view.lacks,
    }
    return Reply(data, tuple(lines))


def quorum(call: Call) -> Reply:
    args, desk = call.args, call.desk()
    found = attendance.see_quorum(desk, args.forum)
    if args.service or args.people is not None:
        services = tuple(read_service(name) for name in args.service) or found.services
        asked = Quorum(services, found.people if args.people is None else args.people)
        # What is not named stays as it was read: nobody else's word of that moment is written over.
        found = attendance.set_quorum(desk, args.forum, asked, found.seen)
    data: dict[str, object] = {"forum": args.forum, "services": found.services, "people": found.people}
    return Reply(data, (f"A quorum of {args.forum} asks for {found.words}.",))


def _time(text: str | None, option: str) -> time | None:
    if not text:
        return None
    found = read_time(text)
    if found is None:
        raise Refused(
            f"{option} '{text}' is not a time of day; nothing was saved: write it as 10:40 or 2.15 pm."
        )
    return found
