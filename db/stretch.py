"""Stretching a passphrase into the key that wraps a person's own keys (design/trust.md, "Keys").

Argon2id makes guessing dear in memory; PBKDF2-HMAC-SHA-512 follows because it is the one on the
NZ Information Security Manual's list; HKDF-SHA-384 binds the result to its one use.
"""

from __future__ import annotations

import time
import unicodedata
from typing import Protocol

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from msgspec import Struct

from app.domain.errors import Damaged, Refused

STRETCH_NAME = "argon2id+pbkdf2-hmac-sha-512+hkdf-sha-384"
KEK_BYTES = 32
SALT_BYTES = 32

_MEMORY_KIB = range(19_456, 1_048_576 + 1)
_PASSES = range(1, 16 + 1)
_LANES = range(1, 16 + 1)
_ROUNDS = range(210_000, 10_000_000 + 1)

_PROBE_KIB = 65_536
_MOST_KIB = 262_144
_USUAL_PASSES = 3
_USUAL_LANES = 4
_USUAL_ROUNDS = 210_000
_TARGET_SECONDS = 0.7


class Stretch(Struct, frozen=True):
    """How dear one guess is: memory in KiB, passes and lanes of Argon2id, rounds of PBKDF2."""

    memory_kib: int
    passes: int
    lanes: int
    rounds: int

    def check(self) -> None:
        """Refuse parameters outside design/trust.md before any work: an edited file could ask for hours.

        Raises Damaged with one sentence.
        """
        if (
            self.memory_kib in _MEMORY_KIB
            and self.passes in _PASSES
            and self.lanes in _LANES
            and self.rounds in _ROUNDS
        ):
            return
        raise Damaged(
            "The key file asks for a passphrase stretching outside the permitted limits, so it was damaged "
            "or edited; the register itself is untouched: put back register.keys.bak or a backup's key file."
        )


class Stretcher(Protocol):
    """The edge where time is spent on purpose. Tests pass in a cheap one; the product has no switch."""

    def calibrate(self) -> Stretch:
        """Parameters for a new slot on this computer."""

    def derive(self, passphrase: str, salt: bytes, stretch: Stretch) -> bytes:
        """The 32-byte key that wraps the person's keys."""


def passphrase_bytes(passphrase: str) -> bytes:
    """The passphrase in NFC, so that a macron typed on another keyboard is the same passphrase."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


class RealStretcher:
    """Argon2id, then PBKDF2-HMAC-SHA-512, then HKDF-SHA-384."""

    def calibrate(self) -> Stretch:
        """Parameters that take 0.5 to 0.9 s here, from one short probe of each half."""
        start = time.perf_counter()
        _argon2(b"probe", bytes(SALT_BYTES), Stretch(_PROBE_KIB, _USUAL_PASSES, _USUAL_LANES, _USUAL_ROUNDS))
        middle = time.perf_counter()
        _pbkdf2(b"probe", bytes(SALT_BYTES), _USUAL_ROUNDS // 10)
        end = time.perf_counter()
        return scaled(probe_seconds=middle - start, rounds_seconds=(end - middle) * 10)

    def derive(self, passphrase: str, salt: bytes, stretch: Stretch) -> bytes:
        """32 bytes; raises Damaged for absurd parameters and Refused where memory does not suffice."""
        stretch.check()
        try:
            first = _argon2(passphrase_bytes(passphrase), salt, stretch)
        except MemoryError:
            raise Refused(
                f"This computer has not enough free memory to open the register ({stretch.memory_kib // 1024} "
                "MiB needed); nothing was changed: close other programs and try again."
            ) from None
        second = _pbkdf2(first, salt, stretch.rounds)
        return HKDF(hashes.SHA384(), KEK_BYTES, salt, b"forumdesk kek").derive(second)


class PictureStretcher(RealStretcher):
    """The least that a key file may ask for: for registers of made-up people whose passphrases anybody may read.

    Pictures of screens are drawn by the hundred, each after signing in; stretching guards nothing there.
    """

    def calibrate(self) -> Stretch:
        """The smallest parameters `Stretch.check` lets through."""
        return Stretch(_MEMORY_KIB[0], _PASSES[0], _LANES[0], _ROUNDS[0])


def scaled(probe_seconds: float, rounds_seconds: float) -> Stretch:
    """Parameters that meet the target, given three passes over 64 MiB and all rounds of PBKDF2, in seconds.

    Memory grows first, to 256 MiB; on a faster computer the passes grow. A slow computer keeps 64 MiB
    and three passes and takes longer: less would be cheap to guess elsewhere.
    """
    budget = max(_TARGET_SECONDS - rounds_seconds, 0.0)
    each_kib = max(probe_seconds, 1e-6) / (_PROBE_KIB * _USUAL_PASSES)
    memory = round(budget / (each_kib * _USUAL_PASSES) / 1024) * 1024
    if memory <= _MOST_KIB:
        return Stretch(max(memory, _PROBE_KIB), _USUAL_PASSES, _USUAL_LANES, _USUAL_ROUNDS)
    passes = int(budget / (each_kib * _MOST_KIB))
    return Stretch(_MOST_KIB, min(max(passes, _USUAL_PASSES), _PASSES[-1]), _USUAL_LANES, _USUAL_ROUNDS)


def _argon2(secret: bytes, salt: bytes, stretch: Stretch) -> bytes:
    return Argon2id(
        salt=salt,
        length=64,
        iterations=stretch.passes,
        lanes=stretch.lanes,
        memory_cost=stretch.memory_kib,
    ).derive(secret)


def _pbkdf2(secret: bytes, salt: bytes, rounds: int) -> bytes:
    return PBKDF2HMAC(hashes.SHA512(), 64, b"forumdesk pbkdf2" + salt, rounds).derive(secret)
