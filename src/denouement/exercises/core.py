"""What an exercise is. It knows neither the learner's code (see `probe`) nor the sentences (see `feedback`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .probe import Probe

Status = Literal["passed", "failed", "not_attempted", "error"]
SUCCESS = "reussi"  # the key of the sentence that greets a right answer


@dataclass(frozen=True)
class Verdict:
    """What the judge found. The sentence for `key` stands in book/fr; `params` fill its holes.

    A string among `params` is shown as it is (Python values go through `shown`), a number in French. `share` is the
    part of the points that a failed answer still earns, 0 to 1 (policies, by how close they come to the reference).
    """

    status: Status
    key: str
    params: Mapping[str, float | str] = field(default_factory=lambda: MappingProxyType({}))
    share: float = 0.0

    def points(self, worth: int) -> int:
        """The points earned out of `worth`: whole ones, all of them only for a right answer."""
        if self.status == "passed":
            return worth
        return min(int(worth * self.share), worth - 1) if self.status == "failed" else 0


def passed(**params: float | str) -> Verdict:
    return Verdict("passed", SUCCESS, params)


def failed(key: str, **params: float | str) -> Verdict:
    return Verdict("failed", key, params)


def partly(key: str, share: float, **params: float | str) -> Verdict:
    """Failed, with the `share` (0 to 1) of the points that it earns all the same."""
    return Verdict("failed", key, params, share)


@dataclass(frozen=True)
class Mistake:
    """A wrong answer we expect: running `code` then judging must give `key`. It is its own test."""

    code: str
    key: str
    status: Status = "failed"


@dataclass(frozen=True)
class Exercise:
    """An exercise: the `names` a learner defines, the check, and the answers that prove the check.

    `check` takes a Probe and returns `passed(...)` or `failed(key, ...)`. Every key it may return is the key of a
    mistake: a sentence that no declared mistake calls up is never tested, and the judge refuses it.
    `solutions` are right answers that differ from one another and from the one in the book.
    """

    id: str
    names: tuple[str, ...]
    check: Callable[[Probe], Verdict]
    mistakes: tuple[Mistake, ...]
    solutions: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Every key the check may return: the author writes one sentence for each."""
        return frozenset({SUCCESS, *(m.key for m in self.mistakes if m.status == "failed")})
