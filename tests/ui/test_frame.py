"""The frame: sections, menus, keys, panes, and who may see what."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPlainTextEdit, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from app.domain.words import Role
from app.usecases import people, trail
from app.usecases.backup import back_up
from tests.fixtures import desks
from tests.ui.conftest import PRN, SignIn, form_of, rest
from ui import guide
from ui.main import Program
from ui.palette import KeyList, Palette
from ui.registry import SECTIONS, rooms, screen_class
from ui.tasks import STRIP_AFTER
from ui.theme import tones
from ui.widgets import strip
from ui.widgets.blank import Blank
from ui.widgets.status import StatusBar
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def _title(window: Window) -> str:
    return str(getattr(window.stack.currentWidget(), "title", ""))


def test_every_section_opens_by_its_number(enter: SignIn, qtbot: QtBot, program: Program) -> None:
    window = enter()
    for number, each in enumerate(SECTIONS, 1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
        rest(program, qtbot)
        assert _title(window) == each.title
        assert window.nav.currentItem().data(Qt.ItemDataRole.UserRole) == each.key


@pytest.mark.parametrize(
    ("room", "whole"), [((1366, 728), True), ((1280, 1024), True), ((1920, 1040), False)]
)
def test_a_window_that_the_screen_would_not_hold_takes_the_whole_of_it(
    room: tuple[int, int], whole: bool, enter: SignIn, program: Program
) -> None:
    program.edges = program.edges._replace(room=lambda: QSize(*room))
    window = enter()
    assert window.isMaximized() is whole
    kept = window.normalGeometry().size() if whole else window.size()
    assert kept.boundedTo(QSize(*room)) == kept


def test_the_screen_that_most_likely_comes_next_is_made_while_this_one_is_read(
    enter: SignIn, qtbot: QtBot, program: Program
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("cases")
    qtbot.waitUntil(lambda: "case" in window.screens)
    assert window.screen_now is window.screens["cases"]  # made, not shown
    made = window.screens["case"]
    window.open("case", prn=PRN)
    assert window.screen_now is made


def test_only_what_a_person_may_open_is_made_ahead(enter: SignIn, qtbot: QtBot, program: Program) -> None:
    window = enter(Role.MEMBER)
    window.open("packs")
    rest(program, qtbot)
    assert "packs-make" not in window.screens


def test_a_section_without_a_screen_names_the_command_that_does_it(enter: SignIn) -> None:
    enter()
    for each in SECTIONS:
        if screen_class(each.key) is None:
            assert each.command in Blank(each).empty.words


def test_a_screen_that_is_closed_to_a_role_stays_when_the_keyboard_comes_to_the_sections(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.ADMINISTRATOR)
    window.open("meeting-evaluation")
    rest(program, qtbot)
    window.nav.setFocus()
    assert window.nav.currentItem().data(Qt.ItemDataRole.UserRole) == "meetings"
    assert isinstance(window.stack.currentWidget(), Blank)


ASKS = {"disclosure-requests"}
EVERYBODY = {"home", "meetings", "settings", "settings-lists", "settings-about"}
OFFICE = {
    *EVERYBODY, *ASKS, "cases", "case", "cases-left-out", "cases-criteria", "meeting-agenda",
    "cases-extracts",
    "packs", "packs-make", "packs-count", "disclosure",
    "packs-missing", "packs-incident", "packs-destroy", "packs-settle", "packs-preview", "police", "police-export",
    "police-import", "police-review", "people", "trail", "figures",
    "meeting-minutes", "meeting-actions", "meeting-evaluation", "meeting-briefs",
    "meeting-forecast", "settings-restore",
}  # fmt: skip
OPEN = {
    Role.ADMINISTRATOR: OFFICE - {"meeting-evaluation"},
    Role.CHAIR: OFFICE - {"cases-extracts"},
    Role.MEMBER: {*EVERYBODY, *ASKS, "cases", "case", "meeting-agenda", "meeting-actions", "figures"},
    Role.POLICE_LIAISON: {*EVERYBODY, *ASKS, "meeting-agenda", "police", "police-import", "police-review"},
    Role.AUDITOR: {*EVERYBODY, "people", "trail", "figures", "disclosure"},
}
"""What each role may open, written down by hand: the window asks the door, the door asks its permissions."""


@pytest.mark.parametrize("role", tuple(Role))
def test_each_role_sees_only_what_it_may(role: Role, enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(role)
    opened = set()
    for name in sorted(OFFICE):
        window.open(name)
        rest(program, qtbot)
        if isinstance(shown := window.stack.currentWidget(), Blank):
            assert "You may not see" in shown.empty.words, name
            continue
        opened.add(name)
        assert window.screen_now is not None
        assert not window.nav.currentItem().font().italic(), (
            f"{name} stands in a section that is closed to this role"
        )
        assert "went wrong" not in f"{window.screen_now.notice.text} {window.notice.text}", name
    assert opened == OPEN[role]
    assert f"({role.value})" in window.band.text


@pytest.mark.parametrize("role", tuple(Role))
def test_a_section_that_is_closed_to_a_role_looks_so_and_says_so_before_it_is_opened(
    role: Role, enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(role)
    lines = [window.nav.item(number) for number in range(window.nav.count())]
    closed = {each.key for each in SECTIONS} - OPEN[role]
    for theme in ("light", "dark", "contrast"):
        window.looks_asked.emit(theme, 100)
        rest(program, qtbot)
        greyed = {line.data(Qt.ItemDataRole.UserRole) for line in lines if line.font().italic()}
        assert greyed == closed
        assert {line.foreground().color().name() for line in lines if line.font().italic()} <= {tones().muted}
        assert {line.foreground().color().name() for line in lines if not line.font().italic()} == {
            tones().text
        }
    told = {line.toolTip() for line in lines if line.font().italic()}
    assert told == ({f"Closed to your role: {role.value}."} if closed else set())


class Reader:
    """A screen reader at the edge: keeps what it is asked to say."""

    heard: ClassVar[list[str]] = []

    @classmethod
    def updateAccessibility(cls, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - as Qt has it
        cls.heard.append(event.message())


def test_counts_notices_and_saving_are_said_aloud(
    enter: SignIn, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QtGui, "QAccessible", Reader)
    monkeypatch.setattr(Reader, "heard", [])
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    assert any(each.endswith("entries") for each in Reader.heard)
    window.screen_now.notice.say("Something a person must hear.")  # type: ignore[union-attr]
    assert "Something a person must hear." in Reader.heard
    window.desk.changed.emit(frozenset())
    assert any(each.startswith("Saved ") for each in Reader.heard)


def test_the_status_bar_says_when_the_register_was_backed_up(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    assert "no backup yet" in window.state_label.text()
    door = window.desk.door
    window.desk.ask(back_up, door.next_backup(), owner=window)
    rest(program, qtbot)
    rest(program, qtbot)
    assert re.search(r"backup today \d\d:\d\d ✓", window.state_label.text())


def test_what_takes_very_long_stands_in_the_title(
    enter: SignIn, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strip, "TITLE_AFTER", STRIP_AFTER + 1)
    window = enter()
    plain = window.windowTitle()
    done = threading.Event()
    window.desk.ask_long(lambda _door, _progress: done.wait(20), owner=window, saying="Making 12 packs")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Making 12 packs"))
    done.set()
    rest(program, qtbot)
    assert window.windowTitle() == plain


def test_a_role_taken_away_while_signed_in_greys_at_the_next_look(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter(Role.AUDITOR)
    assert window.desk.may(people.list_users)
    chair = desks.sit(register, Role.CHAIR)
    people.approve_proposal(chair, people.propose_role(desks.sit(chair.folder), "Wiremu Pōtiki", Role.MEMBER))
    chair.close()
    window.open("people")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    screen.refresh()
    rest(program, qtbot)
    assert "You may not" in screen.notice.text


def test_a_chair_lets_in_who_asked_by_the_people_screen(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    from app import desk as door
    from tests.fixtures.cheap import CheapStretcher

    door.request_access(
        register, "Ana Taufa", "a kettle sings on the stove", Role.MEMBER, "CHC", stretcher=CheapStretcher()
    )
    window = enter(Role.CHAIR)
    assert window.nav.item(5).text() == "People  (1)"
    window.open("people")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    assert screen.chosen.name == "Ana Taufa"  # type: ignore[attr-defined]
    qtbot.keyClick(screen.act, Qt.Key.Key_Space)  # type: ignore[attr-defined]
    rest(program, qtbot)
    assert "Ana Taufa now has access" in screen.notice.text
    assert window.nav.item(5).text() == "People"
    assert "Saved" in window.state_label.text()
    assert {row.name: row.state for row in screen.model.rows}["Ana Taufa"] == "active"  # type: ignore[attr-defined]


def test_nobody_may_change_their_own_role_and_the_screen_says_so(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.open("people")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    number = next(i for i, row in enumerate(screen.model.rows) if row.name == desks.CHAIR[0])  # type: ignore[attr-defined]
    screen.table.setCurrentIndex(screen.model.index(number, 0))  # type: ignore[attr-defined]
    assert not screen.act.isEnabled()  # type: ignore[attr-defined]
    assert "own role" in screen.told.text()  # type: ignore[attr-defined]


def test_the_trail_filters_in_words_and_says_what_hides_everything(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    whole = screen.model.rowCount()  # type: ignore[attr-defined]
    assert whole > 3
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(screen.box, "ashcombe")  # type: ignore[attr-defined]
    assert 0 < screen.model.rowCount() < whole  # type: ignore[attr-defined]
    assert "with “ashcombe”" in screen.showing.text()  # type: ignore[attr-defined]
    assert f"of {whole} entries" in window.count_label.text()
    qtbot.keyClicks(screen.box, " nobody")  # type: ignore[attr-defined]
    assert "hidden by: with “ashcombe nobody”" in screen.listing.said  # type: ignore[attr-defined]
    screen.clear_filters()  # type: ignore[attr-defined]
    assert screen.model.rowCount() == whole  # type: ignore[attr-defined]


def test_verifying_says_that_the_chain_is_whole(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    qtbot.mouseClick(screen.verify_button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    rest(program, qtbot)
    assert "The chain is whole" in screen.notice.text


def test_a_checkpoint_on_paper_is_typed_in_and_a_slip_leaves_what_was_typed(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    point = trail.print_checkpoint(desks.sit(register))
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    screen = window.screen_now
    assert screen is not None
    screen.compare()  # type: ignore[attr-defined]
    form = form_of(window)
    groups = form.field("groups")
    assert isinstance(groups, QPlainTextEdit)
    groups.setPlainText(point.full[:-1])
    form.done_asking()
    rest(program, qtbot)
    assert "Group 20" in form.notice.text
    assert groups.toPlainText() == point.full[:-1]
    groups.setPlainText(point.full)
    form.done_asking()
    rest(program, qtbot)
    assert f"entry {point.seq} is the one on the paper" in screen.notice.text


def test_a_changed_passphrase_opens_and_is_kept_out_of_the_fields(
    enter: SignIn, program: Program, qtbot: QtBot, register: Path
) -> None:
    window = enter(Role.CHAIR)
    window.open("settings")
    screen = window.screen_now
    assert screen is not None
    fresh = "another five words than those"
    for box, text in (("old", desks.CHAIR[1]), ("new", fresh), ("again", fresh)):
        getattr(screen, box).setText(text)
    qtbot.mouseClick(screen.change, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    rest(program, qtbot)
    assert "is changed" in screen.notice.text
    assert screen.old.text() == screen.new.text() == ""  # type: ignore[attr-defined]


def test_text_size_from_the_settings_takes_effect_at_once(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.open("settings")
    screen = window.screen_now
    assert screen is not None
    box: QComboBox = screen.size_box  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findText("150 %"))
    box.activated.emit(box.currentIndex())
    assert program.percent == 150
    assert QApplication.font().pixelSize() == 22


def test_the_forum_in_view_can_be_changed(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    assert window.forum_box.isVisible()
    window.forum_box.setCurrentIndex(window.forum_box.findData("HB"))
    window.forum_box.activated.emit(window.forum_box.currentIndex())
    rest(program, qtbot)
    assert "Hawke's Bay HR/HP Forum" in window.band.text


def test_a_forum_is_told_apart_in_the_box_beside_the_sections_by_words_that_stand_there_whole(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    box = enter().forum_box
    assert [box.itemText(at) for at in range(box.count())] == ["Christchurch", "Hawke's Bay"]
    assert box.itemData(0, Qt.ItemDataRole.ToolTipRole) == "Christchurch HR/HP Forum"
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()
    assert room >= max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))


def test_f6_walks_the_panes_and_comes_round(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    window.activateWindow()
    window.nav.setFocus()
    seen = [window.focusWidget().accessibleName()]
    for _ in range(3):
        window.walk_panes(1)
        seen.append(window.focusWidget().accessibleName())
    assert seen[0] == seen[3] == "Sections"
    assert len(set(seen)) == 3
    window.walk_panes(-1)
    assert window.focusWidget().accessibleName() == seen[2]


def test_every_key_stands_in_the_list_on_control_slash(enter: SignIn, qtbot: QtBot) -> None:
    window = enter()
    qtbot.keyClick(window, Qt.Key.Key_Slash, CONTROL)
    listed = window.findChild(KeyList)
    assert listed is not None
    acting = [each for each in window.table.actions if each.keys and window.table.allowed(each)]
    assert listed.table.model().rowCount() == len(acting) > 20
    listed.accept()


def test_control_k_goes_to_a_screen_by_a_few_letters(enter: SignIn, qtbot: QtBot, program: Program) -> None:
    window = enter()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.box, "sett")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert _title(window) == "Settings"


def test_f1_opens_the_page_of_the_screen(enter: SignIn, qtbot: QtBot, program: Program) -> None:
    window = enter(Role.CHAIR)
    window.open("trail")
    rest(program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    page = window.findChild(guide.Help)
    assert page is not None
    assert "Verify the chain" in page.browser.toPlainText()
    page.accept()


def test_mnemonics_of_a_menu_stand_once_and_every_action_has_words(enter: SignIn) -> None:
    window = enter(Role.CHAIR)
    for menu in {each.menu for each in window.table.actions}:
        letters = [
            each.text[each.text.index("&") + 1].lower()
            for each in window.table.actions
            if each.menu == menu and "&" in each.text
        ]
        assert len(letters) == len(set(letters)), (menu, letters)
    assert all(each.plain for each in window.table.actions)


def _menus(window: Window) -> dict[str, list[tuple[str, bool]]]:
    """What stands in each menu, line by line: its key, and whether it is a line that parts."""
    menus = {menu.menuAction(): menu for menu in window.menuBar().findChildren(QMenu)}
    return {
        bar.text(): [(each.objectName(), each.isSeparator()) for each in menus[bar].actions()]
        for bar in window.menuBar().actions()
    }


def test_the_menus_of_a_screen_are_the_same_whatever_screen_was_there_before(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter(Role.CHAIR)
    rest(program, qtbot)
    first: dict[str, object] = {}
    kept = window.findChild(QtGui.QAction, "go.cases")
    ways = (
        "cases",
        "meetings",
        "police",
        "trail",
        "settings",
        "cases",
        "police",
        "meetings",
        "settings",
        "trail",
    )
    for name in ways:
        window.open(name)
        rest(program, qtbot)
        shown = _menus(window)
        assert first.setdefault(name, shown) == shown
        assert len({each.objectName() for each in window.actions()}) == len(window.actions())
        assert {each.objectName() for each in window.actions()} == {each.key for each in window.table.actions}
    assert first["cases"] != first["trail"]
    assert window.findChild(QtGui.QAction, "go.cases") is kept, "the frame's own stay as they are"


def test_closing_the_window_wipes_the_key(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    opened = window.desk.door.opened
    with qtbot.waitSignal(window.destroyed):
        window.close()
    program.window = None
    assert not any(opened.register_key)


def test_what_a_screen_counts_stands_whole_and_the_state_beside_it_gives_way(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.resize(1366, 768)
    rest(program, qtbot)
    program.look("", 0)
    assert window.state_label.text() == window.state_label.toolTip()
    assert window.state_label.text().count("·") == 2
    counted = "at least 1,234 of 123,456 cases of this forum, with 1,234 more elsewhere"
    for _ in range(20):
        program.look("", 1)
    window.tell_count(counted)
    rest(program, qtbot)
    assert window.count_label.width() >= window.count_label.sizeHint().width()
    shown, whole = window.state_label.text(), window.state_label.toolTip()
    assert whole.startswith(shown)
    assert shown != whole
    program.look("", 0)
    window.tell_count("")
    assert window.state_label.text() == window.state_label.toolTip()


def test_what_the_status_bar_counts_begins_like_a_sentence(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(600, 30)
    bar.tell_count("no copies to settle")
    assert bar.count.text() == "No copies to settle"


def test_each_screen_stands_where_its_room_says_and_is_read_alone() -> None:
    """A room names its screens, and reading one does not read the others of its room."""
    for room in rooms():
        for name, where in import_module(f"ui.{room}").__dict__.get("SCREENS", {}).items():
            kind = screen_class(name)
            assert kind is not None
            assert (kind.name, kind.__module__) == (name, f"ui.{room}.{where}")
    asked = "import sys; from ui.registry import shown_by; assert shown_by('packs-make'); print(*sys.modules)"
    top = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=top)
    read = set(done.stdout.split())
    assert "ui.packs.make" in read
    assert not {"ui.packs.screen", "ui.packs.incident"} & read
