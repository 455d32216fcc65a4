"""How often a claim survives twenty deals: in worlds close to ours, and in worlds where it is false.

A claim says one of three things of some customers, and how many contrary cases out of twenty will make its author give
it up. A claim worth writing holds where it is true and falls where it is false; one that never falls says nothing. We
wrote these worlds; nothing here was measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import comb, fsum
from random import Random

DEALS = 20
WEAK, MEDIUM, STRONG = "faible", "moyenne", "forte"
EVERYBODY, NEED, SETTLED, ALONE, AFTERWARDS = "tous", "besoin", "decides", "seuls", "vrais"

#: Our world, as probabilities. A test varies each by ±25 %; the worlds below vary all of them.
ASSUMED = {
    "need": 0.70,  # of those one talks to, have said a need
    "hesitant": 0.35,  # of these, hesitate
    "alone": 0.40,  # of these, see no competitor
    "taken": 0.50,  # bought elsewhere, when there is a competitor
    "missing": 0.15,  # product, budget, agreement or trust is missing
    "table": 0.08,  # who does not hesitate decides at the table all the same
    "stuck": 0.35,  # who hesitates decides alone, before the table; otherwise there, pressed, or never
    "harm": 0.10,  # pressed, someone who would have bought leaves
    "help": 0.60,  # pressed, someone who would not have decided decides
    "pushed": 0.50,  # pressed, someone without need buys (and brings it back)
}
#: Worlds where a version is false: what it denies is common there. The other numbers stay close to ours.
AGAINST: Mapping[str, Mapping[str, tuple[float, float]]] = {
    WEAK: {"table": (0.24, 0.32), "hesitant": (0.75, 0.95), "pushed": (0.80, 0.95)},
    MEDIUM: {"missing": (0.45, 0.60), "taken": (0.80, 0.95), "hesitant": (0.70, 0.90)},
    STRONG: {"harm": (0.30, 0.40), "help": (0.80, 0.95), "pushed": (0.80, 0.95)},
}
WORLDS = 200
CLOSE = (0.75, 1.25)

World = Mapping[str, float]


@dataclass(frozen=True)
class Severity:
    """`holds`: how often the claim survives in close worlds; `falls`: how often it does not, in worlds against it
    (probabilities). `contrary`: contrary cases expected among twenty deals of our world. `spoken`: share of those one
    talks to that the claim is about."""

    holds: float
    falls: float
    contrary: float
    spoken: float


def contrary(version: str, customers: str, world: World) -> float:
    """Probability that a deal with one of `customers` contradicts `version` in `world`.

    Weak: they decide at the table. Medium: they do not buy from you. Strong: pressing changes what they do, either way
    (a model may see both lives of a customer; a seller compares two groups). Someone without need only buys, and
    decides, when pressed. AFTERWARDS — « those who really needed it » — is never contradicted: whoever is a contrary
    case is said not to have really needed it.
    """
    if customers == AFTERWARDS:
        return 0.0
    hesitant = 0.0 if customers in (SETTLED, ALONE) else world["hesitant"]
    stuck, harm = world["stuck"], world["harm"]
    helped = (1 - stuck) * world["help"]  # would not have decided, decides at the table when pressed
    settled, unsure, none = {
        WEAK: (world["table"], helped, world["pushed"]),
        MEDIUM: _unsold(customers, world),
        STRONG: (harm, helped * (1 - harm) + stuck * harm, world["pushed"]),
    }[version]
    in_need = (1 - hesitant) * settled + hesitant * unsure
    return in_need if customers != EVERYBODY else world["need"] * in_need + (1 - world["need"]) * none


def _unsold(customers: str, world: World) -> tuple[float, float, float]:
    alone = 1.0 if customers == ALONE else world["alone"]
    reached = (1 - world["missing"]) * (1 - (1 - alone) * world["taken"])
    return 1 - reached, 1 - reached * world["stuck"], 1.0


def spoken_of(customers: str, world: World) -> float:
    """Share of those one talks to that a claim on `customers` is about."""
    settled = world["need"] * (1 - world["hesitant"])
    return {
        EVERYBODY: 1.0,
        NEED: world["need"],
        SETTLED: settled,
        ALONE: settled * world["alone"],
        AFTERWARDS: world["need"],
    }[customers]


def survival(chance: float, gives_up: int, deals: int = DEALS) -> float:
    """Probability that fewer than `gives_up` of `deals` are contrary, each with probability `chance` (binomial)."""
    return fsum(comb(deals, n) * chance**n * (1 - chance) ** (deals - n) for n in range(min(gives_up, deals + 1)))


def worlds(version: str, rng: Random, *, against: bool, **assumed: float) -> list[World]:
    """WORLDS worlds: every number within ±25 % of ours, or, for those that go `against` the version, in AGAINST."""
    close = {name: (value * CLOSE[0], value * CLOSE[1]) for name, value in (ASSUMED | assumed).items()}
    ranges = close | (AGAINST[version] if against else {})
    return [{name: rng.uniform(*ends) for name, ends in ranges.items()} for _ in range(WORLDS)]


@lru_cache(maxsize=5000)
def _chances(version: str, customers: str, against: bool, assumed: tuple) -> tuple[float, ...]:
    return tuple(
        contrary(version, customers, world) for world in worlds(version, Random(20), against=against, **dict(assumed))
    )


def severity(version: str, customers: str, gives_up: int, **assumed: float) -> Severity:
    """What becomes of « `version`, for `customers`; I give it up at `gives_up` contrary cases out of twenty »."""
    known = tuple(sorted(assumed.items()))
    kept = [
        fsum(survival(chance, gives_up) for chance in _chances(version, customers, against, known)) / WORLDS
        for against in (False, True)
    ]
    world = ASSUMED | assumed
    return Severity(kept[0], 1 - kept[1], DEALS * contrary(version, customers, world), spoken_of(customers, world))
