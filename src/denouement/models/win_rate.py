"""Win rates when some deals are still open: what can be said, and what leaving the open ones out does.

The rate « won / (won + lost) » counts deals by the date of their end: it favours whichever end comes first. The honest
readings are a range (every open deal lost, or won), or a rate among deals old enough to have had their chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Deal:
    """Months counted from any origin: `begun`, `ended` (None: still open), and whether it was `won`."""

    begun: float
    ended: float | None = None
    won: bool = False


def bounds(won: int, lost: int, still_open: int) -> tuple[float, float]:
    """The lowest and the highest rate these deals can still end with. ValueError without a deal."""
    total = won + lost + still_open
    if total <= 0 or min(won, lost, still_open) < 0:
        raise ValueError("numbers of deals are not negative, and there is at least one")
    return won / total, (won + still_open) / total


def won_within(deals: Sequence[Deal], *, today: float, delay: float) -> float | None:
    """Among the deals begun at least `delay` months before `today`, the share won within `delay` months of their
    beginning; None when there is none. A deal still open, lost, or won later counts below the line only.
    """
    ripe = [deal for deal in deals if today - deal.begun >= delay]
    if not ripe:
        return None
    return sum(deal.won and deal.ended is not None and deal.ended - deal.begun <= delay for deal in ripe) / len(ripe)


def closed_rate(*, truth: float, won_after: float, lost_after: float, elapsed: float) -> float | None:
    """What « won / (won + lost) » shows when deals have been entering evenly for `elapsed` months, a share `truth` of
    them won `won_after` months after they began, the others known lost after `lost_after` months. None: nothing ended.
    """
    won = truth * max(0.0, elapsed - won_after)
    lost = (1 - truth) * max(0.0, elapsed - lost_after)
    return won / (won + lost) if won + lost else None
