"""Mapped classes, one file for each capability. They hold columns and no behaviour."""

from db.tables import (
    board,
    criteria,
    disclosure,
    extract,
    linkage,
    meeting,
    minutes,
    packs,
    people,
    plan,
    police,
    register,
    run,
    seals,
    sources,
    trail,
    transfers,
)
from db.tables.base import Base

__all__ = [
    "Base",
    "board",
    "criteria",
    "disclosure",
    "extract",
    "linkage",
    "meeting",
    "minutes",
    "packs",
    "people",
    "plan",
    "police",
    "register",
    "run",
    "seals",
    "sources",
    "trail",
    "transfers",
]
