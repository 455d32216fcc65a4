"""A lab: two to four levers, a target, and an outcome with its verdict at every position. No HTML here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ..assumptions import Assumption
from ..levers import Lever, Position, grid, start
from ..sentences import Sentence, show


@dataclass(frozen=True)
class Outcome:
    """What a setting leads to. `verdict` names the author's sentence, `metrics` are its figures.

    `gain` ranks settings (the higher the better) and is shown nowhere: the best of a lab is its highest success.
    """

    verdict: str
    metrics: Mapping[str, float]
    gain: float


@dataclass(frozen=True)
class LabModel:
    """`outcome(**position, **assumed)`: pure, one keyword per lever, and every assumed number as a keyword.

    `assumed` gives the assumed numbers and their defaults, so that a test can vary each of them by ±25 %.
    """

    levers: tuple[str, ...]
    outcome: Callable[..., Outcome]
    assumed: Mapping[str, float]


@dataclass(frozen=True)
class Metric:
    """A figure of the outcome, as shown: `format` is what follows a name in a hole (`1`, `1%`, `h`; none: a whole)."""

    id: str
    label: str
    unit: str = ""
    format: str = ""

    @property
    def hole(self) -> str:
        return f"{self.id}:{self.format}" if self.format else self.id

    def shown(self, metrics: Mapping[str, float]) -> str:
        return show(self.hole, metrics)


@dataclass(frozen=True)
class VerdictWording:
    """What is said of a class of outcomes. `title` in a few words, `text` what it cost and brought."""

    success: bool
    title: Sentence
    text: Sentence


@dataclass(frozen=True)
class Lab:
    """A lab of the course. `text` and `target` may show figures of the model that no lever changes."""

    id: str
    chapter: str
    title: str
    text: Sentence
    target: Sentence
    model: LabModel
    levers: tuple[Lever, ...]
    metrics: tuple[Metric, ...]
    verdicts: Mapping[str, VerdictWording]
    assumptions: tuple[Assumption, ...]
    robust: str

    def outcome(self, position: Position, **assumed: float) -> Outcome:
        return self.model.outcome(**position, **{**self.model.assumed, **assumed})

    def succeeds(self, outcome: Outcome) -> bool:
        return self.verdicts[outcome.verdict].success

    def walk(self) -> Iterator[tuple[Position, Outcome]]:
        """Every position and its outcome, in the order of the grid."""
        for position in grid(self.levers):
            yield position, self.outcome(position)

    def params(self, position: Position, outcome: Outcome) -> dict[str, float | str]:
        """What the holes of a verdict may show: the metrics, and each lever's setting."""
        return {lever.id: lever.shown(position[lever.id]) for lever in self.levers} | dict(outcome.metrics)

    def start(self) -> Position:
        return start(self.levers)
