"""Chapter 2: what a whole cycle is worth, and a win rate when some deals are still open.

Chances have two decimals and months are whole numbers, so that a learner can follow a counter-example by hand.
"""

from collections.abc import Sequence
from random import Random

from ..models.cycle import p_cycle
from ..models.win_rate import Deal, won_within
from .comparing import Seen, always_the_same, example, first_wrong, is_number, observe, recognised, same, ways
from .core import Exercise, Verdict, failed, passed
from .decouper_answers import CYCLE_MISTAKES, CYCLE_SOLUTIONS, RATE_MISTAKES, RATE_SOLUTIONS
from .probe import Probe

#: {"debut": 3, "fin": 8, "issue": "gagnée"}, in months; {"debut": 5, "fin": None, "issue": None} while it is open.
Case = dict[str, int | str | None]


def rate(cases: Sequence[Case], today: float, delay: float) -> float | None:
    deals = [Deal(case["debut"], case["fin"], case["issue"] == "gagnée") for case in cases]
    return won_within(deals, today=today, delay=delay)


# --- what the judge asks -------------------------------------------------------------------------------------------


def draw_chances(rng: Random, count: int) -> list[float]:
    """`count` different chances, from 0.30 to 0.95, the first never the lowest (two mistakes would look alike)."""
    first, *others = rng.sample(range(30, 96), count)
    if others and first < min(others):
        others.append(first)
        first = others.pop(0)
    return [percent / 100 for percent in (first, *others)]


def check_cycle(probe: Probe) -> Verdict:
    """The witnesses of the statement, a single step, drawn cycles; then the empty one."""
    asked = [[0.8] * 6, [0.9] * 10, draw_chances(probe.rng, 1)]
    asked += [draw_chances(probe.rng, count) for count in (2, 3, 5, 7)]
    seen = observe(probe, "p_cycle", [(chances,) for chances in asked], p_cycle)
    wrong = first_wrong(seen)
    if wrong is None:
        return _empty(probe)
    shows = example(wrong, "p_cycle")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if not all(is_number(s.got) for s in seen):
        return failed("pas-un-nombre", **shows)
    if all(same(s.got, 0) for s in seen):
        return failed("zero", **shows)
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    if all(_rounded(s) for s in seen):
        return failed("arrondi", **shows)
    return failed(recognised(seen, ways("p_cycle", CYCLE_MISTAKES)) or "autre-chance", **shows)


def _empty(probe: Probe) -> Verdict:
    [seen] = observe(probe, "p_cycle", [([],)], p_cycle)
    return passed() if seen.right else failed("cycle-vide", **example(seen, "p_cycle"))


def _rounded(seen: Seen) -> bool:
    """Right but for a rounding to one, two or three decimals."""
    return is_number(seen.got) and abs(seen.got - seen.expected) < 0.051 and same(seen.got, round(seen.got, 3))


#: Lists of deals, as numbers of: won early, won in exactly the delay, won late, lost, still open (all old enough); then
#: won, lost, still open among those too young. The rates all differ.
_MIXES = (
    (2, 1, 1, 1, 1, 1, 1, 1),
    (1, 1, 2, 3, 2, 2, 1, 2),
    (3, 1, 1, 2, 1, 0, 3, 2),
    (1, 2, 1, 1, 3, 1, 2, 0),
    (4, 1, 2, 1, 1, 2, 0, 3),
)


def draw_cases(rng: Random, mix: Sequence[int], delay: int) -> tuple[list[Case], int, int]:
    """Deals in the proportions of `mix`, in any order; one of those old enough is so by no more than a day."""
    today = 3 * delay + rng.randint(0, 6)
    ends = [("gagnée", lambda: rng.randint(1, delay - 1)), ("gagnée", lambda: delay)]
    ends += [("gagnée", lambda: delay + rng.randint(1, delay)), ("perdue", lambda: rng.randint(1, delay))]
    old = [
        _case(rng.randint(0, today - 2 * delay), issue, lasts())
        for (issue, lasts), count in zip(ends, mix[:4], strict=True)
        for _ in range(count)
    ]
    old += [_case(rng.randint(0, today - delay - 1), None, 0) for _ in range(mix[4])]
    just = next(case for case in old if case["issue"] == "perdue")
    just["debut"], just["fin"] = today - delay, today - delay + rng.randint(1, delay)
    young = [
        _case(today - rng.randint(2, delay - 1), issue, 1)
        for issue, count in zip(("gagnée", "perdue", None), mix[5:], strict=True)
        for _ in range(count)
    ]
    cases = old + young
    rng.shuffle(cases)
    return cases, today, delay


def _case(begun: int, issue: str | None, lasts: int) -> Case:
    return {"debut": begun, "fin": None if issue is None else begun + lasts, "issue": issue}


def check_rate(probe: Probe) -> Verdict:
    """Five lists of deals with different delays, and one whose deals are all too young."""
    drawn = [
        draw_cases(probe.rng, mix, delay)
        for mix, delay in zip(_MIXES, probe.rng.sample((5, 6, 7, 8, 9), 5), strict=True)
    ]
    cases, today, delay = drawn[0]
    asked = [*drawn, (cases, today, today + delay)]
    seen = observe(probe, "taux_a_terme", asked, rate)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "taux_a_terme")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if wrong is seen[-1]:
        return failed("aucune-mure", **shows)
    if not is_number(wrong.got):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen[:-1]):
        return failed("reponse-fixe", **shows)
    known = recognised(seen[:-1], ways("taux_a_terme", RATE_MISTAKES))
    if known is None and all(_rounded(s) for s in seen[:-1]):
        return failed("arrondi", **shows)
    return failed(known or "autre-taux", **shows)


CYCLE = Exercise(
    id="p-cycle", names=("p_cycle",), check=check_cycle, mistakes=CYCLE_MISTAKES, solutions=CYCLE_SOLUTIONS
)
RATE = Exercise(
    id="taux-affaires-ouvertes",
    names=("taux_a_terme",),
    check=check_rate,
    mistakes=RATE_MISTAKES,
    solutions=RATE_SOLUTIONS,
)
EXERCISES = (CYCLE, RATE)
