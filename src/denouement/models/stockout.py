"""A shelf that empties: customers come through the day, and at some hour no loaf is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True)
class Shelf:
    """A day at the counter. Per slot: customers `served` and `turned_away`; `runs_out` is the hour at which the last
    loaf goes (None: some are left); `unsold` loaves."""

    served: tuple[float, ...]
    turned_away: tuple[float, ...]
    runs_out: float | None
    unsold: float

    @property
    def served_share(self) -> float:
        """P(D|N,O,G): of those who came, the share who found bread."""
        served, away = fsum(self.served), fsum(self.turned_away)
        return served / (served + away)


def shelf(loaves: float, customers: Sequence[float], starts: Sequence[float], *, basket: float, slot: float) -> Shelf:
    """A day that opens with `loaves`. `customers[i]` people come evenly within the slot of `slot` hours that begins at
    hour `starts[i]`, each taking `basket` loaves, first come first served. A flow, without chance from day to day.

    ValueError for negative quantities, or lists of different lengths.
    """
    if len(customers) != len(starts):
        raise ValueError("one number of customers and one starting hour per slot")
    if loaves < 0 or basket <= 0 or min(customers) < 0:
        raise ValueError("loaves and customers are not negative, and each customer takes something")
    left, runs_out = float(loaves), None
    served, turned_away = [], []
    for number, start in zip(customers, starts, strict=True):
        wanted = number * basket
        taken = min(wanted, left)
        if wanted > left and runs_out is None:
            runs_out = start + slot * taken / wanted
        left -= taken
        served.append(taken / basket)
        turned_away.append((wanted - taken) / basket)
    return Shelf(tuple(served), tuple(turned_away), runs_out, left)
