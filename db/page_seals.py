"""The seals of a file's pages, looked at beside the engine: what tells a copy that came out whole.

The engine's own check of them clears its memory byte by byte before each page, which takes longer than sealing does
(docs/decisions/0035). It is asked where a register is checked and a backup proved; a copy that was just made is looked
at here, by other code than that which wrote it. Only for a file that nobody else has open: closing it would drop the
engine's locks on POSIX.
"""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from db.connect import PAGE_SIZE

_SALT_BYTES = 16
"""The file begins with them, unsealed; each page ends with its seal."""
_SEAL_BYTES = 64
_SALT_MASK = 0x3A
_PASSES = 2
_BLOCK_BYTES = 128
"""What SHA-512 takes at once, and so how long HMAC makes its key."""
_NEVER_WRITTEN = 0x40000000 // PAGE_SIZE + 1
"""The page over the bytes that the engine locks, in files of more than 1 GiB."""
_AT_ONCE = 64 * PAGE_SIZE


def hold(file: Path, register_key: bytes | bytearray) -> bool:
    """Whether every page has the seal that this key gives it at its place: HMAC-SHA-512 over page and number.

    Raises OSError where the file cannot be read.
    """
    with file.open("rb") as copy:
        salt = copy.read(_SALT_BYTES)
        copy.seek(0)
        masked = bytes(byte ^ _SALT_MASK for byte in salt)
        key = hashlib.pbkdf2_hmac("sha512", register_key, masked, _PASSES, 32).ljust(_BLOCK_BYTES, b"\0")
        # The two halves of HMAC begun once: `hmac` begins them for each page anew, a sixth of the time.
        inner = hashlib.sha512(bytes(byte ^ 0x36 for byte in key))
        outer = hashlib.sha512(bytes(byte ^ 0x5C for byte in key))
        number = 0
        while block := copy.read(_AT_ONCE):
            for start in range(0, len(block), PAGE_SIZE):
                number += 1
                if number == _NEVER_WRITTEN:
                    continue
                end = start + PAGE_SIZE - _SEAL_BYTES
                over = inner.copy()
                over.update(block[start if number > 1 else _SALT_BYTES : end] + number.to_bytes(4, "little"))
                seal = outer.copy()
                seal.update(over.digest())
                if not hmac.compare_digest(seal.digest(), block[end : end + _SEAL_BYTES]):
                    return False
    return number > 0
