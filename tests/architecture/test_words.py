"""Words that may stand nowhere: of one machine, of things left undone, of what the register must not hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import modules, texts

HERE = Path("tests/architecture/test_words.py")
LICENCES = ("LICENSE", "reports/fonts/")

MACHINE = re.compile(r"/w[o]rk/|/tmp/(bash|plan)|/r[o]ot/|/home/[a-z]+/|C:\\Users\\[a-z]+", re.IGNORECASE)
REGISTRY = re.compile(r"pypi\.org|pythonhosted|test\.pypi|index-url|extra-index", re.IGNORECASE)
UNDONE = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b")

# mission.md P3 and D4: no field anywhere can hold a victim's name or address, and no clinical field exists.
VICTIM = re.compile(
    r"victim(?!_nearness|_clear|s?_register).*(name|address|phone|contact|person|whanau|detail)"
)
CLINICAL = re.compile(
    r"diagnos|medicat|clinical|prescri|psychiatr|illness|symptom|patient|icd_?\d|dosage|disorder"
)


def mapped_names() -> Iterator[tuple[Path, str]]:
    """Name every table and column, from annotations, assignments and the first words of calls."""
    for path, tree in modules().items():
        if path.parts[:2] not in {("db", "tables"), ("db", "migrations")}:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield path, node.target.id
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield path, node.id
            elif isinstance(node, ast.Call):
                yield from ((path, text) for text in names_called(node))


def names_called(node: ast.Call) -> Iterator[str]:
    """Pick the first word out of Column("…"), Table("…") and mapped_column("…")."""
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called in {"Column", "Table", "mapped_column", "create_table", "add_column"}:
        yield from (
            item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)
        )


def found(pattern: re.Pattern[str]) -> list[str]:
    """Name each line of a committed file in which the pattern stands."""
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts()
        if path != HERE and not path.as_posix().startswith(LICENCES)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert found(MACHINE) == []


def test_no_file_names_a_package_registry() -> None:
    assert found(REGISTRY) == []


def test_nothing_is_left_marked_as_undone() -> None:
    assert found(UNDONE) == []


def test_no_mapped_field_can_hold_a_victims_name_or_address() -> None:
    assert [(path, name) for path, name in mapped_names() if VICTIM.search(name.lower())] == []


def test_no_mapped_field_is_clinical() -> None:
    assert [(path, name) for path, name in mapped_names() if CLINICAL.search(name.lower())] == []


def test_the_scan_sees_the_tables() -> None:
    names = {name for _, name in mapped_names()}
    assert {"prn", "surname", "date_of_birth"} <= names


def test_the_patterns_see_what_they_are_for() -> None:
    for name in ("victim_name", "victim_address", "victims_phone", "victim_person_id"):
        assert VICTIM.search(name), name
    for name in ("diagnosis", "medication", "clinical_notes", "psychiatric_history"):
        assert CLINICAL.search(name), name
    assert not VICTIM.search("victim_nearness_answer")
    assert MACHINE.search("see /work/main")
    assert UNDONE.search("# TODO: later")
