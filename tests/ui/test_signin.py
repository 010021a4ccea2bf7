"""Getting in: first run, signing in, being refused, asking for access, and locking."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app import desk as door
from app.domain.errors import WrongKey
from app.domain.words import Role
from app.usecases import meeting, people
from app.usecases.backup import back_up
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.ui.conftest import PASSPHRASE, SignIn, rest
from ui import theme, words
from ui.guide import Help
from ui.main import Program
from ui.signin.codes import CodesPage
from ui.signin.enter import SignInPage
from ui.signin.window import Lock, SignInWindow
from ui.tones import Theme
from ui.window import Window


def _try(qtbot: QtBot, form: SignInPage, passphrase: str, name: str = desks.ADMINISTRATOR[0]) -> None:
    form.name.setText(name)
    form.passphrase.setText(passphrase)  # keyClicks aborts the process at a macron
    qtbot.keyClick(form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isValid(form.button) or form.button.isEnabled())  # gone once somebody is in


def test_a_right_passphrase_opens_the_frame_with_forum_person_and_role_in_the_band(enter: SignIn) -> None:
    window = enter()
    assert "Christchurch HR/HP Forum" in window.band.text
    assert "Mere Ashcombe (administrator)" in window.band.text
    assert window.band.text.startswith("IN CONFIDENCE")


def test_what_the_frame_asks_first_is_not_stopped_by_the_sign_in_window_that_goes(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    """The quick lane is held until the frame stands, as by a slow share: nothing of the frame has been begun."""
    signin = program.start()
    gate = threading.Event()
    program.tasks.run(gate.wait)
    QTimer.singleShot(0, gate.set)
    signin.done(desks.sit(register), register)
    rest(program, qtbot)
    assert program.window is not None
    assert program.window.desk.forum == "CHC"
    assert program.signin is None


def test_the_program_ends_well_when_the_sign_in_window_is_closed_by_hand(
    program: Program, qtbot: QtBot
) -> None:
    program.start().close()
    qtbot.waitUntil(lambda: program.signin is None)
    program.close()  # ends the threads of what is left, and no window that is gone
    assert not program.tasks.busy


def test_the_first_window_stands_before_anything_that_comes_after_it_is_read(tmp_path: Path) -> None:
    """In a process of its own, and painted: what it waits for is figure 14 (design/speed.md)."""
    code = (
        "import sys; from pathlib import Path; from ui.main import Program, application; "
        "from ui.signin.window import Edges; app = application(); "
        "program = Program(app, Edges(Path(sys.argv[1]))); window = program.start(); "
        "app.processEvents(); window.grab(); from PySide6 import QtWidgets; "
        "print([name for name in sys.argv[2:] if name in sys.modules or name in vars(QtWidgets)], end=' '); "
        "app.setStyleSheet(''); print(app.style().name()); program.close()"
    )
    later = (
        "app.desk", "app.domain.dates", "dataclasses", "json", "sqlalchemy", "subprocess", "ui.drafts", "ui.guide",
        "ui.idle", "ui.registry", "ui.signin.enter", "ui.window", "QFileDialog", "QStyle",
    )  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), *later],
        capture_output=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[] fusion"


def test_every_screen_is_read_while_somebody_signs_in(tmp_path: Path) -> None:
    """In a process of its own, as the program starts: this one has read them all."""
    code = (
        "import sys; from pathlib import Path; from ui.main import Program, application; "
        "from ui.signin.window import Edges; app = application(); "
        "program = Program(app, Edges(Path(sys.argv[1]))); program.start(); "
        "program.tasks.idle.connect(app.quit); app.exec(); program.close(); "
        "from ui.registry import rooms; "
        "print([room for room in rooms() if f'ui.{room}.screen' not in sys.modules "
        "and Path(f'ui/{room}/screen.py').is_file()])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_button_says_unlocking_while_it_works(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    form.name.setText("Nobody Atall")
    form.passphrase.setText("not the passphrase of anybody")
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert form.button.text() == "Unlocking…"
    assert not form.button.isEnabled()
    qtbot.waitUntil(form.button.isEnabled)


def test_each_wrong_passphrase_says_how_many_tries_are_left(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    _try(qtbot, form, "quite wrong")
    assert "Two tries left" in form.notice.text
    _try(qtbot, form, "quite wrong")
    assert "One try left" in form.notice.text
    _try(qtbot, form, "quite wrong")
    assert "wait 15 minutes" in form.notice.text
    assert form.passphrase.text() == ""


def test_a_fourth_try_within_the_wait_is_refused_even_with_the_right_passphrase(
    program: Program, qtbot: QtBot
) -> None:
    form = program.start().enter
    for _ in range(3):
        _try(qtbot, form, "quite wrong")
    _try(qtbot, form, desks.ADMINISTRATOR[1])
    assert "more minute" in form.notice.text
    assert program.window is None


def test_after_the_wait_the_right_passphrase_opens(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    for _ in range(3):
        _try(qtbot, form, "quite wrong")
    clock = program.edges.now
    assert isinstance(clock, desks.Clock)
    clock.go_to(desks.START + timedelta(minutes=16))
    form.passphrase.setText(desks.ADMINISTRATOR[1])
    form.unlock()
    qtbot.waitUntil(lambda: program.window is not None)


def test_caps_lock_is_named_in_words(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    assert not form.caps.isVisible()
    qtbot.keyClicks(form.passphrase, "A")
    assert form.caps.isVisible()
    assert "Caps Lock" in form.caps.text()
    qtbot.keyClicks(form.passphrase, "a")
    assert not form.caps.isVisible()


def test_a_passphrase_can_be_pasted_and_shown(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    program.app.clipboard().setText("five words from somewhere else")
    form.passphrase.setFocus()
    form.passphrase.paste()
    assert form.passphrase.text() == "five words from somewhere else"
    assert form.passphrase.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(form.show_typed, Qt.MouseButton.LeftButton)
    assert form.passphrase.echoMode() == QLineEdit.EchoMode.Normal
    program.app.clipboard().clear()


def test_a_damaged_register_is_named_and_another_can_be_chosen(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    file = register / "register.fdb"
    file.write_bytes(file.read_bytes()[:-100])
    form = program.start().enter
    _try(qtbot, form, desks.ADMINISTRATOR[1])
    assert "register.fdb" in form.notice.text or "damaged" in form.notice.text
    assert program.window is None


def test_a_damaged_register_offers_its_newest_backup_which_is_restored_into_a_new_folder(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    desk = desks.sit(register, Role.CHAIR)
    back_up(desk, desk.next_backup())
    desk.close()
    file = register / "register.fdb"
    whole = file.read_bytes()
    file.write_bytes(whole[:-100])
    form = program.start().enter
    _try(qtbot, form, desks.CHAIR[1], desks.CHAIR[0])
    assert "The newest backup is of 17/11/2026 10:00" in form.notice.text
    assert "forumdesk" not in form.notice.text
    next(each for each in form.notice.findChildren(QPushButton) if each.text() == words.RESTORE).click()
    assert program.signin is not None
    page = program.signin.restorer
    assert page.isVisible()
    assert page.name.text() == desks.CHAIR[0]
    page.passphrase.setText("quite wrong")
    page.go_on()
    qtbot.waitUntil(page.button.isEnabled)
    assert "Nothing was restored" in page.notice.text
    assert sorted(each.name for each in register.parent.iterdir() if "restored" in each.name) == []
    page.passphrase.setText(desks.CHAIR[1])
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page.missing.isVisible)
    assert "says this computer's witness" in page.missing.text()
    assert "Nothing is restored yet" in page.missing.text()
    qtbot.keyClick(page.button, Qt.Key.Key_Return)
    qtbot.waitUntil(form.isVisible)
    assert form.folder.text() == str(register.with_name(f"{register.name}-restored"))
    assert "Restored the backup of 17/11/2026 10:00" in form.notice.text
    assert file.read_bytes() == whole[:-100]
    form.passphrase.setText(desks.CHAIR[1])
    form.unlock()
    qtbot.waitUntil(lambda: program.window is not None)


def _backup_elsewhere(register: Path, folder: Path) -> Path:
    """A backup on a stick, and something done after it."""
    desk = desks.sit(register)
    copy = folder / "stick" / "monday.fdbackup"
    back_up(desk, copy)
    meeting.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    desk.close()
    return copy


def test_on_a_new_computer_the_first_window_goes_back_to_a_backup_and_says_what_it_cannot_know(
    program: Program, qtbot: QtBot, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = _backup_elsewhere(register, tmp_path)
    shutil.rmtree(register)
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path / "another computer"))
    program.settings.setValue("register", "")
    window = program.start()
    window.welcome.go_back.setFocus()
    qtbot.keyClick(window.welcome.go_back, Qt.Key.Key_Return)
    page = window.restorer
    assert window.focusWidget() is page.copy.box
    page.copy.setText(str(copy))
    page.folder.setText(str(tmp_path / "christchurch"))
    page.name.setText(desks.CHAIR[0])
    page.passphrase.setText(desks.CHAIR[1])
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(page.missing.isVisible)
    assert "is not known: no newer register was at hand" in page.missing.text()
    assert not (tmp_path / "christchurch").exists()
    qtbot.keyClick(page.button, Qt.Key.Key_Return)
    qtbot.waitUntil(window.enter.isVisible)
    assert window.enter.folder.text() == str(tmp_path / "christchurch")
    _try(qtbot, window.enter, desks.CHAIR[1], desks.CHAIR[0])
    qtbot.waitUntil(lambda: program.window is not None)


def test_sign_in_goes_back_to_a_backup_of_a_whole_register_by_kind_and_another_backup_is_told_anew(
    program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    copy = _backup_elsewhere(register, tmp_path)
    before = (register / "register.fdb").read_bytes()
    window = program.start()
    window.enter.name.setText(desks.ADMINISTRATOR[0])
    qtbot.mouseClick(window.enter.go_back, Qt.MouseButton.LeftButton)
    page = window.restorer
    page.copy.setText(str(copy))
    page.folder.setText(str(tmp_path / "second"))
    page.passphrase.setText(desks.ADMINISTRATOR[1])
    page.go_on()
    qtbot.waitUntil(page.missing.isVisible)
    assert "1 × scheduled a meeting" in page.missing.text()
    assert "A chair has to confirm it" in page.missing.text()
    page.copy.setText(str(copy.with_name("tuesday.fdbackup")))
    assert not page.missing.isVisible()
    page.go_on()
    qtbot.waitUntil(page.button.isEnabled)
    assert "There is no backup" in page.notice.text
    assert not (tmp_path / "second").exists()
    page.leave()
    assert window.enter.isVisible()
    assert page.passphrase.text() == ""
    assert (register / "register.fdb").read_bytes() == before


def test_a_backup_in_the_folder_it_was_made_in_proposes_a_new_folder_beside_it(
    program: Program, register: Path
) -> None:
    window = program.start()
    window.restore()
    window.restorer.copy.setText(str(register / "backup" / "monday.fdbackup"))
    assert window.restorer.folder.text() == str(register.with_name("register-restored"))


def test_a_folder_without_a_register_is_refused_in_words(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    form = program.start().enter
    form.folder.setText(str(tmp_path))
    _try(qtbot, form, desks.ADMINISTRATOR[1])
    assert form.notice.text
    assert "Traceback" not in form.notice.text


def test_an_empty_field_is_named_before_anything_is_tried(program: Program, qtbot: QtBot) -> None:
    form = program.start().enter
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert "your name" in form.notice.text


def test_help_and_text_size_answer_to_their_keys_before_anybody_is_in(program: Program, qtbot: QtBot) -> None:
    window = program.start()
    for key, percent in (
        (Qt.Key.Key_Plus, 110),
        (Qt.Key.Key_Equal, 120),
        (Qt.Key.Key_Minus, 110),
        (Qt.Key.Key_0, 100),
    ):
        qtbot.keyClick(window.enter.name, key, Qt.KeyboardModifier.ControlModifier)
        assert program.percent == percent
    qtbot.keyClick(window.enter.passphrase, Qt.Key.Key_F1)
    assert [each.isVisible() for each in window.findChildren(Help)] == [True]
    qtbot.keyClick(window.findChild(Help), Qt.Key.Key_Escape)
    qtbot.keyClick(window.enter.name, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()


def test_without_a_known_register_the_first_window_offers_four_ways_in(program: Program) -> None:
    program.settings.setValue("register", "")
    window = program.start()
    for each in (
        window.welcome.begin,
        window.welcome.open_one,
        window.welcome.go_back,
        window.welcome.try_out,
    ):
        assert each.isVisible()


def _fill(qtbot: QtBot, window: SignInWindow, folder: Path) -> None:
    page = window.maker
    window.show_page(page)
    page.folder.setText(str(folder))
    qtbot.keyClicks(page.forum_name, "Waikato HR/HP Forum")
    qtbot.keyClicks(page.forum_code, "wai")
    for fields, (name, passphrase) in ((page.administrator, desks.ADMINISTRATOR), (page.chair, desks.CHAIR)):
        fields.name.setText(name)
        fields.first.setText(passphrase)
        fields.again.setText(passphrase)


def test_two_people_make_a_register_and_the_administrator_is_signed_in(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = program.start()
    _fill(qtbot, window, tmp_path / "new")
    qtbot.keyClick(window.maker.chair.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(CodesPage)))
    [sheet] = window.findChildren(CodesPage)
    codes = sheet.shown.text().split()
    assert len(codes) == 3
    for typed, said in (([codes[0], codes[1], codes[1]], "not code 3"), ([codes[0], "", ""], "1 to 3")):
        for box, text in zip(sheet.boxes, typed, strict=True):
            box.clear()
            qtbot.keyClicks(box, text)
        assert not sheet.shown.isVisible()
        sheet.button.click()
        assert said in sheet.notice.text
    assert program.window is None
    for box, text in zip(sheet.boxes, codes, strict=True):
        box.setText(text.lower())
    qtbot.keyClick(sheet.boxes[-1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None)
    rest(program, qtbot)
    assert program.window is not None
    assert "Waikato HR/HP Forum" in program.window.band.text
    chair = door.sign_in(tmp_path / "new", *desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher())
    assert chair.may(people.approve_person)
    chair.close()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [("first", "too short", "passphrases of the first administrator differ"), ("name", "", "needs a name")],
)
def test_a_register_is_not_made_from_a_form_with_a_fault(
    program: Program, qtbot: QtBot, tmp_path: Path, field: str, text: str, said: str
) -> None:
    window = program.start()
    _fill(qtbot, window, tmp_path / "new")
    getattr(window.maker.administrator, field).setText(text)
    qtbot.mouseClick(window.maker.button, Qt.MouseButton.LeftButton)
    assert said in window.maker.notice.text
    assert not (tmp_path / "new").exists()


def test_a_weak_passphrase_leaves_nothing_behind(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    window = program.start()
    _fill(qtbot, window, tmp_path / "new")
    for box in (window.maker.chair.first, window.maker.chair.again):
        box.setText("short")
    qtbot.mouseClick(window.maker.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.maker.button.isEnabled)
    assert "at least 16" in window.maker.notice.text
    assert not (tmp_path / "new" / "register.fdb").exists()


def test_five_words_are_offered_shown_and_strong_enough(program: Program, qtbot: QtBot) -> None:
    window = program.start()
    window.show_page(window.maker)
    fields = window.maker.administrator
    qtbot.mouseClick(fields.offer, Qt.MouseButton.LeftButton)
    assert len(fields.first.text().split()) == 5
    assert fields.first.text() == fields.again.text()
    assert fields.first.echoMode() == QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("name", ["asker", "recoverer"])
def test_the_fields_of_a_person_stand_in_one_column_with_those_above_them(
    program: Program, qtbot: QtBot, name: str, percent: int
) -> None:
    theme.apply(program.app, Theme.LIGHT, percent)
    window = program.start()
    page = getattr(window, name)
    window.show_page(page)
    window.show()
    boxes = [page.folder, page.person.name, page.person.first, page.person.again]
    boxes += [page.role, page.forum] if name == "asker" else []
    places = {
        (each.mapTo(page, each.rect().topLeft()).x(), each.mapTo(page, each.rect().topRight()).x())
        for each in boxes
    }
    theme.apply(program.app, Theme.LIGHT, 100)
    assert len(places) == 1


def test_after_a_refusal_all_of_the_form_fits_the_smallest_window(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = program.start()
    form = window.enter
    form.opened.pretend("christchurch", "hawkes-bay")
    window.show_page(form)
    window.resize(960, 540)
    window.show()
    refused = WrongKey("Name or passphrase not accepted; the register is as it was.")
    refused.tries_left = 2
    form.say_refused(refused)
    area = next(each for each in window.findChildren(QScrollArea) if each.isAncestorOf(form))
    qtbot.waitUntil(lambda: form.notice.isVisibleTo(form) and form.forgotten.height() > 0)
    QApplication.sendPostedEvents()
    seen = area.viewport()
    assert form.forgotten.mapTo(seen, form.forgotten.rect().bottomLeft()).y() <= seen.height()


def test_somebody_asks_at_the_window_and_opens_it_once_a_chair_lets_them_in(
    program: Program, qtbot: QtBot, register: Path
) -> None:
    window = program.start()
    page = window.asker
    window.show_page(page)
    page.person.name.setText("Wiremu Pōtiki")
    for box in (page.person.first, page.person.again):
        box.setText(PASSPHRASE)
    qtbot.keyClick(page.person.again, Qt.Key.Key_Return)
    qtbot.waitUntil(page.button.isEnabled)
    assert "to compare" in page.notice.text
    _try(qtbot, window.enter, PASSPHRASE, "Wiremu Pōtiki")
    assert "not yet approved" in window.enter.notice.text
    chair = desks.sit(register, Role.CHAIR)
    people.approve_person(chair, "Wiremu Pōtiki")
    chair.close()
    window.enter.passphrase.setText(PASSPHRASE)
    window.enter.unlock()
    qtbot.waitUntil(lambda: program.window is not None)


def test_locking_wipes_the_key_covers_everything_and_asks_again(
    program: Program, qtbot: QtBot, enter: SignIn
) -> None:
    window = enter()
    desk = window.desk.door
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window is None)
    assert not any(desk.opened.register_key)
    assert program.signin is not None
    assert program.signin.isVisible()
    assert "kept until you sign in" in " ".join(
        each.text() for each in program.signin.enter.findChildren(type(program.signin.enter.caps))
    )
    # Whose passphrase it would be is not known any more.
    assert program.signin.focusWidget() is program.signin.enter.name


def _half_a_word(program: Program, qtbot: QtBot, enter: SignIn) -> Window:
    """An administrator's window with a word half typed into a search box."""
    window = enter()
    window.open("trail")
    rest(program, qtbot)
    assert window.screen_now is not None
    window.screen_now.restore({"search": "half a wo"})
    return window


