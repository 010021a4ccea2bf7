"""`forumdesk shoot`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "pictures of the window's screens, drawn without a display"


def add(commands: Commands) -> None:
    parser = commands.alone("shoot")
    parser.add_argument(
        "--screen", metavar="NAME", action="append", help="a screen or one of its states; may be given again"
    )
    parser.add_argument("--list", action="store_true", help="print every name, one a line, and nothing else")
    parser.add_argument(
        "--all",
        action="store_true",
        help="every screen and state, in light and dark, into the folder of --out",
    )
    parser.add_argument(
        "--prepare", action="store_true", help="make the made-up register that is drawn where none is named"
    )
    parser.add_argument(
        "--docs", action="store_true", help="the pictures that README and docs/guide show, in few colours"
    )
    parser.add_argument("--size", default="1366x768", metavar="WxH", help="logical size (default 1366x768)")
    parser.add_argument(
        "--theme", default="light", metavar="T", help="light, dark or contrast (default light)"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="S", help="the picture is the size times this (default 1)"
    )
    parser.add_argument(
        "--text", type=int, default=100, metavar="N", help="text size in per cent (default 100)"
    )
    parser.add_argument("--out", metavar="F.png", help="the picture; with several screens or --all, a folder")
