"""A quarter's demands and too few days to answer them all: which to pursue, and what the bonus makes of it.

Demands come in kinds (machine, how willing, discount asked, need or none), in fixed proportions, and are served in
the order they come: when those accepted ask for more days than there are, the same share of each kind is left
unanswered. We wrote these rules; nothing here was measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import fsum

from .remainder import DAY

DAYS = 60  # selling days in the quarter
COST = 0.70  # what a machine costs to make, as a share of its list price (story: 30 % gross margin)

#: Price in euros, days that win half of what is left to win, share of the demands.
MACHINES = ((38_500, 1, 0.6), (94_000, 2, 0.3), (188_000, 4, 0.1))
WILLING = (0.2, 0.4, 0.6, 0.8)  # chance of signing with all the time in the world, equally frequent
DISCOUNTS = ((0.0, 0.50), (0.05, 0.25), (0.10, 0.25))

TURNOVER, MARGIN, KEPT = "ca", "marge", "reste"  # what the bonus is computed on
RATES = {TURNOVER: 0.03, MARGIN: 0.10, KEPT: 0.10}

#: What the book supposes, and what a test varies by ±25 %.
ASSUMED = {
    "demandes": 36.0,  # demands in a quarter
    "sans": 0.30,  # share of them without need
    "retour-sans": 0.50,  # chance that a machine sold without need comes back
    "retour-avec": 0.03,  # … with a need
    "cout-retour": 0.79,  # cost of a return, as a share of the price (the camping's)
    "service": 0.03,  # service of a sale, as a share of the list price
    "revele": 0.60,  # share of the demands without need that half a day of counting reveals
    "aveugle": 0.40,  # share of those that a seller paid at the signature does not see
    "cede": 0.50,  # share of the discount asked that a seller paid on what is left gives in
    "attente": 0.12,  # chances of signing that a bonus paid one year later loses
}


@dataclass(frozen=True)
class Kind:
    """A kind of demand: list price (€), days that win half of what is left, willingness, discount asked, need, number
    in the quarter."""

    price: float
    half: float
    willing: float
    discount: float
    need: bool
    number: float


@dataclass(frozen=True)
class Quarter:
    """What a quarter gives: days worked, demands refused and unanswered, sales signed and returned, turnover, bonus and
    cost of the returns (€), and what is left once the sixty days are paid."""

    days: float
    refused: float
    unanswered: float
    signed: float
    returned: float
    turnover: float
    bonus: float
    return_cost: float
    left: float


def kinds(number: float, without: float) -> Iterator[Kind]:
    for (price, half, often), willing, (discount, asked), need in product(MACHINES, WILLING, DISCOUNTS, (True, False)):
        share = often / len(WILLING) * asked * (1 - without if need else without)
        yield Kind(price, half, willing, discount, need, number * share)


def quarter(*, threshold: float | None, days: float, counting: float, bonus: str, **assumed: float) -> Quarter:
    """The quarter of a house that gives `days` to each demand it accepts, after `counting` days (0, 0.5 or 1) spent
    counting trays at each, and refuses those whose day would leave less than `threshold` € (None: refuses none).

    Chance of signing: willing · (1 − 2^(−days / half)). A counted demand without need is taken for what it is; the
    others are credited with the average risk that is left. Assumed numbers: see ASSUMED. ValueError for an unknown
    bonus.
    """
    if bonus not in RATES:
        raise ValueError(f"the bonus is computed on one of {', '.join(RATES)}")
    a = ASSUMED | assumed
    revealed = revealing(counting, bonus, revele=a["revele"], aveugle=a["aveugle"])
    hidden = a["sans"] * (1 - revealed) / (1 - a["sans"] * revealed)
    believed = hidden * a["retour-sans"] + (1 - hidden) * a["retour-avec"]
    accepted, load, refused = [], 0.0, 0.0
    for kind in kinds(a["demandes"], a["sans"]):
        load += counting * kind.number
        true = a["retour-avec"] if kind.need else a["retour-sans"]
        seen = [(1.0, believed)] if kind.need else [(revealed, true), (1 - revealed, believed)]
        for share, risk in seen:
            number = share * kind.number
            sale = _Sale(kind, days, bonus, a)
            if threshold is not None and sale.chance * sale.left(risk) < threshold * days:
                refused += number
            else:
                load += number * days
                accepted.append((number, true, sale))
    served = min(1.0, DAYS / load) if load else 1.0
    signed = [(served * number * sale.chance, risk, sale) for number, risk, sale in accepted]
    return Quarter(
        days=served * load,
        refused=served * refused,
        unanswered=(1 - served) * a["demandes"],
        signed=fsum(n for n, _, _ in signed),
        returned=fsum(n * risk for n, risk, _ in signed),
        turnover=fsum(n * sale.price for n, _, sale in signed),
        bonus=fsum(n * sale.bonus(risk) for n, risk, sale in signed),
        return_cost=fsum(n * risk * sale.return_cost for n, risk, sale in signed),
        left=fsum(n * sale.left(risk) for n, risk, sale in signed) - DAYS * DAY,
    )


def revealing(counting: float, bonus: str, *, revele: float, aveugle: float) -> float:
    """Share of the demands without need that `counting` days reveal: each half day finds `revele` of those left, and a
    seller paid at the signature does not see `aveugle` of them."""
    found = 1 - (1 - revele) ** (2 * counting)
    return found if bonus == KEPT else found * (1 - aveugle)


class _Sale:
    """A sale of one kind after so many days: its chance, its price once discounted, and what it leaves."""

    def __init__(self, kind: Kind, days: float, bonus: str, a: dict[str, float]) -> None:
        given = 1.0 if bonus == TURNOVER else a["cede"]
        self.paid_on = bonus
        self.chance = kind.willing * (1 - 2 ** (-days / kind.half)) * (1 - a["attente"] if bonus == KEPT else 1)
        self.price = kind.price * (1 - given * kind.discount)
        self.margin = self.price - COST * kind.price
        self.service = a["service"] * kind.price
        self.return_cost = a["cout-retour"] * self.price

    def bonus(self, risk: float) -> float:
        after = max(0.0, self.margin - self.service - risk * self.return_cost)
        return RATES[self.paid_on] * {TURNOVER: self.price, MARGIN: self.margin, KEPT: after}[self.paid_on]

    def left(self, risk: float) -> float:
        """What a signed sale leaves on average, its bonus paid, its return weighed."""
        return self.margin - self.service - risk * self.return_cost - self.bonus(risk)
