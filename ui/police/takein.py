"""Taking in the workbook that Police returned: which file, under which passphrase, and what was found (need X4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.police_exchange import ExchangeLine, TakenIn
from app.domain.police_under_review import Over, UnderReview, WouldReplace
from app.domain.words import Topic
from app.usecases import police
from ui import words
from ui.actions import Action
from ui.police.files import import_from
from ui.police.words import StepsBar
from ui.screen import Screen
from ui.signin.fields import PassphraseEdit
from ui.theme import letters
from ui.tongue import tr
from ui.undo import cannot
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.pick import Pick

_BY_ITSELF = tr("What the file says itself")


class ImportScreen(Screen):
    """One form, then what was found in the file; nothing of it becomes a value here."""

    name: ClassVar[str] = "police-import"
    comes_next = ("police-review",)
    title: ClassVar[str] = tr("Import the file that Police returned")
    section: ClassVar[str] = "police"
    help_page: ClassVar[str] = "police"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.POLICE})
    needs = police.take_in_police
    states: ClassVar[Mapping[str, str]] = {"no-file": "start", "replace": "show_asking"}

    def build(self) -> None:
        self.taken: TakenIn | None = None
        self.steps = StepsBar(4)
        self.body.addWidget(self.steps)
        self.file = QLineEdit()
        self.file.setPlaceholderText(tr("The workbook as it came back"))
        self.choose_button = button(tr("Choose…"), self.choose)
        self.secret = PassphraseEdit(tr("Passphrase, where Police chose another"))
        self.secret.setMaximumWidth(letters(self, 60))
        self.which = Pick(tr("Exchange it belongs to"), [(_BY_ITSELF, None)])
        self.start_button = button(tr("&Read the file"), self.start, look="first")
        self.form = QWidget()
        layout = QVBoxLayout(self.form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            label(tr("The file is read and laid beside what stands here. Nothing is written into a case before you "
                  "review it and choose Apply."))
        )  # fmt: skip
        layout.addLayout(row(buddy(tr("Returned fi&le"), self.file), self.file, self.choose_button))
        layout.addWidget(
            card(
                buddy(tr("Passphrase, &only if Police chose another"), self.secret),
                self.secret,
                label(tr("Left empty, the passphrases kept with the exchanges are tried."), "muted"),
                flow((buddy(tr("&Belongs to"), self.which), self.which)),
                label(
                    tr("Choose an exchange only for a file that has lost both its name and its seals."),
                    "muted",
                ),
            )
        )
        layout.addLayout(row(self.start_button, button(tr("Cancel"), self.to_list), None))
        layout.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.form)
        self.stack.addWidget(self._done_page())
        self.stack.addWidget(self._asking_page())
        self.body.addWidget(self.stack, 1)

    def _done_page(self) -> QWidget:
        self.done_title = label("", "heading")
        self.done_words = label("")
        self.review_button = button(tr("Review the a&nswers"), self.to_review, look="first")
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                self.done_title, self.done_words,
                row(self.review_button, button(tr("To the exchan&ges"), self.to_list), None),
            )
        )  # fmt: skip
        layout.addStretch(1)
        return page

    def _asking_page(self) -> QWidget:
        """An interruption before a review that is under way goes on with another file."""
        self.asking_words = label("")
        self.over_button = button(tr("&Review this file in its place"), self.start_over, look="danger")
        self.keep_button = button(tr("&Keep the one under review"), self.keep, look="first")
        self.asking = QWidget()
        layout = QVBoxLayout(self.asking)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            card(
                label(tr("Another reply is under review"), "heading"), self.asking_words,
                flow(self.over_button, self.keep_button),
            )
        )  # fmt: skip
        layout.addStretch(1)
        return self.asking

    def connect_up(self) -> None:
        self.file.returnPressed.connect(self.start)
        self.secret.returnPressed.connect(self.start)

    def go(self, **where: object) -> None:
        if file := str(where.get("file", "")):
            self.file.setText(file)
        self.stack.setCurrentWidget(self.form)
        self.steps.set_step(4)
        self.notice.hide()
        self.stale = True
        self.file.setFocus()

    def refresh(self) -> None:
        self.ask(police.list_exchanges, then=self._exchanges, saying=tr("Reading the exchanges"))

    def _exchanges(self, rows: tuple[ExchangeLine, ...]) -> None:
        mine = [each.exchange for each in rows if each.forum == self.desk.forum]
        self.which.set_choices([(_BY_ITSELF, None), *((each, each) for each in mine)])
        self.tell_status(words.counted(len(mine), "exchange"))

    def choose(self) -> None:
        at = self.file.text() or str(self.settings.value("police-back-folder", "") or Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Returned workbook"), at, tr("Excel workbooks (*.xlsx *.xlsm)")
        )
        if name:
            self.file.setText(name)

    def start(self) -> None:
        """Read the file and stage its answers; a reply under review is asked about first."""
        self._read(Over.NOTHING)

    def start_over(self) -> None:
        """Yes: the review goes on with this file."""
        self.stack.setCurrentWidget(self.form)
        self._read(Over.ALL)

    def keep(self) -> None:
        """No: back to the form, with nothing changed."""
        self.stack.setCurrentWidget(self.form)
        self.file.setFocus()

    def _read(self, over: Over) -> None:
        if not self.start_button.isEnabled():
            return
        if not self.file.text().strip():
            self.notice.say(tr("Choose the file that came back; nothing was taken over."), "warn")
            self.file.setFocus()
            return
        file = Path(self.file.text().strip()).expanduser()
        self.settings.setValue("police-back-folder", str(file.parent))
        self.notice.hide()
        self.start_button.setEnabled(False)
        self.ask(
            import_from, file, self.secret.text() or None, self.which.value, over,
            undo=cannot(police.take_in_police),
            then=self._took, otherwise=self._not_taken, saying=tr("Reading the returned workbook"),
        )  # fmt: skip

    def _took(self, taken: TakenIn) -> None:
        self.taken = taken
        self.start_button.setEnabled(True)
        self.secret.wipe()
        self.file.clear()
        again = tr("Already imported for {exchange}; nothing new", exchange=taken.exchange)
        self.done_title.setText(
            again if taken.again else tr("✓ {exchange} came back", exchange=taken.exchange)
        )
        self.done_words.setText("\n".join(found_lines(taken)))
        self.steps.set_step(5)
        self.stack.setCurrentIndex(1)
        self.review_button.setFocus()
        if not taken.again:
            self.saved()
        self.tell_status(tr("{answers} taken in", answers=words.counted(taken.cells, "answer")))

    def _not_taken(self, error: Exception) -> None:
        self.start_button.setEnabled(True)
        if not isinstance(error, WouldReplace):
            self.say_error(error)
            return
        self.asking_words.setText(asking_words(error))
        self.stack.setCurrentWidget(self.asking)
        self.keep_button.setFocus()

    def to_review(self) -> None:
        if self.taken is not None:
            self.open("police-review", exchange=self.taken.exchange)

    def to_list(self) -> None:
        self.open("police", **({"exchange": self.taken.exchange} if self.taken else {}))

    def show_asking(self) -> None:
        """As where the wrong file was chosen, for a picture."""
        stands = UnderReview("CHC-returned.xlsx", self.desk.today, 423, 5, applied=False)
        self._not_taken(WouldReplace("CHC-returned-2.xlsx", 380, stands))

    def may_leave(self) -> bool:
        self.secret.wipe()
        return True

    def acts(self) -> Sequence[Action]:
        return (
            Action("police.read", "Police", tr("&Read the returned file"), self.start, needs=police.take_in_police,
                   enabled=lambda: self.stack.currentWidget() is self.form),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.file, self.secret, self.which, self.review_button, self.keep_button)

    def close_innermost(self) -> bool:
        if super().close_innermost():
            return True
        if self.stack.currentWidget() is self.asking:
            self.keep()
            return True
        return False


def asking_words(error: WouldReplace) -> str:
    """What the review has now, what the other file has, and what becomes of either."""
    stands = error.stands
    return tr(
        "•  Under review: {file_name}, came {came_on}, "
        "{answers}, {decided} decided\n"
        "•  This file: {name}, {error_answers}\n"
        "•  What was decided on an answer that stands in both is kept\n"
        "•  The file that is not reviewed can be imported again, and then goes on as it was",
        file_name=stands.file_name,
        came_on=show_date(stands.came_on),
        answers=words.counted(stands.answers, "answer"),
        decided=stands.decided,
        name=error.name,
        error_answers=words.counted(error.answers, "answer"),
    )


def found_lines(taken: TakenIn) -> list[str]:
    """What reading a file found, each thing on its line."""
    counts = taken.counts
    lines = [f"•  {words.counted(counts.rows, 'row')}, {words.counted(taken.cells, 'answer')}"]
    if taken.again:
        lines = [tr("•  {rows}, read before", rows=words.counted(counts.rows, "row"))]
    for count, told in (
        (counts.ours_changed, tr("with cells of ours changed: their answers are looked at one by one")),
        (counts.unknown_row, tr("that no seal of this exchange stands on: a chair says whose they are")),
        (counts.duplicate, tr("more than once")),
        (
            counts.missing,
            tr(
                "did not come back: applied so, a case without its row stands on the agenda as “Police: no reply”"
            ),
        ),
        (taken.added_people, tr("added by Police about aliases and people")),
    ):
        if count:
            lines.append(f"•  {words.counted(count, 'row')} {told}")
    if taken.refused:
        lines.append(
            tr(
                "•  {cells} cannot be read as written: fix or ask back",
                cells=words.counted(len(taken.refused), "cell"),
            )
        )
    if taken.replaced:
        lines.append(
            tr(
                "•  It takes the place of a file that was not applied, which can be imported again; decided as there: "
            )
            + words.counted(taken.kept, "answer")
        )
    return [*lines, *(f"•  {note}" for note in taken.notes)]
