"""The list of cases by real keys and clicks: search, filters in words, views, preview, left out, extracts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy import text as statement

from app import made_up
from app.desk import Desk, use_case
from app.domain.case_list import CaseQuery, CaseView, PlanState
from app.domain.people import Permission
from app.domain.words import AgendaReason, DateName, FlagCode, Role
from app.settings import profile_folder
from app.usecases.agenda import ask_for_case, see_agenda
from app.usecases.case_list import browse_cases
from app.usecases.trail import list_trail
from app.usecases.transfers import propose_transfer
from db import connect
from db.queries.register import forums as forum_rows
from db.tables.meeting import AskedFor
from db.tables.register import Case, Person
from db.work import Work, session_on
from tests.fixtures import desks, months
from tests.fixtures.extracts import read
from tests.ui.conftest import SignIn, form_of, rest
from ui import facts
from ui.case.fields import BothTexts
from ui.case.provenance import ProvenanceDialog
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.register import views
from ui.register.columns import ACTIONS, BOARD, DATE, FLAGS, NAME, PLAN, PRISON, STAGE, WHY
from ui.register.columns import PRN as PRN_COLUMN
from ui.register.left_out import LeftOutScreen
from ui.register.menu import case_menu
from ui.register.screen import EXTRAS, HIDES, CasesScreen
from ui.register.taking_in import ImportScreen
from ui.table import Table
from ui.tasks import Progress
from ui.theme import scaled
from ui.tones import Theme
from ui.widgets.ask import AskForm
from ui.widgets.chips import chip_width
from ui.widgets.clipboard import lend
from ui.widgets.pick import DayEdit
from ui.window import Window


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A month with nine open cases and five people left out."""
    return months.new_month(tmp_path / "register")


@pytest.fixture
def window(program: Program, enter: SignIn, qtbot: QtBot) -> Window:
    made = enter()
    made.open("cases")
    rest(program, qtbot)
    return made


@pytest.fixture
def cases(window: Window) -> CasesScreen:
    assert isinstance(window.screen_now, CasesScreen)
    return window.screen_now


def names(screen: CasesScreen) -> list[str]:
    return [line.surname for line in screen.model.rows]


def press(screen: CasesScreen, words: str, qtbot: QtBot) -> None:
    """Press the button on the screen that bears these words."""
    found = [each for each in screen.findChildren(QPushButton) if each.isVisible() and words in each.text()]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def form(window: Window) -> AskForm:
    return form_of(window)


def test_the_list_is_sorted_soonest_first_and_says_how_many_there_are(cases: CasesScreen) -> None:
    days = [line.anchor_stored for line in cases.model.rows]
    assert len(days) == 9
    assert days == sorted(days, key=str)
    assert cases.chips.words.text() == "Showing 9 of 9 cases; no filters in force"
    head = cases.model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert head == "Date counted to, sorted: soonest first"