def _lock_with_half_a_word(program: Program, qtbot: QtBot, enter: SignIn) -> None:
    _half_a_word(program, qtbot, enter)
    program.lock()


def test_after_a_lock_the_same_person_comes_back_to_the_same_screen_with_its_text(
    program: Program, qtbot: QtBot, enter: SignIn
) -> None:
    _lock_with_half_a_word(program, qtbot, enter)
    window = enter()
    assert window.screen_now is not None
    assert window.screen_now.name == "trail"
    assert window.screen_now.draft() == {"search": "half a wo"}


def test_after_a_lock_somebody_else_finds_nothing_of_it(
    program: Program, qtbot: QtBot, enter: SignIn
) -> None:
    _lock_with_half_a_word(program, qtbot, enter)
    window = enter(Role.CHAIR)
    window.open("trail")
    assert window.screen_now is not None
    assert window.screen_now.draft() == {}


def test_a_lock_that_could_keep_no_text_says_so_and_locks_all_the_same(
    program: Program, qtbot: QtBot, enter: SignIn, tmp_path: Path
) -> None:
    _half_a_word(program, qtbot, enter)
    (tmp_path / "window-profile" / "drafts").write_bytes(b"a file where the folder would be")
    begun: list[Lock] = []
    program.edges = program.edges._replace(restart=lambda locked: begun.append(locked) is not None)
    program.lock()
    assert begun == [Lock.LOST]
    assert program.signin is not None
    said = " ".join(each.text() for each in program.signin.enter.findChildren(QLabel))
    assert "could not be kept" in said
    assert words.LOCKED not in said


