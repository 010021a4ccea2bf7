"""Figure 19: the agenda of 1,000 open cases beside one SQL read of their rows (design/speed.md).

The peer is one bare cursor that fetches every column of the cases, their people and their IOMS records in one
statement, on the same keyed connection. Ours reads what fourteen tables say of them, decides every reason,
writes every sentence and accounts for everybody; both are also timed from a connection just opened, as the
door opens one for each piece of work.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import select

from app.desk import Desk
from app.domain.agenda import Agenda, generate
from app.domain.words import (
    ActionOutcome,
    CheckKind,
    DateName,
    FlagCode,
    MeetingKind,
    MeetingState,
    NeedDomain,
    Owner,
    Service,
)
from app.usecases import meeting as meetings
from benchmarks._measure import finish, interleaved, report
from db.queries import agenda as queries
from db.queries import meeting as meeting_queries
from db.tables.board import Hearing
from db.tables.meeting import Action, Meeting
from db.tables.plan import Address, AddressCheck, PlanAnswer
from db.tables.register import AnchorMove, Case, IomsRecord, Person
from db.work import Work, session_on
from tests.fixtures import desks
from tests.fixtures.made_cases import add_case, add_flag, do

CASES = 1_000
M = date(2027, 3, 10)
MEETING = "CHC-2027-03-10"


def fill(desk: Desk) -> None:
    """A forum far larger than any there is: plans half filled in, flags, actions, hearings, moved anchors."""
    chance = random.Random(19)

    def last_closed(work: Work) -> None:
        row = work.session.get_one(Meeting, "CHC-2027-02-10")
        row.state, row.closed_seq, row.closed_at = MeetingState.CLOSED, work.seq, work.at

    meetings.schedule_meeting(desk, "CHC", date(2027, 2, 10))
    meetings.schedule_meeting(desk, "CHC", M, MeetingKind.COMBINED)
    meetings.schedule_meeting(desk, "CHC", date(2027, 4, 7))
    ids = do(desk, lambda work: [one_case(work, number, chance) for number in range(CASES)])
    do(desk, last_closed)
    do(desk, lambda work: what_changed(work, ids, chance))


def one_case(work: Work, number: int, chance: random.Random) -> int:
    day = M + timedelta(days=chance.randrange(0, 400))
    case_id = add_case(
        work,
        f"{number:08}",
        surname=f"Ngata-{number % 97}",
        anchor=(DateName.HEARING, day),
        next_hearing=day,
        statutory_release=day + timedelta(days=200),
        case={"leading_service": Service.PRISONS, "owner": "R. Case"},
        offences="Aggravated robbery; Assault",
        previous_offending="27 convictions",
        roc_roi=0.71,
    )
    said = dict.fromkeys(("eso-ppo", "conditions", "officer-told"), "yes")
    said |= {f"need:{domain.value}": "met" for domain in NeedDomain}
    for question in list(said)[: chance.randrange(0, len(said) + 1)]:
        work.session.add(
            PlanAnswer(
                case_id=case_id,
                question=question,
                answer=said[question],
                answered_by="R. Case",
                as_at=M,
                seq=work.seq,
            )
        )
    for rank in range(1, chance.randrange(1, 4)):
        address = Address(
            case_id=case_id,
            rank=rank,
            address=f"{rank} Made-up Street",
            verified=chance.random() < 0.5,
            is_next=rank == 1,
            source="forum",
            as_at=M,
            seq=work.seq,
        )
        work.session.add(address)
        work.session.flush()
        work.session.add(
            AddressCheck(
                address_id=address.id,
                kind=CheckKind.PROBATION,
                answer="nothing held",
                owner=Owner.FORUM,
                seq=work.seq,
            )
        )
    for code in chance.sample(list(FlagCode), 2):
        add_flag(work, case_id, code, date(2026, 11, 1))
    return case_id


def what_changed(work: Work, ids: list[int], chance: random.Random) -> None:
    for case_id in ids:
        one_change(work, case_id, chance)


def one_change(work: Work, case_id: int, chance: random.Random) -> None:
    if chance.random() < 0.5:
        work.session.add(
            Action(
                case_id=case_id,
                text="Ask the provider",
                service=Service.PROBATION,
                owner="R. Case",
                due=M + timedelta(days=chance.randrange(-20, 60)),
                outcome=ActionOutcome.OPEN,
                seq=work.seq,
            )
        )
    if chance.random() < 0.1:
        work.session.add(
            AnchorMove(
                case_id=case_id,
                seq=work.seq,
                old_name=DateName.HEARING,
                old_date=M,
                new_name=DateName.HEARING,
                new_date=M + timedelta(days=30),
                days_lost=-30,
                reason="extract",
            )
        )
    if chance.random() < 0.1:
        add_flag(work, case_id, FlagCode.VNR, M)
    if chance.random() < 0.2:
        work.session.add(
            Hearing(
                case_id=case_id,
                day=M + timedelta(days=40),
                kind="parole",
                seq=work.seq,
                result=chance.choice((None, "declined")),
                result_seq=work.seq,
            )
        )


def main() -> None:
    """Measure and print."""
    folder = Path(tempfile.mkdtemp(prefix="forumdesk-bench-"))
    os.environ["FORUMDESK_PROFILE"] = str(folder / "profile")
    desk = desks.sit(desks.new_register(folder / "register"))
    fill(desk)
    their_rows = str(
        select(*Case.__table__.c, *Person.__table__.c, *IomsRecord.__table__.c)
        .join_from(Case, Person, Person.id == Case.person_id)
        .join(IomsRecord, IomsRecord.person_id == Person.id)
        .where(Case.forum == "CHC", Case.closed_seq.is_(None))
        .compile(compile_kwargs={"literal_binds": True})
    )

    def agenda_on(session: Any) -> Agenda:
        row = meeting_queries.meeting(session, MEETING)
        last = queries.last_closed(session, row.forum)
        return generate(*queries.facts(session, row.forum, last, row))

    def read_on(session: Any) -> list[Any]:
        cursor = session.connection().connection.cursor()
        rows: list[Any] = cursor.execute(their_rows).fetchall()
        return rows

    def fresh(doing: Callable[[Any], Any]) -> Callable[[], Any]:
        def run() -> Any:
            with session_on(desk.engine(read_only=True)) as session:
                return doing(session)

        return run

    with session_on(desk.engine(read_only=True)) as session:
        made = agenda_on(session)
        assert made.considered == len(read_on(session)) == CASES
        taken = interleaved(
            {
                "agenda": lambda: agenda_on(session),
                "read": lambda: read_on(session),
                "fresh agenda": fresh(agenda_on),
                "fresh read": fresh(read_on),
            },
            runs=15,
        )
    about: dict[str, Any] = {
        "cases": CASES,
        "listed": len(made.items),
        "ms_of_peer": round(taken["read"] * 1000, 2),
    }
    finish(
        report(
            "19 agenda of 1,000 cases",
            taken["agenda"] / taken["read"],
            "one SQL read of their rows",
            5,
            **about,
        ),
        report(
            "19 from a new connection",
            taken["fresh agenda"] / taken["fresh read"],
            "the same, newly opened",
            5,
        ),
    )


if __name__ == "__main__":
    main()
