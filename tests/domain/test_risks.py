"""Each service's own rating side by side; nothing combines two of them (need R8)."""

from __future__ import annotations

from datetime import date

from app.domain.cases import ChangeRow, ForumWord, RiskRow, ValueRow
from app.domain.risks import CORRECTIONS, side_by_side
from app.domain.words import Owner, Service

AS_AT = date(2026, 11, 16)


def _risk(service: Service, tool: str, score: str, day: int) -> RiskRow:
    return RiskRow(service, tool, score, "2", date(2026, 11, day), "A. Person", Owner.FORUM, "forum: A")


def test_the_present_rating_of_each_tool_stands_first_and_the_older_ones_under_it() -> None:
    rows = side_by_side(
        [
            _risk(Service.PROBATION, "DRAOR", "9", 3),
            _risk(Service.PROBATION, "DRAOR", "12", 1),
            _risk(Service.PSYCHOLOGICAL, "VRS", "55", 2),
        ],
        (),
        (),
    )
    assert [(row.whose, row.tool, row.score, row.standing) for row in rows] == [
        ("probation", "DRAOR", "9", "present"),
        ("probation", "DRAOR", "12", "older"),
        ("psychological services", "VRS", "55", "present"),
    ]


def test_what_ioms_holds_is_corrections_own_with_its_as_at_and_the_forums_word_beside_it() -> None:
    word = ForumWord("High", "re-scored", "forum: M.", date(2026, 11, 17))
    rows = side_by_side(
        (),
        (
            ValueRow("RoC*RoI", "0.71", Owner.IOMS, "few.csv, row 2", AS_AT),
            ValueRow("Psychological risk", None, Owner.IOMS, "few.csv, row 2", AS_AT, (word,)),
            ValueRow("Unit", "Kea", Owner.IOMS, "few.csv, row 2", AS_AT),
        ),
        (
            ChangeRow("RoC*RoI", "0.68", "0.71", None, "extract as at 16/11/2026"),
            ChangeRow("Unit", "Tūī", "Kea", None, "extract as at 16/11/2026"),
        ),
    )
    assert [(row.whose, row.score, row.on, row.standing) for row in rows] == [
        (CORRECTIONS, "0.71", AS_AT, "present"),
        (CORRECTIONS, "0.68", None, "older"),
        ("forum", "High", date(2026, 11, 17), "present"),
    ]
    assert rows[1].source == "until the extract as at 16/11/2026"
