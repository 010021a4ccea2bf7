"""`forumdesk figures`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "figures without names"


def add(commands: Commands) -> None:
    parser = commands.alone("figures:show")
    parser.add_argument("--forum", metavar="CODE", default="", help="one forum; otherwise all of yours")
    parser.add_argument(
        "--head-office",
        metavar="FILE",
        help="also write the head-office return: counts only, small numbers suppressed",
    )
    parser.add_argument(
        "--pdf",
        metavar="FILE",
        help="also write the pictures of --forum for a report: small numbers hidden",
    )
