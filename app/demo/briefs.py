"""What prisons may know after the meeting: one front-line brief is given, one waits for the chair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.demo.stage import Stage
from app.domain.front_line import BriefPerson, RecipientKind
from app.domain.front_line_briefs import Brief
from app.domain.grounds import read_ground
from app.usecases import front_line

_AT_MOST = 3


def brief_prisons(stage: Stage) -> None:
    """The two prisons with the most people: the chair lets the first brief go, the second is left to look at."""
    view = front_line.see_front_line(stage.administrator, stage.meeting)
    held: defaultdict[str, list[BriefPerson]] = defaultdict(list)
    for each in view.people:
        held[each.place.partition(",")[0]].append(each)
    prisons = sorted(held, key=lambda name: (-len(held[name]), name))
    first, second = (_prepare(stage, name, held[name][:_AT_MOST]) for name in prisons[:2])
    front_line.decide_front_line(
        stage.chair, stage.meeting, str(first.number), True, "They look after them until they go.",
        undertaking="Kept in the manager's safe and shredded on the day of release.",
    )  # fmt: skip
    paper = front_line.give_front_line(stage.administrator, stage.meeting, str(first.number), "by hand")
    stage.place.write(
        f"briefs/brief-{stage.meeting}-disclosure-{paper.number}.pdf",
        paper.pdf,
        f"front-line brief, for {first.recipient}",
    )
    stage.tell(
        f"A front-line brief about {len(first.rows)} people goes to {first.recipient}, as the chair approved; the one "
        f"to {second.recipient} waits."
    )


def _prepare(stage: Stage, prison: str, people: Sequence[BriefPerson]) -> Brief:
    return front_line.prepare_front_line(
        stage.administrator,
        stage.meeting,
        f"{prison}, unit managers",
        RecipientKind.UNIT,
        read_ground("a", stage.clock.today),
        prns=[each.prn for each in people],
    )
