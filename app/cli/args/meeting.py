"""`forumdesk meeting …`"""

from __future__ import annotations

import argparse

from app.cli.args import Commands, as_known, name_in_capitals

HELP = "meetings: schedule, agenda, decisions, closing"

_KINDS = ("combined", "preparation", "sign-off", "extraordinary")
_DECISIONS = ("agreed", "agreed-with-changes", "more-to-do", "deferred")
_SERVICE = "prisons, probation, psychological services or police"


def add(commands: Commands) -> None:
    _schedule(commands)
    _agenda(commands)
    _record(commands)
    _run(commands)
    _attendance(commands)
    _closing(commands)
    _minutes(commands)
    _evaluation(commands)


def _schedule(commands: Commands) -> None:
    schedule = commands.verb("schedule", "meeting:schedule", "schedule a meeting")
    schedule.add_argument("--forum", required=True, metavar="CODE")
    schedule.add_argument("--date", required=True, metavar="D", help="dd/mm/yyyy or yyyy-mm-dd")
    schedule.add_argument("--kind", choices=_KINDS, default="combined")
    schedule.add_argument(
        "--chair-service", metavar="S", help="the service that chairs; otherwise the one whose turn it is"
    )
    chair = commands.verb("chair", "meeting:chair", "have another service chair a scheduled meeting")
    _meeting(chair)
    chair.add_argument("service", metavar="SERVICE", help="prisons, probation or psychological services")
    listed = commands.verb("list", "meeting:list_", "list meetings")
    listed.add_argument("--forum", metavar="CODE", default="")


def _agenda(commands: Commands) -> None:
    agenda = commands.verb("agenda", "meeting:agenda", "the agenda by rule; --issue freezes it")
    _meeting(agenda)
    agenda.add_argument("--issue", action="store_true", help="issue it: it does not change from then on")
    as_known(agenda)
    ask = commands.verb("ask", "meeting:ask", "have a case on the agenda because somebody asked")
    _meeting(ask)
    _person(ask)
    ask.add_argument("--reason", required=True, metavar="R")
    ask.add_argument("--asked-by", metavar="N", default="", help="who asked, if it was not you")
    off = commands.verb("take-off", "meeting:take_off", "take back that a case was asked for")
    _meeting(off)
    _person(off)
    off.add_argument("--reason", required=True, metavar="R")


def _record(commands: Commands) -> None:
    decide = commands.verb("decide", "discussion:decide", "record what was decided on a case")
    _meeting(decide)
    _person(decide)
    decide.add_argument("--decision", required=True, choices=_DECISIONS)
    decide.add_argument("--reason", required=True, metavar="R")
    decide.add_argument("--dissent", metavar="D", default="", help="what was said against it")
    decide.add_argument("--dissent-by", metavar="N", default="", help="who saw it otherwise")
    decide.add_argument("--disclosure-considered", choices=("yes", "no", "deferred"))
    decide.add_argument("--disclosure-note", metavar="W", default="", help="what was said of disclosure")
    decide.add_argument("--next-review", metavar="D")
    disclosure = commands.verb(
        "disclosure", "discussion:disclosure", "say that disclosure was considered on a decided case"
    )
    _meeting(disclosure)
    _person(disclosure)
    disclosure.add_argument("--considered", required=True, choices=("yes", "no", "deferred"))
    disclosure.add_argument("--note", metavar="W", default="", help="what was said, in words")
    discuss = commands.verb("discuss", "discussion:discuss", "record what a service said about a case")
    _meeting(discuss)
    _person(discuss)
    discuss.add_argument("--service", required=True, metavar="S", help=_SERVICE)
    discuss.add_argument("--text", required=True, metavar="T", help="empty takes back what was said")
    discuss.add_argument(
        "--handling",
        choices=("may-be-minuted", "members-only", "do-not-attribute", "for-the-board"),
        default="may-be-minuted",
    )
    discuss.add_argument(
        "--grade", choices=("proven", "recorded", "reported", "intelligence"), default="reported"
    )
    records = commands.verb(
        "records", "discussion:records", "what stands recorded for each case of a meeting"
    )
    _meeting(records)
    action = commands.verb("action", "meeting:action", "give somebody an action on a case")
    _meeting(action)
    _person(action)
    action.add_argument("--text", required=True, metavar="T")
    action.add_argument("--service", required=True, metavar="S", help=_SERVICE)
    action.add_argument("--owner", required=True, metavar="O")
    action.add_argument("--due", required=True, metavar="D")
    coming = commands.verb("forecast", "forecast:show", "the coming eight agendas in cases and minutes")
    coming.add_argument("--forum", required=True, metavar="CODE")
    coming.add_argument(
        "--split", action="store_true", help="what if a preparation and a sign-off shared each month"
    )
    line = commands.verb("action-line", "meeting:action_line", "give somebody an action, said in one line")
    _meeting(line)
    _person(line)
    line.add_argument("line", metavar="LINE", help="'Probation S. Merrin by 9 Dec: find another address'")


