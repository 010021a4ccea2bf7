"""What waits for the Board's sake, and cases between two forums, as lines of Home (needs B2, B3, R11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from app.domain.disclosure_request import RequestRow
from app.domain.front_line_briefs import brief_after
from app.domain.hearings import WaitingRow, late_or_due
from app.domain.names import full_name
from app.domain.restricted import MineRow
from app.domain.transfers import TransferRow
from app.domain.words import RequestState, TransferState
from ui.home.parts import Lead
from ui.tongue import tr
from ui.words import counted

MOST = 3
"""So many lines of the Board on Home; the rest is counted."""


def board_lines(rows: tuple[WaitingRow, ...], today: date, go: Callable[[str], object]) -> list[Lead]:
    """Each change the Board is to be told in full; then a line for each case with notices or reports to send."""
    lines = [
        Lead(tr("! tell"), f"{_name(row)}: {row.sentence}.", tr("Case"), partial(go, row.prn), True)
        for row in rows
        if row.what == "drift"
    ]
    to_send: dict[str, list[WaitingRow]] = {}
    for row in rows:
        if row.what != "drift":
            to_send.setdefault(row.prn, []).append(row)
    for of_case in sorted(to_send.values(), key=lambda each: _first_due(each)):
        first = _first_due(of_case)
        counts = Counter(row.what for row in of_case)
        what = tr(" and ").join(counted(number, kind) for kind, number in counts.items())
        is_late = first < today
        lines.append(
            Lead(
                tr("! late") if is_late else tr("○ to do"),
                tr(
                    "{name}: {what} to send, {late_or_due}.",
                    name=_name(of_case[0]),
                    what=what,
                    late_or_due=late_or_due(first, today),
                ),
                tr("Case"),
                partial(go, of_case[0].prn),
                is_late,
            )
        )
    if len(lines) > MOST:
        more = counted(len(lines) - MOST, "case or change", "cases and changes")
        lines = [*lines[:MOST], Lead("", tr("And {more} more; each says so on its case.", more=more))]
    return lines


def _name(row: WaitingRow) -> str:
    return full_name(row.surname, row.given_names)


def _first_due(rows: list[WaitingRow]) -> date:
    return min((row.due for row in rows if row.due is not None), default=date.max)


def transfer_lines(rows: tuple[TransferRow, ...], forum: str, go: Callable[[str], object]) -> list[Lead]:
    """The cases that wait for an answer, of this forum or of another."""
    lines = []
    for row in rows:
        if row.state is not TransferState.PROPOSED or forum not in (row.from_forum, row.to_forum):
            continue
        name = full_name(row.surname, row.given_names)
        told = tr(
            "{name} is proposed by {from_forum}: accept or decline.", name=name, from_forum=row.from_forum
        )
        if row.from_forum == forum:
            told = tr(
                "{name} is proposed to {to_forum}, which has not answered.", name=name, to_forum=row.to_forum
            )
        sign = tr("○ to do") if row.to_forum == forum else tr("… later")
        lines.append(Lead(sign, told, tr("Case"), partial(go, row.prn)))
    return lines


def request_lines(
    rows: tuple[RequestRow, ...], today: date, chair: bool, go: Callable[[int], object]
) -> list[Lead]:
    """Disclosures that somebody asked for: what waits for the chair, and what is approved and not made yet.

    Whose turn it is not sees it as what comes later, after what falls to them.
    """
    lines = []
    for row in sorted(
        filter(lambda each: each.is_open and not brief_after(each), rows),
        key=lambda each: (each.due >= today, (each.state is RequestState.WAITS) is not chair),
    ):
        waits = row.state is RequestState.WAITS
        told = (
            tr("{who} asks to be told about {person}: a chair decides, {clock}.",
               who=row.who_asks, person=row.person, clock=row.clock(today))
            if waits
            else tr("A disclosure to {who} about {person} is approved and not made, {clock}.",
                    who=row.who_asks, person=row.person, clock=row.clock(today))
        )  # fmt: skip
        late, mine = row.due < today, waits is chair
        sign = tr("! late") if late else tr("○ to do") if mine else tr("… later")
        lines.append(Lead(sign, told, tr("Request"), partial(go, row.number), late))
    if len(lines) > MOST:
        more = counted(len(lines) - MOST, "disclosure", "disclosures")
        lines = [*lines[:MOST], Lead("", tr("And {more} more asked for.", more=more))]
    return lines


def brief_lines(rows: tuple[RequestRow, ...], chair: bool, go: Callable[[str], object]) -> list[Lead]:
    """Front-line briefs that wait for the chair, or to be given: a line a meeting, since one has a dozen of them."""
    waits, approved = Counter[str](), Counter[str]()
    # All requests of a brief are asked for at one moment; two briefs to one recipient are not.
    for meeting, _, _, state in {
        (brief_after(row), row.who_asks, row.asked_at, row.state) for row in rows if brief_after(row)
    }:
        waits[meeting] += state is RequestState.WAITS
        approved[meeting] += state is RequestState.APPROVED
    lines = []
    for meeting in sorted({*waits, *approved}):
        told = [
            tr("{briefs} waiting for a chair", briefs=counted(waits[meeting], "brief"))
            if waits[meeting]
            else "",
            tr("{briefs} approved and not given", briefs=counted(approved[meeting], "brief"))
            if approved[meeting]
            else "",
        ]
        if not any(told):
            continue
        sign = tr("○ to do") if (waits if chair else approved)[meeting] else tr("… later")
        said = tr(
            "After {meeting}: {briefs}.", meeting=meeting, briefs=", ".join(each for each in told if each)
        )
        lines.append(Lead(sign, said, tr("Briefs"), partial(go, meeting)))
    return lines


GLASS_DAYS = 35
"""For how long a reader is told on Home that a case was opened by break-glass: until a meeting has heard of it."""


def glass_lines(rows: tuple[MineRow, ...], now: datetime, go: Callable[[str], object]) -> list[Lead]:
    """Restricted cases one reads: openings by break-glass, and readers among whom no chair is in office any more."""
    lines = []
    for row in rows:
        lines += [
            Lead(
                tr("! opened"), f"{row.name}: {each.sentence}", tr("Case"), partial(go, row.prn), strong=True
            )
            for each in row.opened
            if now - each.at < timedelta(days=GLASS_DAYS)
        ]
        if row.warning:
            lines.append(Lead(tr("! late"), f"{row.name}: {row.warning}", tr("Case"), partial(go, row.prn)))
    return lines
