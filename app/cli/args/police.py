"""`forumdesk police …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands, name_in_capitals

HELP = "the Police workbook: out, in, review, confirm"


def add(commands: Commands) -> None:
    _out_and_in(commands)
    _decide(commands)
    _links(commands)
    commands.verb("list", "police:list_", "what was sent, what is due, what waits here")
    _exchange(
        commands.verb("passphrase", "police:passphrase", "show the passphrase a workbook was sent with")
    )


def _out_and_in(commands: Commands) -> None:
    export = commands.verb("export", "police:export", "make the workbook of an issued agenda")
    export.add_argument("meeting", type=name_in_capitals, metavar="MEETING", help="such as CHC-2027-03-10")
    _file_out(export)
    again = commands.verb("ask-back", "police:ask_back", "make a smaller workbook of what is asked back")
    _exchange(again)
    _file_out(again)
    chase = commands.verb(
        "chase", "police:chase", "words of a reminder to Police, and a note that they had it"
    )
    _exchange(chase)
    chase.add_argument("--how", metavar="H", default="mail", help="such as mail or telephone (default: mail)")
    chase.add_argument("--only-words", action="store_true", help="show the words and record nothing")
    take_in = commands.verb("import", "police:import_", "take in what Police sent back; writes no answer")
    take_in.add_argument("file", metavar="FILE")
    take_in.add_argument(
        "--workbook-passphrase-from",
        metavar="P",
        help="its passphrase; without it those kept with the last workbooks are tried",
    )
    take_in.add_argument(
        "--exchange",
        type=name_in_capitals,
        metavar="EXCHANGE",
        help="which one it belongs to, where the file no longer tells",
    )
    take_in.add_argument(
        "--replace",
        action="store_true",
        help="review it in place of a reply that has been decided on already",
    )


def _file_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="FILE", help="where the workbook is written (.xlsx)")
    secret = parser.add_mutually_exclusive_group(required=True)
    secret.add_argument(
        "--workbook-passphrase-from",
        metavar="P",
        help="encrypt it with the passphrase on this file's first line",
    )
    secret.add_argument("--plain", action="store_true", help="leave it unencrypted; the trail says so")


def _decide(commands: Commands) -> None:
    _exchange(commands.verb("review", "police:review", "theirs beside ours, cell by cell"))
    decide = commands.verb("decide", "police:decide", "accept, reject, ask back or edit cells")
    _exchange(decide)
    which = decide.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--accept-all-intact",
        action="store_true",
        help="accept the cells of intact rows where the register has nothing yet",
    )
    which.add_argument(
        "--cell", action="append", metavar="ID", help="one cell, such as x3.threats; may be given again"
    )
    decide.add_argument(
        "--unchanged",
        action="store_true",
        help="with --accept-all-intact: also where Police say again what they said before",
    )
    verdict = decide.add_mutually_exclusive_group()
    verdict.add_argument("--accept", dest="verdict", action="store_const", const="accept")
    verdict.add_argument("--reject", dest="verdict", action="store_const", const="reject")
    verdict.add_argument("--ask", dest="verdict", action="store_const", const="ask", help="ask Police back")
    verdict.add_argument(
        "--undo", dest="verdict", action="store_const", const="undo", help="back to undecided"
    )
    verdict.add_argument(
        "--edit", metavar="VALUE", help="take a corrected value; Police's own is kept beside it"
    )
    decide.add_argument("--reason", metavar="R", default="", help="why, or what is asked: Police read it")
    confirm = commands.verb("confirm", "police:confirm", "write what was accepted and make the receipt")
    _exchange(confirm)
    confirm.add_argument("--receipt", required=True, metavar="FILE", help="where the receipt is written")
    back = commands.verb(
        "take-back", "police:take_back", "undo a whole confirm, while nothing else was recorded since"
    )
    _exchange(back)


def _links(commands: Commands) -> None:
    link = commands.verb("link", "police:link", "say whom a row without a seal is about (a chair)")
    _exchange(link)
    link.add_argument("--row", required=True, metavar="ID", help="the row, such as x7")
    whom = link.add_mutually_exclusive_group(required=True)
    whom.add_argument("--prn", metavar="P")
    whom.add_argument("--nobody", action="store_true", help="none of the people proposed for it")
    _rank(link)
    ask = commands.verb("ask-link", "police:ask_link", "ask a chair to say whom such a row is about")
    _exchange(ask)
    ask.add_argument("--row", required=True, metavar="ID", help="the row, such as x7")
    ask.add_argument("--prn", required=True, metavar="P")
    _rank(ask)
    unlink = commands.verb("unlink", "police:unlink", "take a link back, with whatever it wrote (a chair)")
    _exchange(unlink)
    unlink.add_argument("--row", required=True, metavar="ID")


def _rank(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rank", type=int, metavar="N", help="which proposed address, for a row of the sheet Addresses"
    )


def _exchange(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "exchange", type=name_in_capitals, metavar="EXCHANGE", help="as `police list` shows it"
    )
