"""What every test shares: how long hypothesis may look, and in what manner."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.fixtures import desks, run_folder

# No deadline and no example database: a slow machine is not a failure, and a run leaves nothing behind.
settings.register_profile("desk", deadline=None, database=None, max_examples=60)
# The check repeats the same examples each time, so that a red one is red for everybody.
settings.register_profile("check", parent=settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.register_profile(
    "long",
    parent=settings.get_profile("desk"),
    max_examples=5_000,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("FORUMDESK_HYPOTHESIS") or ("check" if os.environ.get("CI") else "desk"))


_FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker begins, so that all of them write in the one folder."""
    if made := run_folder.take():
        config.stash[_FOLDER] = made


def pytest_unconfigure(config: pytest.Config) -> None:
    if made := config.stash.get(_FOLDER, None):
        run_folder.give_back(made)


@pytest.fixture(autouse=True)
def _own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the profile of whoever runs it."""
    monkeypatch.setenv("FORUMDESK_PROFILE", str(tmp_path_factory.mktemp("profile")))


@pytest.fixture
def register(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A real encrypted register with an administrator, a chair and two forums; or the one a module names: its
    `REGISTER` makes one in a folder."""
    make: Callable[[Path], Path] = getattr(request.module, "REGISTER", desks.new_register)
    return make(tmp_path / "register")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was left out because a program of others is not on this computer."""
    reasons = [
        str(report.longrepr[2]) for report in terminalreporter.stats.get("skipped", []) if report.longrepr
    ]
    missing = Counter(
        why.removeprefix("Skipped: ") for why in reasons if why.endswith("is not on this computer")
    )
    if missing:
        told = "; ".join(f"{why}: {count} left out" for why, count in sorted(missing.items()))
        terminalreporter.write_line(f"{told} (`./run check` as root adds it)")
