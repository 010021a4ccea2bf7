"""Making numbered copies as files: reserve, lay out once, issue each, and make void what does not come out.

This is the one order of use cases in the window that may not be done in part (design/trust.md, "Printing and
copies"): it runs away from the window's thread, tells its progress copy by copy, and whatever ends it early leaves
no number that nobody accounts for.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.packs import CopyRow, HolderDraft
from app.domain.passphrase import offer_passphrase
from app.domain.words import Contents, CopyState
from app.files import refuse_unwritable, write_whole
from app.usecases.packs import (
    PrintOrder,
    issue_copy,
    lay_out_pages,
    reserve_copies,
    reserve_slips,
    void_copies,
)
from ui.tasks import Progress, Stopped
from ui.tongue import tr
from ui.words import sentence_of

if TYPE_CHECKING:
    from app.desk import Desk
    from ui.packs.queue import Queue

EXAMPLE_WORDS = "five words stand here once"


class PrintWish(Struct, frozen=True):
    """What is to be made: one copy for each holder, as numbered PDF files in a folder."""

    meeting: str
    contents: Contents
    holders: tuple[HolderDraft, ...]
    folder: Path
    reason: str = ""
    plain: bool = False
    printer: str = ""
    """A printer's queue; empty for numbered files in `folder`."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it. `passphrases` are those made here, by code: they are kept nowhere."""

    issued: tuple[CopyRow, ...]
    void: tuple[CopyRow, ...]
    stopped: bool
    fault: str
    passphrases: Mapping[str, str] = field(repr=False)
    unsettled: tuple[CopyRow, ...] = ()
    """Numbers whose pages may have come out although the printer failed: a person settles each."""


def as_if_made(holders: Sequence[HolderDraft], contents: Contents = Contents.PACK) -> Printed:
    """What printing these would come to, for a picture of the page after it; nothing is printed or reserved."""
    pages = 1 if contents is Contents.SLIP else 121
    rows = tuple(
        CopyRow(
            f"ABCD1{number:03}", "", "", contents, number, len(holders), each.name, each.service,
            CopyState.OUT, each.large, 2 * pages if each.large else pages,
        )
        for number, each in enumerate(holders, 1)
    )  # fmt: skip
    return Printed(rows, (), stopped=False, fault="", passphrases={row.code: EXAMPLE_WORDS for row in rows})


def printing(wish: PrintWish, queue: Queue | None = None) -> Callable[[Desk, Progress], Printed]:
    """The work that makes these copies, for `QtDesk.ask_long`: files in a folder, or paper where a printer is named."""

    def work(desk: Desk, progress: Progress) -> Printed:
        paper = queue if wish.printer else None
        if paper is None:
            refuse_unwritable(wish.folder)
        else:
            paper.refuse_unready(wish.printer)
        progress(0, len(wish.holders), tr("laying out the pages"))
        reason = f"on paper: {wish.reason or 'for the meeting'}" if paper else wish.reason
        orders = _reserve(desk, wish, reason, plain=wish.plain or paper is not None)
        given = {holder.name: holder.passphrase for holder in wish.holders}
        made: dict[str, str] = {}
        issued: list[CopyRow] = []
        fault, stopped = "", False

        at_printer: list[CopyRow] = []

        def deliver(row: CopyRow, data: bytes) -> None:
            if paper is None:
                write_whole(wish.folder / row.file, data)
            else:
                at_printer[:] = [row]
                paper.send(wish.printer, Path(row.file).stem, data)
                at_printer.clear()

        try:
            for order in orders:
                laid_out = lay_out_pages(desk, order.meeting, order)
                for row in order.copies:
                    progress(
                        len(issued),
                        len(wish.holders),
                        tr("{issued} of {holders}", issued=len(issued), holders=len(wish.holders)),
                    )
                    sealed = paper is None and not wish.plain
                    chosen = given.get(row.holder)
                    passphrase = (chosen or offer_passphrase(secrets.choice)) if sealed else None
                    issued.append(issue_copy(desk, row.code, laid_out, passphrase, deliver))
                    if passphrase and not chosen:
                        made[row.code] = passphrase
        except Stopped:
            stopped = True
        except Refused as error:
            fault = sentence_of(error)
        unsettled = tuple(at_printer)
        spared = tuple(row.code for row in unsettled)
        left = orders if stopped or fault else ()
        void = [row for order in left for row in void_copies(desk, order.meeting, order, spared)]
        return Printed(tuple(issued), tuple(void), stopped, fault, made, unsettled)

    return work


def _reserve(desk: Desk, wish: PrintWish, reason: str, plain: bool) -> tuple[PrintOrder, ...]:
    """One order, but for slips one for each owner, since each reads something else."""
    if wish.contents is Contents.SLIP:
        owners = tuple(holder.name for holder in wish.holders)
        return reserve_slips(desk, wish.meeting, owners, reason, plain)
    return (reserve_copies(desk, wish.meeting, wish.contents, wish.holders, reason, plain),)
