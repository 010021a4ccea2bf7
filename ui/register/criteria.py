"""The criteria in force, other ones tried out by name before anything changes, and putting them in force (R2, R6)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.criteria import AT_LEAST, AT_MOST, IS, Criterion, comparable_fields, describe, read_criterion
from app.domain.criteria_file import CriteriaRow, WhatIf, criteria_from_stored, stored_criteria, told_criteria
from app.domain.dates import show_moment
from app.domain.errors import Overtaken, Refused
from app.domain.extract_fields import FIELD_BY_NAME
from app.domain.names import full_name
from app.domain.words import Topic
from app.usecases.criteria import adopt_criteria, preview_criteria, share_criteria, show_criteria
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import Pick

COMPARISONS = {AT_LEAST: tr("is at least"), AT_MOST: tr("is at most"), IS: tr("is")}
UNCHANGED = tr(
    "These are in force. What is changed here is compared with them by name, and counts only once you say so."
)
KEEPS = tr("Nobody falls out by itself: open cases stay open, and keep the version that took them in.")


class Moved(NamedTuple):
    """Somebody whom other criteria would place otherwise."""

    comes_in: bool
    name: str
    prn: str


COLUMNS = (
    Column[Criterion](tr("Criterion"), lambda each: each.code, width=13),
    Column[Criterion](tr("Looks at"), lambda each: FIELD_BY_NAME[each.field].heading, width=26),
    Column[Criterion](
        tr("Holds where it"), lambda each: f"{COMPARISONS[each.comparison]} {each.value}", width=20
    ),
    Column[Criterion](tr("In words"), describe, width=33, stretch=True),
)
MOVED = (
    Column[Moved](
        tr("At the next extract"),
        lambda each: tr("+ comes in") if each.comes_in else tr("– stays out"),
        width=22,
    ),
    Column[Moved](tr("Name"), lambda each: each.name, width=40, stretch=True),
    Column[Moved](tr("PRN"), lambda each: each.prn, width=14),
)


class CriteriaScreen(Screen):
    """Which rule takes a case in."""

    name: ClassVar[str] = "cases-criteria"
    title: ClassVar[str] = tr("Criteria")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "cases"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.CRITERIA})
    needs = preview_criteria
    states: ClassVar[Mapping[str, str]] = {"change": "change_chosen", "tried": "try_stricter"}

    def build(self) -> None:
        self.in_force: CriteriaRow | None = None
        self._tried: dict[str, tuple[Criterion, ...]] = {}
        """By forum: what is tried out for one says nothing of another."""
        self.back_button = button(tr("Left &out…"), partial(self.open, "cases-left-out"))
        self.add_button = button(tr("&Add…"), self.add)
        self.change_button = button(tr("Chan&ge…"), self.change_chosen)
        self.drop_button = button(tr("Take o&ut"), self.drop_chosen)
        self.undo_button = button(tr("Put &back what is in force"), self.put_back)
        self.adopt_button = button(tr("Put &in force…"), self.adopt, look="first")
        self.share_button = button(tr("Give up its o&wn…"), self.share)
        self.share_button.hide()
        self.standing = label("", "muted")
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Criteria"), of_people=False)
        self.told = label(UNCHANGED)
        self.moved = RowTable(MOVED, self)
        self.people = Table(self.moved, tr("Whom the change would place otherwise"))
        self.body.addWidget(
            flow(
                self.add_button, self.change_button, self.drop_button, self.undo_button, self.back_button,
                self.share_button, self.adopt_button,
            )
        )  # fmt: skip
        self.body.addWidget(self.standing)
        self.body.addWidget(self.table, 3)
        self.body.addWidget(self.told)
        self.body.addWidget(self.people, 2)

    def connect_up(self) -> None:
        self.table.opened.connect(lambda _row: self.change_chosen())
        self.people.opened.connect(lambda row: self.open("case", prn=row.prn))

    @property
    def tried(self) -> tuple[Criterion, ...] | None:
        """What is tried out for the forum in view."""
        return self._tried.get(self.desk.forum)

    @tried.setter
    def tried(self, criteria: tuple[Criterion, ...] | None) -> None:
        if criteria is None:
            self._tried.pop(self.desk.forum, None)
        else:
            self._tried[self.desk.forum] = criteria

    def refresh(self) -> None:
        forum = self.desk.forum
        self.ask(
            show_criteria, forum or None, then=partial(self.fill, forum), saying=tr("Reading the criteria")
        )

    def fill(self, forum: str, rows: tuple[CriteriaRow, ...]) -> None:
        """Show what is in force; what was being tried out for the same forum stays."""
        if forum != self.desk.forum:
            return
        self.in_force = rows[0]
        where = rows[0].forum or tr("every forum without criteria of its own")
        adopted = (
            tr(
                "put in force on {adopted_at} by {adopted_by}",
                adopted_at=show_moment(rows[0].adopted_at),
                adopted_by=rows[0].adopted_by,
            )
            if rows[0].adopted_at
            else tr("as the program came")
        )
        self.standing.setText(
            tr(
                "Version {version}, for {where}, {adopted}. A case is taken in where one of them holds and the "
                "date counted to is within {horizon_months} months.",
                version=rows[0].version,
                where=where,
                adopted=adopted,
                horizon_months=rows[0].horizon_months,
            )
        )
        self.show_rows()

    @property
    def rows(self) -> tuple[Criterion, ...]:
        """What is tried out, else what is in force."""
        if self.tried is not None:
            return self.tried
        return self.in_force.criteria if self.in_force else ()

    def show_rows(self) -> None:
        """Show the criteria, and whom they would place otherwise where they are not those in force."""
        chosen = max(self.table.currentIndex().row(), 0)
        if self.in_force and self.tried == self.in_force.criteria:
            self.tried = None
        self.model.set_rows(self.rows)
        self.table.setCurrentIndex(self.model.index(min(chosen, len(self.rows) - 1), 0))
        may = self.desk.may(adopt_criteria)
        self.undo_button.setEnabled(self.tried is not None)
        self.adopt_button.setEnabled(self.tried is not None and may and bool(self.rows))
        self.drop_button.setEnabled(len(self.rows) > 1)
        self.share_button.setVisible(may and self.in_force is not None and self.in_force.forum is not None)
        self.tell_status(words.counted(len(self.rows), "criterion", "criteria"))
        if self.tried is None:
            self.moved.set_rows([])
            self.people.hide()
            self.told.setText(UNCHANGED)
        else:
            self.ask(
                preview_criteria,
                self.rows,
                self.desk.forum or None,
                then=partial(self.compare, self.desk.forum),
                saying=tr("Comparing by name"),
            )

    def compare(self, forum: str, told: WhatIf) -> None:
        """Who would come in and who would not; of another forum by now, nothing."""
        if forum != self.desk.forum or self.tried is None:
            return
        people = [Moved(True, full_name(each.surname, each.given_names), each.prn) for each in told.enters]
        people += [Moved(False, full_name(each.surname, each.given_names), each.prn) for each in told.leaves]
        self.moved.set_rows(people)
        self.people.setVisible(bool(people))
        counted = words.counted(told.looked_at, "person", "people")
        self.told.setText(
            tr(
                "Not in force yet. Of {counted} in the last extracts {enters:,} would come in, and "
                "{leaves:,} would no longer. {keeps}",
                counted=counted,
                enters=len(told.enters),
                leaves=len(told.leaves),
                keeps=KEEPS,
            )
        )

    # Trying out.

    def add(self) -> None:
        """One more row; rows with one code are alternatives."""
        self._form(tr("Add a criterion"), Criterion("", "roc_roi", AT_LEAST, ""), len(self.rows))

    def change_chosen(self) -> None:
        """Change the row under the keyboard."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.rows):
            self._form(tr("Change the criterion"), self.rows[at], at)

    def drop_chosen(self) -> None:
        """Leave the row under the keyboard out. One stays: without any nobody would come in."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.rows) > 1:
            self._try((*self.rows[:at], *self.rows[at + 1 :]))

    def put_back(self) -> None:
        """Forget what is tried out."""
        self.tried = None
        self.show_rows()

    def try_stricter(self) -> None:
        """For a picture: what the first criterion alone would do."""
        self._try(self.rows[:1])

    def _try(self, criteria: tuple[Criterion, ...]) -> None:
        self.tried = criteria
        self.show_rows()

    def _form(self, title: str, stood: Criterion, at: int) -> None:
        looks_at = Pick(tr("Looks at"), [(field.heading, field.name) for field in comparable_fields()])
        looks_at.set_value(stood.field)
        compares = Pick(tr("Comparison"), [(told, sign) for sign, told in COMPARISONS.items()])
        compares.set_value(stood.comparison)
        code, value, in_words = QLineEdit(stood.code), QLineEdit(stood.value), QLineEdit(stood.words)

        def do(values: Values, form: AskForm) -> None:
            moved = (values["field"], values["comparison"], values["value"]) != stood[1:4]
            told = "" if moved and values["words"] == stood.words else str(values["words"])
            try:
                made = read_criterion(
                    values["code"], values["field"], values["comparison"], values["value"], told
                )
            except Refused as refusal:
                form.say(refusal.sentence, value)
                return
            form.accept()
            self._try((*self.rows[:at], made, *self.rows[at + 1 :]))

        AskForm(
            self.window(), title,
            tr("Rows with the same code are alternatives. A blank in the extract never fires."),
            (
                ("code", tr("&Code"), code), ("field", tr("&Looks at"), looks_at),
                ("comparison", tr("Co&mparison"), compares), ("value", tr("&Value, as an extract writes it"), value),
                ("words", tr("In &words, where the heading alone does not say it"), in_words),
            ),
            tr("Try it out"),
            do,
        ).open()  # fmt: skip

    # In force.

    def adopt(self) -> None:
        """Ask why, and put what is tried out in force."""
        of = self.desk.forum
        tried, before, forum = self.tried, self.in_force, of or None
        if tried is None or before is None:
            return

        def stands(row: CriteriaRow) -> None:
            self._forget(of, tried)
            self.notice.say(
                tr(
                    "Version {version} is in force for {forum} from the next extract on. {keeps}",
                    version=row.version,
                    forum=row.forum or tr("every forum"),
                    keeps=KEEPS,
                ),
                "good",
            )

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self, adopt_criteria, tried, values["reason"], forum, seen=_seen(before), then=stands,
                overtaken=partial(self._overtaken, form), undo=_step(before, forum),
            )  # fmt: skip

        AskForm(
            self.window(),
            tr("Put these criteria in force"),
            tr(
                "For {forum}, from the next extract on. {keeps}",
                forum=forum or tr("every forum without its own"),
                keeps=KEEPS,
            ),
            (("reason", tr("&Reason"), long_text(3)),),
            tr("&Put in force"),
            do,
        ).open()

    def share(self) -> None:
        """Ask why, and have the forum follow the criteria of every forum again."""
        before = self.in_force
        if before is None or before.forum is None:
            return
        forum, of, tried = before.forum, self.desk.forum, self.tried

        def stands(row: CriteriaRow) -> None:
            self._forget(of, tried)
            told = tr("{forum} has no criteria of its own any more: version {version} counts for it.",
                      forum=forum, version=row.version)  # fmt: skip
            self.notice.say(told, "good")

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                self, share_criteria, forum, values["reason"], seen=_seen(before), then=stands,
                overtaken=partial(self._overtaken, form), undo=_step(before, forum),
            )  # fmt: skip

        AskForm(
            self.window(),
            tr("Give up the forum's own criteria"),
            tr("Those of every forum count for {forum} again, also as they change later. {keeps}",
               forum=forum, keeps=KEEPS),
            (("reason", tr("&Reason"), long_text(3)),),
            tr("&Give up"),
            do,
        ).open()  # fmt: skip

    def _forget(self, forum: str, tried: tuple[Criterion, ...] | None) -> None:
        """Drop what was tried out for the forum that was asked about, which may be in view no more by the answer."""
        if self._tried.get(forum) == tried:
            self._tried.pop(forum, None)

    def _overtaken(self, form: AskForm, _error: Overtaken) -> None:
        """Somebody else put criteria in force meanwhile: theirs stand and are shown, and nothing tried out is lost."""
        form.reject()
        self.notice.say(
            tr(
                "Somebody else put other criteria in force meanwhile; those stand, and nothing was changed. What you "
                "tried out is still here, compared with theirs: put it in force once you have read both."
            ),
            "warn",
        )
        self.refresh()

    def acts(self) -> Sequence[Action]:
        return (
            Action("criteria.add", "Case", tr("&Add a criterion…"), self.add, keys="Ctrl+N"),
            Action("criteria.change", "Case", tr("&Change the criterion…"), self.change_chosen, keys="F2"),
            Action(
                "criteria.adopt", "Case", tr("Put the criteria in &force…"), self.adopt, needs=adopt_criteria
            ),
            Action(
                "criteria.share",
                "Case",
                tr("Give up the forum's o&wn criteria…"),
                self.share,
                needs=share_criteria,
            ),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.people)

    def draft(self) -> Mapping[str, str]:
        return {forum: json.dumps(stored_criteria(tried)) for forum, tried in self._tried.items()}

    def restore(self, kept: Mapping[str, str]) -> None:
        self._tried |= {forum: criteria_from_stored(json.loads(tried)) for forum, tried in kept.items()}
        self.show_rows()


def _seen(row: CriteriaRow) -> dict[str, str]:
    """What stood in force, as the door compares it."""
    return {"criteria": told_criteria(row)}


def _step(before: CriteriaRow, forum: str | None) -> Step:
    """How it is taken back: by the criteria before, or by giving up the forum's own where it had none."""
    why = f"Back to version {before.version}."
    return Step(
        tr("Criteria of {forum}", forum=forum or tr("every forum")),
        lambda now: (
            Call(share_criteria, forum, why, seen=_seen(now))
            if forum and before.forum is None
            else Call(adopt_criteria, before.criteria, why, forum, seen=_seen(now))
        ),
        note=tr("Whom an extract took in meanwhile stays in, with the version that took them in."),
    )
