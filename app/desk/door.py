"""THE DOOR: the only way into a use case.

Permission, one transaction, and a signed trail entry are one mechanism that no use case can leave out
(need A2; design/architecture.md, "The door"). Who stands before it is in `desk`, what it writes in `entries`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import update_wrapper
from typing import Any, Concatenate, Generic, NamedTuple, NoReturn, ParamSpec, TypeVar

from app.desk.desk import Desk
from app.desk.entries import enter, look_of, telling, writing
from app.desk.looks import Look, Spell
from app.domain.dates import AUCKLAND
from app.domain.errors import Busy, Damaged, NotPermitted, Refused, Unreachable, WrongKey
from app.domain.people import Grant, Office, Permission, grant, role_in, whom_to_ask
from app.domain.records import field_names
from app.domain.stand_in import NOBODY_HIDDEN, Hidden, in_words
from app.domain.words import Role, Topic
from db import asked_about, case_keys, case_seals, connect, drifts, readers_view, role_guard, work
from db.offices import offices_of
from db.work import Connection, Engine, Session, Work

P = ParamSpec("P")
R = TypeVar("R")


class Standing(NamedTuple):
    """What the door found out about who is asking, before it lets anything happen."""

    role: Role | None
    granted: Grant
    forum: str | None
    offices: tuple[Office, ...]


_ALL: dict[str, UseCase[Any, Any]] = {}


class UseCase(Generic[P, R]):
    """One thing a person does. Call it with a `Desk` where the function takes a `Work`."""

    def __init__(
        self,
        function: Callable[Concatenate[Work, P], R],
        permission: Permission,
        looks: bool,
        discloses: bool,
        topics: frozenset[Topic],
        while_behind: bool = False,
        while_fault: bool = False,
        whole: bool = False,
        names_hidden: bool = False,
        begins: bool = False,
        goes_on: bool = False,
        told_first: bool = False,
    ) -> None:
        self.name = function.__name__
        self.room = function.__module__.rpartition(".")[2]
        self.permission = permission
        self.looks = looks
        self.discloses = discloses
        self.topics = topics
        self.while_behind = while_behind
        self.while_fault = while_fault
        self.whole = whole
        self.names_hidden = names_hidden
        self.begins = begins
        self.goes_on = goes_on
        self.told_first = told_first
        self.function = function
        self.signature = inspect.signature(function)
        update_wrapper(self, function)
        _ALL[f"{self.room}.{self.name}"] = self

    def __call__(self, desk: Desk, *args: P.args, **kwargs: P.kwargs) -> R:
        bound = self.signature.bind(None, *args, **kwargs)
        bound.apply_defaults()
        try:
            result = self._do(desk, bound)
        except Damaged as damage:
            if not desk.renew_key():
                raise desk.offered(damage) from None
            result = self._do(desk, bound)
        refuse_mapped(result)
        if self.topics:
            for tell in desk.changed:
                tell(self.topics)
        return result

    def _do(self, desk: Desk, bound: inspect.BoundArguments) -> R:
        with connect.engine_errors(desk.path):
            return self._look(desk, bound) if self.looks else self._change(desk, bound)

    def _standing(self, desk: Desk, session: Session, bound: inspect.BoundArguments) -> Standing:
        connection = session.connection()
        offices = offices_of(connection, desk.opened.keys.user_id)
        standing = self._in_forum(desk, offices, asked_about.forum_of(connection, bound.arguments))
        if self.looks and standing.granted is not Grant.YES:
            # A case proposed to another forum may be looked at there too, and nothing more (need R11).
            other = asked_about.proposed_forum(connection, bound.arguments)
            there = self._in_forum(desk, offices, other) if other else standing
            standing = there if there.granted is Grant.YES else standing
        return standing

    def _in_forum(self, desk: Desk, offices: tuple[Office, ...], forum: str | None) -> Standing:
        role = role_in(offices, forum, desk.now().astimezone(AUCKLAND).date())
        return Standing(role, Grant.NO if role is None else grant(self.permission, role), forum, offices)

    def _work(self, desk: Desk, session: Session, standing: Standing, seq: int, hidden: Hidden) -> Work:
        at = desk.now()
        return Work(
            session=session,
            at=at,
            today=at.astimezone(AUCKLAND).date(),
            user_id=desk.opened.keys.user_id,
            user_name=desk.name,
            role=standing.role.value if standing.role else "",
            offices=standing.offices,
            forum=standing.forum,
            limited=standing.granted is Grant.LIMITED,
            seq=seq,
            register_key=desk.opened.register_key,
            keys=desk.opened.keys,
            folder=desk.folder,
            hidden=hidden,
        )

    def _look(self, desk: Desk, bound: inspect.BoundArguments) -> R:
        if self.told_first and desk.reading_only:
            raise Refused(
                "This register can only be read from here, and this is shown to nobody before it stands in the trail; "
                "nothing was opened. Do it where the register can be written."
            )
        engine, looks = desk.engine(read_only=True, whole=self.whole), desk.looks
        if not (self.begins or self.goes_on):
            return self._look_on(engine, desk, bound)
        if looks.spell is None or looks.spell.over(desk.now()):
            looks.open.let_go()
        with looks.open.lent(engine, desk.path, desk.asking, desk.open_texts) as connection:
            result = self._look_on(connection, desk, bound)
        if looks.spell is None:
            looks.open.let_go()
        return result

    def _look_on(self, where: Engine | Connection, desk: Desk, bound: inspect.BoundArguments) -> R:
        # The entry is written after the looking transaction has ended: an open one would hold up every commit.
        try:
            with connect.engine_errors(desk.path), work.session_on(where) as session:
                result, standing, note = self.read(desk, session, bound)
        except Denied as denied:
            self._refuse(desk, denied.standing)
        except NotPermitted:
            self._tell_refused(desk, "refused")
            raise
        try:
            self._enter_look(desk, standing, note)
        except BaseException:
            for take_back in note.undo:
                take_back()
            raise
        return result

    def read(
        self, desk: Desk, session: Session, bound: inspect.BoundArguments
    ) -> tuple[R, Standing, work.Note]:
        """Look, on a session that cannot write, once this person's permission was asked: what it gave back, and what
        its entry is to say. For the door alone: nothing is handed out before that entry is written.

        Raises Denied where they may not.
        """
        connection = session.connection()
        hidden = readers_view.hidden_on(connection, desk.asking)
        standing = self._standing(desk, session, bound)
        if standing.granted not in (Grant.YES, Grant.LIMITED):
            raise Denied(standing)
        asked_about.refuse_hidden(connection, bound.arguments, hidden)
        doing = self._work(desk, session, standing, 0, hidden)
        role_guard.narrow(connection, Role(doing.role), self.permission, looks=True)
        with hidden.in_refusals():
            result = hidden.mask(self.function(doing, *bound.args[1:], **bound.kwargs))
        if case_keys.left_sealed(session.connection()):  # a look that paused has another one by now
            result = in_words(result)
        return result, standing, doing.note

    def _enter_look(self, desk: Desk, standing: Standing, note: work.Note) -> None:
        """Into the register; or, while it cannot be written, somebody else saves or a look goes on, sealed into the
        profile until then. What is told first is not kept: the refusal says why it is not shown."""
        look = look_of(desk, self, standing, note)
        if desk.reading_only:
            desk.looks.keep(look)
            return
        now, spell = desk.now(), desk.looks.spell
        if self.goes_on and spell and spell.holds(self.room, standing.forum, now):
            with suppress(Refused):  # where it cannot be kept, it is entered as any other
                desk.looks.keep(look | {"as_typed": True})
                desk.looks.spell = spell.waits(now)
                return
        try:
            with connect.engine_errors(desk.path), telling(desk) as session:
                enter(desk, session, self, standing, note)
        except (Busy, Unreachable) as error:  # neither a full disk nor another's save stops reading
            if self.told_first:
                raise
            keep(desk, (look,), error)
            return
        if self.begins or self.goes_on:
            role = standing.role.value if standing.role else ""
            desk.looks.spell = Spell(self.room, standing.forum, role)

    def _change(self, desk: Desk, bound: inspect.BoundArguments) -> R:
        desk.looks.open.let_go()
        if desk.behind and not self.while_behind:
            raise (Refused if desk.behind.restored else Damaged)(desk.behind.sentence)
        if desk.fault and not (desk.behind or self.while_fault):
            raise Damaged(desk.fault)
        if desk.reading_only and not desk.decides(self):
            raise Refused(
                "This register can only be read from here, because its folder gives no right to write; nothing was "
                "changed. Ask for that right, or open it on a computer that has it."
            )
        try:
            with connect.engine_errors(desk.path), writing(desk) as session:
                standing = self._standing(desk, session, bound)
                hidden = readers_view.hidden_on(session.connection(), desk.asking)
                if standing.granted not in (Grant.YES, Grant.LIMITED):
                    raise Denied(standing)
                if not self.names_hidden:
                    asked_about.refuse_hidden(session.connection(), bound.arguments, hidden)
                waiting = desk.looks.now
                seq = work.next_seq(session.connection(), desk.told) + bool(waiting)
                doing = self._work(desk, session, standing, seq, hidden)
                work.listen(session, doing.note, seq)
                # Whoever breaks the glass is handed what was hidden from them until now.
                masks = NOBODY_HIDDEN if self.names_hidden else hidden
                role_guard.narrow(session.connection(), Role(doing.role), self.permission, looks=False)
                with hidden.in_refusals():
                    result = masks.mask(self.function(doing, *bound.args[1:], **bound.kwargs))
                session.flush()
                role_guard.widen(session.connection())
                sealed = case_keys.sealed_from(session.connection())
                if raised := drifts.watch(session, seq, doing.today, sealed):
                    doing.note.counts["drifts_raised"] = raised
                doing.note.counts |= case_seals.keep(
                    session, desk.opened.keys, doing.today, seq, desk.case_keys
                )
                if case_keys.left_sealed(session.connection()):
                    result = in_words(result)
                if self.discloses and not doing.note.disclosures:
                    raise AssertionError(f"{self.name} discloses, but entered nothing in the ledger")
                enter(desk, session, self, standing, doing.note, waiting=waiting)
            desk.unconfirmed = desk.unconfirmed or bool(session.info.get("unconfirmed"))
            desk.decided(self)
        except Denied as denied:
            self._refuse(desk, denied.standing)
        except (Busy, Unreachable):
            raise
        except (Refused, NotPermitted, WrongKey):
            self._tell_refused(desk, "refused")
            raise
        return result

    def _refuse(self, desk: Desk, standing: Standing) -> NoReturn:
        self._tell_refused(desk, "not permitted", standing)
        raise self.refusal(standing)

    def refusal(self, standing: Standing) -> NotPermitted:
        """What somebody reads who may not do this."""
        where = f" in {standing.forum}" if standing.forum else ""
        role = f"as {standing.role.value}" if standing.role else "without a role in force"
        asks = f"Ask {whom_to_ask(self.permission)}."
        return NotPermitted(f"You may not {self.permission.value} {role}{where}; nothing was changed. {asks}")

    def _tell_refused(self, desk: Desk, why: str, standing: Standing | None = None) -> None:
        """A refusal is entered too. Where even that cannot be written, the refusal itself still stands."""
        note = work.Note(subject=standing.forum or "" if standing else "", reason=why)
        if desk.reading_only:
            desk.looks.keep(look_of(desk, self, standing, note, f"refused: {self.name}"))
            return
        try:
            with connect.engine_errors(desk.path), telling(desk) as session:
                enter(desk, session, self, standing, note, event=f"refused: {self.name}")
        except (Busy, Unreachable):
            with suppress(Refused):
                desk.looks.keep(look_of(desk, self, standing, note, f"refused: {self.name}"))
        except (Refused, Damaged):
            return


class Denied(Exception):
    """This person may not; the door says so in words and enters it."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self.standing = standing


