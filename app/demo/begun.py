"""What the month itself has not, for screens that would else be empty: people who left long ago, and the month after,
begun and left in the middle."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app import desk as door
from app.demo import cast, exchange, month
from app.demo.stage import Stage
from app.desk import Stretcher
from app.domain.case_list import CaseQuery, PlanState
from app.domain.dates import add_months
from app.domain.evaluation import EvaluationDraft
from app.domain.words import MeetingKind
from app.made_up import made_up_people, write_extract
from app.usecases import case_list, disposal, evaluation, extract, meeting, sources

SCORES = (
    (
        {"papers": 2, "time": 3, "heard": 4, "reasons": 3, "safety": 4, "actions": 3},
        "Papers came the evening before.",
    ),
    ({"papers": 4, "time": 3, "heard": 5, "reasons": 4, "safety": 5, "actions": 4}, ""),
)
"""How the chair saw the meetings up to now, the oldest first."""


LONG_AGO = 30
"""Months before the month: longer than the class of those who were never on the list keeps anybody."""


def left_long_ago(stage: Stage) -> None:
    """Four people whom no criterion listed, three of them gone in the extract after: their time is up by now."""
    for months, many in ((LONG_AGO, 4), (LONG_AGO - 1, 1)):
        day = add_months(stage.clock.today, -months)
        nobody_near = [
            replace(
                person, parole_eligibility=None, next_hearing=None, statutory_release=None, ordered_release=None,
                final_release=None, sentence_expiry=add_months(day, 120), roc_roi="0.01", psychological_risk="",
                vnr="N", cso="N",
            )
            for person in made_up_people(cast.SEED + 1, many, cast.FORUM, day)
        ]  # fmt: skip
        name = f"ioms-{cast.FORUM}-{day.isoformat()}.csv"
        extract.import_extract(stage.administrator, name, write_extract(nobody_near))


def go_on(stage: Stage, stretcher: Stretcher) -> None:
    """The agenda is issued, Police have answered and nobody has reviewed it yet; somebody asks for access."""
    waiting = evaluation.see_evaluations(stage.chair, cast.FORUM).waiting
    for code, (scores, note) in zip(waiting, SCORES, strict=True):
        evaluation.evaluate_meeting(stage.chair, code, EvaluationDraft(scores, note))
    _keep(stage)
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


def _keep(stage: Stage) -> None:
    """Of those whose time is up one is held, one is proposed, one waits. A source is sealed, of the case with most."""
    desk = stage.administrator
    held, proposed, *_ = disposal.due_disposals(desk)
    disposal.hold(desk, held.prn, "A claim against the Crown is before the court.")
    disposal.propose_disposal(desk, proposed.prn, proposed.class_code)
    lines = case_list.browse_cases(desk, cast.FORUM, CaseQuery(), 0, 100).lines
    fullest = max(lines, key=lambda line: (line.plan != PlanState.NONE, line.actions, len(line.codes)))
    for statement in sources.list_statements(desk, fullest.prn)[:1]:
        sources.seal_source(desk, fullest.prn, statement.ref, cast.SEALED)
