"""What others ask the forum to tell: one made, one approved, one that waits, one declined."""

from __future__ import annotations

from datetime import timedelta

from app.demo import cast
from app.demo.stage import Stage
from app.domain.cases import CaseRow
from app.domain.disclosure_request import RequestDraft, RequestRow
from app.domain.grounds import read_ground
from app.usecases import disclosure_requests as requests
from app.usecases.cases import list_cases

_ASKED = (
    (
        "Kāinga Ora, tenancy manager, Christchurch", "the address he goes to and the day", "f",
        "A tenant of the same block was threatened by him in writing two years ago.",
    ),
    (
        "Te Whatu Ora, community mental health team", "when he is released and who leads his case", "a",
        "The plan has them meet him on the day of release.",
    ),
    (
        "Oranga Tamariki, Sydenham site", "where he will live and with whom", "e",
        "A family court proceeding about children at that address is under way.",
    ),
    ("A newspaper, by its court reporter", "whether he is in Christchurch", "d", "Readers have a right to know."),
)  # fmt: skip


def ask_and_decide(stage: Stage) -> None:
    """Four requests of others: the chair approves two and declines one; one letter leaves, one request waits."""
    nearest = sorted(
        (
            row
            for row in list_cases(stage.administrator, cast.FORUM)
            if row.anchor and row.anchor.day > stage.clock.today
        ),
        key=lambda row: (row.anchor.day if row.anchor else stage.clock.today, row.prn),
    )
    asked = [_ask(stage, number, row) for number, row in enumerate(nearest[: len(_ASKED)])]
    made, approved, _, declined = asked
    for row, reason in (
        (made, "The threat is on paper and he returns to the block."),
        (approved, "It serves the plan."),
    ):
        requests.decide_disclosure(
            stage.chair,
            str(row.number),
            True,
            reason,
            undertaking="It is shown to nobody outside the agency.",
        )
    requests.decide_disclosure(stage.chair, str(declined.number), False, "Nothing of the forum is published.")
    requests.record_disclosure(stage.administrator, str(made.number), "by hand, in a sealed envelope")
    stage.tell(
        f"{len(asked)} disclosures are asked for: one is made, one approved, one declined, one waits for the chair. "
        f"`disclosure letter {made.number} --out FILE.pdf` is the letter of the first."
    )


def _ask(stage: Stage, number: int, row: CaseRow) -> RequestRow:
    who, what, ground, why = _ASKED[number]
    today = stage.clock.today
    draft = RequestDraft(
        who, what, read_ground(ground, today), why, today + timedelta(days=23) if number else None
    )
    fields = ("Prison", "Proposed address 1") if number < 3 else ("Prison",)
    offered = {each.heading for each in requests.offer_statements(stage.administrator, row.prn)}
    return requests.ask_disclosure(
        stage.administrator,
        row.prn,
        draft,
        [field for field in fields if field in offered],
        ["He has asked to be met by his sister."] if number < 3 else [],
    )
