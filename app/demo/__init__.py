"""A made-up Christchurch forum's whole month, no questions asked: a client of the door like the command line.

The month ends today; each act has its own day, which the demo's clock walks through. What a later version of
ForumDesk can do more is one more act in `_play`.
"""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.demo import begun, briefs, casework, cast, exchange, month, outside, sitting
from app.demo.files import DemoFolder
from app.demo.stage import Now, Report, Stage, WalkingClock, days_up_to
from app.desk import RealStretcher, Stretcher
from app.domain.dates import AUCKLAND
from app.domain.words import Contents

__all__ = ["Report", "run"]


def run(
    folder: Path, now: Now = door.clock, stretcher: Stretcher | None = None, *, goes_on: bool = False
) -> Report:
    """Play the month in `folder`, which must be new, empty, or hold an earlier demo. Raises Refused otherwise.

    With `goes_on` the next month has begun as well, so that every screen of the window has something to show.
    """
    place = DemoFolder(folder)
    place.prepare()
    stretches = stretcher or RealStretcher()
    stage = _founded(place, now, stretches)
    try:
        if goes_on:
            begun.left_long_ago(stage)
        _play(stage)
        if goes_on:
            begun.go_on(stage, stretches)
    finally:
        for desk in (stage.administrator, stage.chair, stage.second):
            desk.close()
    return Report(
        folder=folder,
        register=place.register,
        meeting=stage.meeting,
        next_meeting=stage.next_meeting,
        exchange=stage.exchange,
        written=tuple(place.written),
        diary=tuple(stage.diary),
        players=(cast.ADMINISTRATOR, cast.CHAIR, cast.SECOND),
        workbook_passphrase=cast.WORKBOOK_PASSPHRASE,
    )


def _founded(place: DemoFolder, now: Now, stretcher: Stretcher) -> Stage:
    """The register with its three people signed in: each passphrase is stretched once, which takes a while."""
    clock = WalkingClock(now())
    days = days_up_to(clock.end.astimezone(AUCKLAND).date())
    clock.go_to(days.opening, 8, 30)
    first, second = cast.ADMINISTRATOR, cast.CHAIR
    administrator = door.create(
        place.register,
        (first.name, first.passphrase),
        (second.name, second.passphrase),
        now=clock,
        stretcher=stretcher,
    )
    chair = door.sign_in(place.register, second.name, second.passphrase, now=clock, stretcher=stretcher)
    month.add_the_forum(administrator)
    let_in = month.let_in(place.register, chair, clock, stretcher)
    place.tell("register/register.fdb", "the encrypted register")
    place.tell("register/register.keys", "its key slots, one a person")
    return Stage(place, clock, days, administrator, chair, let_in)


def _play(stage: Stage) -> None:
    days, clock = stage.days, stage.clock
    month.tell_who_is_there(stage)
    clock.go_to(days.opening, 9)
    everybody = month.first_extract(stage)
    month.schedule(stage)
    clock.go_to(days.taking_over, 10)
    sitting.take_over(stage)
    clock.go_to(days.casework, 9)
    casework.take_in_by_hand(stage)
    casework.enter_plans(stage)
    clock.go_to(days.extract, 9)
    left = casework.board_results(stage)
    everybody = month.later_extract(stage, everybody, left)
    clock.go_to(days.workbook_out, 9)
    month.issue(stage)
    sent = exchange.send(stage)
    clock.go_to(days.workbook_back, 14)
    exchange.take_in(stage, sent)
    exchange.decide(stage)
    clock.go_to(days.printing, 9)
    stage.place.write(month.COPIES, month.copies_csv(), "who holds a copy, for `pack print --copies`")
    agendas = month.print_copies(stage, Contents.AGENDA, "agenda", holders=2)
    copies = month.print_copies(stage, Contents.PACK, "packs")
    clock.go_to(days.meeting, 9, 30)
    sitting.hold(stage)
    clock.go_to(days.meeting, 12, 20)
    sitting.count_in(stage, agendas, copies)
    sitting.close(stage, copies)
    clock.go_to(days.after, 9)
    sitting.last_copy(stage, copies)
    sitting.confirm(stage)
    month.print_copies(stage, Contents.MINUTES, "minutes", holders=3)
    outside.ask_and_decide(stage)
    briefs.brief_prisons(stage)
    clock.go_to(days.last_extract, 9)
    left = casework.board_results(stage)
    month.later_extract(stage, everybody, left)
    month.count(stage)
    month.next_draft(stage)
    clock.go_to(days.last_extract, 16)
    month.verify(stage)
