"""Whoever shares keys with a row is read only where the keys leave hope; whoever would be proposed is read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.domain.linkage import GREY, Candidate, Population, RowFacts, propose, weigh
from app.domain.linkage_keys import keys_for, keys_of
from app.domain.linkage_near import Near, hopeful, nearest

PERSON = Candidate(
    "0096157279",
    "Rōpata-Ashcombe",
    "Wīremu Hēmi",
    date(1980, 5, 4),
    ("Potiki, Bill",),
    ("14 Example Street, Timaru 7910",),
    "koru on left forearm",
)
SELF = RowFacts("", "Ropata-Ashcombe", "Wiremu Hemi", date(1980, 5, 4), (), "14 Example Street, Timaru 7910")
MANY = Population(people=100_000)


def near_of(row: RowFacts, *people: Candidate, known: Population = MANY) -> list[Near]:
    """The people by their place in `people`, as the register would hand them out."""
    kept = [keys_of(person) for person in people]
    sharing = {key: [at for at, keys in enumerate(kept) if key in keys] for key in keys_for(row)}
    return nearest({key: some for key, some in sharing.items() if some}, known)


@pytest.mark.parametrize(
    "row",
    [
        SELF,
        replace(SELF, given_names="Wiremu", born=None),
        replace(SELF, address="", born=date(1980, 4, 5)),
        replace(SELF, address="", born=date(1980, 5, 14)),
        replace(SELF, surname="Wiremu", given_names="Ropata Ashcombe", address=""),
        replace(SELF, surname="Potiki", given_names="William", address="9 Otherwise Lane, Napier"),
        replace(SELF, surname="Ropatta-Ashcomb", given_names="Wirremu"),
        replace(SELF, surname="Ashcombe", given_names="Bill", born=None),
        replace(SELF, surname="Brownlie", given_names="Wiremu"),
        RowFacts("0096157278", "Brownlie", "Wiremu", date(1980, 5, 4)),
        RowFacts("96157279", "Brownlie", "Wiremu"),
        RowFacts("615727 9", born=date(1980, 5, 4)),
        RowFacts("", "", "", date(1980, 5, 4), (), "14 Example Street, Timaru"),
        RowFacts("", "Ropata-Ashcombe", "", None, (), "", "a koru on the forearm"),
    ],
)
def test_whoever_would_be_proposed_is_hopeful(row: RowFacts) -> None:
    known = replace(MANY, family={"ropataashcombe": 20, "potiki": 90}, given={"william": 900})
    odds = weigh(row, PERSON, known).odds
    assert propose(row, (PERSON,), known)[0].score >= GREY
    [found] = hopeful(near_of(row, PERSON), odds)
    assert (found[0], found[1]) == (0, pytest.approx(odds, abs=40))


def test_who_shares_facts_is_before_who_shares_only_a_place() -> None:
    neighbours = [
        Candidate(f"{n}", "Brownlie", f"Craig {n}", date(1950, 1, 1) + timedelta(n), (), PERSON.addresses)
        for n in range(30)
    ]
    order = near_of(SELF, *neighbours, replace(PERSON, addresses=()))
    assert order[0].person == 30
    assert len(order) == 31


def test_who_lives_in_the_same_town_at_the_same_number_is_not_worth_reading() -> None:
    neighbour = Candidate("1", "Brownlie", "Craig", date(1971, 2, 3), (), ("14 Otherwise Lane, Timaru 7910",))
    near = near_of(SELF, neighbour)
    assert [each.person for each in near] == [0]
    assert hopeful(near, best=0.0) == []


def test_beside_somebody_sure_a_mere_namesake_is_not_read() -> None:
    namesake = Candidate("1", "Ropata-Ashcombe", "Wiremu", date(1951, 9, 9))
    near = near_of(SELF, namesake)
    assert hopeful(near, best=0.0) == near
    assert hopeful(near, best=14.0) == []


def test_a_name_that_many_bear_leaves_less_hope_than_one_that_few_do() -> None:
    namesakes = [Candidate(f"{n}", "Smith", "John", date(1950, 1, 1) + timedelta(n)) for n in range(40)]
    common = near_of(RowFacts("", "Smith", "John"), *namesakes)
    [rare] = near_of(RowFacts("", "Smith", "John"), namesakes[0])
    assert {each.odds < rare.odds for each in common} == {True}


def test_where_few_people_are_a_faint_hope_is_read() -> None:
    neighbour = Candidate("1", "Brownlie", "Craig", date(1980, 5, 9))
    row = RowFacts("", "Brownly", "Craig", date(1980, 5, 4))
    far = Candidate("2", "Otherwise", "Craig", date(1980, 11, 30))
    for person, read in ((neighbour, True), (far, True)):
        few = near_of(row, person, known=Population(people=40))
        assert bool(hopeful(few, best=0.0)) is read
    assert hopeful(near_of(row, *[far] * 300), best=0.0) == []


def test_a_person_whose_own_row_never_came_is_read_sooner() -> None:
    twins = {"n:jon smit": (7, 8)}
    assert [each.person for each in nearest(twins, MANY)] == [7, 8]
    assert [each.person for each in nearest(twins, MANY, awaited={8})] == [8, 7]
