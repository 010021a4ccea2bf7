"""The register that pictures are drawn on: one of made-up people, made once and kept in this person's profile."""

from __future__ import annotations

from pathlib import Path

from app import demo
from app import desk as door
from app.cli.base import Call, Reply
from app.demo import cast
from app.desk import Desk
from app.domain.errors import Refused
from app.settings import profile_folder


def folder() -> Path:
    return profile_folder() / "pictures"


def prepare(call: Call) -> Reply:
    """Make it, in place of an earlier one."""
    report = demo.run(folder(), call.edges.now or door.clock, call.edges.stretcher)
    return Reply({"register": report.register}, (f"Made-up people for pictures: {report.register}",))


def desk_for_pictures(call: Call) -> Desk:
    """Signed in at the register that was named, else as the administrator of the made-up one."""
    if getattr(call.args, "register", None) or call.edges.environ.get("FORUMDESK_REGISTER"):
        return call.desk()
    there = folder() / "register"
    if not there.is_dir():
        raise Refused(
            "There is no register to draw: make one of made-up people with `./run shoot --prepare`, "
            "or name one with --register."
        )
    who = cast.ADMINISTRATOR
    now = call.edges.now or door.clock
    return door.sign_in(there, who.name, who.passphrase, now=now, stretcher=call.edges.stretcher)
