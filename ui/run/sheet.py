"""One case, large: who it is, how long is left, and a card for everything the table needs to know."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.run import TableCase
from app.domain.stand_in import is_withheld
from app.domain.words import Track
from ui.run.ring import Ring
from ui.run.told import CARDS, aliases, flags, identity, listed_name, track_words
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.chips import Chips, words_of
from ui.widgets.labels import column, label, row

_TWO_COLUMNS = 560
"""From this width (at 100 %) two cards stand side by side."""


class Card(QFrame):
    """A heading and a text that is as high as it needs to be."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text = label("", "large")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        layout.setSpacing(scaled(4))
        layout.addWidget(label(title, "strong"))
        layout.addWidget(self.text)
        layout.addStretch(1)


class CaseSheet(QScrollArea):
    """Shows what it is handed; whether that is safe for a room was decided before."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = label("", "huge")
        self.identity = label("", "large")
        self.aliases = label("", "muted")
        self.track = label("", "strong")
        self.leaving = label("", "warn")
        self.chips = Chips()
        self.ring = Ring()
        self.cards = [Card(title) for title, _ in CARDS]
        self._inner = QWidget()
        self.setWidget(self._inner)
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(0, 0, scaled(8), 0)
        layout.setSpacing(scaled(8))
        self.flags = label("", "muted")
        who = column(
            self.name,
            self.identity,
            self.aliases,
            self.track,
            self.leaving,
            row(self.chips, self.flags, None),
            None,
        )
        head = row()
        head.addLayout(who, 1)
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        self._columns = 0
        self._both = QHBoxLayout()
        self._both.setSpacing(scaled(8))
        for side in self._sides:
            side.setSpacing(scaled(8))
            side.addStretch(1)
            self._both.addLayout(side)
        layout.addLayout(self._both)
        layout.addStretch(1)
        self._place(2)

    def show_case(self, case: TableCase, track: Track, pulled_by: str) -> None:
        """Show another case, from its top."""
        self.name.setText(listed_name(case.item))
        self.identity.setText(identity(case))
        self.aliases.setText(aliases(case))
        self.aliases.setVisible(bool(case.sheet.aliases))
        self.track.setText(track_words(case, track, pulled_by))
        self.leaving.setText(tr("⇥ Leave the room: {leaving}", leaving=", ".join(case.leaving)))
        self.leaving.setVisible(bool(case.leaving))
        codes = flags(case.sheet)
        self.chips.set_codes(codes)
        withheld = is_withheld(case.item.prn)
        self.flags.setText("" if withheld else words_of(codes).capitalize())
        for card, (_, told) in zip(self.cards, CARDS, strict=True):
            card.text.setText("" if withheld else told(case))
            card.setVisible(not withheld)
        # Its width is final once whatever shows this sheet for the first time has been laid out.
        QTimer.singleShot(0, self, self._fit)
        self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Have every card as high as its text.

        A wrapped text knows its height once it has its width, and layouts within layouts keep what they were told
        before: so each text is told by itself.
        """
        if (layout := self._inner.layout()) is not None:
            layout.activate()
        for card in self.cards:
            card.text.setMinimumHeight(max(0, card.text.heightForWidth(card.text.width())))

    def words(self) -> str:
        """Everything that can be read here, for whoever checks what a room sees."""
        texts = [self.name.text(), self.identity.text(), self.aliases.text(), self.track.text()]
        return "\n".join((*texts, *(card.text.text() for card in self.cards)))

    def _place(self, columns: int) -> None:
        """Cards one under the other, in one column or two: a short card leaves no hole beside a long one."""
        if columns == self._columns:
            return
        self._columns = columns
        # Taken out by name: an item that was only taken from its layout lives on, and keeps the layout from hearing
        # that the card has another height.
        for number, card in enumerate(self.cards):
            for side in self._sides:
                side.removeWidget(card)
            side = self._sides[number % columns]
            side.insertWidget(side.count() - 1, card)
        for number in range(len(self._sides)):
            self._both.setStretch(number, 1 if number < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        super().resizeEvent(event)
        self._place(2 if self.viewport().width() >= scaled(_TWO_COLUMNS) else 1)
        self._fit()
