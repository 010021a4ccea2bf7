"""Ctrl+Z over records by real keys: what was done is taken back through the door, or it is said why it is not."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from operator import attrgetter
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import app.usecases
import ui
from app.desk import UseCase, all_use_cases
from app.domain.case_drafts import OrderDraft
from app.domain.cases import CaseRecord
from app.domain.meeting import ActionDraft
from app.domain.plan_drafts import CheckDraft, NeedDraft
from app.domain.plan_words import ConditionState, NeedStatus
from app.domain.words import (
    ActionOutcome,
    AgendaReason,
    CheckKind,
    DateName,
    FlagCode,
    Grade,
    Handling,
    NeedDomain,
    OrderKind,
    Role,
    Service,
    SixAnswer,
)
from app.usecases.agenda import see_agenda
from app.usecases.cases import raise_flag, record_order, set_case, show_case
from app.usecases.conditions import add_condition
from app.usecases.meeting import add_action, list_actions, settle_action
from app.usecases.plan import (
    answer_question,
    check_address,
    propose_address,
    set_address,
    set_need,
    show_plan,
)
from app.usecases.trail import list_trail
from tests.fixtures import desks, months
from tests.ui.conftest import PRN, rest
from ui import undo_words
from ui.case import acts, consents, plan_acts
from ui.case.fields import BothTexts
from ui.case.screen import CaseScreen
from ui.main import Program
from ui.undo import Step
from ui.widgets.ask import AskForm
from ui.window import Window

REGISTER = months.new_month
DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0038-ctrl-z-over-records.md"


class Hands:
    """Somebody at the window."""

    def __init__(self, window: Window, program: Program, qtbot: QtBot) -> None:
        self.window, self.program, self.qtbot = window, program, qtbot

    def press(self, key: Qt.Key) -> None:
        """Ctrl and a key, wherever one is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        where: QWidget = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(where, key, Qt.KeyboardModifier.ControlModifier)
        rest(self.program, self.qtbot)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z)

    def redo(self) -> None:
        self.press(Qt.Key.Key_Y)

    def send(self, **values: object) -> None:
        """Fill the form that is open and save it."""
        (form,) = (each for each in self.window.findChildren(AskForm) if each.isVisible())
        for key, value in values.items():
            field = form.field(key)
            if hasattr(field, "set_value"):
                field.set_value(value)
            elif hasattr(field, "setPlainText"):
                field.setPlainText(str(value))
            else:
                field.setText(str(value))  # type: ignore[attr-defined]  # a line
        self.qtbot.mouseClick(form.act, Qt.MouseButton.LeftButton)
        rest(self.program, self.qtbot)
        assert not any(each.isVisible() for each in self.window.findChildren(AskForm))

    @property
    def two_texts(self) -> BothTexts:
        return next(each for each in self.window.findChildren(BothTexts) if each.isVisible())

    @property
    def record(self) -> CaseRecord:
        return show_case(self.window.desk.door, PRN)

    @property
    def owner(self) -> str | None:
        """Who owns the case, as the register has it."""
        case = self.record.case
        assert case is not None
        return case.owner

    @property
    def told(self) -> str:
        assert self.window.screen_now is not None
        return self.window.screen_now.notice.text

    def menu(self, key: str) -> str:
        """How the line of an action reads in the menu when that is opened."""
        edit = next(menu for menu in self.window.menuBar().findChildren(QMenu) if menu.title() == "&Edit")
        edit.aboutToShow.emit()
        return next(each.text().replace("&", "") for each in edit.actions() if each.objectName() == key)


@pytest.fixture
def hands(window: Window, case: CaseScreen, program: Program, qtbot: QtBot) -> Hands:
    return Hands(window, program, qtbot)


def type_owner(case: CaseScreen, text: str, qtbot: QtBot) -> None:
    owner = case.tabs.overview.owner
    owner.setFocus()
    owner.selectAll()
    qtbot.keyClicks(owner, text)
    qtbot.keyClick(owner, Qt.Key.Key_Tab)


