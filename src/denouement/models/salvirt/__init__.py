"""The 448 closed B2B opportunities of Bohanec et al. (2017), as counts: see README.md beside this file.

What they do not know: who a lost deal went to, when a customer decided, how hard anyone pressed, and when each value
was written down. Rows carry no identifier, so that identical ones may be copies or real deals that look alike: every
count exists twice, over all rows and over distinct ones.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

#: The attributes that can be crossed. `margin` knows eight more.
CROSSED = ("needs_defined", "client", "competitors", "budget", "up_sale", "formal_tender")


@dataclass(frozen=True)
class Tally:
    """Deals won and deals lost."""

    won: int
    lost: int

    @property
    def total(self) -> int:
        return self.won + self.lost

    @property
    def rate(self) -> float:
        """The share won. ZeroDivisionError without a deal."""
        return self.won / self.total

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.won + other.won, self.lost + other.lost)


@dataclass(frozen=True)
class Cell:
    """Deals that share the values of the six crossed attributes."""

    values: Mapping[str, str]
    tally: Tally

    def matches(self, kept: Mapping[str, str | Iterable[str]]) -> bool:
        """Whether every attribute of `kept` has the value, or one of the values, asked for."""
        return all(
            self.values[name] == asked if isinstance(asked, str) else self.values[name] in asked
            for name, asked in kept.items()
        )


@cache
def cells(*, distinct: bool = False) -> tuple[Cell, ...]:
    """Every combination seen, over all rows or over distinct ones."""
    return tuple(Cell({name: row[name] for name in CROSSED}, _tally(row, distinct)) for row in _rows("comptages.csv"))


def tally(*, distinct: bool = False, **kept: str | Iterable[str]) -> Tally:
    """Deals whose attributes have the values `kept`, for instance `tally(client="New", budget=("No", "Unknown"))`.

    KeyError for an attribute that cannot be crossed.
    """
    return total(cell.tally for cell in cells(distinct=distinct) if cell.matches(kept))


def margin(attribute: str, *, distinct: bool = False) -> dict[str, Tally]:
    """value -> deals, for one of the fourteen attributes of `marges.csv`. KeyError for another one."""
    found = {row["value"]: _tally(row, distinct) for row in _rows("marges.csv") if row["attribute"] == attribute}
    if not found:
        raise KeyError(attribute)
    return found


def total(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, start=Tally(0, 0))


def halves(rng: Random) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """All rows dealt at random into two halves of 224, each as cells again."""
    deck = [(cell, won) for cell in cells() for won, count in _outcomes(cell.tally) for _ in range(count)]
    rng.shuffle(deck)
    middle = len(deck) // 2
    return _cells_of(deck[:middle]), _cells_of(deck[middle:])


def _outcomes(deals: Tally) -> Iterator[tuple[bool, int]]:
    yield True, deals.won
    yield False, deals.lost


def _cells_of(dealt: list[tuple[Cell, bool]]) -> tuple[Cell, ...]:
    counted = dict.fromkeys((id(cell) for cell in cells()), Tally(0, 0))
    for cell, won in dealt:
        counted[id(cell)] += Tally(int(won), int(not won))
    return tuple(Cell(cell.values, counted[id(cell)]) for cell in cells())


def _tally(row: Mapping[str, str], distinct: bool) -> Tally:
    suffix = "_unique" if distinct else ""
    return Tally(int(row[f"won{suffix}"]), int(row[f"lost{suffix}"]))


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
