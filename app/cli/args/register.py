"""`forumdesk register …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "make a register, check it, back it up, restore it"


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
    _sheet(parser)
    commands.verb("check", "register:check", "check encryption, integrity, trail and the ledger of copies")
    commands.verb("outside", "register:outside", "what was changed outside ForumDesk, by case and by row")
    parser = commands.verb(
        "accept-outside", "register:accept_outside", "take rows changed outside as they are found (a chair)"
    )
    parser.add_argument(
        "prn", metavar="PRN", nargs="?", help="the case; without it, records about no one case"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stands in the trail")
    parser = commands.verb(
        "keep-older", "register:keep_older", "go on with an older copy that lies in its place (a chair)"
    )
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why; it stands in the trail")
    parser = commands.verb("backup", "register:backup", "make one encrypted file of it, verified as a copy")
    parser.add_argument(
        "copy", metavar="COPY", nargs="?", help="the file, or a folder; without it, where the plan says"
    )
    parser = commands.verb(
        "prove-backup", "register:prove_backup", "open a backup and walk through all of it"
    )
    parser.add_argument("copy", metavar="COPY", nargs="?", help="the file; without it, the newest one")
    parser = commands.verb(
        "plan-backups", "register:plan_backups", "how often the window backs it up on this computer"
    )
    parser.add_argument("--every", type=int, metavar="DAYS", help="0: only when asked")
    parser.add_argument(
        "--at-close", choices=("yes", "no"), help="again when the window is closed after a save"
    )
    parser.add_argument("--second-place", metavar="DIR", help="a folder for a second copy; '' for none")
    parser = commands.verb(
        "restore", "register:restore", "unpack a backup into a new folder, under a new key"
    )
    parser.add_argument("copy", metavar="COPY", help="the backup")
    parser.add_argument("folder", metavar="DIR", help="the new folder")
    parser.add_argument("--look", action="store_true", help="say what would be missing, and restore nothing")
    commands.verb(
        "put-back-keys",
        "register:put_back_keys",
        "put a whole copy in the place of a key file that is missing, damaged or too old; no passphrase needed",
    )
    commands.verb(
        "verify-codes",
        "register:verify_codes",
        "type the three recovery codes back from their papers: does each pair open this register? (codes from "
        "FORUMDESK_RECOVERY_CODE_1 to _3, or a prompt)",
    )
    parser = commands.verb(
        "recover",
        "register:recover",
        "let somebody in by two recovery codes, with the passphrase given (codes from FORUMDESK_RECOVERY_CODE_1 "
        "and _2, or a prompt)",
    )
    _sheet(parser)


def _sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--recovery-sheet",
        metavar="FILE.pdf",
        help="also write the codes on three pages; print them, then destroy it",
    )
