"""What this computer remembers for one person: where the profile lies and how often a passphrase was wrong.

Never names of prisoners, never a passphrase. `FORUMDESK_PROFILE` moves the folder (tests, a stick).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from platformdirs import user_state_path

from app.domain.backup import BackupPlan
from app.domain.errors import Refused
from app.domain.names import fold
from app.domain.witness import Seen

WRONG_BEFORE_WAIT = 3
WAIT = timedelta(minutes=15)


def profile_folder() -> Path:
    """The folder of this person's settings on this computer."""
    return Path(os.environ.get("FORUMDESK_PROFILE") or user_state_path("forumdesk", "ForumDesk"))


class Attempts(Struct, frozen=True):
    """Wrong passphrases for one register and name on this computer (design/trust.md, "Keys").

    After three the next has to wait fifteen minutes. The count is told to the trail at the person's next
    sign-in, since a failed sign-in has nobody to sign for it.
    """

    register_id: str
    name: str

    def _file(self) -> Path:
        tag = hashlib.sha256(f"{self.register_id}\x00{fold(self.name)}".encode()).hexdigest()[:24]
        return profile_folder() / "attempts" / f"{tag}.json"

    def _read(self) -> tuple[int, datetime | None]:
        try:
            kept = json.loads(self._file().read_text(encoding="utf-8"))
            last = datetime.fromisoformat(kept["last"])
            return int(kept["wrong"]), last if last.tzinfo else last.replace(tzinfo=UTC)
        except (OSError, ValueError, KeyError, TypeError):
            # A profile that cannot be read is a profile without wrong attempts; the register is not in it.
            return 0, None

    def refuse_while_waiting(self, now: datetime) -> None:
        """Raise while three wrong passphrases are less than fifteen minutes old."""
        wrong, last = self._read()
        if wrong and wrong % WRONG_BEFORE_WAIT == 0 and last and timedelta(0) <= now - last < WAIT:
            minutes = int((WAIT - (now - last)).total_seconds() // 60) + 1
            raise Refused(
                f"Three wrong passphrases for this name: wait {minutes} more minute{'s' if minutes > 1 else ''} "
                "on this computer, then try again; nothing in the register was touched."
            )

    def count_wrong(self, now: datetime) -> int:
        """Remember one more wrong passphrase and return how many there are."""
        wrong = self._read()[0] + 1
        file = self._file()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps({"wrong": wrong, "last": now.isoformat()}), encoding="utf-8")
        except OSError:
            # Without a writable profile there is nowhere to count; key stretching still slows a guesser.
            return wrong
        return wrong

    def take(self) -> int:
        """The number of wrong passphrases since the last sign-in."""
        return self._read()[0]

    def clear(self) -> None:
        """Forget them, once the trail has been told. What cannot be forgotten is told twice; nothing was lost."""
        with suppress(OSError):
            self._file().unlink(missing_ok=True)


