"""A proportion seen in a few cases, and the range of those it is compatible with."""

from math import sqrt

#: The normal quantile of a 95 % interval.
Z_95 = 1.959963984540054


def wilson(won: int, total: int, *, z: float = Z_95) -> tuple[float, float]:
    """Wilson's interval (1927) for a proportion: (low, high), both between 0 and 1.

    (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = won/total and n = total. It supposes that cases are
    independent: copies of one case make it too narrow. ValueError without a case, or with more won than cases.

    >>> [round(bound, 3) for bound in wilson(219, 420)]
    [0.474, 0.569]
    """
    if total <= 0 or not 0 <= won <= total:
        raise ValueError("at least one case, and from none to all of them won")
    share, spread = won / total, z * z / total
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / total + spread / (4 * total))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (0.0 if won == 0 else low), (1.0 if won == total else high)
