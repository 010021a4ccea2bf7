"""`forumdesk trail …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "read, verify and checkpoint the trail"


def add(commands: Commands) -> None:
    parser = commands.verb("list", "trail:list_", "entries as sentences")
    parser.add_argument("--after", type=int, default=0, metavar="N", help="only entries after number N")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N entries")
    parser = commands.verb("verify", "trail:verify", "walk the chain; names the first bad entry")
    parser.add_argument(
        "--checkpoint",
        nargs="+",
        metavar="GROUPS",
        help="groups from paper, all twenty or a number and four: is that entry still the same?",
    )
    commands.verb("checkpoint", "trail:checkpoint", "the head of the trail, for paper that is kept")
