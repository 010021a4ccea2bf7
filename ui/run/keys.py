"""The keys of a meeting in one table: what acts, what is shown beneath, and what Ctrl+/ lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.words import DecisionKind, Track

if TYPE_CHECKING:
    from ui.run.screen import RunScreen

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One key: how it is written, what it does in words, and what is done on the screen."""

    shown: str
    words: str
    do: Callable[[RunScreen], object]
    everywhere: bool = False
    """Whether it acts on every page of a meeting; the others act where a case is in hand."""


KEYS: tuple[KeyLine, ...] = (
    KeyLine("Space", "start or pause the clock", lambda s: s.steer("clock"), True),
    KeyLine("+", "one minute more for the case", lambda s: s.steer("minute")),
    KeyLine("E", "ten minutes more for the meeting", lambda s: s.steer("extend"), True),
    KeyLine("1", "plan agreed", lambda s: s.page.panel.choose(DecisionKind.AGREED)),
    KeyLine("2", "agreed with changes", lambda s: s.page.panel.choose(DecisionKind.WITH_CHANGES)),
    KeyLine("3", "not agreed: more to do", lambda s: s.page.panel.choose(DecisionKind.MORE_TO_DO)),
    KeyLine("4", "put off to the next meeting", lambda s: s.page.panel.choose(DecisionKind.DEFERRED)),
    KeyLine("D", "defer", lambda s: s.page.panel.choose(DecisionKind.DEFERRED)),
    KeyLine("A", "action", lambda s: s.page.panel.action.setFocus(_BY_KEY)),
    KeyLine("M", "minute of the discussion", lambda s: s.page.panel.discussion.setFocus(_BY_KEY)),
    KeyLine("T", "pull to the table", lambda s: s.move_to(Track.TABLE), True),
    KeyLine("O", "move to paper", lambda s: s.move_to(Track.PAPER)),
    KeyLine("V", "vote on paper", lambda s: s.show_paper(), True),
    KeyLine("H", "who is here", lambda s: s.show_attendance(), True),
    KeyLine("C", "checklist and closing", lambda s: s.show_closing(), True),
    KeyLine("P", "projector-safe", lambda s: s.front.toggle_safe(), True),
)
"""Single letters act only where no text box has the keyboard: a text box takes them for itself."""

_NAMED = {Qt.Key.Key_Space: "Space", Qt.Key.Key_Plus: "+"}
_FIRST = ("Ctrl+Enter record and next",)
_LAST = ("Alt+Left, Alt+Right other case", "F11 full screen", "Ctrl+/ every key", "Esc leave (asks)")


def line_of(event: QKeyEvent) -> KeyLine | None:
    """Which line of the table a key press is; none with Ctrl, Alt or Meta held."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held:
        return None
    shown = _NAMED.get(Qt.Key(event.key()), event.text().upper())
    return next((line for line in KEYS if line.shown == shown), None)


def foot(short: bool = False) -> str:
    """The line beneath the case; where there is little room it says where the others stand."""
    if short:
        return "  ·  ".join((*_FIRST, *_LAST[-2:]))
    told = [f"{line.shown} {line.words}" for line in KEYS if line.shown not in ("1", "2", "3", "4")]
    told.insert(3, "1–4 decide")
    return "  ·  ".join((*_FIRST, *told, *_LAST))
