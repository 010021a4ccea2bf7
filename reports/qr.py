"""The QR of a page's code: version 1, level H, alphanumeric (ISO/IEC 18004), one size for every code.

A pack of twelve copies has hundreds of codes. With the version, level and mask fixed, a symbol is linear in
its data bits, so it is the exclusive-or of parts worked out once: a thousand symbols in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from app.domain.packs import CODE_LENGTH, is_code

SIDE = 21
_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_DATA, _CHECK = 9, 17
"""Codewords of data and of error correction in version 1-H (table 9 of the standard)."""
_MASK = 2
"""Column modulo 3: any mask is valid for a reader, and one fixed mask keeps the symbol linear."""
_HEADER = 13
"""Bits before the text: mode 0010 and the count in nine bits."""


def modules(code: str) -> tuple[str, ...]:
    """21 rows of 21 characters: `1` is dark. Without the quiet zone of four modules."""
    bits = f"{_symbol(code):0{SIDE * SIDE}b}"
    return tuple(bits[at : at + SIDE] for at in range(0, SIDE * SIDE, SIDE))


CELL = 24
"""Bits and rows that a symbol takes in a strip: three light ones part it from the next."""


def strip(codes: Sequence[str]) -> bytes:
    """The symbols of all pages of a copy under one another, as one image mask 24 bits wide; 0 paints.

    One image a copy, of which each page shows its own part, is a third of the bytes of an image a page.
    """
    row_bits = (1 << SIDE) - 1
    gap = b"\xff" * (CELL // 8 * (CELL - SIDE))
    rows = bytearray()
    for code in codes:
        light = ~_symbol(code)
        for row in range(SIDE - 1, -1, -1):
            rows += ((light >> (SIDE * row) & row_bits) << 3 | 0b111).to_bytes(3, "big")
        rows += gap
    return bytes(rows)


def _symbol(code: str) -> int:
    if not is_code(code):
        raise ValueError("a QR is made for a code of eight letters and digits only")
    symbol = _frame_symbol()
    for place in range(CODE_LENGTH // 2):
        symbol ^= _pair(place, code[2 * place : 2 * place + 2])
    return symbol


@lru_cache(maxsize=4 * 1024)
def _pair(place: int, letters: str) -> int:
    """What two letters at a place add to the symbol."""
    value = _ALPHANUMERIC.index(letters[0]) * 45 + _ALPHANUMERIC.index(letters[1])
    symbol = 0
    for bit in range(11):
        if value >> (10 - bit) & 1:
            symbol ^= _bit(_HEADER + 11 * place + bit)
    return symbol


@cache
def _bit(at: int) -> int:
    """What one data bit adds to the symbol: itself and its error correction, without mask or patterns."""
    data = bytearray(_DATA)
    data[at // 8] = 0x80 >> at % 8
    return _place(bytes(data))


@cache
def _frame_symbol() -> int:
    """The symbol of an empty text: patterns, format, mask, header and padding."""
    used = _HEADER + 11 * (CODE_LENGTH // 2) + 4
    bits = "0010" + f"{CODE_LENGTH:09b}"
    bits = bits.ljust((used + 7) // 8 * 8, "0")
    data = int(bits, 2).to_bytes(len(bits) // 8, "big")
    pads = (0xEC, 0x11) * _DATA
    data += bytes(pads[: _DATA - len(data)])
    mask = sum(_at(row, column) for row, column in _path() if column % 3 == 0)
    return _place(data) ^ mask ^ _patterns()


def _at(row: int, column: int) -> int:
    return 1 << (SIDE * SIDE - 1 - row * SIDE - column)


def _place(data: bytes) -> int:
    bits = "".join(f"{byte:08b}" for byte in data + _correction(data))
    return sum(_at(row, column) for (row, column), bit in zip(_path(), bits, strict=True) if bit == "1")


def _function_module(row: int, column: int) -> bool:
    corner = (row < 9 and column < 9) or (row < 9 and column > 12) or (row > 12 and column < 9)
    return corner or row == 6 or column == 6


@cache
def _path() -> tuple[tuple[int, int], ...]:
    """The places of the data bits: columns in pairs from the right, up and down by turns."""
    path = []
    upward = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for row in range(SIDE - 1, -1, -1) if upward else range(SIDE):
            path += [(row, column) for column in (right, right - 1) if not _function_module(row, column)]
        upward = not upward
    return tuple(path)


def _patterns() -> int:
    dark = set()
    for top, left in ((0, 0), (0, 14), (14, 0)):
        for row in range(7):
            for column in range(7):
                edge = row in (0, 6) or column in (0, 6)
                if edge or (2 <= row <= 4 and 2 <= column <= 4):
                    dark.add((top + row, left + column))
    for at in range(8, 13, 2):
        dark |= {(6, at), (at, 6)}
    dark.add((13, 8))
    return sum(_at(row, column) for row, column in dark) | _format()


def _format() -> int:
    """Level H and the mask in 15 bits of BCH code, written twice."""
    data = 0b10 << 3 | _MASK
    rest = data << 10
    for shift in range(4, -1, -1):
        if rest >> (shift + 10) & 1:
            rest ^= 0b10100110111 << shift
    bits = (data << 10 | rest) ^ 0b101010000010010
    symbol = 0
    around = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8)]
    around += [(7, 8), (5, 8), (4, 8), (3, 8), (2, 8), (1, 8), (0, 8)]
    apart = [(20 - at, 8) for at in range(7)] + [(8, 13 + at) for at in range(8)]
    for places in (around, apart):
        for at, (row, column) in enumerate(places):
            if bits >> (14 - at) & 1:
                symbol |= _at(row, column)
    return symbol


def _correction(data: bytes) -> bytes:
    """Reed–Solomon check codewords over GF(256) with 0x11D."""
    generator = [1]
    root = 1
    for _ in range(_CHECK):
        grown = [*generator, 0]
        for at, factor in enumerate(generator):
            grown[at + 1] ^= _times(factor, root)
        generator, root = grown, _times(root, 2)
    rest = bytearray(data) + bytearray(_CHECK)
    for at in range(len(data)):
        lead = rest[at]
        for offset, factor in enumerate(generator):
            rest[at + offset] ^= _times(lead, factor)
    return bytes(rest[len(data) :])


def _times(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left = left << 1 ^ (0x11D if left & 0x80 else 0)
        right >>= 1
    return product
