"""A bakery that chooses where it stands and when it opens, with 58 hours a week and competitors who have theirs.

Tuesday to Saturday are alike (the chosen hours); Sunday morning and the Monday closing are Bellanger's (story) and
cost 5.5 of the 58 hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import fsum

from .huff import huff
from .opening import Interval
from .tanneries import BAKERY, BELLANGER, PLACES, REACH, SUNDAY, SUPERMARKET, WOBBLE, Shop, tanneries
from .town import need_by_slot

BUDGET = 58.0
WORKING_DAYS = 5
PAUSE_FROM = 13.0
SLOT = 0.5

#: What the model assumes, and what a test varies by ±25 %.
ASSUMED = {"beta": 2.0, "reach": REACH, "wobble": WOBBLE, "supermarket": SUPERMARKET.attraction, "evening": 1.0}


@dataclass(frozen=True)
class Day:
    """A working day at one place, in people: who needs bread within reach, and what becomes of them."""

    need: float
    before: float  # come before the door opens
    pause: float  # come during the break
    after: float  # come once the door is shut
    elsewhere: float  # find the door open, and choose another shop
    served: float

    @property
    def found_shut(self) -> float:
        return self.before + self.pause + self.after


def intervals(opening: float, closing: float, pause: float) -> tuple[Interval, ...]:
    """The hours of a working day, with a break of `pause` hours from 13:00; a break that lasts till closing ends it."""
    if not pause:
        return ((opening, closing),)
    if PAUSE_FROM + pause >= closing:
        return ((opening, PAUSE_FROM),)
    return ((opening, PAUSE_FROM), (PAUSE_FROM + pause, closing))


def weekly_hours(hours: Sequence[Interval]) -> float:
    """Hours of opening in the week: five working days of these `hours`, and Sunday morning."""
    return WORKING_DAYS * fsum(end - start for start, end in hours) + (SUNDAY[1] - SUNDAY[0])


@cache
def working_day(place: str, hours: tuple[Interval, ...], *, competitors: bool = True, **assumed: float) -> Day:
    """An average working day, Tuesday to Friday, for a bakery at `place` (see PLACES) open during `hours`.

    Those within `reach` metres who come when the door is open choose among the shops then open (Huff 1963, exponent
    `beta`); `wobble` (hours), `supermarket` (its attraction), `evening` (share of evening people): see ASSUMED.
    """
    need, ours = _by_slot(place, competitors, **{**ASSUMED, **assumed})
    state = [_state(number * SLOT, hours) for number in range(len(need))]
    lost = {
        name: fsum(n for n, s in zip(need, state, strict=True) if s == name) for name in ("before", "pause", "after")
    }
    found = fsum(n for n, s in zip(need, state, strict=True) if s == "open")
    served = fsum(n for n, s in zip(ours, state, strict=True) if s == "open")
    return Day(fsum(need), lost["before"], lost["pause"], lost["after"], found - served, served)


def customers_alone(place: str, hours: Sequence[Interval]) -> list[tuple[float, float]]:
    """(beginning of the half-hour, expected customers in it) of a working day, for a bakery without competitors."""
    _, ours = _by_slot(place, False, **ASSUMED)
    return [(number * SLOT, value) for number, value in enumerate(ours) if _state(number * SLOT, hours) == "open"]


def _state(hour: float, hours: Sequence[Interval]) -> str:
    if any(start <= hour < end for start, end in hours):
        return "open"
    if hour < hours[0][0]:
        return "before"
    return "after" if hour >= hours[-1][1] else "pause"


@cache
def _by_slot(
    place: str, competitors: bool, *, beta: float, reach: float, wobble: float, supermarket: float, evening: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Per half-hour, in people within reach: need, and need that would come here if the door were open."""
    x, y = PLACES[place]
    here = replace(BELLANGER, x=x, y=y)
    others = (BAKERY, replace(SUPERMARKET, attraction=supermarket)) if competitors else ()
    near = [person for person in tanneries(evening=evening) if person.distance(x, y) <= reach]
    need = need_by_slot(near, [person.need for person in near], wobble=wobble, slot=SLOT)
    ours = [0.0] * len(need)
    for rivals in {_open(others, number * SLOT) for number in range(len(need))}:
        shops = (here, *rivals)
        weights = [
            person.need * huff([s.attraction for s in shops], [s.distance(person) for s in shops], beta=beta)[0]
            for person in near
        ]
        choosing = need_by_slot(near, weights, wobble=wobble, slot=SLOT)
        for number in range(len(need)):
            if _open(others, number * SLOT) == rivals:
                ours[number] = choosing[number]
    return tuple(need), tuple(ours)


def _open(shops: Sequence[Shop], hour: float) -> tuple[Shop, ...]:
    return tuple(shop for shop in shops if shop.is_open(hour))
