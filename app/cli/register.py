"""Making and checking a register from a terminal."""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply


def create(call: Call) -> Reply:
    folder = Path(call.args.folder)
    chair_passphrase = call.edges.environ.get("FORUMDESK_CHAIR_PASSPHRASE") or call.ask(
        f"Passphrase of {call.args.chair}: ", "FORUMDESK_CHAIR_PASSPHRASE"
    )
    desk = door.create(
        folder,
        (call.args.administrator, call.passphrase()),
        (call.args.chair, chair_passphrase),
        now=call.edges.now or door.clock,
        stretcher=call.edges.stretcher,
    )
    desk.close()
    return Reply(
        {"register": str(folder)},
        (
            f"Made an encrypted register in {folder}.",
            f"{call.args.administrator} is administrator and {call.args.chair} is chair, in every forum it gets.",
            "Next: `forumdesk forum add CODE --name … --region …`.",
        ),
    )
