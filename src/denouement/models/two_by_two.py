"""Two groups, two outcomes: how far apart, and how surprising if the groups did not differ.

a  b      a of the first group won, b lost
c  d      c of the second group won, d lost
"""

from math import comb


def odds_ratio(a: int, b: int, c: int, d: int) -> float:
    """(a/b) / (c/d): how many times the odds of winning are higher in the first group. ValueError when b or c is 0.

    >>> round(odds_ratio(219, 201, 8, 20), 2)
    2.72
    """
    _check(a, b, c, d)
    if b * c == 0:
        raise ValueError("an odds ratio needs someone lost in the first group and won in the second")
    return a * d / (b * c)


def fisher_2x2(a: int, b: int, c: int, d: int) -> float:
    """Fisher's exact test (1934), two-sided: the probability, if the groups did not differ, of a table with these
    totals that is no more likely than this one. Exact integers until the last division. ValueError on an empty table.

    >>> round(fisher_2x2(11, 19, 21, 9), 3)
    0.019
    """
    _check(a, b, c, d)
    first, second, won = a + b, c + d, a + c
    least, most = max(0, won - second), min(won, first)
    way = comb(first, least) * comb(second, won - least)
    ways = [way]
    for n in range(least, most):  # each from the one before: two binomials each time are a hundred times slower
        way = way * (first - n) * (won - n) // ((n + 1) * (second - won + n + 1))
        ways.append(way)
    seen = ways[a - least]
    return sum(way for way in ways if way <= seen) / comb(first + second, won)


def _check(*counts: int) -> None:
    if min(counts) < 0 or sum(counts) == 0:
        raise ValueError("counts are not negative, and there is at least one case")
