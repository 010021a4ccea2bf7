"""The Police exchange in the window: out, back, reviewed by keys, applied; each role and each error in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.police import Sheet
from app.domain.police_exchange import ReviewCell, Verdict
from app.domain.words import CellState, Owner, Role
from app.usecases import cases, police
from app.usecases import police_review as reviews
from reports.reader import read_returned
from tests.fixtures import desks
from tests.fixtures import police_month as month
from tests.ui import rules
from tests.ui.conftest import S, SignIn, form_of, opened, rest, shown
from ui.home.screen import HomeScreen
from ui.main import Program
from ui.meeting.agenda import AgendaScreen
from ui.palette import KeyList
from ui.police.review import ReviewScreen
from ui.police.screen import PoliceScreen
from ui.police.send import ExportScreen
from ui.police.takein import ImportScreen
from ui.theme import scaled
from ui.window import Window

X = Sheet.CROSS_REFERENCE
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def register(register: Path) -> Path:
    """Three listed people whose agenda is issued."""
    month.make_month(register).close()
    return register


def _lost(book: Any) -> None:
    """An answer for everybody; the seal of one row is gone."""
    month.fill_all(book)
    page = book[X.value]
    page.cell(month.line_of(page, month.SEAN), month.column(page, "Row")).value = None
    page.cell(month.line_of(page, month.HEMI), month.column(page, "Order expires")).value = "31/11/2026"


def _sent(register: Path, fill: Callable[[Any], None] | None = None) -> str:
    """A workbook that went out; with `fill` it came back too."""
    desk = desks.sit(register)
    sent, data = month.send(desk)
    if fill is not None:
        month.take_in(desk, month.officer(data, fill))
    desk.close()
    return sent.exchange


def _open(kind: type[S], window: Window, program: Program, qtbot: QtBot, **where: object) -> S:
    screen = opened(kind, window, program, qtbot, **where)
    window.activateWindow()
    return screen


def _review(exchange: str, window: Window, program: Program, qtbot: QtBot) -> ReviewScreen:
    return _open(ReviewScreen, window, program, qtbot, exchange=exchange)


def _to(screen: ReviewScreen, cell: str) -> None:
    number = next(i for i, each in enumerate(screen.model.rows) if each.id == cell)
    screen.table.setCurrentIndex(screen.model.index(number, 0))
    screen.table.setFocus()


def _press(screen: ReviewScreen, key: Qt.Key, program: Program, qtbot: QtBot) -> None:
    screen.window().activateWindow()
    screen.table.setFocus()
    qtbot.waitUntil(screen.table.hasFocus)
    qtbot.keyClick(screen.table, key)
    rest(program, qtbot)


def _state(screen: ReviewScreen, cell: str) -> ReviewCell:
    return next(each for each in screen.order if each.id == cell)


def test_before_anything_was_sent_the_page_says_so_and_leads_on(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _open(PoliceScreen, enter(), program, qtbot)
    assert "Nothing was sent to Police yet" in screen.listing.said
    assert not screen.import_button.isEnabled()
    screen.to_export()
    rest(program, qtbot)
    assert screen.window().screen_now.name == "police-export"  # type: ignore[attr-defined]


def test_the_list_tells_each_step_in_words(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    sent = _sent(register)
    screen = _open(PoliceScreen, enter(), program, qtbot, meeting=month.MEETING)
    QAbstractItemModelTester(screen.model)
    assert screen.line is not None
    assert screen.line.exchange == sent
    assert "Waiting, due in " in screen.told.text()
    assert not screen.review_button.isEnabled()


def test_a_workbook_goes_out_under_a_passphrase_typed_twice(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    screen = _open(ExportScreen, window, program, qtbot, meeting=month.MEETING)
    assert not screen.before.isVisible(), "none went out before it"
    screen.file.setText(str(tmp_path / "out" / "police.xlsx"))
    qtbot.mouseClick(screen.make_button, LEFT)
    assert "Type a passphrase" in screen.notice.text
    qtbot.keyClicks(screen.first, month.PASSPHRASE)
    qtbot.keyClicks(screen.second, "something else")
    qtbot.mouseClick(screen.make_button, LEFT)
    assert "differ" in screen.notice.text
    screen.second.setText(month.PASSPHRASE)
    qtbot.mouseClick(screen.make_button, LEFT)
    rest(program, qtbot)
    data = (tmp_path / "out" / "police.xlsx").read_bytes()
    assert read_returned(data, month.PASSPHRASE, "police.xlsx").sheets
    assert screen.first.text() == ""
    [line] = police.list_exchanges(window.desk.door)
    assert line.exchange in screen.done_title.text()
    qtbot.mouseClick(screen.done_button, LEFT)
    rest(program, qtbot)
    back = shown(window, PoliceScreen)
    back.show_passphrase()
    rest(program, qtbot)
    assert back.secret.text() == month.PASSPHRASE
    screen = _open(ExportScreen, window, program, qtbot, meeting=month.MEETING)
    assert screen.before.isVisible()
    assert screen.before.text().startswith(f"{line.exchange} went out for this meeting on ")
    assert "is not back yet" in screen.before.text()
    assert window.open("trail")
    assert back.secret.text() == ""


def test_offered_words_stand_in_both_fields_and_a_taken_name_is_refused(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    screen = _open(ExportScreen, window, program, qtbot, meeting=month.MEETING)
    qtbot.mouseClick(screen.offer_button, LEFT)
    assert screen.first.text() == screen.second.text()
    assert len(screen.first.text().split()) == 5
    assert screen.first.echoMode() is QLineEdit.EchoMode.Normal
    taken = tmp_path / "police.xlsx"
    taken.write_bytes(b"an older one")
    screen.file.setText(str(taken))
    qtbot.mouseClick(screen.make_button, LEFT)
    rest(program, qtbot)
    assert "stays as it is" in screen.notice.text
    assert taken.read_bytes() == b"an older one"
    assert police.list_exchanges(window.desk.door) == ()


def test_a_returned_file_is_read_and_a_second_time_changes_nothing(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    desk = desks.sit(register)
    sent, data = month.send(desk)
    desk.close()
    file = tmp_path / "reply.xlsx"
    file.write_bytes(month.officer(data, month.fill_all))
    window = enter()
    screen = _open(ImportScreen, window, program, qtbot)
    qtbot.mouseClick(screen.start_button, LEFT)
    assert "Choose the file" in screen.notice.text
    screen.file.setText(str(tmp_path / "nowhere.xlsx"))
    qtbot.mouseClick(screen.start_button, LEFT)
    rest(program, qtbot)
    assert "could not be read" in screen.notice.text
    screen.file.setText(str(file))
    qtbot.mouseClick(screen.start_button, LEFT)
    rest(program, qtbot)
    assert sent.exchange in screen.done_title.text()
    screen = _open(ImportScreen, window, program, qtbot, file=str(file))
    screen.start()
    rest(program, qtbot)
    assert "Already imported" in screen.done_title.text()
    ahead = window.screens.get("police-review")
    assert ahead is not None, "made while what came in is read"
    qtbot.mouseClick(screen.review_button, LEFT)
    assert window.screen_now is ahead
    rest(program, qtbot)
    assert shown(window, ReviewScreen).order


def test_the_wrong_workbook_takes_no_replys_place_and_another_reply_is_asked_about_first(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    desk = desks.sit(register)
    sent, data = month.send(desk)
    desk.close()
    files = {"sent": data, "returned": month.officer(data, month.fill_all)}
    files["other"] = month.officer(data, lambda book: month.write(book, X, month.HEMI, Grade="recorded"))
    for name, bytes_ in files.items():
        (tmp_path / f"{name}.xlsx").write_bytes(bytes_)
    window = enter()

    def choose(name: str) -> ImportScreen:
        file = str(tmp_path / f"{name}.xlsx")
        screen = _open(ImportScreen, window, program, qtbot, file=file)
        screen.file.setFocus()
        qtbot.keyClick(screen.file, Qt.Key.Key_Return)
        rest(program, qtbot)
        return screen

    def answers() -> dict[str, str]:
        other = desks.sit(register)
        found = {each.id: each.state.value for each in reviews.review_police(other, sent.exchange).cells}
        other.close()
        return found

    choose("returned")
    other = desks.sit(register)
    reviews.decide_police(other, sent.exchange, ["x2.grade", "x3.police-answer"], Verdict.ACCEPT)
    other.close()
    before = answers()
    screen = choose("sent")
    assert "sent.xlsx is the workbook as it was sent" in screen.notice.text
    assert answers() == before

    screen = choose("other")
    assert screen.asking.isVisible()
    assert "22 answers, 2 decided" in screen.asking_words.text()
    assert "other.xlsx, 1 answer" in screen.asking_words.text()
    assert screen.keep_button.hasFocus()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.form.isVisible()
    assert answers() == before

    screen = choose("other")
    qtbot.mouseClick(screen.over_button, LEFT)
    rest(program, qtbot)
    assert "can be imported again; decided as there: 1 answer" in screen.done_words.text()
    assert answers() == {"x2.grade": "accepted"}

    screen = choose("returned")
    qtbot.mouseClick(screen.over_button, LEFT)
    rest(program, qtbot)
    assert f"{sent.exchange} came back" in screen.done_title.text()
    assert answers() == before


def test_a_file_that_is_no_form_of_ours_is_refused_in_words(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    _sent(register)
    file = tmp_path / "letter.xlsx"
    file.write_bytes(b"Dear colleague")
    screen = _open(ImportScreen, enter(), program, qtbot, file=str(file))
    screen.start()
    rest(program, qtbot)
    assert "letter.xlsx" in screen.notice.text
    assert screen.start_button.isEnabled()


def test_conflicts_stand_first_and_keys_decide(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    desk = desks.sit(register)
    first = _sent(register, lambda book: month.write(book, X, month.HEMI, Police_answer="nothing held"))
    reviews.accept_intact(desk, first)
    reviews.confirm_police(desk, first, lambda _data: None)
    desk.close()
    exchange = _sent(register, _lost)
    screen = _review(exchange, enter(), program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert screen.order[0].conflict
    assert screen.order[0].ours == "nothing held"
    assert screen.order[1].fault
    order = [each.id for each in screen.order]
    _to(screen, "x2.police-answer")
    _press(screen, Qt.Key.Key_A, program, qtbot)
    assert _state(screen, "x2.police-answer").state is CellState.ACCEPTED
    _press(screen, Qt.Key.Key_R, program, qtbot)
    assert _state(screen, "x2.police-answer").state is CellState.REJECTED
    screen.undo()
    rest(program, qtbot)
    assert _state(screen, "x2.police-answer").state is CellState.ACCEPTED
    screen.undo()
    rest(program, qtbot)
    assert _state(screen, "x2.police-answer").state is CellState.UNDECIDED
    _press(screen, Qt.Key.Key_N, program, qtbot)
    assert screen.cell is not None
    assert screen.cell.id == order[1]
    assert [each.id for each in screen.order] == order


def test_the_list_of_keys_tells_the_letters_of_the_review(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    _review(_sent(register, month.fill_all), window, program, qtbot)
    window.table.run("keys")
    keys = next(each for each in window.findChildren(KeyList) if each.isVisible())
    told = {row.keys: row.plain for row in keys.table.model().rows}  # type: ignore[attr-defined]
    assert (told["A"], told["K"], told["N"]) == ("Accept", "Ask back", "Next undecided")
    keys.accept()


def test_what_cannot_be_read_is_edited_or_asked_back(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    screen = _review(_sent(register, _lost), window, program, qtbot)
    _to(screen, "x2.order-expires")
    assert not screen.accept_button.isEnabled()
    _press(screen, Qt.Key.Key_K, program, qtbot)
    form = form_of(window)
    assert cast("QLineEdit", form.field("text")).text()
    qtbot.mouseClick(form.act, LEFT)
    rest(program, qtbot)
    assert _state(screen, "x2.order-expires").state is CellState.ASKED
    _press(screen, Qt.Key.Key_E, program, qtbot)
    form = form_of(window)
    field = cast("QLineEdit", form.field("text"))
    field.setText("32/12/2026")
    qtbot.mouseClick(form.act, LEFT)
    rest(program, qtbot)
    assert "was not changed" in form.notice.text
    field.setText("30/11/2026")
    qtbot.mouseClick(form.act, LEFT)
    rest(program, qtbot)
    assert _state(screen, "x2.order-expires").edited == "2026-11-30"


def test_what_was_refused_is_no_longer_said_once_an_answer_is_decided(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    screen = _review(_sent(register, _lost), window, program, qtbot)
    _to(screen, "x2.order-expires")
    _press(screen, Qt.Key.Key_A, program, qtbot)
    assert "cannot be accepted as it is" in screen.notice.text
    _press(screen, Qt.Key.Key_E, program, qtbot)
    cast("QLineEdit", form_of(window).field("text")).setText("30/11/2026")
    qtbot.mouseClick(form_of(window).act, LEFT)
    rest(program, qtbot)
    assert not screen.notice.isVisible()


def test_the_line_gone_to_is_the_only_one_chosen_while_ctrl_is_held(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    screen = _review(_sent(register, _lost), enter(), program, qtbot)
    QTest.keyPress(screen.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    screen.to_next()
    QTest.keyRelease(screen.table, Qt.Key.Key_Control)
    assert screen.table.chosen() == [screen.cell]


def test_simple_additions_are_counted_accepted_and_applied_only_after_the_page(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    exchange = _sent(register, month.fill_all)
    window = enter()
    screen = _review(exchange, window, program, qtbot)
    plain = screen.simple_button.text()
    qtbot.mouseClick(screen.simple_button, LEFT)
    assert form_of(window).findChildren(QCheckBox) == []  # no answer repeats what stands here
    qtbot.mouseClick(form_of(window).act, LEFT)
    rest(program, qtbot)
    accepted = sum(each.state is CellState.ACCEPTED for each in screen.order)
    assert f"({accepted})" in plain
    qtbot.mouseClick(screen.apply_button, LEFT)
    assert "undecided" in screen.apply_page.open_ones.text()
    assert police.list_exchanges(window.desk.door)[0].confirmed_at is None
    screen.apply_page.file.clear()
    qtbot.mouseClick(screen.apply_page.yes, LEFT)
    assert "where the receipt is saved" in screen.notice.text
    screen.apply_page.file.setText(str(tmp_path / "receipt.xlsx"))
    qtbot.mouseClick(screen.apply_page.yes, LEFT)
    rest(program, qtbot)
    assert "is applied" in screen.apply_page.head.text()
    assert (tmp_path / "receipt.xlsx").is_file()
    assert police.list_exchanges(window.desk.door)[0].confirmed_at is not None
    qtbot.mouseClick(screen.apply_page.done, LEFT)
    rest(program, qtbot)
    assert (
        "✓ Applied" in shown(window, PoliceScreen).told.text()
        or "Applied" in shown(window, PoliceScreen).told.text()
    )


def test_one_undo_takes_the_whole_apply_back(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    window = enter()
    screen = _review(_sent(register, month.fill_all), window, program, qtbot)
    _press(screen, Qt.Key.Key_A, program, qtbot)
    decided = {each.id: each.state for each in screen.order}
    screen.to_apply()
    screen.apply(str(tmp_path / "receipt.xlsx"))
    rest(program, qtbot)
    assert screen.apply_page.back.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert "Taken back" in screen.notice.text
    assert police.list_exchanges(window.desk.door)[0].confirmed_at is None
    assert {each.id: each.state for each in screen.order} == decided
    assert screen.apply_button.isEnabled()


def test_a_receipt_that_cannot_be_written_leaves_everything_as_it_was(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    window = enter()
    screen = _review(_sent(register, month.fill_all), window, program, qtbot)
    screen.accept_button.click()
    rest(program, qtbot)
    screen.to_apply()
    (tmp_path / "taken").write_text("a file stands where the folder should be", encoding="utf-8")
    screen.apply(str(tmp_path / "taken" / "receipt.xlsx"))
    rest(program, qtbot)
    assert "could not be written" in screen.notice.text
    assert police.list_exchanges(window.desk.door)[0].confirmed_at is None
    assert screen.apply_page.yes.isEnabled()


def test_an_administrator_asks_whose_row_it_is_and_the_chair_finds_it_on_home(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter()
    screen = _review(exchange, window, program, qtbot)
    screen.show_unknown()
    assert screen.cell is not None
    assert screen.cell.prn is None
    assert screen.card.told.text().startswith("A chair")
    assert not screen.card.none_button.isVisible()
    _press(screen, Qt.Key.Key_A, program, qtbot)
    assert "whose row" in screen.notice.text
    assert screen.card.pick_button.text() == "Ask the chair to link"
    qtbot.mouseClick(screen.card.pick_button, LEFT)
    rest(program, qtbot)
    assert "a chair is asked to say that it is O’Connor, Seán" in screen.notice.text
    assert screen.card.model.index(0, 1).data() == "asked for"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert "Asking whose row it is: a chair answers it in the review" in screen.notice.text

    chair = enter(Role.CHAIR)
    home = _open(HomeScreen, chair, program, qtbot)
    [lead] = [each for each in home.waiting_card.lines if "Whose row is it?" in each.sentence]
    assert lead.sentence == f"Whose row is it? You are asked about 1 row of {exchange}."
    assert lead.go is not None
    lead.go()
    rest(program, qtbot)
    review = shown(chair, ReviewScreen)
    review.show_unknown()
    assert "asked on" in review.card.why.text()
    qtbot.mouseClick(review.card.pick_button, LEFT)
    rest(program, qtbot)
    assert any(each.prn == month.SEAN for each in review.order)
    assert police.list_exchanges(chair.desk.door)[0].links_asked == 0


def test_a_chair_picks_the_person_of_an_unknown_row_and_takes_it_back(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    screen = _review(_sent(register, _lost), enter(Role.CHAIR), program, qtbot)
    assert "administrator" in screen.who.text()
    assert not screen.apply_button.isEnabled()
    screen.show_unknown()
    qtbot.mouseClick(screen.card.pick_button, LEFT)
    rest(program, qtbot)
    linked = next(each for each in screen.order if each.prn == month.SEAN)
    assert screen.notice.text.startswith("Row 4 of Cross-reference is about O’Connor, Seán")
    _to(screen, linked.id)
    assert screen.card.unlink_button.isVisible()
    qtbot.mouseClick(screen.card.unlink_button, LEFT)
    rest(program, qtbot)
    assert not any(each.prn == month.SEAN for each in screen.order)


def test_a_proposal_names_the_person_and_says_why_and_how_likely(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    screen = _review(_sent(register, _lost), enter(Role.CHAIR), program, qtbot)
    screen.show_unknown()
    card = screen.card
    assert [card.model.index(0, at).data() for at in (0, 1)] == [month.SEAN, "very likely, 100%"]
    likely, shown = card.proposals.fontMetrics(), card.proposals.columnWidth(1)
    assert likely.horizontalAdvance("very likely, 100%") < shown - 10
    assert card.proposals.height() < 4 * card.proposals.rowHeight(0)
    assert card.whom.text() == f"O’Connor, Seán  {month.SEAN}"
    assert card.why.text().startswith("Why:  Same date of birth; same family name O’Connor")
    assert [line for line in card.said.text().splitlines() if month.SEAN in line] == [f"•  PRN: {month.SEAN}"]


def test_a_chair_says_that_it_is_none_of_them_and_the_next_file_says_so(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter(Role.CHAIR)
    screen = _review(exchange, window, program, qtbot)
    screen.show_unknown()
    qtbot.mouseClick(screen.card.none_button, LEFT)
    rest(program, qtbot)
    assert "stays without a person" in screen.notice.text
    assert not any(each.prn == month.SEAN for each in screen.order)
    screen.show_unknown()
    assert screen.card.model.index(0, 1).data() == "unlikely, 0%"
    assert "that it is not this person" in screen.card.why.text()
    qtbot.mouseClick(screen.card.pick_button, LEFT)
    rest(program, qtbot)
    assert any(each.prn == month.SEAN for each in screen.order)


def _added(book: Any) -> None:
    """Somebody an officer adds about a name, with an alias of theirs."""
    page = book[Sheet.PEOPLE.value]
    for heading, text in (
        ("About PRN or name", "Aniwa Tuhoe"), ("Kind", "alias"), ("Surname", "Hale"), ("Given names", "Annie"),
    ):  # fmt: skip
        page.cell(2, month.column(page, heading)).value = text


def test_what_ctrl_z_says_of_questions_that_went_to_police_is_about_the_questions(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    exchange = _sent(register, _lost)
    desk = desks.sit(register)
    reviews.decide_police(desk, exchange, ["x2.order-expires"], Verdict.ASK, reason="Which day?")
    reviews.confirm_police(desk, exchange, lambda _data: None)
    desk.close()
    window = enter()
    screen = _open(ExportScreen, window, program, qtbot, asks_of=exchange)
    screen.file.setText(str(tmp_path / "questions.xlsx"))
    screen.plain.setChecked(True)
    screen.start()
    rest(program, qtbot)
    assert (tmp_path / "questions.xlsx").is_file()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert "Asking Police back: the questions have left" in screen.notice.text


def test_an_alias_that_police_added_is_given_to_a_person_taken_and_taken_back(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    exchange = _sent(register, _added)
    window = enter(Role.CHAIR)
    screen = _review(exchange, window, program, qtbot)
    screen.show_unknown()
    assert screen.card.whom.text() == f"Tūhoe, Aniwa Rose  {month.ANIWA}"
    qtbot.mouseClick(screen.card.pick_button, LEFT)
    rest(program, qtbot)
    desk = desks.sit(register)
    cells = [cell.id for cell in reviews.review_police(desk, exchange).cells if cell.prn == month.ANIWA]
    reviews.decide_police(desk, exchange, cells, Verdict.ACCEPT)
    reviews.confirm_police(desk, exchange, lambda _: None)
    aliases = cases.show_case(desk, month.ANIWA).aliases
    assert [(each.surname, each.given_names, each.owner) for each in aliases] == [
        ("Hale", "Annie", Owner.POLICE)
    ]
    screen.refresh()
    rest(program, qtbot)
    _to(screen, cells[0])
    qtbot.mouseClick(screen.card.unlink_button, LEFT)
    rest(program, qtbot)
    assert "left the record" in screen.notice.text
    assert cases.show_case(desk, month.ANIWA).aliases == ()


def test_who_checked_and_when_is_no_conflict_by_itself(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    first = _sent(register, month.fill_all)
    desk = desks.sit(register)
    reviews.accept_intact(desk, first)
    reviews.confirm_police(desk, first, lambda _: None)
    second = _sent(register, _checked_again)
    screen = _review(second, enter(), program, qtbot)
    cell = next(each for each in screen.order if each.heading == "Checked on" and each.prn == month.HEMI)
    assert (cell.conflict, bool(cell.ours), cell.ours != cell.theirs) == (False, True, True)
    assert not any(each.conflict for each in screen.order)


def _checked_again(book: Any) -> None:
    """The same answers, checked on a later day by somebody else."""
    month.fill_all(book)
    page = book[X.value]
    for heading, value in (("Checked on", date(2027, 2, 26)), ("Officer", "Const. Rewi")):
        page.cell(month.line_of(page, month.HEMI), month.column(page, heading)).value = value


def test_a_liaison_takes_in_and_decides_but_makes_no_workbook(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, month.fill_all)
    window = enter(Role.POLICE_LIAISON)
    screen = _open(PoliceScreen, window, program, qtbot)
    assert not screen.export_button.isEnabled()
    assert not screen.show_button.isEnabled()
    assert screen.import_button.isEnabled()
    review = _review(exchange, window, program, qtbot)
    _to(review, "x2.police-answer")
    _press(review, Qt.Key.Key_A, program, qtbot)
    assert _state(review, "x2.police-answer").state is CellState.ACCEPTED


def test_what_was_accepted_and_what_was_rejected_are_each_a_press_away(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    screen = _review(_sent(register, month.fill_all), enter(), program, qtbot)

    def chip(title: str) -> QPushButton:
        return next(each for each in screen.chips if each.text().startswith(title))

    assert (chip("Accepted").text(), chip("Rejected").text()) == ("Accepted 0", "Rejected 0")
    assert chip("Accepted").isVisible()
    assert chip("Rejected").isVisible()
    _to(screen, "x2.police-answer")
    _press(screen, Qt.Key.Key_R, program, qtbot)
    qtbot.mouseClick(chip("Rejected"), Qt.MouseButton.LeftButton)
    assert chip("Rejected").text() == "Rejected 1"
    assert [each.state for each in screen.model.rows] == [CellState.REJECTED]


def test_field_state_and_decision_of_an_answer_are_read_whole_on_a_small_laptop(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    window.resize(scaled(960), scaled(540))
    screen = _review(_sent(register, _lost), window, program, qtbot)
    assert screen.table.horizontalScrollBar().maximum() == 0
    for row, each in enumerate(screen.model.rows):
        for column in (1, 4, 5):
            assert not screen.table.cut_cell(screen.model.index(row, column)), each.id


def test_a_filter_without_lines_says_so(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    screen = _review(_sent(register, month.fill_all), enter(), program, qtbot)
    screen.choose_filter(5)
    assert "No line under “accepted”" in screen.listing.said
    screen.choose_filter(0)
    assert screen.model.rowCount() == len(screen.order)


@pytest.mark.parametrize(
    ("role", "state"),
    [(Role.CHAIR, "unknown"), (Role.ADMINISTRATOR, "undecided"), (Role.ADMINISTRATOR, "apply")],
)
def test_a_review_full_of_answers_holds_to_the_rules_of_every_screen(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, role: Role, state: str
) -> None:
    window = enter(role)
    screen = _review(_sent(register, _lost), window, program, qtbot)
    getattr(screen, screen.states[state])()
    rest(program, qtbot)
    rules.a_window_holds(window, program, qtbot)


def test_a_reminder_is_read_copied_and_recorded_and_the_list_says_so(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _sent(register)
    screen = _open(PoliceScreen, enter(), program, qtbot)
    qtbot.mouseClick(screen.chase_button, LEFT)
    rest(program, qtbot)
    assert screen.reminder.isVisible()
    assert "do not reply with names" in screen.reminder_text.toPlainText()
    qtbot.mouseClick(screen.mailed_button, LEFT)
    rest(program, qtbot)
    assert QApplication.clipboard().text() == screen.reminder_text.toPlainText()
    assert not screen.reminder.isVisible()
    assert "reminded once" in screen.told.text()


def test_what_was_asked_back_is_sent_again_from_the_list(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    sent = _sent(register, month.fill_all)
    window = enter()
    review = _review(sent, window, program, qtbot)
    _to(review, "x2.information")
    _press(review, Qt.Key.Key_K, program, qtbot)
    form = form_of(window)
    field = form.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "Which marae?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    rest(program, qtbot)
    screen = _open(PoliceScreen, window, program, qtbot)
    assert "1 to ask back" in screen.told.text() or screen.ask_button.isEnabled()
    qtbot.mouseClick(screen.ask_button, LEFT)
    rest(program, qtbot)
    made = shown(window, ExportScreen)
    assert "Only the rows of" in made.about.text()
    assert not made.meeting.isEnabled()
    assert made.file.text().endswith(f"Police-{sent}-questions.xlsx")
    made.file.setText(str(tmp_path / "questions.xlsx"))
    made.plain.setChecked(True)
    qtbot.mouseClick(made.make_button, LEFT)
    rest(program, qtbot)
    assert "1 row about 1 person" in made.done_words.text()
    assert (tmp_path / "questions.xlsx").read_bytes().startswith(b"PK")
    again = _open(PoliceScreen, window, program, qtbot)
    assert again.model.rowCount() == 2
    assert not again.ask_button.isEnabled() or again.line is None or again.line.asked == 0


def test_the_agenda_marks_whom_police_did_not_answer_about(
    register: Path, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    def one(book: Any) -> None:
        month.write(book, X, month.HEMI, Police_answer="nothing held")
        month.write(book, X, month.ANIWA, Police_answer="nothing held")
        book[X.value].delete_rows(month.line_of(book[X.value], month.SEAN))

    exchange = _sent(register, one)
    desk = desks.sit(register)
    reviews.accept_intact(desk, exchange)
    reviews.confirm_police(desk, exchange, lambda _receipt: None)
    desk.close()
    screen = _open(AgendaScreen, enter(), program, qtbot, meeting=month.MEETING)
    assert isinstance(screen, AgendaScreen)
    for number, item in enumerate(screen.items_model.rows):
        screen.items.setCurrentIndex(screen.items_model.index(number, 0))
        why = screen.items_model.index(number, 4).data()
        spoken = screen.items_model.index(number, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        whole = "Police: no reply (workbook sent 17/11/2026)"
        marked = [
            why.startswith("Police: no reply · "),
            whole in spoken,
            whole == screen.card.no_reply.text(),
        ]
        assert marked == [item.prn == month.SEAN] * 3
        assert screen.card.no_reply.isVisible() == (item.prn == month.SEAN)
