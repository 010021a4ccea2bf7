"""`forumdesk condition …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "release conditions, and the library they are taken from"
_STATES = ("proposed", "asked of Board", "imposed", "refused")


def add(commands: Commands) -> None:
    parser = commands.verb("list", "condition:list_", "the conditions of a case, with what became of each")
    parser.add_argument("prn", metavar="PRN")
    parser = commands.verb("add", "condition:add", "propose a condition, of the library or in your own words")
    parser.add_argument("prn", metavar="PRN")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--code", default="", metavar="CODE", help="an entry of the library")
    what.add_argument(
        "--words", default="", help="the condition in your own words; never a victim's name or place"
    )
    parser.add_argument("--state", default="proposed", metavar="STATE", help=f"one of: {', '.join(_STATES)}")
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument("--by", default="", metavar="NAME")
    parser = commands.verb("step", "condition:step", "say what became of a condition")
    parser.add_argument("prn", metavar="PRN")
    parser.add_argument("number", type=int, metavar="NUMBER", help="its number in `condition list`")
    parser.add_argument("state", metavar="STATE", help=f"one of: {', '.join(_STATES)}, withdrawn")
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument("--by", default="", metavar="NAME")
    parser.add_argument("--note", default="")
    parser = commands.verb(
        "library", "condition:library", "the library of conditions, with since when it is so"
    )
    parser.add_argument("--on", metavar="DATE", help="only what is valid on this day")
    parser = commands.verb("library-add", "condition:library_add", "add words to the library from a day on")
    parser.add_argument("entry", metavar="CODE")
    parser.add_argument("--words", required=True)
    parser.add_argument("--source", required=True, help="the Act and section, or who decided on the words")
    parser.add_argument("--from", dest="valid_from", required=True, metavar="DATE")
    parser.add_argument("--to", dest="valid_to", metavar="DATE")
    parser = commands.verb("library-end", "condition:library_end", "end the words of a code with a day")
    parser.add_argument("entry", metavar="CODE")
    parser.add_argument("--on", required=True, metavar="DATE", help="the last day they are valid")
