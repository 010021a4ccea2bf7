"""What each command group takes. Light on purpose: `forumdesk --help` reads these and nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from app.cli.args.mistyped import Parser

GROUPS = (
    "register",
    "user",
    "forum",
    "meeting",
    "extract",
    "criteria",
    "case",
    "source",
    "address",
    "plan",
    "condition",
    "consent",
    "hearing",
    "action",
    "police",
    "pack",
    "disclosure",
    "brief",
    "disposal",
    "trail",
    "figures",
    "about",
    "demo",
    "shoot",
)


def as_known(parser: argparse.ArgumentParser) -> None:
    """`--as-known-on DATE`: the record of a past day, shown, or given out as a PDF (needs A6, D1)."""
    parser.add_argument(
        "--as-known-on",
        default="",
        metavar="DATE",
        help="as it stood at the end of that day, for an inquiry",
    )
    parser.add_argument(
        "--out",
        metavar="FILE.pdf",
        help="with --as-known-on: give that day out as a PDF, a disclosure; a new name",
    )
    parser.add_argument("--recipient", default="", metavar="N", help="with --out: who gets it")
    parser.add_argument("--reason", default="", metavar="R", help="with --out: why it is given out")


class GroupParser(Parser):
    """One group of commands, which it is given when it is asked for: a line names one, and all take long to make."""

    fill: Callable[[], None] | None = None

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        self.complete()
        return super().parse_known_args(args, namespace)

    def complete(self) -> None:
        """Have its commands by now."""
        fill, self.fill = self.fill, None
        if fill is not None:
            fill()


class Commands:
    """Adds commands to one group. `run` names the handler: `file:function` under `app/cli`."""

    def __init__(self, group: argparse.ArgumentParser, shared: Parser) -> None:
        self._group = group
        self._shared = shared
        self._verbs: argparse._SubParsersAction[Parser] | None = None

    def verb(self, name: str, run: str, help_text: str) -> argparse.ArgumentParser:
        """One command of the group, as `forumdesk GROUP NAME`."""
        if self._verbs is None:
            self._verbs = self._group.add_subparsers(
                dest="verb", metavar="COMMAND", required=True, parser_class=Parser
            )
        parser = self._verbs.add_parser(
            name, help=help_text, description=help_text, parents=[self._shared], allow_abbrev=False
        )
        parser.set_defaults(run=run)
        return parser

    def alone(self, run: str) -> argparse.ArgumentParser:
        """The group itself is the command, as `forumdesk demo`."""
        self._group.set_defaults(run=run)
        return self._group


def name_in_capitals(text: str) -> str:
    """A meeting's or an exchange's name as the register writes it, in whatever letters it was typed."""
    return text.strip().upper()


def shared_options() -> Parser:
    """Options every command takes (design/formats.md section 5)."""
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--register", metavar="DIR", help="the register's folder (or FORUMDESK_REGISTER)")
    shared.add_argument("--user", metavar="NAME", help="who you are (or FORUMDESK_USER)")
    shared.add_argument(
        "--passphrase-from", metavar="FILE", help="read the passphrase from this file's first line"
    )
    shared.add_argument("--json", action="store_true", help="print one JSON object on standard output")
    return shared


def build() -> argparse.ArgumentParser:
    """The whole command line."""
    shared = shared_options()
    parser = Parser(
        prog="forumdesk",
        parents=[shared],
        description="The HR/HP forum's month in one encrypted local file. Without a command: the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    groups = parser.add_subparsers(dest="group", metavar="GROUP", parser_class=GroupParser)
    for name in GROUPS:
        module = import_module(f"app.cli.args.{name}")
        group = groups.add_parser(
            name,
            help=module.HELP,
            description=module.HELP,
            parents=[shared],  # type: ignore[list-item]  # options alone are taken from it, by whatever class
            allow_abbrev=False,
        )
        group.fill = partial(module.add, Commands(group, shared))
    return parser
