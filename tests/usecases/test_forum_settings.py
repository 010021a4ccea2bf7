"""What a forum is, changed by whoever keeps it: region, marking and the template of its agenda (needs T2, T3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk import Desk
from app.domain.agenda.facts import Agenda
from app.domain.errors import NotFound, NotPermitted, Overtaken, Refused
from app.domain.register import ForumChange, ForumDraft, ForumRow
from app.domain.words import Marking
from app.usecases import agenda, meeting, trail
from app.usecases import register as forums
from tests.fixtures.at_table import CODE, chair, member, sit_down


@pytest.fixture
def desk(register: Path) -> Desk:
    return sit_down(register)


def _forum(desk: Desk) -> ForumRow:
    return next(row for row in forums.list_forums(desk) if row.code == "CHC")


def test_what_is_not_named_stays_and_the_trail_names_what_changed(desk: Desk) -> None:
    made = forums.set_forum(desk, "chc", ForumChange(region="Otago", marking="sensitive"))
    assert made == _forum(desk)
    assert (made.name, made.region, made.marking) == ("Christchurch HR/HP Forum", "OTA", Marking.SENSITIVE)
    assert made.minutes == {"table": 8, "paper": 1}
    told = [row.sentence for row in trail.list_trail(desk)]
    assert any(each.endswith("changed forum CHC (region, marking)") for each in told)


def test_the_template_gives_an_item_its_minutes_by_track_and_milestone(desk: Desk) -> None:
    made = forums.set_forum(
        desk, "CHC", ForumChange(template="paper = 2\n\nTable/4 = 12\ntable=9\n", meeting_minutes="200")
    )
    assert made.template == "table = 9\ntable/4 = 12\npaper = 2"
    assert made.minutes == {"table": 9, "table/4": 12, "paper": 2}
    assert made.meeting_minutes == 200


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (ForumChange(template="table = 8"), "no line for paper"),
        (ForumChange(template="table = 8\npaper = 1\ntable/5 = 3"), "milestones 8, 6, 4, 2, 1"),
        (ForumChange(template="table = 8\npaper = 1\ntable = 9"), "stands twice"),
        (
            ForumChange(template="table = eight\npaper = 1"),
            "whole number of minutes from 1 to 240, not 'eight'",
        ),
        (ForumChange(template="table = 0\npaper = 1"), "from 1 to 240, not '0'"),
        (ForumChange(meeting_minutes="-5"), "length of a meeting"),
        (ForumChange(region="Atlantis"), "not a region"),
        (ForumChange(marking="RESTRICTED"), "choose IN CONFIDENCE or SENSITIVE"),
        (ForumChange(name=" "), "needs a name"),
        (ForumChange(name="hawke’s bay hr/hp forum"), "The forum HB has that name"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_changed(
    desk: Desk, change: ForumChange, why: str
) -> None:
    before = _forum(desk)
    with pytest.raises(Refused, match=why):
        forums.set_forum(desk, "CHC", change)
    assert _forum(desk) == before
    with pytest.raises(NotFound):
        forums.set_forum(desk, "XX", change)


def test_a_forum_is_not_added_with_minutes_that_no_agenda_could_count(desk: Desk) -> None:
    with pytest.raises(Refused, match="from 1 to 240"):
        forums.add_forum(desk, ForumDraft("NTH", "Northland", "NTL", minutes={"table": -8, "paper": 1}))


def test_only_administrators_and_chairs_change_a_forum(desk: Desk) -> None:
    reader = member(desk)
    with pytest.raises(NotPermitted, match="Ask an administrator or a chair"):
        forums.set_forum(reader, "CHC", ForumChange(marking="SENSITIVE"))
    assert forums.set_forum(chair(desk), "CHC", ForumChange(marking="SENSITIVE")).marking is Marking.SENSITIVE


def test_what_two_wrote_stays_beside_each_other(desk: Desk) -> None:
    seen = _forum(desk).seen
    forums.set_forum(desk, "CHC", ForumChange(region="Otago"), seen)
    forums.set_forum(desk, "CHC", ForumChange(marking="SENSITIVE"), seen)
    with pytest.raises(Overtaken) as overtaken:
        forums.set_forum(desk, "CHC", ForumChange(region="Nelson"), seen)
    assert (overtaken.value.field, overtaken.value.theirs) == ("region", "Otago")


def test_an_agenda_counts_with_the_new_template_at_once_and_an_issued_one_keeps_its_own(desk: Desk) -> None:
    def made(code: str) -> Agenda:
        found = agenda.see_agenda(desk, code).agenda
        assert found is not None
        return found

    issued = made(CODE)
    coming = meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14)).meeting
    before = made(coming)
    forums.set_forum(desk, "CHC", ForumChange(template="table = 20\npaper = 20", meeting_minutes="100"))
    after = made(coming)
    assert after.minutes == 20 * len(after.items) != before.minutes
    assert (before.length, after.length) == (180, 100)
    assert made(CODE) == issued
