"""The trail from a terminal."""

from __future__ import annotations

from pathlib import Path

from app.cli.base import Call, Reply, optional_day
from app.domain.errors import Refused
from app.domain.trail_export import TrailAsk, read_kind
from app.files import refuse_taken, refuse_unwritable, write_whole
from app.usecases import trail


def list_(call: Call) -> Reply:
    rows = trail.list_trail(call.desk(), call.args.after, call.args.limit)
    return Reply(
        {"entries": [row._asdict() for row in rows]},
        tuple(f"{row.seq:>6}  {row.at}  {row.sentence}" for row in rows) or ("No entries.",),
    )


def export(call: Call) -> Reply:
    args = call.args
    out = Path(args.out)
    ask = TrailAsk(
        args.text,
        args.who,
        read_kind(args.kind),
        optional_day(args.since, "--from"),
        optional_day(args.until, "--until"),
    )
    refuse_taken(out)
    refuse_unwritable(out.parent)
    made = trail.export_trail(call.desk(), args.reason, ask)
    write_whole(out, made.data)
    told = f"{made.entries:,} of {made.of:,} entries, read up to entry {made.head:,}, are in {out}."
    return Reply(
        {"entries": made.entries, "of": made.of, "head": made.head, "file": str(out)},
        (told, "The file is not encrypted: keep it as its marking says."),
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
