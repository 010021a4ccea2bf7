"""Pictures of figures through the door: the same numbers as the register, on pages whose words can be read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app import desk as door
from app.desk import Desk
from app.domain.charts import Chart
from app.domain.errors import NotPermitted
from app.domain.meeting import ActionDraft, DecisionDraft, TransferDraft
from app.domain.run import CaseTime, UnderWayDraft
from app.domain.words import ActionOutcome, DecisionKind, DisclosureConsidered, Role, Service, Track
from app.usecases import cases, discussion, figures, meeting, people, run, trail
from app.usecases import police_review as reviews
from app.usecases.agenda import see_agenda
from reports.preview import texts_of
from tests.fixtures import desks, months, police_month
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.months import MEETING


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desks.sit(months.new_month(tmp_path / "register"))


def _as(desk: Desk, role: Role) -> Desk:
    name, passphrase = "Wiremu Pōtiki", "a kettle sings on the stove"
    door.request_access(desk.folder, name, passphrase, role, "CHC", stretcher=CheapStretcher())
    chair = desks.sit(desk.folder, Role.CHAIR)
    people.approve_person(chair, name)
    chair.close()
    return door.sign_in(desk.folder, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def test_every_open_case_stands_in_one_month(desk: Desk) -> None:
    drawn = figures.picture_figures(desk, "CHC")
    counted = sum(bar.total for bar in drawn.charts[0].bars)
    assert counted == len(cases.list_cases(desk, "CHC"))
    assert counted > 0


def test_whoever_asks_for_some_pictures_gets_those_and_has_no_others_counted(desk: Desk) -> None:
    drawn = figures.picture_figures(desk, "CHC", keys=("actions", "releases"))
    assert [chart.key for chart in drawn.charts] == ["actions", "releases"]
    assert trail.list_trail(desk)[-1].sentence.endswith("looked at the pictures of figures (2 pictures)")


def test_a_late_action_is_told_with_its_service_in_picture_and_table(desk: Desk) -> None:
    agenda = see_agenda(desk, MEETING).agenda
    assert agenda is not None
    draft = ActionDraft("Find another address", Service.PROBATION, "S. Merrin", months.AS_AT)
    meeting.add_action(desk, MEETING, agenda.items[0].prn, draft)
    drawn = figures.picture_figures(desk, "CHC")
    assert ("probation", "0", "1", "0") in drawn.charts[3].rows
    assert not drawn.pdf  # the window draws its own
    pages = texts_of(figures.picture_figures(desk, "CHC", leaving=True).pdf)
    assert len(pages) == len(drawn.charts)
    assert drawn.charts[3].name in pages[3].replace("\r\n", " ")


def test_an_auditor_and_a_report_see_no_count_under_five(desk: Desk) -> None:
    plain = figures.picture_figures(desk, "CHC")
    small = [cell for row in plain.charts[0].rows for cell in row[1:] if cell in set("1234")]
    assert small
    for drawn in (
        figures.picture_figures(desk, "CHC", leaving=True),
        figures.picture_figures(_as(desk, Role.AUDITOR), "CHC"),
    ):
        cells = [
            cell for chart in drawn.charts if chart.unit != "days" for row in chart.rows for cell in row[1:]
        ]
        assert "<5" in cells
        assert not set(cells) & set("1234")


def test_a_liaison_sees_no_figures(desk: Desk) -> None:
    with pytest.raises(NotPermitted, match="see figures"):
        figures.picture_figures(_as(desk, Role.POLICE_LIAISON), "CHC")


def test_an_action_that_was_transferred_is_as_old_as_when_it_was_first_given(tmp_path: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(months.new_month(tmp_path / "register"), clock=clock)
    agenda = see_agenda(desk, MEETING).agenda
    assert agenda is not None
    draft = ActionDraft("Find another address", Service.PROBATION, "S. Merrin", months.AS_AT)
    given = meeting.add_action(desk, MEETING, agenda.items[0].prn, draft)
    assert _chart(desk, "ages").rows == (("probation", "1", "0", "0"),)
    clock.go_to(clock.at + timedelta(days=70))
    to = TransferDraft("Mere Ngata", Service.PRISONS)
    meeting.settle_action(desk, str(given.id), ActionOutcome.TRANSFERRED, to=to)
    assert _chart(desk, "ages").rows == (("prisons", "0", "0", "1"),)


def test_the_minutes_that_cases_took_are_counted_once_their_meeting_is_closed(desk: Desk) -> None:
    made = see_agenda(desk, MEETING).agenda
    assert made is not None
    first, second, *_ = [item.position for item in made.items if item.track is Track.TABLE]
    times = (CaseTime(first, 150), CaseTime(second, 700))
    run.keep_under_way(desk, MEETING, UnderWayDraft(second, False, 850, 0, times))
    assert _chart(desk, "times").bars == ()
    for item in made.items:
        decision = DecisionDraft(DecisionKind.AGREED, "The plan holds.", "", DisclosureConsidered.NO)
        discussion.decide_item(desk, MEETING, item.prn, decision)
    chair = desks.sit(desk.folder, Role.CHAIR)
    meeting.close_meeting(chair, MEETING)
    chair.close()
    chart = _chart(desk, "times")
    assert chart.rows[1] == ("2 to 4 min", "1", "0")
    assert chart.rows[-1] == ("over 10 min", "0", "1")
    assert chart.finding == "Half of 2 cases took 2:30 or less; 1 ran over the time planned"
    assert _chart(_as(desk, Role.AUDITOR), "times").rows[1] == ("2 to 4 min", "<5", "0")


def test_a_reply_of_police_that_waits_for_its_review_is_counted_until_today(register: Path) -> None:
    clock = desks.Clock()
    police_month.make_month(register).close()
    desk = desks.sit(register, clock=clock)
    sent, data = police_month.send(desk)
    clock.go_to(clock.at + timedelta(days=3))
    police_month.take_in(desk, police_month.officer(data, police_month.fill_all))
    clock.go_to(clock.at + timedelta(days=9))
    assert _chart(desk, "turnaround").bars[-1].counts == (3, 9)
    reviews.accept_intact(desk, sent.exchange)
    reviews.confirm_police(desk, sent.exchange, lambda _data: None)
    clock.go_to(clock.at + timedelta(days=5))
    assert _chart(desk, "turnaround").bars[-1].counts == (3, 9)


def _chart(desk: Desk, key: str) -> Chart:
    return next(chart for chart in figures.picture_figures(desk, "CHC").charts if chart.key == key)
