"""Front-line briefs at the close of a meeting, through the door on a real register (need D5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from app import desk as door
from app.desk import Desk
from app.domain.disclosure_request import RequestDraft
from app.domain.errors import NotFound, NotPermitted, Refused
from app.domain.front_line import RecipientKind
from app.domain.front_line_briefs import Brief
from app.domain.grounds import read_ground
from app.domain.register import ForumChange
from app.domain.row_seals import MarkedOutside
from app.domain.words import ExitReason, RequestState, Role
from app.usecases import cases, disclosure, front_line, people, restricted, trail, transfers
from app.usecases import disclosure_requests as requests
from app.usecases import register as forums
from db import connect
from db.work import Work
from reports.preview import texts_of
from tests.fixtures import at_table, desks
from tests.fixtures import kept_case as kept
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.kept_case import CLOSED, ISSUED, KEPT, OTHER, PLAIN
from tests.fixtures.made_cases import do

UNIT, OFFICE = RecipientKind.UNIT, RecipientKind.OFFICE
KOWAOWAO = "Rolleston, Kōwaowao Unit"
ROLLESTON = "Rolleston"
GROUND = read_ground("a", date(2026, 11, 17))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The administrator after a closed meeting; one of its cases has something of everything, Police's and a sealed
    source too."""
    return kept.full_register(tmp_path / "register")


@pytest.fixture
def chair(desk: Desk) -> Desk:
    return at_table.chair(desk)


def _prepare(desk: Desk, recipient: str = ROLLESTON, *off: str) -> Brief:
    return front_line.prepare_front_line(desk, CLOSED, recipient, UNIT, GROUND, off=off)


def _approve(chair: Desk, brief: Brief, **how: Any) -> Brief:
    return front_line.decide_front_line(chair, CLOSED, str(brief.number), True, "they need it", **how)


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(texts_of(pdf)).split())


def test_each_unit_of_the_agenda_is_proposed_with_its_people_until_it_has_its_brief(desk: Desk) -> None:
    view = front_line.see_front_line(desk, CLOSED)
    assert {each.recipient: [one.prn for one in each.people] for each in view.proposed} == {
        ROLLESTON: [OTHER, PLAIN, "003"],
    }
    (given,) = view.briefs
    assert (given.recipient, given.state) == (KOWAOWAO, RequestState.MADE)
    brief = _prepare(desk)
    after = front_line.see_front_line(desk, CLOSED)
    assert after.proposed == ()
    assert (after.briefs, brief.state) == ((brief, given), RequestState.WAITS)
    assert [row.prn for row in brief.rows] == [OTHER, PLAIN, "003"]


def _read_for(desk: Desk) -> tuple[int, int]:
    """How many people a meeting's briefs are about, and how many statements the engine was asked for it."""
    asked: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        view = front_line.see_front_line(desk, CLOSED)
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    return len(view.people), len(asked)


def test_a_meeting_of_many_is_read_as_often_as_one_of_few(desk: Desk) -> None:
    many, asked_for_many = _read_for(desk)
    for prn in (OTHER, PLAIN, "003"):
        cases.close_case(desk, prn, ExitReason.DEPORTED, "over")
    few, asked_for_few = _read_for(desk)
    assert (many, few) == (4, 1)
    assert asked_for_many - asked_for_few < many - few, "less than once more a person"


def test_no_brief_is_prepared_before_the_meeting_is_closed(desk: Desk) -> None:
    with pytest.raises(Refused, match="not closed yet"):
        front_line.see_front_line(desk, ISSUED)


def test_a_brief_is_decided_in_one_act_and_given_as_one_disclosure(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk)
    approved = _approve(chair, brief, undertaking="kept in the unit's safe")
    assert (approved.state, {row.decided_by for row in approved.rows}) == (
        RequestState.APPROVED,
        {"Tāmati Chairman"},
    )
    paper = front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    assert paper.brief.state is RequestState.MADE
    line = disclosure.list_disclosures(desk)[0]
    assert (line.what, line.subject, line.recipients, line.people, line.standing, line.sha256) == (
        "front-line brief decided by the chair", f"meeting {CLOSED}", (ROLLESTON,), 3, False, paper.sha256,
    )  # fmt: skip
    assert line.ground == GROUND.full
    assert "Decided at the meeting" in line.fields
    pages = texts_of(paper.pdf)
    assert len(pages) == 3, "a page a person"
    told = _words(paper.pdf)
    for words in (
        "PRN 001",
        "PRN 002",
        "Ring the unit",
        "Agreed",
        "20 March 2027",
        "kept in the unit's safe",
    ):
        assert words in told
    assert "As discussed." not in told, "the reason is in free words, and no chair let it go"
    assert all(
        f"Disclosure {paper.number}: front-line brief to {ROLLESTON}" in " ".join(p.split()) for p in pages
    )


