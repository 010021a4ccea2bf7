"""`forumdesk source …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "who said something, under seal: seal it, list the seals, open one"


def add(commands: Commands) -> None:
    parser = commands.verb("seal", "source:seal", "seal who said a statement (administrator or chair)")
    parser.add_argument("prn", metavar="PRN")
    parser.add_argument(
        "--about", required=True, metavar="STATEMENT", help="which one, such as information:12; see list"
    )
    parser.add_argument(
        "--text-from", metavar="FILE", help="read who said it from this file; without it, it is asked for"
    )
    parser = commands.verb("list", "source:list_", "what is sealed, by whom and when; never what it says")
    parser.add_argument("prn", metavar="PRN")
    parser = commands.verb("open", "source:open_", "open one seal, for a reason (a chair or its writer)")
    parser.add_argument("source", metavar="SOURCE", help="its number, see list")
    parser.add_argument(
        "--reason", required=True, metavar="TEXT", help="a sentence; it stands in the trail, so name nobody"
    )
