"""`forumdesk plan …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "the release plan of a case"


def add(commands: Commands) -> None:
    parser = commands.verb("show", "plan:show", "addresses, checks due, needs, conditions and answers")
    parser.add_argument("prn", metavar="PRN")
    parser = commands.verb("need", "plan:need", "say how a need stands, with its service and owner")
    parser.add_argument("prn", metavar="PRN")
    parser.add_argument("domain", metavar="DOMAIN", help="housing, money and ID, work, whānau, programmes, …")
    parser.add_argument(
        "status", metavar="STATUS", help="not asked, no need, to arrange, in hand, met or declined"
    )
    parser.add_argument("--text", default="", help="what is done about it; several parted by `;`")
    parser.add_argument("--service", metavar="SERVICE", help="the service that sees to it")
    parser.add_argument("--owner", default="", metavar="NAME", help="who sees to it")
    parser.add_argument("--by", default="", metavar="NAME", help="who said so")
    parser = commands.verb(
        "watch", "plan:watch", "who misses something for the coming milestone, or holds it too old"
    )
    parser.add_argument("--forum", required=True, metavar="CODE")
    parser = commands.verb("policy", "plan:policy", "which checks a forum wants, and how old values may be")
    parser.add_argument("--forum", required=True, metavar="CODE")
    parser.add_argument(
        "--check",
        action="append",
        default=[],
        metavar="KIND=POLICY",
        help="every address, where flagged, or on request; again for more",
    )
    parser.add_argument(
        "--age",
        action="append",
        default=[],
        metavar="ASK/MILESTONE=DAYS",
        help="such as probation-check/2=90",
    )
