"""Access from a terminal."""

from __future__ import annotations

from pathlib import Path

from app import desk as door
from app.cli.base import Call, Reply, read_passphrase_file, table
from app.domain.dates import show_date
from app.domain.people import Office, UserRow
from app.domain.words import Role
from app.usecases import people


def request(call: Call) -> Reply:
    asked = door.request_access(
        call.folder,
        call.user,
        call.passphrase(),
        Role(call.args.role),
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
            f'Asked for access as {call.args.role}. A chair lets you in with: forumdesk user approve "{asked.name}"',
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
        from_date=args.from_date,
        to_date=args.to_date,
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


def role(call: Call) -> Reply:
    args = call.args
    office = people.give_role(
        call.desk(),
        args.name,
        Role(args.role),
        forum=args.forum,
        from_date=args.from_date,
        to_date=args.to_date,
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
    return f"{office.role.value} in {office.forum or 'every forum'} from {show_date(office.from_date)}{until}"
