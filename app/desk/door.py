"""THE DOOR: a signed-in person at an open register, and the only way into a use case.

Permission, one transaction, and a signed trail entry are one mechanism that no use case can leave out
(need A2; design/architecture.md, "The door").
"""

from __future__ import annotations

import inspect
import platform
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, is_dataclass
from datetime import UTC, datetime
from functools import update_wrapper
from importlib.metadata import version
from pathlib import Path
from typing import Any, Concatenate, Generic, NamedTuple, NoReturn, ParamSpec, TypeVar

from app.desk.damage import backup_folders, offer_backup
from app.desk.looks import Look, Spell, WaitingLooks, event_of
from app.domain.backup import FOLDER, SUFFIX, BackupPlan
from app.domain.dates import AUCKLAND
from app.domain.errors import Busy, Damaged, ForumDeskError, NotPermitted, Refused, Unreachable, WrongKey
from app.domain.names import fold
from app.domain.people import Grant, Office, Permission, grant, role_in, whom_to_ask
from app.domain.register import DamagedRegister
from app.domain.row_seals import Outside
from app.domain.stand_in import NOBODY_HIDDEN, Hidden, in_words
from app.domain.trail import canonical
from app.domain.witness import Behind, Seen, next_seen
from app.domain.words import Role, Topic
from app.settings import Attempts, KeptBackupPlan, KeptFault, KeptKeyFile, KeysPutBack, Witness, checked_to
from db import (
    case_keys,
    case_seals,
    connect,
    drifts,
    epochs,
    founding,
    guard,
    readers_view,
    role_guard,
    row_seals,
    trail,
    work,
)
from db.keys import Opened
from db.work import Connection, Engine, Session, Work

P = ParamSpec("P")
R = TypeVar("R")

BUILD = version("forumdesk")


def clock() -> datetime:
    """Now. The one place where the program asks the computer's clock."""
    return datetime.now(UTC)


