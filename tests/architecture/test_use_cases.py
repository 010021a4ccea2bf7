"""Nothing a person does goes round the door, and who may what changes only when a person has looked."""

import csv
import importlib
import inspect
import io
import os
import pkgutil
from pathlib import Path
from typing import Any

import app.usecases
from app.desk import UseCase, all_use_cases
from app.domain.people import Permission, grant
from app.domain.words import Role

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "permissions.csv"
ROLES = (Role.ADMINISTRATOR, Role.CHAIR, Role.MEMBER, Role.POLICE_LIAISON, Role.AUDITOR)
REMEDY = "look at what changed, then write it anew: FORUMDESK_GOLDEN=write ./run test tests/architecture"


def rooms() -> list[str]:
    """Import every room of use cases and give back the names."""
    names = [module.name for module in pkgutil.iter_modules(app.usecases.__path__, "app.usecases.")]
    for name in names:
        importlib.import_module(name)
    return names


def use_cases() -> list[UseCase[Any, Any]]:
    """Every use case of the program, and none that another test made for itself in this process."""
    names = rooms()
    return [case for case in all_use_cases() if case.function.__module__ in names]


def permission_table() -> str:
    """Print who may what from the code: a line for each use case, a column for each role."""
    page = io.StringIO(newline="")
    table = csv.writer(page, lineterminator="\n")
    table.writerow(["use case", "permission", *(role.value for role in ROLES)])
    for case in use_cases():
        may = [grant(case.permission, role).value for role in ROLES]
        table.writerow([f"{case.room}.{case.name}", case.permission.name, *may])
    return page.getvalue()


def test_every_public_function_of_a_room_is_a_use_case() -> None:
    stray = [
        f"{name}.{public}"
        for name in rooms()
        for public, thing in vars(importlib.import_module(name)).items()
        if inspect.isfunction(thing) and thing.__module__ == name and not public.startswith("_")
    ]
    assert stray == []


def test_a_use_case_keeps_the_name_and_the_sentence_of_its_function() -> None:
    for name in rooms():
        for public, thing in vars(importlib.import_module(name)).items():
            if isinstance(thing, UseCase) and thing.function.__module__ == name:
                assert thing.name == public
                assert thing.__doc__, f"{name}.{public} does not say why it is there"


def test_two_use_cases_never_share_a_name_since_the_trail_knows_them_by_it() -> None:
    names = [case.name for case in use_cases()]
    assert len(names) == len(set(names))


def test_the_golden_permission_table_is_what_the_code_says() -> None:
    printed = permission_table()
    if os.environ.get("FORUMDESK_GOLDEN") == "write":
        GOLDEN.write_text(printed, encoding="utf-8", newline="\n")
    assert GOLDEN.read_text(encoding="utf-8") == printed, REMEDY


def test_no_permission_lets_nobody_in() -> None:
    for permission in Permission:
        assert any(grant(permission, role).value == "●" for role in ROLES), permission


def test_an_auditor_never_changes_anything() -> None:
    allowed = [
        case.name
        for case in use_cases()
        if grant(case.permission, Role.AUDITOR).value in "●◐" and not case.looks
    ]
    assert set(allowed) <= {"change_passphrase"}
