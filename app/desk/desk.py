"""One signed-in person at one open register: their keys, their connections, and what stands in their way.

What they may do is the door's (`app/desk/door.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.desk.damage import backup_folders, offer_backup
from app.desk.entries import enter_looks, remember, writing
from app.desk.looks import WaitingLooks
from app.domain.backup import FOLDER, SUFFIX, BackupPlan
from app.domain.dates import AUCKLAND
from app.domain.errors import Damaged, ForumDeskError, Refused, WrongKey
from app.domain.names import fold
from app.domain.people import Grant, Office, grant, role_in
from app.domain.register import DamagedRegister
from app.domain.row_seals import Outside
from app.domain.stand_in import NOBODY_HIDDEN, Hidden
from app.domain.witness import Behind, Seen
from app.domain.words import Topic
from app.settings import KeptBackupPlan, KeptFault, KeptKeyFile, Witness, checked_to
from db import case_keys, connect, epochs, founding, guard, readers_view, row_seals
from db.keys import Opened
from db.offices import offices_of
from db.work import Engine

if TYPE_CHECKING:
    from app.desk.door import UseCase


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
                opens=self.open_texts if whole or not read_only else None,
            )
            if not read_only:
                row_seals.watch(self._engines[kind])
        return self._engines[kind]

    def _prepare(self, connection: Any) -> tuple[object, connect.Authorizer]:
        hidden, guard_of_views = readers_view.prepare(connection, self.asking)
        self.open_texts(connection, hidden)
        return hidden, guard_of_views

    def open_texts(self, connection: Any, hidden: Hidden = NOBODY_HIDDEN) -> None:
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
            return offices_of(connection, self.opened.keys.user_id)

    def may(
        self, case: UseCase[Any, Any], forum: str | None = None, offices: tuple[Office, ...] | None = None
    ) -> bool:
        """Whether this person may, so that a button can be greyed by the rule that will be asked.

        `offices` are those that `offices()` gave before: many buttons are greyed by one look at the register.
        """
        if self.reading_only and not case.looks and not self.decides(case):
            return False
        today = self.now().astimezone(AUCKLAND).date()
        role = role_in(self.offices() if offices is None else offices, forum, today)
        return role is not None and grant(case.permission, role) in (Grant.YES, Grant.LIMITED)

    def decides(self, case: UseCase[Any, Any]) -> bool:
        """Whether a use case is the way out of what stands in the way of all others."""
        return bool(self.behind and case.while_behind) or bool(
            self.fault and not self.behind and case.while_fault and connect.can_write(self.path)
        )

    def decided(self, case: UseCase[Any, Any]) -> None:
        """A use case was the way out of what stood in the way: of an older copy, or of what a check found."""
        if not self.decides(case):
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

        A look that still goes on is entered to its last letter first; not in a register that a fault was found in.
        """
        if (spell := self.looks.spell) is not None and not self.reading_only:
            with suppress(ForumDeskError), connect.engine_errors(self.path), writing(self) as session:
                enter_looks(self, session, spell.role, self.looks.now)
                remember(self, session)
        self.looks.end()
        # Their statements are many, and whoever still knows this desk would keep them all.
        for engine in self._engines.values():
            engine.dispose()
        self._engines.clear()
        self.opened.register_key[:] = bytes(len(self.opened.register_key))
        self.case_keys.clear()