def test_the_chair_strikes_one_statement_and_lets_another_go(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk)
    first = brief.rows[0]
    decision = next(each for each in first.statements if each.heading == "Decided at the meeting")
    reason = next(each for each in first.statements if each.soft)
    _approve(
        chair, brief, strike=[f"{first.number}.{decision.number}"], let=[f"{first.number}.{reason.number}"]
    )
    paper = front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    first_page, second_page, _ = texts_of(paper.pdf)
    assert "Agreed" not in first_page
    assert "As discussed." in first_page
    assert "Agreed" in second_page
    with pytest.raises(NotFound, match=r"no statement 9\.9"):
        _approve(chair, _prepare(desk, KOWAOWAO), strike=["9.9"])


def test_nothing_of_police_of_a_sealed_source_or_of_victims_is_in_a_brief(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk, KOWAOWAO)
    (row,) = brief.rows
    _approve(chair, brief, let=[f"{row.number}.{each.number}" for each in row.statements if each.soft])
    pdf = front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand").pdf
    told = _words(pdf)
    assert "Weka-in-the-notes" in told, "recorded, may be minuted, and the chair let it go"
    for canary in (
        *("Mōhua", "Sgt Rewi", "Korimako", "Kea-is-the-flag", "Victim", "VNR", "Tūturuwhatu", "Huia-order"),
        *("Kākāriki", "Pūkeko", "Moa-condition", "Kererū", "Takahē", "Pīpīwharauroa", "Ash", "Birch"),
    ):
        assert canary not in told
        assert canary.encode() not in pdf
    (of_kept,) = (each for each in front_line.see_front_line(desk, CLOSED).people if each.prn == KEPT)
    held = {each.heading for each in of_kept.unit.held}
    assert {"Flag VNR", "Detail of the bail conditions", "Proposed addresses", "Date of birth"} <= held
    assert any(each.startswith("Police answers") for each in held)


def test_an_item_that_was_taken_off_is_not_kept_with_the_brief(desk: Desk) -> None:
    brief = _prepare(desk, ROLLESTON, f"{OTHER}: Decided at the meeting")
    first, second, _ = brief.rows
    assert "Decided at the meeting" not in {each.heading for each in first.statements}
    assert "Decided at the meeting" in {each.heading for each in second.statements}
    with pytest.raises(NotFound, match="take nothing off its page"):
        _prepare(desk, KOWAOWAO, f"{PLAIN}: Flag HR")


def test_no_brief_leaves_undecided_declined_or_twice(desk: Desk, chair: Desk) -> None:
    brief, number = _prepare(desk), ""
    number = str(brief.number)
    with pytest.raises(Refused, match="waits for a chair about 3 people"):
        front_line.give_front_line(desk, CLOSED, number, "by hand")
    requests.decide_disclosure(chair, str(brief.rows[0].number), False, "not this one")
    with pytest.raises(Refused, match="waits for a chair about 2 people"):
        front_line.give_front_line(desk, CLOSED, number, "by hand")
    _approve(chair, brief)
    paper = front_line.give_front_line(desk, CLOSED, number, "by hand")
    assert "PRN 002" not in _words(paper.pdf), "the chair declined to tell of them"
    with pytest.raises(Refused, match="is made; nothing was recorded"):
        front_line.give_front_line(desk, CLOSED, number, "by hand")
    declined = _prepare(desk, KOWAOWAO)
    front_line.decide_front_line(chair, CLOSED, str(declined.number), False, "not needed")
    with pytest.raises(Refused, match="is declined"):
        front_line.give_front_line(desk, CLOSED, str(declined.number), "by hand")


