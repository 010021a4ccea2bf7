"""As known on a past day: whatever was changed since, what was shown then is shown again (need A6)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from app import desk as door
from app.desk import Desk
from app.domain.agenda.view import AgendaView
from app.domain.case_drafts import InformationDraft, OrderDraft, RiskDraft
from app.domain.cases import CaseRecord
from app.domain.dates import AUCKLAND
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.known import end_of
from app.domain.packs import HolderDraft
from app.domain.people import Office
from app.domain.plan_drafts import CheckDraft, ConsentDraft, NeedDraft
from app.domain.plan_words import ConsentSaid, NeedStatus
from app.domain.words import (
    AliasKind,
    CheckKind,
    Contents,
    DateName,
    ExitReason,
    FlagCode,
    HighProfileLimb,
    MeetingKind,
    NeedDomain,
    OrderKind,
    Role,
    Service,
    SixAnswer,
)
from app.usecases import (
    agenda,
    board,
    cases,
    copy_ledger,
    disclosure,
    extract,
    known,
    meeting,
    packs,
    people,
    plan,
    transfers,
)
from db.tables.trail import KeptSince
from reports.preview import texts_of
from tests.fixtures import desks, months
from tests.fixtures import kept_case as kept
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.extracts import extract_csv, row

PRN, OTHER = "01000001", "01000002"
HEARING = date(2027, 5, 14)
Step = Callable[[Desk, int, date], object]


def _taken_in(desk: Desk, day: date, **other: str) -> None:
    said = {"As_at": f"{day:%d/%m/%Y}"} | other
    extract.import_extract(desk, f"ioms-{day}.csv", extract_csv([row(PRN, **said), row(OTHER, **said)]), None)


STEPS: tuple[Step, ...] = (
    lambda d, n, on: _taken_in(d, on, Next_hearing_date=f"{10 + n:02}/05/2027", Unit=f"B{n}"),
    lambda d, n, on: _taken_in(d, on, Surname=f"Ngāta-{n}", Aliases="Kererū, Ana; Tūī, Bo" if n % 2 else ""),
    lambda d, n, on: _taken_in(d, on, **{"CSO": "Y" if n % 2 else "N", "VNR": "Y", "RoC*RoI": f"0.{n}0"}),
    lambda d, n, on: extract.import_extract(
        d, f"without-{on}.csv", extract_csv([row(OTHER, As_at=f"{on:%d/%m/%Y}")]), None
    ),
    lambda d, n, on: cases.correct_value(
        d, PRN, "Next hearing date", f"{10 + n}/06/2027", "the Board's letter"
    ),
    lambda d, n, on: cases.withdraw_value(d, PRN, "Next hearing date", f"a mistake {n}"),
    lambda d, n, on: cases.set_anchor(d, PRN, DateName.HEARING, f"reason {n}"),
    lambda d, n, on: cases.anchor_by_rule(d, PRN),
    lambda d, n, on: cases.set_case(d, PRN, Service.PROBATION, f"Owner {n}", f"a scar {n}"),
    lambda d, n, on: cases.add_alias(d, PRN, AliasKind.NICKNAME, f"Nick{n}"),
    lambda d, n, on: cases.withdraw_alias(d, PRN, AliasKind.NICKNAME, f"Nick{n}", reason="a mistake"),
    lambda d, n, on: cases.raise_flag(d, PRN, FlagCode.HP, f"seen {n}", "A. Chair"),
    lambda d, n, on: cases.withdraw_flag(d, PRN, FlagCode.HP, f"over {n}"),
    lambda d, n, on: cases.record_order(d, PRN, OrderDraft(OrderKind.PROTECTION, SixAnswer.NOTHING_HELD)),
    lambda d, n, on: cases.add_information(
        d, PRN, InformationDraft(Service.PRISONS, f"said {n}", "A. Author", on)
    ),
    lambda d, n, on: cases.add_risk(d, PRN, RiskDraft(Service.PROBATION, "Tool", str(n), "2", on)),
    lambda d, n, on: plan.propose_address(d, PRN, f"{n} Kōwhai Street"),
    lambda d, n, on: plan.set_address(d, PRN, 1, verified=n % 2 == 0, is_next=True),
    lambda d, n, on: plan.edit_address(d, PRN, 1, residents=f"aunt {n}"),
    lambda d, n, on: plan.check_address(
        d, PRN, 1, CheckDraft(CheckKind.PROBATION, SixAnswer.NOTHING_HELD.value, comment=str(n))
    ),
    lambda d, n, on: plan.withdraw_address(d, PRN, 1, "the occupier", f"why {n}"),
    lambda d, n, on: plan.restore_address(d, PRN, 1, f"the wrong line {n}", is_next=n % 2 == 0),
    lambda d, n, on: plan.record_consent(
        d, PRN, 1, ConsentDraft(ConsentSaid.GIVEN, "A. Person", on, "letter")
    ),
    lambda d, n, on: plan.set_need(
        d, PRN, NeedDraft(NeedDomain.HOUSING, list(NeedStatus)[n % 3], f"words {n}", Service.PROBATION, "O")
    ),
    lambda d, n, on: plan.answer_question(d, PRN, "eso-ppo", f"answer {n}"),
    lambda d, n, on: board.record_hearing(d, PRN, HEARING + timedelta(days=n)),
    lambda d, n, on: board.tell_board(d, PRN),
    lambda d, n, on: transfers.propose_transfer(d, PRN, "HB", f"moving {n}"),
    lambda d, n, on: transfers.withdraw_transfer(d, PRN, f"staying {n}"),
    lambda d, n, on: transfers.accept_transfer(d, PRN, f"welcome {n}"),
    lambda d, n, on: cases.close_case(d, PRN, ExitReason.SRD, f"ended {n}"),
    lambda d, n, on: cases.open_high_profile(
        d, PRN, HighProfileLimb.MEDIA, f"again {n}", on + timedelta(days=90)
    ),
    lambda d, n, on: cases.take_in(d, PRN, f"taken in {n}"),
    lambda d, n, on: agenda.ask_for_case(d, "CHC-2027-03-10", PRN, f"asked {n}"),
    lambda d, n, on: agenda.take_off(d, "CHC-2027-03-10", PRN, f"a mistake {n}"),
    lambda d, n, on: agenda.issue_agenda(d, "CHC-2027-03-10"),
)


def _begun(folder: Path) -> tuple[Desk, desks.Clock]:
    clock = desks.Clock()
    desk = desks.sit(desks.new_register(folder), clock=clock)
    meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10), MeetingKind.COMBINED)
    meeting.schedule_meeting(desk, "CHC", date(2027, 4, 14), MeetingKind.COMBINED)
    _taken_in(desk, date(2026, 11, 16))
    return desk, clock


@settings(max_examples=5, phases=(Phase.explicit, Phase.generate))
@given(st.lists(st.tuples(st.integers(0, len(STEPS) - 1), st.integers(1, 9)), min_size=4, max_size=14))
def test_whatever_changed_since_a_past_day_shows_what_was_shown_then(steps: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk, clock = _begun(Path(folder) / "register")
        shown: dict[date, tuple[CaseRecord, AgendaView]] = {}
        for number, amount in steps:
            clock.go_to(clock.at + timedelta(days=1))
            day = clock.at.astimezone(AUCKLAND).date()
            with suppress(Refused, NotFound, NotPermitted):
                STEPS[number](desk, amount, day)
            shown[day] = cases.show_case(desk, PRN), agenda.see_agenda(desk, "CHC-2027-03-10")
        for day, then in shown.items():
            assert known.show_case_as_known(desk, PRN, day).record == then[0]
            assert known.see_agenda_as_known(desk, "CHC-2027-03-10", day).record == then[1]


def test_the_end_of_a_day_is_that_of_the_new_zealand_clock() -> None:
    summer, winter = end_of(date(2027, 1, 14)), end_of(date(2027, 7, 14))
    assert (summer, winter) == (
        datetime(2027, 1, 14, 11, tzinfo=UTC),
        datetime(2027, 7, 14, 12, tzinfo=UTC),
    )


def test_the_order_of_the_trail_decides_where_a_clock_went_back(register: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(register, clock=clock)
    clock.go_to(desks.START + timedelta(days=3))
    _taken_in(desk, date(2026, 11, 16))
    clock.go_to(desks.START)
    cases.set_case(desk, PRN, owner="Entered by a computer whose clock was three days slow")
    clock.go_to(desks.START + timedelta(days=4))
    cases.set_case(desk, PRN, owner="Entered a day later")
    then = known.show_case_as_known(desk, PRN, date(2026, 11, 20)).record
    assert then.case is not None
    assert then.case.owner == "Entered by a computer whose clock was three days slow"


def test_the_ledgers_show_what_had_left_and_where_the_copies_were(tmp_path: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(months.new_month(tmp_path / "register"), clock=clock)
    chair = desks.sit(desk.folder, Role.CHAIR, clock)
    days: dict[date, tuple[Any, Any]] = {}

    def next_day() -> None:
        days[clock.at.astimezone(AUCKLAND).date()] = (
            copy_ledger.show_ledger(desk, months.MEETING).copies,
            disclosure.list_disclosures(desk),
        )
        clock.go_to(clock.at + timedelta(days=1))

    holders = (HolderDraft("Mere Ashcombe", "prisons"), HolderDraft("Det. Sgt Hākopa", "police"))
    next_day()
    order = packs.reserve_copies(desk, months.MEETING, Contents.AGENDA, holders, plain=True)
    laid_out = packs.lay_out_pages(desk, months.MEETING, order)
    for copy in order.copies:
        packs.issue_copy(desk, copy.code, laid_out, None, lambda _row, _data: None)
    next_day()
    copy_ledger.return_copies(desk, (order.copies[0].code,))
    next_day()
    copy_ledger.destroy_copies(chair, (order.copies[0].code,), "A. Witness", "shredded")
    copy_ledger.lose_copy(desk, order.copies[1].code, "last seen at the station")
    next_day()
    assert [len(ledger[0]) for ledger in days.values()] == [0, 2, 2, 2]
    for day, (copies, left) in days.items():
        assert known.show_ledger_as_known(desk, months.MEETING, day).record.copies == copies
        assert known.list_disclosures_as_known(desk, day).record == left


def test_a_past_day_is_told_after_somebody_got_new_keys_under_their_name(register: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(register, clock=clock)
    _taken_in(desk, date(2026, 11, 16), Surname="Ngāta")
    cases.add_information(
        desk, PRN, InformationDraft(Service.PRISONS, "keeps to himself", "A. PCO", date(2026, 11, 17))
    )
    on = clock().astimezone(AUCKLAND).date()
    said = cases.show_case(desk, PRN)
    clock.go_to(clock.at + timedelta(days=2))
    chair = desks.sit(register, Role.CHAIR, clock)
    words = "another kettle on the stove"
    door.request_access(register, chair.name, words, None, None, stretcher=CheapStretcher())
    people.propose_reset(desk, chair.name)
    second = "Wiremu Second", "a kettle sings on the stove"
    door.request_access(register, *second, Role.CHAIR, None, stretcher=CheapStretcher())
    people.approve_person(chair, second[0])
    people.approve_person(desks.come_in(register, *second, clock), chair.name)
    then = known.show_case_as_known(desks.come_in(register, chair.name, words, clock), PRN, on)
    assert then.record.information == said.information


def test_a_day_before_the_register_or_before_the_person_is_refused_in_words(register: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(register, clock=clock)
    clock.go_to(clock.at + timedelta(days=2))
    _taken_in(desk, date(2026, 11, 18))
    with pytest.raises(Refused, match="nothing of 01/11/2026"):
        known.show_case_as_known(desk, PRN, date(2026, 11, 1))
    with pytest.raises(NotFound, match="did not know them on 17/11/2026"):
        known.show_case_as_known(desk, PRN, date(2026, 11, 17))
    with pytest.raises(NotFound, match="no meeting"):
        known.see_agenda_as_known(desk, "CHC-2027-03-10", date(2026, 11, 18))


def test_a_member_may_not_look_at_a_past_day(register: Path) -> None:
    assert not desks.sit(register).may(
        known.show_case_as_known, "CHC", (Office(None, Role.MEMBER, date.min, None),)
    )
    assert desks.sit(register, Role.CHAIR).may(known.show_case_as_known, "CHC")


def test_what_was_not_kept_before_this_step_is_said_in_words(register: Path) -> None:
    clock = desks.Clock()
    desk = desks.sit(register, clock=clock)
    _taken_in(desk, date(2026, 11, 16))
    clock.go_to(clock.at + timedelta(days=1))
    cases.set_case(desk, PRN, owner="A. Owner")
    seq = known.show_case_as_known(desk, PRN, date(2026, 11, 17)).seq
    with desk.engine(read_only=False).begin() as connection:
        connection.execute(update(KeptSince).values(seq=seq + 1))
    assert known.show_case_as_known(desk, PRN, date(2026, 11, 18)).not_kept == ()
    (words,) = known.show_case_as_known(desk, PRN, date(2026, 11, 17)).not_kept
    assert words.startswith("Not kept before ")


def test_a_restricted_case_is_hidden_on_a_past_day_and_on_its_paper_too(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader, other = kept.keep(admin), kept.come_in(admin, Role.CHAIR)
    day = admin.now().astimezone(AUCKLAND).date()
    with pytest.raises(NotFound):
        known.show_case_as_known(other, kept.KEPT, day)
    assert known.show_case_as_known(reader, kept.KEPT, day).record.surname == kept.NAME
    for meeting_code in (kept.CLOSED, kept.COMING):
        shown = str(known.see_agenda_as_known(other, meeting_code, day))
        assert (kept.NAME in shown, kept.KEPT in shown) == (False, False)
        pdf = known.print_as_known(other, day, "an inquiry", "number 12", meeting=meeting_code).pdf
        words = " ".join(texts_of(pdf))
        assert (kept.NAME in words, kept.KEPT in words) == (False, False)
        pdf = known.print_as_known(reader, day, "an inquiry", "number 12", meeting=meeting_code).pdf
        assert kept.KEPT in " ".join(texts_of(pdf))


def test_a_past_day_on_paper_says_so_on_every_page_and_stands_in_the_ledger(register: Path) -> None:
    clock = desks.Clock()
    desk, chair = desks.sit(register, clock=clock), desks.sit(register, Role.CHAIR, clock)
    meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10), MeetingKind.COMBINED)
    _taken_in(desk, date(2026, 11, 16))
    clock.go_to(clock.at + timedelta(days=3))
    cases.set_case(desk, PRN, owner="Somebody Later")
    day = date(2026, 11, 17)
    with pytest.raises(NotPermitted):
        known.print_as_known(desk, day, "an inquiry", "number 12", prn=PRN)
    with pytest.raises(Refused, match="Who gets it is missing"):
        known.print_as_known(chair, day, " ", "number 12", prn=PRN)
    for number, asked in enumerate(
        (
            {"prn": PRN},
            {"meeting": "CHC-2027-03-10"},
            {"meeting": "CHC-2027-03-10", "ledger": True},
            {"forum": "CHC"},
        ),
        1,
    ):
        made = known.print_as_known(chair, day, "Office of the Ombudsman", "inquiry 12", **asked)  # type: ignore[arg-type]
        pages = texts_of(made.pdf)
        assert pages
        for page in pages:
            assert "AS KNOWN ON 17 November 2026 – not today's record, read-only" in page
            assert f"Disclosure {number} to Office of the Ombudsman" in page
        assert "Somebody Later" not in "".join(pages)
        (line, *_) = disclosure.list_disclosures(desk, "CHC")
        assert (line.recipients, line.ground, line.standing, line.sha256) == (
            ("Office of the Ombudsman",),
            "for an inquiry: inquiry 12",
            False,
            made.sha256,
        )