@dataclass(eq=False)
class Desk:
    """One signed-in person at one open register. Holds the raw key for as long as it is open."""

    folder: Path
    opened: Opened
    now: Callable[[], datetime] = clock
    wrong_before: int = 0
    changed: list[Callable[[frozenset[Topic]], None]] = field(default_factory=list)
    recovery_codes: tuple[str, ...] = ()
    """The paper codes of a register made just now, to be printed once; they are kept nowhere."""
    keys_put_back: str = ""
    """That a key file was put back on this computer, for the entry of this sign-in."""
    unconfirmed: bool = False
    """The disk did not confirm what was saved last: it stands, and may still go with a power cut that follows."""
    told: bool = False
    """Whether the trail has been told of this sign-in; it is, together with the first thing done."""
    reading_only: bool = False
    """The folder or share gives no right to write: looks are kept for the trail, changes are refused."""
    behind: Behind | None = None
    """An older copy lies in the register's place: it is only read until a chair has decided."""
    fault: str = ""
    """What a check on this computer found wrong with the register, as a sentence; then nothing more is saved."""
    key_waits: str = ""
    """That a change of the register's key could not be finished at this sign-in, and why; all else works on."""
    outside: Outside | None = None
    """Rows that a check found changed outside: their cases are marked."""
    elsewhere: Behind | None = None
    """This computer has seen more of this register in another folder: this one is a copy."""
    looks: WaitingLooks = field(init=False)
    """Looks that are not in the trail yet."""
    case_keys: case_keys.Known = field(default_factory=dict, repr=False)
    """Keys of restricted cases that this person's keys opened since sign-in."""
    _engines: dict[tuple[bool, bool], Engine] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.looks = WaitingLooks(self.opened)

    @property
    def name(self) -> str:
        return self.opened.name

    @property
    def whose(self) -> str:
        """A digest of this person at this register, for names of files in a profile."""
        return self.opened.whose

    def seal(self, plain: bytes) -> bytes:
        """Seal what only this person may read again: half-typed text over a lock."""
        return self.opened.seal(plain)

    def unseal(self, sealed: bytes) -> bytes | None:
        """What `seal` sealed; None where it is somebody else's or damaged."""
        return self.opened.unseal(sealed)

    @property
    def path(self) -> Path:
        return self.folder / connect.FILE_NAME

    def engine(self, *, read_only: bool, whole: bool = False) -> Engine:
        """A fresh connection each time: the raw key makes it cheap (design/architecture.md).

        The engine itself stays, since it remembers statements it has put together: half of a small piece of work.
        One that looks shows nobody whom this person may not read; `whole` is for what must see the register as it is
        (need A4, db/readers_view.py).
        """
        opened = self.opened
        connect.settle_a_stop(self.path, opened.register_key, *(key for _epoch, key in opened.held))
        kind = read_only, whole
        if kind not in self._engines:
            self._engines[kind] = connect.engine_for(
                self.path,
                self.opened.register_key,
                read_only=read_only,
                authorizer=guard.reader_guard if read_only else guard.writer_guard,
                prepare=self._prepare if read_only and not whole else None,
                opens=self._open_texts if whole or not read_only else None,
            )
            if not read_only:
                row_seals.watch(self._engines[kind])
        return self._engines[kind]

    def _prepare(self, connection: Any) -> tuple[object, connect.Authorizer]:
        hidden, guard_of_views = readers_view.prepare(connection, self.asking)
        self._open_texts(connection, hidden)
        return hidden, guard_of_views

    def _open_texts(self, connection: Any, hidden: Hidden = NOBODY_HIDDEN) -> None:
        """Have a connection open what is sealed to this person; whom it hides is masked before anything is opened."""
        opened = self.opened
        ring = case_keys.ring_of(connection.execute, opened.register_id, opened.keys, self.case_keys)
        case_keys.open_on(connection, ring, hidden.ids)

    @property
    def asking(self) -> readers_view.Who:
        """This person and this moment, by which it is told whom they may read."""
        at = self.now()
        return readers_view.Who(self.opened.keys.user_id, fold(self.name), at, at.astimezone(AUCKLAND).date())

    def offices(self) -> tuple[Office, ...]:
        """The offices of this person as the register holds them now, so that the window can name the role."""
        with connect.engine_errors(self.path), self.engine(read_only=True).connect() as connection:
            return work.offices_of(connection, self.opened.keys.user_id)

    def may(
        self, case: UseCase[Any, Any], forum: str | None = None, offices: tuple[Office, ...] | None = None
    ) -> bool:
        """Whether this person may, so that a button can be greyed by the rule that will be asked.

        `offices` are those that `offices()` gave before: many buttons are greyed by one look at the register.
        """
        if self.reading_only and not case.looks and not self._decides(case):
            return False
        today = self.now().astimezone(AUCKLAND).date()
        role = role_in(self.offices() if offices is None else offices, forum, today)
        return role is not None and grant(case.permission, role) in (Grant.YES, Grant.LIMITED)

    def _decides(self, case: UseCase[Any, Any]) -> bool:
        """Whether a use case is the way out of what stands in the way of all others."""
        return bool(self.behind and case.while_behind) or bool(
            self.fault and not self.behind and case.while_fault and connect.can_write(self.path)
        )

    def decided(self, case: UseCase[Any, Any]) -> None:
        """A use case was the way out of what stood in the way: of an older copy, or of what a check found."""
        if not self._decides(case):
            return
        if case.while_behind:
            self.behind = None
        else:
            self.fault = ""
        self.reading_only = bool(self.behind or self.fault) or not connect.can_write(self.path)

    def offered(self, damage: Damaged) -> Damaged:
        """With the newest backup; of an older copy in the register's place a chair decides first."""
        return damage if self.behind else offer_backup(damage, self.folder)

    def renew_key(self) -> bool:
        """Take the register's key anew from the key file: somebody's access was ended elsewhere, and it changed.

        False where it is the same key. Raises Refused where this person has no place in the key file any more.
        """
        try:
            held = epochs.held_keys(self.folder, self.opened.register_id, self.opened.keys)
            left = not held and epochs.has_left(self.folder, self.opened.register_id, self.opened.keys)
        except (Damaged, WrongKey):
            return False
        if left:
            raise Refused("Your access to this register has ended; nothing was changed. Ask a chair.")
        keys = dict(held)
        try:
            # While a change of key is not finished there are two, and the newest is not the one in force.
            key = keys[founding.under_which(self.path, keys)[0]] if keys else self.opened.register_key
        except (Damaged, Refused):
            return False
        if key == self.opened.register_key:
            return False
        self.looks.open.let_go()
        self.opened.register_key[:] = key
        return True

    def take_fault(self, sentence: str) -> None:
        """From here on the register is only read on this computer, also after the next sign-in; an empty one ends it.

        A check that finds it sound ends it, and so does restoring.
        """
        KeptFault(self.opened.register_id, self.folder).write(sentence)
        self.fault = sentence
        self.reading_only = bool(sentence or self.behind) or not connect.can_write(self.path)

    def take_check(self, found: Damaged | None) -> None:
        """What a check of everything found, None where the register is sound: damage is kept, single cases are marked.

        An older copy in the register's place is no fault of the file: a chair decides about it.
        """
        if self.behind is None:
            self.outside = found.outside if isinstance(found, DamagedRegister) else None
            marks = isinstance(found, DamagedRegister) and found.marks_alone
            self.take_fault("" if found is None or marks else found.sentence)

    @property
    def seen(self) -> Seen | None:
        """The last entry that this computer saw confirmed in this folder."""
        return Witness(self.opened.register_id, self.folder).seen()

    @property
    def kept_keys(self) -> Path:
        """This computer's own copy of the key file, with which a check compares the present one's places."""
        return KeptKeyFile(self.opened.register_id).file

    @property
    def checked(self) -> Seen | None:
        """The entry up to which the trail was walked here before: the check at rest goes on from it."""
        return checked_to(self.opened.register_id, self.folder).seen()

    def keep_checked(self, seen: Seen) -> None:
        """The trail was walked to this entry and further, and is sound."""
        checked_to(self.opened.register_id, self.folder).write(seen)

    @property
    def backup_plan(self) -> BackupPlan:
        """How often this computer backs the register up, and where a second copy goes."""
        return KeptBackupPlan(self.opened.register_id).read()

    def plan_backups(self, plan: BackupPlan) -> None:
        """Keep another plan, from the next sign-in on. Raises Refused where it is none or cannot be written."""
        plan.check()
        KeptBackupPlan(self.opened.register_id).write(plan)

    @property
    def backup_folders(self) -> list[Path]:
        """Where backups of this register are looked for: beside it, then in the second place."""
        return backup_folders(self.folder, self.opened.register_id)

    def next_backup(self) -> Path:
        """The name the next backup gets in the register's own folder, by the New Zealand clock."""
        at = self.now().astimezone(AUCKLAND)
        return self.folder / FOLDER / f"{self.folder.name}-{at:%Y-%m-%d-%H%M%S}{SUFFIX}"

    def goes_on(self, case: UseCase[Any, Any], forum: str | None) -> bool:
        """Whether a look of this use case would go on from one that is entered (decision 0036)."""
        spell = self.looks.spell
        return spell is not None and spell.holds(case.room, forum, self.now())

    def close(self) -> None:
        """Overwrite the raw key. Restarting the program is the only wipe that can be promised.

        A look that still goes on is entered to its last letter first.
        """
        if (spell := self.looks.spell) is not None:
            with suppress(ForumDeskError), connect.engine_errors(self.path), writing(self) as session:
                _enter_looks(self, session, spell.role, self.looks.now)
                remember(self, session)
        self.looks.end()
        self.opened.register_key[:] = bytes(len(self.opened.register_key))
        self.case_keys.clear()


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
        offices = work.offices_of(connection, desk.opened.keys.user_id)
        standing = self._in_forum(desk, offices, work.forum_of(connection, bound.arguments))
        if self.looks and standing.granted is not Grant.YES:
            # A case proposed to another forum may be looked at there too, and nothing more (need R11).
            other = work.proposed_forum(connection, bound.arguments)
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
        engine, looks = desk.engine(read_only=True, whole=self.whole), desk.looks
        if not (self.begins or self.goes_on):
            return self._look_on(engine, desk, bound)
        if looks.spell is None or looks.spell.over(desk.now()):
            looks.open.let_go()
        with looks.open.lent(engine, desk.path, desk.asking, desk._open_texts) as connection:
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
        work.refuse_hidden(connection, bound.arguments, hidden)
        doing = self._work(desk, session, standing, 0, hidden)
        role_guard.narrow(connection, Role(doing.role), self.permission, looks=True)
        with hidden.in_refusals():
            result = hidden.mask(self.function(doing, *bound.args[1:], **bound.kwargs))
        if case_keys.left_sealed(session.connection()):  # a look that paused has another one by now
            result = in_words(result)
        return result, standing, doing.note

    def _enter_look(self, desk: Desk, standing: Standing, note: work.Note) -> None:
        """Into the register; or, while it cannot be written or a look goes on, sealed into the profile until then."""
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
            with connect.engine_errors(desk.path), writing(desk) as session:
                _enter(desk, session, self, standing, note)
        except Unreachable:  # a disk that is full keeps nobody from reading
            desk.looks.keep(look)
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
        if desk.reading_only and not desk._decides(self):
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
                    work.refuse_hidden(session.connection(), bound.arguments, hidden)
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
                _enter(desk, session, self, standing, doing.note, waiting=waiting)
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
            with connect.engine_errors(desk.path), writing(desk) as session:
                _enter(desk, session, self, standing, note, event=f"refused: {self.name}")
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
) -> Callable[[Callable[Concatenate[Work, P], R]], UseCase[P, R]]:
    """Make a function a use case.

    `looks` gives it a connection that cannot write; `discloses` fails unless it entered the ledger;
    `while_behind` lets it decide about an older copy in the register's place, `while_fault` about a fault found;
    `whole` looks at the register as it is, restricted cases too: it checks or counts, and `Hidden.mask` alone stands
    before what it hands out; `names_hidden` may be asked about somebody whom the person asking may not read: it is
    for breaking glass; a look that `begins` is entered at once, and one of its room that `goes_on`, letter by letter,
    is entered with whatever comes after it.
    The forum it is about is read from its own arguments `forum`, `meeting`, `prn`, `exchange`,
    `code`, `codes`, `action`, `incoming` or `source`.
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
        )

    return decorate


def all_use_cases() -> tuple[UseCase[Any, Any], ...]:
    """Every use case whose room has been imported, by name: what the golden permission table is printed from."""
    return tuple(_ALL[name] for name in sorted(_ALL))


def writing(desk: Desk) -> work.Writing:
    return work.Writing(desk.folder, desk.engine(read_only=False))


def _enter(
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
    _enter_looks(desk, session, role, desk.looks.now if waiting is None else waiting)


def entered(desk: Desk, session: Session) -> None:
    """An entry stands in the trail once its transaction does."""
    remember(desk, session)
    work.after_commit(session, lambda: told_trail(desk))


def _enter_looks(desk: Desk, session: Session, role: str, waiting: tuple[Look, ...]) -> None:
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
        body = body | row_seals.seal(connection)
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
    elif is_dataclass(result):
        for name in result.__dataclass_fields__:
            refuse_mapped(getattr(result, name), depth - 1)
