"""The chair's own evaluation of a meeting in one minute, and its trend (need M9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.evaluation import (
    LEAST,
    MOST,
    SCALE,
    EvaluationDraft,
    EvaluationRow,
    EvaluationTrend,
    statements,
)
from app.domain.words import Topic
from app.usecases.evaluation import evaluate_meeting, see_evaluations
from ui import words
from ui.actions import Action
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled, tones
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import Pick

_LAST = 12
"""Meetings in the picture: a year's."""


class EvaluationScreen(Screen):
    """How chairs saw the meetings: a picture of the means, and the scores as a table."""

    name: ClassVar[str] = "meeting-evaluation"
    title: ClassVar[str] = tr("The chair's evaluation")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "evaluation"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS})
    needs = see_evaluations
    states: ClassVar[Mapping[str, str]] = {"score": "score"}

    def build(self) -> None:
        self.trend: EvaluationTrend | None = None
        self.which = Pick(tr("Meeting to evaluate"))
        self.score_button = button(tr("Eval&uate it…"), self.score, look="first")
        self.choice = flow(label(tr("Meeting"), wrap=False), self.which, self.score_button)
        self.body.addWidget(self.choice)
        self.finding = label("", "heading")
        self.body.addWidget(self.finding)
        self.picture = TrendPicture()
        self.body.addWidget(self.picture)
        self.scale = label(SCALE, "muted")
        self.body.addWidget(self.scale)
        columns = (
            Column[EvaluationRow](tr("Meeting"), lambda each: show_date(each.day), width=13, told=self._told),
            *(self._column(each.code) for each in statements()),
            Column[EvaluationRow](tr("Mean"), lambda row: str(row.mean), width=8),
            Column[EvaluationRow](tr("Note"), lambda row: row.note, width=24, stretch=True),
        )
        self.model = RowTable(columns, self)
        self.table = Table(self.model, tr("Scores by meeting"))
        self.body.addWidget(self.table, 1)
        meanings = " · ".join(f"{each.code.capitalize()}: {each.words}" for each in statements())
        self.meanings = label(meanings, "muted")
        self.body.addWidget(self.meanings)
        self.empty = EmptyState()
        self.body.addWidget(self.empty, 1)
        self.empty.hide()

    @staticmethod
    def _column(code: str) -> Column[EvaluationRow]:
        def shown(row: EvaluationRow) -> str:
            score = row.score(code)
            return "" if score is None else str(score)

        return Column[EvaluationRow](code.capitalize(), shown, width=9)

    @staticmethod
    def _told(row: EvaluationRow) -> str:
        scores = ", ".join(f"{code} {score}" for code, score in row.scores)
        return tr("{day}, mean {mean} of 5: {scores}", day=show_date(row.day), mean=row.mean, scores=scores)

    def refresh(self) -> None:
        if not self.desk.forum:
            self.stale = False
            self.finding.setText(tr("No forum yet"))
            return
        self.ask(see_evaluations, self.desk.forum, then=self.fill, saying=tr("Reading the evaluations"))

    def fill(self, trend: EvaluationTrend) -> None:
        """The trend; the last closed meeting without an evaluation is offered first."""
        self.trend = trend
        evaluated = [row.meeting for row in trend.rows]
        self.which.set_choices([(code, code) for code in (*reversed(trend.waiting), *reversed(evaluated))])
        some = bool(trend.waiting or evaluated)
        self.score_button.setEnabled(some and self.desk.may(evaluate_meeting))
        self.finding.setText(f"{trend.finding}.")
        self.picture.show_rows(trend.rows[-_LAST:])
        for part in (self.finding, self.picture, self.scale, self.table, self.meanings):
            part.setVisible(bool(trend.rows))
        self.empty.setVisible(not trend.rows)
        if trend.waiting:
            asks = tr("A minute after each meeting: six statements, a number from 1 to 5 for each.")
            self.empty.say(
                tr("No meeting is evaluated yet"),
                asks,
                (tr("Evaluate {waiting}", waiting=trend.waiting[-1]), self.score),
            )
        else:
            self.empty.say(
                tr("No meeting to evaluate yet"), tr("A meeting is evaluated by its chair once it is closed.")
            )
        self.model.set_rows(tuple(reversed(trend.rows)))
        if trend.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.tell_status(tr("{meetings} evaluated", meetings=words.counted(len(trend.rows), "meeting")))

    def score(self) -> None:
        """Ask for a number from 1 to 5 under each statement."""
        meeting = str(self.which.value or "")
        if not meeting:
            return
        numbers: list[tuple[str, object]] = [("choose", None), *((str(n), n) for n in range(LEAST, MOST + 1))]
        fields: list[tuple[str, str, QWidget]] = [
            (each.code, each.words, Pick(each.words, numbers)) for each in statements()
        ]
        fields.append(("note", tr("What you &add, if anything"), long_text(2)))

        def do(values: Values, form: AskForm) -> None:
            given = {each.code: values[each.code] for each in statements() if values[each.code] is not None}
            try:
                draft = EvaluationDraft(given, values["note"])
            except Refused as refused:
                form.say(refused.sentence)
                return
            form.asking(self, evaluate_meeting, meeting, draft, then=lambda _row: self.refresh())

        AskForm(
            self.window(), tr("Evaluate {meeting}", meeting=meeting), SCALE, fields, tr("Save"), do
        ).open()

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "evaluation.score", "Meeting", tr("&Evaluate a meeting…"), self.score, keys="Ctrl+N",
                needs=evaluate_meeting, enabled=self.score_button.isEnabled,
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.which, self.table)


class TrendPicture(QWidget):
    """One bar a meeting, as high as its mean, with the number over it; the table under it says the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[EvaluationRow] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        return QSize(scaled(360), scaled(150))

    def show_rows(self, rows: Sequence[EvaluationRow]) -> None:
        """Other meetings, oldest first."""
        self._rows = rows
        told = ", ".join(f"{show_date(row.day)} {row.mean}" for row in rows)
        self.setAccessibleName(tr("Mean score by meeting, of 5: {told}", told=told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt calls it
        del event
        if not self._rows:
            return
        colours = tones()
        painter = QPainter(self)
        letter = painter.fontMetrics().height()
        foot, top = self.height() - letter - scaled(4), letter + scaled(4)
        step = min(self.width() / len(self._rows), float(scaled(120)))
        painter.setPen(QPen(QColor(colours.line)))
        for mark in range(LEAST, MOST + 1):
            y = foot - (foot - top) * mark / MOST
            painter.drawLine(0, int(y), int(step * len(self._rows)), int(y))
        for at, row in enumerate(self._rows):
            high = (foot - top) * row.mean / MOST
            bar = QRectF(at * step + step * 0.2, foot - high, step * 0.6, high)
            painter.fillRect(bar, QColor(colours.accent))
            painter.setPen(QColor(colours.text))
            over = QRectF(at * step, foot - high - letter - 2, step, letter)
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(row.mean))
            under = QRectF(at * step, foot + 2, step, letter)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"{row.day:%d/%m}")
        painter.end()
