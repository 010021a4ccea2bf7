"""What was half-typed in a window: gathered when it locks or stops, and put back where it was."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui import words
from ui.drafts import Draft
from ui.tongue import tr
from ui.widgets.half_typed import FORMS, HalfForm, HalfTyped

if TYPE_CHECKING:
    from ui.window import Window


class HalfWay:
    """The half-typed text of one window: of its screens, and of a form that is open over them."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.forms = HalfTyped(window, lambda: (*window.here, window.table.doing))
        self.forms.kept.connect(lambda: window.tell_count(words.FORM_KEPT))

    def drafts(self) -> list[Draft]:
        """Half-typed text of every screen and what each was about; the one in view stands last."""
        window = self._window
        kept = [
            (name, window.last_about(name), dict(made.draft()))
            for name, made in window.screens.items()
            if made.draft() and name != window.here[0]
        ]
        now, forms = window.screen_now, self.forms.draft()
        if forms:
            kept.insert(0, (FORMS, {}, forms))
        return [*kept, (*window.here, dict(now.draft()) if now else {})]

    def left(self) -> list[Draft]:
        """What outlives a window that is closed by hand: forms closed by Esc, and texts that the register refused."""
        window, forms = self._window, self.forms.draft()
        texts = [
            (name, window.last_about(name), dict(made.refused_draft()))
            for name, made in window.screens.items()
        ]
        return [*([(FORMS, {}, forms)] if forms else []), *(each for each in texts if each[2])]

    def put_back(self, drafts: Sequence[Draft]) -> bool:
        """Go where one was, with the text that was there. Whether a form that was open is offered."""
        window, waiting = self._window, list[HalfForm]()
        for name, where, kept in drafts:
            if name == FORMS:
                waiting = self.forms.restore(kept)
            elif window.open(name, **where) and kept and name in window.screens:
                window.screens[name].restore(kept)
        for half in waiting:  # one: a form is closed before another is opened
            told = words.FORM_WAITS.format(title=half.title)
            act = tr("Open it") if half.by else tr("Go there")
            window.notice.say(told, "warn", (act, partial(self._open_form, half)))
        return bool(waiting)

    def _open_form(self, half: HalfForm) -> None:
        """Go where a form was open, and do again what opened it, where that is known and can be done now."""
        window = self._window
        window.notice.hide()
        if not window.open(half.screen, **half.where):
            return
        now = window.screen_now

        def again() -> None:
            if window.screen_now is not now:
                return
            act = next((each for each in window.table.actions if each.key == half.by), None)
            if act is not None and window.table.allowed(act):
                window.table.run(act.key)
            else:
                window.say(tr("“{title}”: open it here, and your text is back in it.", title=half.title))

        if now is None:
            again()
        else:
            now.when_settled(again)
