"""What the window says: advice names its own places, days and times are New Zealand's whatever the computer speaks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from tests.fixtures import desks
from tests.ui.conftest import SignIn
from ui import words
from ui.widgets.pick import DayEdit

TOP = Path(__file__).resolve().parents[2]
FROM_A_TERMINAL = {"register", "forum", "criteria", "demo", "shoot"}
"""Groups of commands that the window has no place for yet: there the command itself is the advice."""


def test_advice_in_an_error_names_the_place_in_the_window() -> None:
    said = words.sentence_of(Refused("Nothing was changed: record it with `forumdesk hearing record`."))
    assert said == "Nothing was changed: record it with “Record a hearing…” on the case."
    kept = "Run `forumdesk register check` and restore a backup."
    assert words.sentence_of(Refused(kept)) == kept


def test_every_command_that_a_refusal_advises_has_its_place_in_the_window() -> None:
    advised: set[str] = set()
    for room in ("app/domain", "app/usecases", "db/queries"):
        for file in (TOP / room).rglob("*.py"):
            text = re.sub(r'"\s*\n\s*f?"', "", file.read_text(encoding="utf-8"))
            advised |= set(re.findall(r"`forumdesk [a-z]+ [a-z-]+[^`]*`", text))
    assert len(advised) > 10
    kept = {each.split()[1] for each in advised if "forumdesk" in words.in_the_window(each)}
    assert kept <= FROM_A_TERMINAL


@pytest.mark.parametrize(
    ("begins", "inside"),
    [
        ("Owner of Pōtiki, Hana", "owner of Pōtiki, Hana"),
        ("A notice sent", "a notice sent"),
        ("PRN 88868884 asked for at 2", "PRN 88868884 asked for at 2"),
        ("Police check of address 1", "Police check of address 1"),
        ("", ""),
    ],
)
def test_a_code_and_a_name_keep_their_capital_inside_a_sentence(begins: str, inside: str) -> None:
    assert words.inside(begins) == inside


def test_days_are_written_as_in_new_zealand_whatever_the_computer_speaks(tmp_path: Path) -> None:
    told = (
        "from PySide6.QtCore import QDate, QLocale; from datetime import date; from ui.main import application; "
        "app = application(); from ui.widgets.pick import DayEdit; day = DayEdit('Day', date(2026, 11, 16)); "
        "day.setText('2/12/26'); day.editingFinished.emit(); "
        "print(QLocale().name(), QLocale().toString(QDate(2026, 12, 2), 'dd/MM/yyyy'), day.text())"
    )
    environ = os.environ | {"LANG": "C", "LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, check=True, encoding="utf-8", env=environ, cwd=TOP
    )
    assert done.stdout.strip() == "en_NZ 02/12/2026 02/12/2026"


def test_no_widget_writes_days_by_a_format_of_its_own() -> None:
    """A date edit of Qt's shows `2 12 2026` under LANG=C: days are typed into `DayEdit` alone."""
    found = [
        file.name
        for file in (TOP / "ui").rglob("*.py")
        if re.search(r"\bQ(Date|DateTime|Time)Edit\(|QCalendarWidget\(", file.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 4, 4, 13, 59, tzinfo=UTC), "Saved 02:59"),
        (datetime(2026, 4, 4, 14, 0, tzinfo=UTC), "Saved 02:00"),
        (datetime(2026, 9, 26, 13, 59, tzinfo=UTC), "Saved 01:59"),
        (datetime(2026, 9, 26, 14, 0, tzinfo=UTC), "Saved 03:00"),
        (datetime(2026, 12, 31, 10, 59, tzinfo=UTC), "Saved 23:59"),
    ],
)
def test_times_follow_new_zealands_clocks_over_both_changes(moment: datetime, said: str) -> None:
    assert words.saved_at(moment) == said


def test_only_todays_backup_has_a_tick() -> None:
    now = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
    assert words.backed_up(None, now) == "no backup yet"
    assert words.backed_up(datetime(2026, 11, 25, 19, 5, tzinfo=UTC), now) == "backup today 08:05 ✓"
    assert words.backed_up(datetime(2026, 11, 25, 10, 0, tzinfo=UTC), now) == "backup 25/11/2026"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 10, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 11, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2028, 2, 28, 11, 0, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2026, 9, 26, 12, 0, tzinfo=UTC), date(2026, 9, 27)),
    ],
)
def test_the_windows_day_is_new_zealands(enter: SignIn, moment: datetime, day: date) -> None:
    window = enter()
    clock = window.desk.door.now
    assert isinstance(clock, desks.Clock)
    clock.go_to(moment)
    assert window.desk.today == day


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("29/2/28", "29/02/2028"),
        ("31/12/2026", "31/12/2026"),
        ("27/9/26", "27/09/2026"),
        ("29/02/2027", None),
    ],
)
def test_a_typed_day_is_read_back_or_left_as_it_is(
    typed: str, shown: str | None, qapp: QApplication, qtbot: QtBot
) -> None:
    edit = DayEdit("Day", date(2026, 11, 16))
    qtbot.addWidget(edit)
    edit.setText(typed)
    edit.editingFinished.emit()
    assert edit.text() == (shown or typed)
    assert edit.wrong == (shown is None)
