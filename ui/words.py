"""Every sentence that more than one screen says, and every error as a sentence.

A sentence says what happened, what is safe and what to do; never a code alone (design/screens.md, "Errors").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.domain.errors import ForumDeskError, WrongKey
from ui.tongue import tr

if TYPE_CHECKING:
    from datetime import datetime

PROGRAM = "ForumDesk"
READING_ONLY = tr("READING ONLY: changes cannot be saved")
OLDER_BAND = tr("AN OLDER COPY OF THE REGISTER, READING ONLY")
FAULT_BAND = tr("THE REGISTER IS DAMAGED: nothing is saved")
OLDER = tr(
    "An older copy of this register lies in its place: {numbers}. Nothing can be saved until a chair decides. "
    "Put the newer file back, or have the chair keep the older one."
)
A_COPY = tr(
    "This is a copy of the register: elsewhere, {numbers}. Check that it is the one you mean to work in."
)
TEXT_BACK = tr(
    "ForumDesk stopped while you were typing. Your text of {at} is back where it was; it is not saved yet."
)
FORM_BACK = tr("What you typed here before is back. It is not saved yet.")
BEGIN_ANEW = tr("Begin anew")
FORM_KEPT = tr("Not saved. What you typed comes back when you open that form again.")
FORM_WAITS = tr("“{title}” was open and is not saved. Your text is back in it when you open it again.")
LOCK_SOON = tr("ForumDesk locks in {seconds} seconds because nobody is using it. Press any key to stay.")
LOCKED = tr("What you had typed is kept until you sign in again.")
TYPED_LOST = tr(
    "What you had typed could not be kept, because this computer's disk took no more; whatever was saved is safe. Make "
    "room before you type it again."
)
CLOSING = tr("Finishing what is being saved …")
BACKING_UP = tr("backing up")
BACKUP_FIRST = tr(
    "ForumDesk closes once the backup is made and verified. Close it again to leave without one."
)
RESTORE = tr("Restore into a new folder…")
FROM_BACKUP = tr("R&estore from a backup…")
PUT_BACK = tr("Put the copy back")
NOT_ACCEPTED = tr("Name or passphrase not accepted; the register is as it was.")
CAPS_LOCK = tr("Caps Lock is on")
TRAINING = tr("TRAINING: made-up people")
NO_FORUM = tr("no forum yet")
NO_MEETING = tr("no meeting scheduled")


PLACES = {
    "action list": tr("“Actions” on the case"),
    "address list": tr("“Addresses” on the case"),
    "case find": tr("the search box under “Cases”"),
    "case flag": tr("“Raise a flag…” on the case"),
    "case open": tr("“New case…” under “Cases”"),
    "case take-in": tr("“Take in…” under “Left out”"),
    "disposal approve": tr("“Destroy…” under “Keeping and disposal”"),
    "disposal class": tr("“Classes” under “Keeping and disposal”"),
    "disposal list": tr("the disposals under “Keeping and disposal”"),
    "extract import": tr("“Import…” under “Cases”"),
    "hearing record": tr("“Record a hearing…” on the case"),
    "meeting agenda": tr("its agenda under “Meetings”"),
    "meeting list": tr("“Meetings”"),
    "meeting schedule": tr("“Schedule a meeting…” under “Meetings”"),
    "police import": tr("“Import returned file…” under “Police exchange”"),
    "police link": tr("“Whose row is this?” in the review"),
    "police list": tr("“Police exchange”"),
    "disclosure grounds": tr("“Ask…” under “Disclosures asked for”"),
    "disclosure propose": tr("“Propose…” under “Disclosures asked for”"),
    "disclosure requests": tr("“Disclosures asked for”"),
    "police review": tr("the review under “Police exchange”"),
    "register put-back-keys": f"“{PUT_BACK}”",
    "register restore": f"“{RESTORE}”",
    "source list": tr("“Sealed sources…” on the case"),
    "user request": tr("“Ask for access” at the sign-in window"),
}
"""Where the window does what a command does: advice in an error is given in the words of whoever reads it."""
ROOMS = {
    "action": tr("“Actions” on the case"),
    "address": tr("“Addresses” on the case"),
    "brief": tr("“Front-line briefs” under “Meetings”"),
    "case": tr("“Cases”"),
    "condition": tr("the release plan on the case"),
    "consent": tr("the release plan on the case"),
    "disclosure": tr("“Disclosures”"),
    "extract": tr("“Import…” under “Cases”"),
    "figures": tr("“Figures”"),
    "hearing": tr("the hearings on the case"),
    "meeting": tr("“Meetings”"),
    "need": tr("the release plan on the case"),
    "pack": tr("“Packs and copies”"),
    "plan": tr("the release plan on the case"),
    "police": tr("“Police exchange”"),
    "trail": tr("“Trail”"),
    "user": tr("“People”"),
}
"""The same by the group of a command, where no nearer place is named."""
_COMMAND = re.compile(r"`forumdesk (([a-z]+)(?: [a-z-]+)?)[^`]*`")


def in_the_window(sentence: str) -> str:
    """A refusal's sentence with the window's places for commands; a command that has no place here stays."""

    def place(found: re.Match[str]) -> str:
        return PLACES.get(found[1]) or ROOMS.get(found[2], found[0])

    return _COMMAND.sub(place, sentence)


class Told(str):
    """What a person reads of an error. `details` are its kind and place: what may be copied, since it names nobody."""

    details: str

    def __new__(cls, sentence: str, details: str) -> Told:
        made = super().__new__(cls, sentence)
        made.details = details
        return made


def sentence_of(error: Exception) -> Told:
    """What a person reads of an error. A fault of ours is kept, and told without a value."""
    if isinstance(error, ForumDeskError):
        return Told(
            in_the_window(error.sentence),
            tr("{name} at {place}", name=type(error).__name__, place=_place(error)),
        )
    from app import logs

    event = logs.enter(error).words
    return Told(
        tr(
            "Something went wrong inside ForumDesk ({event}). "
            "What was being done was not saved; everything before it is. "
            "Try again, and tell whoever looks after ForumDesk if it comes back.",
            event=event,
        ),
        event,
    )


def _place(error: Exception) -> str:
    """The file and line that refused."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    if at is None:
        return tr("an unknown place")
    file = at.tb_frame.f_code.co_filename.replace(chr(92), "/").rpartition("/")[2]
    return tr("{file} line {tb_lineno}", file=file, tb_lineno=at.tb_lineno)


