"""Catalogues: what a tongue has for each text of the window, in files that Qt Linguist opens.

    python -m ui.catalogue mi_NZ

reads every text of the window from its source into `ui/tongues/mi_NZ.ts`. What was translated stays; what is new stands
there as unfinished, and what the window no longer says as vanished. The program reads the file as it is: nothing is
compiled, and a text that is not finished is said in English.
"""

from __future__ import annotations

import ast
import string
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from ui.pseudo import longer

WINDOW = Path(__file__).parent
TONGUES = WINDOW / "tongues"
PSEUDO = "pseudo"
CONTEXT = "ForumDesk"
SAYS = "tr"
PLURALS = {"counted": slice(1, 3), "of": slice(2, 4)}
"""The arguments of `ui.words` that are one thing and more of it."""

# Reading.


def tongue(chosen: str) -> Callable[[str], str]:
    """How a text is said in the tongue chosen; in English where there is no such catalogue, or nothing in it."""
    if chosen == PSEUDO:
        return longer
    said = finished(TONGUES / f"{chosen}.ts")
    return lambda text: said.get(text, text)


def finished(file: Path) -> dict[str, str]:
    """The translations of a file that are done. One that lost a brace, or made one up, would fail and is left out."""
    if not file.is_file():
        return {}
    return {text: told for text, told in _messages(file) if told and braces(told) == braces(text)}


def _messages(file: Path) -> Iterator[tuple[str, str]]:
    """Each text with what stands for it; empty where that is unfinished."""
    for message in ElementTree.parse(file).iter("message"):  # noqa: S314 - our own file, beside the program
        told = message.find("translation")
        done = told is not None and told.get("type") is None
        yield message.findtext("source", ""), (told.text or "") if told is not None and done else ""


def braces(text: str) -> set[str]:
    """What has to be filled in: `{done}` and `{all}` of `{done} of {all} copies`."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# Writing.


def texts() -> dict[str, list[str]]:
    """Every text of the window, with the modules that say it."""
    found: dict[str, list[str]] = {}
    for path in sorted(WINDOW.rglob("*.py")):
        for text in texts_of(ast.parse(path.read_text(encoding="utf-8"))):
            places = found.setdefault(text, [])
            if (place := path.relative_to(WINDOW).as_posix()) not in places:
                places.append(place)
    return found


def texts_of(tree: ast.AST) -> Iterator[str]:
    """What a module says: the texts of `tr`, and the words that are counted."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        args = node.args[:1] if name == SAYS else node.args[PLURALS[name]] if name in PLURALS else []
        words = [
            each.value for each in args if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        yield from words
        if name in PLURALS and len(words) == 1:
            yield f"{words[0]}s"


def write(file: Path) -> int:
    """Bring a catalogue up to the window as it is; says how many texts wait for a translator."""
    root = ElementTree.parse(file).getroot() if file.is_file() else _empty(file.stem)  # noqa: S314 - our own file, beside the program
    context = root.find("context")
    if context is None:
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = CONTEXT
    known = {message.findtext("source", ""): message for message in context.findall("message")}
    said = texts()
    for message in known.values():
        context.remove(message)
    for text, places in said.items():
        context.append(_brought_up(known.pop(text, None), text, places))
    for message in known.values():
        told = message.find("translation")
        if told is not None and told.text:
            told.set("type", "vanished")
            context.append(message)
    ElementTree.indent(root, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        f"{head}{ElementTree.tostring(root, encoding='unicode')}\n", encoding="utf-8", newline="\n"
    )
    return sum(not told for text, told in _messages(file) if text in said)


def _empty(name: str) -> ElementTree.Element:
    return ElementTree.Element("TS", {"version": "2.1", "language": name, "sourcelanguage": "en_NZ"})


def _brought_up(message: ElementTree.Element | None, text: str, places: list[str]) -> ElementTree.Element:
    """The message of a text as it is said now, with what was translated before."""
    made = ElementTree.Element("message")
    for place in places:
        ElementTree.SubElement(made, "location", {"filename": f"../{place}"})
    ElementTree.SubElement(made, "source").text = text
    told = message.find("translation") if message is not None else None
    if told is None:
        told = ElementTree.Element("translation", {"type": "unfinished"})
    elif told.get("type") == "vanished":
        del told.attrib["type"]
    made.append(told)
    return made


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(f"{name}: {write(TONGUES / f'{name}.ts'):,} texts wait for a translator\n")
