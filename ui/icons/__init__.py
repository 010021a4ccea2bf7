"""Our own small drawings, as SVG with `COLOUR` in place of a colour: style sheets need files, so they are
written once per theme into a folder of this process.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

_DRAWINGS = {
    "tick": '<path d="M3.2 8.4l3.2 3.2 6.4-7" fill="none" stroke="COLOUR" stroke-width="2.4"/>',
    "dash": '<path d="M3.5 8h9" fill="none" stroke="COLOUR" stroke-width="2.4"/>',
    "dot": '<circle cx="8" cy="8" r="4" fill="COLOUR"/>',
    "down": '<path d="M3.5 5.8L8 10.6l4.5-4.8" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
    "up": '<path d="M3.5 10.4L8 5.6l4.5 4.8" fill="none" stroke="COLOUR" stroke-width="1.8"/>',
}
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">'
    '<rect x="4" y="4" width="56" height="56" rx="12" fill="#00508f"/>'
    '<path d="M18 46V18h28M18 31h20" fill="none" stroke="#fff" stroke-width="6"/>'
    '<circle cx="44" cy="44" r="6" fill="#f0c419"/></svg>'
)
"""The program's own picture, for the title bar and the task bar."""


@lru_cache(maxsize=1)
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="forumdesk-icons-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=64)
def drawn(name: str, colour: str) -> str:
    """The path of a drawing in a colour, with forward slashes: style sheets on Windows need them."""
    file = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    body = _DRAWINGS[name].replace("COLOUR", colour)
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">{body}</svg>',
        encoding="utf-8",
    )
    return file.as_posix()
