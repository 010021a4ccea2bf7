"""`forumdesk disclosure …`"""

from __future__ import annotations

from argparse import ArgumentParser

from app.cli.args import Commands, as_known

HELP = "what is asked to be told outside the forum, and the ledger of what left it"


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
    ask = commands.verb(
        "request", "disclosure_request:ask", "ask that something about a person is told; a chair decides"
    )
    ask.add_argument("prn", metavar="PRN")
    ask.add_argument(
        "--for", dest="who_asks", required=True, metavar="WHO", help="who wants to know, and from where"
    )
    ask.add_argument("--what", required=True, metavar="W", help="what they ask for")
    ask.add_argument(
        "--ground", required=True, metavar="G", help="a letter of IPP 11(1), as `grounds` lists them"
    )
    ask.add_argument("--necessity", required=True, metavar="N", help="why just this is needed")
    ask.add_argument("--needed-by", default="", metavar="DATE")
    ask.add_argument("--consent", type=int, metavar="NUMBER", help="the person's consent, for ground (c)")
    _statements(ask)
    more = commands.verb(
        "propose", "disclosure_request:propose", "propose more statements for a request that waits"
    )
    more.add_argument("request", metavar="NUMBER")
    _statements(more)
    decide = commands.verb(
        "decide", "disclosure_request:decide", "a chair approves or declines a request, never their own"
    )
    decide.add_argument("request", metavar="NUMBER")
    which = decide.add_mutually_exclusive_group(required=True)
    which.add_argument("--approve", action="store_true")
    which.add_argument("--decline", action="store_true")
    decide.add_argument("--reason", required=True, metavar="R")
    decide.add_argument(
        "--strike", type=int, action="append", default=[], metavar="K", help="statement K is not told"
    )
    decide.add_argument(
        "--let",
        type=int,
        action="append",
        default=[],
        metavar="K",
        help="statement K, only said, is told all the same",
    )
    decide.add_argument(
        "--seen",
        type=int,
        metavar="N",
        help="how many statements were looked at; refused where there are more by now",
    )
    decide.add_argument("--undertaking", default="", metavar="U", help="what the recipient undertakes")
    made = commands.verb(
        "made", "disclosure_request:made", "record an approved disclosure as made, and write its letter"
    )
    made.add_argument("request", metavar="NUMBER")
    made.add_argument("--how", required=True, metavar="H", help="by hand, by courier, read out …")
    made.add_argument("--on", default="", metavar="DATE", help="the day it left, without it today")
    made.add_argument("--undertaking", default="", metavar="U", help="what the recipient undertook")
    made.add_argument("--letter", required=True, metavar="FILE.pdf")
    letter = commands.verb(
        "letter", "disclosure_request:letter", "the letter of a disclosure that is made, once more"
    )
    letter.add_argument("request", metavar="NUMBER")
    letter.add_argument("--out", required=True, metavar="FILE.pdf")
    withdraw = commands.verb(
        "withdraw", "disclosure_request:withdraw", "withdraw a request that is not made yet"
    )
    withdraw.add_argument("request", metavar="NUMBER")
    withdraw.add_argument("--reason", required=True, metavar="R")
    asked = commands.verb("requests", "disclosure_request:requests", "what was asked for, by its clock")
    asked.add_argument("--forum", metavar="CODE", default="")
    asked.add_argument("--open", action="store_true", help="only what waits for somebody")
    shown = commands.verb(
        "show", "disclosure_request:show", "one request with its statements, as a chair sees it"
    )
    shown.add_argument("request", metavar="NUMBER")
    offers = commands.verb(
        "offer", "disclosure_request:offer", "what a person's record could tell, by heading"
    )
    offers.add_argument("prn", metavar="PRN")
    grounds = commands.verb(
        "grounds", "disclosure_request:grounds", "the grounds of the law, in its words and in plain ones"
    )
    grounds.add_argument("--on", default="", metavar="DATE", help="as the law was on that day")


def _statements(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="HEADING",
        help="tell what the record has under this heading",
    )
    parser.add_argument(
        "--statement", action="append", default=[], metavar="TEXT", help="tell this, in your own words"
    )
