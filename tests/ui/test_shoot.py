"""Pictures: every name there is, at the size asked, and a sentence where a name is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.domain.errors import Refused
from app.domain.words import Role
from tests.fixtures import desks
from ui import shoot
from ui.registry import SECTIONS


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_names_have_no_blanks_stand_once_and_hold_every_section() -> None:
    names = shoot.names()
    assert len(names) == len(set(names))
    assert not any(" " in name for name in names)
    assert {each.key for each in SECTIONS} <= set(names)


def test_a_screen_and_a_dialog_are_drawn_at_the_size_asked(register: Path, tmp_path: Path) -> None:
    shots = tuple(
        shoot.Shot(name, 960, 540, "dark", out=tmp_path / f"{name}.png")
        for name in ("trail", "keys", "people", "working", "reading-only")
    )
    shoot.shoot(shots, lambda _role: desks.sit(register, Role.CHAIR))
    for shot in shots:
        picture = QImage(str(shot.out))
        assert (picture.width(), picture.height()) == (960, 540)


def test_a_picture_reads_no_screen_but_its_own(register: Path, tmp_path: Path) -> None:
    """In a process of its own: this one has read them all."""
    code = (
        "import sys; from pathlib import Path; from tests.fixtures import desks; from ui import shoot; "
        "there, out = map(Path, sys.argv[1:]); "
        "shoot.shoot((shoot.Shot('people', out=out),), lambda role: desks.sit(there, role)); "
        "print([name for name in sys.modules if name.startswith('ui.') and name.endswith('.screen')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(register), str(tmp_path / "people.png")],
        capture_output=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "['ui.screen', 'ui.people.screen']"


def test_signing_in_is_drawn_without_a_register(tmp_path: Path) -> None:
    def nobody(_role: Role) -> desks.door.Desk:
        raise AssertionError("no register is needed for this picture")

    shots = tuple(shoot.Shot(name, out=tmp_path / f"{name}.png") for name in shoot.SIGNIN_STATES)
    shoot.shoot(shots, nobody)
    assert len({shot.out.read_bytes() for shot in shots}) == len(shots)


@pytest.mark.parametrize(
    ("shot", "said"),
    [
        (shoot.Shot("nothing"), "no screen called 'nothing'"),
        (shoot.Shot("idle-nothing"), "no screen called 'idle-nothing'"),
        (shoot.Shot("a.b"), "no screen called 'a.b'"),
        (shoot.Shot("trail", theme="pink"), "no theme called 'pink'"),
    ],
)
def test_what_there_is_not_is_refused_in_words(shot: shoot.Shot, said: str, register: Path) -> None:
    with pytest.raises(Refused, match=said):
        shoot.shoot((shot,), lambda _role: desks.sit(register))


@pytest.mark.parametrize("text", ["", "1366", "0x0", "1366×768", "99999x10"])
def test_a_size_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is not a size"):
        shoot.read_size(text)


def test_what_an_administrator_may_not_see_is_drawn_as_the_chair_sees_it(
    register: Path, tmp_path: Path
) -> None:
    asked: list[Role] = []

    def sits(role: Role) -> desks.door.Desk:
        asked.append(role)
        return desks.sit(register, role)

    names = ("people", "meeting-evaluation", "idle-warning")
    shoot.shoot(tuple(shoot.Shot(name, out=tmp_path / f"{name}.png") for name in names), sits)
    assert asked == [Role.ADMINISTRATOR, Role.CHAIR]
    assert all((tmp_path / f"{name}.png").exists() for name in names)


def test_a_screen_that_whoever_signed_in_may_not_see_is_refused_in_words(
    register: Path, tmp_path: Path
) -> None:
    shot = shoot.Shot("meeting-evaluation", out=tmp_path / "evaluation.png")
    with pytest.raises(Refused, match="may not see 'meeting-evaluation', so it was not drawn"):
        shoot.shoot((shot,), lambda _role: desks.sit(register, Role.ADMINISTRATOR))
    assert not shot.out.exists()
