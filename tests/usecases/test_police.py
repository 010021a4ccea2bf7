"""The Police exchange: what goes out, what is known of what comes back, and what is written when."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app import desk as door
from app.desk import Desk
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.police import Sheet
from app.domain.police_exchange import PEOPLE_HEADING, Review, Verdict
from app.domain.police_under_review import Over, WouldReplace
from app.domain.register import ForumDraft
from app.domain.words import Owner, Role
from app.usecases import agenda, cases, disclosure, meeting, people, police
from app.usecases import police_links as links
from app.usecases import police_review as reviews
from app.usecases import register as forums
from app.usecases import search as searches
from db import trail
from db.queries import agenda_reads
from db.queries.considered import Considered
from db.tables.disclosure import Disclosure
from db.tables.plan import AddressCheck
from db.tables.police import Exchange, ExchangeRow, PoliceValue, Return, ReturnedCell
from db.tables.register import Alias, ExternalOrder
from reports.reader import read_returned
from tests.fixtures import desks
from tests.fixtures import police_month as month
from tests.fixtures.cheap import CheapStretcher

X = Sheet.CROSS_REFERENCE


@pytest.fixture
def desk(register: Path) -> Desk:
    return month.make_month(register)


def ask(desk: Desk, *columns: Any, **where: Any) -> list[Any]:
    """Rows of the register as they stand."""
    query = select(*columns)
    for name, value in where.items():
        query = query.where(getattr(columns[0].class_, name) == value)
    with desk.engine(read_only=True).connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


def values(desk: Desk) -> dict[str, str]:
    """Police values in force of the first person, by heading."""
    rows = ask(desk, PoliceValue.heading, PoliceValue.value, case_id=1, address_id=None, superseded_seq=None)
    return dict(rows)


def states(review: Review) -> dict[str, str]:
    return {cell.id: cell.state.value for cell in review.cells}


def reply(desk: Desk, data: bytes, **said: Any) -> Review:
    """Police answer about the first person; the file is taken in."""
    month.take_in(desk, month.officer(data, lambda book: month.write(book, X, month.HEMI, **said)))
    return reviews.review_police(desk, police.list_exchanges(desk)[0].exchange)


# --- out -----------------------------------------------------------------------------------------


def test_one_row_goes_out_for_each_listed_case_and_each_living_address(desk: Desk) -> None:
    sent, data = month.send(desk)
    assert (sent.rows, sent.people) == (5, 3)
    assert sent.sha256 == hashlib.sha256(data).hexdigest()
    [hemi, *_] = [cells for (cells, sheet) in ask(desk, ExchangeRow.cells, ExchangeRow.sheet) if sheet == X]
    assert hemi == {
        "PRN": "04512345",
        "Surname": "Ngatā",
        "Given names": "Hēmi",
        "Date of birth": "1981-02-03",
        "Aliases": "Bear",
        "Prison": "Rolleston",
        "Anchor": "Hearing 11/03/2027",
        "Board hearing": "2027-03-11",
        "Alerts": "HR",
        "VNR": "yes",
    }
    vnr = [cells["VNR"] for (cells, sheet) in ask(desk, ExchangeRow.cells, ExchangeRow.sheet) if sheet == X]
    assert vnr == ["yes", "no", "not known"]


def test_the_workbook_opens_with_its_passphrase_alone(desk: Desk) -> None:
    _, data = month.send(desk, month.PASSPHRASE)
    assert [s.name for s in read_returned(data, month.PASSPHRASE, "out.xlsx").sheets][:2] == [
        "Instructions",
        "Cross-reference",
    ]
    with pytest.raises(Refused, match="passphrase was not accepted"):
        read_returned(data, "another passphrase altogether", "out.xlsx")


def test_a_workbook_that_goes_out_stands_in_the_disclosure_ledger(desk: Desk) -> None:
    sent, _ = month.send(desk)
    [row] = disclosure.list_disclosures(desks.sit(desk.folder, Role.CHAIR))
    assert (row.what, row.subject, row.recipients) == ("Police workbook", sent.exchange, ("Police liaison",))
    assert (row.people, row.standing, row.sha256) == (3, True, sent.sha256)
    assert {"PRN", "Surname", "Address", "VNR"} <= set(row.fields)
    assert disclosure.list_disclosures(desk, "HB") == ()


def test_sending_marks_the_police_check_of_each_address_as_asked(desk: Desk) -> None:
    month.send(desk)
    assert ask(desk, AddressCheck.kind, AddressCheck.answer) == [("Police", "asked"), ("Police", "asked")]


def test_a_plain_workbook_leaves_its_own_note_in_the_trail(desk: Desk) -> None:
    month.send(desk)
    with desk.engine(read_only=True).connect() as connection:
        told = [entry.body for entry in trail.entries(connection) if entry.event == "export_police"]
    assert "plain: made without a passphrase" in told[-1]


def test_a_draft_agenda_is_not_sent_and_a_weak_passphrase_is_not_taken(desk: Desk) -> None:
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14))
    with pytest.raises(Refused, match="has no issued agenda yet"):
        police.export_police(desk, "CHC-2027-04-14", month.PASSPHRASE, lambda _: None)
    with pytest.raises(Refused, match="at least 16 characters"):
        police.export_police(desk, month.MEETING, "short", lambda _: None)
    with pytest.raises(NotFound, match="CHC-2027-03-10"):
        police.export_police(desk, "CHC-2027-03-11", month.PASSPHRASE, lambda _: None)


def test_a_workbook_that_cannot_be_written_is_not_recorded(desk: Desk) -> None:
    def full(_: bytes) -> None:
        raise Refused("The disk is full.")

    with pytest.raises(Refused, match="full"):
        police.export_police(desk, month.MEETING, month.PASSPHRASE, full)
    for column in (Exchange.exchange, ExchangeRow.id, Disclosure.id, AddressCheck.id):
        assert ask(desk, func.count(column)) == [(0,)]


def test_a_workbook_is_put_in_its_place_only_once_the_register_has_it(desk: Desk) -> None:
    seen: list[int] = []

    def deliver(_data: bytes) -> Any:
        return lambda: seen.append(len(ask(desk, Exchange.exchange)))

    police.export_police(desk, month.MEETING, None, deliver)
    assert seen == [1]


def test_the_passphrase_is_shown_to_a_chair_and_the_trail_keeps_who_looked(desk: Desk) -> None:
    sent, _ = month.send(desk, month.PASSPHRASE)
    chair = desks.sit(desk.folder, Role.CHAIR)
    assert police.show_passphrase(chair, sent.exchange).passphrase == month.PASSPHRASE
    with desk.engine(read_only=True).connect() as connection:
        assert list(trail.entries(connection))[-1].event == "show_passphrase"


# --- in ------------------------------------------------------------------------------------------


def test_taking_a_file_in_writes_no_answer(desk: Desk) -> None:
    sent, data = month.send(desk)
    taken = month.take_in(desk, month.officer(data, month.fill_all))
    assert (taken.exchange, taken.counts.intact, taken.cells) == (sent.exchange, 5, 22)
    assert ask(desk, func.count(PoliceValue.id)) == [(0,)]
    assert set(states(reviews.review_police(desk, sent.exchange)).values()) == {"undecided"}


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    sent, data = month.send(desk)
    file = month.officer(data, month.fill_all)
    first = month.take_in(desk, file)
    reviews.accept_intact(desk, sent.exchange)
    again = month.take_in(desk, file)
    assert (again.exchange, again.cells, again.again, again.counts) == (sent.exchange, 0, True, first.counts)
    assert ask(desk, func.count(Return.id)) == [(1,)]
    assert "accepted" in states(reviews.review_police(desk, sent.exchange)).values()


def test_rows_that_were_sorted_doubled_edited_added_and_deleted_are_each_known(desk: Desk) -> None:
    _, data = month.send(desk)

    def rough(book: Any) -> None:
        page = book[X.value]
        lines = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        hemi, aniwa, _sean = lines  # the third is deleted
        aniwa[2] = "Someone Else"
        added: list[Any] = [None] * len(hemi)
        added[1:4] = [month.SEAN, "O'Connor", "Sean"]
        for at, line in enumerate((aniwa, hemi, hemi, added), 2):
            for column, value in enumerate(line, 1):
                page.cell(at, column).value = value
        for at in range(2, 6):
            page.cell(at, month.column(page, "Police answer")).value = "nothing held"

    taken = month.take_in(desk, month.officer(data, rough))
    counts = taken.counts
    assert (counts.rows, counts.ours_changed, counts.duplicate, counts.unknown_row) == (6, 1, 2, 1)
    assert (counts.missing, counts.intact) == (1, 2)
    review = reviews.review_police(desk, taken.exchange)
    [unknown] = [row for row in review.rows if row.state == "unknown-row"]
    assert unknown.prn is None
    assert unknown.proposals[0].prn == month.SEAN
    assert [row.changed for row in review.rows if row.state == "ours-changed"] == [("Surname",)]
    assert reviews.accept_intact(desk, taken.exchange).decided == 0


def test_a_decomposed_macron_is_no_change_and_a_formula_is_refused_for_its_cell_alone(desk: Desk) -> None:
    _, data = month.send(desk)

    def fill(book: Any) -> None:
        page = book[X.value]
        row = month.line_of(page, month.HEMI)
        page.cell(row, month.column(page, "Surname")).value = unicodedata.normalize("NFD", "Ngatā")
        month.write(
            book, X, month.HEMI, Police_answer="nothing held", Information='=HYPERLINK("http://x","y")'
        )

    taken = month.take_in(desk, month.officer(data, fill))
    assert taken.counts.intact == 5
    [refused] = taken.refused
    assert (refused.heading, refused.id) == ("Information", "x2.information")
    with pytest.raises(Refused, match="cannot be accepted as it is"):
        reviews.decide_police(desk, taken.exchange, ["x2.information"], Verdict.ACCEPT)
    review = reviews.decide_police(desk, taken.exchange, ["x2.information"], Verdict.EDIT, "See the link.")
    assert states(review)["x2.information"] == "accepted"


def test_what_cannot_be_read_is_refused_in_a_sentence_and_leaves_nothing(desk: Desk) -> None:
    _, data = month.send(desk, month.PASSPHRASE)
    file = month.officer(data, month.fill_all, month.PASSPHRASE)
    with pytest.raises(Refused, match=r"passphrase was not accepted for reply\.xlsx"):
        month.take_in(desk, file, "not the passphrase at all")
    with pytest.raises(Refused, match="nothing was taken over"):
        month.take_in(desk, b"\x00\x01 not a workbook")
    assert ask(desk, func.count(Return.id)) == [(0,)]


def test_another_registers_workbook_is_named_as_such(desk: Desk, tmp_path: Path) -> None:
    month.send(desk)
    there = tmp_path / "there"
    founder = door.create(
        there, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    forums.add_forum(founder, ForumDraft("CHC", "Christchurch HR/HP Forum", "CAN"))
    foreign, data = month.send(month.make_month(there))
    file = month.officer(data, month.fill_all)
    whose = f"belongs to another register: to exchange {foreign.exchange}, which this register never sent"
    own = police.list_exchanges(desk)[0].exchange
    for wanted in (None, own):
        with pytest.raises(Refused, match=whose):
            police.take_in_police(desk, file, "reply.xlsx", None, wanted)
    assert ask(desk, func.count(Return.id)) == [(0,)]


def test_last_months_workbook_is_named_as_an_earlier_exchange(desk: Desk) -> None:
    last, data = month.send(desk)
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14))
    agenda.issue_agenda(desk, "CHC-2027-04-14")
    this = police.export_police(desk, "CHC-2027-04-14", None, lambda _: None)
    file = month.officer(data, month.fill_all)
    earlier = (
        rf"reply\.xlsx belongs to an earlier exchange: to {last.exchange}, for the meeting {month.MEETING}"
    )
    with pytest.raises(Refused, match=f"{earlier}, not to {this.exchange}; nothing was taken over"):
        police.take_in_police(desk, file, "reply.xlsx", None, this.exchange)
    assert ask(desk, func.count(Return.id)) == [(0,)]
    taken = month.take_in(desk, file)
    assert taken.exchange == last.exchange
    assert any(
        f"an earlier exchange, {last.exchange} of the meeting {month.MEETING}; the latest sent is {this.exchange}"
        in note
        for note in taken.notes
    )


def test_another_forums_workbook_is_named_as_such_by_its_name_or_by_its_seals(desk: Desk) -> None:
    there, data = month.send(desk)
    meeting.schedule_meeting(desk, "HB", date(2027, 3, 17))
    agenda.issue_agenda(desk, "HB-2027-03-17")
    here = police.export_police(desk, "HB-2027-03-17", None, lambda _: None)

    def lose_its_name(book: Any) -> None:
        del book[Sheet.INSTRUCTIONS.value]
        for prop in list(book.custom_doc_props.names):
            del book.custom_doc_props[prop]

    whose = f"belongs to another forum: to {there.exchange} of CHC, for the meeting {month.MEETING}"
    for fill in (month.fill_all, lose_its_name):
        with pytest.raises(Refused, match=f"{whose}, not to {here.exchange}; nothing was taken over"):
            police.take_in_police(desk, month.officer(data, fill), "reply.xlsx", None, here.exchange)
    assert ask(desk, func.count(Return.id)) == [(0,)]


def _rename_exchange(book: Any) -> None:
    for row in book[Sheet.INSTRUCTIONS.value].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("EX-CHC"):
                cell.value = "EX-CHC-2027-03-10-1-ZZZZ"
    for name in (X, Sheet.ADDRESSES):
        page = book[name.value]
        for line in range(2, page.max_row + 1):
            if page.cell(line, 1).value:
                page.cell(line, 1).value = f"ABCDE-{line:05}-9999"


def test_a_file_without_name_and_seals_is_taken_in_only_for_the_exchange_a_person_names(desk: Desk) -> None:
    sent, data = month.send(desk)

    def lose(book: Any) -> None:
        _rename_exchange(book)
        for row in book[Sheet.INSTRUCTIONS.value].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("EX-CHC"):
                    cell.value = None
        for prop in list(book.custom_doc_props.names):
            del book.custom_doc_props[prop]

    file = month.officer(data, lose)
    with pytest.raises(Refused, match="say which with --exchange"):
        month.take_in(desk, file)
    taken = police.take_in_police(desk, file, "reply.xlsx", None, sent.exchange)
    assert (taken.counts.unknown_row, taken.counts.missing) == (5, 5)


def test_police_of_one_forum_cannot_take_in_anothers_workbook(desk: Desk) -> None:
    sent, data = month.send(desk, month.PASSPHRASE)
    liaison = _person(desk.folder, "Hana Rewi", Role.POLICE_LIAISON, "HB")
    file = month.officer(data, month.fill_all, month.PASSPHRASE)
    with pytest.raises(NotPermitted, match=f"{sent.exchange} of forum CHC"):
        month.take_in(liaison, file, month.PASSPHRASE)
    own = _person(desk.folder, "Rangi Hale", Role.POLICE_LIAISON, "CHC")
    assert month.take_in(own, file).exchange == sent.exchange
    assert len(reviews.review_police(own, sent.exchange).cells) == 22


def test_a_liaison_takes_in_decides_applies_and_takes_back_with_what_the_engine_lets_them(desk: Desk) -> None:
    sent, data = month.send(desk, month.PASSPHRASE)
    own = _person(desk.folder, "Rangi Hale", Role.POLICE_LIAISON, "CHC")
    month.take_in(own, month.officer(data, month.fill_all, month.PASSPHRASE), month.PASSPHRASE)
    reviews.accept_intact(own, sent.exchange)
    done = reviews.confirm_police(own, sent.exchange, lambda _receipt: lambda: None)
    assert done.taken > 0
    assert reviews.take_back_police(own, sent.exchange).values > 0


def _person(folder: Path, name: str, role: Role, forum: str) -> Desk:
    passphrase = "a kettle sings on the stove"
    door.request_access(folder, name, passphrase, role, forum, stretcher=CheapStretcher())
    people.approve_person(desks.sit(folder, Role.CHAIR), name)
    return door.sign_in(folder, name, passphrase, now=desks.Clock(), stretcher=CheapStretcher())


def test_a_newer_file_takes_the_place_of_one_not_yet_confirmed(desk: Desk) -> None:
    _, data = month.send(desk)
    reply(desk, data, Police_answer="nothing held")
    review = reply(desk, data, Police_answer="held, relevant")
    assert [(cell.theirs, cell.state) for cell in review.cells] == [("held, relevant", "undecided")]
    assert len(ask(desk, Return.replaced_seq, replaced_seq=None)) == 1


def test_the_workbook_as_it_was_sent_takes_the_place_of_no_reply(desk: Desk) -> None:
    sent, data = month.send(desk)
    back = month.officer(data, month.fill_all)
    month.take_in(desk, back)
    reviews.accept_intact(desk, sent.exchange)
    before = states(reviews.review_police(desk, sent.exchange))
    with pytest.raises(
        Refused, match=r"as it was sent, without an answer.*stays under review, with 22 answers"
    ):
        police.take_in_police(desk, data, "sent.xlsx", over=Over.ALL)
    again = month.take_in(desk, back)
    assert (again.again, again.cells) == (True, 0)
    assert states(reviews.review_police(desk, sent.exchange)) == before
    reviews.confirm_police(desk, sent.exchange, lambda _receipt: None)
    with pytest.raises(Refused, match="stays as it was applied"):
        month.take_in(desk, data)
    assert reviews.take_back_police(desk, sent.exchange).values > 0


def test_the_workbook_as_it_was_sent_may_come_first_and_a_reply_then_takes_its_place(desk: Desk) -> None:
    sent, data = month.send(desk)
    assert month.take_in(desk, data).cells == 0
    taken = month.take_in(desk, month.officer(data, month.fill_all))
    assert (taken.cells, taken.replaced) == (22, True)
    again = month.take_in(desk, data)
    assert (again.again, again.cells) == (True, 0)
    assert "stays under review" in again.notes[-1]
    assert len(reviews.review_police(desk, sent.exchange).cells) == 22


def test_a_reply_that_was_decided_on_is_replaced_on_a_persons_word_and_comes_back_with_its_decisions(
    desk: Desk,
) -> None:
    sent, data = month.send(desk)
    full = month.officer(data, month.fill_all)

    def fewer(book: Any) -> None:
        month.write(book, X, month.HEMI, Police_answer="held, relevant", Grade="intelligence")

    month.take_in(desk, full)
    reviews.decide_police(desk, sent.exchange, ["x2.police-answer", "x2.grade"], Verdict.ACCEPT)
    reviews.decide_police(desk, sent.exchange, ["x3.police-answer"], Verdict.REJECT, reason="the wrong man")
    other = month.officer(data, fewer)
    with pytest.raises(WouldReplace, match="22 answers, 3 of them decided") as asked:
        month.take_in(desk, other)
    assert (asked.value.answers, asked.value.stands.answers, asked.value.stands.decided) == (2, 22, 3)
    taken = police.take_in_police(desk, other, "other.xlsx", over=Over.ALL)
    assert (taken.cells, taken.replaced, taken.kept) == (2, True, 1)
    now = states(reviews.review_police(desk, sent.exchange))
    assert now == {"x2.police-answer": "accepted", "x2.grade": "undecided"}
    reviews.decide_police(desk, sent.exchange, ["x2.police-answer"], Verdict.ASK, reason="since when?")
    back = police.take_in_police(desk, full, "reply.xlsx", over=Over.ALL)
    assert (back.again, back.cells, back.replaced, back.kept) == (False, 22, True, 1)
    review = reviews.review_police(desk, sent.exchange)
    told = {cell.id: (cell.state.value, cell.reason) for cell in review.cells}
    assert told["x2.police-answer"] == ("asked", "since when?")
    assert told["x2.grade"] == ("accepted", "")
    assert told["x3.police-answer"] == ("rejected", "the wrong man")
    assert len(told) == 22


def test_a_reply_that_comes_back_after_another_was_applied_is_reviewed_and_listed(desk: Desk) -> None:
    sent, data = month.send(desk)
    first = month.officer(data, month.fill_all)
    month.take_in(desk, first)
    reply(desk, data, Police_answer="nothing held")
    reviews.confirm_police(desk, sent.exchange, lambda _receipt: None)
    assert month.take_in(desk, first).cells == 22
    review = reviews.review_police(desk, sent.exchange)
    assert (review.confirmed_on, len(review.cells)) == (None, 22)
    [line] = police.list_exchanges(desk)
    assert (line.state, line.undecided) == ("returned", 22)
    reviews.confirm_police(desk, sent.exchange, lambda _receipt: None)
    assert len(reviews.review_police(desk, sent.exchange).cells) == 22


def test_who_decided_is_still_who_decided_when_another_takes_a_newer_file_in(desk: Desk) -> None:
    sent, data = month.send(desk)
    reply(desk, data, Police_answer="held, relevant")
    reviews.decide_police(desk, sent.exchange, ["x2.police-answer"], Verdict.ACCEPT)
    chair = desks.sit(desk.folder, Role.CHAIR)
    newer = month.officer(data, month.fill_all)
    assert police.take_in_police(chair, newer, "newer.xlsx", over=Over.ALL).kept == 1
    who = ask(desk, ReturnedCell.who, ReturnedCell.seq, cell="x2.police-answer")
    assert len(who) == 2
    assert who[0] == who[1]


# --- decided and confirmed -----------------------------------------------------------------------


def test_confirming_writes_every_accepted_answer_with_officer_day_grade_and_handling(desk: Desk) -> None:
    sent, data = month.send(desk)
    month.take_in(desk, month.officer(data, month.fill_all))
    reviews.accept_intact(desk, sent.exchange)
    done = reviews.confirm_police(desk, sent.exchange, lambda _: None)
    assert (done.taken, done.not_taken, done.people) == (16, 6, 3)
    wanted = (PoliceValue.value, PoliceValue.officer, PoliceValue.checked_on)
    [answer] = ask(desk, *wanted, PoliceValue.grade, PoliceValue.handling, case_id=1, heading="Information")
    assert answer == (
        "Seen at the marae in Ōpāwaho.",
        "Det. Sgt Hākopa",
        date(2027, 2, 20),
        "recorded",
        "members only",
    )
    [order] = ask(
        desk, ExternalOrder.answer, ExternalOrder.detail, ExternalOrder.expires, ExternalOrder.owner
    )
    assert order == ("held, relevant", "in force", date(2028, 1, 31), "Police")
    checks = ask(desk, AddressCheck.answer, AddressCheck.suitability, AddressCheck.officer)
    assert checks == [("held, not relevant", "suitable", "Const. Rewi"), ("asked", None, None)]


def test_what_is_undecided_is_settled_with_its_rows_state_as_the_reason(desk: Desk) -> None:
    sent, data = month.send(desk)
    reply(desk, data, Police_answer="nothing held", Threats="=1+1")
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    cells = {cell.heading: cell for cell in reviews.review_police(desk, sent.exchange).cells}
    assert (cells["Police answer"].state, cells["Police answer"].reason) == ("not-taken", "intact")
    assert cells["Threats"].reason.startswith("intact: a formula")
    assert values(desk) == {}


def test_an_edited_value_is_taken_and_police_own_words_are_kept_beside_it(desk: Desk) -> None:
    sent, data = month.send(desk)
    reply(desk, data, Threats="Aganst a nieghbour", Family_and_others="?")
    reviews.decide_police(desk, sent.exchange, ["x2.threats"], Verdict.EDIT, "Against a neighbour")
    reviews.decide_police(desk, sent.exchange, ["x2.family-and-others"], Verdict.ASK, reason="Who is meant?")
    done = reviews.confirm_police(desk, sent.exchange, lambda _: None)
    assert (done.taken, done.changed, done.asked) == (0, 1, 1)
    assert ask(desk, PoliceValue.value, PoliceValue.police_own) == [
        ("Against a neighbour", "Aganst a nieghbour")
    ]


def test_a_row_that_a_chair_found_is_back_and_its_undecided_answers_are_told_as_such(desk: Desk) -> None:
    exchange = _lost(desk)
    before = reviews.review_police(desk, exchange)
    assert (before.counts.missing, [month.ANIWA in each for each in before.missing]) == (1, [True])
    links.link_row(desks.sit(desk.folder, Role.CHAIR), exchange, "x3", month.ANIWA)
    after = reviews.review_police(desk, exchange)
    assert (after.counts.missing, after.missing) == (0, ())
    out: list[bytes] = []
    reviews.confirm_police(desk, exchange, out.append)
    pages = {s.name: s for s in read_returned(out[0], None, "receipt.xlsx").sheets}
    assert "No reply" not in pages
    reasons = {row.cells[8].text.partition(":")[0] for row in pages["Receipt"].rows[1:]}
    assert reasons == {"undecided"}


def test_the_receipt_goes_back_under_the_same_passphrase_and_into_the_ledger(desk: Desk) -> None:
    sent, data = month.send(desk, month.PASSPHRASE)
    month.take_in(desk, month.officer(data, month.fill_all, month.PASSPHRASE))
    reviews.accept_intact(desk, sent.exchange)
    out: list[bytes] = []
    done = reviews.confirm_police(desk, sent.exchange, out.append)
    assert done.receipt_sha256 == hashlib.sha256(out[0]).hexdigest()
    pages = {s.name: s for s in read_returned(out[0], month.PASSPHRASE, "receipt.xlsx").sheets}
    said = [cell.text for _, cell in sorted(pages["Receipt"].rows[1].cells.items())]
    assert said[2:5] == [month.HEMI, "Ngatā, Hēmi", "Police answer"]
    assert said[5:8] == ["held, relevant", "taken", "held, relevant"]
    assert disclosure.list_disclosures(desk)[0].what == "receipt to Police"


def test_a_receipt_that_cannot_be_written_leaves_everything_undecided_as_it_was(desk: Desk) -> None:
    sent, data = month.send(desk)
    reply(desk, data, Police_answer="nothing held")
    reviews.accept_intact(desk, sent.exchange)

    def full(_: bytes) -> None:
        raise Refused("The folder may not be written to.")

    with pytest.raises(Refused, match="may not be written"):
        reviews.confirm_police(desk, sent.exchange, full)
    assert values(desk) == {}
    assert states(reviews.review_police(desk, sent.exchange)) == {"x2.police-answer": "accepted"}


def test_an_exchange_is_confirmed_once_and_a_further_file_by_itself(desk: Desk) -> None:
    sent, data = month.send(desk)
    reply(desk, data, Police_answer="nothing held")
    reviews.accept_intact(desk, sent.exchange)
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    with pytest.raises(Refused, match="was confirmed on 17/11/2026 by Mere Ashcombe"):
        reviews.confirm_police(desk, sent.exchange, lambda _: None)
    review = reply(desk, data, Police_answer="held, relevant", Officer="Const. Rewi")
    [answer, officer] = review.cells
    assert (answer.ours, answer.theirs, answer.conflict) == ("nothing held", "held, relevant", True)
    assert "was confirmed on 17/11/2026; this is a further file" in review.notes[0]
    assert reviews.accept_intact(desk, sent.exchange).decided == 1
    reviews.decide_police(desk, sent.exchange, [answer.id], Verdict.ACCEPT)
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    assert values(desk) == {"Police answer": "held, relevant", "Officer": officer.theirs}


def test_what_police_say_again_may_be_taken_with_its_new_date(desk: Desk) -> None:
    first, data = month.send(desk)
    reply(desk, data, Police_answer="nothing held")
    reviews.accept_intact(desk, first.exchange)
    reviews.confirm_police(desk, first.exchange, lambda _: None)
    second, data = month.send(desk)
    assert second.exchange != first.exchange
    reply(desk, data, Police_answer="nothing held", Checked_on=date(2027, 2, 22))
    assert reviews.accept_intact(desk, second.exchange, unchanged=True).decided == 2
    reviews.confirm_police(desk, second.exchange, lambda _: None)
    [new] = ask(desk, PoliceValue.checked_on, heading="Police answer", superseded_seq=None)
    assert new == (date(2027, 2, 22),)


def test_two_accepted_duplicates_that_contradict_each_other_stop_the_confirming(desk: Desk) -> None:
    sent, data = month.send(desk)

    def double(book: Any) -> None:
        page = book[X.value]
        for cell in list(page[2]):
            page.cell(5, cell.column).value = cell.value
        page.cell(2, month.column(page, "Police answer")).value = "nothing held"
        page.cell(5, month.column(page, "Police answer")).value = "held, relevant"

    month.take_in(desk, month.officer(data, double))
    reviews.decide_police(desk, sent.exchange, ["x2.police-answer", "x5.police-answer"], Verdict.ACCEPT)
    with pytest.raises(Refused, match="say different things"):
        reviews.confirm_police(desk, sent.exchange, lambda _: None)
    reviews.decide_police(desk, sent.exchange, ["x5.police-answer"], Verdict.REJECT, reason="typed twice")
    assert reviews.confirm_police(desk, sent.exchange, lambda _: None).taken == 1


def test_a_cell_that_is_not_there_and_an_exchange_without_a_reply_are_refused_in_words(desk: Desk) -> None:
    sent, data = month.send(desk)
    with pytest.raises(Refused, match="Nothing has come back"):
        reviews.confirm_police(desk, sent.exchange, lambda _: None)
    reply(desk, data, Police_answer="nothing held")
    with pytest.raises(NotFound, match=r"no cell 'x99\.threats'"):
        reviews.decide_police(desk, sent.exchange, ["x99.threats"], Verdict.ACCEPT)
    with pytest.raises(NotFound, match=sent.exchange):
        reviews.review_police(desk, "EX-NONE")


# --- whose row is it -----------------------------------------------------------------------------


def _lost(desk: Desk) -> str:
    """A reply in which the second person's row has lost its seal."""
    sent, data = month.send(desk)

    def lose(book: Any) -> None:
        page = book[X.value]
        line = month.line_of(page, month.ANIWA)
        page.cell(line, 1).value = None
        month.write(book, X, month.ANIWA, Police_answer="held, relevant", Protection_order="in force")

    month.take_in(desk, month.officer(data, lose))
    return sent.exchange


