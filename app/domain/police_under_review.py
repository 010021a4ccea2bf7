"""A file that comes back while another one is under review: what it may take the place of, and what is kept (need X4).

Nothing that Police wrote and nothing that a person decided is lost by choosing a file: what would replace it is asked
about first, what is replaced can be taken in again, and what was decided on the same answer of the same row stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from app.domain.dates import show_date
from app.domain.errors import Refused
from app.domain.police_review import StagedCell
from app.domain.words import CellState


class Over(StrEnum):
    """What a file that comes back may take the place of without a further word."""

    NOTHING = "nothing"
    UNDECIDED = "what nobody has decided on"
    ALL = "whatever is under review"


class UnderReview(Struct, frozen=True):
    """The file whose answers are under review, in numbers; `applied` once it has been confirmed."""

    file_name: str
    came_on: date
    answers: int
    decided: int
    applied: bool


class WouldReplace(Refused):
    """A file that would take the place of one under review: nothing was changed, and whoever asked may say yes."""

    def __init__(self, name: str, answers: int, stands: UnderReview) -> None:
        super().__init__(
            f"{name} has {_answers(answers)}, but the reply of {show_date(stands.came_on)} ({stands.file_name}) is "
            f"under review with {_answers(stands.answers)}, {stands.decided} of them decided; nothing was changed. "
            "With --replace the review goes on with this file: what was decided on the same answers is kept, and the "
            "other file can be taken in again."
        )
        self.name = name
        self.answers = answers
        self.stands = stands


def under_review(file_name: str, came_on: date, cells: Sequence[StagedCell], applied: bool) -> UnderReview:
    """A file by its cells."""
    decided = sum(cell.state is not CellState.UNDECIDED for cell in cells)
    return UnderReview(file_name, came_on, len(cells), decided, applied)


def refuse_replacing(name: str, answers: int, as_sent: bool, stands: UnderReview, over: Over) -> None:
    """Refuse a file that may not take the place of the one under review. One without an answer may take nobody's.

    `as_sent`: every row of it is as it went out. Raises `Refused`, or `WouldReplace` where saying yes is enough.
    """
    if not stands.answers:
        return
    if not answers:
        raise Refused(f"{unanswered(name, as_sent, stands)} Choose the file that Police filled in.")
    if stands.applied:
        return
    if over is Over.NOTHING or (over is Over.UNDECIDED and stands.decided):
        raise WouldReplace(name, answers, stands)


def unanswered(name: str, as_sent: bool, stands: UnderReview) -> str:
    """What to know of a file in which Police answered nothing."""
    stays = "stays as it was applied" if stands.applied else "stays under review"
    what = "is the workbook as it was sent, without an answer" if as_sent else "holds no answer of Police"
    return (
        f"{name} {what}; nothing was changed. The reply of {show_date(stands.came_on)} {stays}, with "
        f"{_answers(stands.answers)}."
    )


def same_answers(before: Iterable[StagedCell], after: Iterable[StagedCell]) -> list[tuple[str, str]]:
    """Ids of decided cells, each with the cell of the other file that says the same of the same row in the same state.

    A row that stands twice in a file, or of which nobody knows whom it is about, has no such twin.
    """
    wanted = {key: cell for key, cell in _by_answer(before).items() if cell.state is not CellState.UNDECIDED}
    found = _by_answer(after)
    return [(cell.id, found[key].id) for key, cell in wanted.items() if key in found]


def _by_answer(cells: Iterable[StagedCell]) -> dict[tuple[object, ...], StagedCell]:
    known = [(_answer(cell), cell) for cell in cells if cell.row_key is not None]
    times = Counter(key for key, _ in known)
    return {key: cell for key, cell in known if times[key] == 1}


def _answer(cell: StagedCell) -> tuple[object, ...]:
    return (cell.sheet, cell.row_key, cell.row_state, cell.heading, cell.theirs)


def _answers(count: int) -> str:
    return f"{count} {'answer' if count == 1 else 'answers'}"
