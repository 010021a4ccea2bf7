"""`forumdesk user …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "access: ask, approve, list"
ROLES = ("administrator", "chair", "member", "police liaison", "auditor")


def add(commands: Commands) -> None:
    parser = commands.verb(
        "request", "user:request", "ask for access, with your own passphrase; somebody else approves"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--role", choices=ROLES)
    what.add_argument(
        "--new-passphrase",
        action="store_true",
        help="the old one is forgotten; two others agree to a new one",
    )
    parser.add_argument("--forum", metavar="CODE", help="the forum; without it, every forum")
    parser = commands.verb("approve", "user:approve", "let in a person who asked (a chair)")
    _office(parser)
    parser = commands.verb("revoke", "user:revoke", "end somebody's access and change the register's key")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stands in the trail")
    parser.add_argument(
        "--emergency", action="store_true", help="also where they are the last administrator or chair"
    )
    parser = commands.verb("propose", "user:propose", "propose another role for somebody (an administrator)")
    _office(parser, role_required=True)
    parser = commands.verb(
        "propose-reset", "user:propose_reset", "say that who asked for a new passphrase is who they say"
    )
    parser.add_argument("name", metavar="NAME")
    commands.verb("proposals", "user:proposals", "what waits for somebody else's word")
    parser = commands.verb("decide", "user:decide", "approve or decline what was proposed (a chair)")
    parser.add_argument("number", type=int, metavar="NUMBER")
    parser.add_argument("--decline", metavar="REASON", help="say no, and why")
    parser = commands.verb("hand-over", "user:hand_over", "hand the chair over, or with --to name a deputy")
    _days(parser)
    parser = commands.verb("accept", "user:accept", "accept an office that was handed over to you")
    parser.add_argument("number", type=int, metavar="NUMBER")
    parser = commands.verb("role", "user:role", "give somebody who has access another role (a chair)")
    _office(parser, role_required=True)
    parser = commands.verb("passphrase", "user:passphrase", "change your own passphrase")
    parser.add_argument(
        "--new-passphrase-from", metavar="FILE", help="read the new passphrase from this file's first line"
    )
    commands.verb("list", "user:list_", "who has access, and who has asked for it")


def _office(parser: argparse.ArgumentParser, *, role_required: bool = False) -> None:
    parser.add_argument(
        "--role", choices=ROLES, required=role_required, help="the role; as asked for when not given"
    )
    _days(parser)


def _days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument(
        "--forum", metavar="CODE", help="the forum; without it, the one asked for or every forum"
    )
    parser.add_argument("--from", dest="from_date", metavar="DATE", help="first day of office")
    parser.add_argument("--to", dest="to_date", metavar="DATE", help="last day of office")
