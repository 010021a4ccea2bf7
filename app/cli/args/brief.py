"""`forumdesk brief …`"""

from __future__ import annotations

from argparse import ArgumentParser

from app.cli.args import Commands, name_in_capitals

HELP = "front-line briefs after a meeting: what a prison unit or a probation office may know"


def add(commands: Commands) -> None:
    listed = commands.verb("list", "brief:list_", "who would get a brief after a meeting, and those prepared")
    _meeting(listed)
    offered = commands.verb(
        "offer", "brief:offer", "what a recipient may know of each person, and what is held back and why"
    )
    _meeting(offered)
    _recipient(offered)
    prepare = commands.verb("prepare", "brief:prepare", "prepare a brief; a chair decides")
    _meeting(prepare)
    _recipient(prepare)
    prepare.add_argument(
        "--off",
        action="append",
        default=[],
        metavar="'PRN: HEADING'",
        help="take this item off that person's page",
    )
    prepare.add_argument(
        "--ground", default="a", metavar="G", help="a letter of IPP 11(1); without it a, the forum's purpose"
    )
    prepare.add_argument("--necessity", default="", metavar="N", help="why just this is needed")
    _brief(commands.verb("show", "brief:show", "one brief with its statements, as a chair sees it"))
    preview = commands.verb("preview", "brief:preview", "the pages of a brief that has not left, as a PDF")
    _brief(preview)
    preview.add_argument("--out", required=True, metavar="FILE.pdf")
    decide = commands.verb("decide", "brief:decide", "a chair approves or declines a brief, never their own")
    _brief(decide)
    which = decide.add_mutually_exclusive_group(required=True)
    which.add_argument("--approve", action="store_true")
    which.add_argument("--decline", action="store_true")
    decide.add_argument("--reason", required=True, metavar="R")
    decide.add_argument(
        "--strike", action="append", default=[], metavar="K", help="statement K, such as 5.2, is not told"
    )
    decide.add_argument(
        "--let",
        action="append",
        default=[],
        metavar="K",
        help="statement K, in free words, is told all the same",
    )
    decide.add_argument(
        "--seen",
        type=int,
        metavar="N",
        help="how many statements were looked at; refused where there are more",
    )
    decide.add_argument("--undertaking", default="", metavar="U", help="what the recipient undertakes")
    given = commands.verb("given", "brief:given", "record an approved brief as given, and write its paper")
    _brief(given)
    given.add_argument("--how", required=True, metavar="H", help="by hand, by courier …")
    given.add_argument("--on", default="", metavar="DATE", help="the day it left, without it today")
    given.add_argument("--undertaking", default="", metavar="U", help="what the recipient undertook")
    given.add_argument("--pdf", required=True, metavar="FILE.pdf")
    paper = commands.verb("paper", "brief:paper", "the paper of a brief that is given, once more")
    _brief(paper)
    paper.add_argument("--out", required=True, metavar="FILE.pdf")
    withdraw = commands.verb("withdraw", "brief:withdraw", "withdraw a brief that is not given yet")
    _brief(withdraw)
    withdraw.add_argument("--reason", required=True, metavar="R")


def _meeting(parser: ArgumentParser) -> None:
    parser.add_argument("meeting", metavar="MEETING", type=name_in_capitals)


def _brief(parser: ArgumentParser) -> None:
    _meeting(parser)
    parser.add_argument("brief", metavar="NUMBER")


def _recipient(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--to", required=True, metavar="WHO", help="the unit as `brief list` names it, or another recipient"
    )
    parser.add_argument(
        "--kind", default="unit", metavar="K", help="unit or office; what either may know differs"
    )
    parser.add_argument(
        "--prn",
        action="append",
        default=[],
        metavar="PRN",
        help="this person; without any, those whom the register has in that unit",
    )
