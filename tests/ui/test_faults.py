"""The table of faults (design/trust.md, "Faults") in the window, row by row; the commands' halves in tests/flows."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from app.domain.case_list import CaseQuery
from app.domain.meeting import ActionDraft
from app.domain.plan_drafts import PolicyDraft
from app.domain.plan_words import CheckPolicy
from app.domain.words import CheckKind, Service
from app.usecases import meeting
from app.usecases.board import record_hearing
from app.usecases.cases import correct_value, set_case, show_case
from app.usecases.plan import set_policy
from tests.fixtures import desks, months
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.process import done
from tests.fixtures.small_disk import NEEDS_A_DISK, fill, reading_only, small_disk
from tests.ui.conftest import SignIn, form_of, rest
from ui import words
from ui.case import acts, board_acts
from ui.case.fields import BothTexts
from ui.case.forms import put_text
from ui.case.screen import CaseScreen
from ui.main import Program, application
from ui.meeting.policy import ask_policy
from ui.screen import Screen
from ui.signin.enter import SignInPage
from ui.signin.window import Edges
from ui.widgets.ask import AskForm
from ui.widgets.notice import Notice
from ui.window import Window

PRN = "88868884"


@pytest.fixture
def month(register: Path) -> Path:
    """People and a meeting in the register that the program knows."""
    shutil.rmtree(register)
    return months.new_month(register)


def _try(qtbot: QtBot, form: SignInPage) -> None:
    form.name.setText(desks.ADMINISTRATOR[0])
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    form.unlock()
    qtbot.waitUntil(lambda: not isValid(form.button) or form.button.isEnabled())  # gone once somebody is in


def _button(notice: Notice, text: str) -> QPushButton:
    return next(each for each in notice.findChildren(QPushButton) if each.text() == text)


def test_a_missing_key_file_is_put_back_from_the_sign_in_window(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    done(register, "forum", "list")
    kept = (register / "register.fdb").read_bytes()
    for file in register.glob("register.keys*"):
        file.unlink()
    form = program.start().enter
    _try(qtbot, form)
    assert "no key file" in form.notice.text
    assert "with 2 people" in form.notice.text
    assert "forumdesk" not in form.notice.text
    _button(form.notice, words.PUT_BACK).click()
    qtbot.waitUntil(form.button.isEnabled)
    assert "The key file is back" in form.notice.text
    assert (register / "register.fdb").read_bytes() == kept
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    form.unlock()
    qtbot.waitUntil(lambda: program.window is not None)


# Key file: above. Register damaged: tests/ui/test_signin.py. Old copy put back: tests/ui/test_standing.py.
# Disk full → "Not saved. Your text is still here."


@NEEDS_A_DISK
def test_on_a_full_disk_the_text_stays_where_it_was_typed_and_is_saved_once_there_is_room(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "disk", "12m") as disk:
        folder = months.new_month(disk / "register")
        program = Program(application(), Edges(tmp_path / "profile", desks.Clock(), CheapStretcher()))
        program.settings.setValue("register", str(folder))
        form = program.start().enter
        _try(qtbot, form)
        case = _open(program, qtbot)
        filler = fill(disk)
        _type_owner(case, "S. Merrin", qtbot)
        rest(program, qtbot)
        assert case.notice.text.startswith("Owner is not saved. Your text is still here. Not saved.")
        assert "the disk is full" in case.notice.text
        assert case.tabs.overview.owner.text() == "S. Merrin"
        filler.unlink()
        _button(case.notice, "Try again").click()
        rest(program, qtbot)
        record = show_case(case.desk.door, PRN)
        assert record.case is not None
        assert record.case.owner == "S. Merrin"
        program.close()


# A share that gives only reading → opens, says so in the band, and saves nothing.


@NEEDS_A_DISK
def test_a_register_on_a_share_for_reading_opens_with_the_band_and_refuses_a_save_in_a_sentence(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    before = (month / "register.fdb").read_bytes()
    with reading_only(month):
        with pytest.raises(OSError, match="Read-only"):
            (month / "letter.txt").write_text("nothing", encoding="utf-8")
        window = enter()
        assert words.READING_ONLY in window.band.text
        case = _open(program, qtbot)
        assert not case.tabs.overview.owner.isEnabled()
        case.ask(set_case, PRN, Service.PRISONS, "S. Merrin")
        rest(program, qtbot)
        assert "can only be read from here, because its folder gives no right to write" in case.notice.text
        assert "nothing was changed" in case.notice.text
        window.close()
    assert (month / "register.fdb").read_bytes() == before
    again = enter()
    assert words.READING_ONLY not in again.band.text


@NEEDS_A_DISK
def test_a_share_that_turns_to_reading_only_keeps_the_text_until_it_can_be_saved(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    enter()
    case = _open(program, qtbot)
    with reading_only(month):
        _type_owner(case, "S. Merrin", qtbot)
        rest(program, qtbot)
        assert case.notice.text.startswith("Owner is not saved. Your text is still here.")
        assert "the folder cannot be written; the register is as it was" in case.notice.text
        assert case.tabs.overview.owner.text() == "S. Merrin"
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert _owner(month, PRN) == "S. Merrin"


# Killed or power cut → the last confirmed save is there, and what was half-typed is offered.


def test_after_a_stop_the_last_save_and_the_half_typed_text_are_there(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot, tmp_path: Path
) -> None:
    enter()
    case = _open(program, qtbot)
    _type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    owner = case.tabs.overview.owner
    owner.setFocus()
    owner.selectAll()
    qtbot.keyClicks(owner, "K. Tane")
    program.keep_drafts()
    # As a stop leaves it: what lies on the disk now, and nothing that closing would do.
    shutil.copytree(program.edges.profile, tmp_path / "as-stopped")
    assert _owner(month, PRN) == "S. Merrin"
    later = Program(program.app, Edges(tmp_path / "as-stopped", desks.Clock(), CheapStretcher()))
    _try(qtbot, later.start().enter)
    rest(later, qtbot)
    window = later.window
    assert window is not None
    assert "not saved yet" in window.notice.text
    again = window.screen_now
    assert isinstance(again, CaseScreen)
    assert again.tabs.overview.owner.text() == "K. Tane"
    later.close()


# A save that stands and that the disk did not confirm (what a disk says is tried in tests/flows/test_trust_bench.py).


def test_a_save_that_the_disk_did_not_confirm_is_told_once_beside_what_was_done(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    window.desk.door.unconfirmed = True
    _type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    assert "Saved, but the disk did not confirm it" in window.notice.text
    assert case.tabs.overview.owner.text() == "S. Merrin"
    assert not window.desk.door.unconfirmed


# Same case saved by two → side by side, both texts kept.


def test_the_forums_own_word_said_by_two_is_shown_side_by_side(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    row = next(row for row in case.tabs.values.model.rows if row.heading == "Prison")
    acts.correction(case, row)
    form = form_of(window)
    put_text(form.field("value"), "Rolleston")
    put_text(form.field("reason"), "told by prisons")
    correct_value(desks.sit(month), PRN, "Prison", "Paparua", "heard elsewhere")
    form.act.click()
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "Paparua"
    assert dialog.mine_box.toPlainText() == "Rolleston"
    dialog.mine.click()
    rest(program, qtbot)
    beside = next(row for row in show_case(desks.sit(month), PRN).values if row.heading == "Prison").beside
    assert [word.value for word in beside] == ["Paparua", "Rolleston"]


def test_what_a_forum_wants_of_plans_said_by_two_is_shown_side_by_side(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    window.open("meetings")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, Screen)
    ask_policy(screen)
    rest(program, qtbot)
    form = form_of(window)
    put_text(form.field(CheckKind.SCHOOLS.value), CheckPolicy.ON_REQUEST)
    set_policy(desks.sit(month), "CHC", PolicyDraft({"schools": "every address"}, {}))
    form.act.click()
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "every address"
    dialog.theirs.click()
    assert form.values()[CheckKind.SCHOOLS.value] == CheckPolicy.EVERY_ADDRESS


# Share gone → reading goes on, saving waits.


def test_while_the_share_is_gone_the_case_can_be_read_and_saving_waits(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    enter()
    case = _open(program, qtbot)
    told = case.identity.name.text()
    away = month.rename(month.with_name("away"))
    _type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    assert "Your text is still here." in case.notice.text
    for number in range(case.tabs.count()):
        case.tabs.setCurrentIndex(number)
    rest(program, qtbot)
    assert case.identity.name.text() == told
    assert case.tabs.values.model.rows
    away.rename(month)
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert _owner(month, PRN) == "S. Merrin"


def test_a_text_that_was_refused_stays_with_its_own_case_when_one_has_gone_on_to_the_next(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    name, away = case.person_name, month.with_name("away")
    window.desk.ask(lambda _door: month.rename(away))
    _type_owner(case, "S. Merrin", qtbot)
    window.desk.ask(lambda _door: away.rename(month))
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(program, qtbot)
    beside = case.prn
    assert beside != PRN
    assert case.notice.text.startswith(f"Owner of {name} is not saved.")
    assert case.tabs.overview.owner.text() == ""
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(program, qtbot)
    assert case.draft() == {"prn": PRN, "owner": "S. Merrin"}
    window.desk.ask(lambda _door: month.rename(away))
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert case.prn == PRN
    away.rename(month)
    case.refresh()
    rest(program, qtbot)
    assert case.tabs.overview.owner.text() == "S. Merrin"
    assert case.notice.text.startswith("Owner is not saved.")
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert not case.notice.isVisible()
    assert _owner(month, PRN) == "S. Merrin"
    assert _owner(month, beside) is None


def test_a_text_overtaken_when_one_has_gone_on_is_shown_on_its_own_case(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    set_case(desks.sit(month), PRN, owner="Written elsewhere")
    _type_owner(case, "S. Merrin", qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert case.prn == PRN
    assert case.tabs.overview.owner.text() == "S. Merrin"
    dialog.mine.click()
    rest(program, qtbot)
    assert _owner(month, PRN) == "S. Merrin"


def _turn(window: Window, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)


def _held_up(window: Window) -> threading.Event:
    """What is asked of the door from here on waits until it is set."""
    gate = threading.Event()
    window.desk.ask(lambda _door: gate.wait())
    return gate


def test_a_field_whose_save_is_answered_after_one_came_back_is_shown_as_it_was_saved(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    gate = _held_up(window)
    _type_owner(case, "S. Merrin", qtbot)
    _turn(window, Qt.Key.Key_Right, qtbot)
    _turn(window, Qt.Key.Key_Left, qtbot)
    back = case.prn
    gate.set()
    rest(program, qtbot)
    assert back == PRN
    assert case.tabs.overview.owner.text() == "S. Merrin"
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert _owner(month, PRN) == "S. Merrin"


def test_nothing_of_one_person_is_shown_or_acted_on_while_the_next_is_read(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    name = case.identity.name.text()
    gate = _held_up(window)
    _turn(window, Qt.Key.Key_Right, qtbot)
    said = (case.identity.name.text(), case.identity.number.text(), case.tabs.isVisible(), case.record)
    gate.set()
    rest(program, qtbot)
    assert said == ("", f"PRN {case.prn}", False, None)
    assert case.tabs.isVisible()
    assert case.identity.name.text() not in ("", name)


def test_a_text_overtaken_leaves_what_is_half_typed_about_the_next_person_where_it_is(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    set_case(desks.sit(month), PRN, owner="Written elsewhere")
    gate = _held_up(window)
    _type_owner(case, "S. Merrin", qtbot)
    _turn(window, Qt.Key.Key_Right, qtbot)
    beside, marks = case.prn, case.tabs.overview.marks
    marks.setEnabled(True)
    marks.setFocus()
    qtbot.keyClicks(marks, "a scar")
    gate.set()
    rest(program, qtbot)
    assert (case.prn, marks.text()) == (beside, "a scar")
    assert case.notice.text.startswith("Owner of ")
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert case.prn == PRN
    assert next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert show_case(desks.sit(month), beside).physical_marks == "a scar"


def test_a_form_about_one_person_is_never_saved_with_another_to_whom_the_screen_turned(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    set_case(desks.sit(month), PRN, owner="Written elsewhere")
    gate = _held_up(window)
    _type_owner(case, "S. Merrin", qtbot)
    _turn(window, Qt.Key.Key_Right, qtbot)
    beside = case.prn
    form = _address_form(case)
    gate.set()
    rest(program, qtbot)
    put_text(form.field("address"), "9 Kōwhai Street")
    form.act.click()
    rest(program, qtbot)
    assert case.prn == beside
    assert (_addresses(month, PRN), _addresses(month, beside)) == ([], ["9 Kōwhai Street"])
    put_text(_address_form(case).field("address"), "10 Rimu Road")
    window.open("case", prn=PRN)  # as the answer to what was asked for earlier may do
    rest(program, qtbot)
    assert not [each for each in window.findChildren(AskForm) if each.isVisible()]
    window.open("case", prn=beside)
    rest(program, qtbot)
    assert _address_form(case).values()["address"] == "10 Rimu Road"


def _correction(case: CaseScreen) -> None:
    acts.correction(case, next(row for row in case.tabs.values.model.rows if row.heading == "Unit"))


def _result(case: CaseScreen) -> None:
    board_acts.result(case, None)


def _close(case: CaseScreen) -> None:
    acts.close(case)
    sure = form_of(case.window()).field("sure")
    assert isinstance(sure, QCheckBox)
    sure.setChecked(True)


def _settle(case: CaseScreen) -> None:
    draft = ActionDraft("Ring the provider", Service.PROBATION, "S. Merrin", date(2026, 12, 9))
    meeting.add_action(case.desk.door, months.MEETING, PRN, draft)
    acts.settle(case, next(row for row in meeting.list_actions(case.desk.door) if row.prn == PRN))


def _ask_for(case: CaseScreen) -> None:
    made = meeting.schedule_meeting(case.desk.door, "CHC", date(2027, 2, 10))
    acts.to_agenda(case, [("10/02/2027", made.meeting)])


@pytest.mark.parametrize(
    ("opens", "typed", "said"),
    [
        (_correction, {"value": "Kea", "reason": "moved"}, "The forum's word is saved."),
        (_result, {"day": "10/11/2026", "result": "Declined"}, "Read as declined: "),
        (acts.rating, {"tool": "DRAOR", "score": "9", "assessor": "A. Moana"}, "The rating is added."),
        (_close, {}, "The case is closed."),
        (_settle, {}, "The outcome is saved."),
        (_ask_for, {"reason": "the chair wants to hear"}, "Asked for at the meeting of 10/02/2027."),
    ],
)
def test_what_a_form_saved_is_told_by_name_on_the_case_that_one_has_gone_on_to(
    opens: Callable[[CaseScreen], None], typed: dict[str, str], said: str,
    month: Path, program: Program, enter: SignIn, qtbot: QtBot,
) -> None:  # fmt: skip
    window = enter()
    case = _open(program, qtbot)
    record_hearing(window.desk.door, PRN, date(2026, 11, 10))
    rest(program, qtbot)
    name = case.person_name
    gate = _held_up(window)
    opens(case)
    form = next(each for each in window.findChildren(AskForm) if each.isVisible())
    for key, text in typed.items():
        put_text(form.field(key), text)
    form.act.click()
    assert not form.notice.isVisibleTo(form), form.notice.text
    form.reject()
    _turn(window, Qt.Key.Key_Right, qtbot)
    beside = case.prn
    before = show_case(desks.sit(month), beside)
    gate.set()
    rest(program, qtbot)
    assert case.notice.text.startswith(f"{name}: {said}")
    assert case.prn == beside
    after = show_case(desks.sit(month), beside)
    assert (after.values, after.board, after.risks) == (before.values, before.board, before.risks)


def test_what_a_form_was_refused_is_told_by_name_on_the_case_that_one_has_gone_on_to(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    name = case.person_name
    gate = _held_up(window)
    acts.correction(case, next(row for row in case.tabs.values.model.rows if row.heading == "Unit"))
    form = next(each for each in window.findChildren(AskForm) if each.isVisible())
    put_text(form.field("value"), "Kea")
    form.act.click()
    form.reject()
    _turn(window, Qt.Key.Key_Right, qtbot)
    gate.set()
    rest(program, qtbot)
    assert case.notice.text.startswith(f"The forum's own word: {name}. ")


def test_both_texts_wait_while_another_screen_is_in_view_that_others_may_read(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    case = _open(program, qtbot)
    set_case(desks.sit(month), PRN, owner="Written elsewhere")
    gate = _held_up(window)
    _type_owner(case, "S. Merrin", qtbot)
    window.open("meetings")
    gate.set()
    rest(program, qtbot)
    assert not [each for each in window.findChildren(BothTexts) if each.isVisible()]
    assert window.notice.text.startswith("A text that you typed in a case is not saved.")
    window.open("case", prn=PRN)
    rest(program, qtbot)
    assert case.tabs.overview.owner.text() == "S. Merrin"
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "Written elsewhere"


def test_a_lock_keeps_what_was_refused_in_one_case_and_what_is_half_typed_in_the_next(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    case, beside = _refused_and_gone_on(month, program, enter(), qtbot)
    qtbot.keyClicks(case.tabs.overview.marks, "a scar")
    program.lock()
    rest(program, qtbot)
    case = _case_of(enter())
    assert (case.prn, case.tabs.overview.marks.text()) == (beside, "a scar")
    assert "It was not saved before the lock" in case.notice.text
    _button(case.notice, "Try again").click()
    rest(program, qtbot)
    assert _owner(month, PRN) == "S. Merrin"
    assert show_case(desks.sit(month), beside).physical_marks == "a scar"


def test_what_was_refused_outlives_the_window_that_is_closed_by_hand(
    month: Path, program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    _refused_and_gone_on(month, program, window, qtbot)
    window.open("home")
    rest(program, qtbot)
    window.close()
    qtbot.waitUntil(lambda: program.window is None)
    case = _case_of(enter())
    assert (case.prn, case.tabs.overview.owner.text()) == (PRN, "S. Merrin")


def _refused_and_gone_on(
    month: Path, program: Program, window: Window, qtbot: QtBot
) -> tuple[CaseScreen, str]:
    """An owner was typed while the share was gone, and the next case is in view."""
    case = _open(program, qtbot)
    away = month.with_name("away")
    window.desk.ask(lambda _door: month.rename(away))
    _type_owner(case, "S. Merrin", qtbot)
    window.desk.ask(lambda _door: away.rename(month))
    _turn(window, Qt.Key.Key_Right, qtbot)
    rest(program, qtbot)
    return case, case.prn


def _case_of(window: Window) -> CaseScreen:
    assert isinstance(window.screen_now, CaseScreen)
    return window.screen_now


def _address_form(case: CaseScreen) -> AskForm:
    acts.address(case)
    return next(each for each in case.window().findChildren(AskForm) if each.isVisible())


def _addresses(month: Path, prn: str) -> list[str]:
    return [each.address for each in show_case(desks.sit(month), prn).plan.addresses]


def _owner(month: Path, prn: str) -> str | None:
    record = show_case(desks.sit(month), prn)
    assert record.case is not None
    return record.case.owner


def _open(program: Program, qtbot: QtBot) -> CaseScreen:
    qtbot.waitUntil(lambda: program.window is not None)
    window = program.window
    assert window is not None
    rest(program, qtbot)
    window.open("case", prn=PRN, among=CaseQuery())
    window.activateWindow()
    rest(program, qtbot)
    assert isinstance(window.screen_now, CaseScreen)
    return window.screen_now


def _type_owner(case: CaseScreen, text: str, qtbot: QtBot) -> None:
    owner = case.tabs.overview.owner
    owner.setFocus()
    owner.selectAll()
    qtbot.keyClicks(owner, text)
    qtbot.keyClick(owner, Qt.Key.Key_Tab)


def test_a_notice_takes_its_buttons_with_it_though_it_never_said_anything(qtbot: QtBot) -> None:
    notice = Notice()
    links = notice.findChildren(QPushButton)
    assert [each.text() for each in links] == ["Copy details", "Dismiss"]
    delete(notice)
    assert not any(isValid(each) for each in links)
