"""Asking Police again: what a second, smaller workbook asks, and the words of a reminder (needs X4, X9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from msgspec import Struct

from app.domain.counting import count
from app.domain.dates import AUCKLAND, move_working_days, show_date, show_long_date
from app.domain.errors import Refused
from app.domain.names import clean
from app.domain.police import ANSWER, Question, Sheet
from app.domain.police_exchange import ExchangeLine
from app.domain.police_review import PLEASE_CHECK, StagedCell
from app.domain.words import CellState, RowState

ASK_BACK_WORKING_DAYS = 3
"""How long Police have for a question about what they wrote: the answer is at hand, unlike a first search."""


class ChaseNote(Struct, frozen=True):
    """A reminder to paste in a mail. It names no prisoner: mail is no place for one."""

    exchange: str
    subject: str
    text: str


def questions(cells: Iterable[StagedCell], rows: Mapping[str, str]) -> tuple[Question, ...]:
    """One question for each cell that is asked back, in the file's order.

    `rows` gives by a returned row's tag what it is about (`case-12`); a row that nobody has linked can't be asked
    about, since no row of ours would carry the answer. A doubled row asks once for each heading.
    """
    found: dict[tuple[str, str, str], Question] = {}
    for cell in cells:
        about = rows.get(cell.id.partition(".")[0])
        if cell.state is not CellState.ASKED or about is None:
            continue
        asked = Question(cell.sheet, about, cell.heading, cell.theirs, _asks(cell))
        found.setdefault((cell.sheet.value, about, cell.heading), asked)
    return tuple(found.values())


def _asks(cell: StagedCell) -> str:
    """What is asked: what the person who asked typed, else what is wrong with the answer."""
    told = clean(cell.reason)
    if cell.fault and told in ("", clean(cell.fault)):
        return f"This could not be read: {cell.fault}."
    if told and told != PLEASE_CHECK:
        return told
    if cell.row_state is RowState.OURS_CHANGED:
        return "A grey cell of this row had been changed. Is the answer about this person?"
    if cell.row_state is RowState.DUPLICATE:
        return "This row came back more than once. Which answer holds?"
    return f"Please look at this again under '{ANSWER}' and the cells beside it."


def ask_back_due(today: date, meeting_day: date, region: str) -> date:
    """When the answers are due: three working days on, but before the meeting while there is time."""
    due = move_working_days(today, ASK_BACK_WORKING_DAYS, region)
    last = move_working_days(meeting_day, -1, region)
    return min(due, last) if last > today else due


def refuse_nothing_asked(exchange: str, asked: int, found: int) -> None:
    """A workbook of questions needs a question. Raises `Refused` saying what to do."""
    if found:
        return
    if asked:
        stand, whose = ("stands in a row", "row it is") if asked == 1 else ("stand in rows", "rows they are")
        raise Refused(
            f"{count(asked, 'answer')} asked back in {exchange} {stand} that nobody has linked to a person; nothing "
            f"was made. A chair says first whose {whose}."
        )
    raise Refused(
        f"No answer of {exchange} is asked back, so there is nothing to ask; nothing was made. "
        "Ask a cell back in the review first."
    )


def refuse_chase(line: ExchangeLine) -> None:
    """Raises `Refused` where the workbook has come back: only what Police still have can be chased (need X9)."""
    if line.returned_at is not None:
        raise Refused(
            f"{line.exchange} has come back, so there is nothing to chase; nothing was recorded. Review it instead."
        )


def chase_note(line: ExchangeLine, forum_name: str, meeting_day: date, today: date, sender: str) -> ChaseNote:
    """The reminder for one exchange, in words fit for a mail: which file, due when, for which meeting."""
    sent = show_long_date(_day(line.sent_at))
    late = (today - line.due).days
    if late > 0:
        how = f"was due back on {show_long_date(line.due)}, {late} {'day' if late == 1 else 'days'} ago"
    else:
        how = f"is due back on {show_long_date(line.due)}"
    before = [show_date(_day(moment)) for moment in line.chased]
    asked = f"\nWe have asked before on {', '.join(before)}." if before else ""
    what = "questions about your answers" if line.asks_of else "workbook"
    text = (
        f"Kia ora\n\nThe {what} of {forum_name} ({line.exchange}, {count(line.rows, 'row')}) went to you on {sent} "
        f"and {how}. The meeting is on {show_long_date(meeting_day)}.{asked}\n\n"
        "What you have so far is of use to us: the file can be sent back with some rows still blank, and once more "
        "when the rest is done. A blank row is shown to the meeting as “Police: no reply”, never as “nothing held”.\n\n"
        "Please send it under the same passphrase. If it cannot be opened, ring us; do not reply with names.\n\n"
        f"Ngā mihi\n{sender}\n"
    )
    return ChaseNote(line.exchange, f"{line.exchange}: Police workbook {how.partition(',')[0]}", text)


def _day(moment: datetime) -> date:
    return moment.astimezone(AUCKLAND).date()


def sheet_of(question: Question) -> Sheet:
    """The sheet on which a question is answered: what was added about a person is asked on that person's row."""
    return Sheet.CROSS_REFERENCE if question.sheet is Sheet.PEOPLE else question.sheet
