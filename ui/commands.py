"""The frame's own commands: what is there on every screen, for menus, keys, Ctrl+K and Ctrl+/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui import guide
from ui.actions import Action
from ui.palette import KeyList, Palette
from ui.registry import SECTIONS

if TYPE_CHECKING:
    from ui.window import Window


def frame_actions(window: Window) -> tuple[Action, ...]:
    """What is there on every screen."""

    def to(number: int, key: str, title: str) -> Action:
        return Action(f"go.{key}", "View", f"{title}", partial(window.enter, key), keys=f"Ctrl+{number}")

    look = window.looks_asked.emit
    return (
        Action("lock", "File", "&Lock", window.lock_asked.emit, keys="Ctrl+L"),
        Action("quit", "File", "&Quit", window.close, keys="Ctrl+Q", after_line=True),
        Action("undo", "Edit", "&Undo", window.turning.back, keys="Ctrl+Z", says=window.turning.back_words),
        Action(
            "redo",
            "Edit",
            "&Redo",
            window.turning.again,
            keys="Ctrl+Y Ctrl+Shift+Z",
            says=window.turning.again_words,
        ),
        Action(
            "find",
            "Edit",
            "&Find on this screen",
            window.do_find,
            keys="Ctrl+F",
            enabled=lambda: window.can_find,
            after_line=True,
        ),
        *(to(number, each.key, each.title) for number, each in enumerate(SECTIONS, 1)),
        Action(
            "go.minutes",
            "Meeting",
            "M&inutes",
            partial(window.open, "meeting-minutes"),
            keys="Ctrl+Shift+M",
            after_line=True,
        ),
        Action(
            "go.actions", "Meeting", "Acti&ons", partial(window.open, "meeting-actions"), keys="Ctrl+Shift+T"
        ),
        Action(
            "go.evaluation", "Meeting", "The chair's e&valuation", partial(window.open, "meeting-evaluation")
        ),
        Action("back", "View", "&Back", window.back, keys="Alt+Backspace", after_line=True),
        Action("reload", "View", "&Reload", window.do_reload, keys="F5"),
        Action("pane.next", "View", "Ne&xt pane", partial(window.walk_panes, 1), keys="F6"),
        Action("pane.before", "View", "Pre&vious pane", partial(window.walk_panes, -1), keys="Shift+F6"),
        Action("pane.larger", "View", "Larger pane", partial(window.move_border, 1), keys="Ctrl+Alt+Right"),
        Action("pane.smaller", "View", "Smaller pane", partial(window.move_border, -1), keys="Ctrl+Alt+Left"),
        Action("full", "View", "F&ull screen", lambda: turn_full(window), keys="F11"),
        Action("larger", "View", "&Larger text", partial(look, "", 1), keys="Ctrl++ Ctrl+=", after_line=True),
        Action("smaller", "View", "S&maller text", partial(look, "", -1), keys="Ctrl+-"),
        Action("normal", "View", "&Normal text size", partial(look, "", 0), keys="Ctrl+0"),
        Action("theme.light", "View", "Light &theme", partial(look, "light", 100), after_line=True),
        Action("theme.dark", "View", "&Dark theme", partial(look, "dark", 100)),
        Action("theme.contrast", "View", "&High contrast", partial(look, "contrast", 100)),
        Action(
            "go", "Tools", "&Go to person, screen or command…", lambda: Palette(window).open(), keys="Ctrl+K"
        ),
        Action(
            "cancel", "Tools", "&Stop what is running, or close what is open", window.do_escape, keys="Esc"
        ),
        Action("help", "Help", "Help for &this screen", lambda: show_help(window), keys="F1"),
        Action("keys", "Help", "&Every key", lambda: KeyList(window).open(), keys="Ctrl+/"),
    )


def words_for_keys(window: Window) -> Mapping[str, Callable[[], str]]:
    """What a key says that everybody expects to act, on a screen where it has nothing to act on."""
    return {
        "find": lambda: "Nothing to search on this screen; Ctrl+K goes to any person or screen.",
        "Ctrl+S": lambda: f"{window.saved_words}: every field is saved as you leave it.",
        "Ctrl+N": lambda: "Nothing new is made on this screen; Ctrl+K finds where a case or a meeting is.",
        "Ctrl+P": lambda: (
            "Nothing is printed from this screen; packs, slips and minutes are printed as copies."
        ),
        "Ctrl+Shift+P": lambda: "Nothing is previewed from this screen; an agenda and a pack are.",
        "F2": lambda: "Nothing on this screen is edited by F2; Enter opens the row under the keyboard.",
        "F4": lambda: "Nothing on this screen has a history; in a case F4 tells where a value comes from.",
        "F8": lambda: "Nothing on this screen is previewed beside a list; the list of cases is.",
    }


def turn_full(window: Window) -> None:
    """Full screen and back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def show_help(window: Window) -> None:
    """The page of the guide for the screen in view."""
    guide.show(window, window.screen_now.help_page if window.screen_now else "start")
