"""How many cases it takes to see the gap between two rates."""

from math import ceil, sqrt
from statistics import NormalDist


def n_per_arm(first: float, second: float, *, power: float = 0.80, level: float = 0.05) -> int:
    """How many in each of two equal groups to tell the rates `first` and `second` apart, two-sided at `level`, with
    probability `power` if these are the true rates.

    n = (z₁₋α/₂·√(2·p̄·(1−p̄)) + z_power·√(p₁(1−p₁) + p₂(1−p₂)))² / (p₁ − p₂)², p̄ the mean of the two (Fleiss, 1981,
    without continuity correction), rounded up. ValueError for equal rates, or rates outside 0 to 1.

    >>> n_per_arm(0.42, 0.33), n_per_arm(0.72, 0.76)
    (454, 1887)
    """
    if first == second or not (0 <= first <= 1 and 0 <= second <= 1):
        raise ValueError("two different rates between 0 and 1")
    quantile, mean = NormalDist().inv_cdf, (first + second) / 2
    alike = sqrt(2 * mean * (1 - mean))
    apart = sqrt(first * (1 - first) + second * (1 - second))
    return ceil(((quantile(1 - level / 2) * alike + quantile(power) * apart) / (first - second)) ** 2)