def test_the_menu_says_in_words_what_is_taken_back_and_both_stand_in_the_trail(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    assert hands.menu("undo") == "Undo owner of Sharma, José Minh"
    hands.undo()
    assert hands.owner is None
    assert hands.told == "Taken back: owner of Sharma, José Minh."
    assert hands.window.count_label.text() == hands.told
    assert hands.menu("undo") == "Undo"
    assert hands.menu("redo") == "Redo owner of Sharma, José Minh"
    hands.redo()
    assert hands.owner == "S. Merrin"
    chair = desks.sit(hands.window.desk.door.folder, Role.CHAIR)
    assert sum(entry.event == "set_case" for entry in list_trail(chair)) == 3


def test_what_was_done_on_one_case_is_taken_back_from_another_screen(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    hands.window.open("meeting-actions")
    rest(program, qtbot)
    hands.undo()
    assert hands.owner is None
    assert hands.told == "Taken back: owner of Sharma, José Minh."


def test_what_cannot_be_taken_back_says_so_before_anything_earlier_is(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    acts.information(case)
    hands.send(
        text="Works in the kitchen",
        author="Dr Whaitiri",
        grade=Grade.REPORTED,
        handling=Handling.MEMBERS_ONLY,
    )
    assert hands.menu("undo") == "Undo what a service said (why not)"
    hands.undo()
    assert hands.told == (
        "What a service said: a statement stays as it was made; add another that puts it right. Ctrl+Z again takes "
        "back what was before it: owner of Sharma, José Minh."
    )
    assert hands.window.count_label.text() == hands.told
    assert len(hands.record.information) == 1
    assert hands.owner == "S. Merrin"
    hands.undo()
    assert hands.owner is None
    assert len(hands.record.information) == 1


def test_somebody_elses_text_is_never_taken_back_unseen(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    other = desks.sit(register)
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    set_case(other, PRN, owner="Written elsewhere")
    hands.undo()
    dialog = hands.two_texts
    assert dialog.theirs_box.toPlainText() == "Written elsewhere"
    assert dialog.mine_box.toPlainText() == ""
    qtbot.mouseClick(dialog.theirs, Qt.MouseButton.LeftButton)
    hands.undo()
    assert hands.owner == "Written elsewhere"


def _take_back_under_anothers(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    """An owner saved, another typed over it, a third written elsewhere; then Ctrl+Z."""
    set_case(hands.window.desk.door, PRN, owner="R. Tane")
    case.refresh()
    rest(program, qtbot)
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    set_case(desks.sit(register), PRN, owner="Written elsewhere")
    hands.undo()


def test_ours_written_over_theirs_is_a_choice_and_can_be_done_again(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    _take_back_under_anothers(hands, case, program, qtbot, register)
    dialog = hands.two_texts
    assert dialog.mine_box.toPlainText() == "R. Tane"
    qtbot.mouseClick(dialog.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert hands.owner == "R. Tane"
    hands.redo()
    assert hands.owner == "S. Merrin"


def test_neither_of_two_texts_is_lost_by_esc(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    _take_back_under_anothers(hands, case, program, qtbot, register)
    qtbot.keyClick(hands.two_texts, Qt.Key.Key_Escape)
    assert hands.told.startswith("Owner of Sharma, José Minh: theirs is saved, yours is not.")
    set_case(hands.window.desk.door, PRN, physical_marks="a scar")
    acts.information(case)
    hands.send(
        text="Works in the kitchen",
        author="Dr Whaitiri",
        grade=Grade.REPORTED,
        handling=Handling.MEMBERS_ONLY,
    )
    hands.undo()  # says why not
    hands.undo()
    assert hands.two_texts.mine_box.toPlainText() == "R. Tane"
    qtbot.keyClick(hands.two_texts, Qt.Key.Key_Escape)
    see = next(each for each in case.notice.findChildren(QPushButton) if each.text() == "See both texts")
    qtbot.mouseClick(see, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(hands.two_texts.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert hands.owner == "R. Tane"


def test_two_texts_chosen_after_something_else_was_done_leave_that_alone(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    set_case(desks.sit(register), PRN, owner="Written elsewhere")
    hands.undo()
    qtbot.keyClick(hands.two_texts, Qt.Key.Key_Escape)
    see = next(each for each in case.notice.findChildren(QPushButton) if each.text() == "See both texts")
    _propose(case, hands)
    see.click()
    qtbot.mouseClick(hands.two_texts.mine, Qt.MouseButton.LeftButton)
    rest(program, qtbot)
    assert hands.owner is None
    assert _addresses_alive(hands.record) == ["9 Kōwhai Street"]
    hands.undo()
    assert _addresses_alive(hands.record) == []
    hands.undo()
    assert hands.owner is None
    assert "already taken back" in hands.told


def test_while_something_is_still_being_saved_nothing_earlier_is_taken_back(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    gate = threading.Event()
    hands.window.desk.ask(lambda _door: gate.wait())
    type_owner(case, "K. Tane", qtbot)
    qtbot.keyClick(QApplication.focusWidget() or case, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    told = hands.told
    gate.set()
    rest(program, qtbot)
    assert told.startswith("Still being saved")
    assert hands.owner == "K. Tane"
    hands.undo()
    assert hands.owner == "S. Merrin"


def test_what_is_saved_while_something_is_taken_back_takes_its_place_after_it(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot, register: Path
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    set_case(desks.sit(register), PRN, owner="Written elsewhere")
    gate = threading.Event()
    desk = hands.window.desk
    desk.ask(lambda _door: gate.wait())
    qtbot.keyClick(QApplication.focusWidget() or case, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    long = desk.ask_long(
        lambda door, _progress: set_case(door, PRN, physical_marks="a scar"),
        undo=Step("Marks", why="nobody knows."),
    )
    qtbot.waitUntil(lambda: long.over)
    gate.set()
    rest(program, qtbot)
    qtbot.mouseClick(hands.two_texts.theirs, Qt.MouseButton.LeftButton)
    hands.undo()
    assert hands.told.startswith("Marks: nobody knows.")
    hands.undo()
    assert hands.told == "Owner of Sharma, José Minh: what somebody else wrote there stands."


def _flags(record: CaseRecord) -> object:
    return {row.code for row in record.flags if row.to_date is None}


def _order(record: CaseRecord) -> object:
    return next(
        (r.answer, r.detail, r.source, r.as_at) for r in record.orders if r.kind is OrderKind.NON_CONTACT
    )


def _addresses(record: CaseRecord) -> object:
    return [
        (row.rank, row.address, row.residents, row.verified, row.is_next, row.withdrawn_by is None)
        for row in record.plan.addresses
    ]


def _checks(record: CaseRecord) -> object:
    return [(c.kind, c.answer, c.comment, c.checked_on) for row in record.plan.addresses for c in row.checks]


def _needs(record: CaseRecord) -> object:
    return record.plan.needs


def _answers(record: CaseRecord) -> object:
    return record.plan.answers


def _anchor(record: CaseRecord) -> object:
    assert record.case is not None
    return record.case.anchor, record.case.by_hand


def _addresses_alive(record: CaseRecord) -> object:
    return [row.address for row in record.plan.addresses if row.withdrawn_by is None]


def _checks_said(record: CaseRecord) -> object:
    return [each[:3] for each in _checks(record) if each[1] != SixAnswer.NOT_ASKED.value]  # type: ignore[attr-defined]


def _answers_said(record: CaseRecord) -> object:
    return [row for row in record.plan.answers if row.answer != SixAnswer.NOT_ASKED.value]


def _conditions(record: CaseRecord) -> object:
    return [(row.words, row.state) for row in record.plan.conditions if row.state.stands]


Look = Callable[[CaseRecord], object]
Do = Callable[[CaseScreen, Hands], None]


def _set_anchor(case: CaseScreen, hands: Hands) -> None:
    acts.anchor(case)
    hands.send(name=DateName.SENTENCE_EXPIRY, reason="the Board asked")


def _by_rule(case: CaseScreen, hands: Hands) -> None:
    case.by_rule()
    rest(hands.program, hands.qtbot)


def _raise(case: CaseScreen, hands: Hands) -> None:
    acts.flag(case)
    hands.send(flag=FlagCode.OWR, comment="weight 5")


def _withdraw(case: CaseScreen, hands: Hands) -> None:
    acts.unflag(case, FlagCode.STAFF_SAFETY)
    hands.send(comment="no longer so")


def _answer_order(case: CaseScreen, hands: Hands) -> None:
    acts.order(case, OrderKind.NON_CONTACT)
    hands.send(answer=SixAnswer.NOTHING_HELD, source="District Court")


def _propose(case: CaseScreen, hands: Hands) -> None:
    acts.address(case)
    hands.send(address="9  Kōwhai Street")


def _edit(case: CaseScreen, hands: Hands) -> None:
    plan_acts.edit(case, case.record.plan.addresses[0])  # type: ignore[union-attr]  # it is shown
    hands.send(residents="an aunt ")


def _rank(case: CaseScreen, hands: Hands) -> None:
    plan_acts.rank(case, 1, [2])
    hands.send(to=2)


def _verify(case: CaseScreen, hands: Hands) -> None:
    case.set_address(1, "verified", on=True)
    rest(hands.program, hands.qtbot)


def _next(case: CaseScreen, hands: Hands) -> None:
    case.set_address(1, "is_next", on=True)
    rest(hands.program, hands.qtbot)


def _check(case: CaseScreen, hands: Hands) -> None:
    acts.check(case, 1, CheckKind.PROBATION.value)
    hands.send(answer=SixAnswer.RELEVANT.value, comment="too near a school ")


def _check_first(case: CaseScreen, hands: Hands) -> None:
    acts.check(case, 2, CheckKind.PROBATION.value)
    hands.send(answer=SixAnswer.RELEVANT.value, comment="too near a school ")


def _need(case: CaseScreen, hands: Hands) -> None:
    row = next(r for r in case.record.plan.needs if r.domain is NeedDomain.HOUSING)  # type: ignore[union-attr]
    plan_acts.need(case, row)
    hands.send(status=NeedStatus.DECLINED, text=" says no ", service=Service.PRISONS, owner="K. Rua")


def _answer(case: CaseScreen, hands: Hands) -> None:
    acts.answer(case, "officer-told")
    hands.send(answer="yes ", note="from Monday")


def _condition(case: CaseScreen, hands: Hands) -> None:
    plan_acts.own_words(case)
    hands.send(words="Not to go to the river")


def _answer_again(case: CaseScreen, hands: Hands) -> None:
    acts.answer(case, "eso-ppo")
    hands.send(answer="applied for")


def _step(case: CaseScreen, hands: Hands) -> None:
    plan_acts.step(case, case.record.plan.conditions[0])  # type: ignore[union-attr]  # it is shown
    hands.send(state=ConditionState.ASKED)


def _consent(case: CaseScreen, hands: Hands) -> None:
    consents.add(case)
    hands.send(form="IR-2", scope="the provider: the plan")


def _consents(record: CaseRecord) -> object:
    return [row.scope for row in record.plan.consents if row.withdrawn_on is None]


def _seed(case: CaseScreen, hands: Hands) -> None:
    """Something that stood before, said on an earlier day and by somebody else."""
    door = hands.window.desk.door
    raise_flag(door, PRN, FlagCode.STAFF_SAFETY, "assault in 2019", "K. Rua", date(2026, 9, 1))
    record_order(
        door,
        PRN,
        OrderDraft(OrderKind.NON_CONTACT, SixAnswer.RELEVANT, "to 2028", date(2028, 1, 1), "Court at Timaru"),
    )
    propose_address(door, PRN, "12 Harakeke Street", None, "a cousin")
    propose_address(door, PRN, "3 Rata Lane")
    set_address(door, PRN, 2, is_next=True)
    check_address(
        door,
        PRN,
        1,
        CheckDraft(CheckKind.PROBATION, SixAnswer.NOTHING_HELD.value, "", "by telephone", "P. Hohaia"),
    )
    set_need(door, PRN, NeedDraft(NeedDomain.HOUSING, NeedStatus.TO_ARRANGE, "two rooms", None, "", "K. Rua"))
    answer_question(door, PRN, "eso-ppo", "not applied for", "", "K. Rua")
    add_condition(door, PRN, words="To live where told", state=ConditionState.PROPOSED)
    door.now.go_to(desks.START + timedelta(days=12))  # type: ignore[attr-defined]  # the clock of the tests
    case.refresh()
    rest(hands.program, hands.qtbot)


def _correct(case: CaseScreen, hands: Hands) -> None:
    row = next(each for each in case.record.values if each.heading == "Statutory release date")  # type: ignore[union-attr]
    acts.correction(case, row)
    hands.send(value="05/03/2027", reason="the court said so")


def _alias(case: CaseScreen, hands: Hands) -> None:
    acts.alias(case)
    hands.send(surname="Te  Rangi", given="Hone")


def _withdraw_address(case: CaseScreen, hands: Hands) -> None:
    acts.withdraw(case, 2)
    hands.send(by="the occupier", reason="sold")


def _values(record: CaseRecord) -> object:
    return _anchor(record), [(row.heading, row.in_force) for row in record.values]


def _names(record: CaseRecord) -> object:
    return {(row.kind, row.surname, row.given_names) for row in record.aliases}


ACTS: dict[str, tuple[Do, Look]] = {
    "the anchor chosen by hand": (_set_anchor, _anchor),
    "the anchor given back to the rule": (_by_rule, _anchor),
    "a flag raised": (_raise, _flags),
    "a flag withdrawn": (_withdraw, _flags),
    "an answer on an order": (_answer_order, _order),
    "an address proposed": (_propose, _addresses_alive),
    "who lives at an address": (_edit, _addresses),
    "the rank of an address": (_rank, _addresses),
    "an address verified": (_verify, _addresses),
    "the next address": (_next, _addresses),
    "a check said otherwise": (_check, _checks),
    "a check first answered": (_check_first, _checks_said),
    "a need": (_need, _needs),
    "an answer first given": (_answer, _answers_said),
    "an answer said otherwise": (_answer_again, _answers),
    "the forum's own word": (_correct, _values),
    "another name": (_alias, _names),
    "an address withdrawn": (_withdraw_address, _addresses),
    "a condition proposed": (_condition, _conditions),
    "a step of a condition": (_step, _conditions),
    "a consent of the person": (_consent, _consents),
}


@pytest.mark.parametrize("name", ACTS)
def test_ctrl_z_puts_back_what_stood_before_and_ctrl_y_what_was_done(
    name: str, hands: Hands, case: CaseScreen
) -> None:
    do, look = ACTS[name]
    _seed(case, hands)
    if do is _by_rule:
        _set_anchor(case, hands)
    before = look(hands.record)
    do(case, hands)
    after = look(hands.record)
    assert after != before
    hands.undo()
    assert hands.told.startswith("Taken back: "), hands.told
    assert look(hands.record) == before
    hands.redo()
    assert hands.told.startswith("Done again: "), hands.told
    assert look(hands.record) == after


def test_a_case_asked_for_is_off_the_draft_again_and_an_issued_agenda_is_not(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    door = hands.window.desk.door

    def asked() -> bool:
        agenda = see_agenda(door, months.NEXT).agenda
        assert agenda is not None
        return any(AgendaReason.ASKED_FOR in item.reasons for item in agenda.items)

    case.to_agenda()
    rest(program, qtbot)
    hands.send(reason="the  chair wants\nto hear of it")
    assert asked()
    hands.undo()
    assert not asked(), hands.told
    hands.redo()
    assert asked(), hands.told
    hands.undo()
    hands.window.open("meeting-agenda", meeting=months.NEXT)
    rest(program, qtbot)
    hands.window.screen_now.issue()  # type: ignore[union-attr]  # the screen of the agenda
    rest(program, qtbot)
    hands.undo()
    assert "it is frozen as its readers have it" in hands.told
    assert see_agenda(door, months.NEXT).digest


def test_a_service_that_somebody_else_named_for_a_need_is_seen_before_ctrl_z_overwrites_it(
    hands: Hands, case: CaseScreen
) -> None:
    _seed(case, hands)
    _need(case, hands)
    door = hands.window.desk.door
    theirs = NeedDraft(NeedDomain.HOUSING, NeedStatus.DECLINED, "says no", Service.POLICE)
    set_need(desks.sit(door.folder), PRN, theirs)
    hands.undo()
    dialog = next(each for each in hands.window.findChildren(BothTexts) if each.isVisible())
    assert dialog.theirs_box.toPlainText() == "police"
    row = next(each for each in show_plan(door, PRN).needs if each.domain is NeedDomain.HOUSING)
    assert row.service is Service.POLICE


def test_what_became_of_an_action_is_taken_back_from_the_list(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    door = hands.window.desk.door
    agenda = see_agenda(door, months.MEETING).agenda
    assert agenda is not None
    draft = ActionDraft("Ask for the form", Service.PROBATION, "S. Merrin", date(2026, 12, 9))
    row = add_action(door, months.MEETING, agenda.items[0].prn, draft)
    hands.window.open("meeting-actions")
    rest(program, qtbot)
    table = hands.window.screen_now.table  # type: ignore[union-attr]  # the screen of the actions
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_D)
    rest(program, qtbot)
    assert list_actions(door, "CHC")[0].outcome is ActionOutcome.DONE
    hands.undo()
    assert list_actions(door, "CHC")[0].outcome is ActionOutcome.OPEN
    hands.redo()
    settle_action(desks.sit(door.folder), str(row.id), ActionOutcome.NOT_DONE)
    hands.undo()
    dialog = hands.two_texts
    assert dialog.theirs_box.toPlainText() == "not done"


def test_nothing_is_left_to_take_back_once_the_desk_is_closed(
    hands: Hands, case: CaseScreen, program: Program, qtbot: QtBot
) -> None:
    type_owner(case, "S. Merrin", qtbot)
    rest(program, qtbot)
    stack = hands.window.desk.undo.stack
    assert stack.count() == 1
    program.lock()
    assert stack.count() == 0


def test_every_act_that_changes_a_record_is_taken_back_or_says_why_not() -> None:
    for room in pkgutil.iter_modules(app.usecases.__path__):
        importlib.import_module(f"app.usecases.{room.name}")
    ours = [each for each in all_use_cases() if each.function.__module__.startswith("app.usecases.")]
    acts_there = {f"{each.room}.{each.name}" for each in ours if not each.looks}
    known = [undo_words.UNDONE, undo_words.COUNTER, undo_words.SILENT, frozenset(undo_words.WHY_NOT)]
    assert frozenset().union(*known) == acts_there
    assert sum(map(len, known)) == len(acts_there)


def test_the_decision_lists_each_act_under_what_the_window_does_with_it() -> None:
    taken_back, stands = (
        DECISION.read_text(encoding="utf-8").split("## What is taken back")[1].split("## What is not")
    )
    assert named_in(taken_back) == undo_words.UNDONE
    assert named_in(stands) == undo_words.WHY_NOT.keys() | undo_words.SILENT


def named_in(part: str) -> set[str]:
    """The acts in the first column of a table."""
    rows = (line.split("|")[1] for line in part.splitlines() if line.startswith("|"))
    return {act for row in rows for act in re.findall(r"`(\w+\.\w+)`", row)}


def test_the_screens_take_back_what_the_table_says_is_taken_back_and_nothing_else() -> None:
    """From the source of the window: each use case that is asked with a step that takes it back."""
    told: set[str] = set()
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        module = importlib.import_module(found.name)
        tree = ast.parse(inspect.getsource(module))
        told |= {
            case
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            for case in taken_back_by(node, module)
        }
    assert not told & (undo_words.WHY_NOT.keys() | undo_words.SILENT)
    # Their use cases are handed to one place that asks for any of them, with a step for each.
    by_hand = {"board.record_result", "cases.set_case", "discussion.record_discussion", "meeting.add_action"}
    assert told | by_hand == undo_words.UNDONE


def taken_back_by(node: ast.Call, module: ModuleType) -> set[str]:
    """The use cases among what is asked, where `undo` is anything but the sentence that says why not."""
    undo = next((each.value for each in node.keywords if each.arg == "undo"), None)
    if undo is None or (isinstance(undo, ast.Call) and ast.unparse(undo.func) == "cannot"):
        return set()
    names = (
        attrgetter(ast.unparse(each)) for each in node.args if isinstance(each, (ast.Name, ast.Attribute))
    )
    found: set[str] = set()
    for name in names:
        with suppress(AttributeError):
            if isinstance(case := name(module), UseCase):
                found.add(f"{case.room}.{case.name}")
    return found
