"""`forumdesk hearing …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "hearings before the Parole Board and their results"


def add(commands: Commands) -> None:
    parser = commands.verb("list", "hearing:list_", "every hearing of a case")
    parser.add_argument("prn", metavar="PRN")
    parser = commands.verb("record", "hearing:record", "record a hearing")
    parser.add_argument("prn", metavar="PRN")
    parser.add_argument("--date", required=True, metavar="D")
    parser.add_argument("--kind", default="Parole Board hearing", metavar="K")
    parser = commands.verb("result", "hearing:result", "record the result of a hearing")
    parser.add_argument("prn", metavar="PRN")
    parser.add_argument("--date", required=True, metavar="D", help="the day of the hearing")
    parser.add_argument("--result", required=True, metavar="TEXT")
    parser.add_argument(
        "--received",
        metavar="D",
        help="the day the result reached the forum (today, or the hearing's day if later)",
    )
