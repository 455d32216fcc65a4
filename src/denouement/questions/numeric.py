"""A number to type, with a tolerance. A response is the number with a decimal point: "34.5"."""

from dataclasses import dataclass
from typing import ClassVar, Self

from .base import Question, Wording, common
from .entry import Entry


@dataclass(frozen=True)
class Mistake:
    """An expected wrong value: anything from `low` to `high` (inclusive) gets this feedback."""

    low: float
    high: float
    feedback: str


@dataclass(frozen=True)
class Numeric(Question):
    answer: float
    tolerance: float
    unit: str
    feedback: str
    otherwise: str
    mistakes: tuple[Mistake, ...]

    kind: ClassVar[str] = "numeric"

    @classmethod
    def read(cls, entry: Entry) -> Self:
        fields = common(entry, "answer", "tolerance", "unit", "feedback", "otherwise", "mistake")
        question = cls(
            **fields,
            answer=entry.number("answer"),
            tolerance=entry.number("tolerance"),
            unit=entry.text("unit", ""),
            feedback=entry.text("feedback"),
            otherwise=entry.text("otherwise"),
            mistakes=tuple(_read_mistake(e) for e in entry.entries("mistake")),
        )
        if question.tolerance < 0:
            entry.fail("the tolerance is negative", "write how far from the answer is still right, 0 or more")
        low, high = question._right()
        for mistake in question.mistakes:
            if mistake.low <= high and mistake.high >= low:
                entry.fail(
                    f"the mistake from {mistake.low:g} to {mistake.high:g} covers right answers",
                    f"keep it outside {low:g} to {high:g}",
                )
        return question

    def shown(self, wording: Wording) -> dict:
        return {"unit": wording.plain(self.unit)}

    def sealed(self, wording: Wording) -> dict:
        low, high = self._right()
        intervals = [[low, high, True, wording.html(self.feedback)]]
        intervals += [[m.low, m.high, False, wording.html(m.feedback)] for m in self.mistakes]
        return {
            "answers": [f"{self.answer:g}"],
            "intervals": intervals,
            "otherwise": wording.html(self.otherwise),
        }

    def responses(self):
        middles = tuple(f"{(m.low + m.high) / 2:g}" for m in self.mistakes)
        low, high = self._right()
        far = f"{high + max(1.0, 10 * self.tolerance):g}"
        return (f"{self.answer:g}", f"{low:g}", f"{high:g}"), (*middles, far)

    def _right(self) -> tuple[float, float]:
        # Rounded so that 0.8 ± 0.02 accepts what a person would type, 0.78 and 0.82.
        return round(self.answer - self.tolerance, 9), round(self.answer + self.tolerance, 9)


def _read_mistake(entry: Entry) -> Mistake:
    entry.only("from", "to", "feedback")
    low, high = entry.number("from"), entry.number("to")
    if low > high:
        entry.fail("from is above to", "exchange them")
    return Mistake(low, high, entry.text("feedback"))
