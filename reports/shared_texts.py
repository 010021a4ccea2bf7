"""xl/sharedStrings.xml: the texts that cells name by their place. Phonetic guides are left out."""

from __future__ import annotations

import re

from reports.plain_texts import TEXT_ELEMENT, texts_of
from reports.sheet_xml import LOCAL, XmlScan

LONGEST_CELL = 40_000
MOST_AT_ONCE = 12 * 1024 * 1024

_PLAIN = re.compile(rf"<si>{TEXT_ELEMENT}</si>")
_BEGINS = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:<\?xml version="1\.0"(?: encoding="utf-8")?(?: standalone="\w+")?\?>\s*)?<sst[^>]*>',
    re.I,
)
_ENDS = "</si>"


class SharedTexts(XmlScan):
    """One text for each `si`. `read` takes those that are written plainly many at a time, the others one by one."""

    def __init__(self, where: str, depth: int) -> None:
        super().__init__(where, depth)
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._phonetic = 0

    def read(self, data: bytes) -> None:
        """All of the part."""
        begins = _BEGINS.match(data) if len(data) <= MOST_AT_ONCE else None
        at = begins.end() if begins else 0
        self.feed(data[:at])
        text = _decoded(data, at) if self._depth == 1 else ""
        self.feed(self._take(text).encode() if text else memoryview(data)[at:])
        self.close()

    def _take(self, text: str) -> str:
        """What is left of a text after its plain beginnings."""
        at = 0
        while True:
            written, end = [], at
            while found := _PLAIN.match(text, end):
                written.append(found[1])
                end = found.end()
            if written:
                meant = texts_of(written)
                if meant is None:
                    return text[at:]
                self.texts += [each[:LONGEST_CELL] for each in meant[0]]
                at = end
            end = text.find(_ENDS, at) + len(_ENDS)
            odd = text[at:end]
            if end < at + len(_ENDS) or "<!" in odd or "<?" in odd:
                return text[at:]
            self.feed(odd.encode())
            at = end
            if self._depth != 1:
                return text[at:]

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.deeper()
        match LOCAL(name):
            case "si":
                self._parts.clear()
            case "rPh":
                self._phonetic += 1
            case "t" if not self._phonetic:
                self.parser.CharacterDataHandler = self._parts.append

    def _end(self, name: str) -> None:
        super()._end(name)
        match LOCAL(name):
            case "si":
                self.texts.append("".join(self._parts)[:LONGEST_CELL])
            case "rPh":
                self._phonetic -= 1
            case "t":
                self.parser.CharacterDataHandler = None


def _decoded(data: bytes, at: int) -> str:
    try:
        return data[at:].decode()
    except UnicodeDecodeError:
        return ""
