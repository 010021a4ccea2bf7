"""What seals, renews and opens the texts of one restricted case, one by one (need A4)."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from app.domain.errors import Damaged
from app.domain.sealed_text import TOKEN
from db import seal_checks
from db.case_keys import Ring


class Pen:
    """Changes texts one by one, and remembers which compartments were met that it could not open."""

    def __init__(self, ring: Ring, newest: int, connection: Connection) -> None:
        self.ring, self.newest, self.unopened = ring, newest, set[int]()
        self.held = ring.key(newest) is not None
        self._connection, self._is_theirs = connection, False

    def open(self, text: str) -> str:
        opened = self.ring.open(text)
        self.unopened |= {int(found[1]) for found in TOKEN.finditer(opened)}
        return opened

    def renew(self, text: str) -> str:
        """Marks of this case's earlier keys under the newest; whatever else stands in the text stays."""

        def anew(found: re.Match[str]) -> str:
            number = int(found[1])
            if number == self.newest or self.ring.places[self.newest].person_id != self._whose(number):
                return found[0]
            plain = self.open(found[0])
            return found[0] if plain == found[0] else self.ring.seal(self.newest, plain)

        return TOKEN.sub(anew, text)

    def _whose(self, number: int) -> int | None:
        place = self.ring.places.get(number)
        return place.person_id if place else None

    def seal(self, text: str) -> str:
        if not text:
            return text
        whole = TOKEN.fullmatch(text)
        if whole and int(whole[1]) == self.newest and not (whole[2] and self.held):
            return text
        opened = self.open(text)
        if opened == text and whole:
            return text  # sealed before by a key that others hold
        if not self._is_theirs:
            # A public half that somebody put in its place would have them read what is sealed to it.
            if strange := seal_checks.strange(self._connection, {"compartments"}):
                raise Damaged(strange[0].refusal)
            self._is_theirs = True
        return self.ring.seal(self.newest, opened)
