"""What every command shares: who is asking, what is answered, and how an error reads."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from app.domain.counting import count as count  # for every command, with what else it prints by
from app.domain.dates import AUCKLAND, read_date
from app.domain.errors import UNCONFIRMED, Refused

if TYPE_CHECKING:
    from app.desk import Desk, Stretcher


class Edges(Struct, frozen=True):
    """The true edges of a command: clock, key stretching, environment, the prompt. Tests bring their own."""

    now: Callable[[], datetime] | None = None
    stretcher: Stretcher | None = None
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    prompt: Callable[[str], str] | None = None


class Reply(Struct, frozen=True):
    """What a command answers: one JSON object, and the same in words for a person."""

    data: dict[str, object]
    lines: tuple[str, ...] = ()
    exit_code: int = 0
    sentence: str = ""
    """For standard error, where the answer itself is that something is wrong."""


@dataclass
class Call:
    """One command as typed. `desk()` signs in, once, and only for commands that need it."""

    args: argparse.Namespace
    edges: Edges
    saved: bool = False
    """Whether something that this command did stands in the register by now."""
    _desk: Desk | None = None

    def option(self, name: str, variable: str, what: str) -> str:
        """A shared option or its environment variable, or a sentence that says how to give it."""
        given = getattr(self.args, name, None) or self.edges.environ.get(variable)
        if not given:
            raise Refused(f"{what} is missing: give --{name.replace('_', '-')} or set {variable}.")
        return str(given)

    @property
    def folder(self) -> Path:
        return Path(self.option("register", "FORUMDESK_REGISTER", "The register's folder"))

    @property
    def user(self) -> str:
        return self.option("user", "FORUMDESK_USER", "Your name")

    def passphrase(self) -> str:
        """From FORUMDESK_PASSPHRASE, --passphrase-from, or a prompt; never from an argument."""
        if file := getattr(self.args, "passphrase_from", None):
            return read_passphrase_file(Path(file))
        if given := self.edges.environ.get("FORUMDESK_PASSPHRASE"):
            return given
        return self.ask("Passphrase: ", "FORUMDESK_PASSPHRASE")

    def ask(self, question: str, variable: str) -> str:
        """Ask at the terminal without showing what is typed; refuse where nobody can answer."""
        if self.edges.prompt is not None:
            return self.edges.prompt(question)
        if not sys.stdin or not sys.stdin.isatty():
            raise Refused(
                f"A passphrase is needed and nobody is here to type it: set {variable} or give --passphrase-from."
            )
        return getpass.getpass(question)

    def desk(self) -> Desk:
        """The door, signed in as the person of this command."""
        if self._desk is None:
            from app import desk as door

            now = self.edges.now or door.clock
            self._desk = door.sign_in(
                self.folder, self.user, self.passphrase(), now=now, stretcher=self.edges.stretcher
            )
            self._desk.changed.append(self._note_saved)
        return self._desk

    def _note_saved(self, _topics: object) -> None:
        self.saved = True

    @property
    def today(self) -> date:
        """The day of the command in New Zealand, by the desk's own clock."""
        return self.desk().now().astimezone(AUCKLAND).date()

    def standing(self, reply: Reply) -> tuple[str, int]:
        """The sentence and exit code of an answer; an older copy in the register's place or damage ends each with 4."""
        desk = self._desk
        if desk is None or reply.sentence:
            return reply.sentence, reply.exit_code
        if desk.unconfirmed:
            return UNCONFIRMED, reply.exit_code
        if desk.behind is not None and not desk.behind.restored and reply.exit_code == 0:
            return desk.behind.sentence, 4
        if desk.fault and reply.exit_code == 0:
            return desk.fault, 4
        return desk.key_waits, reply.exit_code

    def close(self) -> None:
        if self._desk is not None:
            self._desk.close()


def read_passphrase_file(file: Path) -> str:
    """The first line of a file that holds a passphrase."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise Refused(f"The passphrase file {file} could not be read: {why}.") from None
    return text.partition("\n")[0].rstrip("\r")


def read_bytes(file: Path, what: str) -> bytes:
    """A file's bytes, or a sentence."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"{what} {file} could not be read: {error.strerror}; nothing was changed.") from None


def day_of(text: str, option: str) -> date:
    """The day given to an option, or a sentence: `dd/mm/yyyy` or `yyyy-mm-dd`."""
    found = read_date(text.strip())
    if found is None:
        raise Refused(
            f"{option} '{text}' is not a date; nothing was changed: write dd/mm/yyyy or yyyy-mm-dd."
        )
    return found


def optional_day(text: str | None, option: str) -> date | None:
    """As `day_of`, where the option may be left away."""
    return day_of(text, option) if text else None


def plain(value: object) -> object:
    """A value as JSON has it: dates as yyyy-mm-dd, tuples as lists, words by their value."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, Path):
        return str(value)
    return value


def show(reply: Reply, as_json: bool) -> None:
    """Print an answer."""
    lines = (json.dumps(plain(reply.data), ensure_ascii=False),) if as_json else reply.lines
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def table(headings: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> tuple[str, ...]:
    """Rows under headings in columns as wide as they need to be."""
    texts = [headings, *(tuple("" if cell is None else str(cell) for cell in row) for row in rows)]
    widths = [max(len(row[i]) for row in texts) for i in range(len(headings))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in texts
    ]
    lines.insert(1, "  ".join("─" * width for width in widths).rstrip())
    return tuple(lines)
