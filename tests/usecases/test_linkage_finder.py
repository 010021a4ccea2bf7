"""Proposals out of a real register are those that reading everybody would give, and only people of the forum."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from app.desk import Desk
from app.domain.linkage import Candidate, Population, Proposal, RowFacts, propose
from app.domain.linkage_keys import counted_for, keys_of
from db.queries import linkage
from db.work import Work
from tests.fixtures import desks
from tests.fixtures.made_cases import add_case, do

FAMILIES = ("Ngata", "Pōtiki", "Ashcombe", "Te Rūnga", "Smith", "Faʻaleo", "Brownlie", "O’Connor")
GIVEN = ("Hēmi", "Wiremu", "Craig", "Sione", "John", "Mere", "Anaru", "Tevita", "Hēmi Wiremu", "John Craig")


def _people() -> list[Candidate]:
    rnd = random.Random(11)
    return [
        Candidate(
            f"{10_000_000 + 83 * n}",
            rnd.choice(FAMILIES),
            rnd.choice(GIVEN),
            date(1960, 1, 1) + timedelta(days=rnd.randrange(365 * 40)),
        )
        for n in range(240)
    ]


PEOPLE = _people()
OURS, THEIRS = PEOPLE[:160], PEOPLE[160:]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = desks.sit(desks.new_register(tmp_path_factory.mktemp("finder") / "register"))

    def fill(work: Work) -> None:
        for forum, some in (("CHC", OURS), ("HB", THEIRS)):
            for each in some:
                assert isinstance(each.born, date)
                add_case(
                    work,
                    each.prn,
                    forum=forum,
                    surname=each.surname,
                    given_names=each.given_names,
                    born=each.born,
                )

    do(desk, fill)
    return desk


def _damaged(person: Candidate, at: int) -> RowFacts:
    """Each of six ways in turn; every seventh row is about nobody."""
    surname, given, born = person.surname, person.given_names, person.born
    assert isinstance(born, date)
    ways = (
        RowFacts("", surname, given, born),
        RowFacts("", given, surname, born),
        RowFacts("", f"{surname[:2]}{surname[1:]}", given.partition(" ")[0], born),
        RowFacts("", surname, given, born + timedelta(days=10)),
        RowFacts(person.prn[:-1] + "9", surname, "", None),
        RowFacts("", surname, f"{given}e", None),
        RowFacts("", "Whoever", "Else", born),
    )
    return ways[at % len(ways)]


def _known(rows: RowFacts) -> Population:
    counts = Counter(key for person in PEOPLE for key in keys_of(person))
    families, givens = ({name: counts[key] for key, name in some.items()} for some in counted_for(rows))
    return Population(len(PEOPLE), families, givens)


def _asked(desk: Desk, rows: list[RowFacts]) -> list[tuple[Proposal, ...]]:
    found: list[tuple[Proposal, ...]] = do(
        desk, lambda work: linkage.Finder(work.session, "CHC").propose(rows)
    )
    return found


def test_proposals_are_those_of_reading_everybody(desk: Desk) -> None:
    rows = [_damaged(person, at) for at, person in enumerate(OURS[::3])]
    told = _asked(desk, rows)
    assert [[each.prn for each in found] for found in told] == [
        [each.prn for each in propose(row, OURS, _known(row))] for row in rows
    ]
    assert sum(map(bool, told)) > len(rows) / 2


@pytest.mark.parametrize("at", range(0, 60, 9))
def test_beside_somebody_sure_only_the_first_few_are_read(desk: Desk, at: int) -> None:
    row = RowFacts(OURS[at].prn, OURS[at].surname, OURS[at].given_names, OURS[at].born)

    def read(work: Work) -> int:
        finder = linkage.Finder(work.session, "CHC")
        finder.propose([row])
        return len(finder.read)

    assert 0 < do(desk, read) <= linkage.FIRST_COMPARED


def test_nobody_of_another_forum_is_proposed(desk: Desk) -> None:
    rows = [RowFacts("", each.surname, each.given_names, each.born) for each in THEIRS]
    proposed = {each.prn for found in _asked(desk, rows) for each in found}
    assert not proposed & {each.prn for each in THEIRS}


def test_rows_asked_together_get_what_each_would_get_alone(desk: Desk) -> None:
    rows = [_damaged(person, at) for at, person in enumerate(OURS[1:30])]
    assert _asked(desk, rows) == [_asked(desk, [row])[0] for row in rows]