def test_locking_begins_another_process_and_leaves_nothing_legible_behind(
    program: Program, qtbot: QtBot, enter: SignIn, tmp_path: Path
) -> None:
    window = _half_a_word(program, qtbot, enter)
    begun: list[Lock] = []

    def anew(locked: Lock) -> bool:
        begun.append(locked)
        return True

    program.edges = program.edges._replace(restart=anew)
    desk = window.desk.door
    program.lock()
    assert begun == [Lock.KEPT]
    assert program.signin is None
    assert not any(desk.opened.register_key)
    [kept] = list((tmp_path / "window-profile" / "drafts").iterdir())
    assert b"half" not in kept.read_bytes()
    assert "Ashcombe" not in kept.name

    other = Program(program.app, program.edges._replace(locked=Lock.KEPT))
    other.start(locked=Lock.KEPT).enter.passphrase.setText(desks.ADMINISTRATOR[1])
    assert other.signin is not None
    other.signin.enter.name.setText(desks.ADMINISTRATOR[0])
    other.signin.enter.unlock()
    qtbot.waitUntil(lambda: other.window is not None)
    # At once: after the next pause in typing what is back in its place is kept again.
    assert not kept.exists()
    rest(other, qtbot)
    assert other.window is not None
    assert other.window.screen_now is not None
    assert other.window.screen_now.name == "trail"
    assert other.window.screen_now.draft() == {"search": "half a wo"}
    other.close()


