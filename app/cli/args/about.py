"""`forumdesk about`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "which program this is, and the licences of its libraries"


def add(commands: Commands) -> None:
    commands.alone("about:show")
