"""The chair's evaluation from a terminal."""

from __future__ import annotations

from app.cli.base import Call, Reply, table
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.evaluation import SCALE, EvaluationDraft, EvaluationRow, statements
from app.usecases import evaluation


def evaluate(call: Call) -> Reply:
    args = call.args
    if not args.score:
        lines = [f"{each.code}: {each.words}" for each in statements()]
        said: dict[str, object] = {"statements": [{"code": e.code, "words": e.words} for e in statements()]}
        return Reply(said, (*lines, SCALE, "Score each with --score CODE=N."))
    draft = EvaluationDraft(dict(_score(text) for text in args.score), args.note)
    row = evaluation.evaluate_meeting(call.desk(), args.meeting, draft)
    return Reply(_data(row), (f"{row.meeting}: {row.mean} of 5.",))


def trend(call: Call) -> Reply:
    found = evaluation.see_evaluations(call.desk(), call.args.forum)
    codes = [each.code for each in statements()]
    shown = [
        (row.meeting, show_date(row.day), *(row.score(code) for code in codes), row.mean)
        for row in found.rows
    ]
    lines = list(table(("Meeting", "Day", *codes, "Mean"), shown)) if shown else []
    lines.append(f"{found.finding}.")
    lines += [f"{row.meeting}: {row.note}" for row in found.rows if row.note]
    if found.waiting:
        lines.append(f"Not evaluated: {', '.join(found.waiting)}.")
    data: dict[str, object] = {
        "forum": found.forum,
        "evaluations": [_data(row) for row in found.rows],
        "waiting": found.waiting,
        "finding": found.finding,
    }
    return Reply(data, tuple(lines))


def _score(text: str) -> tuple[str, int]:
    code, equals, number = text.partition("=")
    if not equals or not number.strip().isdecimal() or len(number) > 2:
        raise Refused(f"--score '{text}' is not CODE=N; nothing was saved: write it as time=4.")
    return code.strip().lower(), int(number)


def _data(row: EvaluationRow) -> dict[str, object]:
    return {
        "meeting": row.meeting,
        "date": row.day,
        "by": row.by,
        "scores": dict(row.scores),
        "mean": row.mean,
        "note": row.note,
    }