def use_case(
    permission: Permission,
    *,
    looks: bool = False,
    discloses: bool = False,
    topics: tuple[Topic, ...] = (),
    while_behind: bool = False,
    while_fault: bool = False,
    whole: bool = False,
    names_hidden: bool = False,
    begins: bool = False,
    goes_on: bool = False,
    told_first: bool = False,
) -> Callable[[Callable[Concatenate[Work, P], R]], UseCase[P, R]]:
    """Make a function a use case.

    `looks` gives it a connection that cannot write; `discloses` fails unless it entered the ledger;
    `while_behind` lets it decide about an older copy in the register's place, `while_fault` about a fault found;
    `whole` looks at the register as it is, restricted cases too: it checks or counts, and `Hidden.mask` alone stands
    before what it hands out; `names_hidden` may be asked about somebody whom the person asking may not read: it is
    for breaking glass; a look that `begins` is entered at once, and one of its room that `goes_on`, letter by letter,
    is entered with whatever comes after it; what is `told_first` is shown to nobody whose look is not in the register's
    own trail.
    The forum it is about is read from its own arguments `forum`, `meeting`, `prn`, `exchange`,
    `code`, `codes`, `action`, `incoming`, `source` or `request`.
    """

    def decorate(function: Callable[Concatenate[Work, P], R]) -> UseCase[P, R]:
        return UseCase(
            function,
            permission,
            looks,
            discloses,
            frozenset(topics),
            while_behind,
            while_fault,
            whole,
            names_hidden,
            begins,
            goes_on,
            told_first,
        )

    return decorate


