"""`forumdesk criteria …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "criteria for the list: show, try out, adopt"
FILE = (
    'FILE is a JSON list of rows: {"criterion": "HR-ROI", "field": "RoC*RoI", "comparison": ">=", "value": "0.70"}. '
    "Fields are headings of the extract with a number, a risk word or yes/no; comparisons are >=, <= and =; "
    "rows with the same criterion are alternatives; “words” may say it in words."
)


def add(commands: Commands) -> None:
    parser = commands.verb("show", "criteria:show", "the criteria in force, as the file for the other two")
    _forum(parser)
    parser = commands.verb(
        "preview", "criteria:preview", "what-if: who would come in and who would fall out, by name"
    )
    _file(parser)
    _forum(parser)
    parser = commands.verb(
        "adopt",
        "criteria:adopt",
        "put criteria in force from the next extract on; cases keep what took them in",
    )
    _file(parser)
    _forum(parser)
    parser.add_argument("--reason", required=True, help="why; it is entered in the trail")
    parser = commands.verb(
        "share",
        "criteria:share",
        "have a forum give up its own criteria: those of every forum count for it again",
    )
    parser.add_argument("--forum", metavar="CODE", required=True, help="the forum that gives up its own")
    parser.add_argument("--reason", required=True, help="why; it is entered in the trail")


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="criteria as JSON")
    parser.epilog = FILE


def _forum(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--forum", metavar="CODE", help="one forum; without it, every forum that has none of its own"
    )
