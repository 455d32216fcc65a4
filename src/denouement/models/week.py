"""A week of the quarter: when bread is needed, and who finds the door open."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import fsum

from .need import within
from .opening import DAYS, Hours
from .tanneries import WEEKEND, WEEKEND_FACTOR, WOBBLE, tanneries
from .town import need_by_slot

#: Length of a slot, in hours: hours of opening are rounded to it.
SLOT = 0.5


@cache
def week_of_need(*, wobble: float = WOBBLE, weekend_factor: float = WEEKEND_FACTOR) -> Mapping[str, tuple[float, ...]]:
    """day -> need for bread in each half-hour (expected number of people of the Tanneries, 48 values a day).

    On Saturday and Sunday the hours are those of the morning, and need is multiplied by `weekend_factor`.
    """
    persons = tanneries()
    working = tuple(need_by_slot(persons, [p.need for p in persons], wobble=wobble, slot=SLOT))
    total = fsum(working) * weekend_factor
    resting = tuple(
        total * within(n * SLOT, (n + 1) * SLOT, around=WEEKEND.hour, spread=WEEKEND.spread)
        for n in range(len(working))
    )
    return {day: resting if day in ("samedi", "dimanche") else working for day in DAYS}


@dataclass(frozen=True)
class Doors:
    """What becomes of the need of a week: shares that sum to 1, each by hour of the day (24 values)."""

    open: tuple[float, ...]
    shut_that_hour: tuple[float, ...]
    shut_that_day: tuple[float, ...]

    @property
    def finds_open(self) -> float:
        """P(O|N): of those who need bread, the share who find the door open."""
        return fsum(self.open)


def doors(hours: Hours, need: Mapping[str, tuple[float, ...]]) -> Doors:
    """Who finds the door open, shut at that hour, or shut all day. A slot counts as open when its beginning is.

    `need`: day -> need in each slot of the day, any unit. ValueError when nobody needs anything.
    """
    total = fsum(value for slots in need.values() for value in slots)
    if total <= 0:
        raise ValueError("nobody needs anything")
    parts = {"open": [0.0] * 24, "hour": [0.0] * 24, "day": [0.0] * 24}
    for day, slots in need.items():
        for number, value in enumerate(slots):
            hour = number * 24 / len(slots)
            state = "open" if hours.is_open(day, hour) else "hour" if hours.on(day) else "day"
            parts[state][int(hour)] += value / total
    return Doors(tuple(parts["open"]), tuple(parts["hour"]), tuple(parts["day"]))
