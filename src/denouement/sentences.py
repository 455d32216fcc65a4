"""Sentences with holes, that an author writes and a model fills. Python formats; JavaScript only joins the pieces.

Holes: `{part}` a word, or a whole number; `{part:1}` one decimal; `{part:%}` or `{part:1%}` a percentage;
`{heure:h}` a time (`17 h 30`); `{n|client|clients}` the word that agrees with the number (plural from 2, as in
French).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .errors import AuthorError
from .levers import clock
from .typography import fr, french

_HOLE = re.compile(r"\{([^{}]*)\}")
_FORM = re.compile(
    r"(?P<name>[a-z][a-z0-9_-]*)(?::(?P<decimals>\d?)(?P<kind>[%h]?)|\|(?P<one>[^|]*)\|(?P<many>[^|]*))?$"
)

#: Fifty characters that regular expressions take for digits, so that typography treats a hole as a number
#: (« {n} % », « {n} km »). They are never written by an author.
_STAND_INS = [chr(code) for code in range(0x1D7CE, 0x1D800)]


@dataclass(frozen=True)
class Sentence:
    """Text pieces and holes in turn: piece, hole, piece, hole, …, piece."""

    parts: tuple[str, ...]

    @property
    def holes(self) -> tuple[str, ...]:
        return self.parts[1::2]

    def fill(self, params: Mapping[str, float | str]) -> str:
        """The sentence for these values. KeyError when one is missing."""
        return "".join(show(part, params) if number % 2 else part for number, part in enumerate(self.parts))


def sentence(text: str, where: str, render: Callable[[str], str] = french) -> Sentence:
    """`text` cut at its holes, `render` (typography, or Markdown to HTML) applied around them.

    AuthorError for a hole that cannot be read. Whether a model gives its value is checked over the whole grid.
    """
    holes = _HOLE.findall(text)
    for hole in holes:
        if not _FORM.match(hole):
            raise AuthorError(
                where, f"{{{hole}}} cannot be read", "write {name}, {name:1}, {name:%} or {name|one|many}"
            )
    if len(holes) > len(_STAND_INS):
        raise AuthorError(where, "too many holes", "write a shorter sentence")
    numbered = iter(_STAND_INS)
    rendered = render(_HOLE.sub(lambda _: next(numbered), text))
    parts = re.split("([" + "".join(_STAND_INS) + "])", rendered)
    parts[1::2] = [holes[_STAND_INS.index(stand_in)] for stand_in in parts[1::2]]
    return Sentence(tuple(parts))


def name_of(hole: str) -> str:
    """The parameter a hole shows: `part` for `part:1%`."""
    return re.match(r"[a-z0-9_-]*", hole)[0]


def show(hole: str, params: Mapping[str, float | str]) -> str:
    """What stands in `hole` for these parameters."""
    form = _FORM.match(hole)
    value = params[form["name"]]
    if form["one"] is not None:
        return french(form["one"] if abs(value) < 2 else form["many"])
    if isinstance(value, str):
        return french(value)
    if form["kind"] == "h":
        return clock(value)
    return fr(value, int(form["decimals"] or 0), percent=form["kind"] == "%")
