"""Making and checking a register from a terminal."""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply, table
from app.domain.errors import Damaged
from app.domain.register import CheckRow, DamagedRegister, unopened
from app.usecases import register


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


def check(call: Call) -> Reply:
    try:
        desk = call.desk()
        rows = register.check_register(desk, desk.behind, desk.elsewhere)
    except DamagedRegister as damage:
        return _damaged(damage, damage.rows)
    except Damaged as damage:
        return _damaged(damage, unopened(damage.sentence))
    return Reply({"ok": True, "checks": _data(rows)}, ("The register is whole.", *_lines(rows)))


def keep_older(call: Call) -> Reply:
    desk = call.desk()
    number = register.keep_older(desk, call.args.reason, desk.behind)
    return Reply(
        {"ok": True, "entry": number},
        (f"The older copy is this register from now on; the decision is entry {number:,} of the trail.",),
    )


def _damaged(damage: Damaged, rows: tuple[CheckRow, ...]) -> Reply:
    return Reply(
        {"ok": False, "checks": _data(rows)},
        _lines(rows),
        exit_code=damage.exit_code,
        sentence=damage.sentence,
    )


def _data(rows: tuple[CheckRow, ...]) -> list[dict[str, object]]:
    return [{"check": row.check, "ok": row.ok, "sentence": row.sentence} for row in rows]


def _lines(rows: tuple[CheckRow, ...]) -> tuple[str, ...]:
    return table(
        ("Check", "", ""), [(row.check, "holds" if row.ok else "FAILS", row.sentence) for row in rows]
    )
