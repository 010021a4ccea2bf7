"""What the Parole Board was told, and how far the plan has gone from it since (need B2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.names import clean


@dataclass(frozen=True, slots=True)
class BoardTold:
    """The parts of a plan the Board relies on: the next address, programmes and conditions as written."""

    address: str = ""
    programmes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


def drift(told: BoardTold, now: BoardTold) -> tuple[str, ...]:
    """One phrase for each part that is no longer what the Board was told, with old and new; empty if none.

    The order of programmes and conditions does not count, nor does white space.
    """
    found = []
    if clean(told.address) != clean(now.address):
        found.append(f"address: {_show([told.address])} → {_show([now.address])}")
    for name, old, new in (
        ("programmes", told.programmes, now.programmes),
        ("conditions", told.conditions, now.conditions),
    ):
        if sorted(map(clean, old)) != sorted(map(clean, new)):
            found.append(f"{name}: {_show(old)} → {_show(new)}")
    return tuple(found)


def _show(parts: Sequence[str]) -> str:
    return ", ".join(sorted(clean(part) for part in parts if clean(part))) or "none"