def test_a_row_without_a_seal_is_joined_by_a_chairs_say_alone(desk: Desk) -> None:
    exchange = _lost(desk)
    with pytest.raises(Refused, match="say first whose row it is"):
        reviews.decide_police(desk, exchange, ["x3.police-answer"], Verdict.ACCEPT)
    with pytest.raises(NotPermitted, match="Ask a chair"):
        links.link_row(desk, exchange, "x3", month.ANIWA)
    chair = desks.sit(desk.folder, Role.CHAIR)
    with pytest.raises(NotFound, match="has no case in this forum"):
        links.link_row(chair, exchange, "x3", "99999999")
    with pytest.raises(Refused, match="carries its own seal"):
        links.link_row(chair, exchange, "x2", month.ANIWA)
    assert links.link_row(chair, exchange, "x3", month.ANIWA).name == "Tūhoe, Aniwa Rose"
    reviews.decide_police(desk, exchange, ["x3.police-answer", "x3.protection-order"], Verdict.ACCEPT)
    assert reviews.confirm_police(desk, exchange, lambda _: None).taken == 2
    assert ask(desk, PoliceValue.value, case_id=2, heading="Police answer") == [("held, relevant",)]


def test_an_administrator_asks_a_chair_to_say_whose_row_it_is(desk: Desk) -> None:
    exchange = _lost(desk)
    chair = desks.sit(desk.folder, Role.CHAIR)
    asked = links.ask_link(desk, exchange, "x3", month.HEMI)
    assert (asked.row, asked.prn) == ("x3", month.HEMI)
    links.ask_link(desk, exchange, "x3", month.ANIWA)
    [line, *_] = police.list_exchanges(chair)
    assert (line.exchange, line.links_asked) == (exchange, 1)
    [row] = [each for each in reviews.review_police(chair, exchange).rows if each.tag == "x3"]
    first = row.proposals[0]
    assert (first.prn, first.likely, first.asked_by) == (month.ANIWA, "asked for", "Mere Ashcombe")
    assert first.why.startswith("Mere Ashcombe asked on ")
    assert [each.prn for each in row.proposals if each.asked_by] == [month.ANIWA]
    assert row.prn is None
    links.link_row(chair, exchange, "x3", month.ANIWA)
    assert police.list_exchanges(chair)[0].links_asked == 0
    with pytest.raises(Refused, match="A chair has said whom row x3 is about"):
        links.ask_link(desk, exchange, "x3", month.HEMI)


