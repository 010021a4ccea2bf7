"""`forumdesk disclosure …`"""

from __future__ import annotations

from app.cli.args import AS_KNOWN, Commands

HELP = "the ledger of what left the forum"


def add(commands: Commands) -> None:
    listed = commands.verb("list", "disclosure:list_", "what left the forum, to whom, when")
    listed.add_argument("--forum", metavar="CODE", default="")
    listed.add_argument("--as-known-on", default="", metavar="DATE", help=AS_KNOWN)
