"""The whole table of hostile and odd workbooks."""

from __future__ import annotations

from tests.hostile import cells, forbidden, outside, parts, strangers
from tests.hostile.make import Odd

CORPUS: tuple[Odd, ...] = (
    *strangers.NO_WORKBOOKS,
    *strangers.CSVS,
    *outside.ZIPS,
    *outside.PASSPHRASES,
    *forbidden.FORBIDDEN,
    *forbidden.LINKS,
    *parts.RELATIONS,
    *parts.XML,
    *cells.FORMULAS,
    *cells.NUMBERS,
    *cells.DAYS,
    *cells.TEXTS,
    *cells.ROWS,
)
BY_NAME = {odd.name: odd for odd in CORPUS}
assert len(BY_NAME) == len(CORPUS), "two lines of the corpus have one name"
