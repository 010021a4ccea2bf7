"""Settings of the forum in view: found by search, changed by those who may, read by the others with whom to ask."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.attendance import Quorum
from app.domain.register import ForumChange
from app.domain.words import Role, Service
from app.usecases import attendance, conditions
from app.usecases import register as forums
from app.usecases.backup import list_backups
from app.usecases.trail import list_trail
from tests.fixtures import desks
from tests.ui.conftest import SignIn, form_of, rest
from ui.case.fields import BothTexts
from ui.main import Program
from ui.palette import Palette
from ui.settings.about import AboutScreen
from ui.settings.lists import ListsScreen
from ui.settings.restoring import RestoreScreen
from ui.settings.screen import SettingsScreen
from ui.widgets.ask import AskForm
from ui.widgets.pick import Pick
from ui.window import Window


def _settings(window: Window, program: Program, qtbot: QtBot) -> SettingsScreen:
    window.open("settings")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, SettingsScreen)
    return screen


def _form(window: Window, program: Program, qtbot: QtBot) -> AskForm:
    rest(program, qtbot)
    return form_of(window)


def _shown(screen: SettingsScreen) -> list[str]:
    """The headings of the cards that the box left."""
    found = [card for _said, card in screen._cards if card.isVisible()]
    return [card.findChildren(type(screen.forum_cards.quorum.told))[0].text() for card in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("quorum", "Quorum"),
        ("region", "Forum"),
        ("marking", "Forum"),
        ("minutes template", "The agenda's template"),
        ("flags", "Lists of values"),
        ("test restore", "Backups"),
        ("version", "About"),
    ],
)
def test_a_setting_is_found_by_what_people_call_it(
    words: str, found: str, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _settings(enter(), program, qtbot)
    qtbot.keyClicks(screen.box, words)
    assert found in _shown(screen)
    assert "Appearance" not in _shown(screen)


def test_the_agendas_template_is_typed_saved_and_taken_back_with_ctrl_z(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _settings(window, program, qtbot)
    screen.forum_cards.template.change.setFocus()
    qtbot.keyClick(screen.forum_cards.template.change, Qt.Key.Key_Return)
    form = _form(window, program, qtbot)
    box = form.field("template")
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "table/5 = 12")
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "one of the milestones 8, 6, 4, 2, 1" in form.notice.text
    for _letter in "5 = 12":
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClicks(box, "4 = 12")
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    told = screen.forum_cards.template.told
    assert "table = 8, table/4 = 12, paper = 1" in told.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert "table/4" not in told.text()


def test_the_band_bears_another_marking_as_soon_as_it_is_saved(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    screen = _settings(window, program, qtbot)
    screen.forum_cards.forum.change.click()
    form = _form(window, program, qtbot)
    marking = form.field("marking")
    assert isinstance(marking, Pick)
    qtbot.keyClick(marking, Qt.Key.Key_End)
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "SENSITIVE" in window.band.text
    assert "Marking: SENSITIVE" in screen.forum_cards.forum.told.text()


def _region_of_two(screen: SettingsScreen, window: Window, program: Program, qtbot: QtBot) -> AskForm:
    """One writes Nelson while a colleague saves Otago; the form that was answered with both."""
    screen.forum_cards.forum.change.click()
    form = _form(window, program, qtbot)
    region = form.field("region")
    assert isinstance(region, Pick)
    region.set_value("Nelson")
    forums.set_forum(desks.sit(screen.desk.door.folder), "CHC", ForumChange(region="Otago"))
    form.act.click()
    rest(program, qtbot)
    return form


def test_a_region_that_two_change_is_shown_side_by_side(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _settings(window, program, qtbot)
    form = _region_of_two(screen, window, program, qtbot)
    both = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert both.theirs_box.toPlainText() == "Otago"
    both.theirs.click()
    assert form.values()["region"] == "Otago"


def test_ctrl_z_takes_back_what_one_wrote_over_a_colleagues_region_and_leaves_the_colleagues(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _settings(window, program, qtbot)
    _region_of_two(screen, window, program, qtbot)
    next(each for each in window.findChildren(BothTexts) if each.isVisible()).mine.click()
    rest(program, qtbot)
    assert "Region: Nelson" in screen.forum_cards.forum.told.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert "Region: Otago" in screen.forum_cards.forum.told.text()


def test_the_quorum_is_ticked_and_a_number_that_is_none_is_refused_beside_it(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _settings(window, program, qtbot)
    card = screen.forum_cards.quorum
    assert card.told.text() == "A meeting asks for prisons, probation, psychological services and police."
    card.change.click()
    form = _form(window, program, qtbot)
    police, people = form.field(Service.POLICE.value), form.field("people")
    assert isinstance(police, QCheckBox)
    assert isinstance(people, QLineEdit)
    qtbot.keyClick(police, Qt.Key.Key_Space)
    for typed, said in (("many", "a whole number"), ("900", "cannot be met")):
        people.selectAll()
        qtbot.keyClicks(people, typed)
        qtbot.keyClick(form.act, Qt.Key.Key_Return)
        assert said in form.notice.text
    people.selectAll()
    qtbot.keyClicks(people, "5")
    other = desks.sit(screen.desk.door.folder)
    attendance.set_quorum(other, "CHC", Quorum(tuple(Service), 7))
    form.act.click()
    rest(program, qtbot)
    assert "Somebody else saved “7” meanwhile" in form.notice.text
    form.act.click()
    rest(program, qtbot)
    assert card.told.text().endswith("probation and psychological services, and 5 people or more.")
    assert attendance.see_quorum(other, "CHC").people == 5


def test_who_may_not_change_a_forum_reads_it_and_is_told_whom_to_ask(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _settings(enter(Role.MEMBER), program, qtbot)
    assert "Region: Canterbury" in screen.forum_cards.forum.told.text()
    assert "prisons" in screen.forum_cards.quorum.told.text()
    for card, _also in screen.forum_cards.cards:
        assert not card.change.isEnabled()
        assert card.why.text() == "You read this; an administrator or a chair changes it."


def test_a_condition_is_worded_from_the_lists_and_a_fixed_list_says_why_it_is(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _settings(window, program, qtbot)
    screen.lists_button.click()
    rest(program, qtbot)
    lists = window.screen_now
    assert isinstance(lists, ListsScreen)
    before = len(lists.model.rows)
    qtbot.keyClick(lists.word, Qt.Key.Key_Return)
    form = _form(window, program, qtbot)
    for key, typed in (("code", "SPC-PETS"), ("words", "Keep no dog."), ("source", "Forum decision")):
        qtbot.keyClicks(form.field(key), typed)
    qtbot.keyClick(form.act, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert len(lists.model.rows) == before + 1
    assert "Keep no dog. (Forum decision)" in [each.meaning for each in lists.model.rows]
    assert any(
        text.code == "SPC-PETS" for text in conditions.condition_library(desks.sit(lists.desk.door.folder))
    )
    qtbot.keyClick(lists.pick, Qt.Key.Key_Down)
    assert [each.code for each in lists.model.rows][:2] == ["HR", "HP"]
    assert "Fixed: " in lists.when.text()
    assert not lists.word.isVisible()


def test_about_is_reached_from_the_help_menu_and_by_name_and_shows_each_licence(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.MEMBER)
    assert "About ForumDesk" in [each.plain for each in window.table.actions if each.menu == "Help"]
    palette = Palette(window)
    qtbot.keyClicks(palette.box, "licences")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, AboutScreen)
    assert screen.told.text().startswith(f"ForumDesk {version('forumdesk')}\nRegister schema step ")
    names = [each.name for each in screen.model.rows]
    screen.table.setFocus()
    screen.table.setCurrentIndex(screen.model.index(names.index("reportlab"), 0))
    assert "Redistribution" in screen.text.toPlainText()
    qtbot.keyClick(screen.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert screen.text.toPlainText()


def test_settings_restore_a_backup_into_a_new_folder_and_the_present_register_goes_on(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path, tmp_path: Path
) -> None:
    window = enter(Role.CHAIR)
    screen = _settings(window, program, qtbot)
    screen.backups.now.click()
    rest(program, qtbot)
    made = list_backups(screen.desk.door, screen.desk.door.backup_folders)[0]
    forums.set_forum(desks.sit(register), "CHC", ForumChange(region="Otago"))
    qtbot.keyClicks(screen.box, "restore")
    assert _shown(screen) == ["Backups"]
    screen.backups.go_back.click()
    rest(program, qtbot)
    restoring = window.screen_now
    assert isinstance(restoring, RestoreScreen)
    page = restoring.page
    page.copy.setText(made.file)
    assert page.folder.text() == str(register.with_name("register-restored"))
    assert page.name.text() == desks.CHAIR[0]
    page.folder.setText(str(register))
    page.passphrase.setText(desks.CHAIR[1])
    page.go_on()
    qtbot.waitUntil(page.button.isEnabled)
    assert "is there already and was not touched" in page.notice.text
    page.folder.setText(str(tmp_path / "second"))
    page.passphrase.setText(desks.CHAIR[1])
    page.go_on()
    qtbot.waitUntil(page.missing.isVisible)
    assert "1 × changed a forum" in page.missing.text()
    qtbot.keyClick(page.button, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "This register goes on as it was" in restoring.notice.text
    assert window.band.text.startswith("IN CONFIDENCE")
    second, present = desks.sit(tmp_path / "second", Role.CHAIR), desks.sit(register, Role.CHAIR)
    for desk, region, restored in ((second, "CAN", True), (present, "OTA", False)):
        assert next(each.region for each in forums.list_forums(desk) if each.code == "CHC") == region
        assert ("restore_register" in {each.event for each in list_trail(desk)}) is restored


def test_who_may_not_restore_finds_the_button_grey(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    screen = _settings(enter(Role.MEMBER), program, qtbot)
    assert not screen.backups.go_back.isEnabled()