def test_a_chair_who_says_that_it_is_nobody_has_answered_what_was_asked(desk: Desk) -> None:
    exchange = _lost(desk)
    chair = desks.sit(desk.folder, Role.CHAIR)
    links.ask_link(desk, exchange, "x3", month.HEMI)
    links.link_to_nobody(chair, exchange, "x3")
    assert police.list_exchanges(chair)[0].links_asked == 0
    assert [each.prn for each in reviews.review_police(desk, exchange).rows[1].proposals] == [month.ANIWA]


def test_what_could_not_be_done_is_not_asked_for(desk: Desk) -> None:
    exchange = _lost(desk)
    with pytest.raises(NotPermitted):
        links.ask_link(desks.sit(desk.folder, Role.CHAIR), exchange, "x3", month.ANIWA)
    with pytest.raises(NotFound, match="has no case in this forum"):
        links.ask_link(desk, exchange, "x3", "99999999")
    with pytest.raises(Refused, match="carries its own seal"):
        links.ask_link(desk, exchange, "x2", month.ANIWA)
    assert police.list_exchanges(desk)[0].links_asked == 0


def _proposals(desk: Desk, exchange: str) -> list[tuple[str, float, str]]:
    [row] = [row for row in reviews.review_police(desk, exchange).rows if row.tag == "x3"]
    return [(each.prn, each.score, each.why) for each in row.proposals]


