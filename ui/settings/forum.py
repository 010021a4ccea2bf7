"""What the forum in view is, in Settings: name, region and marking, the agenda's template, the quorum (T2, T3, M5).

Each card shows what stands and when a change takes effect. Whoever may not change it reads it, and whom to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.domain.attendance import Quorum
from app.domain.errors import Overtaken, Refused
from app.domain.people import Permission, whom_to_ask
from app.domain.register import REGIONS, ForumChange, ForumRow
from app.domain.words import Marking, Service
from app.usecases.attendance import see_quorum, set_quorum
from app.usecases.plan import set_policy
from app.usecases.register import set_forum
from ui.case.forms import two_texts
from ui.meeting.policy import ask_policy
from ui.tongue import tr
from ui.undo import Call, Step
from ui.widgets.ask import AskForm, Values, long_text
from ui.widgets.labels import button, label, row
from ui.widgets.pick import Pick

if TYPE_CHECKING:
    from app.desk import UseCase
    from ui.screen import Screen

NO_FORUM = tr("No forum is in view.")


class ForumCard(QFrame):
    """Heading, what stands, *Change…*, when it takes effect, and for others why they only read it."""

    def __init__(
        self,
        screen: Screen,
        title: str,
        act: tuple[str, Callable[[], object], UseCase[Any, Any]],
        when: str,
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._screen = screen
        words, self._do, self._needs = act
        self.title = title
        self.told = label("")
        self.change = button(words, self._do)
        self.why = label("", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(label(title, "heading"))
        layout.addWidget(self.told)
        layout.addLayout(row(self.change, None))
        layout.addWidget(self.why)
        layout.addWidget(label(when, "muted"))

    def show_row(self, told: str) -> None:
        """What stands; nothing where no forum is in view."""
        forum, may = bool(self._screen.desk.forum), self._screen.desk.may(self._needs)
        self.told.setText(told if forum else NO_FORUM)
        self.change.setEnabled(forum and may)
        self.why.setText(
            tr("You read this; {who} changes it.", who=whom_to_ask(Permission.CHANGE_FORUM))
            if not may
            else ""
        )
        self.why.setVisible(not may)


class ForumCards:
    """The four of them. `screen` asks the door and says what came of it."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._quorum = Quorum()
        self.forum = ForumCard(
            screen,
            tr("Forum"),
            (tr("Change the forum…"), self.change_forum, set_forum),
            tr(
                "Takes effect at once: the region's holidays in days counted from now on, name and marking on every "
                "page made from now on. A meeting scheduled already keeps its Police day, a copy keeps its marking."
            ),
        )
        self.template = ForumCard(
            screen,
            tr("The agenda's template"),
            (tr("Change the template…"), self.change_template, set_forum),
            tr("Takes effect at once for agendas not issued yet. An issued agenda keeps its minutes."),
        )
        self.quorum = ForumCard(
            screen,
            tr("Quorum"),
            (tr("Change the quorum…"), self.change_quorum, set_quorum),
            tr(
                "Takes effect at once for meetings not closed yet. A meeting without its quorum can close; it is "
                "warned of and the minutes say so."
            ),
        )
        self.plans = ForumCard(
            screen,
            tr("What the forum wants of plans"),
            (tr("Checks and ages…"), self.change_plans, set_policy),
            tr("Takes effect at once, for every plan of the forum."),
        )
        self.cards: tuple[tuple[ForumCard, str], ...] = (
            (self.forum, tr("name region holidays anniversary marking in confidence sensitive")),
            (self.template, tr("forum agenda template minutes table paper milestone length meeting")),
            (self.quorum, tr("forum quorum services people attendance")),
            (self.plans, tr("forum plans policy checks addresses ages days old")),
        )

    @property
    def _row(self) -> ForumRow | None:
        return self._screen.desk.forum_row

    def refresh(self) -> None:
        """Show the forum in view as it stands."""
        row = self._row
        said = row.seen if row else {}
        self.forum.show_row(
            tr("{name}\nRegion: {region}\nMarking: {marking}", **_texts(said, "name", "region", "marking"))
        )
        self.template.show_row(
            tr(
                "Minutes for an item: {template}\nLength of a meeting: {length} min",
                template=said.get("template", "").replace("\n", ", "),
                length=said.get("meeting_minutes", ""),
            )
        )
        self.quorum.show_row("")
        self.plans.show_row(tr("Which checks of an address are due, and how old a value may be."))
        if row is not None:
            self._screen.ask(see_quorum, row.code, then=self._show_quorum)

    def _show_quorum(self, quorum: Quorum) -> None:
        self._quorum = quorum
        self.quorum.show_row(tr("A meeting asks for {quorum}.", quorum=quorum.words))

    # Changing.

    def change_forum(self) -> None:
        """Name, region, marking."""
        if (row := self._row) is None:
            return
        name = QLineEdit(row.name)
        region = Pick(tr("Region"), [(each, each) for each in REGIONS.values()])
        region.set_value(row.seen["region"])
        marking = Pick(tr("Marking"), [(each.value, each.value) for each in Marking])
        marking.set_value(row.marking.value)
        self._ask(
            row,
            tr("The forum {code}", code=row.code),
            tr("The region says whose anniversary day and holidays count. The marking stands on every page."),
            ("name", tr("&Name"), name),
            ("region", tr("&Region"), region),
            ("marking", tr("&Marking"), marking),
        )

    def change_template(self) -> None:
        """Minutes by track and milestone, and the length of a meeting."""
        if (row := self._row) is None:
            return
        template = long_text(6)
        template.setPlainText(row.template)
        self._ask(
            row,
            tr("The agenda's template of {code}", code=row.code),
            tr(
                "Minutes for an item at the table and on paper, one a line. A milestone that takes longer has a line "
                "of its own: table/4 = 12."
            ),
            ("template", tr("&Minutes for an item: table = 8, paper = 1, table/4 = 12"), template),
            ("meeting_minutes", tr("&Length of a meeting, in minutes"), QLineEdit(str(row.meeting_minutes))),
        )

    def _ask(self, row: ForumRow, title: str, intro: str, *fields: tuple[str, str, QWidget]) -> None:
        known = dict(row.seen)
        """What the writer saw: what somebody else wrote and they have read since is in it."""

        def do(values: Values, form: AskForm) -> None:
            changed = {key: str(values[key]) for key in values if str(values[key]) != known[key]}
            if not changed:
                form.accept()
                return
            form.asking(
                self._screen, set_forum, row.code, ForumChange(**changed),
                overtaken=two_texts(form, values, known), seen=dict(known),
                undo=_step(row.code, {key: known[key] for key in changed}), then=self._saved,
            )  # fmt: skip

        AskForm(self._screen.window(), title, intro, fields, tr("Save"), do).open()

    def _saved(self, row: ForumRow) -> None:
        self._screen.notice.say(tr("The forum {code} is saved.", code=row.code), "good")

    def change_quorum(self) -> None:
        """Which services must have somebody there, and how many people."""
        if (row := self._row) is None:
            return
        stood, known = self._quorum, dict(self._quorum.seen)
        letters = {
            Service.PRISONS: tr("&Prisons"),
            Service.PROBATION: tr("P&robation"),
            Service.PSYCHOLOGICAL: tr("Psychological &services"),
            Service.POLICE: tr("P&olice"),
        }
        fields: list[tuple[str, str, QWidget]] = []
        for service, told in letters.items():
            box = QCheckBox()
            box.setChecked(service in stood.services)
            fields.append((service.value, told, box))
        fields.append(("people", tr("At &least so many people (0: no number)"), QLineEdit(str(stood.people))))

        def do(values: Values, form: AskForm) -> None:
            said = str(values["people"]).strip()
            if not (said.isascii() and said.isdecimal() and len(said) < 5):
                form.say(tr("How many people is a whole number; nothing was saved."), form.field("people"))
                return
            services = tuple(each for each in letters if values[each.value])
            try:
                asked = Quorum(services, int(said))
            except Refused as refused:
                form.say(refused.sentence, form.field("people"))
                return

            def overtaken(error: Overtaken) -> None:
                known[error.field] = error.theirs
                form.say(
                    tr(
                        "Somebody else saved “{theirs}” meanwhile; that stands, and yours is still here. Save again to "
                        "put yours in its place.",
                        theirs=error.theirs,
                    )
                )

            form.asking(
                self._screen, set_quorum, row.code, asked, overtaken=overtaken, seen=dict(known),
                then=self._quorum_saved,
            )  # fmt: skip

        AskForm(
            self._screen.window(),
            tr("The quorum of {code}", code=row.code),
            tr("Who must be there for a meeting to have its quorum: somebody of each service ticked."),
            fields,
            tr("Save"),
            do,
        ).open()

    def _quorum_saved(self, quorum: Quorum) -> None:
        self._show_quorum(quorum)
        self._screen.notice.say(tr("The quorum is saved."), "good")

    def change_plans(self) -> None:
        """The form that Meetings opens too."""
        ask_policy(self._screen)


def _texts(said: Mapping[str, str], *keys: str) -> dict[str, str]:
    return {key: said.get(key, "") for key in keys}


def _step(forum: str, before: Mapping[str, str]) -> Step:
    """The forum as it was before what was changed."""
    return Step(
        tr("The settings of {forum}", forum=forum),
        lambda row: Call(set_forum, forum, ForumChange(**before), seen=row.seen),
    )