def test_nobody_decides_on_a_brief_that_they_prepared(desk: Desk, chair: Desk) -> None:
    """Somebody who was an administrator when they prepared it is a chair by now."""
    name, words = "Wiremu Both", "a kettle sings on the stove"
    door.request_access(desk.folder, name, words, Role.ADMINISTRATOR, "CHC", stretcher=CheapStretcher())
    people.approve_person(chair, name)
    both = door.sign_in(desk.folder, name, words, now=desks.Clock(), stretcher=CheapStretcher())
    brief = _prepare(both)
    with pytest.raises(NotPermitted):
        _approve(both, brief)
    people.propose_role(desk, name, Role.CHAIR, "CHC")
    people.approve_proposal(chair, people.list_proposals(chair)[0].number)
    with pytest.raises(NotPermitted, match="nobody decides on what they asked for"):
        _approve(both, brief)
    with pytest.raises(NotPermitted):
        _prepare(chair, KOWAOWAO)


def test_a_chair_who_looked_before_is_told_that_there_is_more_by_now(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk)
    requests.propose_statements(desk, str(brief.rows[1].number), own=["He keeps a dog."])
    with pytest.raises(Refused, match="look at it again"):
        _approve(chair, brief, seen=brief.statements)
    _approve(chair, brief, seen=brief.statements + 1)
    paper = front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    assert "keeps a dog" not in _words(paper.pdf), "typed, and no chair let it go"


def test_the_paper_once_more_is_the_same_to_the_byte_whatever_changed_since(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk)
    number = str(brief.number)
    with pytest.raises(Refused, match="record it as given first"):
        front_line.print_front_line(desk, CLOSED, number)
    _approve(chair, brief)
    paper = front_line.give_front_line(desk, CLOSED, number, "by hand")
    forums.set_forum(desk, "CHC", ForumChange(name="Another name"))
    cases.set_case(desk, PLAIN, owner="somebody else")
    restricted.restrict_case(chair, KEPT, [kept.READER], "somebody who is not on it")
    before = disclosure.list_disclosures(desk)
    again = front_line.print_front_line(desk, CLOSED, number)
    assert (again.pdf, again.sha256, again.number) == (paper.pdf, paper.sha256, paper.number)
    assert disclosure.list_disclosures(desk) == before


def test_a_preview_is_the_paper_without_what_no_chair_let_go_and_says_that_it_has_not_left(
    desk: Desk, chair: Desk
) -> None:
    brief = _prepare(desk)
    paper = front_line.preview_front_line(chair, CLOSED, str(brief.number))
    told = _words(paper.pdf)
    assert (paper.number, "NOT GIVEN" in told, "Ring the unit" in told) == (0, True, True)
    assert "As discussed." not in told
    assert len([line for line in disclosure.list_disclosures(desk) if "brief" in line.what]) == 1, "of before"


def test_a_person_is_on_one_open_brief_to_a_recipient_and_a_withdrawn_one_makes_room(desk: Desk) -> None:
    brief = _prepare(desk)
    with pytest.raises(Refused, match=f"Brief {brief.number} to Rolleston has PRN 002 on it"):
        _prepare(desk)
    gone = front_line.withdraw_front_line(desk, CLOSED, str(brief.number), "the wrong unit")
    assert gone.state is RequestState.WITHDRAWN
    with pytest.raises(Refused, match="is withdrawn; nothing was changed"):
        front_line.withdraw_front_line(desk, CLOSED, str(brief.number), "again")
    assert _prepare(desk).state is RequestState.WAITS


def test_an_office_gets_those_who_are_named_for_it(desk: Desk) -> None:
    brief = front_line.prepare_front_line(desk, CLOSED, "Hornby Probation", OFFICE, GROUND, prns=[OTHER])
    assert [row.prn for row in brief.rows] == [OTHER]
    assert brief.rows[0].necessity == OFFICE.necessity


def test_of_a_case_that_has_ended_no_unit_is_told(desk: Desk) -> None:
    cases.close_case(desk, OTHER, ExitReason.DIED, "over")
    view = front_line.see_front_line(desk, CLOSED)
    assert OTHER not in {each.prn for each in view.people}
    assert any("the case has ended" in line for line in view.left_out)


def test_a_request_in_the_same_words_is_no_part_of_a_brief(desk: Desk) -> None:
    brief = _prepare(desk)
    draft = RequestDraft(ROLLESTON, brief.what, GROUND, "because")
    requests.ask_disclosure(desk, KEPT, draft, ["Prison"])
    assert front_line.see_front_line(desk, CLOSED).briefs[0] == brief
    assert len(front_line.see_front_line(desk, CLOSED).briefs) == 2