def _attendance(commands: Commands) -> None:
    attend = commands.verb("attend", "attendance:attend", "record who is there, or excused")
    _meeting(attend)
    attend.add_argument("--service", required=True, metavar="S", help=_SERVICE)
    attend.add_argument("--name", required=True, metavar="N")
    how = attend.add_mutually_exclusive_group(required=True)
    for flag, presence in (
        ("--present", "present"),
        ("--apologies", "apologies"),
        ("--substitute", "substitute"),
        ("--information-sent", "information sent"),
    ):
        how.add_argument(flag, dest="presence", action="store_const", const=presence)
    attend.add_argument("--role", metavar="R", default="", help="what they are there as")
    attend.add_argument(
        "--for", dest="stands_for", metavar="N", default="", help="whom a substitute stands for"
    )
    attend.add_argument("--sent-on", metavar="D", help="the day on which information was sent instead")
    attend.add_argument("--case", metavar="PRN", help="they are there for this case only")
    attend.add_argument("--in", dest="came", metavar="HH:MM", help="when they came in for it")
    attend.add_argument("--out", dest="left", metavar="HH:MM", help="when they went out again")
    there = commands.verb(
        "attendance", "attendance:show", "who is there, the quorum, and who heard the statement"
    )
    _meeting(there)
    _meeting(
        commands.verb("invited", "attendance:invited", "who is expected at a meeting, and what each answered")
    )
    said = commands.verb(
        "confidentiality", "attendance:confidentiality", "record that the confidentiality statement was read"
    )
    _meeting(said)
    said.add_argument("--by", metavar="N", default="", help="who read it, if it was not you")
    said.add_argument("--at", metavar="HH:MM", help="when, if it was not now")


def _closing(commands: Commands) -> None:
    listed = commands.verb("checklist", "meeting:checklist", "what stands in the way of closing a meeting")
    _meeting(listed)
    close = commands.verb("close", "meeting:close", "close a meeting (a chair in office)")
    _meeting(close)
    close.add_argument(
        "--out-reason",
        action="append",
        default=[],
        metavar="CODE=REASON",
        help="why the copy of this code stays out; once for each copy",
    )


def _run(commands: Commands) -> None:
    _meeting(
        commands.verb(
            "under-way", "run:under_way", "where a meeting stands: case in hand, time, who is not reached"
        )
    )
    vote = commands.verb("vote-paper", "run:vote_paper", "agree every case on paper in one vote")
    _meeting(vote)
    vote.add_argument("--disclosure-considered", choices=("yes", "no", "deferred"))
    pull = commands.verb("pull", "run:pull", "pull a case to the table because a member asks")
    _meeting(pull)
    _person(pull)
    pull.add_argument("--by", required=True, metavar="NAME", help="the member who asks")
    pull.add_argument("--to-paper", action="store_true", help="the other way: to the vote on paper")


def _minutes(commands: Commands) -> None:
    read = commands.verb("minutes", "minutes:show", "the minutes of a closed meeting, and their versions")
    _meeting(read)
    read.add_argument("--version", dest="wanted", type=int, metavar="N", help="an older version")
    how = read.add_mutually_exclusive_group()
    how.add_argument("--passages", action="store_true", help="the passages that can be corrected, by key")
    how.add_argument("--canonical", action="store_true", help="the text that was frozen, whose SHA-384 it is")
    _meeting(
        commands.verb(
            "restricted", "restricted:at_meeting", "cases opened by break-glass, and who leaves the room"
        )
    )
    _meeting(commands.verb("confirm-minutes", "minutes:confirm", "confirm the minutes (a chair in office)"))
    reopen = commands.verb("reopen-minutes", "minutes:reopen", "open confirmed minutes again (a chair)")
    _meeting(reopen)
    reopen.add_argument("--reason", required=True, metavar="R")
    for name, run, says in (
        ("correct-minutes", "minutes:correct", "correct a passage: a new version with what changed"),
        ("ask-correction", "minutes:ask", "ask the chair to correct signed minutes"),
    ):
        correct = commands.verb(name, run, says)
        _meeting(correct)
        correct.add_argument("--passage", required=True, metavar="KEY", help="such as 3.reason, or note")
        correct.add_argument("--text", required=True, metavar="T", help="how it should read")
        correct.add_argument("--reason", required=True, metavar="R", help="why")
    answer = commands.verb(
        "answer-correction", "minutes:answer", "make a correction asked for, or leave it (a chair)"
    )
    _meeting(answer)
    answer.add_argument("correction", metavar="N", help="its number")
    said = answer.add_mutually_exclusive_group(required=True)
    said.add_argument("--make", dest="make", action="store_true")
    said.add_argument("--leave", dest="make", action="store_false")


def _evaluation(commands: Commands) -> None:
    score = commands.verb("evaluate", "evaluation:evaluate", "the chair's own evaluation, one minute long")
    _meeting(score)
    score.add_argument(
        "--score", action="append", default=[], metavar="CODE=N", help="1 to 5; without any, the statements"
    )
    score.add_argument("--note", metavar="N", default="")
    trend = commands.verb("evaluations", "evaluation:trend", "how chairs saw a forum's meetings, by day")
    trend.add_argument("--forum", required=True, metavar="CODE")


def _meeting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("meeting", type=name_in_capitals, metavar="MEETING", help="such as CHC-2027-03-10")


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prn", required=True, metavar="P")
