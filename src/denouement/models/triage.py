"""Which deals to follow up when there is time for some of them only: a sorting rule, replayed on real closed deals.

The deals are those of `salvirt`. What following a deal changes, nobody measured: we wrote that rule. A followed deal
ends as the deals of its kind ended; one left alone is lost, except that a current customer still orders a share
`anyway` of what they would have ordered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from .auc import auc
from .salvirt import Cell, cells, total

#: What may be known of a deal before its end, and the value that counts in its favour.
CRITERIA = {
    "besoin": ("needs_defined", "Yes"),
    "budget": ("budget", "Yes"),
    "client": ("client", "Current"),
    "concurrent": ("competitors", "No"),
    "appel": ("formal_tender", "No"),
}
SEATS = 180  # deals there is time to follow, of 448
ASSUMED = {"anyway": 0.4}


@dataclass(frozen=True)
class Followed:
    """Expected numbers. `added`: orders there would not have been otherwise; `strangers`: orders from others than
    current customers; `left`: orders that following the other deals would have added."""

    signed: float
    strangers: float
    added: float
    left: float


def score(cell: Cell, criteria: Iterable[str]) -> int:
    """How many of `criteria` (keys of CRITERIA, each counted once) the deals of `cell` meet."""
    return sum(cell.values[name] == good for name, good in {CRITERIA[criterion] for criterion in criteria})


def sharpness(criteria: Iterable[str], deals: Sequence[Cell] | None = None) -> float:
    """The area under the ROC curve of the number of criteria met, over `deals` (all rows by default)."""
    kept = tuple(criteria)
    return auc((score(cell, kept), cell.tally.won, cell.tally.lost) for cell in deals or cells())


def follow(criteria: Iterable[str], reserve: int, *, anyway: float, distinct: bool = False) -> Followed:
    """SEATS deals followed (as many of 448 as of the distinct rows): `reserve` seats go to the deals of others than
    current customers that meet most criteria, then the rest to the best of all. Ties are drawn by lot, and what is
    given is the expectation over the draws. ValueError when there are more reserved seats than seats, or than
    strangers.
    """
    deals, kept = cells(distinct=distinct), tuple(criteria)
    scale = total(cell.tally for cell in deals).total / total(cell.tally for cell in cells()).total
    shares = dict.fromkeys(range(len(deals)), 0.0)
    strangers = [n for n in shares if deals[n].values["client"] != "Current"]
    if not 0 <= reserve <= min(SEATS, sum(deals[n].tally.total for n in strangers) / scale):
        raise ValueError("reserved seats go to strangers, and there are not so many")
    _take(shares, strangers, deals, kept, reserve * scale)
    _take(shares, list(shares), deals, kept, (SEATS - reserve) * scale)
    return _counted(shares, deals, anyway, scale)


def by_lot(*, anyway: float, distinct: bool = False) -> float:
    """`added` when the followed deals are drawn by lot."""
    deals = cells(distinct=distinct)
    return SEATS * fsum(_added(cell, anyway) for cell in deals) / total(cell.tally for cell in deals).total


def _take(shares: dict[int, float], among: list[int], deals: Sequence[Cell], kept: Sequence[str], seats: float) -> None:
    """Gives `seats` to what is left of the cells `among`, best scores first; a tie shares them in proportion."""
    for level in sorted({score(deals[n], kept) for n in among}, reverse=True):
        tied = [n for n in among if score(deals[n], kept) == level]
        left = fsum((1 - shares[n]) * deals[n].tally.total for n in tied)
        part = min(1.0, seats / left) if left else 0.0
        for n in tied:
            shares[n] += part * (1 - shares[n])
        seats -= part * left


def _added(cell: Cell, anyway: float) -> float:
    return cell.tally.won * (1 - anyway if cell.values["client"] == "Current" else 1)


def _counted(shares: dict[int, float], deals: Sequence[Cell], anyway: float, scale: float) -> Followed:
    signed = {n: share * deals[n].tally.won / scale for n, share in shares.items()}
    return Followed(
        signed=fsum(signed.values()),
        strangers=fsum(won for n, won in signed.items() if deals[n].values["client"] != "Current"),
        added=fsum(share * _added(deals[n], anyway) for n, share in shares.items()) / scale,
        left=fsum((1 - share) * _added(deals[n], anyway) for n, share in shares.items()) / scale,
    )
