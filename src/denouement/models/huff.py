"""Huff's model: among several shops, the share of its choices that a household gives to each."""

from collections.abc import Sequence
from math import fsum


def huff(
    attractions: Sequence[float], distances: Sequence[float], *, alpha: float = 1.0, beta: float = 2.0
) -> list[float]:
    """The probability that someone chooses each shop: P_j = A_j^α · D_j^−β / Σ_k A_k^α · D_k^−β.

    Huff (1963). `attractions` (floor area, assortment: any unit) and `distances` (any unit, > 0) have one value per
    shop, in the same order; the result too, and it sums to 1. ValueError for empty or unequal lists, or values ≤ 0.

    >>> [round(share, 2) for share in huff([1, 1], [300, 600])]
    [0.8, 0.2]
    """
    if not attractions or len(attractions) != len(distances):
        raise ValueError("one attraction and one distance per shop, and at least one shop")
    if min(*attractions, *distances) <= 0:
        raise ValueError("attractions and distances are positive")
    # Distances relative to the nearest: large exponents stay within what a float can hold.
    nearest = min(distances)
    pulls = [a**alpha * (d / nearest) ** -beta for a, d in zip(attractions, distances, strict=True)]
    total = fsum(pulls)
    return [pull / total for pull in pulls]
