"""A long sales cycle cut into steps: what each step lets through, and what saving lost deals there would bring, when.

We wrote these rules; nothing here was measured. Deals enter at a steady pace, each step keeps them a fixed time and
loses a fixed share of them at its end. Saving a share of the deals lost at one step, from today on, adds signatures
only once the saved deals have been through the steps that follow: the further from the signature, the later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, prod


@dataclass(frozen=True)
class Step:
    """`months` a deal stays in the step; `loss`, the share (0 to 1) of those in it that it loses."""

    name: str
    months: float
    loss: float

    @property
    def kept(self) -> float:
        return 1 - self.loss


#: Ressac's cycle as the chapter assumes it: nine months, named after what the customer does.
CYCLE = (
    Step("Ils comptent", 1.5, 0.60),
    Step("Ils essaient", 2.0, 0.30),
    Step("Ils s'accordent", 2.5, 0.35),
    Step("Ils signent", 3.0, 0.20),
)
SAVED = 0.25  # one lost deal in four


def p_cycle(chances: Sequence[float]) -> float:
    """Probability that every step succeeds: Π p_k, each p_k among the deals that reached it (or independent of the
    others). 1 for no step. ValueError outside 0 to 1.

    >>> round(p_cycle([0.8] * 6), 3), round(p_cycle([0.9] * 10), 3)
    (0.262, 0.349)
    """
    if not all(0 <= chance <= 1 for chance in chances):
        raise ValueError("chances lie between 0 and 1")
    return prod(chances, start=1.0)


def reaching(steps: Sequence[Step], begun: float = 100) -> list[float]:
    """Of `begun` deals, how many reach each step, then how many sign (one more number than there are steps)."""
    return [begun * p_cycle([step.kept for step in steps[:number]]) for number in range(len(steps) + 1)]


def months_after(steps: Sequence[Step], number: int) -> float:
    """Months from the end of step `number` (from 0) to the signature."""
    return fsum(step.months for step in steps[number + 1 :])


def extra_signatures(
    steps: Sequence[Step], number: int, *, horizon: float, saved: float = SAVED, fate: float = 1.0
) -> float:
    """Signatures added, per 100 expected within `horizon` months, by saving a share `saved` of what step `number`
    loses, starting today.

    100 · (saved·loss/kept) · fate · max(0, horizon − months after the step)/horizon. `fate`: how a saved deal fares in
    the following steps, compared with the others (1: alike). ValueError for a horizon that is not positive, or a step
    that keeps nobody.
    """
    step = steps[number]
    if horizon <= 0 or step.kept <= 0:
        raise ValueError("horizon must be positive, and a step must keep someone")
    seen = max(0.0, horizon - months_after(steps, number)) / horizon
    return 100 * saved * step.loss / step.kept * fate * seen


def cycle_of(months: float, last_loss: float, steps: Sequence[Step] = CYCLE) -> tuple[Step, ...]:
    """`steps` stretched to last `months` in all, the last one losing `last_loss`."""
    factor = months / fsum(step.months for step in steps)
    stretched = [Step(step.name, step.months * factor, step.loss) for step in steps]
    return (*stretched[:-1], Step(stretched[-1].name, stretched[-1].months, last_loss))
