"""What walks through records without knowing them: one set of names, one copy, one spelling for all three kinds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

import pytest
from msgspec import Struct
from msgspec.structs import force_setattr

from app.domain.records import field_names, spelt_out, with_values
from app.domain.words import Track


class Line(NamedTuple):
    track: Track
    due: date | None


class Page(Struct, frozen=True):
    title: str
    lines: tuple[Line, ...] = ()
    made_at: datetime | None = None

    def __post_init__(self) -> None:
        if not self.title:
            raise ValueError("a page has a title")
        force_setattr(self, "title", self.title.strip())


@dataclass(frozen=True)
class Draft:
    title: str
    page: Page | None = None


DUE = date(2026, 12, 1)
MADE = datetime(2026, 11, 28, 5, 26, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (Page("Agenda"), ("title", "lines", "made_at")),
        (Line(Track.TABLE, DUE), ("track", "due")),
        (Draft("x"), ("title", "page")),
        (("Agenda", DUE), ()),
        ("Agenda", ()),
        (None, ()),
        (Page, ()),
        (Draft, ()),
    ],
)
def test_a_record_of_every_kind_tells_its_fields_and_nothing_else_has_any(
    value: object, names: tuple[str, ...]
) -> None:
    assert field_names(value) == names


@pytest.mark.parametrize("value", [Page("Agenda"), Draft("Agenda")])
def test_a_copy_has_the_other_values_and_leaves_what_it_was_made_from(value: Page | Draft) -> None:
    assert with_values(value, {"title": " Minutes "}).title == " Minutes "
    assert value.title == "Agenda"


def test_a_copy_does_not_ask_its_class_again_what_a_value_may_be() -> None:
    assert with_values(Page("Agenda"), {"title": ""}).title == ""


def test_a_row_of_a_query_is_copied_too() -> None:
    assert with_values(Line(Track.TABLE, DUE), {"due": None}) == Line(Track.TABLE, None)


def test_a_record_is_spelt_out_with_all_that_is_in_it_and_its_days_stay_days() -> None:
    spelt = spelt_out(Page("Ōtautahi", (Line(Track.TABLE, DUE),), MADE))

    assert spelt == {"title": "Ōtautahi", "lines": (("table", DUE),), "made_at": MADE}
    assert json.dumps(spelt["lines"], default=str) == '[["table", "2026-12-01"]]'
