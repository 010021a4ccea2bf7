"""Which registers a computer has opened: the latest first, each once, no name, and a damaged list is an empty one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.opened import MOST, OpenedRow, opened, read_opened, short_path, taken_off, write_opened

AT = datetime(2026, 11, 20, 3, 2, tzinfo=UTC)


def test_the_latest_stands_first_and_each_place_once() -> None:
    rows = opened(opened((), "/a", AT), "/b", AT)
    assert [row.folder for row in opened(rows, "/a", AT)] == ["/a", "/b"]
    assert [row.folder for row in taken_off(rows, "/b")] == ["/a"]
    many: tuple[OpenedRow, ...] = ()
    for number in range(MOST + 3):
        many = opened(many, f"/{number}", AT)
    assert len(many) == MOST
    assert many[0].folder == f"/{MOST + 2}"


def test_it_is_told_with_its_weekday_by_a_new_zealand_clock() -> None:
    assert OpenedRow("/a", AT).words == "Last unlocked Fri 20/11/2026 16:02"
    assert "Not unlocked" in OpenedRow("/a", None).words


@pytest.mark.parametrize("text", ["", "{", "null", "[[1]]", '["a"]', '[["/a", "no day"]]', '{"a": 1}', "[3]"])
def test_a_list_that_cannot_be_read_is_an_empty_one(text: str) -> None:
    assert read_opened(text) == ()


def test_what_is_kept_reads_back() -> None:
    rows = (OpenedRow("C:\\Ōtautahi\\register", AT), OpenedRow("/b", None))
    assert read_opened(write_opened(rows)) == rows


def test_a_long_path_is_cut_in_the_middle() -> None:
    path = "C:/Users/m.ashcombe/OneDrive - Department/Forums/2026/christchurch"
    short = short_path(path, 30)
    assert len(short) == 30
    assert short.startswith("C:/Users/")
    assert short.endswith("/christchurch")
    assert short_path("/short", 30) == "/short"
