"""A town of people who do not live at the same place, do not need bread as often, and do not pass at the same hour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, hypot
from random import Random

from .need import within


@dataclass(frozen=True)
class Habit:
    """When people of one kind go for bread on a working day: around `hour`, ± `spread` hours from one to another."""

    hour: float
    spread: float


@dataclass(frozen=True)
class Neighbourhood:
    """A part of the town: its centre and its spread (metres), its share of the people, and their habits' shares."""

    x: float
    y: float
    spread: float
    share: float
    habits: Mapping[str, float]


@dataclass(frozen=True)
class Frequency:
    """`share` of the people need bread on `per_day` of the days (1 = every day)."""

    share: float
    per_day: float


@dataclass(frozen=True)
class Person:
    """Someone who does the shopping: where they live (metres), how often they need bread (probability of a day), and
    the hour at which they usually go for it."""

    x: float
    y: float
    need: float
    hour: float

    def distance(self, x: float, y: float) -> float:
        return hypot(self.x - x, self.y - y)


def people(
    count: int,
    neighbourhoods: Sequence[Neighbourhood],
    habits: Mapping[str, Habit],
    frequencies: Sequence[Frequency],
    rng: Random,
) -> list[Person]:
    """`count` people drawn with `rng`: a neighbourhood, a home around its centre, a frequency, a habit, an hour.

    The draw of each person uses the same number of random numbers, so that changing a parameter moves people a little
    and never reshuffles the town.
    """
    return [_person(neighbourhoods, habits, frequencies, rng) for _ in range(count)]


def _person(neighbourhoods, habits, frequencies, rng: Random) -> Person:
    where = neighbourhoods[_pick([n.share for n in neighbourhoods], rng.random())]
    need = frequencies[_pick([f.share for f in frequencies], rng.random())].per_day
    names = sorted(where.habits)
    habit = habits[names[_pick([where.habits[name] for name in names], rng.random())]]
    across, along, late = (_normal(rng) for _ in range(3))
    hour = min(max(habit.hour + habit.spread * late, 0.0), 24.0)
    return Person(where.x + where.spread * across, where.y + where.spread * along, need, hour)


def _pick(shares: Sequence[float], chance: float) -> int:
    """The rank that `chance` (0 to 1) falls on, among parts of the given shares."""
    left = chance * fsum(shares)
    for rank, share in enumerate(shares[:-1]):
        left -= share
        if left < 0:
            return rank
    return len(shares) - 1


def _normal(rng: Random) -> float:
    """A standard normal draw (sum of twelve uniforms, Irwin-Hall): always twelve numbers, the same in every Python."""
    return fsum(rng.random() for _ in range(12)) - 6


def need_by_slot(persons: Sequence[Person], weights: Sequence[float], *, wobble: float, slot: float) -> list[float]:
    """Who needs bread when: for each slot of `slot` hours of the day, the sum of `weights` (one per person) times the
    probability that the person goes within it. `wobble` (hours): how much a person's hour varies from day to day.
    """
    slots = [0.0] * round(24 / slot)
    for person, weight in zip(persons, weights, strict=True):
        if weight:
            first, chances = _chances(person.hour, wobble, slot)
            for number, chance in enumerate(chances, first):
                slots[number] += weight * chance
    return slots


@lru_cache(maxsize=20_000)
def _chances(hour: float, wobble: float, slot: float) -> tuple[int, tuple[float, ...]]:
    """The first slot that someone whose usual hour is `hour` may come in, and the probability of each from there."""
    first = max(int((hour - 4 * wobble) / slot), 0)
    last = min(int((hour + 4 * wobble) / slot), round(24 / slot) - 1)
    chances = [within(n * slot, (n + 1) * slot, around=hour, spread=wobble) for n in range(first, last + 1)]
    # Beyond four spreads there is nothing left to speak of: the rest is shared, so that nobody is lost.
    whole = fsum(chances)
    return first, tuple(chance / whole for chance in chances)
