"""The trail from a terminal."""

from __future__ import annotations

from app.cli.base import Call, Reply
from app.domain.errors import Refused
from app.usecases import trail


def list_(call: Call) -> Reply:
    rows = trail.list_trail(call.desk(), call.args.after, call.args.limit)
    return Reply(
        {"entries": [row._asdict() for row in rows]},
        tuple(f"{row.seq:>6}  {row.at}  {row.sentence}" for row in rows) or ("No entries.",),
    )


def verify(call: Call) -> Reply:
    groups = " ".join(call.args.checkpoint or ())
    if call.args.checkpoint is not None and not groups.strip():
        # An empty variable in a script must not pass for a paper that was compared.
        raise Refused(
            "--checkpoint has no groups; nothing was compared: type them as they stand on the paper."
        )
    verdict = trail.verify_trail(call.desk(), groups)
    data: dict[str, object] = {
        "ok": verdict.ok,
        "entries": verdict.entries,
        "head": verdict.head,
        "first_bad": verdict.first_bad,
    }
    if verdict.on_paper is not None:
        data["on_paper"] = verdict.on_paper
    if verdict.ok:
        return Reply(data, (verdict.sentence, f"Head {verdict.head}"))
    return Reply(data | {"why": verdict.why}, (), exit_code=4, sentence=verdict.sentence)


def checkpoint(call: Call) -> Reply:
    point = trail.print_checkpoint(call.desk())
    groups = point.full.split()
    return Reply(
        {"entries": point.seq, "head": point.head, "ok": True, "at": point.at, "checkpoint": point.full},
        (
            f"Checkpoint of the trail after entry {point.seq:,} ({point.at}):",
            "  " + " ".join(groups[:10]),
            "  " + " ".join(groups[10:]),
            "Keep it on paper: whoever shortens or rewrites the trail cannot reach these groups again.",
        ),
    )
