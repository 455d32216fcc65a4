"""What pursuing a deal leaves on average, once everything is paid.

E = p · (margin − bonus − service − r · return) − days · day, with p the chance of signing and r the chance that the
sale, once signed, comes back. The bracket is what a *sale* leaves; when it is negative, a better seller loses more.
Money in euros, chances from 0 to 1. We wrote this rule; the amounts are those of the story.
"""

from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True)
class Terms:
    """What a sale brings and costs, in euros: gross margin, seller's bonus, service, and what a return costs."""

    margin: float
    bonus: float
    service: float
    returned: float

    @property
    def kept(self) -> float:
        """What a sale that does not come back leaves."""
        return self.margin - self.bonus - self.service


#: The Marée 150 of the story, and its ordinary service (assumed).
MAREE_150 = Terms(margin=11_550, bonus=1_155, service=1_200, returned=30_340)
DAY = 620  # € for a selling day, all included (story)
SALE_DAYS = 4  # days given to the camping (story)

#: What the camping cost, line by line, in euros (story): the last four lines are the return.
CAMPING = {
    "marge attendue": 11_550,
    "prime du vendeur": -1_155,
    "4 journées de vente": -4 * DAY,
    "9 déplacements": -9 * 380,
    "remboursement, moins la revente": 19_000 - 38_500,
    "dépose et transport": -2_900,
    "avocat": -3_600,
    "7 journées de discussions": -7 * DAY,
}


def camping_total() -> float:
    """What is left of the sale to the camping, in euros."""
    return fsum(CAMPING.values())


def per_sale(terms: Terms, risk: float) -> float:
    """What a signed sale leaves on average when it comes back with chance `risk`. ValueError outside 0 to 1."""
    if not 0 <= risk <= 1:
        raise ValueError("a risk lies between 0 and 1")
    return terms.kept - risk * terms.returned


def expected(chance: float, sale: float, days: float, *, day: float = DAY) -> float:
    """What pursuing a deal leaves on average: `chance` of a sale that leaves `sale`, for `days` worth `day` each."""
    if not 0 <= chance <= 1 or days < 0:
        raise ValueError("a chance lies between 0 and 1, and days are not negative")
    return chance * sale - days * day


def least_chance(sale: float, days: float, *, day: float = DAY) -> float | None:
    """The chance of signing from which the deal deserves its days; None when no chance does."""
    if days * day <= 0:
        return 0.0 if sale > 0 else None
    chance = days * day / sale if sale > 0 else 2.0
    return chance if chance <= 1 else None


def tipping_risk(terms: Terms) -> float:
    """The risk of return at which a sale leaves nothing: beyond, every signature makes it worse."""
    return terms.kept / terms.returned
