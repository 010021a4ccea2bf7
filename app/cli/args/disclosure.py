"""`forumdesk disclosure …`"""

from __future__ import annotations

from app.cli.args import Commands, as_known

HELP = "the ledger of what left the forum"


def add(commands: Commands) -> None:
    listed = commands.verb("list", "disclosure:list_", "what left the forum, to whom, when")
    listed.add_argument("--forum", metavar="CODE", default="")
    as_known(listed)
