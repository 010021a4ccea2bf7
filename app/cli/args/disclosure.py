"""`forumdesk disclosure …`"""

from __future__ import annotations

from app.cli.args import Commands, as_known

HELP = "the ledger of what left the forum"


def add(commands: Commands) -> None:
    listed = commands.verb("list", "disclosure:list_", "what left the forum, to whom, when")
    listed.add_argument("--forum", metavar="CODE", default="")
    listed.add_argument("--text", default="", metavar="T", help="only lines with these words")
    listed.add_argument(
        "--from", dest="since", default="", metavar="DATE", help="only what left from that day on"
    )
    listed.add_argument("--until", default="", metavar="DATE", help="only what left until that day")
    kind = listed.add_mutually_exclusive_group()
    kind.add_argument("--standing", action="store_true", help="only standing disclosures, decided once")
    kind.add_argument("--decided", action="store_true", help="only those decided for themselves")
    as_known(listed)
