"""Sizes that should make one stop and think. The test prints them, a person decides."""

import ast

from tests.architecture.source import PACKAGES, ROOT, modules

FILE, METHODS, ATTRIBUTES, FUNCTION = 400, 25, 15, 50


def large_things() -> list[str]:
    """Name each file, class and function over the size at which one should stop and think."""
    found = []
    for path, tree in modules().items():
        lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
        if lines > FILE:
            found.append(f"{path}: {lines} lines")
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                methods = sum(isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)) for item in node.body)
                attributes = sum(isinstance(item, ast.AnnAssign) for item in node.body)
                if methods > METHODS:
                    found.append(f"{path}:{node.lineno} class {node.name}: {methods} methods")
                if attributes > ATTRIBUTES and path.parts[:2] != ("db", "tables"):
                    found.append(f"{path}:{node.lineno} class {node.name}: {attributes} attributes")
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION:
                    found.append(f"{path}:{node.lineno} {node.name}(): {length} lines")
    return found


def test_sizes_are_printed_for_a_person_to_decide() -> None:
    for line in large_things():
        print(line)  # noqa: T201 - printing is what this test is for; shown with `pytest -rP`
    seen = {path.parts[0] for path in modules()}
    assert seen == set(PACKAGES)
