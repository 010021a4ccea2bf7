"""Reading the returned workbook and writing workbook and receipt, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from app.desk import Desk
from app.domain.errors import Refused
from app.domain.police_exchange import Confirmed, Review, ReviewCell, SentExchange, TakenIn, Verdict
from app.domain.words import CellState
from app.usecases import police
from app.usecases import police_asking as asking
from app.usecases import police_review as reviews
from ui.packs.printing import write_whole


def export_to(desk: Desk, meeting: str, passphrase: str | None, file: Path) -> SentExchange:
    """Make the workbook and write it; where it cannot be written nothing went out."""
    with _kept_until_recorded(file) as deliver:
        return police.export_police(desk, meeting, passphrase, deliver)


def ask_back_to(desk: Desk, exchange: str, passphrase: str | None, file: Path) -> SentExchange:
    """Make the workbook of what is asked back and write it; where it cannot be written nothing went out."""
    with _kept_until_recorded(file) as deliver:
        return asking.ask_back_police(desk, exchange, passphrase, deliver)


def import_from(desk: Desk, file: Path, passphrase: str | None, exchange: str | None) -> TakenIn:
    """Take in the workbook that Police returned; the file itself stays as it is."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(
            f"{file.name} could not be read: {error.strerror}; nothing was taken over. Choose another file."
        ) from None
    return police.take_in_police(desk, data, file.name, passphrase, exchange)


def apply_to(desk: Desk, exchange: str, file: Path) -> Confirmed:
    """Write what was accepted and the receipt: all or nothing."""
    with _kept_until_recorded(file) as deliver:
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


def _refuse_taken(file: Path) -> None:
    """Before any work: a name that is taken already is no place for a new file."""
    if file.exists():
        raise Refused(
            f"{file.name} is in {file.parent} already and stays as it is; nothing was written. Choose another name."
        )


@contextmanager
def _kept_until_recorded(file: Path) -> Iterator[Callable[[bytes], Callable[[], None]]]:
    """Written beside its place at once, and put there once the register has it.

    So a computer that stops in between leaves no file that the register knows nothing of.
    """
    _refuse_taken(file)
    beside = file.with_name(f".{file.name}.part")
    stays = False

    def place() -> None:
        nonlocal stays
        stays = True
        try:
            beside.replace(file)
        except OSError as error:
            raise Refused(
                f"Everything is recorded, but the file could not be named {file.name}: {error.strerror}. "
                f"It stands whole as {beside}; rename it."
            ) from None

    def deliver(data: bytes) -> Callable[[], None]:
        _refuse_taken(file)
        write_whole(beside, data)
        return place

    try:
        yield deliver
    finally:
        if not stays:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
