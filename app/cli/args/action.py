"""`forumdesk action …`"""

from __future__ import annotations

from app.cli.args import Commands, name_in_capitals

HELP = "actions and what became of them"


def add(commands: Commands) -> None:
    listed = commands.verb("list", "action:list_", "list actions by due date")
    listed.add_argument("--forum", metavar="CODE", default="")
    listed.add_argument("--open", action="store_true", help="only those without an outcome")
    done = commands.verb("done", "action:done", "say what became of an action")
    done.add_argument("id", metavar="ID", help="its number, as listed")
    done.add_argument("--outcome", required=True, choices=("done", "overtaken", "not-done", "transferred"))
    done.add_argument("--on", metavar="D", help="the day; otherwise today")
    done.add_argument("--note", metavar="N", default="")
    done.add_argument("--to", metavar="O", default="", help="the new owner of a transferred action")
    done.add_argument("--to-service", metavar="S", help="the new owner's service, where it is another")
    done.add_argument("--due", metavar="D", help="the new owner's day, where it is another")
    slips = commands.verb("slips", "action:slips", "a slip for each owner, as a numbered copy")
    slips.add_argument("meeting", type=name_in_capitals, metavar="MEETING", help="a closed meeting")
    slips.add_argument("--out", required=True, metavar="DIR", help="the folder the files go to")
    slips.add_argument("--owner", metavar="O", default="", help="for this owner alone")
    slips.add_argument("--plain", action="store_true", help="do not encrypt the files (entered in the trail)")
    slips.add_argument("--reason", default="", help="why these slips are printed")
