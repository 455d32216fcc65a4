"""Opening hours over a week: when the door is open, and how many hours that makes."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

Interval = tuple[float, float]
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
HOURS_IN_A_WEEK = 168


@dataclass(frozen=True)
class Hours:
    """day -> intervals (from, to) in hours of that day, 0 to 24; a day not named is closed."""

    days: Mapping[str, tuple[Interval, ...]]

    def on(self, day: str) -> tuple[Interval, ...]:
        return self.days.get(day, ())

    def is_open(self, day: str, hour: float) -> bool:
        """Open at `hour` (7.5 is half past seven); the door closes at the very end of an interval."""
        return any(start <= hour < end for start, end in self.on(day))

    def weekly(self) -> float:
        """Hours of opening in a week."""
        return fsum(end - start for intervals in self.days.values() for start, end in intervals)


def hours(opening: float, closing: float, *, pause: float = 0, pause_from: float = 13, closed: tuple = ()) -> Hours:
    """The same hours every day but the `closed` ones, with a break of `pause` hours from `pause_from`.

    ValueError when closing is not after opening, or when the break is not inside the day.
    """
    if not 0 <= opening < closing <= 24:
        raise ValueError("the door closes after it opens, within one day")
    if pause:
        if not opening < pause_from <= pause_from + pause < closing:
            raise ValueError("the break stands inside the day")
        day = ((opening, pause_from), (pause_from + pause, closing))
    else:
        day = ((opening, closing),)
    return Hours({name: day for name in DAYS if name not in closed})


def share_of_the_week(weekly: float) -> float:
    """The share of all hours that `weekly` hours of opening cover: the chance of finding the door open for someone
    whose need falls at any hour of the week alike.

    >>> round(share_of_the_week(58), 3)
    0.345
    """
    return weekly / HOURS_IN_A_WEEK
