"""Two computers recorded the same thing at the table: both texts stay, and nobody is interrupted (design/trust.md)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.discussion import DiscussionRow
from app.domain.errors import Overtaken
from app.domain.meeting import DecisionDraft, decision_words
from app.domain.words import DecisionKind, DisclosureConsidered
from ui import words
from ui.case.fields import BothTexts
from ui.run.deciding import said_key
from ui.run.outbox import Act
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.run.course import Course
    from ui.run.screen import RunScreen


class TwoTexts:
    """What was recorded here and was overtaken, until somebody chooses: it is half-written again in its fields.

    The meeting goes on meanwhile: a sentence says that there are two texts and which case they are of, and a button
    shows them. What is for members only is not put on a projector unasked.
    """

    def __init__(self, screen: RunScreen) -> None:
        self._screen = screen
        self.waiting: list[tuple[Act, Overtaken]] = []

    def keep(self, act: Act, error: Overtaken) -> None:
        """Put what was recorded here back into its fields, beside what stands, and say so."""
        course = self._screen.course
        if course is None:
            return
        self._half_written(course, act, error.theirs)
        self.waiting.append((act, error))
        self._screen.recorder.keep(act.position)
        self._screen.front.show_now()
        self.say()

    def _half_written(self, course: Course, act: Act, theirs: str) -> None:
        if act.position == course.position:
            self._screen.recorder.note_texts()
        typed = dict(course.texts(act.position))
        if act.kind == "decide":
            course.unsettle(act.prn)
            mine = {name: text for name, text in act.data.items() if text}
        else:
            d = act.discussion_draft()
            course.say(act.position, self._row(course, act, theirs))
            mine = {said_key(d.service, d.handling): d.text}
        # What was typed since, on the same case, is newer than what was recorded and came back.
        course.write(act.position, {**mine, **typed})
        if act.position == course.position:
            self._load(course)

    def _row(self, course: Course, act: Act, text: str) -> DiscussionRow:
        d = act.discussion_draft()
        return DiscussionRow(course.meeting.meeting, act.prn, d.service, text, d.handling, d.grade)

    def _load(self, course: Course) -> None:
        if course.case is not None:
            self._screen.page.panel.load(course.case, course.texts(course.position), course.meeting.date)

    def say(self) -> None:
        """That there are two texts, as long as nobody has looked at them."""
        if not self.waiting:
            return
        act, _ = self.waiting[0]
        more = (
            f" {words.counted(len(self.waiting) - 1, 'more waits', 'more wait')}." if self.waiting[1:] else ""
        )
        self._screen.notice.say(
            tr(
                "Case {position}: another computer recorded {what} meanwhile, and that stands. Your text is "
                "kept in its fields.{more}",
                position=act.position,
                what=_what(act),
                more=more,
            ),
            "warn",
            (tr("See both texts"), self.show),
        )

    def show(self) -> None:
        """Both texts side by side, with the case in hand; closed by Esc, yours stays half-written."""
        if not self.waiting:
            return
        act, error = self.waiting.pop(0)
        self._screen.notice.hide()
        self._screen.go_to(act.position)
        dialog = BothTexts(
            self._screen.window(), _what(act), error.theirs, _mine(act), partial(self._write, act, error)
        )
        dialog.kept_theirs.connect(partial(self._drop, act))
        dialog.rejected.connect(self._left)
        dialog.open()

    def pretend(self) -> None:
        """For a picture: as if another computer had decided the case in hand meanwhile."""
        course = self._screen.course
        if course is None or course.case is None:
            return
        mine = DecisionDraft(DecisionKind.AGREED, "The address is checked and the plan holds.")
        theirs = decision_words(
            DecisionKind.MORE_TO_DO, "No address yet.", "", DisclosureConsidered.NOT_CONSIDERED, None
        )
        act = Act.decision(course.position, course.case.item.prn, mine, "")
        self.waiting = [(act, Overtaken("", theirs, "decision"))]
        self.say()
        self.show()

    def _write(self, act: Act, error: Overtaken) -> None:
        self._drop(act)
        self._screen.recorder.again(replace(act, seen={error.field: error.theirs}))
        self._screen.go_to(act.position)
        self.say()

    def _left(self) -> None:
        """The table is read anew, to show what stands."""
        self._screen.refresh()
        self.say()

    def _drop(self, act: Act) -> None:
        course = self._screen.course
        if course is None:
            return
        self._screen.recorder.note_texts()
        if act.kind == "decide":
            gone = set(act.data)
        else:
            d = act.discussion_draft()
            gone = {said_key(d.service, d.handling)}
        course.write(act.position, {k: v for k, v in course.texts(act.position).items() if k not in gone})
        self._load(course)
        self._screen.recorder.keep(act.position)


def _what(act: Act) -> str:
    if act.kind == "decide":
        return tr("the decision")
    return tr("what {service} said", service=act.discussion_draft().service.value)


def _mine(act: Act) -> str:
    if act.kind != "decide":
        return act.data["text"]
    d = act.decision_draft()
    return decision_words(d.decision, d.reason, d.dissent, d.disclosure, d.next_review)
