"""What the table decides on the case in hand: decision, reason, dissent, disclosure, actions in one line each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.action_line import EXAMPLE, read_action, show_action
from app.domain.dates import show_date
from app.domain.discussion import DiscussionDraft
from app.domain.errors import Refused
from app.domain.meeting import ActionDraft, DecisionDraft
from app.domain.run import TableCase
from app.domain.words import DecisionKind, DisclosureConsidered, Handling, Service
from ui.run.told import DECISIONS
from ui.theme import scaled
from ui.tongue import tr
from ui.widgets.ask import long_text
from ui.widgets.flow import flow
from ui.widgets.labels import buddy, button, label
from ui.widgets.pick import DayEdit, Pick

KINDS = tuple(DECISIONS)
_SAID = "said:"


def said_key(service: Service, handling: Handling | None) -> str:
    """The field of half-written text in which one service's words under one handling wait.

    None is while nobody has said how far they may go: they are kept, and not recorded.
    """
    return f"{_SAID}{service.value}:{handling.value if handling else ''}"


class DecidePanel(QWidget):
    """Fields that hold what is half-written; `texts` gives it back, so that nothing typed is lost."""

    typed = Signal()
    record_asked = Signal()
    action_said = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting_day = today
        self._before: dict[str, str] = {}
        self._loading = False
        self.decided = label("", "good")
        self.group = QButtonGroup(self)
        self.kinds = [QRadioButton(f"{number}  {DECISIONS[kind]}") for number, kind in enumerate(KINDS, 1)]
        self.reason = long_text(2)
        self.dissent = QLineEdit()
        self.disclosure = Pick(
            tr("Disclosure outside the forum"), ((each.value, each) for each in DisclosureConsidered)
        )
        self.review = DayEdit(tr("Next review"), today)
        self.action = QLineEdit()
        self.action.setPlaceholderText(EXAMPLE)
        self.action_told = label("", "muted")
        self.given = label("")
        self.service = Pick(
            tr("Which service said it"), ((each.value.capitalize(), each) for each in Service)
        )
        self.handling = Pick(
            tr("What may be done with it"),
            ((tr("how far it may go…"), None), *((each.value, each) for each in Handling)),
        )
        self.discussion = long_text(2)
        self._said: dict[str, str] = {}
        self._shown = ""
        self._carried = ("", "")
        """Words that wait for their handling while it is being chosen, and what stood under the one now shown."""
        self.record = button(tr("Record and &go on (Ctrl+Enter)"), self.record_asked.emit, look="first")
        self._build()
        self._connect()

    def _build(self) -> None:
        inner = QWidget()
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, scaled(8), 0)
        layout.setSpacing(scaled(4))
        layout.addWidget(label(tr("Decision (1–4)"), "heading"))
        layout.addWidget(self.decided)
        kinds = QVBoxLayout()
        kinds.setSpacing(0)
        for kind in self.kinds:
            self.group.addButton(kind)
            kinds.addWidget(kind)
        layout.addLayout(kinds)
        said = flow(self.service, self.handling)
        for told, field, *more in (
            (tr("&Reason"), self.reason),
            (tr("New &action (A), in one line"), self.action, self.action_told, self.given),
            (tr("Disc&ussion (M), by service"), self.discussion, said),
            (tr("&Dissent, if any"), self.dissent),
            (tr("Disc&losure outside the forum considered?"), self.disclosure),
            (tr("&Next review, if it is to be sooner"), self.review, self.review.said),
        ):
            layout.addWidget(buddy(told, field))
            layout.addWidget(field)
            for each in more:
                layout.addWidget(each)
        layout.addStretch(1)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self.record)

    def _connect(self) -> None:
        self.group.buttonToggled.connect(self._typed)
        self.reason.textChanged.connect(self._typed)
        self.dissent.textChanged.connect(self._typed)
        self.disclosure.currentIndexChanged.connect(self._typed)
        self.review.textChanged.connect(self._typed)
        self.service.currentIndexChanged.connect(self._other_said)
        self.handling.currentIndexChanged.connect(self._other_said)
        self.discussion.textChanged.connect(self._settled_here)
        self.discussion.textChanged.connect(self._typed)
        self.action.textChanged.connect(self._read_back)
        self.action.textChanged.connect(self._typed)
        self.action.returnPressed.connect(self.say_action)

    def _typed(self) -> None:
        if not self._loading:
            self.typed.emit()

    # What it holds.

    @property
    def decision(self) -> DecisionKind | None:
        number = next((i for i, each in enumerate(self.kinds) if each.isChecked()), -1)
        return KINDS[number] if number >= 0 else None

    def choose(self, kind: DecisionKind) -> None:
        """Choose a decision and go to its reason, without which it cannot be recorded (need M6)."""
        self.kinds[KINDS.index(kind)].setChecked(True)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def texts(self) -> dict[str, str]:
        """What is half-written, by field; nothing where it is what the register holds already."""
        now = self._all()
        return {} if now == self._before else now

    def _all(self) -> dict[str, str]:
        considered = self.disclosure.value
        told = {
            "decision": self.decision.value if self.decision else "",
            "reason": self.reason.toPlainText(),
            "dissent": self.dissent.text(),
            "disclosure": "" if considered is DisclosureConsidered.NOT_CONSIDERED else str(considered),
            "next_review": self.review.text(),
            "action": self.action.text(),
        }
        said = {**self._said, self._shown: self.discussion.toPlainText()}
        return {name: text for name, text in (told | said).items() if text}

    def discussions(self) -> tuple[DiscussionDraft, ...]:
        """What was said and is not recorded yet; an empty text takes back what was."""
        now, found = self._all(), []
        for service in Service:
            for handling in Handling:
                key = said_key(service, handling)
                text = now.get(key, "")
                if text != self._before.get(key, ""):
                    found.append(DiscussionDraft(service, text, handling))
        return tuple(found)

    def _key(self) -> str:
        service, handling = self.service.value, self.handling.value
        return said_key(
            service if isinstance(service, Service) else Service.PRISONS,
            handling if isinstance(handling, Handling) else None,
        )

    def _other_said(self) -> None:
        """Another service or handling is chosen: its own text stands in the box.

        What was typed before anybody said how far it may go comes along to the handling chosen for it, also past others
        on the way there: arrow keys go through them all, and it must stay under none of those.
        """
        before, self._said[self._shown] = self._shown, self.discussion.toPlainText()
        self._shown = self._key()
        service = self.service.value
        nowhere = said_key(service, None) if isinstance(service, Service) else ""
        words, beneath = self._carried
        if before == nowhere:
            words, beneath = self._said[before], ""
        if words and nowhere and before.startswith(nowhere):
            self._said[before] = beneath
            beneath = self._said.get(self._shown, "")
            self._said[self._shown] = "\n".join(text for text in (beneath, words) if text)
        else:
            words, beneath = "", ""
        loading, self._loading = self._loading, True
        self.discussion.setPlainText(self._said.get(self._shown, ""))
        self._loading = loading
        self._carried = (words, beneath)

    def _settled_here(self) -> None:
        """Whoever types under a handling has chosen it."""
        self._carried = ("", "")

    def load(self, case: TableCase, texts: Mapping[str, str], meeting_day: date) -> None:
        """Show a case: what is half-written for it, else what was decided on it."""
        self._loading = True
        self._meeting_day = meeting_day
        now = case.now
        recorded = {
            "decision": now.decision.value if now else "",
            "reason": now.reason if now else "",
            "dissent": now.dissent if now else "",
            "disclosure": now.disclosure.value if now else "",
            "next_review": show_date(now.next_review) if now and now.next_review else "",
        }
        if recorded["disclosure"] == DisclosureConsidered.NOT_CONSIDERED.value:
            recorded["disclosure"] = ""
        recorded |= {said_key(row.service, row.handling): row.text for row in case.said}
        self._before = {name: text for name, text in recorded.items() if text}
        self._fill(texts or self._before)
        self.decided.setText(
            tr("Recorded: {decisions}.", decisions=DECISIONS[now.decision].lower()) if now else ""
        )
        self.decided.setVisible(now is not None)
        self._loading = False
        self._read_back()

    def _fill(self, texts: Mapping[str, str]) -> None:
        chosen = texts.get("decision", "")
        self.group.setExclusive(False)
        for kind, each in zip(KINDS, self.kinds, strict=True):
            each.setChecked(kind.value == chosen)
        self.group.setExclusive(True)
        self.reason.setPlainText(texts.get("reason", ""))
        self.dissent.setText(texts.get("dissent", ""))
        considered = texts.get("disclosure", "") or DisclosureConsidered.NOT_CONSIDERED
        self.disclosure.set_value(DisclosureConsidered(considered))
        self.review.setText(texts.get("next_review", ""))
        self.action.setText(texts.get("action", ""))
        self._said = {name: text for name, text in texts.items() if name.startswith(_SAID)}
        # First what waits for a handling, then what may be minuted: what is for members only is not put on a
        # projector unasked. Nobody said yet how far new words may go, so that none is chosen for them.
        for handling in (None, Handling.MINUTED):
            for service in Service:
                if said_key(service, handling) in self._said:
                    self._show_said(service, handling)
                    return
        self._show_said(Service.PRISONS, None)

    def _show_said(self, service: Service, handling: Handling | None) -> None:
        for pick, value in ((self.service, service), (self.handling, handling)):
            pick.blockSignals(True)
            pick.set_value(value)
            pick.blockSignals(False)
        self._shown = self._key()
        self.discussion.setPlainText(self._said.get(self._shown, ""))
        self._settled_here()

    def check_said(self) -> None:
        """Raises Refused, and goes to it, where somebody's words stand without how far they may go."""
        now = self._all()
        for service in Service:
            if now.get(said_key(service, None), "").strip():
                self._said[self._shown] = self.discussion.toPlainText()
                self._show_said(service, None)
                self.handling.setFocus()
                raise Refused(
                    tr(
                        "Say how far what {service} said may go: minuted, members only, not attributed, for the Board. "
                        "Nothing was recorded; it stands here.",
                        service=service.value,
                    )
                )

    def show_actions(self, lines: tuple[str, ...]) -> None:
        """The actions this meeting gave on the case."""
        self.given.setText("\n".join(f"•  {line}" for line in lines))
        self.given.setVisible(bool(lines))

    def draft(self) -> DecisionDraft:
        """What is to be recorded. Raises Refused, and goes to the field that is wrong."""
        if self.decision is None:
            self.kinds[0].setFocus()
            raise Refused(tr("No decision is chosen; nothing was recorded: press 1, 2, 3 or 4."))
        if self.review.wrong:
            self.review.setFocus()
            raise Refused(
                tr(
                    "“{review}” is not a day; nothing was recorded: write dd/mm/yyyy, or leave it empty.",
                    review=self.review.text(),
                )
            )
        considered = self.disclosure.value
        try:
            return DecisionDraft(
                self.decision,
                self.reason.toPlainText(),
                self.dissent.text(),
                considered
                if isinstance(considered, DisclosureConsidered)
                else DisclosureConsidered.NOT_CONSIDERED,
                self.review.day,
            )
        except Refused:
            self.reason.setFocus()
            raise

    # Actions.

    def say_action(self) -> bool:
        """Enter in the action's line: it is recorded as it was read back; False where it cannot be read."""
        draft = self._read_back()
        if draft is None:
            return False
        self.action.clear()
        self.action_said.emit(draft)
        return True

    def _read_back(self) -> ActionDraft | None:
        text = self.action.text()
        if not text.strip():
            self.action_told.setText("")
            self.action_told.hide()
            return None
        try:
            draft = read_action(text, self._meeting_day)
        except Refused as refused:
            self.action_told.setText(refused.sentence)
            self.action_told.show()
            return None
        self.action_told.setText(tr("{draft}. Enter keeps it.", draft=show_action(draft)))
        self.action_told.show()
        return draft
