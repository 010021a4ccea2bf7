"""A screen of 960 × 540, which is 1920 × 1080 at 200 %: what one works with is seen, not only what explains it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case_list import CaseQuery
from app.domain.meeting import ActionDraft
from app.domain.words import Service
from app.usecases.meeting import add_action
from tests.fixtures import police_month as month
from tests.ui import rules
from tests.ui.conftest import SignIn, rest
from tests.ui.test_police import _lost, _open, _review, _sent
from ui.case.screen import CaseScreen
from ui.case.tabs import FLAGS_TAB, HISTORY_TAB, PLAN_TAB
from ui.case.timeline import Timeline
from ui.main import Program
from ui.meeting.actions import ActionsScreen
from ui.packs.make import MakeScreen
from ui.police.screen import PoliceScreen
from ui.register.screen import CasesScreen
from ui.registry import screen_class
from ui.table import Table
from ui.trail.screen import TrailScreen
from ui.window import Window


@pytest.fixture
def register(register: Path) -> Path:
    month.make_month(register).close()
    return register


def _low(window: Window, program: Program, qtbot: QtBot) -> None:
    window.resize(960, 540)
    QApplication.processEvents()
    rest(program, qtbot)
    QApplication.processEvents()


def _half(window: Window, program: Program, qtbot: QtBot) -> None:
    """1366 × 768 at 200 %."""
    window.resize(683, 400)
    QApplication.processEvents()
    rest(program, qtbot)
    QApplication.processEvents()


def _is_whole(part: QWidget) -> bool:
    seen = part.visibleRegion().boundingRect()
    return (seen.width(), seen.height()) == (part.width(), part.height())


def test_the_holders_of_copies_are_seen_row_by_row_and_nothing_lies_over_them(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    _low(window, program, qtbot)
    screen = _open(MakeScreen, window, program, qtbot, meeting=month.MEETING)
    for name in ("Sina Merrin", "Tama Pōtiki", "Mere Ngata"):
        screen.who.setText(name)
        screen.add()
    _low(window, program, qtbot)
    row = screen.table.verticalHeader().defaultSectionSize()
    assert screen.table.viewport().visibleRegion().boundingRect().height() >= 2 * row
    assert screen.lacking.isVisible(), "what the pack lacks is told here too"
    assert screen.listing.height() == screen.listing.minimumSizeHint().height(), "no room is asked for twice"
    low = screen.listing.mapTo(screen, QPoint(0, screen.listing.height())).y()
    assert low <= screen.target.mapTo(screen, QPoint(0, 0)).y()
    rules.controls_do_not_lie_over_each_other(window)


def test_in_a_review_both_values_and_every_act_are_seen(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter()
    _low(window, program, qtbot)
    screen = _review(exchange, window, program, qtbot)
    _low(window, program, qtbot)
    for button in (screen.accept_button, screen.reject_button, screen.next_button, screen.apply_button):
        assert _is_whole(button), button.text()
    head = screen.table.horizontalHeader()
    bold = screen.table.font()
    bold.setBold(True)
    widest = QFontMetrics(bold).horizontalAdvance("held, cannot share")
    for column in (2, 3):
        assert head.sectionSize(column) > widest + 12
        assert (
            head.sectionViewportPosition(column) + head.sectionSize(column) <= screen.table.viewport().width()
        )
    row = screen.table.verticalHeader().defaultSectionSize()
    assert screen.table.viewport().height() >= 3 * row
    assert screen.card.height() >= 3 * row + row // 2


def test_a_page_scrolls_only_where_its_list_cannot_be_shorter(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(TrailScreen, window, program, qtbot)
    (page,) = screen.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    _low(window, program, qtbot)
    assert page.verticalScrollBar().maximum() == 0
    window.resize(960, 360)
    rest(program, qtbot)
    assert page.verticalScrollBar().maximum() > 0
    row = screen.table.verticalHeader().defaultSectionSize()
    assert screen.table.viewport().height() >= 3 * row


def _is_seen(table: QTableView, row: int) -> bool:
    """Whether a row of a table is whole in the window as it stands, with nothing scrolled."""
    box = table.visualRect(table.model().index(row, 0))
    seen = table.viewport().visibleRegion().boundingRect()
    return box.top() >= seen.top() and box.bottom() <= seen.bottom()


def test_at_twice_the_scale_of_a_small_laptop_the_first_row_of_a_review_is_in_view(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter()
    screen = _review(exchange, window, program, qtbot)
    assert not screen.filter_pick.isVisible()
    _half(window, program, qtbot)
    assert _is_seen(screen.table, 0)
    screen.filter_pick.setFocus()
    for _ in range(screen.filter_pick.count() - 1):
        qtbot.keyClick(screen.filter_pick, Qt.Key.Key_Down)
    last = screen.filter_pick.value
    assert screen.filter == last
    assert last != 0
    window.resize(1366, 768)
    rest(program, qtbot)
    assert screen.chips[screen.filter].isVisible()
    assert screen.chips[screen.filter].isChecked()


def test_at_twice_the_scale_of_a_small_laptop_the_first_row_of_a_case_is_in_view(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    _half(window, program, qtbot)
    assert "missing" in screen.identity.more_button.accessibleName()
    (line,) = screen.tabs.findChildren(Timeline)
    room = line.width() / 6 - 2
    assert QFontMetrics(line.fitting_font(room)).horizontalAdvance("22/08/2026") <= room
    screen.tabs.setCurrentIndex(HISTORY_TAB)
    rest(program, qtbot)
    table = next(each for each in screen.tabs.currentWidget().findChildren(QTableView) if each.isVisible())
    assert _is_seen(table, 0)
    assert screen.identity.name.isVisible()
    assert screen.identity.date.isVisible()


def test_where_a_case_has_little_height_what_is_missing_is_a_press_away(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    told = screen.identity.complete.text()
    assert screen.identity.complete.isVisible()
    _half(window, program, qtbot)
    assert not screen.identity.complete.isVisible()
    screen.identity.more_button.setFocus()
    qtbot.keyClick(screen.identity.more_button, Qt.Key.Key_Space)
    assert screen.identity.complete.isVisible()
    assert screen.identity.complete.text() == told
    qtbot.keyClick(screen.identity.more_button, Qt.Key.Key_Space)
    assert not screen.identity.complete.isVisible()


def test_while_the_next_case_is_read_nothing_is_told_of_the_one_before(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    _half(window, program, qtbot)
    screen.identity.more_button.click()
    assert screen.identity.complete.isVisible()
    other = next(prn for prn in screen.order if prn != month.HEMI)
    window.open("case", prn=other, among=CaseQuery())
    assert screen.identity.name.text() == ""
    assert not screen.identity.more_button.isVisible()
    assert not screen.identity.complete.isVisible()


def test_a_window_made_high_again_shows_what_stood_back(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter()
    screen = _review(exchange, window, program, qtbot)
    assert screen.rule.isVisible()
    _half(window, program, qtbot)
    assert not screen.rule.isVisible()
    window.resize(1366, 768)
    rest(program, qtbot)
    assert screen.steps.isVisible()
    assert screen.rule.isVisible()


@pytest.mark.parametrize("kind", [CaseScreen, None], ids=["case", "review"])
def test_a_larger_text_leaves_the_rows_their_room_as_a_low_window_does(
    kind: type[CaseScreen] | None, enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    exchange = _sent(register, _lost)
    window = enter()
    if kind:
        screen = _open(kind, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
        stands_back: list[QWidget] = [screen.identity.agenda_button]
    else:
        review = _review(exchange, window, program, qtbot)
        stands_back = [review.steps, review.rule]
    window.resize(1366, 768)
    rest(program, qtbot)
    assert all(each.isVisible() for each in stands_back)
    program.settings.setValue("text-size", 200)
    program.apply()
    rest(program, qtbot)
    assert not any(each.isVisible() for each in stands_back)
    program.settings.setValue("text-size", 100)
    program.apply()
    rest(program, qtbot)
    assert all(each.isVisible() for each in stands_back)


def test_a_low_bar_of_a_case_still_tells_one_of_two_namesakes_by_the_day_of_birth(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    assert "aged" in screen.identity.born.text()
    _half(window, program, qtbot)
    assert _is_whole(screen.identity.born)
    assert screen.identity.born.text().startswith("b. ")
    assert "aged" not in screen.identity.born.text()
    (page,) = screen.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert page.verticalScrollBar().maximum() == 0, "the bar and a part's first lines fit"


@pytest.mark.parametrize("tab", [PLAN_TAB - 1, PLAN_TAB, FLAGS_TAB])
def test_short_lists_of_a_case_have_one_bar_to_scroll_with_which_the_arrows_move(
    enter: SignIn, program: Program, qtbot: QtBot, tab: int
) -> None:
    window = enter()
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    screen.tabs.setCurrentIndex(tab)
    _half(window, program, qtbot)
    built = [each.table for each in screen.tabs.listings() if each.is_built and each.model.rows]
    short = [table for table in built if table.model().rowCount() <= 12]
    assert short
    bars = [
        each
        for each in screen.findChildren(QAbstractScrollArea)
        if each.isVisible() and each.verticalScrollBar().maximum() > 0
    ]
    assert [each for each in bars if each not in built or each in short] == [screen.tabs.currentWidget()]
    last = short[-1]
    last.setFocus()
    for _ in range(last.model().rowCount()):
        qtbot.keyClick(last, Qt.Key.Key_Down)
    assert _is_seen(last, last.model().rowCount() - 1)


def test_where_a_list_is_empty_what_to_do_does_not_lie_over_what_is_said(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    """A side as wide as long names of forums make it leaves the list little room."""
    window = enter()
    screen = _open(CasesScreen, window, program, qtbot)
    screen.show_no_match()
    window.side.setFixedWidth(300)
    _half(window, program, qtbot)
    assert screen.listing.said
    lines = [
        each
        for each in screen.listing.empty.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        if each.isVisible()
    ]
    assert len(lines) >= 4
    for above, below in pairwise(sorted(lines, key=lambda each: each.y())):
        assert above.y() + above.height() <= below.y()
        if above.hasHeightForWidth():
            assert above.height() >= above.heightForWidth(above.width())
    rules.controls_do_not_lie_over_each_other(window)


@pytest.mark.parametrize(
    "name",
    [
        "packs-count", "disclosure-requests", "cases-extracts", "cases-left-out", "cases-criteria", "meeting-forecast",
        "trail", "case", "people", "police", "packs", "meeting-agenda", "meeting-actions", "meetings",
    ],
)  # fmt: skip
def test_no_list_has_its_last_column_out_of_sight(
    name: str, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    _low(window, program, qtbot)
    kind = screen_class(name)
    assert kind is not None
    window.open(name, **kind.example(window.desk))
    rest(program, qtbot)
    assert window.screen_now is not None
    for table in window.screen_now.findChildren(Table):
        head = table.horizontalHeader()
        shown = [number for number in range(head.count()) if not head.isSectionHidden(number)]
        taken = sum(head.sectionSize(number) for number in shown)
        assert taken <= table.viewport().width() or not table.isVisible(), table.accessibleName()


@pytest.mark.parametrize("tab", range(8))
def test_no_part_of_a_case_is_scrolled_sideways_and_all_their_names_stand_beside_each_other(
    enter: SignIn, program: Program, qtbot: QtBot, tab: int
) -> None:
    window = enter()
    draft = ActionDraft("Ask the agency for the form", Service.PROBATION, "S. Merrin", date(2026, 11, 2))
    add_action(window.desk.door, month.MEETING, month.HEMI, draft)
    screen = _open(CaseScreen, window, program, qtbot, prn=month.HEMI, among=CaseQuery())
    screen.tabs.setCurrentIndex(tab)
    _low(window, program, qtbot)
    names = screen.tabs.tabBar()
    assert names.count() == 8
    assert names.tabRect(7).right() < names.width()
    tables = [each for each in screen.tabs.currentWidget().findChildren(Table) if each.isVisible()]
    assert tables
    for table in tables:
        assert table.horizontalScrollBar().maximum() == 0, table.accessibleName()


def test_how_late_an_action_is_and_at_which_step_an_exchange_stands_is_not_cut_where_there_is_little_width(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    _sent(register, _lost)
    window = enter()
    draft = ActionDraft(
        "Ask the agency for the form of consent", Service.PROBATION, "S. Merrin", date(2026, 6, 2)
    )
    add_action(window.desk.door, month.MEETING, month.HEMI, draft)
    _low(window, program, qtbot)
    for kind, columns in ((ActionsScreen, ["Due"]), (PoliceScreen, ["Exchange", "Step"])):
        screen = _open(kind, window, program, qtbot)
        _low(window, program, qtbot)
        table = next(each for each in screen.findChildren(Table) if each.isVisible())
        assert table.model().rowCount()
        assert table.horizontalScrollBar().maximum() == 0
        heads = [
            str(table.model().headerData(n, Qt.Orientation.Horizontal))
            for n in range(table.model().columnCount())
        ]
        for head in columns:
            assert table.cut_cell(table.model().index(0, heads.index(head))) == "", head
