"""Numbered copies: reserved, laid out, issued, and looked at before (needs K1, K3, K4).

Printing is four steps, so that a computer that stops in between leaves numbers that say so: `reserve_copies`
commits the numbers, `lay_out_pages` renders once, `issue_copy` marks, delivers and confirms one copy at a time,
`void_copies` makes what did not come out void for ever (design/trust.md, "Printing and copies").
What becomes of a copy afterwards stands in app/usecases/copy_ledger.py.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from app.desk import use_case
from app.domain import packs as rules
from app.domain.agenda import generate
from app.domain.dates import show_moment
from app.domain.documents import PackDocument, hash_of
from app.domain.errors import Refused
from app.domain.holders import same_names
from app.domain.milestones import WatchRow
from app.domain.names import fold
from app.domain.packs import CopyRow, HolderDraft
from app.domain.people import Permission
from app.domain.readers import Reader, as_read_by, reader_of
from app.domain.sheets import CountInSheet, count_in_lines
from app.domain.stand_in import NOBODY_HIDDEN, Hidden
from app.domain.words import Contents, CopyState, MeetingState, Topic
from db import keys, trail
from db.queries import agenda as agendas
from db.queries import documents, outside, register
from db.queries import meeting as meetings
from db.queries import packs as queries
from db.queries import restricted as kept
from db.queries.plan_watch import watch_listed
from db.work import Work

if TYPE_CHECKING:
    # Pages are drawn and marked by libraries that a window reads only when somebody prints.
    from reports.pack import Base
    from reports.preview import Picture


View = tuple[Reader, frozenset[int]]
"""What decides how a copy reads: for whom it is composed, and whom its holder may not read."""
NOTHING_HIDDEN: Mapping[str, frozenset[int]] = {}


class PrintOrder(Struct, frozen=True):
    """Numbers that are reserved for one act of printing, and what will stand on the pages."""

    meeting: str
    run_id: int
    documents: Mapping[View, PackDocument]
    """The contents as each view among the holders may read them (needs K4, A4)."""
    copies: tuple[CopyRow, ...]
    hidden: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """By a holder's name, folded, whom the copy stands for as *Restricted N*; a holder not there reads everybody."""

    def view(self, row: CopyRow) -> View:
        """Which of the documents a copy shows."""
        return reader_of(row.service), self.hidden.get(fold(row.holder), frozenset())


class LaidOut(Struct, frozen=True):
    """The pages of an order, once for each reader and size of print that its holders need."""

    order: PrintOrder
    bases: Mapping[tuple[View, bool], Base]

    def base(self, row: CopyRow) -> Base:
        return self.bases[self.order.view(row), row.large]


