"""The rule who may read a restricted case, and what stands in its place."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

import pytest

import app.domain
from app.domain.errors import Refused
from app.domain.people import Office
from app.domain.restricted import (
    GLASS_MINUTES,
    Candidate,
    Excluded,
    Keeping,
    Opening,
    glass_until,
    refuse_glass,
    refuse_readers,
)
from app.domain.stand_in import KEPT, Hidden, StandIn, read_code
from app.domain.words import Role

NOW, TODAY = datetime(2027, 3, 10, 1, 0, tzinfo=UTC), date(2027, 3, 10)
CHAIRED = Candidate("c", "Tāmati", (Office("CHC", Role.CHAIR, date(2026, 1, 1), None),))


def _may(keeping: Keeping, user: str, name: str = "", at: datetime = NOW) -> bool:
    return keeping.may_read(user, name or user, at, TODAY)


def test_an_ordinary_case_is_read_by_anybody_and_a_restricted_one_by_its_readers() -> None:
    assert _may(Keeping(None), "anybody")
    assert _may(Keeping(frozenset({"a"})), "a")
    assert not _may(Keeping(frozenset({"a"})), "b")


def test_a_holder_without_access_reads_no_restricted_case() -> None:
    assert not _may(Keeping(frozenset({""})), "", "ngaire")
    assert _may(Keeping(None), "", "ngaire")


def test_an_exclusion_beats_being_named_and_broken_glass() -> None:
    kept_from = Excluded("a", "ana", date(2027, 3, 10), date(2027, 3, 10))
    opened = Opening("a", NOW, NOW + timedelta(hours=1))
    assert not _may(Keeping(frozenset({"a"}), (kept_from,), (opened,)), "a", "ana")
    assert not _may(Keeping(None, (kept_from,)), "a", "ana")


def test_an_exclusion_holds_on_its_first_and_its_last_day_and_no_longer() -> None:
    day = timedelta(days=1)
    for since, until, holds in (
        (TODAY, TODAY, True),
        (TODAY - day, None, True),
        (TODAY + day, None, False),
        (TODAY - day, TODAY - day, False),
    ):
        assert _may(Keeping(None, (Excluded("a", "ana", since, until),)), "a") is not holds


def test_a_holder_is_excluded_by_name_and_a_user_by_their_number() -> None:
    by_name = Excluded("", "ana", TODAY, None)
    assert not _may(Keeping(None, (by_name,)), "", "ana")
    assert not _may(Keeping(None, (by_name,)), "a", "ana")
    by_number = Excluded("a", "ana", TODAY, None)
    assert not _may(Keeping(None, (by_number,)), "a", "renamed since")
    assert not _may(Keeping(None, (by_number,)), "", "ana")


def test_broken_glass_lets_in_one_person_until_its_time_is_over() -> None:
    opened = Opening("a", NOW, glass_until(NOW))
    keeping = Keeping(frozenset({"c"}), (), (opened,))
    end = NOW + timedelta(minutes=GLASS_MINUTES)
    assert _may(keeping, "a")
    assert not _may(keeping, "b")
    assert _may(keeping, "a", at=end - timedelta(seconds=1))
    assert not _may(keeping, "a", at=end)
    assert not _may(keeping, "a", at=NOW - timedelta(seconds=1))


@pytest.mark.parametrize("reason", ["", "urgent", "please", "aaaaaaaaaaaaaaaaaaaaa"])
def test_broken_glass_wants_a_sentence(reason: str) -> None:
    with pytest.raises(Refused, match="write a sentence"):
        refuse_glass(reason)


def test_readers_are_never_nobody_and_a_chair_in_office_is_among_them() -> None:
    administrator = Candidate("a", "Mere", (Office(None, Role.ADMINISTRATOR, date(2026, 1, 1), None),))
    gone = Candidate("g", "Rewi", (Office("CHC", Role.CHAIR, date(2026, 1, 1), date(2027, 3, 9)),))
    auditor = Candidate("u", "Ana", (Office("CHC", Role.AUDITOR, date(2026, 1, 1), None),))
    refuse_readers("CHC", [CHAIRED, administrator], TODAY)
    for readers, why in (
        ([], "Nobody is named"),
        ([administrator], "No chair in office"),
        ([CHAIRED, gone], "Rewi has no office"),
        ([CHAIRED, auditor], "auditor"),
    ):
        with pytest.raises(Refused, match=why):
            refuse_readers("CHC", readers, TODAY)


class CaseRow(NamedTuple):
    prn: str
    surname: str
    given_names: str
    opened_stored: str
    anchor: date | None
    flags: str


@dataclass(frozen=True)
class WaitingRow:
    prn: str
    surname: str


@dataclass(frozen=True)
class Page:
    rows: tuple[CaseRow, ...]
    waiting: tuple[WaitingRow, ...]
    told: tuple[str, ...]
    by_prn: dict[str, str]


HIDDEN = Hidden((StandIn(1, "0777", (("Kōkako", "Whetū"), ("Bear", "")), "HB", 3),), frozenset({9}))
ROW = CaseRow("0777", "Kōkako", "Whetū", "2026-11-01", TODAY, "HR")
OTHER = CaseRow("0778", "Kōkako", "Ana", "2026-11-01", TODAY, "HR")


def test_a_row_that_must_be_counted_stays_with_its_label_and_nothing_else() -> None:
    masked = HIDDEN.mask((ROW, OTHER))
    assert masked == (CaseRow("RESTRICTED-HB-3", "Restricted 3", "", "2026-11-01", None, ""), OTHER)


def test_a_kind_of_row_that_nobody_thought_of_leaves_its_list() -> None:
    assert HIDDEN.mask((WaitingRow("0777", "Kōkako"), WaitingRow("0778", "Kōkako"))) == (
        WaitingRow("0778", "Kōkako"),
    )


def test_sentences_name_the_label_and_other_people_of_the_name_keep_theirs() -> None:
    told = ("Kōkako, Whetū (0777) and Kōkako, Ana are listed.", "Whetū Kōkako, 07771", "Kōkako")
    page = HIDDEN.mask(Page((ROW,), (WaitingRow("0777", ""),), told, {"0777": "x", "0778": "y"}))
    assert page.told == (
        "Restricted 3 (Restricted 3) and Kōkako, Ana are listed.",
        "Restricted 3, 07771",
        "Kōkako",
    )
    assert page.waiting == ()
    assert page.by_prn == {"RESTRICTED-HB-3": "x", "0778": "y"}


def test_masking_twice_changes_nothing_more_and_nobody_hidden_changes_nothing() -> None:
    once = HIDDEN.mask((ROW, OTHER))
    assert HIDDEN.mask(once) == once
    page = Page((ROW,), (), (), {})
    assert Hidden().mask(page) is page


def test_a_code_is_read_however_it_was_typed_and_a_prn_is_none() -> None:
    assert read_code(" restricted-hb-3 ") == ("HB", 3)
    assert read_code("RESTRICTED-WAI-KATO-12") == ("WAI-KATO", 12)
    assert read_code("0777") is None


def test_every_kind_that_stays_masked_is_a_kind_there_is() -> None:
    """A kind renamed would leave its list instead: counts would then no longer add up."""
    found = {
        name
        for module in pkgutil.walk_packages(app.domain.__path__, "app.domain.")
        for name, thing in vars(importlib.import_module(module.name)).items()
        if inspect.isclass(thing) and "prn" in inspect.get_annotations(thing)
    }
    assert found >= KEPT - {"Listed"}
