"""Which passphrases are good enough, and five words for a person who would rather not think one up.

At least 16 characters and no composition rules (design/trust.md, "Keys"): length is what makes guessing
dear, and rules about digits and signs only make people write it down.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from app.domain.errors import Refused
from app.domain.wordlist import WORDS

SHORTEST = 16
LONGEST = 1024
OFFERED_WORDS = 5

_COMMON_TEXT = """
    password passphrase passwort welcome letmein qwerty qwertyuiop asdfghjkl zxcvbnm iloveyou admin
    administrator forumdesk police newzealand kiaora aotearoa changeme secret monkey dragon football
    sunshine princess superman trustno1 allblacks abc abcd 123 1234 12345 123456 1234567 12345678
    123456789 1234567890 0123456789 password1 password12 password123 qwerty123 welcome1 test testing
    correcthorsebatterystaple thequickbrownfox thequickbrownfoxjumps mypassword mypassphrase
    passwordpassphrase thisismypassword thisismypassphrase letmeinplease
"""
_COMMON = frozenset(_COMMON_TEXT.split())
_LONGEST_COMMON = max(map(len, _COMMON))
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")


def check_passphrase(text: str) -> None:
    """Refuse what is short, one character over and over, or on everybody's list. Raises Refused."""
    text = unicodedata.normalize("NFC", text)
    if not SHORTEST <= len(text) <= LONGEST:
        raise Refused(
            f"A passphrase needs at least {SHORTEST} characters (and at most {LONGEST}); nothing was "
            "changed: take five unrelated words."
        )
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in text):
        raise Refused(
            "The passphrase holds a character that cannot be typed again; nothing was changed: type it anew."
        )
    plain = "".join(letter for letter in text.casefold() if letter.isalnum()) or text
    if len(set(text)) == 1 or len(set(plain)) == 1 or _is_common(plain):
        raise Refused(
            "This passphrase is one that everybody tries first; nothing was changed: "
            "take five unrelated words."
        )


def offer_passphrase(choose: Callable[[Sequence[str]], str]) -> str:
    """Five words with blanks between. `choose` must be `secrets.choice`; tests pass in another."""
    return " ".join(choose(WORDS) for _ in range(OFFERED_WORDS))


def _is_common(plain: str) -> bool:
    if any(plain in run * 2 or plain in run[::-1] * 2 for run in _RUNS):
        return True
    return _of_common_words(plain.rstrip("0123456789") or plain) or _of_common_words(plain)


def _of_common_words(plain: str) -> bool:
    """Whether it is nothing but words of the list, one after another: `passwordpassword`, `forumdeskpolice`."""
    reached = {0}
    for end in range(1, len(plain) + 1):
        if any(plain[start:end] in _COMMON for start in reached if end - start <= _LONGEST_COMMON):
            reached.add(end)
    return len(plain) in reached