def wrong_key(error: WrongKey, tries_left: int | None) -> str:
    """A wrong passphrase, with how many tries are left before the wait where that is known."""
    if tries_left is None:
        return in_the_window(error.sentence)
    if tries_left == 0:
        return tr(
            "{not_accepted} That was the third try: wait 15 minutes on this computer, then try again.",
            not_accepted=NOT_ACCEPTED,
        )
    tries = {1: tr("One try"), 2: tr("Two tries")}[tries_left]
    return tr(
        "{not_accepted} {tries} left before a 15-minute wait. Check the spelling of both, and Caps Lock.",
        not_accepted=NOT_ACCEPTED,
        tries=tries,
    )


def saved_at(moment: datetime) -> str:
    from app.domain.dates import (
        AUCKLAND,
    )  # nothing is dated before somebody is in: the first window comes first

    return tr("Saved {moment:%H:%M}", moment=moment.astimezone(AUCKLAND))


def backed_up(at: datetime | None, now: datetime) -> str:
    """`backup today 08:05 ✓`, `backup 24/11/2026`, `no backup yet`: a tick stands for today's alone."""
    if at is None:
        return tr("no backup yet")
    from app.domain.dates import AUCKLAND, show_date

    then, today = at.astimezone(AUCKLAND), now.astimezone(AUCKLAND).date()
    return (
        tr("backup today {then:%H:%M} ✓", then=then)
        if then.date() == today
        else tr("backup {then}", then=show_date(then.date()))
    )


def of(count: int, total: int, what: str, whats: str | None = None) -> str:
    """`7 of 63 cases`."""
    return tr("{count:,} of {total:,} {things}", count=count, total=total, things=_things(total, what, whats))


def counted(count: int, what: str, whats: str | None = None) -> str:
    """`1 case`, `63 cases`, `no cases`. `what` and `whats` are written here in English, not through `tr`."""
    things = _things(count, what, whats)
    return tr("{count:,} {things}", count=count, things=things) if count else tr("no {things}", things=things)


def lost(days: int) -> str:
    """`41 days lost`, `1 day gained`: how a moved date changes the time left for planning (need T2)."""
    told = counted(abs(days), "day")
    return tr("{told} lost", told=told) if days > 0 else tr("{told} gained", told=told)


def _things(count: int, what: str, whats: str | None) -> str:
    return tr(what if count == 1 else whats or f"{what}s")


def capital(text: str) -> str:
    """Words as they begin a sentence; what follows stays as it is written."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """Words as they stand inside a sentence: a code (PRN) and a name (Police) keep their capital."""
    first = text.partition(" ")[0]
    return text if first in _NAMES or first[1:2].isupper() else text[:1].lower() + text[1:]


_NAMES = frozenset({"Board", "Corrections", "Police"})


def no_screen_yet(title: str, command: str) -> tuple[str, str]:
    """What an empty section says: honest, and with the command that does it meanwhile."""
    return (
        tr("{title} has no screen yet", title=title),
        tr("From a terminal the same work is done by:  {command}", command=command),
    )
