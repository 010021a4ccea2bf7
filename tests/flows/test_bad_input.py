"""What goes wrong on an ordinary day, from the terminal: one sentence, the right exit code, and nothing harmed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlcipher3 import dbapi2 as sqlcipher

from app.domain.words import Role
from tests.fixtures import desks, months, police_month
from tests.fixtures.extracts import extract_csv, row
from tests.fixtures.process import done, hold, say, spawn
from tests.fixtures.small_disk import NEEDS_A_DISK, small_disk

COPIES = "name,service\nHana Pool,prisons\nTiaki Rua,police\n"


@pytest.fixture
def month(tmp_path: Path) -> Path:
    """A register with an issued agenda."""
    return months.new_month(tmp_path / "month")


def _write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _print(tmp_path: Path, text: str = COPIES, meeting: str = months.MEETING) -> tuple[str, ...]:
    copies = _write(tmp_path / "copies.csv", text)
    return ("pack", "print", meeting, "--copies", str(copies), "--out", str(tmp_path / "out"))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


# -- The register itself ------------------------------------------------------------------------------------


def _empty(folder: Path) -> None:
    (folder / "register.fdb").write_bytes(b"")


def _cut(folder: Path) -> None:
    os.truncate(folder / "register.fdb", 4096 * 9 + 100)


def _cut_on_a_page(folder: Path) -> None:
    size = (folder / "register.fdb").stat().st_size
    os.truncate(folder / "register.fdb", size - 4096)


def _first_bytes_flipped(folder: Path) -> None:
    _flip(folder / "register.fdb", 40)


def _no_keys(folder: Path) -> None:
    (folder / "register.keys").unlink()


def _edited_keys(folder: Path) -> None:
    file = folder / "register.keys"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"memory_kib": 65536', '"memory_kib": 16'), "utf-8"
    )
    assert '"memory_kib": 16' in file.read_text(encoding="utf-8")


def _not_even_keys(folder: Path) -> None:
    (folder / "register.keys").write_bytes(b"PK\x03\x04 not a key file")


def _flip(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 0x10
    file.write_bytes(data)


@pytest.mark.parametrize(
    "harm", [_empty, _cut, _cut_on_a_page, _first_bytes_flipped, _no_keys, _edited_keys, _not_even_keys]
)
def test_a_damaged_register_is_exit_4_in_one_sentence_and_is_left_as_it_is(
    register: Path, harm: Callable[[Path], None]
) -> None:
    harm(register)
    before = _files(register)
    say(register, "forum", "list").refused(4)
    assert _files(register) == before


@pytest.mark.parametrize("harm", [_empty, _cut, _cut_on_a_page, _first_bytes_flipped, _no_keys])
def test_a_check_of_a_damaged_register_says_what_fails_and_writes_nothing(
    register: Path, harm: Callable[[Path], None]
) -> None:
    harm(register)
    before = _files(register)
    told = say(register, "register", "check")
    assert told.code == 4
    assert told.err.count("\n") == 1
    assert told.data["ok"] is False
    assert [check for check in told.data["checks"] if not check["ok"]]
    assert _files(register) == before


@pytest.mark.parametrize("part", range(8))
def test_a_byte_flipped_anywhere_is_found_by_the_check(register: Path, part: int) -> None:
    size = (register / "register.fdb").stat().st_size
    _flip(register / "register.fdb", size * part // 8 + 1234)
    before = _files(register)
    told = say(register, "register", "check")
    assert told.code == 4, told
    assert told.data["ok"] is False
    assert "Traceback" not in told.err
    assert _files(register) == before


def test_another_registers_key_file_is_exit_4(register: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    argv = (
        "register",
        "create",
        other,
        "--administrator",
        desks.ADMINISTRATOR[0],
        "--chair",
        "Another Chair",
    )
    told = spawn(register, *argv, more={"FORUMDESK_CHAIR_PASSPHRASE": "wide rivers under the moon"})
    assert told.code == 0, told.err
    shutil.copy(other / "register.keys", register / "register.keys")
    assert "another register" in say(register, "forum", "list").refused(4)


def test_while_a_second_process_writes_the_first_is_told_reads_and_then_goes_on(register: Path) -> None:
    add = ("forum", "add", "WGN", "--name", "Wellington HR/HP Forum", "--region", "WGN")
    with hold(register):
        assert "Somebody is writing" in say(register, *add).refused()
        assert len(done(register, "forum", "list")["forums"]) == 2
    assert done(register, *add)
    assert len(done(register, "forum", "list")["forums"]) == 3


@NEEDS_A_DISK
def test_an_import_on_a_disk_that_fills_up_takes_in_nothing_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row(f"{number}") for number in range(1, 3001)]))
    with small_disk(tmp_path / "disk", "3m") as disk:
        folder = desks.new_register(disk / "register")
        assert "full" in say(folder, "extract", "import", file).refused()
        (disk / "register").rename(disk / "as-it-was")
        shutil.copytree(disk / "as-it-was", tmp_path / "saved")
    assert done(tmp_path / "saved", "register", "check")["ok"]
    assert done(tmp_path / "saved", "case", "list")["cases"] == []
    assert done(tmp_path / "saved", "extract", "import", file)["added"] == 3000


# -- Copies --------------------------------------------------------------------------------------------------


def test_a_pack_of_a_meeting_without_an_issued_agenda_is_refused(month: Path, tmp_path: Path) -> None:
    assert "issue" in say(month, *_print(tmp_path, meeting=months.NEXT)).refused()
    assert done(month, "pack", "ledger", months.NEXT)["printed"] == 0


def test_codes_are_counted_in_once_for_their_own_meeting_and_a_slip_is_named(
    month: Path, tmp_path: Path
) -> None:
    printed = done(month, *_print(tmp_path, COPIES), "--contents", "agenda")["copies"]
    code, other = (copy["code"] for copy in printed)
    sentence = say(month, "pack", "return", code, "--meeting", months.NEXT).refused()
    assert months.MEETING in sentence
    assert done(month, "pack", "return", code.lower())["returned"] == 1
    assert "Hana Pool" in say(month, "pack", "return", code).refused()
    slip = ("Z" if other[0] != "Z" else "Y") + other[1:]
    assert f"{other[:4]}-{other[4:]}" in say(month, "pack", "return", slip).refused()
    say(month, "pack", "return", "not a code at all").refused()
    ledger = done(month, "pack", "ledger", months.MEETING)
    assert (ledger["printed"], ledger["out"], ledger["returned"], ledger["balanced"]) == (2, 1, 1, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,service\nHana Pool,prisons\nhāna pool,police\n", "rows 2 and 3"),
        ("name,service\n,prisons\n", "no name"),
        ("name,service\n\u200b,prisons\n", "no name"),
        ("name,service\n", "no holder"),
        ("who,service\nHana Pool,prisons\n", "heading name"),
        ("", "empty"),
    ],
)
def test_holders_who_may_not_hold_use_no_number(month: Path, tmp_path: Path, text: str, told: str) -> None:
    assert told in say(month, *_print(tmp_path, text)).refused()
    assert done(month, "pack", "ledger", months.MEETING)["printed"] == 0


def test_an_auditor_holds_no_copy(month: Path, tmp_path: Path) -> None:
    asked = say(
        month,
        *("user", "request", "--role", "auditor", "--user", "Ana Auditor"),
        passphrase="a slow tide turning north",
    )
    assert asked.code == 0, asked.err
    done(month, "user", "approve", "Ana Auditor", role=Role.CHAIR)
    sentence = say(month, *_print(tmp_path, "name,service\nāna auditor,prisons\n")).refused()
    assert "auditor" in sentence
    assert done(month, "pack", "ledger", months.MEETING)["printed"] == 0


# -- Folders that cannot be written --------------------------------------------------------------------------


def test_printing_where_nothing_can_be_written_uses_no_number(month: Path, tmp_path: Path) -> None:
    copies = _write(tmp_path / "copies.csv", COPIES)
    blocked = _write(tmp_path / "a-file", "not a folder")
    for out in (blocked, blocked / "below"):
        argv = ("pack", "print", months.MEETING, "--copies", copies, "--out", out)
        assert str(blocked) in say(month, *argv).refused()
    assert done(month, "pack", "ledger", months.MEETING)["printed"] == 0


def test_a_print_that_stops_halfway_tells_what_is_out_and_its_passphrases(
    month: Path, tmp_path: Path
) -> None:
    (tmp_path / "out" / f"pack-{months.MEETING}-copy-02-of-03.pdf").mkdir(parents=True)
    told = say(month, *_print(tmp_path, COPIES + "Ana Wehi,probation\n"))
    assert told.code == 1
    assert told.err.startswith("Only 1 of 3 copies came out")
    assert told.err.count("\n") == 1
    (copy,) = told.data["copies"]
    assert (copy["state"], bool(copy["passphrase"])) == ("out", True)
    ledger = done(month, "pack", "ledger", months.MEETING)
    assert (ledger["printed"], ledger["out"], ledger["void"], ledger["balanced"]) == (3, 1, 2, True)


def test_a_copy_that_was_written_but_not_confirmed_leaves_no_file(month: Path, tmp_path: Path) -> None:
    def disk_fails(_connection: object) -> None:
        if any((tmp_path / "out").glob("*02-of-02.pdf")):
            raise failed

    failed = sqlcipher.OperationalError("disk I/O error")
    failed.sqlite_errorcode = sqlcipher.SQLITE_IOERR
    event.listen(Engine, "commit", disk_fails)
    try:
        told = say(month, *_print(tmp_path))
    finally:
        event.remove(Engine, "commit", disk_fails)
    assert told.code == 1
    assert [file.name for file in (tmp_path / "out").glob("*")] == [told.data["copies"][0]["file"]]
    ledger = done(month, "pack", "ledger", months.MEETING)
    assert (ledger["out"], ledger["void"], ledger["balanced"]) == (1, 1, True)


def test_exports_to_where_nothing_can_be_written_are_refused(register: Path, tmp_path: Path) -> None:
    police_month.make_month(register).close()
    blocked = _write(tmp_path / "a-file", "not a folder")
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row("1"), row("2", CSO="perhaps")]))
    done(register, "extract", "import", file)
    for argv in (
        ("police", "export", police_month.MEETING, "--out", blocked / "police.xlsx", "--plain"),
        ("extract", "rejections", "--out", blocked / "refused.csv"),
        ("figures", "--head-office", blocked / "return.csv"),
    ):
        say(register, *argv).refused()
    assert done(register, "police", "list")["exchanges"] == []


# -- Dates on the edge ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_at", "hearing", "starts"),
    [
        ("29/02/2028", "29/11/2028", None),
        ("29/02/2028", "30/11/2028", "2028-02-29"),
        ("31/05/2027", "29/02/2028", None),
        ("31/05/2027", "01/03/2028", "2027-06-01"),
        ("30/11/2026", "31/08/2027", "2026-11-30"),
        ("27/09/2026", "27/06/2027", None),
        ("27/09/2026", "28/06/2027", "2026-09-28"),
        ("04/04/2027", "05/01/2028", "2027-04-05"),
    ],
)
def test_the_horizon_holds_at_the_months_end_on_leap_days_and_on_days_of_25_hours(
    register: Path, tmp_path: Path, as_at: str, hearing: str, starts: str | None
) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row("1", Next_hearing_date=hearing, As_at=as_at)]))
    taken = done(register, "extract", "import", file)
    left = done(register, "extract", "left-out")["people"]
    assert taken["cases_opened"] == (starts is None)
    assert [(person["reason"], person["starts"]) for person in left] == (
        [("not-yet", starts)] if starts else []
    )


def test_a_day_that_is_not_in_the_calendar_is_refused_and_never_moved(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(
        extract_csv(
            [row("1", Next_hearing_date="29/02/2027"), row("2", Next_hearing_date="31/04/2027"), row("3")]
        )
    )
    taken = done(register, "extract", "import", file)
    assert [(fault["row"], fault["heading"]) for fault in taken["rejections"]] == [
        (2, "Next hearing date"),
        (3, "Next hearing date"),
    ]
    for day in ("29/02/2027", "2027-04-31", "1/5/27"):
        say(register, "meeting", "schedule", "--forum", "CHC", "--date", day).refused()


@pytest.mark.parametrize(
    "day", [date(2028, 2, 29), date(2027, 1, 31), date(2026, 9, 27), date(2027, 4, 4), date(2026, 12, 31)]
)
def test_a_meeting_may_stand_on_any_day(register: Path, tmp_path: Path, day: date) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(
        extract_csv([row("1", Next_hearing_date=day.isoformat(), As_at=day.replace(day=1).isoformat())])
    )
    done(register, "extract", "import", file)
    code = done(register, "meeting", "schedule", "--forum", "CHC", "--date", day.isoformat())["meeting"]
    assert code == f"CHC-{day.isoformat()}"
    (item,) = done(register, "meeting", "agenda", code)["items"]
    assert item["reasons"][0] == "hearing-before-next"


def test_a_result_is_taken_whatever_this_computers_clock_says(register: Path, tmp_path: Path) -> None:
    file = tmp_path / "ioms.csv"
    file.write_bytes(extract_csv([row("1", Next_hearing_date="14/05/2027")]))
    done(register, "extract", "import", file)
    told = done(register, "hearing", "result", "1", "--date", "14/05/2027", "--result", "declined")
    assert told["received"] == "2027-05-14"
    argv = (
        "hearing",
        "result",
        "1",
        "--date",
        "14/05/2027",
        "--result",
        "declined",
        "--received",
        "13/05/2027",
    )
    assert "before the hearing" in say(register, *argv).refused()
