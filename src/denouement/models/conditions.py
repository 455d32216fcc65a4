"""Need, hours, geography, and then the sale: what is joint, what is conditional.

N someone needs bread on a working day; O the door is open when they come; G they live within reach; V they buy here.
P(N∩O∩G) says how many people meet the three conditions. P(V|N,O,G) says how many of those buy: it is another question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum

from .huff import huff
from .need import within
from .tanneries import REACH, WOBBLE, Shop
from .town import Person


@dataclass(frozen=True)
class Conditions:
    """Probabilities for a person drawn at random: need; door open, given need; within reach, given both; sale, given
    the three. `joint` is P(N∩O∩G), `sold` is P(N∩O∩G∩V)."""

    need: float
    open_given_need: float
    near_given_both: float
    sale_given_all: float

    @property
    def joint(self) -> float:
        return self.need * self.open_given_need * self.near_given_both

    @property
    def sold(self) -> float:
        return self.joint * self.sale_given_all


@lru_cache(maxsize=10_000)
def finds_open(person: Person, shop: Shop, *, wobble: float = WOBBLE) -> float:
    """The probability that `person` finds `shop` open on the day they need bread (`wobble` in hours)."""
    return fsum(within(start, end, around=person.hour, spread=wobble) for start, end in shop.hours)


def buys_here(
    person: Person, shop: Shop, competitors: Sequence[Shop], *, beta: float = 2.0, availability: float = 1.0
) -> float:
    """P(V|N,O,G) for one person, all shops open: bread left on the shelf (`availability`, a probability), and this
    shop chosen among all (Huff 1963, `beta`: how much distance counts)."""
    shops = (shop, *competitors)
    shares = huff([s.attraction for s in shops], [s.distance(person) for s in shops], beta=beta)
    return availability * shares[0]


@cache
def conditions(
    persons: tuple[Person, ...],
    shop: Shop,
    competitors: tuple[Shop, ...] = (),
    *,
    reach: float = REACH,
    wobble: float = WOBBLE,
    beta: float = 2.0,
    availability: float = 1.0,
) -> Conditions:
    """The three conditions and the sale over `persons` (one drawn at random). `reach` in metres, `wobble` in hours.

    ValueError when nobody meets the three conditions: P(V|N,O,G) then has no meaning.
    """
    opened = [person.need * finds_open(person, shop, wobble=wobble) for person in persons]
    near = [
        (person, weight)
        for person, weight in zip(persons, opened, strict=True)
        if person.distance(shop.x, shop.y) <= reach
    ]
    need, need_open, all_three = (
        fsum(person.need for person in persons),
        fsum(opened),
        fsum(weight for _, weight in near),
    )
    if not all_three:
        raise ValueError("nobody needs bread, finds the door open and lives within reach")
    sales = fsum(
        weight * buys_here(person, shop, competitors, beta=beta, availability=availability) for person, weight in near
    )
    return Conditions(need / len(persons), need_open / need, all_three / need_open, sales / all_three)
