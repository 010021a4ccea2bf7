"""The SQL authorizer by role: what each role's connection may write and may read (design/trust.md, "Opening").

The third barrier behind the door's question and the guard of every connection (db/guard.py). The door sets it once it
knows in which role somebody asks and before the use case runs; what the door itself writes comes after it is lifted.

Who may what is the golden table's (app/domain/people.py). Here stands only which tables each permission's use cases
write, so that a role may write what its permissions write and nothing else, and what those read who may open no case.
A test runs statements through each
role's connection for every table and compares with `tests/golden/engine.csv`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from app.domain.people import Grant, Permission, grant
from app.domain.words import Role
from db import readers_view
from db.connect import NARROWED
from db.guard import writer_guard

Guard = Callable[[int, str | None, str | None, str | None, str | None], int]

_DENY: int = sqlcipher.SQLITE_DENY
_IGNORE: int = sqlcipher.SQLITE_IGNORE
_WRITING = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE})

DOORS = frozenset({"trail", "trail_salts", "history", "row_seals", "told_drifts"})
"""What comes with every change, whoever makes it."""
SEARCH = frozenset({"linkage_keys", "search_people"})
"""Kept up with whom a change is about; the index of words is the engine's own tables behind these."""

_PLAN = frozenset(
    {"addresses", "address_checks", "address_consents", "plan_answers", "conditions", "condition_steps"}
    | {"consents"}
)
_BOARD = frozenset(
    {"hearings", "hearing_reports", "board_notices", "board_told", "result_actions", "actions"}
)
_CASE = frozenset(
    {"cases", "anchor_moves", "flags", "external_orders", "service_information", "risk_ratings"}
)
_PERSON = frozenset({"persons", "aliases", "ioms_records", "forum_values", "left_out"})
_EXTRACT = frozenset({"extracts", "extract_people", "changes", "rejections", "criteria_versions"})
_COPIES = frozenset({"copies", "copy_pages", "print_runs", "incident_steps", "disclosures"})
_POLICE = frozenset(
    {"returns", "returned_rows", "returned_cells", "exchanges", "disclosures", "linkage_decisions"}
)
_TAKEN = frozenset({"police_values", "address_checks", "external_orders", "addresses", "aliases"})
_TABLE = frozenset(
    {"decisions", "discussions", "attendance", "case_visits", "confidentiality_readings", "actions"}
)
_RUN = frozenset({"under_way", "under_way_cases", "item_moves"})
_KEYS = frozenset({"compartments", "compartment_keys"})
_READERS = frozenset({"restrictions", "case_readers", "exclusions", "stand_in_numbers"})
_MINUTES = frozenset({"minutes_versions", "minutes_steps", "corrections_asked"})
_ASKED = frozenset({"disclosure_requests", "disclosure_statements"})
_DISPOSAL = frozenset({"disposals", "disposal_holds", "disposal_classes"})

WRITES: Mapping[Permission, frozenset[str]] = {
    Permission.EDIT_CASE: _PLAN
    | _BOARD
    | _CASE
    | _PERSON
    | _EXTRACT
    | _RUN
    | SEARCH
    | {"transfers", "disclosures", "disclosure_requests", "disclosure_statements"},
    Permission.SEAL_SOURCE: _KEYS | {"sources", "service_information", "police_values"},
    Permission.OPEN_SOURCE: frozenset({"sources"}),
    Permission.RESTRICT_CASE: _READERS | _KEYS,
    Permission.LIFT_RESTRICTION: _READERS | _KEYS,
    Permission.BREAK_GLASS: frozenset({"broken_glass"}),
    Permission.MAKE_AGENDA: frozenset({"meetings", "asked_for"}) | _RUN,
    Permission.ASK_DISCLOSURE: _ASKED,
    Permission.APPROVE_DISCLOSURE: _ASKED,
    Permission.RECORD_DISCLOSURE: _ASKED | {"disclosures"},
    Permission.RECORD_MEETING: _TABLE | _RUN | _MINUTES | {"meetings", "asked_for"},
    Permission.CLOSE_MEETING: _TABLE | _RUN | _MINUTES | {"meetings", "milestones_taken", "copies"},
    Permission.CORRECT_MINUTES: _MINUTES,
    Permission.EVALUATE_MEETING: frozenset({"evaluations"}),
    Permission.MARK_ACTION: frozenset({"actions"}),
    Permission.PRINT_PACKS: _COPIES,
    Permission.DESTROY_COPY: frozenset({"copies", "incident_steps"}),
    Permission.MAKE_POLICE_WORKBOOK: frozenset(
        {"exchanges", "exchange_rows", "exchange_chases", "address_checks", "disclosures"}
    ),
    Permission.TAKE_IN_POLICE: _POLICE,
    Permission.DECIDE_POLICE: _POLICE | _TAKEN | SEARCH,
    Permission.FORCE_MATCH: _POLICE | _TAKEN | SEARCH,
    Permission.ASK_MATCH: frozenset({"returned_rows"}),
    Permission.CHANGE_FORUM: _KEYS | {"forums", "meetings", "condition_texts"},
    Permission.APPROVE_PERSON: _KEYS | {"users", "roles", "proposals"},
    Permission.PROPOSE_PERSON: frozenset({"proposals"}),
    Permission.HAND_OVER: _KEYS | {"proposals"},
    Permission.ACCEPT_OFFICE: _KEYS | {"roles", "proposals"},
    Permission.REVOKE_PERSON: _KEYS | {"users", "roles", "proposals", "meta"},
    Permission.OWN_KEYS: frozenset({"compartment_keys"}),
    Permission.PROPOSE_DISPOSAL: _DISPOSAL,
}
"""The tables that each permission's use cases write, beside the door's own; one that is not here writes none."""

