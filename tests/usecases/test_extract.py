"""Taking in an extract: counts that add up, nothing overwritten, all or nothing."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import event, func, select
from sqlalchemy.engine import Engine

from app.desk import Desk
from app.domain.errors import NotPermitted, Refused
from app.domain.extract_result import ExtractBalanceError, ImportResult
from app.domain.words import AliasKind, DateName, ExitReason, FlagCode, LeftOutReason, Owner, Role
from app.usecases import case_history, cases, extract
from db import guard, trail
from db.tables.extract import Change, Extract, LeftOut, Rejection
from db.tables.register import Alias, AnchorMove, Case, Flag, ForumValue, IomsRecord, Person
from db.tables.trail import History, Trail
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.extracts import SAMPLES, extract_csv, read, row
from tests.fixtures.made_cases import do, keep_to_forum

NOVEMBER, DECEMBER = "16/11/2026", "16/12/2026"


def take_in(desk: Desk, *rows: dict[str, str], name: str = "ioms.csv") -> ImportResult:
    return extract.import_extract(desk, name, extract_csv(rows))


def later(record: dict[str, str], **other: str) -> dict[str, str]:
    return {**record, "As at": DECEMBER, **{key.replace("_", " "): value for key, value in other.items()}}


def moves(desk: Desk) -> list[tuple[object, ...]]:
    columns = (AnchorMove.old_name, AnchorMove.old_date, AnchorMove.new_name, AnchorMove.new_date)
    return read(desk, select(*columns, AnchorMove.days_lost).order_by(AnchorMove.id))


def standing(desk: Desk, owner: Owner = Owner.IOMS) -> set[FlagCode]:
    query = select(Flag.code).where(Flag.withdrawn_seq.is_(None), Flag.owner == owner)
    return {code for (code,) in read(desk, query)}


def test_the_sample_extracts_give_the_counts_an_independent_reading_gave(register: Path) -> None:
    desk = desks.sit(register)
    clean = extract.import_extract(desk, "chc.csv", (SAMPLES / "ioms-CHC-2026-11.csv").read_bytes())
    assert (clean.rows, clean.added, clean.unchanged, clean.rejected, clean.cases_opened) == (
        160,
        160,
        0,
        0,
        41,
    )
    messy = extract.import_extract(desk, "hb.csv", (SAMPLES / "ioms-HB-2026-11-messy.csv").read_bytes())
    assert (messy.rows, messy.added, messy.unchanged, messy.rejected, messy.cases_opened) == (
        73,
        59,
        1,
        13,
        11,
    )
    refused = [10, 14, 25, 40, 44, 52, 53, 62, 65, 69, 70, 71, 74]
    assert [rejection.row for rejection in messy.rejections] == refused
    assert (clean.gone, messy.gone) == (0, 0)
    assert len(extract.left_out(desk, "CHC")) == 160 - 41
    assert len(extract.left_out(desk)) == 160 - 41 + 59 - 11


def test_the_same_bytes_again_change_nothing_but_the_trail(register: Path) -> None:
    desk = desks.sit(register)
    data = (SAMPLES / "ioms-HB-2026-11-messy.csv").read_bytes()
    extract.import_extract(desk, "hb.csv", data)
    tables = (Extract, Person, IomsRecord, Alias, Flag, Case, AnchorMove, Change, LeftOut, Rejection, History)
    before = [read(desk, select(table.__table__)) for table in tables]
    again = extract.import_extract(desk, "hb.csv", data)
    assert [read(desk, select(table.__table__)) for table in tables] == before
    assert (again.added, again.changed, again.unchanged, again.rejected) == (0, 0, 60, 13)
    assert (again.gone, again.cases_opened, again.extract) == (0, 0, 1)
    assert read(desk, select(func.count()).where(Trail.event == "import_extract")) == [(2,)]


def test_a_dry_run_says_the_same_and_writes_nothing(register: Path) -> None:
    desk = desks.sit(register)
    data = extract_csv([row("1"), row("2", CSO="perhaps")])
    told = extract.preview_extract(desk, "ioms.csv", data)
    assert read(desk, select(Person.id)) == read(desk, select(Extract.id)) == []
    done = extract.import_extract(desk, "ioms.csv", data)
    assert told.counts() == done.counts()
    assert (told.added, told.rejected, told.cases_opened, told.extract) == (1, 1, 1, None)


def test_counts_that_do_not_add_up_can_be_told_to_nobody(register: Path) -> None:
    result = take_in(desks.sit(register), row("1"))
    with pytest.raises(ExtractBalanceError, match="2 rows are not the 1 added"):
        replace(result, rows=2)


def test_a_month_later_people_are_added_changed_unchanged_and_gone(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"), row("2"), row("3"), row("9", Forum="HB"))
    result = take_in(desk, later(row("1")), later(row("2"), Unit="B2"), later(row("4")))
    assert (result.rows, result.added, result.changed, result.unchanged, result.gone) == (3, 1, 1, 1, 1)
    assert result.gone_prns == ("3",)
    assert [(told.prn, told.field, told.old, told.new) for told in result.differences] == [
        ("2", "Unit", "A1", "B2")
    ]
    assert read(desk, select(Person.prn).order_by(Person.prn)) == [("1",), ("2",), ("3",), ("4",), ("9",)]


def test_who_comes_back_is_gone_no_more_and_who_stays_away_is_gone_once(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"), row("2"))
    assert take_in(desk, later(row("1"))).gone == 1
    assert take_in(desk, {**row("1"), "As at": "16/01/2027"}).gone == 0
    result = take_in(desk, {**row("1"), "As at": "16/02/2027"}, {**row("2"), "As at": "16/02/2027"})
    assert (result.added, result.unchanged, result.gone) == (0, 2, 0)
    assert read(desk, select(Person.prn).join(IomsRecord).where(IomsRecord.gone_extract_id.isnot(None))) == []


def test_a_person_whose_row_is_refused_is_not_gone(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"), row("2"))
    result = take_in(desk, later(row("1")), later(row("2"), CSO="perhaps"))
    assert (result.unchanged, result.rejected, result.gone) == (1, 1, 0)


def test_gone_is_counted_within_the_forums_the_file_names(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"), row("2", Forum="HB"))
    assert take_in(desk, later(row("2", Forum="Hawke's Bay HR/HP Forum"))).gone == 0


def test_a_moved_hearing_moves_the_anchor_and_tells_the_days_lost(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))
    result = take_in(desk, later(row("1"), Next_hearing_date="04/05/2027"))
    told = result.differences[0]
    assert (told.field, told.old, told.new, told.days_lost) == (
        "Next hearing date",
        "14/05/2027",
        "04/05/2027",
        10,
    )
    hearing = DateName.HEARING
    assert moves(desk) == [(hearing, date(2027, 5, 14), hearing, date(2027, 5, 4), 10)]
    assert read(desk, select(Case.anchor_date, Case.anchor_as_at, Case.version)) == [
        (date(2027, 5, 4), date(2026, 12, 16), 2)
    ]


def test_an_anchor_set_by_hand_holds_until_the_date_it_names_moves(register: Path) -> None:
    desk = desks.sit(register)
    both = row("1", Statutory_release_date="30/08/2027")
    take_in(desk, both)

    def by_hand(work: Work) -> None:
        case = work.session.query(Case).one()
        case.hand_anchor_name = case.anchor_name = DateName.STATUTORY_RELEASE
        case.hand_anchor_date = case.anchor_date = date(2027, 8, 30)
        case.hand_anchor_reason = "The Board has declined in writing"

    do(desk, by_hand)
    assert take_in(desk, later(both, Next_hearing_date="04/05/2027")).anchors_moved == 0
    assert take_in(desk, later(both, Statutory_release_date="01/09/2027")).anchors_moved == 1
    assert read(desk, select(Case.anchor_name, Case.anchor_date, Case.hand_anchor_name)) == [
        (DateName.HEARING, date(2027, 5, 14), None)
    ]
    assert "chosen by hand moved" in str(read(desk, select(AnchorMove.reason))[-1][0])


def test_of_a_case_history_keeps_what_an_extract_changed_and_stands_nowhere_else(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))
    take_in(desk, later(row("1"), Next_hearing_date="04/05/2027"))
    kept = select(History.field, History.old).where(History.subject == "cases")
    assert read(desk, kept) == [("anchor_as_at", "2026-11-16")]
    assert "Anchor chosen by hand" not in {line.what for line in case_history.case_history(desk, "1")}


def test_the_anchor_by_hand_that_an_extract_ended_is_kept_in_history(register: Path) -> None:
    desk = desks.sit(register)
    both = row("1", Statutory_release_date="30/08/2027")
    take_in(desk, both)
    cases.set_anchor(desk, "1", DateName.STATUTORY_RELEASE, "the Board has declined")
    take_in(desk, later(both, Statutory_release_date="01/09/2027"))
    ended = select(History.field, History.old).where(History.subject == "cases").order_by(History.id.desc())
    assert set(read(desk, ended)[:4]) == {
        ("anchor_as_at", "2026-11-16"),
        ("hand_anchor_name", "Statutory release date"),
        ("hand_anchor_date", "2027-08-30"),
        ("hand_anchor_reason", "the Board has declined"),
    }


def test_the_forums_own_date_stands_before_that_of_ioms_and_is_never_overwritten(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))

    def put_right(work: Work) -> None:
        work.session.add(
            ForumValue(
                person_id=1,
                field="Next hearing date",
                value="20/04/2027",
                reason="Board's letter",
                source="forum",
                as_at=work.today,
                who=work.user_id,
                seq=work.seq,
            )
        )

    do(desk, put_right)
    take_in(desk, later(row("1"), Next_hearing_date="01/06/2027"))
    assert read(desk, select(Case.anchor_date)) == [(date(2027, 4, 20),)]
    assert read(desk, select(ForumValue.value, ForumValue.withdrawn_seq)) == [("20/04/2027", None)]
    assert read(desk, select(Change.old, Change.new)) == [("14/05/2027", "01/06/2027")]


def test_flags_rise_on_yes_fall_on_no_and_a_blank_leaves_them(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1", VNR="Y", CSO="Y", Staff_safety="Y"))
    assert standing(desk) == {FlagCode.VNR, FlagCode.CSO, FlagCode.STAFF_SAFETY}
    result = take_in(desk, later(row("1", VNR="", CSO="N", Staff_safety="Y")))
    assert (result.flags_raised, result.flags_withdrawn) == (0, 1)
    assert standing(desk) == {FlagCode.VNR, FlagCode.STAFF_SAFETY}
    assert {(told.field, told.old, told.new) for told in result.differences} == {
        ("VNR", "yes", None),
        ("CSO", "yes", "no"),
    }


def test_the_owr_flag_falls_only_when_what_raised_it_is_said_to_be_over(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1", OWR_weight="5"))
    assert standing(desk) == {FlagCode.OWR}
    take_in(desk, later(row("1", OWR_weight="")))
    assert standing(desk) == {FlagCode.OWR}
    take_in(desk, {**row("1", OWR_weight="3"), "As at": "16/01/2027"})
    assert standing(desk) == set()


def test_a_new_case_has_its_criteria_its_sentence_and_a_high_risk_flag_of_the_same_entry(
    register: Path,
) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1", CSO="Y"))
    case = read(
        desk,
        select(Case.entry_codes, Case.entry_reason, Case.criteria_version, Case.episode, Case.opened_seq),
    )[0]
    assert case[0] == "HR-ROI HR-CSO"
    assert "RoC*RoI is 0.70 or more (RoC*RoI: 0.8)" in case[1]
    assert "Hearing 14/05/2027" in case[1]
    assert case[2:4] == (1, 1)
    assert read(desk, select(Flag.code, Flag.raised_seq).where(Flag.owner == Owner.FORUM)) == [
        (FlagCode.HR, case[4])
    ]


def test_a_case_stays_open_when_no_criterion_fires_any_more(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))
    record = later(row("1"))
    record["RoC*RoI"] = "0.10"
    assert take_in(desk, record).changed == 1
    assert read(desk, select(Case.closed_seq)) == [(None,)]
    assert extract.left_out(desk) == ()


def test_a_closed_case_opens_anew_only_on_another_anchor(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))

    def close(work: Work) -> None:
        case = work.session.query(Case).one()
        case.closed_seq, case.closed_at, case.exit_reason = work.seq, work.at, ExitReason.DECLINED

    do(desk, close)
    again = take_in(desk, later(row("1")))
    assert again.cases_opened == 0
    assert "not opened anew" in again.warnings[-1].text
    result = take_in(desk, later(row("1"), Next_hearing_date="14/08/2027"))
    assert result.cases_opened == 1
    assert read(desk, select(Case.episode).order_by(Case.id)) == [(1,), (2,)]


def test_a_case_stays_with_its_forum_when_ioms_moves_the_person(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))
    result = take_in(desk, later(row("1"), Forum="HB"))
    assert (result.changed, result.cases_opened, result.gone) == (1, 0, 0)
    assert read(desk, select(Case.forum)) == [("CHC",)]
    assert "stays with CHC" in result.warnings[-1].text


def test_names_and_aliases_follow_ioms_and_an_alias_given_by_hand_stays(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1", Aliases="Tūtahi, Xiuying; Hākopa, Hoani"))

    def nickname(work: Work) -> None:
        work.session.add(
            Alias(
                person_id=1,
                kind=AliasKind.NICKNAME,
                surname="Bear",
                given_names="",
                owner=Owner.FORUM,
                source="forum",
                as_at=work.today,
            )
        )

    do(desk, nickname)
    take_in(desk, later(row("1", Surname="Ngāta-Reid", Aliases="Hākopa, Hoani; Reid, Hēmi")))
    assert read(desk, select(Person.surname, Person.name_key)) == [("Ngāta-Reid", "ngata reid hemi")]
    query = select(Alias.surname).where(Alias.withdrawn_seq.is_(None)).order_by(Alias.id)
    assert read(desk, query) == [("Hākopa",), ("Bear",), ("Reid",)]
    assert {field for (field,) in read(desk, select(Change.field))} == {"Surname", "Aliases"}


def test_an_older_extract_is_taken_in_with_a_warning(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, later(row("1")))
    result = take_in(desk, row("1"))
    text = result.warnings[0].text
    assert text.startswith(
        "CHC: this extract is as at 16/11/2026, and one as at 16/12/2026 was taken in before"
    )
    assert read(desk, select(IomsRecord.as_at)) == [(date(2026, 11, 16),)]


def test_a_file_without_most_people_of_the_last_one_is_taken_in_with_a_warning(register: Path) -> None:
    desk = desks.sit(register)
    everybody = [row(str(number)) for number in range(1, 21)]
    take_in(desk, *everybody)
    half = take_in(desk, *(later(each) for each in everybody[:10]))
    assert not half.warnings, "half of them may well be released"
    take_in(desk, *(later(each) for each in everybody))
    part = take_in(desk, *(later(each) for each in everybody[:9]), later(row("99")))
    [odd] = part.warnings
    assert (odd.row, part.gone) == (0, 11)
    assert odd.text.startswith("11 of 20 people who stood in the last extract are not in this file.")


def test_refused_rows_are_kept_and_come_back_as_a_file_that_can_be_mended(register: Path) -> None:
    desk = desks.sit(register)
    bad = row("2", Next_hearing_date="31/02/2027", Surname="=HYPERLINK(1)")
    result = take_in(desk, row("1"), bad)
    assert read(desk, select(Rejection.row, Rejection.heading)) == [(3, "Next hearing date")]
    saved = extract.save_rejections(desk).as_csv()
    assert saved == result.rejected_rows.as_csv()
    rows = list(csv.DictReader(io.StringIO(saved.decode("utf-8-sig"))))
    assert (rows[0]["Row"], rows[0]["Heading"], rows[0]["Surname"]) == (
        "3",
        "Next hearing date",
        "'=HYPERLINK(1)",
    )
    mended = {name: value.replace("31/02/2027", "28/02/2027") for name, value in rows[0].items()}
    again = extract.import_extract(desk, "mended.csv", extract_csv([mended]))
    assert (again.added, again.rejected) == (1, 0)
    assert ("=HYPERLINK(1)",) in read(desk, select(Person.surname))


def test_left_out_says_why_and_from_when_in_the_order_of_surnames(register: Path) -> None:
    desk = desks.sit(register)
    far = row("1", Surname="Ōtene", Next_hearing_date="31/08/2028")
    watched = row("2", Surname="Zed", VNR="Y")
    watched["RoC*RoI"] = ""
    take_in(desk, far, watched, row("3"))
    rows = extract.left_out(desk, "chc")
    assert [(told.prn, told.reason, told.starts, told.watch_list) for told in rows] == [
        ("1", LeftOutReason.NOT_YET, date(2027, 11, 30), False),
        ("2", LeftOutReason.VNR_ONLY, None, True),
    ]
    take_in(desk, later(far), later(watched))
    take_in(desk, {**row("3"), "As at": "16/01/2027"})
    assert extract.left_out(desk, "CHC") == ()


def test_a_file_with_rows_of_a_forum_that_is_not_ones_own_is_refused_whole(register: Path) -> None:
    desk = desks.sit(register)

    keep_to_forum(desk, "CHC")
    with pytest.raises(NotPermitted, match="holds people of HB"):
        take_in(desk, row("1"), row("2", Forum="HB"))
    assert read(desk, select(Person.id)) == []
    assert ("refused: import_extract",) in read(desk, select(Trail.event))
    assert take_in(desk, row("1")).added == 1


def test_what_was_in_another_forums_extract_is_looked_at_by_its_own_administrators(register: Path) -> None:
    desk = desks.sit(register)
    take_in(desk, row("1"))
    take_in(desk, row("2", Forum="HB"), row("3", Forum="HB", CSO="maybe"))

    keep_to_forum(desk, "CHC")
    assert [each.extract for each in extract.list_extracts(desk)] == [1]
    assert extract.save_rejections(desk).rejections == ()
    for look in (extract.save_rejections, extract.extract_differences):
        with pytest.raises(NotPermitted, match="Extract 2 is not one of CHC alone"):
            look(desk, 2)


def test_a_chair_may_not_take_in_an_extract_but_sees_who_is_left_out(register: Path) -> None:
    chair = desks.sit(register, Role.CHAIR)
    with pytest.raises(NotPermitted):
        take_in(chair, row("1"))
    assert extract.left_out(chair) == ()


def test_a_file_without_a_required_heading_is_refused_and_the_refusal_is_entered(register: Path) -> None:
    desk = desks.sit(register)
    record = row("1")
    del record["Prison"]
    with pytest.raises(Refused, match="Prison"):
        take_in(desk, record)
    assert ("refused: import_extract",) in read(desk, select(Trail.event))


def test_a_full_disk_leaves_the_register_as_it_was_and_says_so(register: Path) -> None:
    class FullDisk(Desk):
        """The engine is told that the disk ends a few pages on, as a full disk would tell it."""

        def engine(self, *, read_only: bool, whole: bool = False) -> Engine:
            engine = super().engine(read_only=read_only, whole=whole)

            def end_here(connection: object, _record: object) -> None:
                connection.set_authorizer(None)  # type: ignore[attr-defined]  # the engine's own connection
                pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
                connection.execute(f"PRAGMA max_page_count = {pages + 20}")  # type: ignore[attr-defined]
                connection.set_authorizer(guard.writer_guard)  # type: ignore[attr-defined]

            event.listen(engine, "connect", end_here)
            return engine

    desk = desks.sit(register)
    full = FullDisk(desk.folder, desk.opened, desk.now)
    with pytest.raises(Refused, match="is full; the register is as it was"):
        take_in(full, *(row(str(number)) for number in range(1000)))
    assert read(desk, select(Person.id)) == read(desk, select(Extract.id)) == []
    assert take_in(desk, row("1")).added == 1


KILLED = """
import os, sys
from pathlib import Path
from sqlalchemy import event
from app.usecases import case_history, cases, extract
from tests.fixtures import desks
folder, data, statements = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
desk = desks.sit(folder)
build = desk.engine
def engine(*, read_only):
    made = build(read_only=read_only)
    seen = []
    @event.listens_for(made, "before_cursor_execute")
    def count(*_args):
        seen.append(1)
        if len(seen) == statements:
            os._exit(9)
    return made
desk.engine = engine
extract.import_extract(desk, "ioms.csv", data)
"""


@pytest.mark.parametrize("statements", [12, 18, 24])
def test_a_program_killed_halfway_through_leaves_nothing_of_the_extract(
    register: Path, tmp_path: Path, statements: int
) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row(str(number), VNR="Y") for number in range(300)]))
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(register), str(file), str(statements)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 9, run.stderr.decode()
    desk = desks.sit(register)
    assert read(desk, select(Person.id)) == read(desk, select(Extract.id)) == []
    with desk.engine(read_only=True).connect() as connection:
        assert trail.verify_chain(connection).ok
    assert extract.import_extract(desk, "ioms.csv", file.read_bytes()).added == 300
