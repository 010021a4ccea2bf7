"""THE DOOR: a signed-in person at an open register, and the only way into a use case.

`desk` is that person, `door` lets them do one thing, `together` look at several at one moment, and `entries` are what
is written of it; `ways_in` are how somebody comes to stand before it, `going_back` how a backup
becomes a register again.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from app.desk.damage import holds_register, newest_backup
from app.desk.desk import Desk, clock
from app.desk.door import UseCase, all_use_cases, refuse_mapped, use_case
from app.desk.entries import BUILD
from app.desk.together import Asked, look_together
from app.desk.ways_in import (
    create,
    key_copies,
    put_back_key_file,
    recover,
    request_access,
    sign_in,
)
from db.keys import (  # clients of the door bring their own in tests
    PictureStretcher,
    RealStretcher,
    Stretch,
    Stretcher,
)

if TYPE_CHECKING:
    from app.desk.going_back import foresee, register_of_backup, restore

__all__ = [
    "BUILD",
    "Asked",
    "Desk",
    "PictureStretcher",
    "RealStretcher",
    "Stretch",
    "Stretcher",
    "UseCase",
    "all_use_cases",
    "clock",
    "create",
    "foresee",
    "holds_register",
    "key_copies",
    "look_together",
    "newest_backup",
    "put_back_key_file",
    "recover",
    "refuse_mapped",
    "register_of_backup",
    "request_access",
    "restore",
    "sign_in",
    "use_case",
]


def __getattr__(name: str) -> object:
    """Going back to a backup reads much and is seldom: its room is opened by whoever calls it, not at every start."""
    if name in ("foresee", "register_of_backup", "restore"):
        return getattr(import_module("app.desk.going_back"), name)
    raise AttributeError(f"app.desk has no {name}")
