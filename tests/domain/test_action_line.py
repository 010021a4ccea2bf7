"""An action typed in one line is read, shown back, or refused with what is missing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.action_line import EXAMPLE, read_action, show_action
from app.domain.errors import Refused
from app.domain.words import Service

MEETING = date(2026, 12, 2)  # a Wednesday


def test_the_example_reads_as_it_is_meant_and_is_shown_back() -> None:
    draft = read_action(EXAMPLE, MEETING)
    assert (draft.service, draft.owner) == (Service.PROBATION, "S. Merrin")
    assert (draft.due, draft.text) == (date(2026, 12, 9), "find another address")
    assert show_action(draft) == ("S. Merrin (probation), by Wednesday 9 December 2026: find another address")


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("9 Dec", date(2026, 12, 9)),
        ("2 December", date(2026, 12, 2)),
        ("1 Dec", date(2027, 12, 1)),
        ("29 Feb", date(2028, 2, 29)),
        ("14 Jan 2027", date(2027, 1, 14)),
        ("14/01/2027", date(2027, 1, 14)),
        ("Friday", date(2026, 12, 4)),
        ("wed", date(2026, 12, 9)),
    ],
)
def test_a_day_is_the_next_such_day_after_the_meeting(when: str, due: date) -> None:
    assert read_action(f"Prisons A. Tau due {when}: see him", MEETING).due == due


@pytest.mark.parametrize(
    ("who", "service", "owner"),
    [
        ("psych Dr Aroha Whāitiri", Service.PSYCHOLOGICAL, "Dr Aroha Whāitiri"),
        ("Psychological services Dr W.", Service.PSYCHOLOGICAL, "Dr W."),
        ("POLICE Det. Sgt Hākopa", Service.POLICE, "Det. Sgt Hākopa"),
        ("prison unit 4 by the gate", Service.PRISONS, "unit 4 by the gate"),
    ],
)
def test_a_service_may_be_said_shortly(who: str, service: Service, owner: str) -> None:
    draft = read_action(f"{who} by 9 Dec: ring the whānau: today", MEETING)
    assert (draft.service, draft.owner, draft.text) == (service, owner, "ring the whānau: today")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("", "what is to be done"),
        ("Probation S. Merrin by 9 Dec", "what is to be done"),
        ("Probation S. Merrin by 9 Dec:  ", "what is to be done"),
        ("Probation S. Merrin: find it", "the day"),
        ("Probation by 9 Dec: find it", "who of the service"),
        ("S. Merrin by 9 Dec: find it", "the service first"),
        ("Probation S. Merrin by 31 Nov: find it", "is not a day"),
        ("Probation S. Merrin by soon: find it", "is not a day"),
        ("Probation S. Merrin by 01/12/2026: find it", "before the meeting"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_guessed(line: str, missing: str) -> None:
    with pytest.raises(Refused, match=missing):
        read_action(line, MEETING)


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused_in_words(line: str) -> None:
    refused = ""
    due = MEETING
    try:
        due = read_action(line, MEETING).due
    except Refused as error:
        refused = error.sentence
    assert due >= MEETING
    assert not refused or "nothing was kept" in refused
