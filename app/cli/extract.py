"""Extracts from a terminal."""

from __future__ import annotations

from pathlib import Path

from app.cli.base import Call, Reply, count, optional_day, read_bytes, table
from app.domain.dates import show_date, show_moment
from app.domain.errors import Refused
from app.domain.extract import Oddity, read_profile
from app.domain.extract_result import DifferenceRow, ImportResult, RejectedRows
from app.domain.names import full_name
from app.files import write_whole
from app.usecases import extract

_SHOWN = 20
"""Lines of a list on a terminal; `--json` and the CSV have all of them."""


def import_(call: Call) -> Reply:
    args = call.args
    file = Path(args.file)
    data = read_bytes(file, "The extract")
    profile = _profile(Path(args.profile)) if args.profile else None
    take_in = extract.preview_extract if args.dry_run else extract.import_extract
    result = take_in(call.desk(), file.name, data, optional_day(args.as_at, "--as-at"), profile)
    lines = list(_told(result, dry_run=args.dry_run))
    if args.rejections and result.rejected:
        write_whole(Path(args.rejections), result.rejected_rows.as_csv(), "The refused rows")
        lines.append(f"The refused rows are in {args.rejections}: mend them there and take that file in.")
    return Reply(_data(result), tuple(lines))


def _profile(file: Path) -> dict[str, str]:
    try:
        text = read_bytes(file, "The mapping profile").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"The mapping profile {file} is not UTF-8 text; nothing was read.") from None
    return read_profile(text)


def _data(result: ImportResult) -> dict[str, object]:
    return {
        **result.counts(),
        "extract": result.extract,
        "as_at": result.as_at,
        "rejections": [rejection._asdict() for rejection in result.rejections],
        "warnings": [{**warning._asdict(), "row": warning.row or None} for warning in result.warnings],
        "unknown_headings": result.unknown_headings,
        "differences": [row._asdict() for row in result.differences],
        "gone_prns": result.gone_prns,
    }


def _told(result: ImportResult, *, dry_run: bool) -> list[str]:
    did = "Would take in" if dry_run else "Took in"
    as_at = f", as at {show_date(result.as_at)}" if result.as_at else ""
    lines = [f"{did} {result.file_name}{as_at}: {count(result.rows, 'row')}."]
    names = ("added", "changed", "unchanged", "rejected", "gone")
    lines += [f"  {name.capitalize():<10} {getattr(result, name):>6}" for name in names]
    lines.append(
        f"Cases opened {result.cases_opened} · anchors moved {result.anchors_moved} · "
        f"flags raised {result.flags_raised}, withdrawn {result.flags_withdrawn}"
    )
    if result.rejections:
        lines += ["", "Refused, and nothing else is:", *_list(result.rejected_rows)]
    if result.warnings or result.unknown_headings:
        lines += ["", "Worth a look:"]
        lines += [
            f"  Heading “{heading}” is not known and was ignored." for heading in result.unknown_headings
        ]
        lines += _cut([f"  {_warning(warning)}" for warning in result.warnings])
    return lines


def _warning(warning: Oddity) -> str:
    where = ", ".join(part for part in (f"row {warning.row}" if warning.row else "", warning.heading) if part)
    told = f"{where}: {warning.text}" if where else warning.text
    return told[0].upper() + told[1:]


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _SHOWN else [*lines[:_SHOWN], f"  … and {len(lines) - _SHOWN:,} more."]


def _list(rejected: RejectedRows) -> list[str]:
    shown = rejected.rejections[:_SHOWN]
    lines = list(table(("Row", "Heading", "Reason"), shown))
    if len(rejected.rejections) > len(shown):
        lines.append(f"… and {len(rejected.rejections) - len(shown):,} more.")
    return lines


def left_out(call: Call) -> Reply:
    rows = extract.left_out(call.desk(), call.args.forum)
    if call.args.watch_list:
        rows = tuple(row for row in rows if row.watch_list)
    data: dict[str, object] = {"people": [row._asdict() for row in rows]}
    if not rows:
        return Reply(data, ("Everybody of the last extract is on the list.",))
    shown = [
        (row.prn, full_name(row.surname, row.given_names), row.forum, row.reason.words, show_date(row.starts))
        for row in rows
    ]
    lines = table(("PRN", "Name", "Forum", "Not on the list, because", "Planning starts"), shown)
    watched = sum(row.watch_list for row in rows)
    told = (
        f"{count(len(rows), 'person', 'people')} not on the list, {watched} of them on the watch list; "
        "`forumdesk case take-in PRN` takes one in."
    )
    return Reply(data, (*lines, told))


def rejections(call: Call) -> Reply:
    rejected = extract.save_rejections(call.desk(), call.args.extract)
    data: dict[str, object] = {"rejections": [row._asdict() for row in rejected.rejections]}
    if not rejected.rejections:
        return Reply(data, (f"No row of {rejected.file_name} was refused.",))
    if not call.args.out:
        return Reply(data, tuple(_list(rejected)))
    write_whole(Path(call.args.out), rejected.as_csv(), "The refused rows")
    data["file"] = call.args.out
    return Reply(
        data,
        (f"Saved {count(len(rejected.cells), 'row')} to {call.args.out}: mend them and take that file in.",),
    )


def changes(call: Call) -> Reply:
    rows = extract.extract_differences(call.desk(), call.args.extract)
    data: dict[str, object] = {"changes": [row._asdict() for row in rows]}
    if not rows:
        return Reply(data, ("That extract changed no value.",))
    return Reply(data, table(("PRN", "What", "Old", "New", "Days lost"), [_change(row) for row in rows]))


def _change(row: DifferenceRow) -> tuple[object, ...]:
    blank = "(blank)"
    return (row.prn, row.field, row.old or blank, row.new or blank, row.days_lost)


def list_(call: Call) -> Reply:
    rows = extract.list_extracts(call.desk())
    data: dict[str, object] = {
        "extracts": [
            {
                "extract": row.extract,
                "file_name": row.file_name,
                "sha256": row.sha256,
                "encoding": row.encoding,
                "as_at": row.as_at,
                "imported_at": row.imported_at,
                "who": row.who,
                **row.counts,
            }
            for row in rows
        ]
    }
    if not rows:
        return Reply(data, ("No extract has been taken in yet.",))
    names = ("rows", "added", "changed", "unchanged", "rejected", "gone")
    shown = [
        (
            row.extract,
            row.file_name,
            show_date(row.as_at),
            show_moment(row.imported_at),
            row.who,
            *(row.counts.get(name, 0) for name in names),
        )
        for row in rows
    ]
    return Reply(data, table(("No.", "File", "As at", "Taken in", "By", *map(str.capitalize, names)), shown))
