"""One case by real keys: what is missing in words, fields saved when left, F4, undo, two texts side by side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.case_drafts import PersonDraft
from app.domain.dates import show_date
from app.domain.disclosure_request import RequestDraft
from app.domain.grounds import read_ground
from app.domain.information import ASKED
from app.domain.plan_drafts import CheckDraft, NeedDraft
from app.domain.plan_words import ConditionState, ConsentSaid, NeedStatus
from app.domain.words import (
    ActionOutcome,
    CheckKind,
    ExitReason,
    FlagCode,
    Grade,
    Handling,
    Service,
    SixAnswer,
)
from app.usecases.cases import close_case, enter_person, raise_flag, set_case, show_case
from app.usecases.consents import add_consent, withdraw_consent
from app.usecases.disclosure_requests import ask_disclosure
from app.usecases.meeting import list_actions
from app.usecases.plan import (
    answer_question,
    check_address,
    edit_address,
    propose_address,
    set_address,
    set_need,
    show_plan,
)
from tests.fixtures import desks, months
from tests.ui.conftest import PRN, field_of, form_of, rest
from ui.case import acts
from ui.case.fields import BothTexts
from ui.case.forms import put_text
from ui.case.provenance import ProvenanceDialog
from ui.case.screen import CaseScreen
from ui.case.told import completeness, said
from ui.main import Program
from ui.register.preview import standing_codes
from ui.theme import scaled
from ui.widgets.ask import AskForm
from ui.widgets.pick import Pick
from ui.widgets.unsaved import Unsaved
from ui.window import Window

REGISTER = months.new_month


def type_owner(case: CaseScreen, text: str, qtbot: QtBot) -> None:
    """Type an owner and leave the field by Tab."""
    owner = case.tabs.overview.owner
    owner.setFocus()
    owner.selectAll()
    qtbot.keyClicks(owner, text)
    qtbot.keyClick(owner, Qt.Key.Key_Tab)


def test_the_bar_says_who_it_is_and_what_is_missing(case: CaseScreen) -> None:
    assert case.identity.name.text() == "Sharma, José Minh"
    assert case.identity.number.text() == f"PRN {PRN}"
    assert case.identity.place.text() == "1 of 9"
    assert "overdue since" in case.identity.complete.text()
    assert "a leading service" in case.identity.complete.text()


def test_a_case_of_which_nothing_is_known_says_what_it_lacks(register: Path) -> None:
    desk = desks.sit(register)
    enter_person(desk, "CHC", PersonDraft("X1", "Ngātai", "Hēmi", date(1980, 2, 29)))
    told = completeness(show_case(desk, "X1"), desk.now().date())
    assert {"no date to count from", "no service has said anything yet"} <= set(told)


def test_the_next_address_that_police_call_unsuitable_is_told(register: Path) -> None:
    desk = desks.sit(register)
    rank = propose_address(desk, PRN, "12 Harakeke Street")
    set_address(desk, PRN, rank, is_next=True)
    check_address(desk, PRN, rank, CheckDraft(CheckKind.POLICE, SixAnswer.RELEVANT.value, "not suitable"))
    assert "the next address is not suitable" in completeness(show_case(desk, PRN), desk.now().date())


def test_the_timeline_says_in_words_what_the_picture_shows(case: CaseScreen) -> None:
    told = case.tabs.overview.timeline.accessibleName()
    for months_before in ("8 months", "6 months", "4 months", "2 months", "1 month"):
        assert months_before in told
    rows = case.tabs.overview.milestones.model
    assert rows.rowCount() == 5
    assert {rows.index(number, 2).data() for number in range(5)} <= {
        "! overdue",
        "○ ahead",
        "• ready",
        "✓ done",
    }


def test_a_field_is_saved_when_it_is_left_and_ctrl_z_takes_it_back(
    window: Window, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    door = window.desk.door
    record = show_case(door, PRN)
    assert record.case is not None
    assert record.case.owner == "S. Merrin"
    qtbot.keyClick(case.tabs.tabBar(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    again = show_case(door, PRN)
    assert again.case is not None
    assert again.case.owner is None
    assert case.tabs.overview.owner.text() == ""


def test_two_people_on_one_field_see_both_texts(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    other = desks.sit(register)
    set_case(other, PRN, owner="Written elsewhere")
    type_owner(case, "Typed here", qtbot)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "Written elsewhere"
    assert dialog.mine_box.toPlainText() == "Typed here"
    qtbot.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    record = show_case(other, PRN)
    assert record.case is not None
    assert record.case.owner == "Typed here"


def test_two_people_on_one_address_and_on_one_need_see_both_texts(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    other = desks.sit(register)
    rank = propose_address(other, PRN, "12 Harakeke Street")
    case.refresh()
    rest(program, qtbot)
    case.show_addresses()
    rest(program, qtbot)
    case.tabs.plan.edit()
    form = form_of(window)
    put_text(form.field("residents"), "Aunt, from July")
    edit_address(other, PRN, rank, residents="Aunt and two children")
    form.act.click()
    rest(program, qtbot)
    dialog = _both(window)
    assert dialog.theirs_box.toPlainText() == "Aunt and two children"
    assert dialog.mine_box.toPlainText() == "Aunt, from July"
    dialog.mine.click()
    rest(program, qtbot)
    (row,) = show_plan(other, PRN).addresses
    assert (row.address, row.residents) == ("12 Harakeke Street", "Aunt, from July")

    case.show_plan()
    rest(program, qtbot)
    case.tabs.plan.need()
    form = form_of(window)
    domain = case.tabs.plan.needs.model.rows[0].domain
    put_text(form.field("text"), "Ours")
    set_need(other, PRN, NeedDraft(domain, NeedStatus.NOT_ASKED, "Theirs"))
    put_text(form.field("status"), NeedStatus.NOT_ASKED)
    form.act.click()
    rest(program, qtbot)
    _both(window).theirs.click()
    assert form.values()["text"] == "Theirs"
    form.act.click()
    rest(program, qtbot)
    assert show_plan(other, PRN).needs[0].text == "Theirs"


def test_ctrl_z_after_mine_was_written_over_theirs_puts_theirs_back(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    other = desks.sit(register)
    case.show_plan()
    rest(program, qtbot)
    case.tabs.plan.need()
    form = form_of(window)
    domain = case.tabs.plan.needs.model.rows[0].domain
    put_text(form.field("text"), "Mine")
    put_text(form.field("status"), NeedStatus.NOT_ASKED)
    set_need(other, PRN, NeedDraft(domain, NeedStatus.NOT_ASKED, "Theirs"))
    form.act.click()
    rest(program, qtbot)
    _both(window).mine.click()
    rest(program, qtbot)
    assert show_plan(other, PRN).needs[0].text == "Mine"
    window.activateWindow()
    qtbot.keyClick(case.tabs.tabBar(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert show_plan(other, PRN).needs[0].text == "Theirs"


def test_two_people_on_one_check_and_on_one_answer_see_both_texts(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path
) -> None:
    other = desks.sit(register)
    rank = propose_address(other, PRN, "12 Harakeke Street")
    case.refresh()
    rest(program, qtbot)
    acts.check(case, rank, CheckKind.PROBATION.value)
    form = form_of(window)
    put_text(form.field("answer"), SixAnswer.ASKED.value)
    put_text(form.field("comment"), "Mine")
    check_address(other, PRN, rank, CheckDraft(CheckKind.PROBATION, SixAnswer.ASKED.value, comment="Theirs"))
    form.act.click()
    rest(program, qtbot)
    assert _both(window).mine_box.toPlainText() == "Mine"
    _both(window).theirs.click()
    assert form.values()["comment"] == "Theirs"
    put_text(form.field("kind"), CheckKind.CHILDREN)
    form.act.click()
    rest(program, qtbot)
    said = {each.kind: each.comment for each in show_plan(other, PRN).addresses[0].checks}
    assert said == {CheckKind.PROBATION.value: "Theirs", CheckKind.CHILDREN.value: "Theirs"}, "another's own"

    acts.answer(case, "officer-told")
    form = form_of(window)
    put_text(form.field("answer"), "no")
    answer_question(other, PRN, "officer-told", "yes")
    form.act.click()
    rest(program, qtbot)
    _both(window).mine.click()
    rest(program, qtbot)
    assert [row.answer for row in show_plan(other, PRN).answers] == ["no"]


def _both(window: Window) -> BothTexts:
    return next(each for each in window.findChildren(BothTexts) if each.isVisible())


def test_a_failed_save_keeps_the_text_offers_a_copy_of_it_and_saves_when_tried_again(
    case: CaseScreen, program: Program, qtbot: QtBot, register: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    away = register.rename(register.with_name("away"))
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    assert case.notice.text.startswith("Owner is not saved. Your text is still here.")
    assert case.tabs.overview.owner.text() == "S. Merrin"
    copy = tmp_path / "kept" / "owner.txt"
    monkeypatch.setattr(Unsaved, "where", staticmethod(lambda _parent, _proposed: str(copy)))
    _notice_button(case, "Save a copy…").click()
    rest(program, qtbot)
    assert "S. Merrin" in copy.read_text(encoding="utf-8-sig")
    assert "not encrypted" in case.notice.text
    away.rename(register)
    _notice_button(case, "Try again").click()
    rest(program, qtbot)
    record = show_case(case.desk.door, PRN)
    assert record.case is not None
    assert record.case.owner == "S. Merrin"


def test_a_form_that_could_not_be_saved_offers_a_copy_of_what_was_typed(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot, register: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    form = form_of(window)
    qtbot.keyClicks(form.field("author"), "Dr Whaitiri")
    qtbot.keyClicks(form.field("text"), "Settled, works in the kitchen")
    put_text(form.field("grade"), "reported")
    put_text(form.field("handling"), "members only")
    away = register.rename(register.with_name("away"))
    form.act.click()
    rest(program, qtbot)
    copy = tmp_path / "information.txt"
    monkeypatch.setattr(Unsaved, "where", staticmethod(lambda _parent, _proposed: str(copy)))
    _notice_button(form, "Save a copy…").click()
    rest(program, qtbot)
    assert "Author\nDr Whaitiri" in copy.read_text(encoding="utf-8-sig").replace("\r", "")
    away.rename(register)
    _notice_button(form, "Try again").click()
    rest(program, qtbot)
    assert case.tabs.said.model.rows[0].text == "Settled, works in the kitchen"


def _notice_button(over: CaseScreen | AskForm, words: str) -> QPushButton:
    return next(each for each in over.notice.findChildren(QPushButton) if each.text() == words)


def test_f4_tells_source_day_who_and_history(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "First", qtbot)
    rest(program, qtbot)
    type_owner(case, "Second", qtbot)
    rest(program, qtbot)
    case.tabs.overview.owner.setFocus()
    qtbot.keyClick(case.tabs.overview.owner, Qt.Key.Key_F4)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(ProvenanceDialog) if each.isVisible())
    told = dialog.told.text()
    assert "Value: Second" in told
    assert "Whose: forum" in told
    assert "Source: set here" in told
    assert f"As at: {show_date(window.desk.today)}" in told
    assert f"Who: {case.changes[0].who}" in told
    dialog.accept()
    window.activateWindow()
    rest(program, qtbot)
    case.tabs.overview.marks.setFocus()
    qtbot.keyClick(case.tabs.overview.marks, Qt.Key.Key_F4)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(ProvenanceDialog) if each.isVisible())
    assert "Value: blank\nWhose: forum\nSource: nobody has set it yet" in dialog.told.text()
    dialog.accept()
    rest(program, qtbot)
    window.activateWindow()
    case.tabs.setCurrentIndex(1)
    case.tabs.values.table.setFocus()
    rest(program, qtbot)
    qtbot.keyClick(case.tabs.values.table, Qt.Key.Key_F4)
    rest(program, qtbot)
    shown = [each for each in window.findChildren(ProvenanceDialog) if each.isVisible()]
    assert "ioms-CHC-2026-11.csv, row" in shown[-1].told.text()
    assert "As at: 16/11/2026" in shown[-1].told.text()
    assert [line.new for line in case.changes if line.what == "Owner"] == ["Second", "First"]


def test_a_flag_of_the_bar_is_opened_by_a_click_and_by_keys(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    door = window.desk.door
    raise_flag(door, PRN, FlagCode.OWR, "weight 5", "K. Rua")
    raise_flag(door, PRN, FlagCode.STAFF_SAFETY, "assault in 2019", "K. Rua")
    case.refresh()
    rest(program, qtbot)
    chips = case.identity.chips
    window.activateWindow()
    chips.setFocus()
    qtbot.keyClick(chips, Qt.Key.Key_Left)
    qtbot.keyClick(chips, Qt.Key.Key_Return)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(ProvenanceDialog) if each.isVisible())
    assert dialog.windowTitle().startswith("Flag SS")
    assert "Authorised by: K. Rua" in dialog.told.text()
    assert "Comment: assault in 2019" in dialog.told.text()
    dialog.accept()
    qtbot.mouseClick(chips, Qt.MouseButton.LeftButton, pos=QPoint(scaled(10), chips.height() // 2))
    rest(program, qtbot)
    shown = [each for each in window.findChildren(ProvenanceDialog) if each.isVisible()]
    assert shown[-1].windowTitle().startswith(f"Flag {standing_codes(show_case(door, PRN))[0]}")


def test_nobody_claims_by_accident_that_something_is_proven(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    acts.information(case)
    form = form_of(window)
    text, author, grade = form.field("text"), form.field("author"), form.field("grade")
    assert isinstance(text, QPlainTextEdit)
    assert isinstance(author, QLineEdit)
    assert isinstance(grade, Pick)
    qtbot.keyClicks(text, "Works in the kitchen")
    qtbot.keyClicks(author, "Dr Whaitiri")
    form.act.click()
    rest(program, qtbot)
    assert "Say how it is known" in form.notice.text
    assert show_case(window.desk.door, PRN).information == ()
    grade.set_value(Grade.REPORTED)
    form.act.click()
    rest(program, qtbot)
    assert "Say how far it may go" in form.notice.text, "nor that it may be minuted or told to others"
    assert show_case(window.desk.door, PRN).information == ()
    put_text(form.field("handling"), "members only")
    form.act.click()
    rest(program, qtbot)
    (said,) = show_case(window.desk.door, PRN).information
    assert (said.grade, said.handling) == (Grade.REPORTED, Handling.MEMBERS_ONLY)


def test_adding_information_to_a_closed_case_says_at_once_that_it_is_only_read(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    close_case(window.desk.door, PRN, ExitReason.RECALLED)
    case.refresh()
    rest(program, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not [each for each in window.findChildren(AskForm) if each.isVisible()]
    assert case.notice.text.startswith("This case was closed on ")


def test_an_address_is_proposed_verified_and_taken_back(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    form = form_of(window)
    qtbot.keyClicks(form.field("address"), "12 Harakeke Street")
    form.act.click()
    rest(program, qtbot)
    assert [row.address for row in case.tabs.plan.addresses.model.rows] == ["12 Harakeke Street"]
    assert "no address verified" in case.identity.complete.text()
    case.tabs.setCurrentIndex(2)
    case.tabs.plan.verify()
    rest(program, qtbot)
    assert case.tabs.plan.addresses.model.rows[0].verified
    window.activateWindow()
    case.tabs.plan.addresses.table.setFocus()
    rest(program, qtbot)
    qtbot.keyClick(case.tabs.plan.addresses.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert not case.tabs.plan.addresses.model.rows[0].verified


def test_an_answer_about_an_address_that_was_refused_is_nothing_to_take_back(
    case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    propose_address(case.desk.door, case.prn, "12 Harakeke Street")
    case.refresh()
    rest(program, qtbot)
    case.desk.door.reading_only = True
    case.set_address(1, "verified", on=True)
    rest(program, qtbot)
    assert "can only be read" in case.notice.text
    assert not case.desk.undo.stack.canUndo()


def test_a_check_that_is_due_stands_in_words_until_it_is_answered(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    propose_address(case.desk.door, case.prn, "12 Harakeke Street")
    case.refresh()
    rest(program, qtbot)
    assert "1 check is due" in case.identity.complete.text()
    case.show_addresses()
    rest(program, qtbot)
    rows = case.tabs.plan.checks.model.rows
    assert [(row.kind, row.state) for row in rows][:2] == [("Probation", "! due"), ("Police", "– not due")]
    assert "on request" in rows[1].why
    case.tabs.plan.check()
    form = form_of(window)
    field_of(form, "answer", Pick).set_value("nothing held")
    form.act.click()
    rest(program, qtbot)
    assert "Probation" in {row.kind for row in case.tabs.plan.checks.model.rows if row.state == "✓ answered"}
    assert "check is due" not in case.identity.complete.text()


def test_a_consent_is_kept_word_by_word(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    propose_address(case.desk.door, case.prn, "12 Harakeke Street")
    case.refresh()
    rest(program, qtbot)
    case.show_addresses()
    rest(program, qtbot)
    case.tabs.plan.addresses.buttons[1].click()
    form = form_of(window)
    field_of(form, "said", Pick).set_value(ConsentSaid.GIVEN)
    qtbot.keyClicks(form.field("by"), "A. Smith")
    form.act.click()
    rest(program, qtbot)
    assert "form of the consent" in form.notice.text
    qtbot.keyClicks(form.field("form"), "in writing")
    form.act.click()
    rest(program, qtbot)
    (row,) = case.tabs.plan.addresses.model.rows
    assert row.consent_words.startswith("given ")


def test_a_need_and_a_condition_are_entered_on_the_tab_of_the_plan(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    case.show_plan()
    rest(program, qtbot)
    assert len(case.tabs.plan.needs.model.rows) == 8
    case.tabs.plan.need()
    form = form_of(window)
    field_of(form, "status", Pick).set_value(NeedStatus.DECLINED)
    form.act.click()
    rest(program, qtbot)
    assert case.tabs.plan.needs.model.rows[0].status == "declined"
    case.tabs.plan.conditions.buttons[0].click()
    rest(program, qtbot)
    form = form_of(window)
    field_of(form, "code", Pick).set_value("SPC-RESIDE")
    form.act.click()
    rest(program, qtbot)
    (row,) = case.tabs.plan.conditions.model.rows
    assert (row.code, row.state) == ("SPC-RESIDE", ConditionState.PROPOSED)
    case.tabs.plan.step()
    form = form_of(window)
    field_of(form, "state", Pick).set_value(ConditionState.ASKED)
    form.act.click()
    rest(program, qtbot)
    assert case.tabs.plan.conditions.model.rows[0].state is ConditionState.ASKED


def test_a_consent_of_the_person_is_added_told_in_words_and_withdrawn_on_the_tab_of_the_plan(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    add_consent(case.desk.door, case.prn, "IR-2", "an aunt: the dates", date(2026, 5, 1), date(2026, 10, 31))
    case.refresh()
    case.show_plan()
    rest(program, qtbot)
    listed = case.tabs.plan.consents
    add, withdraw = listed.buttons
    assert [each.text() for each in (add, withdraw)] == ["Add consent…", "Withdraw consent…"]
    add.click()
    form = form_of(window)
    qtbot.keyClicks(form.field("form"), "IR-2")
    form.act.click()
    rest(program, qtbot)
    assert "What may be told, and to whom, is missing" in form.notice.text
    qtbot.keyClicks(form.field("scope"), "the provider: the plan")
    put_text(form.field("expires"), "31/12/2026")
    form.act.click()
    rest(program, qtbot)

    def states() -> list[str]:
        model = listed.model
        return [model.data(model.index(at, 1)) for at in range(model.rowCount())]

    assert states() == ["! expired", "✓ in force"]
    listed.table.setCurrentIndex(listed.model.index(1, 0))
    withdraw.click()
    form = form_of(window)
    form.act.click()
    rest(program, qtbot)
    assert "Why it is withdrawn is missing" in form.notice.text
    qtbot.keyClicks(form.field("reason"), "changed their mind")
    form.act.click()
    rest(program, qtbot)
    assert states() == ["! expired", "– withdrawn"]
    assert listed.model.rows[1].withdrawn_reason == "changed their mind"
    listed.table.setCurrentIndex(listed.model.index(1, 0))
    withdraw.click()
    assert "was withdrawn on" in case.notice.text
    about = case.tabs.about_focus()
    assert about is not None


@pytest.mark.parametrize("signed", [True, False])
def test_the_case_menu_goes_to_the_consents_which_stand_low_on_their_tab(
    signed: bool, case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    if signed:
        add_consent(case.desk.door, case.prn, "IR-2", "an aunt: the dates", date(2026, 5, 1))
        case.refresh()
        rest(program, qtbot)
    window.resize(960, 540)
    window.table.run("case.consents")
    rest(program, qtbot)
    listed = case.tabs.plan.consents
    here = listed.table if signed else listed.buttons[0]
    qtbot.waitUntil(here.hasFocus)
    assert here.visibleRegion().boundingRect() == here.rect(), "all of it is in view"


def test_what_is_open_and_rests_on_a_lapsed_consent_stands_in_the_line_of_what_is_missing(
    case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    door = case.desk.door
    row = add_consent(door, case.prn, "IR-2", "the provider: the plan", date(2026, 5, 1))
    ground = read_ground("c", case.desk.today)
    draft = RequestDraft("Kauri Homes", "where they come from", ground, "they house them", consent=row.number)
    asked = ask_disclosure(door, case.prn, draft, own=["They may have the room."])
    case.refresh()
    rest(program, qtbot)
    assert "consent" not in case.identity.complete.text()
    withdraw_consent(door, case.prn, row.number, "changed their mind")
    case.refresh()
    rest(program, qtbot)
    told = f"disclosure {asked.number} rests on consent {row.number}, withdrawn"
    assert told in case.identity.complete.text()


def test_a_refused_form_keeps_what_was_typed(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    form = form_of(window)
    qtbot.keyClicks(form.field("author"), "Dr Whaitiri")
    put_text(form.field("grade"), "reported")
    put_text(form.field("handling"), "members only")
    form.act.click()
    rest(program, qtbot)
    assert "The text is missing" in form.notice.text
    assert form.values()["author"] == "Dr Whaitiri"
    qtbot.keyClicks(form.field("text"), "Settled, works in the kitchen")
    form.act.click()
    rest(program, qtbot)
    assert case.tabs.said.model.rows[0].text == "Settled, works in the kitchen"
    assert case.tabs.tabText(1) == "Information (1)"


def test_the_forums_word_stands_beside_what_ioms_says(
    case: CaseScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    case.tabs.setCurrentIndex(1)
    numbers = {row.heading: number for number, row in enumerate(case.tabs.values.model.rows)}
    case.tabs.values.table.setCurrentIndex(case.tabs.values.model.index(numbers["Unit"], 0))
    case.tabs.values.table.setFocus()
    qtbot.keyClick(case.tabs.values.table, Qt.Key.Key_F2)
    form = form_of(window)
    value = form.field("value")
    qtbot.keyClicks(value, "Kea")
    qtbot.keyClicks(form.field("reason"), "Moved on Monday")
    form.act.click()
    rest(program, qtbot)
    row = case.tabs.values.model.rows[numbers["Unit"]]
    assert row.in_force == "Kea"
    assert row.value != "Kea"


def test_half_typed_text_comes_back_after_a_lock(case: CaseScreen, program: Program, qtbot: QtBot) -> None:
    owner = case.tabs.overview.owner
    owner.setFocus()
    qtbot.keyClicks(owner, "half a na")
    kept = case.draft()
    assert kept == {"prn": PRN, "owner": "half a na"}
    owner.setText(owner.shown)
    case.restore(kept)
    rest(program, qtbot)
    qtbot.waitUntil(lambda: owner.text() == "half a na")


def test_a_service_that_said_nothing_is_asked_from_the_case_and_ctrl_z_takes_it_back(
    window: Window, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    case.show_information()
    rest(program, qtbot)
    silent = case.tabs.silent
    heard = {row.service for row in said(show_case(window.desk.door, PRN))}
    assert {service for service, told in silent.told.items() if told.isVisible()} == set(Service) - heard
    told, ask = silent.told[Service.PSYCHOLOGICAL], silent.asks[Service.PSYCHOLOGICAL]
    assert told.text() == "Psychological services: nothing yet."
    ask.setFocus()
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    rest(program, qtbot)
    (row,) = [each for each in list_actions(window.desk.door, "CHC") if each.text == ASKED]
    assert (row.prn, row.service, row.outcome) == (PRN, Service.PSYCHOLOGICAL, ActionOutcome.OPEN)
    assert told.text() == f"Psychological services: nothing yet, asked by {show_date(row.due)}."
    assert not ask.isVisible()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    (row,) = [each for each in list_actions(window.desk.door, "CHC") if each.text == ASKED]
    assert (row.outcome, row.note) == (ActionOutcome.OVERTAKEN, "entered by mistake")
    assert ask.isVisible()
