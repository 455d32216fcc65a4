"""What must still hold once need, hours and geography are there, and what pressing does to it.

P(V|N,O,G) = P(D)·P(C)·P(B)·P(A)·P(T)·P(X), each factor among those whom the factors before it have kept: the product is
there (D), it is chosen against the competitors (C), the budget is there (B), the customer's own people agree (A), the
seller is trusted (T), the decision is taken (X). We wrote these rules; nothing here was measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod
from operator import mul

from .huff import huff

LINKS = ("product", "choice", "budget", "agreement", "trust", "decision")
NOBODY, EVERYBODY, HESITANT = "nobody", "everybody", "hesitant"

#: What a test varies by ±25 %. Probabilities, but for `farther`: how many times farther each competitor stands.
ASSUMED = {
    "product": 0.95,
    "budget": 0.90,
    "agreement": 0.90,
    "trust": 0.95,
    "settled": 0.97,  # someone who does not hesitate takes the decision
    "stuck": 0.35,  # someone who hesitates takes it, left alone
    "harm": 0.10,  # part of the trust that pressing loses, whoever is pressed
    "help": 0.60,  # part of the undecided that pressing settles
    "farther": 1.5,
}


@dataclass(frozen=True)
class Chain:
    """The six factors, in the order of LINKS; each a probability among those whom the ones before it kept."""

    factors: tuple[float, ...]

    @property
    def sale(self) -> float:
        """P(V|N,O,G)."""
        return prod(self.factors)

    def left(self, customers: float = 100) -> list[float]:
        """How many of `customers` who meet the three conditions remain after each factor."""
        return list(accumulate((customers, *self.factors), mul))[1:]


def chain(factors: Sequence[float]) -> Chain:
    """A chain of six probabilities. ValueError when they are not six, or one is no probability."""
    if len(factors) != len(LINKS) or not all(0 <= factor <= 1 for factor in factors):
        raise ValueError("six probabilities, between 0 and 1")
    return Chain(tuple(factors))


def selling(*, rivals: int, hesitant: float, pressed: str = NOBODY, **assumed: float) -> Chain:
    """The chain among customers of whom a share `hesitant` (0 to 1) hesitates, with `rivals` competitors in view.

    `pressed`: NOBODY, EVERYBODY or HESITANT (those who hesitate, recognised without error). Pressing multiplies the
    trust of whoever is pressed by 1 − harm, and settles a share `help` of those who would not have decided.
    """
    a = ASSUMED | assumed
    choice = huff([1] * (rivals + 1), [1] + [a["farther"]] * rivals)[0]
    some, others = pressed != NOBODY, pressed == EVERYBODY
    trust = [a["trust"] * (1 - a["harm"] * is_pressed) for is_pressed in (others, some)]
    decision = [a["settled"], a["stuck"] + (1 - a["stuck"]) * a["help"] * some]
    share = [1 - hesitant, hesitant]
    trusted = [part * kept for part, kept in zip(share, trust, strict=True)]
    decided = sum(part * taken for part, taken in zip(trusted, decision, strict=True))
    before = (a["product"], choice, a["budget"], a["agreement"])
    return chain((*before, sum(trusted), decided / sum(trusted)))


def worth_pressing(**assumed: float) -> float:
    """The share of hesitant customers from which pressing everybody sells more than pressing nobody.

    u such that (1 − harm)·[(1 − u)·settled + u·helped] = (1 − u)·settled + u·stuck, helped being what pressing makes
    of `stuck`; 1 when pressing never pays.
    """
    a = ASSUMED | assumed
    lost = a["settled"] * a["harm"]
    gained = (1 - a["harm"]) * (a["stuck"] + (1 - a["stuck"]) * a["help"]) - a["stuck"]
    return lost / (lost + gained) if gained > 0 else 1.0