class Preview(Struct, frozen=True, dict=True):
    """Pages to look at, in memory alone: no copy, no number, no mark."""

    meeting: str
    contents: Contents | None
    """None for the count-in sheet, which is no numbered copy."""
    is_draft: bool
    pages: int
    draw: Callable[[int | None], bytes]
    """Draws one page, from 1, or all of them."""

    @cached_property
    def pdf(self) -> bytes:
        """All pages."""
        return self.draw(None)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each page."""
        from reports.preview import texts_of

        return texts_of(self.pdf)

    def picture(self, page: int, dots: int) -> Picture:
        """One page (from 1) at `dots` to the inch."""
        from reports.preview import picture_of

        return picture_of(self.draw(page), 1, dots)

    def find(self, words: str) -> tuple[int, ...]:
        """The pages (from 1) that have these words, whatever their macrons and case."""
        wanted = fold(words)
        return tuple(n for n, text in enumerate(self.texts, 1) if wanted and wanted in fold(text))


class Pages(Struct, frozen=True):
    """The pages of an issued copy for a printer: in memory alone, as they were issued."""

    pdf: bytes

    def pictures(self, dots: int) -> Iterator[Picture]:
        """Each page at `dots` to the inch, one at a time."""
        from reports.preview import count_pages, picture_of

        for page in range(1, count_pages(self.pdf) + 1):
            yield picture_of(self.pdf, page, dots)


@use_case(Permission.PRINT_PACKS, looks=True)
def watch_pack(work: Work, meeting: str) -> tuple[WatchRow, ...]:
    """The cases on an issued agenda that miss something, or hold it too old, before anything is printed (need R12).

    By the rule of `plan.watch_plans`, for the milestone each is listed at and on the meeting's day: what its case
    sheets say.
    """
    row = meetings.mapped(work.session, meeting)
    agenda = work.hidden.without(agendas.frozen_of(row))
    rows = watch_listed(work.session, register.forum(work.session, row.forum), agenda, row.day)
    work.enter(f"meeting {row.meeting}", cases=len(rows))
    return rows


@use_case(Permission.PRINT_PACKS, discloses=True, topics=(Topic.PACKS,))
def reserve_copies(
    work: Work,
    meeting: str,
    contents: Contents,
    holders: Sequence[HolderDraft],
    reason: str = "",
    plain: bool = False,
) -> PrintOrder:
    """Reserve one number for each holder. The numbers are used whatever happens next."""
    if not holders:
        raise Refused("Nobody is named to hold a copy; nothing was printed. Name at least one holder.")
    if doubled := same_names(holders):
        raise Refused(f"In the list of holders {doubled[0]}; nothing was printed. Give each holder one line.")
    if auditors := queries.refuse_auditors(work, holders):
        raise Refused(
            f"{auditors[0]} is an auditor and holds no copy; nothing was printed. Take that line out."
        )
    whole = documents.document(work, meeting, contents)
    outside.refuse_printing(work, agendas.frozen_of(meetings.mapped(work.session, whole.meeting_code)))
    hidden = _refuse_excluded(work, meeting, holders)
    composed: dict[View, PackDocument] = {}
    for holder in holders:
        from_holder, reader = hidden.get(fold(holder.name), NOBODY_HIDDEN), reader_of(holder.service)
        if (view := (reader, from_holder.ids)) not in composed:
            composed[view] = _hashed(as_read_by(from_holder.mask(whole), reader))
    told = reason or f"{contents.value} for the meeting of {whole.meeting_code}"
    order = _reserve(
        work, composed, holders, told, plain, hidden={key: each.ids for key, each in hidden.items()}
    )
    work.enter(f"meeting {order.meeting}", reason=told, copies=len(order.copies), plain=int(plain))
    return order


@use_case(Permission.PRINT_PACKS, discloses=True, topics=(Topic.PACKS,))
def reserve_slips(
    work: Work, meeting: str, owners: tuple[str, ...] = (), reason: str = "", plain: bool = False
) -> tuple[PrintOrder, ...]:
    """Reserve a number for each owner's slip after a meeting, or for some: one order an owner, each reads another.

    A slip holds its owner's own open actions alone, so that nothing unnumbered leaves and nobody gets another's.
    """
    made = documents.slips(work, meeting, owners)
    if auditors := queries.refuse_auditors(work, [holder for holder, _ in made]):
        raise Refused(
            f"{auditors[0]} is an auditor and holds no copy; nothing was printed. Transfer the action to its owner."
        )
    outside.refuse_printing(work, agendas.frozen_of(meetings.mapped(work.session, made[0][1].meeting_code)))
    of = queries.highest(work.session, made[0][1].meeting_code, Contents.SLIP) + len(made)
    told = reason or f"slips after the meeting of {made[0][1].meeting_code}"
    orders = []
    for holder, slip in made:
        hidden = kept.hidden_from_holder(work, holder.name)
        slip = hidden.mask(work.hidden.mask(slip))
        view = reader_of(holder.service), hidden.ids
        by_name = {fold(holder.name): hidden.ids}
        orders.append(_reserve(work, {view: _hashed(slip)}, [holder], told, plain, of, by_name))
        work.session.flush()
    work.enter(f"meeting {orders[0].meeting}", reason=told, copies=len(orders), plain=int(plain))
    return tuple(orders)


def _refuse_excluded(work: Work, meeting: str, holders: Sequence[HolderDraft]) -> dict[str, Hidden]:
    """Whom each holder's copy hides, by the name folded. Whom the one printing may not read is in no copy already.

    Raises Refused where a holder is excluded from a case on the agenda (design/formats.md section 5).
    """
    agenda = agendas.frozen(work.session, meeting)
    listed = kept.people_listed(work.session, agenda)
    named = [holder.name for holder in holders]
    if excluded := kept.excluded_holders(work, named, frozenset(listed)):
        name, person_id = excluded[0]
        what = work.hidden.mask(listed[person_id])
        raise Refused(
            f"{name} is excluded from the case of {what.words} on this agenda and holds no copy of it; nothing was "
            "printed. Take that line out."
        )
    found = {fold(name): kept.hidden_from_holder(work, name) for name in named}
    return {key: each for key, each in found.items() if each}


def _hashed(document: PackDocument) -> PackDocument:
    """With the hash of its words; minutes bring that of their frozen text, the same on every copy of that version."""
    return replace(document, content_hash=document.content_hash or hash_of(document))


def _reserve(
    work: Work,
    composed: dict[View, PackDocument],
    holders: Sequence[HolderDraft],
    told: str,
    plain: bool,
    of: int = 0,
    hidden: Mapping[str, frozenset[int]] = NOTHING_HIDDEN,
) -> PrintOrder:
    """Reserve numbers for what each reader reads, and enter it in the ledger of what leaves the forum."""
    first = next(iter(composed.values()))
    meeting, contents = first.meeting_code, first.contents
    run_id, copies = queries.reserve(work, meeting, contents, holders, told, plain, first.content_hash, of)
    for (reader, kept_from), document in composed.items():
        work.disclose(
            f"{contents.value} in numbered copies" + (f", as {reader} read it" if document.reader else ""),
            f"meeting {meeting}",
            [
                holder.name
                for holder in holders
                if reader_of(holder.service) is reader
                and hidden.get(fold(holder.name), frozenset()) == kept_from
            ],
            [contents.value],
            document.people,
            sha256=document.content_hash,
        )
    return PrintOrder(meeting, run_id, composed, copies, hidden)


@use_case(Permission.PRINT_PACKS)
def lay_out_pages(work: Work, meeting: str, order: PrintOrder) -> LaidOut:
    """Render the contents once for each size of print; copies are marked on top of it."""
    from reports.pack import render_pack

    wanted = dict.fromkeys((order.view(row), row.large) for row in order.copies)
    laid_out = LaidOut(
        order, {(view, large): render_pack(order.documents[view], large) for view, large in wanted}
    )
    pages = sum(laid_out.base(row).pages for row in order.copies)
    queries.set_pages(work, order.run_id, pages)
    work.enter(f"meeting {meeting}", copies=len(order.copies), pages=pages)
    return laid_out


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def issue_copy(
    work: Work,
    code: str,
    laid_out: LaidOut,
    passphrase: str | None,
    deliver: Callable[[CopyRow, bytes], None],
) -> CopyRow:
    """Mark one copy, read it back, deliver its bytes and confirm it as out with its holder.

    `deliver` writes the whole file or raises; where it raises, the copy stays reserved.
    """
    from reports.copies import mark_copy

    row, _ = queries.find(work.session, code)
    base = laid_out.base(row)
    holder = HolderDraft(row.holder, row.service, passphrase, row.large)
    key = keys.copy_code_key(work.register_key)
    mark = rules.copy_mark(key, row.pack_id, holder, row.number, row.of, base.pages)
    data = mark_copy(base, mark, passphrase, secrets.token_urlsafe(24) if passphrase else "")
    issued = rules.issue_copy(row, work.at, row.file, base.pages)
    queries.keep(work, issued, mark.page_codes, hashlib.sha256(data).hexdigest())
    work.enter(f"{row.numbered} of {row.meeting_code}", pages=base.pages)
    work.session.flush()
    deliver(issued, data)
    return issued


@use_case(Permission.PRINT_PACKS, topics=(Topic.PACKS,))
def void_copies(
    work: Work, meeting: str, order: PrintOrder, spared: Sequence[str] = ()
) -> tuple[CopyRow, ...]:
    """Make void what an order reserved and did not bring out; the numbers are never used again.

    `spared` are codes of copies a printer failed on: nobody knows yet whether their pages came out.
    """
    run = queries.of_run(work.session, order.run_id)
    left = [row for row in run if row.state is CopyState.RESERVED and row.code not in spared]
    made = tuple(rules.void_copy(row) for row in left)
    for row in made:
        queries.keep(work, row)
    work.enter(f"meeting {meeting}", void=len(made))
    return made


@use_case(Permission.PRINT_PACKS, looks=True)
def preview_pages(
    work: Work, meeting: str, contents: Contents, large: bool = False, reader: Reader = Reader.FORUM
) -> Preview:
    """The pages as this reader would have them now, without a copy's marks (need K4).

    An agenda may be looked at as a draft.
    """
    from reports.pack import Looked

    row = meetings.meeting(work.session, meeting)
    draft = None
    if contents is Contents.AGENDA and row.state is MeetingState.DRAFT:
        last = agendas.last_closed(work.session, row.forum)
        draft = generate(*agendas.facts(work.session, row.forum, last, row))
    looked = Looked(as_read_by(documents.document(work, row.meeting, contents, draft), reader), large)
    work.enter(f"a preview of the {contents.value} of {row.meeting}", pages=looked.pages)
    return Preview(row.meeting, contents, draft is not None, looked.pages, looked.draw)


@use_case(Permission.PRINT_PACKS, looks=True)
def count_in_sheet(work: Work, meeting: str, leaves_as: str = "") -> Preview:
    """Every numbered copy of a meeting on a sheet for ticks and initials, with the checkpoint in full (need A3).

    An accountable list and no numbered copy: it names holders and no prisoner, and it is kept (docs/decisions/0030).
    `leaves_as` says how it leaves, `on paper` or `as a file`; the trail tells it with the pages.
    """
    from reports.count_in import write_count_in
    from reports.preview import count_pages, page_of

    row = meetings.meeting(work.session, meeting)
    forum = register.forum(work.session, row.forum)
    rows = queries.copies(work.session, row.meeting)
    pdf = write_count_in(
        CountInSheet(
            forum_name=forum.name,
            meeting_code=row.meeting,
            meeting_day=row.date,
            marking=forum.marking.value,
            training=forum.training,
            made=f"Made {show_moment(work.at)} by {work.user_name}",
            checkpoint=trail.checkpoint_now(work.connection),
            lines=count_in_lines(rows),
            ledger=rules.balance(rows),
        )
    )
    pages = count_pages(pdf)
    work.enter(f"the count-in sheet of {row.meeting}", reason=leaves_as, copies=len(rows), pages=pages)
    return Preview(row.meeting, None, False, pages, partial(page_of, pdf))


@use_case(Permission.PRINT_PACKS, looks=True)
def offer_holders(work: Work, forum: str) -> tuple[HolderDraft, ...]:
    """Who may hold a copy: the holders of the last printing, who was at the last meetings, who has access (need K1).

    Each once, with the service and the print known of them; an auditor holds no copy.
    """
    row = register.forum(work.session, forum)
    found = {fold(each.name): each for each in reversed(queries.known_holders(work, row.code))}
    work.enter("who may hold copies", holders=len(found))
    return tuple(sorted(found.values(), key=lambda each: (each.service, fold(each.name))))
