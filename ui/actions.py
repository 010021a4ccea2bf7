"""One table of actions: menus, shortcuts, the list on Ctrl+/ and the palette on Ctrl+K all come from it.

The frame's own actions stand in `ui.window`; a screen adds its own by `Screen.acts()`:

    Action("cases.new", "Case", "&New case…", self.new_case, keys="Ctrl+N", needs=open_high_profile)

`needs` greys the action by the door's rule; `enabled` greys it by what is on the screen now; `says` words its menu line
by what it would do now. Keys of a
single letter belong to a screen's lists, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.tongue import tr

if TYPE_CHECKING:
    from app.desk import UseCase

MENUS = {
    "File": tr("&File"),
    "Edit": tr("&Edit"),
    "View": tr("&View"),
    "Case": tr("&Case"),
    "Meeting": tr("&Meeting"),
    "Police": tr("&Police"),
    "Tools": tr("&Tools"),
    "Help": tr("&Help"),
}
"""The menus in their order: the name that an action gives, and what stands in the bar."""


class Action(Struct, frozen=True):
    """One thing a person can do. `menu` is a name of `MENUS`; `text` bears the mnemonic and, with …, asks more."""

    key: str
    menu: str
    text: str
    run: Callable[[], object]
    keys: str = ""
    needs: UseCase[Any, Any] | None = None
    enabled: Callable[[], bool] | None = None
    checked: Callable[[], bool] | None = None
    says: Callable[[], str] | None = None
    after_line: bool = False

    @property
    def plain(self) -> str:
        """The words without mnemonic and dots."""
        return self.text.replace("&", "").rstrip("…").strip()

    @property
    def under(self) -> str:
        """What its menu is called, without mnemonic."""
        return MENUS.get(self.menu, self.menu).replace("&", "")

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Its shortcuts; several are parted by a blank, the first stands in the menu."""
        return tuple(self.keys.split())

    @property
    def line(self) -> tuple[object, ...]:
        """What its menu line is made of; what it does, and whether it may, is asked when it is wanted."""
        return (
            self.key, self.menu, self.text, self.keys, self.after_line, self.checked is None, self.says is None,
        )  # fmt: skip


class ActionTable:
    """The actions in force now, and the menus made of them."""

    def __init__(
        self,
        owner: QWidget,
        bar: QMenuBar,
        may: Callable[[UseCase[Any, Any]], bool],
        say: Callable[[str], object] = lambda _sentence: None,
    ) -> None:
        self._owner = owner
        self._may, self._say = may, say
        self._menus: dict[str, QMenu] = {}
        self._made: list[QAction] = []
        self._lines: list[QAction | None] = []
        """The line drawn above each of `_made`, where there is one."""
        self._otherwise: dict[str, Callable[[], str]] = {}
        self.actions: tuple[Action, ...] = ()
        self.doing = ""
        """The action that is being done, by its key: what a form remembers that it opened."""
        for name, title in MENUS.items():
            menu = bar.addMenu(title)
            menu.aboutToShow.connect(self.regrey)
            self._menus[name] = menu

    def fill(
        self, actions: Iterable[Action], otherwise: Mapping[str, Callable[[], str]] | None = None
    ) -> None:
        """Make menus and shortcuts anew from a table. Two actions with one key, or one shortcut, are a fault.

        Those at its beginning that are there already, as the frame's own are at every screen, stay as they are.
        `otherwise` is what a key says that cannot act now, by the key or by the action that has it (see `speak`).
        """
        before, self.actions = self.actions, tuple(actions)
        taken: dict[str, str] = {}
        for action in self.actions:
            for keys in action.all_keys:
                if keys in taken:
                    raise AssertionError(f"{keys} is both {taken[keys]} and {action.key}")
                taken[keys] = action.key
        pairs = zip(before, self.actions, strict=False)
        stay = sum(1 for _ in takewhile(lambda pair: pair[0].line == pair[1].line, pairs))
        self._take_away(before[stay:], stay)
        for action in self.actions[stay:]:
            self._make(action)
        self._otherwise = dict(otherwise or {})
        for menu in self._menus.values():
            menu.menuAction().setVisible(bool(menu.actions()))
        self.regrey()

    def _take_away(self, gone: Sequence[Action], stay: int) -> None:
        """The menu lines of those that go, which follow so many that stay."""
        for action, old, line in zip(gone, self._made[stay:], self._lines[stay:], strict=True):
            for each in filter(None, (line, old)):
                self._menus[action.menu].removeAction(each)
                each.deleteLater()
            self._owner.removeAction(old)
        del self._made[stay:], self._lines[stay:]

    def _make(self, action: Action) -> None:
        made = QAction(action.text, self._owner)
        made.setShortcuts([QKeySequence(keys) for keys in action.all_keys])
        made.setObjectName(action.key)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.setCheckable(action.checked is not None)
        made.triggered.connect(lambda: self._do(self._action(action.key)))
        self._owner.addAction(made)
        menu = self._menus[action.menu]
        self._lines.append(menu.addSeparator() if action.after_line and menu.actions() else None)
        menu.addAction(made)
        self._made.append(made)

    def _action(self, key: str) -> Action:
        return next(each for each in self.actions if each.key == key)

    def _do(self, action: Action) -> None:
        self.doing = action.key
        try:
            action.run()
        finally:
            self.doing = ""

    def run(self, key: str) -> None:
        """Do one by its key, as its menu line would."""
        action = self._action(key)
        if self.allowed(action):
            self._do(action)

    def regrey(self) -> None:
        """Ask again what may be done now."""
        for action, made in zip(self.actions, self._made, strict=True):
            made.setEnabled(self.allowed(action))
            if action.says is not None:
                made.setText(action.says())
            if action.checked is not None:
                made.setChecked(action.checked())

    def speak(self, keys: str) -> bool:
        """Say why a key that nobody took does nothing, or do what has become possible since anybody looked.

        False where it is no key that anybody would expect to act.
        """
        self.regrey()
        its = next((each for each in self.actions if keys in each.all_keys), None)
        words = self._otherwise.get(keys if its is None else its.key)
        if its is None and words is None:
            return False
        if its is not None and self.allowed(its):
            self._do(its)
        elif its is not None and its.needs is not None and not self._may(its.needs):
            self._say(tr("{plain}: not in your role.", plain=its.plain))
        elif words is not None:
            self._say(words())
        elif its is not None:
            self._say(tr("{plain}: not possible here now.", plain=its.plain))
        return True

    def allowed(self, action: Action) -> bool:
        if action.needs is not None and not self._may(action.needs):
            return False
        return action.enabled is None or action.enabled()
