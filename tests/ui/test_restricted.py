"""A restricted case in the window: named by ticks, a number for everybody else, and the glass in an emergency."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case_list import CaseQuery
from app.domain.restricted import EXCLUSION_IS_TOLD, GLASS_IS_TOLD
from app.domain.words import Role
from app.usecases.restricted import break_glass, exclude_person, my_restricted, restrict_case
from tests.fixtures import desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import CANARIES, COMING, ISSUED, KEPT, NAME, READER
from tests.ui.conftest import SignIn, form_of, opened, rest, shown
from tests.usecases.test_restricted_leaks import CODE, canaries_in
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.meeting.agenda import AgendaScreen
from ui.meeting.parts import WITHHELD
from ui.register.screen import CasesScreen
from ui.run.screen import RunScreen
from ui.run.told import identity
from ui.table import Table
from ui.window import Window

WHY = "The duty chair is ill and the release is tomorrow."


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return kept.full_register(tmp_path / "register").folder


def _restrict(register: Path) -> None:
    admin = desks.sit(register)
    restrict_case(admin, KEPT, [READER], kept.REASON)
    admin.close()


def _words(window: QWidget) -> str:
    """Everything written in a window that can be seen."""
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    buttons = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    cells = []
    for table in window.findChildren(Table):
        model = table.model()
        if table.isVisible():
            cells += [
                str(model.index(row, column).data())
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return "\n".join((*labels, *buttons, *cells))


def _open(window: Window, program: Program, qtbot: QtBot, prn: str) -> CaseScreen:
    return opened(CaseScreen, window, program, qtbot, prn=prn, among=CaseQuery())


def test_a_case_is_restricted_by_ticks_and_leaves_the_screen_of_who_left_themselves_out(
    program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(window, program, qtbot, KEPT)
    next(each for each in screen.acts() if each.key == "case.restrict").run()
    rest(program, qtbot)
    form = form_of(window)
    ticks = {each.text(): each for each in form.findChildren(QCheckBox)}
    ticks[f"{READER} (chair)"].setChecked(True)
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("a witness")
    form.done_asking()
    rest(program, qtbot)
    assert shown(window, CasesScreen)
    told = _words(window)
    assert "Restricted 1" in told
    assert canaries_in(told) == []


def test_opening_a_number_shows_nothing_of_the_case_and_offers_the_glass(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    window = enter()
    screen = _open(window, program, qtbot, CODE)
    assert "▣ Restricted 1" in screen.empty.words
    assert canaries_in(_words(window)) == []
    next(each for each in screen.empty.findChildren(QPushButton) if "break-glass" in each.text()).click()
    form = form_of(window)
    assert GLASS_IS_TOLD in _words(form), "who reads the sentence is said before it is typed"
    reason = form.field("reason")
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText(WHY)
    form.done_asking()
    rest(program, qtbot)
    assert screen.person_name.startswith(NAME)
    assert screen.kept.isVisible()
    assert screen.identity.isVisible()


def test_whoever_excludes_somebody_is_told_before_who_will_read_the_name(
    program: Program, enter: SignIn, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    screen = _open(window, program, qtbot, KEPT)
    next(each for each in screen.acts() if each.key == "case.exclude").run()
    rest(program, qtbot)
    assert EXCLUSION_IS_TOLD in _words(form_of(window))


def test_a_withheld_line_of_an_agenda_is_its_label_and_its_minutes_alone(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    window = enter()
    window.open("meeting-agenda", meeting=COMING)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, AgendaScreen)
    assert [each.prn for each in screen.items_model.rows][-1] == CODE
    assert "+-1 more" not in _words(window)
    screen.items.setCurrentIndex(screen.items_model.index(screen.items_model.rowCount() - 1, 0))
    QApplication.processEvents()
    assert (screen.card.name.text(), screen.card.why.text()) == ("Restricted 1", WITHHELD)
    assert screen.card.about.text() == "At the table, 8 minutes"
    window.open("run", meeting=ISSUED)
    rest(program, qtbot)
    table = window.screen_now
    assert isinstance(table, RunScreen)
    assert table.course is not None
    place = next(place for place, case in table.course.cases.items() if case.item.prn == CODE)
    assert identity(table.course.cases[place]) == ""
    table.go_to(place)
    QApplication.processEvents()
    assert (
        table.course.cases[place].last,
        [card for card in table.page.sheet.cards if card.isVisible()],
    ) == (None, [])
    told = _words(window)
    assert "Plan agreed on" not in told
    assert ("PRN RESTRICTED" in told, "no anchor date" in told) == (False, False)


def test_a_member_is_not_offered_the_glass(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    window = enter(Role.MEMBER)
    screen = _open(window, program, qtbot, CODE)
    assert not [each for each in screen.empty.findChildren(QPushButton) if "glass" in each.text()]


def test_a_case_restricted_meanwhile_leaves_the_screen_when_it_is_read_again(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    window = enter()
    screen = _open(window, program, qtbot, KEPT)
    assert NAME in _words(window)
    _restrict(register)
    screen.refresh()
    rest(program, qtbot)
    assert canaries_in(_words(screen)) == []
    assert "nobody of that number" in screen.empty.words


def test_a_reader_sees_the_word_and_who_reads(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    window = enter(Role.CHAIR)
    screen = _open(window, program, qtbot, KEPT)
    assert "▣ RESTRICTED" in screen.kept.told.text()
    assert "Restricted 1" in screen.kept.told.text()
    screen.kept.readers.click()
    rest(program, qtbot)
    ticked = [each.text() for each in form_of(window).findChildren(QCheckBox) if each.isChecked()]
    assert ticked == [f"{READER} (chair)"]


def test_home_tells_a_reader_who_broke_the_glass(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    admin = desks.sit(register)
    break_glass(admin, CODE, WHY)
    admin.close()
    window = enter(Role.CHAIR)
    assert len(my_restricted(window.desk.door)) == 1
    window.open("home")
    rest(program, qtbot)
    told = _words(window)
    assert "Restricted cases you read" in told
    assert WHY in told


def test_the_meeting_as_it_is_run_names_who_leaves_and_what_was_opened(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    chair = desks.sit(register, Role.CHAIR)
    exclude_person(chair, KEPT, "Ngaire Elsewhere", "a former neighbour")
    chair.close()
    admin = desks.sit(register)
    break_glass(admin, CODE, WHY)
    admin.close()
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    other.close()
    window = enter(Role.CHAIR)
    window.open("run", meeting=ISSUED)
    rest(program, qtbot)
    screen = window.screen_now
    assert isinstance(screen, RunScreen)
    assert screen.course is not None
    assert WHY in _words(window)
    at = next(place for place, case in screen.course.cases.items() if case.item.prn == KEPT)
    screen.go_to(at)
    QApplication.processEvents()
    assert "⇥ Leave the room: Ngaire Elsewhere" in _words(window)
    window.open("meeting-agenda", meeting=ISSUED)
    rest(program, qtbot)
    assert "Ngaire Elsewhere leaves the room." in _words(window)


def test_no_screen_shows_a_word_of_it_to_who_is_no_reader(
    program: Program, enter: SignIn, qtbot: QtBot, register: Path
) -> None:
    _restrict(register)
    window = enter()
    seen = []
    for name, where in (
        ("home", {}),
        ("cases", {}),
        ("meetings", {}),
        ("meeting-agenda", {"meeting": ISSUED}),
        ("meeting-actions", {}),
        ("run", {"meeting": ISSUED}),
        ("police", {}),
        ("packs", {}),
        ("trail", {}),
        ("figures", {}),
    ):
        window.open(name, **where)
        rest(program, qtbot)
        told = _words(window)
        seen.append(told)
        assert canaries_in(told) == [], name
    assert "Restricted 1" in "\n".join(seen)
    assert len(CANARIES) > 15
