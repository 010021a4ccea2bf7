"""Our own small drawings, as SVG with `COLOUR` in place of a colour.

A style sheet wants a drawing by the name of a file. Each is given to Qt as a resource in memory, so that there is no
folder to make, to share between two processes, or to leave behind when the process restarts for a lock or dies.
"""

from __future__ import annotations

import struct
from functools import lru_cache

from PySide6.QtCore import qRegisterResourceData

_DRAWINGS = {
    "tick": '<path d="M3.2 8.4l3.2 3.2 6.4-7" fill="none" stroke="COLOUR" stroke-width="2.4"/>',
    "dash": '<path d="M3.5 8h9" fill="none" stroke="COLOUR" stroke-width="2.4"/>',
    "dot": '<circle cx="8" cy="8" r="4" fill="COLOUR"/>',
    "down": '<path d="M3.5 5.8L8 10.6l4.5-4.8" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
    "up": '<path d="M3.5 10.4L8 5.6l4.5 4.8" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
    "left": '<path d="M10.4 3.5L5.6 8l4.8 4.5" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
    "right": '<path d="M5.6 3.5L10.4 8l-4.8 4.5" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">'
    '<rect x="4" y="4" width="56" height="56" rx="12" fill="#00508f"/>'
    '<path d="M18 46V18h28M18 31h20" fill="none" stroke="#fff" stroke-width="6"/>'
    '<circle cx="44" cy="44" r="6" fill="#f0c419"/></svg>'
)
"""The program's own picture, for the title bar and the task bar."""


_IS_FOLDER, _ANY_LANGUAGE = 2, 1
_kept: list[bytes] = []
"""What Qt reads in place, for as long as the process lives."""


@lru_cache(maxsize=64)
def drawn(name: str, colour: str) -> str:
    """The path of a drawing in a colour."""
    body = _DRAWINGS[name].replace("COLOUR", colour)
    file = f"forumdesk-{name}-{colour.lstrip('#')}.svg"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">{body}</svg>'
    _give(file, svg.encode())
    return f":/{file}"


def _give(file: str, content: bytes) -> None:
    """One file as Qt's resource compiler writes it (qtbase, src/tools/rcc/rcc.cpp, form 1): a folder with one entry
    that says where its name and its bytes begin. All numbers are big-endian."""
    folder = struct.pack(">IHII", 0, _IS_FOLDER, 1, 1)
    entry = struct.pack(">IHHHI", 0, 0, 0, _ANY_LANGUAGE, 0)
    names = struct.pack(">HI", len(file), _hash(file)) + file.encode("utf-16-be")
    parts = (folder + entry, names, struct.pack(">I", len(content)) + content)
    _kept.extend(parts)
    if not qRegisterResourceData(1, *parts):
        raise AssertionError(f"Qt does not take the drawing {file}")


def _hash(name: str) -> int:
    """Qt's own of a name (`qt_hash`), by which it finds an entry."""
    found = 0
    for letter in name:
        found = (found << 4) + ord(letter)
        found ^= (found & 0xF0000000) >> 23
        found &= 0x0FFFFFFF
    return found
