"""When a sale is decided and when it is signed: two dates, and what a month of signatures owes to earlier months.

We wrote these rules; nothing here was measured. A share of customers (`at_table`) decide in the signing meeting
itself: their delay is zero. For the others, the days between decision and signature (meetings, order numbers,
holidays) follow an Erlang law of mean `delay` and shape `SHAPE`. Sales are signed at a steady pace. Only signed sales
are described: an agreement that fell through before the pen leaves no trace here.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

SHAPE = 3  # assumed: waiting is made of about three successive waits of equal mean
SALES = 100

GOLDEN = (math.sqrt(5) - 1) / 2  # 1/φ
PLASTIC = 0.7548776662466927  # 1/ρ, ρ the real root of x³ = x + 1


@dataclass(frozen=True)
class Sale:
    """Days counted from the window's first day (0): `decided` may be negative, `signed` lies in the window."""

    decided: float
    signed: float

    @property
    def settled_before(self) -> bool:
        """Whether the decision was taken before the window opened."""
        return self.decided < 0


def days_before(signature: date, event: date) -> int:
    """Days from `event` to `signature`; negative when the event comes after it.

    >>> days_before(date(2025, 5, 21), date(2025, 4, 10))
    41
    """
    return (signature - event).days


def erlang_survival(days: float, *, mean: float, shape: int = SHAPE) -> float:
    """Probability that the wait exceeds `days`: exp(-x)·Σ_{k<shape} x^k/k!, with x = shape·days/mean.

    `mean` in days, positive. ValueError otherwise.
    """
    if mean <= 0 or shape < 1:
        raise ValueError("mean must be positive and shape at least 1")
    x = shape * max(days, 0.0) / mean
    return math.exp(-x) * math.fsum(x**k / math.factorial(k) for k in range(shape))


def erlang_quantile(u: float, *, mean: float, shape: int = SHAPE) -> float:
    """The wait (days) that a share `u` of sales does not exceed, 0 ≤ u < 1, by bisection to 1e-9 of the mean."""
    if not 0 <= u < 1:
        raise ValueError("u must lie in [0, 1)")
    low, high = 0.0, mean
    while 1 - erlang_survival(high, mean=mean, shape=shape) < u:
        high *= 2
    while high - low > 1e-9 * mean:
        middle = (low + high) / 2
        if 1 - erlang_survival(middle, mean=mean, shape=shape) < u:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def settled_share(*, delay: float, at_table: float, window: float, shape: int = SHAPE) -> float:
    """Expected share (0 to 1) of a window's signatures whose decision was taken before its first day.

    At a steady pace a sale is signed t days into the window, t uniform on (0, `window`), and it was decided before
    day 0 when its wait exceeds t: (1 − at_table)·(1/window)·∫₀^window P(wait > t) dt. For an Erlang wait of rate
    λ = shape/delay the integral is Σ_{j=1..shape} P(Erlang_j ≤ window)/λ. `delay` and `window` in days, positive;
    `at_table` 0 to 1. ValueError otherwise.
    """
    if not 0 <= at_table <= 1:
        raise ValueError("at_table must lie in [0, 1]")
    if delay <= 0 or window <= 0:
        raise ValueError("delay and window must be positive")
    rate = shape / delay
    reached = math.fsum(1 - erlang_survival(window, mean=stage / rate, shape=stage) for stage in range(1, shape + 1))
    return (1 - at_table) * reached / (rate * window)


def signed_sales(*, delay: float, at_table: float, window: float, sales: int = SALES) -> Sequence[Sale]:
    """`sales` signatures evenly spread over the window, in order, drawn without chance.

    Waits are quantiles of the law and the deciders at the table are picked along two sequences of irrational step, so
    that the picture is the same everywhere; for 100 sales the count stays within 2 of `settled_share` (tested).
    """
    drawn = []
    for number in range(sales):
        signed = (number + 0.5) * window / sales
        decides_at_table = (0.75 + number * PLASTIC) % 1 < at_table
        wait = 0.0 if decides_at_table else erlang_quantile((0.5 + number * GOLDEN) % 1, mean=delay)
        drawn.append(Sale(decided=signed - wait, signed=signed))
    return tuple(drawn)


def settled_count(sales: Sequence[Sale]) -> int:
    """How many of `sales` were decided before the window opened."""
    return sum(sale.settled_before for sale in sales)
