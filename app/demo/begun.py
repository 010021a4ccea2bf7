"""The month after, begun and left in the middle: what waits for somebody, for screens that would else be empty."""

from __future__ import annotations

from datetime import timedelta

from app import desk as door
from app.demo import cast, exchange, month
from app.demo.stage import Stage
from app.desk import Stretcher
from app.domain.words import MeetingKind
from app.usecases import meeting


def go_on(stage: Stage, stretcher: Stretcher) -> None:
    """The agenda is issued, Police have answered and nobody has reviewed it yet; somebody asks for access."""
    coming = stage.days.next_meeting
    stage.meeting = stage.next_meeting
    after = meeting.schedule_meeting(
        stage.administrator, cast.FORUM, coming + timedelta(days=28), MeetingKind.COMBINED
    )
    stage.next_meeting = after.meeting
    month.issue(stage)
    sent = exchange.send(stage)
    exchange.take_in(stage, sent)
    who = cast.ASKS
    door.request_access(
        stage.place.register, who.name, who.passphrase, who.role, cast.FORUM, stretcher=stretcher
    )