def test_a_case_between_two_forums_says_so_in_the_list(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    prn = cases.model.rows[0].prn
    propose_transfer(window.desk.door, prn, "HB", "moved to Mangaroa")
    rest(program, qtbot)
    qtbot.waitUntil(lambda: str(cases.model.index(0, 0).data()).endswith(", proposed to HB"))
    assert not str(cases.model.index(1, 0).data()).endswith("HB")


def test_prison_and_board_never_stand_where_a_column_that_is_used_more_had_to_go(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    seen = set()
    for wide in (*range(1300, 1400, 2), 1920):
        window.resize(scaled(wide), scaled(800))
        rest(program, qtbot)
        gone = {number for number in HIDES if cases.table.isColumnHidden(number)}
        assert gone <= set(EXTRAS) or gone >= set(EXTRAS), f"{wide} wide: {gone}"
        seen.add(frozenset(gone))
    assert frozenset() in seen
    assert len(seen) > 2


def test_typing_finds_without_macrons_and_says_why(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClicks(cases.box, "hakopa")
    rest(program, qtbot)
    assert names(cases) == ["Hākopa"]
    assert "Hākopa" in cases.model.rows[0].why
    assert not cases.table.isColumnHidden(WHY)
    why = cases.model.index(0, WHY)
    assert why.data() == "name has the word “hakopa”", "the name itself stands in the first column"
    assert "Hākopa, " in why.data(Qt.ItemDataRole.AccessibleTextRole)
    assert not cases.table.cut_cell(why)
    qtbot.keyClick(cases.box, Qt.Key.Key_Down)
    assert cases.table.hasFocus()


def test_letters_show_whom_they_find_and_the_count_comes_when_the_typing_rests(
    cases: CasesScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    cases.box.setFocus()
    qtbot.keyClicks(cases.box, "ha")
    rest(program, qtbot)
    found = names(cases)
    assert found
    assert cases.chips.words.text() == f"Showing {len(found)} of 9 cases:"
    chosen = len(found) - 1
    cases.table.selectRow(chosen)
    resets = []
    cases.model.replaced.connect(lambda: resets.append(1))
    qtbot.waitUntil(lambda: not cases.asking.resting)
    rest(program, qtbot)
    assert names(cases) == found
    assert cases.table.currentIndex().row() == chosen
    assert resets == []
    list_trail(window.desk.door)
    told = [entry.event for entry in sorted(list_trail(window.desk.door), key=lambda entry: entry.seq)]
    assert told.count("find_as_typed") == 0
    [listed] = [at for at, event in enumerate(told) if event == "looks_as_typed"]
    assert told[listed + 1] == "browse_cases"


def test_the_keyboard_in_the_search_begins_one_where_something_else_was_looked_at_meanwhile(
    cases: CasesScreen, window: Window, program: Program, qtbot: QtBot
) -> None:
    def begun() -> int:
        """How often the keyboard, gone to the list and back twice, has begun a search."""
        before = entered().count("begin_search")
        for _twice in range(2):
            cases.table.setFocus()
            cases.box.setFocus()
            rest(program, qtbot)
        return entered().count("begin_search") - before

    def entered() -> list[str]:
        list_trail(window.desk.door)  # its own entry comes after the rows it gives
        return [entry.event for entry in list_trail(window.desk.door)]

    assert begun() == 1
    cases.table.setFocus()
    cases.box.setFocus()
    qtbot.keyClicks(cases.box, "h")
    rest(program, qtbot)
    told = entered()
    assert told.count("find_as_typed") == 0
    assert told.count("looks_as_typed") == 1


def test_the_chip_of_the_text_keeps_its_place_for_a_letter_and_never_cuts_its_words(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClicks(cases.box, "ha")
    rest(program, qtbot)
    [chip] = cases.chips._chips
    before = chip.size()
    qtbot.keyClicks(cases.box, "k")
    rest(program, qtbot)
    assert "“hak”" in chip.text()
    assert chip.size() == before
    qtbot.keyClicks(cases.box, "opa hakopa hakopa hakopa")
    rest(program, qtbot)
    for step in (4, 0):
        program.look("", step)
        rest(program, qtbot)
        assert chip.width() >= chip.sizeHint().width()
        assert chip.height() == chip.sizeHint().height()


def test_a_text_that_finds_nobody_says_at_once_which_filter_hides_how_many(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClicks(cases.box, "zzz")
    rest(program, qtbot)
    assert "9 cases are hidden by: “zzz” (9)" in cases.listing.said


def test_flags_are_any_of_and_each_filter_is_a_chip_that_goes(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    for code in (FlagCode.VNR, FlagCode.DEPORTATION):
        cases.filters.flags[code].setFocus()
        qtbot.keyClick(cases.filters.flags[code], Qt.Key.Key_Space)
    rest(program, qtbot)
    assert all({"VNR", "DEP"} & set(line.codes) for line in cases.model.rows)
    both = len(cases.model.rows)
    assert cases.chips.words.text() == f"Showing {both} of 9 cases:"
    press(cases, "VNR", qtbot)
    rest(program, qtbot)
    assert all("DEP" in line.codes for line in cases.model.rows)
    assert not cases.filters.flags[FlagCode.VNR].isChecked()
    press(cases, "Clear all", qtbot)
    rest(program, qtbot)
    assert len(cases.model.rows) == 9


def test_a_prison_chosen_beside_the_list_narrows_it_and_is_a_chip_in_words(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    prison = cases.filters.prisons[0]
    held = [line.prn for line in cases.model.rows if line.prison == prison]
    assert 0 < len(held) < 9
    cases.filters.prison.setFocus()
    qtbot.keyClick(cases.filters.prison, Qt.Key.Key_Down)
    cases.filters.prison.activated.emit(1)
    rest(program, qtbot)
    assert [line.prn for line in cases.model.rows] == held
    assert cases.chips.words.text() == f"Showing {len(held)} of 9 cases:"
    press(cases, f"held at {prison}", qtbot)
    rest(program, qtbot)
    assert len(cases.model.rows) == 9
    assert cases.filters.prison.value == ""


def test_prison_and_board_stand_on_a_wide_screen_and_go_first(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    window.resize(scaled(1920), scaled(1000))
    qtbot.waitUntil(lambda: not cases.table.isColumnHidden(PRISON))
    assert not cases.table.isColumnHidden(BOARD)
    window.resize(scaled(1400), scaled(800))
    qtbot.waitUntil(lambda: cases.table.isColumnHidden(PRISON))
    assert cases.table.isColumnHidden(BOARD)
    assert not cases.table.isColumnHidden(PLAN)


def test_no_match_says_which_filter_hides_how_many(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.filters.within[1].click()
    cases.filters.flags[FlagCode.CSO].click()
    rest(program, qtbot)
    assert "9 cases are hidden by: flag CSO (9), release within 1 month" in cases.listing.said
    assert cases.status_words == "0 of 9 cases"


def test_closed_and_left_out_people_are_one_press_away(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    left = browse_cases(program.window.desk.door, "CHC", CaseQuery(view=CaseView.EVERYBODY))  # type: ignore[union-attr]
    outside = next(line for line in left.lines if line.left_out)
    qtbot.keyClicks(cases.box, outside.prn)
    rest(program, qtbot)
    press(cases, "Look at closed and left-out people too", qtbot)
    rest(program, qtbot)
    assert [line.prn for line in cases.model.rows] == [outside.prn]


def test_a_column_head_sorts_by_the_database_and_turns_round(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    for expected in (False, True):
        cases.table.horizontalHeader().sectionClicked.emit(1)
        rest(program, qtbot)
        numbers = [line.prn for line in cases.model.rows]
        assert numbers == sorted(numbers, reverse=expected)


def test_built_in_views_have_their_keys(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    qtbot.keyClick(cases.table, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    rest(program, qtbot)
    assert cases.query.view is CaseView.VNR_NOT_HR
    assert "Every case with victim notification has the HR flag as well." in cases.listing.said
    qtbot.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    rest(program, qtbot)
    assert len(cases.model.rows) == 3


def test_an_own_view_keeps_filters_and_never_what_was_typed(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.filters.flags[FlagCode.VNR].click()
    qtbot.keyClicks(cases.box, "secret name")
    rest(program, qtbot)
    cases.keep_button.click()
    asked = form(window)
    qtbot.keyClicks(asked.field("name"), "Victims first")
    asked.act.click()
    kept = str(cases.settings.value("case-views/Victims first"))
    assert "VNR" in kept
    assert "secret" not in kept
    cases.clear_filters()
    cases.turn_to("own:Victims first")
    rest(program, qtbot)
    assert cases.query.flags == (FlagCode.VNR,)


def test_a_view_is_never_kept_over_another_of_the_same_name(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    kept_view(cases, window, program, qtbot)
    stood = cases.settings.value("case-views/Victims first")
    cases.clear_filters()
    cases.filters.flags[FlagCode.CSO].click()
    rest(program, qtbot)
    asked = keep_as("victims first", cases, window, qtbot)
    assert "There is a view “Victims first” already" in asked.notice.text
    assert cases.settings.value("case-views/Victims first") == stood
    assert [each for each in offered(cases) if each.endswith("(own)")] == ["Victims first (own)"]


def test_beside_a_preview_on_a_small_laptop_the_number_gives_way_to_the_release_plan_where_that_has_room(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    window.resize(1366, 768)
    rest(program, qtbot)
    cases.toggle_preview()
    qtbot.waitUntil(lambda: cases.table.isColumnHidden(PRN_COLUMN))
    assert not cases.table.isColumnHidden(PLAN), "the preview has the number"
    window.resize(1346, 768)
    qtbot.waitUntil(lambda: cases.table.isColumnHidden(PLAN))
    assert not cases.table.isColumnHidden(PRN_COLUMN), "there is room for it where the plan has none"


def kept_view(cases: CasesScreen, window: Window, program: Program, qtbot: QtBot) -> None:
    """An own view, in force."""
    cases.filters.flags[FlagCode.VNR].click()
    rest(program, qtbot)
    keep_as("Victims first", cases, window, qtbot)
    assert cases.view.currentText() == "Victims first (own)"


def keep_as(name: str, cases: CasesScreen, window: Window, qtbot: QtBot) -> AskForm:
    """Keep the filters in force as an own view; the form that asked for its name."""
    cases.keep_button.click()
    asked = form(window)
    qtbot.keyClicks(asked.field("name"), name)
    asked.act.click()
    return asked


def offered(cases: CasesScreen) -> list[str]:
    return [cases.view.itemText(number) for number in range(cases.view.count())]


def test_an_own_view_is_removed_by_a_key_and_put_back_with_one_press(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    kept_view(cases, window, program, qtbot)
    window.activateWindow()
    cases.table.setFocus()
    remove = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(cases.table, Qt.Key.Key_Delete, remove)
    assert not any("own" in each for each in offered(cases))
    assert "“Victims first” is removed from this computer" in cases.notice.text
    assert cases.query.flags == (FlagCode.VNR,)
    assert not cases.in_own_view()
    cases.clear_filters()
    rest(program, qtbot)
    press(cases, "Put it back", qtbot)
    rest(program, qtbot)
    assert cases.view.currentText() == "Victims first (own)"
    assert cases.query.flags == (FlagCode.VNR,)


def test_an_own_view_is_renamed_and_never_takes_anothers_name(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.settings.setValue("case-views/Taken", "{}")
    kept_view(cases, window, program, qtbot)
    window.activateWindow()
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_F2)
    asked = form(window)
    name = asked.field("name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Victims first"
    name.setText("Taken")
    asked.act.click()
    assert "There is a view “Taken” already" in asked.notice.text
    name.setText("Victims")
    asked.act.click()
    assert cases.view.currentText() == "Victims (own)"
    assert "Victims first (own)" not in offered(cases)
    cases.turn_to("own:Victims")
    rest(program, qtbot)
    assert cases.query.flags == (FlagCode.VNR,)


def test_a_built_in_view_is_neither_renamed_nor_removed(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    window.activateWindow()
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_F2)
    assert not any(each.isVisible() for each in window.findChildren(AskForm))
    assert len(offered(cases)) == len(views.KEYS)


def test_a_click_on_a_flag_of_the_list_tells_where_it_comes_from_and_so_does_its_menu(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    number = next(at for at, line in enumerate(cases.model.rows) if line.codes)
    line = cases.model.rows[number]
    cell = cases.table.visualRect(cases.model.index(number, FLAGS))
    at = QPoint(
        cell.left() + scaled(6) + chip_width(line.codes[0], QApplication.font()) // 2, cell.center().y()
    )
    qtbot.mouseClick(cases.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    rest(program, qtbot)
    told = origin(window)
    assert f"Flag {line.codes[0]}" in told.windowTitle()
    assert line.surname in told.windowTitle()
    assert "Source: " in told.told.text()
    assert "As at: " in told.told.text()
    told.accept()
    qtbot.mouseClick(
        cases.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 4, cell.center().y())
    )
    rest(program, qtbot)
    assert not [each for each in window.findChildren(ProvenanceDialog) if each.isVisible()]
    inner = next(each for each in case_menu(cases).actions() if each.text() == "What a flag is about").menu()
    assert isinstance(inner, QMenu)
    inner.actions()[0].trigger()
    rest(program, qtbot)
    assert "Source: " in origin(window).told.text()


def origin(window: Window) -> ProvenanceDialog:
    return next(each for each in window.findChildren(ProvenanceDialog) if each.isVisible())


def test_space_previews_the_case_under_the_keyboard(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_Space)
    rest(program, qtbot)
    line = cases.model.rows[0]
    told = " ".join(each.text() for each in cases.preview.findChildren(type(cases.chips.words)))
    assert line.surname in told
    assert "Open actions (0)" in told
    assert cases.close_innermost()
    assert cases.preview.isHidden()


def test_the_date_is_whole_beside_an_open_preview_on_a_low_resolution_screen(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.window().resize(960, 540)
    rest(program, qtbot)
    assert not cases.table.isColumnHidden(FLAGS)
    cases.toggle_preview()
    rest(program, qtbot)
    head = cases.table.horizontalHeader()
    assert head.sectionViewportPosition(DATE) + head.sectionSize(DATE) <= cases.table.viewport().width()
    cases.toggle_preview()
    assert not cases.table.isColumnHidden(FLAGS)


@pytest.mark.parametrize("theme", tuple(Theme))
def test_beside_the_filters_a_list_1366_wide_shows_every_column_of_a_release_and_cuts_none(
    cases: CasesScreen, program: Program, qtbot: QtBot, theme: Theme
) -> None:
    program.look(theme, None)
    cases.window().resize(1366, 768)
    rest(program, qtbot)
    table = cases.table
    shown = [number for number in range(len(cases.model.columns)) if not table.isColumnHidden(number)]
    assert cases.filters.isVisible()
    assert shown == [NAME, PRN_COLUMN, FLAGS, DATE, STAGE, PLAN, ACTIONS]
    assert [table.cut_head(number) for number in shown] == [""] * len(shown)
    far = (cases.desk.today + timedelta(days=288)).isoformat()
    widest = cases.model.rows[0]._replace(
        anchor_name=DateName.ORDERED_RELEASE,
        anchor_stored=far,
        flags="HR CSO VNR SS",
        plan=PlanState.UNSUITABLE,
    )
    cases.model.set_rows((*cases.model.rows, *[widest] * 40))
    rest(program, qtbot)
    assert table.verticalScrollBar().maximum() > 0
    assert table.horizontalScrollBar().maximum() == 0
    for row in range(len(cases.model.rows)):
        for number in (PRN_COLUMN, FLAGS, DATE, STAGE, PLAN, ACTIONS):
            assert table.cut_cell(cases.model.index(row, number)) == ""


def test_where_the_list_has_no_room_for_how_far_off_a_date_is_the_date_stands_whole_without_it(
    cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    """A small laptop at twice the text, and a screen at twice the scale that searches."""
    at = cases.model.index(0, DATE)
    whole, heard = at.data(), at.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ", in " in whole
    program.settings.setValue("text-size", 200)
    program.apply()
    cases.window().resize(1366, 768)
    rest(program, qtbot)
    assert at.data() == whole.partition(",")[0]
    assert at.data(Qt.ItemDataRole.AccessibleTextRole) == heard
    assert not cases.table.isColumnHidden(FLAGS)
    assert cases.table.horizontalScrollBar().maximum() == 0
    assert cases.table.cut_cell(at) == ""
    program.look("", 0)
    rest(program, qtbot)
    assert at.data() == whole
    cases.window().resize(960, 540)
    qtbot.keyClicks(cases.box, "ha")
    rest(program, qtbot)
    assert cases.table.horizontalScrollBar().maximum() == 0
    assert cases.table.cut_cell(cases.model.index(0, DATE)) == ""


def test_a_stage_is_short_where_it_is_seen_and_in_full_where_it_is_heard(cases: CasesScreen) -> None:
    told = {
        (cell.data(), cell.data(Qt.ItemDataRole.AccessibleTextRole))
        for cell in (cases.model.index(row, STAGE) for row in range(len(cases.model.rows)))
    }
    assert ("●●●●○ 2 m", "Stage: 2 months") in told


def test_enter_opens_the_case_and_the_record_bar_keeps_the_lists_order(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.table.horizontalHeader().sectionClicked.emit(0)
    rest(program, qtbot)
    order = [line.prn for line in cases.model.rows]
    cases.table.setCurrentIndex(cases.model.index(2, 0))
    cases.table.setFocus()
    qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    rest(program, qtbot)
    case = window.screen_now
    assert isinstance(case, CaseScreen)
    assert case.identity.place.text() == "3 of 9"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    rest(program, qtbot)
    assert case.prn == order[3]
    assert case.identity.place.text() == "4 of 9"


def test_somebody_left_out_is_taken_in_by_one_act(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    press(cases, "Left", qtbot)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, LeftOutScreen)
    assert len(screen.model.rows) == 5
    who = screen.model.rows[0]
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    asked = form(window)
    asked.act.click()
    qtbot.waitUntil(lambda: "The reason is missing" in asked.notice.text)
    qtbot.keyClicks(asked.field("reason"), "Known to the forum")
    asked.act.click()
    rest(program, qtbot)
    assert who.prn not in [line.prn for line in screen.model.rows]
    window.open("cases")
    rest(program, qtbot)
    assert who.prn in [line.prn for line in cases.model.rows]


def test_nobody_left_out_that_matches_says_which_filter_hides_how_many(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    window.open("cases-left-out")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, LeftOutScreen)
    of = len(screen.rows)
    watched = sum(line.watch_list for line in screen.rows)
    assert 0 < watched < of
    qtbot.keyClicks(screen.box, "nobody so")
    screen.only.setChecked(True)
    assert (
        f"{of} people are hidden by: “nobody so” ({of}), watch list only ({of - watched})."
        in screen.listing.said
    )


def test_a_case_for_high_profile_names_its_limb(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    window.open("cases-left-out")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, LeftOutScreen)
    who = screen.model.rows[0].prn
    window.open("cases")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    asked = form(window)
    qtbot.keyClicks(asked.field("prn"), who)
    reason = asked.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "In the papers")
    asked.act.click()
    rest(program, qtbot)
    case = window.screen_now
    assert isinstance(case, CaseScreen)
    assert case.record is not None
    assert case.record.case is not None
    assert case.record.case.limb is not None
    assert "HP" in [flag.code.value for flag in case.record.flags]


def test_the_review_that_is_proposed_for_high_profile_is_on_a_working_day(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    assert isinstance(program.edges.now, desks.Clock)
    program.edges.now.go_to(datetime(2026, 11, 28, 1, tzinfo=UTC))  # three months on is a Sunday
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    review = form(window).field("review")
    assert isinstance(review, DayEdit)
    assert review.text() == "01/03/2027"


def test_an_extract_is_looked_at_before_it_is_taken_in(
    window: Window, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    people = made_up.made_up_people(7, 14, "CHC", months.AS_AT)
    lines = made_up.write_extract(people, months.AS_AT).decode("utf-8-sig").splitlines()
    lines[1] = lines[1].replace(lines[1].split(",")[3], "31/02/1980")
    file = tmp_path / "ioms.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    window.open("cases-import")
    screen = window.screen_now
    assert isinstance(screen, ImportScreen)
    qtbot.keyClicks(screen.path, str(file))
    qtbot.keyClick(screen.path, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "nothing is written yet" in screen.outcome.title.text()
    assert screen.outcome.rejections.rowCount() >= 1
    screen.write_rejected(tmp_path / "rejected.csv")
    rest(program, qtbot)
    assert "Reason" in (tmp_path / "rejected.csv").read_text(encoding="utf-8-sig")
    screen.outcome.take_button.click()
    rest(program, qtbot)
    assert screen.outcome.title.text().startswith("Taken in: ioms.csv")
    assert screen.steps.text().count("✓") == 3


def test_a_file_with_its_own_headings_is_mapped(
    window: Window, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    people = made_up.made_up_people(7, 3, "CHC", months.AS_AT)
    text = made_up.write_extract(people, months.AS_AT).decode("utf-8-sig").replace("PRN", "Person number", 1)
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    window.open("cases-import")
    screen = window.screen_now
    assert isinstance(screen, ImportScreen)
    screen.path.setText(str(file))
    screen.look_button.click()
    rest(program, qtbot)
    assert "no column called “PRN”" in screen.notice.text
    qtbot.waitUntil(lambda: screen.mapper.picks["PRN"].hasFocus())
    screen.mapper.picks["PRN"].set_value("Person number")
    screen.mapper.next_button.click()
    rest(program, qtbot)
    assert screen.result is not None
    assert screen.result.rejected == 0


def test_a_part_of_an_extract_is_said_to_lack_most_people_before_it_is_taken_in(
    window: Window, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    people = made_up.made_up_people(7, 14, "CHC", months.AS_AT)
    lines = made_up.write_extract(people, months.AS_AT).decode("utf-8-sig").splitlines()
    window.open("cases-import")
    screen = window.screen_now
    assert isinstance(screen, ImportScreen)
    file = tmp_path / "part.csv"
    for kept, told in (
        (len(lines), ""),
        (3, "12 of 14 people who stood in the last extract are not in this file."),
    ):
        file.write_text("\n".join(lines[:kept]), encoding="utf-8")
        screen.start_again()
        screen.path.setText(str(file))
        screen.look_button.click()
        rest(program, qtbot)
        assert screen.outcome.odd.text().startswith(told)
        assert screen.outcome.odd.isVisible() is bool(told)


def test_a_file_that_is_not_there_is_said_in_a_sentence(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    window.open("cases-import")
    screen = window.screen_now
    assert isinstance(screen, ImportScreen)
    screen.path.setText("nowhere.csv")
    screen.look_button.click()
    rest(program, qtbot)
    assert "nowhere.csv cannot be read" in screen.notice.text
    assert screen.pages.currentIndex() == 0


def test_a_chair_may_look_but_not_open_cases_or_take_in(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.open("cases")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    assert len(screen.model.rows) == 9
    assert not screen.new_button.isEnabled()
    assert not screen.import_button.isEnabled()


def test_a_member_sees_only_those_on_an_agenda(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.MEMBER)
    window.open("cases")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    assert len(screen.model.rows) == 9  # all nine stand on the issued agenda
    assert not screen.left_button.isEnabled()


def test_an_empty_register_says_what_to_do_first(
    program: Program, enter: SignIn, qtbot: QtBot, tmp_path: Path
) -> None:
    program.settings.setValue("register", str(desks.new_register(tmp_path / "empty")))
    window = enter()
    window.open("cases")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    assert "Import the eight-month list" in screen.listing.said
    assert isinstance(screen.table, Table)


def choose_two(cases: CasesScreen, qtbot: QtBot) -> None:
    """The first two cases of the list, by keys."""
    cases.table.setFocus()
    cases.table.clearSelection()
    cases.table.selectionModel().setCurrentIndex(
        cases.model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    for _ in range(2):
        qtbot.keyClick(cases.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)


def test_rows_chosen_by_keys_are_asked_for_at_a_meeting_with_one_reason(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    choose_two(cases, qtbot)
    chosen = [line.prn for line in cases.table.chosen()]
    assert chosen == [line.prn for line in cases.model.rows[:2]]
    cases.to_agenda()
    rest(program, qtbot)
    asked = form(window)
    qtbot.keyClicks(asked.field("reason"), "In the papers")
    asked.act.click()
    rest(program, qtbot)
    assert "2 cases on the agenda of" in cases.notice.text
    agenda = see_agenda(window.desk.door, months.NEXT).agenda
    assert agenda is not None
    asked_for = {item.prn for item in agenda.items if AgendaReason.ASKED_FOR in item.reasons}
    assert asked_for >= set(chosen)


def test_asking_for_several_is_taken_back_and_what_somebody_else_wrote_is_shown_first(
    cases: CasesScreen, window: Window, program: Program, register: Path, qtbot: QtBot
) -> None:
    window.activateWindow()
    choose_two(cases, qtbot)
    prns = [line.prn for line in cases.table.chosen()]
    cases.to_agenda()
    rest(program, qtbot)
    form = form_of(window)
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    qtbot.keyClicks(reason, "the chair")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    qtbot.keyClicks(reason, "wants to hear")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    other = desks.sit(register)
    assert asked_for(other) == dict.fromkeys(prns, "the chair\nwants to hear")
    ask_for_case(other, months.NEXT, prns[1], "Police asked too")
    qtbot.keyClick(cases.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    dialog = next(each for each in window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "Police asked too"
    qtbot.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert asked_for(other) == {}
    qtbot.keyClick(cases.table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert asked_for(other).keys() == set(prns)


def asked_for(door: Desk) -> dict[str, str]:
    """Who was asked for at the next meeting, with what was written."""
    query = select(Person.prn, AskedFor.reason).join(Case, Case.person_id == Person.id)
    rows = read(
        door, query.join(AskedFor, AskedFor.case_id == Case.id).where(AskedFor.meeting == months.NEXT)
    )
    return {prn: reason for prn, reason in rows if reason}


def test_copied_rows_are_entered_in_the_trail_and_leave_the_clipboard(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    cases.table.setFocus()
    cases.table.selectAll()
    qtbot.keyClick(cases.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    rest(program, qtbot)
    assert QApplication.clipboard().text().startswith("Name\t")
    told = [row.sentence for row in list_trail(window.desk.door)]
    assert any("copied rows of the list" in each for each in told)
    lend("a name", after=0)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")


def test_a_person_in_no_extract_is_entered_by_keys(
    window: Window, cases: CasesScreen, program: Program, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.keyClick(
        window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    asked = form(window)
    for key, text in (("prn", "0099887"), ("surname", "Example"), ("given", "Ana"), ("born", "04/05/1988")):
        qtbot.keyClicks(asked.field(key), text)
    asked.act.click()
    rest(program, qtbot)
    case = window.screen_now
    assert isinstance(case, CaseScreen)
    assert case.prn == "0099887"


@use_case(Permission.SEE_FORUM, looks=True, told_first=True)
def count_forums_first(work: Work) -> int:
    """A look that is shown to nobody before the register's own trail has it."""
    return len(forum_rows(work.session))


class _Watched:
    """Such a look, which lets go of whoever waits for its second try."""

    looks = True

    def __init__(self) -> None:
        self.tries = 0
        self.again = threading.Event()

    def __call__(self, door: Desk) -> int:
        self.tries += 1
        if self.tries == 2:
            self.again.set()
        return count_forums_first(door)


def test_a_look_that_meets_the_windows_own_check_waits_for_it_and_is_no_error(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    look, reads = _Watched(), threading.Event()
    came: list[int] = []
    errors: list[Exception] = []

    def reads_long(door: Desk, _progress: Progress) -> None:
        with session_on(door.engine(read_only=True)) as session:
            session.execute(statement("SELECT count(*) FROM cases")).all()
            reads.set()
            look.again.wait()

    window.desk.ask_long(reads_long, owner=window)
    qtbot.waitUntil(reads.is_set)
    window.desk.ask(look, then=came.append, otherwise=errors.append, owner=window)
    try:
        qtbot.waitUntil(lambda: bool(came or errors))
    finally:
        look.again.set()
    rest(program, qtbot)
    assert (came, errors, look.tries) == ([2], [], 2)


@pytest.fixture
def saving_elsewhere(register: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Another computer that can hold the register for longer than anybody waits; asking again comes soon."""
    monkeypatch.setattr(connect, "_BUSY_SECONDS", 0.02)
    kept = [each for each in connect._SETTINGS if not each.startswith("busy_timeout")]
    monkeypatch.setattr(connect, "_SETTINGS", (*kept, "busy_timeout = 20"))
    monkeypatch.setattr(facts, "AGAIN", 20)
    desk = desks.sit(register)
    elsewhere = connect.bare(desk.path, desk.opened.register_key)
    yield elsewhere
    elsewhere.close()


def test_a_list_comes_while_another_computer_saves_for_long(
    register: Path, program: Program, qtbot: QtBot, saving_elsewhere: Any
) -> None:
    saving_elsewhere.execute("BEGIN IMMEDIATE")
    window = program.enter(desks.sit(register), first="cases")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    assert len(screen.model.rows) == 9
    assert not window.notice.isVisible()


def test_a_list_whose_forum_could_not_be_read_says_so_and_comes_by_itself(
    register: Path, program: Program, qtbot: QtBot, saving_elsewhere: Any
) -> None:
    """Neither the register nor the profile takes its look, so nothing may be shown."""
    desk = desks.sit(register)
    profile_folder().mkdir(parents=True, exist_ok=True)
    (profile_folder() / "looks").write_text("no folder", encoding="utf-8")
    saving_elsewhere.execute("BEGIN IMMEDIATE")
    window = program.enter(desk, first="cases")
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    qtbot.waitUntil(window.notice.isVisible)
    assert "Somebody else is saving" in window.notice.text
    assert screen.listing.said.startswith("Reading the register")
    saving_elsewhere.execute("ROLLBACK")
    qtbot.waitUntil(lambda: len(screen.model.rows) == 9)
    rest(program, qtbot)
    assert not screen.listing.said


def test_cases_that_could_not_be_read_are_not_told_as_none_and_can_be_asked_for_again(
    register: Path, program: Program, qtbot: QtBot, saving_elsewhere: Any
) -> None:
    window = program.enter(desks.sit(register), first="trail")
    rest(program, qtbot)
    saving_elsewhere.execute("BEGIN EXCLUSIVE")
    window.open("cases")
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, CasesScreen)
    assert screen.listing.said.startswith("The cases could not be read")
    saving_elsewhere.execute("ROLLBACK")
    press(screen, "Try again", qtbot)
    rest(program, qtbot)
    assert len(screen.model.rows) == 9
