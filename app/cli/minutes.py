"""The minutes of a meeting from a terminal."""

from __future__ import annotations

from app.cli.base import Call, Reply, table
from app.domain.dates import show_moment
from app.domain.minutes import MinuteLine, MinutesView, VersionRow, minutes_lines, passages
from app.usecases import minutes


def show(call: Call) -> Reply:
    args = call.args
    view = minutes.see_minutes(call.desk(), args.meeting, args.wanted)
    data = _data(view) | {"text": view.text}
    if args.canonical:
        return Reply(data, (view.text,))
    if args.passages:
        rows = [(each.key, each.words, each.text) for each in passages(view.document)]
        data["passages"] = [{"passage": key, "words": words, "text": text} for key, words, text in rows]
        return Reply(data, table(("Passage", "Where", "Text"), rows))
    return Reply(data, (*map(_line, minutes_lines(view)), *_versions(view), *_asked(view)))


def confirm(call: Call) -> Reply:
    view = minutes.confirm_minutes(call.desk(), call.args.meeting)
    line = f"{view.meeting}: version {view.shown.version} of the minutes is confirmed. SHA-384 {view.shown.sha384}"
    return Reply(_data(view), (line,))


def reopen(call: Call) -> Reply:
    view = minutes.reopen_minutes(call.desk(), call.args.meeting, call.args.reason)
    line = f"{view.meeting}: version {view.shown.version} of the minutes is open again; correct it, then confirm."
    return Reply(_data(view), (line,))


def correct(call: Call) -> Reply:
    args = call.args
    view = minutes.correct_minutes(call.desk(), args.meeting, args.passage, args.text, args.reason)
    return Reply(_data(view), _made(view))


def ask(call: Call) -> Reply:
    args = call.args
    row = minutes.ask_correction(call.desk(), args.meeting, args.passage, args.text, args.reason)
    data: dict[str, object] = {"meeting": args.meeting, "correction": row.number, "passage": row.passage}
    return Reply(
        data, (f"Correction {row.number} is asked for: {row.words}. A chair makes it or leaves it.",)
    )


def answer(call: Call) -> Reply:
    args = call.args
    view = minutes.answer_correction(call.desk(), args.meeting, args.correction, args.make)
    if args.make:
        return Reply(_data(view), _made(view))
    return Reply(
        _data(view), (f"Correction {args.correction} is left; the minutes of {view.meeting} stand.",)
    )


def _made(view: MinutesView) -> tuple[str, ...]:
    told = tuple(change.sentence for change in view.shown.changes)
    return (
        f"{view.meeting}: version {view.shown.version} of the minutes, a draft until a chair confirms it.",
        *told,
    )


def _line(line: MinuteLine) -> str:
    if line.level == 1:
        return f"\n{line.text}\n{'─' * len(line.text)}"
    if line.level:
        return f"\n{line.text}"
    return f"  {line.label}: {line.text}" if line.label else f"  {line.text}"


def _versions(view: MinutesView) -> tuple[str, ...]:
    rows = [
        (row.version, show_moment(row.at), row.by, row.state, f"{row.sha384[:16] or 'to come '}…")
        for row in view.versions
    ]
    return ("", *table(("Version", "Made", "By", "State", "SHA-384"), rows))


def _asked(view: MinutesView) -> tuple[str, ...]:
    return tuple(
        f"Correction {row.number} asked for by {row.asked_by}: {row.words}: “{row.text}”, because {row.reason}"
        for row in view.asked
        if row.made is None
    )


def _data(view: MinutesView) -> dict[str, object]:
    return {
        "meeting": view.meeting,
        "version": view.shown.version,
        "sha384": view.shown.sha384,
        "confirmed": view.shown.is_confirmed,
        "state": view.shown.state,
        "final": view.is_final,
        "versions": [_version(row) for row in view.versions],
        "corrections_asked": [
            {
                "correction": row.number,
                "passage": row.passage,
                "text": row.text,
                "reason": row.reason,
                "by": row.asked_by,
            }
            for row in view.asked
            if row.made is None
        ],
    }


def _version(row: VersionRow) -> dict[str, object]:
    return {
        "version": row.version,
        "sha384": row.sha384,
        "at": row.at,
        "by": row.by,
        "reason": row.reason,
        "changes": [
            {"passage": change.passage, "old": change.old, "new": change.new} for change in row.changes
        ],
        "confirmed": row.is_confirmed,
    }
