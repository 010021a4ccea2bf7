"""Texts out of a workbook's XML, many at a time: what they mean is asked of expat once for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.parsers import expat

TEXT_BEGINS = r'<t(?: xml:space="preserve")?>'
TEXT_ELEMENT = rf"{TEXT_BEGINS}([^<]*+)</t>"
APART = "\ue000"
"""Stands between texts that are handled as one: allowed in XML, and belongs to nobody. A file may use it all the same,
so whoever parts texts again counts first."""

_BUFFER = 64 * 1024


def texts_of(written: Sequence[str]) -> tuple[list[str], str] | None:
    """What texts mean that stand in XML like this, and all as one; None where one of them could not stand there.

    References become characters and line ends one sign; what is no character of XML is found. So it is the parser's
    word that counts, as if it had met each text in its place.
    """
    whole = APART.join(written)
    held: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.buffer_size = _BUFFER
    parser.CharacterDataHandler = held.append
    try:
        parser.Parse(f"<t>{whole}</t>".encode(), True)
    except (expat.ExpatError, ValueError):
        return None
    finally:
        parser.CharacterDataHandler = None
    meant = "".join(held)
    texts = meant.split(APART)
    return (texts, meant) if len(texts) == len(written) else None


def one_text(texts: Sequence[str]) -> str | None:
    """Texts as one, to be parted at `APART` again; None where one of them holds that sign."""
    whole = APART.join(texts)
    return whole if whole.count(APART) == len(texts) - 1 else None
