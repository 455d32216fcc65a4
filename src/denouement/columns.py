"""Columns of numbers or words as small typed arrays in base64: what a page carries instead of a computation.

A number is rounded once, here, to a declared number of decimals and stored as an integer; reading divides by the same
power of ten, so that Python and JavaScript get the same double. Words are stored once and pointed at.
"""

import base64
import sys
from array import array
from collections.abc import Sequence

#: name in the page -> array typecode; the same table stands in web/columns.js.
TYPES = {"u1": "B", "i1": "b", "u2": "H", "i2": "h", "u4": "I", "i4": "i"}


def encode(values: Sequence[float] | Sequence[str], decimals: int | None) -> dict:
    """One column. `decimals=None` means words. ValueError for a value that no column can hold (NaN, too large).

    >>> encode([0.25, 0.5], 2)
    {'type': 'u1', 'data': 'GTI=', 'decimals': 2}
    """
    if decimals is None:
        words = list(dict.fromkeys(values))
        codes = {word: code for code, word in enumerate(words)}
        return _pack([codes[word] for word in values]) | {"words": words}
    return _pack([round(round(value, decimals) * 10**decimals) for value in values]) | {"decimals": decimals}


def decode(column: dict) -> list:
    """The values of a column, as JavaScript reads them."""
    codes = array(TYPES[column["type"]])
    codes.frombytes(base64.b64decode(column["data"]))
    if sys.byteorder == "big":
        codes.byteswap()
    if "words" in column:
        return [column["words"][code] for code in codes]
    if column["decimals"] == 0:
        return list(codes)
    return [code / 10 ** column["decimals"] for code in codes]


def _pack(codes: list[int]) -> dict:
    low, high = min(codes, default=0), max(codes, default=0)
    for name, typecode in TYPES.items():
        bits = 8 * int(name[1])
        bottom, top = (0, 2**bits - 1) if name[0] == "u" else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        if bottom <= low and high <= top:
            packed = array(typecode, codes)
            if sys.byteorder == "big":
                packed.byteswap()
            return {"type": name, "data": base64.b64encode(packed.tobytes()).decode()}
    raise ValueError(f"a column holds a value beyond 32 bits ({low} to {high})")
