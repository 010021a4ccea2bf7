"""Nothing of a restricted case reaches anybody who is not named to read it, by whatever thing they do (need A4).

One table: every use case that looks, and those that hand out much while they change something, for every role. A new
use case that looks fails the first test until somebody has thought about what it shows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.desk import Desk, all_use_cases
from app.domain.case_list import CaseOrder, CaseQuery, CaseView
from app.domain.criteria import DEFAULT_CRITERIA
from app.domain.errors import ForumDeskError, NotFound, NotPermitted, Refused
from app.domain.front_line import RecipientKind
from app.domain.grounds import read_ground
from app.domain.meeting import DecisionDraft
from app.domain.names import fold
from app.domain.readers import Reader
from app.domain.records import field_names
from app.domain.words import Contents, DecisionKind, DisclosureConsidered, FlagCode, Role
from app.usecases import (
    agenda,
    attendance,
    backup,
    board,
    case_history,
    case_list,
    cases,
    conditions,
    consents,
    copy_ledger,
    criteria,
    disclosure,
    disclosure_requests,
    discussion,
    disposal,
    evaluation,
    extract,
    figures,
    forecast,
    front_line,
    incidents,
    known,
    meeting,
    minutes,
    outside,
    packs,
    people,
    plan,
    police,
    police_asking,
    police_review,
    register,
    restricted,
    run,
    search,
    sources,
    trail,
    transfers,
)
from reports.preview import texts_of
from tests.architecture.test_use_cases import rooms
from tests.fixtures import desks
from tests.fixtures import kept_case as kept
from tests.fixtures.kept_case import CANARIES, CLOSED, COMING, ISSUED, KEPT, NAME, STRANGERS

Calls = list[Callable[[Desk], Any]]
CODE = "RESTRICTED-CHC-1"
PAST = desks.START.date()
MEETINGS = (CLOSED, COMING, ISSUED)


def _exchange(desk: Desk) -> str:
    lines = police.list_exchanges(desk)
    return lines[0].exchange if lines else "none"


def _extract_of_all() -> bytes:
    """The same people again, with one of them changed: what IOMS sends next month."""
    headings = (
        "PRN",
        "Surname",
        "Given names",
        "Date of birth",
        "Forum",
        "Prison",
        "Unit",
        "Next hearing date",
    )
    page = io.StringIO()
    csv.writer(page).writerows(
        [
            headings,
            (KEPT, NAME, "Whetūmarama", "29/02/1980", "CHC", "Rolleston", "Kōwaowao Unit", "21/03/2027"),
            ("001", "Ash", "Hēmi", "29/02/1980", "CHC", "Paparua", "", "20/03/2027"),
        ]
    )
    return page.getvalue().encode()


QUERIES = [
    CaseQuery(view=view, text=text, order=order)
    for view in CaseView
    for text, order in (
        ("", CaseOrder.NAME),
        (NAME, CaseOrder.DATE),
        (KEPT, CaseOrder.PRN),
        ("", CaseOrder.PRISON),
    )
] + [CaseQuery(prison="Rolleston"), CaseQuery(order=CaseOrder.BOARD)]
TEXTS = (
    KEPT,
    NAME,
    "kokako",
    "Pīpīwharauroa",
    "Tūturuwhatu",
    "Weka-in-the-notes",
    "Mōhua",
    "29/02/1980",
    "Kōwaowao",
)

LOOKS: dict[str, Calls] = {
    "agenda.see_coming_agenda": [lambda d: agenda.see_coming_agenda(d, "CHC")],
    "agenda.see_agenda": [lambda d, m=m: agenda.see_agenda(d, m) for m in MEETINGS],
    "attendance.see_attendance": [lambda d: attendance.see_attendance(d, CLOSED)],
    "attendance.see_invited": [lambda d: attendance.see_invited(d, CLOSED)],
    "attendance.see_quorum": [lambda d: attendance.see_quorum(d, "CHC")],
    "backup.back_up": [],
    "backup.list_backups": [lambda d: backup.list_backups(d, [d.folder])],
    "backup.prove_backup": [],
    "board.board_waiting": [lambda d: board.board_waiting(d), lambda d: board.board_waiting(d, "CHC")],
    "board.see_board": [lambda d: board.see_board(d, KEPT), lambda d: board.see_board(d, CODE)],
    "case_history.case_history": [
        lambda d: case_history.case_history(d, KEPT),
        lambda d: case_history.case_history(d, CODE),
    ],
    "case_list.browse_cases": [
        *(lambda d, q=q: case_list.browse_cases(d, "CHC", q) for q in QUERIES),
        lambda d: case_list.browse_cases(d, "", CaseQuery(flags=(FlagCode.VNR,))),
    ],
    "case_list.copied_rows": [],
    "case_list.begin_search": [lambda d: case_list.begin_search(d, "CHC")],
    "case_list.find_as_typed": [
        lambda d, q=q: case_list.find_as_typed(d, "CHC", q) for q in QUERIES if q.text.strip()
    ],
    "case_list.order_of_cases": [lambda d, q=q: case_list.order_of_cases(d, "CHC", q) for q in QUERIES],
    "cases.list_cases": [
        lambda d: cases.list_cases(d),
        lambda d: cases.list_cases(d, "CHC", False, FlagCode.VNR),
        lambda d: cases.list_cases(d, "CHC", False, None, 24),
        lambda d: cases.list_cases(d, "HB"),
    ],
    "cases.show_case": [lambda d: cases.show_case(d, KEPT), lambda d: cases.show_case(d, CODE)],
    "conditions.condition_library": [lambda d: conditions.condition_library(d)],
    "conditions.list_conditions": [lambda d: conditions.list_conditions(d, KEPT)],
    "consents.list_consents": [lambda d: consents.list_consents(d, KEPT)],
    "criteria.preview_criteria": [lambda d: criteria.preview_criteria(d, ())],
    "criteria.show_criteria": [lambda d: criteria.show_criteria(d)],
    "disclosure.list_disclosures": [lambda d: disclosure.list_disclosures(d)],
    "disclosure_requests.list_disclosure_requests": [
        lambda d: disclosure_requests.list_disclosure_requests(d),
        lambda d: disclosure_requests.list_disclosure_requests(d, "CHC"),
    ],
    "disclosure_requests.print_letter": [lambda d: disclosure_requests.print_letter(d, "1")],
    "disclosure_requests.offer_statements": [
        lambda d: disclosure_requests.offer_statements(d, KEPT),
        lambda d: disclosure_requests.offer_statements(d, CODE),
    ],
    "disposal.disposal_classes": [lambda d: disposal.disposal_classes(d)],
    "disposal.due_disposals": [
        lambda d: disposal.due_disposals(d),
        lambda d: disposal.due_disposals(d, date(2099, 1, 1), "CHC"),
    ],
    "disposal.list_disposals": [lambda d: disposal.list_disposals(d)],
    "disposal.list_holds": [lambda d: disposal.list_holds(d)],
    "disposal.print_certificate": [],
    "discussion.see_records": [lambda d, m=m: discussion.see_records(d, m) for m in MEETINGS],
    "evaluation.see_evaluations": [lambda d: evaluation.see_evaluations(d, "CHC")],
    "extract.extract_differences": [lambda d: extract.extract_differences(d)],
    "extract.left_out": [lambda d: extract.left_out(d), lambda d: extract.left_out(d, "CHC")],
    "extract.list_extracts": [lambda d: extract.list_extracts(d)],
    "extract.match_columns": [],
    "extract.preview_extract": [
        lambda d: extract.preview_extract(d, "next.csv", _extract_of_all(), date(2026, 12, 1))
    ],
    "extract.save_rejections": [lambda d: extract.save_rejections(d)],
    "figures.head_office_return": [lambda d: figures.head_office_return(d)],
    "figures.picture_figures": [lambda d: figures.picture_figures(d, "CHC")],
    "figures.see_figures": [lambda d: figures.see_figures(d)],
    "forecast.forecast_agendas": [
        lambda d: forecast.forecast_agendas(d, "CHC"),
        lambda d: forecast.forecast_agendas(d, "CHC", True),
    ],
    "front_line.see_front_line": [lambda d, m=m: front_line.see_front_line(d, m) for m in MEETINGS],
    "front_line.preview_front_line": [
        lambda d: front_line.preview_front_line(d, CLOSED, kept.brief_number(d))
    ],
    "front_line.print_front_line": [lambda d: front_line.print_front_line(d, CLOSED, kept.brief_number(d))],
    "incidents.list_incidents": [lambda d: incidents.list_incidents(d, "CHC")],
    "known.list_disclosures_as_known": [lambda d: known.list_disclosures_as_known(d, PAST)],
    "known.see_agenda_as_known": [
        lambda d: known.see_agenda_as_known(d, CLOSED, PAST),
        lambda d: known.see_agenda_as_known(d, COMING, PAST),
    ],
    "known.show_case_as_known": [
        lambda d, p=p: known.show_case_as_known(d, p, PAST) for p in (KEPT, CODE, "001")
    ],
    "known.show_ledger_as_known": [lambda d: known.show_ledger_as_known(d, CLOSED, PAST)],
    "meeting.list_actions": [
        lambda d: meeting.list_actions(d),
        lambda d: meeting.list_actions(d, "CHC", True),
    ],
    "meeting.list_meetings": [lambda d: meeting.list_meetings(d)],
    "meeting.see_checklist": [lambda d, m=m: meeting.see_checklist(d, m) for m in MEETINGS],
    "minutes.see_minutes": [lambda d: minutes.see_minutes(d, CLOSED)],
    "outside.see_outside": [lambda d: outside.see_outside(d)],
    "outside.see_case_outside": [lambda d, p=p: outside.see_case_outside(d, p) for p in (KEPT, CODE, "001")],
    "copy_ledger.count_copies": [lambda d: copy_ledger.count_copies(d, "CHC")],
    "packs.count_in_sheet": [lambda d: packs.count_in_sheet(d, CLOSED)],
    "packs.offer_holders": [lambda d: packs.offer_holders(d, "CHC")],
    "packs.preview_pages": [
        *(
            lambda d, c=c, r=r: packs.preview_pages(d, CLOSED, c, reader=r)
            for c in kept.PAPERS
            for r in Reader
        ),
        lambda d: packs.preview_pages(d, COMING, Contents.AGENDA),
        lambda d: packs.preview_pages(d, ISSUED, Contents.PACK, True),
    ],
    "copy_ledger.show_ledger": [lambda d: copy_ledger.show_ledger(d, CLOSED)],
    "copy_ledger.trace_code": [],
    "packs.watch_pack": [lambda d, m=m: packs.watch_pack(d, m) for m in (CLOSED, ISSUED)],
    "people.list_proposals": [lambda d: people.list_proposals(d)],
    "people.list_users": [lambda d: people.list_users(d)],
    "plan.list_addresses": [lambda d: plan.list_addresses(d, KEPT), lambda d: plan.list_addresses(d, CODE)],
    "plan.see_policy": [lambda d: plan.see_policy(d, "CHC")],
    "plan.show_plan": [lambda d: plan.show_plan(d, KEPT), lambda d: plan.show_plan(d, CODE)],
    "plan.watch_plans": [lambda d: plan.watch_plans(d, "CHC")],
    "police.list_exchanges": [lambda d: police.list_exchanges(d)],
    "police.show_passphrase": [lambda d: police.show_passphrase(d, _exchange(d))],
    "police_asking.chase_words": [lambda d: police_asking.chase_words(d, _exchange(d))],
    "police_review.review_police": [lambda d: police_review.review_police(d, _exchange(d))],
    "register.check_register": [lambda d: register.check_register(d)],
    "register.recovery_sheet": [],
    "register.verify_codes": [],
    "register.list_forums": [lambda d: register.list_forums(d)],
    "restricted.my_restricted": [lambda d: restricted.my_restricted(d)],
    "restricted.see_keeping": [lambda d, m=m: restricted.see_keeping(d, m) for m in MEETINGS],
    "restricted.see_readers": [
        lambda d: restricted.see_readers(d, KEPT),
        lambda d: restricted.see_readers(d, CODE),
    ],
    "run.see_table": [lambda d: run.see_table(d, ISSUED)],
    "run.see_under_way": [lambda d: run.see_under_way(d, ISSUED)],
    "search.find_people": [lambda d, t=t, n=n: search.find_people(d, t, n) for t in TEXTS for n in (0, 1, 2)],
    "sources.list_sources": [lambda d, p=p: sources.list_sources(d, p) for p in (KEPT, CODE)],
    "sources.list_statements": [lambda d, p=p: sources.list_statements(d, p) for p in (KEPT, CODE)],
    "sources.open_source": [lambda d: sources.open_source(d, "1", "because it is asked in court").text],
    "trail.export_trail": [lambda d: trail.export_trail(d, "for the audit").data.decode()],
    "trail.list_trail": [lambda d: trail.list_trail(d)],
    "trail.print_checkpoint": [lambda d: trail.print_checkpoint(d)],
    "trail.verify_trail": [lambda d: trail.verify_trail(d)],
    "transfers.list_transfers": [lambda d: transfers.list_transfers(d)],
}
"""By use case, the calls that are made of it; empty where it hands out no row of the register."""

_CHANGES: dict[str, Callable[[Desk], Any]] = {
    "issuing an agenda": lambda d: agenda.issue_agenda(d, COMING),
    "taking in an extract": lambda d: extract.import_extract(
        d, "next.csv", _extract_of_all(), date(2026, 12, 1)
    ),
    "a workbook for Police": lambda d: police.export_police(d, CLOSED, None, lambda _data: None),
    "accepting Police's cells": lambda d: police_review.accept_intact(d, _exchange(d)),
    "confirming Police's cells": lambda d: police_review.confirm_police(d, _exchange(d), lambda _data: None),
    "reserving packs": lambda d: packs.reserve_copies(d, CLOSED, Contents.PACK, kept.HOLDERS),
    "reserving minutes": lambda d: packs.reserve_copies(d, CLOSED, Contents.MINUTES, kept.HOLDERS),
    "reserving slips": lambda d: packs.reserve_slips(d, CLOSED),
    "confirming minutes": lambda d: minutes.confirm_minutes(d, CLOSED),
    "preparing a brief": lambda d: front_line.prepare_front_line(
        d, CLOSED, "Rolleston, a unit", RecipientKind.UNIT, read_ground("a", PAST), prns=(kept.PLAIN,)
    ),
    "deciding on a brief": lambda d: front_line.decide_front_line(
        d, CLOSED, kept.brief_number(d), True, "needed"
    ),
    "changing criteria": lambda d: criteria.adopt_criteria(d, DEFAULT_CRITERIA, "the same again"),
}

_NAMING: dict[str, Callable[[Desk], Any]] = {
    "a flag": lambda d: cases.raise_flag(d, KEPT, FlagCode.HP, "told", "the manager"),
    "the anchor": lambda d: cases.anchor_by_rule(d, KEPT),
    "withdrawing a consent": lambda d: consents.withdraw_consent(d, KEPT, 1, "taken back"),
    "closing": lambda d: cases.close_case(d, KEPT, None),  # type: ignore[arg-type]
    "preparing a brief": lambda d: front_line.prepare_front_line(
        d, CLOSED, "Rolleston", RecipientKind.UNIT, read_ground("a", PAST), prns=(KEPT,)
    ),
    "asking for it": lambda d: agenda.ask_for_case(d, COMING, KEPT, "please"),
    "asking for its number": lambda d: agenda.ask_for_case(d, COMING, CODE, "please"),
    "deciding": lambda d: discussion.decide_item(d, CLOSED, KEPT, _decision()),
    "its action": lambda d: meeting.settle_action(d, "1", None),  # type: ignore[arg-type]
    "accepting its transfer": lambda d: transfers.accept_transfer(d, KEPT),
}


def _decision() -> DecisionDraft:
    return DecisionDraft(DecisionKind.AGREED, "As discussed.", disclosure=DisclosureConsidered.NO)


def said_of(result: Any) -> str:
    """All that a result says: its values, and the words of each page it holds."""
    found = [repr(result)]
    for pdf in _pages_in(result):
        found += texts_of(pdf)
    return re.sub(r"\s+", " ", " ".join(found))


def _pages_in(value: Any) -> list[bytes]:
    if isinstance(value, bytes):
        return [value] if value.startswith(b"%PDF") else []
    if isinstance(value, (tuple, list)):
        return [pdf for each in value for pdf in _pages_in(each)]
    if isinstance(value, dict):
        return _pages_in(list(value.values()))
    fields = field_names(value)
    drawn = _pages_in(value.pdf) if fields and "pdf" not in fields and hasattr(value, "pdf") else []
    return drawn + [pdf for name in fields for pdf in _pages_in(getattr(value, name))]


def canaries_in(text: str) -> list[str]:
    """Which words of the restricted case a text holds, in any spelling of theirs."""
    folded = f" {fold(text)} "
    return [each for each in CANARIES if each in text or f" {fold(each)} " in folded]


def told_by(desk: Desk, call: Callable[[Desk], Any]) -> str:
    """What somebody learns from one call: its result, or the sentence of its refusal."""
    try:
        return said_of(call(desk))
    except ForumDeskError as error:
        return error.sentence


def test_every_use_case_that_looks_stands_in_the_table() -> None:
    rooms()
    looking = {
        f"{case.room}.{case.name}"
        for case in all_use_cases()
        if case.looks and case.function.__module__.startswith("app.usecases.")
    }
    assert looking == set(LOOKS)


@pytest.mark.parametrize("role", STRANGERS)
def test_no_look_shows_a_word_of_a_restricted_case_to_who_is_no_reader(role: Role, tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    desk = kept.come_in(admin, role)
    found = {
        name: canaries_in(_without_question(told_by(desk, call)))
        for name, calls in LOOKS.items()
        for call in calls
    }
    assert {name: words for name, words in found.items() if words} == {}


def _without_question(text: str) -> str:
    """A search's answer offers to look for what was typed: that is the asker's own word."""
    return re.sub(r"(?:Look [^“]*|rung[^“]*)“[^”]*”", "", text)


def test_the_table_finds_the_words_where_nothing_is_restricted(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    told = " ".join(told_by(admin, call) for calls in LOOKS.values() for call in calls)
    assert set(canaries_in(told)) == set(CANARIES)


def test_a_named_reader_sees_all_of_it(tmp_path: Path) -> None:
    reader = kept.keep(kept.full_register(tmp_path / "register"))
    told = " ".join(told_by(reader, call) for calls in LOOKS.values() for call in calls)
    assert set(canaries_in(told)) == set(CANARIES)


@pytest.mark.parametrize("name", _CHANGES)
def test_no_change_hands_out_a_word_of_a_restricted_case(name: str, tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    for role in (Role.ADMINISTRATOR, Role.CHAIR):
        desk = kept.come_in(admin, role)
        assert canaries_in(told_by(desk, _CHANGES[name])) == [], role


@pytest.mark.parametrize("name", _NAMING)
def test_whoever_may_not_read_a_case_may_not_change_it_either(name: str, tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    with pytest.raises((NotFound, NotPermitted)) as refused:
        _NAMING[name](admin)
    assert [each for each in canaries_in(str(refused.value)) if each != KEPT] == []


def test_minutes_of_a_restricted_case_are_corrected_by_its_readers_alone(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    reader = kept.keep(admin)
    items = minutes.see_minutes(reader, CLOSED).document.decisions
    passage = next(f"{item.position}.reason" for item in items if item.prn == KEPT)
    with pytest.raises(NotFound, match="no passage"):
        minutes.correct_minutes(admin, CLOSED, passage, "Agreed.", "a slip")
    minutes.correct_minutes(reader, CLOSED, passage, "Tīeke-was-decided indeed", "a slip")
    seen = minutes.see_minutes(kept.come_in(admin, Role.CHAIR), CLOSED)
    assert canaries_in(repr(seen)) == []
    assert len(seen.versions) == 2


def test_a_restricted_person_is_refused_in_the_words_of_one_who_is_not_there(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    for look in (cases.show_case, plan.show_plan, board.see_board, case_history.case_history):
        sentences = set()
        for prn in (KEPT, "nobody-has-this", CODE):
            with pytest.raises(Refused) as refused:
                look(admin, prn)
            sentences.add(str(refused.value))
        assert len(sentences) == 1, look.name


def test_a_word_of_the_register_cannot_be_read_behind_the_views(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    with admin.engine(read_only=True).connect() as looking:
        masked = looking.exec_driver_sql("SELECT surname FROM persons ORDER BY id").scalars().all()
        assert masked[0] == "Restricted 1"
        for table, column in (("persons", "surname"), ("aliases", "surname"), ("search_people", "names")):
            with pytest.raises(Exception, match="prohibited"):
                looking.exec_driver_sql(f"SELECT {column} FROM main.{table}").all()


def test_no_table_shows_a_word_of_a_restricted_case_to_a_bare_statement(tmp_path: Path) -> None:
    """Whatever a query of tomorrow asks: every column of every table, read as the views hand it out."""
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    frozen = {
        "meetings",
        "minutes_versions",
    }  # sealed texts, masked by whoever reads them; the table test holds that
    found = {}
    with admin.engine(read_only=True).connect() as looking:
        tables = (
            looking.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        )
        for table in set(tables) - frozen:
            # The index holds everybody's words and hands out numbers alone, which `Scope.hidden` takes out.
            if table.startswith(("search_words", "search_parts", "search_vocabulary", "sqlite_")):
                continue
            rows = looking.exec_driver_sql(f'SELECT * FROM "{table}"').all()
            if words := canaries_in(repr(rows)):
                found[table] = words
    assert found == {}


def test_a_register_without_restricted_cases_has_no_view(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    with admin.engine(read_only=True).connect() as looking:
        assert looking.exec_driver_sql("SELECT name FROM temp.sqlite_schema").all() == []


def test_listed_and_not_listed_are_all_considered_for_who_may_not_read_one(tmp_path: Path) -> None:
    admin = kept.full_register(tmp_path / "register")
    whole = agenda.see_agenda(admin, COMING).agenda
    reader = kept.keep(admin)
    masked, read = agenda.see_agenda(admin, COMING).agenda, agenda.see_agenda(reader, COMING).agenda
    assert read is not None
    assert masked is not None
    assert whole is not None
    assert {item._replace(position=0) for item in read.items} == {
        item._replace(position=0) for item in whole.items
    }
    assert [item.case_id for item in read.items] == [item.case_id for item in masked.items]
    assert len(masked.items) + len(masked.not_listed) == masked.considered == whole.considered
    assert {(item.case_id, item.track) for item in masked.items} == {
        (item.case_id, item.track) for item in whole.items
    }
    assert (masked.minutes, masked.length) == (whole.minutes, whole.length)
    assert [item.surname for item in masked.items if item.prn == CODE] == ["Restricted 1"]


def test_an_agenda_is_the_same_in_the_register_whoever_issued_it(tmp_path: Path) -> None:
    hashes = []
    for issued_by_reader in (False, True):
        admin = kept.full_register(tmp_path / f"register-{issued_by_reader}")
        reader = kept.keep(admin)
        made = agenda.issue_agenda(reader if issued_by_reader else admin, COMING)
        hashes.append(made.digest)
        assert agenda.see_agenda(reader, COMING).agenda is not None
        shown = agenda.see_agenda(reader, COMING)
        assert KEPT in {item.prn for item in shown.agenda.items} if shown.agenda else False
    assert hashes[0] == hashes[1]


def test_desks_are_where_the_strangers_sit(tmp_path: Path) -> None:
    """The table is worth nothing if those roles may not look at all: each may see something."""
    admin = kept.full_register(tmp_path / "register")
    kept.keep(admin).close()
    for role in STRANGERS:
        desk = kept.come_in(admin, role, desks.Clock())
        may = [case for case in all_use_cases() if case.looks and desk.may(case, "CHC")]
        assert len(may) > 5, role
