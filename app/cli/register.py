"""Making and checking a register from a terminal."""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply, count, table
from app.domain.backup import BackupPlan, Foreseen, Restored
from app.domain.dates import show_moment
from app.domain.errors import Damaged, NotFound, Refused
from app.domain.recovery import CODES
from app.domain.register import CheckRow, DamagedRegister, unopened
from app.domain.row_seals import WHAT_TO_DO
from app.files import refuse_taken, write_whole
from app.usecases import backup as backups
from app.usecases import outside as outsides
from app.usecases import register


def create(call: Call) -> Reply:
    folder = Path(call.args.folder)
    chair_passphrase = call.edges.environ.get("FORUMDESK_CHAIR_PASSPHRASE") or call.ask(
        f"Passphrase of {call.args.chair}: ", "FORUMDESK_CHAIR_PASSPHRASE"
    )
    desk = door.create(
        folder,
        (call.args.administrator, call.passphrase()),
        (call.args.chair, chair_passphrase),
        now=call.edges.now or door.clock,
        stretcher=call.edges.stretcher,
    )
    sheet = _sheet(call, desk)
    desk.close()
    return Reply(
        {"register": str(folder), "recovery_codes": list(desk.recovery_codes)},
        (
            f"Made an encrypted register in {folder}.",
            f"{call.args.administrator} is administrator and {call.args.chair} is chair, in every forum it gets.",
            *_codes(desk.recovery_codes),
            *sheet,
            "Next: `forumdesk forum add CODE --name … --region …`.",
        ),
    )


def _codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    return (
        "Recovery codes, shown this once. Write each on paper of its own and give them to three people; any two let",
        "somebody in again (forumdesk register recover):",
        *(f"  {code}" for code in codes),
    )


def recover(call: Call) -> Reply:
    """Two codes and a new passphrase; never as arguments, where other programs could read them."""
    typed = []
    for number in (1, 2):
        variable = f"FORUMDESK_RECOVERY_CODE_{number}"
        given = call.edges.environ.get(variable)
        typed.append(given or call.ask(f"Recovery code, the {('first', 'second')[number - 1]}: ", variable))
    desk = door.recover(
        call.folder,
        (typed[0], typed[1]),
        call.user,
        call.passphrase(),
        now=call.edges.now or door.clock,
        stretcher=call.edges.stretcher,
    )
    sheet = _sheet(call, desk)
    desk.close()
    return Reply(
        {"name": desk.name, "recovery_codes": list(desk.recovery_codes)},
        (
            f"{desk.name} has new keys and opens the register with the new passphrase.",
            *_codes(desk.recovery_codes),
            *sheet,
        ),
    )


def _sheet(call: Call, desk: door.Desk) -> tuple[str, ...]:
    """The codes as a PDF where a file was asked for. What cannot be written is said: the codes are shown anyway."""
    if not call.args.recovery_sheet:
        return ()
    file = Path(call.args.recovery_sheet)
    try:
        refuse_taken(file)
        write_whole(file, register.recovery_sheet(desk, desk.recovery_codes, "as a file"), "The sheet")
    except Refused as error:
        return (f"No sheet was written: {error.sentence}",)
    return (f"{file} has them on three pages: print them for three envelopes, then destroy that file.",)


def verify_codes(call: Call) -> Reply:
    """Each code typed back from its paper; never as arguments, where other programs could read them."""
    desk = call.desk()
    typed = []
    for number in range(1, CODES + 1):
        variable = f"FORUMDESK_RECOVERY_CODE_{number}"
        typed.append(
            call.edges.environ.get(variable)
            or call.ask(f"Recovery code {number}, from its paper: ", variable)
        )
    pairs = register.verify_codes(desk, tuple(typed))
    return Reply(
        {"ok": True, "pairs": pairs},
        (f"The {CODES} codes are those of this register: each of the {pairs} pairs opens it.",),
    )


def check(call: Call) -> Reply:
    """What it finds is kept on this computer: until one finds the register sound it is only read here."""
    try:
        desk = call.desk()
    except Damaged as damage:
        return _damaged(damage, unopened(damage.sentence))
    try:
        rows = register.check_register(desk, desk.behind, desk.elsewhere, kept_keys=desk.kept_keys)
    except Damaged as damage:
        desk.take_check(damage)
        return _damaged(
            damage, damage.rows if isinstance(damage, DamagedRegister) else unopened(damage.sentence)
        )
    desk.take_check(None)
    return Reply({"ok": True, "checks": _data(rows)}, ("The register is whole.", *_lines(rows)))


def outside(call: Call) -> Reply:
    """By case where it is about one; 4 where there is anything."""
    found = outsides.see_outside(call.desk())
    rows = [
        (found.prns.get(row.person or 0, ""), row.table_name, row.row, row.change.value, row.seq or "")
        for row in found.rows
    ]
    if not (rows or found.faults):
        return Reply({"ok": True, "rows": [], "faults": []}, ("Nothing was changed outside ForumDesk.",))
    keys = ("prn", "table", "row", "change", "entry")
    return Reply(
        {
            "ok": False,
            "rows": [dict(zip(keys, row, strict=True)) for row in rows],
            "faults": list(found.faults),
        },
        (*table(("PRN", "Table", "Row", "Was", "Sealed by entry"), rows), *found.faults),
        exit_code=4,
        sentence=f"{count(len(rows), 'row')} changed outside ForumDesk. {WHAT_TO_DO}",
    )


