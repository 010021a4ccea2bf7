"""`forumdesk hearing …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "hearings before the Parole Board, their results, and what the Board was told"


def _of(
    commands: Commands, name: str, run: str, help_text: str, *, dated: bool = True
) -> argparse.ArgumentParser:
    parser = commands.verb(name, f"hearing:{run}", help_text)
    parser.add_argument("prn", metavar="PRN")
    if dated:
        parser.add_argument("--date", required=True, metavar="D", help="the day of the hearing")
    return parser


def add(commands: Commands) -> None:
    _of(
        commands,
        "list",
        "list_",
        "every hearing of a case, its reports and notices, and the drift",
        dated=False,
    )
    parser = _of(commands, "record", "record", "record a hearing")
    parser.add_argument("--kind", default="Parole Board hearing", metavar="K")
    parser = _of(commands, "result", "result", "record the result of a hearing; it makes its actions at once")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--result", metavar="TEXT", help="what the Board decided")
    what.add_argument("--take-back", metavar="REASON", help="the result was entered wrongly")
    parser.add_argument(
        "--outcome",
        metavar="O",
        help="released, conditions set, declined, adjourned or other (read from the text)",
    )
    parser.add_argument(
        "--next", dest="next_day", metavar="D", help="the next hearing, where the Board named it"
    )
    parser.add_argument(
        "--received",
        metavar="D",
        help="the day the result reached the forum (today, or the hearing's day if later)",
    )
    parser = _of(commands, "report", "report", "keep that a report went to the Board")
    parser.add_argument("--report", required=True, metavar="CODE", help="such as parole-assessment")
    _sent(parser)
    parser = _of(commands, "notice", "notice", "keep that somebody was told of a hearing or of its result")
    parser.add_argument(
        "--to", required=True, metavar="WHO", help="Police, VNR co-ordinator, probation, prison unit"
    )
    parser.add_argument("--how", required=True, metavar="TEXT", help="such as `e-mail` or `telephone`")
    _sent(parser)
    parser = _of(commands, "told", "told_", "freeze what the Board was told of the plan", dated=False)
    parser.add_argument("--date", metavar="D", help="the hearing it was told for")
    _sent(parser)
    parser = _of(
        commands, "withdraw-drift", "withdraw_drift", "the Board need not be told of a change", dated=False
    )
    parser.add_argument("number", type=int, metavar="NUMBER", help="as `hearing list` shows it")
    parser.add_argument("--reason", required=True)
    parser = commands.verb("waiting", "hearing:waiting", "what the Board and others are still to be told")
    parser.add_argument("--forum", default="", metavar="CODE")


def _sent(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--on", metavar="D", help="the day it was done (today)")
    parser.add_argument("--by", default="", metavar="NAME", help="who did it, where it was not you")
