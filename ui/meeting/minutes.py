"""The minutes of a closed meeting: read in any version, confirmed, opened again, corrected, printed (need M8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QTextBrowser, QWidget

from app.domain.dates import show_moment
from app.domain.errors import Overtaken
from app.domain.meeting import MeetingRow
from app.domain.minutes import (
    HASH_TO_COME_SHORT,
    CorrectionRow,
    MinuteLine,
    MinutesView,
    minutes_lines,
    passages,
)
from app.domain.words import Contents, MeetingState, Topic
from app.usecases.front_line import see_front_line
from app.usecases.meeting import list_meetings
from app.usecases.minutes import (
    answer_correction,
    ask_correction,
    confirm_minutes,
    correct_minutes,
    reopen_minutes,
    see_minutes,
)
from app.usecases.packs import reserve_copies
from ui.actions import Action
from ui.case.forms import two_texts
from ui.meeting.words import short_day
from ui.models import Column, RowTable
from ui.screen import Screen
from ui.table import Table
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.listing import Listing
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from ui.desk import QtDesk

ASKED = (
    Column[CorrectionRow](tr("Asked by"), lambda each: each.asked_by, width=18),
    Column[CorrectionRow](tr("Where"), lambda each: each.words, width=26),
    Column[CorrectionRow](tr("How it should read"), lambda each: each.text, width=30, stretch=True),
    Column[CorrectionRow](tr("Because"), lambda each: each.reason, width=20),
)


class MinutesScreen(Screen):
    """One meeting's minutes; the version that counts unless another is chosen."""

    name: ClassVar[str] = "meeting-minutes"
    title: ClassVar[str] = tr("Minutes")
    section: ClassVar[str] = "meetings"
    help_page: ClassVar[str] = "minutes"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.MEETINGS})
    needs = see_minutes
    states: ClassVar[Mapping[str, str]] = {"correct": "correct", "reopen": "reopen"}

    def build(self) -> None:
        self.meeting = ""
        self.view: MinutesView | None = None
        self.which = Pick(tr("Meeting"))
        self.version = Pick(tr("Version"))
        self.confirm_button = button(tr("&Confirm"), self.confirm, look="first")
        self.reopen_button = button(tr("Re&open…"), self.reopen)
        self.correct_button = button(tr("Co&rrect…"), self.correct)
        self.print_button = button(tr("&Print copies…"), self.to_copies)
        self.briefs_button = button(tr("&Briefs…"), self.to_briefs)
        self.body.addWidget(
            flow(
                (buddy(tr("Meetin&g of"), self.which), self.which),
                (buddy(tr("Versio&n"), self.version), self.version),
                self.confirm_button,
                self.correct_button,
                self.reopen_button,
                self.print_button,
                self.briefs_button,
            )
        )
        self.standing = label("", "heading")
        self.told = label("", "muted")
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Minutes"))
        self.page.setOpenLinks(False)
        self.page.setTabChangesFocus(True)
        self.page.setMinimumHeight(scaled(220))
        self.asked_title = label(tr("Corrections asked for"), "heading", wrap=False)
        self.model = RowTable(ASKED, self)
        self.asked = Table(self.model, tr("Corrections asked for"))
        self.asked.setFixedHeight(scaled(120))
        self.make_button = button(tr("Make &it"), lambda: self.answer(True))
        self.leave_button = button(tr("&Leave it"), lambda: self.answer(False))
        self.asked_acts = flow(self.asked_title, self.make_button, self.leave_button)
        self.listing = Listing(self.page)
        for part in (self.standing, self.told, self.asked_acts, self.asked):
            self.body.addWidget(part)
        self.body.addWidget(self.listing, 1)
        self._buttons()

    def connect_up(self) -> None:
        self.which.activated.connect(lambda _at: self._about(str(self.which.value or "")))
        self.version.activated.connect(lambda _at: self._read(self.version.value))

    def go(self, **where: object) -> None:
        if (meeting := str(where.get("meeting", ""))) and meeting != self.meeting:
            self.meeting, self.stale = meeting, True

    @classmethod
    def example(cls, desk: QtDesk) -> Mapping[str, object]:
        closed = [row for row in list_meetings(desk.door, desk.forum) if row.state is MeetingState.CLOSED]
        return {"meeting": closed[-1].meeting} if closed else {}

    def refresh(self) -> None:
        self.ask(list_meetings, self.desk.forum, then=self._know, saying=tr("Reading the meetings"))

    def _know(self, rows: tuple[MeetingRow, ...]) -> None:
        closed = [row for row in rows if row.state is MeetingState.CLOSED]
        self.which.set_choices([(short_day(row.date), row.meeting) for row in reversed(closed)])
        if not closed:
            self.view = None
            self.standing.setText("")
            self.told.setText("")
            self.listing.say(
                tr("No minutes yet"),
                tr("Closing a meeting makes its minutes from what was recorded at the table."),
            )
            self._buttons()
            return
        known = {row.meeting for row in closed}
        self.meeting = self.meeting if self.meeting in known else closed[-1].meeting
        self.which.set_value(self.meeting)
        self._read(None)

    def _about(self, meeting: str) -> None:
        self.meeting = meeting
        self._read(None)

    def _read(self, version: object) -> None:
        self.ask(see_minutes, self.meeting, version, then=self.fill, saying=tr("Reading the minutes"))

    def fill(self, view: MinutesView) -> None:
        """Show one version."""
        self.view = view
        self.listing.show_rows()
        choices: list[tuple[str, object]] = [
            (
                tr(
                    "{version} of {versions}, {at}",
                    version=row.version,
                    versions=len(view.versions),
                    at=show_moment(row.at),
                ),
                row.version,
            )
            for row in reversed(view.versions)
        ]
        self.version.set_choices(choices)
        self.version.set_value(view.shown.version)
        older = "" if view.is_latest else tr("An older version, replaced by a later one. ")
        self.standing.setText(f"{older}{view.shown.state}")
        final = tr(" The next meeting is closed, so these minutes stay as they are.") if view.is_final else ""
        told = tr("{sha384}…, as it stands whole on every copy.", sha384=view.shown.sha384[:24])
        self.told.setText(
            tr("SHA-384: {told}{final}", told=told if view.shown.sha384 else HASH_TO_COME_SHORT, final=final)
        )
        self.page.setHtml(html_of(minutes_lines(view)))
        self.model.set_rows([row for row in view.asked if row.made is None])
        if self.model.rows:
            self.asked.setCurrentIndex(self.model.index(0, 0))
        self._buttons()
        self.tell_status(
            tr(
                "Minutes of {meeting}, version {version}. {state}",
                meeting=view.meeting,
                version=view.shown.version,
                state=view.shown.state,
            )
        )

    def _buttons(self) -> None:
        view, latest = self.view, self.view is not None and self.view.is_latest
        confirmed = view is not None and view.versions[-1].is_confirmed
        may_sign = self.desk.may(confirm_minutes)
        for each, on in (
            (self.briefs_button, view is not None and self.desk.may(see_front_line)),
            (self.confirm_button, latest and not confirmed and may_sign),
            (
                self.reopen_button,
                latest and confirmed and may_sign and view is not None and not view.is_final,
            ),
            (self.correct_button, latest and self.desk.may(correct_minutes)),
            (self.print_button, latest and self.desk.may(reserve_copies)),
            (self.make_button, latest and not confirmed and self.desk.may(answer_correction)),
            (self.leave_button, latest and self.desk.may(answer_correction)),
        ):
            each.setEnabled(bool(on))
        asked = bool(self.model.rows)
        for part in (self.asked_acts, self.asked):
            part.setVisible(asked)
        self.correct_button.setText(tr("Ask for a co&rrection…") if self._must_ask else tr("Co&rrect…"))

    @property
    def _must_ask(self) -> bool:
        """Whether this person can only ask: minutes that were ever signed a chair corrects."""
        signed = self.view is not None and any(row.was_signed for row in self.view.versions)
        return signed and not self.desk.may(answer_correction)

    def confirm(self) -> None:
        """The chair's signature on the version that counts."""
        self._change(confirm_minutes, self.meeting, saying=tr("The minutes are confirmed."))

    def reopen(self) -> None:
        """Ask for the reason, then open confirmed minutes again."""

        def do(values: Values, form: AskForm) -> None:
            self._asking(
                form, reopen_minutes, self.meeting, values["reason"], said=tr("The minutes are open again.")
            )

        AskForm(
            self.window(), tr("Reopen the minutes"), tr("They become a draft again until a chair confirms them."),
            (("reason", tr("Rea&son"), QLineEdit()),), tr("Reopen"), do,
        ).open()  # fmt: skip

    def correct(self) -> None:
        """Correct one passage, or ask the chair to."""
        if self.view is None:
            return
        found = passages(self.view.document)
        text, where = long_text(5), Pick(tr("Passage"), [(each.words, each.key) for each in found])
        present = {each.key: each.text for each in found}

        def show(_at: int = 0) -> None:
            text.setPlainText(present[str(where.value)])

        where.activated.connect(show)
        show()
        known: dict[str, dict[str, str]] = {}
        case, act = (ask_correction, tr("Ask")) if self._must_ask else (correct_minutes, tr("Correct"))

        def do(values: Values, form: AskForm) -> None:
            said = tr("The correction is asked for.") if self._must_ask else tr("A new version is made.")
            where_now = str(values["where"])
            seen = known.setdefault(where_now, {"text": present[where_now]})
            more: dict[str, Any] = {} if self._must_ask else {"seen": dict(seen)}
            self._asking(
                form, case, self.meeting, where_now, values["text"], values["reason"],
                said=said, overtaken=two_texts(form, values, seen), **more,
            )  # fmt: skip

        AskForm(
            self.window(),
            self.correct_button.text().replace("&", "").rstrip("…"),
            tr(
                "What was said at the table stays recorded; the minutes get a new version that says what changed."
            ),
            (
                ("where", tr("&Passage"), where),
                ("text", tr("&How it should read"), text),
                ("reason", tr("Rea&son"), QLineEdit()),
            ),
            act,
            do,
        ).open()

    def answer(self, make: bool) -> None:
        """Make the chosen correction that was asked for, or leave it."""
        chosen = self.asked.current()
        if chosen is not None:
            said = tr("A new version is made.") if make else tr("The minutes stand; the correction is left.")
            self._change(answer_correction, self.meeting, str(chosen.number), make, saying=said)

    def to_briefs(self) -> None:
        """What units and offices may know of what was decided."""
        self.open("meeting-briefs", meeting=self.meeting)

    def to_copies(self) -> None:
        """Minutes leave as numbered copies alone."""
        self.open("packs-make", meeting=self.meeting, contents=Contents.MINUTES.value)

    def _change(self, case: Callable[..., Any], *args: object, saying: str) -> None:
        def done(_view: object) -> None:
            self.saved()
            self.notice.say(saying, "good")
            self._read(None)

        self.ask(case, *args, then=done, saying=tr("Saving"))

    def _asking(
        self,
        form: AskForm,
        case: Callable[..., Any],
        *args: object,
        said: str,
        overtaken: Callable[[Overtaken], None] | None = None,
        **more: object,
    ) -> None:
        def then(_result: object) -> None:
            self.notice.say(said, "good")
            self._read(None)

        form.asking(self, case, *args, then=then, overtaken=overtaken, **more)

    def acts(self) -> Sequence[Action]:
        return (
            Action(
                "minutes.confirm", "Meeting", tr("Con&firm the minutes"), self.confirm, needs=confirm_minutes,
                enabled=self.confirm_button.isEnabled,
            ),
            Action(
                "minutes.correct", "Meeting", tr("&Correct a passage…"), self.correct, keys="F2",
                needs=correct_minutes, enabled=self.correct_button.isEnabled,
            ),
            Action(
                "minutes.reopen", "Meeting", tr("&Reopen the minutes…"), self.reopen, needs=reopen_minutes,
                enabled=self.reopen_button.isEnabled,
            ),
            Action(
                "minutes.print", "Meeting", tr("Print copies of the &minutes…"), self.to_copies, keys="Ctrl+P",
                needs=reserve_copies, enabled=self.print_button.isEnabled, after_line=True,
            ),
        )  # fmt: skip

    def panes(self) -> Sequence[QWidget]:
        return (self.which, self.asked, self.listing)

    def searched(self) -> QWidget | None:
        return None if self.listing.said else self.page


def html_of(lines: Sequence[MinuteLine]) -> str:
    """The lines as a page of headings and labelled paragraphs; every word escaped."""
    made = []
    for line in lines:
        text = escape(line.text).replace("\n", "<br>")
        if line.level:
            made.append(f"<h{line.level + 1}>{text}</h{line.level + 1}>")
        elif line.label:
            made.append(f"<p><b>{escape(line.label)}:</b> {text}</p>")
        else:
            made.append(f"<p>{text}</p>")
    return "".join(made)
