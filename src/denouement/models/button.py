"""The street of the home page: who passes, when the bakery is open, and what a « CLOSER » button changes.

We wrote these rules; nothing here was measured. A sale needs three things at once, as the article argues: a need, open
doors, and being near. On the home page there is no rival and nobody hesitates: the button cannot win. The last chapter
replays the street with both (`Rules.rivals`, `Passer.hesitates`), where it sometimes helps: some people who want to
buy do not dare to decide (Dixon & McKenna, 2022), and pushing the wrong one loses a sale.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BETWEEN_TWO = "between-two"  # wants to buy and cannot choose: a push settles it
ABOUT_YOU = "about-you"  # would buy in peace, leaves when pushed


@dataclass(frozen=True)
class Passer:
    """Somebody who passes once a day.

    `hour`: when, in hours since midnight (18.75 is 18 h 45). `spends`: what they need, in cents; 0 is no need.
    `near`: whether they pass this door at all. `favourite`: the rival they prefer whenever it is open.
    `hesitates`: "", BETWEEN_TWO or ABOUT_YOU.
    """

    id: str
    hour: float
    spends: int
    near: bool = True
    favourite: str = ""
    hesitates: str = ""


@dataclass(frozen=True)
class Rival:
    """Another bakery, open from `opens` to `closes` (hours since midnight)."""

    id: str
    opens: float
    closes: float


@dataclass(frozen=True)
class Rules:
    """What we assume. `lasts`: hours of opening a day. `pressed_basket`: cents that somebody without need pays under
    pressure, and brings back the next day."""

    lasts: float
    pressed_basket: int
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What one passer leaves in the till, in cents. `peak` is what the till shows before anything comes back."""

    key: str
    kept: int
    peak: int


def meet(passer: Passer, *, opens: float, pressed: bool, rules: Rules) -> Outcome:
    """What happens when `passer` passes a bakery that opens at `opens`, with or without the button.

    Keys: far, closed, no-need, returned, rival, sale, decided, undecided, put-off.
    """
    if not passer.near:
        return _nothing("far")
    if not opens <= passer.hour < opens + rules.lasts:
        return _nothing("closed")
    if not passer.spends:
        return Outcome("returned", 0, rules.pressed_basket) if pressed else _nothing("no-need")
    if any(rival.id == passer.favourite and rival.opens <= passer.hour < rival.closes for rival in rules.rivals):
        return _nothing("rival")
    if passer.hesitates == BETWEEN_TWO:
        return _sale("decided", passer) if pressed else _nothing("undecided")
    if passer.hesitates == ABOUT_YOU and pressed:
        return _nothing("put-off")
    return _sale("sale", passer)


def day(passers: Sequence[Passer], *, opens: float, pressed: frozenset[str] = frozenset(), rules: Rules) -> int:
    """The till of a whole day, in cents, when the button was pressed in front of the passers named in `pressed`."""
    return sum(meet(p, opens=opens, pressed=p.id in pressed, rules=rules).kept for p in passers)


def _nothing(key: str) -> Outcome:
    return Outcome(key, 0, 0)


def _sale(key: str, passer: Passer) -> Outcome:
    return Outcome(key, passer.spends, passer.spends)
