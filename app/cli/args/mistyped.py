"""A line that cannot be read is answered by one sentence, as any refusal is: argparse would print its usage first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

USAGE = 2
"""Exit code of design/formats.md section 5."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a line, what was probably meant, and where to read on."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What is left over is told by the command it was typed at: handed up, the whole line would be to blame."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            self._refuse_rest(rest)
        return found, rest

    def _refuse_rest(self, rest: list[str]) -> NoReturn:
        typed = next((each for each in rest if each.startswith("-")), rest[0]).partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        self.error(f"takes no '{typed}': {_nearest(typed, known)}{self._help()} shows what it takes")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        choices = [str(each) for each in action.choices]
        near = _nearest(str(value), choices)
        if isinstance(action, argparse._SubParsersAction):
            self.error(f"has no command '{value}': {near}{self._help()} lists them all")
        of = "/".join(action.option_strings) or str(action.metavar or action.dest)
        near = near.removesuffix(" and ") + " of " if near else "it is one of "
        self.error(f"takes no '{value}' for {of}: {near}{', '.join(choices)}")

    def error(self, message: str) -> NoReturn:
        """End here. `message` is ours, or what argparse found."""
        lacking = message.removeprefix("the following arguments are required: ")
        if lacking != message:
            message = f"lacks {lacking}: {self._help()} shows what it takes"
        elif not message.startswith(("takes no ", "has no ")):
            message = f"cannot be done, {message}: {self._help()} shows what it takes"
        sys.stderr.write(f"`{self.prog}` {message}.\n")
        self.exit(USAGE)

    def _help(self) -> str:
        return f"`{self.prog} --help`"


def _nearest(typed: str, known: Iterable[str]) -> str:
    """`the nearest is 'list', and `, or nothing where no word is near."""
    from difflib import get_close_matches  # only somebody who mistypes waits for it

    found = get_close_matches(typed, known, n=1)
    return f"the nearest is '{found[0]}', and " if found else ""
