"""Which column of a file is which heading of ours, for a file that names them in its own way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.extract_fields import FIELDS
from app.domain.extract_headings import HeadingMatch
from ui.tongue import tr
from ui.widgets.labels import buddy, button, clear, label, row
from ui.widgets.pick import Pick


class Mapper(QFrame):
    """Our headings with a choice of the file's columns beside each; those still missing stand first."""

    done = Signal(dict)
    """Our heading to theirs, only where it had to be said."""
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.picks: dict[str, Pick] = {}
        self._own: dict[str, str] = {}
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._grid.setColumnStretch(2, 1)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inner)
        layout = QVBoxLayout(self)
        layout.addWidget(label(tr("Which of the file's columns is which"), "heading"))
        layout.addWidget(
            label(tr("What must be there stands first. A heading left at “not in the file” stays blank."))
        )
        layout.addWidget(scroll, 1)
        self.next_button = button(tr("&Go on"), self._done, look="first")
        layout.addLayout(row(self.next_button, button(tr("Another file"), self.back.emit), None))

    def show_match(self, match: HeadingMatch) -> None:
        """Show what was found by itself and what is missing."""
        clear(self._grid)
        self._own = dict(match.matched)
        self.picks = {}
        ordered = sorted(FIELDS, key=lambda f: (f.heading not in match.missing, not f.required))
        choices: list[tuple[str, object]] = [(tr("not in the file"), "")]
        choices += [(heading, heading) for heading in match.headings if heading.strip()]
        for line, field in enumerate(ordered):
            pick = Pick(tr("Column for {heading}", heading=field.heading), choices)
            pick.set_value(match.matched.get(field.heading, ""))
            state = (
                tr("● must be there") if field.heading in match.missing
                else tr("✓ found") if field.heading in match.matched
                else tr("– not in the file")
            )  # fmt: skip
            self._grid.addWidget(buddy(field.heading, pick), line, 0)
            self._grid.addWidget(pick, line, 1)
            self._grid.addWidget(label(f"{state}. {field.meaning.replace('`', '')}", "muted"), line, 2)
            self.picks[field.heading] = pick
        first = next(iter(self.picks.values()))
        self.setFocusProxy(first)
        before: QWidget = first
        for pick in list(self.picks.values())[1:]:
            QWidget.setTabOrder(before, pick)
            before = pick
        QWidget.setTabOrder(before, self.next_button)

    def _done(self) -> None:
        chosen = {heading: str(pick.value or "") for heading, pick in self.picks.items()}
        self.done.emit(
            {ours: theirs for ours, theirs in chosen.items() if theirs and theirs != self._own.get(ours)}
        )
