"""Chapter 7: a win rate among the deals one asks about, and what identical rows do to a gap.

The judge draws short lists, so that a learner can follow a counter-example by hand. Values contain one another
(« prévu », « non prévu »), identical rows stand apart as often as together, and some differ by their outcome only.
"""

from collections.abc import Sequence
from random import Random

from .comparing import (
    Seen,
    always_the_same,
    example,
    first_wrong,
    is_number,
    observe,
    recognised,
    same,
    told_apart,
    ways,
)
from .core import Exercise, Verdict, failed, passed
from .donnees_answers import GAP_MISTAKES, GAP_SOLUTIONS, RATE_MISTAKES, RATE_SOLUTIONS
from .probe import Probe

#: {"besoin": "défini", "concurrents": "aucun", "budget": "prévu", "issue": "gagnée"}
Deal = dict[str, str]

VALUES = {
    "besoin": ("défini", "pas défini"),
    "concurrents": ("aucun", "au moins un", "inconnu"),
    "budget": ("prévu", "non prévu", "inconnu"),
}
WON, LOST = "gagnée", "perdue"
ASKED = (("budget", "prévu"), ("besoin", "défini"), ("concurrents", "inconnu"), ("budget", "inconnu"))


def rate(deals: Sequence[Deal], column: str, value: str) -> float | None:
    """The share won among the deals whose `column` says exactly `value`; None when there is none."""
    kept = [deal["issue"] == WON for deal in deals if deal[column] == value]
    return sum(kept) / len(kept) if kept else None


def gap(deals: Sequence[Deal], column: str, value: str) -> float:
    """The share won where `column` says `value`, minus the share won everywhere else. Neither group is empty."""
    first = [deal["issue"] == WON for deal in deals if deal[column] == value]
    rest = [deal["issue"] == WON for deal in deals if deal[column] != value]
    return sum(first) / len(first) - sum(rest) / len(rest)


def two_counts(deals: Sequence[Deal], column: str, value: str) -> list[float]:
    """The gap over all rows, then over distinct ones."""
    return [gap(deals, column, value), gap(distinct(deals), column, value)]


def distinct(deals: Sequence[Deal]) -> list[Deal]:
    """Rows equal to an earlier one in every column, outcome included, are left out."""
    return list({tuple(sorted(deal.items())): deal for deal in deals}.values())


# --- what the judge asks -------------------------------------------------------------------------------------------


def draw_deals(rng: Random, count: int, column: str, value: str) -> list[Deal]:
    """`count` deals: at least two won and one lost where `column` says `value`, one won and two lost elsewhere."""
    others = [other for other in VALUES[column] if other != value]
    groups = [(value, WON), (value, WON), (value, LOST), (others[0], WON), (others[-1], LOST), (others[0], LOST)]
    groups += [(rng.choice(VALUES[column]), rng.choice((WON, LOST))) for _ in range(count - len(groups))]
    deals = [
        {name: rng.choice(values) for name, values in VALUES.items()} | {column: said, "issue": issue}
        for said, issue in groups
    ]
    rng.shuffle(deals)
    return deals


#: Every mistake but those that answer right wherever somebody noted the value, or the same whatever the list.
_TOLD_APART = tuple(
    mistake
    for mistake in RATE_MISTAKES
    if mistake.status == "failed" and mistake.key not in ("groupe-vide", "reponse-fixe", "rien-renvoye")
)


def check_rate(probe: Probe) -> Verdict:
    """Lists of different lengths, one question each; then a value that nobody noted."""

    def draw() -> list[tuple]:
        return [
            (draw_deals(probe.rng, count, column, value), column, value)
            for count, (column, value) in zip(probe.rng.sample((9, 11, 13, 14), 4), ASKED, strict=True)
        ]

    drawn = told_apart(draw, rate, ways("taux_gain", _TOLD_APART))
    asked = [*drawn, (drawn[0][0], "besoin", "peut-être")]
    seen = observe(probe, "taux_gain", asked, rate)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "taux_gain")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if wrong is seen[-1]:
        return failed("groupe-vide", **shows)
    known = recognised(seen[:-1], ways("taux_gain", RATE_MISTAKES))
    if known:
        return failed(known, **shows)
    if not is_number(wrong.got):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen[:-1]):
        return failed("reponse-fixe", **shows)
    if all(_rounded(s.got, s.expected) for s in seen[:-1]):
        return failed("arrondi", **shows)
    return failed("autre-taux", **shows)


def draw_twins(rng: Random, column: str, value: str) -> list[Deal]:
    """Deals of which some have identical rows, next to them or far away, and some a row with the other outcome."""
    once = draw_deals(rng, 9, column, value)
    copied = rng.sample(distinct(once), 3)
    near, far = copied[0], copied[1:]
    place = once.index(near)
    opposite = near | {"issue": LOST if near["issue"] == WON else WON}
    return [dict(deal) for deal in (*far, far[0], *once[:place], near, *once[place:], opposite)]


def check_gap(probe: Probe) -> Verdict:
    """Five lists; both groups always have deals, whichever rows are dropped."""
    asked = [_solid(probe.rng, column, value) for column, value in (*ASKED, ("concurrents", "aucun"))]
    seen = observe(probe, "deux_comptes", asked, two_counts)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "deux_comptes")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if not all(_pair_of_numbers(s.got) for s in seen):
        return failed("pas-deux-nombres", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    known = recognised(seen, ways("deux_comptes", GAP_MISTAKES))
    if known is None and all(_rounded(g, e) for s in seen for g, e in zip(s.got, s.expected, strict=True)):
        return failed("arrondi", **shows)
    return failed(known or _which(seen), **shows)


def _solid(rng: Random, column: str, value: str) -> tuple[list[Deal], str, str]:
    """A draw whose two groups both keep deals once every row that has a twin is gone."""
    while True:
        deals = draw_twins(rng, column, value)
        alone = [deal[column] == value for deal in deals if deals.count(deal) == 1]
        if any(alone) and not all(alone):
            return deals, column, value


def _which(seen: Sequence[Seen]) -> str:
    """Which of the two counts is not the right one."""
    first_right = all(same(s.got[0], s.expected[0]) for s in seen)
    return "second-compte" if first_right else "premier-compte"


def _pair_of_numbers(got: object) -> bool:
    return type(got) is list and len(got) == 2 and all(is_number(value) for value in got)


def _rounded(got: object, expected: float) -> bool:
    """Right but for a rounding to one, two or three decimals."""
    return is_number(got) and abs(got - expected) < 0.051 and same(got, round(got, 3))


RATE = Exercise(
    id="taux-gain", names=("taux_gain",), check=check_rate, mistakes=RATE_MISTAKES, solutions=RATE_SOLUTIONS
)
GAP = Exercise(
    id="lignes-identiques", names=("deux_comptes",), check=check_gap, mistakes=GAP_MISTAKES, solutions=GAP_SOLUTIONS
)
EXERCISES = (RATE, GAP)
