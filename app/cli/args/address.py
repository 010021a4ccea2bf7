"""`forumdesk address …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands

HELP = "proposed addresses and their checks"


def add(commands: Commands) -> None:
    _one(commands, "list", "list_", "every address proposed in a case, the withdrawn ones too")
    parser = _one(commands, "add", "add", "propose an address")
    parser.add_argument("address", metavar="ADDRESS")
    parser.add_argument("--rank", type=int, metavar="N", help="its place in the order of preference")
    parser.add_argument("--residents", default="")
    parser.add_argument("--consent", default="", help="the occupier's consent")
    parser = _ranked(commands, "check", "check", "keep one partner's check")
    parser.add_argument(
        "kind", metavar="KIND", help="Probation, Police, victim nearness, children's agency, schools"
    )
    parser.add_argument(
        "answer",
        metavar="ANSWER",
        help="one of the six answers; nearness: clear, conflict, conditions needed",
    )
    parser.add_argument("--suitability", default="", help="suitable, concerns or not suitable")
    parser.add_argument("--comment", default="")
    parser.add_argument("--officer", default="", help="who checked, or the co-ordinator")
    parser.add_argument("--on", metavar="DATE")
    parser = _ranked(
        commands, "set", "set_", "say whether it is verified, and whether it is the next address"
    )
    verified = parser.add_mutually_exclusive_group()
    verified.add_argument("--verified", dest="verified", action="store_const", const=True)
    verified.add_argument("--not-verified", dest="verified", action="store_const", const=False)
    coming = parser.add_mutually_exclusive_group()
    coming.add_argument("--next", dest="is_next", action="store_const", const=True)
    coming.add_argument("--not-next", dest="is_next", action="store_const", const=False)
    parser = _ranked(commands, "consent", "consent", "keep what the occupier said of it")
    parser.add_argument("said", metavar="SAID", help="asked, given, refused or withdrawn")
    parser.add_argument("--by", required=True, metavar="NAME", help="who said it")
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument("--form", default="", help="in writing, by telephone, in person")
    parser.add_argument("--reason", default="", help="why it was refused or withdrawn")
    parser = _ranked(commands, "edit", "edit", "put right how it is written, or who lives there")
    parser.add_argument("--address", metavar="ADDRESS", help="the nearness question is asked anew")
    parser.add_argument("--residents", metavar="TEXT")
    parser = _ranked(commands, "rank", "rank", "give it another place in the order of preference")
    parser.add_argument(
        "to", type=int, metavar="TO", help="the number of the living address whose place it takes"
    )
    parser = _ranked(commands, "withdraw", "withdraw", "withdraw an address; it stays in the record")
    parser.add_argument("--by", required=True, metavar="NAME")
    parser.add_argument("--reason", required=True)
    parser = _ranked(commands, "restore", "restore", "take back that an address was withdrawn")
    parser.add_argument("--reason", required=True)
    parser.add_argument("--next", action="store_true", help="it is the next address again")


def _one(commands: Commands, name: str, run: str, help_text: str) -> argparse.ArgumentParser:
    parser = commands.verb(name, f"address:{run}", help_text)
    parser.add_argument("prn", metavar="PRN")
    return parser


def _ranked(commands: Commands, name: str, run: str, help_text: str) -> argparse.ArgumentParser:
    parser = _one(commands, name, run, help_text)
    parser.add_argument("rank", type=int, metavar="RANK", help="the address's number in the case")
    return parser
