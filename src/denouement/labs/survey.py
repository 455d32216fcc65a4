"""Is a lab worth deciding in, and what does its lesson owe to what we assumed? Used by tests, and by authors.

A lab is sound when its opening (naive) setting fails, some setting succeeds, and the best one is not at the edge of
every lever. A lesson is robust to an assumption when the opening setting still fails and the best one still succeeds
with that number 25 % lower or higher.
"""

from dataclasses import dataclass

from ..levers import Position
from .core import Lab

SWING = 0.25


@dataclass(frozen=True)
class Survey:
    """What a walk over the whole grid found. `fragile` names the assumed numbers the lesson does not survive."""

    start_succeeds: bool
    successes: int
    positions: int
    best: Position | None
    inner: tuple[str, ...]
    verdicts: frozenset[str]
    fragile: frozenset[str]


def survey(lab: Lab) -> Survey:
    """Walks the grid of `lab` once, then varies each assumed number at the opening and at the best setting."""
    walked = list(lab.walk())
    passed = [(position, outcome) for position, outcome in walked if lab.succeeds(outcome)]
    best = max(passed, key=lambda step: step[1].gain)[0] if passed else None
    return Survey(
        start_succeeds=lab.succeeds(lab.outcome(lab.start())),
        successes=len(passed),
        positions=len(walked),
        best=best,
        inner=inner_levers(lab, best) if best else (),
        verdicts=frozenset(outcome.verdict for _, outcome in walked),
        fragile=frozenset(name for name in lab.model.assumed if best and not _survives(lab, name, best)),
    )


def inner_levers(lab: Lab, position: Position) -> tuple[str, ...]:
    """The levers that do not stand at one of their ends in `position` (levers over numbers only)."""
    return tuple(
        lever.id
        for lever in lab.levers
        if not isinstance(lever.values[0], str) and position[lever.id] not in (min(lever.values), max(lever.values))
    )


def _survives(lab: Lab, name: str, best: Position) -> bool:
    for factor in (1 - SWING, 1 + SWING):
        changed = {name: lab.model.assumed[name] * factor}
        if lab.succeeds(lab.outcome(lab.start(), **changed)) or not lab.succeeds(lab.outcome(best, **changed)):
            return False
    return True
