"""Chapter 4: would chance have done the same, and how many customers would it have taken?

Groups are drawn unequal, so that doubling one side of Fisher's test is not its two sides; rates are drawn so that the
number of customers is not within a hair of a whole one (learners' constants have six decimals).
"""

from math import sqrt
from random import Random
from statistics import NormalDist

from ..models import sample_size
from ..models.two_by_two import fisher_2x2
from .comparing import Seen, always_the_same, example, first_wrong, is_number, observe, recognised, same, ways
from .core import Exercise, Verdict, failed, passed
from .probe import Probe
from .techniques_answers import FISHER_MISTAKES, FISHER_SOLUTIONS, SIZE_MISTAKES, SIZE_SOLUTIONS


def p_fisher(sold_a: int, met_a: int, sold_b: int, met_b: int) -> float:
    return fisher_2x2(sold_a, met_a - sold_a, sold_b, met_b - sold_b)


def n_per_arm(first: float, second: float) -> int:
    return sample_size.n_per_arm(first, second)


# --- what the judge asks -------------------------------------------------------------------------------------------

RACKHAM = (11, 30, 21, 30)
STORE = ((0.42, 0.33), (0.72, 0.76))


def draw_groups(rng: Random, upwards: bool) -> tuple[int, int, int, int]:
    """Two groups of different sizes, the first selling less (or more: `upwards`), p neither tiny nor near 1."""
    while True:
        met_a, met_b = rng.sample(range(8, 31), 2)  # fewer than 2**63 ways, the largest number a probe carries
        sold_a, sold_b = rng.randint(1, met_a - 1), rng.randint(1, met_b - 1)
        more = sold_a * met_b > sold_b * met_a
        if more is upwards and 0.02 < p_fisher(sold_a, met_a, sold_b, met_b) < 0.5:
            return sold_a, met_a, sold_b, met_b


def check_fisher(probe: Probe) -> Verdict:
    """Rackham's groups, two small ones to follow by hand, then drawn ones, either group selling more."""
    asked = [RACKHAM, (0, 3, 3, 3), (1, 4, 4, 6)]
    asked += [draw_groups(probe.rng, upwards) for upwards in (False, True, False, True)]
    seen = observe(probe, "p_fisher", asked, p_fisher)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    common = _not_numbers(seen, wrong, "p_fisher")
    if common:
        return common
    known = recognised(seen, ways("p_fisher", FISHER_MISTAKES))
    if known in (None, "arrondi") and all(abs(s.got - s.expected) < 0.0051 for s in seen):
        known = "arrondi"
    return failed(known or "autre-nombre", **example(wrong, "p_fisher"))


def draw_rates(rng: Random) -> tuple[float, float]:
    """Two rates in whole percent, 4 to 20 points apart, whose number of customers is well between two whole ones."""
    while True:
        low = rng.randint(5, 75)
        first, second = low / 100, (low + rng.randint(4, 20)) / 100
        if 0.05 < _exact(first, second) % 1 < 0.45:  # rounding to the nearest is then a mistake
            return (first, second) if rng.random() < 0.5 else (second, first)


def _exact(first: float, second: float) -> float:
    """The number of customers before it is rounded up."""
    z, mean = NormalDist().inv_cdf, (first + second) / 2
    spread = z(0.975) * sqrt(2 * mean * (1 - mean)) + z(0.8) * sqrt(first * (1 - first) + second * (1 - second))
    return (spread / (first - second)) ** 2


def check_size(probe: Probe) -> Verdict:
    """The photo store's two gaps, the first one the other way round, then drawn rates."""
    asked = [*STORE, STORE[0][::-1], *(draw_rates(probe.rng) for _ in range(5))]
    seen = observe(probe, "n_par_bras", asked, n_per_arm)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    common = _not_numbers(seen, wrong, "n_par_bras")
    if common:
        return common
    shows = example(wrong, "n_par_bras")
    if all(0 < s.expected - s.got < 1 for s in seen):
        return failed("sans-arrondi", **shows)
    if all(same(s.got, s.expected) or same(s.got, s.expected - 1) for s in seen):
        return failed("arrondi-dessous", **shows)
    return failed(recognised(seen, ways("n_par_bras", SIZE_MISTAKES)) or "autre-nombre", **shows)


def _not_numbers(seen: list[Seen], wrong: Seen, name: str) -> Verdict | None:
    """The verdicts that both exercises share: nothing returned, no number, or always the same one."""
    shows = example(wrong, name)
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if not all(is_number(s.got) for s in seen):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    return None


FISHER = Exercise(
    id="fisher-exact", names=("p_fisher",), check=check_fisher, mistakes=FISHER_MISTAKES, solutions=FISHER_SOLUTIONS
)
SIZE = Exercise(
    id="n-par-bras", names=("n_par_bras",), check=check_size, mistakes=SIZE_MISTAKES, solutions=SIZE_SOLUTIONS
)
EXERCISES = (FISHER, SIZE)
