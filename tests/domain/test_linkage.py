"""Proposals for rows whose seal was lost: scored, explained, never more than proposals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.linkage import (
    Candidate,
    Population,
    Proposal,
    RowFacts,
    Said,
    propose,
    told,
    weigh,
    with_sayings,
)
from app.domain.linkage_keys import keys_for, keys_of
from app.domain.linkage_weights import compare_births, compare_names, compare_prns
from app.domain.name_habits import likeness, tight

WIREMU = Candidate(
    "0096157279", "Smith", "Wīremu James", date(1980, 5, 4), ("Potiki, Bill",), ("14 Example Street",)
)
BROTHER = Candidate("0096157999", "Smith", "Hōne", date(1983, 9, 9), (), ("14 Example Street",))
STRANGER = Candidate("0091111111", "Brownlie", "Craig", date(1971, 1, 2))
PEOPLE = (STRANGER, BROTHER, WIREMU)


def best(row: RowFacts) -> Proposal:
    return propose(row, PEOPLE)[0]


def test_macrons_and_middle_names_do_not_hide_a_person() -> None:
    proposal = best(RowFacts("", "Smith", "Wiremu", date(1980, 5, 4)))
    assert proposal.prn == WIREMU.prn
    assert proposal.score > 0.95
    assert "same date of birth" in proposal.why.casefold()
    assert "Wiremu ~ Wīremu James" in proposal.why


def test_an_alias_is_explained_as_one() -> None:
    proposal = best(RowFacts("", "Pōtiki", "Bill", date(1980, 5, 4)))
    assert proposal.prn == WIREMU.prn
    assert "Family name an alias (Pōtiki ~ Potiki)" in proposal.why


def test_family_and_given_names_swapped_are_found() -> None:
    proposal = best(RowFacts("", "Wiremu", "Smith", date(1980, 5, 4)))
    assert (proposal.prn, proposal.score > 0.9) == (WIREMU.prn, True)
    assert "family and given names swapped" in proposal.why


def test_day_and_month_swapped_or_one_slip_still_speak_for_a_person() -> None:
    swapped = best(RowFacts("", "Smith", "Wiremu", date(1980, 4, 5)))
    slip = best(RowFacts("", "Smith", "Wiremu", date(1980, 5, 14)))
    other = best(RowFacts("", "Smith", "Wiremu", date(1962, 11, 27)))
    assert "day and month swapped" in swapped.why
    assert "one slip apart" in slip.why
    assert swapped.score > slip.score > other.score


def test_part_of_a_prn_or_one_slip_in_it_counts() -> None:
    assert "is part of" in best(RowFacts("157279")).why
    assert "one slip" in best(RowFacts("96157279".replace("72", "27"), "Smith", "Wiremu")).why


def test_a_brother_at_the_same_address_is_not_the_person() -> None:
    row = RowFacts("", "Smith", "Hone", date(1983, 9, 9), (), "14 Example St")
    assert best(row).prn == BROTHER.prn
    scores = {p.prn: p.score for p in propose(row, PEOPLE)}
    assert scores.get(WIREMU.prn, 0.0) < 0.2


def test_a_twin_is_never_very_likely() -> None:
    twin = Candidate("0096158001", "Smith", "Wīremu James", date(1980, 5, 4), (), ("14 Example Street",))
    row = RowFacts("", "Smith", "Hoani Paul", date(1980, 5, 4), (), "14 Example Street")
    [proposal] = propose(row, (twin,)) or (Proposal("", 0.0, ""),)
    assert proposal.likely != "very likely"
    assert "relative at the same address" in proposal.why or proposal.score == 0.0


def test_a_son_of_the_same_name_is_told_from_his_father() -> None:
    father = replace(WIREMU, aliases=())
    row = RowFacts("", "Smith", "Wiremu James", date(2004, 9, 17), (), "14 Example Street")
    found = propose(row, (father,))
    assert all(each.likely == "possible" for each in found)
    assert all("parent or child of the same name" in each.why for each in found)


def test_two_people_whom_a_row_fits_as_well_share_its_score() -> None:
    first = Candidate("1", "Leavasa", "Losefa", date(1970, 1, 1))
    second = replace(first, prn="2", born=date(1990, 3, 3))
    scores = [each.score for each in propose(RowFacts("", "Leavasa", "Losefa"), (first, second))]
    assert len(scores) == 2
    assert scores[0] == scores[1] <= 0.5


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (("Maaori", "Hone"), ("Māori", "Hōne")),
        (("Fetu", "Hone"), ("Whetu", "Hōne")),
        (("Nata", "Hone"), ("Ngata", "Hōne")),
        (("Reavasa", "Rosefa"), ("Leavasa", "Losefa")),
        (("Taufaao", "Ana"), ("Taufaʻao", "ʻAna")),
        (("OConnor", "Sean"), ("O’Connor", "Seán")),
        (("Ngata", "William"), ("Ngata", "Wiremu")),
        (("Vea", "John"), ("Vea", "Sione")),
        (("Smith", "Bill"), ("Smith", "William")),
        (("Wei", "Zhang"), ("Zhang", "Wei")),
        (("Chang", "Wei"), ("Zhang", "Wei")),
        (("Nguyen Van", "Minh"), ("Nguyen", "Minh")),
        (("Henare", "Mere"), ("Walker-Hēnare", "Mere")),
        (("Ashbruy", "Neil"), ("Ashbury", "Neil")),
    ],
)
def test_one_name_written_in_two_ways_meets(written: tuple[str, str], kept: tuple[str, str]) -> None:
    born = date(1985, 3, 7)
    person = Candidate("10234567", *kept, born)
    row = RowFacts("", *written, born)
    assert keys_of(person) & keys_for(row)
    assert propose(row, (person,), Population(people=100_000))[0].score > 0.5


@pytest.mark.parametrize("born", [date(1985, 7, 3), date(1985, 3, 8), date(1986, 3, 7), date(1958, 3, 7)])
def test_a_wrong_date_of_birth_does_not_hide_a_person_from_the_keys(born: date) -> None:
    person = Candidate("10234567", "Ngata", "Hēmi", date(1985, 3, 7))
    assert keys_of(person) & keys_for(RowFacts("", "Ngata", "", born))
    assert keys_of(person) & keys_for(RowFacts("", "", "Hemi", born))


@pytest.mark.parametrize("prn", ["10234567", "0010234567", "10324567", "10234568", "1023", "4567"])
def test_a_piece_of_a_prn_or_one_slip_in_it_finds_the_person(prn: str) -> None:
    assert keys_of(Candidate("0010234567", "Ngata", "Hēmi")) & keys_for(RowFacts(prn))


def test_an_address_and_physical_marks_find_a_person_whose_name_is_unreadable() -> None:
    person = Candidate(
        "1", "Ngata", "Hēmi", None, (), ("14 Kōwhai Street, Hastings 4122",), "Koru tattoo on the left arm"
    )
    assert keys_of(person) & keys_for(RowFacts("", "Xx", "Yy", None, (), "14 Kowhai St, Hastings"))
    assert keys_of(person) & keys_for(RowFacts(marks="a koru, left"))
    found = propose(RowFacts("", "Ngata", "Hemi", marks="koru on arm"), (person,))
    assert "physical marks alike (arm, koru)" in found[0].why


def test_a_rare_name_tells_more_than_a_common_one() -> None:
    known = Population(100_000, {"smith": 2000, "leavasa": 3}, {"wiremu": 1000, "william": 1000})
    row = RowFacts("", "Smith", "Wiremu")
    common = weigh(row, Candidate("1", "Smith", "Wiremu"), known).odds
    rare = weigh(replace(row, surname="Leavasa"), Candidate("1", "Leavasa", "Wiremu"), known).odds
    assert rare > common + 3


def test_a_person_whose_own_row_never_came_is_likelier() -> None:
    row = RowFacts("", "Smith", "Wiremu")
    there = replace(BROTHER, given_names="Wiremu", prn="1")
    waited_for = replace(there, prn="2", awaited=True)
    assert propose(row, (there, waited_for))[0].prn == "2"


def test_what_people_said_beats_every_score() -> None:
    row = RowFacts("", "Smith", "Wiremu", date(1980, 5, 4))
    by_score = propose(row, PEOPLE)
    said = (
        Said(BROTHER.prn, True, "M. Ashcombe", date(2027, 3, 3)),
        Said(WIREMU.prn, False, "M. Ashcombe", date(2027, 3, 3)),
    )
    proposals = with_sayings(by_score, said)
    assert (proposals[0].prn, proposals[-1].prn) == (BROTHER.prn, WIREMU.prn)
    assert proposals[0].why.startswith("M. Ashcombe said on 03/03/2027 that it is this person")
    assert (proposals[0].score, proposals[-1].score) == (1.0, 0.0)


def test_rows_that_tell_the_same_are_known_again_however_they_are_written() -> None:
    row = RowFacts("0010234567", "Ngatā", "Hēmi", date(1985, 3, 7), (), "14 Example Street")
    again = replace(row, prn="10234567", surname="NGATA", given_names="Heemi", address="elsewhere")
    assert told(row) == told(again) != told(replace(row, given_names="Hoani"))
    assert told(RowFacts()) == ""


def test_somebody_unknown_gets_no_strong_proposal() -> None:
    assert all(p.score < 0.5 for p in propose(RowFacts("", "Leavasa", "Losefa", date(1990, 2, 2)), PEOPLE))
    assert all(p.score < 0.5 for p in propose(RowFacts("", "Smith", "John", date(1990, 2, 2)), PEOPLE))


def test_an_empty_row_proposes_nobody() -> None:
    assert propose(RowFacts(), PEOPLE) == ()


@given(st.builds(RowFacts, prn=st.text(), surname=st.text(), given_names=st.text(), address=st.text()))
def test_scores_stay_between_0_and_1_best_first_and_each_says_why(row: RowFacts) -> None:
    proposals = propose(row, PEOPLE)
    scores = [p.score for p in proposals]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= p.score <= 1 and p.why.endswith(".") for p in proposals)


NAMES = st.sampled_from(
    ("Ngatā", "Ngata", "Smith", "Whetu", "Fetu", "Hēmi", "James", "O’Connor", "Te Kani", "")
)


PRNS = st.text("0123456789", max_size=9)
BIRTHS = st.dates(date(1940, 1, 1), date(2005, 1, 1))


@given(NAMES, NAMES, PRNS, PRNS, BIRTHS, BIRTHS)
def test_it_does_not_matter_which_of_two_is_the_rows(
    one: str, two: str, number: str, another: str, born: date, other: date
) -> None:
    assert likeness(tight(one), tight(two)) == likeness(tight(two), tight(one))
    there, back = compare_births(born, other), compare_births(other, born)
    assert there is not None
    assert back is not None
    assert there.chances == back.chances
    numbers = [compare_prns(*pair, 1000) for pair in ((number, another), (another, number))]
    assert len({each and each.chances for each in numbers}) == 1
    names = [
        compare_names([(pair[0], "")], [(pair[1], "")], Population()) for pair in ((one, two), (two, one))
    ]
    assert len({each and each.chances for each in names}) == 1


@given(BIRTHS, NAMES, NAMES)
def test_a_fact_that_agrees_never_lowers_the_odds(born: date, family: str, given_name: str) -> None:
    known = Population(1000)
    person = Candidate("10234567", family, given_name, born)
    bare = RowFacts("", family, given_name)
    if family and given_name:
        dated = replace(bare, born=born)
        assert weigh(dated, person, known).odds >= weigh(bare, person, known).odds
        assert weigh(replace(dated, prn="10234567"), person, known).odds >= weigh(dated, person, known).odds


@given(
    st.builds(
        Candidate, prn=st.text(), surname=st.text(), given_names=st.text(), aliases=st.tuples(st.text())
    )
)
def test_a_row_that_tells_all_of_a_person_always_finds_them(person: Candidate) -> None:
    row = RowFacts(person.prn, person.surname, person.given_names, person.born, person.aliases)
    kept = {key for key in keys_of(person) if key[0] not in "fg"}
    assert kept <= keys_for(row)


def test_words_in_the_place_of_a_number_speak_for_nobody_and_against_nobody() -> None:
    person = Candidate("55994796", "Ashcombe", "Anaru", date(1980, 5, 4))
    told, silent = (RowFacts(prn, "Ashcombe", "Anaru", date(1980, 5, 4)) for prn in ("not known to me", ""))
    assert propose(told, (person,)) == propose(silent, (person,))
    [other] = propose(RowFacts("12345678", "Ashcombe", "Anaru", date(1980, 5, 4)), (person,))
    assert "another PRN (12345678)" in other.why