def test_whoever_may_not_read_somebody_on_a_brief_neither_decides_nor_gives_nor_sees_them(
    tmp_path: Path,
) -> None:
    admin, reader = kept.restricted_register(tmp_path / "register")
    other = kept.come_in(admin, Role.ADMINISTRATOR)
    view = front_line.see_front_line(other, CLOSED)
    assert KEPT not in {each.prn for each in view.people}
    assert any("1 restricted case" in line for line in view.left_out)
    with pytest.raises(NotFound):
        front_line.prepare_front_line(other, CLOSED, KOWAOWAO, UNIT, GROUND, prns=[KEPT])
    brief = front_line.prepare_front_line(admin, CLOSED, ROLLESTON, UNIT, GROUND, prns=[KEPT, PLAIN])
    (seen,) = front_line.see_front_line(other, CLOSED).briefs
    assert ([row.prn for row in seen.rows], seen.withheld) == ([PLAIN], 1)
    with pytest.raises(NotPermitted, match="about 1 person whose case you may not read"):
        front_line.decide_front_line(
            kept.come_in(admin, Role.CHAIR), CLOSED, str(brief.number), True, "needed"
        )
    _approve(reader, brief)
    with pytest.raises(NotPermitted, match="Ask one of its readers"):
        front_line.give_front_line(other, CLOSED, str(brief.number), "by hand")
    assert front_line.give_front_line(admin, CLOSED, str(brief.number), "by hand").pdf


@pytest.mark.parametrize(
    "with_own_tools",
    [
        "UPDATE disclosure_statements SET text = 'He is there.'",
        """INSERT INTO disclosure_statements (request_id, number, heading, text, source, soft, struck, seq)
        SELECT request_id, 99, 'Flag', 'He is there.', '', 0, 0, seq
        FROM disclosure_statements ORDER BY id DESC LIMIT 1""",
    ],
)
def test_a_statement_put_in_with_own_tools_never_leaves(desk: Desk, chair: Desk, with_own_tools: str) -> None:
    brief = _prepare(desk)
    _approve(chair, brief)
    before = disclosure.list_disclosures(desk)
    raw = connect.bare(desk.path, desk.opened.register_key)
    raw.execute(with_own_tools)
    raw.close()
    with pytest.raises(MarkedOutside):
        front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    assert disclosure.list_disclosures(desk) == before


def test_a_decision_that_only_the_row_tells_lets_nothing_leave(desk: Desk) -> None:
    brief = _prepare(desk)
    chair_id = at_table.chair(desk).opened.keys.user_id

    def approve(work: Work) -> None:
        work.connection.execute(
            text("UPDATE disclosure_requests SET state = 'approved', decided_by = :who, decided_at = :at"),
            {"who": chair_id, "at": work.at.isoformat()},
        )

    do(desk, approve)
    with pytest.raises(Refused, match="no chair's decision"):
        front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")


def test_the_trail_tells_who_prepared_decided_and_gave_it(desk: Desk, chair: Desk) -> None:
    brief = _prepare(desk)
    _approve(chair, brief)
    front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    mine = [each for each in trail.list_trail(desk) if each.event.endswith("_front_line")][-3:]
    assert [each.event for each in mine] == ["prepare_front_line", "decide_front_line", "give_front_line"]
    for each in mine:
        assert CLOSED in each.sentence
        assert not any(word in each.body for word in ("Ash", ROLLESTON, "Ring the unit"))


def test_what_waits_goes_with_its_case_to_another_forum_and_is_on_this_brief_no_more(
    desk: Desk, chair: Desk
) -> None:
    brief = _prepare(desk)
    transfers.propose_transfer(desk, OTHER, "HB", "moved there")
    transfers.accept_transfer(desk, OTHER)
    after = front_line.see_front_line(desk, CLOSED).briefs[0]
    assert [row.prn for row in after.rows] == [PLAIN, "003"]
    _approve(chair, after)
    paper = front_line.give_front_line(desk, CLOSED, str(brief.number), "by hand")
    assert f"PRN {OTHER}" not in _words(paper.pdf)
    left = [row for row in requests.list_disclosure_requests(desk, "HB") if row.prn == OTHER]
    assert [row.state for row in left] == [RequestState.WAITS], "the chair there decides on it"


def test_whoever_may_not_see_briefs_is_told_so(desk: Desk) -> None:
    for role in (Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR):
        with pytest.raises(NotPermitted, match="You may not see front-line briefs"):
            front_line.see_front_line(kept.come_in(desk, role), CLOSED)