def test_a_row_without_a_seal_is_proposed_in_words_whom_it_is_about(desk: Desk) -> None:
    [(prn, score, why), *_] = _proposals(desk, _lost(desk))
    assert (prn, score > 0.99) == (month.ANIWA, True)
    assert why == "Same family name Tūhoe; same given name Aniwa Rose; same date of birth; same PRN 17000321."


def test_what_a_chair_said_of_a_row_beats_the_score_in_a_later_file_until_it_is_taken_back(
    desk: Desk,
) -> None:
    chair = desks.sit(desk.folder, Role.CHAIR)
    links.link_row(chair, _lost(desk), "x3", month.HEMI)
    later = _lost(desk)
    assert [row.prn for row in reviews.review_police(desk, later).rows if row.tag == "x3"] == [None]
    first, second, *_ = _proposals(desk, later)
    assert (first[0], first[1], second[0]) == (month.HEMI, 1.0, month.ANIWA)
    assert "said on" in first[2]
    assert "that it is this person" in first[2]
    links.link_row(chair, later, "x3", month.HEMI)
    links.unlink_row(chair, later, "x3")
    last = _proposals(desk, _lost(desk))
    assert last[0][0] == month.ANIWA
    assert month.HEMI not in [prn for prn, score, _ in last if score]


