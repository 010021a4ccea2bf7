"""What is copied leaves the clipboard by itself: names do not lie there until the next thing is copied (trust.md)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QMimeData, QTimer
from PySide6.QtWidgets import QApplication

CLEARED_AFTER = 10_000
"""Milliseconds (design/trust.md, "Locking, memory")."""

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_MARK = "x-kde-passwordManagerHint"
NOT_KEPT = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
    _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    _MARK: b"secret",
}
"""What asks the system not to put it into a history of copied things, nor onto another computer."""

Later = Callable[[int, Callable[[], None]], None]

_lent = ""
_times = 0


def watch(owns: Callable[[], bool] | None = None, later: Later | None = None) -> QMetaObject.Connection:
    """Lend also what is copied or cut from a field: a field's own keys and menu put it there for good, with its looks.

    `owns` says whether this program put there what lies on the clipboard; what others put there is left alone.
    """
    board = QApplication.clipboard()

    def lend_own() -> None:
        text = board.text()
        if text and (owns or board.ownsClipboard)() and not board.mimeData().hasFormat(_MARK):
            lend(text, later=later)

    return board.dataChanged.connect(lend_own)


def lend(text: str, after: int = CLEARED_AFTER, later: Later | None = None) -> None:
    """Put text on the clipboard for a short time; what somebody copied meanwhile is left alone.

    `later` is the edge that waits; tests bring their own.
    """
    global _lent, _times
    _lent, _times = text, _times + 1
    mine = _times
    carried = QMimeData()
    carried.setText(text)
    for kind, data in NOT_KEPT.items():
        carried.setData(kind, data)
    board = QApplication.clipboard()
    board.setMimeData(carried)

    def clear() -> None:
        if _times == mine:
            take_back()

    if later is not None:
        later(after, clear)
    else:
        QTimer.singleShot(after, board, clear)


def take_back() -> None:
    """Clear what was lent at once, where it still lies there: locking and closing do not wait for the time."""
    global _lent
    text, _lent = _lent, ""
    board = QApplication.clipboard()
    if text and board.text() == text:
        board.clear()
