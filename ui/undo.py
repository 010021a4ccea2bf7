"""Ctrl+Z over records: what was done last in this window, and how it is taken back (docs/decisions/0038).

A screen that changes a record says beside the change how the old value is put back:

    self.ask(set_case, prn, …, then=…, undo=Step(f"Owner of {name}", lambda _none: Call(set_case, prn, …)))

Taking back is a use case like any other: it is asked of the door, entered in the trail, refused where the rule refuses
it, and nothing is erased. What cannot be taken back in honesty has its sentence in `ui.undo_words`; it stands in the
same order as everything else, so that no earlier thing is ever taken back in its place unseen. All of it is in memory
alone and ends with the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.domain.errors import Busy, Damaged, Overtaken, Unreachable
from ui import words
from ui.tongue import tr
from ui.undo_words import NOT_HERE, SILENT, WHY_NOT

if TYPE_CHECKING:
    from app.desk import Desk, UseCase
    from ui.desk import QtDesk
    from ui.tasks import Job

NOTHING = {
    True: tr("There is nothing to take back since you signed in."),
    False: tr("There is nothing to do again."),
}
STILL_SAVING = tr("Still being saved: what you did last can be taken back once it is.")


class Call:
    """A use case, or a function of ours that asks one, with its arguments, to be asked through the door."""

    def __init__(self, case: Any, *args: Any, **kwargs: Any) -> None:
        self.case, self.args, self.kwargs = case, args, kwargs

    def __call__(self, door: Desk) -> Any:
        return self.case(door, *self.args, **self.kwargs)

    @property
    def seen(self) -> Mapping[str, str]:
        """What stood before it, by field: what taking it back would put there."""
        return self.kwargs.get("seen") or {}

    def having_seen(self, theirs: Overtaken) -> Call:
        """The same by somebody who has read what stands there now and writes over it."""
        return Call(
            self.case, *self.args, **self.kwargs | {"seen": {**self.seen, theirs.field: theirs.theirs}}
        )


class Step(Struct, frozen=True):
    """One act as Ctrl+Z knows it."""

    what: str
    """What was changed, with whose it is: `Owner of Pōtiki, Hana`."""
    back: Callable[[Any], Call] | None = None
    """From what the act gave back, the act that puts the old value there."""
    why: str = ""
    """Why it cannot be taken back and where it is put right, a sentence; then `back` is not asked."""
    note: str = ""
    """What is not as before once it is taken back, a sentence."""


def cannot(case: UseCase[Any, Any]) -> Step:
    """What an act is to Ctrl+Z that is not taken back."""
    what, why = WHY_NOT.get(_key(case), NOT_HERE)
    return Step(what, why=why)


def _key(case: UseCase[Any, Any]) -> str:
    return f"{case.room}.{case.name}"


class Act(QUndoCommand):
    """Something done. Moving over it on the stack does nothing by itself: `Undo` asks the door, which may refuse."""

    def __init__(self, step: Step, call: Call, result: Any) -> None:
        super().__init__(step.what)
        self.step, self.why = step, step.why
        # Of what is never taken back nothing is kept: its arguments may be a passphrase or a source.
        self.call: Call | None = call if step.back else None
        self.result: Any = result if step.back else None

    @property
    def back(self) -> Call | None:
        """What takes it back, as it was done last; None where nothing does."""
        return None if self.why or self.step.back is None else self.step.back(self.result)


class Undo(QObject):
    """What was done in this window since sign-in, in order. Asks the door; one thing at a time."""

    done = Signal(str)
    """Something was taken back or done again, in a sentence."""
    cannot = Signal(str)
    """Why what was done last is not taken back, in a sentence."""
    overtaken = Signal(str, str, str, object, object)
    """Somebody else wrote meanwhile: of what, their text, ours, what writes ours over it, and what keeps theirs."""

    def __init__(self, desk: QtDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.stack = QUndoStack(self)
        self._turning = False
        self._asked = 0
        self._meanwhile: list[Act] = []
        """Saved while something is taken back: their place in the order is after it."""
        desk.closed.connect(self.forget)

    def forget(self) -> None:
        """Locked or left: what was done stays done, and no name of it stays in memory."""
        self.stack.clear()
        self._meanwhile.clear()

    def asks(self, job: Job) -> None:
        """A change is under way: until it is answered nobody knows what was done last."""
        self._asked += 1
        job.ended.connect(self._answered)

    def _answered(self) -> None:
        self._asked -= 1

    def did(self, call: Call, step: Step | Callable[[Any], Step] | None, result: Any) -> None:
        """Remember an act, with how it is taken back, or the sentence that says why it is not."""
        if step is None:
            if _key(call.case) in SILENT:
                return
            step = cannot(call.case)
        self._meanwhile.append(Act(step(result) if callable(step) else step, call, result))
        if not self._turning:
            self._push()

    def _push(self) -> None:
        for act in self._meanwhile:
            self.stack.push(act)
        self._meanwhile.clear()

    @property
    def back_words(self) -> str:
        """`Undo owner of Pōtiki, Hana`, for the menu; of what is not taken back, that it says why not."""
        act = self.stack.command(self.stack.index() - 1) if self.stack.canUndo() else None
        told = self._words(tr("&Undo"), self.stack.undoText())
        return (
            tr("{told} (why not)", told=told)
            if isinstance(act, Act) and (act.why or not act.step.back)
            else told
        )

    @property
    def again_words(self) -> str:
        return self._words(tr("&Redo"), self.stack.redoText())

    def _words(self, verb: str, what: str) -> str:
        return f"{verb} {words.inside(what).replace('&', '&&')}" if what else verb

    def turn(self, back: bool) -> None:
        """Take the last act back, or do again what was taken back."""
        if self._turning:
            return  # the first is still on its way; what stands is not known before it has come
        if self._asked:
            self.cannot.emit(STILL_SAVING)
            return
        act = self._next(back)
        if act is None:
            self.cannot.emit(NOTHING[back])
            return
        self._move(act, back)
        call = act.back if back else act.back and act.call
        if call is None:
            self._say_not(act, back)
        else:
            self._ask(act, back, call)

    def _ask(self, act: Act, back: bool, call: Call) -> None:
        """Nobody is named while it is under way: the strip stands over a screen that others may read, too."""
        self._turning = True

        def came(result: Any) -> None:
            if not back:
                act.result = result
            if (
                self._next(not back) is not act
            ):  # both texts were looked at again after something else was done
                act.why = tr("it is already taken back.") if back else tr("it is already done again.")
            self._turned()
            what = words.inside(act.step.what)
            told = tr("Taken back: {what}.", what=what) if back else tr("Done again: {what}.", what=what)
            self.done.emit(f"{told} {act.step.note}" if back and act.step.note else told)

        def failed(error: Exception) -> None:
            if isinstance(error, (Overtaken, Busy, Unreachable, Damaged)):
                self._move(act, not back)  # nothing was written: it is where it was
            else:
                act.why = words.sentence_of(error)
            self._turned()
            if isinstance(error, Overtaken):
                self._show_both(act, back, call, error)
            elif act.why:
                self._say_not(act, back)
            else:
                self.cannot.emit(words.sentence_of(error))

        saying = tr("Taking back what was done last") if back else tr("Doing again what was taken back")
        self._desk.ask(call, then=came, otherwise=failed, owner=self, saying=saying)

    def _turned(self) -> None:
        """What stands is known again."""
        self._turning = False
        self._push()

    def _show_both(self, act: Act, back: bool, call: Call, error: Overtaken) -> None:
        other = act.call if back else act.back
        ours = other.seen.get(error.field, "") if other else ""

        def write() -> None:
            self._move(act, back)
            self._ask(act, back, call.having_seen(error))

        def leave() -> None:
            act.why = tr("what somebody else wrote there stands.")
            self._move(act, back)

        self.overtaken.emit(act.step.what, error.theirs, ours, write, leave)

    def _say_not(self, act: Act, back: bool) -> None:
        """Say it, and what the next press would do: an earlier act is never taken back unannounced."""
        earlier = self.stack.undoText()
        more = (
            tr(" Ctrl+Z again takes back what was before it: {small}.", small=words.inside(earlier))
            if back and earlier
            else ""
        )
        self.cannot.emit(f"{act.step.what}: {act.why}{more}")

    def _next(self, back: bool) -> Act | None:
        """What a press is about."""
        place = self.stack.index() - 1 if back else self.stack.index()
        act = self.stack.command(place) if 0 <= place < self.stack.count() else None
        return act if isinstance(act, Act) else None

    def _move(self, act: Act, back: bool) -> None:
        """Over an act; one that something else was done after keeps its place."""
        if self._next(back) is not act:
            return
        if back:
            self.stack.undo()
        else:
            self.stack.redo()