def test_what_was_typed_before_a_crash_is_back_and_says_that_it_is_not_saved(
    program: Program, qtbot: QtBot, enter: SignIn, tmp_path: Path
) -> None:
    window = _half_a_word(program, qtbot, enter)
    program.keep_drafts()
    [kept] = list((tmp_path / "window-profile" / "drafts").iterdir())
    left = kept.read_bytes()
    window.close()
    assert not kept.exists()
    program.window = None
    kept.write_bytes(left)  # the computer stopped instead of closing
    window = enter()
    assert window.screen_now is not None
    assert window.screen_now.draft() == {"search": "half a wo"}
    assert "not saved yet" in window.notice.text


def test_nobody_opens_what_somebody_else_typed(register: Path) -> None:
    administrator, chair = desks.sit(register), desks.sit(register, Role.CHAIR)
    sealed = administrator.seal(b"half a wo")
    assert administrator.unseal(sealed) == b"half a wo"
    assert chair.unseal(sealed) is None
    assert administrator.unseal(sealed[:-1] + bytes([sealed[-1] ^ 1])) is None
    administrator.close()
    chair.close()


def test_the_settings_keep_the_folder_and_no_name(program: Program, enter: SignIn, register: Path) -> None:
    enter()
    program.settings.sync()
    kept = (program.edges.profile / "window.ini").read_text(encoding="utf-8")
    assert "register=" in kept
    assert "Ashcombe" not in kept
