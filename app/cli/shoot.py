"""The register that pictures are drawn on: one of made-up people, made once and kept in this person's profile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply
from app.desk import Desk
from app.domain.errors import Refused
from app.domain.words import Role
from app.settings import profile_folder

_WHO = "who.json"


class StretchedOnce(door.PictureStretcher):
    """Stretches a passphrase once, and from then on knows what came of it.

    Of made-up people the passphrase itself is kept beside it: it guards nothing, and each picture waited for it.
    """

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self.known = dict(known or {})
        """What came of each passphrase and salt, as hexadecimal figures."""

    def derive(self, passphrase: str, salt: bytes, stretch: door.Stretch) -> bytes:
        asked = f"{salt.hex()} {passphrase}"
        if asked not in self.known:
            self.known[asked] = super().derive(passphrase, salt, stretch).hex()
        return bytes.fromhex(self.known[asked])


def folder() -> Path:
    return profile_folder() / "pictures"


def prepare(call: Call) -> Reply:
    """Make it, in place of an earlier one, and keep beside it who signs in: nobody real, for pictures alone."""
    from app import demo  # reads every room: a single picture does without

    stretcher = StretchedOnce()
    month = folder() / "month"
    report = demo.run(month, call.edges.now or door.clock, call.edges.stretcher or stretcher, goes_on=True)
    players = {player.role.value: [player.name, player.passphrase] for player in reversed(report.players)}
    kept = {"register": str(report.register), "players": players, "stretched": stretcher.known}
    (folder() / _WHO).write_text(json.dumps(kept), encoding="utf-8")
    return Reply({"register": report.register}, (f"Made-up people for pictures: {report.register}",))


def desk_for_pictures(call: Call, role: Role) -> Desk:
    """Signed in at the register that was named, as who was named; else at the made-up one, in the role asked for."""
    if getattr(call.args, "register", None) or call.edges.environ.get("FORUMDESK_REGISTER"):
        return call.desk()
    try:
        kept = json.loads((folder() / _WHO).read_text(encoding="utf-8"))
        there, (name, passphrase) = Path(kept["register"]), kept["players"][role.value]
        stretcher = call.edges.stretcher or StretchedOnce(kept.get("stretched"))
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(
            "There is no register to draw: make one of made-up people with `./run shoot --prepare`, "
            "or name one with --register."
        ) from None
    return door.sign_in(there, name, passphrase, now=call.edges.now or door.clock, stretcher=stretcher)
