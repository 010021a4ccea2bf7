"""`forumdesk pack …`"""

from __future__ import annotations

from app.cli.args import Commands, as_known, name_in_capitals

HELP = "numbered copies: print, count in, account for"


def add(commands: Commands) -> None:
    parser = commands.verb("print", "pack:print_", "print one numbered copy for each named holder")
    parser.add_argument("meeting", type=name_in_capitals, metavar="MEETING")
    parser.add_argument("--contents", choices=("pack", "agenda", "minutes"), default="pack")
    parser.add_argument(
        "--copies",
        required=True,
        metavar="FILE.csv",
        help="one copy a line: name,service[,passphrase][,large] under a line of headings",
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder the files go to")
    parser.add_argument(
        "--plain", action="store_true", help="do not encrypt the files (entered in the trail)"
    )
    parser.add_argument("--reason", default="", help="why these copies are printed")
    parser = commands.verb("watch", "pack:watch", "which cases of a pack miss something, or hold it too old")
    parser.add_argument("meeting", type=name_in_capitals, metavar="MEETING")
    parser = commands.verb(
        "count-in-sheet",
        "pack:count_in_sheet",
        "a sheet to tick every numbered copy of a meeting on, and to keep",
    )
    parser.add_argument("meeting", type=name_in_capitals, metavar="MEETING")
    parser.add_argument("--out", required=True, metavar="FILE.pdf", help="the file; a new name")
    parser = commands.verb("return", "pack:return_", "count copies back in by any of their codes")
    parser.add_argument("codes", nargs="+", metavar="CODE")
    parser.add_argument(
        "--meeting", type=name_in_capitals, metavar="MEETING", help="refuse a code of any other meeting"
    )
    parser = commands.verb("destroy", "pack:destroy", "record returned copies as destroyed")
    parser.add_argument("codes", nargs="+", metavar="CODE")
    parser.add_argument("--witness", required=True, metavar="NAME", help="who saw it, other than you")
    parser.add_argument("--method", default="shredded")
    parser = commands.verb("missing", "pack:missing", "record a copy as missing")
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("--reason", required=True, help="when it was last seen and who was told")
    parser = commands.verb("incidents", "pack:incidents", "missing copies, with what is due about each")
    parser.add_argument("--forum", required=True, metavar="CODE")
    parser = commands.verb("incident", "pack:incident", "record a step about a missing copy, or close it")
    parser.add_argument("code", metavar="CODE")
    parser.add_argument(
        "--step", required=True, choices=("contain", "assess", "commissioner", "people", "prevent", "closed")
    )
    parser.add_argument("--note", required=True, metavar="N", help="what was done, in words")
    parser = commands.verb(
        "settle", "pack:settle", "say what became of a copy a stopped computer left reserved"
    )
    parser.add_argument("code", metavar="CODE")
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument("--came-out", dest="said", action="store_const", const="came out")
    said.add_argument("--did-not", dest="said", action="store_const", const="did not")
    said.add_argument("--unsure", dest="said", action="store_const", const="unsure")
    parser = commands.verb("ledger", "pack:ledger", "every copy of a meeting, and the count")
    parser.add_argument("meeting", type=name_in_capitals, metavar="MEETING")
    as_known(parser)
    parser = commands.verb("trace", "pack:trace", "which copy a code is of, and where it should be")
    parser.add_argument("code", metavar="CODE")
