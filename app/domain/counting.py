"""A number with its noun: whatever a person reads, on paper, in a refusal or at a terminal, says `1 row` and `2 rows`.

The window counts by `ui/words.py`, whose nouns a translation may bend.
"""

from __future__ import annotations


def count(number: int, noun: str, many: str = "") -> str:
    """`1 open case`, `2 open cases`; `many` is the word for more than one where it takes no `s`."""
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"
