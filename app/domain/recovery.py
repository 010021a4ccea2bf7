"""The three paper codes of a register, any two of which open it: how one is written, typed and told apart. Pure."""

from __future__ import annotations

import base64
import hashlib

from app.domain.errors import Refused

CODES = 3
SECRET_BYTES = 15
"""120 random bits a code: nobody guesses one, so it needs no stretching."""
_CHECK = 4
_GROUP = 4
_LOOKALIKE = str.maketrans("018", "OIB")


def write_code(number: int, secret: bytes) -> str:
    """`1-ABCD-…`: the code's number, 24 letters of secret and four that tell a slip of the pen."""
    letters = base64.b32encode(secret).decode("ascii")
    letters += _check(number, letters)
    groups = [letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)]
    return f"{number}-" + "-".join(groups)


def read_code(typed: str) -> tuple[int, bytes]:
    """Number and secret of a code as typed, in any case and spacing. Raises Refused, naming the code's number."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    number, letters = plain[:1], plain[1:].translate(_LOOKALIKE)
    length = SECRET_BYTES * 8 // 5 + _CHECK
    if number not in {"1", "2", "3"} or len(letters) != length:
        raise Refused(
            f"A recovery code has its number, 1 to 3, and {length} letters in groups of four; nothing was changed: "
            "type it as it stands on the sheet."
        )
    secret, check = letters[:-_CHECK], letters[-_CHECK:]
    if _check(int(number), secret) != check:
        raise Refused(
            f"Code {number} has a slip in it; nothing was changed: compare each group with the sheet."
        )
    return int(number), base64.b32decode(secret)


def _check(number: int, letters: str) -> str:
    digest = hashlib.sha256(f"forumdesk recovery code {number} {letters}".encode()).digest()
    return base64.b32encode(digest).decode("ascii")[:_CHECK]
