"""Numbered copies in the window: made, counted in, destroyed, missing, settled, traced, looked at."""

from __future__ import annotations

import io
import threading
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk import Desk
from app.domain.dates import show_moment
from app.domain.errors import Refused
from app.domain.packs import CopyRow, HolderDraft, Settlement, show_code
from app.domain.readers import Reader
from app.domain.words import Contents, CopyState, IncidentStepName, Role
from app.usecases import copy_ledger, packs
from app.usecases.incidents import record_incident_step
from app.usecases.trail import list_trail
from reports.preview import texts_of
from tests.fixtures import desks, months
from tests.fixtures.months import MEETING, NEXT
from tests.ui.conftest import S, SignIn, form_of, opened, rest, shown
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.packs.acts import DestroyScreen, MissingScreen, SettleScreen
from ui.packs.count import CountScreen
from ui.packs.incident import IncidentScreen
from ui.packs.lacking import FEW
from ui.packs.make import MakeScreen
from ui.packs.preview import PreviewScreen
from ui.packs.printing import PrintWish, printing
from ui.packs.queue import paint
from ui.packs.screen import PacksScreen
from ui.tasks import Progress
from ui.window import Window

HOLDERS = (
    HolderDraft("Mere Ashcombe", "prisons"),
    HolderDraft("Det. Sgt Hākopa", "police"),
    HolderDraft("Ngaio Whittock", "probation", large=True),
)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """People on the list, one agenda issued and one still a draft."""
    return months.new_month(tmp_path / "register")


def _print(desk: Desk, issue: int = 3) -> list[CopyRow]:
    """Agendas in numbered copies; those not issued stay reserved, as after a stopped computer."""
    order = packs.reserve_copies(desk, MEETING, Contents.AGENDA, HOLDERS, plain=True)
    laid_out = packs.lay_out_pages(desk, MEETING, order)
    for row in order.copies[:issue]:
        packs.issue_copy(desk, row.code, laid_out, None, lambda _row, _data: None)
    return list(copy_ledger.show_ledger(desk, MEETING).copies)


def _open(kind: type[S], window: Window, program: Program, qtbot: QtBot, **where: object) -> S:
    return opened(kind, window, program, qtbot, **{"meeting": MEETING, **where})


def _state(window: Window, code: str) -> CopyState:
    copies = copy_ledger.show_ledger(window.desk.door, MEETING).copies
    return next(row.state for row in copies if row.code == code)


