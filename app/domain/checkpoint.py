"""A checkpoint of the trail on paper: how one is written, typed in again and told apart (trust.md, "Trail"). Pure.

Twenty groups of four base32 letters. Three letters of a group are its part of a hash over head, register, number and
time, and of the entry's number; the fourth tells a slip of the pen, and of a group in another's place.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

from app.domain.errors import Refused

_DOMAIN = b"forumdesk checkpoint 2\x00"
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LOOKALIKE = str.maketrans("018", "OIB")
GROUPS, SHORT_GROUPS = 20, 4
_HASH_LETTERS, _NUMBER_LETTERS = 53, 7
"""265 bits of the hash, then 35 bits of the number: paper alone says which entry it is about."""


_WORD = re.compile(r"[^\s\-\u2013\u2014.·;:'\"`]+")
"""What stands between blanks and the usual marks: one group, also where a letter of it is none."""


class Checkpoint(NamedTuple):
    """The head of the trail at a moment, as it stands on paper: twenty groups, or four in short form."""

    seq: int
    at: str
    head: str
    full: str

    @property
    def short(self) -> str:
        """Number and first four groups: what a pack cover bears."""
        return f"{self.seq}-{'-'.join(self.full.split()[:SHORT_GROUPS])}"

    @property
    def paper(self) -> str:
        """All groups and what they are about: what minutes bear."""
        return f"{self.full} · entry {self.seq:,} of {self.at}"


class TypedCheckpoint(NamedTuple):
    """A checkpoint as somebody typed it from paper: the number of its entry, and the groups of its hash."""

    seq: int
    groups: tuple[str, ...]

    def agrees(self, full: str) -> bool:
        """Whether these are the groups of an entry, or the first of them in short form."""
        return tuple(full.split()[: len(self.groups)]) == self.groups


def write_checkpoint(register_id: str, seq: int, at: str, head: str) -> str:
    """Twenty groups over head, register, number and time; they end in the number."""
    digest = hashlib.sha384(_DOMAIN + f"{register_id}\x00{seq}\x00{at}\x00{head}".encode()).digest()
    number = "".join(_ALPHABET[seq >> 5 * place & 31] for place in reversed(range(_NUMBER_LETTERS)))
    letters = base64.b32encode(digest).decode("ascii")[:_HASH_LETTERS] + number
    parts = [letters[start : start + 3] for start in range(0, len(letters), 3)]
    return " ".join(part + _check(place, part) for place, part in enumerate(parts))


def read_checkpoint(typed: str) -> TypedCheckpoint:
    """What was typed, in any case and spacing: twenty groups, or number and four. Raises Refused, naming the groups
    that have a slip in them.
    """
    words = _WORD.findall(typed.upper().replace(",", ""))
    if len(words) == SHORT_GROUPS + 1 and words[0].isdecimal():
        return TypedCheckpoint(int(words[0]), _checked(words[1:]))
    joined = "".join(words)
    if len(joined) == GROUPS * 4:
        words = [joined[start : start + 4] for start in range(0, len(joined), 4)]
    if len(words) != GROUPS:
        raise Refused(
            f"A checkpoint has {GROUPS} groups of four letters, or a number and {SHORT_GROUPS} groups; "
            f"{len(words)} were typed and nothing was compared: type it as it stands on the paper."
        )
    groups = _checked(words)
    letters = "".join(group[:3] for group in groups)[_HASH_LETTERS:]
    seq = 0
    for letter in letters:
        seq = seq << 5 | _ALPHABET.index(letter)
    return TypedCheckpoint(seq, groups)


def _checked(words: list[str]) -> tuple[str, ...]:
    groups = tuple(word.translate(_LOOKALIKE) for word in words)
    wrong = [
        f"{place + 1} ({words[place]})"
        for place, group in enumerate(groups)
        if len(group) != 4 or not set(group) <= set(_ALPHABET) or _check(place, group[:3]) != group[3]
    ]
    if wrong:
        which = "Group" if len(wrong) == 1 else "Groups"
        has = "has" if len(wrong) == 1 else "have"
        raise Refused(
            f"{which} {', '.join(wrong)} {has} a slip; nothing was compared: look at the paper again."
        )
    return groups


def _check(place: int, part: str) -> str:
    """Odd weights, so that one wrong letter always tells, and the place, so that two groups cannot change places."""
    total = sum(weight * _ALPHABET.index(letter) for weight, letter in zip((1, 3, 7), part, strict=True))
    return _ALPHABET[(total + place) % 32]
