"""What the frame says while the register is not as it should be: an older copy in its place, or a fault found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import Damaged
from app.domain.words import Topic
from ui import words
from ui.tongue import tr
from ui.widgets.ask import AskForm, Values

if TYPE_CHECKING:
    from app.desk import Desk
    from app.domain.register import CheckRow
    from ui.desk import QtDesk
    from ui.tasks import Progress
    from ui.window import Window

AT_REST = 5_000
"""Milliseconds after which the whole register is checked behind the window."""


def tell(desk: QtDesk, window: Window) -> None:
    """The red band with both numbers, and for a chair the way to decide."""
    from app.usecases.register import keep_older

    door = desk.door
    window.band.alarm(door.behind is not None or bool(door.fault))
    if door.fault and door.behind is None:
        window.notice.say(door.fault, "bad", *_acts_on_rows(desk, window))
        return
    if door.behind is None:
        if door.key_waits:
            window.notice.say(door.key_waits, "warn")
        elif door.elsewhere is not None:
            window.notice.say(words.A_COPY.format(numbers=door.elsewhere.numbers), "warn")
        return
    acts = [(tr("Keep the older copy…"), lambda: _decide(desk, window))] if desk.may(keep_older) else []
    window.notice.say(words.OLDER.format(numbers=door.behind.numbers), "bad", *acts)


def _acts_on_rows(desk: QtDesk, window: Window) -> list[tuple[str, Callable[[], None]]]:
    """For a chair, where records about no one case were changed outside and the seals themselves hold."""
    from app.usecases.outside import accept_outside

    found = desk.door.outside
    if found is None or found.faults or not found.about(None) or not desk.may(accept_outside):
        return []
    return [(tr("Accept as found…"), lambda: _accept(desk, window))]


def band_words(desk: QtDesk) -> str:
    """What stands in the band while nothing can be saved."""
    if desk.door.behind is not None:
        return f"{words.OLDER_BAND}: {desk.door.behind.numbers}"
    if desk.door.fault:
        return words.FAULT_BAND
    return words.READING_ONLY if desk.door.reading_only else ""


def check_at_rest(desk: QtDesk, window: Window) -> None:
    """The deep checks, once the window stands: pages, trail, keys, copies. A fault is said, and nothing more saved."""
    QTimer.singleShot(AT_REST, window, lambda: check(desk, window))


def check(desk: QtDesk, window: Window) -> None:
    """Check everything away from the window's thread, beside what the person does."""
    from app.domain.register import DamagedRegister
    from app.usecases.register import check_register

    def found(error: Exception) -> None:
        if not isinstance(error, Damaged) or desk.door.behind is not None:
            return
        desk.door.take_check(error)
        if isinstance(error, DamagedRegister) and error.marks_alone:
            _tell_marks(desk, window)
        desk.changed.emit(frozenset({Topic.REGISTER}))

    def whole(rows: tuple[CheckRow, ...]) -> None:
        from ui.settings.backups import when_due

        noted = desk.door.outside is not None or desk.door.fault
        desk.door.take_check(None)
        if noted:
            desk.changed.emit(frozenset({Topic.REGISTER}))
        if told := " ".join(row.sentence for row in rows if row.sentence):
            window.notice.say(told, "warn")
        when_due(desk, window)

    def work(door: Desk, _progress: Progress) -> tuple[CheckRow, ...]:
        # The trail since it was last walked here; the whole of it by `register check` (design/trust.md, "Opening"), and
        # where damage was found before, which may have been in what was walked.
        seen = door.seen
        rows = check_register(door, checked=None if door.fault else door.checked, kept_keys=door.kept_keys)
        if seen is not None:
            door.keep_checked(seen)
        return rows

    if desk.door.behind is None:
        desk.ask_long(work, then=whole, otherwise=found, owner=window)


def _tell_marks(desk: QtDesk, window: Window) -> None:
    """Which cases, by PRN; the first can be gone to from here."""
    from app.usecases.cases import show_case

    marks = list(desk.door.outside.marks) if desk.door.outside else []
    what = tr("1 case was") if len(marks) == 1 else tr("{count:,} cases were", count=len(marks))
    who = (
        tr(" (PRN {marks}{more})", marks=", ".join(marks[:5]), more=", …" if len(marks) > 5 else "")
        if desk.may(show_case)
        else ""
    )
    acts = [(tr("See the case"), lambda: window.open("case", prn=marks[0]))] if desk.may(show_case) else []
    window.notice.say(
        tr(
            "{what} changed outside ForumDesk{who}: marked in the list, and not to be printed until a "
            "chair has looked. "
            "Everything else works on. Tell the chair.",
            what=what,
            who=who,
        ),
        "bad",
        *acts,
    )


def _accept(desk: QtDesk, window: Window) -> None:
    from app.usecases.outside import accept_outside

    def do(values: Values, form: AskForm) -> None:
        def accepted(rows: int) -> None:
            form.accept()
            window.notice.say(
                tr("{rows} accepted as found; the trail says so.", rows=words.counted(rows, "row")), "good"
            )
            desk.changed.emit(frozenset(Topic))
            check(desk, window)

        form.act.setEnabled(False)
        desk.ask(
            accept_outside,
            values["reason"],
            then=accepted,
            otherwise=lambda error: form.say(words.sentence_of(error)),
            owner=window,
        )

    AskForm(
        window,
        tr("Accept as found"),
        tr(
            "Records about no one case were changed with other tools: forums, meetings, people with access or copies. "
            "Look first at `forumdesk register outside`, which names each. What was changed stays as it "
            "is and is sealed "
            "anew; your reason stands in the trail."
        ),
        (("reason", tr("&Why are they accepted?"), QLineEdit()),),
        tr("&Accept as found"),
        do,
    ).open()


def _decide(desk: QtDesk, window: Window) -> None:
    from app.usecases.register import keep_older

    def do(values: Values, form: AskForm) -> None:
        def kept(_number: int) -> None:
            form.accept()
            window.notice.say(tr("The older copy is this register from now on; the trail says so."), "good")
            desk.changed.emit(frozenset(Topic))
            check(desk, window)

        form.act.setEnabled(False)
        desk.ask(
            keep_older,
            values["reason"],
            desk.door.behind,
            then=kept,
            otherwise=lambda error: form.say(words.sentence_of(error)),
            owner=window,
        )

    AskForm(
        window,
        tr("Keep the older copy"),
        tr(
            "Everything entered after it is given up for good. Look first for the newer file: another computer, the "
            "share's own backups. The decision and both numbers stand in the trail."
        ),
        (("reason", tr("&Why is the older copy kept?"), QLineEdit()),),
        tr("&Keep the older copy"),
        do,
    ).open()
