"""Where the pull of one town stops and that of the other begins, on the road between them."""

from math import sqrt


def breaking_point(population_a: float, population_b: float, distance: float) -> float:
    """How far from town A, towards town B, both pull alike: d_A = D / (1 + √(P_B / P_A)).

    Converse (1949), from Reilly's law (1931): trade drawn goes as population and as the inverse square of distance.
    `distance` between the towns in any unit; the result in the same. ValueError for values ≤ 0.

    >>> round(breaking_point(80_000, 20_000, 20), 2)
    13.33
    """
    if min(population_a, population_b, distance) <= 0:
        raise ValueError("populations and distance are positive")
    return distance / (1 + sqrt(population_b / population_a))
