"""`forumdesk shoot`: the made-up register that pictures are drawn of, and who signs in there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.shoot import StretchedOnce

ROOT = Path(__file__).parents[2]
SALT = b"s" * 32


def test_a_passphrase_that_was_stretched_for_pictures_is_not_stretched_again() -> None:
    first = StretchedOnce()
    made = first.derive("a kettle of made-up people", SALT, first.calibrate())
    assert len(made) == 32
    again = StretchedOnce({asked: bytes(32).hex() for asked in first.known})
    assert again.derive("a kettle of made-up people", SALT, first.calibrate()) == bytes(32)


@pytest.mark.parametrize(("passphrase", "salt"), [("another kettle", SALT), ("a kettle", b"t" * 32)])
def test_another_passphrase_or_another_salt_is_stretched(passphrase: str, salt: bytes) -> None:
    first = StretchedOnce()
    made = first.derive("a kettle", SALT, first.calibrate())
    assert first.derive(passphrase, salt, first.calibrate()) != made


def test_a_picture_is_drawn_of_the_register_that_was_made_for_pictures(tmp_path: Path) -> None:
    """In processes of their own, as a person calls them: each sets up the window's library for itself."""
    pytest.importorskip("PySide6")
    picture = tmp_path / "trail.png"

    def shoot(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            (sys.executable, "-m", "app.main", "shoot", *words),
            cwd=ROOT, env={**os.environ, "FORUMDESK_PROFILE": str(tmp_path / "profile")},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip

    draw = ("--screen", "trail", "--size", "960x540", "--out", str(picture))
    refused = shoot(*draw)
    assert (refused.returncode, refused.stderr.count("`./run shoot --prepare`")) == (1, 1)
    assert shoot("--prepare").returncode == 0
    drawn = shoot(*draw)
    assert drawn.returncode == 0, drawn.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
