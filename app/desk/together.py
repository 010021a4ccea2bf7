"""Several looks at one moment: one connection, one read of the register, one entry of the trail (decision 0036).

For a screen that shows many things at once. Each look is asked for permission, narrowed and masked as if it were alone;
what they tell is of one moment, since they share a transaction that only reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

from app.desk.desk import Desk
from app.desk.door import Denied, UseCase, keep, refuse_mapped
from app.desk.entries import append, enter_what_waits, entered, kept_looks, look_of, telling
from app.desk.looks import Look
from app.domain.errors import Busy, Damaged, NotPermitted, Refused, Unreachable
from db import connect, role_guard, work
from db.work import Note

EVENT = "looks_together"


class Asked(NamedTuple):
    """One look of several, with its arguments by place."""

    case: UseCase[Any, Any]
    args: tuple[Any, ...] = ()


def look_together(desk: Desk, asked: Sequence[Asked]) -> tuple[Any, ...]:
    """What each look gives, in order; in the place of one that is refused, its refusal.

    Nothing is handed out before the one entry that lists them all is written. Not for looks at the register as a whole,
    nor for those that go on, that another goes on from, or that give something out: they have an entry of their own.
    """
    for each in asked:
        if (
            not each.case.looks
            or each.case.whole
            or each.case.begins
            or each.case.goes_on
            or each.case.told_first
        ):
            raise AssertionError(f"{each.case.name} is no look that goes with others")
    try:
        return _look(desk, asked)
    except Damaged as damage:
        if not desk.renew_key():
            raise desk.offered(damage) from None
        return _look(desk, asked)


def _look(desk: Desk, asked: Sequence[Asked]) -> tuple[Any, ...]:
    results: list[Any] = []
    looks: list[Look] = []
    forums: set[str | None] = set()
    roles: list[str] = []
    with ExitStack() as files, connect.engine_errors(desk.path):
        with work.session_on(desk.engine(read_only=True)) as session:
            for case, args in asked:
                role_guard.open_reading(session.connection())  # each is narrowed by its own permission
                bound = case.signature.bind(None, *args)
                bound.apply_defaults()
                try:
                    result, standing, note = case.read(desk, session, bound)
                except Denied as denied:
                    standing, note = denied.standing, Note(reason="not permitted")
                    result = case.refusal(standing)
                except (Refused, NotPermitted) as refused:
                    results.append(refused)
                    if isinstance(refused, NotPermitted):
                        looks.append(
                            look_of(desk, case, None, Note(reason="refused"), f"refused: {case.name}")
                        )
                    continue
                refuse_mapped(result)
                if note.commitments:
                    raise AssertionError(
                        f"{case.name} commits to what it looked for: it has an entry of its own"
                    )
                for take_back in note.undo:
                    files.callback(take_back)
                event = f"refused: {case.name}" if isinstance(result, NotPermitted) else ""
                looks.append(look_of(desk, case, standing, note, event))
                results.append(result)
                forums.add(standing.forum)
                roles.append(standing.role.value if standing.role else "")
        _enter(desk, tuple(looks), next(iter(filter(None, roles)), ""), forums - {None})
        files.pop_all()
    return tuple(results)


def _enter(desk: Desk, looks: tuple[Look, ...], role: str, forums: set[str | None]) -> None:
    """One entry for all. Where the register cannot be written, each waits in the profile as it would alone."""
    if not looks:
        return
    if not desk.reading_only:
        try:
            with connect.engine_errors(desk.path), telling(desk) as session:
                enter_what_waits(desk, session, role)
                told: dict[str, object] = {"looks": kept_looks(desk, session, looks)}
                if len(forums) == 1:  # whoever reads this forum's trail alone reads it too
                    told["forum"] = next(iter(forums))
                append(desk, session.connection(), role, EVENT, "", told)
                entered(desk, session)
        except (Busy, Unreachable) as error:
            keep(desk, looks, error)
        return
    keep(desk, looks)
