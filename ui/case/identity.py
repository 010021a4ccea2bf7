"""The bar that stays: who this is, the record's place in the list, and what is missing, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import CaseRecord
from app.domain.dates import show_date
from app.domain.names import full_name
from ui import words
from ui.case.told import completeness
from ui.register.columns import SHORT_NAMES, dated_long
from ui.register.preview import standing_codes
from ui.theme import relook, scaled
from ui.tongue import tr
from ui.widgets.chips import Chips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import button, fill, label


class Identity(QFrame):
    """Says; asks nobody."""

    moved = Signal(int)
    flags_asked = Signal()
    agenda_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.before = button("◀", lambda: self.moved.emit(-1), tip=tr("Previous case of the list (Alt+Left)"))
        self.before.setAccessibleName(tr("Previous case of the list"))
        self.place = label("", wrap=False)
        self.after = button("▶", lambda: self.moved.emit(1), tip=tr("Next case of the list (Alt+Right)"))
        self.after.setAccessibleName(tr("Next case of the list"))
        self.name = label("", "title", wrap=False)
        self.number = label("", wrap=False)
        self.born = label("", wrap=False)
        self.chips = Chips(opens=True)
        self.date = label("", "strong", wrap=False)
        self.flags_button = button(tr("Flags…"), self.flags_asked.emit, look="link")
        self.agenda_button = button(tr("Add to agenda…"), self.agenda_asked.emit)
        self.complete = label("", "warn")
        self.more_button = button("", self._show_more, look="link")
        self._missing, self._low, self._asked, self._placed = 0, False, False, True
        self._born = self._born_low = self._dated = self._dated_low = ""
        bar = QWidget()
        flow = FlowLayout(bar, grows=True)
        steps = QWidget()
        together = QHBoxLayout(steps)
        together.setContentsMargins(0, 0, 0, 0)
        fill(together, self.before, self.place, self.after)
        parts: tuple[QWidget, ...] = (
            steps, self.name, self.number, self.born, self.more_button, self.chips, self.date, self.flags_button,
            self.agenda_button,
        )  # fmt: skip
        for part in parts:
            flow.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(10), scaled(6), scaled(10), scaled(6))
        layout.addWidget(bar)
        layout.addWidget(self.complete)
        self.fit(low=False)

    def show_case(self, record: CaseRecord, today: date) -> None:
        """Show whom the screen is about and what is missing."""
        self.name.setText(full_name(record.surname, record.given_names))
        self.number.setText(tr("PRN {prn}", prn=record.prn))
        born = show_date(record.date_of_birth)
        self._born = tr("b. {date_of_birth}, aged {age}", date_of_birth=born, age=record.age)
        self._born_low = tr("b. {date_of_birth}", date_of_birth=born)
        self.chips.set_codes(standing_codes(record))
        anchor = record.case.anchor if record.case else None
        self._dated = dated_long(anchor, today)
        self._dated_low = f"{SHORT_NAMES[anchor.name]} {show_date(anchor.day)}" if anchor else self._dated
        missing = completeness(record, today)
        self.complete.setText(
            "! " + " · ".join(missing) if missing else tr("✓ Nothing is missing for the milestones reached.")
        )
        relook(self.complete, "warn" if missing else "good")
        self._missing, self._asked = len(missing), False
        self.fit(self._low)

    def fit(self, low: bool) -> None:
        """Where there is little height the first row of a tab is in view: what the menus, the status bar and other tabs
        say too stands back, and what is missing is a number until somebody asks for it."""
        self._low = low
        for part in (self.flags_button, self.agenda_button):
            part.setVisible(not low)
        self.born.setText(self._born_low if low else self._born)
        self.date.setText(self._dated_low if low else self._dated)
        self.place.setVisible(self._placed and not low)
        self.more_button.setVisible(low and self._missing > 0)
        self.complete.setVisible(not low or self._asked)
        what = words.counted(self._missing, "thing missing or late", "things missing or late")
        self.more_button.setText(
            tr("Hide them") if self._asked else tr("! {count} to see to…", count=self._missing)
        )
        self.more_button.setToolTip(what)
        self.more_button.setAccessibleName(
            tr("Hide them") if self._asked else tr("{what}: show them", what=what)
        )

    def _show_more(self) -> None:
        self._asked = not self._asked
        self.fit(self._low)

    def show_none(self, prn: str) -> None:
        """Of whom nothing is read yet: the number alone, and nothing of whoever stood here before."""
        self._born = self._born_low = self._dated = self._dated_low = ""
        for part in (self.name, self.born, self.date, self.complete):
            part.setText("")
        self.number.setText(tr("PRN {prn}", prn=prn))
        self.chips.set_codes(())
        self.agenda_button.setEnabled(False)
        self._missing, self._asked = 0, False
        self.fit(self._low)

    def show_place(self, place: int, of: int) -> None:
        """`12 of 63`; hidden where one came without a list."""
        self._placed = of > 0
        for part in (self.before, self.after):
            part.setVisible(of > 0)
        self.place.setVisible(of > 0 and not self._low)
        self.place.setText(tr("{place} of {of:,}", place=place, of=of))
        self.before.setEnabled(place > 1)
        self.after.setEnabled(0 < place < of)
