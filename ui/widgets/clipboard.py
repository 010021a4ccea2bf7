"""What is copied leaves the clipboard by itself: names do not lie there until the next thing is copied (trust.md)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

CLEARED_AFTER = 10_000
"""Milliseconds (design/trust.md, "Locking, memory")."""


def lend(text: str, after: int = CLEARED_AFTER) -> None:
    """Put text on the clipboard for a short time; what somebody copied meanwhile is left alone."""
    board = QApplication.clipboard()
    board.setText(text)

    def clear() -> None:
        if board.text() == text:
            board.clear()

    QTimer.singleShot(after, board, clear)
