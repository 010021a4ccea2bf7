"""What a person typed and the register did not take: it stays where it was typed, and may be kept as their own file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.files import write_whole
from ui import words
from ui.tongue import tr
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ui.screen import Screen


class Unsaved:
    """Says so in a notice, with *Try again* and *Save a copy*; `texts` are headings with what was typed under them."""

    def __init__(
        self,
        screen: Screen,
        notice: Notice,
        what: str,
        texts: Mapping[str, str],
        again: Callable[[], object],
    ) -> None:
        self._screen, self._notice, self._what, self._texts = screen, notice, what, dict(texts)
        self._acts = ((tr("Try again"), again), (tr("Save a copy…"), self.save_copy))

    @staticmethod
    def where(parent: QWidget, proposed: str) -> str:
        """Asks for the file; empty where the person thinks better of it."""
        return QFileDialog.getSaveFileName(
            parent, tr("Save a copy of your text (not encrypted)"), proposed, tr("Text (*.txt)")
        )[0]

    def say(self, error: Exception) -> None:
        """What happened, what is safe, what to do."""
        said = words.sentence_of(error)
        told = words.Told(
            tr("{what} is not saved. Your text is still here. {said}", what=self._what, said=said),
            said.details,
        )
        self._notice.say(told, "bad", *self._acts)
        self._notice.keeps = True

    def save_copy(self) -> None:
        """Write what was typed, away from the window's thread, to the file that the person names."""
        name = self.where(self._notice.window(), f"{self._what}.txt")
        if not name:
            return
        text = "\n\n".join(f"{heading}\n{typed}" for heading, typed in self._texts.items()) + "\n"

        def work() -> None:
            write_whole(Path(name), text.encode("utf-8-sig"))

        self._screen.desk.tasks.run(
            work, self._copied(name), self.say, owner=self._notice, saying=tr("Saving a copy")
        )

    def _copied(self, name: str) -> Callable[[object], None]:
        told = tr(
            "A copy of your text is in {name}, not encrypted: delete it once it is in the register. {what} "
            "is still not saved here.",
            name=name,
            what=self._what,
        )

        def say(_none: object) -> None:
            self._notice.say(told, "warn", *self._acts)
            self._notice.keeps = True

        return say


def may_be_tried_again(error: Exception) -> bool:
    """Whether saving failed by no fault of what was typed: somebody else was writing, or the place gave no answer."""
    from app.domain.errors import Busy, Refused, Unreachable

    return isinstance(error, (Busy, Unreachable)) or not isinstance(error, Refused)
