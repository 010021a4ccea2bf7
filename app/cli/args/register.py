"""`forumdesk register …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "make a register, check it"


def add(commands: Commands) -> None:
    parser = commands.verb("create", "register:create", "make a new encrypted register")
    parser.add_argument("folder", metavar="DIR", help="the folder to make it in")
    parser.add_argument("--administrator", required=True, metavar="NAME", help="the first administrator")
    parser.add_argument(
        "--chair",
        required=True,
        metavar="NAME",
        help="the first chair (passphrase from FORUMDESK_CHAIR_PASSPHRASE or a prompt)",
    )
    commands.verb("check", "register:check", "check encryption, integrity, trail and the ledger of copies")
    parser = commands.verb(
        "keep-older", "register:keep_older", "go on with an older copy that lies in its place (a chair)"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stands in the trail")