HELD = frozenset({"users", "roles", "proposals", "recovery", "meta"})
"""Who is who: written under the very permission that is about it, not under any that the role has too."""
REMOVED = SEARCH | {"left_out", "compartment_keys"}
"""Whose rows may be taken away: what is made anew each time. All else is withdrawn, and only disposal erases."""
ONE_AT_A_TIME = frozenset({Role.POLICE_LIAISON})
"""Roles from outside the service: a change of theirs writes what its own permission writes and reads no more on
the way than a look of theirs. `history` is read by taking back what was taken."""
WHOLE = frozenset({Permission.RESTORE, Permission.DISPOSE})
"""Permissions whose use cases touch whatever there is; others of the role get nothing from them."""


SEES_ALL = frozenset({Permission.CHECK_REGISTER, Permission.VERIFY_TRAIL})
"""Checks read every row, whoever asks, and tell numbers alone."""

_SPOKEN = frozenset({"discussions", "minutes_versions", "minutes_steps", "corrections_asked", "evaluations"})
_HELD_BACK = _SPOKEN | {"risk_ratings", "history", "rejections"}

UNREAD: Mapping[Role, frozenset[str]] = {
    Role.MEMBER: frozenset(
        {"evaluations", "minutes_versions", "minutes_steps", "corrections_asked", "rejections"}
    ),
    Role.POLICE_LIAISON: _HELD_BACK,
    Role.AUDITOR: _HELD_BACK
    | {"sources", "service_information", "board_told", "search_people", "returned_rows", "returned_cells"}
    | {"changes", "external_orders"},
}
"""Tables that nothing a role may look at rests on: reading one is refused."""

BLANK: Mapping[Role, Mapping[str, frozenset[str]]] = {
    Role.AUDITOR: {
        "persons": frozenset(
            {"prn", "surname", "given_names", "name_key", "date_of_birth", "physical_marks"}
        ),
        "aliases": frozenset({"surname", "given_names", "name_key"}),
        "addresses": frozenset({"address"}),
        "linkage_keys": frozenset({"key"}),
        "under_way_cases": frozenset({"texts"}),
    }
}
"""Columns that the engine hands to a role as empty: an auditor's trail and figures name nobody (golden table), and
tell the seconds that a case took at the table without a word of what was typed there."""


_LISTED = frozenset(
    {
        "actions",
        "address_checks",
        "addresses",
        "anchor_moves",
        "asked_for",
        "cases",
        "condition_steps",
        "conditions",
    }
    | {
        "decisions",
        "exclusions",
        "flags",
        "forum_values",
        "hearings",
        "ioms_records",
        "milestones_taken",
        "persons",
    }
    | {"plan_answers", "police_values", "restrictions", "stand_in_numbers", "told_drifts"}
)
"""What the agenda rule rests on, by which a coming agenda and the workload to come are computed."""
_RETURNED = frozenset({"exchange_rows", "returned_rows", "returned_cells"})

