"""The register itself and the forums in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

from app.desk import use_case
from app.domain.case_drafts import refuse_if_overtaken, side_by_side
from app.domain.errors import Damaged, Refused
from app.domain.people import Permission
from app.domain.recovery import CODES, read_code
from app.domain.register import (
    AS_SEALED,
    CHECKS,
    CheckRow,
    DamagedRegister,
    ForumChange,
    ForumDraft,
    ForumRow,
)
from app.domain.row_seals import Outside
from app.domain.sheets import RecoverySheet
from app.domain.trail import Verdict
from app.domain.witness import Behind, Seen
from app.domain.words import Topic
from db import connect, epochs, key_copies, keyfile, keys, recovery, sources, taken_keys, trail
from db.queries import outside, packs
from db.queries import register as queries
from db.work import Work


@use_case(Permission.CHANGE_FORUM, topics=(Topic.FORUMS,))
def add_forum(work: Work, draft: ForumDraft) -> ForumRow:
    """Add a forum. Its name is data, since some regions call it *Regional High Risk Panel*; never text in code.

    Its sealed sources get their holders at once. Raises `Refused` where the draft cannot stand.
    """
    row = draft.checked()
    queries.add_forum(work.session, row)
    sources.settle(work.session, work.keys, work.today, work.seq, (row.code,))
    work.enter(f"forum {row.code}")
    return row


@use_case(Permission.CHANGE_FORUM, topics=(Topic.FORUMS, Topic.MEETINGS, Topic.CASES))
def set_forum(work: Work, forum: str, change: ForumChange, seen: Mapping[str, str] | None = None) -> ForumRow:
    """Change a forum's name, region, marking or the template of its agenda; what is not named stays (needs T2, T3).

    An issued agenda keeps its minutes, a copy its marking, and a scheduled meeting the day Police are due. `seen` is
    what stood when the writer began, by field (`ForumRow.seen`): where another stands by now, `Overtaken` keeps both.
    """
    before = queries.forum(work.session, forum)
    row = change.checked(before)
    named = {name for name in before.seen if getattr(change, name) is not None}
    wanted = {name: text for name, text in row.seen.items() if name in named}
    refuse_if_overtaken(seen or {}, side_by_side(before.seen, wanted))
    queries.change_forum(work.session, row)
    changed = [name for name in before.seen if before.seen[name] != row.seen[name]]
    work.enter(f"forum {row.code}", reason=", ".join(changed).replace("_", " "))
    return row


@use_case(Permission.SEE_FORUM, looks=True)
def list_forums(work: Work) -> tuple[ForumRow, ...]:
    """The forums this person has an office in today; of the others nothing is told (need A1)."""
    rows = queries.forums(work.session, work.forums)
    work.enter("forums", forums=len(rows))
    return rows


@use_case(Permission.OWN_KEYS, looks=True)
def recovery_sheet(work: Work, codes: tuple[str, ...], leaves_as: str = "") -> bytes:
    """The codes of a register made or recovered just now as three pages for three envelopes: PDF, in memory alone.

    They are known to whoever was shown them and to nobody else: given here they are laid out and kept nowhere. Refuses
    codes that do not open this register. The trail tells that the pages were made and how they leave.
    """
    from reports.recovery_sheet import write_recovery_sheet

    _refuse_wrong_codes(work, codes)
    sheet = RecoverySheet(
        register_name=work.folder.name,
        register_id=work.register_id(),
        made_on=work.today,
        codes=codes,
        training=any(row.training for row in queries.forums(work.session, None)),
    )
    work.enter("the recovery sheet", reason=leaves_as, pages=len(codes))
    return write_recovery_sheet(sheet)


@use_case(Permission.OWN_KEYS, looks=True)
def verify_codes(work: Work, typed: tuple[str, ...]) -> int:
    """Whether three codes typed back from their papers are those of this register: each pair of them opens it.

    Raises Refused naming the code that has a slip, WrongKey where a pair does not open. Returns how many pairs do.
    """
    pairs = _refuse_wrong_codes(work, typed)
    work.enter("the recovery codes", pairs=pairs)
    return pairs


def _refuse_wrong_codes(work: Work, codes: tuple[str, ...]) -> int:
    if sorted(read_code(each)[0] for each in codes) != list(range(1, CODES + 1)):
        raise Refused(
            f"The {CODES} codes are numbered 1 to {CODES}; nothing was compared: take one of each number."
        )
    keys_file = keyfile.read_key_file(work.folder)
    pairs = list(combinations(codes, 2))
    for first, second in pairs:
        recovery.open_with(keys_file, (first, second))
    return len(pairs)


@use_case(Permission.CHECK_REGISTER, looks=True, whole=True)
def check_register(
    work: Work,
    behind: Behind | None = None,
    elsewhere: Behind | None = None,
    checked: Seen | None = None,
    kept_keys: Path | None = None,
) -> tuple[CheckRow, ...]:
    """Everything that can be told about a register being whole, all of it in the foreground.

    `behind` and `elsewhere` are what the door found when it compared the register with this computer's witness;
    `checked` is the entry up to which this computer walked the trail before, where only what follows is asked for;
    `kept_keys` is this computer's copy of the key file.
    Raises `DamagedRegister` with the checks where one fails, so that nothing is written to a damaged register.
    """
    old = behind is not None and not behind.restored
    note = f"This is a copy: elsewhere, {elsewhere.numbers}." if elsewhere else ""
    if behind is not None and behind.restored:
        note = f"It waits for a chair: {behind.numbers}."
    found: list[Outside] = []

    def rows_as_sealed() -> list[str]:
        found.append(outside.found(work))
        return found[0].sentences

    looks: tuple[Callable[[], list[str]], ...] = (
        list,
        lambda: [f"An older copy lies in its place: {behind.numbers}."] if behind and old else [],
        lambda: connect.integrity_in_steps(lambda: work.connection, work.pause),
        lambda: (
            keys.key_file_problems(work.folder)
            + key_copies.differing(work.folder, kept_keys)
            + epochs.strangers(work.connection, work.folder)
        ),
        lambda: _trail_problems(work, checked),
        rows_as_sealed,
        lambda: packs.unbalanced(work.session),
    )
    notes = {"witness": note, "key file": _people_without_place(work)}
    rows = tuple(
        _row(work, check, look, notes.get(check, "")) for check, look in zip(CHECKS, looks, strict=True)
    )
    if not all(row.ok for row in rows):
        raise DamagedRegister(rows, found[0] if found else None)
    # Told and no fault: each of these rows is as somebody signed it and works on, but no key follows it.
    told = taken_keys.told(work.session, work.keys, work.today, work.hidden.ids)
    work.enter("register", checks=len(rows))
    return tuple(replace(row, sentence=told) if row.check == AS_SEALED else row for row in rows)


def _row(work: Work, check: str, look: Callable[[], list[str]], note: str) -> CheckRow:
    """One check; one that cannot even be made on a damaged register has failed."""
    try:
        with connect.engine_errors(work.folder / connect.FILE_NAME):
            found = look()
            work.pause()
    except Damaged as damage:
        found = [damage.sentence]
    return CheckRow(check, not found, " ".join(found) or note)


def _people_without_place(work: Work) -> str:
    """Told and no fault: whoever is in the key file works on, and the others can be let in again."""
    try:
        left_out = epochs.without_place(work.connection, work.folder)
    except Damaged:
        return ""  # the check itself tells
    if not left_out:
        return ""
    who = "1 person who has access has" if left_out == 1 else f"{left_out:,} people who have access have"
    return f"{who} no place in the key file: an older one was put back. Put a newer one back, or let them ask again."


STRETCH = 2000
"""Entries that are walked before whoever waits to save may do so: some tenths of a second with their signatures."""


def _trail_problems(work: Work, checked: Seen | None) -> list[str]:
    verdict = _walked(work, checked)
    if verdict.ok and checked:
        # The seals of rows hang on the bodies of old entries too; without signatures this is quick.
        verdict = _walked(work, None, signatures=False)
    return [] if verdict.ok else [f"Entry {verdict.first_bad} does not hold: {verdict.why}."]


def _walked(work: Work, after: Seen | None, *, signatures: bool = True) -> Verdict:
    """The chain to its end, a stretch at a time."""
    while True:
        last, _ = trail.head(work.connection)
        verdict = trail.verify_chain(work.connection, signatures=signatures, after=after, most=STRETCH)
        work.pause()
        if not verdict.ok or verdict.entries >= last:
            return verdict
        after = Seen(0, verdict.entries, verdict.head)


@use_case(Permission.RESTORE, topics=(Topic.REGISTER,), while_behind=True)
def keep_older(work: Work, reason: str, behind: Behind | None) -> int:
    """Go on with the older copy that lies in the register's place; what came after it is given up.

    Both heads stand in the entry, so that every other computer knows what was decided. Returns its number.
    """
    if behind is None:
        raise Refused("No older copy lies in this register's place; there is nothing to decide.")
    if not reason.strip():
        raise Refused("Say why the older copy is kept; nothing was changed.")
    kept_to, kept = trail.head(work.connection)
    work.enter("register", reason=reason.strip(), kept_to=kept_to, lost_to=behind.seen.seq)
    work.note.commitments |= {"kept_head": kept, "lost_head": behind.seen.hash}
    return work.seq
