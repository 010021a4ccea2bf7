"""What services say: adding it, and, for whoever may seal it, who said it, under a seal at once (need D3); and asking
those that have said nothing, for silence is never taken for none.

Who said it is typed here and goes through the door alone: it is in no draft and no saved copy, and the field forgets it
with the form.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.domain.case_drafts import InformationDraft
from app.domain.cases import CaseRecord
from app.domain.dates import show_date, show_long_date
from app.domain.information import asked_until
from app.domain.words import Grade, Handling, Service
from app.usecases.cases import add_information
from app.usecases.meeting import ask_service as asking_case
from app.usecases.sources import seal_source
from ui import words
from ui.case.forms import tells, today_field
from ui.case.steps import action_given
from ui.case.told import said
from ui.meeting.words import service_words
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import SEALED, Asked, AskForm, Values, long_text
from ui.widgets.labels import button, label
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.case.screen import CaseScreen


ASK = tr("Ask for it (makes an action)")
ASK_TIP = tr("Due in ten working days; it stands under “Actions”.")


class SilentServices(QWidget):
    """A sentence for each service that has said nothing, with the button that asks it, or by when it was asked."""

    def __init__(self, screen: CaseScreen) -> None:
        super().__init__()
        self._screen = screen
        self.told: dict[Service, QLabel] = {}
        self.asks: dict[Service, QPushButton] = {}
        lines = QGridLayout(self)
        lines.setContentsMargins(0, scaled(4), 0, scaled(4))
        lines.setVerticalSpacing(scaled(2))
        lines.setColumnStretch(2, 1)
        for at, service in enumerate(Service):
            told, ask = label("", wrap=False), button(ASK, partial(ask_service, screen, service), tip=ASK_TIP)
            ask.setAccessibleName(
                tr("Ask {service} for it (makes an action)", service=service_words(service))
            )
            lines.addWidget(told, at, 0)
            lines.addWidget(ask, at, 1)
            self.told[service], self.asks[service] = told, ask

    def fill(self, record: CaseRecord) -> None:
        is_open = record.case is not None and record.case.closed is None
        heard = {row.service for row in said(record)}
        silent = [service for service in Service if service.value not in heard]
        for service in Service:
            due = asked_until(record.actions, service)
            name = service_words(service)
            self.told[service].setText(
                tr("{service}: nothing yet.", service=name)
                if due is None
                else tr("{service}: nothing yet, asked by {due}.", service=name, due=show_date(due))
            )
            self.told[service].setVisible(service in silent)
            can = service in silent and due is None and is_open and self._screen.desk.may(asking_case)
            self.asks[service].setVisible(can)
        self.setVisible(bool(silent) and record.case is not None)


def ask_service(screen: CaseScreen, service: Service) -> None:
    """Ask a service what it holds: one press, taken back with Ctrl+Z."""
    name = service_words(service)
    screen.ask(
        asking_case, screen.prn, service,
        then=lambda row: screen.did(
            tr("{service} are asked; the action is due {due}.", service=name, due=show_long_date(row.due))
        ),
        undo=action_given(screen.person_name), saying=tr("Saving"),
    )  # fmt: skip


def information(screen: CaseScreen) -> None:
    """What a service says, with author, day, grade and handling; and who said it, sealed.

    Neither grade nor handling begins as one of their words: nobody claims by accident that a thing is proven, or lets
    it go further than whoever said it allowed.
    """
    if why := closed_to_more(screen):
        screen.notice.say(why, "warn")
        return
    may_seal = screen.desk.may(seal_source)
    source = QLineEdit()
    source.setProperty(SEALED, True)
    source.setPlaceholderText(tr("Sealed: the chairs and you can open it, nobody else"))
    fields: list[Asked] = [
        ("service", tr("&Service"), Pick(tr("Service"), [(each.value, each) for each in Service])),
        ("text", tr("&Text"), long_text(5)),
        ("author", tr("&Author"), QLineEdit()),
        ("as_at", tr("As at da&y"), today_field(screen, tr("As at day"))),
        (
            "grade",
            tr("&Grade"),
            Pick(tr("Grade"), [(tr("choose how it is known"), None), *((g.value, g) for g in Grade)]),
        ),
        (
            "handling",
            tr("&Handling"),
            Pick(tr("Handling"), [(tr("choose how far it may go"), None), *((h.value, h) for h in Handling)]),
        ),
    ]
    if may_seal:
        fields.append(("source", tr("&Who said it, if that is to be sealed"), source))
    form = AskForm(
        screen.window(),
        tr("Add information: {person_name}", person_name=screen.person_name),
        tr("Earlier statements stay; this one stands beside them."),
        fields,
        tr("Add"),
        _adding(screen),
    )
    form.finished.connect(lambda _result: source.setText(""))
    form.open()


def closed_to_more(screen: CaseScreen) -> str:
    """Why nothing can be added to what is in view; empty where it can."""
    if screen.record is None:
        return tr("No case is open here, so nothing can be added to it.")
    if screen.record.case is None:
        return tr(
            "{name} has no case, so nothing can be added to one; take the person in first.",
            name=screen.person_name,
        )
    if screen.record.case.closed is not None:
        return tr(
            "This case was closed on {day}: it stays to be read, and nothing is added to it any more.",
            day=show_date(screen.record.case.closed),
        )
    return ""


def _adding(screen: CaseScreen) -> Callable[[Values, AskForm], None]:
    prn, tell = screen.prn, tells(screen)
    added: list[str] = []

    def do(values: Values, form: AskForm) -> None:
        if values["as_at"] is None:
            form.say(tr("A day is missing; write dd/mm/yyyy."), form.field("as_at"))
            return
        if added:
            seal(form, added[0])
            return
        if values["grade"] is None:
            form.say(
                tr("Say how it is known: proven, recorded, reported or intelligence. Nothing is added yet."),
                form.field("grade"),
            )
            return
        if values["handling"] is None:
            form.say(
                tr(
                    "Say how far it may go: minuted, members only, not attributed, for the Board. Nothing is added."
                ),
                form.field("handling"),
            )
            return
        draft = InformationDraft(
            values["service"],
            values["text"],
            values["author"],
            values["as_at"],
            values["grade"],
            values["handling"],
        )
        if not values.get("source", "").strip():
            form.asking(
                screen,
                add_information,
                prn,
                draft,
                then=lambda _ref: tell(tr("The information is added.")),
            )
            return
        form.act.setEnabled(False)
        screen.ask(
            add_information, prn, draft, then=lambda ref: stands(form, ref),
            otherwise=lambda error: form.say(words.sentence_of(error)), saying=tr("Saving"),
        )  # fmt: skip

    def stands(form: AskForm, ref: str) -> None:
        added.append(ref)
        for key in ("service", "text", "author", "as_at", "grade", "handling"):
            form.field(key).setEnabled(False)  # it stands: only the seal may still be tried again
        screen.saved()
        seal(form, ref)

    def seal(form: AskForm, ref: str) -> None:
        field = form.field("source")

        def sealed(_seal: object) -> None:
            form.accept()
            tell(tr("The information is added, and who said it is sealed."))

        def refused(error: Exception) -> None:
            form.say(
                tr(
                    "The information is added; who said it is not sealed. {sentence}",
                    sentence=words.sentence_of(error),
                ),
                field,
            )

        form.act.setEnabled(False)
        screen.ask(
            seal_source,
            prn,
            ref,
            form.values()["source"],
            then=sealed,
            otherwise=refused,
            saying=tr("Sealing"),
        )

    return do
