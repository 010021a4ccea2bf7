"""Release conditions as stored: the dated library, and what became of each condition of a case (need P5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.dates import show_date
from app.domain.errors import NotFound, Refused
from app.domain.plan_rows import ConditionRow, ConditionStep
from app.domain.plan_rows import ConditionText as TextRow
from app.domain.plan_words import ConditionState
from db.tables.plan import Condition, ConditionText
from db.tables.plan import ConditionStep as Step
from db.tables.register import Case
from db.work import Work


def library(session: Session) -> tuple[TextRow, ...]:
    """Every entry of the library by code, the latest words of a code last."""
    rows = session.scalars(select(ConditionText).order_by(ConditionText.code, ConditionText.valid_from))
    return tuple(TextRow(row.code, row.words, row.valid_from, row.valid_to, row.source) for row in rows)


def add_text(work: Work, text: TextRow) -> None:
    """Add words to the library; the words of the same code that are still open end on the day before."""
    rows = list(work.session.scalars(select(ConditionText).where(ConditionText.code == text.code)))
    for row in rows:
        if row.valid_from >= text.valid_from:
            raise Refused(
                f"{text.code} has words from {show_date(row.valid_from)} already; nothing was added: begin later."
            )
    for row in rows:
        if row.valid_to is None or row.valid_to >= text.valid_from:
            row.valid_to = text.valid_from - timedelta(days=1)
    work.session.add(
        ConditionText(
            code=text.code,
            words=text.words,
            valid_from=text.valid_from,
            valid_to=text.valid_to,
            source=text.source,
            seq=work.seq,
        )
    )


def end_text(work: Work, code: str, on: date) -> TextRow:
    """End the words of a code with a day. Raises NotFound, and Refused where they ended already."""
    rows = list(
        work.session.scalars(
            select(ConditionText).where(ConditionText.code == code).order_by(ConditionText.valid_from)
        )
    )
    if not rows:
        raise NotFound(
            f"The library has no condition “{code}”; nothing was changed: see `condition library`."
        )
    row = rows[-1]
    if row.valid_to is not None:
        raise Refused(f"{code} ends on {show_date(row.valid_to)} already; nothing was changed.")
    if on < row.valid_from:
        raise Refused(f"{code} begins on {show_date(row.valid_from)}; nothing was changed: give a later day.")
    row.valid_to = on
    return TextRow(row.code, row.words, row.valid_from, on, row.source)


def conditions_of(session: Session, case_ids: Iterable[int]) -> dict[int, tuple[ConditionRow, ...]]:
    """The conditions of some cases, by case, in the order in which they were entered."""
    steps: dict[int, list[ConditionStep]] = defaultdict(list)
    wanted = list(case_ids)
    asked = (
        select(Step).join(Condition, Condition.id == Step.condition_id).where(Condition.case_id.in_(wanted))
    )
    for step in session.scalars(asked.order_by(Step.id)):
        steps[step.condition_id].append(ConditionStep(step.state, step.day, step.said_by, step.note))
    found: dict[int, list[ConditionRow]] = defaultdict(list)
    for row in session.scalars(select(Condition).where(Condition.case_id.in_(wanted)).order_by(Condition.id)):
        found[row.case_id].append(ConditionRow(row.id, row.code, row.words, tuple(steps[row.id])))
    return {case_id: tuple(rows) for case_id, rows in found.items()}


def conditions(session: Session, case_id: int) -> tuple[ConditionRow, ...]:
    """The conditions of one case."""
    return conditions_of(session, (case_id,)).get(case_id, ())


def condition(session: Session, case: Case, number: int) -> ConditionRow:
    """One condition of a case by its number. Raises NotFound."""
    for row in conditions(session, case.id):
        if row.number == number:
            return row
    raise NotFound(
        f"This case has no condition {number}; nothing was changed: see `forumdesk condition list`."
    )


def add_condition(work: Work, case: Case, code: str | None, words: str) -> int:
    """Keep a condition without a step yet; `add_step` must follow. Returns its number."""
    kept = Condition(case_id=case.id, code=code, words=words, seq=work.seq)
    work.session.add(kept)
    work.session.flush()
    return kept.id


def add_step(
    work: Work, number: int, state: ConditionState, day: date, by: str, note: str | None = None
) -> None:
    """Keep what became of a condition; what it was before stays."""
    work.session.add(Step(condition_id=number, state=state, day=day, said_by=by, note=note, seq=work.seq))
    work.session.flush()
