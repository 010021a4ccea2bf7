"""About reads what is installed, in a checkout and in a frozen program, and hides no library that tells nothing."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from app.desk.about import about
from app.domain.about import key_of, licence_of, needed
from db.schema import names


def test_every_library_that_is_asked_for_stands_with_its_version_and_licence() -> None:
    found = about()
    rows = {key_of(row.name): row for row in found.libraries}
    asked = needed(metadata.requires("forumdesk") or (), frozenset({"gui"}))
    for name, everywhere in asked.items():
        assert key_of(name) in rows or not everywhere
    assert rows["openpyxl"].version == metadata.version("openpyxl")
    assert rows["et-xmlfile"].licence.startswith("MIT")  # what openpyxl asks for in its turn
    assert "LGPL" in rows["pyside6-essentials"].licence
    assert "pytest" not in rows
    assert all(row.licence and row.licence != "not told" for row in found.libraries)
    assert "permission" in rows["sqlcipher3"].text.casefold()
    assert (found.version, found.schema) == (metadata.version("forumdesk"), len(names()))


class _Folder:
    """A frozen program's folder: metadata is found in it and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str) -> metadata.Distribution:
        for found in metadata.distributions(path=[str(self.folder)]):
            if key_of(found.metadata["Name"]) == key_of(name):
                return found
        raise metadata.PackageNotFoundError(name)


def _package(folder: Path, name: str, *lines: str, text: str = "") -> None:
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    head = (f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0", *lines)
    (info / "METADATA").write_text("\n".join(head) + "\n", encoding="utf-8")
    (info / "RECORD").write_text(f"{info.name}/LICENSE,,\n{info.name}/METADATA,,\n", encoding="utf-8")
    if text:
        (info / "LICENSE").write_text(text, encoding="utf-8")


def test_a_frozen_program_tells_what_it_took_along_and_names_what_it_did_not(tmp_path: Path) -> None:
    _package(
        tmp_path, "forumdesk",
        "Requires-Dist: alpha>=1", "Requires-Dist: left-behind", 'Requires-Dist: pane; extra == "gui"',
        'Requires-Dist: prover; extra == "test"', 'Requires-Dist: zones; sys_platform == "amiga"',
    )  # fmt: skip
    _package(tmp_path, "alpha", "License: BSD", text="Do as you like.")
    _package(tmp_path, "pane", "License-Expression: LGPL-3.0-only")
    rows = about(_Folder(tmp_path)).libraries
    assert [(row.name, row.licence) for row in rows] == [
        ("alpha", "BSD"), ("left-behind", "not told"), ("pane", "LGPL-3.0-only"),
    ]  # fmt: skip
    assert rows[0].text == "Do as you like."
    assert rows[2].text == ""


@pytest.mark.parametrize(
    ("expression", "classifiers", "said", "text", "told"),
    [
        ("MIT", ["License :: OSI Approved :: BSD License"], "GPL", "", "MIT"),
        ("", ["Topic :: Software", "License :: OSI Approved :: BSD License"], "see file", "", "BSD License"),
        ("", [], "\nBSD license (see license.txt)\nmore", "", "BSD license (see license.txt)"),
        ("", [], "", "\n Copyright (c) 2004\n", "Copyright (c) 2004"),
        ("", [], "", "", "not told"),
    ],
)
def test_the_more_exact_name_of_a_licence_is_told(
    expression: str, classifiers: list[str], said: str, text: str, told: str
) -> None:
    assert licence_of(expression, classifiers, said, text) == told
