"""What the door writes into the trail: the entry of what was done, and before it what waited to be told.

One transaction holds an entry and the change it tells of; the witness goes forward once that stands.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from app.desk.looks import Look, event_of
from app.domain.people import Permission
from app.domain.trail import canonical
from app.domain.witness import next_seen
from app.settings import Attempts, KeysPutBack, Witness
from db import case_seals, case_words, lease, row_seals, trail, work
from db.work import Session

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.desk.door import Standing, UseCase

BUILD = version("forumdesk")


def writing(desk: Desk) -> work.Writing:
    return work.Writing(desk.folder, desk.engine(read_only=False), lease.WAIT_SECONDS)


def telling(desk: Desk) -> work.Writing:
    """For an entry that can wait sealed in the profile: it waits less long for whoever saves."""
    return work.Writing(desk.folder, desk.engine(read_only=False), lease.LOOK_WAITS)


def enter(
    desk: Desk,
    session: Session,
    case: UseCase[Any, Any],
    standing: Standing | None,
    note: work.Note,
    event: str = "",
    waiting: tuple[Look, ...] | None = None,
) -> None:
    """Append what happened, and before it looks that waited, and the sign-in where the trail was not told of it yet.

    Who counts on the entry's number says which looks were `waiting` then: another thread may keep one meanwhile.
    """
    role = standing.role.value if standing and standing.role else ""
    enter_what_waits(desk, session, role, waiting)
    told: dict[str, object] = {"permission": case.permission.name}
    told |= {k: v for k, v in (("fields", sorted(set(note.fields))), ("counts", note.counts)) if v}
    # Why a glass was broken is told to the readers and at the meeting: it stays in the entry.
    glass = case.permission is Permission.BREAK_GLASS
    reason = note.reason if glass else _kept_reason(desk, session, note.subject, note.reason)
    told |= {k: v for k, v in (("reason", reason), ("commitments", note.commitments)) if v}
    if standing and standing.forum:
        told["forum"] = standing.forum
    if note.salt:
        connection = session.connection()
        trail.keep_salt(connection, trail.head(connection)[0] + 1, note.salt)
    append(desk, session.connection(), role, event or case.name, note.subject, told)
    entered(desk, session)


def enter_what_waits(
    desk: Desk, session: Session, role: str, waiting: tuple[Look, ...] | None = None
) -> None:
    """What comes before the next entry: the sign-in, where the trail was not told of it yet, and looks that wait."""
    if not desk.told:
        append(desk, session.connection(), role, "sign_in", "", sign_in_body(desk), seals=False)
    enter_looks(desk, session, role, desk.looks.now if waiting is None else waiting)


def entered(desk: Desk, session: Session) -> None:
    """An entry stands in the trail once its transaction does."""
    remember(desk, session)
    work.after_commit(session, lambda: told_trail(desk))


def enter_looks(desk: Desk, session: Session, role: str, waiting: tuple[Look, ...]) -> None:
    """Append one entry that lists the looks that waited; a look that went on ends with it."""
    if waiting:
        told: dict[str, object] = {"looks": kept_looks(desk, session, waiting)}
        append(desk, session.connection(), role, event_of(waiting), "", told, seals=False)
        work.after_commit(session, lambda: desk.looks.entered(len(waiting)))
    desk.looks.end()


def kept_looks(desk: Desk, session: Session, looks: Iterable[Look]) -> list[Look]:
    """Looks as their entry lists them, their reasons as the trail keeps them."""
    return [
        look | {"reason": _kept_reason(desk, session, str(look["subject"]), str(look["reason"]))}
        if "reason" in look
        else look
        for look in looks
    ]


def _kept_reason(desk: Desk, session: Session, subject: str, reason: str) -> str:
    return case_seals.kept_reason(session, desk.opened.keys, desk.case_keys, subject, reason)


def append(
    desk: Desk,
    connection: work.Connection,
    role: str,
    event: str,
    subject: str,
    body: dict[str, object],
    *,
    seals: bool = True,
) -> None:
    """Append one entry, and seal the rows its transaction touched by it; not by one that only comes before it."""
    if seals:
        body = body | row_seals.seal(connection) | case_words.words_for(connection)
    trail.append(
        connection,
        desk.opened.keys.sign_message,
        at=desk.now(),
        who=desk.opened.keys.user_id,
        role=role,
        host=platform.node(),
        build=BUILD,
        event=event,
        subject=subject,
        body=canonical(body),
    )


def remember(desk: Desk, session: Session) -> None:
    """Advance this computer's witness once the transaction stands."""
    now = trail.standing(session.connection(), 0)
    witness = Witness(desk.opened.register_id, desk.folder)
    work.after_commit(session, lambda: witness.write(next_seen(now)))


def look_of(
    desk: Desk, case: UseCase[Any, Any], standing: Standing | None, note: work.Note, event: str = ""
) -> dict[str, object]:
    """One look in the form in which an entry of the trail will list it."""
    forum = standing.forum if standing else None
    told = {"at": desk.now().isoformat(), "event": event or case.name, "subject": note.subject}
    return told | {k: v for k, v in (("forum", forum), ("counts", note.counts), ("reason", note.reason)) if v}


def sign_in_body(desk: Desk) -> dict[str, object]:
    """What happened before somebody signed in and had nobody to sign for it: told by whoever is there first."""
    told: dict[str, object] = {"wrong_before": desk.wrong_before}
    return told | ({"reason": desk.keys_put_back} if desk.keys_put_back else {})


def told_trail(desk: Desk) -> None:
    if not desk.told:
        desk.told = True
        Attempts(desk.opened.register_id, desk.name).clear()
        if desk.keys_put_back:
            KeysPutBack(desk.opened.register_id).clear()
