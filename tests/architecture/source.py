"""What the tests of the house read: our own files, and their syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "db", "reports", "ui")


@cache
def modules() -> dict[Path, ast.Module]:
    """Parse every module of the four packages, by its path from the root."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            found[path.relative_to(ROOT)] = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    return found


@cache
def committed() -> tuple[Path, ...]:
    """List the files that git keeps, from the root; where there is no git, all that are not hidden."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if not hidden(path)]
    return tuple(Path(name) for name in listed if name and (ROOT / name).is_file())


def hidden(path: Path) -> bool:
    """Say whether the path lies in a folder that is not ours: .venv, .git, build products."""
    return any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(ROOT).parts)


def texts() -> Iterator[tuple[Path, str]]:
    """Read every committed file that is text."""
    for path in committed():
        try:
            yield path, (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
