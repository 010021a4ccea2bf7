"""What is recorded at the table and what is kept meanwhile: from the fields through the outbox into the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.dates import AUCKLAND
from app.domain.discussion import DiscussionRow
from app.domain.documents import ActionLine
from app.domain.errors import Overtaken, Refused
from app.domain.meeting import ActionDraft
from app.domain.run import Decided, UnderWayDraft
from app.domain.words import DisclosureConsidered, Track
from ui import words
from ui.run.outbox import Act, Outbox
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.run.course import Course
    from ui.run.screen import RunScreen

PAUSE = 2_000
"""Milliseconds without a key after which what is typed is kept."""

RETRY = 5
"""Seconds between two tries while the register cannot be reached."""

HEARTBEAT = 60
"""Seconds of a running clock after which it is kept where nothing else was."""


class Recorder(QObject):
    """Holds nothing that is not in the course, in the fields or in the outbox."""

    def __init__(self, screen: RunScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._panel = screen.page.panel
        self.outbox = Outbox(screen.desk, screen, self._draft_of)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.keep)
        self._kept_at = 0
        self._tried: datetime | None = None
        self._since: datetime | None = None
        self._panel.typed.connect(self._typed)
        self._panel.record_asked.connect(self.record)
        self._panel.action_said.connect(self._action)
        self.outbox.saved.connect(self._saved)
        self.outbox.stuck.connect(self._stuck)
        self.outbox.refused.connect(self._refused)

    # Keeping.

    def begin(self, seconds: int) -> None:
        """A meeting is taken up: nothing is to be kept yet."""
        self._kept_at = seconds

    def _typed(self) -> None:
        self.note_texts()
        self.pause.start()

    def note_texts(self) -> None:
        """What the fields hold, into the course."""
        course = self._screen.course
        if course is not None and course.case is not None:
            course.write(course.position, self._panel.texts())

    def keep(self, *others: int) -> None:
        """Keep what is under way, now: the case in hand and others that changed with it."""
        course = self._screen.course
        if course is None or not course.cases:
            return
        self.pause.stop()
        self.note_texts()
        self._kept_at = course.seconds
        self.outbox.keep(course.position, *others)

    def tick(self, now: datetime) -> None:
        """Keep the clock once a minute; try again where the register could not be reached."""
        course = self._screen.course
        if course is not None and course.running and course.seconds - self._kept_at >= HEARTBEAT:
            self.keep()
        if self.outbox.is_stuck and self._tried and (now - self._tried).total_seconds() >= RETRY:
            self._tried = now
            self.outbox.send()

    def _draft_of(self, positions: Iterable[int]) -> UnderWayDraft | None:
        course = self._screen.course
        return course.draft(positions) if course is not None else None

    @property
    def is_half_typed(self) -> bool:
        """Whether something typed is not in the register."""
        return self.pause.isActive() or not self.outbox.quiet

    def draft(self) -> Mapping[str, str]:
        """What is typed and not in the register, for the sealed draft in the profile."""
        course = self._screen.course
        if course is None or not self.is_half_typed:
            return {}
        self.note_texts()
        texts = {f"text:{name}": text for name, text in course.texts(course.position).items()}
        return {"position": str(course.position), "waiting": self.outbox.as_text(), **texts}

    def restore(self, kept: Mapping[str, str]) -> None:
        """What a stop left in the profile: text back into its case, what waited recorded again."""
        course = self._screen.course
        if course is None:
            return
        if kept.get("position", "").isdigit():
            course.go_to(int(kept["position"]))
            texts = {name[5:]: text for name, text in kept.items() if name.startswith("text:")}
            if texts:
                course.write(course.position, texts)
        if waiting := kept.get("waiting"):
            for act in self.outbox.take(waiting):
                self._note(act)

    # Recording.

    def record(self) -> None:
        """Ctrl+Enter: what was said and decided is recorded, and the next undecided case is in hand."""
        course = self._screen.course
        if course is None or course.case is None:
            return
        case, position = course.case, course.position
        if course.track_of(case.item) is Track.PAPER and case.now is None:
            self._screen.notice.say(
                tr("This case is on paper: V votes on all of them, T pulls it to the table."), "warn"
            )
            return
        try:
            if self._panel.action.text().strip() and not self._panel.say_action():
                raise Refused(
                    tr("The action cannot be read yet; nothing was recorded: mend its line, or empty it.")
                )
            self._panel.check_said()
            decided = self._panel.draft() if self._panel.texts() or case.now is None else None
        except Refused as refused:
            self._screen.notice.say(refused.sentence, "bad")
            return
        prn = case.item.prn
        acts = [
            Act.discussion(position, prn, draft, case.said_by(draft.service, draft.handling))
            for draft in self._panel.discussions()
        ]
        if decided is not None:
            acts.append(Act.decision(position, prn, decided, case.now.words if case.now else ""))
        for act in acts:
            self._note(act)
        self._screen.notice.hide()
        self._screen.two.say()
        self._screen.go_on(position)
        for act in acts:
            self.outbox.add(act)

    def _action(self, draft: ActionDraft) -> None:
        course = self._screen.course
        if course is None or course.case is None:
            return
        act = Act.action(course.position, course.case.item.prn, draft)
        self._note(act)
        self.outbox.add(act)
        self._screen.front.show_actions()
        self.keep()

    def _note(self, act: Act) -> None:
        """Show as recorded what is on its way: the list says that it waits while it does."""
        course = self._screen.course
        if course is None:
            return
        if act.kind == "decide":
            course.settle(act.prn, self._decided(act, course))
        elif act.kind == "said":
            s = act.discussion_draft()
            course.say(
                act.position,
                DiscussionRow(course.meeting.meeting, act.prn, s.service, s.text, s.handling, s.grade),
            )
        else:
            a = act.action_draft()
            course.add_action(act.position, ActionLine(a.text, a.owner, a.service.value, a.due))

    def _decided(self, act: Act, course: Course) -> Decided:
        d, before = act.decision_draft(), course.cases[act.position].now
        considered = d.disclosure
        if before is not None and considered is DisclosureConsidered.NOT_CONSIDERED:
            considered = before.disclosure  # as the register keeps it
        code, day = course.meeting.meeting, course.meeting.date
        return Decided(code, day, d.decision, d.reason, d.dissent, considered, d.next_review)

    def again(self, act: Act) -> None:
        """Record once more, over what somebody else recorded meanwhile: it has been seen now."""
        self._note(act)
        self.outbox.add(act)

    # What came of it.

    def _saved(self) -> None:
        self._since = None
        self._screen.share.hide()
        self._screen.saved()
        self._screen.front.show_time()
        if self.outbox.quiet:
            self._screen.others.look_again()

    def _stuck(self, error: Exception) -> None:
        now = self._screen.desk.door.now()
        self._tried = self._tried or now
        self._since = self._since or now
        waits = words.counted(self.outbox.waiting, "thing recorded waits", "things recorded wait")
        self._screen.share.setText(
            tr(
                "Not saved since {since:%H:%M}: {sentence} Reading goes on and "
                "saving waits: {waits}, nothing typed is lost, and it is tried again by itself.",
                since=self._since.astimezone(AUCKLAND),
                sentence=words.sentence_of(error),
                waits=waits,
            )
        )
        self._screen.share.show()
        self._screen.front.show_time()

    def _refused(self, act: Act, error: Exception) -> None:
        """The rules refuse it: the case is undecided again and what was typed is back in its fields."""
        course = self._screen.course
        if course is None:
            return
        if isinstance(error, Overtaken):
            self._screen.two.keep(act, error)
            return
        if act.kind == "decide":
            course.unsettle(act.prn)
            course.write(act.position, {name: text for name, text in act.data.items() if text})
        self._screen.go_to(act.position)
        self._screen.say_error(error)