def test_the_ledger_has_those_out_first_and_a_line_that_balances(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    copy_ledger.return_copies(window.desk.door, (rows[0].code,))
    screen = _open(PacksScreen, window, program, qtbot)
    QAbstractItemModelTester(screen.model)
    assert [row.number for row in screen.model.rows] == [2, 3, 1]
    assert (
        "3 issued = 2 out + 1 back + 0 destroyed + 0 missing. The ledger balances." in screen.balance.text()
    )
    assert screen.back.text().startswith("1 of 3 back: agenda 2 of 3 out with Det. Sgt Hākopa")
    assert window.count_label.text() == "3 copies, 2 out"


def test_the_ledger_says_when_a_copy_was_destroyed(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    code = _print(window.desk.door)[0].code
    copy_ledger.return_copies(window.desk.door, (code,))
    copy_ledger.destroy_copies(window.desk.door, (code,), "Sefo Leavasa")
    screen = _open(PacksScreen, window, program, qtbot)
    at, row = next((at, row) for at, row in enumerate(screen.model.rows) if row.code == code)
    heads = [column.title for column in screen.model.columns]
    assert row.destroyed_at is not None
    assert screen.model.index(at, heads.index("Destroyed")).data() == show_moment(row.destroyed_at)
    window.resize(1366, 768)
    rest(program, qtbot)
    assert not screen.table.isColumnHidden(heads.index("Destroyed"))
    assert screen.table.horizontalHeader().length() <= screen.table.viewport().width()


def test_a_meeting_without_copies_leads_to_making_them(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    screen = _open(PacksScreen, window, program, qtbot)
    assert "No pack yet for this meeting" in screen.listing.said
    draft = _open(PacksScreen, window, program, qtbot, meeting=NEXT)
    assert "draft" in draft.listing.said
    assert not draft.make_button.isEnabled()


def test_what_a_pack_misses_or_holds_too_old_is_listed_before_it_prints(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    behind = packs.watch_pack(window.desk.door, MEETING)
    assert len(behind) > FEW, "the made-up month has cases that miss something"
    screen = _open(MakeScreen, window, program, qtbot)
    assert screen.lacking.isVisible()
    assert screen.lacking.told.text().startswith(f"! {len(behind)} cases are behind")
    first = screen.lacking.few.text().splitlines()
    assert len(first) == FEW
    assert behind[0].surname in first[0]
    assert behind[0].missing[0] in first[0]
    assert f"And {len(behind) - FEW} more" in first[-1]
    qtbot.keyClick(screen.lacking.all_button, Qt.Key.Key_Space)
    assert screen.lacking.table.isVisible()
    assert [row.prn for row in screen.lacking.model.rows] == [row.prn for row in behind]
    assert all(each in screen.lacking.few.text() for each in behind[0].missing), (
        "the one it stands on, in full"
    )
    qtbot.keyClick(screen.lacking.table, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert shown(window, CaseScreen)


def test_an_agenda_has_no_case_sheets_and_lists_nothing_missing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(MakeScreen, window, program, qtbot)
    screen.show_lacking()
    screen.contents.set_value(Contents.AGENDA)
    screen.contents.activated.emit(screen.contents.currentIndex())
    rest(program, qtbot)
    assert not screen.lacking.isVisible()
    assert not screen.lacking.table.isVisible()


def test_copies_are_made_as_numbered_files_and_their_passphrases_shown_once(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    screen = _open(MakeScreen, window, program, qtbot)
    screen.contents.set_value(Contents.AGENDA)
    screen.folder.setText(str(tmp_path / "out"))
    for name, large in (("Ngaio Whittock", True), ("Sefo Leavasa", False)):
        qtbot.keyClicks(screen.who, name)
        screen.large.setChecked(large)
        qtbot.keyClick(screen.who, Qt.Key.Key_Return)
    assert screen.make_button.text().replace("&", "") == "Make 2 copies"
    qtbot.mouseClick(screen.make_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == [
        f"agenda-{MEETING}-copy-01-of-02.pdf",
        f"agenda-{MEETING}-copy-02-of-02.pdf",
    ]
    lines = screen.result.model.rows
    with pikepdf.open(files[0], password=lines[0].passphrase) as pdf:
        assert len(pdf.pages) == (lines[0].copy.pages if lines[0].copy else 0)
    assert not window.open("trail")
    assert "shown this once" in screen.notice.text
    qtbot.mouseClick(screen.result.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().startswith(f"Ngaio Whittock\t{lines[0].passphrase}")
    qtbot.mouseClick(screen.result.have_button, Qt.MouseButton.LeftButton)
    assert not any(line.passphrase for line in screen.result.model.rows)
    assert window.open("packs")
    rest(program, qtbot)


def test_cancel_makes_what_did_not_come_out_void_for_ever(register: Path, tmp_path: Path) -> None:
    desk = desks.sit(register)

    def after_the_first(done: int, _total: int, _words: str) -> None:
        if done == 1:
            progress.stop()

    progress = Progress(after_the_first)
    wish = PrintWish(MEETING, Contents.AGENDA, HOLDERS, tmp_path / "out")
    made = printing(wish)(desk, progress)
    assert made.stopped
    # The copy under way when Cancel is pressed is finished; what follows is void.
    assert [row.number for row in made.issued] == [1, 2]
    assert [(row.number, row.state) for row in made.void] == [(3, CopyState.VOID)]
    assert copy_ledger.show_ledger(desk, MEETING).ledger.balanced
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_folder_that_cannot_be_written_uses_no_number(register: Path, tmp_path: Path) -> None:
    desk = desks.sit(register)
    (tmp_path / "taken").write_text("a file stands where the folder should be", encoding="utf-8")
    wish = PrintWish(MEETING, Contents.AGENDA, HOLDERS, tmp_path / "taken")
    with pytest.raises(Refused, match="choose a folder"):
        printing(wish)(desk, Progress(lambda *_told: None))
    assert copy_ledger.show_ledger(desk, MEETING).copies == ()


def test_nobody_named_is_said_before_anything_is_printed(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    screen = _open(MakeScreen, enter(), program, qtbot)
    qtbot.mouseClick(screen.make_button, Qt.MouseButton.LeftButton)
    assert "Nobody is named" in screen.notice.text
    assert screen.who.hasFocus()


def test_a_preview_says_that_no_number_is_printed_twice_and_leads_to_one_copy_alone(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(PreviewScreen, window, program, qtbot, contents="agenda")
    assert "No number is printed twice" in screen.told.text()
    qtbot.mouseClick(screen.one_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert isinstance(window.screen_now, MakeScreen), "no copy is there yet to be made anew"
    _print(window.desk.door)
    screen = _open(PreviewScreen, window, program, qtbot, contents="agenda")
    qtbot.mouseClick(screen.one_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert isinstance(window.screen_now, PacksScreen)


def test_a_void_copy_is_made_anew_from_its_row_under_a_number_of_its_own(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    rows = _print(window.desk.door, issue=2)
    copy_ledger.settle_copy(window.desk.door, rows[2].code, Settlement.DID_NOT)
    ledger = _open(PacksScreen, window, program, qtbot)

    def choose(code: str) -> None:
        at = [each.code for each in ledger.model.rows].index(code)
        ledger.table.setCurrentIndex(ledger.model.index(at, 0))
        qtbot.mouseClick(ledger.anew_button, Qt.MouseButton.LeftButton)
        rest(program, qtbot)

    choose(rows[0].code)
    assert "is out; nothing was printed" in ledger.notice.text
    assert "count it back in or record it as missing first" in ledger.notice.text
    choose(rows[2].code)
    make = shown(window, MakeScreen)
    assert [each.name for each in make.model.rows] == [rows[2].holder]
    assert make.target.reason.text() == f"in place of {rows[2].numbered} (void, never printed)"
    make.folder.setText(str(tmp_path / "out"))
    assert make.make_button.hasFocus()
    qtbot.keyClick(make.make_button, Qt.Key.Key_Return)
    rest(program, qtbot)
    last = copy_ledger.show_ledger(window.desk.door, MEETING).copies[-1]
    assert (last.holder, last.large, last.state) == (rows[2].holder, rows[2].large, CopyState.OUT)
    assert last.number == 4
    assert _state(window, rows[2].code) is CopyState.VOID


def _to_anew(copy: CopyRow, window: Window, program: Program, qtbot: QtBot) -> MakeScreen:
    """Choose a copy in the ledger and ask for it anew."""
    ledger = _open(PacksScreen, window, program, qtbot)
    at = [each.code for each in ledger.model.rows].index(copy.code)
    ledger.table.setCurrentIndex(ledger.model.index(at, 0))
    qtbot.mouseClick(ledger.anew_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    return shown(window, MakeScreen)


def test_a_copy_made_anew_stays_alone_in_its_form_and_leaves_nothing_to_the_next_print(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door, issue=2)
    copy_ledger.settle_copy(window.desk.door, rows[2].code, Settlement.DID_NOT)
    make = _to_anew(rows[2], window, program, qtbot)
    make.refresh()  # as where a colleague has saved something
    rest(program, qtbot)
    assert [each.name for each in make.model.rows] == [rows[2].holder]
    assert make.contents.value is Contents.AGENDA
    assert make.target.reason.text().startswith("in place of")
    _open(PacksScreen, window, program, qtbot)
    _open(MakeScreen, window, program, qtbot)
    assert [each.name for each in make.model.rows] == [each.name for each in HOLDERS]
    assert make.contents.value is Contents.PACK
    assert make.target.reason.text() == ""


def test_a_copy_asked_for_anew_while_others_are_made_does_not_cover_their_passphrases(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    rows = _print(window.desk.door, issue=2)
    copy_ledger.settle_copy(window.desk.door, rows[2].code, Settlement.DID_NOT)
    make = _open(MakeScreen, window, program, qtbot)
    make.contents.set_value(Contents.AGENDA)
    make.folder.setText(str(tmp_path / "out"))
    make.take(HOLDERS[:1])
    gate = threading.Event()
    window.desk.ask_long(lambda _door, _progress: gate.wait())
    make.start()
    window.open("packs", meeting=MEETING)
    ledger = shown(window, PacksScreen)
    qtbot.waitUntil(lambda: not ledger.busy)
    at = [each.code for each in ledger.model.rows].index(rows[2].code)
    ledger.table.setCurrentIndex(ledger.model.index(at, 0))
    qtbot.mouseClick(ledger.anew_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not make.busy)
    told = make.notice.text
    gate.set()
    rest(program, qtbot)
    assert told.startswith("Copies are still being made here.")
    assert make.result.has_unread
    assert make.result.isVisible()


def test_the_button_that_makes_copies_is_seen_whole_while_a_sentence_stands_over_the_form(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    window.resize(1366, 768)
    screen = _open(MakeScreen, window, program, qtbot)
    screen.notice.say(
        "Nobody is named to hold a copy. Name at least one holder, then make the copies.", "warn"
    )
    rest(program, qtbot)
    assert screen.make_button.visibleRegion().boundingRect() == screen.make_button.rect()


def test_the_holders_of_last_time_are_remembered_with_their_print(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    _print(window.desk.door)
    screen = _open(MakeScreen, window, program, qtbot)
    assert [(each.name, each.large) for each in screen.model.rows] == [(h.name, h.large) for h in HOLDERS]
    screen.table.setCurrentIndex(screen.model.index(0, 0))
    window.activateWindow()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert [each.name for each in screen.model.rows] == [h.name for h in HOLDERS[1:]]


def test_a_copies_file_names_the_holders_and_a_bad_one_says_its_row(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = _open(MakeScreen, enter(), program, qtbot)
    good, bad = tmp_path / "copies.csv", tmp_path / "bad.csv"
    good.write_text("name,service,large\nNgaio Whittock,probation,yes\n", encoding="utf-8")
    bad.write_text("name,service\n,probation\n", encoding="utf-8")
    screen.load_file(good)
    rest(program, qtbot)
    assert [(each.name, each.large) for each in screen.model.rows] == [("Ngaio Whittock", True)]
    screen.load_file(bad)
    rest(program, qtbot)
    assert "row 2" in screen.notice.text
    assert screen.model.rowCount() == 1


def test_a_code_typed_and_enter_counts_a_copy_in(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    rows = _print(window.desk.door)
    screen = _open(CountScreen, window, program, qtbot)
    qtbot.keyClicks(screen.box, show_code(rows[1].code).lower())
    qtbot.keyClick(screen.box, Qt.Key.Key_Return)
    assert screen.box.text() == ""
    rest(program, qtbot)
    assert _state(window, rows[1].code) is CopyState.RETURNED
    assert screen.back.text().startswith("1 of 3 back")
    assert [row.code for row in screen.counted_model.rows] == [rows[1].code]
    assert [row.number for row in screen.out_model.rows] == [1, 3]


def test_a_slip_names_the_nearest_code_and_keeps_what_was_typed(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    screen = _open(CountScreen, window, program, qtbot)
    slip = rows[0].code[:7] + ("0" if rows[0].code[7] != "0" else "1")
    qtbot.keyClicks(screen.box, slip)
    qtbot.keyClick(screen.box, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert f"did you mean {show_code(rows[0].code)}" in screen.notice.text
    assert screen.box.selectedText() == slip
    assert _state(window, rows[0].code) is CopyState.OUT


def test_a_missing_copy_needs_to_be_told_of_before_it_is_recorded(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    screen = _open(MissingScreen, window, program, qtbot, code=rows[0].code)
    assert "Tell the chair now" in screen.steps.text()
    qtbot.keyClicks(screen.seen, "In the meeting room on Wednesday")
    qtbot.mouseClick(screen.yes, Qt.MouseButton.LeftButton)
    assert "who was told" in screen.notice.text
    assert _state(window, rows[0].code) is CopyState.OUT
    qtbot.keyClicks(screen.told, "the chair, 17:05")
    qtbot.mouseClick(screen.yes, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    lost = copy_ledger.trace_code(window.desk.door, rows[0].code).copy
    assert lost.state is CopyState.MISSING
    assert lost.missing_reason == "Last seen: In the meeting room on Wednesday; Told: the chair, 17:05"
    assert shown(window, IncidentScreen)


def test_going_back_from_the_interruption_page_records_nothing(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    screen = _open(MissingScreen, window, program, qtbot, code=rows[0].code)
    qtbot.mouseClick(screen.no, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert _state(window, rows[0].code) is CopyState.OUT


def test_a_destruction_names_a_witness_who_is_somebody_else(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    copy_ledger.return_copies(window.desk.door, (rows[0].code, rows[2].code))
    screen = _open(DestroyScreen, window, program, qtbot)
    assert screen.told.text() == "2 copies of 2 chosen"
    qtbot.mouseClick(screen.yes, Qt.MouseButton.LeftButton)
    assert "Name the person who saw" in screen.notice.text
    qtbot.keyClicks(screen.witness, desks.ADMINISTRATOR[0])
    qtbot.keyClick(screen.witness, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "cannot witness their own" in screen.notice.text
    screen.witness.clear()
    qtbot.keyClicks(screen.witness, "Sefo Leavasa")
    qtbot.keyClick(screen.witness, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "2 copies recorded as destroyed" in screen.notice.text
    assert _state(window, rows[0].code) is CopyState.DESTROYED
    assert screen.listing.said


def test_copies_left_reserved_are_told_and_settled(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    rows = _print(window.desk.door, issue=1)
    ledger = _open(PacksScreen, window, program, qtbot)
    assert ledger.settle_button.isVisible()
    qtbot.mouseClick(ledger.settle_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    screen = shown(window, SettleScreen)
    assert [row.number for row in screen.model.rows] == [2, 3]
    qtbot.mouseClick(screen.said[1], Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    qtbot.mouseClick(screen.said[2], Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert _state(window, rows[1].code) is CopyState.VOID
    assert _state(window, rows[2].code) is CopyState.MISSING
    assert screen.listing.said


def test_a_code_from_a_page_says_whose_copy_it_is(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    rows = _print(window.desk.door)
    screen = _open(PacksScreen, window, program, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.trace_box.hasFocus()
    qtbot.keyClicks(screen.trace_box, show_code(rows[1].code))
    qtbot.keyClick(screen.trace_box, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "It should be with Det. Sgt Hākopa." in screen.notice.text


def test_pages_are_shown_from_memory_and_words_found(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter()
    screen = _open(PreviewScreen, window, program, qtbot, contents="pack")
    assert screen.page.pixmap().width() > 100
    assert screen.at.text() == f"Page 1 of {screen.pages}"
    qtbot.keyClick(screen.area, Qt.Key.Key_PageDown)
    rest(program, qtbot)
    assert screen.number == 2
    qtbot.keyClicks(screen.box, "no page has these words")
    qtbot.keyClick(screen.box, Qt.Key.Key_Return)
    rest(program, qtbot)
    assert "No page has" in screen.notice.text
    assert copy_ledger.show_ledger(window.desk.door, MEETING).copies == ()


def test_what_cannot_be_printed_yet_says_why_in_place_of_pages(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(PreviewScreen, window, program, qtbot, meeting=NEXT, contents="agenda")
    assert screen.at.text().endswith(", draft")
    screen.contents.set_value(Contents.PACK)
    screen.refresh()
    rest(program, qtbot)
    assert "no issued agenda yet" in screen.listing.said


def test_a_member_may_not_see_the_ledger(enter: SignIn, program: Program, qtbot: QtBot) -> None:
    window = enter(Role.MEMBER)
    window.open("packs")
    rest(program, qtbot)
    assert window.screen_now is None


class Paper:
    """A printer that keeps what it is given, and may break."""

    def __init__(self, breaks_at: int = 0) -> None:
        self.jobs: list[tuple[str, str, bytes]] = []
        self.breaks_at = breaks_at

    def names(self) -> tuple[str, ...]:
        return ("Room 4",)

    def refuse_unready(self, name: str) -> None:
        if name != "Room 4":
            raise Refused(f"The printer {name} is not there any more; no number was used.")

    def send(self, name: str, title: str, pdf: bytes) -> None:
        if len(self.jobs) + 1 == self.breaks_at:
            raise Refused(f"The printer did not take {title}.")
        self.jobs.append((name, title, pdf))


def test_copies_go_to_a_printer_without_a_file_and_each_bears_its_own_number(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = Paper()
    monkeypatch.setattr(MakeScreen, "queue", paper)
    window = enter()
    screen = _open(MakeScreen, window, program, qtbot)
    screen.contents.set_value(Contents.AGENDA)
    screen.target.out.set_value("Room 4")
    screen.target.out.activated.emit(screen.target.out.currentIndex())
    assert not screen.folder.isVisible()
    screen.take(HOLDERS)
    qtbot.mouseClick(screen.make_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert [title for _, title, _ in paper.jobs] == [f"agenda-{MEETING}-copy-0{n}-of-03" for n in (1, 2, 3)]
    for number, (_, _, pdf) in enumerate(paper.jobs, 1):
        assert f"copy {number} of 3".casefold() in " ".join(texts_of(pdf)).casefold()
    assert "On Room 4" in screen.result.said.text()
    assert [row.state for row in copy_ledger.show_ledger(window.desk.door, MEETING).copies] == [
        CopyState.OUT
    ] * 3
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_printer_that_breaks_leaves_its_copy_to_be_settled_and_the_rest_void(
    register: Path, tmp_path: Path
) -> None:
    desk = desks.sit(register)
    wish = PrintWish(MEETING, Contents.AGENDA, HOLDERS, tmp_path, printer="Room 4")
    made = printing(wish, Paper(breaks_at=2))(desk, Progress(lambda *_told: None))
    states = [row.state for row in copy_ledger.show_ledger(desk, MEETING).copies]
    assert states == [CopyState.OUT, CopyState.RESERVED, CopyState.VOID]
    assert [row.number for row in made.unsettled] == [2]
    assert "did not take" in made.fault


def test_a_printer_that_is_gone_uses_no_number(register: Path, tmp_path: Path) -> None:
    desk = desks.sit(register)
    wish = PrintWish(MEETING, Contents.AGENDA, HOLDERS, tmp_path, printer="Room 5")
    with pytest.raises(Refused, match="no number was used"):
        printing(wish, Paper())(desk, Progress(lambda *_told: None))
    assert copy_ledger.show_ledger(desk, MEETING).copies == ()


def test_every_page_is_drawn_on_the_printer(qapp: QApplication, register: Path, tmp_path: Path) -> None:
    desk = desks.sit(register)
    pdf = packs.preview_pages(desk, MEETING, Contents.PACK).pdf
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paint(printer, "pack", pdf)
    with pikepdf.open(tmp_path / "paper.pdf") as out, pikepdf.open(io.BytesIO(pdf)) as ours:
        assert len(out.pages) == len(ours.pages) > 1


def test_one_holder_alone_gets_a_copy_and_members_are_offered_once(
    enter: SignIn, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = enter()
    _print(window.desk.door)
    screen = _open(MakeScreen, window, program, qtbot)
    screen.contents.set_value(Contents.AGENDA)
    screen.folder.setText(str(tmp_path / "out"))
    qtbot.mouseClick(screen.members_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    names = [each.name for each in screen.model.rows]
    assert desks.CHAIR[0] in names
    assert len(names) == len(set(names))
    screen.table.setCurrentIndex(screen.model.index(names.index("Ngaio Whittock"), 0))
    qtbot.mouseClick(screen.one_button, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert [file.name for file in (tmp_path / "out").iterdir()] == [f"agenda-{MEETING}-copy-04-of-04.pdf"]
    last = copy_ledger.show_ledger(window.desk.door, MEETING).copies[-1]
    assert (last.holder, last.large) == ("Ngaio Whittock", True)


def _done(screen: IncidentScreen) -> list[str]:
    return [str(screen.model.index(number, 2).data()) for number in range(screen.model.rowCount())]


def test_a_copy_found_again_closes_its_incident_without_the_steps_that_nobody_took(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    door = window.desk.door
    code = _print(door)[0].code
    copy_ledger.lose_copy(door, code, "On the train")
    copy_ledger.return_copies(door, (code,))
    record_incident_step(door, code, IncidentStepName.CLOSED, "It was in the bag")
    screen = _open(IncidentScreen, window, program, qtbot)
    assert _done(screen) == ["– closed without it"] * 5


def test_a_missing_copy_opens_an_incident_whose_steps_are_recorded_and_that_closes(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    rows = _print(window.desk.door)
    missing = _open(MissingScreen, window, program, qtbot, code=rows[0].code)
    missing.seen.setText("On the train, Wednesday")
    missing.told.setText("The chair, at once")
    qtbot.mouseClick(missing.yes, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    screen = shown(window, IncidentScreen)
    QAbstractItemModelTester(screen.model)
    assert "contain it: due in" in screen.clock.text()
    assert _done(screen) == ["○ not yet"] * 5
    assert isinstance(program.edges.now, desks.Clock)
    program.edges.now.go_to(program.edges.now.at + timedelta(hours=30))
    screen.refresh()
    rest(program, qtbot)
    assert _done(screen) == ["! late"] * 2 + ["○ not yet"] * 3
    assert not screen.close_button.isEnabled()
    for _ in range(5):
        qtbot.mouseClick(screen.step_button, Qt.MouseButton.LeftButton)
        form = form_of(window)
        qtbot.keyClicks(form.field("note"), "Asked everybody")
        qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
        rest(program, qtbot)
    assert not screen.step_button.isEnabled()
    qtbot.mouseClick(screen.close_button, Qt.MouseButton.LeftButton)
    form = form_of(window)
    qtbot.keyClicks(form.field("note"), "Read by the chair")
    qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert screen.clock.text() == "Closed"
    assert copy_ledger.show_ledger(window.desk.door, MEETING).ledger.missing == 1


def test_pages_that_are_looked_at_are_not_laid_out_again_for_another_forum(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    screen = _open(PreviewScreen, window, program, qtbot, contents="pack")
    seen = screen.seen
    assert seen is not None
    window.desk.choose_forum(next(row.code for row in window.desk.forums if row.code != window.desk.forum))
    rest(program, qtbot)
    assert screen.seen is seen
    told = [entry.event for entry in list_trail(window.desk.door)]
    assert told.count("preview_pages") == 1


def test_a_preview_opened_as_somebody_reads_it_is_laid_out_once(
    enter: SignIn, program: Program, qtbot: QtBot
) -> None:
    window = enter()
    where = PreviewScreen.opened["police"]
    screen = _open(PreviewScreen, window, program, qtbot, contents="pack", **where)
    screen.as_police()
    rest(program, qtbot)
    assert (screen.reader.value, screen.at.text()) == (Reader.POLICE, f"Page 3 of {screen.pages}")
    told = [entry.event for entry in list_trail(window.desk.door)]
    assert told.count("preview_pages") == 1
