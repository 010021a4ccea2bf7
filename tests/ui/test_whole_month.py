"""A forum's whole month in the window by keys alone: from an empty register to counted-in copies, and locked."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import made_up
from app.domain.packs import show_code
from app.domain.police import Sheet
from app.domain.words import CopyState, MeetingState
from app.usecases import copy_ledger, police, trail
from app.usecases.agenda import see_agenda
from app.usecases.meeting import list_meetings
from reports.workbook_crypto import decrypt, encrypt
from tests.fixtures.police_month import column
from tests.ui.conftest import SignIn, rest
from tests.ui.watchdog import Watchdog
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.meeting.agenda import AgendaScreen
from ui.meeting.screen import MeetingsScreen
from ui.packs.count import CountScreen
from ui.packs.make import MakeScreen
from ui.packs.screen import PacksScreen
from ui.police.review import ReviewScreen
from ui.police.screen import PoliceScreen
from ui.police.send import ExportScreen
from ui.police.takein import ImportScreen as ReturnScreen
from ui.register.left_out import LeftOutScreen
from ui.register.screen import CasesScreen
from ui.register.taking_in import ImportScreen
from ui.screen import Screen
from ui.widgets.ask import AskForm
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
MEETING = "CHC-2026-12-16"
AS_AT = date(2026, 11, 16)
S = TypeVar("S", bound=Screen)


class Hand:
    """Somebody at the keyboard: goes to sections by number, types where the cursor may stand, presses what is seen."""

    def __init__(self, window: Window, program: Program, qtbot: QtBot) -> None:
        self.window, self.program, self.qtbot = window, program, qtbot
        window.resize(1366, 768)
        window.activateWindow()

    def section(self, number: int, kind: type[S]) -> S:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window, Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
        return self.at(kind)

    def at(self, kind: type[S]) -> S:
        """The screen one has come to, once its rows are there."""
        rest(self.program, self.qtbot)
        screen = self.window.screen_now
        assert isinstance(screen, kind), screen
        return screen

    def press(self, button: QAbstractButton) -> None:
        """Space on a button that can be seen and used."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        rest(self.program, self.qtbot)

    def write(self, field: QWidget, text: str) -> None:
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.clear()
        self.qtbot.keyClicks(field, text)

    def key(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        widget.setFocus()
        self.qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        rest(self.program, self.qtbot)

    def form(self) -> AskForm:
        return next(each for each in self.window.findChildren(AskForm) if each.isVisible())


def _takes_in(hand: Hand, file: Path) -> int:
    """Import, take one person in from the left-out list, look at the new case; how many cases there are."""
    cases = hand.section(2, CasesScreen)
    hand.press(cases.import_button)
    screen = hand.at(ImportScreen)
    hand.write(screen.path, str(file))
    hand.key(screen.path, Qt.Key.Key_Return)
    hand.press(screen.outcome.take_button)
    assert screen.result is not None
    assert screen.result.rejected == 0
    cases = hand.section(2, CasesScreen)
    before = len(cases.model.rows)
    assert before == screen.result.cases_opened
    hand.press(next(each for each in cases.findChildren(QAbstractButton) if "eft" in each.text()))
    left = hand.at(LeftOutScreen)
    who = left.model.rows[0].prn
    hand.key(left.table, Qt.Key.Key_Return)
    asked = hand.form()
    hand.write(asked.field("reason"), "Known to the forum from an earlier sentence")
    hand.press(asked.act)
    cases = hand.section(2, CasesScreen)
    assert len(cases.model.rows) == before + 1
    hand.write(cases.box, who)
    rest(hand.program, hand.qtbot)
    hand.key(cases.box, Qt.Key.Key_Down)
    hand.key(cases.table, Qt.Key.Key_Return)
    assert hand.at(CaseScreen).prn == who
    return before + 1


def _issues(hand: Hand, cases: int) -> None:
    """Schedule the meeting, look at its agenda, issue it."""
    meetings = hand.section(3, MeetingsScreen)
    hand.press(meetings.schedule_button)
    hand.write(meetings.form.day, "16/12/2026")
    hand.key(meetings.form.day, Qt.Key.Key_Return)
    hand.key(meetings.table, Qt.Key.Key_Return)
    agenda = hand.at(AgendaScreen)
    assert agenda.view is not None
    assert agenda.view.agenda is not None
    assert agenda.view.agenda.considered == cases
    assert agenda.items_model.rowCount() + agenda.not_listed_model.rowCount() == cases
    hand.press(agenda.issue_button)
    hand.press(agenda.issue_page.yes)
    assert agenda.notice.text.startswith("Issued.")


def _fill_in(data: bytes, passphrase: str) -> bytes:
    """What an officer does with the file: an answer and a name in every row of the first sheet."""
    book = openpyxl.load_workbook(io.BytesIO(decrypt(data, passphrase)))
    page: Any = book[Sheet.CROSS_REFERENCE.value]
    rows = [row for row in range(2, page.max_row + 1) if page.cell(row, column(page, "PRN")).value]
    for row in rows:
        page.cell(row, column(page, "Police answer")).value = "nothing held"
        page.cell(row, column(page, "Officer")).value = "Det. Sgt Hakopa"
    out = io.BytesIO()
    book.save(out)
    return encrypt(out.getvalue(), passphrase)


def _exchanges(hand: Hand, folder: Path) -> str:
    """Export, have it filled in, take it in, review and apply it; which exchange it was."""
    exchanges = hand.section(5, PoliceScreen)
    hand.press(exchanges.export_button)
    out = hand.at(ExportScreen)
    hand.write(out.file, str(folder / "to-police.xlsx"))
    hand.press(out.offer_button)
    passphrase = out.first.text()
    hand.press(out.make_button)
    hand.press(out.done_button)
    back = folder / "from-police.xlsx"
    back.write_bytes(_fill_in((folder / "to-police.xlsx").read_bytes(), passphrase))
    hand.press(hand.at(PoliceScreen).import_button)
    taken = hand.at(ReturnScreen)
    hand.write(taken.file, str(back))
    hand.press(taken.start_button)
    hand.press(taken.review_button)
    review = hand.at(ReviewScreen)
    asked = review.order[0].id
    hand.key(review.table, Qt.Key.Key_A)
    assert next(each for each in review.order if each.id == asked).state.value == "accepted"
    hand.press(review.simple_button)
    hand.press(hand.form().act)
    hand.press(review.apply_button)
    hand.write(review.apply_page.file, str(folder / "receipt.xlsx"))
    hand.press(review.apply_page.yes)
    assert (folder / "receipt.xlsx").is_file()
    [line] = police.list_exchanges(hand.window.desk.door)
    assert line.confirmed_at is not None
    return line.exchange


def _prints_and_counts_in(hand: Hand, folder: Path) -> list[str]:
    """Make two numbered copies and count both back in by their codes."""
    ledger = hand.section(4, PacksScreen)
    hand.press(ledger.make_button)
    make = hand.at(MakeScreen)
    hand.write(make.folder, str(folder))
    for name in ("Ngaio Whittock", "Sefo Leavasa"):
        hand.write(make.who, name)
        hand.key(make.who, Qt.Key.Key_Return)
    hand.press(make.make_button)
    hand.press(make.result.have_button)
    hand.press(make.result.ledger_button)
    ledger = hand.at(PacksScreen)
    codes = [row.code for row in ledger.model.rows]
    assert len(list(folder.glob(f"pack-{MEETING}-copy-*.pdf"))) == len(codes) == 2
    hand.press(ledger.count_button)
    count = hand.at(CountScreen)
    for code in codes:
        hand.write(count.box, show_code(code))
        hand.key(count.box, Qt.Key.Key_Return)
    return codes


def test_a_month_from_the_first_extract_to_the_last_copy_back_by_keys_alone(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    extract = tmp_path / "ioms-CHC.csv"
    extract.write_bytes(made_up.write_extract(made_up.made_up_people(7, 40, "CHC", AS_AT), AS_AT))
    hand = Hand(enter(), program, qtbot)
    with Watchdog() as watchdog:
        _whole_month(hand, extract, tmp_path)
    sys.stdout.write(watchdog.told())
    assert watchdog.samples > 0
    qtbot.keyClick(hand.window, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: program.window is None)
    assert program.signin is not None
    assert program.signin.isVisible()
    assert program.signin.enter.passphrase.text() == ""


def _whole_month(hand: Hand, extract: Path, tmp_path: Path) -> None:
    desk = hand.window.desk.door
    cases = _takes_in(hand, extract)
    _issues(hand, cases)
    assert {row.meeting: row.state for row in list_meetings(desk, "CHC")} == {MEETING: MeetingState.ISSUED}
    exchange = _exchanges(hand, tmp_path)
    assert MEETING in exchange
    (tmp_path / "packs").mkdir()
    codes = _prints_and_counts_in(hand, tmp_path / "packs")
    shown = copy_ledger.show_ledger(desk, MEETING)
    assert {row.code: row.state for row in shown.copies} == dict.fromkeys(codes, CopyState.RETURNED)
    assert shown.ledger.balanced
    assert trail.verify_trail(desk).ok
    agenda = see_agenda(desk, MEETING).agenda
    assert agenda is not None
    assert agenda.items