def accept_outside(call: Call) -> Reply:
    """And checked anew, as behind the window: what an earlier check kept may have been about just these rows.

    The answer is that of the check, and says of the rows that they are accepted: that stands, whatever it found.
    """
    desk = call.desk()
    rows = outsides.accept_outside(desk, call.args.reason, prn=call.args.prn)
    line = f"Accepted as found and sealed anew: {count(rows, 'row')}."
    try:
        checked = check(call)
    except Refused:
        then = (
            "The register could not be checked after it, since it is in use: run `forumdesk register check`."
        )
        return Reply({"ok": True, "rows": rows}, (line, then), sentence=f"{line} {then}")
    return Reply(
        {"ok": checked.exit_code == 0, "rows": rows},
        (line, *checked.lines),
        exit_code=checked.exit_code,
        sentence=checked.sentence and f"{line} {checked.sentence}",
    )


def keep_older(call: Call) -> Reply:
    desk = call.desk()
    number = register.keep_older(desk, call.args.reason, desk.behind)
    return Reply(
        {"ok": True, "entry": number},
        (f"The older copy is this register from now on; the decision is entry {number:,} of the trail.",),
    )


def backup(call: Call) -> Reply:
    """One verified file; without a name, where the plan says."""
    desk, plan = call.desk(), call.desk().backup_plan
    told = Path(call.args.copy) if call.args.copy else None
    if told is None:
        second = Path(plan.second_place) if plan.second_place else None
        row = backups.back_up(desk, desk.next_backup(), second)
    else:
        row = backups.back_up(desk, told / desk.next_backup().name if told.is_dir() else told)
    return Reply(
        {"file": row.file, "entries": row.entries, "bytes": row.size, "made": row.made_at, "verified": True},
        (f"Backed up to entry {row.entries:,} and verified: {row.file} ({row.size:,} bytes).",),
    )


def plan_backups(call: Call) -> Reply:
    desk, args = call.desk(), call.args
    kept = desk.backup_plan
    days = kept.every_days if args.every is None else args.every
    second = kept.second_place if args.second_place is None else args.second_place
    at_close = kept.at_close if args.at_close is None else args.at_close == "yes"
    plan = BackupPlan(days, second, at_close)
    desk.plan_backups(plan)
    often = f"every {count(plan.every_days, 'day')}" if plan.every_days else "only when asked"
    closing = ", and when it is closed after something was saved" if plan.at_close else ""
    place = f", and a second copy in {plan.second_place}" if plan.second_place else ""
    return Reply(
        {"every_days": plan.every_days, "second_place": plan.second_place, "at_close": plan.at_close},
        (f"The window backs this register up {often}{closing} on this computer{place}.",),
    )


def prove_backup(call: Call) -> Reply:
    desk = call.desk()
    if call.args.copy:
        file = Path(call.args.copy)
    else:
        rows = backups.list_backups(desk, desk.backup_folders)
        if not rows:
            raise NotFound("No backup of this register was found; make one: forumdesk register backup.")
        file = Path(rows[0].file)
    proved = backups.prove_backup(desk, file)
    return Reply(
        {"ok": True, "file": proved.file, "entries": proved.entries, "checks": list(proved.checks)},
        (
            f"The backup of {show_moment(proved.made_at)} holds, to entry {proved.entries:,}: {proved.file}",
            f"Looked at: {', '.join(proved.checks)}.",
        ),
    )


def put_back_keys(call: Call) -> Reply:
    copy = door.put_back_key_file(call.folder)
    return Reply(
        {"file": copy.file, "place": copy.place, "at": copy.at, "people": copy.people, "epoch": copy.epoch},
        (f"The key file is back: {copy.words}. The register was not touched; sign in as always.",),
    )


def restore(call: Call) -> Reply:
    told = getattr(call.args, "register", None) or call.edges.environ.get("FORUMDESK_REGISTER")
    copy, folder = Path(call.args.copy), Path(call.args.folder)
    present = Path(told) if told else door.register_of_backup(copy)
    now, stretcher = call.edges.now or door.clock, call.edges.stretcher
    if call.args.look:
        seen = door.foresee(
            copy, folder, call.user, call.passphrase(), present=present, now=now, stretcher=stretcher
        )
        return Reply(
            {"register": "", "made": seen.made_at, "entries": seen.kept_to} | _missing(seen),
            (
                seen.sentence,
                *seen.missing.sentences(),
                "Nothing was restored; without --look it is.",
            ),
        )
    done = door.restore(
        copy, folder, call.user, call.passphrase(), present=present, now=now, stretcher=stretcher
    )
    waits = (
        ()
        if done.confirmed
        else ("It can be read. A chair confirms it before anything is saved: forumdesk register keep-older.",)
    )
    return Reply(
        {
            "register": done.folder,
            "made": done.made_at,
            "entries": done.kept_to,
        }
        | _missing(done),
        (
            f"Restored the backup of {show_moment(done.made_at)} into {done.folder}, under a new key.",
            *done.missing.sentences(),
            *waits,
        ),
    )


def _missing(told: Foreseen | Restored) -> dict[str, object]:
    missing = told.missing
    return {
        "missing": {"entries": missing.entries, "kinds": dict(missing.kinds)},
        "known_from": missing.known_from,
        "confirmed": told.confirmed,
    }


def _damaged(damage: Damaged, rows: tuple[CheckRow, ...]) -> Reply:
    return Reply(
        {"ok": False, "checks": _data(rows)},
        _lines(rows),
        exit_code=damage.exit_code,
        sentence=damage.sentence,
    )


def _data(rows: tuple[CheckRow, ...]) -> list[dict[str, object]]:
    return [{"check": row.check, "ok": row.ok, "sentence": row.sentence} for row in rows]


def _lines(rows: tuple[CheckRow, ...]) -> tuple[str, ...]:
    return table(
        ("Check", "", ""), [(row.check, "holds" if row.ok else "FAILS", row.sentence) for row in rows]
    )
