"""`forumdesk consent …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "consents of the person a case is about; that of an occupier is under `address consent`"


def add(commands: Commands) -> None:
    _of(commands, "list", "list_", "the consents of a case, and how each stands today")
    parser = _of(commands, "add", "add", "keep a consent that the person signed")
    parser.add_argument("--form", required=True, metavar="F", help="which form was signed")
    parser.add_argument(
        "--scope",
        required=True,
        metavar="S",
        help="what it lets be told, and to whom; never a victim, nothing clinical",
    )
    parser.add_argument("--signed", required=True, metavar="D", help="the day it was signed")
    parser.add_argument("--expires", metavar="D", help="the last day on which it holds (no end)")
    parser = _of(commands, "withdraw", "withdraw", "keep that the person takes a consent back")
    parser.add_argument("number", type=int, metavar="NUMBER", help="its number in `consent list`")
    parser.add_argument("--reason", required=True, metavar="R")
    parser.add_argument("--on", metavar="D", help="the day it was taken back (today)")
    parser.add_argument("--by", default="", metavar="NAME", help="who told it, where it was not you")


def _of(commands: Commands, name: str, run: str, help_text: str) -> argparse.ArgumentParser:
    parser = commands.verb(name, f"consent:{run}", help_text)
    parser.add_argument("--prn", required=True, metavar="P")
    return parser
