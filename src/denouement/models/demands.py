"""Demands that arrive one by one, and a rule that says which to pursue: what a policy leaves of a quarter.

A demand is a dict, as learners receive it: `prix`, `chances` (0 to 1), `vente` (€ left by a sale that is kept),
`retours` (0 to 1), `cout_retour` (€) and `jours`. Their numbers are drawn; nothing was measured.
"""

from collections.abc import Callable, Iterable
from random import Random

from .remainder import DAY, expected

Demand = dict[str, float]

DAYS = 60  # selling days in a quarter
COUNT = 80  # demands in a quarter: the book is full
SHARES = (0.14, 0.19, 0.24)  # of the price, what a kept sale leaves
RISKS = (0, 0.05, 0.10, 0.10, 0.30, 0.50)
RETURN = 0.80  # of the price, what a return costs
SPANS = {38_500: (1, 6), 94_000: (3, 10), 188_000: (6, 16)}  # price -> fewest and most days
PRICES = (38_500, 38_500, 38_500, 94_000, 94_000, 188_000)


def draw(rng: Random, count: int = COUNT) -> list[Demand]:
    """`count` demands, in the order they come."""
    return [_demand(rng) for _ in range(count)]


def _demand(rng: Random) -> Demand:
    price = rng.choice(PRICES)
    return {
        "prix": price,
        "chances": rng.randint(1, 9) / 10,
        "vente": round(price * rng.choice(SHARES), -2),
        "retours": rng.choice(RISKS),
        "cout_retour": round(RETURN * price, -2),
        "jours": rng.randint(*SPANS[price]),
    }


def sale(demand: Demand) -> float:
    """What a signed sale leaves on average, its returns weighed, in euros."""
    return demand["vente"] - demand["retours"] * demand["cout_retour"]


def left(demand: Demand) -> float:
    """What pursuing the demand leaves on average, its days paid, in euros."""
    return expected(demand["chances"], sale(demand), demand["jours"], day=DAY)


def trimestre(poursuivre: Callable[[Demand], object], demandes: Iterable[Demand], journees: int = DAYS) -> dict:
    """Plays a quarter: each demand is pursued when `poursuivre` says so and enough days are left.

    Returns what is left (€), the demands pursued, and the days that stayed empty.
    """
    total, pursued, remaining = 0.0, 0, journees
    for demand in demandes:
        if demand["jours"] <= remaining and poursuivre(demand):
            total += left(demand)
            pursued += 1
            remaining -= demand["jours"]
    return {"reste": round(total), "poursuivies": pursued, "journees_vides": remaining}
