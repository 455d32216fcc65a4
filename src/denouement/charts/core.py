"""A chart: levers, a model's picture at each of their positions, and the sentences an author put around it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..assumptions import Assumption
from ..levers import Lever, Position, Value, grid, start
from ..sentences import Sentence, show

Row = Mapping[str, float | str]


@dataclass(frozen=True)
class Frame:
    """What is drawn at one position. `finding` chooses the author's title, `params` fill its holes.

    `table` holds the rows of the readable table when they are not the drawn ones (empty: the drawn ones), as many at
    every position; a row that starts with an empty text is not shown.
    """

    rows: Sequence[Row]
    finding: str
    params: Mapping[str, float | str]
    table: Sequence[Row] = ()


@dataclass(frozen=True)
class ChartModel:
    """How a kind of chart is computed and drawn.

    `frame(**position)` takes one keyword per lever in `levers`. Its rows have the columns `columns` (name -> decimals
    kept, None for words), the same number of them, in the same order, at every position. `spec()` is a Vega-Lite 5
    specification without data: its source is named "rows". `ratio`, when given, is height / width (maps); otherwise
    the specification says its height.
    """

    levers: tuple[str, ...]
    columns: Mapping[str, int | None]
    frame: Callable[..., Frame]
    spec: Callable[[], dict]
    ratio: float | None = None


@dataclass(frozen=True)
class TableColumn:
    """A column of the readable table: `format` is what follows the name in a hole (`1%`, `h`, `0`…)."""

    id: str
    label: str
    format: str = ""

    def shown(self, row: Row) -> str:
        return show(f"{self.id}:{self.format}" if self.format else self.id, row)


@dataclass(frozen=True)
class Chart:
    """A chart of the course. `findings`, `notes` and `alts` hold one sentence per finding key.

    `robust` says what survives ±25 % on what is assumed. `source` is what the author wrote: `chart_from` makes the same
    chart again from it.
    """

    id: str
    chapter: str
    model: ChartModel
    levers: tuple[Lever, ...]
    findings: Mapping[str, Sentence]
    notes: Mapping[str, Sentence]
    alts: Mapping[str, Sentence]
    table: tuple[TableColumn, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    robust: str = ""
    source: Mapping = field(default_factory=dict, repr=False, compare=False)

    def frame(self, position: Position) -> Frame:
        return self.model.frame(**position)

    def walk(self) -> Iterator[tuple[Position, Frame]]:
        """Every position and its frame, in the order of the grid."""
        for position in grid(self.levers):
            yield position, self.frame(position)

    def params(self, position: Position, frame: Frame) -> dict[str, float | str]:
        """What the holes of a sentence may show: the frame's figures, and each lever's setting."""
        return {lever.id: lever.shown(position[lever.id]) for lever in self.levers} | dict(frame.params)

    def title(self, position: Position, frame: Frame | None = None) -> str:
        """The finding at `position`, as the page says it."""
        return self._say(self.findings, position, frame)

    def alt(self, position: Position, frame: Frame | None = None) -> str:
        """The text alternative at `position`."""
        return self._say(self.alts, position, frame)

    def start(self) -> dict[str, Value]:
        return start(self.levers)

    def _repr_mimebundle_(self, **_: object) -> dict:
        from .notebook import notebook_spec

        position = self.start()
        return {
            "application/vnd.vegalite.v5+json": notebook_spec(self),
            "text/plain": f"{self.title(position)}\n{self.alt(position)}",
        }

    def _say(self, sentences: Mapping[str, Sentence], position: Position, frame: Frame | None) -> str:
        frame = frame or self.frame(position)
        return sentences[frame.finding].fill(self.params(position, frame))
