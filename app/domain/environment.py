"""What the environment may carry that another process must not be told. Pure.

A passphrase may come by the environment (formats.md, "The command line"). Every process that is begun gets a copy of it
unless told otherwise, also the one that reads a file that came by e-mail; and no process hides its own from a library.
"""

from __future__ import annotations

from collections.abc import Mapping

_SECRET = ("FORUMDESK_PASSPHRASE", "FORUMDESK_CHAIR_PASSPHRASE", "FORUMDESK_NEW_PASSPHRASE")
_CODES = "FORUMDESK_RECOVERY_CODE_"


def without_secrets(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for another process, without passphrases and recovery codes, whatever the case of their names."""
    return {
        name: value
        for name, value in environ.items()
        if name.upper() not in _SECRET and not name.upper().startswith(_CODES)
    }
