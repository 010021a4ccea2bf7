"""Not returned rows stay on the agenda, marked *Police: no reply*: in every place a meeting looks at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.cli.agenda_lines import agenda_data, agenda_lines
from app.desk import Desk
from app.domain.dates import AUCKLAND, show_date
from app.domain.police import Sheet
from app.domain.projector import projector_safe
from app.domain.readers import Reader
from app.domain.words import Contents, Role, Service
from app.usecases import police
from app.usecases import police_review as reviews
from app.usecases.agenda import see_agenda
from app.usecases.packs import preview_pages
from app.usecases.restricted import restrict_case
from app.usecases.run import see_table
from tests.fixtures import desks
from tests.fixtures import police_month as month
from ui.run import told

X = Sheet.CROSS_REFERENCE
SENT = desks.START.astimezone(AUCKLAND).date()
AFTER = datetime(2027, 3, 8, tzinfo=UTC)
"""Well after the workbook's day, two days before the meeting."""


@pytest.fixture
def desk(register: Path) -> Desk:
    return month.make_month(register)


def at(desk: Desk, moment: datetime) -> Desk:
    return desks.sit(desk.folder, clock=desks.Clock(moment))


def silent(desk: Desk) -> dict[str, str]:
    """What the agenda says of whom Police did not answer, by PRN."""
    return {each.prn: each.words for each in see_agenda(desk, month.MEETING).no_reply}


def apply(desk: Desk, data: bytes, fill: Callable[[Any], None]) -> str:
    """Police fill the workbook in, it is taken in, accepted and applied."""
    month.take_in(desk, month.officer(data, fill))
    exchange = police.list_exchanges(desk)[0].exchange
    reviews.accept_intact(desk, exchange)
    reviews.confirm_police(desk, exchange, lambda _receipt: None)
    return exchange


def answer_hemi(book: Any) -> None:
    """Hēmi is answered, Aniwa's row is blank and Seán's is gone."""
    month.write(book, X, month.HEMI, Police_answer="nothing held")
    page = book[X.value]
    page.delete_rows(month.line_of(page, month.SEAN))


def test_a_workbook_that_did_not_come_back_marks_its_cases_from_the_day_after_it_was_due(desk: Desk) -> None:
    month.send(desk)
    due = police.list_exchanges(desk)[0].due
    on_the_day = datetime.combine(due, time(1), UTC)
    assert silent(at(desk, on_the_day)) == {}
    said = f"Police: no reply (workbook sent {show_date(SENT)})"
    late = at(desk, on_the_day + timedelta(days=1))
    assert silent(late) == dict.fromkeys((month.HEMI, month.ANIWA, month.SEAN), said)


def test_an_applied_reply_marks_the_row_that_is_gone_and_the_row_that_is_blank(desk: Desk) -> None:
    _, data = month.send(desk)
    exchange = apply(desk, data, answer_hemi)
    assert silent(desk).keys() == {month.ANIWA, month.SEAN}
    reviews.take_back_police(desk, exchange)
    assert silent(desk) == {}


def test_a_further_reply_with_the_missing_rows_takes_the_mark_away(desk: Desk) -> None:
    _, data = month.send(desk)
    apply(desk, data, answer_hemi)
    apply(desk, data, month.fill_all)
    assert silent(desk) == {}


def test_a_reply_under_review_is_no_silence(desk: Desk) -> None:
    _, data = month.send(desk)
    month.take_in(desk, month.officer(data, answer_hemi))
    assert silent(at(desk, AFTER)) == {}


def test_the_run_sheet_says_no_reply_before_what_police_said_earlier(desk: Desk) -> None:
    _, data = month.send(desk)
    apply(desk, data, answer_hemi)
    by_prn = {case.item.prn: case for case in see_table(desk, month.MEETING).cases}
    assert "Police: no reply (workbook sent" in told.said(Service.POLICE)(by_prn[month.SEAN])
    assert "no reply" not in told.said(Service.POLICE)(by_prn[month.HEMI])
    assert "no reply" not in told.said(Service.PROBATION)(by_prn[month.SEAN])
    safe = projector_safe(by_prn[month.SEAN])
    assert "no reply" not in told.said(Service.POLICE)(safe)


@pytest.mark.parametrize("contents", [Contents.AGENDA, Contents.PACK])
@pytest.mark.parametrize("reader", list(Reader))
def test_paper_marks_the_case_in_the_agenda_and_on_its_page(
    desk: Desk, contents: Contents, reader: Reader
) -> None:
    _, data = month.send(desk)
    apply(desk, data, answer_hemi)
    shown = preview_pages(desk, month.MEETING, contents, reader=reader)
    text = " ".join(shown.texts)
    times = 2 if contents is Contents.AGENDA else 4
    assert " ".join(text.split()).count("Police: no reply") == times


def test_the_command_marks_the_case_in_words_and_in_json(desk: Desk) -> None:
    _, data = month.send(desk)
    apply(desk, data, answer_hemi)
    view = see_agenda(desk, month.MEETING)
    items: Any = agenda_data(view)["items"]
    assert {item["prn"]: item["police_no_reply"] for item in items} == {
        month.HEMI: None,
        month.ANIWA: SENT,
        month.SEAN: SENT,
    }
    assert sum("Police: no reply" in line for line in agenda_lines(view)) == 2


def test_nobody_learns_that_police_did_not_answer_about_a_restricted_case(desk: Desk) -> None:
    month.send(desk)
    chair = desks.sit(desk.folder, Role.CHAIR, desks.Clock(AFTER))
    restrict_case(chair, month.SEAN, [desks.CHAIR[0]], "an informant")
    assert silent(chair).keys() == {month.HEMI, month.ANIWA, month.SEAN}
    admin = at(desk, AFTER + timedelta(hours=1))
    assert silent(admin).keys() == {month.HEMI, month.ANIWA}
    table = see_table(admin, month.MEETING)
    [kept] = [case for case in table.cases if case.item.prn.startswith("RESTRICTED")]
    assert "no reply" not in told.said(Service.POLICE)(kept)
    items: Any = agenda_data(see_agenda(admin, month.MEETING))["items"]
    assert [each["police_no_reply"] for each in items if each["prn"].startswith("RESTRICTED")] == [None]
