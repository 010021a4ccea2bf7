"""Cards of the home screen: lines of a sign, a sentence and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.domain.meeting_needs import Standing
from ui.theme import letters, scaled
from ui.tongue import tr
from ui.widgets.chart import ChartView
from ui.widgets.labels import button, column, label, row

if TYPE_CHECKING:
    from app.usecases.figures import FigurePictures

SIGNS = {
    Standing.DONE: tr("✓ done"),
    Standing.TO_DO: tr("○ to do"),
    Standing.LATE: tr("! late"),
    Standing.LATER: tr("… later"),
}


class Lead(NamedTuple):
    """One line of a card. `lead` is the words of its link; `go` is where it goes, None for a line without a link."""

    sign: str
    sentence: str
    lead: str = ""
    go: Callable[[], object] | None = None
    strong: bool = False


class Card(QFrame):
    """A heading with lines under it; made anew each time."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.heading = label(title, "heading")
        self.told = label("", "muted")
        self.told.hide()
        self.lines: list[Lead] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._made: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.told)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    def say(self, title: str, told: str = "") -> None:
        """Another heading, with a line under it."""
        self.heading.setText(title)
        self.told.setText(told)
        self.told.setVisible(bool(told))

    def show_lines(self, lines: list[Lead]) -> None:
        """Other lines."""
        self.lines = lines
        for old in self._made:
            self._grid.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._made = []
        for at, line in enumerate(lines):
            sign = label(line.sign, "strong" if line.strong else "", wrap=False)
            sign.setMinimumWidth(letters(sign, 9) if line.sign else 0)
            sentence = label(line.sentence, "strong" if line.strong else "")
            self._put(sign, at, 0)
            self._put(sentence, at, 1)
            if line.go is not None:
                link = button(line.lead, line.go, look="link")
                link.setAccessibleName(f"{line.lead}: {line.sentence}")
                self._put(link, at, 2)

    @property
    def links(self) -> list[QWidget]:
        """The links of the lines, from the top."""
        return [each for each in self._made if not isinstance(each, QLabel)]

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        if isinstance(widget, QLabel):
            self._grid.addWidget(widget, row, column)
        else:
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignRight)
        self._made.append(widget)


_BARS = 5
"""Of a picture on a card: it is the first glance, and the screen of figures has them all."""


class PicturesCard(QFrame):
    """Workload, milestones and actions at a glance; their numbers stand on the screen of figures."""

    KEYS = ("releases", "milestones", "actions")

    def __init__(self, go: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.views = [ChartView(_BARS) for _ in self.KEYS]
        self.found = [label("") for _ in self.KEYS]
        for each in self.found:
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.link = button(tr("Figures"), go, look="link")
        self.link.setAccessibleName(tr("Figures: the numbers of these pictures"))
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.setSpacing(scaled(16))
        for found, view in zip(self.found, self.views, strict=True):
            self.line.addLayout(column(found, view, None), 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row(label(tr("The forum in pictures"), "heading", wrap=False), None, self.link))
        layout.addLayout(self.line)

    def show_pictures(self, pictures: FigurePictures) -> None:
        """Draw them anew; a reader of the screen hears what each finds."""
        for found, view, chart in zip(self.found, self.views, pictures.charts, strict=True):
            view.show_chart(chart)
            found.setText(chart.finding)

    def turn(self, side: QBoxLayout.Direction) -> None:
        """Beside each other, or one under the other on a narrow window."""
        self.line.setDirection(side)
