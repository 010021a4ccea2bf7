"""Who comes to a meeting: which service chairs, who is expected and what they answered, and how its copies stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from app.domain.attendance import AttendanceDraft, InvitedRow
from app.domain.errors import Refused
from app.domain.meeting import CHAIR_SERVICES, MeetingRow
from app.domain.packs import Ledger
from app.domain.words import MeetingState, Presence, Service
from app.usecases.attendance import attend_meeting, see_invited
from app.usecases.copy_ledger import MeetingCopies, count_copies
from app.usecases.meeting import set_chair
from ui import words
from ui.case.forms import two_texts
from ui.meeting.words import service_words, short_day
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import AskForm, Values
from ui.widgets.labels import button, label, row
from ui.widgets.panes import fit_dialog
from ui.widgets.pick import Pick

COLUMNS = (
    Column[InvitedRow](tr("Name"), lambda each: each.name, width=24, stretch=True),
    Column[InvitedRow](tr("Service"), lambda each: each.service, width=20),
    Column[InvitedRow](tr("Answer"), lambda each: each.words or tr("not heard from"), width=30),
)
NAMED = 3
"""How many who sent apologies are named in the line; the list has them all."""


def invited_words(rows: Sequence[InvitedRow]) -> str:
    """`9 people invited, apologies from S. Merrin, 6 not heard from`."""
    away = [each.name for each in rows if each.answer and each.answer.presence is Presence.APOLOGIES]
    more = tr(" and {count} more", count=len(away) - NAMED) if away[NAMED:] else ""
    silent = sum(each.answer is None for each in rows)
    parts = [
        tr("{people} invited", people=words.counted(len(rows), "person", "people")),
        tr("apologies from {names}{more}", names=", ".join(away[:NAMED]), more=more)
        if away
        else tr("no apologies"),
    ]
    return ", ".join([*parts, tr("{silent} not heard from", silent=silent)] if silent else parts)


def copies_words(ledger: Ledger | None) -> str:
    """How the copies of a meeting stand, in a few words."""
    if ledger is None or not ledger.numbers:
        return tr("packs not made")
    copies = words.counted(ledger.printed, "copy", "copies")
    return tr("{copies} made, {out} out", copies=copies, out=ledger.out)


class Coming:
    """The line under an agenda's head and its two buttons. The screen puts them where they belong."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.meeting: MeetingRow | None = None
        self.rows: tuple[InvitedRow, ...] = ()
        self._ledger: Ledger | None = None
        self.list: InviteList | None = None
        self.told = label("", "muted")
        self.chair_button = button(tr("Chair fr&om…"), self.change_chair)
        self.invited_button = button(tr("In&vited…"), self.show_invited)
        self.show_meeting(None)

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Ask anew who comes to this meeting; of none, nothing is shown."""
        desk = self._screen.desk
        if meeting is None or self.meeting is None or meeting.meeting != self.meeting.meeting:
            self.rows, self._ledger = (), None
        self.meeting = meeting
        may = meeting is not None and desk.may(see_invited)
        self.told.setVisible(may)
        self.invited_button.setVisible(may)
        is_open = meeting is not None and meeting.state is not MeetingState.CLOSED
        self.chair_button.setVisible(is_open and desk.may(set_chair))
        if meeting is None or not may:
            return

        def heard(rows: tuple[InvitedRow, ...]) -> None:
            if self.meeting is meeting:
                self.rows = rows
                self._tell()

        def counted(found: tuple[MeetingCopies, ...]) -> None:
            if self.meeting is meeting:
                ledgers = {each.meeting: each.ledger for each in found}
                self._ledger = ledgers.get(meeting.meeting)
                self._tell()

        self._screen.ask(see_invited, meeting.meeting, then=heard)
        if desk.may(count_copies):
            self._screen.ask(count_copies, meeting.forum, then=counted)

    def _tell(self) -> None:
        self.told.setText(f"{invited_words(self.rows)} · {copies_words(self._ledger)}.")
        if self.list is not None:
            self.list.model.set_rows(self.rows)

    def change_chair(self) -> None:
        """Ask which service chairs instead; Ctrl+Z puts back the one before."""
        meeting = self.meeting
        if meeting is None or not self.chair_button.isVisibleTo(self._screen):
            return
        screen, code, stood = self._screen, meeting.meeting, meeting.chair_service
        seen = {"chair": stood.value if stood else ""}
        pick = Pick(tr("Service that chairs"), [(service_words(each), each) for each in CHAIR_SERVICES])
        pick.set_value(stood)

        def done(now: MeetingRow) -> None:
            screen.notice.say(tr("Chaired by {service} now.", service=now.chair_service), "good")

        def do(values: Values, form: AskForm) -> None:
            form.asking(
                screen, set_chair, code, values["chair"], seen=dict(seen), then=done,
                overtaken=two_texts(form, values, seen), undo=_chair_before(code, stood, values["chair"]),
            )  # fmt: skip

        AskForm(
            screen.window(), tr("Chair of the meeting of {day}", day=short_day(meeting.date)),
            tr("The turn of the next meeting follows from it."),
            (("chair", tr("&Service that chairs"), pick),), tr("Change"), do, about=code,
        ).open()  # fmt: skip

    def show_invited(self) -> None:
        """Everybody who is expected, with their answers."""
        if self.meeting is None or not self.invited_button.isVisibleTo(self._screen):
            return
        self.list = InviteList(self._screen, self.meeting, self.rows)
        self.list.finished.connect(self._list_gone)
        self.list.open()

    def _list_gone(self, _result: int) -> None:
        self.list = None


def _chair_before(code: str, stood: Service | None, now: Service) -> Step:
    what = tr("Chair of {code}", code=code)
    if stood is None:
        return Step(what, why=tr("no service chaired it before."))
    return Step(what, lambda _row: Call(set_chair, code, stood, seen={"chair": now.value}))


class InviteList(QDialog):
    """Who is expected at a meeting; once its agenda is issued, what they answer is recorded here."""

    def __init__(self, screen: Screen, meeting: MeetingRow, rows: Sequence[InvitedRow]) -> None:
        super().__init__(screen.window())
        self._screen, self._meeting = screen, meeting
        self.setWindowTitle(tr("Invited to the meeting of {day}", day=short_day(meeting.date)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_dialog(self, 780, 480)
        self.model = RowTable(COLUMNS, self)
        self.model.set_rows(rows)
        self.table = Table(self.model, tr("Invited, with their answers"), none=tr("Nobody is known yet."))
        self.answer_button = button(tr("&Answer…"), self.record)
        can = meeting.state is MeetingState.ISSUED and screen.desk.may(attend_meeting)
        self.answer_button.setVisible(can)
        close = button(tr("&Close"), self.accept, look="first")
        why = {
            MeetingState.DRAFT: tr("What they answer is recorded once the agenda is issued."),
            MeetingState.ISSUED: tr(
                "Who held copies last, who was at the last meetings, and who has access."
            ),
            MeetingState.CLOSED: tr("The meeting is closed: this is who was recorded."),
        }[meeting.state]
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.windowTitle(), "heading"))
        layout.addWidget(label(why, "muted"))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.answer_button, None, close))
        if can:
            self.table.opened.connect(lambda _row: self.record())
        self.table.setFocus()

    def record(self) -> None:
        """What the chosen one answered: apologies, a substitute, information instead."""
        chosen: InvitedRow | None = self.table.current()
        if chosen is None:
            return
        service = Pick(tr("Service"), [(each.value, each) for each in Service])
        service.set_value(chosen.service)
        answers = (Presence.APOLOGIES, Presence.SUBSTITUTE, Presence.INFORMATION_SENT)
        answer = Pick(tr("Answer"), [(each.value, each) for each in answers])
        name = QLineEdit(chosen.name)

        def do(values: Values, form: AskForm) -> None:
            stands_for = chosen.name if values["answer"] is Presence.SUBSTITUTE else ""
            try:
                draft = AttendanceDraft(
                    values["service"], values["name"], values["answer"], stands_for=stands_for
                )
            except Refused as refused:
                form.say(refused.sentence, form.field("name"))
                return
            form.asking(
                self._screen, attend_meeting, self._meeting.meeting, draft,
                then=lambda _row: self._screen.tell_status(tr("The answer is recorded.")),
            )  # fmt: skip

        AskForm(
            self, tr("Answer of {name}", name=chosen.name),
            tr("For a substitute, write who comes instead."),
            (
                ("answer", tr("&Answer"), answer), ("name", tr("&Name"), name),
                ("service", tr("&Service"), service),
            ),
            tr("Record"), do,
        ).open()  # fmt: skip
