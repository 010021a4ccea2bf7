"""Criteria as versioned data: shown, tried out by name, adopted from the next extract on."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.desk import Desk
from app.domain.criteria import DEFAULT_CRITERIA, Criterion
from app.domain.criteria_file import read_criteria, told_criteria
from app.domain.errors import NotPermitted, Overtaken, Refused
from app.domain.words import Role
from app.usecases import criteria, extract
from db.tables.criteria import CriteriaVersion
from db.tables.register import Case
from tests.fixtures import desks
from tests.fixtures.extracts import extract_csv, read, row
from tests.fixtures.made_cases import keep_to_forum

HALF = (Criterion("HR-ROI", "roc_roi", ">=", "0.50"),)


def filled(register: Path) -> Desk:
    desk = desks.sit(register)
    low, psych = row("2", Surname="Low"), {**row("3", Surname="Psych"), "Psychological risk": "High"}
    low["RoC*RoI"], psych["RoC*RoI"] = "0.55", ""
    first = {**row("1"), "Psychological risk": ""}
    extract.import_extract(desk, "a.csv", extract_csv([first, {**low, "Psychological risk": ""}, psych]))
    return desk


def test_the_criteria_the_program_came_with_are_version_one(register: Path) -> None:
    (shown,) = criteria.show_criteria(desks.sit(register), "CHC")
    assert (shown.version, shown.forum, shown.criteria) == (1, None, DEFAULT_CRITERIA)


def test_what_if_names_who_comes_in_and_who_falls_out_and_changes_nothing(register: Path) -> None:
    desk = filled(register)
    told = criteria.preview_criteria(desk, HALF, "CHC")
    assert [(name.prn, name.surname) for name in told.enters] == [("2", "Low")]
    assert [name.prn for name in told.leaves] == ["3"]
    assert told.looked_at == 3
    assert read(desk, select(CriteriaVersion.version)) == []


def test_adopted_criteria_hold_from_the_next_extract_on_and_cases_keep_what_took_them_in(
    register: Path,
) -> None:
    desk = filled(register)
    adopted = criteria.adopt_criteria(desk, HALF, "The forum agreed", "CHC")
    assert (adopted.version, adopted.forum) == (2, "CHC")
    assert len(read(desk, select(Case.id))) == 2
    low = row("2", Surname="Low", As_at="16/12/2026")
    low["RoC*RoI"] = "0.55"
    assert extract.import_extract(desk, "b.csv", extract_csv([low])).cases_opened == 1
    assert sorted(read(desk, select(Case.criteria_version))) == [(1,), (1,), (2,)]


def test_a_forum_with_criteria_of_its_own_is_not_touched_by_those_for_the_others(register: Path) -> None:
    desk = filled(register)
    criteria.adopt_criteria(desk, DEFAULT_CRITERIA, "Ours", "CHC")
    criteria.adopt_criteria(desk, HALF, "Everybody else's")
    assert criteria.show_criteria(desk, "CHC")[0].criteria == DEFAULT_CRITERIA
    assert criteria.show_criteria(desk, "HB")[0].criteria == HALF
    assert criteria.preview_criteria(desk, HALF).looked_at == 0


def test_a_forum_that_gives_up_its_own_criteria_follows_those_of_the_others_again(register: Path) -> None:
    desk = filled(register)
    with pytest.raises(Refused, match="no criteria of its own"):
        criteria.share_criteria(desk, "CHC", "as everybody")
    criteria.adopt_criteria(desk, DEFAULT_CRITERIA, "Ours", "CHC")
    with pytest.raises(Refused, match="Say why"):
        criteria.share_criteria(desk, "CHC", " ")
    shared = criteria.share_criteria(desk, "CHC", "as everybody")
    assert (shared.version, shared.forum) == (1, None)
    criteria.adopt_criteria(desk, HALF, "Everybody's")
    assert criteria.show_criteria(desk, "CHC")[0].criteria == HALF
    assert criteria.preview_criteria(desk, DEFAULT_CRITERIA).looked_at == 3
    assert {row.forum for row in criteria.show_criteria(desk)} == {None}


def test_criteria_that_somebody_else_put_in_force_meanwhile_are_not_written_over_unseen(
    register: Path,
) -> None:
    desk = filled(register)
    seen = {"criteria": told_criteria(criteria.show_criteria(desk, "CHC")[0])}
    criteria.adopt_criteria(desks.sit(register), DEFAULT_CRITERIA[:1], "Theirs", "CHC", seen=seen)
    with pytest.raises(Overtaken, match="For CHC alone") as overtaken:
        criteria.adopt_criteria(desk, HALF, "Mine", "CHC", seen=seen)
    assert overtaken.value.field == "criteria"
    with pytest.raises(Overtaken):
        criteria.share_criteria(desk, "CHC", "Mine", seen=seen)
    seen = {"criteria": overtaken.value.theirs}
    assert criteria.adopt_criteria(desk, HALF, "Mine", "CHC", seen=seen).criteria == HALF


def test_the_chair_sees_the_what_if_and_only_an_administrator_adopts(register: Path) -> None:
    chair = desks.sit(register, Role.CHAIR)
    assert criteria.preview_criteria(chair, HALF).enters == ()
    with pytest.raises(NotPermitted):
        criteria.adopt_criteria(chair, HALF, "because")


def test_who_belongs_to_one_forum_cannot_adopt_for_every_forum(register: Path) -> None:
    desk = desks.sit(register)

    keep_to_forum(desk, "CHC")
    with pytest.raises(NotPermitted, match="say which one"):
        criteria.adopt_criteria(desk, HALF, "because")
    with pytest.raises(NotPermitted):
        criteria.adopt_criteria(desk, HALF, "because", "HB")


def test_adopting_needs_a_reason(register: Path) -> None:
    with pytest.raises(Refused, match="Say why"):
        criteria.adopt_criteria(desks.sit(register), HALF, "  ")


def test_a_criteria_file_says_field_by_heading_and_value_as_a_number_or_a_word() -> None:
    told = read_criteria(
        '[{"criterion": "A", "field": "RoC*RoI", "comparison": "≥", "value": 0.5},'
        ' {"criterion": "B", "field": "cso", "comparison": "=", "value": true, "words": "is one"}]'
    )
    assert told == (Criterion("A", "roc_roi", ">=", "0.5"), Criterion("B", "cso", "=", "yes", "is one"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "at least one row"),
        ('{"criterion": "A"}', "JSON list"),
        ("[1]", "Row 1 of the criteria file is not an object"),
        ('[{"criterion": "A", "field": "cso", "comparison": "="}]', "has no “value”"),
        ('[{"criterion": "A", "field": "cso", "comparison": "=", "value": "y", "and": 1}]', "has “and”"),
        (
            '[{"criterion": "A", "field": "cso", "comparison": "=", "value": []}]',
            "must be a text or a number",
        ),
        ('[{"criterion": "A", "field": "cso", "comparison": ">=", "value": "y"}]', "use ="),
        (
            '[{"criterion": "A", "field": "Surname", "comparison": "=", "value": "y"}]',
            "no criterion can compare",
        ),
        ('[{"criterion": "A", "field": "OWR weight", "comparison": "=", "value": "four"}]', "whole number"),
    ],
)
def test_a_criteria_file_that_cannot_be_applied_is_refused_with_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        read_criteria(text)
