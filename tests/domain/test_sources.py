"""Who keeps the key of a forum's sources, who may open one, and where an office reaches: rules without a register."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import NotPermitted, Refused
from app.domain.people import Office, role_in
from app.domain.sources import checked_reason, checked_text, keeps_the_seal, may_open, read_ref, refuse_reader
from app.domain.words import Role, SourceOf

DAY = date(2026, 12, 1)


def _chair(forum: str | None, since: int = 1, until: int | None = None, *besides: str) -> Office:
    return Office(forum, Role.CHAIR, date(2026, 12, since), date(2026, 12, until) if until else None, besides)


@pytest.mark.parametrize(
    ("offices", "keeps"),
    [
        ((_chair("CHC"),), True),
        ((_chair(None),), True),
        ((_chair("CHC", 20),), True),  # to come: nobody else could give it on that day
        ((_chair("HB"),), False),
        ((_chair(None, 1, None, "CHC"),), False),
        ((Office("CHC", Role.CHAIR, date(2026, 11, 1), date(2026, 11, 30)),), False),
        ((Office("CHC", Role.ADMINISTRATOR, DAY, None),), False),
        ((_chair(None), Office("CHC", Role.MEMBER, DAY, None)), False),  # a forum's own office comes first
        ((), False),
    ],
)
def test_the_key_is_kept_by_the_forums_chair_in_office_or_to_come(
    offices: tuple[Office, ...], keeps: bool
) -> None:
    assert keeps_the_seal(offices, "CHC", DAY) is keeps


def test_a_chair_opens_every_source_of_the_forum_and_anybody_else_their_own() -> None:
    for role in (*Role, None):
        assert may_open(role, wrote_it=True)
        assert may_open(role, wrote_it=False) is (role is Role.CHAIR)
    with pytest.raises(NotPermitted, match="Ask a chair"):
        refuse_reader(Role.ADMINISTRATOR, wrote_it=False)


def test_an_office_in_every_forum_but_one_reaches_all_others_and_those_to_come() -> None:
    but = _chair(None, 1, None, "CHC")
    assert (but.covers("CHC"), but.covers("HB"), but.covers(None)) == (False, True, True)
    assert but.where == "every forum but CHC"
    assert role_in((but,), "CHC", DAY) is None
    assert role_in((but,), "A forum to come", DAY) is Role.CHAIR
    assert _chair(None).reaches(but)
    assert not but.reaches(_chair(None))
    assert but.reaches(_chair("HB"))
    assert not but.reaches(_chair("CHC"))


def test_a_reason_is_a_sentence_and_a_source_says_something() -> None:
    assert checked_reason("  The Board\u200b asks ") == "The Board asks"
    with pytest.raises(Refused, match="in a sentence"):
        checked_reason("Board asks")
    assert checked_text(" his\r\ncousin ") == "his\ncousin"
    with pytest.raises(Refused, match="Say who said it"):
        checked_text(" \n")


def test_a_statement_is_named_by_its_kind_and_number() -> None:
    assert read_ref(" Police:7 ") == (SourceOf.POLICE, 7)
    for wrong in ("police", "police:", "police:x", "nobody:1", "police:-1", "police:" + "9" * 16):
        with pytest.raises(Refused, match="names no statement"):
            read_ref(wrong)
