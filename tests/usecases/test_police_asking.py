"""Asking Police again and reminding them: a smaller workbook, its way back, and what the ledger keeps."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from app import desk as door
from app.desk import Desk
from app.domain.errors import NotPermitted, Refused
from app.domain.police import Sheet
from app.domain.police_exchange import ExchangeLine, Verdict
from app.domain.row_seals import MarkedOutside
from app.domain.words import Role
from app.usecases import disclosure, people, police
from app.usecases import police_asking as asking
from app.usecases import police_review as reviews
from tests.fixtures import desks
from tests.fixtures import police_month as month
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.sealed_case import own_tools

PASSPHRASE = "a kettle sings on the stove"
X = Sheet.CROSS_REFERENCE


@pytest.fixture
def desk(register: Path) -> Desk:
    return month.make_month(register)


def came_back(desk: Desk) -> str:
    """A file whose order expires on a day that is in no calendar, and a doubtful threat."""
    sent, data = month.send(desk)
    said: dict[str, Any] = {
        "Police_answer": "held, relevant",
        "Protection_order": "in force",
        "Order_expires": "31/11/2027",
        "Threats": "to a neighbour",
        "Officer": "Det. Sgt Hākopa",
    }
    month.take_in(desk, month.officer(data, lambda book: month.write(book, X, month.HEMI, **said)))
    return sent.exchange


def ask(desk: Desk, exchange: str, *headings: str, reason: str = "") -> None:
    cells = [cell.id for cell in reviews.review_police(desk, exchange).cells if cell.heading in headings]
    reviews.decide_police(desk, exchange, cells, Verdict.ASK, reason=reason)


def again(desk: Desk, exchange: str) -> tuple[str, Any, bytes]:
    out: list[bytes] = []
    sent = asking.ask_back_police(desk, exchange, None, out.append)
    return sent.exchange, openpyxl.load_workbook(io.BytesIO(out[0])), out[0]


def line(desk: Desk, exchange: str) -> ExchangeLine:
    return next(each for each in police.list_exchanges(desk) if each.exchange == exchange)


def test_no_question_goes_out_where_a_case_was_changed_outside(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Threats", reason="Which neighbour's house number?")
    raw = own_tools(desk)
    raw.execute("UPDATE persons SET surname = 'x' WHERE prn = ?", (month.HEMI,))
    raw.commit()
    raw.close()
    with pytest.raises(MarkedOutside, match="Not printed"):
        again(desk, first)
    assert [each.exchange for each in police.list_exchanges(desk)] == [first]


def test_only_the_rows_asked_back_go_out_again_with_the_question_and_where_to_answer(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Threats", reason="Which neighbour's house number?")
    second, book, file = again(desk, first)
    assert second.startswith("EX-CHC-2027-03-10-2-")
    assert book.sheetnames[:3] == ["Instructions", "Questions", "Cross-reference"]
    assert [row[1].value for row in book["Cross-reference"].iter_rows(min_row=2)] == [month.HEMI]
    assert book["Addresses"].max_row == 1
    told = [cell.value for cell in book["Questions"][2]]
    place = f"{get_column_letter(month.column(book[X.value], 'Threats'))}2"
    assert told[1:7] == [
        "Cross-reference",
        place,
        "04512345 Ngatā",
        "Threats",
        "to a neighbour",
        "Which neighbour's house number?",
    ]
    assert told[7] == f'=IF(\'Cross-reference\'!${place[0]}$2="","to do","answered")'
    as_saved = openpyxl.load_workbook(io.BytesIO(file), data_only=True)["Instructions"]
    counts = [
        [cell.value for cell in row[1:6]] for row in as_saved.iter_rows() if row[1].value == "Questions"
    ]
    assert counts == [["Questions", 1, 1, 0, f"question 1: Cross-reference, cell {place}"]]


def test_what_could_not_be_read_asks_by_its_own_fault(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Order expires")
    _, book, _ = again(desk, first)
    assert book["Questions"]["G2"].value == (
        "This could not be read: 31/11/2027 is not a date: the calendar has no such day."
    )


def test_the_answer_comes_back_into_a_review_of_its_own_and_is_taken(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Order expires")
    reviews.accept_intact(desk, first)
    reviews.confirm_police(desk, first, lambda _data: None)
    second, _, data = again(desk, first)
    filled = month.officer(
        data, lambda book: month.write(book, X, month.HEMI, Order_expires=date(2027, 11, 30))
    )
    taken = month.take_in(desk, filled)
    assert (taken.exchange, taken.counts.intact, taken.cells) == (second, 1, 1)
    reviews.accept_intact(desk, second)
    done = reviews.confirm_police(desk, second, lambda _data: None)
    assert (done.taken, done.not_taken) == (1, 0)
    review = reviews.review_police(desk, first)
    assert {cell.heading: cell.state.value for cell in review.cells}["Order expires"] == "asked"


def test_the_list_says_how_many_are_to_be_asked_and_whose_questions_a_workbook_carries(desk: Desk) -> None:
    first = came_back(desk)
    assert line(desk, first).asked == 0
    ask(desk, first, "Order expires", "Threats")
    assert line(desk, first).asked == 2
    second, _, _ = again(desk, first)
    assert line(desk, first).asked == 0
    assert line(desk, second).asks_of == first
    assert (line(desk, second).rows, line(desk, second).state) == (1, "sent")


def test_without_a_question_no_workbook_is_made(desk: Desk) -> None:
    first = came_back(desk)
    with pytest.raises(Refused, match=r"No answer of .* is asked back"):
        again(desk, first)
    assert len(police.list_exchanges(desk)) == 1


def test_where_the_file_cannot_be_written_nothing_has_gone_out(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Threats")

    def full(_data: bytes) -> None:
        raise Refused("the disk is full")

    with pytest.raises(Refused, match="disk is full"):
        asking.ask_back_police(desk, first, None, full)
    assert [each.exchange for each in police.list_exchanges(desk)] == [first]
    assert line(desk, first).asked == 1


def test_the_ledger_tells_what_went_out_what_came_back_and_what_was_asked_again(desk: Desk) -> None:
    first = came_back(desk)
    ask(desk, first, "Threats")
    again(desk, first)
    questions, back, out = disclosure.list_disclosures(desks.sit(desk.folder, Role.CHAIR))
    assert (out.what, out.recipients) == ("Police workbook", ("Police liaison",))
    assert (back.what, back.recipients, back.people) == ("Police workbook, come back", ("forum CHC",), 3)
    assert {"Threats", "Order expires", "Officer"} <= set(back.fields)
    assert (questions.what, questions.people) == ("Police workbook, questions", 1)
    assert "Threats" in questions.fields
    assert back.sha256
    assert back.sha256 != out.sha256


def test_a_reminder_is_recorded_with_its_day_and_how_and_looking_at_its_words_records_none(
    desk: Desk,
) -> None:
    sent, _ = month.send(desk)
    words = asking.chase_words(desk, sent.exchange)
    assert line(desk, sent.exchange).chased == ()
    note = asking.chase_police(desk, sent.exchange, "telephone")
    assert note.text == words.text
    [at] = line(desk, sent.exchange).chased
    assert at.date() == desk.now().date()
    assert "We have asked before" in asking.chase_words(desk, sent.exchange).text


def test_a_workbook_that_is_back_is_not_chased_and_a_reminder_says_how(desk: Desk) -> None:
    first = came_back(desk)
    with pytest.raises(Refused, match="nothing to chase"):
        asking.chase_police(desk, first)
    with pytest.raises(Refused, match="Say in a word how"):
        asking.chase_police(desk, first, " ")


def test_a_member_neither_asks_nor_reminds(desk: Desk) -> None:
    first = came_back(desk)
    door.request_access(desk.folder, "Ana Rewi", PASSPHRASE, Role.MEMBER, "CHC", stretcher=CheapStretcher())
    people.approve_person(desks.sit(desk.folder, Role.CHAIR), "Ana Rewi")
    member = door.sign_in(desk.folder, "Ana Rewi", PASSPHRASE, now=desks.Clock(), stretcher=CheapStretcher())
    with pytest.raises(NotPermitted):
        asking.ask_back_police(member, first, None, lambda _data: None)
    with pytest.raises(NotPermitted):
        asking.chase_police(member, first)


def test_the_review_says_who_told_what_the_register_has_and_when_as_far_as_its_handling_allows(
    desk: Desk,
) -> None:
    sent, data = month.send(desk)
    month.take_in(desk, month.officer(data, month.fill_all))
    reviews.accept_intact(desk, sent.exchange)
    reviews.confirm_police(desk, sent.exchange, lambda _data: None)
    for handling, told in (
        ("may be minuted", "Det. Sgt Hākopa, 20/02/2027"),
        ("do not attribute", "20/02/2027"),
    ):
        sent, data = month.send(desk)
        month.take_in(
            desk,
            month.officer(
                data,
                lambda book, handling=handling: month.write(
                    book, X, month.HEMI, Information="Seen again.", Handling=handling
                ),
            ),
        )
        found = {cell.heading: cell for cell in reviews.review_police(desk, sent.exchange).cells}
        if handling == "may be minuted":
            assert found["Information"].ours == "Seen at the marae in Ōpāwaho."
            assert found["Information"].ours_by == told
        reviews.decide_police(desk, sent.exchange, [c.id for c in found.values()], Verdict.ACCEPT)
        reviews.confirm_police(desk, sent.exchange, lambda _data: None)
    sent, data = month.send(desk)
    month.take_in(
        desk, month.officer(data, lambda book: month.write(book, X, month.HEMI, Information="Gone."))
    )
    [cell] = reviews.review_police(desk, sent.exchange).cells
    assert (cell.ours, cell.ours_by) == ("Seen again.", "20/02/2027")
