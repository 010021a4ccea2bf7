"""Taking in an extract, guided: choose the file, name its columns where needed, look at what would change, take in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.extract_headings import HeadingMatch
from app.domain.extract_result import ImportResult
from app.domain.words import Topic
from app.usecases.extract import import_extract, list_extracts, match_columns, preview_extract
from ui.actions import Action
from ui.register import refused
from ui.register.mapping import Mapper
from ui.register.outcome import Outcome, counts_sentence
from ui.screen import Screen
from ui.tasks import Progress, Stopped
from ui.tongue import tr
from ui.undo import Step, cannot
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, card, label, row
from ui.widgets.pick import DayEdit

if TYPE_CHECKING:
    from app.desk import Desk

STEPS = (tr("Choose the file"), tr("Name its columns"), tr("Look at what would change"), tr("Taken in"))


def read_file(path: Path) -> bytes:
    """The bytes of a file somebody named. Raises Refused with a sentence where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            tr(
                "{name} cannot be read ({strerror}); nothing was taken in. "
                "Check the name, close it in other programs, and try again.",
                name=path.name or tr("The file"),
                strerror=error.strerror or tr("no such file"),
            )
        ) from None


class ImportScreen(Screen):
    """Steps one after another; nothing is written before *Take in*."""

    name: ClassVar[str] = "cases-import"
    title: ClassVar[str] = tr("Take in an extract")
    section: ClassVar[str] = "cases"
    help_page: ClassVar[str] = "cases-import"
    topics: ClassVar[frozenset[Topic]] = frozenset()
    states: ClassVar[Mapping[str, str]] = {
        "columns": "show_columns",
        "look": "show_look",
        "error": "show_error",
    }

    def build(self) -> None:
        self.data = b""
        self.result: ImportResult | None = None
        self.match: HeadingMatch | None = None
        self.steps = label("", "strong")
        self.body.addWidget(self.steps)
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("A CSV file or an Excel workbook from IOMS"))
        self.browse_button = button(tr("Bro&wse…"), self.browse)
        self.as_at = DayEdit(tr("As at"), self.desk.today)
        self.look_button = button(tr("&Look at the file"), self.look, look="first")
        self.before_button = button(tr("E&xtracts taken in"), partial(self.open, "cases-extracts"))
        self.pages = QStackedWidget()
        self.body.addWidget(self.pages, 1)
        beginning = QWidget(self.pages)
        column = QVBoxLayout(beginning)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            card(
                label(
                    tr(
                        "Nothing is written until you press Take in. The same file again changes nothing. "
                        "What the forum itself has said stays beside what IOMS says and is never overwritten."
                    )
                ),
                row(buddy(tr("File"), self.path), self.path, self.browse_button),
                flow(
                    (buddy(tr("&As at"), self.as_at), self.as_at, self.as_at.said),
                    label(tr("only where the file has no “As at” column"), "muted", wrap=False),
                ),
                flow(
                    self.look_button,
                    self.before_button,
                    button(tr("All cases"), partial(self.open, "cases")),
                ),
            )
        )
        column.addStretch(1)
        self.mapper, self.outcome = Mapper(self.pages), Outcome(self.pages)
        for page in (beginning, self.mapper, self.outcome):
            self.pages.addWidget(page)
        self.turn_to(0)

    def connect_up(self) -> None:
        self.path.returnPressed.connect(self.look)
        self.mapper.done.connect(self.dry_run)
        self.mapper.back.connect(lambda: self.turn_to(0))
        self.outcome.columns_asked.connect(self.ask_columns)
        self.outcome.take_in_asked.connect(self.take_in)
        self.outcome.save_asked.connect(self.save_rejected)
        self.outcome.again_asked.connect(self.start_again)
        self.outcome.cases_asked.connect(partial(self.open, "cases"))

    def refresh(self) -> None:
        """Nothing to read; who may not take an extract in is told so before choosing a file."""
        self.stale = False
        may = self.desk.may(import_extract)
        for each in (self.path, self.browse_button, self.as_at, self.look_button):
            each.setEnabled(may)
        self.before_button.setEnabled(self.desk.may(list_extracts))
        if not may:
            self.notice.say(
                tr("Only an administrator may take in an extract; the list is as it was."), "warn"
            )

    def turn_to(self, step: int) -> None:
        """Show a step; the words say which is done without colour."""
        told = []
        for number, words in enumerate(STEPS):
            mark = "✓ " if number < step else "▶ " if number == step else ""
            told.append(f"{mark}{number + 1} {words}")
        self.steps.setText("   ›   ".join(told))
        self.steps.setWordWrap(True)
        self.pages.setCurrentIndex(min(step, 2))

    def browse(self) -> None:
        """Ask the computer for a file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose an extract"),
            self.path.text(),
            tr("Extracts (*.csv *.xlsx *.xls *.ods);;All files (*)"),
        )
        if chosen:
            self.path.setText(chosen)
            self.look_button.setFocus()

    @property
    def file_name(self) -> str:
        return Path(self.path.text().strip()).name

    def look(self) -> None:
        """Read the file, see which columns it has, and go on to the dry run where all that is needed is there."""
        if self.as_at.wrong:
            self.notice.say(tr("“{as_at}” is not a day; write dd/mm/yyyy.", as_at=self.as_at.text()), "warn")
            self.as_at.setFocus()
            return
        path, name = Path(self.path.text().strip().strip('"')), self.file_name

        def work(door: Desk, progress: Progress) -> tuple[bytes, HeadingMatch]:
            progress(0, 2, tr("Reading the file"))
            data = read_file(path)
            progress(1, 2, tr("Reading its headings"))
            return data, match_columns(door, name, data)

        self.long(work, self._looked, tr("Looking at the file"))

    def _looked(self, found: tuple[bytes, HeadingMatch]) -> None:
        self.data, self.match = found
        match = self.match
        if match.missing:
            self._name_columns(match)
            self.notice.say(
                tr(
                    "The file has no column called {missing}. "
                    "Say which of its columns it is, or mend the file.",
                    missing=", ".join(f"“{each}”" for each in match.missing),
                ),
                "warn",
            )
            self.mapper.setFocus()
        else:
            self.dry_run({})

    def ask_columns(self) -> None:
        if self.match is not None:
            self._name_columns(self.match)
        self.mapper.setFocus()

    def _name_columns(self, match: HeadingMatch) -> None:
        """Turn to the page before it is filled: where it shows, each choice comes in an event of its own."""
        self.turn_to(1)
        self.mapper.show_match(match)

    def dry_run(self, profile: Mapping[str, str]) -> None:
        """What taking in would do; nothing is written."""
        self.profile = dict(profile)
        name, data, as_at = self.file_name, self.data, self.as_at.day

        def work(door: Desk, progress: Progress) -> ImportResult:
            progress(0, 1, tr("Comparing every row with the register"))
            return preview_extract(door, name, data, as_at, self.profile or None)

        self.long(work, self._previewed, tr("Dry run"))

    def _previewed(self, result: ImportResult) -> None:
        self.result = result
        self.turn_to(2)
        self.outcome.show_result(result, taken_in=False)
        self.tell_status(counts_sentence(result).partition(". ")[0])

    def take_in(self) -> None:
        """Whole or not at all. Cancel stops it before it is written, never halfway."""
        name, data, as_at, profile = self.file_name, self.data, self.as_at.day, self.profile

        def work(door: Desk, progress: Progress) -> ImportResult:
            progress(0, 1, tr("Writing, whole or not at all"))
            return import_extract(door, name, data, as_at, profile or None)

        self.outcome.take_button.setEnabled(False)
        self.long(work, self._taken_in, tr("Taking in the extract"), cannot(import_extract))

    def _taken_in(self, result: ImportResult) -> None:
        self.result = result
        self.turn_to(3)
        self.outcome.show_result(result, taken_in=True)
        self.saved()
        self.notice.say(counts_sentence(result), "good")

    def long(
        self,
        work: Callable[[Desk, Progress], Any],
        then: Callable[[Any], None],
        saying: str,
        undo: Step | None = None,
    ) -> None:
        """Work with the progress strip; what goes wrong is said here and leaves the step as it was."""
        self.notice.hide()
        self.look_button.setEnabled(False)
        self._asked += 1

        def came(result: Any) -> None:
            self.look_button.setEnabled(True)
            then(result)

        def failed(error: Exception) -> None:
            self.look_button.setEnabled(True)
            self.outcome.take_button.setEnabled(True)
            if isinstance(error, Stopped):
                self.notice.say(tr("Cancelled; nothing was taken in."), "warn")
            else:
                self.say_error(error)

        job = self.desk.ask_long(work, then=came, otherwise=failed, owner=self, saying=saying, undo=undo)
        job.ended.connect(self._one_came)

    def save_rejected(self) -> None:
        """The refused rows as they stood, with heading and reason, to be mended and sent again."""
        if self.result is not None and (path := refused.ask_where(self, self.path.text().strip())):
            self.write_rejected(path)

    def write_rejected(self, path: Path) -> None:
        """Write them where somebody said, away from the window's thread."""
        if self.result is None:
            return
        self.long(
            refused.writing(path, self.result.rejected_rows),
            lambda _none: self.notice.say(refused.saved_words(path), "good"),
            tr("Saving"),
        )

    def start_again(self) -> None:
        """Another file."""
        self.data, self.result, self.profile = b"", None, {}
        self.path.clear()
        self.notice.hide()
        self.turn_to(0)
        self.path.setFocus()

    def acts(self) -> Sequence[Action]:
        return (Action("import.browse", "File", tr("&Open an extract…"), self.browse, keys="Ctrl+O"),)

    def panes(self) -> Sequence[QWidget]:
        return (self.path, self.mapper, self.outcome)

    def close_innermost(self) -> bool:
        if super().close_innermost():
            return True
        if self.pages.currentIndex() == 1:
            self.turn_to(0)
            return True
        return False

    # States for pictures.

    def show_columns(self) -> None:
        self.path.setText(tr("ioms-CHC-2026-12.csv"))
        self._name_columns(
            HeadingMatch(
                ("Person number", "Surname", "Given names", "DOB", "Facility", "Forum"),
                {"Surname": "Surname", "Given names": "Given names", "Forum": "Forum"},
                ("PRN", "Date of birth", "Prison"),
            )
        )

    def show_look(self) -> None:
        day = show_date(self.desk.today)
        rows = (
            "PRN,Surname,Given names,Date of birth,Forum,Prison,Statutory release date,As at,Colour",
            f"90000001,Example,Ana,04/05/1988,{self.desk.forum},Rolleston,14/03/2027,{day},blue",
            f"90000002,Example,Hōne,31/02/1979,{self.desk.forum},Rolleston,20/04/2027,{day},green",
            f"90000003,Example,Mele,12/12/1990,{self.desk.forum},Rolleston,01/07/2027,{day},red",
        )
        self.data = "\n".join(rows).encode()
        self.path.setText(tr("ioms-{forum}-2026-12.csv", forum=self.desk.forum))
        self.dry_run({})

    def show_error(self) -> None:
        self.turn_to(0)
        self.path.setText(tr("no-such-extract.csv"))
        self.look()
