"""`forumdesk forum …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "forums as data"


def add(commands: Commands) -> None:
    parser = commands.verb("add", "forum:add", "add a forum")
    parser.add_argument("code", metavar="CODE", help="its code, such as CHC")
    parser.add_argument("--name", required=True)
    parser.add_argument("--region", required=True, help="the region whose holidays count, by code or name")
    parser.add_argument(
        "--police-checks",
        choices=("every", "on-request"),
        default="on-request",
        help="whether Police check every proposed address or only those asked about",
    )
    parser.add_argument("--minutes-table", type=int, default=8, help="minutes for a case at the table")
    parser.add_argument("--minutes-paper", type=int, default=1, help="minutes for a case on paper")
    parser.add_argument("--meeting-minutes", type=int, default=180, help="length of a meeting in minutes")
    parser.add_argument("--marking", choices=("IN CONFIDENCE", "SENSITIVE"), default="IN CONFIDENCE")
    parser.add_argument("--training", action="store_true", help="made-up people: every page says TRAINING")
    parser = commands.verb(
        "quorum", "attendance:quorum", "show or set which services and how many people a quorum asks"
    )
    parser.add_argument("forum", metavar="CODE", help="its code or name")
    parser.add_argument(
        "--service",
        action="append",
        default=[],
        metavar="S",
        help="a service that must be there; once for each",
    )
    parser.add_argument("--people", type=int, metavar="N", help="how many people must be there")
    parser = commands.verb(
        "settings", "forum:settings", "show or change name, region, marking and the agenda's template"
    )
    parser.add_argument("forum", metavar="CODE", help="its code or name")
    parser.add_argument("--name", metavar="N", help="stands on every page made from now on")
    parser.add_argument("--region", metavar="R", help="whose holidays count, by code or name; counts at once")
    parser.add_argument(
        "--marking", metavar="M", help="IN CONFIDENCE or SENSITIVE; on pages made from now on"
    )
    parser.add_argument(
        "--template",
        action="append",
        metavar="LINE",
        help="minutes for an item, once a line: 'table = 8', 'paper = 1', 'table/4 = 12'; all lines there are to be",
    )
    parser.add_argument(
        "--meeting-minutes", metavar="MIN", help="length of a meeting, for agendas not issued yet"
    )
    commands.verb("list", "forum:list_", "list forums")
