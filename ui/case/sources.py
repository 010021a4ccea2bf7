"""Who said it, under seal: what is sealed, sealing it, and opening one seal for sixty seconds (need D3).

Nothing of a source is drawn on any other screen, and what is typed here is in no draft, no saved copy and no undo: it
goes through the door and is gone. An opened one cannot be marked or copied, and is covered by itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout

from app.domain.dates import show_moment
from app.domain.sources import SHOWN_SECONDS, OpenedSource, SourceRow, Statement
from app.usecases.sources import list_sources, list_statements, open_source, seal_source
from ui import words
from ui.models import Column, RowTable
from ui.table import Table
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.ask import SEALED, AskForm, Values
from ui.widgets.flow import flow
from ui.widgets.labels import button, label, row
from ui.widgets.notice import Notice, announce

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen

INTRO = tr(
    "Who said something is sealed: whoever wrote it and a chair in office can open it, nobody else. No paper, file or "
    "search ever has it. Each opening stands in the trail with its reason."
)


class Line(NamedTuple):
    """A statement, and the seal on who said it where there is one."""

    statement: Statement
    seal: SourceRow | None


COLUMNS = (
    Column[Line](tr("What was said"), lambda line: line.statement.sentence, width=40, stretch=True),
    Column[Line](tr("Sealed by"), lambda line: line.seal.writer if line.seal else tr("not sealed"), width=20),
    Column[Line](tr("On"), lambda line: show_moment(line.seal.at) if line.seal else "—", width=17),
    Column[Line](tr("You"), lambda line: _may_words(line), width=13),
)


def _may_words(line: Line) -> str:
    if line.seal is None:
        return tr("may seal it")
    return tr("may open it") if line.seal.opens else tr("may not open it")


def lines_of(seals: Sequence[SourceRow], statements: Sequence[Statement]) -> list[Line]:
    """Each seal, the newest first, then the statements that have none."""
    sealed = {seal.statement.ref for seal in seals}
    free = [Line(each, None) for each in statements if each.ref not in sealed]
    return [*(Line(seal.statement, seal) for seal in seals), *free]


class Shown(QFrame):
    """One opened source: drawn, not to be marked, covered after its time or at once when it is out of sight."""

    clock: ClassVar[Callable[[], float]] = staticmethod(time.monotonic)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.about = label("", "muted")
        self.text = label("", "heading")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.left = label("", "strong")
        self.cover_button = button(tr("Cover it now"), self.cover)
        layout = QVBoxLayout(self)
        for part in (self.about, self.text):
            layout.addWidget(part)
        layout.addLayout(row(self.left, None, self.cover_button))
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.look)
        self.hide()

    def uncover(self, source: OpenedSource) -> None:
        """Show it, from now on for its time."""
        self.about.setText(
            tr(
                "Sealed by {writer} on {at}: {sentence}",
                writer=source.writer,
                at=show_moment(source.at),
                sentence=source.statement.sentence,
            )
        )
        self.text.setText(source.text)
        self._since = type(self).clock()
        self._timer.start()
        self.show()
        self.look()
        announce(self, tr("The source is shown for {shown_seconds} seconds.", shown_seconds=SHOWN_SECONDS))

    def look(self) -> None:
        """Has it been long enough?"""
        left = SHOWN_SECONDS - int(type(self).clock() - self._since)
        if left <= 0:
            self.cover()
            return
        self.left.setText(tr("Covered in {left} s", left=left))

    def cover(self) -> None:
        """Take the text away."""
        self._timer.stop()
        self.text.clear()
        self.about.clear()
        self.left.clear()
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt calls it
        super().hideEvent(event)
        self._timer.stop()
        self.text.clear()


class SourcesDialog(QDialog):
    """The statements of one person's cases and which of them have a sealed source."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__(screen.window())
        self.setWindowTitle(tr("Sealed sources: {person_name}", person_name=screen.person_name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.case, self.prn = screen, screen.prn
        self.notice = Notice()
        self.model = RowTable(COLUMNS, self)
        self.table = Table(self.model, tr("Statements and their seals"))
        self.table.picked.connect(lambda _row: self._buttons())
        self.seal_button = button(tr("Seal who said it…"), self.ask_seal)
        self.open_button = button(tr("Open the seal…"), self.ask_open)
        self.shown = Shown()
        close = button(tr("Close"), self.accept, look="first")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(18), scaled(14), scaled(18), scaled(14))
        for part in (label(tr("Sealed sources"), "heading"), label(INTRO), self.notice):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.shown)
        layout.addWidget(flow(self.seal_button, self.open_button))
        layout.addLayout(row(None, close))
        window = screen.window()
        self.resize(min(letters(self, 100), window.width() - 20), min(scaled(560), window.height() - 20))
        self._buttons()
        self.read()

    def read(self) -> None:
        """What is sealed, and what could be."""

        def came(statements: tuple[Statement, ...]) -> None:
            self.case.ask(
                list_sources, self.prn,
                then=lambda seals: self.fill(lines_of(seals, statements)), otherwise=self._refused,
            )  # fmt: skip

        self.case.ask(
            list_statements, self.prn, then=came, otherwise=self._refused, saying=tr("Reading what is sealed")
        )

    def fill(self, lines: list[Line]) -> None:
        self.model.set_rows(lines)
        if lines:
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.notice.say(tr("Nothing is recorded of this case yet that somebody could have said."), "warn")
        self._buttons()

    def _refused(self, error: Exception) -> None:
        self.notice.say(words.sentence_of(error), "bad")

    @property
    def line(self) -> Line | None:
        chosen: Line | None = self.table.current() if self.model.rows else None
        return chosen

    def _buttons(self) -> None:
        line = self.line
        may = self.case.desk.may
        self.seal_button.setEnabled(line is not None and may(seal_source))
        self.open_button.setEnabled(
            line is not None and line.seal is not None and line.seal.opens and may(open_source)
        )

    def ask_seal(self) -> None:
        """Ask who said it. What is typed stands nowhere else, and is gone with the form."""
        if (line := self.line) is None:
            return
        said = QLineEdit()
        said.setProperty(SEALED, True)

        def do(values: Values, form: AskForm) -> None:
            form.act.setEnabled(False)

            def sealed(seal: SourceRow) -> None:
                said.clear()
                form.accept()
                self.case.saved()
                self.notice.say(tr("Sealed as source {source}.", source=seal.source), "good")
                self.read()

            self.case.ask(
                seal_source, self.prn, line.statement.ref, values["text"],
                then=sealed, otherwise=lambda error: form.say(words.sentence_of(error), said), saying=tr("Sealing"),
            )  # fmt: skip

        AskForm(
            self,
            tr("Seal who said it"),
            f"“{line.statement.sentence}”",
            (("text", tr("&Who said it"), said),),
            tr("Seal"),
            do,
        ).open()

    def ask_open(self) -> None:
        """Ask for the reason, which the trail keeps; then show it for its time."""
        line = self.line
        if line is None or line.seal is None:
            return
        source, reason = str(line.seal.source), QLineEdit()

        def do(values: Values, form: AskForm) -> None:
            form.act.setEnabled(False)

            def came(found: OpenedSource) -> None:
                form.accept()
                self.shown.uncover(found)

            self.case.ask(
                open_source, source, values["reason"],
                then=came, otherwise=lambda error: form.say(words.sentence_of(error), reason), saying=tr("Opening"),
            )  # fmt: skip

        AskForm(
            self,
            tr("Open the seal"),
            tr(
                "It is shown for {shown_seconds} seconds. The trail keeps that you opened it, and why: "
                "name nobody in it.",
                shown_seconds=SHOWN_SECONDS,
            ),
            (("reason", tr("&Reason, in a sentence"), reason),),
            tr("Open"),
            do,
        ).open()

    def done(self, result: int) -> None:
        """Covered first, whichever way it is closed."""
        self.shown.cover()
        super().done(result)
