"""The table of rooms as a contract for import-linter: what each room may import, ours and others'.

import-linter's own contracts forbid what they list. A list of what is *allowed* cannot be forgotten when a
library arrives, so the table in pyproject.toml is one, and a module without a row is itself reported.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


@dataclass(frozen=True, slots=True)
class Room:
    """One row of the table: `room | what it may import of ours | libraries`; `-` stands for none."""

    name: str
    ours: frozenset[str]
    libraries: frozenset[str]

    @classmethod
    def from_row(cls, row: str) -> "Room":
        """Read a row. A row of another shape than three columns raises ValidationError."""
        columns = [column.strip() for column in row.split("|")]
        if len(columns) != 3:
            raise fields.ValidationError(f"a row is 'room | ours | libraries', this is not one: {row!r}")
        name, ours, libraries = columns
        return cls(name, frozenset(ours.split()) - {"-"} | {name}, frozenset(libraries.split()) - {"-"})

    def may_import(self, module: str, *, is_ours: bool, everywhere: set[str]) -> bool:
        """Say whether a module of this room may name that one; `everywhere` is what every room may."""
        if is_ours:
            return any(is_inside(module, allowed) for allowed in self.ours)
        return module.partition(".")[0] in self.libraries | everywhere | sys.stdlib_module_names


class RoomField(fields.Field[Room]):
    """Reads one row of the table."""

    def parse(self, raw_data: str | list[str]) -> Room:
        """Read the row; see Room.from_row."""
        return Room.from_row(fields.StringField().parse(raw_data))


class RoomsContract(Contract):
    """Every direct import of ours is one that the table allows, and every module of ours has a row."""

    rows = fields.ListField(subfield=RoomField())
    """On an instance: the rooms, since import-linter puts what it has read in the field's place."""

    everywhere = fields.SetField(subfield=fields.StringField(), required=False)
    """Libraries that every room may import, as it may what comes with Python."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Compare each module's direct imports with the row of its room."""
        roots = self.session_options["root_packages"]
        everywhere = cast("set[str]", self.everywhere or set())
        faults: list[str] = []
        for module in sorted(graph.modules):
            if module.partition(".")[0] not in roots or graph.is_module_squashed(module):
                continue
            room = self.room_of(module)
            if room is None:
                if module not in roots:
                    faults.append(f"{module} stands in no room of the table")
                continue
            faults.extend(
                f"{module} (room {room.name}) may not import {imported}"
                for imported in sorted(graph.find_modules_directly_imported_by(module))
                if not room.may_import(
                    imported, is_ours=imported.partition(".")[0] in roots, everywhere=everywhere
                )
            )
        return ContractCheck(kept=not faults, metadata={"faults": faults})

    def room_of(self, module: str) -> Room | None:
        """Find the narrowest room that holds the module."""
        holding = [room for room in cast("Sequence[Room]", self.rows) if is_inside(module, room.name)]
        return max(holding, key=lambda room: len(room.name), default=None)

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each import that the table does not allow."""
        for fault in check.metadata["faults"]:
            output.print_error(f"- {fault}")


def is_inside(module: str, package: str) -> bool:
    """Say whether the module is the package or something in it."""
    return module == package or module.startswith(f"{package}.")
