"""The Police exchange over a month: late answers reach the next agenda; a killed program leaves nothing half done."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from app.desk import Desk
from app.domain.meeting import DecisionDraft
from app.domain.words import AgendaReason, DecisionKind, Role
from app.usecases import agenda, discussion, meeting
from app.usecases import police_review as reviews
from db import trail
from db.tables.police import PoliceValue, ReturnedCell
from tests.fixtures import desks
from tests.fixtures import police_month as month

ROOT = Path(__file__).resolve().parents[2]

KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from app.usecases import police, police_review
from tests.fixtures import desks

folder, out, at = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
desk = desks.sit(folder)
exchange = police.list_exchanges(desk)[0].exchange

def die():
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)

@event.listens_for(Engine, "before_cursor_execute")
def look(_connection, _cursor, statement, *_):
    if at and statement.startswith(at):
        die()

def deliver(data):
    out.write_bytes(data)
    if not at:
        die()

if sys.argv[4] == "import":
    police.take_in_police(desk, out.read_bytes(), out.name)
else:
    police_review.confirm_police(desk, exchange, deliver)
"""


def _ready(register: Path) -> tuple[Desk, str]:
    """A month up to an exchange with every intact cell accepted."""
    desk = month.make_month(register)
    sent, data = month.send(desk)
    month.take_in(desk, month.officer(data, month.fill_all))
    reviews.accept_intact(desk, sent.exchange)
    return desk, sent.exchange


def _killed(register: Path, file: Path, at: str, what: str) -> subprocess.CompletedProcess[str]:
    """Killed just before the first statement that begins with `at`; without one, with the receipt in hand."""
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(register), str(file), at, what],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_program_killed_while_confirming_leaves_everything_to_be_confirmed_again(
    register: Path, tmp_path: Path
) -> None:
    _, exchange = _ready(register)
    receipt = tmp_path / "receipt.xlsx"
    # While the receipt is delivered, and before the first change, in the middle, and before the trail's entry.
    for at in ("", "UPDATE returned_cells", "INSERT INTO police_values", "INSERT INTO trail"):
        run = _killed(register, receipt, at, "confirm")
        assert run.returncode not in (0, 1), f"{at}: {run.stdout}{run.stderr}"
        desk = desks.sit(register)
        with desk.engine(read_only=True).connect() as connection:
            assert connection.execute(select(func.count(PoliceValue.id))).scalar() == 0
            left = connection.execute(select(ReturnedCell.state).distinct()).scalars().all()
            assert set(left) == {"undecided", "accepted"}
            assert trail.verify_chain(connection).ok
    out: list[bytes] = []
    assert reviews.confirm_police(desks.sit(register), exchange, out.append).taken == 16
    receipt.write_bytes(out[0])
    assert reviews.review_police(desks.sit(register), exchange).confirmed_on is not None


def test_a_program_killed_while_taking_a_file_in_can_take_it_in_again(register: Path, tmp_path: Path) -> None:
    desk = month.make_month(register)
    _, data = month.send(desk)
    file = tmp_path / "back.xlsx"
    file.write_bytes(month.officer(data, month.fill_all))
    for at in ("INSERT INTO returned_rows", "INSERT INTO returned_cells", "INSERT INTO trail"):
        run = _killed(register, file, at, "import")
        assert run.returncode not in (0, 1), f"{at}: {run.stdout}{run.stderr}"
        with desks.sit(register).engine(read_only=True).connect() as connection:
            assert connection.execute(select(func.count(ReturnedCell.id))).scalar() == 0
    assert month.take_in(desks.sit(register), file.read_bytes()).cells == 22


def test_an_answer_confirmed_after_the_meeting_brings_the_case_to_the_next_agenda(register: Path) -> None:
    desk, exchange = _ready(register)
    chair = desks.sit(register, Role.CHAIR)
    view = agenda.see_agenda(desk, month.MEETING)
    assert view.agenda is not None
    for item in view.agenda.items:
        draft = DecisionDraft(DecisionKind.AGREED, "The plan holds.")
        discussion.decide_item(desk, month.MEETING, item.prn, draft)
    meeting.close_meeting(chair, month.MEETING)
    reviews.confirm_police(desk, exchange, lambda _: None)
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14))
    after = agenda.see_agenda(desk, "CHC-2027-04-14").agenda
    assert after is not None
    reasons = {item.prn: item.reasons for item in after.items}
    assert AgendaReason.POLICE_RELEVANT in reasons[month.HEMI]
    assert AgendaReason.POLICE_RELEVANT not in reasons.get(month.SEAN, ())
