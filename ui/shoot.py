"""Pictures of screens as a person sees them, for the guide, the README and whoever looks for what is ugly.

Everything is drawn offscreen on a register that is signed in already; nothing is asked and nothing written but
the trail's own entries of what was looked at.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.people import Grant, grant
from app.domain.words import Role, Topic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from app.desk import Desk
    from ui.main import Program
    from ui.signin.window import SignInWindow
    from ui.window import Window

SIGNIN_STATES = (
    "signin",
    "signin-first-run",
    "signin-create",
    "signin-ask",
    "signin-recover",
    "signin-wrong",
    "signin-wait",
    "signin-damaged",
    "signin-restore",
    "signin-keys",
    "signin-caps",
    "signin-busy",
    "locked",
)
FRAME_STATES = ("keys", "go-to", "help", "idle-warning", "older-copy", "working", "reading-only")
_LONGEST = 20.0
_QUICK = 80
"""Of a picture that is only looked at: packed in half the time, a tenth larger."""
_FOLDERS = {
    "packs-folder": "C:/Users/ashcombem/ForumDesk packs",
    "police-folder": "C:/Users/ashcombem/ForumDesk Police",
}
"""Where files would go, so that no picture shows the folder of whoever draws it."""


class Shot(Struct, frozen=True):
    """What to draw. `width` and `height` are logical; the picture is that times `scale`."""

    screen: str
    width: int = 1366
    height: int = 768
    theme: str = "light"
    scale: float = 1.0
    text: int = 100
    out: Path = Path("shot.png")
    small: bool = False
    """Kept with few colours, for the repository."""


def read_size(text: str) -> tuple[int, int]:
    """`1366x768` as two numbers; refuses anything else."""
    width, _, height = text.lower().partition("x")
    if not (
        width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise Refused(f"'{text}' is not a size; write width and height, such as 1366x768.")
    return int(width), int(height)


def names() -> tuple[str, ...]:
    """Every screen and state there is, as `--list` prints them."""
    from ui.registry import SECTIONS, all_screens

    found: list[str] = []
    for screen in all_screens():
        found.append(screen.name)
        found += [f"{screen.name}-{state}" for state in screen.states]
    sections = [each.key for each in SECTIONS if each.key not in found]
    return (*SIGNIN_STATES, *sections, *found, *FRAME_STATES)


def for_docs(folder: Path | None = None) -> tuple[Shot, ...]:
    """The pictures that README and the guide show, into `folder` or where those pages look for them."""
    from ui import shoot_docs

    width, height = shoot_docs.SIZE
    return tuple(
        Shot(screen, width, height, theme, out=(folder or shoot_docs.PICTURES) / f"{name}.png", small=True)
        for name, (screen, theme) in shoot_docs.wanted(names()).items()
    )


def shoot(shots: tuple[Shot, ...], desk: Callable[[Role], Desk]) -> None:
    """Draw pictures. `desk` signs somebody of a role in, only where a picture needs it.

    An administrator sees nearly everything; what is not theirs is drawn as its chair sees it. Refuses an unknown
    name, and a screen that whoever was signed in may not see.
    """
    # Nearly every picture is an administrator's; whose it is, is known only when its screen was read.
    framed = any(shot.screen not in SIGNIN_STATES for shot in shots)
    signing_in = _Ahead(desk, Role.ADMINISTRATOR) if framed else None
    try:
        known = names_known(shots)
    except Refused:
        if signing_in is not None:
            signing_in.leave()
        raise
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("FORUMDESK_SHOOT_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(known)
    from ui.main import Program, application
    from ui.signin.window import Edges

    app = application()
    with tempfile.TemporaryDirectory(prefix="forumdesk-shoot-", ignore_cleanup_errors=True) as kept:
        program = Program(app, Edges(Path(kept)))
        for folder, place in _FOLDERS.items():
            program.settings.setValue(folder, place)
        try:
            for shot in shots:
                _one(app, program, shot, signing_in or desk)
        finally:
            program.close()


def seen_by(screen: str) -> Role:
    """Who signs in for a picture: an administrator, or a chair where the screen is none of an administrator's."""
    from ui.registry import shown_by

    found = shown_by(screen)
    needs = found[0].needs if found else None
    theirs = needs is None or grant(needs.permission, Role.ADMINISTRATOR) in (Grant.YES, Grant.LIMITED)
    return Role.ADMINISTRATOR if theirs else Role.CHAIR


