"""Asking for the decision, again and again in one meeting: three customers, and what is left of it a year later.

We wrote these rules; nothing here was measured. At each asking, a share of those still hesitating says yes. From the
second asking on, some leave first, more at each one; and of those who then say yes, more and more regret it. A customer
without the need regrets whatever they signed: the machine has nothing to do.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

#: What a returned machine costs and what a sale brings, in euros (story bible; a return is rounded from chapter 6).
MARGIN, RETURN_COST = 11_550, 30_000


@dataclass(frozen=True)
class Customer:
    """`yes`: of those still hesitating, the share that says yes at one asking. `later`: of those still hesitating when
    the seller leaves, the share that buys unasked. `needs`: whether the thing is of use to them."""

    yes: float
    later: float
    needs: bool = True


#: Who decides alone, who dares not, who does not need it (all assumed).
ALONE, DARES_NOT, NO_NEED = Customer(0.20, 0.75), Customer(0.30, 0.20), Customer(0.12, 0.0, needs=False)
CUSTOMERS: Mapping[str, Customer] = MappingProxyType({"alone": ALONE, "dares-not": DARES_NOT, "no-need": NO_NEED})


@dataclass(frozen=True)
class Nerves:
    """How much each asking after the first adds: to the share that leaves (`leave`) and to the share of yeses that are
    regretted (`regret`). The k-th asking has (k − 1) times as much, at most 1."""

    leave: float = 0.08
    regret: float = 0.12


@dataclass(frozen=True)
class Meeting:
    """Shares of the customers met: who said yes, who said it without regret, who left, who still hesitates."""

    yes: float
    content: float
    left: float
    hesitating: float


def meeting(customer: Customer, asks: int, *, nerves: Nerves = Nerves()) -> Meeting:
    """A meeting in which the decision is asked for `asks` times. The four shares but `content` sum to 1."""
    yes = content = left = 0.0
    hesitating = 1.0
    for more in range(asks):
        leaving = hesitating * min(1.0, nerves.leave * more)
        won = (hesitating - leaving) * customer.yes
        yes += won
        content += won * (1 - min(1.0, nerves.regret * more)) * customer.needs
        left += leaving
        hesitating -= leaving + won
    return Meeting(yes, content, left, hesitating)


@dataclass(frozen=True)
class Memory:
    """What is remembered, from 0 (we never meet again) to 1 (everybody knows): `remembered` scales the rest.

    Of those who regret, `returned` bring the machine back, each at `cost` sales; whoever is content brings `brings`
    sales; whoever regrets or left drives away `loses` sales.
    """

    remembered: float = 1.0
    returned: float = 0.5
    cost: float = RETURN_COST / MARGIN
    brings: float = 0.2
    loses: float = 0.2


def signed(customer: Customer, asks: int, *, nerves: Nerves = Nerves()) -> float:
    """The share of such customers who end by signing: at an asking, or later, unasked."""
    met = meeting(customer, asks, nerves=nerves)
    return met.yes + met.hesitating * customer.later


def worth(customer: Customer, asks: int, *, nerves: Nerves = Nerves(), memory: Memory = Memory(0)) -> float:
    """What such a customer brings, in sales: signatures, plus what is remembered of the meeting."""
    met = meeting(customer, asks, nerves=nerves)
    unasked = met.hesitating * customer.later
    regretting, content = met.yes - met.content, met.content + unasked
    after = (
        memory.brings * content - memory.loses * (regretting + met.left) - memory.returned * memory.cost * regretting
    )
    return met.yes + unasked + memory.remembered * after


def best_asks(customer: Customer, *, most: int = 6, nerves: Nerves = Nerves(), memory: Memory = Memory(0)) -> int:
    """The number of askings, from 0 to `most`, that brings the most; the smallest of several."""
    return max(range(most + 1), key=lambda asks: (worth(customer, asks, nerves=nerves, memory=memory), -asks))
