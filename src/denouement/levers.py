"""Levers: the few discrete choices a reader can move, and the grid of all their positions. No drawing here.

A position is a dict lever id -> value. The grid runs through positions with the last lever fastest, so that the
number of a position is computed the same way in Python and in JavaScript.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from .errors import AuthorError
from .typography import NBSP, fr, french

Value = int | float | str
Position = dict[str, Value]

#: Above this, a page would carry too many precomputed outcomes, and a reader would be lost anyway.
MOST_POSITIONS = 6000


@dataclass(frozen=True)
class Lever:
    """One lever: a slider over numbers, or a choice among words.

    `labels`, when given, names each value; otherwise a value shows as a French number and its unit (`unit = "h"` for
    hours, `unit = "pain|pains"` for a word that agrees with the number).
    """

    id: str
    label: str
    values: tuple[Value, ...]
    start: Value
    unit: str = ""
    labels: tuple[str, ...] = ()

    def shown(self, value: Value) -> str:
        """`value` as a reader sees it: its label, `7 h 30` for hours, else a French number and the unit."""
        if self.labels:
            return french(self.labels[self.values.index(value)])
        if isinstance(value, str):
            return french(value)
        if self.unit == "h":
            return clock(value)
        number = fr(value, max(_decimals(v) for v in self.values))
        one, _, many = self.unit.partition("|")
        unit = one if abs(value) < 2 or not many else many
        return french(f"{number} {unit}") if unit else number


def clock(hours: float) -> str:
    """A time of day or a duration in hours, to the minute, the French way.

    >>> clock(7.5).replace(NBSP, " "), clock(13).replace(NBSP, " ")
    ('7 h 30', '13 h')
    """
    whole, minutes = divmod(round(hours * 60), 60)
    return f"{whole}{NBSP}h" + (f"{NBSP}{minutes:02d}" if minutes else "")


def grid(levers: Sequence[Lever]) -> Iterator[Position]:
    """Every position, the last lever fastest."""
    for values in product(*(lever.values for lever in levers)):
        yield dict(zip((lever.id for lever in levers), values, strict=True))


def size(levers: Sequence[Lever]) -> int:
    """How many positions the grid holds."""
    return prod(len(lever.values) for lever in levers)


def index(levers: Sequence[Lever], position: Mapping[str, Value]) -> int:
    """The number of `position` in the grid. ValueError when a value is not one of its lever's."""
    number = 0
    for lever in levers:
        number = number * len(lever.values) + lever.values.index(position[lever.id])
    return number


def start(levers: Sequence[Lever]) -> Position:
    """Where the levers stand when the page opens."""
    return {lever.id: lever.start for lever in levers}


def response(position: Mapping[str, Value]) -> str:
    """The canonical answer: `lever=value,lever=value`, sorted by lever id, decimal point.

    >>> response({"place": "gare", "ouverture": 6.5})
    'ouverture=6.5,place=gare'
    """
    return ",".join(
        f"{key}={position[key]:g}" if not isinstance(position[key], str) else f"{key}={position[key]}"
        for key in sorted(position)
    )


def levers_from(tables: Sequence[Mapping], where: str) -> tuple[Lever, ...]:
    """The levers an author wrote as `[[lever]]` tables; AuthorError says which one cannot be used and why."""
    if not tables:
        raise AuthorError(where, "no lever", "add at least one [[lever]] with id, label, values and start")
    levers = tuple(_lever(table, where) for table in tables)
    ids = [lever.id for lever in levers]
    if len(set(ids)) < len(ids):
        raise AuthorError(where, "two levers share an id", "give each [[lever]] its own id")
    if size(levers) > MOST_POSITIONS:
        raise AuthorError(where, f"{size(levers)} positions, more than {MOST_POSITIONS}", "give levers fewer values")
    return levers


def _lever(table: Mapping, where: str) -> Lever:
    where = f"{where}, lever {table.get('id', '?')}"
    for name in ("id", "label", "values", "start"):
        if name not in table:
            raise AuthorError(where, f"no {name}", f"write {name} = … in this [[lever]]")
    if unknown := set(table) - {"id", "label", "values", "start", "unit", "labels"}:
        raise AuthorError(where, f"unknown field {min(unknown)}", "use id, label, values, start, unit, labels")
    values, labels = tuple(table["values"]), tuple(table.get("labels", ()))
    if len(values) < 2 or len(set(values)) < len(values):
        raise AuthorError(where, "values must be at least two different ones", "list each value once")
    if not (all(isinstance(v, str) for v in values) or all(type(v) in (int, float) for v in values)):
        raise AuthorError(where, "values mix words and numbers", "write all numbers, or all words")
    if any(isinstance(v, str) and set(v) & set("=, ") for v in values):
        raise AuthorError(where, "a value holds a comma, a space or =", "use a short name and put words in labels")
    if table["start"] not in values:
        raise AuthorError(where, f"start {table['start']} is not one of the values", "choose one of them")
    if labels and len(labels) != len(values):
        raise AuthorError(where, f"{len(labels)} labels for {len(values)} values", "write one label per value")
    return Lever(table["id"], table["label"], values, table["start"], table.get("unit", ""), labels)


def _decimals(value: Value) -> int:
    text = f"{value:g}"
    return len(text.partition(".")[2])