def all_use_cases() -> tuple[UseCase[Any, Any], ...]:
    """Every use case whose room has been imported, by name: what the golden permission table is printed from."""
    return tuple(_ALL[name] for name in sorted(_ALL))


def keep(desk: Desk, looks: Iterable[Look], why: Refused | None = None) -> None:
    """Have looks wait in the profile, since the register took none. Raises Refused where that cannot be written either;
    while somebody saves, that they do: trying again is what helps."""
    try:
        for look in looks:
            desk.looks.keep(look)
    except Refused as unkept:
        raise (why if isinstance(why, Busy) else unkept) from None


def refuse_mapped(result: object, depth: int = 4) -> None:
    """The leak guard: nothing mapped leaves a use case (docs/decisions/0002)."""
    if work.is_mapped(result):
        raise AssertionError(f"a mapped {type(result).__name__} leaves a use case")
    if depth == 0 or result is None or isinstance(result, (str, bytes, int, float)):
        return
    if isinstance(result, (tuple, list, frozenset, set)):
        for kind, item in {type(item): item for item in result}.items():
            if kind not in (str, int, bytes, float, type(None)):
                refuse_mapped(item, depth - 1)
    elif isinstance(result, dict):
        refuse_mapped(list(result.values()), depth - 1)
    else:
        for name in field_names(result):
            refuse_mapped(getattr(result, name), depth - 1)
