"""Access from a terminal."""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply, optional_day, read_passphrase_file, table
from app.domain.dates import show_date
from app.domain.people import Office, UserRow
from app.domain.words import Role
from app.usecases import people


def request(call: Call) -> Reply:
    asked = door.request_access(
        call.folder,
        call.user,
        call.passphrase(),
        None if call.args.new_passphrase else Role(call.args.role or Role.MEMBER),
        call.args.forum,
        stretcher=call.edges.stretcher,
    )
    told: dict[str, object] = {
        "name": asked.name,
        "state": "asked for",
        "fingerprint": asked.fingerprint,
    }
    return Reply(
        told | {"users": [told]},
        (
            "Asked for a new passphrase. An administrator proposes it (user propose-reset), a chair approves it."
            if call.args.new_passphrase
            else f"Asked for access as {call.args.role}. "
            f'A chair lets you in with: forumdesk user approve "{asked.name}"',
            f"Tell the chair these groups, to compare: {asked.fingerprint}",
        ),
    )


def approve(call: Call) -> Reply:
    args = call.args
    row = people.approve_person(
        call.desk(),
        args.name,
        role=Role(args.role) if args.role else None,
        forum=args.forum,
        from_date=optional_day(args.from_date, "--from"),
        to_date=optional_day(args.to_date, "--to"),
    )
    return Reply(
        {"users": [_data(row)]},
        (f"{row.name} now has access as {_office(row.offices[0])}.", f"Compare with them: {row.fingerprint}"),
    )


def revoke(call: Call) -> Reply:
    args = call.args
    row = people.revoke_person(call.desk(), args.name, args.reason, args.emergency)
    return Reply(
        {"users": [_data(row)]},
        (
            f"{row.name} has no access any more, and the register has a new key.",
            "What they could read before they can still read in copies and backups made before now.",
        ),
    )


def propose(call: Call) -> Reply:
    args = call.args
    number = people.propose_role(
        call.desk(),
        args.name,
        Role(args.role),
        forum=args.forum,
        from_date=optional_day(args.from_date, "--from"),
        to_date=optional_day(args.to_date, "--to"),
    )
    return _waits(number, "a chair approves it: forumdesk user decide")


def propose_reset(call: Call) -> Reply:
    number = people.propose_reset(call.desk(), call.args.name)
    return _waits(number, "a chair approves it: forumdesk user decide")


def hand_over(call: Call) -> Reply:
    args = call.args
    number = people.hand_over(
        call.desk(),
        args.name,
        forum=args.forum,
        from_date=optional_day(args.from_date, "--from"),
        to_date=optional_day(args.to_date, "--to"),
    )
    return _waits(number, "they accept it themselves: forumdesk user accept")


def _waits(number: int, then: str) -> Reply:
    return Reply({"proposal": number}, (f"Proposed, number {number}; {then} {number}.",))


def proposals(call: Call) -> Reply:
    rows = people.list_proposals(call.desk())
    told = [
        {"number": row.number, "kind": row.kind.value, "name": row.name, "sentence": row.sentence}
        for row in rows
    ]
    return Reply(
        {"proposals": told}, tuple(f"{row.number:>4}  {row.sentence}" for row in rows) or ("Nothing waits.",)
    )


def decide(call: Call) -> Reply:
    args = call.args
    if args.decline is not None:
        people.decline_proposal(call.desk(), args.number, args.decline)
        return Reply(
            {"proposal": args.number, "outcome": "declined"}, (f"Number {args.number} is declined.",)
        )
    name = people.approve_proposal(call.desk(), args.number)
    return Reply(
        {"proposal": args.number, "outcome": "approved"}, (f"Number {args.number} is approved for {name}.",)
    )


def accept(call: Call) -> Reply:
    office = people.accept_office(call.desk(), call.args.number)
    return Reply({"role": office.role.value, "forum": office.forum}, (f"You are {_office(office)}.",))


def role(call: Call) -> Reply:
    args = call.args
    office = people.give_role(
        call.desk(),
        args.name,
        Role(args.role),
        forum=args.forum,
        from_date=optional_day(args.from_date, "--from"),
        to_date=optional_day(args.to_date, "--to"),
    )
    return Reply({"name": args.name, "role": office.role.value}, (f"{args.name} is {_office(office)}.",))


def passphrase(call: Call) -> Reply:
    old = call.passphrase()
    desk = call.desk()
    if file := call.args.new_passphrase_from:
        new = read_passphrase_file(Path(file))
    else:
        new = call.edges.environ.get("FORUMDESK_NEW_PASSPHRASE") or call.ask(
            "New passphrase: ", "FORUMDESK_NEW_PASSPHRASE"
        )
    people.change_passphrase(desk, old, new, call.edges.stretcher)
    return Reply(
        {"name": desk.name}, ("Your passphrase is changed; the old one no longer opens this register.",)
    )


def list_(call: Call) -> Reply:
    rows = people.list_users(call.desk())
    shown = [
        (row.name, row.state, ", ".join(_office(office) for office in row.offices), row.fingerprint)
        for row in rows
    ]
    return Reply(
        {"users": [_data(row) for row in rows]}, table(("Name", "State", "Roles", "Fingerprint"), shown)
    )


def _data(row: UserRow) -> dict[str, object]:
    return {
        "name": row.name,
        "state": row.state,
        "fingerprint": row.fingerprint,
        "roles": [
            {"role": each.role.value, "forum": each.forum, "from": each.from_date, "to": each.to_date}
            for each in row.offices
        ],
    }


def _office(office: Office) -> str:
    until = f" until {show_date(office.to_date)}" if office.to_date else ""
    return f"{office.role.value} in {office.where} from {show_date(office.from_date)}{until}"