class KeysPutBack:
    """That a copy was put in the place of a key file here: nobody signed for it, so the next thing done tells it."""

    def __init__(self, register_id: str) -> None:
        self._file = register_folder(register_id) / "keys-put-back.txt"

    def add(self, told: str) -> None:
        """Keep one sentence more. Without a writable profile the register still opens again, untold."""
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text("\n".join(filter(None, (self.take(), told))), encoding="utf-8")

    def take(self) -> str:
        """What waits to be told; empty where nothing does."""
        try:
            return self._file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def clear(self) -> None:
        """It is told. Where the file cannot be removed it is told once more."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


class KeptLooks:
    """Looks at a register that could not be written, sealed, until they can be entered in its trail (need A3)."""

    def __init__(self, whose: str) -> None:
        self._file = profile_folder() / "looks" / f"{whose}.sealed"

    def read(self) -> bytes | None:
        """What was kept; None where nothing was. Raises Refused where it cannot be read: else the next replaced it."""
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Refused(
                f"Looks kept for the trail in {self._file.parent} cannot be read: {error.strerror}; nothing was "
                "opened, and the register is as it was. Put that right and sign in again."
            ) from None

    def write(self, sealed: bytes) -> None:
        """Keep this instead, whole or not at all. Raises Refused where the profile cannot be written: then no look."""
        beside = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(sealed)
            beside.replace(self._file)
        except OSError:
            raise self._refused() from None

    def add(self, sealed: bytes) -> None:
        """Keep this after what is kept: a letter costs the same however many came before it. Raises as `write`."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("ab", buffering=0) as file:
                before = file.tell()
                try:
                    if file.write(sealed) != len(sealed):
                        raise OSError("the disk is full")
                except OSError:
                    file.truncate(before)
                    raise
        except OSError:
            raise self._refused() from None

    def _refused(self) -> Refused:
        return Refused(
            f"The register can only be read, and {self._file.parent} cannot be written either, so this look could "
            "not be kept for the trail; nothing is shown. Free some space there."
        )

    def clear(self) -> None:
        """They are entered. Where the file cannot be removed they are entered once more at the next sign-in."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def register_folder(register_id: str) -> Path:
    """Where this profile keeps what it knows of one register."""
    return profile_folder() / "registers" / register_id


class Witness(Struct, frozen=True):
    """`witness.json`: the last entry of a register that this computer saw, for each folder it was opened in.

    A copy in another folder is another thing than an older one in the same place, so they are kept apart.
    Not secret, and lost without harm: a profile without it notices nothing, and says so in `register check`.
    """

    register_id: str
    folder: Path
    name: str = "witness.json"

    def _file(self) -> Path:
        return register_folder(self.register_id) / self.name

    @property
    def _place(self) -> str:
        return str(self.folder.resolve())

    def _read(self) -> dict[str, Seen]:
        try:
            kept = json.loads(self._file().read_text(encoding="utf-8"))
            return {str(place): _seen(said) for place, said in kept["folders"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # A witness that cannot be read is no witness; the register is whole or not without it.
            return {}

    def seen(self) -> Seen | None:
        """What was last seen in this folder."""
        return self._read().get(self._place)

    def furthest(self) -> Seen | None:
        """What was last seen of this register in any folder."""
        return max(self._read().values(), key=lambda seen: seen.seq, default=None)

    def write(self, seen: Seen) -> None:
        """Remember this, whole or not at all; without a writable profile there is no witness."""
        kept = self._read() | {self._place: seen}
        said = {
            "register": self.register_id,
            "folders": {
                place: {"epoch": each.epoch, "seq": each.seq, "hash": each.hash, "decided": each.decided}
                for place, each in kept.items()
            },
        }
        beside = self._file().with_suffix(".new")
        with suppress(OSError):
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(said), encoding="utf-8")
            beside.replace(self._file())


class KeptKeyFile:
    """`register.keys` beside the witness: the key file as it was at this computer's last sign-in.

    Nothing in it is secret; it is what can be put back where the one beside the register is gone or damaged.
    """

    def __init__(self, register_id: str) -> None:
        self.file = register_folder(register_id) / "register.keys"

    def write(self, data: bytes) -> None:
        """Keep this one, whole or not at all; without a writable profile there is no copy."""
        beside = self.file.with_suffix(".new")
        with suppress(OSError):
            if not self.file.exists() or self.file.read_bytes() != data:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                beside.write_bytes(data)
                beside.replace(self.file)


def registers_seen_in(folder: Path) -> tuple[str, ...]:
    """Which registers this computer's witness knows in a folder: more than one where one took another's place."""
    registers = profile_folder() / "registers"
    if not registers.is_dir():
        return ()
    return tuple(
        each.name for each in sorted(registers.iterdir()) if Witness(each.name, folder).seen() is not None
    )


def _seen(said: Mapping[str, Any]) -> Seen:
    return Seen(
        int(said["epoch"]), int(said["seq"]), str(said["hash"]), tuple(str(each) for each in said["decided"])
    )


def checked_to(register_id: str, folder: Path) -> Witness:
    """`checked.json`: the entry up to which this computer walked the whole trail and found it sound."""
    return Witness(register_id, folder, "checked.json")


class KeptFault:
    """`fault.json`: what a check found wrong with a register, for each folder, until one finds it sound there.

    Without it the next command would save in a register that was found damaged a minute ago.
    """

    def __init__(self, register_id: str, folder: Path) -> None:
        self._file, self._place = register_folder(register_id) / "fault.json", str(folder.resolve())

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))["folders"]
            return {str(place): str(sentence) for place, sentence in kept.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}  # as with the witness: what cannot be read notices nothing

    def read(self) -> str:
        """The sentence; empty where nothing was found."""
        return self._read().get(self._place, "")

    def write(self, sentence: str) -> None:
        """Keep this finding, whole or not at all; an empty one forgets what there was."""
        before = self._read()
        kept = {place: each for place, each in (before | {self._place: sentence}).items() if each}
        if kept == before:
            return
        beside = self._file.with_suffix(".new")
        with suppress(OSError):
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps({"folders": kept}), encoding="utf-8")
            beside.replace(self._file)


class KeptBackupPlan:
    """`backup.json`: how often this computer backs one register up, and where the second copy goes."""

    def __init__(self, register_id: str) -> None:
        self._file = register_folder(register_id) / "backup.json"

    def read(self) -> BackupPlan:
        """What was chosen; once a day and no second place where nothing was."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return BackupPlan(
                int(kept["every_days"]), str(kept["second_place"]), kept.get("at_close", False) is True
            )
        except (OSError, ValueError, KeyError, TypeError):
            return BackupPlan()

    def write(self, plan: BackupPlan) -> None:
        """Keep this. Raises Refused where the profile cannot be written."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            said = {
                "every_days": plan.every_days,
                "second_place": plan.second_place,
                "at_close": plan.at_close,
            }
            self._file.write_text(json.dumps(said), encoding="utf-8")
        except OSError as error:
            raise Refused(
                f"The plan for backups could not be kept in {self._file.parent}: {error.strerror}; it is as it was."
            ) from None
