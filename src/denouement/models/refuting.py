"""What observations do to a claim: how often it holds over many worlds, and whether deals have contradicted it yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """Where a claim stands. A claim that was contradicted stays so, whatever comes next."""

    CONTRADICTED = "contredite"
    HOLDS = "tient"
    NOT_YET = "pas encore"


@dataclass(frozen=True)
class Claim:
    """« Of the next `deals` deals with this kind of customer, at most `forgives` will be contrary. »"""

    customer: str
    deals: int
    forgives: int


def state(claim: Claim, observed: Iterable[tuple[str, bool]]) -> State:
    """Where `claim` stands after these deals (kind of customer, contrary or not), in the order they came.

    Only deals with the customers it speaks of count, and only the first `claim.deals` of them.
    """
    seen = [contrary for customer, contrary in observed if customer == claim.customer][: claim.deals]
    if sum(seen) > claim.forgives:
        return State.CONTRADICTED
    return State.HOLDS if len(seen) == claim.deals else State.NOT_YET


def share_of_worlds(worlds: Sequence[tuple[float, float]], margin: float) -> float | None:
    """The share of worlds (sales left alone, sales pressed) where pressing changes sales by `margin` at most, either
    way; None when there is no world."""
    if not worlds:
        return None
    return sum(abs(pressed - calm) <= margin for calm, pressed in worlds) / len(worlds)
