"""A seller's year: how often to ask, whom, how often to come back; a month of signatures, then what follows them.

We wrote these rules; nothing here was measured. Each month has the same working days. A customer is met once, and
asked for the decision if they are among those chosen; whoever was asked and still hesitates may be visited again. What
happens within a meeting is in `pressure`. Sales count at once; machines come back, customers buy again, send others or
drive them away in the months that follow, until December.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum
from types import MappingProxyType

from .pressure import CUSTOMERS, MARGIN, Customer, Nerves, meeting

MONTHS, WORKING_DAYS = 12, 20
FIRST_VISIT = 1.0  # day
EVERYBODY, IN_NEED, DARING_NOT = "tous", "besoin", "osent-pas"

#: What the model assumes, and what a test varies by ±25 %. Rates are per customer, `brings` and `loses` per month.
ASSUMED: Mapping[str, float] = MappingProxyType(
    {
        "yes": 1.0,  # multiplies the share of yeses at an asking
        "later": 1.0,  # multiplies the share that buys unasked
        "leave": 0.08,
        "regret": 0.12,
        "no_need": 0.5,  # share of those met
        "dares_not": 0.6,  # share of those in need
        "sorting": 0.85,  # how often a customer is told apart rightly, at most 1
        "quotation": 1.0,  # days, after a first visit, for whoever is not set aside as without need
        "revisit": 1.5,  # days
        "rival": 0.3,  # of those in need who hesitate, taken by a rival before the next visit
        "returned": 0.5,  # of those who regret
        "return_cost": 30_000,  # euros
        "again": 200,  # euros of margin a month, from a content customer
        "brings": 0.03,  # customers in need that a content customer sends, a month
        "loses": 0.05,  # customers in need that an unhappy one keeps away, a month
    }
)


@dataclass(frozen=True)
class Fate:
    """What becomes of a customer, on average, over one meeting and its revisits."""

    at_once: float  # yes at the first visit
    signed: float
    content: float
    left: float
    visits: float

    def mixed(self, other: "Fate", share: float) -> "Fate":
        """`share` of customers with this fate, the others with `other`."""
        return Fate(*(share * a + (1 - share) * b for a, b in zip(_values(self), _values(other), strict=True)))


@dataclass(frozen=True)
class Year:
    """Euros and customers. `month`: margin signed at the first visits of the first month, before any return."""

    month: float
    margin: float
    signed: float
    returned: float
    unhappy: float
    walked_out: float  # customers in need who left
    undecided: float  # customers in need met, who neither signed nor left
    vain_days: float  # days of quotation for customers without need


def fate(customer: Customer, asks: int, revisits: int, *, nerves: Nerves, rival: float) -> Fate:
    """One customer: asked `asks` times at each of 1 + `revisits` visits. Between two, some buy unasked, and of those in
    need who still hesitate a share `rival` goes elsewhere (or, without need, refuses the next visit)."""
    met = meeting(customer, asks, nerves=nerves)
    signed = content = left = visits = 0.0
    open_ = 1.0
    for _ in range(1 + revisits):
        unasked = open_ * met.hesitating * customer.later
        visits += open_
        signed += open_ * met.yes + unasked
        content += open_ * met.content + unasked
        left += open_ * met.left
        open_ = (open_ * met.hesitating - unasked) * (1 - rival)
    return Fate(met.yes, signed, content, left, visits)


@cache
def year(asks: int, whom: str, revisits: int, **assumed: float) -> Year:
    """Twelve months of it. `whom`: EVERYBODY, IN_NEED or DARING_NOT, told apart rightly `sorting` of the time."""
    a = {**ASSUMED, **assumed}
    need = 1 - a["no_need"]
    shares = {"alone": 1 - a["dares_not"], "dares-not": a["dares_not"]}  # of those in need
    fates = {name: _fate_of(name, asks, whom, revisits, a) for name in CUSTOMERS}
    with_need = _blend(fates, shares)
    without = fates["no-need"]

    right = min(1.0, a["sorting"])
    quoted = 1.0 if whom == EVERYBODY else need * right + (1 - need) * (1 - right)
    again = need * (with_need.visits - 1) + (1 - need) * (without.visits - 1)
    met = WORKING_DAYS / (FIRST_VISIT + a["quotation"] * quoted + a["revisit"] * again)

    for_nothing = a["quotation"] * (1.0 if whom == EVERYBODY else 1 - right)  # days, per customer without need

    margin = signed = returned = unhappy = content = walked_out = undecided = month = vain = 0.0
    for number in range(MONTHS):
        needing = min(met, max(0.0, met * need + a["brings"] * content - a["loses"] * unhappy))
        others = met - needing
        if number == 0:
            month = MARGIN * (needing * with_need.at_once + others * without.at_once)
        sold = needing * with_need.signed + others * without.signed
        glad = needing * with_need.content + others * without.content
        back = a["returned"] * (sold - glad)
        margin += MARGIN * sold - a["return_cost"] * back + a["again"] * content
        signed, returned, content = signed + sold, returned + back, content + glad
        unhappy += sold - glad + needing * with_need.left + others * without.left
        vain += others * for_nothing
        walked_out += needing * with_need.left
        undecided += needing * (1 - with_need.signed - with_need.left)
    return Year(month, margin, signed, returned, unhappy, walked_out, undecided, vain)


def _fate_of(name: str, asks: int, whom: str, revisits: int, a: Mapping[str, float]) -> Fate:
    customer = CUSTOMERS[name]
    customer = Customer(min(1.0, a["yes"] * customer.yes), min(1.0, a["later"] * customer.later), customer.needs)
    nerves = Nerves(a["leave"], a["regret"])
    asked = fate(customer, asks, revisits, nerves=nerves, rival=a["rival"])
    let_be = fate(customer, 0, 0, nerves=nerves, rival=a["rival"])
    right = min(1.0, a["sorting"])
    chosen = {
        EVERYBODY: 1.0,
        IN_NEED: right if customer.needs else 1 - right,
        DARING_NOT: right if name == "dares-not" else 1 - right,
    }
    return asked.mixed(let_be, chosen[whom])


def _blend(fates: Mapping[str, Fate], shares: Mapping[str, float]) -> Fate:
    columns = zip(*(_values(fates[name]) for name in shares), strict=True)
    return Fate(*(fsum(s * v for s, v in zip(shares.values(), column, strict=True)) for column in columns))


def _values(fate: Fate) -> tuple[float, ...]:
    return (fate.at_once, fate.signed, fate.content, fate.left, fate.visits)
