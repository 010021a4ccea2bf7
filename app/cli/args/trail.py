"""`forumdesk trail …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "read, verify and checkpoint the trail"


def add(commands: Commands) -> None:
    parser = commands.verb("list", "trail:list_", "entries as sentences")
    parser.add_argument("--after", type=int, default=0, metavar="N", help="only entries after number N")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N entries")
    parser = commands.verb(
        "export", "trail:export", "entries as a marked CSV for an auditor; the trail says so"
    )
    parser.add_argument("--out", required=True, metavar="FILE.csv", help="a new name")
    parser.add_argument(
        "--reason", required=True, metavar="R", help="what for; stands in the file and in the trail"
    )
    parser.add_argument("--text", default="", metavar="T", help="only entries with these words")
    parser.add_argument("--who", default="", metavar="N", help="only entries by this person")
    parser.add_argument("--kind", default="", metavar="K", help="only entries of a kind, such as 'access'")
    parser.add_argument(
        "--from", dest="since", default="", metavar="DATE", help="only entries from that day on"
    )
    parser.add_argument("--until", default="", metavar="DATE", help="only entries until that day")
    parser = commands.verb("verify", "trail:verify", "walk the chain; names the first bad entry")
    parser.add_argument(
        "--checkpoint",
        nargs="+",
        metavar="GROUPS",
        help="groups from paper, all twenty or a number and four: is that entry still the same?",
    )
    commands.verb("checkpoint", "trail:checkpoint", "the head of the trail, for paper that is kept")