def test_none_of_the_proposed_is_kept_too_and_taken_back_by_a_link(desk: Desk) -> None:
    chair = desks.sit(desk.folder, Role.CHAIR)
    exchange = _lost(desk)
    links.link_to_nobody(chair, exchange, "x3")
    later = _lost(desk)
    assert [score for _, score, _ in _proposals(desk, later)] == [0.0]
    assert "is not this person" in _proposals(desk, later)[0][2]
    links.link_row(chair, later, "x3", month.ANIWA)
    assert _proposals(desk, later)[0][1] == 1.0
    with pytest.raises(Refused, match="known whom it is about"):
        links.link_to_nobody(chair, later, "x3")


def test_a_link_taken_back_before_confirming_leaves_the_cells_undecided(desk: Desk) -> None:
    exchange = _lost(desk)
    chair = desks.sit(desk.folder, Role.CHAIR)
    links.link_row(chair, exchange, "x3", month.ANIWA)
    reviews.decide_police(desk, exchange, ["x3.police-answer"], Verdict.ACCEPT)
    links.unlink_row(chair, exchange, "x3")
    review = reviews.review_police(desk, exchange)
    assert (states(review)["x3.police-answer"], review.rows[1].prn) == ("undecided", None)


def test_a_link_taken_back_after_confirming_restores_what_stood_before(desk: Desk) -> None:
    first, data = month.send(desk)
    file = month.officer(data, lambda book: month.write(book, X, month.ANIWA, Police_answer="nothing held"))
    month.take_in(desk, file)
    reviews.accept_intact(desk, first.exchange)
    reviews.confirm_police(desk, first.exchange, lambda _: None)
    exchange = _lost(desk)
    chair = desks.sit(desk.folder, Role.CHAIR)
    links.link_row(chair, exchange, "x3", month.ANIWA)
    reviews.decide_police(desk, exchange, ["x3.police-answer", "x3.protection-order"], Verdict.ACCEPT)
    reviews.confirm_police(desk, exchange, lambda _: None)
    assert links.unlink_row(chair, exchange, "x3").values == 2
    now = ask(desk, PoliceValue.heading, PoliceValue.value, case_id=2, superseded_seq=None)
    assert now == [("Police answer", "nothing held")]
    assert ask(desk, ExternalOrder.answer)[-1] == ("not asked",)
    assert set(states(reviews.review_police(desk, exchange)).values()) == {"not-taken"}
    with desk.engine(read_only=True).connect() as connection:
        said = agenda_reads.police_answers(Considered(connection, "CHC", 0)).since[2]
    assert [each.answer.value for each in said] == ["nothing held"]


