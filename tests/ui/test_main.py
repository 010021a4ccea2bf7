"""`forumdesk` without a command opens the window where there can be one, and says why where there cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.base import Edges
from app.main import main


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_and_names_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], Edges(environ={})) == 0
    said = capsys.readouterr().out
    assert "there is no display" in said
    assert "forumdesk --help" in said


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_display_that_cannot_be_drawn_on_is_told_in_a_sentence(tmp_path: Path) -> None:
    there_is_none = {"DISPLAY": ":9876", "FORUMDESK_PROFILE": str(tmp_path)}
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_", "XDG_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "app.main"], env=kept | there_is_none, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(
        "ForumDesk's window cannot open here: the display does not answer, or the system lacks"
    )
    assert "`./run` adds them" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "ForumDesk's window cannot open here"),
        (["shoot", "--screen", "cases", "--out", "shot.png"], "Nothing was drawn"),
    ],
)
def test_a_system_library_that_qt_lacks_is_told_in_a_sentence(
    words: list[str], told: str, tmp_path: Path
) -> None:
    code = (
        "import sys; sys.modules['PySide6.QtWidgets'] = None; "  # as where what it links to is not there
        "from app.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, encoding="utf-8", cwd=Path(__file__).parents[2],
        env={**os.environ, "DISPLAY": ":9876", "FORUMDESK_PROFILE": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(told)
    assert "./run" in done.stderr


def test_the_list_of_pictures_is_one_name_a_line_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["shoot", "--list"], Edges(environ={})) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "trail" in captured.out.splitlines()
    assert all(line and " " not in line for line in captured.out.splitlines())


def test_a_picture_without_a_place_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shoot", "--screen", "trail"], Edges(environ={})) == 1
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["trail", "--help"], ["--version"]])
def test_help_reads_nothing_of_the_window(words: list[str]) -> None:
    code = (
        "import sys; from app.main import main; main(sys.argv[1:]); "
        "print([name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'ui', 'sqlalchemy')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_module_has_its_source_read_to_ask_whether_it_speaks_of_qt() -> None:
    code = "import builtins, ui.main; print(builtins.__import__.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() != "__feature_import__"


def test_the_door_reads_neither_backups_nor_another_engine_before_somebody_asks() -> None:
    code = (
        "import sys, app.desk; before = set(sys.modules); app.desk.restore; "
        "print([name in before for name in ('db.restoring', 'sqlalchemy.dialects.postgresql')], "
        "'db.restoring' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[False, False] True"
