"""The quarter of the story, « les Tanneries »: its people, its streets, its shops. Numbers we assume, and say so.

Metres from the Bellanger bakery (x to the east, y to the north), hours of the day. What is sourced: one bakery for
1,800 inhabitants (CNBPF); 22 % of people buy bread every day and 30 % two or three times a week (Statista and American
Express 2023, secondary source).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from .opening import Interval
from .town import Frequency, Habit, Neighbourhood, Person, people

#: Two inhabitants out of three do the shopping (assumed): 1,200 people for 1,800 inhabitants.
SHOPPERS = 1200
SEED = 1583

#: Metres that one goes for bread (assumed; 9 town-dwellers out of 10 live within 600 m of a shop, Insee 2017).
REACH = 600.0

#: The shortest walk that we count, in metres (assumed).
DOORSTEP = 50.0

#: How much someone's hour varies from one day to the next, in hours (assumed).
WOBBLE = 0.5

FREQUENCIES = (Frequency(0.22, 1.0), Frequency(0.30, 2.5 / 7), Frequency(0.48, 0.1))

#: When people go on a working day (assumed): usual hour, and spread from one person to another.
HABITS = {
    "matin": Habit(8.0, 1.0),
    "midi": Habit(12.4, 0.5),
    "journée": Habit(11.5, 3.0),
    "soir": Habit(18.5, 0.9),
}

#: Where people live (assumed).
OLD_STREETS = Neighbourhood(270, 110, 200, 0.42, {"matin": 0.40, "midi": 0.10, "journée": 0.20, "soir": 0.30})
STATION = Neighbourhood(-420, 170, 160, 0.34, {"matin": 0.30, "midi": 0.30, "journée": 0.05, "soir": 0.35})
NEW_HOUSES = Neighbourhood(470, -360, 180, 0.24, {"matin": 0.25, "midi": 0.05, "journée": 0.10, "soir": 0.60})
NEIGHBOURHOODS = (OLD_STREETS, STATION, NEW_HOUSES)

#: Saturday and Sunday (assumed): everyone goes in the morning, and bread is needed more often.
WEEKEND, WEEKEND_FACTOR = Habit(10.0, 1.5), 1.2


@dataclass(frozen=True)
class Shop:
    """Where bread is sold: `attraction` as in Huff's model (a bakery is 1), `hours` of a working day."""

    name: str
    x: float
    y: float
    attraction: float = 1.0
    hours: tuple[Interval, ...] = ()

    def is_open(self, hour: float) -> bool:
        return any(start <= hour < end for start, end in self.hours)

    def distance(self, person: Person) -> float:
        """Metres to walk, never under DOORSTEP (Huff's model has no meaning at a distance of nought)."""
        return max(person.distance(self.x, self.y), DOORSTEP)


#: Bellanger's own hours, Tuesday to Saturday (story); Sunday 7 h – 12 h 30, closed on Monday: 58 h.
BELLANGER = Shop("Bellanger", 0, 0, 1, ((6.5, 13), (15.5, 19.5)))
SUNDAY: Interval = (7, 12.5)

#: Competitors, in the order in which they arrive. The first two stand 600 m and 900 m from the witness's door.
BAKERY = Shop("l'autre artisan", 282, 103, 1, ((6.5, 13.5), (15.5, 19)))
SUPERMARKET = Shop("le Grand Frais-Marché", 534, -483, 4, ((8.5, 20),))
KIOSK = Shop("le dépôt de la gare", -400, 250, 1, ((6, 14),))
COMPETITORS = (BAKERY, SUPERMARKET, KIOSK)

#: Someone who lives 300 m from Bellanger, 600 m from the other bakery, 900 m from the supermarket.
WITNESS = (-282.0, -103.0)


@cache
def tanneries(*, evening: float = 1.0, count: int = SHOPPERS, seed: int = SEED) -> tuple[Person, ...]:
    """The people who do the shopping, always the same for the same arguments.

    `evening` multiplies the share of those who go in the evening (1: as assumed above).
    """
    quarters = [
        replace(quarter, habits={**quarter.habits, "soir": quarter.habits["soir"] * evening})
        for quarter in NEIGHBOURHOODS
    ]
    return tuple(people(count, quarters, HABITS, FREQUENCIES, Random(seed)))


#: Where a bakery could stand (lab): place -> x, y in metres. Two of them have a competitor next door.
PLACES: Mapping[str, tuple[float, float]] = {
    "tanneurs": (0, 0),
    "marche": (262, 90),
    "gare": (-430, 160),
    "moulin": (400, -280),
}
