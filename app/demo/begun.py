"""The month after, begun and left in the middle: what waits for somebody, for screens that would else be empty."""

from __future__ import annotations

from datetime import timedelta

from app import desk as door
from app.demo import cast, exchange, month
from app.demo.stage import Stage
from app.desk import Stretcher
from app.domain.evaluation import EvaluationDraft
from app.domain.words import MeetingKind
from app.usecases import evaluation, meeting

SCORES = (
    (
        {"papers": 2, "time": 3, "heard": 4, "reasons": 3, "safety": 4, "actions": 3},
        "Papers came the evening before.",
    ),
    ({"papers": 4, "time": 3, "heard": 5, "reasons": 4, "safety": 5, "actions": 4}, ""),
)
"""How the chair saw the meetings up to now, the oldest first."""


def go_on(stage: Stage, stretcher: Stretcher) -> None:
    """The agenda is issued, Police have answered and nobody has reviewed it yet; somebody asks for access."""
    waiting = evaluation.see_evaluations(stage.chair, cast.FORUM).waiting
    for code, (scores, note) in zip(waiting, SCORES, strict=True):
        evaluation.evaluate_meeting(stage.chair, code, EvaluationDraft(scores, note))
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
