"""Proposals for rows whose seal was lost: scored, explained, never more than proposals."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.linkage import Candidate, Proposal, RowFacts, propose

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
    assert "(alias)" in proposal.why


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