def test_an_alias_from_police_is_their_own_and_is_found_by_the_search(desk: Desk) -> None:
    sent, data = month.send(desk)
    month.take_in(desk, month.officer(data, month.fill_all))
    review = reviews.review_police(desk, sent.exchange)
    added = [cell.id for cell in review.cells if cell.row_state is None]
    reviews.decide_police(desk, sent.exchange, added, Verdict.ACCEPT)
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    [alias] = ask(desk, Alias.surname, Alias.given_names, Alias.kind, owner=Owner.POLICE)
    assert alias == ("Ngatoro", "James", "alias")
    assert values(desk)[PEOPLE_HEADING] == "alias: Ngatoro, James. Used in 2019."
    assert [hit.prn for hit in searches.find_people(desk, "ngatoro").hits] == [month.HEMI]


def test_a_row_police_added_about_a_name_waits_for_a_person(desk: Desk) -> None:
    sent, data = month.send(desk)

    def add(book: Any) -> None:
        page = book[Sheet.PEOPLE.value]
        page.cell(2, month.column(page, "About PRN or name")).value = "Aniwa Tuhoe"
        page.cell(2, month.column(page, "Kind")).value = "partner"
        page.cell(2, month.column(page, "Surname")).value = "Hale"

    month.take_in(desk, month.officer(data, add))
    [row] = [row for row in reviews.review_police(desk, sent.exchange).rows if row.state is None]
    assert (row.prn, row.proposals[0].prn) == (None, month.ANIWA)
    with pytest.raises(Refused, match="nobody has said yet whom this row is about"):
        reviews.decide_police(desk, sent.exchange, ["p2.kind"], Verdict.ACCEPT)
    links.link_row(desks.sit(desk.folder, Role.CHAIR), sent.exchange, "p2", month.ANIWA)
    reviews.decide_police(desk, sent.exchange, ["p2.kind", "p2.surname"], Verdict.ACCEPT)
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    assert ask(desk, PoliceValue.case_id, PoliceValue.value) == [(2, "partner: Hale")]


def test_what_is_not_to_be_attributed_stays_so_when_only_the_answer_is_accepted(desk: Desk) -> None:
    sent, data = month.send(desk)

    def say(book: Any) -> None:
        month.write(
            book,
            Sheet.CROSS_REFERENCE,
            month.HEMI,
            Information="Seen near the old address.",
            Officer="D/Sgt Quiet",
            Handling="do not attribute",
        )

    month.take_in(desk, month.officer(data, say))
    cells = reviews.review_police(desk, sent.exchange).cells
    [information] = [cell.id for cell in cells if cell.heading == "Information"]
    reviews.decide_police(desk, sent.exchange, [information], Verdict.ACCEPT)
    reviews.confirm_police(desk, sent.exchange, lambda _: None)
    [(officer, handling)] = ask(desk, PoliceValue.officer, PoliceValue.handling)
    assert (officer, handling) == ("D/Sgt Quiet", "do not attribute")
    assert "Quiet" not in str(cases.show_case(desk, month.HEMI).police)
