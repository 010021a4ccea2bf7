"""The record as it stood on a past day, under a band that says so; nothing can be changed here (need A6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.case_list import CaseQuery
from app.domain.documents import RecordSection
from app.domain.errors import ForumDeskError
from app.domain.known import AsKnown
from app.domain.known_words import agenda_sections, case_sections, disclosure_sections, ledger_sections
from app.usecases.case_list import browse_cases
from app.usecases.known import (
    PastPrint,
    list_disclosures_as_known,
    print_as_known,
    see_agenda_as_known,
    show_case_as_known,
    show_ledger_as_known,
)
from ui import words
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values
from ui.widgets.band import Band
from ui.widgets.flow import flow
from ui.widgets.labels import button, label
from ui.widgets.pick import DayEdit, Pick
from ui.widgets.saving import save_pdf

if TYPE_CHECKING:
    from ui.desk import QtDesk

_UNASKED = tr("Choose a day: the record is shown as it stood at its end.")


class PastScreen(Screen):
    """A case, an agenda, a meeting's copies or the disclosures of a forum, as they stood on a day."""

    name: ClassVar[str] = "keeping-past"
    title: ClassVar[str] = tr("As known on a past day")
    section: ClassVar[str] = "settings"
    help_page: ClassVar[str] = "keeping"
    needs = show_case_as_known
    states: ClassVar[Mapping[str, str]] = {"values": "show_values", "give-out": "give_out"}

    def build(self) -> None:
        self.about: dict[str, str] = {}
        self.then: AsKnown[Any] | None = None
        self.sections: tuple[RecordSection, ...] = ()
        self.band = Band()
        self.band.alarm(True)
        self.subject = label("", "heading", wrap=False)
        self.on = DayEdit(tr("Day"), self.desk.today)
        self.show_button = button(tr("Show that day"), self.look, look="first")
        self.part = Pick(tr("Part of the record"))
        self.give_button = button(tr("Give out as PDF…"), self.give_out)
        self.body.addWidget(self.band)
        self.body.addWidget(self.subject)
        self.body.addWidget(
            flow(
                (label(tr("As known on"), wrap=False), self.on, self.on.said),
                self.show_button,
                (label(tr("Part"), wrap=False), self.part),
                self.give_button,
            )
        )
        self.not_kept = label("", "muted")
        self.body.addWidget(self.not_kept)
        self.stack = QStackedWidget()
        self.tables: dict[int, Table] = {}
        """Those of the parts that were looked at, each made when it is turned to."""
        self.body.addWidget(self.stack, 1)

    def connect_up(self) -> None:
        self.on.returnPressed.connect(self.look)
        self.part.activated.connect(self.turn)

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        """A case of the list, as it was a fortnight ago where it was known then."""
        lines = browse_cases(desk.door, desk.forum, CaseQuery(), 0, 1).lines
        prn, day = (lines[0].prn if lines else ""), desk.today - timedelta(days=14)
        try:
            show_case_as_known(desk.door, prn, day)
        except ForumDeskError:
            day = desk.today
        return {"prn": prn, "on": f"{day:%d/%m/%Y}"}

    def go(self, **where: object) -> None:
        """About a case (`prn`), a meeting's agenda (`meeting`) or its copies (`copies`), or a forum (`forum`)."""
        about = {key: str(value) for key, value in where.items() if key != "on" and value}
        if about and about != self.about:
            self.about, self.then, self.stale = about, None, True
            self.on.setText(str(where.get("on", "")) or f"{self.desk.today - timedelta(days=1):%d/%m/%Y}")

    def refresh(self) -> None:
        self.subject.setText(self._words())
        self.give_button.setEnabled(False)
        self.look()

    def _words(self) -> str:
        for key, told in (
            ("prn", tr("Case of PRN")),
            ("copies", tr("Copies of")),
            ("meeting", tr("Agenda of")),
        ):
            if key in self.about:
                return f"{told} {self.about[key]}"
        return (
            tr("What had left {forum}", forum=self.about["forum"])
            if "forum" in self.about
            else tr("Nothing is chosen")
        )

    def look(self) -> None:
        """Ask for that day."""
        day = self.on.day
        if day is None or not self.about:
            self.stale = False
            self.band.say(_UNASKED)
            if self.on.wrong:
                self.notice.say(tr("“{on}” is not a day; write dd/mm/yyyy.", on=self.on.text()), "bad")
            return
        self.notice.hide()
        saying = tr("Taking back what came later")
        if "prn" in self.about:
            self.ask(show_case_as_known, self.about["prn"], day, then=self.fill, saying=saying)
        elif "copies" in self.about:
            self.ask(show_ledger_as_known, self.about["copies"], day, then=self.fill, saying=saying)
        elif "meeting" in self.about:
            self.ask(see_agenda_as_known, self.about["meeting"], day, then=self.fill, saying=saying)
        else:
            self.ask(list_disclosures_as_known, day, self.about["forum"], then=self.fill, saying=saying)

    def fill(self, then: AsKnown[Any]) -> None:
        """Show what was known, part by part, under the band."""
        self.then = then
        self.sections = self._sections(then)
        self.band.say(then.band)
        self.not_kept.setText(" ".join(then.not_kept))
        self.not_kept.setVisible(bool(then.not_kept))
        for table in self.tables.values():
            self.stack.removeWidget(table)
            table.deleteLater()
        self.tables = {}
        self.part.set_choices(
            [
                (f"{section.title} ({len(section.rows)})", number)
                for number, section in enumerate(self.sections)
            ]
        )
        self.give_button.setEnabled(self.desk.may(print_as_known))
        self.turn()

    def _sections(self, then: AsKnown[Any]) -> tuple[RecordSection, ...]:
        record = then.record
        if "prn" in self.about:
            return case_sections(record, then.on)
        if "copies" in self.about:
            return ledger_sections(record.meeting, record.copies, record.ledger)
        return agenda_sections(record) if "meeting" in self.about else disclosure_sections(record)

    def _table(self, section: RecordSection) -> Table:
        shares = section.shares or (1.0,) * len(section.headings)
        widest = shares.index(max(shares))
        columns = [
            Column[tuple[str, ...]](
                heading, itemgetter(at), width=max(8, int(share * 5)), stretch=at == widest
            )
            for at, (heading, share) in enumerate(zip(section.headings, shares, strict=True))
        ]
        model: RowTable[tuple[str, ...]] = RowTable(columns, self)
        model.set_rows(list(section.rows))
        return Table(model, section.title)

    def turn(self) -> None:
        """Show one part of the record."""
        number = self.part.value
        if isinstance(number, int) and number < len(self.sections):
            section = self.sections[number]
            if number not in self.tables:
                self.tables[number] = self._table(section)
                self.stack.addWidget(self.tables[number])
            self.stack.setCurrentWidget(self.tables[number])
            counted = words.counted(len(section.rows), "line", "lines")
            self.tell_status(counted if section.rows else section.empty)

    def give_out(self) -> None:
        """Ask for whom and why, then make the PDF: a line of the disclosure ledger."""
        then, about = self.then, self.about
        if then is None:
            return

        def do(values: Values, form: AskForm) -> None:
            code = about.get("copies") or about.get("meeting", "")
            form.asking(
                self,
                print_as_known,
                then.on,
                values["recipient"],
                values["reason"],
                about.get("prn", ""),
                code,
                "copies" in about,
                about.get("forum", ""),
                then=self.save,
            )

        fields = (("recipient", tr("Who gets it"), QLineEdit()), ("reason", tr("Why"), QLineEdit()))
        intro = tr(
            "{words}, {band}. It is a disclosure: its number and the recipient stand on every page, and "
            "the ledger keeps to whom and why.",
            words=self._words(),
            band=then.band,
        )
        AskForm(self.window(), tr("Give out as PDF"), intro, fields, tr("Make the PDF"), do).open()

    def save(self, made: PastPrint) -> None:
        """Ask where it goes, and write it whole."""
        number = made.number
        save_pdf(
            self, tr("Save the record"), f"as-known-disclosure-{number}.pdf", made.pdf,
            lambda file: tr("Disclosure {number} is in {file}.", number=number, file=file),
            tr("Disclosure {number} is in the ledger, and no file was written: make it again if it was meant to be.",
               number=number),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.on, self.part, *self.tables.values())

    def searched(self) -> QWidget | None:
        return next((each for each in self.tables.values() if each.isVisible()), None)

    # A state for pictures.

    def show_values(self) -> None:
        self.part.set_value(1)
        self.turn()
