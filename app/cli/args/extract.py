"""`forumdesk extract …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "extracts from IOMS: take in, look again, who is left out"


def add(commands: Commands) -> None:
    parser = commands.verb(
        "import",
        "extract:import_",
        "take in an extract, whole or not at all; the same file again changes nothing",
    )
    parser.add_argument("file", metavar="FILE", help="CSV or XLSX from IOMS")
    parser.add_argument("--as-at", metavar="DATE", help="the file's date, where its rows do not say *As at*")
    parser.add_argument(
        "--profile", metavar="FILE", help='another layout: JSON such as {"PRN": "Person number", …}'
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    parser.add_argument(
        "--rejections", metavar="FILE", help="also save the refused rows as CSV, to be mended"
    )
    parser = commands.verb("left-out", "extract:left_out", "who is not on the list, because")
    parser.add_argument("--forum", metavar="CODE")
    parser.add_argument("--watch-list", action="store_true", help="only those on the watch list")
    parser = commands.verb("rejections", "extract:rejections", "save the refused rows of an extract as CSV")
    parser.add_argument("--extract", type=int, metavar="N", help="which one; the last without it")
    parser.add_argument("--out", metavar="FILE", help="where to; without it they are shown")
    parser = commands.verb("changes", "extract:changes", "what an extract changed: old, new, days lost")
    parser.add_argument("--extract", type=int, metavar="N", help="which one; the last without it")
    commands.verb("list", "extract:list_", "which extracts were taken in")
