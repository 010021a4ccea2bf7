"""One act takes a whole confirmation back, until something else is recorded (need X4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.errors import Refused
from app.domain.police import Sheet
from app.domain.police_exchange import Verdict
from app.domain.words import Service
from app.usecases import agenda, cases, trail
from app.usecases import police_review as reviews
from db.tables.police import PoliceValue
from db.tables.register import Alias
from tests.fixtures import police_month as month

X = Sheet.CROSS_REFERENCE


@pytest.fixture
def desk(register: Path) -> Desk:
    return month.make_month(register)


def _stand(desk: Desk) -> dict[tuple[int, int | None, str], str]:
    """Every Police value in force."""
    v = PoliceValue
    query = select(v.case_id, v.address_id, v.heading, v.value).where(v.superseded_seq.is_(None))
    with desk.engine(read_only=True).connect() as connection:
        return {(row[0], row[1], row[2]): row[3] for row in connection.execute(query)}


def _aliases(desk: Desk) -> list[str]:
    with desk.engine(read_only=True).connect() as connection:
        query = select(Alias.surname).where(Alias.withdrawn_seq.is_(None)).order_by(Alias.id)
        return list(connection.execute(query).scalars())


def _applied(desk: Desk) -> str:
    """A first answer confirmed, then a second file that replaces it and says more, confirmed too."""
    first, data = month.send(desk)
    said = month.officer(
        data,
        lambda book: month.write(book, X, month.HEMI, Police_answer="nothing held", Officer="Const. Rewi"),
    )
    month.take_in(desk, said)
    reviews.accept_intact(desk, first.exchange)
    reviews.confirm_police(desk, first.exchange, lambda _data: None)
    sent, data = month.send(desk)
    month.take_in(desk, month.officer(data, month.fill_all))
    return sent.exchange


def test_taking_back_leaves_everything_as_it_stood_and_the_review_open_as_it_was_decided(desk: Desk) -> None:
    exchange = _applied(desk)
    review = reviews.review_police(desk, exchange)
    ids = {cell.heading: cell.id for cell in review.cells if cell.prn == month.HEMI}
    reviews.accept_intact(desk, exchange)
    reviews.decide_police(desk, exchange, [ids["Police answer"]], Verdict.ACCEPT)
    other = next(c.id for c in review.cells if c.prn == month.SEAN and c.heading == "Police answer")
    reviews.decide_police(desk, exchange, [other], Verdict.REJECT, reason="Old news.")
    decided = {c.id: (c.state, c.reason, c.edited) for c in reviews.review_police(desk, exchange).cells}
    stood, names = _stand(desk), _aliases(desk)
    reviews.confirm_police(desk, exchange, lambda _data: None)
    assert _stand(desk) != stood
    back = reviews.take_back_police(desk, exchange)
    assert back.values > 5
    assert _stand(desk) == stood
    assert _aliases(desk) == names
    again = reviews.review_police(desk, exchange)
    assert again.confirmed_on is None
    assert {c.id: (c.state, c.reason, c.edited) for c in again.cells} == decided
    assert trail.verify_trail(desk).ok


def test_what_was_taken_back_can_be_applied_again(desk: Desk) -> None:
    exchange = _applied(desk)
    reviews.accept_intact(desk, exchange)
    first = reviews.confirm_police(desk, exchange, lambda _data: None)
    stood = _stand(desk)
    reviews.take_back_police(desk, exchange)
    again = reviews.confirm_police(desk, exchange, lambda _data: None)
    assert (again.taken, again.not_taken, again.asked) == (first.taken, first.not_taken, first.asked)
    assert _stand(desk) == stood


def test_looking_does_not_stand_in_the_way_but_a_change_does(desk: Desk) -> None:
    exchange = _applied(desk)
    reviews.confirm_police(desk, exchange, lambda _data: None)
    cases.list_cases(desk)
    agenda.see_agenda(desk, month.MEETING)
    cases.add_information(
        desk, month.HEMI, InformationDraft(Service.PRISONS, "Works in the garden.", "S. Merrin", month.DAY)
    )
    stood = _stand(desk)
    with pytest.raises(Refused, match=r"recorded since .* was applied \(entry \d+ of the trail\)"):
        reviews.take_back_police(desk, exchange)
    assert _stand(desk) == stood
    assert reviews.review_police(desk, exchange).confirmed_on is not None


def test_what_is_not_applied_cannot_be_taken_back(desk: Desk) -> None:
    exchange = _applied(desk)
    with pytest.raises(Refused, match="is not applied"):
        reviews.take_back_police(desk, exchange)
