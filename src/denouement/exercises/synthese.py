"""Chapter 8: in how many worlds a claim holds, and whether observations have contradicted it.

Everything the judge draws is whole numbers, so that a learner can follow a counter-example by hand.
"""

from collections.abc import Mapping, Sequence
from random import Random

from ..models.refuting import Claim, share_of_worlds, state
from .comparing import always_the_same, example, first_wrong, is_number, observe, recognised, ways
from .core import Exercise, Verdict, failed, passed
from .probe import Probe
from .synthese_answers import STATE_MISTAKES, STATE_SOLUTIONS, SURVIVAL_MISTAKES, SURVIVAL_SOLUTIONS

World = Mapping[str, int]  # {"tranquille": 42, "presse": 33}: sales for a hundred customers
Deal = Mapping[str, object]  # {"client": "sûr", "table": False}

CUSTOMERS = ("sûr", "hésitant", "sans besoin")
WORDS = ("contredite", "tient", "pas encore")


def survival(worlds: Sequence[World], margin: int) -> float | None:
    return share_of_worlds([(world["tranquille"], world["presse"]) for world in worlds], margin)


def claim_state(claim: Mapping[str, object], deals: Sequence[Deal]) -> str:
    known = Claim(claim["clients"], claim["sur"], claim["pardonne"])
    return state(known, [(deal["client"], deal["table"]) for deal in deals]).value


# --- what the judge asks -------------------------------------------------------------------------------------------


def draw_worlds(rng: Random, margin: int) -> list[World]:
    """Worlds on each side of the margin and exactly on it, pressing gaining in some and losing in others."""
    gaps = [0, margin, -margin, margin + 1, -margin - 1, margin + rng.randint(2, 9)]
    gaps += [rng.randint(-margin, margin) for _ in range(rng.randint(1, 3))]
    rng.shuffle(gaps)
    calm = [rng.randint(25, 60) for _ in gaps]
    return [{"tranquille": sales, "presse": sales + gap} for sales, gap in zip(calm, gaps, strict=True)]


def check_survival(probe: Probe) -> Verdict:
    """Several margins; worlds on each side of them."""
    rng = probe.rng
    asked = [(draw_worlds(rng, margin), margin) for margin in (5, 2, 8, 1)]
    asked.append(([{"tranquille": 40, "presse": 40 + gap} for gap in (3, 5, -5, 6, -7)], 4))
    asked.append(([], 5))
    seen = observe(probe, "survie", asked, survival)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "survie")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if wrong is seen[-1]:
        return failed("aucun-monde", **shows)
    if not is_number(wrong.got):
        return failed("pas-un-nombre", **shows)
    if always_the_same(seen[:-1]):
        return failed("reponse-fixe", **shows)
    if all(is_number(s.got) and abs(s.got - s.expected) < 0.006 for s in seen[:-1]):
        return failed("arrondi", **shows)
    return failed(recognised(seen[:-1], ways("survie", SURVIVAL_MISTAKES)) or "autre-part", **shows)


#: Deals in order: S is a deal the claim speaks of, s the same decided at the table, o and x deals with someone else
#: (decided before the table, at it). Every way a claim of five deals that forgives one may stand.
_STORIES = (
    "SSSSS",
    "SsSSS",
    "sSsSS",
    "sS",
    "SS",
    "ss",
    "SSosS",
    "SxSxS",
    "SSSSSss",
    "SsSSSs",
    "xx",
    "",
    "oSsSSS",
    "sSsSSSS",
)


def draw_deals(rng: Random, story: str, customer: str) -> list[Deal]:
    """The deals of one of the `_STORIES` for claims about `customer`."""
    others = [kind for kind in CUSTOMERS if kind != customer]
    return [{"client": customer if letter in "Ss" else rng.choice(others), "table": letter in "sx"} for letter in story]


def check_state(probe: Probe) -> Verdict:
    """Every story for a claim that forgives one; then claims that forgive none, or two."""
    rng = probe.rng
    asked = []
    for forgives, stories in ((1, _STORIES), (0, ("SSSSS", "S", "sS")), (2, ("sSsSS", "ssSs", "sSsS", "SSsSS"))):
        for story in stories:
            customer = rng.choice(CUSTOMERS)
            asked.append(
                ({"clients": customer, "sur": 5, "pardonne": forgives}, draw_deals(rng, story, customer)),
            )
    seen = observe(probe, "etat", asked, claim_state)
    wrong = first_wrong(seen)
    if wrong is None:
        return passed()
    shows = example(wrong, "etat")
    if all(s.got is None for s in seen):
        return failed("rien-renvoye", **shows)
    if any(s.got not in WORDS for s in seen):
        return failed("autre-mot", **shows | example(next(s for s in seen if s.got not in WORDS), "etat"))
    if always_the_same(seen):
        return failed("reponse-fixe", **shows)
    return failed(recognised(seen, ways("etat", STATE_MISTAKES)) or "autre-etat", **shows)


SURVIVAL = Exercise(
    id="survie-these",
    names=("survie",),
    check=check_survival,
    mistakes=SURVIVAL_MISTAKES,
    solutions=SURVIVAL_SOLUTIONS,
)
STATE = Exercise(
    id="hypothese-refutable",
    names=("etat",),
    check=check_state,
    mistakes=STATE_MISTAKES,
    solutions=STATE_SOLUTIONS,
)
EXERCISES = (SURVIVAL, STATE)
