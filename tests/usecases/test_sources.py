"""Who said something is sealed: a chair in office and the writer open it, and nobody else can, by mathematics."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app import desk as door
from app.desk import Desk
from app.domain.case_drafts import InformationDraft
from app.domain.discussion import DiscussionDraft
from app.domain.errors import Damaged, NotFound, NotPermitted, Refused
from app.domain.register import DamagedRegister, ForumDraft
from app.domain.words import Handling, Role, Service, SourceOf
from app.usecases import backup, cases, discussion, disposal, people, search, sources, trail, transfers
from app.usecases import register as forums
from db import compartments, connect, person_keys
from db import sources as seals
from db.compartments import Named
from db.person_keys import PersonKeys, PrivateKey, Sealed
from db.tables.sources import Compartment, CompartmentKey, Source
from tests.fixtures import at_table, desks
from tests.fixtures.cheap import CheapStretcher
from tests.fixtures.disposed import LATER, lived
from tests.fixtures.disposed import PRN as DISPOSED

CANARY = "Kōtukuwhisperer"
TEXT = f"{CANARY}, his cousin, on the telephone"
REASON = "The Board asks how this is known"
PRN = "001"


@pytest.fixture
def desk(register: Path) -> Iterator[Desk]:
    """The administrator, and a case with one statement of Probation."""
    desk = at_table.sit_down(register)
    say(desk)
    yield desk
    desk.close()


def say(desk: Desk, prn: str = PRN) -> None:
    draft = InformationDraft(Service.PROBATION, "Means to live with a friend", "R. Tane", date(2026, 11, 1))
    cases.add_information(desk, prn, draft)


def sealed(desk: Desk, prn: str = PRN, said: str = TEXT) -> str:
    """Seal a source to the newest statement of a case; its number as a person types it."""
    return str(sources.seal_source(desk, prn, sources.list_statements(desk, prn)[0].ref, said).source)


def opened(desk: Desk, source: str) -> str:
    return sources.open_source(desk, source, REASON).text


@contextmanager
def own_tools(desk: Desk) -> Iterator[Session]:
    """The register as somebody with the register key and SQL of their own sees it: no door, no guard."""
    engine = connect.engine_for(desk.path, desk.opened.register_key)
    with Session(engine) as session:
        yield session


def opens_by_mathematics(desk: Desk, source: str, keys: PersonKeys) -> bool:
    """Whether these keys open a source with own tools, whatever the program would say."""
    with own_tools(desk) as session:
        try:
            return CANARY in seals.text_of(session, session.get_one(Source, int(source)), keys)
        except Refused:
            return False


def kept_by(desk: Desk) -> list[PrivateKey]:
    """Every private half that this person can take out of the register now, and keep."""
    with own_tools(desk) as session:
        rows = session.scalars(select(Compartment)).all()
        register_id = desk.opened.register_id
        found = [
            compartments.opened(session, Named(register_id, row.kind, row.subject), row.id, desk.opened.keys)
            for row in rows
        ]
    return [private for private in found if private is not None]


def opens_with_kept(desk: Desk, source: str, kept: list[PrivateKey]) -> bool:
    """Whether what somebody kept opens a source, whatever stands sealed to them in the register today."""
    assert kept
    with own_tools(desk) as session:
        row = session.get_one(Source, int(source))
        bound = seals.bound(desk.opened.register_id, row.about, row.about_id)
        keys = [
            compartments.text_key(each, row.key_for_chairs, writer=False, bound_to=bound) for each in kept
        ]
        return any(CANARY in compartments.open_text(row.sealed, key, bound) for key in keys if key)


def every_cell(desk: Desk) -> list[bytes]:
    """Every value of every table, those of the search too, as bytes."""
    found: list[bytes] = []
    with own_tools(desk) as session:
        for name in session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all():
            for row in session.execute(text(f'SELECT * FROM "{name}"')):
                found.extend(each if isinstance(each, bytes) else str(each).encode() for each in row)
    return found


def another(desk: Desk, role: Role, name: str = "Wiremu Pōtiki") -> Desk:
    return at_table.member(desk, role, name)


def test_the_writer_and_the_chair_open_it_and_the_reason_alone_stands_in_the_trail(desk: Desk) -> None:
    number = sealed(desk)
    chair = at_table.chair(desk)
    assert opened(desk, number) == TEXT
    assert opened(chair, number) == TEXT
    entries = [row for row in trail.list_trail(chair) if row.event == "open_source"]
    assert len(entries) == 2
    assert all(REASON in row.sentence for row in entries)
    assert not any(CANARY in row.body or CANARY in row.sentence for row in trail.list_trail(chair))


def test_what_was_sealed_stands_in_no_cell_of_the_register_and_no_search_finds_it(desk: Desk) -> None:
    number = sealed(desk)
    opened(desk, number)
    cells = every_cell(desk)
    assert any(b"Means to live with a friend" in cell for cell in cells), "this looks where texts stand"
    words = [form for word in (CANARY, "cousin") for form in (word.encode(), word.encode("utf-16-le"))]
    assert not any(form in cell for cell in cells for form in words)
    assert search.find_people(desk, "friend").hits
    assert not search.find_people(desk, "cousin").hits


def test_an_administrator_who_did_not_write_it_is_refused_and_cannot_with_own_tools(desk: Desk) -> None:
    number = sealed(at_table.chair(desk))
    with pytest.raises(NotPermitted, match="a chair in office or by whoever sealed it"):
        opened(desk, number)
    assert not opens_by_mathematics(desk, number, desk.opened.keys)
    with own_tools(desk) as session:
        wraps = list(session.scalars(select(CompartmentKey)))
        assert wraps
        assert not any(
            person_keys.unseal(desk.opened.keys, Sealed.of(wrap.sealed), bound)
            for wrap in wraps
            for bound in (b"", seals.bound(desk.opened.register_id, *_about(session, number)))
        )


def _about(session: Session, number: str) -> tuple[SourceOf, int]:
    row = session.get_one(Source, int(number))
    return row.about, row.about_id


@pytest.mark.parametrize("role", [Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR])
def test_nobody_of_another_role_opens_or_lists_it(desk: Desk, role: Role) -> None:
    number = sealed(desk)
    other = another(desk, role)
    with pytest.raises(NotPermitted):
        opened(other, number)
    with pytest.raises(NotPermitted):
        sources.list_sources(other, PRN)
    assert not opens_by_mathematics(desk, number, other.opened.keys)


@pytest.mark.parametrize("reason", ["", "   ", "because", "Board asked"])
def test_a_seal_is_opened_for_a_reason_in_a_sentence(desk: Desk, reason: str) -> None:
    number = sealed(desk)
    with pytest.raises(Refused, match="Say in a sentence why"):
        sources.open_source(desk, number, reason)


def test_who_sealed_what_and_when_is_listed_and_never_what_it_says(desk: Desk) -> None:
    sealed(desk)
    [row] = sources.list_sources(at_table.chair(desk), PRN)
    assert (row.writer, row.opens, row.statement.about.value) == (desks.ADMINISTRATOR[0], True, "information")
    assert CANARY not in repr(row)
    found = sources.open_source(desk, str(row.source), REASON)
    assert CANARY not in repr(found)


def test_what_was_said_at_the_table_and_what_police_answered_can_have_a_source(desk: Desk) -> None:
    said = DiscussionDraft(Service.PRISONS, "Seen with the others", Handling.MEMBERS_ONLY)
    discussion.record_discussion(desk, at_table.CODE, PRN, said)
    refs = [each.ref for each in sources.list_statements(desk, PRN)]
    assert refs == ["information:1", "discussion:1"]
    chair = at_table.chair(desk)
    row = sources.seal_source(chair, PRN, "discussion:1", TEXT)
    assert opened(chair, str(row.source)) == TEXT


def test_a_source_is_sealed_to_a_statement_of_that_person_alone(desk: Desk) -> None:
    with pytest.raises(NotFound, match="no statement of 002"):
        sources.seal_source(desk, "002", "information:1", TEXT)
    with pytest.raises(Refused, match="names no statement"):
        sources.seal_source(desk, PRN, "information", TEXT)
    with pytest.raises(Refused, match="who said it"):
        sources.seal_source(desk, PRN, "information:1", "  ")
    with pytest.raises(Refused, match="at most"):
        sources.seal_source(desk, PRN, "information:1", "x" * 2_001)
    with pytest.raises(NotFound, match="no sealed source 77"):
        sources.open_source(at_table.chair(desk), "77", REASON)


def test_the_next_chair_opens_what_was_sealed_before_and_the_one_before_nothing_that_comes_after(
    desk: Desk,
) -> None:
    before = sealed(desk)
    other = another(desk, Role.MEMBER)
    chair = at_table.chair(desk)
    with pytest.raises(NotPermitted):
        opened(other, before)
    number = people.hand_over(chair, "Wiremu Pōtiki", "CHC")
    with pytest.raises(NotPermitted):
        opened(other, before)
    kept = kept_by(chair)
    assert opens_with_kept(desk, before, kept)
    people.accept_office(other, number)
    assert opened(other, before) == TEXT
    after = sealed(desk)
    assert not opens_with_kept(desk, after, kept)
    assert opened(other, after) == TEXT
    with pytest.raises(NotPermitted):
        opened(chair, after)
    assert not opens_by_mathematics(desk, after, chair.opened.keys)
    assert not opens_by_mathematics(desk, before, chair.opened.keys), "their key of the old pair is gone too"


def test_whoever_was_named_and_declined_does_not_open_what_comes_after(desk: Desk) -> None:
    other = another(desk, Role.MEMBER)
    chair = at_table.chair(desk)
    people.hand_over(chair, "Wiremu Pōtiki", "CHC")
    [row] = people.list_proposals(chair)
    named = sealed(desk)
    assert opens_by_mathematics(desk, named, other.opened.keys), "it is sealed to whoever is named"
    kept = kept_by(other)
    people.decline_proposal(chair, row.number, "not this year")
    after = sealed(desk)
    assert not opens_by_mathematics(desk, after, other.opened.keys)
    assert not opens_with_kept(desk, after, kept)
    assert opened(chair, named) == TEXT


def test_a_chair_whom_a_chair_lets_in_opens_what_was_sealed_before(desk: Desk) -> None:
    before = sealed(desk)
    second = another(desk, Role.CHAIR, "Hana Rei")
    assert opened(second, before) == TEXT
    assert opened(second, sealed(desk)) == TEXT


def test_a_revoked_chairs_key_opens_nothing_new_whoever_ends_their_access(desk: Desk) -> None:
    second = another(desk, Role.CHAIR, "Hana Rei")
    before = sealed(desk)
    kept = kept_by(second)
    people.revoke_person(desk, "Hana Rei", "left the service")
    after = sealed(desk)
    assert not opens_by_mathematics(desk, after, second.opened.keys)
    assert not opens_with_kept(desk, after, kept)
    chair = at_table.chair(desk)
    assert (opened(chair, before), opened(chair, after)) == (TEXT, TEXT)


def test_a_deputy_whose_days_are_over_opens_nothing_sealed_after_them(register: Path) -> None:
    clock = desks.Clock()
    desk = at_table.sit_down(register)
    say(desk)
    deputy = another(desk, Role.MEMBER)
    until = date(2026, 11, 20)
    number = people.hand_over(at_table.chair(desk), "Wiremu Pōtiki", "CHC", to_date=until)
    people.accept_office(deputy, number)
    before = sealed(desk)
    assert opened(deputy, before) == TEXT
    kept = kept_by(deputy)
    clock.go_to(desks.START.replace(month=12))
    later = desks.sit(register, clock=clock)
    after = sealed(later)
    assert not opens_by_mathematics(later, after, deputy.opened.keys)
    assert not opens_with_kept(later, after, kept)
    assert opened(desks.sit(register, Role.CHAIR, clock), after) == TEXT


def test_a_chair_of_one_forum_opens_nothing_of_another(desk: Desk) -> None:
    number = sealed(desk)
    other = at_table.member(desk, Role.CHAIR, "Hana Rei", "HB")
    with pytest.raises(NotPermitted):
        opened(other, number)
    assert not opens_by_mathematics(desk, number, other.opened.keys)


def test_a_chair_let_in_by_recovery_codes_opens_everything_and_the_old_codes_nothing_new(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "made"
    desk = door.create(
        folder, desks.ADMINISTRATOR, desks.CHAIR, now=desks.Clock(), stretcher=CheapStretcher()
    )
    codes = desk.recovery_codes
    forums.add_forum(desk, ForumDraft("CHC", "Christchurch", "CAN"))
    at_table.meeting.schedule_meeting(desk, "CHC", date(2027, 3, 10))
    at_table.do(desk, lambda work: [at_table.add_case(work, PRN)])
    say(desk)
    before = sealed(desk)
    mine = sealed(desks.sit(folder, Role.CHAIR))
    people.revoke_person(desk, desks.CHAIR[0], "gone without a word", emergency=True)
    between = sealed(desk)
    chair = door.recover(
        folder,
        (codes[0], codes[2]),
        "Hana Rei",
        "new words on the stove",
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    assert [opened(chair, each) for each in (before, mine, between)] == [TEXT] * 3
    again = door.recover(
        folder,
        (chair.recovery_codes[0], chair.recovery_codes[1]),
        "Hana Rei",
        "and newer words again",
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    assert [opened(again, each) for each in (before, mine, between)] == [TEXT] * 3


def test_a_writer_with_new_keys_opens_what_they_wrote_under_the_old_ones(desk: Desk) -> None:
    number = sealed(desk)
    second = another(desk, Role.ADMINISTRATOR, "Hana Rei")
    words = "a passphrase nobody has forgotten"
    door.request_access(desk.folder, desks.ADMINISTRATOR[0], words, None, None, stretcher=CheapStretcher())
    proposal = people.propose_reset(second, desks.ADMINISTRATOR[0])
    people.approve_proposal(at_table.chair(desk), proposal)
    again = door.sign_in(
        desk.folder, desks.ADMINISTRATOR[0], words, now=desks.Clock(), stretcher=CheapStretcher()
    )
    assert opened(again, number) == TEXT
    with pytest.raises(NotPermitted):
        opened(second, number)


def test_a_restored_backup_keeps_its_seals(desk: Desk, tmp_path: Path) -> None:
    number = sealed(desk)
    backup.back_up(desk, tmp_path / "copy.fdbackup")
    door.restore(
        tmp_path / "copy.fdbackup",
        tmp_path / "again",
        *desks.CHAIR,
        now=desks.Clock(),
        stretcher=CheapStretcher(),
    )
    assert opened(desks.sit(tmp_path / "again", Role.CHAIR), number) == TEXT


def test_a_seal_put_on_another_statement_or_edited_does_not_open(desk: Desk) -> None:
    say(desk)
    first, second = sealed(desk), sealed(desk, said="somebody else")
    with own_tools(desk) as session:
        session.execute(text("UPDATE sources SET about_id = 1 WHERE id = :id"), {"id": int(second)})
        session.execute(
            text("UPDATE sources SET sealed = (SELECT sealed FROM sources WHERE id = :other) WHERE id = :id"),
            {"id": int(first), "other": int(second)},
        )
        session.commit()
    with pytest.raises(Refused, match="not made to your keys"):
        opened(desk, second)
    with pytest.raises(Damaged, match="changed outside the program"):
        opened(desk, first)


def test_the_history_of_a_case_has_nothing_of_a_seal(desk: Desk) -> None:
    sealed(desk)
    with own_tools(desk) as session:
        rows = session.execute(
            text("SELECT count(*) FROM history WHERE subject IN ('sources', 'compartment_keys')")
        )
        assert rows.scalar() == 0


def test_a_case_that_moves_leaves_its_seals_with_the_chairs_they_were_made_to(desk: Desk) -> None:
    number = sealed(desk)
    there = at_table.member(desk, Role.CHAIR, "Hana Rei", "HB")
    transfers.propose_transfer(desk, PRN, "HB", "moved to another prison")
    transfers.accept_transfer(desk, PRN)
    [row] = sources.list_sources(there, PRN)
    assert not row.opens
    with pytest.raises(NotPermitted):
        opened(there, number)
    assert opened(at_table.chair(desk), number) == TEXT
    assert opened(there, sealed(there)) == TEXT


def test_a_disposal_takes_the_seals_with_the_case(register: Path) -> None:
    administrator, chair, clock = lived(register)
    refs = sources.list_statements(administrator, DISPOSED)
    sources.seal_source(administrator, DISPOSED, refs[0].ref, TEXT)
    clock.go_to(clock.at + LATER)
    row = disposal.propose_disposal(administrator, DISPOSED, "RELEASED")
    disposal.approve_disposal(chair, str(row.id))
    with own_tools(administrator) as session:
        assert session.scalars(select(Source)).all() == []


def test_a_public_half_put_in_place_of_the_chairs_own_is_told_by_the_check(desk: Desk) -> None:
    """Whoever holds the register key could wait for what is sealed next; the row no longer fits its seal."""
    thief = person_keys.new_person_keys()
    assert all(row.ok for row in forums.check_register(desk))
    with own_tools(desk) as session:
        session.execute(update(Compartment).values(public_unwrap=thief.public_unwrap))
        session.commit()
    with pytest.raises(DamagedRegister) as told:
        forums.check_register(desk)
    assert any("compartments" in row.sentence for row in told.value.rows if not row.ok)


def test_a_register_from_before_there_were_seals_gets_its_key_pair_with_the_first_source(desk: Desk) -> None:
    with own_tools(desk) as session:
        for table in ("compartment_keys", "compartments"):
            session.execute(text(f"DELETE FROM {table}"))
            session.execute(text("DELETE FROM row_seals WHERE table_name = :name"), {"name": table})
        session.commit()
    number = sealed(desk)
    assert opened(at_table.chair(desk), number) == TEXT


def test_a_writer_who_has_another_role_by_now_opens_their_own_and_no_other(desk: Desk) -> None:
    writer = another(desk, Role.ADMINISTRATOR, "Hana Rei")
    own, other = sealed(writer), sealed(desk)
    proposal = people.propose_role(desk, "Hana Rei", Role.MEMBER, "CHC")
    people.approve_proposal(at_table.chair(desk), proposal)
    assert opened(writer, own) == TEXT
    with pytest.raises(NotPermitted, match="whoever sealed it"):
        opened(writer, other)
    with pytest.raises(NotPermitted):
        sealed(writer)
