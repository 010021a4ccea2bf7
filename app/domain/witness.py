"""What this computer last saw of a register, and how an old copy put in its place is noticed. Pure.

The encryption cannot tell an old copy from the present one: both are whole. A computer that remembers the
last entry it saw can (design/trust.md, "Files of a register").
"""

from __future__ import annotations

from typing import NamedTuple


class Seen(NamedTuple):
    """The last entry of a register's trail that this computer saw confirmed, and the key in force then.

    `decided` are the hashes of those entries by which a chair had decided to go on with an older copy.
    """

    epoch: int
    seq: int
    hash: str
    decided: tuple[str, ...] = ()


class Decision(NamedTuple):
    """An entry by which a chair went on with an older copy; `lost` is the number of the last entry given up."""

    hash: str
    lost: int


class Asked(NamedTuple):
    """An administrator's restoring: the last entry kept, and the last one given up."""

    kept: int
    lost: int
    lost_hash: str


class Standing(NamedTuple):
    """What the register says of itself: its last entry, and its entry of the number that was seen."""

    epoch: int
    seq: int
    hash: str
    at_seen: str | None
    """The hash of the entry that bears the number seen; None where there is none."""
    decisions: tuple[Decision, ...]
    asked: Asked | None = None
    """An administrator restored a backup, and no chair has confirmed it yet."""


class Behind(NamedTuple):
    """The register in this folder is older than what this computer saw in it, or of another past."""

    seen: Seen
    seq: int
    """The number of the register's own last entry."""
    restored: bool = False
    """It was restored by an administrator; a chair has yet to confirm."""

    @property
    def numbers(self) -> str:
        """Both numbers, in words."""
        if self.restored:
            return f"it was restored to entry {self.seq:,}; entries up to {self.seen.seq:,} would be given up"
        if self.seq < self.seen.seq:
            return (
                f"it ends with entry {self.seq:,}, but this computer has seen entry {self.seen.seq:,} of it"
            )
        return (
            f"its entry {self.seen.seq:,} is not the one this computer has seen, "
            f"though it goes on to entry {self.seq:,}"
        )

    @property
    def sentence(self) -> str:
        """For the person at the screen."""
        if self.restored:
            return (
                f"This register waits for a chair: {self.numbers}. It can be read, nothing can be saved until a chair "
                "confirms (forumdesk register keep-older --reason …)."
            )
        return (
            f"An older copy of this register lies in its place: {self.numbers}. It can be read, nothing can be "
            "saved: put the newer one back, or have a chair decide (forumdesk register keep-older)."
        )


EVENTS = ("keep_older", "restore_register")
"""The entries that are such decisions."""
ASKING = "ask_restore"
"""The entry of an administrator's restoring."""


def behind(seen: Seen | None, now: Standing) -> Behind | None:
    """Whether the register is behind what was seen of it; None where it is not, or a chair has decided since.

    A decision counts where it was made after this computer last looked, and gave up at least what it had seen.
    """
    if now.asked is not None:
        return Behind(Seen(now.epoch, now.asked.lost, now.asked.lost_hash), now.asked.kept, restored=True)
    if seen is None or (now.at_seen == seen.hash and now.epoch >= seen.epoch):
        return None
    if any(each.hash not in seen.decided and each.lost >= seen.seq for each in now.decisions):
        return None
    return Behind(seen, now.seq)


def next_seen(now: Standing) -> Seen:
    """What this computer remembers of the register from here on, to tell an older copy of it next time."""
    return Seen(now.epoch, now.seq, now.hash, tuple(each.hash for each in now.decisions))
