"""Minutes as one frozen text, its corrections, and how it reads (need M8)."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.domain.documents import MinutesDocument
from app.domain.errors import Damaged, NotFound, Refused
from app.domain.minutes import (
    Change,
    MinutesView,
    Passage,
    StepRow,
    VersionRow,
    corrected,
    freeze_minutes,
    minutes_hash,
    minutes_lines,
    passages,
    refuse_confirm,
    refuse_correction,
    refuse_reopen,
    thaw_minutes,
)
from app.domain.words import MinutesStepName
from tests.fixtures import papers

AT = datetime(2027, 3, 11, 20, tzinfo=UTC)
CONFIRMED = StepRow(MinutesStepName.CONFIRMED, AT, "The chair", "")
REOPENED = StepRow(MinutesStepName.REOPENED, AT, "The chair", "a name was wrong")


def whole() -> MinutesDocument:
    made = papers.minutes().minutes
    assert made is not None
    return made


def version(*steps: StepRow, number: int = 1, changes: tuple[Change, ...] = ()) -> VersionRow:
    return VersionRow(number, "ab" * 48, AT, "The chair", "misheard", changes, steps)


def test_the_frozen_text_gives_the_same_minutes_back_and_its_hash_is_that_of_its_bytes() -> None:
    text = freeze_minutes(whole())
    assert minutes_hash(text) == hashlib.sha384(text.encode("utf-8")).hexdigest()
    back = thaw_minutes(text, minutes_hash(text))
    for name in MinutesDocument.__struct_fields__:
        assert getattr(back, name) == getattr(whole(), name)
    assert freeze_minutes(back) == text


def test_a_text_that_is_not_the_one_frozen_is_damage() -> None:
    text = freeze_minutes(whole())
    with pytest.raises(Damaged, match="not the text that was frozen"):
        thaw_minutes(text.replace("curfew", "bedtime"), minutes_hash(text))
    for other in ("{}", "[]", '{"format":1,"minutes":{}}'):
        with pytest.raises(Damaged):
            thaw_minutes(other, minutes_hash(other))


@pytest.mark.parametrize("passage", passages(whole()), ids=lambda passage: passage.key)
def test_every_passage_can_be_corrected_and_nothing_else_changes(passage: Passage) -> None:
    key, old = passage.key, passage.text
    document, change = corrected(whole(), key, "As it was said.")
    assert (change.old, change.new) == (old, "As it was said.")
    now = {each.key: each.text for each in passages(document)}
    before = {each.key: each.text for each in passages(whole())}
    assert {each for each in now if now[each] != before[each]} == {key}


def test_a_correction_names_a_passage_changes_something_and_leaves_no_reason_blank() -> None:
    with pytest.raises(NotFound, match=r"no passage '9\.colour'"):
        corrected(whole(), "9.colour", "Red")
    with pytest.raises(Refused, match="reads so already"):
        corrected(whole(), "note", whole().note)
    with pytest.raises(Refused, match="cannot be blank"):
        corrected(whole(), "1.reason", "  ")
    document, _ = corrected(whole(), "1.discussion.1", "")
    assert len(document.decisions[0].discussion) == 1


def test_paper_says_which_passage_was_corrected_and_never_repeats_what_was_taken_back() -> None:
    change = Change("1.discussion.1", "1. Rei, said by police", "An informant said so.", "")
    assert change.sentence == "1. Rei, said by police: taken out, was “An informant said so.”."
    standing = version(number=2, changes=(change,)).standing(latest=True)
    assert standing.changes == ("1. Rei, said by police: corrected, because misheard",)
    assert standing.is_draft


def test_minutes_are_a_draft_until_confirmed_and_again_once_reopened() -> None:
    assert version().standing(latest=True).is_draft
    assert not version(CONFIRMED).standing(latest=True).is_draft
    assert version(CONFIRMED, REOPENED).standing(latest=True).is_draft
    assert version(CONFIRMED).standing(latest=False).is_draft
    draft = replace(papers.minutes(), standing=version().standing(latest=True), training=True)
    assert draft.full_marking == "TRAINING – DRAFT – IN CONFIDENCE"


def test_confirmed_minutes_open_with_a_reason_alone_and_not_once_the_next_meeting_is_closed() -> None:
    signed = version(CONFIRMED)
    with pytest.raises(Refused, match="confirmed already"):
        refuse_confirm("CHC-2027-03-10", signed)
    with pytest.raises(Refused, match="reason for reopening is missing"):
        refuse_reopen("CHC-2027-03-10", signed, None, " ")
    with pytest.raises(Refused, match="CHC-2027-04-07, is closed"):
        refuse_reopen("CHC-2027-03-10", signed, "CHC-2027-04-07", "a name")
    with pytest.raises(Refused, match="is not confirmed"):
        refuse_reopen("CHC-2027-03-10", version(), None, "a name")
    with pytest.raises(Refused, match="reopens them first"):
        refuse_correction("CHC-2027-03-10", signed, "a name")
    assert refuse_correction("CHC-2027-03-10", version(CONFIRMED, REOPENED), " a name ") == "a name"


def test_the_minutes_read_by_themselves_for_somebody_who_was_not_there() -> None:
    document = whole()
    shown = version(CONFIRMED)
    view = MinutesView(
        "CHC-2027-03-10", "Christchurch", date(2027, 3, 10), shown, (shown,), document, "", (), False
    )
    told = "\n".join(f"{line.label}: {line.text}" for line in minutes_lines(view))
    for words in (
        "Person of police",
        "Met: all four services",
        "Why it was on: The Board hearing on 14/03/2027",
        "There for this case: Wiremu Ōtene",
        "From prisons (recorded): Nothing to add",
        "Discussed: Somebody close to him is worried.",
        "Decision: agreed with changes, because The address is verified",
        "Dissent: Police: We would have waited",
        "Disclosure considered: yes: The chair will decide",
        "Earlier action: S. Merrin (probation), by 01/03/2027: Ring the provider – not done",
        "Action: S. Merrin (probation), by 12/03/2027: Tell the Board of the new address – open",
        "Next: 14/04/2027, review set by the meeting",
        "Hāre, Tama: PRN 96000001: criteria changed 14/02/2027",
        "Rei, Hana: PRN 96000002: 14/04/2027, action due",
        "Item 2 was taken before item 1.",
    ):
        assert words in told
