"""A forum's year, in small: nothing is lost between one meeting and the next, whatever the year brings."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.usecases import agenda, meeting
from tests.fixtures.year import Year


def _year(seed: int, people: int, months: int) -> Year:
    folder = Path(tempfile.mkdtemp(prefix="forumdesk-year-"))
    try:
        year = Year(folder / "register", seed, people, months)
        year.run()
        year.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return year


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000), people=st.integers(6, 16), months=st.integers(2, 4))
def test_in_any_year_everybody_is_listed_or_has_a_next_date_and_nothing_is_lost(
    seed: int, people: int, months: int
) -> None:
    year = _year(seed, people, months)
    assert year.faults == []
    assert year.counts["meetings"] == months


def test_the_account_notices_an_action_that_the_register_forgets(tmp_path: Path) -> None:
    year = Year(tmp_path / "register", 1, 12, 2)
    year.run()
    assert year.faults == []
    year.account.open_actions.add(9_999)
    year._same("CHC", "open actions", [row.id for row in meeting.list_actions(year.administrator)], {9_999})
    assert "open actions differ from the account" in year.faults[0]
    year.close()


def test_the_account_notices_a_drift_that_nobody_raised(tmp_path: Path) -> None:
    year = Year(tmp_path / "register", 1, 12, 2)
    year.run()
    prn = year._open()[0]
    year.account.told[prn] = "2 Rātā Street, Timaru"
    year.account.plan_says(prn, "1 Rātā Street, Timaru")
    code = f"CHC-{year.days[-1].isoformat()}"
    drafted = agenda.see_agenda(year.administrator, code).agenda
    assert drafted is not None
    year._check_drifts(code, drafted)
    assert f"{code}: {prn} drifted {year.account.raised[prn]} times" in " ".join(year.faults)
    year.close()
