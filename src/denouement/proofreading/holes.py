"""Sentences with holes, filled as a page would fill them, so that they read as French."""

import re
from collections.abc import Mapping

_HOLE = re.compile(r"\{(?P<name>[a-z][\w-]*)(?::(?P<form>[\d%h]+)|\|(?P<one>[^|{}]*)\|(?P<many>[^|{}]*))?\}")
#: A number above two, so that words agree in the plural (`{n|client|clients}` gives its second form).
MANY = "3"
_FORMS = {"%": "52 %", "1%": "52,1 %", "h": "9 h 30", "1": "3,5", "2": "3,45", "3": "0,019"}


def filled(text: str, words: Mapping[str, str], number: str = MANY) -> tuple[str, list[tuple[int, int]]]:
    """`text` without holes, and where its stretches begin: (offset once filled, offset as written).

    `words` says what stands in the holes that hold no number, `number` in the others.
    """
    read, jumps, done = "", [(0, 0)], 0
    for hole in _HOLE.finditer(text):
        read += text[done : hole.start()] + _shown(hole, words, number)
        done = hole.end()
        jumps.append((len(read), done))
    return read + text[done:], jumps


def _shown(hole: re.Match, words: Mapping[str, str], number: str) -> str:
    if hole["many"] is not None:
        return hole["many"]
    return _FORMS.get(hole["form"] or "", words.get(hole["name"], number))
