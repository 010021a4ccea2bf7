"""The menu of the list: what can be done with a row, and by keys all that column heads and filters do by mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.domain.case_list import WITHIN, CaseOrder, CaseQuery, PlanState
from app.domain.words import MILESTONES, FlagCode
from app.usecases.agenda import ask_for_case
from ui.register.columns import order_words, sortable
from ui.register.filters import months
from ui.tongue import tr
from ui.widgets.chips import WORDS

if TYPE_CHECKING:
    from ui.register.screen import CasesScreen

Choice = tuple[str, CaseQuery, bool]
"""Words, the query it asks for, whether it is in force."""


def case_menu(screen: CasesScreen) -> QMenu:
    """Made anew each time it is opened."""
    menu = QMenu(screen)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("Open the case"), lambda: screen.open_case(screen.table.current()))
    menu.addAction(tr("Preview"), screen.toggle_preview)
    line = screen.table.current()
    if line is not None and line.codes:
        inner = menu.addMenu(tr("What a flag is about"))
        for code in line.codes:
            inner.addAction(f"{code}  {WORDS[code]}", partial(screen.tell_flag, line, code))
    menu.addAction(tr("Ask for the chosen at a meeting…"), screen.to_agenda).setEnabled(
        screen.desk.may(ask_for_case)
    )
    menu.addAction(tr("Copy rows"), screen.table.copy_rows)
    menu.addSeparator()
    for title, choices in _filters(screen.query, screen.filters.prisons):
        inner = menu.addMenu(title)
        for told, query, on in choices:
            act = inner.addAction(told, partial(screen.ask_for, query))
            act.setCheckable(True)
            act.setChecked(on)
    menu.addAction(tr("Clear all filters"), screen.clear_filters).setEnabled(screen.query.narrowed)
    menu.addSeparator()
    for title, order in sortable(screen.model.columns):
        if order is not CaseOrder.FOUND or screen.query.text:
            down = order is screen.query.order and not screen.query.down
            menu.addAction(
                tr("Sort by {title}, {order}", title=title.lower(), order=order_words(order, down)),
                partial(screen.sort_by, order),
            )
    return menu


def open_menu(screen: CasesScreen, at: QPoint) -> QMenu:
    """Show the menu at a place of the list, without stopping the window."""
    menu = case_menu(screen)
    menu.popup(screen.table.viewport().mapToGlobal(at))
    return menu


def _filters(query: CaseQuery, prisons: Sequence[str]) -> Iterable[tuple[str, list[Choice]]]:
    yield (
        tr("Filter by flag"),
        [
            (
                f"{code.value}  {WORDS[code.value]}",
                replace(query, flags=_turned(query.flags, code)),
                code in query.flags,
            )
            for code in FlagCode
        ],
    )
    yield (
        tr("Filter by date counted to"),
        [
            (
                tr("any time") if within is None else tr("release within {months}", months=months(within)),
                replace(query, within=within),
                query.within == within,
            )
            for within in (None, *WITHIN)
        ],
    )
    yield (
        tr("Filter by stage"),
        [
            (
                tr("any stage") if stage is None else months(stage),
                replace(query, stage=stage),
                query.stage == stage,
            )
            for stage in (None, *MILESTONES)
        ],
    )
    yield (
        tr("Filter by release plan"),
        [
            (tr("any") if plan is None else plan.value, replace(query, plan=plan), query.plan == plan)
            for plan in (None, *PlanState)
        ],
    )
    yield (
        tr("Filter by prison"),
        [
            (prison or tr("any prison"), replace(query, prison=prison), query.prison == prison)
            for prison in ("", *prisons)
        ],
    )


def _turned(flags: tuple[FlagCode, ...], code: FlagCode) -> tuple[FlagCode, ...]:
    """The flags with this one added, or taken out where it was in force; in the order of the field's words."""
    wanted = set(flags) ^ {code}
    return tuple(each for each in FlagCode if each in wanted)