READS: Mapping[Role, Mapping[Permission, frozenset[str]]] = {
    Role.POLICE_LIAISON: {
        Permission.SEE_AGENDA: _LISTED | _RETURNED | {"broken_glass"},
        Permission.TAKE_IN_POLICE: _RETURNED | {"cases", "persons", "police_values", "linkage_decisions"},
        Permission.ASK_DISCLOSURE: _ASKED | {"cases", "persons"},
        Permission.OPEN_SOURCE: frozenset({"sources", "compartments", "compartment_keys", "cases", "persons"})
        | {"police_values", "service_information"},
    },
    Role.AUDITOR: {
        Permission.SEE_FIGURES: _LISTED | {"under_way_cases", "item_moves"},
        Permission.READ_TRAIL: frozenset({"persons"}),
        Permission.SEE_DISCLOSURES: frozenset({"persons"}),
    },
}
"""For roles that may open no case (golden table): which tables about people a look under each permission reads.

Any other table about people is refused. What is read beyond the words of the golden table has its reason in
`tests/golden/engine-reads.csv`."""


@cache
def _refused(role: Role, permission: Permission) -> frozenset[str]:
    """The tables that a look of a role under a permission does not read."""
    reads = READS.get(role)
    others = (
        frozenset[str]()
        if reads is None
        else readers_view.about_people() - reads.get(permission, frozenset())
    )
    return UNREAD[role] | others


def narrow(connection: Connection, role: Role, permission: Permission, *, looks: bool) -> None:
    """Hold this connection to what the role may, from the next statement on.

    One that is held to just that already stays as it is: with a new guard the engine reads every statement anew.
    """
    if connection.info.get(NARROWED) == (role, permission, looks):
        return
    if looks:
        _set(connection, _looking(role, permission, readers_view.guard_on(connection)))
    else:
        _set(connection, _changing(role, permission))
    connection.info[NARROWED] = role, permission, looks


def open_reading(connection: Connection) -> None:
    """Back to the guard of a looking connection: the next look asks who is looking before it is narrowed."""
    if NARROWED in connection.info:
        _set(connection, readers_view.guard_on(connection))


def widen(connection: Connection) -> None:
    """Back to the guard of every writing connection: for what the door itself writes."""
    _set(connection, writer_guard)


def _set(connection: Connection, guard: Guard) -> None:
    raw = connection.connection.dbapi_connection
    if raw is None:
        raise ValueError("a guard needs an open connection")
    connection.info.pop(NARROWED, None)
    raw.set_authorizer(guard)


def may_write(role: Role, table: str, permission: Permission, *, removes: bool = False) -> bool:
    """Whether a role may write a table: by any of its permissions, or only by one where the table is held or whole.

    A table that no permission names is an administrator's and a chair's, so that a new one works and is seen in the
    golden table.
    """
    if permission in WHOLE and _granted(permission, role):
        return True
    if removes and table not in REMOVED:
        return False
    if table in DOORS:
        return True
    among = [permission] if table in HELD or role in ONE_AT_A_TIME else list(Permission)
    if any(table in WRITES.get(each, ()) for each in among if _granted(each, role)):
        return True
    named = table in HELD or any(table in tables for tables in WRITES.values())
    return not named and role in (Role.ADMINISTRATOR, Role.CHAIR)


def _granted(permission: Permission, role: Role) -> bool:
    return grant(permission, role) in (Grant.YES, Grant.LIMITED)


@cache
def _changing(role: Role, permission: Permission) -> Guard:
    known: dict[tuple[int, str], bool] = {}
    unread = UNREAD[role] - {"history"} if role in ONE_AT_A_TIME else frozenset[str]()

    def guard(
        action: int, first: str | None, second: str | None, database: str | None, inside: str | None
    ) -> int:
        if action in _WRITING and database == "main" and first:
            table = first.casefold()
            if (action, table) not in known:
                removes = action == sqlcipher.SQLITE_DELETE
                known[action, table] = table.startswith(("search_", "sqlite_")) or may_write(
                    role, table, permission, removes=removes
                )
            if not known[action, table]:
                return _DENY
        if action == sqlcipher.SQLITE_READ and database == "main" and first in unread:
            return _DENY
        return writer_guard(action, first, second, database, inside)

    return guard


def _looking(role: Role, permission: Permission, base: Guard) -> Guard:
    """Reading alone; what a role may not read is refused, or empty. Made anew: `base` hangs on who is hidden."""
    if permission in SEES_ALL or role not in UNREAD:
        return base
    unread, blanks = _refused(role, permission), BLANK.get(role, {})

    def guard(
        action: int, first: str | None, second: str | None, database: str | None, inside: str | None
    ) -> int:
        if action == sqlcipher.SQLITE_READ and database == "main":
            if first in unread:
                return _DENY
            if second in blanks.get(first or "", ()):
                return _IGNORE
        return base(action, first, second, database, inside)

    return guard
