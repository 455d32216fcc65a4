"""How well a score tells the won from the lost: the area under the ROC curve."""

from collections.abc import Iterable


def auc(groups: Iterable[tuple[float, int, int]]) -> float:
    """The probability that a won case scores higher than a lost one, both drawn at random; a tie counts for half.

    `groups`: (score, won, lost), as many groups as one likes. 0.5 is a coin, 1 a perfect sorting (Hanley and McNeil,
    1982). ValueError when no case is won, or none lost.

    >>> round(auc([(1, 219, 201), (0, 8, 20)]), 2)
    0.53
    """
    won: dict[float, int] = {}
    lost: dict[float, int] = {}
    for score, w, l in groups:
        won[score], lost[score] = won.get(score, 0) + w, lost.get(score, 0) + l
    pairs = sum(won.values()) * sum(lost.values())
    if not pairs:
        raise ValueError("someone must have won, and someone lost")
    below, wins = 0, 0.0
    for score in sorted(won):
        wins += won[score] * (below + lost[score] / 2)
        below += lost[score]
    return wins / pairs
