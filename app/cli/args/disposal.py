"""`forumdesk disposal …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "how long records are kept, holds, and destroying by two people"
_NUMBER = "of the proposal, as list shows it"


def add(commands: Commands) -> None:
    commands.verb(
        "classes", "disposal:classes", "the classes: what begins a record's time, and how long it is"
    )
    parser = commands.verb("class", "disposal:class_", "add a class, or word one anew")
    parser.add_argument(
        "code", metavar="CODE", help="a short word, such as RELEASED; one that exists is worded anew"
    )
    parser.add_argument("--name", required=True, metavar="NAME", help="what it holds, in words")
    parser.add_argument(
        "--event",
        required=True,
        help="what begins the time: released, ended, `entered in error` or `left the extract`",
    )
    parser.add_argument(
        "--years", required=True, type=int, metavar="YEARS", help="how long records are kept after that"
    )
    parser.add_argument("--source", required=True, metavar="SOURCE", help="the authority to destroy")
    parser = commands.verb("due", "disposal:due", "whose time is up")
    parser.add_argument("--on", default="", metavar="DATE", help="on that day; today where it is left away")
    parser.add_argument("--forum", default="", metavar="CODE")
    commands.verb("holds", "disposal:holds", "whose records must not be destroyed, and why")
    parser = commands.verb("hold", "disposal:hold", "have nothing about a person destroyed")
    parser.add_argument("prn", metavar="PRN", help="the person's PRN as written, leading zeros too")
    parser.add_argument("--reason", required=True)
    parser = commands.verb("release-hold", "disposal:release_hold", "release a hold")
    parser.add_argument("prn", metavar="PRN", help="the person's PRN as written, leading zeros too")
    parser.add_argument("--reason", required=True)
    parser = commands.verb(
        "propose", "disposal:propose", "propose that everything about a person is destroyed"
    )
    parser.add_argument("prn", metavar="PRN", help="the person's PRN as written, leading zeros too")
    parser.add_argument(
        "--class", dest="class_code", required=True, metavar="CLASS", help="whose time is up; see classes"
    )
    commands.verb("list", "disposal:list_", "what waits for a chair, what was destroyed or declined")
    parser = commands.verb("approve", "disposal:approve", "destroy what is proposed, for good: a chair")
    parser.add_argument("number", metavar="NUMBER", help=_NUMBER)
    parser = commands.verb("decline", "disposal:decline", "leave the records as they are: a chair")
    parser.add_argument("number", metavar="NUMBER", help=_NUMBER)
    parser.add_argument("--reason", required=True)
    parser = commands.verb("certificate", "disposal:certificate", "the certificate of a disposal, as PDF")
    parser.add_argument("number", metavar="NUMBER", help=_NUMBER)
    parser.add_argument("--out", required=True, metavar="FILE.pdf")
