"""What grading says of a notebook: data for `--json`, lines for a terminal."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

from ..catalogue import words
from ..exercises.core import Status
from ..exercises.feedback import fill

#: What became of the notebook. "graded": every cell ran to its end. "incomplete": cells were removed. The four limits
#: and "kernel_died": what could still be judged was judged. The others: nothing could be run. "bug": our fault.
FileStatus = Literal[
    "graded", "incomplete", "time_limit", "output_limit", "memory_limit", "process_limit", "kernel_died",
    "not_json", "not_a_notebook", "other_course", "no_exercises", "unreadable", "bug",
]  # fmt: skip


@dataclass(frozen=True)
class Exercise:
    """One exercise of a notebook: `points` obtained out of `max`, and the sentence the learner would read."""

    id: str
    status: Status
    points: int
    max: int
    message: str


@dataclass(frozen=True)
class Report:
    """One notebook. `message` is one sentence about the file as a whole."""

    file: str
    status: FileStatus
    message: str
    exercises: Sequence[Exercise] = field(default=())

    @property
    def score(self) -> int:
        return sum(exercise.points for exercise in self.exercises)

    @property
    def max(self) -> int:
        return sum(exercise.max for exercise in self.exercises)

    def as_dict(self) -> dict:
        return {
            "file": self.file,
            "score": self.score,
            "max": self.max,
            "status": self.status,
            "message": self.message,
            "exercises": [asdict(exercise) for exercise in self.exercises],
        }

    def lines(self) -> list[str]:
        """The report as a person reads it."""
        title = fill(words()["grade.score"], {"score": self.score, "max": self.max}) if self.exercises else ""
        said = [f"{self.file} : {title}" if title else self.file]
        if self.status != "graded":
            said.append(f"  {self.message}")
        width = max((len(exercise.id) for exercise in self.exercises), default=0)
        for exercise in self.exercises:
            label = words()[f"exercise.status.{exercise.status}"]
            points = f"{exercise.points}/{exercise.max}"
            said.append(f"  {label:<9}  {points:>4}  {exercise.id:<{width}}  {exercise.message}".rstrip())
        return said


def report(file: str, status: FileStatus, exercises: Sequence[Exercise] = (), **params: float | str) -> Report:
    """A report whose sentence is the interface word `grade.<status>`."""
    return Report(file, status, fill(words()[f"grade.{status}"], params), tuple(exercises))
