"""A missing copy is an incident with a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.errors import Refused
from app.domain.incidents import Incident, refuse_step, span, steps_of
from app.domain.packs import CopyRow
from app.domain.words import Contents, CopyState, IncidentStepName

OPENED = datetime(2026, 12, 2, 1, 0, tzinfo=UTC)


def _incident(
    *answered: IncidentStepName, state: CopyState = CopyState.MISSING, closed: bool = False
) -> Incident:
    copy = CopyRow("ABCD2345", "1", "CHC-2026-12-02", Contents.PACK, 7, 12, "S. Merrin", "probation", state)
    done = dict.fromkeys(answered, (OPENED, "M. Ashcombe", "done"))
    return Incident(copy, OPENED, "On the train", steps_of(OPENED, done), OPENED if closed else None, "", "")


def test_the_commissioner_is_told_within_72_hours_and_the_next_step_has_its_clock() -> None:
    rows = {row.step: row.due for row in _incident().steps}
    assert rows[IncidentStepName.COMMISSIONER] == OPENED + timedelta(hours=72)
    assert _incident().clock(OPENED + timedelta(hours=3)) == "open 3 h 0 min; contain it: due in 1 h 0 min"
    late = _incident(IncidentStepName.CONTAIN).clock(OPENED + timedelta(hours=30))
    assert late == "open 1 day 6 h; assess the harm: 6 h 0 min overdue"


def test_an_incident_closes_when_every_step_is_answered_or_the_copy_is_found() -> None:
    closing = IncidentStepName.CLOSED
    with pytest.raises(Refused, match="nobody has answered “contain it”"):
        refuse_step(_incident(), closing, "read by the chair")
    every = [step for step in IncidentStepName if step is not closing]
    assert refuse_step(_incident(*every), closing, " read by the chair ") == "read by the chair"
    assert (
        refuse_step(_incident(state=CopyState.RETURNED), closing, "found in the room") == "found in the room"
    )


@pytest.mark.parametrize(
    ("incident", "note", "why"),
    [
        (_incident(), "  ", "nothing is said"),
        (_incident(IncidentStepName.CONTAIN), "again", "answered already"),
        (_incident(closed=True), "late", "is closed"),
    ],
)
def test_a_step_without_words_twice_or_after_closing_is_refused(
    incident: Incident, note: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        refuse_step(incident, IncidentStepName.CONTAIN, note)


def test_a_span_is_read_in_days_hours_and_minutes() -> None:
    assert [span(timedelta(minutes=m)) for m in (5, 200, 1500, 3000)] == [
        "5 min", "3 h 20 min", "1 day 1 h", "2 days 2 h",
    ]  # fmt: skip
