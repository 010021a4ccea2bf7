"""`forumdesk case …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands, as_known

HELP = "people and their cases"


def add(commands: Commands) -> None:
    _looking(commands)
    _opening(commands)
    _forum_says(commands)
    _services_say(commands)
    _between_forums(commands)
    _kept(commands)


def _one(commands: Commands, name: str, run: str, help_text: str) -> argparse.ArgumentParser:
    parser = commands.verb(name, run if ":" in run else f"case:{run}", help_text)
    parser.add_argument("prn", metavar="PRN", help="the person's PRN as written, leading zeros too")
    return parser


def _looking(commands: Commands) -> None:
    parser = commands.verb("list", "case:list_", "open cases by surname")
    parser.add_argument("--forum", metavar="CODE")
    parser.add_argument("--closed", action="store_true", help="closed cases instead of open ones")
    parser.add_argument("--flag", metavar="CODE", help="only people with this flag, such as HP or VNR")
    parser.add_argument(
        "--within", type=int, metavar="MONTHS", help="only anchors at most so many months away"
    )
    parser = _one(commands, "show", "show_", "everything recorded of one person, with whose each value is")
    as_known(parser)
    parser = commands.verb(
        "find", "case:find", "find people by PRN, name, alias, date of birth, place, flag, note"
    )
    parser.add_argument("text", metavar="TEXT", nargs="+")
    parser.add_argument(
        "--looser", action="count", default=0, help="read the text more loosely; twice goes further"
    )
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="show at most so many (50)")


def _opening(commands: Commands) -> None:
    parser = _one(commands, "open", "open_", "open a high-profile case by hand")
    parser.add_argument("--high-profile", required=True, metavar="LIMB", help="`media` or `public`")
    parser.add_argument("--reason", required=True)
    parser.add_argument("--review", required=True, metavar="DATE", help="when to look at it again")
    parser.add_argument("--forum", metavar="CODE", help="where no extract names the person's forum")
    parser = _one(commands, "take-in", "take_in", "take in a person from the watch list or the left-out list")
    parser.add_argument("--reason", required=True)
    parser = _one(commands, "new", "new", "enter a person whom no extract names, with a case")
    parser.add_argument("--surname", required=True)
    parser.add_argument("--given-names", default="")
    parser.add_argument("--date-of-birth", required=True, metavar="DATE")
    parser.add_argument("--forum", required=True, metavar="CODE")
    parser = _one(commands, "close", "close", "end a case with its reason")
    parser.add_argument("--exit", required=True, metavar="REASON", help="such as `released on parole`")
    parser.add_argument("--note", default="")


def _forum_says(commands: Commands) -> None:
    parser = _one(commands, "flag", "flag", "raise or withdraw a flag of the forum")
    parser.add_argument("code", metavar="CODE", help="HR, HP, CSO, VNR, OWR, DEP, TR or SS")
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--raise", dest="raised", action="store_true")
    act.add_argument("--withdraw", action="store_true")
    parser.add_argument("--comment", "--reason", dest="comment", required=True)
    parser.add_argument("--authorised-by", default="", metavar="NAME")
    parser.add_argument("--from", dest="from_date", metavar="DATE")
    parser = _one(commands, "anchor", "anchor", "choose the anchor by hand, or let the rule choose again")
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--date-name", metavar="NAME", help="such as `Statutory release date`")
    how.add_argument("--by-rule", action="store_true")
    parser.add_argument("--reason", default="")
    parser = _one(commands, "set", "set_", "name the leading service, the owner, physical marks")
    parser.add_argument("--leading-service", metavar="SERVICE")
    parser.add_argument("--owner", metavar="NAME")
    parser.add_argument("--physical-marks", metavar="TEXT")
    parser = _one(commands, "answer", "answer", "answer what a milestone asks for")
    parser.add_argument("question", metavar="QUESTION", help="such as eso-ppo, vnr-answer or need:housing")
    parser.add_argument("answer", metavar="ANSWER")
    parser.add_argument("--note", default="")
    parser.add_argument("--by", default="", metavar="NAME", help="who answered, where it was not you")
    parser = _one(commands, "correct", "correct", "the forum's own word beside what IOMS says")
    parser.add_argument(
        "heading", metavar="HEADING", help="a heading of the extract, such as `Next hearing date`"
    )
    parser.add_argument("value", metavar="VALUE")
    parser.add_argument("--reason", required=True)
    parser = _one(
        commands, "withdraw-value", "withdraw_value", "withdraw the forum's own word; it stays in history"
    )
    parser.add_argument("heading", metavar="HEADING")
    parser.add_argument("--reason", required=True)
    for name, help_text in (
        ("alias", "another name of the person"),
        ("withdraw-alias", "withdraw a name that the forum added; it stays in history"),
    ):
        parser = _one(commands, name, name.replace("-", "_"), help_text)
        parser.add_argument("kind", metavar="KIND", help="birth, alias, nickname or `te reo form`")
        parser.add_argument("surname", metavar="SURNAME")
        parser.add_argument("given", metavar="GIVEN", nargs="?", default="")
    parser.add_argument("--reason", required=True)


def _services_say(commands: Commands) -> None:
    parser = _one(commands, "order", "order", "what is known of one kind of external order")
    parser.add_argument(
        "kind", metavar="KIND", help="protection, non-contact, Police safety, deportation or bail"
    )
    parser.add_argument("answer", metavar="ANSWER", help="one of the six answers, such as `nothing held`")
    parser.add_argument("--detail", default="")
    parser.add_argument("--expires", metavar="DATE")
    parser.add_argument("--source", default="")
    parser = _one(commands, "inform", "inform", "what a service says; health is advice to act on")
    parser.add_argument("service", metavar="SERVICE")
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--author", required=True)
    parser.add_argument("--as-at", metavar="DATE")
    parser.add_argument("--grade", default="recorded", help="proven, recorded, reported or intelligence")
    parser.add_argument(
        "--handling",
        default="members only",
        help="may be minuted, members only, do not attribute, for the Board",
    )
    parser = _one(commands, "ask", "ask", "ask a service what it holds on the case: an action with its day")
    parser.add_argument("service", metavar="SERVICE")
    parser = commands.verb(
        "risk", "case:risk", "each service's own risk rating: add one, or list them side by side"
    )
    parser.add_argument(
        "act", metavar="add|list PRN", nargs="+", help="`add PRN` with what follows, or `list PRN`"
    )
    parser.add_argument("--service", default="")
    parser.add_argument("--tool", default="")
    parser.add_argument("--score", default="")
    parser.add_argument("--version", dest="tool_version", default="")
    parser.add_argument("--on", default="", metavar="DATE")
    parser.add_argument("--assessor", default="")


def _between_forums(commands: Commands) -> None:
    parser = _one(
        commands, "transfer", "transfer:propose", "propose a case to another forum, or take that back"
    )
    act = parser.add_mutually_exclusive_group(required=True)
    act.add_argument("--to", metavar="CODE", help="the other forum")
    act.add_argument("--withdraw", action="store_true", help="the proposal is taken back")
    parser.add_argument("--reason", required=True)
    parser = _one(
        commands, "accept-transfer", "transfer:accept", "accept a case that is proposed to your forum"
    )
    parser.add_argument("--note", default="")
    parser = _one(
        commands, "decline-transfer", "transfer:decline", "decline a case that is proposed to your forum"
    )
    parser.add_argument("--reason", required=True)
    parser = commands.verb("transfers", "transfer:list_", "cases that went or are to go between forums")
    parser.add_argument("--forum", default="", metavar="CODE")
    parser.add_argument("--receipt", type=int, metavar="NUMBER", help="the receipt of one transfer")


def _kept(commands: Commands) -> None:
    parser = _one(commands, "restrict", "restricted:restrict", "keep a case to named readers")
    _readers(parser, required=True)
    parser.add_argument("--reason", required=True)
    parser = _one(commands, "readers", "restricted:readers", "who reads a case; with --reader, named anew")
    _readers(parser, required=False)
    parser.add_argument("--reason", default="")
    parser = _one(commands, "lift", "restricted:lift", "lift a restriction (a chair)")
    parser.add_argument("--reason", required=True)
    parser = _one(
        commands,
        "exclude",
        "restricted:exclude",
        "keep somebody from a case: a conflict of interest (a chair)",
    )
    parser.add_argument(
        "--name",
        required=True,
        metavar="NAME",
        help="a user, or a holder of copies; whoever runs a meeting is told",
    )
    parser.add_argument(
        "--reason",
        required=True,
        help="the conflict, for all who may open the case; never who was harmed",
    )
    parser.add_argument("--from", dest="from_date", metavar="DATE")
    parser.add_argument("--to", dest="to_date", metavar="DATE")
    parser.add_argument("--end", action="store_true", help="the exclusion ends now")
    parser = _one(
        commands,
        "break-glass",
        "restricted:break_glass",
        "open a restricted case for an hour; others are told",
    )
    parser.add_argument(
        "--reason",
        default="",
        help="a sentence; its readers, every member of the next meeting and its minutes get it: without one, nothing "
        "is opened",
    )
    commands.verb("restricted", "restricted:mine", "the restricted cases that you are named to read")


def _readers(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--reader",
        action="append",
        required=required,
        default=[],
        metavar="NAME",
        help="somebody with access; once for each; a chair in office among them",
    )
