"""`forumdesk hearing …`"""

from __future__ import annotations

from app.cli.args import Commands

HELP = "hearing"


def add(_commands: Commands) -> None:
    """Filled by the room's own commands."""
