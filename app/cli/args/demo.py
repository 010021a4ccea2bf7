"""`forumdesk demo DIR`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "a made-up forum's whole month, no questions asked"


def add(commands: Commands) -> None:
    parser = commands.alone("demo:run")
    parser.add_argument(
        "folder", metavar="DIR", help="a new or empty folder, or one that holds an earlier demo"
    )