class _Ahead:
    """Signs the first in on another thread while this one reads the window's packages: stretching a key leaves time."""

    def __init__(self, desk: Callable[[Role], Desk], first: Role) -> None:
        self._desk = desk
        self._first = first
        self._came: dict[Role, Desk] = {}
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._came[self._first] = self._desk(self._first)
        except Exception as error:  # noqa: BLE001 - raised again where it is asked for
            self._error = error

    def __call__(self, role: Role) -> Desk:
        self._thread.join()
        if self._error is not None:
            raise self._error
        if role not in self._came:
            self._came[role] = self._desk(role)
        return self._came[role]

    def leave(self) -> None:
        """Nothing is drawn after all: whoever was signed in goes."""
        self._thread.join()
        for came in self._came.values():
            came.close()


def names_known(shots: tuple[Shot, ...]) -> float:
    """Refuse a name or theme there is not; the one scale of all pictures of a process."""
    from ui.registry import SECTIONS, shown_by
    from ui.tones import Theme

    plain = (*SIGNIN_STATES, *FRAME_STATES, *(each.key for each in SECTIONS))
    for shot in shots:
        if shot.screen not in plain and shown_by(shot.screen) is None and shot.screen not in names():
            raise Refused(
                f"There is no screen called '{shot.screen}'; `forumdesk shoot --list` prints those there are."
            )
        if shot.theme not in set(Theme):
            raise Refused(f"There is no theme called '{shot.theme}'; there are light, dark and contrast.")
    scales = {shot.scale for shot in shots}
    if len(scales) != 1:
        raise Refused("One run draws at one scale; run it once for each.")
    return scales.pop()


def _one(app: QApplication, program: Program, shot: Shot, desk: Callable[[Role], Desk]) -> None:
    program.settings.setValue("text-size", shot.text)
    program.look(shot.theme, None)
    shown: QWidget
    if shot.screen in SIGNIN_STATES:
        shown = _signin(app, program, shot)
    else:
        shown = _frame(app, program, shot, desk)
    shown.resize(shot.width, shot.height)
    settle(app, program, until=shot.screen != "signin-busy")
    _draw(shown, shot)
    if shot.screen in SIGNIN_STATES:
        shown.close()
        program.signin = None


