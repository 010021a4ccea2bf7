"""`forumdesk meeting forecast` as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.base import Edges
from app.main import main
from tests.fixtures import desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.few_people import with_people


def test_the_forecast_tells_cases_and_minutes_and_two_meetings_beside_one(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_people(register)
    name, passphrase = desks.ADMINISTRATOR
    environ = {
        "FORUMDESK_REGISTER": str(register),
        "FORUMDESK_USER": name,
        "FORUMDESK_PASSPHRASE": passphrase,
    }
    edges = Edges(now=desks.Clock(), stretcher=CheapStretcher(), environ=environ)
    assert main(["meeting", "forecast", "--forum", "CHC", "--split", "--json"], edges) == 0
    data = json.loads(capsys.readouterr().out)
    assert len(data["forecast"]) == len(data["split"]) == 8
    assert {"meeting", "date", "kind", "cases", "minutes", "length", "over"} <= data["forecast"][0].keys()
    assert data["split"][0].keys() == {"combined", "preparation", "sign_off"}
    assert main(["meeting", "forecast", "--forum", "CHC", "--split"], edges) == 0
    told = capsys.readouterr().out
    assert "fit in 180 minutes." in told
    assert "Held as two, 0 of 16 meetings over the room's length; as one, 0 of 8" in told
    assert main(["meeting", "forecast", "--forum", "NOWHERE"], edges) == 1
    assert "There is no forum" in capsys.readouterr().err
