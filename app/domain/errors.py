"""What can go wrong, as types. Each carries one sentence: what is wrong, where, what is safe, what to do.

The exit code of each stands in design/formats.md section 5. A sentence may name a file, a row and
a heading; it goes to the person at the screen, never to a log.
"""

from __future__ import annotations


class ForumDeskError(Exception):
    """The one base of every error that a person may read. `sentence` is what they read."""

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(ForumDeskError):
    """The thing asked for is invalid or not possible now. Nothing was changed."""

    exit_code = 1


class NotFound(Refused):
    """What was named is not in the register."""


class Overtaken(Refused):
    """Somebody else changed the same value meanwhile. Both texts are kept: theirs here, the other with its writer."""

    def __init__(self, sentence: str, theirs: str, field: str) -> None:
        super().__init__(sentence)
        self.theirs = theirs
        self.field = field
        """Which of the values that were to be written, by the name it was given under."""


class Busy(Refused):
    """Somebody else is writing; nothing was changed and trying again later is right."""


class Unreachable(Refused):
    """The place the register lies in does not answer or cannot be written: what is typed waits for it."""


class NotPermitted(ForumDeskError):
    """This person may not do this in this forum. The refusal itself is entered in the trail."""

    exit_code = 3


class Damaged(ForumDeskError):
    """The register or its key file is damaged or was tampered with."""

    exit_code = 4
    restorable = False
    """Whether it is the register's own file, so that a backup of it is what there is to go back to."""
    backup = ""
    """The newest backup to go back to, where the door found one."""
    key_copy = ""
    """A whole copy of the key file, in words, where that is what is damaged and the door found one."""


class DamagedFile(Damaged):
    """The register's own file does not hold."""

    restorable = True


UNCONFIRMED = (
    "Saved, but the disk did not confirm it, so a power cut now could still take it: keep a copy of what you entered "
    "until your next sign-in on this computer, which says so if it was lost; and have the disk looked at."
)
"""Told beside what was done: it stands, and only the disk knows for how long (docs/decisions/0034)."""


class Unconfirmed(ForumDeskError):
    """Something was saved and the disk did not confirm it. Never raised by the door: told beside the result."""

    exit_code = 0

    def __init__(self) -> None:
        super().__init__(UNCONFIRMED)


class WrongKey(ForumDeskError):
    """Name or passphrase was not accepted, or the key file belongs to another register."""

    exit_code = 4
    tries_left: int | None = None
    """How many more tries this computer allows before the wait, where that is known."""
