"""Several looks at one moment: one connection, one entry that lists them, each asked for permission as if alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import event

from app.desk import Asked, Desk, look_together, use_case
from app.domain.errors import Busy, NotFound, NotPermitted, Refused
from app.domain.people import Permission
from app.domain.trail import TrailRow
from app.domain.words import Role
from app.settings import profile_folder
from app.usecases import agenda, cases, copy_ledger, figures, meeting, plan, restricted, trail
from app.usecases import register as forums
from db import lease
from db.work import Work
from tests.fixtures import desks, months
from tests.fixtures import kept_case as kept

HOME = (
    Asked(meeting.list_meetings, ("CHC",)),
    Asked(agenda.see_coming_agenda, ("CHC",)),
    Asked(copy_ledger.count_copies, ("CHC",)),
    Asked(meeting.list_actions, ("CHC", True)),
    Asked(plan.watch_plans, ("CHC",)),
    Asked(restricted.my_restricted, ()),
)


def _entries(desk: Desk) -> tuple[TrailRow, ...]:
    return trail.list_trail(desks.sit(desk.folder, Role.CHAIR))


def test_several_looks_are_one_connection_and_one_entry_that_lists_each(tmp_path: Path) -> None:
    desk = desks.sit(months.new_month(tmp_path / "register"))
    opened: list[object] = []
    event.listen(desk.engine(read_only=True), "connect", lambda raw, _record: opened.append(raw))
    found = look_together(desk, HOME)
    assert len(opened) == 1
    assert [row.meeting for row in found[0]] == [months.MEETING, months.NEXT]
    assert found[1].meeting.meeting == months.MEETING
    [entry] = [row for row in _entries(desk) if row.event == "looks_together"]
    body = json.loads(entry.body)
    assert [look["event"] for look in body["looks"]] == [each.case.name for each in HOME]
    assert body["forum"] == "CHC"
    assert trail.verify_trail(desk).ok


def test_what_they_give_is_what_each_gives_alone_also_of_a_restricted_case(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    for desk in (admin, reader):
        alone = tuple(each.case(desk, *each.args) for each in HOME)
        assert look_together(desk, HOME) == alone
    assert not any(word in repr(look_together(admin, HOME)) for word in kept.CANARIES)


def test_each_is_asked_for_its_own_permission_and_a_refusal_takes_nothing_else_with_it(
    tmp_path: Path,
) -> None:
    admin = kept.full_register(tmp_path / "register")
    prn = cases.list_cases(admin, "CHC")[-1].prn
    kept.keep(admin).close()
    auditor = kept.come_in(admin, Role.AUDITOR, desks.Clock())
    asked = (
        Asked(figures.see_figures, ("CHC",)),
        Asked(cases.list_cases, ("CHC",)),
        Asked(forums.list_forums),
        Asked(cases.show_case, (prn,)),  # whose forum is asked for, which an auditor's own look may not read
    )
    counted, refused, listed, hidden = look_together(auditor, asked)
    assert counted[0].forum == "CHC"
    assert isinstance(refused, NotPermitted)
    assert isinstance(hidden, NotPermitted)
    assert [row.code for row in listed] == ["CHC"]
    [entry] = [row for row in _entries(auditor) if row.event == "looks_together"]
    told = [look["event"] for look in json.loads(entry.body)["looks"]]
    assert told == ["see_figures", "refused: list_cases", "list_forums", "refused: show_case"]


def test_what_is_not_there_takes_nothing_else_with_it(register: Path) -> None:
    asked = (Asked(meeting.list_meetings, ("nowhere",)), Asked(forums.list_forums))
    unknown, listed = look_together(desks.sit(register), asked)
    assert isinstance(unknown, NotFound)
    assert [row.code for row in listed] == ["CHC", "HB"]


def test_they_read_one_moment(register: Path) -> None:
    @use_case(Permission.SEE_FORUM, looks=True)
    def moment(work: Work) -> tuple[int, int]:
        return id(work.connection.connection.dbapi_connection), id(work.connection.get_transaction())

    one, other = look_together(desks.sit(register), (Asked(moment), Asked(moment)))
    assert one == other


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for whoever saves."""
    monkeypatch.setattr(lease, "LOOK_WAITS", 0)


def test_nothing_is_handed_out_where_its_entry_cannot_be_written(register: Path) -> None:
    desk = desks.sit(register)
    profile = profile_folder() / "looks"
    profile.parent.mkdir(parents=True, exist_ok=True)
    profile.write_text("no folder", encoding="utf-8")
    with lease.writer_lease(register), pytest.raises(Busy, match="Somebody is writing"):
        look_together(desk, (Asked(forums.list_forums),))
    desk.reading_only = True
    with pytest.raises(Refused, match="looks"):
        look_together(desk, (Asked(forums.list_forums),))


def test_while_somebody_saves_each_look_waits_in_the_profile(register: Path) -> None:
    desk = desks.sit(register)
    with lease.writer_lease(register):
        look_together(desk, (Asked(forums.list_forums), Asked(meeting.list_meetings, ("CHC",))))
    meeting.list_meetings(desk, "CHC")
    (entry,) = [row for row in _entries(desk) if row.event == "read_only_looks"]
    assert [look["event"] for look in json.loads(entry.body)["looks"]] == ["list_forums", "list_meetings"]


def test_a_look_with_an_entry_of_its_own_does_not_go_with_others(register: Path) -> None:
    with pytest.raises(AssertionError, match="no look that goes with others"):
        look_together(desks.sit(register), (Asked(forums.check_register),))
