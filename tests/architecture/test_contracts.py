"""The import contracts of pyproject.toml hold, and each of them barks when it is broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "db", "reports", "ui")

# contract, {file: what is planted there}, what the alarm must say
PLANTS = [
    ("rooms", {"app/domain/planted.py": "import sqlalchemy"}, "app.domain.planted (room app.domain)"),
    ("rooms", {"app/usecases/planted.py": "import reportlab"}, "may not import reportlab"),
    ("rooms", {"app/cli/planted.py": "import openpyxl"}, "may not import openpyxl"),
    ("rooms", {"db/tables/planted.py": "import sqlcipher3"}, "may not import sqlcipher3"),
    ("rooms", {"db/tables/planted.py": "import app.domain.words, db.queries"}, "may not import db.queries"),
    ("rooms", {"reports/planted.py": "import cryptography"}, "may not import cryptography"),
    ("rooms", {"ui/planted.py": "import app.cli"}, "ui.planted (room ui) may not import app.cli"),
    ("rooms", {"db/planted.py": ""}, "db.planted stands in no room"),
    ("floors", {"app/domain/planted.py": "import app.usecases"}, "app.domain.planted"),
    ("floors", {"app/planted.py": ""}, "planted"),
    ("packages", {"db/tables/planted.py": "import reports"}, "db.tables.planted -> reports"),
    ("packages", {"reports/planted.py": "import db.tables"}, "reports.planted -> db.tables"),
    (
        "use-cases",
        {"app/usecases/planted.py": "import app.usecases.shared", "app/usecases/shared.py": ""},
        "app.usecases.planted -> app.usecases.shared",
    ),
    ("window", {"ui/planted.py": "import db.tables"}, "ui.planted -> db.tables"),
    ("window", {"app/cli/planted.py": "import reports"}, "app.cli.planted -> reports"),
    ("qt", {"app/usecases/planted.py": "import PySide6.QtCore"}, "app.usecases.planted -> PySide6"),
    ("pure", {"app/domain/planted.py": "import random"}, "app.domain.planted -> random"),
    ("door", {"app/desk/door.py": "import reports"}, "app.desk.door -> reports"),
]


def lint(folder: Path, *words: str) -> tuple[int, str]:
    """Run the contracts on the packages in the folder; give back the exit code and all that was said."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(
        [*command, "--no-cache", "--no-logo", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "400", "NO_COLOR": "1"},
    )
    return done.returncode, done.stdout + done.stderr


def contract_ids() -> list[str]:
    """Read the contracts' short names from pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Lay out the four packages and their contracts in a folder of their own."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=lambda folder, names: unwanted(names))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tests" / "architecture").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "architecture" / "rooms.py", tmp_path / "tests" / "architecture")
    return tmp_path


def unwanted(names: list[str]) -> set[str]:
    """Pick out what is neither a folder nor source."""
    return {name for name in names if name == "__pycache__" or ("." in name and not name.endswith(".py"))}


def test_every_contract_holds() -> None:
    code, said = lint(ROOT)
    assert code == 0, said


def test_every_contract_has_a_planted_breach() -> None:
    assert sorted(set(contract_ids())) == sorted({contract for contract, _, _ in PLANTS})


@pytest.mark.parametrize(
    ("contract", "files", "alarm"),
    PLANTS,
    ids=[f"{plant[0]}-{number}" for number, plant in enumerate(PLANTS)],
)
def test_a_planted_breach_raises_the_alarm(
    copy: Path, contract: str, files: dict[str, str], alarm: str
) -> None:
    for name, source in files.items():
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{source}\n")
    code, said = lint(copy, "--contract", contract)
    assert code == 1, said
    assert alarm in said
