"""Release conditions of a case, and the dated library they are taken from (need P5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.desk import use_case
from app.domain.case_drafts import needed, refuse_if_overtaken
from app.domain.conditions import ConditionTextDraft, refuse_step, text_of
from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.people import Permission
from app.domain.plan_rows import ConditionRow, ConditionText
from app.domain.plan_words import ConditionState
from app.domain.words import Topic
from db.queries import conditions as queries
from db.queries.cases import episodes, may_open, open_case, person
from db.work import Work


@use_case(Permission.OPEN_CASE, looks=True)
def list_conditions(work: Work, prn: str) -> tuple[ConditionRow, ...]:
    """Every condition of the present case with all that became of it."""
    who = person(work.session, prn)
    may_open(work, who.id)
    of_person = episodes(work.session, who.id)
    rows = queries.conditions(work.session, of_person[0].id) if of_person else ()
    work.enter(work.person(prn), conditions=len(rows))
    return rows


@use_case(Permission.SEE_FORUM, looks=True)
def condition_library(work: Work, on: date | None = None) -> tuple[ConditionText, ...]:
    """The library of conditions; with a day, the words that are valid on it."""
    rows = queries.library(work.session)
    found = rows if on is None else tuple(row for row in rows if row.valid(on))
    work.enter("library of conditions", conditions=len(found))
    return found


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def add_condition(
    work: Work,
    prn: str,
    entry: str = "",
    words: str = "",
    state: ConditionState = ConditionState.PROPOSED,
    day: date | None = None,
    by: str = "",
) -> ConditionRow:
    """Propose a condition: an entry of the library, in the words valid on that day, or the forum's own words.

    One that the Board imposed of itself is entered as imposed. Refused where the same words stand already.
    """
    on = _day(work, day)
    if state is ConditionState.WITHDRAWN:
        raise Refused("A condition cannot begin as withdrawn; nothing was added.")
    if bool(clean(entry)) == bool(clean(words)):
        raise Refused(
            "Give a code of the library or words of your own, and not both; nothing was added: see `condition library`."
        )
    found = text_of(queries.library(work.session), entry, on) if clean(entry) else None
    told = found.words if found else needed(words, "The words of the condition")
    _, case = open_case(work.session, prn)
    for row in queries.conditions(work.session, case.id):
        if row.words == told and row.state.stands:
            raise Refused(f"That is condition {row.number} of this case already; nothing was added.")
    number = queries.add_condition(work, case, found.code if found else None, told)
    queries.add_step(work, number, state, on, clean(by) or work.user_name)
    work.enter(work.person(prn))
    return queries.condition(work.session, case, number)


@use_case(Permission.EDIT_CASE, topics=(Topic.CASES,))
def step_condition(
    work: Work,
    prn: str,
    number: int,
    state: ConditionState,
    day: date | None = None,
    by: str = "",
    note: str = "",
    seen: Mapping[str, str] | None = None,
) -> ConditionRow:
    """Say what became of a condition: asked of the Board, imposed, refused, withdrawn; each step is kept.

    `seen` is the `state` it had when the writer began: where it has another by now, `Overtaken` keeps both.
    """
    on = _day(work, day)
    _, case = open_case(work.session, prn)
    stands = queries.condition(work.session, case, number)
    refuse_if_overtaken(seen or {}, {"state": (stands.state.value, state.value)})
    refuse_step(stands, state, on)
    if state is ConditionState.WITHDRAWN:
        needed(note, "Why it is withdrawn")
    queries.add_step(work, number, state, on, clean(by) or work.user_name, clean(note) or None)
    work.enter(work.person(prn))
    return queries.condition(work.session, case, number)


@use_case(Permission.CHANGE_FORUM, topics=(Topic.CASES,))
def add_condition_text(work: Work, draft: ConditionTextDraft) -> ConditionText:
    """Add words to the library from a day on; what a case already has keeps the words it was given (need P5)."""
    text = draft.checked()
    queries.add_text(work, text)
    work.enter(f"condition {text.code}")
    return text


@use_case(Permission.CHANGE_FORUM, topics=(Topic.CASES,))
def end_condition_text(work: Work, entry: str, on: date) -> ConditionText:
    """End the words of a code with a day; they stay to be read, and cases keep them."""
    text = queries.end_text(work, clean(entry).upper(), on)
    work.enter(f"condition {text.code}")
    return text


def _day(work: Work, day: date | None) -> date:
    if day is not None and day > work.today:
        raise Refused(f"{show_date(day)} is not yet; nothing was changed: give the day it was said.")
    return day or work.today