def _draw(shown: QWidget, shot: Shot) -> None:
    """The window, and over it whatever dialog is open."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog

    shown.setUpdatesEnabled(True)
    picture = shown.grab()
    dialogs = [each for each in shown.findChildren(QDialog) if each.isVisible()]
    if dialogs:
        painter = QPainter(picture)
        for dialog in dialogs:
            at = QPoint((shown.width() - dialog.width()) // 2, (shown.height() - dialog.height()) // 2)
            painter.drawPixmap(at, dialog.grab())
            painter.setPen(dialog.palette().windowText().color())
            painter.drawRect(at.x(), at.y(), dialog.width(), dialog.height())
        painter.end()
        for dialog in dialogs:
            dialog.close()
    shot.out.parent.mkdir(parents=True, exist_ok=True)
    image = picture.toImage()
    if shot.small:
        from ui.shoot_docs import with_few_colours

        image = with_few_colours(image)
    if not image.save(str(shot.out), quality=0 if shot.small else _QUICK):
        raise Refused(f"The picture {shot.out} could not be written; choose a folder you may write to.")


def settle(app: QApplication, program: Program, until: bool = True) -> None:
    """Let everything that was asked for come, and be drawn."""
    ends = time.monotonic() + _LONGEST
    quiet = 0
    while quiet < 4:
        app.processEvents()
        quiet = 0 if until and program.tasks.busy else quiet + 1
        if time.monotonic() > ends:
            raise Refused("The screen did not come to rest; nothing was drawn.")
        if program.tasks.busy:
            time.sleep(0.002)


def _signin(app: QApplication, program: Program, shot: Shot) -> SignInWindow:
    from app.domain.errors import Damaged, WrongKey
    from ui.signin.window import Lock

    program.settings.setValue("register", "" if shot.screen == "signin-first-run" else "christchurch")
    window = program.start(locked=Lock.KEPT if shot.screen == "locked" else Lock.NONE)
    settle(app, program)
    window.enter.opened.pretend("christchurch", "hawkes-bay")
    window.enter.name.setText("Mere Ashcombe")
    if shot.screen == "signin-create":
        window.show_page(window.maker)
    elif shot.screen == "signin-ask":
        window.show_page(window.asker)
    elif shot.screen == "signin-recover":
        window.show_page(window.recoverer)
    elif shot.screen in ("signin-wrong", "signin-wait"):
        error = WrongKey("")
        error.tries_left = 2 if shot.screen == "signin-wrong" else 0
        window.enter.say_refused(error)
    elif shot.screen in ("signin-damaged", "signin-restore"):
        damage = Damaged(
            "The register christchurch is shorter or longer than it says, so it is damaged: restore the last "
            "backup. The newest backup is of 26/11/2026 08:05, to entry 612. To go back to it: "
            "`forumdesk register restore COPY DIR`."
        )
        damage.backup = "christchurch-2026-11-26-0805.fdbackup"
        window.enter.say_refused(damage)
        if shot.screen == "signin-restore":
            window.enter.restore(damage.backup)
            _foreseen(window)
    elif shot.screen == "signin-keys":
        damage = Damaged(
            "There is no key file register.keys in christchurch; nothing was changed. A whole copy is at hand: the one "
            "this computer kept at its last sign-in, of 26/11/2026 08:05, with 6 people. To put it back: "
            "`forumdesk register put-back-keys`. The register is not touched."
        )
        damage.key_copy = "of 26/11/2026 08:05"
        window.enter.say_refused(damage)
    elif shot.screen == "signin-caps":
        window.enter.passphrase.setText("a passphrase")
        window.enter.passphrase.caps.emit(True)
    elif shot.screen == "signin-busy":
        window.enter.passphrase.setText("a passphrase")
        window.enter.busy(True)
    return window


def _foreseen(window: SignInWindow) -> None:
    """As if the backup had been looked at, and the register that it is of still opened."""
    from datetime import UTC, datetime

    from app.domain.backup import Foreseen, Missing

    window.restorer.passphrase.setText("a passphrase")
    missing = Missing(14, {"revoke_person": 1, "set_case": 11, "issue_copy": 2}, "the present register")
    window.restorer.told((Foreseen(datetime(2026, 11, 25, 19, 5, tzinfo=UTC), 612, missing, True), None))


def _older_copy(window: Window) -> None:
    """As if this computer had seen more of the register than there is."""
    from app.domain.witness import Behind, Seen
    from ui import facts

    window.desk.door.behind = Behind(Seen(1, 512, ""), 498)
    facts.after(window.desk, window, frozenset({Topic.REGISTER}))


def _reading_only(window: Window) -> None:
    """As if the share gave only reading."""
    from ui import facts

    window.desk.door.reading_only = True
    facts.about_forum(window.desk, window)


def _at_work(window: Window) -> None:
    """As if packs were being made, five of twelve."""
    from ui.tasks import Job

    job = Job(lambda _progress: None, "Making 12 packs", can_stop=True)
    window.strip.show_job(job)
    job.told.emit(5, 12, "")


def _frame(app: QApplication, program: Program, shot: Shot, desk: Callable[[Role], Desk]) -> QWidget:
    from ui.registry import shown_by

    # A frame of its own for each picture: nothing that an earlier one opened, typed or pretended shows in it.
    door, before = desk(seen_by(shot.screen)), program.window
    door.behind, door.reading_only, door.outside = None, False, None
    if before is not None and before.desk.door is door:
        window = program.frame_anew()
    else:
        window = program.enter(door, first="")
        if before is not None:
            before.leave()
    window.setUpdatesEnabled(False)  # painted once, for the picture
    window.resize(shot.width, shot.height)
    if shot.screen in FRAME_STATES:
        window.open("cases")
        settle(app, program)
        if shot.screen == "idle-warning":
            program.warn(60)
        elif shot.screen == "working":
            _at_work(window)
        elif shot.screen == "reading-only":
            _reading_only(window)
        elif shot.screen == "older-copy":
            _older_copy(window)
        else:
            window.table.run({"go-to": "go"}.get(shot.screen, shot.screen))
        return window
    found = shown_by(shot.screen)
    where = {**found[0].example(window.desk), **found[0].opened.get(found[1], {})} if found else {}
    window.open(found[0].name if found else shot.screen, **where)
    settle(app, program)
    if found and not isinstance(window.screen_now, found[0]):
        raise Refused(
            f"Whoever is signed in may not see '{shot.screen}', so it was not drawn; name a chair with --user."
        )
    if found and found[1]:
        getattr(window.screen_now, found[0].states[found[1]])()
    return window
