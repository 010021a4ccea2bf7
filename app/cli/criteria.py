"""Criteria from a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.cli.base import Call, Reply, read_bytes, table
from app.domain.criteria import Criterion, describe
from app.domain.criteria_file import CriteriaRow, PersonName, read_criteria
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.names import full_name
from app.usecases import criteria


def show(call: Call) -> Reply:
    rows = criteria.show_criteria(call.desk(), call.args.forum)
    lines: list[str] = []
    for row in rows:
        lines += [*([""] if lines else []), _title(row), *_table(row.criteria)]
    return Reply({"versions": [_version(row) for row in rows], "enters": [], "leaves": []}, tuple(lines))


def _title(row: CriteriaRow) -> str:
    where = row.forum or "every forum without criteria of its own"
    adopted = (
        f"adopted {show_moment(row.adopted_at)} by {row.adopted_by}"
        if row.adopted_at
        else "as the program came"
    )
    return f"Version {row.version}, for {where}, {adopted}; anchor within {row.horizon_months} months:"


def _table(rows: Sequence[Criterion]) -> tuple[str, ...]:
    shown = [
        (row.code, FIELD_BY_NAME[row.field].heading, row.comparison, row.value, describe(row)) for row in rows
    ]
    return table(("Criterion", "Field", "", "Value", "In words"), shown)


def _version(row: CriteriaRow) -> dict[str, object]:
    return {
        "version": row.version,
        "forum": row.forum,
        "horizon_months": row.horizon_months,
        "adopted_at": row.adopted_at,
        "adopted_by": row.adopted_by,
        "criteria": [
            {
                "criterion": one.code,
                "field": FIELD_BY_NAME[one.field].heading,
                "comparison": one.comparison,
                "value": one.value,
                **({"words": one.words} if one.words else {}),
            }
            for one in row.criteria
        ],
    }


def preview(call: Call) -> Reply:
    told = criteria.preview_criteria(call.desk(), _read(call), call.args.forum)
    data = {
        "enters": [name._asdict() for name in told.enters],
        "leaves": [name._asdict() for name in told.leaves],
        "people": told.looked_at,
    }
    counted = f"{len(told.enters):,} would come in and {len(told.leaves):,} would fall out"
    lines = [f"Of {told.looked_at:,} people in the last extracts, {counted}; nothing was changed."]
    for title, names in (("Would come in", told.enters), ("Would fall out", told.leaves)):
        if names:
            lines += ["", title, *_names(names)]
    return Reply(data, tuple(lines))


def _names(names: Sequence[PersonName]) -> tuple[str, ...]:
    return table(("PRN", "Name"), [(one.prn, full_name(one.surname, one.given_names)) for one in names])


def adopt(call: Call) -> Reply:
    rows = _read(call)
    before = criteria.preview_criteria(call.desk(), rows, call.args.forum)
    row = criteria.adopt_criteria(call.desk(), rows, call.args.reason, call.args.forum)
    data = {
        **_version(row),
        "enters": [name._asdict() for name in before.enters],
        "leaves": [name._asdict() for name in before.leaves],
    }
    where = row.forum or "every forum without criteria of its own"
    effect = (
        f"At the next extract {len(before.enters):,} people would come in by it; nobody falls out by itself: "
        "open cases stay open until a person closes them, and keep the version that took them in."
    )
    return Reply(data, (f"Version {row.version} is in force for {where}.", effect))


def share(call: Call) -> Reply:
    row = criteria.share_criteria(call.desk(), call.args.forum, call.args.reason)
    told = f"Version {row.version}, of every forum without its own, is in force for {call.args.forum} again."
    return Reply(_version(row), (told,))


def _read(call: Call) -> tuple[Criterion, ...]:
    file = Path(call.args.file)
    try:
        text = read_bytes(file, "The criteria file").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"The criteria file {file} is not UTF-8 text; nothing was changed.") from None
    return read_criteria(text)
