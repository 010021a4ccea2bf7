"""The keys of a meeting in one table: what acts, what is shown beneath, and what Ctrl+/ lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.domain.words import DecisionKind, Track
from ui.tongue import tr

if TYPE_CHECKING:
    from ui.run.screen import RunScreen

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class KeyLine(Struct, frozen=True):
    """One key: how it is written, what it does in words, and what is done on the screen."""

    shown: str
    words: str
    do: Callable[[RunScreen], object]
    everywhere: bool = False
    """Whether it acts on every page of a meeting; the others act where a case is in hand."""


KEYS: tuple[KeyLine, ...] = (
    KeyLine("Space", tr("start or pause the clock"), lambda s: s.steer("clock"), True),
    KeyLine("+", tr("one minute more for the case"), lambda s: s.steer("minute")),
    KeyLine("E", tr("ten minutes more for the meeting"), lambda s: s.steer("extend"), True),
    KeyLine("1", tr("plan agreed"), lambda s: s.page.panel.choose(DecisionKind.AGREED)),
    KeyLine("2", tr("agreed with changes"), lambda s: s.page.panel.choose(DecisionKind.WITH_CHANGES)),
    KeyLine("3", tr("not agreed: more to do"), lambda s: s.page.panel.choose(DecisionKind.MORE_TO_DO)),
    KeyLine("4", tr("put off to the next meeting"), lambda s: s.page.panel.choose(DecisionKind.DEFERRED)),
    KeyLine("D", tr("defer"), lambda s: s.page.panel.choose(DecisionKind.DEFERRED)),
    KeyLine("A", tr("action"), lambda s: s.page.panel.action.setFocus(_BY_KEY)),
    KeyLine("M", tr("minute of the discussion"), lambda s: s.page.panel.discussion.setFocus(_BY_KEY)),
    KeyLine("T", tr("pull to the table"), lambda s: s.move_to(Track.TABLE), True),
    KeyLine("O", tr("move to paper"), lambda s: s.move_to(Track.PAPER)),
    KeyLine("V", tr("vote on paper"), lambda s: s.show_paper(), True),
    KeyLine("H", tr("who is here"), lambda s: s.show_attendance(), True),
    KeyLine("C", tr("checklist and closing"), lambda s: s.show_closing(), True),
    KeyLine("P", tr("projector-safe"), lambda s: s.front.toggle_safe(), True),
)
"""Single letters act only where no text box has the keyboard: a text box takes them for itself."""

_NAMED = {Qt.Key.Key_Space: "Space", Qt.Key.Key_Plus: "+"}
_FIRST = (tr("Ctrl+Enter record and next"),)
_LAST = (
    tr("Alt+Left, Alt+Right other case"),
    tr("F11 full screen"),
    tr("Ctrl+/ every key"),
    tr("Esc leave (asks)"),
)


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
    told.insert(3, tr("1–4 decide"))
    return "  ·  ".join((*_FIRST, *told, *_LAST))
