"""Reading the returned workbook and writing workbook and receipt, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.desk import Desk
from app.domain.errors import Refused
from app.domain.police_exchange import Confirmed, Review, ReviewCell, SentExchange, TakenIn, Verdict
from app.domain.police_under_review import Over
from app.domain.words import CellState
from app.files import kept_until_recorded
from app.usecases import police
from app.usecases import police_asking as asking
from app.usecases import police_review as reviews
from ui.tongue import tr


def export_to(desk: Desk, meeting: str, passphrase: str | None, file: Path) -> SentExchange:
    """Make the workbook and write it; where it cannot be written nothing went out."""
    with kept_until_recorded(file, anew=True) as deliver:
        return police.export_police(desk, meeting, passphrase, deliver)


def ask_back_to(desk: Desk, exchange: str, passphrase: str | None, file: Path) -> SentExchange:
    """Make the workbook of what is asked back and write it; where it cannot be written nothing went out."""
    with kept_until_recorded(file, anew=True) as deliver:
        return asking.ask_back_police(desk, exchange, passphrase, deliver)


def import_from(desk: Desk, file: Path, passphrase: str | None, exchange: str | None, over: Over) -> TakenIn:
    """Take in the workbook that Police returned; the file itself stays as it is. Raises `WouldReplace`."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(
            tr(
                "{name} could not be read: {strerror}; nothing was taken over. Choose another file.",
                name=file.name,
                strerror=error.strerror,
            )
        ) from None
    return police.take_in_police(desk, data, file.name, passphrase, exchange, over)


def apply_to(desk: Desk, exchange: str, file: Path) -> Confirmed:
    """Write what was accepted and the receipt: all or nothing."""
    with kept_until_recorded(file, anew=True) as deliver:
        return reviews.confirm_police(desk, exchange, deliver)


def put_back(desk: Desk, exchange: str, cells: Sequence[ReviewCell]) -> Review:
    """Decide cells as they were before the last act on them."""
    groups: dict[tuple[Verdict, str, str], list[str]] = {}
    for cell in cells:
        verdict = {
            CellState.REJECTED: Verdict.REJECT,
            CellState.ASKED: Verdict.ASK,
            CellState.ACCEPTED: Verdict.ACCEPT if cell.edited is None else Verdict.EDIT,
        }.get(cell.state, Verdict.UNDO)
        groups.setdefault((verdict, cell.edited or "", cell.reason), []).append(cell.id)
    for (verdict, value, reason), ids in groups.items():
        found = reviews.decide_police(desk, exchange, ids, verdict, value, reason)
    return found
