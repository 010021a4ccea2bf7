"""`forumdesk about`: which program this is, for whoever asks for help, and the licences of all it is made of."""

from __future__ import annotations

from app.cli.base import Call, Reply, table
from app.desk.about import about


def show(_call: Call) -> Reply:
    found = about()
    data: dict[str, object] = {
        "version": found.version,
        "schema": found.schema,
        "python": found.python,
        "system": found.system,
        "libraries": [
            {"name": row.name, "version": row.version, "licence": row.licence} for row in found.libraries
        ],
    }
    rows = [(row.name, row.version, row.licence) for row in found.libraries]
    return Reply(data, (*found.lines, "", *table(("Library", "Version", "Licence"), rows)))
