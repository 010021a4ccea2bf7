"""What the frame itself tells: the band, the forum in view and the numbers beside the sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer

from app.domain.dates import show_date
from app.domain.errors import Busy, Unreachable
from app.domain.words import Topic
from ui import standing, words
from ui.making import tell_closed
from ui.registry import pieces, read_packages
from ui.tongue import tr

if TYPE_CHECKING:
    from app.domain.backup import BackupRow
    from app.domain.meeting import MeetingRow
    from ui.desk import QtDesk
    from ui.window import Window

AGAIN = 3_000
"""Milliseconds after which forums are read again that another computer's save, or the share, kept from being read."""

_DAYS = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))


def _told_apart(names: Sequence[str]) -> list[str]:
    """Names of forums without the words in which all of them end: a small box has room for what tells them apart."""
    parted = [name.split() for name in names]
    shared = 0
    while parted and all(
        len(words) > shared + 1 and words[-1 - shared] == parted[0][-1 - shared] for words in parted
    ):
        shared += 1
    return [" ".join(words[: len(words) - shared]) for words in parted]


def forums(desk: QtDesk, window: Window) -> None:
    """Read the forums, choose one, and tell the rest."""
    from app.usecases.register import list_forums

    def take(rows: tuple[object, ...]) -> None:
        desk.take_forums(rows)  # type: ignore[arg-type]  # the use case gives ForumRows
        box = window.forum_box
        box.clear()
        for row, told in zip(desk.forums, _told_apart([row.name for row in desk.forums]), strict=True):
            box.addItem(told, row.code)
            box.setItemData(box.count() - 1, row.name, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(desk.forum)))
        box.setVisible(len(desk.forums) > 1)
        if not desk.forums:
            _band(desk, window, "")

    def not_read(error: Exception) -> None:
        desk.failed.emit(error)
        if isinstance(error, (Busy, Unreachable)):
            QTimer.singleShot(AGAIN, window, lambda: forums(desk, window))

    desk.ask(list_forums, then=take, otherwise=not_read, owner=window)


def about_forum(desk: QtDesk, window: Window) -> None:
    """The next meeting in the band, and what waits in each section."""
    from app.usecases.meeting import list_meetings

    def know(rows: tuple[MeetingRow, ...]) -> None:
        coming = coming_meeting(desk, rows)
        window.coming = coming.meeting if coming else ""
        _band(desk, window, next_meeting(desk, rows))

    _band(desk, window, "")
    about_backup(desk, window)
    if desk.forum:
        desk.ask(list_meetings, desk.forum, then=know, owner=window)
    read = read_packages if window.reads_ahead else lambda _between: None
    desk.tasks.read_ahead(read, _pieces(desk, window), window)


def _pieces(desk: QtDesk, window: Window) -> Iterator[None]:
    """What waits in each section, then what sign-in left unread."""
    _counts(desk, window, frozenset(Topic))
    if window.reads_ahead:
        yield from pieces()
        tell_closed(window)


def about_backup(desk: QtDesk, window: Window) -> None:
    """When the newest backup was made, for whoever may make one. Looks at files alone: nothing for the trail."""
    from app.desk import newest_backup
    from app.usecases.backup import back_up

    def tell(row: BackupRow | None) -> None:
        window.backup_words = words.backed_up(row.made_at if row else None, desk.door.now())
        window.fit()

    if desk.may(back_up):
        desk.ask(
            lambda door: newest_backup(door.folder), then=tell, otherwise=lambda _error: None, owner=window
        )


def after(desk: QtDesk, window: Window, topics: frozenset[Topic]) -> None:
    """Tell again what these topics may have changed."""
    if Topic.BACKUPS in topics:
        about_backup(desk, window)
    if Topic.REGISTER in topics:
        standing.tell(desk, window)
    if Topic.FORUMS in topics or Topic.PEOPLE in topics or Topic.REGISTER in topics:
        forums(desk, window)
    if Topic.PEOPLE in topics and window.reads_ahead:
        tell_closed(window)
    if Topic.MEETINGS in topics:
        about_forum(desk, window)
    else:
        _counts(desk, window, topics)


def coming_meeting(desk: QtDesk, rows: tuple[MeetingRow, ...]) -> MeetingRow | None:
    """The next meeting that is not closed."""
    coming = (row for row in rows if row.date >= desk.today and row.closed_at is None)
    return min(coming, key=lambda row: row.date, default=None)


def next_meeting(desk: QtDesk, rows: tuple[MeetingRow, ...]) -> str:
    """The next meeting and, until it is past, the day the Police workbook is due."""
    coming = coming_meeting(desk, rows)
    if coming is None:
        return words.NO_MEETING
    due = coming.police_due
    late = tr("was due {day}", day=_day(due)) if due < desk.today else tr("due {day}", day=_day(due))
    return tr("next meeting {day}, Police workbook {late}", day=_day(coming.date), late=late)


def _day(day: object) -> str:
    from datetime import date

    return f"{_DAYS[day.weekday()]} {show_date(day)}" if isinstance(day, date) else ""


def _band(desk: QtDesk, window: Window, meeting: str) -> None:
    forum = desk.forum_row
    role = f" ({desk.role.value})" if desk.role else ""
    window.band.say(
        words.TRAINING if forum and forum.training else "",
        standing.band_words(desk),
        forum.marking.value if forum else "IN CONFIDENCE",
        forum.name if forum else words.NO_FORUM,
        f"{desk.name}{role}",
        meeting,
    )


def _counts(desk: QtDesk, window: Window, topics: frozenset[Topic]) -> None:
    """Every number at one moment, in one entry of the trail."""
    from app.desk import look_together
    from ui.waiting import COUNTED  # it knows rooms that the first window does without

    wanted = {key: each.wanted(desk) for key, each in COUNTED.items() if each.topics & topics}
    for key, asked in wanted.items():
        if not asked:  # what was told of another forum is not told of this one
            window.side.tell_waiting(key, 0)

    def tell(results: Sequence[Any]) -> None:
        left = iter(results)
        for key, asked in wanted.items():
            given = [next(left) for _ in asked]
            if given and not any(isinstance(each, Exception) for each in given):
                window.side.tell_waiting(key, COUNTED[key].count(desk, *given))

    looks = [each for asked in wanted.values() for each in asked]
    if looks:
        desk.ask(look_together, looks, then=tell, otherwise=lambda _error: None, owner=window)
